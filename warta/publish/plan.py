"""Old manifest, new files -> what is to be written and deleted."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from warta.arrange.pathkinds import is_needed
from warta.publish.manifest import Entry


class Changes(NamedTuple):
    """The paths that are new, changed and gone; of the new ones those first that pages need."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    deleted: tuple[str, ...]


class Plan(NamedTuple):
    """The paths that are new, changed, kept and to be deleted; `entries` is the manifest after it."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    deleted: tuple[str, ...]
    entries: Mapping[str, Entry]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.new or self.changed or self.deleted)


def make_plan(
    made: Mapping[str, Entry],
    reused: Mapping[str, Entry],
    old: Mapping[str, Entry],
    size_on_disk: Callable[[str], int | None],
) -> Plan:
    """The plan for files just made and files reused as they lie. `old` is the manifest of what was published.

    A file just made is kept if the manifest knows its bytes and it lies there with its size.
    """
    new, changed, kept = [], [], list(reused)
    for path, entry in made.items():
        size = size_on_disk(path)
        if size is None:
            new.append(path)
        elif old.get(path) == entry and size == entry.size:
            kept.append(path)
        else:
            changed.append(path)
    entries = {**reused, **made}
    return Plan(tuple(new), tuple(changed), tuple(kept), tuple(sorted(old.keys() - entries.keys())), entries)


def in_the_way(paths: Iterable[str], deleted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each of the paths that needs it: the deleted files that are one of its folders, or lie below it."""
    old = set(deleted)
    above = {path: [folder for folder in folders_of(path) if folder in old] for path in paths}
    for path in old:
        for folder in folders_of(path):
            if folder in above:
                above[folder].append(path)
    return {path: tuple(sorted(found)) for path, found in above.items() if found}


def folders_of(path: str) -> tuple[str, ...]:
    """The folders that a path goes through, outermost first."""
    parts = path.split("/")
    return tuple("/".join(parts[:count]) for count in range(1, len(parts)))


def changes(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> Changes:
    """What makes of a folder with the one manifest that with the other."""
    added = sorted(after.keys() - before.keys(), key=lambda path: (not is_needed(path), path))
    changed = sorted(path for path, entry in after.items() if path in before and before[path] != entry)
    return Changes(tuple(added), tuple(changed), tuple(sorted(before.keys() - after.keys())))
