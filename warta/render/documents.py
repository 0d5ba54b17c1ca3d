"""A document's bytes -> the people that its metadata names. Documents are published as they are, so staff must know."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from warta.codes import Code
from warta.problems import Problem, problem

METADATA_LIMIT = 1_000_000
"""Bytes of the part of an Office file that describes it, unpacked."""

ROOT_TRIES = 10
"""Objects that are tried for the root of a PDF that has lost it: each costs a look through the whole file."""

_DESCRIPTIONS = {"docx": "docProps/core.xml", "xlsx": "docProps/core.xml", "pptx": "docProps/core.xml"}
_OPEN_DESCRIPTION = "meta.xml"  # of OpenDocument: odt, ods, odp
_PEOPLE = frozenset({"creator", "lastModifiedBy", "initial-creator", "printed-by"})
_LONGEST = 80


def people_in(path: str, data: bytes) -> tuple[str, ...] | Problem:
    """Who the metadata names, each once; a problem if the file is not what its ending says."""
    kind = PurePosixPath(path).suffix.casefold().lstrip(".")
    try:
        found = list(_in_pdf(data) if kind == "pdf" else _in_package(data, kind))
    except Exception as error:  # noqa: BLE001 - parsers raise what they meet; nothing of it is ever published
        return problem(Code.DOCUMENT_BROKEN, path, kind=kind.upper(), reason=type(error).__name__)
    names = (" ".join(name.split())[:_LONGEST] for name in found if name)
    return tuple(dict.fromkeys(name for name in names if name))


def _in_pdf(data: bytes) -> Iterator[str]:
    """The author of the information dictionary and those of XMP. Raises whatever pypdf does."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it speaks of each oddity that it could read past
    reader = PdfReader(BytesIO(data), root_object_recovery_limit=ROOT_TRIES)
    reader.get_num_pages()  # of one that is locked or cut, this raises
    yield (reader.metadata and reader.metadata.author) or ""
    described = reader.xmp_metadata
    yield from (described and described.dc_creator) or ()


def _in_package(data: bytes, kind: str) -> Iterator[str]:
    """Author and last editor of an Office file. Raises what zipfile and the XML parser do, or ValueError."""
    from defusedxml.ElementTree import fromstring

    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        name = _DESCRIPTIONS.get(kind, _OPEN_DESCRIPTION)
        if name not in names:
            if kind in _DESCRIPTIONS and "[Content_Types].xml" in names:
                return  # an Office file may leave it out
            raise ValueError(name)
        if package.getinfo(name).file_size > METADATA_LIMIT:
            raise ValueError(name)
        for element in fromstring(package.read(name)).iter():
            if str(element.tag).rpartition("}")[2] in _PEOPLE:
                yield element.text or ""
