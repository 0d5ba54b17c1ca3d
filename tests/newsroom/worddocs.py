"""A press release of three pages as Word writes it: styles, photos, a table, notes, tracked changes, comments."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Cm

from tests.desk import drawn

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "Rutan Contoh Gelar Panen Raya, Hasilnya untuk Dapur Umum"
LEAD = (
    "CONTOH, INFO_PAS – Rutan Kelas IIB Contoh memanen 120 kilogram kangkung dan sawi di kebun asimilasi, "
    "Selasa (16/06/2026)."
)


def press_release() -> Doc:
    document = Document()
    document.add_paragraph(TITLE, style="Title")
    lead = document.add_paragraph(LEAD)
    lead.add_run(" Panen dihadiri ")
    lead.add_run("Kepala Rutan").bold = True
    lead.add_run(" dan 15 warga binaan.")
    document.add_picture(BytesIO(drawn(1)), width=Cm(12))
    document.add_paragraph("Panen kangkung di kebun asimilasi", style="Caption")
    document.add_heading("Kebun seluas 200 m*2*", level=1)
    document.add_paragraph("Kebun ini dibuka pada Maret 2026 dan dirawat setiap hari oleh warga binaan.")
    document.add_paragraph("“Hasilnya langsung dimasak hari ini juga,” kata Kepala Rutan.", style="Quote")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading("Hasil panen", level=1)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Jenis", "Berat (kg)"
    for kind, weight in (("Kangkung", "80"), ("Sawi | pakcoy", "40")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = kind, weight
    for words in ("Pembagian bibit", "Perawatan kebun"):
        document.add_paragraph(words, style="List Bullet")
    for words in ("Daftar di pos", "Isi formulir"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    bold = document.add_paragraph()
    bold.add_run("Rencana ke depan").bold = True
    document.add_paragraph(
        "Rutan Contoh akan membuka kebun kedua pada akhir tahun dan mengajak warga sekitar ikut menanam."
    )
    document.add_picture(BytesIO(drawn(2, "PNG")), width=Cm(8))
    document.add_paragraph("1. bukan judul")
    document.add_paragraph("Humas Rutan Contoh")
    return document


def with_tracked_change(document: Doc) -> Doc:
    """Let a word be inserted and another deleted under Track Changes."""
    paragraph = document.paragraphs[5]._p
    attributes = f'xmlns:w="{NAMESPACE}" w:id="1" w:author="Humas" w:date="2026-06-16T08:00:00Z"'
    paragraph.append(parse_xml(f"<w:ins {attributes}><w:r><w:t> SISIPAN</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:del {attributes}><w:r><w:delText> HAPUSAN</w:delText></w:r></w:del>"))
    return document


def with_comment(document: Doc) -> Doc:
    document.add_comment(document.paragraphs[1].runs[0], text="Cek lagi angkanya", author="Kasubsi", initials="K")
    return document


def with_equation(document: Doc) -> Doc:
    element = OxmlElement("w:p")
    element.append(parse_xml('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'))
    document.element.body.insert(2, element)
    return document


def data_of(document: Doc) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with these parts in place of its own, or besides them."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return buffer.getvalue()
