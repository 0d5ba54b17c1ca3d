"""What machines find the site by, as `viewdata`'s views: feeds, calendars, sitemaps, files for hosts and robots."""

from datetime import datetime
from typing import NamedTuple

from warta.arrange.viewparts import BodyText, CalendarEvent, Photo


class FeedItem(NamedTuple):
    """A post in the feed, whole. `id` never changes: the address under which the post was known first."""

    id: str
    title: str
    address: str
    date: datetime
    updated: datetime | None
    author: str
    terms: tuple[str, ...]
    summary: str
    photo: Photo | None
    body: BodyText


class FeedView(NamedTuple):
    """The newest posts of the site, or of the tag or category `title`; `about` is the page that lists them.

    `known_as` is the feed's own address: a copy under another spelling of the tag names it, too.
    """

    title: str
    about: str
    known_as: str
    items: tuple[FeedItem, ...]


class SitemapEntry(NamedTuple):
    """A page with content of its own, when that changed, and the addresses of the photos it shows."""

    address: str
    changed: datetime | None
    photos: tuple[str, ...]


class SitemapView(NamedTuple):
    """All such pages of the site, or a part of them."""

    entries: tuple[SitemapEntry, ...]


class SitemapIndexView(NamedTuple):
    """The parts of a sitemap that is too large for one file: the address of each, and when anything in it changed."""

    parts: tuple[tuple[str, datetime | None], ...]


class NewsItem(NamedTuple):
    """A post that is news to a search engine."""

    title: str
    address: str
    date: datetime


class NewsSitemapView(NamedTuple):
    """The posts of the last two days."""

    items: tuple[NewsItem, ...]


class RobotsView(NamedTuple):
    """What robots.txt says: all may be read, and the addresses of the sitemaps."""

    sitemaps: tuple[str, ...]


class RedirectsView(NamedTuple):
    """Old addresses, and where each leads to."""

    moves: tuple[tuple[str, str], ...]


class SecurityView(NamedTuple):
    """When what security.txt says must no longer be trusted."""

    expires: datetime


class HeadersView(NamedTuple):
    """What a host sends with each file; the settings say it all."""


class CalendarView(NamedTuple):
    """A file for calendars: the whole agenda (`title` ""), or the one event of a post. Never without an event."""

    title: str
    events: tuple[CalendarEvent, ...]


class WebManifestView(NamedTuple):
    """What a phone needs to put the site on its home screen; the settings and the theme say it all."""
