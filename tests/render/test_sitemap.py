"""Sitemaps and robots.txt."""

from datetime import datetime

from lxml import etree

from tests.samples import settings
from warta.arrange.viewfound import (
    NewsItem,
    NewsSitemapView,
    RobotsView,
    SitemapEntry,
    SitemapIndexView,
    SitemapView,
)
from warta.render.sitemap import news_sitemap, robots, sitemap, sitemap_index

SITE = settings(name="Rutan & Contoh", base_url="https://humas.example/repository/")
CHANGED = datetime.fromisoformat("2026-03-02T07:30+08:00")
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def found(data: bytes, path: str) -> list[str]:
    return [str(text) for text in etree.fromstring(data).xpath(f"{path}/text()", namespaces=NAMES)]


def test_every_entry_has_its_whole_url_the_moment_it_changed_and_its_photos() -> None:
    entries = SitemapEntry("/", CHANGED, ("/media/a.jpg", "/media/b.jpg")), SitemapEntry("/a&b/", None, ())
    made = sitemap(SitemapView(entries), SITE)
    assert found(made, "//s:loc") == ["https://humas.example/repository/", "https://humas.example/repository/a&b/"]
    assert found(made, "//s:lastmod") == ["2026-03-02T07:30:00+08:00"]
    assert found(made, "s:url[1]/image:image/image:loc") == [
        "https://humas.example/repository/media/a.jpg",
        "https://humas.example/repository/media/b.jpg",
    ]


def test_an_index_names_its_parts_and_when_anything_in_them_changed() -> None:
    made = sitemap_index(SitemapIndexView((("/sitemap-1.xml", CHANGED), ("/sitemap-2.xml", None))), SITE)
    assert found(made, "/s:sitemapindex/s:sitemap/s:loc") == [
        "https://humas.example/repository/sitemap-1.xml",
        "https://humas.example/repository/sitemap-2.xml",
    ]
    assert found(made, "//s:lastmod") == ["2026-03-02T07:30:00+08:00"]


def test_news_has_the_name_and_language_of_the_site_and_title_and_date_of_the_post() -> None:
    made = news_sitemap(NewsSitemapView((NewsItem("Apel <Pagi> & Sore", "/berita/apel/", CHANGED),)), SITE)
    assert found(made, "//s:loc") == ["https://humas.example/repository/berita/apel/"]
    assert found(made, "//news:publication/news:name") == ["Rutan & Contoh"]
    assert found(made, "//news:publication/news:language") == ["id"]
    assert found(made, "//news:publication_date") == ["2026-03-02T07:30:00+08:00"]
    assert found(made, "//news:title") == ["Apel <Pagi> & Sore"]


def test_robots_may_read_all_and_find_the_sitemaps() -> None:
    made = robots(RobotsView(("/sitemap.xml", "/sitemap-news.xml")), SITE).decode()
    assert made.split("\n") == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://humas.example/repository/sitemap.xml",
        "Sitemap: https://humas.example/repository/sitemap-news.xml",
        "",
    ]
    assert robots(RobotsView(()), SITE) == b"User-agent: *\nAllow: /\n"
