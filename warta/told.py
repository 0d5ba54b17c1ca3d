"""What arranging tells of a site besides its pages: posts that wait, tags under one name, when it goes stale."""

from dataclasses import dataclass
from datetime import datetime

from warta.problems import Problem


@dataclass(frozen=True, slots=True)
class Withheld:
    """A post that is not published: why (draft, scheduled), and when it becomes due."""

    path: str
    reason: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Told:
    """What arranging found besides the pages: problems, posts that wait, tags under one name.

    `newest` is the newest post's date, `next_over` when the next event of the agenda is past.
    """

    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...] = ()
    merged: tuple[tuple[str, tuple[str, ...]], ...] = ()
    newest: datetime | None = None
    next_over: datetime | None = None

    @property
    def next_due(self) -> datetime | None:
        """The moment at which the next scheduled post becomes due."""
        return min((each.due for each in self.withheld if each.reason == "scheduled" and each.due), default=None)

    @property
    def expires(self) -> datetime | None:
        """The moment from which the site has to say something else: a post becomes due, or an event is over."""
        return min((moment for moment in (self.next_due, self.next_over) if moment), default=None)
