"""Which files need not be made again: those whose view is as it was, and that lie in the output as they were made."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from warta.arrange.addresses import file_of
from warta.arrange.viewdata import View
from warta.publish.manifest import Entry


def _of_moment(moment: datetime) -> tuple[int, ...]:
    """A moment of the site's zone as numbers: no look-up of its offset, which the zone and the numbers decide."""
    return moment.toordinal(), moment.hour, moment.minute, moment.second, moment.fold


_encode = json.JSONEncoder(default=_of_moment, separators=(",", ":")).encode

Keys = Mapping[str, Sequence[str]]
"""For each file of an output folder: the key it was made by, and the digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The views that must be made, the files that may stay, and the key of every file."""

    views: tuple[View, ...]
    reused: dict[str, Entry]
    keys: dict[str, str]


def select(
    views: Iterable[View],
    version: str,
    known: Keys,
    old: Mapping[str, Entry],
    size_on_disk: Callable[[str], int | None],
) -> Selection:
    """Part the views. `version` is the digest of all that every page depends on: code, settings, layouts."""
    seed = version.encode()
    todo, reused, keys = [], dict[str, Entry](), dict[str, str]()
    for view in views:
        path, key = file_of(view.address), key_of(view, seed)
        keys[path] = key
        entry = old.get(path)
        stays = entry is not None and known.get(path) == [key, entry.digest] and size_on_disk(path) == entry.size
        if entry is not None and stays:
            reused[path] = entry
        else:
            todo.append(view)
    return Selection(tuple(todo), reused, keys)


def key_of(view: View, seed: bytes) -> str:
    """The digest of all that the view's file is made from."""
    return blake2b(_encode(view).encode(), key=seed[:64], digest_size=16).hexdigest()


def keys_to_store(selection: Selection, entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The keys beside the digests of what they made."""
    return {path: [key, entries[path].digest] for path, key in selection.keys.items()}
