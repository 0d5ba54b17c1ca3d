"""What an editor asks about the words of one post: they are put together once, and every check looks at them."""

from collections.abc import Callable, Iterator
from itertools import islice

from warta.checks import blocks, links, numbers, people, slips
from warta.checks.prose import Prose
from warta.checks.tags import tags
from warta.checks.titles import titles
from warta.problems import Problem
from warta.settings import Settings

PARTS: tuple[Callable[[Prose, Settings], Iterator[Problem]], ...] = (
    numbers.numbers,
    people.people,
    tags,
    titles,
    blocks.blocks,
    slips.slips,
    links.links,
)

SIGNS = {**numbers.SIGNS, **people.SIGNS, **blocks.SIGNS, **slips.SIGNS, **links.SIGNS}
"""Without these the parts that name them find nothing."""

MOST = 100
"""Problems of one part that are told of one post: who has more has pasted what is no post."""


def words(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """K3xx to K6xx of a single text."""
    for part in PARTS:
        yield from islice(part(prose, settings), MOST)
