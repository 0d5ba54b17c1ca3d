"""Files for calendars, as calendars read them (icalendar), and by the rules of RFC 5545 that a reader forgives."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.sites import NOW, SITE_YAML, Built, file_of, post, published
from warta.render.calendar import LINE, folded, text

PATH = "content/berita/2026-11-20-bazar.md"
FILE = "berita/bazar/bazar.ics"
TITLE = "Bazar, Musik; dan “Kopi” di Rutan Contoh: Warga Binaan Jual Kué, Mebel, dan Batik untuk Ibu-Ibu Sekitar"


def with_event(
    *event: str, fields: tuple[str, ...] = (), title: str = f"'{TITLE}'", path: str = PATH
) -> dict[str, str]:
    return {path: post("acara:", *(f"  {line}" for line in event), *fields, title=title, date="2026-11-20 10.00")}


def events(data: bytes) -> list[Any]:
    found = Calendar.from_ical(data)
    assert isinstance(found, Calendar)
    assert (found.errors, [each.errors for each in found.events]) == ([], [[] for _ in found.events])
    assert (found["VERSION"], "PRODID" in found) == ("2.0", True)
    return list(found.events)


def only(root: Path, *event: str, **more: Any) -> Any:
    (found,) = events(published(root, with_event(*event, **more)).files[FILE])
    return found


def links(done: Built, address: str) -> list[str]:
    return [each.get("href", "") for each in done.page(address).iter("a") if each.get("type") == "text/calendar"]


def test_an_event_says_in_a_calendar_all_that_its_post_says(tmp_path: Path) -> None:
    found = only(
        tmp_path,
        "mulai: 2026-12-12 08.00",
        "selesai: 2026-12-12 15.00",
        "tempat: Halaman depan, Blok A",
        fields=("ringkasan: 'Satu; dua, tiga \\ empat'",),
    )
    assert (found["SUMMARY"], found["LOCATION"]) == (TITLE, "Halaman depan, Blok A")
    assert found["DESCRIPTION"] == "Satu; dua, tiga \\ empat"
    assert found["URL"] == "https://rutan-contoh.example/berita/bazar/"
    assert (found.start, found.end) == (
        datetime(2026, 12, 12, 0, 0, tzinfo=UTC),
        datetime(2026, 12, 12, 7, 0, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("event", "start", "end"),
    [
        (("mulai: 2026-12-12",), date(2026, 12, 12), date(2026, 12, 13)),
        (("mulai: 2026-12-24", "selesai: 2026-12-26"), date(2026, 12, 24), date(2026, 12, 27)),
        (("mulai: 2026-12-12", "selesai: 2026-12-12 15.00"), date(2026, 12, 12), date(2026, 12, 13)),
        (("mulai: 2026-12-12 08.00",), datetime(2026, 12, 12, 0, 0, tzinfo=UTC), None),
        (("mulai: 2026-12-12 08.00", "selesai: 2026-12-12 08.00"), datetime(2026, 12, 12, 0, 0, tzinfo=UTC), None),
        (
            ("mulai: 2026-12-12 08.00", "selesai: 2026-12-13"),
            datetime(2026, 12, 12, 0, 0, tzinfo=UTC),
            datetime(2026, 12, 13, 16, 0, tzinfo=UTC),
        ),
    ],
)
def test_days_are_whole_days_and_an_end_is_the_moment_after(
    tmp_path: Path, event: tuple[str, ...], start: date, end: date | None
) -> None:
    found = only(tmp_path, *event)
    assert found["DTSTART"].dt == start
    assert (found["DTEND"].dt if "DTEND" in found else None) == end


def test_an_event_is_known_by_the_first_address_of_its_post(tmp_path: Path) -> None:
    before = only(tmp_path / "a", "mulai: 2026-12-12")["UID"]
    moved = with_event(
        "mulai: 2026-12-13", fields=("alamat_lama: [/berita/bazar/]",), path="content/berita/2026-11-20-pasar.md"
    )
    (after,) = events(published(tmp_path / "b", moved).files["berita/pasar/pasar.ics"])
    assert before == after["UID"] == "berita/bazar@rutan-contoh.example"


def test_the_stamp_is_that_of_the_text_and_no_build_changes_a_byte(tmp_path: Path) -> None:
    files = with_event("mulai: 2026-12-12", fields=("diubah: 2026-11-23 09.00",))
    first = published(tmp_path / "a", files)
    later = published(tmp_path / "b", files, now=NOW.replace(year=2027))
    assert first.files[FILE] == later.files[FILE]
    assert first.files["agenda.ics"] == later.files["agenda.ics"]
    (found,) = events(first.files[FILE])
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def test_the_agenda_is_a_calendar_of_all_its_events_in_their_order(tmp_path: Path) -> None:
    days = {"lalu": "2026-10-01", "besok": "2026-11-25", "akhir": "2026-12-31"}
    files: dict[str, str] = {}
    for name, day in days.items():
        files |= with_event(f"mulai: {day}", title=name, path=f"content/berita/2026-09-01-{name}.md")
    done = published(tmp_path, files)
    assert [each["SUMMARY"] for each in events(done.files["agenda.ics"])] == list(days)
    assert links(done, "/agenda/") == ["/agenda.ics"]


def test_a_post_offers_its_calendar_until_the_event_is_over_and_the_file_stays(tmp_path: Path) -> None:
    files = with_event("mulai: 2026-12-12 08.00", "selesai: 2026-12-12 15.00")
    for name, day, offered in (("a", "2026-12-12T14:59+08:00", True), ("b", "2026-12-12T15:00+08:00", False)):
        done = published(tmp_path / name, files, now=datetime.fromisoformat(day))
        assert links(done, "/berita/bazar/") == (["/berita/bazar/bazar.ics"] if offered else [])
        assert file_of("/berita/bazar/bazar.ics") in done.files


def test_nothing_of_what_waits_or_was_taken_back_is_in_a_calendar(tmp_path: Path) -> None:
    for name, field in (("a", "draf: true"), ("b", "tarik: Dibatalkan.")):
        done = published(tmp_path / name, with_event("mulai: 2026-12-12", fields=(field,)))
        assert [path for path in done.files if path.endswith(".ics")] == []


def test_a_site_without_events_has_no_calendar_and_names_none(tmp_path: Path) -> None:
    done = published(tmp_path, {PATH: post()})
    assert [path for path in done.files if path.endswith(".ics")] == []
    assert links(done, "/agenda/") == []


@pytest.mark.parametrize("feature", ["calendar", "agenda"])
def test_what_is_switched_off_leaves_no_trace(tmp_path: Path, feature: str) -> None:
    off = {"site.yaml": f"{SITE_YAML}features: {{{feature}: off}}\n"}
    done = published(tmp_path, off | with_event("mulai: 2026-12-12"))
    assert [path for path in done.files if path.endswith(".ics")] == []
    assert not any("alender" in done.text(path) for path in done.pages)


def test_every_line_of_a_file_ends_as_the_standard_wants_and_is_short(tmp_path: Path) -> None:
    done = published(tmp_path, with_event("mulai: 2026-12-12", "tempat: Aula " + "é" * 80))
    for path in (FILE, "agenda.ics"):
        lines = done.files[path].split(b"\r\n")
        assert lines[-1] == b""
        assert max(map(len, lines)) <= LINE
        assert not any(mark in line for line in lines for mark in (b"\r", b"\n"))


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@given(ANYTHING)
def test_a_folded_line_is_the_line_in_short_pieces_of_whole_letters(line: str) -> None:
    made = folded(line.replace("\r", "").replace("\n", ""))
    pieces = made.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= LINE and piece.decode("utf-8") is not None for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == line.replace("\r", "").replace(
        "\n", ""
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=100))
def test_a_text_comes_back_as_it_was(value: str) -> None:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{text(value)}", "END:VEVENT", "END:VCALENDAR")
    (event,) = Calendar.from_ical(b"".join(map(folded, lines))).events
    assert event["SUMMARY"] == value


def test_a_control_character_is_a_blank() -> None:
    assert text("Aula\x00\x0b Blok\tA\r\nB") == "Aula  Blok A\\nB"
