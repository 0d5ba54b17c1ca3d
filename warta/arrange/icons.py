"""What is made of the logo, and where it stands: icons of browsers and phones, and the picture of the whole site."""

from collections.abc import Iterator
from typing import NamedTuple

from warta.arrange.addresses import FAVICON, ICONS, WEB_MANIFEST
from warta.arrange.picturedata import IconView
from warta.arrange.variants import SHARE_SIZE
from warta.arrange.viewdata import View
from warta.arrange.viewfound import WebManifestView
from warta.arrange.viewparts import Photo
from warta.settings import Settings

LEAST = 512
"""Pixels of the longer side of a logo, below which the largest icon is a blurred one."""


class Icon(NamedTuple):
    """A square file made of the logo: where it stands, how wide it is in pixels, and as which kind it is drawn."""

    address: str
    width: int
    kind: str


class Icons(NamedTuple):
    """The icons by their use; `drawing` is the logo itself, where that is an SVG. `render.icons` draws the kinds."""

    favicon: Icon = Icon(FAVICON, 48, "favicon")
    apple: Icon = Icon(f"{ICONS}apple.png", 180, "apple")
    small: Icon = Icon(f"{ICONS}192.png", 192, "icon")
    large: Icon = Icon(f"{ICONS}512.png", 512, "icon")
    maskable: Icon = Icon(f"{ICONS}maskable.png", 512, "maskable")
    site: Icon = Icon(f"{ICONS}situs.jpg", SHARE_SIZE[0], "site")
    drawing: Icon | None = None


DRAWING = Icon(f"{ICONS}logo.svg", 0, "drawing")


def icons_of(settings: Settings) -> Icons | None:
    """The icons of the site; None without a logo."""
    if settings.logo is None or "icons" not in settings.features:
        return None
    return Icons(drawing=DRAWING if settings.logo.is_svg else None)


def site_picture(settings: Settings) -> Photo | None:
    """The logo as the picture that other sites show beside a link; None without one."""
    icons = icons_of(settings)
    return Photo(icons.site.address, *SHARE_SIZE, settings.name) if icons else None


def icon_views(digest: str, settings: Settings) -> Iterator[View]:
    """Every file that is made of the logo whose bytes have this digest ("": there is none), and the web manifest."""
    if settings.logo and digest:
        for icon in filter(None, icons_of(settings) or ()):
            yield View(icon.address, "icon", IconView(settings.logo.path, digest, icon.kind, icon.width))
    if "icons" in settings.features:
        yield View(WEB_MANIFEST, "manifest.webmanifest", WebManifestView())
