"""What each template gets: plain immutable values, complete, with nothing hidden behind them. See layouts/README.md.

Named tuples rather than dataclasses: every build makes and digests one view for each page, and JSON's encoder written
in C takes a tuple as it is (10,000 views: 0.1 s instead of 0.4 s).
"""

from datetime import datetime
from typing import NamedTuple


class BodyText(NamedTuple):
    """A body's HTML by what it is made of: the file, the digest of its bytes, and the addresses of its links.

    A template gets the HTML itself, as `html`.
    """

    path: str
    digest: str
    addresses: tuple[str, ...]


class Named(NamedTuple):
    """A link with its text; `posts` says how many posts stand behind it (0: not a list)."""

    title: str
    address: str
    posts: int = 0


class Photo(NamedTuple):
    """A photo as it is published; its size in pixels is 0 if it is not known. `alt` is empty for mere decoration."""

    address: str
    width: int
    height: int
    alt: str


class Card(NamedTuple):
    """A post as lists show it."""

    title: str
    address: str
    date: datetime
    summary: str
    category: Named | None
    photo: Photo | None


class Topic(NamedTuple):
    """A tag as the front page shows it: how many posts, the date of the newest, and its newest photo."""

    title: str
    address: str
    posts: int
    latest: datetime
    photo: Photo | None


class EventCard(NamedTuple):
    """A post's event as the agenda shows it. Without `has_time` only the days of `start` and `end` are meant."""

    title: str
    address: str
    start: datetime
    end: datetime | None
    has_time: bool
    place: str


class CorrectionNote(NamedTuple):
    """What was wrong in a post, and since when it is right."""

    date: datetime | None
    text: str


class HomeView(NamedTuple):
    """The front page. `lead` is one of the `latest`: the newest of them that has a photo, else the newest."""

    lead: Card | None
    latest: tuple[Card, ...]
    topics: tuple[Topic, ...]
    upcoming: tuple[EventCard, ...]
    posts: int


class ArticleView(NamedTuple):
    """A post. `standfirst` is the summary if the writer gave one; `previous` is older, `next` newer."""

    title: str
    short_title: str
    summary: str
    standfirst: str
    body: BodyText
    date: datetime
    has_time: bool
    updated: datetime | None
    author: str
    place: str
    category: Named | None
    tags: tuple[Named, ...]
    photo: Photo | None
    caption: str
    event: EventCard | None
    corrections: tuple[CorrectionNote, ...]
    related: tuple[Card, ...]
    previous: Named | None
    next: Named | None


class WithdrawnView(NamedTuple):
    """A post that was withdrawn: nothing of it is shown but a note, which may be empty."""

    note: str


class StandingView(NamedTuple):
    """A standing page."""

    title: str
    summary: str
    body: BodyText
    updated: datetime | None


class ListView(NamedTuple):
    """One page of a list of posts. `kind`: news, tag, category or month; `title` is empty for news and months.

    `years` are where each year of a tag or category begins, if there are more than two.
    """

    kind: str
    title: str
    body: BodyText | None
    description: str
    spellings: tuple[str, ...]
    month: tuple[int, int] | None
    photo: Photo | None
    related: tuple[Named, ...]
    cards: tuple[Card, ...]
    posts: int
    first_year: int
    last_year: int
    years: tuple[Named, ...]
    number: int
    total: int
    newer: str
    older: str


class TermsView(NamedTuple):
    """The list of all tags (`kind` tag) or categories (`kind` category), by name."""

    kind: str
    terms: tuple[Named, ...]


class ArchiveMonth(NamedTuple):
    """A month of the archive."""

    year: int
    month: int
    address: str
    posts: int


class ArchiveView(NamedTuple):
    """The archive of all years (`year` None) or of one: its months, newest first."""

    year: int | None
    years: tuple[Named, ...]
    months: tuple[ArchiveMonth, ...]


class AgendaView(NamedTuple):
    """The events to come, the nearest first, and those past, the last first."""

    upcoming: tuple[EventCard, ...]
    past: tuple[EventCard, ...]


class NotFoundView(NamedTuple):
    """The page for addresses that lead nowhere."""

    latest: tuple[Card, ...]
    topics: tuple[Topic, ...]


class RedirectView(NamedTuple):
    """An old address that leads on."""

    title: str
    target: str


class FeedItem(NamedTuple):
    """A post in the feed, whole."""

    title: str
    address: str
    date: datetime
    updated: datetime | None
    author: str
    terms: tuple[str, ...]
    summary: str
    body: BodyText


class FeedView(NamedTuple):
    """The newest posts."""

    items: tuple[FeedItem, ...]


class SitemapView(NamedTuple):
    """Every address with content of its own, and when that changed."""

    entries: tuple[tuple[str, datetime | None], ...]


class RobotsView(NamedTuple):
    """robots.txt says the same on every site."""


class PhotoView(NamedTuple):
    """A photo of content: its path and the digest of its bytes."""

    path: str
    digest: str


ViewData = (
    HomeView | ArticleView | WithdrawnView | AgendaView | StandingView | ListView | TermsView | ArchiveView
    | NotFoundView | RedirectView | FeedView | SitemapView | RobotsView | PhotoView
)  # fmt: skip


class View(NamedTuple):
    """One file to be made: its address, how (a template, or `photo`), and from what."""

    address: str
    template: str
    data: ViewData
