"""Dates as a text prints them -> the day that the text is about, and what it may be if the text contradicts itself.

The forms and the candidates are those that real pages show (docs of the project call it the newsroom's evidence): 352
dates in 28 forms, day before month always, a year missing in a quarter of them.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import NamedTuple

from warta.codes import Code
from warta.read.dates import DateFault, read_date

EARLIEST = 1990
"""A report is not older than the first web; older years in a text are history."""

_DATE = re.compile(
    r"""(?:(?P<weekday>Senin|Selasa|Rabu|Kamis|Jum['’ʼ]?a{1,2}t|Sabtu|Minggu|Ahad
            |Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)
        (?:\s+(?:pagi|siang|sore|malam|dini\ hari|lalu|silam|kemarin))?\s*,?\s*(?:tanggal\s+)?[(\[]?\s*)?
        (?<![\w/])(?P<day>[0-9]{1,2})(?:\s*/{1,2}\s*|-|\s+)(?P<month>[0-9]{1,2}|[A-Za-z]{3,9})
        (?:\s*[-/\s]\s*(?P<year>[0-9]{4}|[0-9]{2}))?(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)


class Printed(NamedTuple):
    """A date in a text: its words, the day they name (the year inferred if none is printed), its weekday as printed."""

    words: str
    day: date
    weekday: str = ""
    agrees: bool = True


class Candidate(NamedTuple):
    """A day that may be meant, and why: `printed`, `weekday`, `year` or `month`."""

    kind: str
    day: date


def day_of(text: str, today: date) -> Printed | None:
    """The newest day in the text that is not in the future; None if it names none."""
    plausible = [each for each in printed_dates(text, today) if each.day.year >= EARLIEST and each.day <= today]
    return max(plausible, key=lambda each: (each.day, each.agrees), default=None)


def printed_dates(text: str, today: date) -> Iterator[Printed]:
    """Every date in the text that is complete, or has a weekday and lacks only the year."""
    for match in _DATE.finditer(text):
        weekday = re.sub("['’ʼ]", "", match["weekday"] or "")
        years = [match["year"]] if match["year"] else [str(today.year - back) for back in range(9) if weekday]
        days = (_day(match["day"], match["month"], year) for year in years)
        day = next((day for day in days if day and (match["year"] or day <= today)), None)
        if day:
            yield Printed(" ".join(match[0].split()), day, weekday, not weekday or fits(weekday, day))


def _day(day: str, month: str, year: str) -> date | None:
    joint = "/" if month.isdecimal() else " "
    try:
        return read_date(joint.join((day, month, year)), UTC).when.date()
    except DateFault:
        return None


def fits(weekday: str, day: date) -> bool:
    """Whether the day is of that weekday (in Indonesian)."""
    try:
        read_date(f"{weekday}, {day:%d/%m/%Y}", UTC)
    except DateFault as fault:
        return fault.code is not Code.DATE_WEEKDAY
    return True


def candidates(printed: Printed, today: date) -> tuple[Candidate, ...]:
    """What a contradictory date may mean, each day once, none in the future but the one that is printed."""
    day = printed.day
    near = sorted((day + timedelta(days=away) for away in range(-3, 4)), key=lambda each: abs(each - day))
    years = [_moved(day, years=by) for by in (1, -1)]
    months = [_moved(day, months=by) for by in (-1, 1)]
    moved = (("weekday", near), ("year", years), ("month", months))
    fitting = (Candidate(kind, each) for kind, days in moved for each in days if each and fits(printed.weekday, each))
    found = {day: Candidate("printed", day)}
    for each in fitting:
        if each.day <= today:
            found.setdefault(each.day, each)
    return tuple(found.values())


def _moved(day: date, *, years: int = 0, months: int = 0) -> date | None:
    """The same day in another year or month; None if that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + years * 12 + months, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return None
