"""What an editor asks about the words of one post: they are put together once, and every check looks at them."""

from collections.abc import Callable, Iterator
from itertools import islice

from warta.checks.blocks import blocks
from warta.checks.links import links
from warta.checks.numbers import numbers
from warta.checks.people import people
from warta.checks.prose import Prose, prose_of
from warta.checks.slips import slips
from warta.checks.tags import tags
from warta.checks.titles import titles
from warta.model import Article
from warta.problems import Problem
from warta.settings import Settings

PARTS: tuple[Callable[[Prose, Settings], Iterator[Problem]], ...] = (
    numbers,
    people,
    tags,
    titles,
    blocks,
    slips,
    links,
)


MOST = 100
"""Problems of one part that are told of one post: who has more has pasted what is no post."""


def words(article: Article, settings: Settings) -> Iterator[Problem]:
    """K3xx to K6xx of a single text."""
    return asked(prose_of(article), settings)


def asked(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """The same of words that are put together already."""
    for part in PARTS:
        yield from islice(part(prose, settings), MOST)
