"""Why front matter is no YAML, found in its lines: YAML's own errors point at the end of the block or at nothing."""

import re
from typing import NamedTuple

from warta.codes import Code
from warta.problems import Findings
from warta.read.mending import quoted
from warta.yamlnodes import YamlFault, read_node

_LINE = re.compile(r"(?P<key>[ ]*(?:-[ ]+)?[^\W\d]\w*:|[ ]*-)[ ]+(?P<value>\S.*)")
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


def explain(fault: YamlFault, lines: tuple[str, ...], first_line: int, findings: Findings) -> None:
    """Note the fault at the line that causes it, with the line to write instead where one can be given."""
    if fault.kind == "depth":
        findings.add(Code.YAML_TOO_LARGE, fault.line, fault.column)
        return
    at = fault.line - first_line
    suspects = [found for number, line in enumerate(lines[: at + 1]) if (found := _suspect(line, number))][-TRIALS:]
    cures = (suspect for suspect in suspects if _helps(suspect, lines, at))
    guilty = next(cures, suspects[-1] if suspects else None)
    if guilty:
        findings.add(guilty.code, first_line + guilty.number, guilty.column, fix=guilty.fix)
        return
    line = lines[at] if at < len(lines) else ""
    match = _LINE.fullmatch(line)
    if fault.kind == "syntax" and match and line.startswith(" ") and "-" not in match["key"]:
        findings.add(Code.NOT_KEY_VALUE, fault.line, 1, fix=line.strip())
        return
    fix = f"{match['key']} {quoted(match['value'].rstrip())}" if match else ""
    code = Code.YAML_MAGIC if fault.kind == "magic" else Code.NOT_KEY_VALUE
    findings.add(code, fault.line, fault.column, fix=fix)


class _Suspect(NamedTuple):
    """A line whose quote or bracket does not close in it: perhaps the cause, perhaps sound and going on below."""

    number: int
    code: Code
    column: int
    fix: str


def _helps(suspect: _Suspect, lines: tuple[str, ...], at: int) -> bool:
    """Whether, with the suspect's line mended, all is well or the fault lies further down."""
    mended = (*lines[: suspect.number], suspect.fix, *lines[suspect.number + 1 :])
    try:
        read_node("\n".join(mended), 0)
    except YamlFault as fault:
        return fault.line > at
    return True


def _suspect(line: str, index: int) -> _Suspect | None:
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
        return _Suspect(index, Code.QUOTE_OPEN, column + open_item.start(1), f"{match['key']} [{', '.join(items)}]")
    if opening in "[{":
        return _Suspect(index, Code.BRACKET_OPEN, column, f"{match['key']} {value}{_BRACKETS[opening]}")
    return _Suspect(index, Code.QUOTE_OPEN, column, f"{match['key']} {quoted(_inner(value, opening))}")


def _is_open(item: str) -> bool:
    return item[0] in "\"'" and _CLOSED[item[0]].fullmatch(item) is None


def _inner(value: str, quote: str) -> str:
    """What the writer meant to put in quotes: all but the outer marks; the whole where they close too early."""
    if value.endswith(quote) and len(value) > 1:
        return value[1:-1]
    return value if quote in value[1:] else value[1:]
