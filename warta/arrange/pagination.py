"""A long list -> pages: none empty, except the one page of an empty list."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """Page `number` of `total`, both from 1."""

    number: int
    total: int
    items: tuple[T, ...]


def paginate(items: Sequence[T], per_page: int) -> tuple[Page[T], ...]:
    """The items in pages of `per_page`: 0, 5 and 6 items by 5 give 1, 1 and 2 pages."""
    total = max(1, -(-len(items) // per_page))
    return tuple(
        Page(number, total, tuple(items[(number - 1) * per_page : number * per_page])) for number in range(1, total + 1)
    )
