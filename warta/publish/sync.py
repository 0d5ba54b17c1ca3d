"""Finished files -> the published folder, in an order that leaves no link dead and no file cut (DESIGN, flow 5)."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from warta import files
from warta.arrange.pathkinds import is_needed
from warta.codes import Code
from warta.problems import Problem, problem
from warta.publish import manifest
from warta.publish.manifest import Entry
from warta.publish.plan import Plan, folders_of, in_the_way


class Writer(Protocol):
    """Writes finished files by their paths."""

    def write(self, folder: Path, paths: Sequence[str], *, fresh: bool) -> None:
        """Write these files; return when all are in place. Raises OSError."""


class Published(NamedTuple):
    """What lies in an output folder: the manifest's entries, and whether the folder is empty or absent."""

    entries: dict[str, Entry]
    empty: bool


class Refused(NamedTuple):
    """Why a plan was not carried out. Unless it is `half_way`, the folder is as it was."""

    problems: tuple[Problem, ...]
    half_way: bool = False


def published(folder: Path) -> Published | Problem:
    """What is in the folder; a problem if that is not ours."""
    try:
        if files.is_empty_or_absent(folder):
            return Published({}, empty=True)
    except OSError as error:
        return failed(folder, error)
    data = files.read(folder, manifest.NAME)
    entries = None if isinstance(data, Problem) else manifest.load(data)
    if entries is None:
        return problem(Code.OUTPUT_NOT_OURS, folder.name, manifest=manifest.NAME)
    return Published(entries, empty=False)


def sync(plan: Plan, old: Published, folder: Path, writer: Writer) -> Refused | None:
    """Make the folder hold what the plan says, and what others put there. Says why if it does not."""
    try:
        if old.empty:
            files.create_whole(folder, lambda sibling: _fill(plan, sibling, writer))
            return None
        taken = _prepare(plan, old, folder)
        if not (taken or plan.empty):
            _announce(plan, old, folder)
    except OSError as error:
        return Refused((failed(folder, error),))
    if taken:
        return Refused(tuple(problem(Code.OUTPUT_TAKEN, f"{folder.name}/{path}") for path in taken))
    return None if plan.empty else _update(plan, folder, writer)


def failed(folder: Path, error: OSError) -> Problem:
    """That the folder cannot be written, and why."""
    return problem(Code.WRITE_FAILED, folder.name, reason=error.strerror or error)


def _prepare(plan: Plan, old: Published, folder: Path) -> list[str]:
    """Clear away what a killed build left. Returns what others put where our files or their folders shall be."""
    unfinished = [path for path, entry in old.entries.items() if entry == manifest.UNDER_WAY]
    if not plan.empty or unfinished:
        touched = (*plan.new, *plan.changed, *plan.deleted, *unfinished)
        folders = {above for path in touched for above in folders_of(path)}
        if in_their_place := set(files.not_folders(folder, folders)) - old.entries.keys():
            return sorted(in_their_place)
    for path in (manifest.NAME, *unfinished):
        files.delete_unfinished(folder, path)
    written = {found for path in (*plan.new, *plan.changed) for found in files.found_at(folder, path)}
    strange = written - old.entries.keys()
    return sorted(strange - {above for path in old.entries for above in folders_of(path)} if strange else ())


def _fill(plan: Plan, folder: Path, writer: Writer) -> None:
    writer.write(folder, plan.new, fresh=True)
    files.write(folder, manifest.NAME, manifest.dump(plan.entries), fresh=True)


def _announce(plan: Plan, old: Published, folder: Path) -> None:
    """Let the manifest list old and new files until the end of the update.

    Of those being written it claims no bytes: a build that is killed leaves some of them as they were.
    """
    under_way = dict.fromkeys((*plan.new, *plan.changed), manifest.UNDER_WAY)
    files.write(folder, manifest.NAME, manifest.dump({**old.entries, **plan.entries, **under_way}))


def _update(plan: Plan, folder: Path, writer: Writer) -> Refused | None:
    try:
        _write_and_delete(plan, folder, writer)
    except OSError as error:
        return Refused((failed(folder, error),), half_way=True)
    return None


def _write_and_delete(plan: Plan, folder: Path, writer: Writer) -> None:
    """What pages need, new pages, changed ones, deletions; what is in the way of a new file goes right before it."""
    blocked = in_the_way(plan.new, plan.deleted)
    for paths in (_of(plan.new, is_needed), _of(plan.new, _is_not_needed), plan.changed):
        free = tuple(path for path in paths if path not in blocked)
        if free:
            writer.write(folder, free, fresh=False)
        for path in (path for path in paths if path in blocked):
            for each in blocked[path]:
                files.delete(folder, each)
            writer.write(folder, (path,), fresh=False)
    for path in plan.deleted:
        files.delete(folder, path)
    files.write(folder, manifest.NAME, manifest.dump(plan.entries))


def _of(paths: Iterable[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(filter(wanted, paths))


def _is_not_needed(path: str) -> bool:
    return not is_needed(path)
