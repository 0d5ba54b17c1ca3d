"""The build, top to bottom: scan, read, arrange, render, sync. No arrow points back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from warta import files
from warta.arrange.catalog import Admission, Catalog, build_catalog
from warta.arrange.views import views
from warta.model import Content, Output
from warta.problems import Code, Problem, has_errors, problem, weigh
from warta.publish.sync import sync
from warta.read.content import read_content
from warta.render import site
from warta.report import Report, Withheld
from warta.settings import FALLBACK, Settings, read_settings


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for. `now` is aware; paths are absolute."""

    source: Path
    output: Path
    now: datetime
    base_url: str = ""
    drafts: bool = False
    future: bool = False
    strict: bool = False
    allow_removal: int | None = None


def build(request: Request) -> Report:
    """Build the site of the source folder into the output folder, which is left alone if anything is wrong."""
    settings, problems = _settings(request)
    if settings is None:
        return _report(request, FALLBACK, problems)
    content, content_problems = _content(request, settings)
    admission = Admission(request.now, drafts=request.drafts, future=request.future)
    catalog, catalog_problems = build_catalog(content, admission, settings)
    outputs, render_problems = _render(request, catalog, settings)
    problems = (*problems, *content_problems, *catalog_problems, *render_problems)
    report = _report(request, settings, problems, catalog)
    if has_errors(report.problems) or (request.strict and report.problems):
        return report
    synced = sync(outputs, request.output, request.allow_removal)
    if synced.plan is None:
        return replace(report, problems=weigh((*problems, *synced.problems), {}))
    return replace(
        report,
        published=True,
        pages=sum(path.endswith(".html") for path in synced.plan.entries),
        added=tuple(output.path for output in synced.plan.new),
        changed=tuple(output.path for output in synced.plan.changed),
        deleted=synced.plan.deleted,
        kept=len(synced.plan.kept),
    )


def _settings(request: Request) -> tuple[Settings | None, tuple[Problem, ...]]:
    data = files.read(request.source, files.SETTINGS)
    if isinstance(data, Problem):
        return None, (problem(Code.SETTINGS_MISSING, files.SETTINGS),)
    return read_settings(data, files.SETTINGS, request.base_url)


def _content(request: Request, settings: Settings) -> tuple[Content, tuple[Problem, ...]]:
    tree = files.scan(request.source, files.CONTENT)
    content, problems = read_content(tree.paths, lambda path: files.read(request.source, path), settings)
    return content, (*tree.problems, *problems)


def _render(request: Request, catalog: Catalog, settings: Settings) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    layouts, problems = files.read_layouts(request.source)
    photos = ((path, files.read(request.source, path)) for path in catalog.photos)
    outputs, found = site.render(catalog, views(catalog, settings), layouts, photos, settings)
    return outputs, (*problems, *found)


def _report(
    request: Request, settings: Settings, problems: tuple[Problem, ...], catalog: Catalog | None = None
) -> Report:
    weighed = weigh(_with_excerpts(request.source, problems), settings.severities)
    report = Report(request.output.name, settings.language, weighed)
    if catalog is None:
        return report
    withheld = tuple(Withheld(article.path, reason, article.date) for article, reason in catalog.withheld)
    merged = tuple((group.name, group.spellings) for group in catalog.tags if group.spellings)
    return replace(report, withheld=withheld, merged=merged)


def _with_excerpts(source: Path, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, each with the line it names: stages that see no text leave it out."""
    for each in problems:
        if each.line and not each.excerpt:
            yield replace(each, excerpt=files.excerpt(source, each.path, each.line))
        else:
            yield each
