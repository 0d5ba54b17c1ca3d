"""Content -> the site arranged anew, by `arrange`."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from warta.arrange.admission import Admission
from warta.arrange.catalog import Catalog, build_catalog
from warta.arrange.photouse import photo_uses, unused_photos
from warta.arrange.viewdata import View
from warta.arrange.views import views
from warta.arrange.weights import heavy_pages
from warta.model import DocumentFacts, PhotoFacts, PhotoUse
from warta.problems import Problem, has_errors
from warta.publish.intake import Intake
from warta.settings import Settings
from warta.told import Told, Withheld

Heavy = Callable[[Callable[[str], int]], Iterator[Problem]]
Views = Callable[[Mapping[str, PhotoFacts], Mapping[str, DocumentFacts]], Iterator[View]]


def arranged_anew(
    intake: Intake, admission: Admission, settings: Settings
) -> tuple[Told, dict[str, PhotoUse], tuple[str, ...], Views, Heavy]:
    """The parts of an `Arranged`."""
    content, problems = intake.content(settings)
    catalog, found = build_catalog(content, admission, settings)
    uses = photo_uses(catalog, content.tag_files)
    wrong = (*intake.problems, *problems, *found)
    if not has_errors(wrong):  # else a text that cannot be read, or a name that was mistyped, may be why
        wrong = (*wrong, *unused_photos(catalog, content, uses))
    told = _told(catalog, wrong)
    heavy = partial(heavy_pages, catalog, settings)
    return told, uses, catalog.documents, partial(views, catalog, settings=settings), heavy


def _told(catalog: Catalog, problems: tuple[Problem, ...]) -> Told:
    waiting = tuple(Withheld(article.path, reason, article.date) for article, reason in catalog.withheld)
    merged = tuple((group.name, group.spellings) for group in catalog.tags if group.spellings)
    newest = max((article.date for article in catalog.news if article.date), default=None)
    return Told(problems, waiting, merged, newest, catalog.next_over)
