"""Why front matter is no YAML, found in its lines: YAML's own errors point at the end of the block or at nothing."""

import re
from typing import NamedTuple

from warta.codes import Code
from warta.problems import Findings
from warta.read.columns import column_as_typed
from warta.read.frontmatter import Parts
from warta.read.mending import quoted
from warta.yamlnodes import YamlFault, read_node

_LINE = re.compile(r"(?P<key>[ ]*(?:-[ ]+)?[^\W\d]\w*:|[ ]*-)[ ]+(?P<value>\S.*)")
_QUOTE_BEFORE_KEY = re.compile(r"(?P<indent>[ ]*)[\"'](?P<line>[^\W\d]\w*:[^\"']*)")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"[ ]*(?:#.*)?'),
    "'": re.compile(r"'(?:[^']|'')*'[ ]*(?:#.*)?"),
    "[": re.compile(r".*\][ ]*(?:#.*)?"),
    "{": re.compile(r".*\}[ ]*(?:#.*)?"),
}
_BRACKETS = {"[": "]", "{": "}"}
TRIALS = 20
"""Lines that are mended on trial to find the guilty one: each costs a reading of the whole block."""

_FLOW_ITEM = re.compile(r"[ ]*([^,\[\]]*[^,\[\] ])[ ]*")


class _Cause(NamedTuple):
    """What is wrong in which line (from 0), and the line to write instead ("" if none can be given).

    As a suspect: a line whose quote or bracket does not close in it is perhaps sound and goes on below.
    """

    number: int
    code: Code
    column: int
    fix: str = ""


def explain(fault: YamlFault, lines: tuple[str, ...], parts: Parts, findings: Findings) -> None:
    """Note the fault at the line that causes it, with the line to write instead where one can be given.

    `lines` are those of the front matter as they were mended.
    """
    cause = _cause(fault, lines, fault.line - parts.first_line)
    column = cause.column
    if cause.number < len(lines):
        column = column_as_typed(column, lines[cause.number], parts.fields[cause.number])
    facts = {} if cause.code is Code.YAML_TOO_LARGE else {"fix": cause.fix}
    findings.add(cause.code, parts.first_line + cause.number, column, **facts)


def _cause(fault: YamlFault, lines: tuple[str, ...], at: int) -> _Cause:
    if fault.kind == "depth":
        return _Cause(at, Code.YAML_TOO_LARGE, fault.column)
    suspects = [found for number, line in enumerate(lines[: at + 1]) if (found := _suspect(line, number))][-TRIALS:]
    cures = (suspect for suspect in suspects if _helps(suspect, lines, at))
    # A line that begins with a quote may stand amid a text: only what helps tells.
    likely = [each for each in suspects if not _QUOTE_BEFORE_KEY.fullmatch(lines[each.number])]
    guilty = next(cures, likely[-1] if likely else None)
    if guilty:
        return guilty
    line = lines[at] if at < len(lines) else ""
    match = _LINE.fullmatch(line)
    if fault.kind == "syntax" and match and line.startswith(" ") and "-" not in match["key"]:
        return _Cause(at, Code.NOT_KEY_VALUE, 1, line.strip())
    is_text = match is not None and match["value"][0] not in _CLOSED
    fix = f"{match['key']} {quoted(match['value'].rstrip())}" if match and is_text else ""
    code = Code.YAML_MAGIC if fault.kind == "magic" else Code.NOT_KEY_VALUE
    return _Cause(at, code, fault.column, fix)


def _helps(suspect: _Cause, lines: tuple[str, ...], at: int) -> bool:
    """Whether, with the suspect's line mended, all is well or the fault lies further down."""
    mended = (*lines[: suspect.number], suspect.fix, *lines[suspect.number + 1 :])
    try:
        read_node("\n".join(mended), 0)
    except YamlFault as fault:
        return fault.line > at
    return True


def _suspect(line: str, index: int) -> _Cause | None:
    if bare := _QUOTE_BEFORE_KEY.fullmatch(line):
        return _Cause(index, Code.QUOTE_OPEN, bare.start("line"), bare["indent"] + bare["line"])
    match = _LINE.fullmatch(line)
    opening = match["value"][0] if match else ""
    if match is None or opening not in _CLOSED:
        return None
    value, column = match["value"].rstrip(), match.start("value") + 1
    if _CLOSED[opening].fullmatch(value):
        open_item = next((item for item in _FLOW_ITEM.finditer(value) if _is_open(item[1])), None)
        if opening != "[" or open_item is None:
            return None
        items = [quoted(item[1].strip("\"'")) for item in _FLOW_ITEM.finditer(value)]
        return _Cause(index, Code.QUOTE_OPEN, column + open_item.start(1), f"{match['key']} [{', '.join(items)}]")
    if opening in "[{":
        return _Cause(index, Code.BRACKET_OPEN, column, f"{match['key']} {value}{_BRACKETS[opening]}")
    return _Cause(index, Code.QUOTE_OPEN, column, f"{match['key']} {quoted(_inner(value, opening))}")


def _is_open(item: str) -> bool:
    return item[0] in "\"'" and _CLOSED[item[0]].fullmatch(item) is None


def _inner(value: str, quote: str) -> str:
    """What the writer meant to put in quotes: all but the outer marks; the whole where they close too early."""
    if value.endswith(quote) and len(value) > 1:
        return value[1:-1]
    return value if quote in value[1:] else value[1:]
