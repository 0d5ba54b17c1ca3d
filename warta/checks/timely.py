"""K1 and K2: what a post says of days and years, all from one search of its words."""

from collections.abc import Iterator
from itertools import islice

from warta.checks import anniversaries, calendar, names
from warta.checks.runningtext import RunningText, running_text
from warta.model import Article
from warta.problems import Problem
from warta.settings import Settings

MOST = 100
"""Problems of one text that are told: who has made so many must look at the text anyway."""


def check(article: Article, settings: Settings) -> Iterator[Problem]:
    """Dates against the calendar, numbers of anniversaries against the year, names against the post's date."""
    return islice(_found(running_text(article), settings), MOST)


def _found(running: RunningText, settings: Settings) -> Iterator[Problem]:
    mentions = anniversaries.mentions(running, settings.anniversaries)
    yield from calendar.problems(running, mentions)
    yield from anniversaries.problems(running, mentions)
    yield from names.problems(running, settings.names)
