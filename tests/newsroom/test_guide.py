"""PANDUAN.md says what is so: its examples build, its commands run as written, its table of codes is complete."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import photofiles
from tests.newsroom import worddocs, wxr
from tests.newsroom.codes import GUIDE, filled
from tests.sites import EXAMPLE, NOW, ROOT, built, write

TEXT = GUIDE.read_text(encoding="utf-8")
POSTS = re.findall(r"^```markdown\n(---\n.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PHOTO = re.compile(r"^foto: (\S+)$", re.MULTILINE)


def test_the_table_of_codes_is_the_one_made_from_the_catalog() -> None:
    assert filled(TEXT) == TEXT, "run: python tests/newsroom/codes.py"


@pytest.mark.parametrize("number", range(len(POSTS)))
def test_every_post_that_it_shows_is_built_without_a_problem(number: int, tmp_path: Path) -> None:
    text, folder = POSTS[number], f"content/berita/contoh-{number}"
    photos = {f"{folder}/{name}": photofiles.jpeg() for name in PHOTO.findall(text)}
    more = {f"{folder}/lagi.jpg": photofiles.jpeg()} if "galeri: true" in text else {}
    write(tmp_path, {f"{folder}/index.md": text, **photos, **more})
    shutil.copy(EXAMPLE / "site.yaml", tmp_path)
    shutil.copytree(EXAMPLE / "content/halaman", tmp_path / "content/halaman")
    shutil.copytree(EXAMPLE / "content/media", tmp_path / "content/media")
    done = built(tmp_path, future=True, now=NOW)
    assert [each for each in done.report.problems if each.path.startswith(folder)] == []
    assert done.report.published


def test_every_post_has_fields_that_it_explains() -> None:
    explained = set(re.findall(r"`(\w+)(?:: [^`]*)?`", TEXT))
    shown = {key for text in POSTS for key in re.findall(r"^(\w+):", text.split("---")[1], re.MULTILINE)}
    assert shown <= explained


EXAMPLES = dict(re.findall(r"^### (\d+)\. [^\n]*\n(.*?)(?=^##)", TEXT, re.MULTILINE | re.DOTALL))
COMMANDS = {number: re.findall(r"^python build\.py (.*)$", text, re.MULTILINE) for number, text in EXAMPLES.items()}
MESSAGE = """*RUTAN CONTOH BERSIHKAN HALAMAN*

CONTOH – Petugas Rutan Contoh membersihkan halaman depan, Senin (2/3/2026).

✅ rumput
✅ selokan

#Pembinaan
"""
RELEASE = """Rutan Contoh Bersihkan Halaman

Petugas membersihkan halaman depan bersama warga sekitar.

Petugas Rutan Contoh membersihkan halaman depan pada Senin, 2 Maret 2026. Kegiatan berlangsung selama dua jam.
"""


def put_inputs(folder: Path) -> None:
    """Put the files that the examples name into the folder."""
    (folder / "siaran.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "laporan.docx").write_bytes(worddocs.data_of(worddocs.press_release()))
    exported = wxr.item(1, "Bazar", "<p>Bazar digelar di halaman depan.</p>", name="bazar")
    (folder / "ekspor.xml").write_bytes(wxr.export(exported))
    wxr.uploads(folder, "uploads/2019/05/bazar.jpg")
    for name in ("pagi.jpg", "siang.jpg"):
        (folder / name).write_bytes(photofiles.jpeg())


@pytest.mark.parametrize("number", [number for number, commands in COMMANDS.items() if commands])
def test_the_commands_of_an_example_run_as_they_are_written(number: str, tmp_path: Path) -> None:
    root = tmp_path / "situs"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".warta", "public"))
    put_inputs(root)
    for command in COMMANDS[number]:
        arguments = [sys.executable, str(ROOT / "build.py"), *shlex.split(command), "--now", NOW.isoformat()]
        done = subprocess.run(
            arguments, cwd=root, input=MESSAGE, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    made = {path.name for path in (root / "content/berita").iterdir()}
    assert made > {path.name for path in (EXAMPLE / "content/berita").iterdir()}


def test_there_are_ten_examples_and_links_within_it_arrive() -> None:
    assert [int(number) for number in re.findall(r"^### (\d+)\. ", TEXT, re.MULTILINE)] == list(range(1, 11))
    headings = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
