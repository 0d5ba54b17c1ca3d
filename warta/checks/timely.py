"""K1 and K2: what a post says of days and years, all from one search of its words."""

from collections.abc import Iterator

from warta.checks import anniversaries, calendar, names
from warta.checks.runningtext import running_text
from warta.model import Article
from warta.problems import Problem
from warta.settings import Settings


def check(article: Article, settings: Settings) -> Iterator[Problem]:
    """Dates against the calendar, numbers of anniversaries against the year, names against the post's date."""
    running = running_text(article)
    mentions = anniversaries.mentions(running, settings.anniversaries)
    yield from calendar.problems(running, mentions)
    yield from anniversaries.problems(running, mentions)
    yield from names.problems(running, settings.names)
