"""Catalog -> the views by which others find the site: its feeds and its sitemap."""

from collections.abc import Iterator
from datetime import datetime

from warta.arrange import addresses
from warta.arrange.addresses import Addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import FeedItem, FeedView, SitemapView, View
from warta.model import Article
from warta.settings import Settings

FEED_ITEMS = 20
"""Newest posts in a feed."""


def feeds(catalog: Catalog, cards: Cards, settings: Settings) -> Iterator[View]:
    """The feeds of the site, and of every tag and category."""
    of, has = cards.of, settings.features
    newest = catalog.news[:FEED_ITEMS]
    items = {article.path: _feed_item(article, cards, settings) for article in newest}
    site = FeedView("", addresses.HOME, tuple(items.values()))
    if "feed" in has:
        yield View(of.feed, "feed.xml", site)
    if "json_feed" in has:
        yield View(of.json_feed, "feed.json", site)
    if "term_feeds" not in has:
        return
    groups = [(of.tag(group.slug), group) for group in catalog.tags]
    groups += [(of.category(group.slug), group) for group in catalog.categories]
    for base, group in groups:
        shown = group.articles[:FEED_ITEMS]
        listed = tuple([items.get(each.path) or _feed_item(each, cards, settings) for each in shown])
        yield View(of.feed_of(base), "feed.xml", FeedView(group.name, base, listed))


def _feed_item(article: Article, cards: Cards, settings: Settings) -> FeedItem:
    assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
    category = (article.category,) if article.category and "categories" in settings.features else ()
    tags = article.tags if "tags" in settings.features else ()
    terms = dict.fromkeys(term.name for term in (*category, *tags))
    return FeedItem(
        id=article.aliases[0].name if article.aliases else cards.address(article),
        title=article.title,
        address=cards.address(article),
        date=article.date,
        updated=article.updated,
        author=article.author,
        terms=tuple(terms),
        summary=article.summary,
        photo=cards.photo(article),
        body=cards.body(article)._replace(photos=()),
    )


def sitemap_view(catalog: Catalog, of: Addresses) -> SitemapView:
    """Every page with content of its own; redirects and the further pages of lists have none."""
    return SitemapView(tuple(_entries(catalog, of)))


def _entries(catalog: Catalog, of: Addresses) -> Iterator[tuple[str, datetime | None]]:
    newest = _newest(catalog.news)
    yield addresses.HOME, newest
    yield of.news, newest
    for article in (*catalog.news, *catalog.pages):
        yield of.article(article), article.updated or article.date
    for group in catalog.tags:
        yield of.tag(group.slug), _newest(group.articles)
    for group in catalog.categories:
        yield of.category(group.slug), _newest(group.articles)


def _newest(articles: tuple[Article, ...]) -> datetime | None:
    return max((each.updated or each.date for each in articles if each.date), default=None)
