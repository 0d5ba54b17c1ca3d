"""What each template gets: plain immutable values, complete, with nothing hidden behind them. See layouts/README.md.

Named tuples rather than dataclasses: every build makes and digests one view for each page, and JSON's encoder written
in C takes a tuple as it is (10,000 views: 0.1 s instead of 0.4 s).
"""

from datetime import datetime
from typing import NamedTuple

from warta.arrange.picturedata import CardView, DocumentView, IconView, PhotoView
from warta.arrange.searchdata import IndexView, SearchView
from warta.arrange.viewfound import (
    CalendarView,
    FeedView,
    HeadersView,
    NewsSitemapView,
    RedirectsView,
    RobotsView,
    SecurityView,
    SitemapIndexView,
    SitemapView,
    WebManifestView,
)
from warta.arrange.viewparts import (
    ApprovalNote,
    BodyText,
    Card,
    CorrectionNote,
    EventCard,
    Named,
    Photo,
    ProofPhoto,
    ProofProblem,
    Topic,
)


class HomeView(NamedTuple):
    """The front page. `lead` is one of the `latest`: the newest of them that has a photo, else the newest."""

    lead: Card | None
    latest: tuple[Card, ...]
    topics: tuple[Topic, ...]
    upcoming: tuple[EventCard, ...]
    posts: int


class ArticleView(NamedTuple):
    """A post. `standfirst` is the summary if the writer gave one; `previous` is older, `next` newer.

    `share` is the picture that other sites show beside a link to it.
    `gallery` are the photos of its folder that neither the body nor the top shows, if the writer wants them.
    """

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
    share: Photo | None
    caption: str
    gallery: tuple[Photo, ...]
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
    gallery: tuple[Photo, ...]


class ListView(NamedTuple):
    """One page of a list of posts. `kind`: news, tag, category or month; `title` is empty for news and months.

    `years` are where each year of a tag or category begins, if there are more than two; `feed` is its own feed.
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
    feed: str


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


class ProofView(NamedTuple):
    """A text of content as it goes to who approves it, in one file that no site publishes.

    `reason` says why the text is not published now: draft, unapproved, scheduled, withdrawn, "" if it is.
    A standing page has no date.
    """

    title: str
    standfirst: str
    path: str
    reason: str
    date: datetime | None
    has_time: bool
    author: str
    place: str
    category: str
    tags: tuple[str, ...]
    photo: ProofPhoto | None
    gallery: tuple[ProofPhoto, ...]
    event: EventCard | None
    corrections: tuple[CorrectionNote, ...]
    problems: tuple[ProofProblem, ...]
    approval: ApprovalNote | None


class RedirectView(NamedTuple):
    """An old address that leads on."""

    title: str
    target: str


ViewData = (
    HomeView | ArticleView | WithdrawnView | AgendaView | StandingView | ListView | TermsView | ArchiveView
    | NotFoundView | RedirectView | ProofView | FeedView | CalendarView | SitemapView | SitemapIndexView
    | NewsSitemapView | RobotsView | RedirectsView | HeadersView | SecurityView | WebManifestView | PhotoView | IconView
    | DocumentView | CardView | SearchView | IndexView
)  # fmt: skip


class View(NamedTuple):
    """One file to be made: its address, how (a template, `photo`, `icon`, `card` or `document`), and from what."""

    address: str
    template: str
    data: ViewData
