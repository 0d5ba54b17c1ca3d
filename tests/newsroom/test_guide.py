"""PANDUAN.md says what is so: its examples build, its commands run as written, its table of codes is complete."""

import re
import shutil
from pathlib import Path

import pytest

from tests import photofiles
from tests.newsroom.codes import GUIDE, filled
from tests.sites import EXAMPLE, NOW, built, write

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


def test_there_are_ten_examples_and_links_within_it_arrive() -> None:
    assert [int(number) for number in re.findall(r"^### (\d+)\. ", TEXT, re.MULTILINE)] == list(range(1, 11))
    headings = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
