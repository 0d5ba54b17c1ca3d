"""Carries a plan out on disk: the published folder is whole before, during and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warta import files
from warta.model import Output
from warta.problems import Code, Problem, problem
from warta.publish import manifest
from warta.publish.plan import Plan, make_plan, removed_pages, removes_too_much

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Synced:
    """What was done, or the problem because of which nothing was."""

    plan: Plan | None
    problems: tuple[Problem, ...] = ()


def sync(outputs: Iterable[Output], folder: Path, allow_removal: int | None) -> Synced:
    """Make the folder hold exactly these outputs (and what others put there). Nothing is touched if it may not be."""
    try:
        with files.locked(folder) as mine:
            if not mine:
                return Synced(None, (problem(Code.OUTPUT_LOCKED, folder.name),))
            return _sync(tuple(outputs), folder, allow_removal)
    except OSError as error:
        return Synced(None, (problem(Code.WRITE_FAILED, folder.name, reason=error.strerror or error),))


def _sync(outputs: tuple[Output, ...], folder: Path, allow_removal: int | None) -> Synced:
    fresh = files.is_empty_or_absent(folder)
    old = {} if fresh else _published(folder)
    if old is None:
        return Synced(None, (problem(Code.OUTPUT_NOT_OURS, folder.name, manifest=manifest.NAME),))
    plan = make_plan(outputs, old, lambda path: files.size_of(folder / path))
    if removes_too_much(plan, old, allow_removal):
        return Synced(None, (_too_many(plan, old, folder),))
    if fresh:
        files.create_whole(folder, lambda sibling: _write_all(plan, sibling))
    elif not plan.empty:
        _update(plan, old, folder)
    return Synced(plan)


def _published(folder: Path) -> dict[str, manifest.Entry] | None:
    data = files.read(folder, manifest.NAME)
    return None if isinstance(data, Problem) else manifest.load(data)


def _too_many(plan: Plan, old: dict[str, manifest.Entry], folder: Path) -> Problem:
    removed = removed_pages(plan)
    total = sum(path.endswith(".html") for path in old)
    examples = ", ".join(removed[:EXAMPLES])
    return problem(Code.TOO_MANY_REMOVED, folder.name, count=len(removed), total=total, examples=examples)


def _write_all(plan: Plan, folder: Path) -> None:
    for output in plan.new:
        files.write(folder / output.path, output.data)
    files.write(folder / manifest.NAME, manifest.dump(plan.entries))


def _update(plan: Plan, old: dict[str, manifest.Entry], folder: Path) -> None:
    """New before changed before deleted, with both manifests on record until the end."""
    files.write(folder / manifest.NAME, manifest.dump({**old, **plan.entries}))
    for output in (*plan.new, *plan.changed):
        files.write(folder / output.path, output.data)
    for path in plan.deleted:
        files.delete(folder, path)
    files.write(folder / manifest.NAME, manifest.dump(plan.entries))
