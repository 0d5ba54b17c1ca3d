"""What the preview shows after a build: a frozen value, so that each answer is about one state of the site."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from warta.arrange.addresses import file_of
from warta.codes import Severity
from warta.problems import Problem
from warta.report import Report
from warta.told import TextPage


class Snapshot(NamedTuple):
    """One state of the preview. `paths` are the files to serve, below the address `base` (from `/` to `/`).

    `pages` gives the text behind a file. While something is wrong the files stay as they were, and the site is `held`;
    a `fault` is Warta's own.
    """

    base: str = "/"
    language: str = "id"
    paths: frozenset[str] = frozenset()
    pages: Mapping[str, TextPage] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()
    held: bool = False
    fault: bool = False

    @property
    def waiting(self) -> tuple[TextPage, ...]:
        """The pages that the published site does not have yet."""
        return tuple(page for page in self.pages.values() if page.reason)


def after(report: Report, before: Snapshot, base: str) -> Snapshot:
    """The state after a build; the files of the one before it, if this one published nothing."""
    if not report.published:
        return before._replace(problems=report.problems, held=True, fault=False, language=report.language)
    pages = {file_of(page.address): page for page in report.told.pages}
    return Snapshot(base, report.language, frozenset(report.paths), pages, report.problems)


def problems_on(snapshot: Snapshot, path: str) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems to show open on the page of a file, and those of other pages. What holds the site is everyone's."""
    page = snapshot.pages.get(path)
    mine, others = list[Problem](), list[Problem]()
    for each in snapshot.problems:
        stops = snapshot.held and each.severity is Severity.ERROR
        (mine if stops or (page and concerns(each, page.path)) else others).append(each)
    mine.sort(key=lambda each: each.severity is not Severity.ERROR)
    return tuple(mine), tuple(others)


def concerns(problem: Problem, text: str) -> bool:
    """Whether the problem is one of the text, of a photo that it shows, or of a file in the folder that is the post."""
    folder, _, name = text.rpartition("/")
    shown_by = dict(problem.facts).get("post", "").rpartition(":")[0]
    return text in {problem.path, shown_by} or (name == "index.md" and problem.path.startswith(f"{folder}/"))
