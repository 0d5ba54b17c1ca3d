"""A photo's bytes -> bytes that may be published: upright, sRGB, no larger than a page needs, and without metadata.

Fail closed: what cannot be decoded is not published, and no original ever is, so that no place or name leaves with it.
"""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

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
_BY_SUFFIX = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def publishable(path: str, data: bytes) -> Output | Problem:
    """The photo as it is published, or why it is not. The kind is decided by the bytes, the name only has to fit."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            pixels = opened.width * opened.height
            if pixels > PIXEL_LIMIT:
                return problem(Code.PHOTO_TOO_LARGE, path, pixels=pixels, limit=PIXEL_LIMIT)
            photo = _prepared(opened)
    except (OSError, ValueError, SyntaxError) as error:
        return problem(Code.PHOTO_BROKEN, path, reason=type(error).__name__)
    return Output(file_of(of_photo(path)), _encoded(photo, _BY_SUFFIX[path.rpartition(".")[2].lower()]))


def _prepared(opened: Image.Image) -> Image.Image:
    opened.draft("RGB", (WIDEST * 2, WIDEST * 2))
    upright = ImageOps.exif_transpose(opened)
    coloured = _in_srgb(upright)
    coloured.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS, reducing_gap=3.0)
    clean = Image.new(coloured.mode, coloured.size)
    clean.paste(coloured)
    return clean


def _in_srgb(photo: Image.Image) -> Image.Image:
    has_alpha = "A" in photo.getbands() or "transparency" in photo.info
    mode = "RGBA" if has_alpha else "RGB"
    profile = photo.info.get("icc_profile")
    if profile and photo.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(photo, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile: the numbers are taken as sRGB
        if converted is not None:
            return converted
    return photo.convert(mode)


def _encoded(photo: Image.Image, kind: str) -> bytes:
    if kind == "JPEG" and photo.mode == "RGBA":
        flat = Image.new("RGB", photo.size, "white")
        flat.paste(photo, mask=photo.getchannel("A"))
        photo = flat
    buffer = BytesIO()
    photo.save(buffer, kind, quality=QUALITY, optimize=True)
    return buffer.getvalue()
