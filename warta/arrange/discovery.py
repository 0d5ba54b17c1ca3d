"""Catalog -> the feeds of the site, of tags under all their spellings and of categories; and its calendars."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from warta.arrange import addresses
from warta.arrange.addresses import Addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import View
from warta.arrange.viewfound import CalendarView, FeedItem, FeedView
from warta.arrange.viewparts import CalendarEvent
from warta.model import Article, Event
from warta.settings import Settings

FEED_ITEMS = 20
"""Newest posts in a feed."""

PAST_EVENTS = 100
"""Events over that stay in the calendar of the agenda: who follows it keeps a year or two, and it stays light."""


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
