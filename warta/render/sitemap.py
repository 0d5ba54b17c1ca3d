"""sitemap.xml and robots.txt: the addresses to be found, with the dates of their content (sitemaps.org protocol)."""

from datetime import datetime
from html import escape

from warta.arrange import addresses
from warta.arrange.catalog import Catalog
from warta.model import Article, Output
from warta.settings import Settings


def sitemap(catalog: Catalog, settings: Settings) -> Output:
    """Every page with content of its own, and when that changed; redirects and further list pages are left out."""
    entries = [(addresses.HOME, _newest(catalog.news)), (addresses.NEWS_LIST, _newest(catalog.news))]
    entries += [(addresses.of_article(each), each.updated or each.date) for each in (*catalog.news, *catalog.pages)]
    entries += [(addresses.of_tag(group.slug), _newest(group.articles)) for group in catalog.tags]
    entries += [(addresses.of_category(group.slug), _newest(group.articles)) for group in catalog.categories]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(_entry(settings.base_url.rstrip("/") + address, changed) for address, changed in entries),
        "</urlset>",
        "",
    ]
    return Output(addresses.file_of(addresses.SITEMAP), "\n".join(lines).encode("utf-8"))


def robots(settings: Settings) -> Output:
    """robots.txt: all may be read, and here is the sitemap."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {settings.base_url.rstrip('/')}{addresses.SITEMAP}\n"
    return Output(addresses.file_of(addresses.ROBOTS), text.encode("utf-8"))


def _newest(articles: tuple[Article, ...]) -> datetime | None:
    return max((each.updated or each.date for each in articles if each.date), default=None)


def _entry(url: str, changed: datetime | None) -> str:
    modified = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<url><loc>{escape(url)}</loc>{modified}</url>"
