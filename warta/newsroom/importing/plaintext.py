"""A text file as the office keeps it -> a manuscript: title line, lead, one line a paragraph, headings without marks.

A chat message has the same form below its marks, so `read_lines` takes the function that reads words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from warta.codes import Code
from warta.newsroom.importing.escaping import escape_start, escape_words
from warta.newsroom.importing.manuscript import Manuscript
from warta.problems import problem

LONGEST_HEADING = 80
"""Characters of a line that may still be a heading."""

LONGEST_TITLE = 220
"""Characters of a first line that may still be a title: of 158 real ones, the longest has 215."""

_ITEM = re.compile(r"(?P<mark>[-*+•▪◦·●○‣–—]|[0-9]{1,2}[.)])[ \t\u00a0]+(?P<words>\S.*)")
_SEPARATOR = re.compile(r"[-_=*~.–—]{3,}")
_TITLE_LABEL = re.compile(r"(?:#{1,6}\s+|judul\s*:\s*)", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:siaran pers|rilis(?: pers| berita)?|press release|naskah berita|berita)\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;,…]['\"”’»)]{0,9}$|[”\"]$")


class Line(NamedTuple):
    """A line with words, and whether a blank one stands before it."""

    words: str
    after_blank: bool


def read_plain_text(text: str, origin: str) -> Manuscript:
    """The manuscript in a text of the form above."""
    return read_lines(text, origin, escape_words)


def read_lines(text: str, origin: str, inline: Callable[[str], str]) -> Manuscript:
    """As `read_plain_text`; `inline` turns the words of a line into Markdown."""
    lines = _joined(_lines(text))
    lines = lines[1:] if lines and is_label(lines[0].words) else lines
    if lines and len(lines[0].words) > LONGEST_TITLE:
        return _without_title(lines, origin, inline)
    title = _TITLE_LABEL.sub("", lines[0].words, count=1).strip() if lines else ""
    rest = lines[1:]
    summary = ""
    if len(rest) > 1 and not rest[0].after_blank and rest[1].after_blank and not _ITEM.fullmatch(rest[0].words):
        summary, rest = rest[0].words, rest[1:]
    return Manuscript(origin, title, body_of([line.words for line in rest], inline), summary)


def _without_title(lines: Sequence[Line], origin: str, inline: Callable[[str], str]) -> Manuscript:
    """The manuscript in a text that begins with a paragraph: its first words are the title until a person has one."""
    title = lines[0].words[:LONGEST_HEADING].rpartition(" ")[0].rstrip(" ,;:–-") or lines[0].words[:LONGEST_HEADING]
    told = problem(Code.IMPORT_NO_TITLE, origin, title=title)
    return Manuscript(origin, title, body_of([line.words for line in lines], inline), problems=(told,))


def is_label(words: str) -> bool:
    """Whether a first line only says what kind of text follows, as releases to the press do."""
    return _LABEL.fullmatch(words) is not None


def _lines(text: str) -> Iterator[Line]:
    blank = False
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            yield Line(words, blank)
        blank = not words


def _joined(lines: Iterator[Line]) -> list[Line]:
    """The lines, those that were broken inside a sentence whole again."""
    whole: list[list[Line]] = []
    for line in lines:
        breaks = not line.after_blank and line.words[0].islower() and not _ITEM.fullmatch(line.words)
        if whole and breaks and not _SENTENCE_END.search(whole[-1][-1].words):
            whole[-1].append(line)
        else:
            whole.append([line])
    return [Line(" ".join(part.words for part in parts), parts[0].after_blank) for parts in whole]


def body_of(lines: Sequence[str], inline: Callable[[str], str]) -> str:
    """The Markdown of these lines: a list where they have marks, a heading where one stands alone, else paragraphs."""
    blocks: list[str] = []
    was_item = ""
    for number, line in enumerate(lines):
        item = _ITEM.fullmatch(line)
        kind = ("1" if item["mark"][0].isdigit() else "-") if item else ""
        if item:
            mark = f"{item['mark'][:-1]}." if kind == "1" else "-"
            block = f"{mark} {escape_start(inline(item['words']))}"
        elif _SEPARATOR.fullmatch(line):
            block = "---"
        elif is_heading(line, lines[number + 1 : number + 2]):
            block = f"## {inline(line)}"
        else:
            block = escape_start(inline(line))
        if kind and kind == was_item:
            blocks[-1] += f"\n{block}"
        else:
            blocks.append(block)
        was_item = kind
    return "\n\n".join(blocks)


def is_heading(line: str, following: Sequence[str]) -> bool:
    """Whether a line is short, ends no sentence, and a list or a whole sentence follows."""
    if not following or len(line) > LONGEST_HEADING or _SENTENCE_END.search(line) or not line[0].isupper():
        return False
    below = following[0]
    return bool(_ITEM.fullmatch(below) or len(below) > LONGEST_HEADING or re.search(r"[.!?]['\"”’)]*$", below))
