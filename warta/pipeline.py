"""The build, top to bottom: open, take in, arrange, stage, release. No arrow points back."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from warta import files
from warta.arrange.catalog import Admission, Catalog, build_catalog
from warta.opening import Request, open_site, open_workshop
from warta.problems import Code, Problem, has_errors, problem, weigh
from warta.publish.intake import take_in
from warta.publish.publication import Staged, stage
from warta.publish.sync import Refused, failed
from warta.report import Report, Withheld
from warta.settings import FALLBACK, Settings
from warta.sourcetext import excerpt


def build(request: Request) -> Report:
    """Build the site of the source folder into the output folder, which is left alone if anything is wrong."""
    site, opened = open_site(request)
    if site is None:
        return _report(request, FALLBACK, opened)
    tree = files.scan(request.source, files.CONTENT)
    intake = take_in(request.source, tree, site.settings, site.cache, request.team)
    admission = Admission(request.now, drafts=request.drafts, future=request.future)
    catalog, arranged = build_catalog(intake.content, admission, site.settings)
    workshop, target, themed = open_workshop(request, site, intake)
    problems = (*opened, *intake.problems, *arranged, *themed)
    report = _report(request, site.settings, problems, catalog)
    if workshop is None:
        return report
    with ExitStack() as held:
        if kept_out := _lock(held, request.output):
            return replace(report, problems=(*report.problems, kept_out))
        staged = stage(catalog, tree.states, workshop, target, site.cache)
        try:
            report = _report(request, site.settings, (*problems, *staged.problems), catalog)
            if has_errors(report.problems) or (request.strict and report.problems):
                return report
            refused = staged.release(target, site.cache, request.allow_removal)
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


def _report(
    request: Request, settings: Settings, problems: tuple[Problem, ...], catalog: Catalog | None = None
) -> Report:
    weighed = weigh(_with_excerpts(request.source, problems), settings.severities)
    report = Report(request.output.name, settings.language, weighed)
    if catalog is None:
        return report
    withheld = tuple(Withheld(article.path, reason, article.date) for article, reason in catalog.withheld)
    merged = tuple((group.name, group.spellings) for group in catalog.tags if group.spellings)
    newest = max((article.date for article in catalog.news if article.date), default=None)
    return replace(report, withheld=withheld, merged=merged, newest=newest)


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
    )


def _with_excerpts(source: Path, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, each with the line it names: stages that see no text leave it out."""
    read = cache(partial(files.read, source))
    for each in problems:
        if each.line and not each.excerpt:
            data = read(each.path)
            yield each if isinstance(data, Problem) else replace(each, excerpt=excerpt(data, each.line))
        else:
            yield each
