"""What arranging says besides the pages it makes: who waits, and when the site has something else to say."""

from datetime import datetime
from typing import NamedTuple

from warta.problems import Problem


class Withheld(NamedTuple):
    """A post that is not published: why (draft, unapproved, scheduled), and when it becomes due."""

    path: str
    reason: str
    due: datetime | None


class TextPage(NamedTuple):
    """The page that shows a text of content; `reason` says why the site has no such page yet ("": it has)."""

    path: str
    address: str
    reason: str
    due: datetime | None


class Told(NamedTuple):
    """What arranging found besides the pages: problems, posts that wait, tags under one name.

    `since` is the last moment at which the passing of time changed the site, `until` the next one: a post became due,
    an event is past, a post is no news any more. What waits is apart from it: see `next_due`.
    `pages` are those of all texts, told in a preview only.
    """

    problems: tuple[Problem, ...]
    withheld: tuple[Withheld, ...] = ()
    merged: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    pages: tuple[TextPage, ...] = ()

    @property
    def next_due(self) -> datetime | None:
        """The moment at which the next scheduled post becomes due."""
        waiting = [(each.reason, each.due) for each in self.withheld] + [(each.reason, each.due) for each in self.pages]
        return min((due for reason, due in waiting if reason == "scheduled" and due), default=None)

    @property
    def expires(self) -> datetime | None:
        """The moment from which the site has to say something else."""
        return min((moment for moment in (self.next_due, self.until) if moment), default=None)
