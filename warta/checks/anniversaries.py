"""K201: numbers of anniversaries ("HBP ke-61") against the year, and as witnesses of it.

In 127 real texts no number was wrong (newsroom.md section 3): their worth is to say which side of a wrong date is
right. Feasts of the Hijri calendar are left out: which day they fall on is announced, not computed, and their years
begin in the middle of ours.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from warta.checks.runningtext import RunningText, plain_words
from warta.codes import Code
from warta.problems import Problem

BASES = {"pemasyarakatan": 1964, "kemerdekaan": 1945, "pengayoman": 1945, "imipas": 2024, "ibu": 1928}
"""The year to which a number is added, by feast (newsroom.md section 3)."""

BEFORE, AFTER = 90, 60
"""Letters on either side of a number in which its name is looked for."""

MOST = 1_000
"""Numbers of one text that are looked at: more than any article has, and few enough to stay quick."""

Named = tuple[tuple[str, int], ...]
"""The anniversaries of site.yaml: name and base year."""

_INDONESIA = r"(?:RI|NKRI|Republik Indonesia)"
_DAY = r"(?:HUT|Hari Ulang Tahun|Hari Jadi|Hari|Dirgahayu|Peringatan)"
_SHORT = r"(?: ?\([^()]{1,20}\))?"
_FREEDOM = rf"(?:(?:Proklamasi )?Kemerdekaan(?: {_INDONESIA})?|{_INDONESIA})"
_NAMES = {
    "pemasyarakatan": rf"HBP|Hari (?:Bh?akti )?Pemasyarakatan(?: Indonesia)?|{_DAY}{_SHORT} (?:Pemasyarakatan|Pas)",
    "kemerdekaan": rf"{_DAY}{_SHORT} {_FREEDOM}|Kemerdekaan {_INDONESIA}",
    "pengayoman": rf"(?:{_DAY}{_SHORT} )?(?:Pengayoman|HDKD|HKDK|Hari Dharma Karya ?Dh?ika)|{_DAY} Kemenkumham",
    "imipas": rf"{_DAY} (?:Bh?akti |Jadi )?(?:Kementerian Imigrasi dan Pemasyarakatan|Kemenimipas|Imipas)",
    "ibu": r"Hari Ibu|PHI",
}
_AFTER_DAY = {
    "kemerdekaan": rf"{_FREEDOM}\b",
    "pemasyarakatan": r"Pemasyarakatan\b|Pas\b",
    "pengayoman": r"(?:tahun )?(?:Pengayoman|HDKD|Kemenkumham)\b",
    "imipas": r"(?:Kementerian Imigrasi dan Pemasyarakatan|Kemenimipas|Imipas)\b",
    "ibu": r"Hari Ibu\b",
}
# `ke-61`, `Ke 61`, `ke -61`, `ke- 61`; and `HDKD-77` (newsroom.md section 3).
_NUMBER = re.compile(rb"k(?:e[ ?-]{0,3}|d-)([0-9]{1,3})(?![0-9])")
# What only some texts need is compiled by `re` itself, when it is needed.
_YEAR = r"(?<![\d.,])(?:19|20|21)\d\d(?!\d)"
_OWN_YEAR = r"(?i) ?,? ?(?:pada )?(?:tahun |th\.? ?|/ ?|\()?((?:19|20|21)\d\d)(?![\d.,/-])"
_BEFORE_IT = r"(?i)\b(?:lalu|sebelumnya|silam|kemarin)\b"
_AHEAD_OF_IT = (
    r"(?i)\b(?:depan|mendatang|jelang|menjelang|menyambut|sambut|menyongsong|songsong|persiapan|bersiap|rencana|akan)\b"
)


class Mention(NamedTuple):
    """An anniversary with its number: as printed, where, the year it stands for, and the year printed behind it."""

    text: str
    offset: int
    year: int
    number: str
    printed: int | None

    def of_year(self, year: int) -> str:
        """The words with the number of another year, "" if it was not held yet."""
        number = int(self.number) + year - self.year
        start, _, end = self.text.rpartition(self.number)
        return f"{start}{number}{end}" if number > 0 else ""


def mentions(running: RunningText, named: Named) -> tuple[Mention, ...]:
    """Every anniversary of the text whose name and number stand together, in any order."""
    numbers = islice(_NUMBER.finditer(running.plain), MOST)
    return tuple([found for each in numbers if (found := _mention(running, each, named))])


def problems(running: RunningText, found: Sequence[Mention]) -> Iterator[Problem]:
    """The numbers that are not those of the year: of the one printed behind them, else of the post's.

    A post may speak of the feast of another year, if it gives that year or says that it is over or to come.
    """
    posted, given = running.article.date, set(re.findall(_YEAR, running.text)) if found else set[str]()
    for each in found:
        year = each.printed or (posted.year if posted else None)
        if year in {None, each.year} or (
            each.printed is None and (str(each.year) in given or _is_told(running, each, year or 0))
        ):
            continue
        fix = each.of_year(year) if year else ""
        yield running.problem(Code.ANNIVERSARY, each.offset, text=each.text, right=each.year, year=year, fix=fix)


def _is_told(running: RunningText, mention: Mention, year: int) -> bool:
    """Whether the sentence says that it means the feast of the year before or after."""
    told = {-1: _BEFORE_IT, 1: _AHEAD_OF_IT}.get(mention.year - year)
    return bool(told and re.search(told, running.sentence(mention.offset)))


def _mention(running: RunningText, number: re.Match[bytes], named: Named) -> Mention | None:
    names_before, names_after, bases = _patterns(named)
    start, end = number.span(1)
    in_word = number[0].startswith(b"kd")
    head = start - 1 if in_word else number.start()
    if running.plain[head - 1 : head].isalnum() is not in_word:
        return None
    before = plain_words(_paragraph_before(running.text[max(0, head - BEFORE) : head]))
    after = plain_words(running.text[end : end + AFTER].partition("\n\n")[0])
    ordinal = plain_words(running.text[head:end])
    name = names_before.search(before)
    if name:
        text, rest = f"{name[0]} {ordinal}", after
    else:
        day, name = re.search(rf"(?:{_DAY}|Kemerdekaan){_SHORT}$", before, re.IGNORECASE), names_after.match(after)
        if day is None or name is None:
            return None
        text, rest = f"{day[0]} {ordinal} {name[0]}", after[name.end() :]
    base = bases[name.lastgroup or ""]
    printed = re.match(_OWN_YEAR, f" {rest}")
    year, digits = base + int(number[1]), number[1].decode()
    return Mention(text, number.start(), year, digits, int(printed[1]) if printed else None)


def _paragraph_before(text: str) -> str:
    return text.rpartition("\n\n")[2]


@lru_cache(maxsize=4)
def _patterns(named: Named) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """The feasts that are known: the name that ends before a number, the name that follows one, their base years.

    Compiled by the first text that has a number.
    """
    own = {f"own{index}": (r"\s+".join(map(re.escape, name.split())), base) for index, (name, base) in enumerate(named)}
    before = {**{group: rf"(?:{_DAY} )?{name}" for group, (name, _) in own.items()}, **_NAMES}
    after = {**{group: rf"{name}\b" for group, (name, _) in own.items()}, **_AFTER_DAY}
    return (
        re.compile(rf"\b(?:{_groups(before)}){_SHORT}(?: (?:usianya )?yang)?$", re.IGNORECASE),
        re.compile(_groups(after), re.IGNORECASE),
        {**{group: base for group, (_, base) in own.items()}, **BASES},
    )


def _groups(names: dict[str, str]) -> str:
    return "|".join(f"(?P<{group}>{pattern})" for group, pattern in names.items())
