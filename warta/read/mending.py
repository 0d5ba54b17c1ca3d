"""Front matter as office staff type it -> YAML, line by line, where only one meaning is possible.

Every mend is a warning with the line as it should be. What stays ambiguous is left to fail in YAML.
"""

import re
from collections.abc import Iterator

from warta.codes import Code
from warta.problems import Findings
from warta.read.notices import CORRECTION_KEYS, EVENT_KEYS
from warta.yamlnodes import Mapping, Scalar, Sequence

TEXT_KEYS = frozenset(
    "title judul summary ringkasan image_alt teks_foto author penulis place tempat category kategori".split()
)
TAG_KEYS = frozenset({"tags", "tag"})
NOTICES = frozenset({"event", "acara", "correction", "ralat"})
"""Keys below which others stand."""

LIST_KEYS = TAG_KEYS | {"aliases", "alamat_lama", "ejaan_lain"}

_NEEDS_A_LOOK = re.compile(
    r"^[ ]*\t|[\u00a0“”„‘’]|: .*?(: |:$)| #|^\w+:(\S|\s*[\[{@%`*>|,\]}#&!?-])"
    r"|^[ ]+(-[ ]+)?\w+:\S|^[ ]*-[ ]+(.*:([ ]|$)|[\[{@%`*>|,\]}&!?])",
    re.MULTILINE,
)
_ITEM = re.compile(r"(?P<dash>[ ]*-[ ]+)(?P<value>\S.*?)[ ]*")
_LINE = re.compile(r"(?P<key>[^\W\d]\w*)(?P<colon>[ \t]*:)(?P<gap>[ \t\u00a0]*)(?P<value>.*?)[ \t\u00a0]*")
_KEYS_OF_NOTICES = [key for keys in (EVENT_KEYS, CORRECTION_KEYS) for pair in keys.items() for key in pair]
_NESTED = re.compile(
    rf"(?P<lead>[ ]+(?:-[ ]+)?|-[ ]+)(?P<key>{'|'.join(_KEYS_OF_NOTICES)}):"
    r"(?P<gap>[ \t\u00a0]*)(?P<value>.*?)[ \t\u00a0]*",
    re.IGNORECASE,
)
_NESTED_TEXTS = frozenset({"place", "tempat", "text", "teks"})
_CURLY = re.compile(r"[“„”‘](?P<inner>[^“”„]*)[”“’]")
_FLOW = re.compile(r"\[[^\[\]{}\"']*\]")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?")
_FORBIDDEN_START = ("@", "%", "`", "*", "]", "}", ",", "- ", "? ", "> ", "| ")
_MAGIC = re.compile(r"!!|&\S+(\s|$)|!\S+/")


def mend(lines: tuple[str, ...], first_line: int, findings: Findings) -> tuple[str, ...]:
    """The lines with the unambiguous slips mended, each one noted."""
    if not _NEEDS_A_LOOK.search("\n".join(lines)):
        return lines
    mended, key = [], ""
    for number, line in enumerate(lines, start=first_line):
        indented = _mend_indent(line, number, findings)
        match = _LINE.fullmatch(indented)
        key = match["key"].casefold() if match else key
        mend_line = _mend_value
        if not match and key in LIST_KEYS | NOTICES:
            mend_line = _mend_nested if key in NOTICES else _mend_item
        mended.append(mend_line(indented, number, findings, shift=len(line) - len(indented)))
    return tuple(mended)


def leaves(node: Mapping) -> bool:
    """Whether `mend` would leave alone what was read plain."""
    return all(isinstance(value, Scalar) or _is_left(key, value) for key, value in node.entries)


def _is_left(key: Scalar, value: Sequence | Mapping) -> bool:
    """All but what stands in brackets behind the key of a text, and mappings below the key of a list."""
    name = key.text.casefold()
    if value.line == key.line:
        return name not in TEXT_KEYS
    is_flat = isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items)
    return is_flat or name not in LIST_KEYS


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _mend_indent(line: str, number: int, findings: Findings) -> str:
    indent = line[: len(line) - len(line.lstrip(" \t\u00a0"))]
    if "\t" not in indent and "\u00a0" not in indent:
        return line
    fixed = indent.replace("\t", "  ").replace("\u00a0", " ") + line[len(indent) :]
    findings.add(Code.TAB_INDENT, number, 1, fix=fixed)
    return fixed


def _mend_value(line: str, number: int, findings: Findings, *, shift: int) -> str:
    """A line that begins with a key; `shift` is what columns lack after its indent was mended."""
    match = _LINE.fullmatch(line)
    if match is None:
        return line
    key, value = match["key"], match["value"]
    if value and (not match["gap"] or "\u00a0" in match["gap"]) and not value.startswith("/"):
        line = f"{key}: {value}"
        findings.add(Code.MISSING_SPACE, number, match.end("colon") + shift, fix=line)
    code, fixed = _mended(key.casefold(), value)
    if code is None:
        return line
    fixed_line = f"{key}: {fixed}"
    findings.add(code, number, match.start("value") + 1 + shift, fix=fixed_line)
    return fixed_line


def _mend_nested(line: str, number: int, findings: Findings, *, shift: int) -> str:
    """A line below `event` or `correction`, such as `  teks:Semula tertulis: 30 paket`."""
    match = _NESTED.fullmatch(line)
    if match is None or not match["value"]:
        return line
    lead, key, value = match["lead"], match["key"], match["value"]
    if not match["gap"] or "\u00a0" in match["gap"]:
        line = f"{lead}{key}: {value}"
        findings.add(Code.MISSING_SPACE, number, match.start("value") + 1 + shift, fix=line)
    curly = _CURLY.fullmatch(value)
    if curly or (key.casefold() in _NESTED_TEXTS and _breaks_as_text(value)):
        line = f"{lead}{key}: {quoted(curly['inner'] if curly else value)}"
        code = Code.CURLY_QUOTES if curly else Code.VALUE_QUOTED
        findings.add(code, number, match.start("value") + 1 + shift, fix=line)
    return line


def _mend_item(line: str, number: int, findings: Findings, *, shift: int) -> str:
    """A line of a list of texts, such as `- Rapat: Evaluasi`."""
    match = _ITEM.fullmatch(line)
    if match is None:
        return line
    value, curly = match["value"], _CURLY.fullmatch(match["value"])
    if curly:
        code, fixed = Code.CURLY_QUOTES, quoted(curly["inner"])
    elif re.fullmatch(r"#[^\s#]+", value):
        code, fixed = Code.HASHTAGS, quoted(value[1:])
    elif _breaks_as_text(value):
        code, fixed = Code.VALUE_QUOTED, quoted(value)
    else:
        return line
    findings.add(code, number, match.start("value") + 1 + shift, fix=match["dash"] + fixed)
    return match["dash"] + fixed


def _mended(key: str, value: str) -> tuple[Code | None, str]:
    """What is wrong with the value of this key, and the value as it should be (None: nothing)."""
    curly = _CURLY.fullmatch(value)
    if curly:
        return Code.CURLY_QUOTES, quoted(curly["inner"])
    if key in TAG_KEYS and _FLOW.fullmatch(value) and _CURLY.search(value):
        items = [_CURLY.sub(r"\g<inner>", item.strip()) for item in value[1:-1].split(",")]
        return Code.CURLY_QUOTES, "[" + ", ".join(quoted(item) for item in items if item) + "]"
    if key in TAG_KEYS and re.match(r"(?:[^\[{\"'|>].*\s)?#[^\s#]", value):
        return Code.HASHTAGS, f"[{', '.join(map(quoted, _hashtags(value)))}]"
    if key in TAG_KEYS and _FLOW.fullmatch(value) and re.search(r"[\[,\s]#\S|: |[\[,][ ]*,", value):
        items = [item.strip() for item in value[1:-1].split(",")]
        code = Code.HASHTAGS if any(item.startswith("#") for item in items) else Code.VALUE_QUOTED
        return code, "[" + ", ".join(quoted(item.removeprefix("#")) for item in items if item) + "]"
    if key in TEXT_KEYS and _breaks_as_text(value):
        return Code.VALUE_QUOTED, quoted(value)
    return None, value


def _hashtags(value: str) -> Iterator[str]:
    """The tags in `Ramadhan, #pembinaan #razia`: a hashtag is one word, what stands between commas may be several."""
    for item in re.split(r",|\s+(?=#)|(?<=\w)(?=#\w)", value):
        word, _, rest = item.strip().partition(" ")
        parts = (word.removeprefix("#"), rest.strip()) if word.startswith("#") else (item.strip(),)
        yield from filter(None, parts)


def _breaks_as_text(value: str) -> bool:
    """Whether YAML would read the value of a text field as something else than the text that stands there."""
    if not value or value.startswith(('"', "'")) or _BLOCK_SCALAR.fullmatch(value) or _MAGIC.match(value):
        return False
    if value.startswith(("#", "&", "!")):
        return not value.startswith("# ")
    return (
        value.startswith(_FORBIDDEN_START)
        or value in {"-", "?", ">", "|", "%"}
        or value[0] in "[{"
        or ": " in value
        or value.endswith(":")
        or re.search(r"\s#\S", value) is not None
    )
