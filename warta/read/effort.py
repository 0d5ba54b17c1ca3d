"""Keeps one post from costing more than a few seconds: Python-Markdown is quadratic in many marks (its #798, #161).

Brackets are looked up in one table, the search for a link's end is metered, and a paragraph with more marks than any
report has is refused before it is read.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import LinkInlineProcessor

LIMIT = 10_000_000
"""Characters that may be looked at in vain in one post: about 0.6 s of Python-Markdown's search for a link or block."""

MARKS = ("\\", "&", "<", "`", "*", "_", "~", "](", "[^", "{", "\n#", "\n-", "\n=", "\n:")
MARK_LIMIT = 2_500
"""Of each mark in one paragraph. 2,000 links there take 0.7 s."""

LINK_LIMIT = 20_000
"""Of each mark within lines in a post, `&` aside: of links and photos so many take 3 s and make a page of 5 MB."""

LINE_LIMIT = 10_000
"""Lines without a blank one between them: 0.3 s."""

CELL_LIMIT = 100_000
"""Cells of all tables of a post, with those that short rows leave out: 0.5 s, and a page of 1 MB."""

BLOCK_LIMIT = 60_000
"""Blank lines of a post: Python-Markdown takes block after block off the head of a list, 2 s for so many."""

NOTE_LIMIT = 2_500
"""Footnotes of a post: 0.5 s."""

_NOTE = re.compile(r"^ {0,3}\[\^[^\]]{0,200}\]:", re.MULTILINE)

COST_LIMIT = 1_000_000_000
"""Marks and lines times characters of a paragraph, summed over a post: about two seconds of copying."""


class TooTangled(Exception):
    """The post would take unreasonably long to read."""


class Effort:
    """What one post has cost so far."""

    def __init__(self) -> None:
        self.spent = 0

    def spend(self, characters: int) -> None:
        """Count characters looked at in vain. Raises TooTangled beyond LIMIT."""
        self.spent += characters
        if self.spent > LIMIT:
            raise TooTangled


def too_tangled(text: str) -> tuple[int, int] | None:
    """Line (from 1) and number of the marks, footnotes or cells that cannot be read in time; None if all can be."""
    if len(text) <= MARK_LIMIT:
        return None
    return _too_many_parts(text) or _too_many_marks(text) or _too_many_notes(text) or _too_many_cells(text)


def most_marks(text: str) -> int:
    """How often the mark stands in the text that stands there most often."""
    return max(map(text.count, MARKS))


def _too_many_parts(text: str) -> tuple[int, int] | None:
    within_lines = (mark for mark in MARKS if mark[0] not in "\n&")  # an ampersand alone costs nothing
    limits = dict.fromkeys(within_lines, LINK_LIMIT) | {"\n\n": BLOCK_LIMIT}
    counts = {mark: text.count(mark) for mark in limits}
    return next(((1, counts[mark]) for mark in limits if counts[mark] > limits[mark]), None)


def _too_many_marks(text: str) -> tuple[int, int] | None:
    """The first paragraph with too many, or the one that makes the post cost too much."""
    if not _exceeds(text) and _cost(text) <= COST_LIMIT:
        return None
    start = cost = 0
    for block in text.split("\n\n"):
        cost += _cost(block)
        if _exceeds(block) or cost > COST_LIMIT:
            leading = len(block) - len(block.lstrip("\n"))
            return text.count("\n", 0, start + leading) + 1, max(most_marks(block), block.count("\n"))
        start += len(block) + 2
    return None


def _exceeds(block: str) -> bool:
    return most_marks(block) > MARK_LIMIT or block.count("\n") > LINE_LIMIT


def _cost(block: str) -> int:
    return sum(map(block.count, (*MARKS, "\n"))) * len(block)


def _too_many_notes(text: str) -> tuple[int, int] | None:
    if text.count("[^") <= NOTE_LIMIT:
        return None
    starts = [match.start() for match in _NOTE.finditer(text)]
    return (text.count("\n", 0, starts[NOTE_LIMIT]) + 1, len(starts)) if len(starts) > NOTE_LIMIT else None


def _too_many_cells(text: str) -> tuple[int, int] | None:
    """Python-Markdown gives every row of a table as many cells as its rule (`|---|---|`) has."""
    if text.count("|") ** 2 <= CELL_LIMIT:
        return None
    cells = columns = start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if "|" in line:
            if "-" in line and not line.strip("|:- >\t"):
                columns, start = max(columns, line.count("|") + 1), number - 1
            cells += columns
            if cells > CELL_LIMIT:
                return start, cells
        elif line.strip():
            columns = 0
    return None


class Brackets:
    """Where each `[` of a text closes, found in one pass; Python-Markdown looks anew from every `[` (its #798)."""

    def __init__(self) -> None:
        self._text, self._closing = "", dict[int, int]()

    def closing(self, text: str, opening: int) -> int:
        """The place of the `]` that closes the `[` at `opening`; -1 if it stays open."""
        if text is not self._text:
            self._text, self._closing = text, _closing_brackets(text)
        return self._closing.get(opening, -1)


def _closing_brackets(text: str) -> dict[int, int]:
    closing, opened = {}, list[int]()
    for match in re.finditer(r"[\[\]]", text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing


class Meter(BlockProcessor):
    """Reads nothing, but counts what is looked at to take one line after the other off a block (`: x` below `: x`)."""

    def __init__(self, md: Markdown, effort: Effort) -> None:
        super().__init__(md.parser)
        self._effort = effort

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the parent's arguments
        """Whether the block is one for it: never. Raises TooTangled."""
        if "\n" in block:
            self._effort.spend(len(block))
        return False


def bound_links(md: Markdown, effort: Effort) -> None:
    """Let all link and image patterns of an engine share one table of brackets, and meter their search for `)`."""
    brackets = Brackets()
    for pattern in md.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            _bound(pattern, brackets, effort)


def _bound(pattern: LinkInlineProcessor, brackets: Brackets, effort: Effort) -> None:
    unbound = pattern.getLink

    def text_in_brackets(data: str, index: int) -> tuple[str, int, bool]:
        closing = brackets.closing(data, index - 1)
        return (data[index:closing], closing + 1, True) if closing >= 0 else ("", index, False)

    def link_in_parentheses(data: str, index: int) -> tuple[str, str | None, int, bool]:
        if data[index : index + 1] != "(":
            return "", None, index, False
        found = unbound(data, index)
        if not found[3]:
            effort.spend(len(data) - index)
        return found

    pattern.getText = text_in_brackets  # type: ignore[method-assign]
    pattern.getLink = link_in_parentheses  # type: ignore[method-assign]
