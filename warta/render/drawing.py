"""An SVG -> the same drawing with shapes and colours alone, safe to be opened by itself.

Scripts, links, animations, text and pictures are refused by name; what editors write beside the drawing is left out.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, register_namespace, tostring

from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"

SIDES = ("width", "height")

SHAPES = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath"
    " mask pattern style".split()
)
"""The elements that are kept."""

WORDS = frozenset(("title", "desc", "metadata"))
"""Elements that only tell of the drawing and its author; they are left out, as a photo's metadata is."""

_OUTSIDE = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|expression\(|javascript:|-moz-binding|\\", re.IGNORECASE)
"""What a style may not hold: anything that is fetched or run, and escapes, by which it could be hidden."""

register_namespace("", SVG[1:-1])
register_namespace("xlink", LINK[1:].partition("}")[0])


class Refused(Exception):
    """A drawing holds what may not be published; the argument names it as it is written."""


def cleaned(data: bytes) -> bytes:
    """The drawing, written anew, so that it fits any size. Raises Refused, ValueError, or what the XML parser does."""
    root = fromstring(data)
    if root.tag != f"{SVG}svg":
        raise Refused(f"<{_plain(root.tag)}>")
    if "viewBox" not in root.attrib:
        root.set("viewBox", "0 0 {:g} {:g}".format(*(float(root.get(key, "").removesuffix("px")) for key in SIDES)))
    return _written(_kept(root))


def in_square(drawing: bytes, side: int) -> bytes:
    """A cleaned drawing as large as it can be in the middle of a square of so many pixels, whatever its own sides."""
    inner = fromstring(drawing)
    inner.attrib |= {"width": "100%", "height": "100%", "preserveAspectRatio": "xMidYMid meet"}
    outer = Element(f"{SVG}svg", {"width": str(side), "height": str(side)})
    outer.append(inner)
    return _written(outer)


def _written(element: Element) -> bytes:
    written: bytes = tostring(element, encoding="utf-8")
    return written + b"\n"


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _kept(element: Element) -> Element:
    name = _plain(element.tag)
    if name not in SHAPES:
        raise Refused(f"<{name}>")
    kept = Element(element.tag, dict(_attributes(element)))
    kept.text = element.text if name == "style" else None
    if _OUTSIDE.search(kept.text or ""):
        raise Refused("<style>")
    for child in filter(_is_drawn, element):
        kept.append(_kept(child))
    return kept


def _is_drawn(child: object) -> bool:
    """Whether it is an element of SVG that is more than words; comments have no text for a tag."""
    tag = getattr(child, "tag", None)
    return isinstance(tag, str) and tag.startswith(SVG) and _plain(tag) not in WORDS


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in sorted(element.items()):
        plain = _plain(name)
        if plain.lower().startswith("on"):
            raise Refused(plain)
        if (plain == "href" and not value.startswith("#")) or _OUTSIDE.search(value):
            raise Refused(f'{plain}="{value[:40]}"')
        if "}" not in name or name == LINK:
            yield name, value
