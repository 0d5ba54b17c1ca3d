"""From a catalog to a published folder, in two steps: stage everything, then, if all is well, release it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from warta import files
from warta.codes import Code
from warta.problems import Problem, has_errors
from warta.publish.arrangement import Arrangement
from warta.publish.cache import Cache
from warta.publish.crew import Team
from warta.publish.documentfacts import look_at_documents
from warta.publish.intake import Intake, bodies_digest
from warta.publish.photofacts import look_at_photos, naming_posts
from warta.publish.plan import Plan, make_plan
from warta.publish.reuse import OutputFolder, Selection, pages_to_store, select, select_edited
from warta.publish.staging import Stages, Workshop
from warta.publish.sync import Published, Refused, published, sync
from warta.render.templates import assets


@dataclass(frozen=True, slots=True)
class Target:
    """Where to publish, and what every page there depends on: `version` digests code, settings and layouts."""

    folder: Path
    version: str
    team: Team

    @property
    def name(self) -> str:
        """The folder as text that can be stored: a path on disk may hold bytes that are no text."""
        return str(self.folder).encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Staged:
    """Everything made and nothing written. Close `stages` when done; without a plan there is nothing to release.

    `seen` are the states on disk of the files that are kept (see `quick`).
    """

    problems: tuple[Problem, ...]
    stages: Stages | None = None
    plan: Plan | None = None
    old: Published | None = None
    selection: Selection | None = None
    seen: Mapping[str, str] = field(default_factory=dict)

    def release(self, target: Target, allow_removal: int | None) -> Refused | None:
        """Write what was staged; why it was not, or not all of it."""
        if not (self.plan and self.old and self.stages):
            return None
        return sync(self.plan, self.old, target.folder, self.stages, allow_removal)

    def store(self, cache: Cache, target: Target, intake: Intake, arrangement: Arrangement) -> None:
        """Let the cache know what was released."""
        if self.plan and self.selection:
            if any(each.code is Code.SEARCH_MISSING for each in self.problems):
                cache.forget_arrangement()  # the next build shall miss the index, whatever was edited
            else:
                arrangement.store(cache, self.selection.showing, self.problems)
            pages = pages_to_store(self.selection.keys, bodies_digest(intake.texts), self.plan.entries)
            cache.store_keys(target.name, pages)
        if self.stages:
            self.stages.tidy()

    def close(self) -> None:
        """End the processes that hold files."""
        if self.stages:
            self.stages.close()


def stage(arrangement: Arrangement, intake: Intake, workshop: Workshop, target: Target, cache: Cache) -> Staged:
    """Make every file that is not in place already."""
    old = published(target.folder)
    if isinstance(old, Problem):
        return Staged((old,))
    looks = files.Looks(target.folder)
    output = OutputFolder(cache.page_keys(target.name), old.entries, looks.size_of)
    problems, selection, anew = list[Problem](), None, None
    if output.known.bodies == intake.known_bodies and (edited := arrangement.edited_views(cache, intake)) is not None:
        selection = select_edited(edited, target.version, output)
    if selection is None:
        anew = arrangement.site()
        photos, photo_problems = look_at_photos(anew.photos, intake.others, workshop.source, cache)
        documents, document_problems = look_at_documents(anew.documents, intake.others, workshop.source, cache)
        problems = [*photo_problems, *document_problems]
        selection = select(anew.views(photos, documents), target.version, output)
    if has_errors(arrangement.told.problems):  # nothing will be published, and an index costs more than all pages
        selection = replace(selection, views=tuple(view for view in selection.views if view.template != "index"))
    theme_files = tuple(assets(workshop.layouts, workshop.settings).values())
    stages = Stages(workshop, selection.views, theme_files, target.team)
    made = stages.make()
    plan = make_plan(made.entries, selection.reused, old.entries, output.size_of)
    if anew:
        problems += anew.heavy(lambda path: plan.entries[path].size if path in plan.entries else 0)
    selection = replace(selection, keys=selection.keys | made.keys)
    kept = frozenset(plan.kept)
    seen = {path: state for path, state in looks.seen.items() if path in kept}
    problems += naming_posts(made.problems, anew.photos if anew else {})
    return Staged(tuple(dict.fromkeys(problems)), stages, plan, old, selection, seen)
