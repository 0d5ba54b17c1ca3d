"""Nodes of YAML -> named fields: duplicate and unknown keys, and values of the wrong type, told apart at their line.

Shared by front matter and site.yaml, so that both complain alike.
"""

from collections.abc import Mapping as MappingType
from typing import NamedTuple

from warta.codes import Code
from warta.likeness import nearest
from warta.plainyaml import read_plain
from warta.problems import Findings
from warta.sourcetext import CONTROL
from warta.yamlnodes import Mapping, Node, Scalar, Sequence, YamlFault, read_node

LONGEST = 2_000
"""Characters of a field of one line: ten times a long headline. It stands in every list that names the post."""


class Field(NamedTuple):
    """One key as it was typed, and its value."""

    key: Scalar
    value: Node


def read_fields(node: Mapping, names: MappingType[str, str], findings: Findings) -> dict[str, Field]:
    """The fields by canonical name. `names` gives the canonical name of every spelling that is known.

    The first of two equal keys counts. An empty value (`title:`) is like a missing key.
    """
    fields: dict[str, Field] = {}
    seen: dict[str, Scalar] = {}
    for key, value in node.entries:
        name = names.get(key.text.strip().casefold())
        if name is None:
            meant = nearest(key.text.casefold(), names)
            findings.add(Code.UNKNOWN_KEY, key.line, key.column, key=key.text, nearest=meant)
        elif name in seen:
            findings.add(Code.DUPLICATE_KEY, key.line, key.column, key=key.text, first=seen[name].line)
        else:
            seen[name] = key
            if not (isinstance(value, Scalar) and value.empty):
                fields[name] = Field(key, _printable(value, findings))
    return fields


def _printable(node: Node, findings: Findings) -> Node:
    """The node without the control characters that YAML's own escapes bring back; each text with one is noted."""
    match node:
        case Scalar() if node.text.isprintable():
            return node
        case Sequence():
            return Sequence(tuple([_printable(item, findings) for item in node.items]), node.line, node.column)
        case Mapping():
            return node._replace(entries=tuple((key, _printable(value, findings)) for key, value in node.entries))
    found = CONTROL.search(node.text)
    if found is None:
        return node
    findings.add(Code.CONTROL_CHARACTER, node.line, node.column, character=f"U+{ord(found[0]):04X}")
    return node._replace(text=CONTROL.sub("", node.text))


def text_of(field: Field | None, findings: Findings) -> str:
    """The field as one line of text ("" if it is missing or no text)."""
    if field is None:
        return ""
    if isinstance(field.value, Scalar):
        return "" if _is_too_long(field.key, field.value, findings) else " ".join(field.value.text.split())
    findings.add(
        Code.WRONG_TYPE,
        field.value.line,
        field.value.column,
        key=field.key.text,
        wanted="text",
        got=kind_of(field.value),
    )
    return ""


def items_of(field: Field | None, findings: Findings) -> tuple[Scalar, ...]:
    """The entries of a list of texts, empty ones left out; a single text is a list of one."""
    if field is None:
        return ()
    if isinstance(field.value, Scalar):
        return () if _is_too_long(field.key, field.value, findings) else (field.value,)
    if isinstance(field.value, Mapping):
        findings.add(
            Code.WRONG_TYPE, field.value.line, field.value.column, key=field.key.text, wanted="list", got="mapping"
        )
        return ()
    items = []
    for item in field.value.items:
        if not isinstance(item, Scalar):
            findings.add(Code.WRONG_TYPE, item.line, item.column, key=field.key.text, wanted="text", got=kind_of(item))
        elif item.text.strip() and not item.empty and not _is_too_long(field.key, item, findings):
            items.append(item)
    return tuple(items)


def _is_too_long(key: Scalar, value: Scalar, findings: Findings) -> bool:
    """Whether the text is longer than any that is read, which is noted."""
    if len(value.text) <= LONGEST:
        return False
    facts = {"key": key.text, "length": len(value.text), "limit": LONGEST}
    findings.add(Code.FIELD_TOO_LONG, value.line, value.column, **facts)
    return True


def kind_of(node: Node) -> str:
    """The name by which `messages` speaks of the node's type."""
    match node:
        case Scalar():
            return "text"
        case Sequence():
            return "list"
        case Mapping():
            return "mapping"


def read_mapping(text: str, first_line: int, findings: Findings) -> Mapping | None:
    """The YAML text as a mapping; None after noting why it is none. An empty text is an empty mapping."""
    try:
        node = read_plain(text.split("\n"), first_line) or read_node(text, first_line)
    except YamlFault as fault:
        code = {"syntax": Code.NOT_KEY_VALUE, "magic": Code.YAML_MAGIC, "depth": Code.YAML_TOO_LARGE}[fault.kind]
        last = first_line + text.count("\n")  # the parser finds what is left open on a line below
        findings.add(code, *((fault.line, fault.column) if fault.line <= last else (last, 1)))
        return None
    if node is None:
        return Mapping((), first_line, 1)
    if not isinstance(node, Mapping):
        findings.add(Code.NOT_A_MAPPING, node.line, node.column, got=kind_of(node))
        return None
    return node
