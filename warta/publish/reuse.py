"""Which files need not be made again: those whose view is as it was, if they lie in the output or in a store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from warta.arrange import viewtext
from warta.arrange.addresses import INDEX, file_of
from warta.arrange.viewdata import View
from warta.publish.manifest import Entry
from warta.publish.pagestore import Place, Stored, stored_file
from warta.publish.remembered import KnownFile, KnownPages


class OutputFolder(NamedTuple):
    """An output folder as it is: how its files were made, what its manifest lists, and how large a file there is."""

    known: KnownPages
    entries: Mapping[str, Entry]
    size_of: Callable[[str], int | None]

    def intact(self, path: str) -> Entry | None:
        """The entry of a file that lies there as it was made by the key that is known of it."""
        entry, known = self.entries.get(path), self.known.files.get(path)
        as_made = entry is not None and known is not None and known.digest == entry.digest
        return entry if entry and as_made and self.size_of(path) == entry.size else None

    def stored(self, path: str) -> Stored | None:
        """The file as it was made by the key that is known of it, if that was kept."""
        known = self.known.files.get(path)
        return stored_file(path, known) if known and known.place else None

    def made_with(self, path: str) -> tuple[str, ...]:
        """The files that were made by one key with this one: all of its part of the search index, else it alone."""
        folder = folder_of_part(path)
        return tuple(each for each in self.known.files if each.startswith(folder)) if is_index(path) else (path,)


def folder_of_part(path: str) -> str:
    """The folder of a file's part of the search index: `pagefind/2026/`."""
    return "/".join(path.split("/")[:2]) + "/"


def is_index(path: str) -> bool:
    """Whether the file belongs to the search index."""
    return path.startswith(INDEX[1:])


class Kept(NamedTuple):
    """Files that need not be made: those that may stay in the output, those in a store, and what is known of both."""

    reused: dict[str, Entry]
    stored: dict[str, Stored]
    known: dict[str, KnownFile]

    def find(self, paths: Iterable[str], output: OutputFolder) -> bool:
        """Whether all of these files are in the output or in a store as they were made; noted where, if so."""
        reused, taken = dict[str, Entry](), dict[str, Stored]()
        for path in paths:
            if entry := output.intact(path):
                reused[path] = entry
            elif stored := output.stored(path):
                taken[path] = stored
            else:
                return False
        self.reused.update(reused)
        self.stored.update(taken)
        self.known.update((path, output.known.files[path]) for path in (*reused, *taken))
        return True


class Selection(NamedTuple):
    """The views that must be made, what need not be, and the keys of all files but those of new views without a body.

    `showing` are the views (address, text, paths of the bodies) that show a body.
    """

    views: tuple[View, ...]
    kept: Kept
    keys: dict[str, str]
    showing: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def select(views: Iterable[View], version: str, output: OutputFolder) -> Selection:
    """Part the views. `version` is the digest of all that every page depends on: code, settings, layouts."""
    todo, kept, keys, showing = [], Kept({}, {}, {}), dict[str, str](), []
    for view in views:
        path, bodies = file_of(view.address), viewtext.bodies_of(view)
        known = output.known.files.get(path)
        if not bodies and not known:
            todo.append(view)
            continue
        text = viewtext.dump(view)
        keys[path] = key = key_of(text, version)
        if bodies:
            showing.append((view.address, text, bodies))
        if not (known and known.key == key and kept.find(output.made_with(path), output)):
            todo.append(view)
    return Selection(tuple(todo), kept, keys, tuple(showing))


def missing_keys(views: Iterable[View], version: str) -> dict[str, str]:
    """The keys that `select` leaves to those who make the files, several processes perhaps: of views without a body."""
    return {
        file_of(view.address): key_of(viewtext.dump(view), version) for view in views if not viewtext.bodies_of(view)
    }


def select_edited(edited: Sequence[View], version: str, output: OutputFolder) -> Selection | None:
    """As `select`, where no view is new but the `edited`; None if a file that may stay is nowhere as it was made."""
    new = {file_of(view.address): key_of(viewtext.dump(view), version) for view in edited}
    anew = {folder_of_part(path) for path in new if is_index(path)}
    known = {
        path: each.key
        for path, each in output.known.files.items()
        if not (path in new or (is_index(path) and folder_of_part(path) in anew))
    }
    kept = Kept({}, {}, {})
    return Selection(tuple(edited), kept, known | new) if kept.find(known, output) else None


def key_of(text: str, version: str) -> str:
    """The digest of all that a view's file is made from; `text` is that of the view (see `viewtext`)."""
    return blake2b(text.encode(), key=version.encode()[:64], digest_size=16).hexdigest()


def files_to_store(
    selection: Selection, made: Mapping[str, Entry], places: Mapping[str, Place]
) -> dict[str, KnownFile]:
    """What is known of the files that are kept, and the keys of those `made` beside what they made, and where it lies.

    All files of a part of the search index have one key.
    """
    keys, nowhere = selection.keys, Place("", 0)
    parts = {folder_of_part(path): key for path, key in keys.items() if is_index(path)}
    made_by = {path: parts.get(folder_of_part(path)) if is_index(path) else keys.get(path) for path in made}
    new = {
        path: KnownFile(key, made[path].digest, made[path].size, *places.get(path, nowhere))
        for path, key in made_by.items()
        if key
    }
    return {**selection.kept.known, **new}
