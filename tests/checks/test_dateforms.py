"""Weekdays with dates in running text -> values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import article
from warta.checks.dateforms import sayings
from warta.checks.runningtext import running_text
from warta.checks.saying import Saying
from warta.read.dates import MONTHS, WEEKDAYS

FORMS = (
    "{w} ({d}/{m}/{y})",
    "{w} ({d}/{m})",
    "{w}, {d} {M} {y}",
    "{w} {d} {M} {y}",
    "{w}, ({d}/{m}/{y})",
    "{w} ({d}/{m}/{yy})",
    "{w}({d}/{m}/{y})",
    "{w} ( {d}/{m}/{y})",
    "{w}, {d} {M}",
    "{w} tanggal {d} {M} {y}",
    "{w}, ({d}/{m})",
    "{w}({d}/{m})",
    "{w},({d}/{m}/{y})",
    "{w} ({d}//{m}/{y})",
    "{w} [{d}/{m}/{y}]",
    "{w} ({d} {M} {y})",
    "{w}, {d}/{m}/{y}",
    "{w} {d}/{m}/{y}",
    "{w} ({d}/{m}-{y})",
    "{w}, {d}/{m}-{y}",
    "{w} {d} {M}",
    "{w} tanggal {d} {M}",
    "{w} malam ({d}/{m}/{y})",
    "{w} malam ({d} {M} {y})",
    "{w} malam, {d} {M} {y}",
    "{w} silam ({d}/{m}/{yy})",
    "{w}\n({d}/{m}/{y})",
    "{w} dan {w2}, tanggal {d} dan {d2} {M} {y}",
)
"""The 28 forms of newsroom.md section 2, the commonest first."""


def written(form: str, day: date, weekday: str = "", month: str = "") -> str:
    after = day + timedelta(1)
    return form.format(
        w=weekday or WEEKDAYS[day.weekday()],
        w2=WEEKDAYS[after.weekday()],
        d=day.day,
        d2=after.day,
        m=day.month,
        M=month or MONTHS[day.month - 1],
        y=day.year,
        yy=f"{day.year % 100:02}",
    )


def read(text: str) -> list[Saying]:
    return list(sayings(running_text(article("uji", "date: 2025-03-22", body=text))))


DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 27)).filter(lambda day: day.day < 28)


@given(st.sampled_from(FORMS), DAYS, st.sampled_from(["Apel digelar ", "*", "**", "> ", "(", "hari ", "Kegiatan, "]))
def test_a_date_in_any_form_is_read_as_it_was_written(form: str, day: date, before: str) -> None:
    (found,) = read(f"{before}{written(form, day)}. Acara selesai.")
    days = (day, day + timedelta(1)) if "{d2}" in form else (day,)
    assert found.dates(day.year) == days
    assert found.weekdays == tuple(each.weekday() for each in days)
    assert found.year == (day.year if "y" in form.replace("tanggal", "") else None)
    assert found.agrees(day.year)


@given(st.sampled_from(FORMS[:-1]), DAYS, DAYS)
def test_a_date_written_anew_keeps_its_form(form: str, day: date, other: date) -> None:
    (found,) = read(f"Apel digelar {written(form, day)}.")
    assert found.rewritten(other) == " ".join(written(form, other).split())


@pytest.mark.parametrize(
    ("text", "shown", "anew"),
    [
        ("Jum'at (09/05/2025)", "Jum'at (09/05/2025)", "Minggu (02/03/2025)"),
        ("Jum’at (9/5/2025)", "Jum’at (9/5/2025)", "Minggu (2/3/2025)"),
        ("Jumaat, 9 Mei 2025", "Jumaat, 9 Mei 2025", "Minggu, 2 Maret 2025"),
        ("Jum`at 09 Agt 2025", "Jum`at 09 Agt 2025", "Minggu 02 Mar 2025"),
        ("SABTU, 22 MARET 2024", "SABTU, 22 MARET 2024", "MINGGU, 2 MARET 2025"),
        ("sabtu (08/06)", "sabtu (08/06)", "minggu (02/03)"),
        ("**Sabtu**, *22 Maret 2024*", "Sabtu, 22 Maret 2024", "Minggu, 2 Maret 2025"),
        ("Sabtu,\u00a022\u00a0Maret\u00a02024", "Sabtu, 22 Maret 2024", "Minggu, 2 Maret 2025"),
        ("> Sabtu,\n> 22 Maret 2024", "Sabtu, 22 Maret 2024", "Minggu, 2 Maret 2025"),
        ("Ahad 13 Nov 2022", "Ahad 13 Nov 2022", "Minggu 2 Mar 2025"),
        ("Senin dini hari (3-3-2025)", "Senin dini hari (3-3-2025)", "Minggu dini hari (2-3-2025)"),
        ("Rabu, 5 Nopember 2025", "Rabu, 5 Nopember 2025", "Minggu, 2 Maret 2025"),
        ("[Sabtu, 22 Maret 2024](/berita/takjil/)", "Sabtu, 22 Maret 2024", "Minggu, 2 Maret 2025"),
        ("hari Minggu lalu (9/3/2025)", "Minggu lalu (9/3/2025)", "Minggu lalu (2/3/2025)"),
        ("Hari/Tanggal: Rabu / 12 Maret 2025", "Rabu / 12 Maret 2025", "Minggu / 2 Maret 2025"),
        ("RABU – 12 Maret 2025", "RABU – 12 Maret 2025", "MINGGU – 2 Maret 2025"),
        ("pada Minggu lalu (9/3/2025)", "Minggu lalu (9/3/2025)", "Minggu lalu (2/3/2025)"),
        (
            "Selasa pagi, tgl. 4 Maret tahun 2025",
            "Selasa pagi, tgl. 4 Maret tahun 2025",
            "Minggu pagi, tgl. 2 Maret tahun 2025",
        ),
    ],
)
def test_spellings_blanks_and_marks_do_no_harm(text: str, shown: str, anew: str) -> None:
    (found,) = read(text)
    assert (found.text, found.rewritten(date(2025, 3, 2))) == (shown, anew)


@pytest.mark.parametrize(
    "text",
    [
        "Ia menjalani 2/3 masa pidana di kamar 2/15 sesuai PP 99/2012.",
        "Setiap Senin 2/3 dari penghuni mengikuti senam.",
        "Kunjungan Senin dan Kamis pukul 08.00-11.00 WITA.",
        "Sabtu 08.30 apel, Minggu 09.00 senam.",
        "Senin | 08.00–10.30 | 08.30–11.30 | Blok A",
        "Selama seminggu (2/3/2025) dan minggu (3/4) ini",
        "Minggu lalu (5/3/2025) rapat digelar.",
        "Pelatihan berjalan dua minggu, 3 Maret 2025 selesai.",
        "Jumat berkah\n\n22 Maret 2024 dibuka pendaftaran.",
        "Rabu 20 orang bebas.",
        "[kunjungan Sabtu](2024-07-10-pengumuman.md) sudah dibuka.",
        "Nomor Telepon Sabtu: 0817/08.",
        "<!-- Sabtu, 22 Maret 2024 -->",
        "rumpun jumlah 22/3/2024",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Senin dan Selasa, tanggal 3 dan 4 Maret 2025", True),
        ("Senin dan Selasa, tanggal 4 dan 5 Maret 2025", False),
        ("Senin–Rabu (3–5/3/2025)", True),
        ("Senin sampai dengan Rabu, 3 sampai dengan 6 Maret 2025", False),
        ("Senin, Rabu, dan Jumat (3, 5, dan 7/3/2025)", True),
        ("Senin malam hingga Selasa dini hari (4/3/2025)", True),
        ("Senin s.d. Kamis (8/3/2025)", False),
        ("Jumat (7-9/3/2025)", True),
    ],
)
def test_weekdays_in_a_row_are_compared_with_days_in_a_row(text: str, *, agrees: bool) -> None:
    (found,) = read(text)
    assert found.agrees(2025) is agrees
