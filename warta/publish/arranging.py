"""Content -> the site arranged anew, by `arrange`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from warta.arrange.addresses import Addresses
from warta.arrange.admission import Admission
from warta.arrange.catalog import Catalog, build_catalog
from warta.arrange.photouse import photo_uses, unused_photos
from warta.arrange.vanished import Loss, vanished
from warta.arrange.viewdata import View
from warta.arrange.views import views
from warta.arrange.weights import heavy_pages
from warta.model import Article, Content, DocumentFacts, PhotoFacts, PhotoUse
from warta.problems import Problem, has_errors
from warta.settings import Settings
from warta.told import TextPage, Told, Withheld

Heavy = Callable[[Callable[[str], int]], Iterator[Problem]]
Vanished = Callable[[Loss], Iterator[Problem]]
Views = Callable[[Mapping[str, PhotoFacts], Mapping[str, DocumentFacts]], Iterator[View]]


def arranged_anew(
    content: Content, problems: tuple[Problem, ...], admission: Admission, settings: Settings
) -> tuple[Told, dict[str, PhotoUse], tuple[str, ...], Views, Heavy, Vanished]:
    """The parts of an `Arranged`; `problems` are those of the files of the content."""
    catalog, found = build_catalog(content, admission, settings)
    uses = photo_uses(catalog, content.tag_files)
    wrong = (*problems, *found)
    if not has_errors(wrong):  # else a text that cannot be read, or a name that was mistyped, may be why
        wrong = (*wrong, *unused_photos(catalog, content, uses, settings.logo.path if settings.logo else ""))
    told = _told(catalog, wrong, admission.now)
    if admission.preview:
        told = told._replace(pages=_pages(catalog.all, admission, Addresses(settings.paths)))
    heavy = partial(heavy_pages, catalog, settings)
    lost = partial(vanished, catalog, settings)
    made = partial(views, catalog, settings=settings, is_indexed=not admission.preview)
    return told, uses, catalog.documents, made, heavy, lost


def _told(catalog: Catalog, problems: tuple[Problem, ...], now: datetime) -> Told:
    waiting = tuple(Withheld(article.path, reason, article.date) for article, reason in catalog.withheld)
    merged = tuple((group.name, group.spellings) for group in catalog.tags if group.spellings)
    turns = tuple(catalog.turns())
    since = max((moment for moment in turns if moment <= now), default=None)
    until = min((moment for moment in turns if moment > now), default=None)
    return Told(problems, waiting, merged, since, until)


def _pages(articles: Iterable[Article], admission: Admission, of: Addresses) -> tuple[TextPage, ...]:
    return tuple(
        TextPage(each.path, of.article(each), admission.reason_if_published(each), each.date) for each in articles
    )
