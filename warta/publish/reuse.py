"""Which files need not be made again: those whose view is as it was, and that lie in the output as they were made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from warta.arrange import viewtext
from warta.arrange.addresses import INDEX, file_of
from warta.arrange.viewdata import View
from warta.publish.cache import KnownPages
from warta.publish.manifest import Entry


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """An output folder as it is: how its files were made, what its manifest lists, and how large a file there is."""

    known: KnownPages
    entries: Mapping[str, Entry]
    size_of: Callable[[str], int | None]

    def intact(self, path: str) -> Entry | None:
        """The entry of a file that lies there as it was made by the key that is known of it."""
        entry = self.entries.get(path)
        key = self.known.keys.get(path)
        as_made = entry is not None and key is not None and key[1] == entry.digest and self.size_of(path) == entry.size
        return entry if as_made else None

    def index_part(self, path: str) -> dict[str, Entry] | None:
        """The entries of all files of the part of the search index of which this is one; None if one is not intact."""
        folder = folder_of_part(path)
        entries = {each: self.intact(each) for each in self.known.keys if each.startswith(folder)}
        found = {each: entry for each, entry in entries.items() if entry}
        return found if len(found) == len(entries) else None


def folder_of_part(path: str) -> str:
    """The folder of a file's part of the search index: `pagefind/2026/`."""
    return "/".join(path.split("/")[:2]) + "/"


def is_index(path: str) -> bool:
    """Whether the file belongs to the search index."""
    return path.startswith(INDEX[1:])


@dataclass(frozen=True, slots=True)
class Selection:
    """The views that must be made, the files that may stay, and the keys of those files and of all that show a body.

    `showing` are the views (address, text, paths of the bodies) that show a body.
    """

    views: tuple[View, ...]
    reused: dict[str, Entry]
    keys: dict[str, str]
    showing: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def select(views: Iterable[View], version: str, output: OutputFolder) -> Selection:
    """Part the views. `version` is the digest of all that every page depends on: code, settings, layouts."""
    todo, reused, keys, showing = [], dict[str, Entry](), dict[str, str](), []
    for view in views:
        path, bodies = file_of(view.address), viewtext.bodies_of(view)
        known = output.known.keys.get(path)
        if not bodies and not known:
            todo.append(view)
            continue
        text = viewtext.dump(view)
        keys[path] = key = key_of(text, version)
        if bodies:
            showing.append((view.address, text, bodies))
        entry = output.intact(path) if known and known[0] == key else None
        files = output.index_part(path) if entry and is_index(path) else {path: entry} if entry else None
        if files:
            reused |= files
        else:
            todo.append(view)
    return Selection(tuple(todo), reused, keys, tuple(showing))


def missing_keys(views: Iterable[View], version: str) -> dict[str, str]:
    """The keys that `select` leaves to those who make the files, several processes perhaps: of views without a body."""
    return {
        file_of(view.address): key_of(viewtext.dump(view), version) for view in views if not viewtext.bodies_of(view)
    }


def select_edited(edited: Sequence[View], version: str, output: OutputFolder) -> Selection | None:
    """As `select`, where no view is new but the `edited`; None if a file that may stay is not as it was made."""
    new = {file_of(view.address): key_of(viewtext.dump(view), version) for view in edited}
    anew = {folder_of_part(path) for path in new if is_index(path)}
    known = {
        path: key
        for path, (key, _) in output.known.keys.items()
        if not (path in new or (is_index(path) and folder_of_part(path) in anew))
    }
    reused = dict[str, Entry]()
    for path in known:
        entry = output.intact(path)
        if entry is None:
            return None
        reused[path] = entry
    return Selection(tuple(edited), reused, known | new)


def key_of(text: str, version: str) -> str:
    """The digest of all that a view's file is made from; `text` is that of the view (see `viewtext`)."""
    return blake2b(text.encode(), key=version.encode()[:64], digest_size=16).hexdigest()


def pages_to_store(keys: Mapping[str, str], bodies: str, entries: Mapping[str, Entry]) -> KnownPages:
    """The keys beside the digests of what they made; all files of a part of the search index were made by one key."""
    parts = {folder_of_part(path): key for path, key in keys.items() if is_index(path)}
    whole = {**keys, **{path: key for path in entries if is_index(path) and (key := parts.get(folder_of_part(path)))}}
    return KnownPages(bodies, {path: [key, entries[path].digest] for path, key in whole.items() if path in entries})
