"""What another system would do to us, played on this one: names, letters, code pages, and what Python lacks there."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from tests.photofiles import encoded, picture
from tests.sites import EXAMPLE, NOW, ROOT, Files, contents, post, published, site
from warta.sourcetext import is_portable

LONGEST_PATH = 200
"""Characters of a published path: with 60 for the folder of the site it stays below the 260 of Windows."""

PHOTO = encoded(picture((300, 200)), "JPEG")


def unportable(published_files: Files) -> list[str]:
    """The published paths that some system cannot hold, or would take for another one."""
    paths = list(published_files)
    folded = [normalize("NFC", path).casefold() for path in paths]
    bad = [path for path in paths if len(path) > LONGEST_PATH or not path.isascii()]
    bad += [path for path in paths if not all(map(is_portable, path.split("/")))]
    return bad + [path for path, name in zip(paths, folded, strict=True) if folded.count(name) > 1]


LONG = "kunjungan-kerja-kepala-kantor-wilayah-" * 6
ODD: Files = {
    f"content/berita/2026-03-01-{LONG[:200]}.md": post("event: 2026-12-30", title="Kunjungan Kerja"),
    f"content/berita/2026-03-02-{LONG[:120]}/index.md": post(
        f"image: {LONG[:180]}.jpg", "image_alt: Tamu", title="Tamu", body="![Tamu](Foto Con.JPG)"
    ),
    f"content/berita/2026-03-02-{LONG[:120]}/{LONG[:180]}.jpg": PHOTO,
    f"content/berita/2026-03-02-{LONG[:120]}/Foto Con.JPG": PHOTO,
    "content/berita/2026-03-03-con.md": post("tags: [Nul, 'C:\\ D?', Aux., 'Jum’at ']", title="Con"),
    "content/halaman/prn-.md": "---\ntitle: Prn\n---\nIsi.\n",
    "content/berita/2026-03-04-kafé-ramadhan.md": post("category: LPT1", title="Kafé"),
}


def test_odd_names_become_paths_for_all_systems(tmp_path: Path) -> None:
    done = published(tmp_path, ODD)
    assert unportable(done.files) == []
    for path in ("berita/con-1/", "tag/nul-1/", "tag/aux-1/", "tag/c-d/", "prn-1/", "kategori/lpt1-1/"):
        assert f"{path}index.html" in done.files


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    "name",
    ["con.md", "Aux/index.md", "nul.jpg", "COM1.md", "lpt².md", "a:b.md", "apa?.md", "a\\b.md", "titik./index.md",
     "spasi /index.md", "<b>.md", 'kata "kunci".md', "a|b.md", "bintang*.md", "prn .md"],
)  # fmt: skip
def test_a_name_that_would_spoil_a_clone_on_windows_is_an_error_everywhere(tmp_path: Path, name: str) -> None:
    done = site(tmp_path, {f"content/berita/{name}": post() if name.endswith(".md") else PHOTO})
    assert done.codes == ["NAME_NOT_PORTABLE"]
    assert done.report.problems[0].path == f"content/berita/{name.removesuffix('/index.md')}"
    assert not done.report.published


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="such systems hold one of the two only")
@pytest.mark.parametrize(
    ("first", "second"),
    [("Apel.md", "apel.md"), ("APEL/index.md", "apel.md"), ("kafé.md", normalize("NFD", "kafé.md"))],
)
def test_two_texts_that_are_one_on_windows_or_a_mac_are_an_error(tmp_path: Path, first: str, second: str) -> None:
    done = site(
        tmp_path, {f"content/berita/{first}": post(title="Satu"), f"content/berita/{second}": post(title="Dua")}
    )
    assert "ADDRESS_TAKEN" in done.codes
    assert not done.report.published


def accented(form: Literal["NFC", "NFD"]) -> dict[str, str | bytes]:
    """A site whose names are stored in a Unicode form, and its texts as people type them."""
    folder = normalize(form, "content/berita/2026-03-01-kafé-müller")
    return {
        f"{folder}/index.md": post("image: 'foto é.jpg'", "image_alt: Kafé", title="Kafé", body="![Isi](ruang-ñ.jpg)"),
        f"{folder}/{normalize(form, 'foto é.jpg')}": PHOTO,
        f"{folder}/{normalize(form, 'ruang-ñ.jpg')}": encoded(picture((120, 90)), "JPEG"),
        normalize(form, "content/tag/é.md"): "---\ntitle: É\naliases: [E acute]\n---\n",
        "content/berita/2026-03-02-tautan.md": post(
            "tags: [E acute]", title="Tautan", body="Lihat [kafé](2026-03-01-kafé-müller/index.md)."
        ),
    }


@pytest.mark.skipif(sys.platform == "darwin", reason="it makes one form of both itself")
def test_names_that_a_mac_has_stored_give_the_same_site(tmp_path: Path) -> None:
    ours, macs = published(tmp_path / "a", accented("NFC")), published(tmp_path / "b", accented("NFD"))
    assert ours.files == macs.files


WITHOUT_POSIX = """
import multiprocessing, os, sys, types
# What Python's own modules look up when they are loaded is theirs.
import multiprocessing.connection, multiprocessing.popen_spawn_posix, multiprocessing.resource_tracker, shutil, sqlite3

lacking = "fork forkpty getuid geteuid getgid chown fchmod fchown mkfifo killpg setsid sched_getaffinity O_NOFOLLOW"
for name in f"{lacking} O_DIRECTORY O_CLOEXEC symlink statvfs getloadavg nice".split():
    if hasattr(os, name):
        delattr(os, name)
for name in ("fcntl", "pwd", "grp", "resource", "termios", "syslog"):
    sys.modules[name] = None
held = types.ModuleType("msvcrt")
held.LK_NBLCK, held.calls = 2, []
held.locking = lambda *told: held.calls.append(told[1:])
sys.modules["msvcrt"] = held
multiprocessing.get_all_start_methods = lambda: ["spawn"]

if __name__ == "__main__":
    from warta import cli, locks
    locks.os = types.SimpleNamespace(name="nt")
    code = cli.main(sys.argv[1:])
    assert held.calls == [(2, 1)], held.calls
    sys.exit(code)
"""


def played(tmp_path: Path, *options: str, prefix: tuple[str, ...] = (), **environment: str) -> dict[str, bytes]:
    """Build the example in a Python that was started so; what was published."""
    script = tmp_path / "windows.py"
    script.write_text(WITHOUT_POSIX, "utf-8")
    program = [sys.executable, *prefix, *(options or (str(script),))]
    command = [*program, "--source", str(EXAMPLE), "--now", NOW.isoformat()]
    done = subprocess.run(
        [*command, "--output", str(tmp_path / "public"), "--cache", str(tmp_path / "memori"), "--jobs", "2"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode("latin-1") + done.stderr.decode("latin-1")
    return contents(tmp_path / "public")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example as this system publishes it."""
    return played(tmp_path_factory.mktemp("sini"), str(ROOT / "build.py"))


def test_every_published_path_of_the_example_is_one_for_all_systems(here: dict[str, bytes]) -> None:
    assert len(here) > 100
    assert unportable(here) == []


def test_a_python_without_what_windows_lacks_builds_the_same_site(tmp_path: Path, here: dict[str, bytes]) -> None:
    assert played(tmp_path) == here


def test_no_file_is_read_or_written_in_the_code_page_of_the_system(tmp_path: Path, here: dict[str, bytes]) -> None:
    strict = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
    assert played(tmp_path, str(ROOT / "build.py"), prefix=strict, PYTHONIOENCODING="cp1252") == here
