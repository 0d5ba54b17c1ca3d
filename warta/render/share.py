"""The picture that other sites show beside a link: 1200x630, JPEG, light enough for WhatsApp, whole faces in it."""

from io import BytesIO

from PIL import Image, ImageEnhance, ImageFilter

from warta.arrange.variants import SHARE_SIZE

HEAVIEST = 300_000
"""Bytes; WhatsApp shows no picture that is heavier."""

_WIDE_ENOUGH = 1.2
"""Width by height from which a photo fills the picture; of one that is taller too much would be cut off."""

_ABOVE_MIDDLE = 0.4
"""Where what is kept of a landscape photo lies, from its top: faces are above the middle."""

_QUALITIES = (80, 70, 60, 45, 30)


def share_picture(photo: Image.Image) -> bytes:
    """The picture made of a photo, which is never enlarged: cut to fill it, or whole on a ground of its own colours."""
    plain = _on_white(photo)
    width, height = plain.size
    fills = width >= SHARE_SIZE[0] and height >= SHARE_SIZE[1] and width / height >= _WIDE_ENOUGH
    return light_jpeg(_cut(plain) if fills else _whole(plain))


def light_jpeg(picture: Image.Image) -> bytes:
    """The picture as JPEG of at most HEAVIEST bytes, as good as that allows."""
    made = b""
    for quality in _QUALITIES:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True)
        made = buffer.getvalue()
        if len(made) <= HEAVIEST:
            break
    return made


def _on_white(photo: Image.Image) -> Image.Image:
    if photo.mode == "RGB":
        return photo
    flat = Image.new("RGB", photo.size, "white")
    flat.paste(photo, mask=photo.getchannel("A"))
    return flat


def _cut(photo: Image.Image) -> Image.Image:
    scale = max(SHARE_SIZE[0] / photo.width, SHARE_SIZE[1] / photo.height)
    width, height = SHARE_SIZE[0] / scale, SHARE_SIZE[1] / scale
    left, top = (photo.width - width) / 2, (photo.height - height) * _ABOVE_MIDDLE
    return photo.resize(SHARE_SIZE, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height))


def _whole(photo: Image.Image) -> Image.Image:
    """The photo as it is in the middle of its own blurred, darkened colours."""
    small = photo.resize((60, 32), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(4))
    ground = ImageEnhance.Brightness(small.resize(SHARE_SIZE, Image.Resampling.BICUBIC)).enhance(0.55)
    scale = min(1.0, SHARE_SIZE[0] / photo.width, SHARE_SIZE[1] / photo.height)
    size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
    fitting = photo if scale == 1.0 else photo.resize(size, Image.Resampling.LANCZOS)
    ground.paste(fitting, ((SHARE_SIZE[0] - size[0]) // 2, (SHARE_SIZE[1] - size[1]) // 2))
    return ground
