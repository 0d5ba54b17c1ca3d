"""Catalog -> the views of sitemaps and robots.txt, security.txt, `_redirects` and `_headers`."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from warta.arrange import addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import View
from warta.arrange.viewfound import (
    HeadersView,
    NewsItem,
    NewsSitemapView,
    RedirectsView,
    RobotsView,
    SecurityView,
    SitemapEntry,
    SitemapIndexView,
    SitemapView,
)
from warta.model import Article
from warta.settings import Settings

MOST_ENTRIES = 50_000
"""Pages in one file (https://www.sitemaps.org/protocol.html)."""

LARGEST = 50_000_000
"""Bytes of one file; the protocol allows 52,428,800."""

_AROUND_ENTRY, _AROUND_PHOTO = 100, 60
"""Bytes that are written around an address, at most."""

MOST_NEWS = 1_000
"""Posts in a news sitemap, as Google has it."""

TRUSTED = timedelta(days=365)
"""How long what security.txt says is to be trusted: RFC 9116 (2.5.5) recommends less than a year."""


def sitemaps(catalog: Catalog, cards: Cards, settings: Settings) -> Iterator[View]:
    """The sitemap, in parts if it is large, and that of news if there is any; last robots.txt, which names them."""
    has, known = settings.features, list[str]()
    if "sitemap" in has:
        known.append(addresses.SITEMAP)
        yield from _in_parts(tuple(_entries(catalog, cards)), settings)
    if "news_sitemap" in has and catalog.fresh:
        known.append(addresses.NEWS_SITEMAP)
        items = [
            NewsItem(each.title, cards.address(each), each.date) for each in catalog.fresh[:MOST_NEWS] if each.date
        ]
        yield View(addresses.NEWS_SITEMAP, "sitemap-news.xml", NewsSitemapView(tuple(items)))
    if "robots" in has:
        yield View(addresses.ROBOTS, "robots.txt", RobotsView(tuple(known)))


def _in_parts(entries: Sequence[SitemapEntry], settings: Settings) -> Iterator[View]:
    parts = tuple(_parts(entries, len(settings.base_url)))
    if len(parts) == 1:
        yield View(addresses.SITEMAP, "sitemap.xml", SitemapView(parts[0]))
        return
    listed = []
    for number, part in enumerate(parts, 1):
        address = addresses.of_sitemap(number)
        listed.append((address, max((entry.changed for entry in part if entry.changed), default=None)))
        yield View(address, "sitemap.xml", SitemapView(part))
    yield View(addresses.SITEMAP, "sitemap-index.xml", SitemapIndexView(tuple(listed)))


def _parts(entries: Sequence[SitemapEntry], before: int) -> Iterator[tuple[SitemapEntry, ...]]:
    """The entries in as few files as they fit; `before` is the length of what stands before each address."""
    start, size = 0, 0
    for number, entry in enumerate(entries):
        needed = before + len(entry.address) + _AROUND_ENTRY
        needed += sum(before + len(photo) + _AROUND_PHOTO for photo in entry.photos)
        if number - start == MOST_ENTRIES or (size + needed > LARGEST and number > start):
            yield tuple(entries[start:number])
            start, size = number, 0
        size += needed
    yield tuple(entries[start:])


def _entries(catalog: Catalog, cards: Cards) -> Iterator[SitemapEntry]:
    """Every page with content of its own; redirects and the further pages of lists have none."""
    of, newest = cards.of, _newest(catalog.news)
    yield SitemapEntry(addresses.HOME, newest, ())
    yield SitemapEntry(of.news, newest, ())
    for article in (*catalog.news, *catalog.pages):
        yield SitemapEntry(cards.address(article), article.updated or article.date, cards.shown(article))
    for group in catalog.tags:
        photos = cards.shown(group.tag_file) if group.tag_file else ()
        yield SitemapEntry(of.tag(group.slug), _newest(group.articles), photos)
    for group in catalog.categories:
        yield SitemapEntry(of.category(group.slug), _newest(group.articles), ())


def _newest(articles: tuple[Article, ...]) -> datetime | None:
    return max((each.updated or each.date for each in articles if each.date), default=None)


def host_files(catalog: Catalog, cards: Cards, settings: Settings) -> Iterator[View]:
    """What a host reads of old addresses and headers, and whom to write to who found a hole."""
    moves = tuple(_moves(catalog, cards, settings)) if "redirects" in settings.features else ()
    if moves:
        yield View(addresses.REDIRECTS, "_redirects", RedirectsView(moves))
    if "policy" in settings.features:
        yield View(addresses.HEADERS, "_headers", HeadersView())
    dates = [article.date for article in catalog.news[:1] if article.date]
    if "security" in settings.features and any(value for _, value in settings.contact) and dates:
        month = dates[0].replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        yield View(addresses.SECURITY, "security.txt", SecurityView(month + TRUSTED))


def _moves(catalog: Catalog, cards: Cards, settings: Settings) -> Iterator[tuple[str, str]]:
    for article in (*catalog.news, *catalog.pages, *catalog.withdrawn):
        for alias in article.aliases:
            yield alias.name, cards.address(article)
    for slug, group in catalog.synonyms:
        old, new = cards.of.tag(slug), cards.of.tag(group.slug)
        yield old, new
        if "term_feeds" in settings.features:
            yield cards.of.feed_of(old), cards.of.feed_of(new)
