"""A Word file -> a manuscript, by mammoth: its styles for title, quote and caption, its tables, notes and photos."""

import re
from io import BytesIO
from pathlib import PurePath
from typing import Any

from bs4 import BeautifulSoup

from warta.codes import Code
from warta.newsroom.importing import htmltext, wordfile, wordtree
from warta.newsroom.importing.manuscript import Imported, Manuscript, Photo
from warta.problems import Problem, problem
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
_GUESSED = re.compile(r"automatically generated|AI-generated|dibuat secara otomatis|dihasilkan AI", re.IGNORECASE)
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
        try:
            with image.open() as stream:
                data = stream.read()
        except Exception as error:  # noqa: BLE001 - a photo that the file only links to, on the writer's own computer
            self.problems.append(problem(Code.IMPORT_PHOTO_MISSING, self._origin, target=str(error)[:200]))
            return {"src": ""}
        names = [name for name, known in self.found if known == data]
        name = names[0] if names else f"{len(self.found) + 1}.{ending}"
        if not names:
            self.found.append((name, data))
        # Word's guesses at what a photo shows ("A group of people, Description automatically generated") help no one.
        guessed = _GUESSED.search(image.alt_text or "")
        return {"src": name, "alt": ""} if guessed else {"src": name}


def _manuscript(soup: BeautifulSoup, taken: _Photos, origin: str, problems: tuple[Problem, ...]) -> Manuscript:
    found = wordtree.title_of(soup)
    title = found or PurePath(origin).stem
    if not found:
        problems = (*problems, problem(Code.IMPORT_NO_TITLE, origin, title=title))
    summary = wordtree.taken_out(soup.find("p", class_="ringkasan"))
    stem = slug_of(title) or "foto"
    wordtree.join_captions(soup)
    wordtree.make_lists(soup)
    wordtree.make_headings(soup)
    dropped = tuple(problem(Code.IMPORT_LINK_DROPPED, origin, target=each) for each in wordtree.drop_lost_links(soup))
    for image in soup.find_all("img"):
        if image.get("src"):
            image["src"] = f"{stem}-{image['src']}"
        else:
            image.decompose()
    lead = wordtree.lead_of(soup)
    notes = wordtree.notes_of(soup)
    body = "\n\n".join(part for part in (htmltext.markdown_of(soup), notes) if part)
    photos = tuple(Photo(f"{stem}-{name}", data) for name, data in taken.found)
    made = Manuscript(origin, title, body, summary, photos=photos, problems=(*problems, *dropped))
    return made._replace(image=lead["src"], image_alt=lead["alt"], image_caption=lead["title"]) if lead else made
