"""YAML as nearly every file has it -> the node that `yamlnodes` makes of it, without PyYAML, at a quarter of its cost.

Keys with a text or a list of texts behind them, lists and mappings set in below them, no text with an escape or a
second line. For all else there is None, and `yamlnodes` has the word: its node is what this module must give, to the
last column. Without this module builds are slower, and no page differs.
"""

import re
from collections.abc import Sequence as Lines

from warta.yamlnodes import DEEPEST, Mapping, Node, Scalar, Sequence

# What follows a repeated part never begins with what that part may hold, so a long line that fits nowhere costs no more
# than one that does.
_QUOTED = r"""(?P<quoted>"[^"\\]*"|'[^']*')"""
_PLAIN = r"(?P<plain>[\w/][^:#]*(?::[^ :#][^:#]*)*)"
_LISTED = r"""(?:"[^"\\]*" *|'[^']*' *|[\w/][^][{},:#?]*)"""
_LIST = rf"(?P<list>\[ *(?:{_LISTED}(?:, *{_LISTED})*)?\])"

_KEY = r"(?P<key>[^\W\d]\w{0,99}(?: \w{1,99}){0,9})"
_ENTRY = re.compile(rf"(?P<indent> *){_KEY}:(?: +(?:{_PLAIN}|{_QUOTED} *|{_LIST} *)| *)")
_ITEM = re.compile(rf" *- +(?:{_PLAIN}|{_QUOTED} *)")
_IN_LIST = re.compile(rf"{_QUOTED}|(?P<plain>[\w/][^],]*)")

_Rows = list[tuple[int, str]]
"""Lines with their numbers, without those that are blank or hold a comment."""


class _NotPlain(Exception):
    pass


def read_plain(lines: Lines[str], first_line: int) -> Mapping | None:
    """The mapping in the lines, which count from `first_line`; None if any of them needs a closer look."""
    if not "".join(lines).isprintable():
        return None
    rows = [row for row in enumerate(lines, start=first_line) if row[1].lstrip(" ")[:1] not in {"", "#"}]
    try:
        node, end = _mapping(rows, 0, 0)
    except _NotPlain:
        return None
    return node if end == len(rows) else None


def _mapping(rows: _Rows, at: int, indent: int) -> tuple[Mapping, int]:
    """The mapping whose keys are set in so far, and the row behind it."""
    entries: list[tuple[Scalar, Node]] = []
    while at < len(rows):
        number, line = rows[at]
        entry = _ENTRY.fullmatch(line)
        if entry is None or entry.end("indent") != indent:
            break
        at += 1
        value: Node | None
        if entry.lastgroup == "key":
            value, at = _below(rows, at, indent)
            value = value or Scalar("", quoted=False, line=number, column=entry.end("key") + 2)
        elif entry.lastgroup == "list":
            start, end = entry.span("list")
            items = [_scalar(item, number) for item in _IN_LIST.finditer(line, start, end)]
            value = Sequence(tuple(items), number, start + 1)
        else:
            value = _scalar(entry, number)
        entries.append((Scalar(entry["key"], quoted=False, line=number, column=indent + 1), value))
    if not entries:
        raise _NotPlain
    return Mapping(tuple(entries), entries[0][0].line, indent + 1), at


def _below(rows: _Rows, at: int, indent: int) -> tuple[Sequence | Mapping | None, int]:
    """What belongs to a key that is set in so far and has nothing behind it, and the row behind that."""
    line = rows[at][1] if at < len(rows) else ""
    own = _indent_of(line)
    if line.startswith("- ", own) and own >= indent:
        return _sequence(rows, at, own)
    return _mapping(rows, at, own) if own > indent else (None, at)


def _sequence(rows: _Rows, at: int, indent: int) -> tuple[Sequence, int]:
    """The list whose dashes are set in so far, and the row behind it."""
    items: list[Node] = []
    first_line = rows[at][0]
    while at < len(rows):
        number, line = rows[at]
        if _indent_of(line) != indent or not line.startswith("- ", indent):
            break
        item = _ITEM.fullmatch(line)
        if item:
            items.append(_scalar(item, number))
            at += 1
            continue
        # A mapping may begin behind the dash; its other keys are set in as if the dash were a blank.
        rows[at] = number, line.replace("-", " ", 1)
        mapping, at = _mapping(rows, at, _indent_of(rows[at][1]))
        items.append(mapping)
    return Sequence(tuple(items), first_line, indent + 1), at


def _indent_of(line: str) -> int:
    """How far the line is set in, no further than what nests no deeper than `yamlnodes` goes."""
    indent = len(line) - len(line.lstrip(" "))
    if indent > DEEPEST - 2:
        raise _NotPlain
    return indent


def _scalar(match: re.Match[str], line: int) -> Scalar:
    kind = match.lastgroup or ""
    text, is_quoted = match[kind], kind == "quoted"
    return Scalar(text[1:-1] if is_quoted else text.rstrip(" "), is_quoted, line, match.start(kind) + 1)
