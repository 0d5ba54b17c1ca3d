"""Which pages are made again: those that show what changed, and no other."""

import os
import re
import shutil
from html import escape
from pathlib import Path

import pytest

from tests.sites import EXAMPLE, Built, built, contents
from warta import files
from warta.problems import Problem
from warta.report import Report

OLD = "2024-05-21-razia-kamar-hunian.md"
NEW = "2026-11-10-hari-pahlawan-ziarah-dan-kerja-bakti.md"


class Edited:
    """A copy of the whole example site that has been built with a cache."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".warta", "*.py"))
        self.first = self.build()
        self.before = self.first.files

    def build(self) -> Built:
        return built(self.root, cache=self.root / ".warta")

    def post(self, name: str) -> Path:
        return self.root / "content/berita" / name

    def title(self, name: str) -> str:
        line = re.search(r"(?m)^(?:title|judul): (.*)$", self.post(name).read_text("utf-8"))
        assert line is not None
        return line[1].strip("\"'")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.post(name).read_text("utf-8")
        assert old in text
        self.post(name).write_text(text.replace(old, new), "utf-8")

    def showing(self, text: str) -> set[str]:
        """The published files that hold a text, as HTML writes it."""
        forms = {text.encode(), escape(text).encode(), escape(text, quote=False).encode()}
        return {path for path, data in self.before.items() if any(form in data for form in forms)}

    def feeds(self, name: str) -> set[str]:
        """The feeds that hold a post."""
        return {path for path in self.showing(f"/berita/{name[11:-3]}/") if path.endswith(("feed.xml", "feed.json"))}


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    return Edited(tmp_path / "situs")


def made(report: Report) -> set[str]:
    """The files that were made again; every one of them came out differently."""
    assert report.published
    assert report.rendered == len(report.changed)
    assert (report.added, report.deleted) == ((), ())
    return set(report.changed)


LISTS_OF = {
    OLD: {
        "berita/razia-kamar-hunian/index.html",
        "berita/upacara-hari-bhakti-pemasyarakatan-ke-60/index.html",
        "berita/kurban-idul-adha-1445-hijriah/index.html",
        "berita/simulasi-kebakaran-dan-evakuasi/index.html",
        "berita/tes-urine-hari-anti-narkotika/index.html",
        "berita/deklarasi-bersih-dari-halinar/index.html",
        "berita/halaman/5/index.html",
        "arsip/2024/05/index.html",
    },
    NEW: {
        "berita/hari-pahlawan-ziarah-dan-kerja-bakti/index.html",
        "berita/sumpah-pemuda-ke-98/index.html",
        "berita/hari-bakti-kemenimipas-ke-2/index.html",
        "berita/index.html",
        "arsip/2026/11/index.html",
        "index.html",
        "404.html",
        "feed.xml",
        "feed.json",
    },
}
"""For two posts the pages that show them, but for those of their tags and category."""


@pytest.mark.parametrize("name", [OLD, NEW])
def test_another_letter_in_a_title_changes_the_pages_that_show_it(edited: Edited, name: str) -> None:
    title = edited.title(name)
    expected = edited.showing(title)
    edited.replace(name, title, f"{title[:-1]}z")
    done = edited.build()
    assert made(done.report) == expected
    terms = {path for path in expected if path.startswith(("tag/", "kategori/"))}
    assert expected - terms == LISTS_OF[name]
    assert done.files == built(edited.root, output=edited.root / "bersih").files


@pytest.mark.parametrize(("name", "is_new"), [(OLD, False), (NEW, True)])
def test_another_word_in_a_body_changes_the_post_and_the_feeds_that_hold_it(
    edited: Edited, name: str, *, is_new: bool
) -> None:
    feeds = edited.feeds(name)
    assert ({"feed.xml", "feed.json"} <= feeds) is is_new
    assert any(path.startswith("tag/") for path in feeds)
    with edited.post(name).open("a", encoding="utf-8") as file:
        file.write("\n\nSatu kalimat lagi.\n")
    done = edited.build()
    assert made(done.report) == {f"berita/{name[11:-3]}/index.html", *feeds}
    assert done.files == built(edited.root, output=edited.root / "bersih").files


def test_a_standing_page_stands_alone(edited: Edited) -> None:
    page = edited.root / "content/halaman/privasi.md"
    page.write_text(page.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    assert made(edited.build().report) == {"privasi/index.html"}


def test_what_stands_in_no_page_changes_none(edited: Edited) -> None:
    edited.replace(OLD, "---\ntitle", "---\n# catatan penulis\ntitle")
    report = edited.build().report
    assert (report.changed, report.rendered) == ((), 1 + len(edited.feeds(OLD)))


def test_a_comment_in_site_yaml_changes_no_page(edited: Edited) -> None:
    settings = edited.root / "site.yaml"
    settings.write_text("# Pengaturan situs rutan.\n\n" + settings.read_text("utf-8"), "utf-8")
    report = edited.build().report
    assert (report.changed, report.rendered) == ((), 0)


def test_touched_files_are_read_and_nothing_else_happens(edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = sorted(path for path in (edited.root / "content").rglob("*.*") if path.suffix in {".md", ".jpg", ".png"})
    for path in texts:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    lies = {path: path.stat() for path in (edited.root / "public").rglob("*")}
    read, real = list[str](), files.read

    def noted(root: Path, path: str) -> bytes | Problem:
        read.append(path)
        return real(root, path)

    monkeypatch.setattr(files, "read", noted)
    monkeypatch.setattr("warta.read.content.read_file", None)
    done = edited.build()
    assert (done.report.rendered, done.report.changed, done.report.added, done.report.deleted) == (0, (), (), ())
    assert {path: path.stat() for path in (edited.root / "public").rglob("*")} == lies
    seen = {path for path in read if path.startswith("content/")}
    assert {f"content/berita/{OLD}", "content/halaman/profil.md", "content/tag/nataru.md"} <= seen
    assert {path for path in seen if path.endswith(".jpg")}
    read.clear()
    edited.build()
    assert [path for path in read if path.startswith("content/")] == []


def test_a_tag_file_changes_its_page_alone(edited: Edited) -> None:
    file = edited.root / "content/tag/kemerdekaan.md"
    file.write_text(file.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    assert made(edited.build().report) == {"tag/kemerdekaan/index.html"}


def test_a_photo_changes_itself_alone(edited: Edited) -> None:
    photos = edited.root / "content/media"
    (photos / "upacara-bendera.jpg").write_bytes((photos / "meja-takjil.jpg").read_bytes())
    marks = (".jpg", "_240.webp", "_480.webp", "_720.jpg", "_720.webp", "_1080.webp", "_1600.webp", "_share.jpg")
    changed = made(edited.build().report)
    assert changed <= {f"media/upacara-bendera{mark}" for mark in marks}
    assert "media/upacara-bendera.jpg" in changed


def test_an_output_file_that_is_lost_or_longer_is_put_right_alone(edited: Edited) -> None:
    lost, longer = edited.root / "public/index.html", edited.root / "public/berita/index.html"
    lost.unlink()
    longer.write_bytes(longer.read_bytes() + b"\n")
    report = edited.build().report
    assert (report.added, report.changed, report.rendered) == (("index.html",), ("berita/index.html",), 0)
    assert contents(edited.root / "public") == edited.before
