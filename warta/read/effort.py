"""Keeps one post from costing more than a second: Python-Markdown is quadratic in many marks (its #798, #161).

Brackets are looked up in one table, the search for a link's end is metered, and a paragraph with more marks than any
report has is refused before it is read.
"""

import re

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor

LIMIT = 10_000_000
"""Characters that may be looked at in vain in one post: about 0.6 s of Python-Markdown's link search."""

MARKS = ("\\", "&", "<", "`", "*", "_", "~", "](", "[^", "{", "\n#", "\n-", "\n=")
MARK_LIMIT = 2_500
"""Of each mark in one paragraph. 2,000 links there take 0.7 s."""

LINE_LIMIT = 10_000
"""Lines without a blank one between them: 0.3 s."""

COST_LIMIT = 1_000_000_000
"""Marks times characters of one paragraph: about a second of copying."""


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
    """The line (from 1) and the number of marks of the first paragraph that cannot be read in time; None if all can."""
    if len(text) <= MARK_LIMIT or not _exceeds(text):
        return None
    start = 0
    for block in text.split("\n\n"):
        if _exceeds(block):
            leading = len(block) - len(block.lstrip("\n"))
            return text.count("\n", 0, start + leading) + 1, max(block.count(mark) for mark in (*MARKS, "\n"))
        start += len(block) + 2
    return None


def _exceeds(block: str) -> bool:
    counts = [block.count(mark) for mark in MARKS]
    lines = block.count("\n")
    return max(counts) > MARK_LIMIT or lines > LINE_LIMIT or (sum(counts) + lines) * len(block) > COST_LIMIT


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
