"""Photos and documents -> finished files, each photo decoded at most once; all lie in `.warta/foto/` for the next time.

A file there is named by the digest of the photo's bytes and of how it was made, so a photo that was moved or renamed
is known. It begins with the digest of what follows: a damaged file is made anew.
"""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from warta import files
from warta.arrange.picturedata import CardView, DocumentView, IconView, PhotoView
from warta.arrange.viewdata import View
from warta.codes import Code
from warta.model import Source
from warta.problems import Problem, problem
from warta.publish.manifest import Entry, entry_of

FOLDER = "foto"
STORE_LIMIT = 2_000_000_000
"""Bytes that are kept: above that, what was used least recently goes until a tenth is free."""

_EFFORTS = {"photo": 40, "icon": 40, "card": 10, "index": 1_000}
"""How many pages cost what one photo, logo, card or part of the search index costs (0.4 s of processor time, 10 ms,
2 s), with a wide margin."""

Task = tuple[View, ...]
"""Views that are made together: all those of one photo, or of the logo, or one page."""

T = TypeVar("T", PhotoView, IconView)
Maker = Callable[[str, bytes, Sequence[T]], list[bytes] | Problem]
"""Makes the files wanted of the bytes at a path."""

Held = bytes | memoryview | str
"""A finished file, or the name by which the store has it."""


def tasks_of(views: Sequence[View]) -> list[Task]:
    """The views in tasks; those of one photo follow one another, and so do those of the logo."""
    return [tuple(group) for _, group in groupby(views, key=_task_of)]


def _task_of(view: View) -> tuple[str, str]:
    return view.template, view.data.path if isinstance(view.data, PhotoView | IconView) else view.address


def effort_of(tasks: Sequence[Task]) -> int:
    """The work that the tasks are, in pages."""
    return sum(_EFFORTS.get(task[0].template, 1) for task in tasks)


class Store:
    """Files that were made, on disk; without a folder it holds nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """The file; None if it is not there as it was put."""
        if self._folder is None:
            return None
        found = files.read(self._folder, _path(name))
        if isinstance(found, Problem):
            return None
        seal, data = found[:32], found[32:]
        return data if seal == entry_of(data).digest.encode() else None

    def use(self, name: str) -> bytes | None:
        """As `get`, and it counts as used."""
        data = self.get(name)
        if data is not None and self._folder:
            files.touch(self._folder, _path(name))
        return data

    def put(self, name: str, data: bytes) -> Held:
        """Keep the file; how to get it again."""
        if self._folder is None:
            return data
        try:
            files.write(self._folder, _path(name), entry_of(data).digest.encode() + data)
        except OSError:  # a full disk: the build goes on by itself
            return data
        return name

    def prune(self, limit: int = STORE_LIMIT) -> None:
        """Delete what killed builds left half, and what was used least recently, if there is more than the limit."""
        if self._folder is None:
            return
        files.delete_all_unfinished(self._folder / FOLDER)
        states = sorted(files.scan(self._folder, FOLDER).states, key=lambda state: (state.modified, state.path))
        excess = sum(state.size for state in states) - limit
        if excess <= 0:
            return
        excess += limit // 10
        for state in states:
            if excess <= 0:
                break
            files.delete(self._folder, state.path)
            excess -= state.size


def _path(name: str) -> str:
    return f"{FOLDER}/{name[:2]}/{name}"


class Darkroom:
    """Develops the photos of a source folder and its logo, one after the other: at most one is in memory."""

    def __init__(self, source: Path, store: Store) -> None:
        self._source, self._store = source, store

    def develop(self, wanted: Sequence[PhotoView]) -> list[tuple[Held, Entry]] | Problem:
        """The files wanted of one photo, in their order, each with its entry for the manifest; why there are none."""
        from warta.render.photos import ENCODER, develop  # Pillow: 35 ms that a build without a photo does not spend

        return self._made(wanted, develop, ENCODER)

    def draw_icons(self, wanted: Sequence[IconView]) -> list[tuple[Held, Entry]] | Problem:
        """As `develop`, of the logo."""
        from warta.render.icons import DRAWER, icons

        return self._made(wanted, icons, DRAWER)

    def _made(self, wanted: Sequence[T], make: Maker[T], encoder: str) -> list[tuple[Held, Entry]] | Problem:
        names = [_name_of(view, view.digest, encoder) for view in wanted]
        made = {view: self._used(name) for view, name in zip(wanted, names, strict=True)}
        missing = [view for view in wanted if made[view] is None]
        if missing:
            path = missing[0].path
            data = files.read(self._source, path)
            if isinstance(data, Problem):
                return data
            developed = make(path, data, missing)
            if isinstance(developed, Problem):
                return developed
            digest = Source(path, data).digest
            for view, each in zip(missing, developed, strict=True):
                made[view] = (self._store.put(_name_of(view, digest, encoder), each), entry_of(each))
        return [found for found in map(made.get, wanted) if found]

    def draw(self, card: CardView) -> tuple[Held, Entry]:
        """The file of a drawn card, with its entry for the manifest."""
        from warta.render.photos import ENCODER

        name = _digest(f"{card!r} {ENCODER}")
        found = self._used(name)
        if found:
            return found
        from warta.render.card import draw_card

        data = draw_card(card)
        return self._store.put(name, data), entry_of(data)

    def copy(self, document: DocumentView) -> tuple[Held, Entry] | Problem:
        """A document as it is, with its entry for the manifest; why it cannot be had."""
        data = files.read(self._source, document.path)
        if isinstance(data, Problem):
            return data
        digest = Source(document.path, data).digest
        if digest != document.digest:
            return problem(Code.UNREADABLE, document.path, reason="changed")
        return self._store.put(_digest(digest), data), entry_of(data)

    def has(self, name: str, entry: Entry) -> bool:
        """Whether the store has a finished file of this name with these bytes; it counts as used."""
        found = self._used(name)
        return found is not None and found[1] == entry

    def _used(self, name: str) -> tuple[Held, Entry] | None:
        data = self._store.use(name)
        return (name, entry_of(data)) if data is not None else None

    def fetch(self, held: Held) -> bytes | memoryview:
        """The finished file. Raises OSError."""
        data = self._store.get(held) if isinstance(held, str) else held
        if data is None:
            raise OSError(f"{FOLDER}/{held!r}")
        return data


def _name_of(view: PhotoView | IconView, digest: str, encoder: str) -> str:
    return _digest(f"{digest} {view.kind} {view.width} {encoder}")


def _digest(made: str) -> str:
    return blake2b(made.encode("utf-8", "backslashreplace"), digest_size=20).hexdigest()
