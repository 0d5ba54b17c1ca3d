"""People who have a right not to be named: inmates and children in full, and whoever a facility lists itself.

Of 373 public articles 24 carry some inmate's identity, 5 the full name, while staff are named beside the same words
in most (newsroom.md, section 7): so it speaks only where the name belongs to the inmate by the grammar of the sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from warta.checks.persons import NAME, person
from warta.checks.prose import HEADLINES, Prose
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem
from warta.settings import Settings

_KEYS = {
    "inaan": r"[Ww]arga[ _-]?[Bb]|[Aa]nak[ ][Bb]",
    "WBP": "",
    "ahanan": "[Tt]",
    "api": "[Nn](?:ar)?",
    "lien": "[Kk]",
    "ndikpas": "[Aa]",
    "nak didik": "[Aa]",
}
"""What an inmate is called: the letters to look for, and a pattern of those in front of them."""

_NEXT_TO = {"inaan": "bB", "api": "nNr", "lien": "kK"}
"""The letter in front of those that are in other words too: pembinaan, tetapi, alien."""

_HEADS = {key: rare(rf"(?:^|(?<=[^\w]))(?:{head})\Z") for key, head in _KEYS.items()}
_KEY_END = rare(r"[a-z]*(?:[ ][Pp]emasyarakatan)?(?:[ ]\((?:WBP|wbp)\))?")
_NAMED = rare(
    rf"(?:[ ]\w[\w.]*){{0,5}}?,?[ ](?:yang[ ])?(?:bernama(?:[ ]lengkap)?|atas[ ]nama|a\.?n\.)[ ](?P<name>{NAME})"
)
_BESIDE = rare(rf"[ _-](?P<name>{NAME})")
_APPOSED = rare(rf"(?:[ ](?:di[ ])?[A-Z][\w.]*){{0,5}},[ ](?P<name>{NAME})")
_ONE_OF = rare(r"(?:[Ss]eorang|[Ss]alah (?:satu|seorang))[ ]$")
_BEFORE = rare(
    rf"(?P<name>{NAME})(?:[ ]\((?P<age>[1-9][0-9])(?:[ ](?:tahun|th))?\))?,?[ ]"
    r"(?P<link>(?:seorang|salah[ ]satu|salah[ ]seorang|yang[ ]merupakan|selaku)[ ])?$"
)
_SPEAKS_FOR = rare(
    r"(?:[Kk]epala|[Pp]lt|[Pp]lh|[Kk]a\w+|[Pp]etugas|[Mm]enurut|[Kk]ata|[Uu]jar|[Tt]utur|[Pp]egawai|[Bb]apak|[Ii]bu|[Dd]okter|dr)\b[^.]*$"
)
_OFFICE = rare(
    r"(?:Rumah|Pelayanan|Perawatan|Pengelolaan|Pembinaan|Bimbingan|Pembimbing|Registrasi|Seksi|Subseksi|Kasubsi|Kasi"
    r"|Keluarga|keluarga|Bantuan)[ ]$"
)

_AGE_BEFORE = rare(
    rf"(?P<name>{NAME})(?:,[ ]|[ ]\(|[ ])(?P<word>(?:yang[ ])?(?:(?:ber)?usia|(?:ber)?umur)[ ])?"
    r"(?P<age>[1-9][0-9]?)[ ]$"
)
_SMALL_NUMBER = re.compile(r"\((?:[1-9]|1[0-7])\)")
_NAME_BEFORE = rare(rf"(?P<name>{NAME})[ ]$")
_KIN = "(?:[ ](?:laki-laki|perempuan|kecil|bungsu|sulung|pertama|kedua|ketiga|yatim|tiri|asuh|kandung(?:nya)?|itu))"
_CHILD = rare(rf"{_KIN}*,?[ ](?P<told>bernama[ ]|atas[ ]nama[ ])?(?P<name>{NAME})")
_WINDOW = 90

_INMATE = "(?:[bB]inaan|WBP|ahanan|[nNr]api|[kK]lien|ndikpas|nak didik)"
_CAPITAL = r"[\p{Lu}\p{Lt}\p{Nl}\p{So}]"
SIGNS = {
    "inmate": _INMATE,
    "inmate beside a name": (
        rf"{_INMATE}(?:dana| pemasyarakatan)?(?:(?s:.){_CAPITAL}| \()"
        rf"|(?s:(?:\)|orang |satu |selaku |akan ).{{0,15}}{_INMATE})"
    ),
    "named": r"(?:nama|lengkap|(?:^|[^A-Za-z])a\.?n\.) [A-Z]",
    "child": rf"anak{_KIN}*,?[ ](?:bernama[ ]|atas[ ]nama[ ])?[A-Z]",
    "age": (
        r"[A-Za-z'’.](?:,[ ]|[ ]\(|[ ])(?:(?:yang[ ])?(?:ber)?(?:usia|umur)[ ])?[1-9][0-9]?[ ]tahun"
        r"|[A-Za-z'’.][ ]\((?:[1-9]|1[0-7])\)"
    ),
}


def people(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """K306 to K308."""
    if "inmate beside a name" in prose.signs or {"inmate", "named"} <= prose.signs:
        yield from _inmates(prose)
    if not prose.signs.isdisjoint({"child", "age"}):
        yield from _children(prose)
    if settings.stop_words and "stop word" in prose.signs:
        told = set[str]()
        for found in _stop_pattern(settings.stop_words).finditer(prose.text):
            if found[0].casefold() not in told:
                told.add(found[0].casefold())
                yield prose.problem(Code.STOP_WORD, found.start(), word=found[0])


@lru_cache(maxsize=4)
def _stop_pattern(stop_words: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({re.escape(word) for word in stop_words}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _inmates(prose: Prose) -> Iterator[Problem]:
    seen = set[str]()
    for start, end in sorted(_key_places(prose.text, told="named" in prose.signs)):
        found = _inmate(prose, start, end)
        if found and found[1] not in seen:
            seen.add(found[1])
            yield prose.problem(Code.INMATE_NAMED, found[0], name=found[1], initials=_initials(found[1]))


def _key_places(text: str, *, told: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each word for an inmate beside which a name may stand; anywhere if the text has `told` one."""
    for key, head in _HEADS.items():
        letters, at = _NEXT_TO.get(key), text.find(key)
        while at >= 0:
            end = _past(text, at + len(key))
            # Names are far rarer than these words: a look at the letters around them saves nearly all the patterns.
            if (letters is None or text[at - 1] in letters) and (told or _has_company(text, at, end)):
                found, tail = head().search(text, max(0, at - 8), at), _KEY_END().match(text, end)
                if found and tail:
                    yield found.start(), tail.end()
            at = text.find(key, end)


def _past(text: str, end: int) -> int:
    """The end of the word with what may belong to it: narapidana, warga binaan pemasyarakatan."""
    for tail in ("dana", " pemasyarakatan"):
        if text.startswith(tail, end):
            return end + len(tail)
    return end


def _has_company(text: str, at: int, end: int) -> bool:
    """Whether a word with a capital or a bracket follows, or what is in front ends with an age, `seorang` or `satu`."""
    following = text[end : end + 2]
    if following[1:].isupper() or following == " (":
        return True
    before = text[max(0, at - 16) : at]
    return ")" in before or "orang " in before or "satu " in before or "selaku " in before or "akan " in before


def _inmate(prose: Prose, start: int, end: int) -> tuple[int, str] | None:
    """Where the full name of the inmate at this place begins, and the name."""
    text = prose.text
    following, before = text[end : end + 1], text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    if (following not in " ,_-" and not before) or _OFFICE().search(before):
        return None
    field = prose.field(start)
    named = _NAMED().match(text, end)
    if named and (name := person(named["name"])):
        return named.start("name"), name
    in_headline = field in HEADLINES or text.startswith("#", prose.line(start)[0])
    surely = in_headline or _is_headlined(text[start:end])
    in_file_name = following in {"_", "-"}
    nearby = text[end : end + _WINDOW]
    beside = _BESIDE().match(nearby.replace(following, " ") if in_file_name else nearby)
    if beside and (name := person(beside["name"], surely=surely or in_file_name)):
        return end + beside.start("name"), name
    if _ONE_OF().search(before) and (apposed := _APPOSED().match(text, end)) and (name := person(apposed["name"])):
        return apposed.start("name"), name
    return _named_before(before, start)


def _is_headlined(word: str) -> bool:
    """Whether each part has a capital, as in headlines and names of programmes; "Warga binaan" begins a sentence."""
    return word != "WBP" and all(part[0].isupper() for part in word.split() if part[0].isalpha())


def _named_before(before: str, start: int) -> tuple[int, str] | None:
    """The name in `Budi Santoso (30), warga binaan` and `Budi Santoso, salah satu warga binaan`."""
    found = _BEFORE().search(before) if before[-1:] == " " and ("," in before or ")" in before) else None
    if found is None or not (found["age"] or found["link"]) or _SPEAKS_FOR().search(before[: found.start()][-40:]):
        return None
    name = person(found["name"])
    return (start - len(before) + found.start(), name) if name else None


def _children(prose: Prose) -> Iterator[Problem]:
    told = set[str]()
    for at, name in sorted((*_aged(prose.text), *_called_children(prose.text))):
        if name not in told:
            told.add(name)
            yield prose.problem(Code.CHILD_NAMED, at, name=name, initials=_initials(name))


def _aged(text: str) -> Iterator[tuple[int, str]]:
    """Names with the age of a child behind them: `Budi Santoso (15)`, `Budi Santoso, 15 tahun,`."""
    at = text.find(" tahun")
    while at > 0:
        first = max(0, at + 1 - _WINDOW)
        found = _AGE_BEFORE().search(text, first, at + 1) if text[at - 1].isdigit() else None
        # "Rina Marlina, 15 tahun mengabdi" is no age.
        apart = found and (found["word"] or text[at + 6 : at + 7] in {")", ",", "."})
        if found and apart and int(found["age"]) < 18 and (name := person(found["name"])):
            yield found.start("name"), name
        at = text.find(" tahun", at + 6)
    for number in _SMALL_NUMBER.finditer(text):
        found = _NAME_BEFORE().search(text, max(0, number.start() - _WINDOW), number.start())
        if found and (name := person(found["name"], surely=True)):
            yield found.start("name"), name


def _called_children(text: str) -> Iterator[tuple[int, str]]:
    at = text.find("anak")
    while at >= 0:
        whole = not text[at - 1 : at].isalnum() and text[at - 1 : at] != "-"
        found = _CHILD().match(text, at + 4) if whole else None
        if found and (name := person(found["name"], surely=not found["told"])):
            yield found.start("name"), name
        at = text.find("anak", at + 4)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split(" ") if part[0].isupper())
