"""K1: weekday against calendar, in a whole post."""

from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.desk import HOUSE, codes, hint, told, told_of
from tests.samples import article, facts, standing
from warta.checks import timely
from warta.checks.editorial import checked
from warta.codes import Code, Severity
from warta.model import Passage, Reading, Source
from warta.read.content import read_file

ROOT = Path(__file__).parent.parent.parent
SEED = "content/berita/2025-03-22-rutan-rantau-bagikan-takjil.md"


def seed(text: str) -> Reading:
    reading, _ = read_file(Source(SEED, text.encode()), HOUSE)
    return checked(reading, HOUSE)


def test_the_date_and_the_anniversary_of_the_seed_point_to_2025_and_its_waiver_silences_that() -> None:
    printed = (ROOT / SEED).read_text(encoding="utf-8")
    assert "pada Sabtu, 22 Maret 2024." in printed
    assert seed(printed).problems == ()
    (found,) = seed(printed.replace("abaikan: [K101, K515]", "abaikan: [K515]")).problems
    assert (found.code, found.severity) == (Code.WEEKDAY_CONTRADICTS, Severity.ERROR)
    said = facts(found)
    assert (said["right"], said["witness"], said["year"], said["fix"]) == (
        "Jumat",
        "Hari Bhakti Pemasyarakatan (HBP) ke-61",
        "2025",
        "Sabtu, 22 Maret 2025",
    )


def test_where_the_seed_is_dated_as_it_is_printed_the_anniversary_speaks_too() -> None:
    printed = (ROOT / SEED).read_text(encoding="utf-8").replace("date: 2025-03-22", "date: 2024-03-22")
    assert [each.code for each in seed(printed.replace("abaikan: [K101, K515]", "abaikan: [K515]")).problems] == [
        Code.WEEKDAY_CONTRADICTS,
        Code.ANNIVERSARY,
        Code.ANNIVERSARY,
    ]


@pytest.mark.parametrize(
    ("text", "posted", "fix"),
    [
        ("Sabtu, 22 Maret 2024", "2025-03-22", "Sabtu, 22 Maret 2025"),
        ("Selasa (08/05/2025)", "2025-04-08", "Selasa (08/04/2025)"),
        ("Jumat (25/10/2025)", "2025-10-24", "Jumat (24/10/2025)"),
        ("Rabu (28/1/2025)", "2025-01-28", "Selasa (28/1/2025)"),
        ("Sabtu (16/08/2020)", "2020-08-15", "Sabtu (15/08/2020)"),
        ("Selasa (24/11/2022)", "2022-11-22", "Selasa (22/11/2022)"),
        ("Jumat (17/08)", "2025-07-18", "Jumat (18/07)"),
        ("Kamis (4/10/2025)", "2025-04-10", "Kamis (10/4/2025)"),
        ("Kamis, 29 Februari 2025", "2024-02-29", "Kamis, 29 Februari 2024"),
        ("Sabtu (3/22/2025)", "2025-03-22", "Sabtu (22/3/2025)"),
    ],
)
def test_the_date_that_lies_nearest_to_the_post_is_offered_first(text: str, posted: str, fix: str) -> None:
    assert hint(f"Kegiatan digelar {text} di aula.", posted).endswith(f"tulis begini: {fix}")


@pytest.mark.parametrize(
    ("body", "posted", "code"),
    [
        ("Apel digelar Sabtu (29/3) pagi.", "2025-03-30", []),
        ("Apel digelar Minggu (29/3) pagi.", "2025-03-30", ["K102"]),
        ("Razia digelar Rabu (31/12).", "2026-01-02", []),
        ("Apel tahun baru akan digelar Kamis (1/1).", "2025-12-31", []),
        ("Pelatihan serupa tahun lalu, Jumat (29/3), diikuti 20 orang.", "2025-03-30", []),
        ("Pada 2019, Jumat (29/3), pelatihan serupa digelar.", "2025-03-30", []),
        ("Apel digelar Sabtu (31/2).", "2025-03-01", ["K104"]),
        ("Apel digelar Jumat (29/2).", "2025-03-01", ["K102"]),
    ],
)
def test_a_date_without_a_year_has_the_one_nearest_to_the_post(body: str, posted: str, code: list[str]) -> None:
    assert codes(body, posted) == code


@pytest.mark.parametrize(
    ("body", "fields", "code"),
    [
        ("Panen digelar Selasa (22/4/2025).", (), ["K103"]),
        ("Panen akan digelar Selasa (22/4/2025).", (), []),
        ("Panen digelar Selasa (22/4/2025).", ("event: 2025-04-22",), []),
        ("Panen digelar Selasa (22/4/2025).", ("updated: 2025-04-23",), []),
        ("Panen digelar Selasa (22/4/2025).", ("draft: true",), []),
        ("Rutan panen.\n\nBazar digelar Selasa, 22 April 2025.", (), []),
        ("Rutan panen.\n\nBazar digelar Selasa (22/4/2025).", (), []),
        ("Rutan panen.\n\nBazar telah selesai Selasa (22/4/2025).", (), ["K103"]),
        ("Rutan panen.\n\nBazar digelar Selasa lalu, 22 April 2025.", (), ["K103"]),
        ("Panen digelar Sabtu (22/3/2025).", (), []),
    ],
)
def test_a_report_does_not_tell_of_a_day_to_come(body: str, fields: tuple[str, ...], code: list[str]) -> None:
    assert codes(body, "2025-03-22", *fields) == code


def test_a_slip_is_found_wherever_a_reader_sees_it_and_named_at_its_place() -> None:
    wrong = "Sabtu (23/3/2025)"
    fields = [f'{key}: "Apel {wrong}"' for key in ("title", "short_title", "summary", "image_alt", "image_caption")]
    found = told(f'Pembuka.\n\n![Apel](apel.jpg "{wrong}")', "2025-03-23", *fields, "image: apel.jpg")
    assert [(each.line, each.column) for each in found] == [(12, 19), (3, 8), (4, 14), (5, 10), (6, 12), (7, 16)]


def test_a_standing_page_has_no_day_of_its_own() -> None:
    page = standing("content/halaman/profil.md")._replace(written=Passage("Sejak Senin (3/3), Sabtu, 22 Maret 2024."))
    assert [(each.code, facts(each)["fix"]) for each in told_of(page)] == [
        (Code.WEEKDAY_CONTRADICTS, "Jumat, 22 Maret 2024")
    ]


def test_an_anniversary_of_another_year_is_no_witness_unless_the_date_could_be_of_it() -> None:
    body = "Tahun lalu HBP ke-60 sederhana. Kini bazar digelar Rabu (28/1/2025)."
    (found,) = told(body, "2025-01-28")
    assert (facts(found)["witness"], facts(found)["fix"]) == ("", "Selasa (28/1/2025)")


def test_lists_of_days_are_named_without_a_guess() -> None:
    (found,) = told("Digelar Senin dan Selasa, tanggal 4 dan 5 Maret 2025.", "2025-03-06")
    assert (facts(found)["date"], facts(found)["right"]) == ("4 Maret 2025, 5 Maret 2025", "Selasa, Rabu")
    assert facts(found)["fix"] == ""


PIECES = st.sampled_from(
    "Sabtu|Jum'at|Minggu|,| |(|)|22|/|3|2024|2025|Maret|Februari|31|dan|malam|ke-61|HBP |HUT |RI|\n|\n\n|*|<!--|-->|"
    "Kemenkumham|tahun lalu|-|–|s.d.|0|99|9999|\u00a0|’|²|٣".split("|")
)


@given(
    st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)) | st.none(),
)
def test_any_text_gives_problems_and_never_an_exception(text: str, posted: date | None) -> None:
    when = datetime(posted.year, posted.month, posted.day, tzinfo=HOUSE.zone) if posted else None
    post = article("uji", "date: 2025-03-22")._replace(written=Passage(text, 5), date=when, title=text)
    for found in told_of(post):
        assert found.code in {"K101", "K102", "K103", "K104", "K201", "K202"}
        assert found.line >= 1


@pytest.mark.parametrize(
    "piece",
    [
        "Sabtu ",
        "Sabtu 22 Maret 2024 ",
        "Sabtu (1, 2, 3, 4 ",
        "Senin dan ",
        "HBP ke-61 ",
        "Hari Ulang Tahun (HUT) ke-1 ",
        "<!-- ",
        "<!---->",
        "* ",
        "Sabtu" + " " * 150,
        "Jumat (22/3) telah ",
        "kementerian hukum dan ham/ ",
    ],
)
def test_the_largest_text_is_checked_in_a_moment_whatever_it_holds(piece: str) -> None:
    post = article("uji", "date: 2025-03-22")._replace(written=Passage((piece * 2_000_000)[:2_000_000], 5))
    began = perf_counter()
    assert len(told_of(post)) <= timely.MOST
    assert perf_counter() - began < 3
