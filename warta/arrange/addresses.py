"""Where everything stands: the one module that knows how an address is made, and who has taken which.

Addresses are lower-case ASCII from `/` to `/` (or to a file's name), without the base path.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from warta.model import Article
from warta.problems import Code, Problem, problem
from warta.read.article import NEWS, PAGES
from warta.read.slugs import slug_of

HOME = "/"
NEWS_LIST = "/berita/"
TAG_LIST = "/tag/"
CATEGORY_LIST = "/kategori/"
ARCHIVE = "/arsip/"
NOT_FOUND = "/404.html"
FEED = "/feed.xml"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
MEDIA = "/media/"
ASSETS = "/aset/"

PHOTO_KINDS = (".jpg", ".jpeg", ".png", ".webp")


def of_article(article: Article) -> str:
    """The permalink of a post or standing page."""
    return f"{NEWS_LIST}{article.slug}/" if article.path.startswith(NEWS) else f"/{article.slug}/"


def of_tag(slug: str) -> str:
    """The address of a tag's page."""
    return f"{TAG_LIST}{slug}/"


def of_category(slug: str) -> str:
    """The address of a category's page."""
    return f"{CATEGORY_LIST}{slug}/"


def of_year(year: int) -> str:
    """The address of a year in the archive."""
    return f"{ARCHIVE}{year}/"


def of_month(year: int, month: int) -> str:
    """The address of a month in the archive."""
    return f"{ARCHIVE}{year}/{month:02}/"


def of_list_page(base: str, number: int) -> str:
    """The address of page `number` (from 1) of a list."""
    return base if number == 1 else f"{base}halaman/{number}/"


def of_photo(path: str) -> str:
    """The address of a photo in content: its folders and name as slugs, so that no name breaks a URL."""
    pure = PurePosixPath(path.removeprefix("content/").removeprefix("media/"))
    folders = [slug_of(folder) or "_" for folder in pure.parts[:-1]]
    name = f"{slug_of(pure.stem) or '_'}{pure.suffix.lower()}"
    return MEDIA + "/".join([*folders, name])


def file_of(address: str) -> str:
    """The path in the output folder that serves an address."""
    path = address.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Claim:
    """One address, and the place that asks for it: a file of content, or a list of the site (no line)."""

    address: str
    path: str
    line: int = 0
    column: int = 0


def collisions(claims: Iterable[Claim]) -> tuple[Problem, ...]:
    """A problem for every claim whose address is taken: the first claim keeps it, case aside."""
    owners: dict[str, Claim] = {}
    problems = []
    for claim in claims:
        owner = owners.setdefault(file_of(claim.address).casefold(), claim)
        if owner is not claim:
            problems.append(_taken(claim, owner))
    return tuple(problems)


def _taken(claim: Claim, owner: Claim) -> Problem:
    word = claim.address.strip("/").rpartition("/")[2]
    fix = f"{word}-2" if claim.path.startswith((NEWS, PAGES)) and re.fullmatch(r"[a-z0-9-]+", word) else ""
    return problem(
        Code.ADDRESS_TAKEN, claim.path, claim.line, claim.column, address=claim.address, other=owner.path, fix=fix
    )
