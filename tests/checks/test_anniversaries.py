"""K201 and K202: numbers of anniversaries and names, against the year of the post."""

import pytest

from tests.checks.desk import codes, told
from tests.samples import article, facts
from warta.checks.anniversaries import mentions
from warta.checks.runningtext import running_text

OWN = (("Sumpah Pemuda", 1928), ("Hari Jadi Kabupaten Contoh", 1965))


def years(text: str) -> list[int]:
    return [each.year for each in mentions(running_text(article("uji", "date: 2025-03-22", body=text)), OWN)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("HBP ke-61", 2025),
        ("HBP Ke 61", 2025),
        ("HBP ke -61", 2025),
        ("HBP ke- 61", 2025),
        ("HBP KE\u00a061", 2025),
        ("**HBP** ke‑61", 2025),
        ("[HBP ke-61](/berita/hbp/)", 2025),
        ("Hari Bhakti\nPemasyarakatan (HBP) ke-61", 2025),
        ("Hari Bakti Pemasyarakatan ke-61", 2025),
        ("HUT ke-61 Pemasyarakatan", 2025),
        ("HUT RI ke-80", 2025),
        ("HUT ke-80 RI", 2025),
        ("HUT ke-80 Kemerdekaan RI", 2025),
        ("Hari Ulang Tahun (HUT) Ke-80 Kemerdekaan Republik Indonesia", 2025),
        ("Hari Ulang Tahun Kemerdekaan Republik Indonesia ke-76", 2021),
        ("Hari Kemerdekaan Republik Indonesia yang ke-75", 2020),
        ("Dirgahayu Republik Indonesia ke-80", 2025),
        ("Hari Pengayoman ke-79", 2024),
        ("HUT HDKD-77", 2022),
        ("Hari Dharma Karya Dhika yang ke 77", 2022),
        ("peringatan ke-79 tahun Kemenkumham", 2024),
        ("Hari Bakti Kementerian Imigrasi dan Pemasyarakatan (Kemenimipas) ke-1", 2025),
        ("Hari Ibu ke-97", 2025),
        ("Peringatan Hari Ibu (PHI) ke 91", 2019),
        ("Hari Sumpah Pemuda ke-96", 2024),
        ("Hari Jadi ke-60 Kabupaten Contoh", None),
        ("Hari Jadi Kabupaten Contoh ke-60", 2025),
        ("HUT ke-79 TNI", None),
        ("HUT PGRI ke-80", None),
        ("HUT KORPRI ke-54", None),
        ("HUT Kejaksaan RI ke-80", None),
        ("buku ke-300 di HUT RI", None),
        ("Hari Bhakti Imigrasi ke-75", None),
        ("mereke-61 HBP", None),
        ("HBP tahun 2025", None),
        ("Idul Fitri 1446 H", None),
    ],
)
def test_an_anniversary_is_read_in_any_order_of_words(text: str, year: int | None) -> None:
    assert years(f"Kegiatan menyambut {text}, Senin.") == ([] if year is None else [year])


@pytest.mark.parametrize(
    ("body", "posted", "code"),
    [
        ("Upacara HBP ke-61 digelar.", "2025-04-27", []),
        ("Upacara HBP ke-61 digelar.", "2026-04-27", ["K201"]),
        ("Upacara HBP ke-61 Tahun 2024 digelar.", "2025-04-27", ["K201"]),
        ("Upacara HBP ke-61 Tahun 2025 digelar.", "2026-04-27", []),
        ("Upacara HBP ke-61 pada 2025 ramai.", "2026-04-27", []),
        ("Bazar terakhir digelar saat [HBP ke-61](2025-04-28-hbp.md).", "2026-11-20", []),
        ("Peringatan tahun lalu, HBP ke-61, diisi bazar.", "2026-04-27", []),
        ("Rutan bersiap menyambut HBP ke-62.", "2025-12-20", []),
        ("Upacara HBP ke-62 digelar.", "2025-12-20", ["K201"]),
        ("Upacara Sumpah Pemuda ke-97 digelar.", "2024-10-28", ["K201"]),
    ],
)
def test_a_number_agrees_with_the_year_behind_it_or_with_that_of_the_post(
    body: str, posted: str, code: list[str]
) -> None:
    assert codes(body, posted) == code


def test_the_right_number_is_offered_in_the_writers_own_form() -> None:
    (found,) = told("Upacara HUT Ke-79 Kemerdekaan RI digelar.", "2025-08-17")
    assert (facts(found)["right"], facts(found)["fix"]) == ("2024", "HUT Ke-80 Kemerdekaan RI")


def test_no_number_is_offered_for_a_year_before_the_first_feast() -> None:
    (found,) = told("Hari Bakti Imipas ke-1 digelar.", "2020-11-19")
    assert facts(found)["fix"] == ""


@pytest.mark.parametrize(
    ("body", "posted", "code"),
    [
        ("Kanwil Kemenkumham meninjau.", "2024-10-31", []),
        ("Kanwil Kemenkumham meninjau. Kemenkumham hadir.", "2024-11-01", ["K202"]),
        ("Kanwil KEMENKUMHAM meninjau.", "2025-03-22", ["K202"]),
        ("Kementerian Hukum\ndan HAM meninjau.", "2025-03-22", ["K202"]),
        ("Menteri Kemenimipas hadir.", "2024-09-30", ["K202"]),
        ("Lihat https://kalsel.kemenkumham.go.id/berita atau humas@kemenkumham.go.id.", "2025-03-22", []),
        ("![Apel](apel-kemenkumham-1.jpg)", "2025-03-22", []),
        ("Para eks-Kemenkumhamers hadir.", "2025-03-22", []),
    ],
)
def test_a_name_is_valid_for_its_time_only(body: str, posted: str, code: list[str]) -> None:
    assert codes(body, posted) == code
