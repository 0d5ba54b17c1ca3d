"""The logo's bytes -> icons, each drawn from one decoding, with no word beside its pixels.

Browsers show `icon` as it is; phones cut `maskable` to any form, so all of the logo lies in the circle that they must
leave, and `apple` has no transparency, which an iPhone would paint black.
"""

from collections.abc import Sequence
from io import BytesIO

import resvg_py
from PIL import IcoImagePlugin, Image

from warta.arrange.picturedata import IconView
from warta.arrange.variants import SHARE_SIZE
from warta.codes import Code
from warta.problems import Problem, problem
from warta.render import pixels
from warta.render.drawing import Refused, cleaned, in_square
from warta.render.photos import ENCODER, encoded
from warta.render.share import light_jpeg
from warta.render.vector import TooCostly, drawn

DRAWER = f"icons 1 {ENCODER} {resvg_py.__version__}"
"""Changes whenever the same logo would be made into other bytes."""

LARGEST = 640
"""Pixels of the longer side at which the logo is drawn once, and from which all icons are made."""

FAVICON_SIZES = ((16, 16), (32, 32), (48, 48))
"""Pixels of the pictures in favicon.ico."""

_ROOM = {"icon": 1.0, "favicon": 1.0, "apple": 0.8, "maskable": 0.56, "site": 0.6}
"""How much of a picture's sides the logo takes: a square of 0.56 lies in the circle of 0.8 that every mask leaves."""

_GROUND = (255, 255, 255, 255)
_NO_GROUND = (255, 255, 255, 0)


def icons(path: str, data: bytes, wanted: Sequence[IconView]) -> list[bytes] | Problem:
    """The files wanted of the logo, in their order, or why there are none."""
    try:
        drawing = cleaned(data) if path.endswith(".svg") else b""
        with pixels.unheard():
            logo = _without_margins(_drawn(drawing) if drawing else _opened(data))
            return [drawing if view.kind == "drawing" else _icon(logo, view) for view in wanted]
    except Refused as refused:
        return problem(Code.LOGO_REFUSED, path, what=refused.args[0])
    except TooCostly:
        return problem(Code.LOGO_TOO_COSTLY, path)
    except Exception as error:  # noqa: BLE001 - parsers and decoders raise what they meet; nothing is published
        return problem(Code.PHOTO_BROKEN, path, reason=type(error).__name__)


def _drawn(drawing: bytes) -> Image.Image:
    with pixels.opened(drawn(in_square(drawing, LARGEST))) as picture:
        return picture.convert("RGBA")


def _opened(data: bytes) -> Image.Image:
    with pixels.opened(data) as logo:
        if logo.width * logo.height > pixels.PIXEL_LIMIT:
            raise ValueError(logo.size)
        scale = min(1.0, LARGEST / max(logo.size))
        size = max(1, round(logo.width * scale)), max(1, round(logo.height * scale))
        return pixels.upright(logo, size).convert("RGBA")


def _without_margins(logo: Image.Image) -> Image.Image:
    seen = logo.getchannel("A").getbbox()
    if seen is None:
        raise ValueError(logo.size)
    return logo.crop(seen)


def _icon(logo: Image.Image, view: IconView) -> bytes:
    size = SHARE_SIZE if view.kind == "site" else (view.width, view.width)
    ground = _NO_GROUND if view.kind in {"icon", "favicon"} else _GROUND
    picture = _placed(logo, Image.new("RGBA", size, ground), _ROOM[view.kind])
    if view.kind == "site":
        return light_jpeg(picture.convert("RGB"))
    return _favicon(picture) if view.kind == "favicon" else encoded(picture, "png")


def _placed(logo: Image.Image, ground: Image.Image, room: float) -> Image.Image:
    """The logo in the middle of the ground, as large as its share of the sides allows."""
    scale = min(ground.width * room / logo.width, ground.height * room / logo.height)
    size = max(1, round(logo.width * scale)), max(1, round(logo.height * scale))
    sized = logo.resize(size, Image.Resampling.LANCZOS)
    ground.alpha_composite(sized, ((ground.width - size[0]) // 2, (ground.height - size[1]) // 2))
    return ground


def _favicon(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, IcoImagePlugin.IcoImageFile.format, sizes=FAVICON_SIZES)
    return buffer.getvalue()
