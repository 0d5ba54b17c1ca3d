"""What arranging says and makes; taken up from last time while nothing but the text of bodies has changed.

Arranging 10,000 posts takes 0.7 s, and the edit that a newsroom makes most often, a word in a text, changes nothing of
it. So the cache keeps, beside a digest of all that arranging depends on, what it said and the views that show a body.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from warta.arrange import viewtext
from warta.arrange.admission import Admission
from warta.arrange.viewdata import View
from warta.model import DocumentFacts, PhotoFacts, PhotoUse
from warta.problems import Problem
from warta.publish.cache import Cache
from warta.publish.intake import Intake
from warta.read import record
from warta.settings import Settings
from warta.told import TextPage, Told, Withheld

if TYPE_CHECKING:  # else it brings the whole of arranging: 10 ms that the edit of a body does not spend
    from warta.arrange.vanished import Loss

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What reading back may raise if the cache holds something that we did not write."""


class Arranged(NamedTuple):
    """A site arranged anew: what was said, where its photos are shown, the documents it links to, and its views.

    The views are made once the facts of photos and documents are known; `heavy` says which pages load too much, once
    the sizes of all published files are, `vanished` what an output folder loses (see the functions of these names).
    """

    told: Told
    photos: Mapping[str, PhotoUse]
    documents: tuple[str, ...]
    views: Callable[[Mapping[str, PhotoFacts], Mapping[str, DocumentFacts]], Iterator[View]]
    heavy: Callable[[Callable[[str], int]], Iterator[Problem]]
    vanished: "Callable[[Loss], Iterator[Problem]]"


class Arrangement(NamedTuple):
    """What arranging said for a structure ("" if that must not be remembered), and the site when it is asked for."""

    told: Told
    structure: str
    recalled: bool
    zone: tzinfo
    site: Callable[[], Arranged]

    def edited_views(self, memory: Cache, intake: Intake) -> tuple[View, ...] | None:
        """The views that show a body which is new since last time; None if they are not remembered, or not all."""
        texts = memory.views_showing(self.structure, intake.edited) if self.recalled else None
        if texts is None:
            return None
        try:
            return tuple(viewtext.load(text, self.zone, intake.digests) for text in texts.values())
        except _SPOILT:
            return None

    def store(
        self, memory: Cache, views: Iterable[tuple[str, str, tuple[str, ...]]], file_problems: tuple[Problem, ...]
    ) -> None:
        """Let the cache know this, what is wrong with files, and views (address, text, bodies) that show a body."""
        if self.structure and not self.recalled:
            told = self.told._replace(problems=(*self.told.problems, *file_problems))
            memory.store_arrangement(self.structure, _dump(told), views)


def arrange(intake: Intake, admission: Admission, settings: Settings, version: str, memory: Cache) -> Arrangement:
    """Arrange what was taken in. `version` is the digest of code, settings and layouts."""
    structure = _structure_of(intake, admission, version)

    @cache
    def arranged() -> Arranged:
        from warta.publish.arranging import arranged_anew  # 10 ms that the edit of a body does not spend

        content, problems = intake.content(settings, memory)
        return Arranged(*arranged_anew(content, (*intake.problems, *problems), admission, settings))

    told = _recall(memory, structure, admission.now, settings.zone) if structure else None
    return Arrangement(told or arranged().told, structure, told is not None, settings.zone, arranged)


def _structure_of(intake: Intake, admission: Admission, version: str) -> str:
    """The digest of all that arranging depends on: the texts without their bodies, and everything else whole."""
    if intake.problems:
        return ""
    parts = [version, repr((admission.drafts, admission.future, admission.preview)), *map(repr, intake.others)]
    parts += [f"{row.state.path}\0{row.mark}" for row in intake.texts]
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _dump(told: Told) -> str:
    waiting = [(each.path, each.reason, _seconds(each.due)) for each in told.withheld]
    problems = [record.dump_problem(each) for each in told.problems]
    pages = [(*page[:3], _seconds(page.due)) for page in told.pages]
    return json.dumps([problems, waiting, told.merged, _seconds(told.since), _seconds(told.until), pages])


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


def _load(text: str, zone: tzinfo) -> Told:
    problems, waiting, merged, since, until, pages = json.loads(text)
    return Told(
        tuple(map(record.load_problem, problems)),
        tuple([Withheld(path, reason, record.moment(due, zone)) for path, reason, due in waiting]),
        tuple([(name, tuple(spellings)) for name, spellings in merged]),
        record.moment(since, zone),
        record.moment(until, zone),
        tuple([TextPage(path, address, why, record.moment(due, zone)) for path, address, why, due in pages]),
    )


def _recall(memory: Cache, structure: str, now: datetime, zone: tzinfo) -> Told | None:
    """What arranging said for this structure; None if it would say something else `now`, or nobody remembers."""
    text = memory.told(structure)
    try:
        told = _load(text, zone) if text else None
    except _SPOILT:
        return None
    if told is None or (told.since and now < told.since) or (told.expires and now >= told.expires):
        return None
    return told
