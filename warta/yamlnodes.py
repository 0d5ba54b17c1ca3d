"""YAML text -> nodes that know their place and keep every value as it was written.

Front matter, site.yaml and the UI words are read here. Values are never guessed (YAML 1.1 would make `No` false and
`007` seven), and the parser's events are walked without recursion, so that no nesting, alias or tag can do harm.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

DEEPEST = 8
"""Levels of nesting that are read; settings need 3."""


class Scalar(NamedTuple):
    """Text as written; `quoted` tells `"~"` from `~`. Line and column count from 1."""

    text: str
    quoted: bool
    line: int
    column: int

    @property
    def empty(self) -> bool:
        """Whether nothing was written (also `~` and `null`)."""
        return not self.quoted and self.text in {"", "~", "null"}


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys and values in the order written, repeats included."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class YamlFault(Exception):
    """The text is no YAML that we read. `kind`: syntax, magic (anchor, alias, tag, second document) or depth."""

    def __init__(self, kind: str, line: int, column: int) -> None:
        super().__init__(kind, line, column)
        self.kind, self.line, self.column = kind, line, column


def read_node(text: str, first_line: int = 1) -> Node | None:
    """The one node of the text (None if it is empty); its lines count from `first_line`. Raises YamlFault."""
    import yaml

    try:
        return _build(yaml.parse(text, Loader=yaml.CSafeLoader), first_line)
    except yaml.MarkedYAMLError as error:
        # A line without a colon is only missed on the next one; its own place is the context.
        is_lost_key = error.context == "while scanning a simple key"
        mark = (error.context_mark if is_lost_key else None) or error.problem_mark or error.context_mark
        raise YamlFault("syntax", first_line + (mark.line if mark else 0), mark.column + 1 if mark else 1) from error
    except yaml.YAMLError as error:  # a character that YAML refuses carries no mark
        raise YamlFault("syntax", first_line, 1) from error


def _build(events: Iterator["yaml.Event"], first_line: int) -> Node | None:
    """Nest the flat events: `stack` holds the children gathered so far of every open list or mapping."""
    import yaml

    root: list[Node] = []
    stack: list[tuple[list[Node], bool, int, int]] = [(root, False, 0, 0)]
    for event in events:
        mark = event.start_mark
        line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
        match event:
            case yaml.ScalarEvent():
                _refuse_magic(event, line, column)
                stack[-1][0].append(Scalar(event.value, bool(event.style), line, column))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                _refuse_magic(event, line, column)
                if len(stack) > DEEPEST:
                    raise YamlFault("depth", line, column)
                stack.append(([], isinstance(event, yaml.MappingStartEvent), line, column))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                children, is_mapping, line, column = stack.pop()
                stack[-1][0].append(_close(children, line, column, is_mapping=is_mapping))
            case yaml.AliasEvent():
                raise YamlFault("magic", line, column)
            case yaml.DocumentStartEvent() if root:
                raise YamlFault("magic", line, column)
    is_bare = not root or (isinstance(root[0], Scalar) and not root[0].text and not root[0].quoted)  # `---` alone
    return None if is_bare else root[0]


def _refuse_magic(event: "yaml.ScalarEvent | yaml.CollectionStartEvent", line: int, column: int) -> None:
    if event.anchor is not None or event.tag is not None:
        raise YamlFault("magic", line, column)


def _close(children: list[Node], line: int, column: int, *, is_mapping: bool) -> Node:
    if not is_mapping:
        return Sequence(tuple(children), line, column)
    entries = []
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise YamlFault("syntax", key.line, key.column)
        entries.append((key, value))
    return Mapping(tuple(entries), line, column)
