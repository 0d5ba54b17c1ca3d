"""sitemap.xml and robots.txt."""

from datetime import datetime

from lxml import etree

from tests.samples import settings
from warta.arrange.viewdata import SitemapView
from warta.render.sitemap import robots, sitemap

SITE = settings(base_url="https://humas.example/repository/")


def test_every_entry_has_its_whole_url_and_the_moment_it_changed() -> None:
    changed = datetime.fromisoformat("2026-03-02T07:30+08:00")
    root = etree.fromstring(sitemap(SitemapView((("/", changed), ("/a&b/", None))), SITE))
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    assert root.xpath("//s:loc/text()", namespaces=names) == [
        "https://humas.example/repository/",
        "https://humas.example/repository/a&b/",
    ]
    assert root.xpath("//s:lastmod/text()", namespaces=names) == ["2026-03-02T07:30:00+08:00"]


def test_robots_may_read_all_and_find_the_sitemap() -> None:
    assert robots(SITE).decode() == "User-agent: *\nAllow: /\n\nSitemap: https://humas.example/repository/sitemap.xml\n"
