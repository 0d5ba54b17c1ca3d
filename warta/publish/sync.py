"""Finished files -> the published folder, in an order that leaves no link dead and no file cut (DESIGN, flow 5)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from warta import files
from warta.arrange.addresses import ASSETS, MEDIA
from warta.problems import Code, Problem, problem
from warta.publish import manifest
from warta.publish.manifest import Entry
from warta.publish.plan import Plan, removed_pages, removes_too_much

EXAMPLES = 3


class Writer(Protocol):
    """Writes finished files by their paths."""

    def write(self, folder: Path, paths: Sequence[str], *, fresh: bool) -> None:
        """Write these files; return when all are in place. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Published:
    """What lies in an output folder: the manifest's entries, and whether the folder is empty or absent."""

    entries: dict[str, Entry]
    empty: bool


def published(folder: Path) -> Published | Problem:
    """What is in the folder; a problem if that is not ours."""
    if files.is_empty_or_absent(folder):
        return Published({}, empty=True)
    data = files.read(folder, manifest.NAME)
    entries = None if isinstance(data, Problem) else manifest.load(data)
    if entries is None:
        return problem(Code.OUTPUT_NOT_OURS, folder.name, manifest=manifest.NAME)
    return Published(entries, empty=False)


def sync(plan: Plan, old: Published, folder: Path, writer: Writer, allow_removal: int | None) -> tuple[Problem, ...]:
    """Make the folder hold what the plan says, and what others put there. Says why if it is left as it was."""
    if removes_too_much(plan, old.entries, allow_removal):
        return (_too_many(plan, old, folder),)
    try:
        if old.empty:
            files.create_whole(folder, lambda sibling: _fill(plan, sibling, writer))
            return ()
        for path in (manifest.NAME, *(path for path, entry in old.entries.items() if entry == manifest.UNDER_WAY)):
            files.delete_unfinished(folder, path)
        if not plan.empty:
            _update(plan, old, folder, writer)
    except OSError as error:
        return (problem(Code.WRITE_FAILED, folder.name, reason=error.strerror or error),)
    return ()


def _too_many(plan: Plan, old: Published, folder: Path) -> Problem:
    removed = removed_pages(plan)
    total = sum(path.endswith(".html") for path in old.entries)
    examples = ", ".join(removed[:EXAMPLES])
    return problem(Code.TOO_MANY_REMOVED, folder.name, count=len(removed), total=total, examples=examples)


def _fill(plan: Plan, folder: Path, writer: Writer) -> None:
    writer.write(folder, plan.new, fresh=True)
    files.write(folder, manifest.NAME, manifest.dump(plan.entries), fresh=True)


def _update(plan: Plan, old: Published, folder: Path, writer: Writer) -> None:
    """What pages need, new pages, changed ones, deletions; until the end the manifest lists old and new files.

    Of those being written it claims no bytes: a build that is killed leaves some of them as they were.
    """
    under_way = dict.fromkeys((*plan.new, *plan.changed), manifest.UNDER_WAY)
    files.write(folder, manifest.NAME, manifest.dump({**old.entries, **plan.entries, **under_way}))
    for paths in (_of(plan.new, _is_needed), _of(plan.new, _is_page), plan.changed):
        if paths:
            writer.write(folder, paths, fresh=False)
    for path in plan.deleted:
        files.delete(folder, path)
    files.write(folder, manifest.NAME, manifest.dump(plan.entries))


def _of(paths: Iterable[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(filter(wanted, paths))


def _is_needed(path: str) -> bool:
    """Whether pages show the file: it must be there before they are."""
    return path.startswith((ASSETS[1:], MEDIA[1:]))


def _is_page(path: str) -> bool:
    return not _is_needed(path)
