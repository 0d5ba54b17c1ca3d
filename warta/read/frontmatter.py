"""Text -> the block between the `---` fences, and the body below it.

Fail closed: what looks like front matter but is none stops the build, so that no draft goes live by a broken fence.
"""

import re
from typing import NamedTuple

from warta.codes import Code
from warta.problems import Findings
from warta.read.mending import quoted

_FENCE = re.compile(r"---[ \t]*")
_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)
_ALMOST_FENCE = re.compile(r"[ \t]*(-{2,}|[–—]+-*|_{3,}|\*{3,}|={3,})[ \t]*")
_KEY = re.compile(r"[^\W\d][\w ]{0,30}:(\s|$)")


class Parts(NamedTuple):
    """The lines of the front matter (the first is line `first_line` of the file) and the body."""

    fields: tuple[str, ...]
    first_line: int
    body: str
    body_line: int


def split(text: str, findings: Findings) -> Parts | None:
    """The two parts; None after noting why the front matter cannot be told from the body."""
    opening = _OPENING.match(text)
    if opening is None:
        _explain_start(text.split("\n"), findings)
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        _explain_open(text.split("\n"), findings)
        return None
    fields = tuple(text[opening.end() : closing.start()].split("\n")[1:])
    body_line = len(fields) + 3
    for fence, line in ((opening[0], 1), (closing[0], body_line - 1)):
        if fence.lstrip("\n") != "---":
            findings.add(Code.FENCE_BLANKS, line, 4)
    return Parts(fields, 2, text[closing.end() + 1 :], body_line)


def _explain_start(lines: list[str], findings: Findings) -> None:
    """Name the true cause: something above the fence, a fence that is none, or no front matter at all."""
    number, first = next(((n, line) for n, line in enumerate(lines, start=1) if line.strip()), (1, ""))
    follows = lines[number].strip() if number < len(lines) else ""
    if _FENCE.fullmatch(first.strip()) and number > 1:
        findings.add(Code.FENCE_NOT_FIRST, number, 1, blank=number - 1)
    elif _ALMOST_FENCE.fullmatch(first) and _KEY.match(follows):
        findings.add(Code.FENCE_NOT_FIRST, number, 1, blank="")
    else:
        title = re.sub(r"^(?:judul|title)\s*:\s*", "", first.strip().lstrip("# "), flags=re.IGNORECASE)
        findings.add(Code.NO_FRONT_MATTER, 1, 1, title=quoted(title[:80]))


def _explain_open(lines: list[str], findings: Findings) -> None:
    """Point at the line that was meant to close the block, else at the first that is no `key: value`."""
    for number, line in enumerate(lines[1:], start=2):
        if _ALMOST_FENCE.fullmatch(line):
            findings.add(Code.FENCE_NOT_CLOSED, number, 1)
            return
    for number, line in enumerate(lines[1:], start=2):
        if not _KEY.match(line) and not line.startswith((" ", "\t", "-", "#")):
            findings.add(Code.FENCE_NOT_CLOSED, number, 1)
            return
    findings.add(Code.FENCE_NOT_CLOSED, len(lines), 1)
