"""The Markdown that Warta reads: Python-Markdown with its extensions, and the few rules of our own on top.

`#Tagar` at a line's start stays text, `2*3*4` stays a sum, raw HTML is inline and only what `safehtml` lists, and
whatever a writer types can give no id twice on a page.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import DelimiterProcessor, InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from warta.read.effort import Effort, Meter, bound_links
from warta.read.safehtml import ELEMENTS, SWALLOWED, WRITABLE, allowed_class
from warta.read.slugs import slug_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_Found = tuple[Element | str | None, int | None, int | None]
_NOTHING: _Found = (None, None, None)
_MARK = re.compile(rf"{STX}(?:wzxhzdk:(?P<stashed>\d+)|(?P<escaped>\d+)|amp){ETX}")
_ATTRIBUTE = r"[#.]?[\w-]+(?:=(?:\"[^\"\n{}]*\"|'[^'\n{}]*'|[^\s\"'{}]+))?"
# No text needs more than twenty; Python-Markdown copies all classes so far for each further one.
_ATTRIBUTES = rf"\{{(?::[ ]*|(?=[#.][\w-]))({_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE}){{0,19}})[ ]*\}}"


class Hashes(HashHeaderProcessor):
    """A heading needs a space after its hashes, as CommonMark says (section 4.2); `#RutanRantau` is text."""

    RE: ClassVar[re.Pattern[str]] = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ ]+(?P<header>[^\n]*)(?:\n|$)")


class RawHtml(InlineProcessor):
    """`<b>` and its like pass without attributes; other HTML goes, the text in it stays; comments go."""

    PATTERN = r"<(?:/?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|!--)"

    def __init__(self, md: Markdown, effort: Effort) -> None:
        super().__init__(self.PATTERN, md)
        self._effort = effort
        self.dropped: list[str] = []

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802 - their name
        """The element without its attributes, nothing at all, or no match where it is no HTML."""
        if m[1] is None:
            closing = data.find("-->", m.end())
            self._effort.spend(len(data) - m.end())
            return ("", m.start(), closing + 3) if closing >= 0 else _NOTHING
        name = m[1].lower()
        if name not in ELEMENTS:
            return _NOTHING
        if name in WRITABLE:
            slash = "/" if m[0].startswith("</") else ""
            return self.md.htmlStash.store(f"<{slash}{name}>"), m.start(), m.end()
        if not m[0].startswith("</"):
            self.dropped.append(m[0])
        return "", m.start(), self._end(m, data, name)

    def _end(self, m: re.Match[str], data: str, name: str) -> int:
        """Where the element's tag ends; for a script and its like, where its content does."""
        if name not in SWALLOWED or m[0].startswith("</"):
            return m.end()
        closing = data.lower().find(f"</{name}", m.end())
        self._effort.spend(len(data) - m.end())
        return m.end() if closing < 0 else (data.find(">", closing) + 1 or len(data))


class Stars(DelimiterProcessor):
    """Emphasis, except where a star stands between two letters or digits (`2*3*4`)."""

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802 - their name
        """As the parent, but nothing for a star inside a word."""
        before, after = data[m.start() - 1 : m.start()], data[m.end() : m.end() + 1]
        if m[0] == "*" and before.isalnum() and after.isalnum():
            return _NOTHING
        return super().handleMatch(m, data)


class StrictAttributes(AttrListTreeprocessor):
    """`{#id}`, `{.class}` and `{: ...}` are attributes; any other braces, as in a form's `{{ nama }}`, are text."""

    HEADER_RE = re.compile(rf"(?<! )[ ]+{_ATTRIBUTES}[ ]*$")  # type: ignore[misc] # the stubs call them final
    BLOCK_RE = re.compile(rf"\n[ ]*{_ATTRIBUTES}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(_ATTRIBUTES)  # type: ignore[misc]

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """As the parent, but footnotes keep their ids, and no name or id passes that HTML would read as another."""
        before = dict(elem.items())
        remainder = super().assign_attrs(elem, attrs_string, strict=strict)
        written = {name: value for name, value in elem.items() if value and name == name.lower()}
        if "id" in written:
            written["id"] = before.get("id") or slug_of(written["id"]) or "bagian"
        elem.attrib.clear()
        elem.attrib.update(before | written)
        return remainder


class Footnotes(FootnoteExtension):
    """Footnotes whose ids name the post and a number: unique where several posts share a page or a feed."""

    def __init__(self, back_title: str) -> None:
        super().__init__(BACKLINK_TITLE=back_title, BACKLINK_TEXT="↩")
        self.slug = ""
        self._numbers: dict[str, int] = {}

    def _number(self, label: str) -> int:
        if len(self._numbers) != len(self.footnotes):
            self._numbers = {known: number for number, known in enumerate(self.footnotes, start=1)}
        return self._numbers[label]

    def reset(self) -> None:
        """Forget the last document."""
        super().reset()
        self._numbers = {}

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - the parent's names
        """The id of the note itself."""
        return f"fn:{self.slug}:{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802 - as above
        """The id of the mark in the text; the parent tries number after number for each further mark of one note."""
        name, rest = "fnref", f":{self.slug}:{self._number(id)}"
        marks = self.found_refs.get(name + rest, 0)
        if not found or not marks:
            return self.unique_ref(name + rest, found)
        self.found_refs[name + rest] = marks + 1
        return f"{name}{marks + 1}{rest}"


class Anchors(Treeprocessor):
    """Gives every heading an id; makes ids of writers plain slugs, once each; leaves the h1 to the page's title.

    A table's cell says by a class how it is aligned: HTML has no attribute for that any more.

    The theme's own ids hold an underscore, footnotes' a colon, slugs neither: so none of them can meet.
    """

    def run(self, root: Element) -> None:
        """Set the ids and shift the headings down by one if a writer used the page's own level."""
        ids = _Ids()
        shift = 1 if root.find(".//h1") is not None else 0
        for element in root.iter():
            if align := element.attrib.pop("align", ""):
                element.set("class", {"right": "kanan", "center": "tengah"}.get(align, ""))
            written = element.get("id")
            if element.tag in HEADINGS:
                level = min(int(element.tag[1]) + shift, 6)
                element.tag = f"h{level}"
                element.set("id", ids.unused(slug_of(written or self._shown(element)) or "bagian"))
            elif written and ":" not in written:
                element.set("id", ids.unused(written))
            _tidy(element)

    def _shown(self, heading: Element) -> str:
        """The heading as readers see it: Python-Markdown's marks for raw HTML and escapes read back."""
        return _MARK.sub(self._unmarked, "".join(_texts(heading)))

    def _unmarked(self, mark: re.Match[str]) -> str:
        if mark["escaped"]:
            return chr(int(mark["escaped"]))
        raw = str(self.md.htmlStash.rawHtmlBlocks[int(mark["stashed"])]) if mark["stashed"] else "&"
        return "" if raw.startswith("<") else unescape(raw)


def _texts(element: Element) -> Iterator[str]:
    """The texts of an element in order, footnotes' numbers left out."""
    yield element.text or ""
    for child in element:
        if not (child.tag == "sup" and child.get("id", "").startswith("fnref")):
            yield from _texts(child)
        yield child.tail or ""


def _tidy(element: Element) -> None:
    """Take out what attributes in braces leave behind: classes that no page has, and the break before the braces."""
    if classes := element.attrib.pop("class", ""):
        kept = allowed_class(element.tag, classes)
        if kept:
            element.set("class", kept)
    if len(element) and element[-1].tag == "br" and not (element[-1].tail or "").strip():
        element.remove(element[-1])


class _Ids:
    """The ids of a page, and for each the last number that was tried to tell its namesakes apart."""

    def __init__(self) -> None:
        self._used, self._last = set[str](), dict[str, int]()

    def unused(self, slug: str) -> str:
        """The slug, or the slug with the first number that makes it new; taken from now on."""
        number, candidate = self._last.get(slug, 1), slug
        while candidate in self._used:
            number += 1
            candidate = f"{slug}-{number}"
        self._last[slug] = number
        self._used.add(candidate)
        return candidate


class Dialect(Extension):
    """Registers our rules in place of Python-Markdown's own; all of them spend one `effort`."""

    def __init__(self) -> None:
        super().__init__()
        self.effort = Effort()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parent's name
        """Replace what is registered under the same names; raw HTML has no block form."""
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(Meter(md, self.effort), "meter", 1000)
        md.parser.blockprocessors.register(Hashes(md.parser), "hashheader", 70)
        md.inlinePatterns.register(RawHtml(md, self.effort), "html", 90)
        stars = Stars("*", "strong,em", md)
        stars.add("_", "strong,em", smart=True)
        md.inlinePatterns.register(stars, "em_strong", 60)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)([^~]+)~~", "del"), "strike", 55)
        md.treeprocessors.register(Anchors(md), "anchors", 5)
        bound_links(md, self.effort)


class StrictAttrList(AttrListExtension):
    """The attr_list extension with StrictAttributes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parent's name
        """As the parent's, with our reading of braces."""
        super().extendMarkdown(md)
        md.treeprocessors.register(StrictAttributes(md), "attr_list", 8)
