"""How fast is Warta beside others, on the same posts and the same pages?

    python tests/bench/compare.py --posts 1000 [--peers hugo,eleventy,pelican] [--runs N] [--json FILE]
    python tests/bench/compare.py --theme default --posts 100 1000 10000

Installs the peers into --work, builds the same corpus with each, checks that the pages are the same, and prints tables.
The first peer's pages must be ours; of the others it is told how many are not, and the times stand all the same.
Run it by a Python that has what Warta needs, on a quiet machine.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench import tables  # noqa: E402 - a program in a folder of tests is not found without the line above
from tests.bench.measure import Memory, Sample, memory_of, spread, timed  # noqa: E402
from tests.bench.pages import SHOWN, addresses_of, differences, differing  # noqa: E402
from tests.bench.tools import PEERS, Tool, lay_out, make_corpus, warta  # noqa: E402

CELLS = ("cold", "fresh checkout", "one edit", "nothing changed")
"""The tasks, in the order in which each run does them."""
SHOWN_OF_OTHERS = 5
"""Differences that are told one by one of a peer that is not the measure."""


class PagesDiffer(Exception):
    """The measure's site is not the same as ours, so that times say nothing."""


class Bench:
    """Tools with their sites for one corpus, and a folder to publish into."""

    def __init__(self, tools: Sequence[Tool], posts: int, sites: Path, output: Path) -> None:
        self.tools, self.posts = tools, posts
        self._sites, self._output = sites, output

    def lay_out(self) -> None:
        for tool in self.tools:
            lay_out(tool, self.posts, self.site(tool))

    def site(self, tool: Tool) -> Path:
        return self._sites / str(self.posts) / tool.name

    def output(self, tool: Tool) -> Path:
        return self._output / tool.name

    def command(self, tool: Tool) -> list[str]:
        """The tool's command; it names the output as seen from the site, since Eleventy takes no other."""
        return tool.command(Path(os.path.relpath(self.output(tool), self.site(tool))))

    def run(self, tool: Tool) -> Sample:
        return timed(self.command(tool), self.site(tool), tool.environment)

    def memory(self, tool: Tool) -> Memory:
        """Of a cold build."""
        self.prepare("cold", tool)
        return memory_of(self.command(tool), self.site(tool), tool.environment)

    def prepare(self, cell: str, tool: Tool) -> None:
        """Bring the tool's site into the state that the task begins with."""
        site = self.site(tool)
        if cell in ("cold", "fresh checkout"):
            shutil.rmtree(self.output(tool), ignore_errors=True)
        if cell == "cold":
            for name in tool.keeps:
                forget(site / name)
        elif cell == "fresh checkout":
            touch_all(site, tool.keeps)
        elif cell == "one edit":
            make_corpus("--edit", str(self.posts // 2), "--out", str(site / tool.posts))

    def times(self, runs: int) -> dict[tuple[str, str], list[Sample]]:
        """All samples by task and tool. Tools take turns within each run, so that load from outside hits them alike."""
        samples: dict[tuple[str, str], list[Sample]] = {(cell, tool.name): [] for cell in CELLS for tool in self.tools}
        for number in range(runs):
            for cell in CELLS:
                for tool in self.tools[:: -1 if number % 2 else 1]:
                    self.prepare(cell, tool)
                    samples[cell, tool.name].append(self.run(tool))
        return samples

    def check(self) -> Counter[str]:
        """By peer, at how many addresses its site is not the same as ours, the first tool's.

        Raises PagesDiffer if that is so with the first peer, the measure.
        """
        ours = self.output(self.tools[0])
        counts = Counter[str]()
        for number, tool in enumerate(self.tools[1:]):
            found = list(differences(ours, self.output(tool)))
            counts[tool.name] = differing(found)
            told = f"{counts[tool.name]} differ (ours / theirs)" if found else "no difference"
            head = f"warta and {tool.name}, {self.posts} posts: {len(addresses_of(ours))} addresses, {told}"
            if found and not number:
                raise PagesDiffer("\n  ".join([head, *found[:SHOWN]]))
            print("\n  ".join([head, *found[:SHOWN_OF_OTHERS]]), file=sys.stderr)
        return counts

    def built(self, tool: Tool, memory: Memory, differ: int) -> tables.Built:
        sizes = [path.stat().st_size for path in self.output(tool).rglob("*") if path.is_file()]
        pages = sum(not address.endswith(".xml") for address in addresses_of(self.output(tool)))
        return tables.Built(self.posts, tool.name, tool.version, pages, len(sizes), sum(sizes), memory, differ)


def forget(path: Path) -> None:
    """Delete a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def touch_all(folder: Path, but: Sequence[str]) -> None:
    """Give all files new times, as a fresh checkout does."""
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in but]
        for name in names:
            os.utime(Path(base, name))


def compare(arguments: argparse.Namespace, places: dict[str, Path]) -> tuple[list[tables.Row], list[tables.Built]]:
    """Every size at every place."""
    work = arguments.work.resolve()
    peers = [] if arguments.theme == "default" else [PEERS[name](work) for name in arguments.peers]
    tools = [warta(work, arguments.theme), *peers]
    rows, built = list[tables.Row](), list[tables.Built]()
    for posts in arguments.posts:
        runs = arguments.runs or (5 if posts < 10_000 else 3)
        made, differ = list[tables.Built](), Counter[str]()
        for number, (place, folder) in enumerate(places.items()):
            bench = Bench(tools, posts, work / "sites", folder)
            bench.lay_out()
            memory = {tool.name: bench.memory(tool) for tool in tools}
            differ |= bench.check()  # of each peer the larger number
            if not number:
                made = [bench.built(tool, memory[tool.name], differ[tool.name]) for tool in tools]
            samples = bench.times(runs)
            differ |= bench.check()
            rows += [tables.Row(posts, place, *key, spread(found)) for key, found in samples.items()]
        built += [each._replace(differing=differ[each.tool]) for each in made]
        shutil.rmtree(work / "sites" / str(posts))
    return rows, built


@contextmanager
def output_places(work: Path, memory_folder: Path, wanted: Sequence[str]) -> Iterator[dict[str, Path]]:
    """Where to publish: a folder in memory, if there is one, and one on the disk."""
    folders = {"tmpfs": memory_folder, "disk": work}
    with ExitStack() as stack:
        yield {
            place: Path(stack.enter_context(tempfile.TemporaryDirectory(dir=folder)))
            for place, folder in folders.items()
            if place in wanted and folder.is_dir()
        }


def report(rows: Sequence[tables.Row], built: Sequence[tables.Built], theme: str) -> Iterator[str]:
    """The tables, each below its heading."""
    for place in dict.fromkeys(row.place for row in rows):
        if theme == "default":
            yield f"### The theme as delivered, output on {place}\n\n{tables.growth_table(rows, place)}\n"
            continue
        for posts in dict.fromkeys(row.posts for row in rows):
            chosen = [row for row in rows if (row.posts, row.place) == (posts, place)]
            base = chosen[min(1, len({row.tool for row in chosen}) - 1)].tool
            yield f"### {posts:,} posts, output on {place}\n\n{tables.times_table(chosen, base)}\n"
    yield f"### What was built\n\n{tables.built_table(built)}\n"


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="Times Warta beside its peers, on the same posts and the same pages.")
    made.add_argument("--posts", type=int, nargs="+", default=[1000])
    made.add_argument(
        "--peers", type=peer_names, default=["hugo"], help="hugo,eleventy,pelican; the first is the measure"
    )
    made.add_argument(
        "--theme", choices=["bench", "default"], default="bench", help="default: ours as delivered, alone"
    )
    made.add_argument("--runs", type=int, default=0, help="default: 5, at 10,000 posts 3")
    made.add_argument("--json", type=Path, help="write all that was measured into this file as well")
    made.add_argument("--work", type=Path, default=ROOT / ".bench", help="folder for peers and sites")
    made.add_argument(
        "--places", nargs="+", choices=["tmpfs", "disk"], default=["tmpfs", "disk"], help="for the output"
    )
    made.add_argument("--output-on", type=Path, default=Path("/dev/shm"), help="folder in memory")  # noqa: S108 - a tmpfs
    return made


def peer_names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - PEERS.keys():
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not one of {', '.join(PEERS)}")
    return names


def main(words: Sequence[str]) -> int:
    arguments = parser().parse_args(words)
    arguments.work.mkdir(parents=True, exist_ok=True)
    before = tables.machine()
    with output_places(arguments.work, arguments.output_on, arguments.places) as places:
        try:
            rows, built = compare(arguments, places)
        except PagesDiffer as differ:
            print(differ, file=sys.stderr)
            return 1
    print("\n".join(report(rows, built, arguments.theme)))
    about = {**before, "load_after": tables.machine()["load"]}
    print("; ".join(f"{key.replace('_', ' ')} {value}" for key, value in about.items()))
    if tables.busy(before["load"], os.cpu_count() or 1) or tables.busy(about["load_after"], os.cpu_count() or 1):
        print("The machine was busy with other work: times on the clock and their ratios say little, CPU times more.")
    if arguments.json:
        data = tables.as_data(rows, built, about)
        arguments.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
