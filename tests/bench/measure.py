"""One command, timed; and once more with a look at the memory of all its processes."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

LOOK_EVERY = 0.01


class Sample(NamedTuple):
    """One run: seconds on the clock, of processor time of all its processes, and of that in the kernel."""

    wall: float
    cpu: float
    system: float


class Memory(NamedTuple):
    """Peaks in bytes: of the largest process, and of all together (a page that several share counts once)."""

    largest: int
    together: int


class Spread(NamedTuple):
    """Several runs: the middle one, the fastest and the slowest."""

    wall: float
    fastest: float
    slowest: float
    cpu: float
    system: float


def spread(samples: Sequence[Sample]) -> Spread:
    walls = [sample.wall for sample in samples]
    cpu, system = (median(getattr(sample, name) for sample in samples) for name in ("cpu", "system"))
    return Spread(median(walls), min(walls), max(walls), cpu, system)


def environment_of(more: Mapping[str, str]) -> dict[str, str]:
    """This process's environment and `more`, as users have it: programs in Python may keep their byte code."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | dict(more)


def timed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Sample:
    """Run the command to its end. Raises RuntimeError with what it said if it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment_of(environment), stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{command}: {process.returncode}\n{said.read().decode(errors='replace')[-4000:]}")
    return Sample(wall, used.ru_utime + used.ru_stime, used.ru_stime)


def memory_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Memory:
    """Run the command and look every 10 ms (Linux only; zeros elsewhere): too costly to be timed as well."""
    largest = together = 0
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=environment_of(environment), stdin=quiet, stdout=quiet, stderr=quiet
    ) as process:
        while process.poll() is None:
            looks = [rolled_up(pid) for pid in family(process.pid)]
            largest = max([largest, *(rss for rss, _ in looks)])
            together = max(together, sum(pss for _, pss in looks))
            time.sleep(LOOK_EVERY)
    if process.returncode:
        raise RuntimeError(f"{command}: {process.returncode}")
    return Memory(largest, together)


def family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    with suppress(OSError):
        for path in Path(f"/proc/{pid}/task").iterdir():
            for child in (path / "children").read_text(encoding="ascii").split():
                found += family(int(child))
    return found


def rolled_up(pid: int) -> tuple[int, int]:
    """Bytes in memory of a process, and its fair share of them."""
    try:
        return parsed(Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"))
    except OSError:
        return 0, 0


def parsed(text: str) -> tuple[int, int]:
    """Rss and Pss of the text of a `smaps_rollup`, in bytes."""
    found = {"Rss:": 0, "Pss:": 0}
    for line in text.splitlines():
        words = line.split()
        if words and words[0] in found:
            found[words[0]] = int(words[1]) * 1024
    return found["Rss:"], found["Pss:"]
