"""Where everything stands: the one module that knows how an address is made, and who has taken which.

Addresses are lower-case ASCII from `/` to `/` (or to a file's name), without the base path.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from warta.codes import Code
from warta.model import Article
from warta.problems import Problem, problem
from warta.read.kinds import NEWS
from warta.read.slugs import slug_of
from warta.settings import Paths

HOME = "/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
NEWS_SITEMAP = "/sitemap-news.xml"
ROBOTS = "/robots.txt"
WEB_MANIFEST = "/manifest.webmanifest"
FAVICON = "/favicon.ico"
REDIRECTS = "/_redirects"
HEADERS = "/_headers"
SECURITY = "/.well-known/security.txt"
MANIFEST = "/warta.json"
MEDIA = "/media/"
ASSETS = "/aset/"
INDEX = "/pagefind/"
"""Of what the search page looks things up in."""

CARDS = "/media/_kartu"
"""Of pictures that are drawn; no folder of photos begins with an underscore."""

ICONS = "/media/_ikon/"
"""Of what is made of the logo."""

PHOTO_KINDS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif")
"""The endings of photos' names."""

HEIC_KINDS = (".heic", ".heif")
"""Those that iPhones write and browsers cannot show."""


class Addresses(NamedTuple):
    """The addresses of a site whose folders have these names."""

    paths: Paths

    @property
    def news(self) -> str:
        """The list of all news."""
        return f"/{self.paths.news}/"

    @property
    def tags(self) -> str:
        """The list of all tags."""
        return f"/{self.paths.tags}/"

    @property
    def categories(self) -> str:
        """The list of all categories."""
        return f"/{self.paths.categories}/"

    @property
    def archive(self) -> str:
        """The archive of all years."""
        return f"/{self.paths.archive}/"

    @property
    def agenda(self) -> str:
        """The events to come and those past."""
        return f"/{self.paths.agenda}/"

    @property
    def calendar(self) -> str:
        """The agenda as a calendar."""
        return f"/{self.paths.agenda}.ics"

    @property
    def search(self) -> str:
        """The page that searches."""
        return f"/{self.paths.search}/"

    @property
    def feed(self) -> str:
        """The site's feed."""
        return f"/{self.paths.feed}"

    @property
    def json_feed(self) -> str:
        """The site's feed as JSON."""
        return "/feed.json"

    def feed_of(self, base: str) -> str:
        """The feed of the list at `base`."""
        return f"{base}feed.xml"

    @property
    def web_manifest(self) -> str:
        """What a phone needs to put the site on its home screen."""
        return WEB_MANIFEST

    @property
    def card(self) -> str:
        """The picture beside a link to any page that has none of its own."""
        return f"{CARDS}.jpg"

    def article_card(self, article: Article) -> str:
        """The picture beside a link to a post without a photo."""
        return f"{CARDS}/{article.slug}.jpg"

    def article(self, article: Article) -> str:
        """The permalink of a post or standing page."""
        return f"/{self.paths.news}/{article.slug}/" if article.path.startswith(NEWS) else f"/{article.slug}/"

    def event(self, article: Article) -> str:
        """A post's event as a calendar of its own."""
        return f"{self.article(article)}{article.slug}.ics"

    def tag(self, slug: str) -> str:
        """A tag's page."""
        return f"{self.tags}{slug}/"

    def category(self, slug: str) -> str:
        """A category's page."""
        return f"{self.categories}{slug}/"

    def year(self, year: int) -> str:
        """A year in the archive."""
        return f"{self.archive}{year}/"

    def month(self, year: int, month: int) -> str:
        """A month in the archive."""
        return f"{self.archive}{year}/{month:02}/"

    def page(self, base: str, number: int) -> str:
        """Page `number` (from 1) of the list at `base`."""
        return base if number == 1 else f"{base}{self.paths.pages}/{number}/"


def of_sitemap(number: int) -> str:
    """Part `number` (from 1) of a sitemap that is too large for one file."""
    return f"/sitemap-{number}.xml"


def of_index(part: str) -> str:
    """The folder of a part of the search index."""
    return f"{INDEX}{part}/"


def of_photo(path: str) -> str:
    """The address of a photo in content: its folders and name as slugs, so that no name breaks a URL.

    A HEIC photo is published as JPEG. No slug holds an underscore, so what stands behind one takes no photo's address.
    """
    pure = PurePosixPath(path.removeprefix("content/").removeprefix("media/"))
    folders = [slug_of(folder) or "_" for folder in pure.parts[:-1]]
    suffix = pure.suffix.lower()
    ending = f"_{suffix[1:]}.jpg" if suffix in HEIC_KINDS else suffix
    return MEDIA + "/".join([*folders, f"{slug_of(pure.stem) or '_'}{ending}"])


def of_document(path: str) -> str:
    """The address of a document in content, made as that of a photo."""
    return of_photo(path)


def of_variant(photo: str, mark: str) -> str:
    """The address of what is made of a photo at an address: `/media/a.jpg`, `480.webp` -> `/media/a_480.webp`."""
    stem, _, suffix = photo.rpartition(".")
    return f"{stem}_{mark}" if suffix == "jpg" else f"{stem}_{suffix}_{mark}"


def link_attribute(address: str, prefix: str) -> str:
    """An address of the site as it stands in an HTML attribute; a part of the same page needs no prefix."""
    return escape(address if address.startswith("#") else prefix.rstrip("/") + address)


def file_of(address: str) -> str:
    """The path in the output folder that serves an address."""
    path = address.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


class Claim(NamedTuple):
    """One address, and the place that asks for it: a file of content, or a list of the site (no line)."""

    address: str
    path: str
    line: int = 0
    column: int = 0


class Register:
    """Who has taken which address: the first to claim one keeps it, case aside. No file may be another's folder."""

    def __init__(self) -> None:
        self._files, self._folders = dict[str, Claim](), dict[str, Claim]()

    def claim(self, claim: Claim) -> Claim:
        """The owner of the address from now on: the claim itself, or the one that was there before."""
        path = file_of(claim.address).casefold()
        parts = path.split("/")
        folders = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        taken = (self._files.get(path), self._folders.get(path), *map(self._files.get, folders))
        owner = next(filter(None, taken), None)
        if owner is None:
            self._files[path] = claim
            for folder in folders:
                self._folders.setdefault(folder, claim)
        return owner or claim


def collisions(claims: Iterable[Claim], register: Register) -> tuple[Problem, ...]:
    """A problem for every claim whose address is taken; the others are entered in the register."""
    owned = ((claim, register.claim(claim)) for claim in claims)
    return tuple(_taken(claim, owner) for claim, owner in owned if owner is not claim)


def _taken(claim: Claim, owner: Claim) -> Problem:
    word = claim.address.strip("/").rpartition("/")[2]
    is_slug = re.fullmatch(r"[a-z0-9-]+", word)
    renamed = {"fix": f"{word}-2"} if is_slug else {"name": "-2.".join(claim.path.rpartition("/")[2].rsplit(".", 1))}
    return problem(
        Code.ADDRESS_TAKEN, claim.path, claim.line, claim.column, address=claim.address, other=owner.path, **renamed
    )
