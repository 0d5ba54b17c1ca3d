"""The whole site as outputs, in the order of publishing: what pages need before pages, lists after what they link."""

from collections.abc import Iterable, Mapping

from warta.arrange.addresses import file_of
from warta.arrange.catalog import Catalog
from warta.arrange.viewdata import View
from warta.model import Output
from warta.problems import Code, Problem, problem
from warta.render.feed import feed
from warta.render.photos import publishable
from warta.render.sitemap import robots, sitemap
from warta.render.templates import TemplateProblem, Templates, assets, words_used
from warta.render.words import Words, read_words
from warta.settings import Settings


def render(
    catalog: Catalog,
    pages: Iterable[View],
    layouts: Mapping[str, bytes],
    photos: Iterable[tuple[str, bytes | Problem]],
    settings: Settings,
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Every file of the site, and all that is wrong with layouts and photos."""
    words, problems = _words(layouts, settings)
    if words is None:
        return (), problems
    outputs = list(assets(layouts).values())
    found = list(problems)
    for made in (*_photos(photos), *_pages(pages, Templates(layouts, settings, words))):
        if isinstance(made, Problem):
            found.append(made)
        else:
            outputs.append(made)
    outputs += [feed(catalog, settings), sitemap(catalog, settings), robots(settings)]
    return tuple(outputs), tuple(dict.fromkeys(found))


def _words(layouts: Mapping[str, bytes], settings: Settings) -> tuple[Words | None, tuple[Problem, ...]]:
    name = f"strings/{settings.language}.yaml"
    if name not in layouts:
        return None, (problem(Code.TEMPLATE_MISSING, f"layouts/{name}", name=name),)
    return read_words(layouts[name].decode("utf-8", errors="replace"), f"layouts/{name}", words_used(layouts))


def _photos(photos: Iterable[tuple[str, bytes | Problem]]) -> Iterable[Output | Problem]:
    for path, data in photos:
        yield data if isinstance(data, Problem) else publishable(path, data)


def _pages(pages: Iterable[View], templates: Templates) -> Iterable[Output | Problem]:
    """The pages; after the first fault of a template the others that use it are left out."""
    broken: set[str] = set()
    for view in pages:
        if view.template in broken:
            continue
        try:
            yield Output(file_of(view.address), templates.page(view))
        except TemplateProblem as fault:
            broken.add(view.template)
            yield fault.problem
