"""Weekday and date disagree -> what may have been meant, likeliest first.

Of ten real slips half are not mended by the nearest day (newsroom.md section 1): a year, a month, the weekday or
both numbers can be wrong, so all of them are offered, those nearest to the post's own date first.
"""

from calendar import monthrange
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import NamedTuple

from warta.checks.saying import Saying
from warta.read.dates import YEARS

MOST = 4
"""Candidates that are offered: more than a writer can weigh says nothing."""

FAR = 7
"""Days from the post's date beyond which a candidate is so unlikely that the post's own day is offered too."""


class Setting(NamedTuple):
    """What stands beside a saying: the year it is read in, the post's own day, the years that anniversaries name."""

    year: int
    posted: date | None
    witnessed: AbstractSet[int] = frozenset()


def candidates(saying: Saying, setting: Setting) -> tuple[str, ...]:
    """The expression as it may have been meant, in its own form, likeliest first; () for lists of days."""
    if not saying.is_single:
        return ()
    found = dict.fromkeys(_dates(saying, setting.year))
    own = setting.posted
    if own and own.weekday() == saying.weekdays[0] and all(abs(each - own).days > FAR for each in found):
        found[own] = None
    ranked = sorted(found, key=lambda each: _distance(each, saying, setting))
    written = (saying.rewritten(each, with_year=each.year != setting.year) for each in ranked)
    return tuple(dict.fromkeys(text for text in written if text != saying.text))[:MOST]


def _distance(when: date, saying: Saying, setting: Setting) -> tuple[bool, int]:
    """How unlikely: a year that no anniversary in the text names, then days from the post's date (else the printed)."""
    nearest_valid = min(saying.days[0], monthrange(setting.year, min(max(saying.month, 1), 12))[1])
    printed = date(setting.year, min(max(saying.month, 1), 12), max(nearest_valid, 1))
    against = bool(setting.witnessed) and when.year not in setting.witnessed
    return against, abs(when - (setting.posted or printed)).days


def _dates(saying: Saying, year: int) -> Iterator[date]:
    """The dates that one slip apart have this weekday, and the printed one, whose weekday is another."""
    weekday, day, month = saying.weekdays[0], saying.days[0], saying.month
    printed = _date(year, month, day)
    if printed:
        yield printed
    around = printed or _date(year, month, monthrange(year, month)[1] if 1 <= month <= 12 and day > 28 else 1)
    if around:
        yield next(each for days in (-1, 1, -2, 2, -3, 3, 0) if (each := around + timedelta(days)).weekday() == weekday)
    others = (
        *(_date(year + years, month, day) for years in (-1, 1, -2, 2)),
        *(_date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, day) for months in (-1, 1)),
        _date(year, day, month),
    )
    yield from (each for each in others if each and each.weekday() == weekday)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
