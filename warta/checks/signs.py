"""Which checks a text needs at all: one pass over its words looks for the signs of every fault at once.

Each check names the signs without which it can find nothing. RE2 looks for all of them in one walk of an automaton,
11 microseconds for a post of 3,800 letters, where `re` takes 1 to 3 for each of them; and it takes no text longer than
another of the same length. A sign may be there without the fault, never the fault without its sign: the law is
tested in tests/checks/test_signs.py.
"""

from collections.abc import Mapping

import re2

EVERYTHING = "everything"
"""The sign of texts for which the others cannot speak: with comments, or letters that `re` alone folds to ASCII."""

BLANK, FOREIGN = r"[\t\n\v\f\r \x{a0}]", r"(?:[?]|[^\x00-\x{ff}])"
"""What `RunningText.plain` makes one blank, and what it makes one question mark."""

_EVERYTHING = "<!--|[\u0130\u0131\u017f\u212a]"
_MEMORY = 64 << 20
"""Bytes that the automaton may take: it builds what texts need, and begins anew when that is full."""


class Signs:
    """Patterns of RE2 by name, looked for together."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._set = re2.Set.SearchSet(options)
        self._names = (*patterns, EVERYTHING, "")
        # The empty pattern is in every text: where it is missing, the automaton had no room, and knows nothing.
        for pattern in (*patterns.values(), _EVERYTHING, ""):
            self._set.Add(pattern)
        self._set.Compile()
        self.all = frozenset(self._names)

    def of(self, text: str) -> frozenset[str]:
        """The names of the signs that are in the text."""
        found = self._set.Match(text.encode("utf-8", "replace"))
        names = frozenset([self._names[number] for number in found or ()])
        return names if "" in names and EVERYTHING not in names else self.all


def literal(words: str) -> str:
    """A pattern of RE2 for the words as `RunningText.plain` has them: all blanks alike, and all that Latin-1 lacks."""
    return "".join(map(_letter, words))


def _letter(letter: str) -> str:
    if letter.isspace():
        return BLANK
    return FOREIGN if letter == "?" or letter > "\xff" else re2.escape(letter)
