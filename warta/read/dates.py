"""Dates as Indonesian staff write them -> moments in the site's zone.

Day before month, always: newsroom.md counts no page of 373 that writes the month first.
"""

import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from warta.codes import Code

YEARS = range(1900, 2200)
"""Years that are believed; outside them a slip is likelier."""

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember").split()
_WEEKDAY_WORDS = {
    **{word: number for number, word in enumerate(("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"))},
    **{
        word: number
        for number, word in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    },
    "ahad": 6,
    "jumaat": 4,
}
_MONTH_STEMS = {
    **dict(zip("jan feb mar apr mei jun jul agu sep okt nov des".split(), range(1, 13), strict=True)),
    "may": 5,
    "agt": 8,
    "ags": 8,
    "aug": 8,
    "oct": 10,
    "dec": 12,
    "nop": 11,
    "peb": 2,
}
_MONTHS = (
    "januari january jan februari february pebruari feb maret march mar april apr mei may juni june jun juli july jul "
    "agustus august agu agt ags aug september sept sep oktober october okt oct november nopember nov nop "
    "desember december des dec"
).split()
_APOSTROPHES = re.compile("['‘’ʼ`´′]")
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "z": 0, "utc": 0, "gmt": 0}
_TIME = (
    r"(?:[T,]?\s*(?:(?:pukul|jam|pk)\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<zone>wib|wita|wit|utc|gmt|z|[+-]\d{2}:?\d{2})?)?"
)
# Compiled by the first date that needs it, as that takes as long as to read ten posts whose dates are like `_ISO`.
_DATE = (
    r"(?:(?P<weekday>[a-z'’ʼ]+)\s*,?\s+)?"
    r"(?:(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})(?:(?P<separator>[/.-])(?P<month>\d{1,2})(?P=separator)|[\s-]+(?P<name>[a-z]+)\.?[\s-]+)"
    r"(?P<year>\d{4}|\d{2}))" + _TIME
)
# As programs write: no more than what Python reads in the same way.
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?", re.ASCII
)


class Moment(NamedTuple):
    """A date that was read: `when` is aware and in the site's zone (midnight if `has_time` is false)."""

    when: datetime
    has_time: bool


class DateFault(ValueError):
    """The text is no date we read: the problem's code and its facts."""

    def __init__(self, code: Code, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts


def read_date(text: str, zone: tzinfo) -> Moment:
    """The moment the text names; without an offset it is local time in `zone`. Raises DateFault."""
    return _read_iso(text, zone) or _read_written(text, zone)


def _read_iso(text: str, zone: tzinfo) -> Moment | None:
    """The moment as most programs write it, at a fifth of the cost; None for any other text."""
    if not _ISO.fullmatch(text):
        return None
    try:
        local = datetime.fromisoformat(text)
    except ValueError:
        return None
    if local.year not in YEARS:
        return None
    return Moment(
        (local if local.tzinfo else local.replace(tzinfo=zone)).astimezone(zone), len(text) > len("2026-03-02")
    )


def _read_written(text: str, zone: tzinfo) -> Moment:
    match = re.fullmatch(_DATE, text.strip(), re.IGNORECASE | re.ASCII)
    if match is None:
        raise DateFault(Code.DATE_UNREADABLE, text=text)
    year, month, day = _calendar_numbers(match, text)
    if year not in YEARS:
        raise DateFault(Code.DATE_YEAR, text=text, first=YEARS.start, last=YEARS.stop - 1)
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=_offset(match["zone"]) or zone)
    except ValueError:
        raise DateFault(Code.DATE_IMPOSSIBLE, text=text) from None
    _check_weekday(match["weekday"], local, text)
    return Moment(local.astimezone(zone), match["hour"] is not None)


def _calendar_numbers(match: re.Match[str], text: str) -> tuple[int, int, int]:
    if match["iso_year"]:
        return int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    if match["month"]:
        return year, int(match["month"]), int(match["day"])
    month = month_of(match["name"])
    if month is None:
        raise DateFault(Code.DATE_UNREADABLE, text=text)
    return year, month, int(match["day"])


def month_of(word: str) -> int | None:
    """The number of the month that the word names, in any spelling we read, from 1."""
    name = word.casefold()
    return _MONTH_STEMS[name[:3]] if name in _MONTHS else None


def weekday_of(word: str) -> int | None:
    """The number of the weekday that the word names, Monday being 0; any apostrophe in it says nothing."""
    return _WEEKDAY_WORDS.get(_APOSTROPHES.sub("", word.casefold()))


def _offset(zone: str | None) -> tzinfo | None:
    if zone is None:
        return None
    if zone.casefold() in _ZONES:
        return timezone(timedelta(hours=_ZONES[zone.casefold()]))
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    sign = -1 if zone[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _check_weekday(word: str | None, local: datetime, text: str) -> None:
    if word is None:
        return
    number = weekday_of(word)
    if number is None:
        raise DateFault(Code.DATE_UNREADABLE, text=text)
    if number != local.weekday():
        right = WEEKDAYS[local.weekday()]
        raise DateFault(Code.DATE_WEEKDAY, text=text, right=right, date=f"{local:%Y-%m-%d}")
