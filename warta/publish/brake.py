"""The safety brake: a build that would take much away from readers, or leave them nothing, stops and says so."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from warta.arrange.pathkinds import address_of, is_article, is_page, is_photo, is_standing_page
from warta.codes import Code
from warta.problems import Problem, problem
from warta.settings import Paths

TENTH = 10
"""Of the articles, the photos and the addresses that readers have, each, one in ten may vanish unasked."""

ALWAYS, ALWAYS_ADDRESSES = 1, 3
"""Of a small site one article or photo, and three addresses: a post's page, its month's and its topic's."""

EXAMPLES = 10
"""Addresses that a refusal names."""


class Removal(NamedTuple):
    """What vanishes of one kind, and how many of the kind readers had."""

    addresses: tuple[str, ...]
    total: int
    always: int = ALWAYS

    def is_too_much(self, allowed: int | None) -> bool:
        """Whether more vanishes than a tenth (or what may vanish `always`), or than was `allowed`."""
        return len(self.addresses) > (max(self.always, self.total // TENTH) if allowed is None else allowed)


class Removals(NamedTuple):
    """What a build takes away. An article's page is an address as well; so is an old address that leads on."""

    articles: Removal
    photos: Removal
    addresses: Removal

    def are_too_much(self, allowed: int | None) -> bool:
        """Whether too much of any kind vanishes."""
        return any(each.is_too_much(allowed) for each in self)


def removals(before: AbstractSet[str], after: AbstractSet[str], paths: Paths) -> Removals:
    """What readers lose who had the files `before` and get those `after`; where that is nothing, nothing is counted."""
    if before <= after:
        return Removals(Removal((), 0), Removal((), 0), Removal((), 0))
    old = sorted(before)

    def lost(kind: list[str], always: int = ALWAYS) -> Removal:
        return Removal(tuple(address_of(path) for path in kind if path not in after), len(kind), always)

    return Removals(
        articles=lost([path for path in old if is_article(path, paths)]),
        photos=lost([path for path in old if is_photo(path)]),
        addresses=lost([path for path in old if is_page(path)], ALWAYS_ADDRESSES),
    )


def refusal(found: Removals, folder: str, unapproved: int) -> Problem:
    """That so much would vanish. That posts wait for an approval (`unapproved` of them) may be why."""
    gone = (*found.addresses.addresses, *found.photos.addresses)
    articles, photos = len(found.articles.addresses), len(found.photos.addresses)
    return problem(
        Code.TOO_MANY_REMOVED,
        folder,
        count=len(found.addresses.addresses),
        total=found.addresses.total,
        articles=articles or "",
        articles_total=found.articles.total,
        photos=photos or "",
        photos_total=found.photos.total,
        examples=", ".join(gone[:EXAMPLES]),
        more=max(0, len(gone) - EXAMPLES) or "",
        needed=max(len(each.addresses) for each in found),
        unapproved=unapproved or "",
    )


def is_empty_site(files: Iterable[str], paths: Paths) -> bool:
    """Whether there is nothing to read: no post and no standing page."""
    return not any(is_article(path, paths) or is_standing_page(path, paths) for path in files)
