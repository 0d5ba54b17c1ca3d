"""From a catalog to a published folder, in two steps: stage everything, then, if all is well, release it."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from warta import quick
from warta.arrange.icons import icon_views
from warta.codes import Code
from warta.problems import Problem, has_errors
from warta.publish.arrangement import Arranged, Arrangement
from warta.publish.cache import Cache
from warta.publish.crew import Team
from warta.publish.documentfacts import look_at_documents
from warta.publish.intake import Intake, bodies_digest
from warta.publish.logofacts import look_at_logo, without_logo
from warta.publish.pagestore import PageStore
from warta.publish.photofacts import look_at_photos, naming_posts
from warta.publish.plan import Plan, make_plan
from warta.publish.remembered import KnownFile, KnownPages
from warta.publish.reuse import OutputFolder, Selection, files_to_store, select, select_edited
from warta.publish.staging import Stages
from warta.publish.sync import Published, Refused, published, sync
from warta.publish.workshop import Workshop
from warta.render.theme import assets


class Target(NamedTuple):
    """Where to publish, and what every page there depends on: `version` digests code, settings and layouts.

    `seen` are the states on disk of files there that have just been looked at (see `quick`).

    If it `keeps` its pages, a build that finds the folder gone takes them out of the cache.
    """

    folder: Path
    version: str
    team: Team
    seen: Mapping[str, str] = MappingProxyType({})
    keeps: bool = False

    @property
    def name(self) -> str:
        """The folder as text that can be stored: a path on disk may hold bytes that are no text."""
        return str(self.folder).encode("utf-8", "backslashreplace").decode("utf-8")


class Staged(NamedTuple):
    """Everything made and nothing written. Close `stages` when done; without a plan there is nothing to release.

    `seen` are the states on disk of the files that are kept (see `quick`).
    """

    problems: tuple[Problem, ...]
    stages: Stages | None = None
    plan: Plan | None = None
    old: Published | None = None
    selection: Selection | None = None
    seen: Mapping[str, str] = MappingProxyType({})

    def release(self, target: Target) -> Refused | None:
        """Write what was staged; why it was not, or not all of it."""
        if not (self.plan and self.old and self.stages):
            return None
        return sync(self.plan, self.old, target.folder, self.stages)

    def store(self, cache: Cache, target: Target, intake: Intake, arrangement: Arrangement) -> None:
        """Let the cache know what was released."""
        if self.plan and self.selection and self.stages:
            if any(each.code is Code.SEARCH_MISSING for each in self.problems):
                cache.forget_arrangement()  # the next build shall miss the index, whatever was edited
            else:
                arrangement.store(cache, self.selection.showing, self.problems)
            known = self._known_files(self.selection, self.stages, self.plan, target)
            made_from = _made_from(arrangement, bodies_digest(intake.texts))
            cache.store_files(target.name, KnownPages(made_from, known))
            self.stages.tidy()

    @staticmethod
    def _known_files(selection: Selection, stages: Stages, plan: Plan, target: Target) -> dict[str, KnownFile]:
        """What to remember of every file; if pages are to be kept, those just made are put into the store."""
        new = stages.keep() if target.keeps else {}
        made = {path: entry for path, entry in plan.entries.items() if path not in selection.kept.known}
        known = files_to_store(selection, made, new)
        moved = PageStore(stages.store).tidy(known) if new else {}
        return known | {path: known[path]._replace(place=name, offset=start) for path, (name, start) in moved.items()}

    def close(self) -> None:
        """End the processes that hold files."""
        if self.stages:
            self.stages.close()


class _Chosen(NamedTuple):
    """What must be made, what was found wrong with files on the way, and the site if it had to be arranged anew."""

    selection: Selection
    problems: tuple[Problem, ...] = ()
    anew: Arranged | None = None


def stage(arrangement: Arrangement, intake: Intake, workshop: Workshop, target: Target, cache: Cache) -> Staged:
    """Make every file that is not in place already, or take it out of the store."""
    old = published(target.folder)
    if isinstance(old, Problem):
        return Staged((old,))
    order = _Order(arrangement, intake, workshop, target, cache)
    staged = _staged(order, cache.known_pages(target.name), old)
    if staged is None:
        rest = target._replace(team=target.team._replace(ready=None))  # ended with the others when something was lost
        staged = _staged(order._replace(target=rest), KnownPages("", {}), old)
    if staged is None:
        raise RuntimeError("a file that is not known cannot be lost")
    return staged


class _Order(NamedTuple):
    """What is published, and with what."""

    arrangement: Arrangement
    intake: Intake
    workshop: Workshop
    target: Target
    cache: Cache


def _staged(order: _Order, known: KnownPages, old: Published) -> Staged | None:
    """All files, with the help of what is `known`; None if the store has lost some that it should have."""
    looks = quick.Looks(order.target.folder, order.target.seen)
    output = OutputFolder(known, old.entries, looks.size_of)
    selection, problems, anew = _choose(order, output)
    if has_errors(order.arrangement.told.problems):  # nothing will be published, and an index costs more than all pages
        selection = selection._replace(views=tuple(view for view in selection.views if view.template != "index"))
    theme_files = tuple(assets(order.workshop.layouts, order.workshop.settings).values())
    stages = Stages(order.workshop, selection, theme_files, order.target.team)
    made = stages.make()
    if made.lost:
        stages.close()
        return None
    plan = make_plan(made.entries, selection.kept.reused, old.entries, output.size_of)
    heavy = anew.heavy(lambda path: plan.entries[path].size if path in plan.entries else 0) if anew else ()
    selection = selection._replace(keys=selection.keys | made.keys)
    kept = frozenset(plan.kept)
    seen = {path: state for path, state in looks.seen.items() if path in kept}
    more = naming_posts(made.problems, anew.photos if anew else {})
    return Staged(tuple(dict.fromkeys((*problems, *heavy, *more))), stages, plan, old, selection, seen)


def _made_from(arrangement: Arrangement, bodies: str) -> str:
    """What an output is made from: another one may be older than the arrangement that is remembered."""
    return f"{arrangement.structure} {bodies}"


def _choose(order: _Order, output: OutputFolder) -> _Chosen:
    arrangement, intake, cache = order.arrangement, order.intake, order.cache
    if output.known.made_from == _made_from(arrangement, intake.known_bodies):
        edited = arrangement.edited_views(cache, intake)
        selection = None if edited is None else select_edited(edited, order.target.version, output)
        if selection:
            return _Chosen(selection)
    anew = arrangement.site()
    settings, source = order.workshop.settings, order.workshop.source
    logo, logo_problems = look_at_logo(settings, intake.others, source)
    others = without_logo(intake.others, anew.photos, settings)
    photos, photo_problems = look_at_photos(anew.photos, others, source, cache)
    documents, document_problems = look_at_documents(anew.documents, intake.others, source, cache)
    views = chain(icon_views(logo, settings), anew.views(photos, documents))
    selection = select(views, order.target.version, output)
    return _Chosen(selection, (*photo_problems, *document_problems, *logo_problems), anew)
