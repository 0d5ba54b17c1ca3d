"""Finished pages in `.warta/halaman/`: what a build puts into an output folder that is not there, as in every CI run.

A pack holds pages one behind the other; where each of them lies is kept beside its key (see `reuse`). What is taken out
is compared with its digest, so a pack that is damaged or gone costs time and nothing else. A photo lies in its own
store already (see `darkroom`).
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from warta import files
from warta.problems import Problem
from warta.publish.manifest import Entry, entry_of
from warta.publish.remembered import KnownFile

FOLDER = "halaman"
MOST_PACKS = 16
"""Packs of one output folder: with one more all become one. Each build that makes a page adds as many as it has
processes; to read them costs a system call each, to make one of them as much as to write all pages again."""

IN_PHOTO_STORE = -1
"""The offset of a file whose place is its name in the photos' store."""


class Place(NamedTuple):
    """Where a finished file lies: the name of a pack and the offset in it."""

    name: str
    offset: int


class Stored(NamedTuple):
    """A finished file that need not be made: its path in the output, its manifest entry, and where it lies."""

    path: str
    entry: Entry
    place: Place


def stored_file(path: str, known: KnownFile) -> Stored:
    """A file that lies in a store, by what is known of it."""
    return Stored(path, Entry(known.size, known.digest), Place(known.place, known.offset))


class PageStore:
    """The packs of a cache folder; without a folder there are none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._pack = lru_cache(maxsize=2)(self._read)

    def get(self, stored: Stored) -> memoryview | None:
        """The page; None if it is not there as it was put."""
        start = stored.place.offset
        page = self._pack(stored.place.name)[start : start + stored.entry.size]
        return page if entry_of(page) == stored.entry else None

    def _read(self, name: str) -> memoryview:
        data = files.read(self._folder, _path(name)) if self._folder else b""
        return memoryview(b"" if isinstance(data, Problem) else data)

    def put(self, pages: Mapping[str, bytes | memoryview]) -> dict[str, Place]:
        """Keep the pages, by path, in a new pack; where each lies, or nothing if there is no room."""
        if self._folder is None or not pages:
            return {}
        name = blake2b(repr([(path, entry_of(page)) for path, page in pages.items()]).encode(), digest_size=16)
        places, offset = dict[str, Place](), 0
        for path, page in pages.items():
            places[path] = Place(name.hexdigest(), offset)
            offset += len(page)
        try:
            files.write(self._folder, _path(name.hexdigest()), *pages.values())
        except OSError:
            return {}
        return places

    def tidy(self, known: Mapping[str, KnownFile]) -> dict[str, Place]:
        """Delete packs that are half, or hold none of these files; the new places of files that had to move."""
        packed = {path: each for path, each in known.items() if each.place and each.offset != IN_PHOTO_STORE}
        used = {each.place for each in packed.values()}
        moved = self._into_one(packed) if len(used) > MOST_PACKS else {}
        self._delete_all_but({place.name for place in moved.values()} or used)
        return moved

    def _into_one(self, packed: Mapping[str, KnownFile]) -> dict[str, Place]:
        found = sorted((stored_file(path, each) for path, each in packed.items()), key=lambda each: each.place)
        pages = {stored.path: self.get(stored) for stored in found}
        return self.put({path: page for path, page in pages.items() if page is not None})

    def _delete_all_but(self, names: set[str]) -> None:
        if self._folder is None:
            return
        files.delete_all_unfinished(self._folder / FOLDER)
        for state in files.scan(self._folder, FOLDER).states:
            if state.path.rpartition("/")[2] not in names:
                files.delete(self._folder, state.path)


def _path(name: str) -> str:
    return f"{FOLDER}/{name}"
