"""The picture beside a link to a page without a photo: its title in large letters, and whose site it is."""

from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from warta.arrange.cards import CARD_GROUND
from warta.arrange.picturedata import CardView
from warta.arrange.variants import SHARE_SIZE
from warta.render.share import light_jpeg

_LARGEST_TEXT, _SMALLEST_TEXT, _NAME_TEXT = 76, 40, 34
_LEFT, _TOP, _BAR = 80, 84, 16
_LAST_LINE = 470
"""Pixels from the top below which no title goes: there stands the name."""

_UNKNOWN = 0x2100
"""Letters from here on (signs, pictures, scripts of Asia) are not in Pillow's own font."""


def draw_card(view: CardView) -> bytes:
    """The card as JPEG. The font is Pillow's own, so that it looks the same wherever it is built."""
    picture = Image.new("RGB", SHARE_SIZE, CARD_GROUND)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _BAR, SHARE_SIZE[1]), fill=view.accent)
    size, lines = _fitting(" ".join(_known(view.title).split()))
    for number, line in enumerate(lines):
        draw.text((_LEFT, _TOP + number * round(size * 1.22)), line, fill="white", font=_font(size))
    name = _cut(_known(view.name), _NAME_TEXT)
    draw.line((_LEFT, 516, _LEFT + 96, 516), fill=view.accent, width=6)
    draw.text((_LEFT, 540), name, fill="#b3becb", font=_font(_NAME_TEXT))
    return light_jpeg(picture)


def _known(text: str) -> str:
    return "".join(letter for letter in text if ord(letter) < _UNKNOWN)


@lru_cache(maxsize=32)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _width(text: str, size: int) -> float:
    return _font(size).getlength(text)


def _fitting(title: str) -> tuple[int, list[str]]:
    """The largest size in which the title has room, and its lines; what has none in the smallest ends in dots."""
    for size in range(_LARGEST_TEXT, _SMALLEST_TEXT - 1, -4):
        lines = _wrapped(title, size)
        if _TOP + len(lines) * round(size * 1.22) <= _LAST_LINE and all(_fits(line, size) for line in lines):
            return size, lines
    room = (_LAST_LINE - _TOP) // round(_SMALLEST_TEXT * 1.22)
    lines = _wrapped(title, _SMALLEST_TEXT)
    kept = [_cut(line, _SMALLEST_TEXT) for line in lines[:room]]
    return _SMALLEST_TEXT, kept if len(lines) <= room else [*kept[:-1], _cut(f"{kept[-1]} …", _SMALLEST_TEXT)]


def _fits(line: str, size: int) -> bool:
    return _width(line, size) <= SHARE_SIZE[0] - 2 * _LEFT


def _wrapped(text: str, size: int) -> list[str]:
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and not _fits(longer, size):
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _cut(text: str, size: int) -> str:
    """As much of the text as has room in one line."""
    text = text[:200]
    if _fits(text, size):
        return text
    while text and not _fits(f"{text}…", size):
        text = text[:-1]
    return f"{text.rstrip()}…"
