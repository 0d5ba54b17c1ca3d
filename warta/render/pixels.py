"""A photo's bytes -> pixels that may be shown: upright, sRGB, eight bits, and nothing else of what the file said."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO

from PIL import (  # the plugins by name: else Pillow loads all that it has, 30 ms
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

PIXEL_LIMIT = 60_000_000
"""Pixels that are decoded (240 MB with transparency, 180 MB without); phones of 2026 make 50 megapixels at the most."""

_FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        GifImagePlugin.GifImageFile,
    )
)
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
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"))


def is_heic(data: bytes) -> bool:
    """Whether the bytes are a photo as iPhones write it, whatever its name says."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS


@lru_cache(maxsize=1)
def reads_heic() -> bool:
    """Whether the package that decodes HEIC is installed; from then on Pillow knows it."""
    try:
        import pillow_heif
    except ImportError:
        return False
    pillow_heif.register_heif_opener(thumbnails=False)
    return True


@contextmanager
def unheard() -> Iterator[None]:
    """Keep Pillow's remarks on damaged notes from the terminal: notes are thrown away, damaged pixels are an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> Image.Image:
    """The photo, nothing of it decoded yet. Raises whatever Pillow raises for what is none.

    Of what may move Pillow makes room for a frame where it finds it, however large that says it is: there Pillow's own
    limit, which is twice this number, must hold. Elsewhere it would raise before ours can say what is wrong.
    """
    Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT // 2 if data.startswith((b"GIF8", b"RIFF")) else None
    formats = (*_FORMATS, "HEIF") if is_heic(data) and reads_heic() else _FORMATS
    return Image.open(BytesIO(data), formats=formats)


def turn_of(photo: Image.Image) -> Image.Transpose | None:
    """How the camera was held; what cannot be read of its notes is not known."""
    try:
        return _TURNS.get(photo.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001 - damaged EXIF raises anything; the picture itself may be whole
        return None


def upright_size(photo: Image.Image) -> tuple[int, int]:
    """Width and height once the photo stands upright."""
    width, height = photo.size
    return (height, width) if turn_of(photo) in _SIDEWAYS else (width, height)


def moves(photo: Image.Image) -> bool:
    """Whether it has several frames that are shown one after the other."""
    return photo.format in {"GIF", "WEBP"} and bool(getattr(photo, "is_animated", False))


def upright(photo: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The photo at this size, which is that of an upright one, as RGB or RGBA without a word beside its pixels."""
    turn = turn_of(photo)
    sensor_size = (size[1], size[0]) if turn in _SIDEWAYS else size
    photo.draft("RGB", sensor_size)
    plain = _in_eight_bits(photo)
    if plain.size != sensor_size:
        plain = plain.resize(sensor_size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    coloured = _in_srgb(plain, photo.info.get("icc_profile"))
    turned = coloured.transpose(turn) if turn is not None else coloured
    turned.info = {}
    return turned


def _in_eight_bits(photo: Image.Image) -> Image.Image:
    """The photo in a mode that can be resized.

    A scanner's 16 bits of grey are scaled: Pillow's own conversion cuts off all but the darkest.
    """
    if photo.mode.startswith("I"):
        return photo.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in photo.info or photo.mode in {"LA", "PA", "La", "RGBa"}:
        return photo.convert("RGBA")
    if photo.mode in {"RGB", "RGBA", "L", "CMYK"}:
        return photo
    return photo.convert("RGB")


def _in_srgb(photo: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if photo.mode == "RGBA" else "RGB"
    converted = _converted(photo.convert("RGB") if mode == "RGBA" else photo, profile) if profile else None
    if converted is None:
        return photo.convert(mode)
    if mode == "RGBA":
        converted.putalpha(photo.getchannel("A"))
    return converted


def _converted(photo: Image.Image, profile: bytes) -> Image.Image | None:
    """The photo in sRGB; None with a broken profile, whose numbers are taken as sRGB."""
    try:
        return _to_srgb(profile, photo.mode).apply(photo)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


@lru_cache(maxsize=8)
def _to_srgb(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    """The way from a profile to sRGB: cameras of one kind share theirs, and making it costs 10 ms."""
    source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(source, target, mode, "RGB")
