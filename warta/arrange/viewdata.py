"""What each template gets: plain frozen values, complete, with nothing hidden behind them. See layouts/README.md."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Named:
    """A link with its text; `count` says how many posts stand behind it (0: not a list)."""

    title: str
    address: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A post as lists show it."""

    title: str
    address: str
    date: datetime
    summary: str
    category: Named | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    latest: tuple[Card, ...]
    topics: tuple[Named, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A post. `html` is safe and complete; `previous` is older, `next` newer."""

    title: str
    summary: str
    html: str
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


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing page."""

    title: str
    summary: str
    html: str
    updated: datetime | None


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list of posts. `kind`: news, tag, category or month; `title` is empty for news and months."""

    kind: str
    title: str
    html: str
    description: str
    spellings: tuple[str, ...]
    month: tuple[int, int] | None
    cards: tuple[Card, ...]
    count: int
    first_year: int
    last_year: int
    number: int
    total: int
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class TermsView:
    """The list of all tags (`kind` tag) or categories (`kind` category), by name."""

    kind: str
    terms: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """A month of the archive."""

    year: int
    month: int
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The archive of all years (`year` None) or of one: its months, newest first."""

    year: int | None
    years: tuple[Named, ...]
    months: tuple[ArchiveMonth, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for addresses that lead nowhere."""

    latest: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address that leads on."""

    title: str
    target: str


ViewData = HomeView | ArticleView | StandingView | ListView | TermsView | ArchiveView | NotFoundView | RedirectView


@dataclass(frozen=True, slots=True)
class View:
    """One page to be made: where, by which template, from what."""

    address: str
    template: str
    data: ViewData
