"""Makes Python-Markdown skip work that cannot change its output. Delete this module and no page changes.

Its profile: for each text a search by each of 17 inline patterns, though their first characters are nowhere in it; for
each block 14 tests, though it is a line that begins with a letter; walks over trees that hold nothing to find.
`tests/read/test_speedups.py` compares the output with and without, on Python-Markdown's own suite and on made texts.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.inlinepatterns import DelimiterProcessor, ReferenceInlineProcessor
from markdown.serializers import BOOLEAN_ATTRIBUTES, HTML_EMPTY, _escape_attrib_html, _escape_cdata
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from warta.read.dialect import StrictAttributes

TRIGGERS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "](",
    "image_link": "](",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "://",
    "automail": "@",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "strike": "~~",
    "nl": "\n",
}
"""What must stand in a text for the pattern of this name to find anything in it."""

_Found = tuple[Element | str | None, int | None, int | None]
_ANY_TRIGGER = re.compile(r"[`\\\[<&*_~\n]")
_LINE_STARTS = frozenset('"“‘(')
"""Signs that begin a line of text and nothing else; so does every letter."""


def install(md: Markdown) -> None:
    """Replace parts of an engine by their quicker twins; everything must be registered already."""
    md.treeprocessors.register(_Inline(md), "inline", 20)
    md.treeprocessors.register(_Prettify(md), "prettify", 10)
    md.treeprocessors.register(_Attributes(md), "attr_list", 8)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    stars = md.inlinePatterns["em_strong"]
    if isinstance(stars, DelimiterProcessor):
        stars.handleMatch = _quick_stars(stars)  # type: ignore[method-assign]
    md.parser.parseBlocks = _block_parser(md.parser)  # type: ignore[method-assign]
    md.serializer = _serialize


class _Inline(InlineProcessor):
    """Searches a text by those patterns only whose trigger is in it. The names are the parent's private ones."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        patterns = self.md.inlinePatterns
        self._steps = [(self._triggers(name), patterns[name]) for name in _names(self.md)]
        return super().run(tree, ancestors)

    def _triggers(self, name: str) -> tuple[str, ...]:
        """The texts one of which must be there; none at all for a reference where nothing is defined."""
        pattern = self.md.inlinePatterns[name]
        if isinstance(pattern, ReferenceInlineProcessor) and not self.md.references:
            return ()
        if isinstance(pattern, DelimiterProcessor):
            return tuple(pattern.tokens)
        return (TRIGGERS[name],)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not _ANY_TRIGGER.search(data):
            return data
        for index in range(patternIndex, len(self._steps)):
            triggers, pattern = self._steps[index]
            matched, start = True, 0
            while matched and _holds(data, triggers):
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)
        return data

    def _InlineProcessor__processPlaceholders(  # noqa: N802
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,  # noqa: FBT001, FBT002, N803
    ) -> list[tuple[Element, list[str]]]:
        if not data or INLINE_PLACEHOLDER_PREFIX in data:
            found: list[tuple[Element, list[str]]] = super()._InlineProcessor__processPlaceholders(data, parent, isText)  # type: ignore[misc]
            return found
        if isText:
            parent.text = parent.text + data if parent.text else data
        else:
            parent.tail = parent.tail + data if parent.tail else data
        return []


def _holds(data: str, triggers: tuple[str, ...]) -> bool:
    for trigger in triggers:  # noqa: SIM110 - a generator costs more than it searches
        if trigger in data:
            return True
    return False


def _names(md: Markdown) -> list[str]:
    """The names of the inline patterns, in the order in which they are applied."""
    return [name for name, _ in md.inlinePatterns._priority]  # noqa: SLF001 - the registry gives no other way


_SIMPLE = re.compile(r"(\*{1,2})([^\W_](?:[\w ,.-]*[^\W_])?)\1(?![*\w])")


def _quick_stars(
    stars: DelimiterProcessor,
) -> Callable[[re.Match[str], str], tuple[Element | str | None, int | None, int | None]]:
    """`handleMatch` that knows `**plain words**` between blanks or signs without pairing all delimiters of the text."""
    unhurried = stars.handleMatch

    def handle_match(m: re.Match[str], data: str) -> _Found:
        found = None
        if not stars.regions and not stars.cache_pos and not stars.cache_index:
            before = data[m.start() - 1 : m.start()]
            found = None if before and (before.isalnum() or before in "*_") else _SIMPLE.match(data, m.start())
        if found is None or "_" in found[2]:
            return unhurried(m, data)
        element = Element("strong" if len(found[1]) == 2 else "em")
        element.text = found[2]
        return element, found.start(), found.end()

    return handle_match


class _Attributes(StrictAttributes):
    """Looks for `{...}` only where there is a brace."""

    def run(self, doc: Element) -> None:
        if any("{" in line for line in self.md.lines):
            super().run(doc)


class _Unescape(UnescapeTreeprocessor):
    """Restores escaped characters only where a backslash made some."""

    def run(self, root: Element) -> None:
        if any("\\" in line for line in self.md.lines):
            super().run(root)


class _Prettify(PrettifyTreeprocessor):
    """Asks the set of block elements itself: all tags here are lower-case names."""

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - the parent's name
        blocks = self.md.block_level_elements
        _prettify(elem, frozenset(blocks), frozenset(blocks) - {"code", "pre"})


def _prettify(elem: Element, blocks: frozenset[str], open_blocks: frozenset[str]) -> None:
    if elem.tag in open_blocks:
        if (not elem.text or not elem.text.strip()) and len(elem) and elem[0].tag in blocks:
            elem.text = "\n"
        for child in elem:
            if child.tag in blocks:
                _prettify(child, blocks, open_blocks)
    if not elem.tail or not elem.tail.strip():
        elem.tail = "\n"


def _block_parser(parser: BlockParser) -> Callable[[Element, list[str]], None]:
    """`parseBlocks` that knows a line of plain text as a paragraph without asking every processor."""
    processors = list(parser.blockprocessors)
    paragraph = parser.blockprocessors["paragraph"]

    def parse_blocks(parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            if block and "\n" not in block and (block[0].isalpha() or block[0] in _LINE_STARTS):
                paragraph.run(parent, blocks)
                continue
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    return parse_blocks


def _serialize(root: Element) -> str:
    """The tree as HTML; like Python-Markdown's serializer for trees whose tags and attributes are plain names."""
    parts: list[str] = []
    _serialize_into(parts.append, root)
    return "".join(parts)


def _serialize_into(write: Callable[[str], None], elem: Element) -> None:
    tag, text = elem.tag, elem.text
    items = elem.items()
    if items:
        write(f"<{tag}{''.join([_attribute(name, value) for name, value in sorted(items)])}>")
    else:
        write(f"<{tag}>")
    if text:
        write(_escape_cdata(text))
    for child in elem:
        _serialize_into(write, child)
    if tag not in HTML_EMPTY:
        write(f"</{tag}>")
    if elem.tail:
        write(_escape_cdata(elem.tail))


def _attribute(name: str, value: str | None) -> str:
    if value is None or (name == value and name in BOOLEAN_ATTRIBUTES["html"]):
        return f" {name}"
    return f' {name}="{_escape_attrib_html(value)}"'
