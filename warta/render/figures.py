"""Photos in a body's clean HTML -> figures, galleries and pictures of many widths, as the theme draws them.

The HTML has passed the cleaner, so an `<img>` is one of Markdown's with attributes in a known order, and in a value
stands neither `<` nor `"`; what is put in its place comes from the theme's templates, which escape.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import NamedTuple

from warta.arrange.addresses import Addresses
from warta.arrange.icons import site_picture
from warta.arrange.variants import SHARE_SIZE
from warta.arrange.viewparts import Photo
from warta.settings import Settings

_IMG = r'<img alt="([^"]*)" src="([^"]*)"(?: title="([^"]*)")?>'
_ANY = r'<img alt="[^"]*" src="[^"]*"(?: title="[^"]*")?>'
_ALONE = re.compile(rf"(?:<p>{_ANY}(?:(?:<br>)?\s*{_ANY})*</p>\n?)+")
_PHOTO = re.compile(_IMG)


class Shot(NamedTuple):
    """A photo with its caption, which may be empty."""

    photo: Photo
    caption: str


class Figures(NamedTuple):
    """What `partials/figures.html` draws: photos that stand alone, or one `inside` a text; `eager`: it loads first."""

    shots: tuple[Shot, ...]
    inside: bool = False
    eager: bool = False


def gallery(photos: Iterable[Photo]) -> Figures:
    """Photos without captions."""
    return Figures(tuple(Shot(photo, "") for photo in photos))


def site_card(settings: Settings) -> Photo | None:
    """The picture beside a link to a page that has none of its own: drawn if that is on, else the logo."""
    if "share_cards" in settings.features:
        return Photo(Addresses(settings.paths).card, *SHARE_SIZE, settings.name)
    return site_picture(settings)


def with_figures(html: str, photos: Mapping[str, Photo], draw: Callable[[Figures], str], *, eager: bool) -> str:
    """The body's HTML with its photos drawn. `photos` gives those of the body by the address in the HTML.

    Photos that stand alone, one after the other, are one gallery. If `eager`, a photo above all text loads first.
    """
    if not photos:
        return html

    def alone(match: re.Match[str]) -> str:
        shots = tuple(_shot(found, photos) for found in _PHOTO.finditer(match[0]))
        drawn = draw(Figures(shots, eager=eager and match.start() == 0))
        return f"{drawn}\n" if match[0].endswith("\n") else drawn

    def inside(match: re.Match[str]) -> str:
        return match[0] if match[2] not in photos else draw(Figures((_shot(match, photos),), inside=True))

    parts, end = [], 0
    for match in _ALONE.finditer(html):
        parts += [_PHOTO.sub(inside, html[end : match.start()]), alone(match)]
        end = match.end()
    return "".join([*parts, _PHOTO.sub(inside, html[end:])])


def _shot(match: re.Match[str], photos: Mapping[str, Photo]) -> Shot:
    alt, address, title = match.groups(default="")
    photo = photos.get(address) or Photo(unescape(address), 0, 0, "")
    return Shot(photo._replace(alt=unescape(alt)), unescape(title))
