"""A file that was read <-> a line of JSON."""

import json
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

import pytest

from tests.samples import article
from warta.model import Reading
from warta.read import record


class WindowsTime(datetime):
    """A datetime of a system that knows no moment before 1970."""

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: tzinfo | None = None) -> "WindowsTime":
        if timestamp < 0:
            raise OSError
        return super().fromtimestamp(timestamp, tz)


@pytest.mark.parametrize("date", ["1910-01-01 09.30", "1931-12-31", "1969-12-31 23.59", "2026-03-02 09.30"])
def test_a_moment_of_any_year_survives_the_journey_on_any_system(date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "datetime", WindowsTime)
    written = article("apel", f"date: {date}", f"updated: {date}")
    read = record.load(json.loads(record.dump(Reading(written, "x", ()))), "x", ZoneInfo("Asia/Makassar")).value
    assert isinstance(read, type(written))
    assert (read.date, read.updated) == (written.date, written.updated)
    assert read.date is not None
    assert read.date.isoformat() == (written.date and written.date.isoformat())
