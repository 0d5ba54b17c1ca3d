"""The parts that views are made of: plain immutable values, as `viewdata`'s."""

from datetime import datetime
from typing import NamedTuple


class Named(NamedTuple):
    """A link with its text; `posts` says how many posts stand behind it (0: not a list)."""

    title: str
    address: str
    posts: int = 0


class Photo(NamedTuple):
    """A photo as it is published at its largest; `alt` is empty for mere decoration.

    `widths` are those at which there is a file, the largest last; a photo that moves has none but itself.
    """

    address: str
    width: int
    height: int
    alt: str
    widths: tuple[int, ...] = ()


class BodyText(NamedTuple):
    """A body's HTML by what it is made of: the file, the digest of its bytes, the addresses of its links, its photos.

    A template gets the HTML itself, as `html`. The photos have no `alt`: that stands in the text.
    """

    path: str
    digest: str
    addresses: tuple[str, ...]
    photos: tuple[Photo, ...] = ()


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
    """A post's event as the agenda shows it. Without `has_time` only the days of `start` and `end` are meant.

    `calendar` is the address of its file for calendars, "" once it is over.
    """

    title: str
    address: str
    start: datetime
    end: datetime | None
    has_time: bool
    place: str
    calendar: str = ""


class CalendarEvent(NamedTuple):
    """An event as calendars keep it. `id` never changes: the address under which the post was known first.

    `end` is the moment (without `has_time` the day) from which it is over; None if the post does not say.
    """

    id: str
    title: str
    address: str
    start: datetime
    end: datetime | None
    has_time: bool
    place: str
    summary: str
    changed: datetime


class ApprovalNote(NamedTuple):
    """Who let a post be published, and when."""

    date: datetime
    name: str


class ProofPhoto(NamedTuple):
    """A photo inside a proof: its whole file as a `data:` URL, what it shows, and its caption (both may be empty)."""

    source: str
    alt: str
    caption: str


class ProofProblem(NamedTuple):
    """A problem in words: how bad (`error`, `warning`), where, what, what to do, and the line as it was typed."""

    severity: str
    place: str
    code: str
    message: str
    hint: str
    excerpt: str


class CorrectionNote(NamedTuple):
    """What was wrong in a post, and since when it is right."""

    date: datetime | None
    text: str
