"""What was measured, as Markdown tables and as data."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.measure import Memory, Spread


class Row(NamedTuple):
    """One cell of the comparison: a tool at one task."""

    posts: int
    place: str
    cell: str
    tool: str
    times: Spread


class Built(NamedTuple):
    """What a tool made of the corpus: pages (those that only lead on apart), all files, their bytes, the memory.

    `differing` is at how many addresses its site is not the same as ours; a page that one of the two lacks counts.
    """

    posts: int
    tool: str
    version: str
    pages: int
    files: int
    size: int
    memory: Memory
    differing: int


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; all columns but the first two are numbers."""
    rule = ["---" if number < 2 else "---:" for number in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def times_table(rows: Sequence[Row], base: str) -> str:
    """Times of one corpus at one place, with ratios to the tool `base` at the same task."""
    found = {(row.cell, row.tool): row.times for row in rows}
    head = ["Task", "Tool", "Wall s", "Fastest - slowest", f"Wall / {base}", "CPU s", "of it kernel", f"CPU / {base}"]
    lines = []
    for row in rows:
        times, reference = row.times, found[row.cell, base]
        between = f"{times.fastest:.3f} - {times.slowest:.3f}"
        wall, cpu = f"{times.wall / reference.wall:.2f}", f"{times.cpu / max(reference.cpu, 1e-9):.2f}"
        lines.append(
            [row.cell, row.tool, f"{times.wall:.3f}", between, wall, f"{times.cpu:.3f}", f"{times.system:.3f}", cpu]
        )
    return markdown(head, lines)


def growth_table(rows: Sequence[Row], place: str) -> str:
    """Times of one tool at several sizes, in all and for each post."""
    head = ["Task", "Posts", "Wall s", "Fastest - slowest", "CPU s", "Wall ms a post", "CPU ms a post"]
    lines = []
    for row in sorted((row for row in rows if row.place == place), key=lambda row: (row.cell, row.posts)):
        times = row.times
        each = [f"{1000 * seconds / row.posts:.3f}" for seconds in (times.wall, times.cpu)]
        between = f"{times.fastest:.3f} - {times.slowest:.3f}"
        lines.append([row.cell, f"{row.posts:,}", f"{times.wall:.3f}", between, f"{times.cpu:.3f}", *each])
    return markdown(head, lines)


def built_table(built: Sequence[Built]) -> str:
    head = ["Tool", "Version", "Posts", "Pages", "Differ", "Files", "MB", "Largest process MB", "All processes MB"]
    return markdown(
        head,
        [
            [
                *(each.tool, each.version),
                *(f"{number:,}" for number in (each.posts, each.pages, each.differing, each.files)),
                *(f"{size / 1e6:.1f}" for size in (each.size, each.memory.largest, each.memory.together)),
            ]
            for each in built
        ],
    )


def machine() -> dict[str, str]:
    """What the numbers depend on."""
    load = " ".join(f"{each:.2f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "?"
    return {
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release().partition('-')[0]} {platform.machine()}",
        "load": load,
    }


def busy(load: str, cores: int) -> bool:
    """Whether others used the machine so much that times on the clock say little."""
    return load != "?" and float(load.split(maxsplit=1)[0]) > cores / 2


def as_data(rows: Sequence[Row], built: Sequence[Built], about: Mapping[str, object]) -> dict[str, object]:
    """All of it for JSON."""
    return {
        **about,
        "times": [{**row._asdict(), "times": row.times._asdict()} for row in rows],
        "built": [{**each._asdict(), "memory": each.memory._asdict()} for each in built],
    }
