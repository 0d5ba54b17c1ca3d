"""What can be wrong, as values: every stage returns problems, only the command line prints them.

A problem carries a code and facts, no words: `messages` words it in the site's language, so no stage has to know
which language that is, and a cached problem stays right when the language changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from warta.codes import OFF_AT_FIRST, WARNINGS, Code, Severity

EXCERPT = 300
"""Characters of a line that are kept to be shown."""


class Problem(NamedTuple):
    """One thing that is wrong at one place.

    `path` is relative to the source folder with `/`; `line` and `column` count from 1 (0: the file as a whole);
    `excerpt` is the line as the writer typed it; `facts` fill the words of `messages`. Problems sort by place.
    """

    path: str
    line: int
    column: int
    code: Code
    severity: Severity
    facts: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""


def problem(code: Code, path: str, line: int = 0, column: int = 0, *, excerpt: str = "", **facts: object) -> Problem:
    """A problem of the code's own severity; the facts are kept as text."""
    warns = Severity.OFF if code in OFF_AT_FIRST else Severity.WARNING
    severity = warns if code in WARNINGS else Severity.ERROR
    worded = tuple((name, str(value)) for name, value in sorted(facts.items()))
    return Problem(path, line, column, code, severity, worded, excerpt)


class Findings:
    """The problems of one text, gathered while it is read; each gets the line it names as its excerpt."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.path, self._lines, self._problems = path, lines, list[Problem]()

    def add(self, code: Code, line: int = 0, column: int = 0, **facts: object) -> None:
        """Note one problem. `line` counts from 1 in the text; 0 stands for the file as a whole."""
        excerpt = self._lines[line - 1][:EXCERPT] if 0 < line <= len(self._lines) else ""
        self._problems.append(problem(code, self.path, line, column, excerpt=excerpt, **facts))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems that an earlier step found in the same text."""
        self._problems.extend(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found so far."""
        return tuple(self._problems)


def weigh(problems: Iterable[Problem], checks: Mapping[str, Severity]) -> tuple[Problem, ...]:
    """The problems sorted and without repeats, each with the severity that site.yaml `checks` gives its code."""
    weighed = {each._replace(severity=checks.get(each.code, each.severity)) for each in problems}
    return tuple(sorted(each for each in weighed if each.severity is not Severity.OFF))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops publishing."""
    return any(each.severity is Severity.ERROR for each in problems)
