"""The feeds of topics and categories, the JSON feed, and ids that last."""

import json
from pathlib import Path

import feedparser
import pytest

from tests import photofiles
from tests.sites import Built, post, published

BASE = "https://humas.example/repository/"
SITE = f"name: Rutan & Contoh\nbase_url: {BASE}\n"
ONE, TWO = "content/berita/2026-03-02-apel.md", "content/berita/2026-03-01-lain.md"


@pytest.fixture
def site(tmp_path: Path) -> Built:
    fields = ("tags: [HBP, Jum'at Berkah]", "category: Kegiatan", "image: /media/a.jpg", 'image_alt: ""')
    first = post(*fields, title="Apel", body="Isi [b](#x).\n\n## X")
    second = post("tags: [HBP]", "alamat_lama: [/2026/lain/, /lain/]", "updated: 2026-04-01", date="2026-03-01 07:30")
    return published(tmp_path, {"site.yaml": SITE, ONE: first, TWO: second, "content/media/a.jpg": photofiles.jpeg()})


@pytest.mark.parametrize(
    ("path", "title", "about", "posts"),
    [
        ("feed.xml", "Rutan & Contoh", "", 2),
        ("tag/hbp/feed.xml", "HBP | Rutan & Contoh", "tag/hbp/", 2),
        ("tag/jumat-berkah/feed.xml", "Jum'at Berkah | Rutan & Contoh", "tag/jumat-berkah/", 1),
        ("kategori/kegiatan/feed.xml", "Kegiatan | Rutan & Contoh", "kategori/kegiatan/", 1),
    ],
)
def test_every_topic_and_category_has_a_feed_of_its_own(
    site: Built, path: str, title: str, about: str, posts: int
) -> None:
    feed = feedparser.parse(site.files[path])
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.link, len(feed.entries)) == (title, BASE + about, posts)
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [BASE + path]


def test_the_page_of_a_topic_announces_its_feed(site: Built) -> None:
    page = site.text("tag/hbp/index.html")
    announced = 'type="application/rss+xml" title="HBP | Rutan &amp; Contoh" href="/repository/tag/hbp/feed.xml"'
    assert f'<link rel="alternate" {announced}>' in page
    assert '<a href="/repository/tag/hbp/feed.xml">' in page
    assert "hbp/feed.xml" not in site.text("berita/index.html")


def test_a_post_keeps_the_id_under_which_it_was_first_known(site: Built) -> None:
    entries = feedparser.parse(site.files["feed.xml"]).entries
    assert [(entry.id, entry.link, site.text("feed.xml").count(f'"true">{entry.id}<')) for entry in entries] == [
        (f"{BASE}berita/apel/", f"{BASE}berita/apel/", 1),
        (f"{BASE}2026/lain/", f"{BASE}berita/lain/", 0),
    ]
    assert [item["id"] for item in json.loads(site.files["feed.json"])["items"]] == [entry.id for entry in entries]


def test_the_json_feed_says_what_the_xml_feed_says(site: Built) -> None:
    feed = json.loads(site.files["feed.json"])
    assert {key: feed[key] for key in ("version", "title", "home_page_url", "feed_url", "language")} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Rutan & Contoh",
        "home_page_url": BASE,
        "feed_url": f"{BASE}feed.json",
        "language": "id",
    }
    apel, lain = feed["items"]
    assert (apel["title"], apel["url"], apel["image"]) == ("Apel", f"{BASE}berita/apel/", f"{BASE}media/a.jpg")
    assert apel["content_html"].startswith(f'<p>Isi <a href="{BASE}berita/apel/#x">b</a>.</p>')
    assert (apel["date_published"], "date_modified" in apel) == ("2026-03-02T00:00:00+08:00", False)
    assert (lain["date_modified"], lain["authors"]) == ("2026-04-01T00:00:00+08:00", [{"name": "Rutan & Contoh"}])
    parsed = feedparser.parse(site.files["feed.xml"], sanitize_html=False, resolve_relative_uris=False)
    assert [item["content_html"] for item in feed["items"]] == [entry.content[0].value for entry in parsed.entries]


def test_a_correction_is_a_change_that_feeds_and_page_tell(tmp_path: Path) -> None:
    text = post("updated: 2026-03-03", "ralat:", "  - tanggal: 2026-03-05", "    teks: Semula 30 paket.")
    done = published(tmp_path, {ONE: text})
    assert json.loads(done.files["feed.json"])["items"][0]["date_modified"] == "2026-03-05T00:00:00+08:00"
    assert "<atom:updated>2026-03-05T00:00:00+08:00</atom:updated>" in done.text("feed.xml")
    assert '<time datetime="2026-03-05">' in done.text("berita/apel/index.html")


def test_a_browser_shows_a_feed_by_a_style_of_the_site(site: Built) -> None:
    (style,) = (path for path in site.files if path.startswith("aset/feed."))
    for path in ("feed.xml", "tag/hbp/feed.xml"):
        assert f'<?xml-stylesheet type="text/css" href="/repository/{style}"?>' in site.text(path)


def test_what_was_withdrawn_or_waits_is_in_no_feed(tmp_path: Path) -> None:
    done = published(
        tmp_path,
        {ONE: post("tarik: Salah data.", "tags: [HBP]", title="Ditarik"), TWO: post("draf: true", title="Konsep")},
    )
    for path in ("feed.xml", "feed.json"):
        assert not any(word in done.text(path) for word in ("Ditarik", "Konsep"))
