"""All that a post says in words, its text and the fields that readers see, as one text that is searched once."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from warta.codes import Code
from warta.model import Article
from warta.problems import Problem, problem

FIELDS = ("title", "short_title", "summary", "image_alt", "image_caption")
"""The fields whose words a reader sees."""

_BREAK = "\n\n"
_PLAIN = bytes(0x20 if each in b"\t\n\r\x0b\x0c\xa0" else each for each in range(256)).lower()
_MARKS = re.compile(r"[*_~\[\]\u200b]+")
_ENDS = r"(?<=[a-z)\]”\"][.!?])\s"


class RunningText(NamedTuple):
    """A post's words: the Markdown of its body, then its fields, each a paragraph of its own.

    `plain` has the same length in one byte a letter, lower case, a blank for all space, `?` for what Latin-1 lacks:
    searching it costs a tenth of searching the text, and what is found stands at the same offset. `lead` is where the
    body's first paragraph ends.
    """

    article: Article
    text: str
    plain: bytes
    starts: tuple[tuple[int, str], ...]
    lead: int

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a letter of the text; in a field, those of the field's value."""
        number = bisect_right(self.starts, offset, key=lambda each: each[0]) - 1
        return self.article.position(self.starts[number][1]) if number >= 0 else self.article.written.place(offset)

    def problem(self, code: Code, offset: int, **facts: object) -> Problem:
        """What is wrong at a letter of the text."""
        line, column = self.place(offset)
        return problem(code, self.article.path, line, column, excerpt="", **facts)

    def all_of(self, word: bytes) -> Iterator[int]:
        """Where the word (lower case) begins a word of the text."""
        at = self.plain.find(word)
        while at >= 0:
            if not at or not self.plain[at - 1 : at].isalnum():
                yield at
            at = self.plain.find(word, at + 1)

    def sentence(self, offset: int) -> str:
        """The words around a letter, up to the ends of its sentence, at most 300 letters each way."""
        before, after = self.text[max(0, offset - 300) : offset], self.text[offset : offset + 300]
        before = re.split(_ENDS, before.rpartition(_BREAK)[2])[-1]
        return before + re.split(_ENDS, after.partition(_BREAK)[0])[0]


def running_text(article: Article) -> RunningText:
    """The words of the post. What its writer did not type (a summary made from the text) is not repeated."""
    body = _without_comments(article.written.text)
    pieces, starts, length = [body], list[tuple[int, str]](), len(body)
    typed = {name for name, _, _ in article.positions}
    for name in FIELDS:
        words = getattr(article, name) if name in typed else ""
        if words:
            starts.append((length + len(_BREAK), name))
            pieces.append(words)
            length += len(_BREAK) + len(words)
    text = _BREAK.join(pieces)
    lead = text.find(_BREAK, len(body) - len(body.lstrip()))
    plain = text.encode("latin-1", "replace").translate(_PLAIN)
    return RunningText(article, text, plain, tuple(starts), len(text) if lead < 0 else lead)


def plain_words(text: str) -> str:
    """The words without Markdown's marks of emphasis and links, one blank for all space: to be compared, not shown."""
    return " ".join(_MARKS.sub("", text).split())


def _without_comments(text: str) -> str:
    """The text with blanks in place of comments, which no reader sees; all else stays where it is."""
    if "<!--" not in text:
        return text
    pieces, seen, start = list[str](), 0, text.find("<!--")
    while start >= 0:
        end = text.find("-->", start) + len("-->")
        if end < len("-->"):
            break
        pieces += (text[seen:start], re.sub(r"[^\n]", " ", text[start:end]))
        seen, start = end, text.find("<!--", end)
    return "".join((*pieces, text[seen:]))
