"""The source changes while it is read: before every single look at it, in turn, something is moved, cut or taken away.

Such a build may publish what it saw or refuse, in so many words; it must not fail, publish half a file or remember
what was not so. As in test_every_call.py, Python's audit events tell of each look.
"""

import os
import shutil
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import Files, built, contents, post, write
from tests.trust.newsdesk import PROFILE, SETTINGS, photo

SHARE = 1 if os.environ.get("WARTA_TRUST") == "1" else 12
PUBLISHED, REFUSED, FAILED, ENOUGH = range(4)
MODES = ("cold", "known")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds in a copy of this process")

TAKJIL = "content/berita/2026-03-02-takjil"
SITE: Files = {
    "site.yaml": SETTINGS + "files: [pdf]\n",
    "content/halaman/profil.md": PROFILE,
    "content/berita/2026-03-01-apel.md": post("tags: [Apel]", body="Apel digelar di halaman."),
    f"{TAKJIL}/index.md": post("image: a.jpg", "image_alt: Takjil", title="Takjil", body="![Foto](b.jpg)"),
    f"{TAKJIL}/a.jpg": photo(3),
    f"{TAKJIL}/b.jpg": photo(4),
    "content/tag/apel.md": "---\ntitle: Apel\n---\nTentang apel.\n",
    "layouts/partials/footer.html": "<footer>Kaki</footer>\n",
}
POST = f"{TAKJIL}/index.md"


def folder_goes(source: Path) -> None:
    shutil.rmtree(source / TAKJIL)


def all_goes(source: Path) -> None:
    shutil.rmtree(source / "content")


def text_changes(source: Path) -> None:
    path = source / POST
    path.write_text(path.read_text("utf-8").replace("Takjil", "Sahur!"), "utf-8")


def text_is_cut(source: Path) -> None:
    (source / POST).write_bytes((source / POST).read_bytes()[:20])


def photo_changes(source: Path) -> None:
    (source / TAKJIL / "a.jpg").write_bytes(photo(6))


def photo_is_cut(source: Path) -> None:
    (source / TAKJIL / "b.jpg").write_bytes(photo(4)[:300])


def photo_becomes_a_folder(source: Path) -> None:
    (source / TAKJIL / "a.jpg").unlink()
    (source / TAKJIL / "a.jpg").mkdir()


def layout_goes(source: Path) -> None:
    (source / "layouts/partials/footer.html").unlink()


ACCIDENTS: list[Callable[[Path], None]] = [
    folder_goes, all_goes, text_changes, text_is_cut, photo_changes, photo_is_cut, photo_becomes_a_folder, layout_goes,
]  # fmt: skip


def build(root: Path) -> int:
    done = built(root, output=root.parent / "public", cache=root / ".warta", allow_removal=100)
    assert done.report.published or done.report.problems
    return PUBLISHED if done.report.published else REFUSED


def disturbed(root: Path, accident: Callable[[Path], None], after: int) -> int:
    """How a build ended before whose look number `after` this happened; ENOUGH if it had no such look."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code, looks = FAILED, [0]

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if event in {"open", "os.scandir", "os.listdir"} and str(arguments[0]).startswith(f"{root}{os.sep}"):
                looks[0] += 1
                if looks[0] == after + 1:
                    accident(root)

        try:
            sys.addaudithook(hook)
            code = build(root)
            code = code if looks[0] > after else ENOUGH
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("accident", ACCIDENTS)
def test_whatever_happens_to_the_source_while_it_is_read_the_next_build_heals(
    tmp_path: Path, accident: Callable[[Path], None], mode: str
) -> None:
    write(tmp_path / "awal/situs", SITE)
    if mode == "known":
        assert build(tmp_path / "awal/situs") == PUBLISHED
        write(tmp_path / "awal/situs", {**SITE, POST: post("image: a.jpg", title="Takjil Gratis", body="![F](b.jpg)")})
    after = ACCIDENTS.index(accident) % SHARE
    while True:
        root = tmp_path / f"coba-{after}"
        shutil.copytree(tmp_path / "awal", root)
        before = contents(root / "public")
        ended = disturbed(root / "situs", accident, after)
        if ended == ENOUGH:
            break
        assert ended in {PUBLISHED, REFUSED}, after
        if ended == REFUSED:
            assert contents(root / "public") == before
        if not (root / "situs/content").exists() and "profil/index.html" in contents(root / "public"):
            assert build(root / "situs") == REFUSED  # readers had texts (P112)
            write(root / "situs", SITE)
        clean = built(root / "situs", output=root / "bersih")
        assert build(root / "situs") == (PUBLISHED if clean.report.published else REFUSED)
        assert not clean.report.published or contents(root / "public") == clean.files, after
        shutil.rmtree(root)
        after += SHARE
    assert after > 10
