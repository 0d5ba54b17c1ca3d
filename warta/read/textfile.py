"""Bytes of a text file of content -> its front matter, field by field, and its body, still unread."""

from collections.abc import Mapping
from typing import NamedTuple

from warta.codes import Code
from warta.fields import LONGEST, Field, kind_of, read_fields, text_of
from warta.model import Source
from warta.plainyaml import read_plain
from warta.problems import Findings
from warta.read import frontmatter
from warta.read.columns import as_typed
from warta.read.mending import leaves, mend, quoted
from warta.sourcetext import read_text
from warta.yamlnodes import Mapping as MappingNode
from warta.yamlnodes import Scalar, YamlFault, read_node

TITLE_KEYS = ("title", "judul")
FRONT_MATTER_LIMIT = 20_000
"""Characters of front matter that are read."""


class Opened(NamedTuple):
    """A text file of content: its front matter as it was written, its known fields by name, and its parts."""

    node: MappingNode
    fields: Mapping[str, Field]
    parts: frontmatter.Parts


def open_text(source: Source, names: Mapping[str, str]) -> tuple[Opened | None, Findings]:
    """The file's fields and parts (None if it cannot be opened), and the findings to add to."""
    text, problems = read_text(source.data, source.path)
    findings = Findings(source.path, (text or "").split("\n"))
    findings.extend(problems)
    if text is None:
        return None, findings
    if not text.strip():
        findings.add(Code.FILE_EMPTY)
        return None, findings
    parts = frontmatter.split(text, findings)
    node = _front_matter(parts, findings) if parts else None
    if parts is None or node is None:
        return None, findings
    return Opened(node, read_fields(node, names, findings), parts), findings


def _front_matter(parts: frontmatter.Parts, findings: Findings) -> MappingNode | None:
    if sum(map(len, parts.fields)) > FRONT_MATTER_LIMIT:
        findings.add(Code.YAML_TOO_LARGE, parts.first_line, 1)
        return None
    node = read_plain(parts.fields, parts.first_line)
    return node if node and leaves(node) else _mended(parts, findings)


def _mended(parts: frontmatter.Parts, findings: Findings) -> MappingNode | None:
    lines = mend(parts.fields, parts.first_line, findings)
    try:
        node = read_node("\n".join(lines), parts.first_line)
        node = node and as_typed(node, lines, parts.fields, parts.first_line)
    except YamlFault as fault:
        from warta.read.yamlfaults import explain

        explain(fault, lines, parts, findings)
        return None
    if node is not None and not isinstance(node, MappingNode):
        findings.add(Code.NOT_A_MAPPING, node.line, node.column, got=kind_of(node))
        return None
    return node or MappingNode((), parts.first_line, 1)


def title_of(opened: Opened, name: str, findings: Findings) -> str:
    """The title; if there is none ("") that is noted, beside one made from the file's `name`."""
    title = text_of(opened.fields.get("title"), findings)
    if not title:
        _note_missing_title(opened, name, findings)
    return title


def _note_missing_title(opened: Opened, name: str, findings: Findings) -> None:
    """Point at the key that stands there without a text, if one does; a wrong type or length is noted already."""
    written = (entry for entry in opened.node.entries if entry[0].text.strip().casefold() in TITLE_KEYS)
    key, value = next(written, (None, None))
    if value is None or (isinstance(value, Scalar) and len(value.text) <= LONGEST):
        place = (value.line, value.column) if value else (1, 1)
        shown = quoted(name.replace("-", " ").capitalize())
        findings.add(Code.TITLE_MISSING, *place, key=key.text if key else "title", title=shown)
