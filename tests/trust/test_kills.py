"""Builds are killed at any moment while somebody reads: no dead link, no file cut, no page without its style.

WARTA_TRUST=1 .venv/bin/python -m pytest -s tests/trust/test_kills.py    200 kills and 300 posts in place of 20 and 100
"""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.nginx import served_by_nginx
from tests.sites import contents
from tests.trust.killing import Killer
from tests.trust.newsdesk import Newsdesk
from tests.trust.reader import Archive, Reader
from tests.trust.walk import faults

TRUST = os.environ.get("WARTA_TRUST") == "1"
KILLS = 200 if TRUST else 20
POSTS = 300 if TRUST else 100
SETTINGS = "" if TRUST else "features: {search: off, previews: off}\n"
"""The short run goes without what costs most processor time; its figures are printed."""

SEED = 9
MOST_AT_ONCE = 4
"""Builds of one state that are killed one after the other."""


class Newsroom:
    """A site that is read through nginx while it is edited and its builds are killed."""

    def __init__(self, folder: Path, luck: random.Random) -> None:
        self.desk, self.luck, self.archive = Newsdesk(folder, POSTS, luck, SETTINGS), luck, Archive()
        self.killer = Killer(self.desk, luck, longest=2)
        self.story: list[str] = []

    def go_on(self, reader: Reader) -> None:
        """Edit, or take everything away; then kill some builds, look at each wreck, and perhaps build to the end."""
        if self.luck.random() < 0.2:
            self._take_away(reader)
        else:
            self.story.append(self.desk.edit())
        self.archive.add(self.desk.expected())
        for _ in range(self.luck.randint(1, MOST_AT_ONCE)):
            if how := self.killer.strike():
                self.story.append(f"killed at {how}")
            self._look()
        if self.luck.random() < 0.3:
            self.finish()

    def _take_away(self, reader: Reader) -> None:
        cache_too = self.luck.random() < 0.2
        self.story.append(f"public taken away, {cache_too=}")
        lock = reader.step_aside()
        shutil.rmtree(self.desk.output, ignore_errors=True)
        if cache_too:
            shutil.rmtree(self.desk.cache, ignore_errors=True)
        reader.may_be_absent = True
        lock.release()

    def _look(self) -> None:
        """Whatever the kill left, at rest: all that can be reached is whole, or there is no site at all yet."""
        if self.desk.output.exists():
            assert faults(self.desk.output, self.archive.versions) == [], self.told()

    def finish(self) -> None:
        self.story.append("built to the end")
        self.desk.build()
        self._look()

    def told(self) -> str:
        return "\n".join([f"seed {SEED}", *self.story[-12:]])

    @property
    def kills(self) -> int:
        return sum(self.killer.struck.values())

    @property
    def spread(self) -> bool:
        """Whether a tenth of the kills each struck before anything was published, and while it was."""
        struck = self.killer.struck
        return min(struck.get("before publishing", 0), struck.get("half published", 0)) >= KILLS // 10


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Newsroom, Reader]]:
    """The site after all kills, and its reader."""
    folder = tmp_path_factory.mktemp("redaksi")
    room = Newsroom(folder, random.Random(SEED))  # noqa: S311 - no secret
    with served_by_nginx(folder, path="/public/") as url:
        reader = Reader(url, room.archive, 0 if TRUST else 0.002)
        reader.start()
        try:
            while (room.kills < KILLS or not room.spread) and room.kills < 5 * KILLS and not reader.faults:
                room.go_on(reader)
            room.finish()
            yield room, reader
        finally:
            reader.stop()
    print(
        f"\nseed {SEED}: {room.killer.struck}; {reader.walks} walks, {reader.pages} answers, {reader.outdated} outdated"
    )


def test_a_reader_meets_no_dead_link_no_cut_file_and_no_page_without_its_style(
    newsroom: tuple[Newsroom, Reader],
) -> None:
    room, reader = newsroom
    assert reader.faults == [], room.told()
    assert reader.walks > 3


def test_the_kills_strike_before_while_and_after_files_are_published(newsroom: tuple[Newsroom, Reader]) -> None:
    assert newsroom[0].kills >= KILLS
    assert newsroom[0].spread, newsroom[0].killer.struck


def test_after_all_kills_the_site_is_what_a_build_from_nothing_makes(newsroom: tuple[Newsroom, Reader]) -> None:
    desk = newsroom[0].desk
    clean = desk.folder / "bersih"
    desk.build("--output", str(clean), "--no-cache")
    assert contents(desk.output) == contents(clean)


def test_after_all_kills_nothing_half_is_left_behind(newsroom: tuple[Newsroom, Reader]) -> None:
    desk = newsroom[0].desk
    left = [path for path in desk.folder.rglob("*") if "warta-new" in path.name]
    assert left == []
