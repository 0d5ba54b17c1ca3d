"""The RSS feed: whole articles, absolute addresses."""

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.sites import Built, post, published

NAMES = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture
def site(tmp_path: Path) -> Built:
    text = 'Isi <b>&</b> “kutip” [profil](/profil/) [bagian](#catatan) ]]> "a href="#x"'
    body = f"{text}\n\n## Catatan\n\nIsi[^1].\n\n[^1]: x"
    return published(
        tmp_path,
        {
            "site.yaml": "name: Rutan & Contoh\nbase_url: https://humas.example/repository/\n",
            "content/berita/2026-03-02-apel.md": post(
                "tags: [HBP, HBP]",
                "category: HBP",
                "author: Humas",
                "updated: 2026-04-01",
                title="Apel <Pagi> & Sore",
                body=body,
            ),
            "content/berita/2026-03-01-lain.md": post(date="2026-03-01 07:30"),
            "content/halaman/profil.md": "---\ntitle: Profil\n---\nIsi.\n",
        },
    )


def test_a_reader_finds_every_part_of_a_post(site: Built) -> None:
    feed = feedparser.parse(site.files["feed.xml"])
    assert not feed.bozo
    first, second = feed.entries
    assert (feed.feed.title, feed.feed.link) == ("Rutan & Contoh", "https://humas.example/repository/")
    assert first.link == first.id == "https://humas.example/repository/berita/apel/"
    assert (first.author, [tag.term for tag in first.tags]) == ("Humas", ["HBP"])
    assert (second.author, second.published) == ("Rutan & Contoh", "Sun, 01 Mar 2026 07:30:00 +0800")
    assert feed.feed.updated == "Wed, 01 Apr 2026 00:00:00 +0800"


def test_the_whole_article_stands_in_it_with_absolute_addresses(site: Built) -> None:
    root = etree.fromstring(site.files["feed.xml"])
    html = root.findtext(".//content:encoded", namespaces=NAMES)
    assert 'href="https://humas.example/repository/profil/"' in html
    assert 'href="https://humas.example/repository/berita/apel/#catatan"' in html
    assert 'href="https://humas.example/repository/berita/apel/#fn:apel:1"' in html
    assert '<a href="#' not in html
    assert '"a href="#x"' in html
    assert root.findtext(".//item/title") == "Apel <Pagi> & Sore"


def test_a_site_without_posts_has_a_feed(tmp_path: Path) -> None:
    feed = feedparser.parse(published(tmp_path, {}).files["feed.xml"])
    assert (feed.bozo, feed.entries) == (False, [])
