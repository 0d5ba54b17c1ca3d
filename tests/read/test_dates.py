"""Dates as Indonesian staff write them, each in every form that DESIGN promises."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.codes import Code
from warta.read import dates
from warta.read.dates import DateFault, Moment, read_date

MAKASSAR, JAKARTA, UTC = ZoneInfo("Asia/Makassar"), ZoneInfo("Asia/Jakarta"), ZoneInfo("UTC")
ZONES = ["Asia/Makassar", "Asia/Jakarta", "Asia/Jayapura", "UTC", "America/Los_Angeles"]

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
MONTHS_IN_ENGLISH = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
SHORT_MONTHS_IN_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


def tried(text: str, zone: ZoneInfo) -> Moment | DateFault:
    try:
        return read_date(text, zone)
    except DateFault as fault:
        return fault


def written(moment: Moment) -> str:
    return f"{moment.when:%Y-%m-%d %H:%M:%S %z}"


DAYS = [
    "2025-03-22",
    "2025-3-22",
    "22 Maret 2025",
    "22 maret 2025",
    "22 MARET 2025",
    "22 Mar 2025",
    "22 Mar. 2025",
    "22 March 2025",
    "22-Maret-2025",
    "22  Maret  2025",
    "Sabtu, 22 Maret 2025",
    "Sabtu 22 Maret 2025",
    "sabtu, 22 maret 2025",
    "Saturday, 22 March 2025",
    "Sabtu, 22/03/2025",
    "22/03/2025",
    "22/3/2025",
    "22-3-2025",
    "22-03-2025",
    "22.03.2025",
    "22.3.2025",
    "22/3/25",
    "22-03-25",
    "  22 Maret 2025 ",
]


@pytest.mark.parametrize("text", DAYS)
def test_every_form_of_a_day_is_its_midnight_in_the_sites_zone(text: str) -> None:
    moment = read_date(text, MAKASSAR)
    assert (written(moment), moment.has_time) == ("2025-03-22 00:00:00 +0800", False)


@pytest.mark.parametrize("text", DAYS)
@pytest.mark.parametrize(
    ("time", "read"),
    [
        (" 09.30", "2025-03-22 09:30:00 +0800"),
        (" 9.30", "2025-03-22 09:30:00 +0800"),
        (" 09:30", "2025-03-22 09:30:00 +0800"),
        (" 09:30:15", "2025-03-22 09:30:15 +0800"),
        (", 09.30", "2025-03-22 09:30:00 +0800"),
        (" pukul 09.30", "2025-03-22 09:30:00 +0800"),
        (", pukul 09.30", "2025-03-22 09:30:00 +0800"),
        (" Pukul 09.30 WITA", "2025-03-22 09:30:00 +0800"),
        (" jam 09.30", "2025-03-22 09:30:00 +0800"),
        (" pk. 09.30", "2025-03-22 09:30:00 +0800"),
        (" 09.30 WITA", "2025-03-22 09:30:00 +0800"),
        (" 09.30 wita", "2025-03-22 09:30:00 +0800"),
        (" 09.30 Wita", "2025-03-22 09:30:00 +0800"),
        (" 09.30 WIB", "2025-03-22 10:30:00 +0800"),
        (" 09.30 WIT", "2025-03-22 08:30:00 +0800"),
        (" 09:30 UTC", "2025-03-22 17:30:00 +0800"),
        (" 09:30Z", "2025-03-22 17:30:00 +0800"),
        (" 09:30+07:00", "2025-03-22 10:30:00 +0800"),
        (" 09:30 +0700", "2025-03-22 10:30:00 +0800"),
        (" 23:30 -05:00", "2025-03-23 12:30:00 +0800"),
        (" 00.00 WIB", "2025-03-22 01:00:00 +0800"),
    ],
)
def test_every_form_of_a_day_takes_every_form_of_a_time(text: str, time: str, read: str) -> None:
    moment = read_date(text.rstrip() + time, MAKASSAR)
    assert (written(moment), moment.has_time) == (read, True)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2025-03-22T09:30", "2025-03-22 09:30:00 +0800"),
        ("2025-03-22T09:30:00", "2025-03-22 09:30:00 +0800"),
        ("2025-03-22T09:30:00.250", "2025-03-22 09:30:00 +0800"),
        ("2025-03-22T09:30:00Z", "2025-03-22 17:30:00 +0800"),
        ("2025-03-22T09:30:00+08:00", "2025-03-22 09:30:00 +0800"),
        ("2025-03-22t09:30z", "2025-03-22 17:30:00 +0800"),
        ("2025-03-22 09:30:00 +08:00", "2025-03-22 09:30:00 +0800"),
    ],
)
def test_an_iso_moment_is_read(text: str, read: str) -> None:
    assert written(read_date(text, MAKASSAR)) == read


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("names", [MONTHS, MONTHS_IN_ENGLISH, SHORT_MONTHS, SHORT_MONTHS_IN_ENGLISH])
def test_every_name_of_a_month_is_known(names: list[str], number: int) -> None:
    assert read_date(f"5 {names[number - 1]} 2026", MAKASSAR).when == datetime(2026, number, 5, tzinfo=MAKASSAR)


@pytest.mark.parametrize(
    ("name", "number"), [("Pebruari", 2), ("Nopember", 11), ("Agt", 8), ("Ags", 8), ("Nop", 11), ("Sept", 9)]
)
def test_other_spellings_of_months_are_known(name: str, number: int) -> None:
    assert read_date(f"5 {name} 2026", MAKASSAR).when.month == number


@pytest.mark.parametrize("offset", range(7))
def test_every_weekday_is_checked_against_the_calendar(offset: int) -> None:
    assert read_date(f"{WEEKDAYS[offset]}, {17 + offset} Maret 2025", MAKASSAR).when.weekday() == offset


@pytest.mark.parametrize("word", ["Jumat", "Jum'at", "Jum’at", "Jumʼat", "jumaat", "Friday"])
def test_friday_has_many_spellings(word: str) -> None:
    assert read_date(f"{word}, 21 Maret 2025", MAKASSAR).when.day == 21


def test_sunday_is_also_ahad() -> None:
    assert read_date("Ahad, 23 Maret 2025", MAKASSAR).when.day == 23


@pytest.mark.parametrize(
    ("text", "month", "day"), [("03/04/2025", 4, 3), ("3-4-2025", 4, 3), ("1.12.2025", 12, 1), ("12/11/25", 11, 12)]
)
def test_the_day_always_comes_before_the_month(text: str, month: int, day: int) -> None:
    moment = read_date(text, MAKASSAR).when
    assert (moment.month, moment.day) == (month, day)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "29 Februari 2025",
        "31 April 2025",
        "31/06/2025",
        "32/01/2025",
        "0/1/2025",
        "03/22/2025",
        "2025-13-01",
        "2025-00-10",
        "22 Maret 2025 pukul 25.00",
        "22 Maret 2025 24.00",
        "22 Maret 2025 09.60",
        "2025-03-22T09:30:61",
        "2025-03-22T09:30+25:00",
    ],
)
def test_a_date_that_no_calendar_has_is_impossible(text: str) -> None:
    with pytest.raises(DateFault) as caught:
        read_date(text, MAKASSAR)
    assert (caught.value.code, caught.value.facts["text"]) == (Code.DATE_IMPOSSIBLE, text)


def test_the_29th_of_february_is_there_in_a_leap_year() -> None:
    assert read_date("29 Februari 2024", MAKASSAR).when.day == 29


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kemarin",
        "Maret 2025",
        "22 Maret",
        "22 Mart 2025",
        "22 Jani 2025",
        "2025",
        "2025-03",
        "22/03-2025",
        "22 Maret 2025 pagi",
        "22 Maret 2025 09",
        "22 Maret 2025 pukul",
        "Sabtu",
        "Sabat, 22 Maret 2025",
        "22 Maret 2025 09.30 WIBB",
        "March 22, 2025",
        "22nd March 2025",
        "٢٢ Maret ٢٠٢٥",
        "22 Maret 2025\n23 Maret 2025",
        "20250322",
        "22 Maret 225",
    ],
)
def test_what_is_no_date_is_unreadable(text: str) -> None:
    with pytest.raises(DateFault) as caught:
        read_date(text, MAKASSAR)
    assert caught.value.code is Code.DATE_UNREADABLE


@pytest.mark.parametrize("text", ["1025-03-22", "22 Maret 1899", "2200-01-01", "9999-12-31", "0000-01-01"])
def test_a_year_that_no_one_means_is_refused(text: str) -> None:
    with pytest.raises(DateFault) as caught:
        read_date(text, MAKASSAR)
    assert (caught.value.code, caught.value.facts["first"], caught.value.facts["last"]) == (Code.DATE_YEAR, 1900, 2199)


def test_a_wrong_weekday_is_named_with_the_right_one() -> None:
    with pytest.raises(DateFault) as caught:
        read_date("Sabtu, 22 Maret 2024", MAKASSAR)
    assert caught.value.code is Code.DATE_WEEKDAY
    assert (caught.value.facts["right"], caught.value.facts["date"]) == ("Jumat", "2024-03-22")


def test_the_weekday_is_that_of_the_written_zone_not_of_the_sites() -> None:
    # 23.30 in Los Angeles is already Sunday in Makassar.
    assert read_date("Sabtu, 22 Maret 2025 23:30 -07:00", MAKASSAR).when.day == 23


DAY = st.dates(min_value=date(1971, 1, 1), max_value=date(2199, 12, 31))
FORMS: list[Callable[[date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS_IN_ENGLISH[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
]


@given(DAY, st.sampled_from(FORMS), st.sampled_from(ZONES))
def test_a_day_written_in_any_form_reads_back_as_itself(day: date, form: Callable[[date], str], zone: str) -> None:
    moment = read_date(form(day), ZoneInfo(zone))
    assert moment.when == datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    assert not moment.has_time


@given(DAY, st.times(), st.sampled_from(FORMS), st.sampled_from(["{:%H.%M}", "pukul {:%H.%M}", "{:%H:%M}"]))
def test_a_time_written_in_any_form_reads_back_as_itself(
    day: date, moment: time, form: Callable[[date], str], how: str
) -> None:
    expected = datetime(day.year, day.month, day.day, moment.hour, moment.minute, tzinfo=UTC)
    for suffix, hours in ((" WIB", 7), (" WITA", 8), (" WIT", 9), ("Z", 0), (" +05:30", 5.5)):
        found = read_date(f"{form(day)} {how.format(moment)}{suffix}", MAKASSAR)
        assert found.when == expected - timedelta(hours=hours)


ISO = (
    r"(20[0-9]{2}|[0-9]{4})-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?([+-][0-2][0-9]:[0-6][0-9])?)?"
)


@given(st.from_regex(ISO, fullmatch=True), st.sampled_from(ZONES))
def test_what_programs_write_is_read_the_short_way_as_the_long_way(text: str, zone: str) -> None:
    short = dates._read_iso(text, ZoneInfo(zone))
    try:
        assert short is None or repr(short) == repr(dates._read_written(text, ZoneInfo(zone)))
    except DateFault:
        assert short is None


@pytest.mark.parametrize("text", ["2026-03-02", "2026-03-02T16:30", "2026-03-02 16:30:00", "2026-03-02T16:30:00+08:00"])
def test_what_programs_write_is_read_the_short_way(text: str) -> None:
    assert dates._read_iso(text, MAKASSAR) == dates._read_written(text, MAKASSAR)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "1026-03-02", "2026-3-2", "2026-03-02 24:00", "2026-03-02T16:30Z", "20260302"]
)
def test_what_may_be_no_date_is_read_the_long_way(text: str) -> None:
    assert dates._read_iso(text, MAKASSAR) is None


@given(st.text(max_size=40), st.sampled_from(ZONES))
def test_any_text_is_a_date_or_a_fault(text: str, zone: str) -> None:
    found = tried(text, ZoneInfo(zone))
    assert found.facts["text"] == text if isinstance(found, DateFault) else found.when.tzinfo is not None


@given(
    st.from_regex(
        r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,4}( [0-9]{1,2}[.:][0-9]{2}( ?[+-][0-9]{4})?)?", fullmatch=True
    )
)
def test_any_numbers_in_the_shape_of_a_date_are_a_date_or_a_fault(text: str) -> None:
    found = tried(text, JAKARTA)
    if isinstance(found, DateFault):
        assert found.code in {Code.DATE_IMPOSSIBLE, Code.DATE_UNREADABLE, Code.DATE_YEAR}
