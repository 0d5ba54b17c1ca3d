"""A disk that fills up: the published folder stays whole, staff are told once and plainly, and with room all is well.

The disk is a real one of 2 MB in memory, so these tests need the right to mount (root, as in .ci/run); `fill_up` in
tests/publish/test_publishing.py plays the same without it.
"""

import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import contents
from tests.trust.newsdesk import Newsdesk, manifest_of
from tests.trust.walk import faults

TRUST = os.environ.get("WARTA_TRUST") == "1"
SMALL, LARGE = "2m", "64m"
POSTS = 12
ROOM = [(free, jobs) for free in (0, 4_096, 40_960, 163_840, 327_680) for jobs in ("1", "3")]
"""Bytes that are left on the disk, and how many processes find that too little."""

ENDED_WITH_PROBLEMS = 1
SETTINGS = "features: {search: off, previews: off}\n"


class Disk:
    """A small disk, mounted at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._ballast = folder, folder / "pemberat"

    def resize(self, size: str) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", self.folder], check=True)

    def leave(self, free: int) -> None:
        """Fill the disk but for so many bytes."""
        with self._ballast.open("ab") as file:
            while (room := self.room()) > free:
                file.write(bytes(min(65_536, room - free)))
                file.flush()

    def room(self) -> int:
        done = subprocess.run(["df", "--output=avail", "-B1", self.folder], capture_output=True, text=True, check=True)
        return int(done.stdout.split()[-1])

    def unload(self) -> None:
        self._ballast.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk may be mounted here: {mounted.stderr.strip()}")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", folder], check=True)


def attempt(desk: Newsdesk, *options: str) -> tuple[int, str]:
    """The exit code of a build, and what it said of problems that stop it."""
    done = subprocess.run(desk.command("--format", "github", *options), capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, "\n".join(line for line in done.stdout.splitlines() if line.startswith("::error"))


@pytest.mark.parametrize("jobs", ["1", "3"] if TRUST else ["3"])
def test_a_first_build_that_does_not_fit_leaves_nothing_and_says_why(tmp_path: Path, disk: Disk, jobs: str) -> None:
    desk = Newsdesk(tmp_path, POSTS, random.Random(1), SETTINGS)  # noqa: S311 - no secret
    desk.output = disk.folder / "public"
    disk.leave(200_000)
    code, said = attempt(desk, "--jobs", jobs)
    assert (code, said.count("::error")) == (ENDED_WITH_PROBLEMS, 1)
    assert "tidak dapat ditulis (ruang disk habis)" in said
    assert sorted(path.name for path in disk.folder.iterdir()) == [".public.lock", "pemberat"]
    disk.resize(LARGE)
    desk.build()
    assert manifest_of(desk.output) == desk.expected()


@pytest.mark.parametrize(("free", "jobs"), ROOM if TRUST else [(4_096, "1"), (163_840, "3")])
def test_an_update_that_does_not_fit_leaves_every_link_alive_and_heals(
    tmp_path: Path, disk: Disk, free: int, jobs: str
) -> None:
    desk = Newsdesk(tmp_path, POSTS, random.Random(2), SETTINGS)  # noqa: S311 - no secret
    desk.output = disk.folder / "public"
    desk.build()
    versions = {path: {digest} for path, digest in manifest_of(desk.output).items()}
    for change in (desk.layout, desk.style, desk.post_moves, desk.post_goes, *[desk.post_comes] * 20):
        change()
    for path, digest in desk.expected().items():
        versions.setdefault(path, set()).add(digest)
    disk.leave(free)
    code, said = attempt(desk, "--jobs", jobs)
    assert (code, said.count("::error")) == (ENDED_WITH_PROBLEMS, 1)
    assert "tidak dapat ditulis (ruang disk habis)" in said
    assert faults(desk.output, versions) == []
    disk.unload()
    desk.build()
    clean = tmp_path / "bersih"
    desk.build("--output", str(clean), "--no-cache")
    assert contents(desk.output) == contents(clean)


@pytest.mark.parametrize("free", [0, 8_192, 131_072, 327_680] if TRUST else [131_072])
def test_a_full_cache_hinders_no_build_and_with_room_it_helps_again(tmp_path: Path, disk: Disk, free: int) -> None:
    desk = Newsdesk(tmp_path, POSTS, random.Random(3), SETTINGS)  # noqa: S311 - no secret
    disk.leave(free)
    cache = ("--cache", str(disk.folder / "memori"))
    for change in (desk.title, desk.post_comes, desk.setting):
        desk.build(*cache)
        assert manifest_of(desk.output) == desk.expected()
        change()
    disk.unload()
    disk.resize(LARGE)
    desk.build(*cache)
    assert manifest_of(desk.output) == desk.expected()
    assert "0 ditulis" in desk.build(*cache)
    assert [path for path in disk.folder.rglob("*") if "warta-new" in path.name] == []
