"""Catalog -> Views: for every file to be published its address, its template and the plain data it is made from.

A page is a function of its view, the settings and the layouts; so a page whose view is as before is not made again.
"""

from collections.abc import Iterator, Mapping

from warta.arrange import addresses
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.discovery import calendars, feeds
from warta.arrange.lists import Lists
from warta.arrange.picturedata import DocumentView
from warta.arrange.related import related_posts
from warta.arrange.search import search_views
from warta.arrange.sitemaps import host_files, sitemaps
from warta.arrange.variants import photo_views
from warta.arrange.viewdata import (
    AgendaView,
    ArticleView,
    HomeView,
    NotFoundView,
    RedirectView,
    StandingView,
    View,
    WithdrawnView,
)
from warta.arrange.viewparts import Card, CorrectionNote
from warta.model import Article, DocumentFacts, PhotoFacts
from warta.settings import Settings

HOME_CARDS = 12
HOME_TOPICS = 12
HOME_EVENTS = 3
LEAD_AMONG = 4
"""The newest posts among which the front page's lead story is sought: an older one is no news."""


def views(
    catalog: Catalog,
    photos: Mapping[str, PhotoFacts],
    documents: Mapping[str, DocumentFacts],
    settings: Settings,
    *,
    is_indexed: bool = True,
) -> Iterator[View]:
    """Every file of the site, in the order of publishing: what pages show, pages, lists, and last the home page.

    `photos` and `documents` give the facts of each of them in the catalog that could be read. Without `is_indexed` the
    search page has nothing to search in.
    """
    cards, has = Cards(catalog, photos, settings), settings.features
    lists = Lists(catalog, cards, settings)
    leads = frozenset(catalog.links[article.path].lead_photo for article in catalog.news if article.image)
    for path, facts in photos.items():
        yield from photo_views(path, facts, is_lead=path in leads)
    for path, document in documents.items():
        yield View(addresses.of_document(path), "document", DocumentView(path, document.digest))
    if "share_cards" in has:
        yield from cards.drawn()
    yield from _articles(catalog, cards, "related" in has)
    yield from _standing_pages(catalog, cards)
    yield from lists.tags()
    yield from lists.categories()
    if "archive" in has:
        yield from lists.archive()
    yield from lists.terms()
    yield from lists.news()
    if "search" in has:
        yield from search_views(catalog, cards, is_indexed=is_indexed)
    yield from _overview(catalog, cards, has)
    yield from feeds(catalog, cards, settings)
    if "calendar" in has:
        yield from calendars(catalog, cards.of)
    yield from host_files(catalog, cards, settings)
    yield from sitemaps(catalog, cards, settings)


def _articles(catalog: Catalog, cards: Cards, with_related: bool) -> Iterator[View]:  # noqa: FBT001 - a feature's state
    news = catalog.news
    links = [None, *map(cards.link, news), None]
    related = related_posts(news, catalog.tags) if with_related else {}
    for number, article in enumerate(news):
        beside = cards.cards(related.get(article.path, ()))
        data = _article(article, cards)._replace(related=beside, previous=links[number + 2], next=links[number])
        yield View(cards.address(article), "article.html", data)


def _article(article: Article, cards: Cards) -> ArticleView:
    assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
    return ArticleView(
        title=article.title,
        short_title=article.short_title,
        summary=article.summary,
        standfirst=article.summary if article.has("summary") else "",
        body=cards.body(article),
        date=article.date,
        has_time=article.has_time,
        updated=article.updated,
        author=article.author,
        place=article.place,
        category=cards.category(article),
        tags=cards.tags(article),
        photo=cards.photo(article),
        share=cards.share(article),
        caption=article.image_caption,
        gallery=cards.gallery(article),
        event=cards.event(article),
        corrections=tuple([CorrectionNote(*each) for each in article.corrections]),
        related=(),
        previous=None,
        next=None,
    )


def _standing_pages(catalog: Catalog, cards: Cards) -> Iterator[View]:
    """Standing pages, what is left of withdrawn ones, and the old addresses of all, those of tags too."""
    for page in catalog.pages:
        data = StandingView(page.title, page.summary, cards.body(page), page.updated, cards.gallery(page))
        yield View(cards.address(page), "page.html", data)
    for article in catalog.withdrawn:
        yield View(cards.address(article), "withdrawn.html", WithdrawnView(article.withdrawal or ""))
    for article in catalog.all:
        title = "" if article.withdrawn else article.title
        for alias in article.aliases:
            yield View(alias.name, "redirect.html", RedirectView(title, cards.address(article)))
    for slug, group in catalog.synonyms:
        yield View(cards.of.tag(slug), "redirect.html", RedirectView(group.name, cards.of.tag(group.slug)))


def _overview(catalog: Catalog, cards: Cards, has: tuple[str, ...]) -> Iterator[View]:
    if "agenda" in has:
        agenda = AgendaView(cards.events(catalog.upcoming), cards.events(catalog.past))
        yield View(cards.of.agenda, "agenda.html", agenda)
    latest = cards.cards(catalog.news[:HOME_CARDS])
    topics = cards.topics(HOME_TOPICS)
    if "not_found" in has:
        yield View(addresses.NOT_FOUND, "404.html", NotFoundView(latest[:5], topics))
    upcoming = cards.events(catalog.upcoming[:HOME_EVENTS])
    yield View(addresses.HOME, "home.html", HomeView(_lead(latest), latest, topics, upcoming, len(catalog.news)))


def _lead(latest: tuple[Card, ...]) -> Card | None:
    """The front page's lead story."""
    with_photo = (card for card in latest[:LEAD_AMONG] if card.photo)
    return next(with_photo, latest[0] if latest else None)
