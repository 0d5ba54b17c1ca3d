"""Weekday and date as Indonesian news writes them, in all 28 forms that newsroom.md (section 2) counts -> values.

Numbers without a weekday are never read: `2/3 masa pidana` and `kamar 2/15` look like dates and are none.
"""

import re
from collections.abc import Iterator

from warta.checks.rare import rare
from warta.checks.runningtext import RunningText
from warta.checks.saying import Saying
from warta.read.dates import YEARS, month_of, weekday_of

STARTS = (b"senin", b"selasa", b"rabu", b"kamis", b"jum", b"sabtu", b"minggu", b"ahad")
"""How the words begin that name a weekday."""

WINDOW = 100
"""Letters in which an expression must end: twice the longest that newsroom.md counts."""

MOST = 5_000
"""Weekdays of one text that are looked at: more than any article has, and few enough to stay quick."""

_ONE_DIGIT = bytes.maketrans(b"123456789", b"000000000")
_NUMBERS = re.compile(r"\d+")
# Emphasis, quotes and unseen blanks stand anywhere in an expression and mean nothing.
_MARKS = re.compile("[*_~>\u200b\u200e\ufeff]+")
_DAY = r"(?:senin|selasa|rabu|kamis|jum['‘’ʼ`´′]?aa?t|sabtu|minggu|ahad)\b"
_PARTS_OF_DAY = (
    "pagi|siang|sore|petang|malam|dini hari|subuh|tadi|lalu|silam|kemarin|ini|itu|depan|besok|lusa|nanti|mendatang|"
    "pon|wage|kliwon|legi|pahing|paing"
)
_AND = r"(?: ?, ?(?:dan )?| (?:dan|hingga|sampai(?: dengan)?|s\.? ?/?d\.?) | ?[-–—&] ?)"
_WHEN = rf"(?: (?:{_PARTS_OF_DAY})\b){{0,3}}"
_YEAR = r"(?: ?(?://?|[-.]) ?(?P<year>\d{4}|\d\d)(?![\d/:])| (?P<far>\d{4})(?!\d))?"
_FORM = (
    rf"(?P<weekday>{_DAY})(?P<when>{_WHEN})(?P<weekdays>(?:{_AND}{_DAY}{_WHEN}){{0,4}})"
    r" ?[,:/–—-]? ?(?:pada )?(?:(?:tanggal|tgl\.?) )?(?P<open>[(\[])? ?"
    rf"(?P<days>\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,4}}) ?"
    rf"(?:(?P<separator>//?|[-.]) ?(?P<number>\d{{1,2}})(?!\d){_YEAR}"
    r"|[-/]? ?(?P<name>[a-z]{3,10})\b(?:\.?,? ?[-/]? ?(?:tahun )?(?P<late>\d{4})(?!\d))?)"
    r"(?(open)(?: ?[)\]])?)"
)
_form = rare(_FORM, re.IGNORECASE)
# What may follow `(7/3`: without a year only what closes the brackets, or a time, makes two numbers a date.
_AFTER_BARE = r"(?i) ?(?:[,;–-]|pukul\b|jam\b|pagi\b|siang\b|sore\b|malam\b)"
_PAST = {"lalu", "silam", "kemarin", "tadi"}
_WEEK = _PAST | {"ini", "depan", "mendatang"}


def sayings(running: RunningText) -> Iterator[Saying]:
    """Every weekday with a date in the text, in order."""
    near = _before_numbers(running.plain)
    starts = sorted([at for word in STARTS if word in near for at in running.all_of(word)])
    end = 0
    for at in starts[:MOST]:
        if at >= end and (found := _saying(running.text, at)):
            end = at + len(found.text)
            yield found


def _before_numbers(plain: bytes) -> bytes:
    """What stands so near before a number that it may be its weekday: an eighth of a text, searched for eight words."""
    pieces = plain.translate(_ONE_DIGIT).split(b"0")
    return b"0".join([piece[-WINDOW:] for piece in pieces[:-1] if piece])


def _saying(text: str, at: int) -> Saying | None:
    window = text[at : at + WINDOW].partition("\n\n")[0]
    if not _NUMBERS.search(window):
        return None
    plain = " ".join(_MARKS.sub("", window).split())
    match = _form().match(plain)
    if match is None or _is_week(match, text[max(0, at - 6) : at]):
        return None
    month = int(match["number"]) if match["number"] else month_of(match["name"])
    if month is None or not _is_whole(match, plain):
        return None
    year = match["year"] or match["far"] or match["late"]
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    return Saying(
        at,
        match[0],
        _weekdays(match),
        tuple(map(int, _NUMBERS.findall(match["days"]))),
        month,
        number if number in YEARS else None,
        match,
        match["open"] is not None,
        match["when"] != "" and not _PAST.isdisjoint(match["when"].casefold().split()),
    )


def _is_week(match: re.Match[str], before: str) -> bool:
    """Whether `minggu` is a week: `minggu (2/3)`; `Minggu lalu` only where all words have capitals, or the first."""
    word, when, before = match[0][:6], match["when"], before.rstrip()
    if word.casefold() != "minggu" or before.casefold().endswith("hari"):
        return False
    in_capitals = not when.islower() or not before or before[-1] in '.!?:"“”'
    return word.islower() or (in_capitals and not _WEEK.isdisjoint(when.casefold().split()))


def _is_whole(match: re.Match[str], plain: str) -> bool:
    """Whether the numbers are a date for certain: two numbers alone only in brackets, `-` and `.` only with a year."""
    if match["name"]:
        return True
    year = match["year"] or match["far"]
    if match["separator"] in {"-", "."}:
        return year is not None and len(year) == 4
    if year:
        return True
    return bool(match["open"]) and (match[0][-1] in ")]" or re.match(_AFTER_BARE, plain[match.end() :]) is not None)


def _weekdays(match: re.Match[str]) -> tuple[int, ...]:
    words = [match["weekday"], *(re.findall(_DAY, match["weekdays"], re.IGNORECASE) if match["weekdays"] else ())]
    return tuple([number for word in words if (number := weekday_of(word)) is not None])
