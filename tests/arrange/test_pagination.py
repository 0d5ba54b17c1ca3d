"""A long list -> pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.arrange.pagination import paginate


@pytest.mark.parametrize(
    ("count", "per_page", "sizes"),
    [(0, 5, [0]), (1, 5, [1]), (5, 5, [5]), (6, 5, [5, 1]), (10, 5, [5, 5]), (3, 1, [1, 1, 1]), (7, 500, [7])],
)
def test_a_list_is_cut_into_full_pages_and_a_rest(count: int, per_page: int, sizes: list[int]) -> None:
    pages = paginate(range(count), per_page)
    assert [len(page.items) for page in pages] == sizes
    assert [(page.number, page.total) for page in pages] == [(n, len(sizes)) for n in range(1, len(sizes) + 1)]


@given(st.lists(st.text(max_size=3), max_size=60), st.integers(1, 20))
def test_nothing_is_lost_and_no_last_page_is_empty(items: list[str], per_page: int) -> None:
    pages = paginate(items, per_page)
    assert [item for page in pages for item in page.items] == items
    assert all(0 < len(page.items) <= per_page for page in pages) or (len(pages) == 1 and not items)
