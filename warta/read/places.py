"""Where in a body a rendered thing was written: Python-Markdown keeps no positions, so the text is searched."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

_TARGET = re.compile(r"\](?:\(|:)[ \n]*(?:<([^<>\n]*)>|([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*))")
"""`](target`, `](<target>` and `]: target`; brackets in a target stand in pairs."""


class Places:
    """Finds the occurrences of texts in a body, one after the other, as lines and columns of the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text, self._first_line = text, first_line
        self._starts: list[int] = []
        self._next: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._targets: dict[str, Iterator[int]] | None = None

    def find(self, wanted: str) -> tuple[int, int]:
        """The next place of `wanted` that was not given yet, else the last; the body's first line if it has none."""
        start = self._text.find(wanted, self._next.get(wanted, 0)) if wanted else -1
        self._next[wanted] = start + len(wanted) if start >= 0 else len(self._text) + 1
        return self._known(wanted, start)

    def find_target(self, target: str) -> tuple[int, int]:
        """As `find`, for what a link leads to: where that stands as a link's target, if it does at all."""
        if self._targets is None:
            self._targets = _targets(self._text)
        if target in self._targets:
            return self._known(target, next(self._targets[target], -1))
        return self.find(target)

    def _known(self, wanted: str, start: int) -> tuple[int, int]:
        if start >= 0:
            self._last[wanted] = start
        return self.at(self._last[wanted]) if wanted in self._last else (self._first_line, 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the body."""
        if not self._starts:
            lengths = (len(line) + 1 for line in self._text.split("\n"))
            self._starts = [0, *accumulate(lengths)]
        row = bisect_right(self._starts, offset) - 1
        return self._first_line + row, offset - self._starts[row] + 1


def _targets(text: str) -> dict[str, Iterator[int]]:
    """The offsets of every link's target in their order."""
    found: dict[str, list[int]] = {}
    for match in _TARGET.finditer(text):
        group = 2 if match[1] is None else 1
        found.setdefault(match[group], []).append(match.start(group))
    return {target: iter(offsets) for target, offsets in found.items() if target}
