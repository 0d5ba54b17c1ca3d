"""All that people read, code by code and word by word, in both languages: `id.py` and `en.py`."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from warta.problems import Problem


class Wording(NamedTuple):
    """A problem in words: what is wrong, and what to do (with the line to paste, where there is one)."""

    message: str
    hint: str


def word(problem: Problem, language: str) -> Wording:
    """The problem's text in a language (`id` or `en`)."""
    catalog = import_module(f"warta.messages.{language}")
    message, hint = catalog.PROBLEMS[problem.code.name]
    known = {**dict.fromkeys(("wanted", "got", "kind"), catalog.NAMES), "reason": catalog.REASONS}
    facts = {name: known.get(name, {}).get(value, value) for name, value in problem.facts}
    return Wording(_fill(message, facts), _fill(hint, facts))


def words(language: str) -> Mapping[str, str]:
    """The short texts of the command line and of what the generator itself adds to a page."""
    texts: Mapping[str, str] = import_module(f"warta.messages.{language}").WORDS
    return texts


def _fill(template: str, facts: Mapping[str, str]) -> str:
    """The template with its facts; a part in `[[...]]` stands only if every fact in it is known and not empty."""
    return "".join(
        part.format_map(facts)
        for part, optional in _parts(template)
        if not optional or all(facts.get(name) for name in _names(part))
    )


def _parts(template: str) -> list[tuple[str, bool]]:
    pieces = template.replace("]]", "[[").split("[[")
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces)]


def _names(part: str) -> list[str]:
    return [piece.partition("}")[0] for piece in part.split("{")[1:]]
