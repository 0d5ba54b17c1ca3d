"""A photo's bytes -> files that may be published, all from one decoding: upright, sRGB, never larger, no metadata.

Fail closed: what cannot be decoded is not published, and no original ever is, so that no place or name leaves with it.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from typing import Any

import PIL
from PIL import Image

from warta.arrange.picturedata import PhotoView
from warta.arrange.variants import height_at, largest_size
from warta.codes import Code
from warta.model import PhotoFacts
from warta.problems import Problem, problem
from warta.render import pixels
from warta.render.share import share_picture

ENCODER = f"1 {PIL.__version__}"
"""Changes whenever the same photo would be made into other bytes: what was encoded by another version is forgotten."""

ANIMATION_LIMIT = 60_000_000
"""Pixels of all frames together that are decoded of a picture that moves."""

FRAME_LIMIT = 1_000
"""Frames of such a picture: a minute of film; the smallest would fit a million times into a file."""

_OPTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpg": ("JPEG", {"quality": 78, "optimize": True}),
    "webp": ("WEBP", {"quality": 75, "method": 2}),  # method 4: twice the time for 6 % fewer bytes
    "png": ("PNG", {"compress_level": 7}),
    "gif": ("GIF", {"disposal": 2, "optimize": False}),
}


class _TooMany(Exception):
    """A photo has more pixels (the argument) than may be decoded."""


class _TooLong(Exception):
    """A picture has more frames than may be decoded."""


def facts_of(data: bytes, digest: str) -> PhotoFacts:
    """What pages need to know of the photo, read without decoding it; of what is no photo, that it is broken."""
    try:
        with pixels.unheard(), pixels.opened(data) as photo:
            return PhotoFacts(digest, *pixels.upright_size(photo), pixels.moves(photo))
    except Exception:  # noqa: BLE001 - as in `develop`, which says what is wrong
        return PhotoFacts(digest, 0, 0)


def develop(path: str, data: bytes, wanted: Sequence[PhotoView]) -> list[bytes] | Problem:
    """The files wanted of one photo, in their order, or why there is none. Its kind is decided by its bytes."""
    if pixels.is_heic(data) and not pixels.reads_heic():
        return problem(Code.PHOTO_HEIC, path)
    try:
        with pixels.unheard(), pixels.opened(data) as photo:
            return _developed(photo, wanted)
    except _TooMany as error:
        return problem(Code.PHOTO_TOO_LARGE, path, pixels=error.args[0], limit=pixels.PIXEL_LIMIT)
    except Image.DecompressionBombError as error:  # "Image size (4294836225 pixels) exceeds ..."
        found = re.search("[0-9]+", str(error))
        return problem(Code.PHOTO_TOO_LARGE, path, pixels=found[0] if found else "?", limit=pixels.PIXEL_LIMIT)
    except _TooLong:
        return problem(Code.PHOTO_TOO_LONG, path, limit=FRAME_LIMIT)
    except Exception as error:  # noqa: BLE001 - Pillow raises what its decoders meet; nothing of it is ever published
        return problem(Code.PHOTO_BROKEN, path, reason=type(error).__name__)


def _developed(photo: Image.Image, wanted: Sequence[PhotoView]) -> list[bytes]:
    if photo.width * photo.height > pixels.PIXEL_LIMIT:
        raise _TooMany(photo.width * photo.height)
    size = largest_size(*pixels.upright_size(photo))
    moving = [view for view in wanted if view.kind in {"gif", "webp"}] if pixels.moves(photo) else []
    animated = {view: _animated(photo, size, view.kind) for view in moving}
    still = pixels.upright(photo, size) if len(animated) < len(wanted) else Image.new("RGB", size)
    return [animated.get(view) or _encoded(still, view) for view in wanted]


def _encoded(photo: Image.Image, view: PhotoView) -> bytes:
    if view.kind == "share":
        return share_picture(photo)
    if view.width and view.width < photo.width:
        photo = photo.resize((view.width, height_at(view.width, photo.size)), Image.Resampling.LANCZOS)
    return encoded(photo, view.kind)


def encoded(photo: Image.Image, kind: str) -> bytes:
    """The pixels as a file; transparent ones are white where the kind knows no other."""
    if kind == "jpg" and photo.mode == "RGBA":
        flat = Image.new("RGB", photo.size, "white")
        flat.paste(photo, mask=photo.getchannel("A"))
        photo = flat
    name, options = _OPTIONS[kind]
    buffer = BytesIO()
    photo.save(buffer, name, **options)
    return buffer.getvalue()


def _every_frame(photo: Image.Image) -> Iterator[None]:
    """Let the picture be each of its frames in turn.

    They are counted on the way, as a GIF says neither how many they are nor how large the later ones.
    """
    total = 0
    for number in count():
        try:
            photo.seek(number)
        except EOFError:
            return
        total += photo.width * photo.height
        if total > ANIMATION_LIMIT:
            raise _TooMany(total)
        if number >= FRAME_LIMIT:
            raise _TooLong
        photo.load()
        yield


def _animated(photo: Image.Image, size: tuple[int, int], kind: str) -> bytes:
    """A picture that moves, every frame drawn anew, at the pace that it had."""
    frames, durations = [], []
    for _ in _every_frame(photo):
        durations.append(int(photo.info.get("duration", 100)) or 100)
        frame = photo.convert("RGBA")
        frame = frame if frame.size == size else frame.resize(size, Image.Resampling.LANCZOS)
        frame.info = {}
        frames.append(frame)
    photo.seek(0)
    repeats = {"loop": photo.info["loop"]} if "loop" in photo.info else {}  # absent: shown once
    name, options = _OPTIONS[kind]
    buffer = BytesIO()
    frames[0].save(buffer, name, save_all=True, append_images=frames[1:], duration=durations, **repeats, **options)
    return buffer.getvalue()
