"""Events -> a file that calendars read (iCalendar, RFC 5545).

Nothing in it is the build's, so a calendar sees a change only where there is one.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from warta.arrange.viewfound import CalendarView
from warta.arrange.viewparts import CalendarEvent
from warta.settings import Settings

LINE = 75
"""Octets of a line without its end (section 3.1)."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")


def calendar(view: CalendarView, settings: Settings) -> bytes:
    """The calendar; that of the whole agenda has the site's name, and is worth a look every day."""
    name = text(settings.short_name)
    named = () if view.title else (f"NAME:{name}", f"X-WR-CALNAME:{name}", "REFRESH-INTERVAL;VALUE=DURATION:P1D")
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{name}//Warta//{settings.language.upper()}",
        "CALSCALE:GREGORIAN",
        *named,
        *(line for each in view.events for line in _event(each, settings)),
        "END:VCALENDAR",
    )
    return b"".join(map(folded, lines))


def text(value: str) -> str:
    """A value of the type TEXT (section 3.3.11); a control character, which it may not hold, is a blank."""
    return _CONTROL.sub(" ", value.replace("\r\n", "\n")).translate(_ESCAPES)


def folded(line: str) -> bytes:
    """The line with its end, in pieces of at most LINE octets, of which none ends inside a character."""
    data, pieces, start = line.encode("utf-8", "replace"), list[bytes](), 0
    while start < len(data):
        end = start + LINE - bool(pieces)  # the blank that begins a further piece counts
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start = end
    return b"\r\n ".join(pieces) + b"\r\n"


def _event(event: CalendarEvent, settings: Settings) -> Iterator[str]:
    told = _moment if event.has_time else _day
    changed = _moment(event.changed)[1:]
    yield "BEGIN:VEVENT"
    yield f"UID:{text(event.id.strip('/'))}@{urlsplit(settings.base_url).hostname}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"DTSTART{told(event.start)}"
    if event.end:
        yield f"DTEND{told(event.end)}"
    yield f"SUMMARY:{text(event.title)}"
    if event.summary:
        yield f"DESCRIPTION:{text(event.summary)}"
    if event.place:
        yield f"LOCATION:{text(event.place)}"
    yield f"URL:{settings.absolute(event.address)}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    """In UTC: a calendar then needs no definition of the zone."""
    return f":{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day(moment: datetime) -> str:
    return f";VALUE=DATE:{moment:%Y%m%d}"
