"""The values that flow from stage to stage: frozen, complete at birth, known to every stage above."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from warta.problems import Problem


class FileState(NamedTuple):
    """A file as the disk describes it: when none of this changed, nor did its bytes. Times in nanoseconds."""

    path: str
    size: int
    modified: int
    inode: int


class PhotoFacts(NamedTuple):
    """A photo: the digest of its bytes, its size in pixels once it stands upright (0: broken), whether it moves."""

    digest: str
    width: int
    height: int
    animated: bool = False


class DocumentFacts(NamedTuple):
    """A document: the digest of its bytes, and the people that its metadata names, as one text."""

    digest: str
    people: str


class PhotoUse(NamedTuple):
    """Where a photo is named: the text, line and column, and whether it is on top of that post."""

    path: str
    line: int
    column: int
    is_lead: bool


class Source(NamedTuple):
    """A file of content as found on disk. `path` is relative to the source folder, with `/`."""

    path: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return sha256(self.data).hexdigest()


class Link(NamedTuple):
    """A link or photo that a body names: its target as written, and where (line and column count from 1)."""

    target: str
    is_photo: bool
    line: int
    column: int


class Passage(NamedTuple):
    """Text as its writer typed it, and the line of its file at which it begins."""

    text: str = ""
    line: int = 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a letter of the text."""
        return self.line + self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset)


class Body(NamedTuple):
    """Clean HTML in pieces: between piece i and piece i+1 stands the address of link i, unknown until all is read.

    A body that comes from the cache has no pieces: they stay there until a page needs them.
    """

    pieces: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: tuple[str, ...] = ()
    lead: str = ""


def join_pieces(pieces: tuple[str, ...], addresses: tuple[str, ...]) -> str:
    """A body's HTML with these addresses (already escaped for an attribute) in place of its links."""
    joined = list(pieces[:1])
    for address, piece in zip(addresses, pieces[1:], strict=True):
        joined += (address, piece)
    return "".join(joined)


class Term(NamedTuple):
    """A tag or category as one file spells it."""

    name: str
    line: int = 0
    column: int = 0


class Event(NamedTuple):
    """What a post announces: when it begins and ends (None: it does not say), in the site's zone, and where."""

    start: datetime
    end: datetime | None
    has_time: bool
    place: str

    @property
    def over(self) -> datetime:
        """The moment from which the event is past: its end, or the end of its day."""
        if self.end and (self.end.hour or self.end.minute):
            return self.end
        return (self.end or self.start).replace(hour=0, minute=0) + timedelta(days=1)


class Correction(NamedTuple):
    """A note that says what was wrong in a post, and since when it is right."""

    date: datetime | None
    text: str


class Approval(NamedTuple):
    """Who approved a post for publishing, and when (midnight where only the day is told)."""

    date: datetime
    name: str


class Article(NamedTuple):
    """A news post or a standing page, read whole. Dates are in the site's zone; a standing page has none.

    A withdrawn post keeps its address and shows nothing but `withdrawal`, a note that may be empty.
    `digest` is that of the file's bytes: it stands for the body wherever only its sameness matters.
    `written` is the body in Markdown, for the checks of a text just read; an article from the cache has none.
    `ignored` are the codes of checks that its writer silenced.
    `positions` gives line and column of each field that was written, by its canonical name.
    """

    path: str
    slug: str
    title: str
    summary: str
    body: Body
    date: datetime | None = None
    has_time: bool = False
    updated: datetime | None = None
    tags: tuple[Term, ...] = ()
    category: Term | None = None
    author: str = ""
    place: str = ""
    image: Link | None = None
    image_alt: str = ""
    image_caption: str = ""
    gallery: bool = False
    short_title: str = ""
    event: Event | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawal: str | None = None
    draft: bool = False
    approval: Approval | None = None
    aliases: tuple[Term, ...] = ()
    ignored: tuple[str, ...] = ()
    digest: str = ""
    positions: tuple[tuple[str, int, int], ...] = ()
    written: Passage = Passage()

    @property
    def withdrawn(self) -> bool:
        """Whether the post was taken back."""
        return self.withdrawal is not None

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the body, and last the photo on top, if there is one."""
        return (*self.body.links, self.image) if self.image else self.body.links

    def has(self, name: str) -> bool:
        """Whether the writer filled this field."""
        return any(known == name for known, _, _ in self.positions)

    def position(self, name: str) -> tuple[int, int]:
        """Line and column of a field, (1, 1) if it was not written."""
        return next(((line, column) for known, line, column in self.positions if known == name), (1, 1))


class TagFile(NamedTuple):
    """What content/tag/NAME.md says of a tag: its title (at `place`), other spellings and description."""

    path: str
    title: str
    aliases: tuple[Term, ...]
    body: Body
    summary: str
    digest: str = ""
    place: tuple[int, int] = (1, 1)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the body."""
        return self.body.links


class Reading(NamedTuple):
    """What came of reading one file: a value (None if it is no post, page or tag), and what is wrong with it."""

    value: Article | TagFile | None
    digest: str
    problems: tuple[Problem, ...]


class Content(NamedTuple):
    """All that was read: news, standing pages and tag files.

    `files` are the paths of all other files of content, and of the texts that an error kept from being read.
    """

    articles: tuple[Article, ...]
    tag_files: tuple[TagFile, ...]
    files: tuple[str, ...]


class Output(NamedTuple):
    """One file to be published: its path in the output folder and its bytes."""

    path: str
    data: bytes
