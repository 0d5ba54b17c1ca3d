"""All that one facility may set, as a value that every stage above may know. `settingsfile` reads it."""

from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from warta.codes import Severity

PATH = "site.yaml"
"""The file, in the source folder."""


class Entry(NamedTuple):
    """One link of the menu or of another list; `url` is an address of the site (`/berita/`) or a whole URL."""

    title: str
    url: str
    text: str = ""
    line: int = 0
    column: int = 0

    def __repr__(self) -> str:
        """Without its place, on which no page depends: what a setting says is what its repr says (`Site.version`)."""
        return f"Entry({self.title!r}, {self.url!r}, {self.text!r})"


class Logo(NamedTuple):
    """The drawing by which the facility is known: the path of its file in content, and where site.yaml names it."""

    path: str
    line: int = 0
    column: int = 0

    def __repr__(self) -> str:
        """As `Entry`'s."""
        return f"Logo({self.path!r})"

    @property
    def is_svg(self) -> bool:
        """Whether it can be drawn at any size."""
        return self.path.endswith(".svg")


class DatedName(NamedTuple):
    """A name that is valid from one day to another, both included (`2024-10-31`), and what to write `instead`."""

    name: str
    since: str = ""
    until: str = ""
    instead: str = ""


ON_AT_FIRST = (
    "agenda", "archive", "calendar", "categories", "feed", "icons", "json_feed", "news_sitemap", "not_found",
    "policy", "previews", "redirects", "related", "robots", "search", "security", "sitemap", "structured_data",
    "tag_synonyms", "tags", "term_feeds", "videos",
)  # fmt: skip
"""The parts of a site that are on unless site.yaml says otherwise."""

FEATURES = (*ON_AT_FIRST, "share_cards")
"""Every part that can be switched. A share card costs 10 ms and 40 kB for each post without a photo."""


DOCUMENT_KINDS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp")
"""Kinds of documents that a site may publish. None of them can run in a page."""


class Paths(NamedTuple):
    """The folders of addresses (and the feed's file): a site that moves here can keep those it had."""

    news: str = "berita"
    tags: str = "tag"
    categories: str = "kategori"
    archive: str = "arsip"
    pages: str = "halaman"
    agenda: str = "agenda"
    search: str = "cari"
    feed: str = "feed.xml"


class Settings(NamedTuple):
    """One facility's settings. `base_url` ends with `/`; `zone` is where its local times are.

    `accent` is a colour `#rrggbb`, "" for the theme's own; `license` says how texts and photos may be used again;
    `files` are the kinds of documents that may be published (`pdf`); `stop_words` are words that no post may hold.
    With `approval` a news post needs one to be published.
    """

    name: str
    short_name: str
    description: str
    language: str
    timezone: str
    base_url: str
    address: str = ""
    contact: tuple[tuple[str, str], ...] = ()
    hours: tuple[str, ...] = ()
    license: str = ""
    logo: Logo | None = None
    accent: str = ""
    navigation: tuple[Entry, ...] = ()
    services: tuple[Entry, ...] = ()
    social: tuple[Entry, ...] = ()
    paths: Paths = Paths()
    features: tuple[str, ...] = ON_AT_FIRST
    per_page: int = 20
    files: tuple[str, ...] = ()
    checks: tuple[tuple[str, Severity], ...] = ()
    stop_words: tuple[str, ...] = ()
    approval: bool = False
    anniversaries: tuple[tuple[str, int], ...] = ()
    names: tuple[DatedName, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The zone of every time that is written without an offset."""
        return ZoneInfo(self.timezone)

    @property
    def base_path(self) -> str:
        """The path under which the site is served, from `/` to `/`."""
        return urlsplit(self.base_url).path

    def absolute(self, address: str) -> str:
        """The whole URL of an address of the site."""
        return self.base_url.rstrip("/") + address

    @property
    def read_by(self) -> tuple[object, ...]:
        """All that reading and checking a text depends on: when it changes, what was read is read again."""
        who = self.name, self.short_name, self.contact, self.services, self.social
        spoken_of = self.stop_words, self.anniversaries, self.names
        return self.language, self.timezone, who, spoken_of

    @property
    def severities(self) -> dict[str, Severity]:
        """What `checks` says, by code."""
        return dict(self.checks)


FALLBACK = Settings("", "", "", "id", "Asia/Makassar", "http://127.0.0.1/")
"""What the command line speaks by when site.yaml itself cannot be read."""
