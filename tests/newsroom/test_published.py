"""What is wrong with a published folder is found in it."""

from pathlib import Path

import pytest

from tests.sites import EXAMPLE, NOW, built, post, write
from warta.cli import main
from warta.newsroom.published import problems_of_published
from warta.problems import Problem

BASE = "https://rutan-contoh.example/"
SETTINGS = f"name: Rutan Contoh\nbase_url: {BASE}\n"
PAGE = "public/berita/apel/index.html"


def site(root: Path, base: str = BASE) -> Path:
    write(root, {"content/berita/2026-03-02-apel.md": post("tags: [Apel]"), "site.yaml": SETTINGS.replace(BASE, base)})
    assert built(root).report.published
    return root


def found(root: Path, base: str = BASE) -> list[tuple[str, str, str]]:
    return [told(each) for each in problems_of_published(root / "public", base)]


def told(each: Problem) -> tuple[str, str, str]:
    return each.code.name, each.path, dict(each.facts).get("target", "")


@pytest.mark.parametrize("base", [BASE, "https://rutan-contoh.example/sub/path/"])
def test_what_was_just_built_is_whole(tmp_path: Path, base: str) -> None:
    assert found(site(tmp_path, base), base) == []


def test_the_example_site_is_whole_with_all_its_photos_and_feeds(tmp_path: Path) -> None:
    output = tmp_path / "public"
    assert main(["--source", str(EXAMPLE), "--output", str(output), "--now", NOW.isoformat(), "--no-cache"]) == 0
    assert list(problems_of_published(output, BASE)) == []


def test_a_folder_without_a_manifest_is_not_published(tmp_path: Path) -> None:
    assert found(tmp_path) == [("NOT_PUBLISHED", "public", "")]


def test_a_file_that_is_gone_or_was_changed_is_found(tmp_path: Path) -> None:
    root = site(tmp_path)
    (root / "public/robots.txt").unlink()
    (root / PAGE).write_text("<p>lain</p>", encoding="utf-8")
    assert found(root) == [
        ("PUBLISHED_FILE_DIFFERS", PAGE, ""),
        ("PUBLISHED_FILE_DIFFERS", "public/robots.txt", ""),
    ]


LINKS = """{% extends "default/article.html" %}{% block main %}<a href="/hilang/">a</a>
<img src="/media/hilang.jpg" srcset="/media/hilang_480.webp 480w, /media/hilang_720.webp 720w" alt="">
<a href="#hilang">b</a> <a href="https://lain.example/x/">c</a> <a href="mailto:a@b.example">d</a>
<a href="http://[x">f</a> <a href="//[y">g</a>
<a href="https://rutan-contoh.example/juga-hilang/?x#y">e</a>{% endblock %}"""


def test_links_and_photos_that_lead_nowhere_are_found_with_their_line(tmp_path: Path) -> None:
    write(tmp_path, {"layouts/article.html": LINKS})
    root = site(tmp_path)
    assert [each for each in found(root) if each[1] == PAGE] == [
        ("PUBLISHED_LINK_DEAD", PAGE, "/hilang/"),
        ("PUBLISHED_LINK_DEAD", PAGE, "/media/hilang.jpg"),
        ("PUBLISHED_LINK_DEAD", PAGE, "/media/hilang_480.webp"),
        ("PUBLISHED_LINK_DEAD", PAGE, "/media/hilang_720.webp"),
        ("PUBLISHED_FRAGMENT_DEAD", PAGE, "#hilang"),
        ("PUBLISHED_LINK_DEAD", PAGE, "https://rutan-contoh.example/juga-hilang/?x#y"),
    ]
    lines = {each.line for each in problems_of_published(root / "public", BASE) if each.path == PAGE}
    assert len(lines) == 4, lines


def test_a_feed_that_names_what_is_not_there_is_found(tmp_path: Path) -> None:
    root = site(tmp_path)
    assert found(root, "https://rutan-contoh.example/") == []
    (root / "public/warta.json").write_text(
        (root / "public/warta.json")
        .read_text("utf-8")
        .replace('"berita/apel/index.html"', '"berita/tidak/index.html"'),
        encoding="utf-8",
    )
    dead = {(name, path) for name, path, _ in found(root)}
    assert ("PUBLISHED_LINK_DEAD", "public/feed.xml") in dead
    assert ("PUBLISHED_LINK_DEAD", "public/sitemap.xml") in dead
    assert ("PUBLISHED_LINK_DEAD", "public/index.html") in dead
