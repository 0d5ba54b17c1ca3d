"""Catalog -> the views of feeds: of the site, of tags under all their spellings, and of categories."""

from collections.abc import Iterator

from warta.arrange import addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import View
from warta.arrange.viewfound import FeedItem, FeedView
from warta.model import Article
from warta.settings import Settings

FEED_ITEMS = 20
"""Newest posts in a feed."""


def feeds(catalog: Catalog, cards: Cards, settings: Settings) -> Iterator[View]:
    """The feeds of the site, and of every tag and category.

    Under the other spellings of a tag stands a copy of its feed: a host of plain files cannot lead a reader's program
    on, and no such program follows what an XML file says of that. The copy names the feed's own address as its own.
    """
    of, has = cards.of, settings.features
    newest = catalog.news[:FEED_ITEMS]
    items = {article.path: _feed_item(article, cards, settings) for article in newest}
    for feature, name, address in (("feed", "feed.xml", of.feed), ("json_feed", "feed.json", of.json_feed)):
        if feature in has:
            yield View(address, name, FeedView("", addresses.HOME, address, tuple(items.values())))
    if "term_feeds" not in has:
        return
    tags, categories = ([(each.slug, each) for each in groups] for groups in (catalog.tags, catalog.categories))
    addressed = [(of.tag(slug), of.tag(group.slug), group) for slug, group in (*tags, *catalog.synonyms)]
    addressed += [(of.category(slug), of.category(slug), group) for slug, group in categories]
    for base, own, group in addressed:
        shown = group.articles[:FEED_ITEMS]
        listed = tuple([items.get(each.path) or _feed_item(each, cards, settings) for each in shown])
        yield View(of.feed_of(base), "feed.xml", FeedView(group.name, own, of.feed_of(own), listed))


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
