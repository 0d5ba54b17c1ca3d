"""Cases F: summaries."""

import json
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from tests import sites
from tests.samples import read
from tests.sites import attributes, shape, text_of

PHOTO = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()


def lead(markdown: str) -> str:
    article, problems = read(sites.post(body=markdown))
    assert article is not None, problems
    return article.summary


def test_a_summary_cuts_no_markup_and_leaves_the_list_page_as_it_is(tmp_path: Path) -> None:  # F1
    long = f'{"kata " * 40}<span\n style="white-space:nowrap">rapat [tautan panjang](/berita/) lagi</span> **tebal'
    shapes = []
    for name, text in (("rumit", long), ("polos", "Kata biasa saja.")):
        page = sites.published(tmp_path / name, {"content/berita/a.md": sites.post(body=text)}).page("/berita/")
        shapes.append(shape(page))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(
    ("markdown", "summary"),
    [
        ("Sebanyak 20 orang[^1] mengikuti.\n\n[^1]: Data contoh", "Sebanyak 20 orang mengikuti."),  # F2
        ("Pembuka\n<!--more-->\n<h3>Rincian</h3>\nlanjut", "Pembuka"),  # F3
        ("Pembuka **tebal** & [tautan](/berita/).\n\nKedua.", "Pembuka tebal & tautan."),  # F8
        ("![Apel](apel.jpg)\n\nParagraf pertama.", "Paragraf pertama."),  # F5
    ],
)
def test_a_summary_is_the_plain_text_of_what_opens_the_post(markdown: str, summary: str) -> None:
    assert lead(markdown) == summary


def test_the_more_marker_is_not_seen_in_the_page() -> None:  # F3
    assert "more" not in text_of(sites.body("Pembuka\n<!--more-->\nlanjut"))


def test_a_photo_in_the_first_paragraph_is_found_from_every_page_and_the_feed(tmp_path: Path) -> None:  # F5
    files: sites.Files = {
        "content/berita/2026/apel/index.md": sites.post("tags: [apel]", body="![Apel](foto/apel.jpg) Apel pagi."),
        "content/berita/2026/apel/foto/apel.jpg": PHOTO,
    }
    done = sites.published(tmp_path, files)
    for path, page in done.pages.items():
        for source in attributes(page, "src", ["img"]):
            assert urljoin(f"/{path}", source).lstrip("/") in done.files
    feed = ET.fromstring(done.files["feed.xml"])  # noqa: S314 - our own
    content = feed.findtext(".//{http://purl.org/rss/1.0/modules/content/}encoded", "")
    assert attributes(sites.parsed(content), "src", ["img"]) == [
        "https://rutan-contoh.example/media/berita/2026/apel/foto/apel.jpg"
    ]


def test_marks_of_html_are_escaped_once_in_every_place(tmp_path: Path) -> None:  # F8
    typed = 'Rutan & Kejaksaan "teken" MoU <lanjutan>'
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(title=typed, body=f"{typed}\n\nIsi.")})
    page, item = done.page("/berita/a/"), ET.fromstring(done.files["feed.xml"]).find(".//item")  # noqa: S314
    assert item is not None
    assert text_of(page.find(".//h1")) == typed
    assert text_of(page.find(".//title")).startswith(typed)
    assert [each.get("content") for each in page.iter("meta") if each.get("name") == "description"] == [typed]
    assert (item.findtext("title"), item.findtext("description")) == (typed, typed)
    assert typed in text_of(done.page("/"))
    assert [json.loads(done.files["feed.json"])["items"][0][key] for key in ("title", "summary")] == [typed, typed]
    told = [each.text or "" for each in page.iter("script") if each.get("type") == "application/ld+json"]
    assert typed in [each.get("headline") for each in json.loads(told[0])]
