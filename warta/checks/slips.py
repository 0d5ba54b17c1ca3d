"""Slips of typing inside a line: blanks, doubled words, misspellings, quotes on the wrong side.

Only what was met and counted on 373 public articles (newsroom.md, sections 3, 4, 6 and 8) is looked for.
"""

import re
from collections.abc import Callable, Iterator

from warta.checks.prose import Prose
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem
from warta.settings import Settings

# Lower case before, a capital behind: degrees (S.Sos), times (09.30), sums (1.500) and hosts (rutan.go.id) stay.
_NO_BLANK = rare(
    r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]{2})(?!\.(?:Id|Com|Co|Go|Net|Org)\b)"
    r"|(?<=[a-z]{2}),(?=[A-Za-z][a-z])"
    r"|(?<=[a-z][.,!?])[\"”](?=[A-Za-z]{2})"
)
_DOUBLED = re.compile(r" (?P<word>[a-z]{2,20}+)[ ]{1,2}(?P=word)(?![\w-])")
_GRAMMAR = frozenset(
    "di ke dari yang dan untuk dengan pada dalam oleh ini itu akan telah para serta sebagai juga atau bagi agar".split()
)
"""Words that are never doubled on purpose; any other may be a plural without its hyphen (`masing masing`)."""

_SLIPS = {
    "HBD": "HBP",
    "HKDK": "HDKD",
    "WPB": "WBP",
    "WPK": "WBP",
    "Uapacara": "Upacara",
    "Lap as": "Lapas",
    "Hallinar": "Halinar",
    "wargabinaan": "warga binaan",
    "Wargabinaan": "Warga binaan",
    "puku": "pukul",
}
"""Misspellings as they were met, each with what was meant."""

_SLIP = rare(rf"(?<![\w/.-])(?:{'|'.join(_SLIPS)})(?![\w/]|[.][a-z])")
_CLASS = rare(r"\b(?P<word>[Kk]e?las[ ])(?=[Il1]{0,2}l)(?P<level>[Il1]{1,3})(?P<rest>[ ]?[AB])?\b")
_TORN = rare(r"\b(?P<word>[A-Za-z]{2,20}+)(?P<hyphen>[ ]-|-[ ])(?P<second>[A-Za-z0-9]{1,20})\b")
_FRIDAY = rare(r"\b(?P<first>[Jj])um(?:['’ʼ]a{1,2}|aa)t\b")
_TURNED = {"”": "“", "“": "”", "''": '"'}
_WRONG_SIDE = rare(r"(?<![^\s(])”(?=\w)|(?<=[\w.,!?])“(?!\w)|(?<![^\s(])''(?=\w)|(?<=[\w.,!?])''(?!\w)")


SIGNS = {
    "no blank": r"[a-z]{3}[.!?][A-Z][a-z]{2}|[a-z]{2},[A-Za-z][a-z]|[a-z][.,!?][\"”][A-Za-z]{2}",
    "slip": rf"(?:^|[^0-9A-Za-z_/.-])(?:{'|'.join(_SLIPS)})(?:$|[^0-9A-Za-z_/])",
    "class": r"[Kk]e?las [Il1]{0,2}l",
    "torn": r"[A-Za-z](?: -|- )[A-Za-z0-9]",
    "friday": r"[Jj]um(?:['’ʼ]a{1,2}|aa)t",
    "quote": r"”[^\s.,;:!?)”\"-]|[^\s(\"-]“|''",
}


def slips(prose: Prose, _settings: Settings) -> Iterator[Problem]:
    """K507 to K511."""
    signs = prose.signs
    if "no blank" in signs:
        yield from _mended(prose, Code.SPACE_MISSING, _NO_BLANK(), lambda found: found[0] + " ")
    if _DOUBLED.search(prose.text):
        yield from _doubled(prose)
    if "slip" in signs:
        yield from _mended(prose, Code.SLIP, _SLIP(), lambda found: _SLIPS[found[0]])
    if "class" in signs:
        yield from _mended(prose, Code.SLIP, _CLASS(), _class)
    if "torn" in signs:
        yield from _torn(prose)
    if "friday" in signs:
        yield from _mended(prose, Code.FRIDAY, _FRIDAY(), lambda found: found["first"] + "umat")
    if "quote" in signs:
        yield from _mended(prose, Code.QUOTE_SIDE, _WRONG_SIDE(), lambda found: _TURNED[found[0]])


def _mended(
    prose: Prose, code: Code, pattern: re.Pattern[str], right: Callable[[re.Match[str]], str]
) -> Iterator[Problem]:
    """A problem for each line with the fault, at its first; what to write instead mends them all."""
    done = -1
    for found in pattern.finditer(prose.text):
        if found.start() < done or not prose.shows(found.start()):
            continue
        _, done = prose.line(found.start())
        last = found.end()
        part, at = "", found.start()
        for each in pattern.finditer(prose.text, found.start(), done):
            if prose.shows(each.start()):
                part += prose.text[at : each.start()] + right(each)
                at = last = each.end()
        start, end = _widened(prose.text, found.start(), last)
        mended = prose.text[start : found.start()] + part + prose.text[last:end]
        wrong, _ = _widened(prose.text, found.start(), found.end())
        yield prose.problem(
            code,
            found.start(),
            wrong=_excerpt(prose.text[wrong : _widened(prose.text, found.start(), found.end())[1]]),
            **_short(prose, found, right, prose.mending(start, end, mended)),
        )


def _short(
    prose: Prose, found: re.Match[str], right: Callable[[re.Match[str]], str], whole: dict[str, str]
) -> dict[str, str]:
    """The line as it should be, or, if that is long, the first words to change alone."""
    if whole["fix"]:
        return whole
    start, end = _widened(prose.text, found.start(), found.end())
    return {
        "fix": "",
        "right": _excerpt(prose.text[start : found.start()] + right(found) + prose.text[found.end() : end]),
    }


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The same piece with the whole words at its ends, at most twenty letters each."""
    while start > 0 and end - start < 40 and not text[start - 1].isspace():
        start -= 1
    stop = min(len(text), end + 20)
    while end < stop and not text[end].isspace():
        end += 1
    return start, end


def _excerpt(text: str) -> str:
    return " ".join(text.split())


def _doubled(prose: Prose) -> Iterator[Problem]:
    for found in _DOUBLED.finditer(prose.text):
        if not prose.shows(found.start("word")):
            continue
        word, start = found["word"], found.start("word")
        mended = prose.mending(start, found.end(), word)["fix"] if word in _GRAMMAR else ""
        plural = "" if word in _GRAMMAR else f"{word}-{word}"
        yield prose.problem(Code.WORD_DOUBLED, start, word=word, plural=plural, fix=mended)


def _torn(prose: Prose) -> Iterator[Problem]:
    """A blank beside a hyphen: `ke- 60`, `ke -60`, `Bersih- Bersih`."""

    def right(found: re.Match[str]) -> str:
        return f"{found['word']}-{found['second']}"

    for found in _TORN().finditer(prose.text):
        first, second = found["word"], found["second"]
        is_number = first.casefold() == "ke" and second.isdecimal()
        is_twice = first.casefold() == second.casefold()
        if (is_number or is_twice) and prose.shows(found.start()):
            yield prose.problem(Code.SLIP, found.start(), wrong=found[0], **prose.mending(*found.span(), right(found)))


def _class(found: re.Match[str]) -> str:
    level = found["level"].replace("l", "I").replace("1", "I")
    return f"{found['word']}{level}{(found['rest'] or '').strip()}"
