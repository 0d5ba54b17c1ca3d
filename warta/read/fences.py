"""Code between fences (three backticks or tildes, a line of them above and one below), in one pass over the lines.

Python-Markdown looks for the end of each fence anew, to the end of the text where none is: thousands of open fences
took it minutes. What may stand behind a fence is as in its extension `fenced_code` (`python`, `{.catatan}`); it goes,
as no page shows it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_STARTS = ("```", "~~~")
_OPENING = re.compile(r"(?P<fence>`{3,}|~{3,}) *(?:\{[^}]*\}|[\w#.+-]+ *)?")


class Fences(Preprocessor):
    """Takes code out of the text before anything else in it is read."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, each block of code in one that stands for it."""
        if any(line.startswith(_STARTS) for line in lines):
            return list(self._without_code(lines, _closings(lines)))
        return lines

    def _without_code(self, lines: Sequence[str], closings: Mapping[str, Sequence[int]]) -> Iterator[str]:
        at = 0
        while at < len(lines):
            end = _end(lines, at, closings)
            if end:
                yield from ("", self.md.htmlStash.store(_code(lines[at + 1 : end])), "")
            else:
                yield lines[at]
            at = max(end, at) + 1


def _closings(lines: Sequence[str]) -> dict[str, list[int]]:
    """The lines, by number, that would close a fence, by what stands there."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        bare = line.rstrip(" ")
        if bare.startswith(_STARTS) and not bare.strip(bare[0]):
            found.setdefault(bare, []).append(number)
    return found


def _end(lines: Sequence[str], at: int, closings: Mapping[str, Sequence[int]]) -> int:
    """The line that closes the fence which this one opens; 0 if it opens none, or one that stays open."""
    opening = _OPENING.fullmatch(lines[at]) if lines[at].startswith(_STARTS) else None
    numbers = closings.get(opening["fence"], ()) if opening else ()
    following = bisect_right(numbers, at)
    return numbers[following] if following < len(numbers) else 0


def _code(lines: Sequence[str]) -> str:
    text = "".join(f"{line}\n" for line in lines)
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(letter, entity)
    return f"<pre><code>{text}</code></pre>"


class FencesExtension(Extension):
    """Fences in place of Python-Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parent's name
        """Register under the name and at the place that theirs have."""
        md.preprocessors.register(Fences(md), "fenced_code_block", 25)
