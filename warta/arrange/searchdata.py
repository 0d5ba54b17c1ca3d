"""What the search page gets, and what it searches in: plain immutable values, as `viewdata`'s."""

from datetime import datetime
from typing import NamedTuple

from warta.arrange.viewparts import BodyText, Named


class Choice(NamedTuple):
    """What a search can be narrowed to: the text of it, and the word (see `term_of`) that marks the pages it means."""

    title: str
    term: str


class SearchView(NamedTuple):
    """The page that searches. `parts` are the folders of the index, the newest first; none: it cannot be searched here.

    `topics` are what to read for those who cannot search.
    """

    parts: tuple[str, ...]
    years: tuple[Choice, ...]
    categories: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    topics: tuple[Named, ...]


class SearchDocument(NamedTuple):
    """A post or standing page as it is searched for: with the words (see `term_of`) that a search is narrowed by."""

    address: str
    title: str
    summary: str
    date: datetime | None
    category: str
    terms: tuple[str, ...]
    body: BodyText


class IndexView(NamedTuple):
    """A part of the index: some years' documents. One part `is_first`: it brings what searches, too."""

    part: str
    is_first: bool
    documents: tuple[SearchDocument, ...]


def term_of(kind: str, name: str) -> str:
    """The word that marks pages of a year (`y`), category (`c`), tag (`t`) or part (`p`); no text holds such a word."""
    return f"{kind}_{name.replace('-', '_')}_"
