"""What a published file is, told by its path alone: a manifest knows nothing else of it."""

import re

from warta.arrange.addresses import ASSETS, INDEX, MEDIA
from warta.settings import Paths

# As `addresses.of_photo` names it: no size made of a photo (those have an underscore), nothing drawn.
_PHOTO = re.compile(r"media/(?!_kartu[./]|_ikon/)(?:[^/]+/)*(?:_|[^/_]+)(?:_hei[cf])?\.(?:jpe?g|png|webp|gif)")


def address_of(path: str) -> str:
    """The address at which readers find the file."""
    return "/" + re.sub(r"(^|/)index\.html$", r"\1", path)


def is_page(path: str) -> bool:
    """Whether readers open it in a browser."""
    return path.endswith(".html")


def is_needed(path: str) -> bool:
    """Whether pages show the file: it must be there before they are."""
    return path.startswith((ASSETS[1:], MEDIA[1:], INDEX[1:]))


def is_photo(path: str) -> bool:
    """Whether it is a photo, each of which counts once in whatever sizes it is published."""
    return _PHOTO.fullmatch(path) is not None


def is_article(path: str, paths: Paths) -> bool:
    """Whether it is a news post's page, or an old address that leads to one."""
    return re.fullmatch(rf"{re.escape(paths.news)}/[^/]+/index\.html", path) is not None


def is_standing_page(path: str, paths: Paths) -> bool:
    """Whether it is a page of its own: no list, and none of the site's own pages."""
    folder, _, name = path.partition("/")
    lists = {paths.news, paths.tags, paths.categories, paths.archive, paths.agenda, paths.search}
    return name == "index.html" and folder not in lists
