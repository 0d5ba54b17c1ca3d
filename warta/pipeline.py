"""The build, top to bottom: open, take in, arrange, stage, release. No arrow points back."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from warta import files, locks
from warta.arrange.admission import Admission
from warta.arrange.pathkinds import is_page
from warta.codes import Code, Severity
from warta.opening import USUAL, USUAL_OF_EDIT, Request, Site, despite_cache, open_site, open_theme, open_workshop
from warta.problems import Problem, has_errors, problem, weigh
from warta.publish.arrangement import Arrangement, arrange
from warta.publish.brake import is_empty_site, refusal, removals
from warta.publish.intake import Intake, take_in
from warta.publish.lost import lost_addresses, read_previous
from warta.publish.manifest import Entry, is_inside
from warta.publish.plan import Changes, changes
from warta.publish.publication import Staged, Target, stage
from warta.publish.sync import Refused, failed
from warta.publish.workshop import Workshop
from warta.report import Report
from warta.settings import FALLBACK, Settings
from warta.sourcetext import excerpt
from warta.told import Told

Entries = Mapping[str, Entry]

NOWHERE = ".warta/periksa"
"""A folder that never is there: whatever is staged for it is made anew."""


class Prepared(NamedTuple):
    """A source folder that was read and arranged, nothing made of it yet; `problems` are those found so far."""

    site: Site
    intake: Intake
    arrangement: Arrangement
    workshop: Workshop
    target: Target
    problems: tuple[Problem, ...]


def build(request: Request) -> Report:
    """Build the site of the source folder into the output folder, which is left alone if anything is wrong."""
    return despite_cache(_build, request)


def _build(request: Request) -> Report:
    with ExitStack() as held:
        prepared, report = _prepare(request, held)
        if prepared is None:
            return report
        had = read_previous(request.previous) if request.previous else None
        if isinstance(had, Problem):
            return report._replace(problems=(*report.problems, had))
        if kept_out := _lock(held, request.output):
            return report._replace(problems=(*report.problems, kept_out))
        cache = prepared.site.cache
        staged = stage(prepared.arrangement, prepared.intake, prepared.workshop, prepared.target, cache)
        try:
            report = _with_more(request, prepared, staged.problems)
            # With errors, what is wrong may be why something vanishes.
            lost = () if has_errors(report.problems) else _lost(request, prepared, staged, had)
            if lost:
                report = _with_more(request, prepared, (*staged.problems, *lost))
            if has_errors(report.problems) or (request.strict and report.problems):
                return report
            refused = staged.release(prepared.target)
            if not refused:
                staged.store(cache, prepared.target, prepared.intake, prepared.arrangement)
            return _released(report._replace(code=prepared.site.code), staged, refused, had)
        finally:
            staged.close()
            prepared.intake.store(cache)


def _lost(request: Request, prepared: Prepared, staged: Staged, previous: Entries | None) -> tuple[Problem, ...]:
    """What readers lose, or why the build stops so that they do not."""
    if staged.plan is None or staged.old is None:
        return ()
    had = staged.old.entries if previous is None else previous
    waiting, paths = prepared.arrangement.told.withheld, prepared.site.settings.paths
    taken = removals(had.keys(), staged.plan.entries.keys(), paths)
    if taken.are_too_much(request.allow_removal):
        unapproved = sum(each.reason == "unapproved" for each in waiting)
        return (refusal(taken, request.output.name, unapproved),)
    if request.preview:
        return ()
    if is_empty_site(staged.plan.entries, paths) and not is_empty_site(had, paths):
        return (problem(Code.SITE_EMPTY, files.CONTENT, waiting=len(waiting) or ""),)
    if request.drafts or request.future:  # where what waits is shown, no reader has kept an address
        return ()
    return lost_addresses(taken.addresses.addresses, had, prepared.arrangement, request.output)


def check(request: Request) -> Report:
    """Find all that is wrong with every text, also with those that wait. Everything is made, nothing is published."""
    return despite_cache(_check, request)


def _check(request: Request) -> Report:
    from warta.checks.wholesite import site_problems

    with ExitStack() as held:
        prepared, report = _prepare(request._replace(preview=True), held)
        if prepared is None:
            return report
        nowhere = prepared.target._replace(folder=request.source / NOWHERE)
        staged = stage(prepared.arrangement, prepared.intake, prepared.workshop, nowhere, prepared.site.cache)
        staged.close()
        prepared.intake.store(prepared.site.cache)
        content, _ = prepared.intake.content(prepared.site.settings, prepared.site.cache)
        over_all = site_problems(content.articles, content.tag_files, prepared.site.settings)
        strictly = prepared._replace(problems=(*map(as_published, prepared.problems), *over_all))
        return _with_more(request, strictly, staged.problems)._replace(checked=len(prepared.intake.texts))


def as_published(found: Problem) -> Problem:
    """A link to what waits is forgiven while it is only looked at, but not by the build that shall publish it."""
    return found._replace(severity=Severity.ERROR) if found.code is Code.LINK_TO_WITHHELD else found


def _prepare(request: Request, held: ExitStack) -> tuple[Prepared | None, Report]:
    """Read and arrange the source folder. With its report alone if nothing can be made of it.

    A process that gets ready meanwhile ends with what is `held`.
    """
    site, opened = open_site(request)
    if site is None:
        return None, _report(request, FALLBACK, opened)
    theme = open_theme(request.source, site.settings)
    team, prepare = request.team, partial(theme.prepare, site.settings)
    was_edited = bool(request.seen)  # all lies as the last build left it, and something is to be done
    if was_edited and theme.words and team.may_prepare_beside:
        team = team.with_one_ready(prepare, USUAL_OF_EDIT)
        held.callback(team.dismiss)
    intake = take_in(request.source, site.settings, site.cache, team, meanwhile=partial(prepare, USUAL))
    workshop = open_workshop(site, theme, intake, request.source)
    target = Target(request.output, site.version(theme), team, request.seen, keeps=not request.preview)
    flags = {"drafts": request.drafts, "future": request.future, "preview": request.preview}
    admission = Admission(request.now, **flags, approval=site.settings.approval)
    arrangement = arrange(intake, admission, site.settings, target.version, site.cache)
    problems = (*opened, *arrangement.told.problems, *theme.problems)
    report = _report(request, site.settings, problems, arrangement.told)
    return (Prepared(site, intake, arrangement, workshop, target, problems) if workshop else None), report


def _with_more(request: Request, prepared: Prepared, more: tuple[Problem, ...]) -> Report:
    problems = (*prepared.problems, *more)
    return _report(request, prepared.site.settings, problems, prepared.arrangement.told)


def _lock(held: ExitStack, output: Path) -> Problem | None:
    """Hold the output's lock as long as `held`; why that cannot be."""
    try:
        mine = held.enter_context(locks.locked(output))
    except OSError as error:
        return failed(output, error)
    return None if mine else problem(Code.OUTPUT_LOCKED, output.name)


def _report(request: Request, settings: Settings, problems: tuple[Problem, ...], told: Told | None = None) -> Report:
    weighed = tuple(with_excerpts(request.source, weigh(problems, settings.severities)))
    return Report(request.output.name, settings.language, weighed, told=told or Told(()))


def _released(report: Report, staged: Staged, refused: Refused | None, previous: Entries | None) -> Report:
    plan, selection = staged.plan, staged.selection
    if refused:
        return report._replace(problems=(*report.problems, *refused.problems), half_way=refused.half_way)
    if plan is None or selection is None:
        return report
    written = Changes(plan.new, plan.changed, plan.deleted)
    differing = written if previous is None else changes(previous, plan.entries)
    return report._replace(
        published=True,
        pages=sum(map(is_page, plan.entries)),
        paths=tuple(plan.entries),
        added=differing.added,
        changed=differing.changed,
        deleted=differing.deleted,
        kept=len(plan.kept),
        rendered=len(selection.views),
        reused=len(selection.kept.reused) + len(selection.kept.stored),
        seen=staged.seen,
    )


def with_excerpts(source: Path, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, each with the line it names: stages that see no text leave it out.

    Those of a forged cache may name any file: one that lies elsewhere is not read.
    """
    read = cache(partial(files.read, source))
    for each in problems:
        if each.line and not each.excerpt and is_inside(each.path):
            data = read(each.path)
            yield each if isinstance(data, Problem) else each._replace(excerpt=excerpt(data, each.line))
        else:
            yield each
