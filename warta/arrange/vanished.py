"""Addresses that were published and are no more -> warnings, with the line by which old links arrive again."""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from warta.arrange import addresses
from warta.arrange.addresses import Addresses, file_of
from warta.arrange.catalog import Catalog
from warta.arrange.terms import other_slugs
from warta.codes import Code
from warta.likeness import nearest
from warta.model import Article
from warta.problems import Problem, problem
from warta.settings import Settings

MANY = 10_000
"""Pairs of a lost address and a new post up to which they are compared letter by letter (a second at most)."""

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
_DAY = re.compile(r'<time datetime="(\d{4}-\d\d-\d\d)')
_LIKE, _LIKE_OF_ONE_DAY, _LIKE_TAG = 0.75, 0.5, 0.85


class Page(NamedTuple):
    """What a published page says of itself: its URL, or that to which it leads on; its title; its day. "": nothing."""

    canonical: str
    title: str
    day: str


def page_of(html: str) -> Page:
    """What the HTML of a published page says of itself."""
    found = (pattern.search(html) for pattern in (_CANONICAL, _TITLE, _DAY))
    return Page(*(unescape(match[1]) if match else "" for match in found))


class Loss(NamedTuple):
    """The addresses of pages that an output folder loses, and what it holds until then.

    `published` are the paths of all its files; `read` gives the HTML that lies at a lost address ("" for none).
    """

    folder: str
    addresses: tuple[str, ...]
    published: Container[str]
    read: Callable[[str], str]


def vanished(catalog: Catalog, settings: Settings, loss: Loss) -> Iterator[Problem]:
    """A problem for each lost address that readers may have kept: of a post, a standing page or a tag, or an old one.

    Further pages of lists, the archive and categories come and go with what they list.
    """
    of = Addresses(settings.paths)
    pages = {address: page_of(loss.read(address)) for address in loss.addresses if _is_kept(address, of)}
    seeker = _Seeker(catalog, settings, pages, loss.published)
    moved: dict[str, list[str]] = {}
    for address in pages:
        if address.startswith(of.tags):
            yield from seeker.of_tag(address)
        elif waiting := seeker.of_waiting(address):
            yield waiting
        else:
            moved.setdefault(seeker.heir(address), []).append(address)
    for address in moved.pop("", ()):
        path = f"{loss.folder}/{file_of(address)}"
        yield problem(Code.ADDRESS_GONE, path, address=address, new_fix=f"aliases: [{address}]")
    for heir, left in moved.items():
        yield from seeker.of_moved(heir, left)


def _is_kept(address: str, of: Addresses) -> bool:
    lists = {addresses.HOME, addresses.NOT_FOUND, of.news, of.tags, of.categories, of.archive, of.agenda, of.search}
    is_further_page = re.search(rf"/{of.paths.pages}/\d+/$", address)
    return not (address in lists or address.startswith((of.archive, of.categories)) or is_further_page)


def _name(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _day(post: Article) -> str:
    return post.date.date().isoformat() if post.date else ""


class _Seeker:
    """Looks for what a lost page has become: posts by their addresses, tags by their slugs."""

    def __init__(
        self, catalog: Catalog, settings: Settings, pages: Mapping[str, Page], published: Container[str]
    ) -> None:
        self._of, self._before, self._pages = Addresses(settings.paths), settings.base_url.rstrip("/"), pages
        self._posts = {self._of.article(each): each for each in catalog.all if not each.withdrawn}
        new = {address: each for address, each in self._posts.items() if file_of(address) not in published}
        self._by_title = {(each.title, _day(each)): address for address, each in new.items()}
        self._by_title |= {(title, ""): address for (title, _), address in self._by_title.items()}
        self._new = new if len(new) * len(pages) <= MANY else {}
        self._waiting = {self._of.article(each): (each, reason) for each, reason in catalog.withheld}
        self._tags = {group.slug: group for group in catalog.tags}

    def heir(self, address: str) -> str:
        """The address of the post that a lost page has probably become; "" if there is none like it."""
        target = self._target(address)
        if target in self._posts:  # an old address that lost its line
            return target
        page = self._pages.get(target) or self._pages[address]
        same = self._by_title.get((page.title, page.day)) or self._by_title.get((page.title, ""))
        return same or self._like(address, page.day)

    def _target(self, address: str) -> str:
        return self._pages[address].canonical.removeprefix(self._before)

    def _like(self, address: str, day: str) -> str:
        of_day = {_name(at): at for at, each in self._new.items() if day and _day(each) == day}
        every = {_name(at): at for at in self._new}
        like = nearest(_name(address), of_day, cutoff=_LIKE_OF_ONE_DAY) or nearest(_name(address), every, cutoff=_LIKE)
        return every.get(like, "")

    def of_moved(self, heir: str, left: list[str]) -> Iterator[Problem]:
        """The problems of the addresses that a post left, the line in each for all of them."""
        post = self._posts[heir]
        line = ", ".join(dict.fromkeys([*(alias.name for alias in post.aliases), *left]))
        place = post.position("aliases") if post.has("aliases") else (0, 0)
        for address in left:
            yield problem(Code.ADDRESS_GONE, post.path, *place, address=address, fix=f"aliases: [{line}]")

    def of_waiting(self, address: str) -> Problem | None:
        """The problem of an address whose post waits: it was published, and is not any more."""
        if address not in self._waiting:
            return None
        post, reason = self._waiting[address]
        place = post.position("draft" if reason == "draft" else "date")
        return problem(Code.ADDRESS_GONE, post.path, *place, address=address, kind=reason)

    def of_tag(self, address: str) -> Iterator[Problem]:
        """The problem of a tag that goes on under another spelling; one that went with its last post is none."""
        slug, target = (each.removeprefix(self._of.tags).rstrip("/") for each in (address, self._target(address)))
        group = self._tags.get(target) or self._tags.get(nearest(slug, self._tags, cutoff=_LIKE_TAG))
        if group is None or slug in other_slugs(group):  # the site has switched off what led on
            return
        known = [term.name for term in group.tag_file.aliases] if group.tag_file else []
        line = f"aliases: [{', '.join([*known, self._pages[address].title or slug])}]"
        path = group.tag_file.path if group.tag_file else f"content/tag/{group.slug}.md"
        yield problem(Code.ADDRESS_GONE, path, address=address, tag=group.name, tag_fix=line)
