"""What the cache remembers of texts that were read and of files that were made."""

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from warta.model import FileState

_NAME = re.compile("[0-9a-f]{16,64}")


class TextRow(NamedTuple):
    """A text file as it was read: its state on disk, the digest of its bytes, and that of its record (`mark_of`)."""

    state: FileState
    digest: str
    mark: str


def mark_of(record: str) -> str:
    """The digest of a record (see `read.record`)."""
    return blake2b(record.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class ReadTexts(NamedTuple):
    """Texts just read: their rows, the records by path, and the joined pieces of bodies by path and digest."""

    rows: Sequence[TextRow]
    records: Mapping[str, str]
    bodies: Mapping[tuple[str, str], str]


class KnownFile(NamedTuple):
    """How a file was made, by which key, giving which digest and size of its manifest entry; and where it lies.

    Its place is a pack with an offset, or a name in the photos' store (see `pagestore`), "" for none.
    """

    key: str
    digest: str
    size: int
    place: str = ""
    offset: int = 0


class KnownPages(NamedTuple):
    """How the files of an output folder were made, and from what: the arranged structure and all bodies, digested."""

    made_from: str
    files: Mapping[str, KnownFile]


def known_files(stored: Mapping[str, Any]) -> dict[str, KnownFile]:
    """The files that were stored; none if one has another shape, or a place that is no name of ours."""
    try:
        known = {path: KnownFile(*fields) for path, fields in stored.items()}
    except TypeError:
        return {}
    if {tuple(map(type, each)) for each in known.values()} != {(str, str, int, str, int)}:
        return {}
    return known if all(map(_NAME.fullmatch, {each.place for each in known.values()} - {""})) else {}
