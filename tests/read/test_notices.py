"""What a post announces or takes back."""

from datetime import date, datetime

import pytest

from tests.samples import HOUSE, article, codes, read
from warta.model import Correction, Event


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HOUSE.zone)


def problems_of(*fields: str) -> list[str]:
    return codes(read("\n".join(("---", "title: Bazar", "date: 2026-03-01", *fields, "---", "Isi.")))[1])


@pytest.mark.parametrize(
    ("fields", "event"),
    [
        (["acara: 28 Maret 2026"], Event(at("2026-03-28"), None, has_time=False, place="")),
        (
            ["event:", "  start: 2026-03-28 09:00", "  end: 2026-03-28 12:00", "  place: Aula Rutan"],
            Event(at("2026-03-28 09:00"), at("2026-03-28 12:00"), has_time=True, place="Aula Rutan"),
        ),
        (
            [
                "acara:",
                "  mulai: Sabtu, 28 Maret 2026 pukul 09.00 WITA",
                "  selesai: 30 Maret 2026",
                "  tempat: Lapangan",
            ],
            Event(at("2026-03-28 09:00"), at("2026-03-30"), has_time=True, place="Lapangan"),
        ),
        (
            ["event:", "  start: 2026-03-28", "  end: 2026-03-28"],
            Event(at("2026-03-28"), at("2026-03-28"), has_time=False, place=""),
        ),
    ],
)
def test_an_event_has_a_start_and_perhaps_an_end_and_a_place(fields: list[str], event: Event) -> None:
    assert article("2026-03-01-bazar", *fields).event == event


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (["acara:", "  tempat: Aula"], "EVENT_WITHOUT_START"),
        (["acara:", "  mulai: 2026-03-28", "  selesai: 2026-03-27"], "EVENT_ENDS_FIRST"),
        (["acara:", "  mulai: 2026-03-28 09:00", "  selesai: 2026-03-28 08:00"], "EVENT_ENDS_FIRST"),
        (["acara: besok"], "DATE_UNREADABLE"),
        (["acara: Minggu, 28 Maret 2026"], "DATE_WEEKDAY"),
        (["acara: [2026-03-28]"], "WRONG_TYPE"),
        (["acara:", "  mulai: 2026-03-28", "  jam: 9"], "UNKNOWN_KEY"),
        (["ralat:", "  - tanggal: 2026-03-02"], "CORRECTION_WITHOUT_TEXT"),
        (["ralat:", "  - [a]"], "WRONG_TYPE"),
        (["tarik: [ya]"], "WRONG_TYPE"),
    ],
)
def test_what_is_wrong_with_a_notice_is_said(fields: list[str], code: str) -> None:
    assert problems_of(*fields) == [code]


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        (["acara: 2026-03-28"], "2026-03-29"),
        (["acara: 2026-03-28 09:00"], "2026-03-29"),
        (["acara:", "  mulai: 2026-03-28 09:00", "  selesai: 2026-03-28 12:30"], "2026-03-28 12:30"),
        (["acara:", "  mulai: 2026-03-28", "  selesai: 2026-03-30"], "2026-03-31"),
    ],
)
def test_an_event_is_over_at_its_end_or_with_its_last_day(fields: list[str], over: str) -> None:
    event = article("2026-03-01-bazar", *fields).event
    assert event is not None
    assert event.over == at(over)


def test_corrections_are_one_text_or_a_list_with_dates() -> None:
    one = article("2026-03-01-a", "ralat: Semula tertulis 20 paket, yang benar 200.")
    assert one.corrections == (Correction(None, "Semula tertulis 20 paket, yang benar 200."),)
    many = article(
        "2026-03-01-a", "correction:", "  - Nama diperbaiki.", "  - {date: 2/3/2026, text: Jumlah diperbaiki.}"
    )
    assert [(each.date and each.date.date(), each.text) for each in many.corrections] == [
        (None, "Nama diperbaiki."),
        (date(2026, 3, 2), "Jumlah diperbaiki."),
    ]


@pytest.mark.parametrize(
    ("field", "withdrawal"),
    [
        ("withdrawn: true", ""),
        ("withdrawn: false", None),
        ("tarik: Atas permintaan keluarga.", "Atas permintaan keluarga."),
        ("title: Lain", None),
    ],
)
def test_a_withdrawal_is_a_flag_or_its_note(field: str, withdrawal: str | None) -> None:
    found = article("2026-03-01-a", field)
    assert (found.withdrawal, found.withdrawn) == (withdrawal, withdrawal is not None)
