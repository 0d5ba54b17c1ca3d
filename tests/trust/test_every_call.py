"""A build is killed before every single change that it makes to the disk, one after the other; each wreck is looked at.

What changes the disk is told by Python's own audit events, so nothing of Warta is replaced. A file that was being
opened to be written is left with bytes of nobody.
"""

import os
import shutil
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sites import SITE_YAML, Files, built, contents, post, write
from tests.trust.newsdesk import PROFILE, manifest_of, photo
from tests.trust.walk import faults

SHARE = 1 if os.environ.get("WARTA_TRUST") == "1" else 16
"""Of so many calls one is the last; in the short run they are spread over the whole build."""

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.utime", "sqlite3.connect"}
ENDED = 7

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of this process")


def is_change(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether what Python is about to do changes a file, or may."""
    if event != "open":
        return event in CHANGES
    path, _, flags = arguments
    return isinstance(path, str) and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def killed(build: Callable[[], object], after: int) -> bool:
    """Do this in a copy of this process that is killed after so many changes; False if it had ended before."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # from Python 3.12: a copy has none of our other threads
        child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(_dies(after))
            build()
        finally:
            os._exit(ENDED)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {-signal.SIGKILL, ENDED}
    return status != ENDED


def _dies(after: int) -> Callable[[str, tuple[object, ...]], None]:
    count = [0]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not is_change(event, arguments):
            return
        count[0] += 1
        if count[0] > after:
            count[0] = -1_000_000  # what comes is no call of the build's
            if event == "open" and not str(arguments[0]).endswith(".lock"):
                Path(str(arguments[0])).write_bytes(b"<p>setengah jadi")
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


OLD: Files = {
    "site.yaml": SITE_YAML + "features: {search: on}\n",
    "content/halaman/profil.md": PROFILE,
    "content/berita/2026-03-01-apel.md": post("tags: [Apel]", body="Lihat [takjil](/berita/takjil/)."),
    "content/berita/2026-03-02-takjil/index.md": post("image: a.jpg", "image_alt: Takjil", title="Takjil"),
    "content/berita/2026-03-02-takjil/a.jpg": photo(3),
    "content/berita/2026-03-03-razia.md": post("tags: [Razia]", title="Razia"),
    "content/berita/2026-03-04-donor.md": post("aliases: [/lama.html]", title="Donor Darah"),
}
NEW: Files = {
    "site.yaml": OLD["site.yaml"],
    "content/halaman/profil.md": PROFILE,
    "content/berita/2026-03-02-takjil/index.md": post("image: a.jpg", "image_alt: Takjil", title="Takjil Gratis"),
    "content/berita/2026-03-02-takjil/a.jpg": photo(4),
    "content/berita/2026-03-04-donor.md": post("aliases: [/lama.html/b/, /berita/razia/]", title="Donor Darah"),
    "content/berita/2026-03-05-senam.md": post(
        "tags: [Olahraga]", title="Senam", body="Lihat [donor](/berita/donor/)."
    ),
    "content/tag/olahraga.md": "---\ntitle: Olah Raga\naliases: [Olahraga]\n---\n",
    "layouts/assets/style.css": "body { color: black; }\n",
}
"""Titles, photos and styles change, a post comes, one goes for good, one leads on, an old address becomes a folder."""


class Case(NamedTuple):
    """A site in `folder` as it is before the build that is killed, and what it may hold after."""

    folder: Path
    versions: dict[str, set[str]]
    finished: dict[str, bytes]
    undone: dict[str, bytes]


def publish(folder: Path) -> None:
    done = built(folder / "situs", output=folder / "public", cache=folder / "situs/.warta", allow_removal=100)
    assert done.report.published, done.report.problems


def clean(folder: Path, files: Files) -> tuple[dict[str, bytes], dict[str, str]]:
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "situs", files)
    done = built(folder / "situs")
    assert done.report.published, done.report.problems
    return done.files, manifest_of(done.output)


@pytest.fixture(scope="module", params=["cold", "edited"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp(request.param)
    old, old_digests = clean(folder / "lama", OLD)
    new, new_digests = clean(folder / "baru", NEW)
    write(folder / "awal/situs", OLD)
    if request.param == "edited":
        publish(folder / "awal")
        replace_content(folder / "awal", NEW)
    versions = {path: {old_digests.get(path, ""), new_digests.get(path, "")} for path in old_digests | new_digests}
    return Case(folder, versions, old if request.param == "cold" else new, old)


def replace_content(folder: Path, files: Files) -> None:
    for name in ("content", "layouts"):
        shutil.rmtree(folder / "situs" / name, ignore_errors=True)
    write(folder / "situs", files)


def wrecks(case: Case) -> Iterator[tuple[int, Path]]:
    """After how many calls the build was killed, and what it left, for one call of so many."""
    after = 0
    while True:
        wreck = case.folder / f"bangkai-{after}"
        shutil.copytree(case.folder / "awal", wreck)
        alive = killed(lambda wreck=wreck: publish(wreck), after)  # type: ignore[misc]
        if not alive:
            return
        yield after, wreck
        shutil.rmtree(wreck)
        after += SHARE


def test_after_every_call_the_site_is_whole_and_the_next_build_heals(case: Case) -> None:
    for after, wreck in wrecks(case):
        if (wreck / "public").exists():
            assert faults(wreck / "public", case.versions) == [], after
        undo = after // SHARE % 2 == 1
        if undo:
            replace_content(wreck, OLD)
        publish(wreck)
        assert contents(wreck / "public") == (case.undone if undo else case.finished), after
        assert [path for path in wreck.rglob("*") if "warta-new" in path.name] == [], after
    assert after > 40
