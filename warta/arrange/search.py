"""The views of the search page and of the index it searches in, which is parted by years.

Pagefind indexes a site anew whenever a word of it changes, 2 ms a post; so an edit costs only the part of its year. The
fewer the parts, the less a reader fetches: a part holds at least PART_POSTS, and old ones stay as they are.
"""

from collections.abc import Iterator
from itertools import groupby

from warta.arrange.addresses import of_index
from warta.arrange.cards import Cards
from warta.arrange.catalog import Catalog
from warta.arrange.searchdata import Choice, IndexView, SearchDocument, SearchView, term_of
from warta.arrange.viewdata import View
from warta.model import Article

PART_POSTS = 1_000
"""With so many posts a part of the index is full at the end of the year."""

CHOICES = 100
"""Tags that the search page offers to narrow a search by: those with most posts."""

TOPICS = 24
INDEX_FILE = "pagefind-entry.json"
"""The one file of a part whose name is known before it is made."""


def search_views(catalog: Catalog, cards: Cards, *, is_indexed: bool) -> Iterator[View]:
    """The search page, and each part of the index before it, if there shall be one."""
    parts = _parts(catalog) if is_indexed and catalog.news + catalog.pages else []
    for name, articles in parts:
        documents = tuple([_document(each, name, cards) for each in articles])
        view = IndexView(name, name == parts[-1][0], documents)
        yield View(of_index(name) + INDEX_FILE, "index", view)
    folders = tuple(of_index(name) for name, _ in reversed(parts))
    years = sorted({each.date.year for each in catalog.news if each.date}, reverse=True)
    largest = sorted(catalog.tags, key=lambda group: (-len(group.articles), group.name.casefold()))
    offered = sorted(largest[:CHOICES], key=lambda group: group.name.casefold())
    data = SearchView(
        folders,
        tuple(Choice(str(year), term_of("y", str(year))) for year in years),
        tuple(Choice(group.name, term_of("c", group.slug)) for group in catalog.categories),
        tuple(Choice(group.name, term_of("t", group.slug)) for group in offered),
        cards.tag_links(largest[:TOPICS]),
    )
    yield View(cards.of.search, "search.html", data)


def _parts(catalog: Catalog) -> list[tuple[str, list[Article]]]:
    """The posts by years, the oldest first, each part named by its first year; standing pages are in the newest."""
    parts = list[tuple[str, list[Article]]]()
    for year, group in groupby(reversed(catalog.news), key=lambda each: each.date.year if each.date else 0):
        if not parts or len(parts[-1][1]) >= PART_POSTS:
            parts.append((str(year), []))
        parts[-1][1].extend(group)
    if not parts:
        parts.append(("0", []))
    parts[-1][1].extend(catalog.pages)
    return parts


def _document(article: Article, part: str, cards: Cards) -> SearchDocument:
    category = cards.category(article)
    marks = [("p", part)]
    marks += [("y", str(article.date.year))] if article.date else []
    marks += [("c", _slug(category.address))] if category else []
    marks += [("t", _slug(tag.address)) for tag in cards.tags(article)]
    summary = article.summary if article.has("summary") else ""
    body = cards.body(article)._replace(addresses=(), photos=())
    terms = tuple(term_of(kind, name) for kind, name in marks)
    return SearchDocument(
        cards.address(article), article.title, summary, article.date, category.title if category else "", terms, body
    )


def _slug(address: str) -> str:
    """The last folder of a list's address."""
    return address.rstrip("/").rpartition("/")[2]
