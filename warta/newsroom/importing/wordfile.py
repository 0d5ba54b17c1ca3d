"""Is a .docx file safe to open, and what does it hold that a reader of its text would miss? Looks into the zip only."""

import re
import zipfile
from io import BytesIO

from warta.codes import Code
from warta.problems import Problem, problem

LARGEST = 100_000_000
"""Bytes of a Word file; one with thirty photos of a phone has that."""

LARGEST_UNPACKED, LARGEST_XML, MOST_PARTS = 400_000_000, 10_000_000, 4_000
"""Bytes of all parts unpacked, of one part of text (read it takes forty times that), and how many parts."""

_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
_COMMENT = re.compile(rb"<w:comment[ >]")
_XML = (".xml", ".rels")


def unsafe(data: bytes, origin: str) -> Problem | None:
    """Why the file is not opened; None if it can be."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                return problem(Code.IMPORT_TOO_LARGE, origin, limit=LARGEST_UNPACKED)
            for part in parts:
                if not part.filename.lower().endswith(_XML):
                    continue
                if part.file_size > LARGEST_XML:
                    return problem(Code.IMPORT_TOO_LARGE, origin, limit=LARGEST_XML)
                # Word writes no DTD: one is there only to blow up the reader's memory, or to make it open files.
                if b"<!DOCTYPE" in packed.read(part) or part.flag_bits & 1:
                    return problem(Code.IMPORT_BROKEN, origin, kind="Word")
            if _DOCUMENT not in packed.namelist():
                return problem(Code.IMPORT_BROKEN, origin, kind="Word")
    except Exception:  # noqa: BLE001 - what zipfile raises for made-up bytes has no common class
        return problem(Code.IMPORT_BROKEN, origin, kind="Word")
    return None


def notes_on(data: bytes, origin: str) -> tuple[Problem, ...]:
    """Warnings of what the writers still discuss: tracked changes, which are taken as accepted, and comments."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        changes = len(_TRACKED.findall(packed.read(_DOCUMENT)))
        comments = len(_COMMENT.findall(packed.read(_COMMENTS))) if _COMMENTS in packed.namelist() else 0
    found = ((Code.IMPORT_TRACKED, changes), (Code.IMPORT_COMMENTS, comments))
    return tuple(problem(code, origin, count=count) for code, count in found if count)
