"""Documents as offices write them, with or without the name of who did."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pypdf import PdfWriter

AUTHOR, EDITOR = "Sarimah Contoh", "Budi Teladan"
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Formulir</dc:title><dc:creator>{}</dc:creator>
<cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"""
_OPEN = """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>
<meta:initial-creator>{}</meta:initial-creator><dc:creator>{}</dc:creator></office:meta></office:document-meta>"""


def pdf(author: str = "", *, locked: bool = False) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if author:
        writer.add_metadata({"/Author": author})
    if locked:
        writer.encrypt("rahasia")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def package(files: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        for name, text in files.items():
            # Without a time of its own the entry would have that of the clock, and two runs different bytes.
            packed.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return buffer.getvalue()


def docx(author: str = "", editor: str = "") -> bytes:
    return package({"[Content_Types].xml": "<Types/>", "docProps/core.xml": _CORE.format(author, editor)})


def odt(author: str = "", editor: str = "") -> bytes:
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": _OPEN.format(author, editor)})
