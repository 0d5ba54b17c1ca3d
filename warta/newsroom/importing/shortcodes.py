"""The text of a WordPress post -> HTML: shortcodes, Gutenberg's blocks, and paragraphs that only blank lines part."""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

_BLOCK = re.compile(r"<!--\s*wp:(?P<name>[a-z][\w/-]*)(?P<json>\s+\{.*?\})?\s*(?P<closed>/)?-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_EMPTY_BLOCKS = frozenset({"spacer", "separator", "nextpage", "more", "paragraph", "heading", "list", "image", "quote"})
_CAPTION = re.compile(r"\[(?:wp_)?caption(?P<given>[^\]]*)\](?P<inner>.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_GALLERY = re.compile(r"\[gallery(?P<given>[^\]]*)\]")
_EMBED = re.compile(r"\[(?P<name>embed|video|audio|youtube)(?P<given>[^\]]*)\](?:(?P<inner>[^\[\]\s]*)\[/(?P=name)\])?")
# A name in brackets is a shortcode if it is given something, has an end or is no word; `[Humas]` is text.
_OTHER = re.compile(r"\[(?P<end>/?)(?P<name>[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)(?P<given>\s+[^\]\n]*=[^\]\n]*|\s*/)?\]")
_MEDIA = re.compile(r"<(?P<name>iframe|video|audio|embed|object)\b[^>]*?(?:\ssrc=[\"'](?P<src>[^\"']+))?[^>]*>")
_URL_LINE = re.compile(r"(?m)^[ \t]*(?P<url>https?://[^\s<>\"]+)[ \t]*$")
_BLOCK_ELEMENT = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|hr|pre|section)\b",
    re.IGNORECASE,
)


class Unfolded(NamedTuple):
    """The HTML that a post's text stands for, and what of it could not be carried over, by name."""

    html: str
    lost: tuple[str, ...]


def unfold(text: str, gallery: Callable[[str], str]) -> Unfolded:
    """The post's HTML; `gallery` gives the images of a gallery for the list of numbers in it ("": the post's own)."""
    lost: dict[str, None] = {}
    is_blocks = "<!-- wp:" in text
    for block in _BLOCK.finditer(text):
        name = block["name"].removeprefix("core/")
        is_dynamic = block["closed"] and name not in _EMPTY_BLOCKS
        if is_dynamic or name.startswith(("embed", "core-embed")):
            lost[f"wp:{name}"] = None
    text = _COMMENT.sub("", text.replace("\r\n", "\n"))
    text = _CAPTION.sub(_figure, text) if "caption]" in text else text
    text = _GALLERY.sub(lambda found: f"\n\n<p>{gallery(_given(found['given'], 'ids'))}</p>\n\n", text)
    text = _EMBED.sub(lambda found: f"\n\n{_embedded(found)}\n\n", text)
    text = _MEDIA.sub(lambda found: _framed(found, lost), text)
    text = _without_others(text, lost)
    text = _URL_LINE.sub(r'<p><a href="\g<url>">\g<url></a></p>', text)
    return Unfolded(text if is_blocks else _paragraphs(text), tuple(lost))


def _given(text: str, name: str) -> str:
    found = re.search(rf"\b{name}=[\"'“”]?([^\"'“”\]]*)", text)
    return found[1].strip() if found else ""


def _figure(found: re.Match[str]) -> str:
    """`[caption]<img> words[/caption]`, or with its words as `caption="words"`, as a figure."""
    image = re.search(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", found["inner"])
    if image is None:
        return found["inner"]
    words = found["inner"][image.end() :].strip() or _given(found["given"], "caption")
    return f"\n\n<figure>{image[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _embedded(found: re.Match[str]) -> str:
    url = found["inner"] or _given(found["given"], "src") or _given(found["given"], "mp4") or found["given"].strip()
    return url if url.startswith(("http://", "https://")) else ""


def _framed(found: re.Match[str], lost: dict[str, None]) -> str:
    """A link in place of what another site would show in a frame."""
    lost[f"<{found['name']}>"] = None
    url = found["src"] or ""
    return f'<p><a href="{escape(url)}">{escape(url)}</a></p>' if url.startswith(("http:", "https:")) else ""


def _without_others(text: str, lost: dict[str, None]) -> str:
    """The text without the marks of other shortcodes; what stands between two of them stays."""
    ended = {found["name"] for found in _OTHER.finditer(text) if found["end"]}

    def gone(found: re.Match[str]) -> str:
        name = found["name"]
        if not found["given"] and name not in ended and not re.search("[_-]", name):
            return found[0]
        lost[f"[{name}]"] = None
        return ""

    return _OTHER.sub(gone, text)


def _paragraphs(text: str) -> str:
    """What WordPress does to a text without blocks (`wpautop`): blank lines part paragraphs, line ends break lines."""
    made = []
    for part in re.split(r"\n\s*\n", text):
        words = part.strip()
        if words:
            is_block = _BLOCK_ELEMENT.match(words) or "<li" in words
            made.append(words if is_block else "<p>" + words.replace("\n", "<br>") + "</p>")
    return "\n".join(made)
