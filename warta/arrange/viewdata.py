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


class Card(NamedTuple):
    """A post as lists show it."""

    title: str
    address: str
    date: datetime
    summary: str
    category: Named | None


class HomeView(NamedTuple):
    """The front page."""

    latest: tuple[Card, ...]
    topics: tuple[Named, ...]
    posts: int


class ArticleView(NamedTuple):
    """A post. `standfirst` is the summary if the writer gave one; `previous` is older, `next` newer."""

    title: str
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
    image: str
    image_alt: str
    previous: Named | None
    next: Named | None


class StandingView(NamedTuple):
    """A standing page."""

    title: str
    summary: str
    body: BodyText
    updated: datetime | None


class ListView(NamedTuple):
    """One page of a list of posts. `kind`: news, tag, category or month; `title` is empty for news and months."""

    kind: str
    title: str
    body: BodyText | None
    description: str
    spellings: tuple[str, ...]
    month: tuple[int, int] | None
    cards: tuple[Card, ...]
    posts: int
    first_year: int
    last_year: int
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


class NotFoundView(NamedTuple):
    """The page for addresses that lead nowhere."""

    latest: tuple[Card, ...]


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
    HomeView
    | ArticleView
    | StandingView
    | ListView
    | TermsView
    | ArchiveView
    | NotFoundView
    | RedirectView
    | FeedView
    | SitemapView
    | RobotsView
    | PhotoView
)


class View(NamedTuple):
    """One file to be made: its address, how (a template, or `photo`), and from what."""

    address: str
    template: str
    data: ViewData
