"""Moments as machines read them: no format of theirs has an offset with seconds, as local times before 1932 had."""

from datetime import datetime, timedelta, timezone


def whole_minutes(moment: datetime) -> datetime:
    """The same date and time on the clock, with its offset rounded to minutes."""
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=timezone(timedelta(minutes=round(offset / timedelta(minutes=1)))))


def iso(moment: datetime) -> str:
    """The moment as HTML's `datetime` attribute and a sitemap's `lastmod` want it, with its offset."""
    return whole_minutes(moment).isoformat(timespec="seconds")


def iso_day(moment: datetime) -> str:
    """Its day alone, for a date to which no one gave a time."""
    return moment.date().isoformat()
