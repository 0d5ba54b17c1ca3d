"""Builds that are killed: the whole group of processes, or the first of them alone, at a drawn moment."""

import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL

from tests.trust.newsdesk import Newsdesk

LONGEST = 120.0
"""Seconds after which a process that should have ended is a fault."""


@dataclass
class Killer:
    """Kills builds; `struck` counts in which state the published folder was left; a build takes `longest` seconds."""

    desk: Newsdesk
    luck: random.Random
    longest: float
    struck: dict[str, int] = field(default_factory=dict)

    def strike(self) -> str:
        """Start a build and kill it; when and how, or "" if it was done before."""
        aimed, alone = self.luck.random() < 0.6, self.luck.random() < 0.2
        # Evenly over three orders of magnitude: to publish takes milliseconds on one machine, a second on another.
        wait = 0.25 * 10 ** (-3 * self.luck.random()) if aimed else self.luck.random() * self.longest
        before = _stamp(self.desk.output)
        jobs = self.luck.choice(((), ("--jobs", "1"), ("--jobs", "3")))
        command = self.desk.command(*jobs)
        with subprocess.Popen(command, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True) as build:
            if aimed:
                _until_publishing(build, self.desk.output, before)
            with suppress(subprocess.TimeoutExpired):
                build.wait(wait)
            alive = build.poll() is None
            with suppress(ProcessLookupError):
                os.kill(build.pid, signal.SIGKILL) if alone and alive else os.killpg(build.pid, signal.SIGKILL)
        _until_all_ended(build.pid)
        if not alive:
            return ""
        state = _state(self.desk.output, before)
        self.struck[state] = self.struck.get(state, 0) + 1
        return f"{'publishing' if aimed else 'start'} + {wait:.4f} s, {jobs=}, {alone=}: {state}"


def _stamp(output: Path) -> tuple[int, int] | None:
    """Changes with the manifest, which a build writes first of all that it publishes."""
    with suppress(OSError):
        about = (output / "warta.json").stat()
        return about.st_ino, about.st_mtime_ns
    return None


def _until_publishing(build: "subprocess.Popen[bytes]", output: Path, before: tuple[int, int] | None) -> None:
    sibling = output.with_name(f".{output.name}.warta-new")
    here = sibling.exists()
    begun = time.monotonic()
    while build.poll() is None and _stamp(output) == before and time.monotonic() - begun < LONGEST:
        if before is None and not here and sibling.exists():
            return
        here = here and sibling.exists()
        time.sleep(0.0005)


def _until_all_ended(group: int) -> None:
    """Workers whose master was killed end by themselves. Raises TimeoutError."""
    begun = time.monotonic()
    with suppress(ProcessLookupError):
        while time.monotonic() - begun < LONGEST:
            os.killpg(group, 0)
            time.sleep(0.002)
        raise TimeoutError(f"processes of the killed build {group} still run")


def _state(output: Path, before: tuple[int, int] | None) -> str:
    if output.with_name(f".{output.name}.warta-new").exists():
        return "filling a new folder"
    if _stamp(output) == before:
        return "before publishing"
    return "half published" if b'[0, ""]' in (output / "warta.json").read_bytes() else "published"
