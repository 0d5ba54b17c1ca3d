"""A post that was just read -> what an editor would ask about it, less what its writer silenced."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from warta.checks import timely
from warta.checks.placeholders import placeholders
from warta.checks.words import words
from warta.codes import Severity
from warta.model import Article, Reading
from warta.problems import Problem
from warta.settings import Settings

Check = Callable[[Article, Settings], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (placeholders, timely.check, words)
"""The checks of a single text, each a function of the post (with its text as `written`) and the settings."""


def checked(reading: Reading, settings: Settings) -> Reading:
    """The reading with what the checks of a single text find, beside whatever else is wrong with it.

    A draft may still say anything: what is an error in a finished text is a warning there.
    """
    article = reading.value
    if not isinstance(article, Article) or article.withdrawn:
        return reading
    found = (each for check in CHECKS for each in check(article, settings))
    heard = heeded(found, article.ignored)
    if article.draft:
        heard = map(_as_of_draft, heard)
    return replace(reading, problems=(*reading.problems, *heard))


def _as_of_draft(found: Problem) -> Problem:
    return replace(found, severity=Severity.WARNING) if found.severity is Severity.ERROR else found


def heeded(found: Iterator[Problem], ignored: tuple[str, ...]) -> Iterator[Problem]:
    """The problems whose codes a post does not ignore."""
    return (each for each in found if each.code not in ignored)
