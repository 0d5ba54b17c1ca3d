"""The site's RSS 2.0 feed with whole articles: every address in it is absolute, no time in it is the build's."""

import re
from email.utils import format_datetime
from html import escape

from warta.arrange import addresses
from warta.arrange.catalog import Catalog
from warta.arrange.views import link_attribute
from warta.model import Article, Output
from warta.settings import Settings

ITEMS = 20
"""Newest posts in the feed."""

_OPENING = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_OWN_PART = re.compile(r'(?<= href=")#')


def feed(catalog: Catalog, settings: Settings) -> Output:
    """The feed of the newest posts (https://www.rssboard.org/rss-specification)."""
    items = catalog.news[:ITEMS]
    url = _absolute(addresses.FEED, settings)
    newest = max((each.updated or each.date for each in items if each.date), default=None)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _OPENING,
        "<channel>",
        f"<title>{escape(settings.name)}</title>",
        f"<link>{escape(settings.base_url)}</link>",
        f"<description>{escape(settings.description or settings.name)}</description>",
        f"<language>{settings.language}</language>",
        f'<atom:link href="{escape(url)}" rel="self" type="application/rss+xml"/>',
    ]
    if newest:
        lines.append(f"<lastBuildDate>{format_datetime(newest)}</lastBuildDate>")
    for article in items:
        lines += _item(article, catalog, settings)
    lines += ["</channel>", "</rss>", ""]
    return Output(addresses.file_of(addresses.FEED), "\n".join(lines).encode("utf-8"))


def _item(article: Article, catalog: Catalog, settings: Settings) -> list[str]:
    url = _absolute(addresses.of_article(article), settings)
    terms = [term.name for term in (article.category, *article.tags) if term]
    lines = [
        "<item>",
        f"<title>{escape(article.title)}</title>",
        f"<link>{escape(url)}</link>",
        f'<guid isPermaLink="true">{escape(url)}</guid>',
        f"<pubDate>{format_datetime(article.date)}</pubDate>" if article.date else "",
        f"<dc:creator>{escape(article.author or settings.name)}</dc:creator>",
        *(f"<category>{escape(name)}</category>" for name in dict.fromkeys(terms)),
        f"<description>{escape(article.summary)}</description>",
        f"<content:encoded>{escape(absolute_html(article, catalog, settings), quote=False)}</content:encoded>",
        "</item>",
    ]
    return [line for line in lines if line]


def absolute_html(article: Article, catalog: Catalog, settings: Settings) -> str:
    """The article's HTML as it may stand anywhere: links to parts of itself name its page."""
    own = _absolute(addresses.of_article(article), settings)
    resolved = catalog.links[article.path].addresses[: len(article.body.links)]
    html = article.body.html(tuple(link_attribute(address, settings.base_url) for address in resolved))
    return _OWN_PART.sub(f"{escape(own)}#", html)


def _absolute(address: str, settings: Settings) -> str:
    return settings.base_url.rstrip("/") + address
