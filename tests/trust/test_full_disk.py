"""A disk that fills up: the published folder stays whole, staff are told once and plainly, and with room all is well.

The disk is a real one of 2 MB in memory, so these tests need the right to mount (root, as in .ci/run); `fill_up` in
tests/publish/test_publishing.py plays the same without it.
"""

import os
import random
from pathlib import Path

import pytest

from tests.sites import contents
from tests.trust.disk import LARGE, Disk
from tests.trust.newsdesk import PROBLEMS, Newsdesk, manifest_of
from tests.trust.walk import faults

TRUST = os.environ.get("WARTA_TRUST") == "1"
POSTS = 12
ROOM = [(free, jobs) for free in (0, 4_096, 40_960, 163_840, 327_680) for jobs in ("1", "3")]
"""Bytes that are left on the disk, and how many processes find that too little."""

SETTINGS = "features: {search: off, previews: off}\n"


@pytest.mark.parametrize("jobs", ["1", "3"] if TRUST else ["3"])
def test_a_first_build_that_does_not_fit_leaves_nothing_and_says_why(tmp_path: Path, disk: Disk, jobs: str) -> None:
    desk = Newsdesk(tmp_path, POSTS, random.Random(1), SETTINGS)  # noqa: S311 - no secret
    desk.output = disk.folder / "public"
    disk.leave(200_000)
    code, said = desk.attempt("--jobs", jobs)
    assert (code, said.count("::error")) == (PROBLEMS, 1)
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
    code, said = desk.attempt("--jobs", jobs)
    assert (code, said.count("::error")) == (PROBLEMS, 1)
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
