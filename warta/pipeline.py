"""The build, top to bottom: open, take in, arrange, stage, release. No arrow points back."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from warta import files
from warta.arrange.admission import Admission
from warta.opening import Request, open_site, open_workshop
from warta.problems import Code, Problem, has_errors, problem, weigh
from warta.publish.arrangement import arrange
from warta.publish.intake import take_in
from warta.publish.publication import Staged, stage
from warta.publish.sync import Refused, failed
from warta.report import Report
from warta.settings import FALLBACK, Settings
from warta.sourcetext import excerpt
from warta.told import Told


def build(request: Request) -> Report:
    """Build the site of the source folder into the output folder, which is left alone if anything is wrong."""
    site, opened = open_site(request)
    if site is None:
        return _report(request, FALLBACK, opened)
    tree = files.scan(request.source, files.CONTENT)
    intake = take_in(request.source, tree, site.settings, site.cache, request.team)
    workshop, target, themed = open_workshop(request, site, intake)
    flags = {"drafts": request.drafts, "future": request.future, "preview": request.preview}
    admission = Admission(request.now, **flags, approval=site.settings.approval)
    arrangement = arrange(intake, admission, site.settings, target.version, site.cache)
    problems = (*opened, *arrangement.told.problems, *themed)
    report = _report(request, site.settings, problems, arrangement.told)
    if workshop is None:
        return report
    with ExitStack() as held:
        if kept_out := _lock(held, request.output):
            return replace(report, problems=(*report.problems, kept_out))
        staged = stage(arrangement, intake, workshop, target, site.cache)
        try:
            report = _report(request, site.settings, (*problems, *staged.problems), arrangement.told)
            if has_errors(report.problems) or (request.strict and report.problems):
                return report
            refused = staged.release(target, request.allow_removal)
            if not refused:
                staged.store(site.cache, target, intake, arrangement)
            return _released(report, staged, refused)
        finally:
            staged.close()
            intake.store(site.cache)


def _lock(held: ExitStack, output: Path) -> Problem | None:
    """Hold the output's lock as long as `held`; why that cannot be."""
    try:
        mine = held.enter_context(files.locked(output))
    except OSError as error:
        return failed(output, error)
    return None if mine else problem(Code.OUTPUT_LOCKED, output.name)


def _report(request: Request, settings: Settings, problems: tuple[Problem, ...], told: Told | None = None) -> Report:
    weighed = weigh(with_excerpts(request.source, problems), settings.severities)
    return Report(request.output.name, settings.language, weighed, told=told or Told(()))


def _released(report: Report, staged: Staged, refused: Refused | None) -> Report:
    plan, selection = staged.plan, staged.selection
    if refused:
        return replace(report, problems=(*report.problems, *refused.problems), half_way=refused.half_way)
    if plan is None or selection is None:
        return report
    return replace(
        report,
        published=True,
        pages=sum(path.endswith(".html") for path in plan.entries),
        paths=tuple(plan.entries),
        added=plan.new,
        changed=plan.changed,
        deleted=plan.deleted,
        kept=len(plan.kept),
        rendered=len(selection.views),
        reused=len(selection.reused),
        seen=staged.seen,
    )


def with_excerpts(source: Path, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, each with the line it names: stages that see no text leave it out."""
    read = cache(partial(files.read, source))
    for each in problems:
        if each.line and not each.excerpt:
            data = read(each.path)
            yield each if isinstance(data, Problem) else replace(each, excerpt=excerpt(data, each.line))
        else:
            yield each
