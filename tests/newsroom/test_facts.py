"""What a text says of itself: its day, its place, its tags."""

from datetime import date

import pytest

from warta.newsroom.importing.facts import known_tags, place_of, tags_in
from warta.newsroom.importing.printed import candidates, day_of

TODAY = date(2026, 11, 24)
KNOWN = {
    "ramadhan": "Ramadhan",
    "ramadan": "Ramadhan",
    "hari bhakti pemasyarakatan": "Hari Bhakti Pemasyarakatan",
    "hbp": "Hari Bhakti Pemasyarakatan",
    "jumat berkah": "Jum'at Berkah",
    "pas": "PAS",
}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Apel digelar Senin (2/3/2026).", "2026-03-02"),
        ("Apel digelar Senin, 2 Maret 2026 pukul 07.30 WITA.", "2026-03-02"),
        ("Apel digelar Senin (2/3).", "2026-03-02"),
        ("Jum’at (20/11/2026) dan Jumat (13/11/2026)", "2026-11-20"),
        ("Senin malam (02/03/26)", "2026-03-02"),
        ("Rutan berdiri 27 April 1964; panen pada 22-3-2026.", "2026-03-22"),
        ("Rabu\n(31/12)", "2025-12-31"),
        ("Bazar digelar Sabtu, 5 Desember 2026; rapat Senin, 23 November 2026.", "2026-11-23"),
    ],
)
def test_the_newest_day_that_is_not_in_the_future_is_the_texts(text: str, day: str) -> None:
    found = day_of(text, TODAY)
    assert found is not None
    assert (str(found.day), found.agrees) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "2/3 masa pidana",
        "kamar 2/15",
        "PP 99/2012",
        "Kodim 0817/08/2020",
        "Senin (31/2/2026)",
        "Apel pagi.",
        "5 kg 2026",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert day_of(text, TODAY) is None


@pytest.mark.parametrize(
    ("printed", "today", "expected"),
    [
        (
            "Sabtu, 22 Maret 2024",
            TODAY,
            [("printed", "2024-03-22"), ("weekday", "2024-03-23"), ("year", "2025-03-22")],
        ),
        (
            "Selasa (08/05/2025)",
            date(2025, 5, 9),
            [("printed", "2025-05-08"), ("weekday", "2025-05-06"), ("month", "2025-04-08")],
        ),
        ("Rabu (28/1/2025)", TODAY, [("printed", "2025-01-28"), ("weekday", "2025-01-29"), ("year", "2026-01-28")]),
    ],
)
def test_a_contradictory_date_has_candidates(printed: str, today: date, expected: list[tuple[str, str]]) -> None:
    found = day_of(printed, today)
    assert found is not None
    assert not found.agrees
    assert [(each.kind, str(each.day)) for each in candidates(found, today)] == expected


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("RANTAU – Petugas Rutan menggelar apel.", "Rantau"),
        ("Rantau, INFO_PAS – Petugas menggelar apel.", "Rantau"),
        ("**CONTOH** – Rutan membagikan takjil.", "Contoh"),
        ("BANJAR BARU, 22/3 - Petugas", "Banjar Baru"),
        ("Tapin (22/3) — Petugas", "Tapin"),
        ("Rantau- Petugas menggelar apel.", "Rantau"),
        ("Rutan Rantau – Petugas menggelar apel.", ""),
        ("Buka-puasa bersama digelar.", ""),
        ("Petugas menggelar apel – tertib.", ""),
    ],
)
def test_a_dateline_names_the_place(body: str, place: str) -> None:
    assert place_of(body) == place


def test_known_tags_are_found_by_all_their_spellings_and_as_whole_words() -> None:
    text = "HBP dan Ramadan. Jum’at berkah di bulan RAMADHAN, bukan hpb, passport, atau ramadhani."
    assert tags_in(text, KNOWN) == ("Ramadhan", "Hari Bhakti Pemasyarakatan", "Jum'at Berkah")
    assert tags_in(text, {}) == ()


def test_hashtags_are_the_tags_that_the_site_has() -> None:
    assert known_tags(("Jumat Berkah", "HBP", "Rutan Contoh"), KNOWN) == (
        "Jum'at Berkah",
        "Hari Bhakti Pemasyarakatan",
        "Rutan Contoh",
    )
