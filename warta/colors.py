"""Colours and their contrast (WCAG 2.2, definitions of relative luminance and contrast ratio)."""

import re

READABLE = 4.5
"""The least contrast of text at AA (WCAG 2.2, success criterion 1.4.3)."""

Color = tuple[int, int, int]
WHITE: Color = (255, 255, 255)


def parse_color(text: str) -> Color | None:
    """Red, green and blue of `#rrggbb`; None if it is not written so."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return None
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def contrast(one: Color, other: Color) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable_on_white(text: str) -> bool:
    """Whether small text of this colour can be read on white."""
    color = parse_color(text)
    return color is not None and contrast(color, WHITE) >= READABLE


def lightened(text: str, ground: str) -> str:
    """The colour mixed with as little white as makes it readable on a dark ground. Both are `#rrggbb`."""
    color, dark = parse_color(text) or WHITE, parse_color(ground) or (0, 0, 0)
    for share in range(101):
        red, green, blue = (round(part + (255 - part) * share / 100) for part in color)
        if contrast((red, green, blue), dark) >= READABLE:
            break
    return f"#{red:02x}{green:02x}{blue:02x}"
