"""A Word file -> a manuscript, by mammoth: its styles for title, quote and caption, its tables, notes and photos."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from warta.newsroom.importing import htmltext, wordfile
from warta.newsroom.importing.manuscript import Imported, Manuscript, Photo
from warta.newsroom.importing.plaintext import is_heading, is_label
from warta.problems import Code, Problem, problem
from warta.read.slugs import slug_of

STYLES = """
p[style-name='Title'] => h1.judul:fresh
p[style-name='Judul'] => h1.judul:fresh
p[style-name='Subtitle'] => p.ringkasan:fresh
p[style-name='Subjudul'] => p.ringkasan:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Kutipan'] => blockquote > p:fresh
p[style-name='Caption'] => p.keterangan:fresh
p[style-name='Keterangan'] => p.keterangan:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h4:fresh
p[style-name='Heading 4'] => h5:fresh
p[style-name='Heading 5'] => h6:fresh
p[style-name='Heading 6'] => h6:fresh
"""
"""Word's own style names are English in the file, whatever its language shows; the Indonesian ones are hand-made."""

_KINDS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
_LONGEST_TITLE = 220
_GUESSED = re.compile(r"automatically generated|AI-generated|dibuat secara otomatis|dihasilkan AI", re.IGNORECASE)
_TYPED = re.compile(r"(?:(?P<dash>[-*•▪◦·–—])|[0-9]{1,2}[.)])[ \t\u00a0]+(?=\S)")
_IGNORED = re.compile(r"An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?(\w+)")
_HARMLESS = frozenset({"proofErr", "bookmarkStart", "bookmarkEnd", "sectPr", "lastRenderedPageBreak", "permStart"})


def read_word(data: bytes, origin: str) -> Imported:
    """The one text in the file; photos that browsers cannot show, tracked changes and comments are told."""
    refused = wordfile.unsafe(data, origin)
    if refused:
        return (), (refused,)
    taken = _Photos(origin)
    try:
        html, messages = _html(data, taken)
        soup = htmltext.parsed(html)
        notes = wordfile.notes_on(data, origin)
    except Exception:  # noqa: BLE001 - what mammoth raises for a broken document has no common class
        return (), (problem(Code.IMPORT_BROKEN, origin, kind="Word"),)
    if htmltext.too_nested(soup):
        return (), (problem(Code.IMPORT_BROKEN, origin, kind="Word"),)
    lost = sorted({found[1] for each in messages if (found := _IGNORED.match(each))} - _HARMLESS)
    problems = (*notes, *taken.problems, *(problem(Code.IMPORT_NOT_CARRIED, origin, what=name) for name in lost))
    return (_manuscript(soup, taken, origin, problems),), ()


def _html(data: bytes, taken: "_Photos") -> tuple[str, list[str]]:
    import mammoth

    done: Any = mammoth.convert_to_html(
        BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(taken.take),
    )
    return done.value, [each.message for each in done.messages]


class _Photos:
    """The photos of a document in their order, gathered while mammoth reads it."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self.found: list[tuple[str, bytes]] = []
        self.problems: list[Problem] = []

    def take(self, image: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth has no types
        """The attributes of the photo's element; none for a drawing that no browser shows."""
        ending = _KINDS.get(image.content_type)
        if ending is None:
            self.problems.append(problem(Code.IMPORT_PHOTO_KIND, self._origin, what=image.content_type or "?"))
            return {"src": ""}
        with image.open() as stream:
            data = stream.read()
        names = [name for name, known in self.found if known == data]
        name = names[0] if names else f"{len(self.found) + 1}.{ending}"
        if not names:
            self.found.append((name, data))
        # Word's guesses at what a photo shows ("A group of people, Description automatically generated") help no one.
        guessed = _GUESSED.search(image.alt_text or "")
        return {"src": name, "alt": ""} if guessed else {"src": name}


def _manuscript(soup: BeautifulSoup, taken: _Photos, origin: str, problems: tuple[Problem, ...]) -> Manuscript:
    title, summary = _title(soup) or PurePosixPath(origin).stem, _taken_out(soup.find("p", class_="ringkasan"))
    stem = slug_of(title) or "foto"
    _captions(soup)
    _lists(soup)
    _headings(soup)
    dropped = tuple(problem(Code.IMPORT_LINK_DROPPED, origin, target=each) for each in _without_lost_links(soup))
    for image in soup.find_all("img"):
        if image.get("src"):
            image["src"] = f"{stem}-{image['src']}"
        else:
            image.decompose()
    lead = _lead(soup)
    notes = _notes(soup)
    body = "\n\n".join(part for part in (htmltext.markdown_of(soup), notes) if part)
    photos = tuple(Photo(f"{stem}-{name}", data) for name, data in taken.found)
    made = Manuscript(origin, title, body, summary, photos=photos, problems=(*problems, *dropped))
    return replace(made, image=lead["src"], image_alt=lead["alt"], image_caption=lead["title"]) if lead else made


def _lead(soup: BeautifulSoup) -> dict[str, str]:
    """The first photo, taken out of the text to stand on top; nothing if there is none, or it stands in a table."""
    image = soup.find("img")
    paragraph = image.parent if isinstance(image, Tag) else None
    if not isinstance(image, Tag) or paragraph is None or paragraph.name != "p" or _words(paragraph):
        return {}
    found = {name: " ".join(str(image.get(name) or "").split()) for name in ("src", "alt", "title")}
    image.decompose()
    return found


def _title(soup: BeautifulSoup) -> str:
    """The text of the title's style, else the first line if it is no paragraph; taken out of the tree."""
    title = _taken_out(soup.find("h1", class_="judul"))
    if title:
        return title
    lines = (each for each in soup.find_all(["p", "h1", "h2", "h3"]) if each.get_text(strip=True))
    first = next(lines, None)
    if is_label(_words(first)):
        _taken_out(first)
        first = next(lines, None)
    words = _words(first)
    is_title = first is not None and len(words) <= _LONGEST_TITLE and (first.name != "p" or not words.endswith("."))
    return _taken_out(first) if is_title else ""


def _words(element: Any) -> str:  # noqa: ANN401 - what `find` gives has a type of its own for every use
    return htmltext.words_of(element) if isinstance(element, Tag) else ""


def _taken_out(element: Any) -> str:  # noqa: ANN401 - as above
    """The words of an element that goes; "" if there is none."""
    words = _words(element)
    if isinstance(element, Tag) and not element.find("img"):
        element.decompose()
    return words


def _captions(soup: BeautifulSoup) -> None:
    """Let a caption below a photo be that photo's; any other is a paragraph in italics."""
    for caption in soup.find_all("p", class_="keterangan"):
        above = caption.find_previous_sibling()
        photos = above.find_all("img") if isinstance(above, Tag) and not above.get_text(strip=True) else []
        if photos:
            photos[-1]["title"] = _taken_out(caption)
        else:
            caption.name = "em"
            caption.wrap(soup.new_tag("p"))


def _lists(soup: BeautifulSoup) -> None:
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


def _headings(soup: BeautifulSoup) -> None:
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


def _without_lost_links(soup: BeautifulSoup) -> list[str]:
    """Take out the links that lead to a file of the writer's own computer; their words stay."""
    lost = []
    for link in soup.find_all("a"):
        href = str(link.get("href") or "")
        if href and not href.startswith("#") and (href.startswith("/") or not htmltext.leads_somewhere(href)):
            lost.append(href[:200])
            link.unwrap()
    return lost


def _notes(soup: BeautifulSoup) -> str:
    """The footnotes as Markdown, taken out of the tree."""
    made = []
    for note in soup.find_all("li", id=re.compile(r"^(?:footnote|endnote)-\d+$")):
        for back in note.find_all("a", href=re.compile(r"^#(?:footnote|endnote)-ref-")):
            back.decompose()
        number, words = (
            str(note["id"]).rpartition("-")[2],
            htmltext.markdown_of(htmltext.parsed(note.decode_contents())),
        )
        made.append(f"[^{number}]: " + words.replace("\n", "\n    "))
        parent = note.parent
        note.decompose()
        if isinstance(parent, Tag) and not parent.find("li"):
            parent.decompose()
    for mark in soup.find_all("sup"):
        if mark.find("a", href=re.compile(r"^#(?:footnote|endnote)-\d+$")):
            mark.unwrap()
    return "\n\n".join(made)
