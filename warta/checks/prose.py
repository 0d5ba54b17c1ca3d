"""All words of a post in one text, so that each check looks once, and every place of it back in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from warta.checks.rare import rare
from warta.checks.signs import Signs
from warta.codes import Code
from warta.model import Article
from warta.problems import EXCERPT, Problem, problem

BODY = "body"
"""The name of what stands below the front matter."""

NOT_SENTENCES = frozenset({"author", "place", "image"})
"""Fields that hold names: nothing is asked of their typing."""

HEADLINES = frozenset({"title", "short_title", "image"})
"""Fields in which every word may have a capital, so that capitals do not tell a name."""

LONGEST_LINE = 200
"""Characters of a line that is shown whole as it should be; of a longer one only the words that change."""

_FAR = 2000
_CODE = rare(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^(?P=fence)|\Z)|`[^`\n]+`|<[^<>\n]{1,300}>", re.MULTILINE)
_ADDRESS = rare(r"\]\([^()\n]*\)|(?:https?://|www\.)[^\s<>]+|@[\w.-]+")


class Prose(NamedTuple):
    """The fields of front matter that hold words, each from its start, then the body as typed; blank lines between.

    `signs` says what the text has a sign of (see `signs`).
    """

    article: Article
    text: str
    starts: tuple[int, ...]
    names: tuple[str, ...]
    signs: frozenset[str]

    @property
    def body_start(self) -> int:
        """Where the body begins."""
        return self.starts[-1]

    def field(self, offset: int) -> str:
        """The name of the field that holds a letter of the text."""
        return self.names[bisect_right(self.starts, offset) - 1]

    def line(self, offset: int) -> tuple[int, int]:
        """Start and end of the line of the text with this letter."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end

    def problem(self, code: Code, offset: int, **facts: object) -> Problem:
        """A problem at a letter of the text, with the line as typed (of front matter, the value in its column)."""
        start, end = self.line(offset)
        if offset >= self.body_start:
            line, column = self.article.written.place(offset - self.body_start)
            kept = max(EXCERPT, column + 60) if column < _FAR else EXCERPT
            excerpt = self.text[start : min(end, start + kept)]
        else:
            line, column = self.article.position(self.field(offset))
            excerpt = " " * (column - 1) + self.text[start : min(end, start + EXCERPT)]
        return problem(code, self.article.path, line, column, excerpt=excerpt, **facts)

    def mending(self, start: int, end: int, right: str) -> dict[str, str]:
        """What to write in place of the letters from start to end: the whole line, or the words if it is long."""
        first, last = self.line(start)
        mended = self.text[first:start] + right + self.text[end:last]
        if start >= self.body_start and len(mended) <= LONGEST_LINE:
            return {"fix": mended, "right": ""}
        return {"fix": "", "right": " ".join(right.split())}

    def shows(self, offset: int) -> bool:
        """Whether readers see this letter as part of a sentence: no code, target of a link, address or name."""
        return shown(self.text)[offset] != "\0" and self.field(offset) not in NOT_SENTENCES


@lru_cache(maxsize=2)
def shown(text: str) -> str:
    """The text with code, addresses, targets of links and tags blotted out letter by letter; line ends stay."""
    return _ADDRESS().sub(_blotted, without_code(text))


@lru_cache(maxsize=2)
def without_code(text: str) -> str:
    """The text with code and tags blotted out, likewise."""
    return _CODE().sub(_blotted, text) if "`" in text or "~~~" in text or "<" in text else text


def _blotted(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\0", found[0])


def prose_of(article: Article, signs: Signs) -> Prose:
    """The words of a post. A summary that was taken from the body is not there twice."""
    fields = [(name, text) for name, text in _fields(article) if text]
    starts, at = [], 0
    for _, text in fields:
        starts.append(at)
        at += len(text) + 2
    names = (*(name for name, _ in fields), BODY)
    text = "\n\n".join([*(text for _, text in fields), article.written.text])
    return Prose(article, text, (*starts, at), names, signs.of(text))


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", article.title
    yield "short_title", article.short_title
    yield "summary", article.summary if article.summary and article.has("summary") else ""
    yield "author", article.author
    yield "place", article.place
    yield "image", article.image.target if article.image else ""
    yield "image_alt", article.image_alt
    yield "image_caption", article.image_caption
    yield "event", article.event.place if article.event else ""
    for correction in article.corrections:
        yield "correction", correction.text
