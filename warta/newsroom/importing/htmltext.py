"""HTML of a Word file or another site -> Markdown of Warta's dialect, by markdownify with our own escaping.

Imported only by importers: BeautifulSoup and markdownify cost 60 ms.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from markdownify import MarkdownConverter

from warta.newsroom.importing.escaping import escape_start, escape_words
from warta.read.safehtml import SCHEMES

_NOTE = re.compile(r"#?(?P<kind>footnote|endnote)-(?P<number>\d+)")
_GAPS = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
_Converter: Any = MarkdownConverter
"""Its stubs leave out the methods that are to be overridden."""

_BLOCKS = [
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "figure",
    "hr",
    "pre",
    *(f"h{at}" for at in range(1, 7)),
]
_CELLS = ["td", "th", *(f"h{level}" for level in range(1, 7))]
"""Where a photo among words stays one; markdownify leaves only its words by default."""

DEEPEST = 60
"""Elements in one another; a report needs ten, and recursion ends near a thousand."""


_MARKED_SECTION = re.compile(r"<!\[[^>]*>?")
"""`<![if ...]>`, as Word leaves it: a comment to browsers (HTML, 13.2.5.42), and what the parser may refuse."""


def parsed(html: str) -> BeautifulSoup:
    """The tree of a piece of HTML, whatever is wrong with it."""
    return BeautifulSoup(f"<div>{_MARKED_SECTION.sub('', html)}</div>", "html.parser")


def words_of(element: Tag) -> str:
    """The words in an element, on one line."""
    return " ".join("".join(map(_text, element.descendants)).split())


def _text(node: object) -> str:
    if isinstance(node, Tag):
        return " " if node.name == "br" else ""
    return str(node) if type(node) is NavigableString else ""  # a comment is one too


def note_mark(target: str) -> str:
    """The mark of the note with this id (`#footnote-2`: `[^2]`, endnotes are numbered apart); "" if it is none."""
    found = _NOTE.fullmatch(target)
    if found is None:
        return ""
    return f"[^{'' if found['kind'] == 'footnote' else 'akhir-'}{found['number']}]"


def too_nested(soup: BeautifulSoup) -> bool:
    """Whether the tree is deeper than any text that a person wrote."""
    depths = {id(soup): 0}
    for each in soup.descendants:
        depths[id(each)] = depths[id(each.parent)] + 1
    return max(depths.values()) > DEEPEST


def markdown_of(soup: BeautifulSoup) -> str:
    """The Markdown of a tree whose photos and links lead where the post shall lead."""
    marks: dict[str, Any] = {"bullets": "-", "strong_em_symbol": "*", "sub_symbol": "<sub>", "sup_symbol": "<sup>"}
    marks |= {"wrap": True, "wrap_width": None}  # which makes blanks of line ends, and breaks none
    _wrap_loose_words(soup)
    writer = _Writer(heading_style="ATX", table_infer_header=True, keep_inline_images_in=_CELLS, **marks)
    text = writer.convert_soup(soup)
    return _GAPS.sub("\n\n", _TRAILING.sub("", text)).strip()


def _wrap_loose_words(soup: BeautifulSoup) -> None:
    """Put words that stand beside blocks into paragraphs of their own."""
    for container in soup.find_all(["div", "blockquote"]):
        loose: list[PageElement] = []
        for child in [*container.contents, None]:
            if child is not None and not (isinstance(child, Tag) and child.name in _BLOCKS):
                loose.append(child)
                continue
            if any(str(each).strip() for each in loose):
                paragraph = soup.new_tag("p")
                loose[0].insert_before(paragraph)
                paragraph.extend(loose)
            loose = []


class _Writer(_Converter):  # type: ignore[misc] # a value without a type, as seen above
    """Markdownify's converter with the escapes that Warta's dialect needs, and its photos, notes and tables."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return escape_words(text) if text and "pre" not in parent_tags else text

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" not in parent_tags:
            lines = (line.strip() for line in text.strip().split("\n"))
            text = "\n".join(line if _is_ours(line, el) else escape_start(line) for line in lines)
        return str(super().convert_p(el, text, parent_tags))

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        first, _, rest = text.strip().partition("\n")
        if el.find(_BLOCKS, recursive=False) is None and first and not _is_ours(first, el):
            text = f"{escape_start(first)}\n{rest}"
        return str(super().convert_li(el, text, parent_tags))

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - their names
        return " " if "_inline" in parent_tags else "\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - their names
        alt, title = (" ".join(str(el.get(name) or "").split()) for name in ("alt", "title"))
        caption = f' "{_curly(title)}"' if title else ""
        alt = re.sub(r"[\[\]]", "", escape_words(alt))
        return f"![{alt}]({el.get('src')}{caption})"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        href = str(el.get("href") or "").strip()
        if mark := note_mark(href):
            return mark
        if not text.strip() or not leads_somewhere(href):
            return text
        el["href"] = re.sub(r"[\s()<>\"]", lambda found: f"%{ord(found[0]):02X}" if found[0] < "\x7f" else "", href)
        del el["title"]
        return str(super().convert_a(el, text, parent_tags))

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_td(el, text.replace("|", r"\|"), parent_tags))

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_th(el, text.replace("|", r"\|"), parent_tags))


def leads_somewhere(href: str) -> bool:
    """Whether a link's target is an address of the site or of another, and no place on a page that is left behind."""
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        return False
    return scheme in SCHEMES or (not scheme and href.startswith("/") and not href.startswith("//"))


def _is_ours(line: str, paragraph: Tag) -> bool:
    """Whether the line begins with Markdown that we made: a note, a photo, or marks of bold and italic."""
    return line.startswith(("[^", "![", "*")) or paragraph.find_parent("table") is not None


def _curly(text: str) -> str:
    """The text with its straight quotes, which would end a caption, as curly ones."""
    parts = text.split('"')
    return "".join(part + ("“" if number % 2 == 0 else "”") for number, part in enumerate(parts[:-1])) + parts[-1]
