"""Text files as the office keeps them: title, lead, paragraphs, headings without marks."""

from pathlib import Path

import pytest

from tests.samples import read
from tests.sites import ROOT
from warta.newsroom.importing.plaintext import read_plain_text

SEED = (Path(__file__).parent / "naskah/rutan-rantau-bagikan-takjil.txt").read_text("utf-8")
ARTICLE = ROOT / "content/berita/2025-03-22-rutan-rantau-bagikan-takjil.md"


def body_of(*lines: str) -> list[str]:
    """Return the Markdown blocks of these lines below a title."""
    return read_plain_text("\n".join(("Judul", "", *lines)), "naskah.txt").body.split("\n\n")


def test_the_seed_gives_the_words_of_the_article() -> None:
    made = read_plain_text(SEED, "naskah.txt")
    article, _ = read(ARTICLE.read_bytes(), "content/berita/2025-03-22-rutan-rantau-bagikan-takjil.md")
    assert article is not None
    assert (made.title, made.summary) == (article.title, article.summary)
    assert made.body == ARTICLE.read_text("utf-8").partition("\n---\n")[2].strip()


def test_a_lead_that_no_blank_line_parts_from_the_text_is_its_first_paragraph() -> None:
    made = read_plain_text("Apel Pagi\nApel berlangsung tertib.\nPeserta kembali bertugas.\n", "x.txt")
    assert (made.summary, made.body) == ("", "Apel berlangsung tertib.\n\nPeserta kembali bertugas.")


@pytest.mark.parametrize("label", ["# Apel Pagi", "JUDUL: Apel Pagi", "judul : Apel Pagi", "  Apel   Pagi  "])
def test_the_title_is_bare(label: str) -> None:
    assert read_plain_text(f"{label}\n\nApel tertib.", "x.txt").title == "Apel Pagi"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["Hasil", "Semua selesai dengan baik."], ["## Hasil", "Semua selesai dengan baik."]),
        (["Syarat Kunjungan", "- KTP", "- Surat izin"], ["## Syarat Kunjungan", "- KTP\n- Surat izin"]),
        (["Semua selesai.", "Humas Rutan Contoh"], ["Semua selesai.", "Humas Rutan Contoh"]),
        (["Kata Karutan:", "Semua selesai dengan baik."], ["Kata Karutan:", "Semua selesai dengan baik."]),
        (["“Semua baik”", "Begitu kata Karutan."], ["“Semua baik”", "Begitu kata Karutan."]),
        (["1) Daftar.", "2) Tunggu."], ["1. Daftar.\n2. Tunggu."]),
        (["• kurma", "– air", "1. satu"], ["- kurma\n- air", "1. satu"]),
        (["Kegiatan ini dihadiri oleh", "seluruh petugas."], ["Kegiatan ini dihadiri oleh seluruh petugas."]),
        (["Apel selesai.", "-----", "Humas"], ["Apel selesai.", "---", "Humas"]),
        (["Harga 2*3 *murah*."], ["Harga 2\\*3 \\*murah\\*."]),
        (["#RutanContoh hadir."], ["#RutanContoh hadir."]),
        (["- # bukan judul", "- dua"], ["- \\# bukan judul\n- dua"]),
    ],
)
def test_lines_become_what_they_look_like(lines: list[str], blocks: list[str]) -> None:
    assert body_of(*lines) == blocks


def test_an_empty_text_gives_nothing() -> None:
    made = read_plain_text(" \n\n", "x.txt")
    assert (made.title, made.body) == ("", "")
