"""Sitemaps with the dates of their content (https://www.sitemaps.org/protocol.html), and robots.txt that names them."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from warta.arrange.viewfound import NewsItem, NewsSitemapView, RobotsView, SitemapEntry, SitemapIndexView, SitemapView
from warta.render.moments import iso
from warta.settings import Settings

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def sitemap(view: SitemapView, settings: Settings) -> bytes:
    """Pages, when each changed, and the photos that it shows."""
    entries = (_entry(entry, settings) for entry in view.entries)
    return _file(f'urlset xmlns="{_NAMESPACE}" xmlns:image="{_IMAGES}"', entries)


def sitemap_index(view: SitemapIndexView, settings: Settings) -> bytes:
    """The parts of a large sitemap."""
    parts = (f"<sitemap>{_place(address, changed, settings)}</sitemap>" for address, changed in view.parts)
    return _file(f'sitemapindex xmlns="{_NAMESPACE}"', parts)


def news_sitemap(view: NewsSitemapView, settings: Settings) -> bytes:
    """The newest posts, as news of the facility's."""
    items = (_news(item, settings) for item in view.items)
    return _file(f'urlset xmlns="{_NAMESPACE}" xmlns:news="{_NEWS}"', items)


def robots(view: RobotsView, settings: Settings) -> bytes:
    """robots.txt: all may be read, and here are the sitemaps, if there are any."""
    known = [f"Sitemap: {settings.absolute(address)}" for address in view.sitemaps]
    return "\n".join(("User-agent: *", "Allow: /", *([""] if known else []), *known, "")).encode()


def _file(root: str, lines: Iterable[str]) -> bytes:
    name = root.partition(" ")[0]
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', f"<{root}>", *lines, f"</{name}>", "")).encode("utf-8")


def _place(address: str, changed: datetime | None, settings: Settings) -> str:
    modified = f"<lastmod>{iso(changed)}</lastmod>" if changed else ""
    return f"<loc>{escape(settings.absolute(address))}</loc>{modified}"


def _entry(entry: SitemapEntry, settings: Settings) -> str:
    photos = [escape(settings.absolute(photo)) for photo in entry.photos]
    images = "".join([f"<image:image><image:loc>{photo}</image:loc></image:image>" for photo in photos])
    return f"<url>{_place(entry.address, entry.changed, settings)}{images}</url>"


def _news(item: NewsItem, settings: Settings) -> str:
    return (
        f"<url>{_place(item.address, None, settings)}<news:news><news:publication>"
        f"<news:name>{escape(settings.name)}</news:name><news:language>{settings.language}</news:language>"
        f"</news:publication><news:publication_date>{iso(item.date)}</news:publication_date>"
        f"<news:title>{escape(item.title)}</news:title></news:news></url>"
    )
