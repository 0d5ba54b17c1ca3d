"""The tree of a Word file's text -> what its writer meant: title, captions, lists and headings made without styles."""

import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from warta.newsroom.importing import htmltext
from warta.newsroom.importing.plaintext import LONGEST_TITLE, is_heading, is_label

_TYPED = re.compile(r"(?:(?P<dash>[-*•▪◦·–—])|[0-9]{1,2}[.)])[ \t\u00a0]+(?=\S)")


def lead_of(soup: BeautifulSoup) -> dict[str, str]:
    """The first photo, taken out of the text to stand on top; nothing if there is none, or it stands in a table."""
    image = soup.find("img")
    paragraph = image.parent if isinstance(image, Tag) else None
    if not isinstance(image, Tag) or paragraph is None or paragraph.name != "p" or _words(paragraph):
        return {}
    found = {name: " ".join(str(image.get(name) or "").split()) for name in ("src", "alt", "title")}
    image.decompose()
    return found


def title_of(soup: BeautifulSoup) -> str:
    """The text of the title's style, else the first line if it is no paragraph; taken out of the tree."""
    title = taken_out(soup.find("h1", class_="judul"))
    if title:
        return title
    lines = (each for each in soup.find_all(["p", "h1", "h2", "h3"]) if each.get_text(strip=True))
    first = next(lines, None)
    if is_label(_words(first)):
        taken_out(first)
        first = next(lines, None)
    words = _words(first)
    is_title = first is not None and len(words) <= LONGEST_TITLE and (first.name != "p" or not words.endswith("."))
    return taken_out(first) if is_title else ""


def _words(element: Any) -> str:  # noqa: ANN401 - what `find` gives has a type of its own for every use
    return htmltext.words_of(element) if isinstance(element, Tag) else ""


def taken_out(element: Any) -> str:  # noqa: ANN401 - as above
    """The words of an element that goes; "" if there is none."""
    words = _words(element)
    if isinstance(element, Tag) and not element.find("img"):
        element.decompose()
    return words


def join_captions(soup: BeautifulSoup) -> None:
    """Let a caption below a photo be that photo's; any other is a paragraph in italics."""
    for caption in soup.find_all("p", class_="keterangan"):
        above = caption.find_previous_sibling()
        photos = above.find_all("img") if isinstance(above, Tag) and not above.get_text(strip=True) else []
        if photos:
            photos[-1]["title"] = taken_out(caption)
        else:
            caption.name = "em"
            caption.wrap(soup.new_tag("p"))


def make_lists(soup: BeautifulSoup) -> None:
    """Make a list of two or more paragraphs in a row that begin with marks typed by hand."""
    for kind, name in (("dash", "ul"), ("number", "ol")):
        for first in soup.find_all("p"):
            items = _typed_items(first, kind) if first.parent else []
            if len(items) < 2:
                continue
            first.wrap(soup.new_tag(name))
            for item in items:
                if item is not first and first.parent:
                    first.parent.append(item.extract())
                item.name = "li"


def _typed_items(first: Tag, kind: str) -> list[Tag]:
    """The paragraphs from this one on that begin with such a mark, the marks taken off if there are two or more."""
    found: list[tuple[Tag, NavigableString]] = []
    each: Any = first
    while isinstance(each, Tag) and each.name == "p":
        words = each.find(string=True)
        match = _TYPED.match(words) if words else None
        if not isinstance(words, NavigableString) or match is None or bool(match["dash"]) != (kind == "dash"):
            break
        found.append((each, words))
        each = each.find_next_sibling()
    if len(found) > 1:
        for _, words in found:
            words.replace_with(_TYPED.sub("", words, count=1))
    return [item for item, _ in found]


def make_headings(soup: BeautifulSoup) -> None:
    """Make a heading of a short paragraph that is bold as a whole, as those write who use no styles."""
    for paragraph in soup.find_all("p"):
        inner = [each for each in paragraph.contents if str(each).strip()]
        bold = inner[0] if len(inner) == 1 else None
        if not isinstance(bold, Tag) or bold.name != "strong" or not paragraph.parent or paragraph.parent.name != "div":
            continue
        below = paragraph.find_next_sibling()
        following = [] if not isinstance(below, Tag) else ["- x"] if below.name in {"ul", "ol"} else [_words(below)]
        if is_heading(_words(paragraph), following):
            bold.unwrap()
            paragraph.name = "h2"


def drop_lost_links(soup: BeautifulSoup) -> list[str]:
    """Take out the links that lead to a file of the writer's own computer; their words stay."""
    lost = []
    for link in soup.find_all("a"):
        href = str(link.get("href") or "")
        if href and not href.startswith("#") and (href.startswith("/") or not htmltext.leads_somewhere(href)):
            lost.append(href[:200])
            link.unwrap()
    return lost


def notes_of(soup: BeautifulSoup) -> str:
    """The footnotes as Markdown, taken out of the tree."""
    made = []
    for note in soup.find_all("li", id=re.compile(r"^(?:footnote|endnote)-\d+$")):
        for back in note.find_all("a", href=re.compile(r"^#(?:footnote|endnote)-ref-")):
            back.decompose()
        words = htmltext.markdown_of(htmltext.parsed(note.decode_contents()))
        made.append(f"{htmltext.note_mark(str(note['id']))}: " + words.replace("\n", "\n    "))
        parent = note.parent
        note.decompose()
        if isinstance(parent, Tag) and not parent.find("li"):
            parent.decompose()
    for mark in soup.find_all("sup"):
        if mark.find("a", href=re.compile(r"^#(?:footnote|endnote)-\d+$")):
            mark.unwrap()
    return "\n\n".join(made)
