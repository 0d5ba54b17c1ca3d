"""What an editor asks about the words of one post: they are put together once, and every check looks at them."""

from collections.abc import Callable, Iterator

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

_PARTS: tuple[Callable[[Prose, Settings], Iterator[Problem]], ...] = (
    numbers,
    people,
    tags,
    titles,
    blocks,
    slips,
    links,
)


def words(article: Article, settings: Settings) -> Iterator[Problem]:
    """K3xx to K6xx of a single text."""
    prose = prose_of(article)
    for part in _PARTS:
        yield from part(prose, settings)
