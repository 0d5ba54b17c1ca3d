"""Content -> the site arranged anew, by `arrange`."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from warta.arrange.admission import Admission
from warta.arrange.catalog import Catalog, build_catalog
from warta.arrange.viewdata import View
from warta.arrange.views import views
from warta.model import PhotoFacts, Told, Withheld
from warta.problems import Problem
from warta.publish.intake import Intake
from warta.settings import Settings

Views = Callable[[Mapping[str, PhotoFacts]], Iterator[View]]


def arranged_anew(intake: Intake, admission: Admission, settings: Settings) -> tuple[Told, tuple[str, ...], Views]:
    """What arranging says, the photos that are shown, and the views once the photos' facts are known."""
    content, problems = intake.content(settings)
    catalog, found = build_catalog(content, admission, settings)
    told = _told(catalog, (*intake.problems, *problems, *found))
    return told, catalog.photos, partial(views, catalog, settings=settings)


def _told(catalog: Catalog, problems: tuple[Problem, ...]) -> Told:
    waiting = tuple(Withheld(article.path, reason, article.date) for article, reason in catalog.withheld)
    merged = tuple((group.name, group.spellings) for group in catalog.tags if group.spellings)
    newest = max((article.date for article in catalog.news if article.date), default=None)
    return Told(problems, waiting, merged, newest, catalog.next_over)
