"""Marks of Markdown that do not do what their writer thinks, over more than a word."""

import re
from collections.abc import Iterator

from warta.checks.prose import BODY, Prose, shown
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem
from warta.settings import Settings

PARAGRAPH = 60
"""Characters from which a line that ends with a full stop is a paragraph and no line of an address or a poem."""

_GLUED = rare(r"\n(?=[A-Z\"“‘(])(?<=[.!?\"”’)]\n)")
_SENTENCE_END = rare(r"[.!?][\"”’)]?$")
_NO_PARAGRAPH = rare(r"[ ]{0,3}(?:[-*+•>|#:!{]|[0-9]{1,9}[.)]|\[\^)|[ ]{4}|\t")
_HEADING = rare(r"\n(?P<marks>#{1,6})[ \t]+(?=\S)")
_NOTE_USE = rare(r"\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_NOTE = rare(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,40})\]:", re.MULTILINE)
_ROW = rare(r"[ ]{0,3}\|.*\|[ \t]*")
_ROW_RULE = rare(r"[ ]{0,3}\|?[ :|-]*-[ :|-]*")
_EMPHASIS = re.compile(r"\*(?P<more>\*{0,2})(?=[^\s*])[^*\n]*(?<=[^\s*])\*(?P=more)")
_ESCAPED = rare(r"\\\*")
_ITALIC = rare(r"(?<!\*)\*(?=[^\s*])[^*]*(?<=[^\s*])\*(?!\*)")
_PAIR = rare(r"(?P<mark>\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])(?P=mark)")
_BOLD_MARK = rare(r"(?<![\\*])\*\*(?!\*)(?=[^\n])|(?<=[^\s*\\])\*\*(?!\*)")
_LONE_STAR = rare(r"(?<=[ (\"“])\*(?=[^\W_])")

SIGNS = {
    "lines glued": r"[.!?\"”’)]\n[A-Z\"“‘(]",
    "deep heading": r"(?:^|\n)###",
    "note": r"\[\^",
    "row": r"\n[ ]{0,3}\|",
}


def blocks(prose: Prose, _settings: Settings) -> Iterator[Problem]:
    """K504, K505, K512 to K514."""
    text, start = prose.text, prose.body_start
    if "lines glued" in prose.signs:
        yield from _glued(prose)
    if "deep heading" in prose.signs:
        yield from _skipping(prose)
    if "*" in text and "*" in _EMPHASIS.sub("", text):
        yield from _open_emphasis(prose)
    if "note" in prose.signs:
        notes = {found["name"] for found in _NOTE().finditer(text)}
        for found in _NOTE_USE().finditer(text, start):
            if found["name"] not in notes and _is_shown(prose, found.start()):
                yield prose.problem(Code.NOTE_MISSING, found.start(), name=found["name"])
    if "row" in prose.signs:
        yield from _tables(prose)


def _is_shown(prose: Prose, offset: int) -> bool:
    return shown(prose.text)[offset] != "\0" and prose.field(offset) == BODY


def _glued(prose: Prose) -> Iterator[Problem]:
    """One problem for a post, at the first of such lines: who pastes a text without blank lines has them all."""
    places = []
    for found in _GLUED().finditer(prose.text, prose.body_start):
        first, end = prose.line(found.start())
        if not _SENTENCE_END().search(prose.text, max(first, end - 2), end):
            continue
        line, following = prose.text[first:end], prose.text[end + 1 : end + 60]
        if len(line) < PARAGRAPH or _NO_PARAGRAPH().match(line) or _NO_PARAGRAPH().match(following):
            continue
        if _is_shown(prose, first):
            places.append(end - 1)
    if places:
        number, _ = prose.article.written.place(places[0] - prose.body_start)
        yield prose.problem(Code.PARAGRAPHS_GLUED, places[0], count=len(places), following=number + 1)


def _skipping(prose: Prose) -> Iterator[Problem]:
    level = 1
    for found in _HEADING().finditer(prose.text, prose.body_start - 1):
        if not _is_shown(prose, found.start("marks")):
            continue
        own = len(found["marks"])
        if own > level + 1:
            right = "#" * (level + 1)
            fix = prose.mending(*found.span("marks"), right)
            yield prose.problem(Code.HEADING_SKIPS, found.start("marks"), level=own, before=level, marks=right, **fix)
        level = min(own, level + 1)


def _paragraphs(prose: Prose, mark: str) -> Iterator[tuple[int, str]]:
    """Start and visible text of each paragraph of the body that holds the mark."""
    text = shown(prose.text)
    at = text.find(mark, prose.body_start)
    while at >= 0:
        start = (
            max(text.rfind("\n\n", prose.body_start, at) + 2, prose.body_start) if "\n\n" in text else prose.body_start
        )
        end = text.find("\n\n", at)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        at = text.find(mark, end)


def _open_emphasis(prose: Prose) -> Iterator[Problem]:
    """Stars that are left where every pair is taken out. A star behind a word is a note of the writer's own."""
    for start, paragraph in _paragraphs(prose, "*"):
        text = _ESCAPED().sub(_blotted, paragraph)
        for pairs in (_ITALIC, _PAIR):
            text = pairs().sub(_blotted, text)
        marks = [found.start() for found in _BOLD_MARK().finditer(text)]
        if len(marks) % 2:
            yield prose.problem(Code.EMPHASIS_OPEN, start + marks[-1], mark="**")
        elif marks:
            words = text[marks[0] + 2 : marks[1]]
            fix = prose.mending(start + marks[0], start + marks[1] + 2, f"**{words.strip()}**")
            if words != words.strip():
                yield prose.problem(Code.EMPHASIS_SPACED, start + marks[0], mark="**", **fix)
        elif (lone := _LONE_STAR().search(text)) and text.count("*") == 1:
            yield prose.problem(Code.EMPHASIS_OPEN, start + lone.start(), mark="*")


def _blotted(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _tables(prose: Prose) -> Iterator[Problem]:
    """Rows without the line of hyphens that makes a table of them. Blank lines between rows do no harm."""
    at, rows = prose.body_start, list[tuple[int, str]]()
    for line in [*prose.text[prose.body_start :].split("\n"), "."]:
        if _ROW().fullmatch(line):
            rows.append((at, line))
        elif line.strip():
            if (
                len(rows) > 1
                and not any(_ROW_RULE().fullmatch(row) for _, row in rows)
                and _is_shown(prose, rows[0][0])
            ):
                columns = rows[0][1].strip().strip("|").count("|") + 1
                yield prose.problem(Code.TABLE_RULE, rows[0][0], rule="|" + " --- |" * columns)
            rows.clear()
        at += len(line) + 1
