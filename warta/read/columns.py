"""Where in the line as it was typed that stands which was read in the line as it was mended."""

from collections.abc import Iterator
from collections.abc import Sequence as Many

from warta.yamlnodes import Mapping, Node, Scalar, Sequence

_QUOTES = frozenset("\"'“”„‘’")
_PUT_IN = frozenset('"\\ ')
"""What mending puts in where nothing stood."""

_Columns = dict[int, list[int]]
"""By line, for each letter of the mended line and its end: the column as typed."""


def as_typed(node: Node, mended: Many[str], typed: Many[str], first_line: int) -> Node:
    """The node with its columns counted in the lines as `typed`; the `mended` ones are those that were read."""
    pairs = enumerate(zip(mended, typed, strict=True), first_line)
    columns = {number: list(_columns(*pair)) for number, pair in pairs if pair[0] != pair[1]}
    return _moved(node, columns) if columns else node


def column_as_typed(column: int, mended: str, typed: str) -> int:
    """The column of the typed line for one of the mended line."""
    return column if mended == typed else [*_columns(mended, typed)][min(column, len(mended) + 1) - 1]


def _moved(node: Node, columns: _Columns) -> Node:
    column = _column(node, columns)
    match node:
        case Sequence():
            return node._replace(column=column, items=tuple([_moved(item, columns) for item in node.items]))
        case Mapping():
            pairs = [
                (key._replace(column=_column(key, columns)), _moved(value, columns)) for key, value in node.entries
            ]
            return node._replace(column=column, entries=tuple(pairs))
        case Scalar():
            return node._replace(column=column)


def _column(node: Node, columns: _Columns) -> int:
    known = columns.get(node.line)
    return known[min(node.column, len(known)) - 1] if known else node.column


def _columns(mended: str, typed: str) -> Iterator[int]:
    """Follow both lines, letter by letter: what is unlike was put in, left out, or is another quote or blank."""
    at = 0
    for letter in mended:
        while at < len(typed) and not _is_like(letter, typed[at]) and letter not in _PUT_IN:
            at += 1
        yield min(at, len(typed)) + 1
        if at < len(typed) and _is_like(letter, typed[at]):
            at += 1
    yield len(typed) + 1


def _is_like(letter: str, other: str) -> bool:
    return letter == other or (letter in _QUOTES and other in _QUOTES) or (letter.isspace() and other.isspace())
