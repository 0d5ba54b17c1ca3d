"""A part that is switched off leaves no trace, and a renamed folder none of its old name."""

import re
import shutil
from pathlib import Path

import pytest

from tests import sites
from tests.sites import attributes
from warta.settings import FEATURES

WAYS = {
    "agenda": r"/agenda/",
    "archive": r"/arsip/",
    "calendar": r"\.ics$",
    "categories": r"/kategori/",
    "icons": r"_ikon|favicon|webmanifest",
    "feed": r"^feed\.xml",
    "json_feed": r"feed\.json",
    "term_feeds": r"/(?:tag|kategori)/.*feed\.xml",
    "not_found": r"404",
    "policy": r"^_headers",
    "robots": r"robots",
    "search": r"/(?:cari|pagefind)/|search\.",
    "share_cards": r"_kartu",
    "sitemap": r"^sitemap\.xml",
    "news_sitemap": r"^sitemap-news",
    "redirects": r"^_redirects",
    "security": r"security",
    "tag_synonyms": r"/tag/ramadan/",
    "tags": r"/tag/",
    "videos": r"video",
}


def example(root: Path, *lines: str) -> Path:
    shutil.copytree(sites.EXAMPLE, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".warta", "public"))
    settings = root / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text("\n".join((text, *lines, "")), encoding="utf-8")
    return root


def dead_links(built: sites.Built) -> list[str]:
    links = {link for page in built.pages.values() for name in ("href", "src") for link in attributes(page, name)}
    inside = (link.partition("#")[0] for link in links if link.startswith("/"))
    return sorted(link for link in inside if sites.file_of(link) not in built.files)


def test_every_part_has_a_test() -> None:
    elsewhere = {"previews", "related", "structured_data"}  # test_previews.py, test_related.py, test_structured.py
    assert WAYS.keys() | elsewhere == set(FEATURES)


@pytest.mark.parametrize("feature", WAYS)
def test_a_part_that_is_off_leaves_no_trace_and_no_dead_link(tmp_path: Path, feature: str) -> None:
    root = example(tmp_path, f"features: {{{feature}: off}}")
    menu = (root / "site.yaml").read_text(encoding="utf-8")
    if feature == "tags":
        menu = "\n".join(line for line in menu.split("\n") if "/tag/" not in line and "title: Topik" not in line)
        (root / "site.yaml").write_text(menu, encoding="utf-8")
    built = sites.built(root)
    assert built.report.published, built.report.problems
    paths = [f"/{path}" if "/" in WAYS[feature] else path for path in built.files]
    assert [path for path in paths if re.search(WAYS[feature], path)] == []
    assert dead_links(built) == []


def test_without_a_policy_no_page_states_one(tmp_path: Path) -> None:
    for name, stated in (("on", True), ("off", False)):
        built = sites.built(example(tmp_path / name, f"features: {{policy: {name}}}"))
        texts = [built.text(path) for path in built.pages]
        assert {"Content-Security-Policy" in text for text in texts} == {stated}


def test_what_is_off_is_named_neither_in_the_feed_nor_for_robots(tmp_path: Path) -> None:
    built = sites.built(example(tmp_path, "features: {sitemap: off, categories: off}"))
    assert "sitemap.xml" not in built.text("robots.txt")
    assert "<category>Kegiatan</category>" not in built.text("feed.xml")


def test_renamed_folders_leave_nothing_of_the_old_names(tmp_path: Path) -> None:
    names = "tag: tags, kategori: rubrik, arsip: arsip-berita, halaman: page, feed: index.xml"
    root = example(tmp_path, f"paths: {{{names}}}")
    settings = root / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("/tag/", "/tags/"), encoding="utf-8")
    built = sites.built(root)
    assert built.report.published, built.report.problems
    old = ("tag/", "kategori/", "arsip/", "feed.xml")
    assert [path for path in built.files if path.startswith(old) or "/halaman/" in path] == []
    assert {"tags/ramadhan/index.html", "index.xml", "berita/page/2/index.html"} <= built.files.keys()
    assert dead_links(built) == []
