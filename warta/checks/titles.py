"""Titles and summaries as search results and link cards show them.

Of 158 titles read in full 54 % are longer than 70 characters, 14 of 137 lose the unit's name behind the 60th, and 5 are
all capitals (newsroom.md, section 5): so length alone is no fault, what is lost behind the cut is.
"""

from collections.abc import Iterator

from warta.checks.prose import Prose
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem, problem
from warta.settings import Settings

SEARCH, CARD = 60, 70
"""Characters of a title that a search result and a link card show."""

SUMMARY = 160
"""Characters of a summary that a search result shows."""

_NUMBER = rare(r"\b[Kk][Ee][ -]{1,3}[0-9]+\b")
_LONG_WORD = rare(r"[^\W\d_]{4,}")


def titles(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """K501 to K503."""
    article = prose.article
    shown = article.short_title or article.title
    if len(shown) > SEARCH and (lost := _lost(shown, settings)):
        field = "short_title" if article.short_title else "title"
        in_search, in_card = cut(shown, SEARCH), cut(shown, CARD) if len(shown) > CARD else ""
        still_there = not in_card or lost in in_card
        shown_as = {"lost": lost, "search": in_search, "card": "" if still_there else in_card}
        yield _problem(prose, Code.TITLE_CUT, field, shown, **shown_as)
    if article.title.isupper() and len(_LONG_WORD().findall(article.title)) > 1 and article.title.count(" ") > 1:
        yield _problem(prose, Code.TITLE_CAPITALS, "title", article.title)
    if len(article.summary) > SUMMARY:
        written = article.has("summary")
        if written or article.date:
            facts = {"length": len(article.summary), "most": SUMMARY, "cut": cut(article.summary, SUMMARY)}
            code = Code.SUMMARY_LONG if written else Code.SUMMARY_MISSING
            yield _problem(
                prose, code, "summary" if written else "title", article.summary if written else article.title, **facts
            )


def cut(text: str, length: int) -> str:
    """The text as a preview of this length shows it: cut at a word."""
    return text if len(text) <= length else text[: length + 1].rpartition(" ")[0] or text[:length]


def _lost(title: str, settings: Settings) -> str:
    """The facility's name or the number of an anniversary, if the title has it and its preview does not."""
    start = cut(title, SEARCH)
    names = [name for name in dict.fromkeys((settings.name, settings.short_name)) if name and name in title]
    numbers = [found[0] for found in _NUMBER().finditer(title)]
    if names and not any(name in start for name in names):
        return names[0]
    return next((number for number in numbers if number not in start), "")


def _problem(prose: Prose, code: Code, field: str, value: str, **facts: object) -> Problem:
    line, column = prose.article.position(field)
    return problem(code, prose.article.path, line, column, excerpt=" " * (column - 1) + value if value else "", **facts)
