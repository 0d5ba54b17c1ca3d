"""Old manifest, new outputs -> the steps of publishing, in the order of DESIGN (flow, rule 5)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from warta.model import Output
from warta.publish.manifest import Entry, entry_of

REMOVABLE_SHARE = 0.1
"""The share of the published addresses that may vanish in one build without being allowed to."""

FREELY_REMOVABLE = 3
"""Addresses that may vanish in any build: a small site must be able to withdraw a post."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is new, changed, kept and to be deleted; `entries` is the manifest after it."""

    new: tuple[Output, ...]
    changed: tuple[Output, ...]
    kept: tuple[str, ...]
    deleted: tuple[str, ...]
    entries: Mapping[str, Entry]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.new or self.changed or self.deleted)


def make_plan(outputs: Iterable[Output], old: Mapping[str, Entry], size_on_disk: Callable[[str], int | None]) -> Plan:
    """The plan. A file is kept if the manifest knows its bytes and it lies there with its size."""
    new, changed, kept, entries = [], [], [], {}
    for output in outputs:
        entry = entry_of(output.data)
        entries[output.path] = entry
        size = size_on_disk(output.path)
        if size is None:
            new.append(output)
        elif old.get(output.path) == entry and size == entry.size:
            kept.append(output.path)
        else:
            changed.append(output)
    deleted = tuple(sorted(old.keys() - entries.keys()))
    return Plan(tuple(new), tuple(changed), tuple(kept), deleted, entries)


def removed_pages(plan: Plan) -> tuple[str, ...]:
    """The pages that vanish, as addresses."""
    return tuple("/" + path.removesuffix("index.html") for path in plan.deleted if path.endswith(".html"))


def removes_too_much(plan: Plan, old: Mapping[str, Entry], allowed: int | None) -> bool:
    """Whether more pages vanish than may: a tenth of them (at least three), or as many as were allowed."""
    removed = len(removed_pages(plan))
    pages = sum(path.endswith(".html") for path in old)
    limit = max(FREELY_REMOVABLE, int(pages * REMOVABLE_SHARE)) if allowed is None else allowed
    return removed > limit
