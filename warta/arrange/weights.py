"""What a page makes a phone load, once it is scrolled to its end; readers pay for it by the megabyte."""

from collections.abc import Callable, Iterator

from warta.arrange.addresses import Addresses, file_of, of_photo, of_variant
from warta.arrange.catalog import Catalog
from warta.codes import Code
from warta.problems import Problem, problem
from warta.settings import Settings

BUDGET = 1_000_000
"""Bytes: five seconds on the slow connection by which Lighthouse judges (1.6 Mbit/s)."""

_IN_TEXT, _IN_GALLERY = 480, 240
"""The widths that a phone of 360 points takes of a photo in the text and of one in the gallery (see photo.html)."""


def heavy_pages(catalog: Catalog, settings: Settings, size_of: Callable[[str], int]) -> Iterator[Problem]:
    """A problem for each page above the budget. `size_of` gives a published file's size by its path, 0 for none."""
    of = Addresses(settings.paths)
    for article in catalog.all:
        shown = catalog.links.get(article.path)
        if shown is None or not (shown.photos or shown.gallery):
            continue
        size = size_of(file_of(of.article(article)))
        size += sum(_photo_size(path, _IN_TEXT, size_of) for path in set(shown.photos))
        size += sum(_photo_size(path, _IN_GALLERY, size_of) for path in shown.gallery)
        if size > BUDGET:
            yield problem(Code.PAGE_HEAVY, article.path, size=size // 1000, budget=BUDGET // 1000)


def _photo_size(path: str, width: int, size_of: Callable[[str], int]) -> int:
    """What a phone loads of a photo: the file of that width, or the only one there is of a small photo."""
    address = of_photo(path)
    return size_of(file_of(of_variant(address, f"{width}.webp"))) or size_of(file_of(address))
