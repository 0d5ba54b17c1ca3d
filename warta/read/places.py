"""Where in a body a rendered thing was written: Python-Markdown keeps no positions, so the text is searched."""

from bisect import bisect_right
from itertools import accumulate


class Places:
    """Finds the occurrences of texts in a body, one after the other, as lines and columns of the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text, self._first_line = text, first_line
        self._starts: list[int] = []
        self._next: dict[str, int] = {}

    def find(self, wanted: str) -> tuple[int, int]:
        """The next place of `wanted` that was not given yet; the first line of the body if there is none."""
        start = self._text.find(wanted, self._next.get(wanted, 0)) if wanted else -1
        if start < 0:
            return self._first_line, 1
        self._next[wanted] = start + len(wanted)
        return self.at(start)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the body."""
        if not self._starts:
            lengths = (len(line) + 1 for line in self._text.split("\n"))
            self._starts = [0, *accumulate(lengths)]
        row = bisect_right(self._starts, offset) - 1
        return self._first_line + row, offset - self._starts[row] + 1
