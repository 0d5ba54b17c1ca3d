"""What a body's text shows before it is rendered: marks that mean something else in Markdown than the writer thinks."""

import re

from warta.codes import Code
from warta.problems import Findings
from warta.read.prepare import fence_of

DEEPEST = 20
"""Quotes and lists inside one another; a report needs three, Python-Markdown's recursion ends near a hundred."""

_MARKS = re.compile(r"(?:[ ]{0,3}>|[ ]*+(?:[-*+]|\d{1,9}\.)[ ]+|[ ]{4}|\t)*")
_MANY_MARKS = re.compile(rf"^[ \t>*+\-0-9.]{{{DEEPEST}}}", re.MULTILINE)
_MARK = re.compile(r">|[-*+]|\d\.|[ ]{4}|\t")
_RULE = re.compile(r"[ ]{0,3}-{2,}[ \t]*")
_CHAT_BOLD = re.compile(r"(?:^|[\s(])(?P<mark>\*[^\s*][^*\n]*\*)(?=$|[\s.,;:!?)])", re.MULTILINE)
_CHAT_OTHER = re.compile(r"(?:^|[\s(])(?P<mark>~[^\s~][^~\n]*~|_[^\s_][^_\n]*_)(?=$|[\s.,;:!?)])", re.MULTILINE)


def too_deep(text: str) -> int:
    """The first line (from 1) with more than DEEPEST marks of quote, list or indent before its text; 0 for none."""
    if not _MANY_MARKS.search(text):
        return 0
    fence = ""
    for number, line in enumerate(text.split("\n"), start=1):
        fence = fence_of(line, fence)
        if not fence and line[:1] in " \t>-*+0123456789" and _depth(line) > DEEPEST:
            return number
    return 0


def _depth(line: str) -> int:
    marks = _MARKS.match(line[:1000])  # of a line of blanks alone every fourth is looked at to its end
    return len(_MARK.findall(marks[0])) if marks else 0


def lint(text: str, first_line: int, findings: Findings) -> None:
    """Note a rule that turns the line above it into a heading, and marks of a chat program."""
    _lint_rules(text, first_line, findings)
    other = _CHAT_OTHER.search(text) if "~" in text or "_" in text else None
    bold = _CHAT_BOLD.search(text) if other else None
    if bold and other:
        first = min(bold.start("mark"), other.start("mark"))
        line, start = text.count("\n", 0, first), text.rfind("\n", 0, first) + 1
        findings.add(Code.CHAT_MARKS, first_line + line, first - start + 1, bold=bold["mark"])


def _lint_rules(text: str, first_line: int, findings: Findings) -> None:
    if "\n--" not in text and "\n -" not in text:
        return
    fence, previous = "", ""
    for number, line in enumerate(text.split("\n")):
        fence = fence_of(line, fence)
        if not fence and _RULE.fullmatch(line) and previous.strip() and "|" not in previous:
            findings.add(Code.RULE_MAKES_HEADING, first_line + number, 1, heading=previous.strip()[:80])
        previous = line
