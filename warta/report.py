"""What a build did and found, as one value: the command line prints it, `--report` writes it as JSON."""

from dataclasses import dataclass, field
from datetime import datetime

from warta.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Withheld:
    """A post that is not published: why (draft, scheduled), and when it becomes due."""

    path: str
    reason: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Report:
    """One build. Without `published` the output is as it was; with `half_way` a failure stopped the writing amid it.

    `paths` are the files of the output, `newest` is the latest date that a published post has;
    `rendered` counts the files that were made, `reused` those that were not, `kept` those whose bytes are as before.
    """

    output: str
    language: str
    problems: tuple[Problem, ...]
    published: bool = False
    half_way: bool = False
    pages: int = 0
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    kept: int = 0
    paths: tuple[str, ...] = ()
    newest: datetime | None = None
    rendered: int = 0
    reused: int = 0
    withheld: tuple[Withheld, ...] = ()
    merged: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """How many problems of this severity there are."""
        return sum(each.severity is severity for each in self.problems)

    @property
    def next_due(self) -> datetime | None:
        """The moment at which the next scheduled post becomes due."""
        return min((each.due for each in self.withheld if each.reason == "scheduled" and each.due), default=None)
