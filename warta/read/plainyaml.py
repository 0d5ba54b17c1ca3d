"""Front matter as nearly every post has it -> the node that mending and YAML make of it, at a fifth of the cost.

One line is one key with a text or a list of texts, no text has an escape. For all else there is None: `mending` and
`yamlnodes` have the word then, and their node is what this module must give, to the last column. Without it a build
is slower and no page differs.
"""

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

from warta.read.mending import TEXT_KEYS
from warta.yamlnodes import Mapping, Scalar, Sequence

# What follows a repeated part never begins with what that part may hold, so a long line that fits nowhere costs no more
# than one that does.
_QUOTED = r"""(?P<quoted>"[^"\\]*"|'[^']*')"""
_PLAIN = r"(?P<plain>[\w/][^:#]*(?::[^ :#][^:#]*)*)"
_LISTED = r"""(?:"[^"\\]*" *|'[^']*' *|[\w/][^][{},:#?]*)"""
_LIST = rf"(?P<list>\[ *(?:{_LISTED}(?:, *{_LISTED})*)?\])"

_ENTRY = re.compile(rf"(?P<key>[^\W\d]\w{{0,99}}):(?: +(?:{_PLAIN}|{_QUOTED} *|{_LIST} *)| *)")
_ITEM = re.compile(rf"(?P<indent> *)- +(?:{_PLAIN}|{_QUOTED} *)")
_IN_LIST = re.compile(rf"{_QUOTED}|(?P<plain>[\w/][^],]*)")
_NOTHING = re.compile(r" *(?:#.*)?")


def read_plain(lines: Lines[str], first_line: int) -> Mapping | None:
    """The mapping in the lines, which count from `first_line`; None if any of them needs a closer look."""
    if not "".join(lines).isprintable():
        return None
    entries = []
    at = 0
    while at < len(lines):
        line = lines[at]
        entry = _ENTRY.fullmatch(line)
        number = first_line + at
        at += 1
        if entry is None:
            if not _NOTHING.fullmatch(line):
                return None
            continue
        items = tuple(_items(lines, at, first_line)) if entry.lastgroup == "key" else ()
        value = Sequence(items, number + 1, lines[at].index("-") + 1) if items else _value(entry, number)
        if value is None:
            return None
        entries.append((Scalar(entry["key"], quoted=False, line=number, column=1), value))
        at += len(items)
    return Mapping(tuple(entries), entries[0][0].line, 1) if entries else None


def _value(entry: re.Match[str], line: int) -> Scalar | Sequence | None:
    """What stands behind the key; None for a list that `mending` takes for a text."""
    kind = entry.lastgroup
    if kind == "key":
        return Scalar("", quoted=False, line=line, column=entry.end("key") + 2)
    if kind != "list":
        return _scalar(entry, line)
    if entry["key"].casefold() in TEXT_KEYS:
        return None
    start, end = entry.span("list")
    items = _IN_LIST.finditer(entry.string, start, end)
    return Sequence(tuple([_scalar(item, line) for item in items]), line, start + 1)


def _items(lines: Lines[str], start: int, first_line: int) -> Iterator[Scalar]:
    """The texts of the lines `- text` that follow each other from `start` with one indent."""
    indent = None
    for at in range(start, len(lines)):
        item = _ITEM.fullmatch(lines[at])
        if item is None or indent not in {None, item["indent"]}:
            return
        indent = item["indent"]
        yield _scalar(item, first_line + at)


def _scalar(match: re.Match[str], line: int) -> Scalar:
    kind = match.lastgroup or ""
    text, is_quoted = match[kind], kind == "quoted"
    return Scalar(text[1:-1] if is_quoted else text.rstrip(" "), is_quoted, line, match.start(kind) + 1)
