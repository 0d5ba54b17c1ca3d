"""Word files: styles, photos, tables, notes; what writers still discuss; files that are none."""

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import drawn
from tests.newsroom.worddocs import (
    LEAD,
    NAMESPACE,
    TITLE,
    data_of,
    press_release,
    repacked,
    with_comment,
    with_equation,
    with_tracked_change,
)
from warta.newsroom.importing import wordfile
from warta.newsroom.importing.manuscript import Manuscript
from warta.newsroom.importing.word import read_word

LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WHOLE = data_of(press_release())
STEM = "rutan-contoh-gelar-panen-raya-hasilnya-untuk-dapur-umum"


def made_of(data: bytes) -> Manuscript:
    (made,), problems = read_word(data, "rilis.docx")
    assert problems == ()
    return made


def codes(data: bytes) -> list[str]:
    made, problems = read_word(data, "rilis.docx")
    return [each.code.name for each in (*problems, *(each for text in made for each in text.problems))]


def test_a_press_release_is_a_post() -> None:
    made = made_of(WHOLE)
    assert made.title == TITLE
    assert made.problems == ()
    assert (made.image, made.image_caption) == (f"{STEM}-1.jpg", "Panen kangkung di kebun asimilasi")
    assert made.body.split("\n\n") == [
        f"{LEAD} Panen dihadiri **Kepala Rutan** dan 15 warga binaan.",
        "## Kebun seluas 200 m\\*2\\*",
        "Kebun ini dibuka pada Maret 2026 dan dirawat setiap hari oleh warga binaan.",
        "> “Hasilnya langsung dimasak hari ini juga,” kata Kepala Rutan.",
        "## Hasil panen",
        "| Jenis | Berat (kg) |\n| --- | --- |\n| Kangkung | 80 |\n| Sawi \\| pakcoy | 40 |",
        "- Pembagian bibit\n- Perawatan kebun",
        "1. Daftar di pos\n2. Isi formulir",
        "## Rencana ke depan",
        "Rutan Contoh akan membuka kebun kedua pada akhir tahun dan mengajak warga sekitar ikut menanam.",
        f"![]({STEM}-2.png)",
        "1\\. bukan judul",
        "Humas Rutan Contoh",
    ]


def test_its_photos_are_taken_out_as_they_are_and_named_after_the_post() -> None:
    photos = {photo.name: photo.data for photo in made_of(WHOLE).photos}
    assert photos == {f"{STEM}-1.jpg": drawn(1), f"{STEM}-2.png": drawn(2, "PNG")}


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    data = data_of(with_tracked_change(press_release()))
    assert codes(data) == ["IMPORT_TRACKED"]
    assert "SISIPAN" in made_of(data).body
    assert "HAPUSAN" not in made_of(data).body


def test_comments_are_left_out_and_told() -> None:
    data = data_of(with_comment(press_release()))
    assert codes(data) == ["IMPORT_COMMENTS"]
    assert "Cek lagi" not in made_of(data).body


def test_what_cannot_be_carried_over_is_told() -> None:
    data = data_of(with_equation(press_release()))
    assert [each.facts for each in made_of(data).problems] == [(("what", "oMath"),)]


def test_a_document_without_styles_has_a_title_headings_and_lists_all_the_same() -> None:
    document = Document()
    document.add_paragraph().add_run("Apel Pagi Perdana").bold = True
    document.add_paragraph("Apel pagi perdana berlangsung tertib.")
    document.add_paragraph().add_run("Amanat").bold = True
    document.add_paragraph("1. Disiplin")
    document.add_paragraph("2. Ramah")
    document.add_paragraph("Selesai.")
    document.add_paragraph("- kurma")
    document.add_paragraph("- air")
    made = made_of(data_of(document))
    assert made.title == "Apel Pagi Perdana"
    assert made.body.split("\n\n")[1:] == ["## Amanat", "1. Disiplin\n2. Ramah", "Selesai.", "- kurma\n- air"]
    assert "1. Disiplin\n2. Ramah" in made.body
    assert "- kurma\n- air" in made.body


def test_a_subtitle_is_the_summary() -> None:
    document = Document()
    document.add_paragraph("Apel Pagi", style="Title")
    document.add_paragraph("Apel perdana tahun ini.", style="Subtitle")
    document.add_paragraph("Apel berlangsung tertib.")
    made = made_of(data_of(document))
    assert (made.summary, made.body) == ("Apel perdana tahun ini.", "Apel berlangsung tertib.")


def test_one_photo_used_twice_is_one_file() -> None:
    document = Document()
    document.add_paragraph("Apel Pagi", style="Title")
    for _ in range(2):
        document.add_picture(BytesIO(drawn(7)), width=Cm(2))
    made = made_of(data_of(document))
    assert [photo.name for photo in made.photos] == ["apel-pagi-1.jpg"]
    assert (made.image, made.body) == ("apel-pagi-1.jpg", "![](apel-pagi-1.jpg)")


def test_a_photo_that_the_file_only_links_to_is_told() -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as packed:
        document, links = packed.read("word/document.xml"), packed.read("word/_rels/document.xml.rels").decode()
    links = re.sub(r'Target="media/image1.jpg"', 'Target="file:///C:/foto.jpg" TargetMode="External"', links)
    linked = document.replace(b"r:embed", b"r:link", 1)
    data = repacked(WHOLE, {"word/document.xml": linked, "word/_rels/document.xml.rels": links.encode()})
    assert codes(data) == ["IMPORT_PHOTO_MISSING"]
    assert [photo.name for photo in made_of(data).photos] == [f"{STEM}-1.png"]


def test_a_drawing_that_no_browser_shows_is_told() -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as packed:
        kinds = packed.read("[Content_Types].xml").replace(b"image/png", b"image/x-emf")
    data = repacked(WHOLE, {"[Content_Types].xml": kinds})
    assert codes(data) == ["IMPORT_PHOTO_KIND"]
    assert "png" not in made_of(data).body


def test_a_link_to_a_file_of_the_writers_own_goes_and_its_words_stay() -> None:
    document = Document()
    document.add_paragraph("Apel Pagi", style="Title")
    for target in ("file:///C:/surat.docx", "https://contoh.example/"):
        number = document.part.relate_to(target, RT.HYPERLINK, is_external=True)
        names = f'xmlns:w="{NAMESPACE}" xmlns:r="{LINKS}"'
        link = f'<w:hyperlink {names} r:id="{number}"><w:r><w:t>surat</w:t></w:r></w:hyperlink>'
        document.add_paragraph()._p.append(parse_xml(link))
    data = data_of(document)
    assert codes(data) == ["IMPORT_LINK_DROPPED"]
    assert made_of(data).body == "surat\n\n[surat](https://contoh.example/)"


def test_footnotes_stay_footnotes() -> None:
    mark = (
        f'<w:p xmlns:w="{NAMESPACE}"><w:r><w:t>Apel tertib.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    notes = (
        f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:id="2"><w:p><w:r><w:t>Menurut *laporan*.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    document = Document()
    document.add_paragraph("Apel Pagi", style="Title")
    document.element.body.insert(1, parse_xml(mark))
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    made = made_of(data_of(document))
    assert made.body.split("\n\n") == ["Apel tertib.[^2]", "[^2]: Menurut \\*laporan\\*."]


def test_empty_paragraphs_leave_nothing() -> None:
    document = Document()
    for words in ("Apel Pagi", "\u00a0", "Apel tertib.", " ", "\u00a0\u00a0Selesai."):
        document.add_paragraph(words)
    assert made_of(data_of(document)).body == "Apel tertib.\n\nSelesai."


def test_a_photo_in_a_table_stays_there() -> None:
    document = Document()
    document.add_paragraph("Apel Pagi", style="Title")
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.paragraphs[0].add_run("Foto: ").add_picture(BytesIO(drawn(3)))
    assert "Foto: ![](apel-pagi-1.jpg)" in made_of(data_of(document)).body


def test_a_document_with_a_dtd_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert codes(repacked(WHOLE, {"word/document.xml": bomb})) == ["IMPORT_BROKEN"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    large = repacked(WHOLE, {"word/media/besar.bin": b"\0" * 3_000_000, "word/besar.xml": b" " * 2_000_000})
    assert len(large) < 200_000
    monkeypatch.setattr(wordfile, "LARGEST_UNPACKED", 4_000_000)
    assert codes(large) == ["IMPORT_TOO_LARGE"]
    monkeypatch.setattr(wordfile, "LARGEST_UNPACKED", 400_000_000)
    monkeypatch.setattr(wordfile, "LARGEST_XML", 1_000_000)
    assert codes(large) == ["IMPORT_TOO_LARGE"]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": b"<x"},
        {"word/document.xml": b"<x/>"},
        {"word/document.xml": b""},
        {"[Content_Types].xml": b""},
        {"word/_rels/document.xml.rels": b"<x/>"},
        {"word/styles.xml": b"\xff\xfe"},
    ],
)
def test_a_broken_document_is_told(parts: dict[str, bytes]) -> None:
    assert codes(repacked(WHOLE, parts)) in (["IMPORT_BROKEN"], [])


@given(st.binary(max_size=300))
def test_any_bytes_give_problems(data: bytes) -> None:
    assert codes(data) == ["IMPORT_BROKEN"]


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_so_does_a_document_with_damaged_bytes(place: int, damage: bytes) -> None:
    read_word(WHOLE[:place] + damage + WHOLE[place + len(damage) :], "rilis.docx")


@given(st.binary(max_size=200))
def test_so_does_a_zip_with_any_document(data: bytes) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("word/document.xml", data)
    read_word(buffer.getvalue(), "rilis.docx")
