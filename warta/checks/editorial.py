"""A post that was just read -> what an editor would ask about it, less what its writer silenced."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from warta.checks import timely, words
from warta.checks.placeholders import placeholder_words, placeholders
from warta.checks.prose import Prose, prose_of
from warta.checks.signs import Signs, literal
from warta.codes import Severity
from warta.model import Article, Reading
from warta.problems import Problem
from warta.settings import DatedName, Settings

Check = Callable[[Prose, Settings], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (placeholders, timely.timely, words.words)
"""The checks of a single text, each a function of the post's words and the settings."""


def checked(reading: Reading, settings: Settings) -> Reading:
    """The reading with what the checks of a single text find, beside whatever else is wrong with it.

    A draft may still say anything: what is an error in a finished text is a warning there.
    """
    article = reading.value
    if not isinstance(article, Article) or article.withdrawn:
        return reading
    prose = prose_of(article, signs_for(settings))
    found = (each for check in CHECKS for each in check(prose, settings))
    heard = heeded(found, article.ignored)
    if article.draft:
        heard = map(_as_of_draft, heard)
    return reading._replace(problems=(*reading.problems, *heard))


def signs_for(settings: Settings) -> Signs:
    """The signs of all faults that are looked for at this site."""
    return _signs(settings.language, settings.names, settings.stop_words)


@lru_cache(maxsize=4)
def _signs(language: str, names: tuple[DatedName, ...], stop_words: tuple[str, ...]) -> Signs:
    listed = {
        "placeholder": placeholder_words(language),
        "dated name": [each.name for each in names],
        "stop word": stop_words,
    }
    patterns = {sign: f"(?i:{'|'.join(map(literal, texts))})" for sign, texts in listed.items() if texts}
    return Signs({**timely.SIGNS, **words.SIGNS, **patterns})


def _as_of_draft(found: Problem) -> Problem:
    return found._replace(severity=Severity.WARNING) if found.severity is Severity.ERROR else found


def heeded(found: Iterator[Problem], ignored: tuple[str, ...]) -> Iterator[Problem]:
    """The problems whose codes a post does not ignore."""
    return (each for each in found if each.code not in ignored)
