"""Who a document's metadata names, and what is no document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documentfiles import AUTHOR, EDITOR, docx, odt, package, pdf
from warta.problems import Problem
from warta.render.documents import METADATA_LIMIT, people_in
from warta.settings import DOCUMENT_KINDS


@pytest.mark.parametrize(
    ("name", "data", "people"),
    [
        ("denah.pdf", pdf(), ()),
        ("denah.PDF", pdf(AUTHOR), (AUTHOR,)),
        ("formulir.docx", docx(), ()),
        ("formulir.docx", docx(AUTHOR, EDITOR), (AUTHOR, EDITOR)),
        ("formulir.docx", docx(AUTHOR, AUTHOR), (AUTHOR,)),
        ("formulir.docx", package({"[Content_Types].xml": "<Types/>"}), ()),
        ("formulir.xlsx", docx(f"  {AUTHOR}\n"), (AUTHOR,)),
        ("formulir.odt", odt(AUTHOR, EDITOR), (AUTHOR, EDITOR)),
    ],
)
def test_the_people_that_the_metadata_names_are_found(name: str, data: bytes, people: tuple[str, ...]) -> None:
    assert people_in(f"content/media/{name}", data) == people


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("denah.pdf", b""),
        ("denah.pdf", b"<!DOCTYPE html>"),
        ("denah.pdf", pdf()[:200]),
        ("denah.pdf", pdf(locked=True)),
        ("formulir.docx", pdf()),
        ("formulir.docx", docx()[:100]),
        ("formulir.docx", package({"a.js": "alert(1)"})),
        ("formulir.docx", odt()),
        ("formulir.odt", docx()),
        ("formulir.docx", package({"docProps/core.xml": BOMB})),
        ("formulir.docx", package({"docProps/core.xml": " " * (METADATA_LIMIT + 1)})),
    ],
)
def test_a_file_that_is_not_what_its_ending_says_is_a_problem(name: str, data: bytes) -> None:
    found = people_in(f"content/media/{name}", data)
    assert isinstance(found, Problem)
    assert found.code.name == "DOCUMENT_BROKEN"


@given(st.sampled_from(DOCUMENT_KINDS), st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\3\4"]))
def test_any_bytes_give_names_or_a_problem(kind: str, data: bytes, start: bytes) -> None:
    assert isinstance(people_in(f"x.{kind}", start + data), tuple | Problem)


def test_a_pdf_without_a_root_is_not_searched_object_by_object(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = list[object]()
    real = PdfReader.get_object

    def get_object(reader: PdfReader, reference: object) -> object:
        looks.append(reference)
        return real(reader, reference)  # type: ignore[arg-type]

    monkeypatch.setattr(PdfReader, "get_object", get_object)
    lost = b"%PDF-1.3\n1 0 obj\n<3 00000 n \n0000000187 00000 n \ntrailer\n<<\n/Size 50812\n/Root 3 0 R\n>>\n"
    assert isinstance(people_in("berkas.pdf", lost + b"startxref\n281\n%%EO\n"), Problem)
    assert 0 < len(looks) < 50
