"""Catalog -> the views by which others find and follow the site: its feeds, its calendars and its sitemap."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from warta.arrange import addresses
from warta.arrange.addresses import Addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import CalendarView, FeedItem, FeedView, SitemapView, View
from warta.arrange.viewparts import CalendarEvent
from warta.model import Article, Event
from warta.settings import Settings

FEED_ITEMS = 20
"""Newest posts in a feed."""

PAST_EVENTS = 100
"""Events over that stay in the calendar of the agenda: who follows it keeps a year or two, and it stays light."""


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


def calendars(catalog: Catalog, of: Addresses) -> Iterator[View]:
    """A calendar for each event, and one of the agenda, in the order in which the events begin."""
    dated = (*reversed(catalog.past), *catalog.upcoming)
    events = {article.path: event for article in dated if (event := _calendar_event(article, of))}
    for article in dated:
        yield View(of.event(article), "calendar.ics", CalendarView(article.title, (events[article.path],)))
    kept = tuple(events.values())[-len(catalog.upcoming) - PAST_EVENTS :]
    if kept:
        yield View(of.calendar, "calendar.ics", CalendarView("", kept))


def _calendar_event(article: Article, of: Addresses) -> CalendarEvent | None:
    event, address = article.event, of.article(article)
    changed = article.updated or article.date
    if event is None or changed is None:
        return None
    return CalendarEvent(
        id=article.aliases[0].name if article.aliases else address,
        title=article.title,
        address=address,
        start=event.start,
        end=_end_of(event),
        has_time=event.has_time,
        place=event.place,
        summary=article.summary,
        changed=changed,
    )


def _end_of(event: Event) -> datetime | None:
    """From when on it is over; None if the post does not say, or says that it is over at once."""
    if event.has_time:
        return event.over if event.end and event.over > event.start else None
    return (event.end or event.start).replace(hour=0, minute=0) + timedelta(days=1)


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
