"""At which sizes a photo is published, and where: a few widths, so that a cheap phone loads what it can show."""

from collections.abc import Iterator

from warta.arrange.addresses import of_photo, of_variant
from warta.arrange.picturedata import PhotoView
from warta.arrange.viewdata import View
from warta.arrange.viewparts import Photo
from warta.model import PhotoFacts

LONGEST = 1600
"""Pixels of the longer side of the largest: twice the widest column of the theme, for dense screens."""

WIDTHS = (240, 480, 720, 1080)
"""Widths below that. For thumbnails, half a phone's screen, whole screens of 2 and 3 pixels a point."""

FALLBACK_WIDTHS = (720,)
"""Widths as JPEG, besides the largest, for the few browsers that know no WebP."""

SHARE_SIZE = (1200, 630)
"""The picture beside a shared link, as Facebook and WhatsApp want it."""

_WITH_FALLBACK = ("jpg", "jpeg")


def largest_size(width: int, height: int) -> tuple[int, int]:
    """The size of the largest that is published; never larger than the photo itself."""
    scale = min(1.0, LONGEST / max(width, height, 1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def height_at(width: int, size: tuple[int, int]) -> int:
    """The height of a photo of this size when it is made so wide."""
    return max(1, round(size[1] * width / size[0]))


def photo_at(path: str, facts: PhotoFacts, alt: str = "") -> Photo:
    """The photo of content as pages show it."""
    if not facts.width:
        return Photo(of_photo(path), 0, 0, alt)
    width, height = largest_size(facts.width, facts.height)
    widths = () if facts.animated else (*(each for each in WIDTHS if each < width), width)
    return Photo(of_photo(path), width, height, alt, widths)


def shared(photo: Photo | None) -> Photo | None:
    """The picture that other sites show beside a link to the page of this lead photo."""
    return Photo(of_variant(photo.address, "share.jpg"), *SHARE_SIZE, photo.alt) if photo and photo.width else None


def sources(photo: Photo, kind: str) -> tuple[tuple[str, int], ...]:
    """Address and width of each file of a kind, the narrowest first; none if there is no choice."""
    suffix = photo.address.rpartition(".")[2]
    if kind != "webp":
        narrow = [each for each in FALLBACK_WIDTHS if each < photo.width and photo.widths and suffix in _WITH_FALLBACK]
        found = [(of_variant(photo.address, f"{each}.jpg"), each) for each in narrow]
        return (*found, (photo.address, photo.width)) if found else ()
    named = [(of_variant(photo.address, f"{each}.webp"), each) for each in photo.widths]
    return (*named[:-1], (photo.address, photo.width)) if named and suffix == kind else tuple(named)


def photo_views(path: str, facts: PhotoFacts, *, is_lead: bool) -> Iterator[View]:
    """Every file that is made of a photo, one after the other: they are made together."""
    photo = photo_at(path, facts)
    kind = photo.address.rpartition(".")[2].replace("jpeg", "jpg")
    made = {photo.address: PhotoView(path, facts.digest, kind, photo.width)}
    for each in ("webp", "jpg"):
        for address, width in sources(photo, each):
            made.setdefault(address, PhotoView(path, facts.digest, each, width))
    share = shared(photo) if is_lead else None
    if share:
        made[share.address] = PhotoView(path, facts.digest, "share", share.width)
    for address, data in made.items():
        yield View(address, "photo", data)
