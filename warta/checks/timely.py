"""K1 and K2: what a post says of days and years, all from one search of its words."""

from collections.abc import Iterator
from itertools import islice

from warta.checks import anniversaries, calendar, names
from warta.checks.prose import Prose
from warta.checks.runningtext import running_text
from warta.checks.signs import BLANK, FOREIGN
from warta.problems import Problem
from warta.settings import Settings

# Case and blanks as in `RunningText.plain`, where `?` stands for what Latin-1 lacks.
SIGNS = {
    "day": r"(?i:senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad)(?:[^0-9\n]|\n[^0-9\n])*\n?[0-9]",
    "anniversary": rf"(?i:k(?:e(?:{BLANK}|{FOREIGN}|-){{0,3}}|d-)[0-9])",
}
"""Without these there is no date and no anniversary."""

MOST = 100
"""Problems of one text that are told: who has made so many must look at the text anyway."""


def timely(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """Dates against the calendar, numbers of anniversaries against the year, names against the post's date."""
    return islice(_found(prose, settings), MOST)


def _found(prose: Prose, settings: Settings) -> Iterator[Problem]:
    signs = prose.signs
    if signs.isdisjoint({"day", "anniversary", "dated name"}):
        return
    running = running_text(prose.article)
    mentions = anniversaries.mentions(running, settings.anniversaries) if "anniversary" in signs else ()
    if "day" in signs:
        yield from calendar.problems(running, mentions)
    yield from anniversaries.problems(running, mentions)
    if "dated name" in signs:
        yield from names.problems(running, settings.names)
