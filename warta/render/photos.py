"""A photo's bytes -> bytes that may be published: upright, sRGB, no larger than a page needs, and without metadata.

Fail closed: what cannot be decoded is not published, and no original ever is, so that no place or name leaves with it.
"""

from io import BytesIO

from PIL import ExifTags, Image, ImageCms

from warta.arrange.addresses import file_of, of_photo
from warta.model import Output
from warta.problems import Code, Problem, problem

WIDEST = 1600
"""Pixels of the longer side: twice the widest column of the theme, for dense screens."""

PIXEL_LIMIT = 60_000_000
"""Pixels that are decoded (180 MB as RGB); phones of 2026 make 50 megapixels at the most."""

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit would warn or raise before ours can say what is wrong

QUALITY = 80
_FORMATS = ("JPEG", "PNG", "WEBP")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = frozenset(_TURNS[number] for number in (5, 6, 7, 8))
_BY_SUFFIX = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def publishable(path: str, data: bytes) -> Output | Problem:
    """The photo as it is published, or why it is not. The kind is decided by the bytes, the name only has to fit."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            pixels = opened.width * opened.height
            if pixels > PIXEL_LIMIT:
                return problem(Code.PHOTO_TOO_LARGE, path, pixels=pixels, limit=PIXEL_LIMIT)
            photo = _prepared(opened)
    except Exception as error:  # noqa: BLE001 - Pillow raises what its decoders meet; nothing of it is ever published
        return problem(Code.PHOTO_BROKEN, path, reason=type(error).__name__)
    return Output(file_of(of_photo(path)), _encoded(photo, _BY_SUFFIX[path.rpartition(".")[2].lower()]))


def published_size(data: bytes) -> tuple[int, int]:
    """Width and height that the photo will have when it is published; (0, 0) for what cannot be decoded."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            width, height = opened.size
            if _turn(opened) in _SIDEWAYS:
                width, height = height, width
    except Exception:  # noqa: BLE001 - as in `publishable`, which says what is wrong
        return 0, 0
    scale = min(1.0, WIDEST / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _prepared(opened: Image.Image) -> Image.Image:
    turn = _turn(opened)
    opened.draft("RGB", (WIDEST * 2, WIDEST * 2))
    coloured = _in_srgb(_in_eight_bits(opened))
    coloured.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS, reducing_gap=3.0)
    clean = Image.new(coloured.mode, coloured.size)
    clean.paste(coloured)
    return clean.transpose(turn) if turn is not None else clean


def _turn(opened: Image.Image) -> Image.Transpose | None:
    """How the camera was held; what cannot be read of its notes is not known."""
    try:
        return _TURNS.get(opened.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - damaged EXIF raises anything; the picture itself may be whole
        return None


def _in_eight_bits(photo: Image.Image) -> Image.Image:
    """A scanner's 16-bit grey as 8 bits: Pillow's own conversion cuts off all but the darkest."""
    if not photo.mode.startswith("I"):
        return photo
    return photo.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(photo: Image.Image) -> Image.Image:
    has_alpha = "A" in photo.getbands() or "transparency" in photo.info
    profile = photo.info.get("icc_profile")
    if not profile or photo.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return photo.convert("RGBA" if has_alpha else "RGB")
    alpha = photo.getchannel("A") if photo.mode == "RGBA" else None
    plain = photo.convert("RGB") if alpha else photo
    converted = _converted(plain, profile)
    if alpha:
        converted.putalpha(alpha)
    return converted


def _converted(photo: Image.Image, profile: bytes) -> Image.Image:
    """The photo in sRGB; with a broken profile its numbers are taken as sRGB."""
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(photo, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        converted = None
    return converted if converted is not None else photo.convert("RGB")


def _encoded(photo: Image.Image, kind: str) -> bytes:
    if kind == "JPEG" and photo.mode == "RGBA":
        flat = Image.new("RGB", photo.size, "white")
        flat.paste(photo, mask=photo.getchannel("A"))
        photo = flat
    buffer = BytesIO()
    photo.save(buffer, kind, quality=QUALITY, optimize=True)
    return buffer.getvalue()
