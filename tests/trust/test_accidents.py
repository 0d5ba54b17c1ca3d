"""What else happens to builds: two at once, a disk that is locked, Ctrl+C, a window that is closed."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.sites import contents
from tests.trust.disk import Disk
from tests.trust.newsdesk import PROBLEMS, Newsdesk, manifest_of
from tests.trust.walk import faults

TRUST = os.environ.get("WARTA_TRUST") == "1"
SETTINGS = "features: {search: off, previews: off}\n"
INTERRUPTED = 130
MOST_TRIES = 60
"""Of signals until one has met a build at work."""


@pytest.fixture
def desk(tmp_path: Path) -> Newsdesk:
    return Newsdesk(tmp_path, 20, random.Random(4), SETTINGS)  # noqa: S311 - no secret


def versions(*manifests: dict[str, str]) -> dict[str, set[str]]:
    """The digests that each file may have."""
    return {path: {each.get(path, "") for each in manifests} for every in manifests for path in every}


@pytest.mark.parametrize("cold", [True, False])
def test_of_two_builds_at_once_one_publishes_and_the_other_does_too_or_says_that_it_must_wait(
    desk: Newsdesk,
    cold: bool,  # noqa: FBT001 - a column of the table
) -> None:
    if not cold:
        desk.build()
        desk.layout()
    both = [subprocess.Popen(desk.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in "ab"]
    told = [each.communicate() for each in both]
    assert [error for _, error in told] == ["", ""]
    assert sorted(each.returncode for each in both) in ([0, 0], [0, PROBLEMS])
    for each, (said, _) in zip(both, told, strict=True):
        assert each.returncode == 0 or "folder ini sedang ditulis oleh proses lain" in said
    assert manifest_of(desk.output) == desk.expected()
    assert "0 ditulis" in desk.build()


def test_an_output_that_cannot_be_written_stays_as_it_is_and_is_told_in_one_problem(desk: Newsdesk, disk: Disk) -> None:
    desk.output = disk.folder / "public"
    desk.build()
    before = contents(desk.output)
    desk.title()
    disk.lock()
    code, said = desk.attempt()
    assert (code, said.count("::error")) == (PROBLEMS, 1)
    assert "tidak dapat ditulis (disk ini hanya dapat dibaca)" in said
    assert contents(desk.output) == before
    disk.unlock()
    desk.build()
    assert manifest_of(desk.output) == desk.expected()


def test_a_cache_that_cannot_be_written_hinders_no_build(desk: Newsdesk, disk: Disk) -> None:
    cache = ("--cache", str(disk.folder / "memori"))
    desk.build(*cache)
    disk.lock()
    for change in (desk.title, desk.photo_replaced):
        change()
        desk.build(*cache)
        assert manifest_of(desk.output) == desk.expected()
    disk.unlock()
    desk.build(*cache)
    assert manifest_of(desk.output) == desk.expected()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_build_that_is_told_to_end_ends_without_a_word_and_the_next_one_completes_it(
    desk: Newsdesk, number: signal.Signals, code: int
) -> None:
    begun = time.monotonic()
    desk.build()
    took = time.monotonic() - begun
    luck, known, codes = random.Random(5), [manifest_of(desk.output)], list[int]()  # noqa: S311 - no secret
    while len(codes) < (40 if TRUST else 4) or (code not in codes and len(codes) < MOST_TRIES):
        desk.layout()
        known.append(desk.expected())
        command = desk.command("--jobs", "2")
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as build:
            try:
                build.wait(luck.random() * took)
            except subprocess.TimeoutExpired:
                os.killpg(build.pid, number)
            _, error = build.communicate()
        assert "build.py" not in error, error
        if "Failed to import the site module" not in error:  # Python itself was interrupted before it began
            codes.append(build.returncode)
        assert faults(desk.output, versions(*known)) == []
    assert code in codes
    assert set(codes) <= {0, code, -number}
    desk.build()
    assert manifest_of(desk.output) == known[-1]
    assert [path for path in desk.folder.rglob("*") if "warta-new" in path.name] == []


def test_a_window_that_is_closed_before_anything_was_printed_costs_words_and_not_the_site(desk: Newsdesk) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(desk.command(), stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (PROBLEMS, "")
    assert manifest_of(desk.output) == desk.expected()


def test_a_clock_that_was_set_back_hinders_no_build(desk: Newsdesk) -> None:
    desk.build()
    for path in desk.folder.rglob("*"):
        if path.is_file():
            os.utime(path, (2_000_000_000, 2_000_000_000))  # in 2033
    for change in (desk.body, desk.photo_replaced):
        change()
        desk.build("--now", "2026-12-30T12:00+08:00")
        clean = desk.folder / change.__name__
        desk.build("--now", "2026-12-30T12:00+08:00", "--output", str(clean), "--no-cache")
        assert contents(desk.output) == contents(clean)
