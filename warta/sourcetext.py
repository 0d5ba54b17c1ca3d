"""Bytes -> text, whatever editor wrote them: encodings, line ends and characters that no page may hold."""

import codecs
import re
from functools import lru_cache
from unicodedata import category

from warta.codes import Code
from warta.problems import EXCERPT, Findings, Problem, problem

LARGEST = 2_000_000
"""Bytes of a text file that are read: 300 times a long article, and small enough to stay quick."""

_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# C0 without tab and line feed, DEL, C1, and the noncharacters: XML 1.0 (section 2.2) refuses or discourages them,
# and Python-Markdown marks its own places with two of them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# What is more than letters of ASCII, and of it what is not to stay as it is.
_ASCII = bytes((0x09, 0x0A, *range(0x20, 0x7F)))
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_LEFT_NAMES = frozenset({"Thumbs.db", "desktop.ini", "4913"})  # the last: Vim asks so whether it may write here
_LEFT_STARTS = (".", "~$")
_LEFT_ENDS = ("~", ".tmp", ".bak", ".swp", ".part", ".crdownload")
_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text with plain line feeds and without BOM, or None beside the error that forbids to use it."""
    if len(data) > LARGEST:
        return None, (problem(Code.FILE_TOO_LARGE, path, size=len(data), limit=LARGEST),)
    plain = _plain(data)
    if plain is not None:
        return plain, ()
    text, problems = _decode(data, path)
    if text is None:
        return None, problems
    if "\0" in text:
        line, column = position(text, text.index("\0"))
        return None, (*problems, problem(Code.NUL_BYTE, path, line, column))
    return _without_control(_LINE_ENDS.sub("\n", text), path, problems)


def excerpt(data: bytes, line: int) -> str:
    """A line of a file, counted as `read_text` counts, to be shown beside a problem; "" if it cannot be had."""
    lines = _lines(data)
    return lines[line - 1][:EXCERPT] if 0 < line <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(data: bytes) -> list[str]:
    """The lines of a file, kept for the next problem in it."""
    text, _ = read_text(data, "")
    if text is None:
        text = _LINE_ENDS.sub("\n", _decode(data, "")[0] or data.decode("utf-8", "replace"))
    return text.split("\n")


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in the text; any writing of a line end counts once."""
    before = _LINE_ENDS.sub("\n", text[:offset])
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _plain(data: bytes) -> str | None:
    """The text of bytes in which there is nothing to find, as in nearly all; None for all others.

    Only what is not ASCII is searched, letter by letter, which is what takes the time.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    try:
        odd = _ODD.search(data.translate(None, _ASCII).decode("utf-8"))
        return None if odd else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), (problem(Code.UTF16, path, 1, encoding=encoding.upper()),)
            except UnicodeDecodeError:
                return None, (problem(Code.UNDECODABLE, path, 1, byte=data[:2].hex(" ")),)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_windows(data, path, error.start)


def _decode_windows(data: bytes, path: str, first_odd: int) -> tuple[str | None, tuple[Problem, ...]]:
    """Read the bytes that are no UTF-8 as Windows-1252, so that a file with both keeps every letter."""
    line, column = position(data[:first_odd].decode("utf-8"), first_odd)
    odd = f"{data[first_odd]:02X}"
    try:
        text = data.decode("utf-8", errors="warta-cp1252")
    except UnicodeDecodeError as error:
        line, column = position(data[: error.start].decode("utf-8", errors="warta-cp1252"), error.start)
        return None, (problem(Code.UNDECODABLE, path, line, column, byte=f"{data[error.start]:02X}"),)
    shown = _LINE_ENDS.sub("\n", text).split("\n")[line - 1]
    return text, (problem(Code.NOT_UTF8, path, line, column, byte=odd, excerpt=shown[:EXCERPT]),)


def _cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return error.object[error.start : error.end].decode("cp1252"), error.end
    except UnicodeDecodeError:
        raise error from None


codecs.register_error("warta-cp1252", _cp1252)


def _without_control(text: str, path: str, problems: tuple[Problem, ...]) -> tuple[str, tuple[Problem, ...]]:
    match = CONTROL.search(text)
    if match is None:
        return text, problems
    findings = Findings(path, text.split("\n"))
    line, column = position(text, match.start())
    findings.add(Code.CONTROL_CHARACTER, line, column, character=f"U+{ord(match[0]):04X}")
    return CONTROL.sub("", text), (*problems, *findings.problems)


# Microsoft, "Naming Files, Paths, and Namespaces".
_RESERVED = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+\.(?:md|jpe?g|png|webp)")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def has_unseen(name: str) -> bool:
    """Whether a file's name holds a letter that no one can see or type; blanks of any kind may stand (macOS's do)."""
    return not name.isprintable() and any(category(letter).startswith("C") for letter in name)


def is_dated(name: str) -> bool:
    """Whether the name is of the kind that nearly every text and photo has; nothing is wrong with any such."""
    return _DATED.fullmatch(name) is not None


def is_leftover(name: str) -> bool:
    """Whether editors, desktops or downloads leave files of such a name, which no one means to publish."""
    is_autosave = len(name) > 1 and name[0] == name[-1] == "#"  # Emacs
    return is_autosave or name in _LEFT_NAMES or name.startswith(_LEFT_STARTS) or name.endswith(_LEFT_ENDS)


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device, whatever its ending and case."""
    return _RESERVED.fullmatch(name.partition(".")[0].rstrip()) is not None


def is_portable(name: str) -> bool:
    """Whether every system can hold a file of this name; one that Windows cannot hold spoils a whole clone there."""
    return not (_FORBIDDEN.search(name) or name.endswith((".", " ")) or is_reserved(name))


def visible(name: str) -> str:
    """The name with such letters written out, so that none reaches a terminal."""
    return "".join(f"\\u{ord(each):04x}" if category(each).startswith("C") else each for each in name)
