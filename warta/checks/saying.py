"""A weekday beside a date, as a value that can be compared with the calendar and written anew in its own form."""

import re
from datetime import date
from typing import NamedTuple

from warta.read.dates import MONTHS, WEEKDAYS, month_of


class Saying(NamedTuple):
    """Weekdays beside days of one month, as printed: `text` is the expression with plain blanks, at `offset`."""

    offset: int
    text: str
    weekdays: tuple[int, ...]
    days: tuple[int, ...]
    month: int
    year: int | None
    match: re.Match[str]
    in_brackets: bool
    is_past: bool

    @property
    def is_single(self) -> bool:
        """Whether it is one weekday and one day, so that it can be written anew."""
        return len(self.weekdays) == len(self.days) == 1

    def dates(self, year: int) -> tuple[date, ...] | None:
        """Its days in that year, None if one of them is in no calendar."""
        try:
            return tuple([date(year, self.month, day) for day in self.days])
        except ValueError:
            return None

    def agrees(self, year: int) -> bool:
        """Whether the weekdays are those of the days in that year: pair by pair, or in lists of unequal length any."""
        found = [each.weekday() for each in self.dates(year) or ()]
        if len(found) == len(self.weekdays):
            return found == list(self.weekdays)
        return not set(found).isdisjoint(self.weekdays)

    def rewritten(self, when: date, *, with_year: bool = False) -> str:
        """The expression for another date with the weekday it has, in the writer's own form."""
        (_, day_end), (days, days_end), (month, month_end), (year, year_end) = _spans(self.match)
        text, numeric = self.text, self.text[month].isdigit()
        printed = f"{when.year}"[year - year_end :] if year < year_end else ""
        added = f"{'/' if numeric else ' '}{when.year}" if with_year and not printed else ""
        pieces = (
            _cased(WEEKDAYS[when.weekday()], text[:day_end]),
            text[day_end:days],
            _padded(when.day, text[days:days_end]),
            text[days_end:month],
            _padded(when.month, text[month:month_end]) if numeric else _month(when.month, text[month:month_end]),
            text[month_end:year] + printed + added + text[year_end:],
        )
        return "".join(pieces)


def _spans(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Where the weekday, day, month and year stand; the year's is empty where none is printed."""
    month = "number" if match["number"] else "name"
    year = next((name for name in ("year", "far", "late") if match[name]), "")
    end = match.span(month)[1]
    return (
        match.span("weekday"),
        match.span("days"),
        match.span(month),
        match.span(year) if year else (end, end),
    )


def _cased(word: str, printed: str) -> str:
    return word.upper() if printed.isupper() else word.lower() if printed.islower() else word


def _padded(number: int, printed: str) -> str:
    return f"{number:02}" if printed.startswith("0") else str(number)


def _month(number: int, printed: str) -> str:
    """The month's name, short where a short one was printed."""
    name, known = MONTHS[number - 1], month_of(printed)
    is_short = known is not None and len(printed) < len(MONTHS[known - 1])
    return _cased(name[:3] if is_short and len(printed) <= 4 else name, printed)
