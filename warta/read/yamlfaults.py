"""Why front matter is no YAML, found in its lines: YAML's own errors point at the end of the block or at nothing."""

import re

from warta.problems import Code, Findings
from warta.read.mending import quoted
from warta.yamlnodes import YamlFault

_LINE = re.compile(r"(?P<key>[ ]*(?:-[ ]+)?[^\W\d]\w*:|[ ]*-)[ ]+(?P<value>\S.*)")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"[ ]*(?:#.*)?'),
    "'": re.compile(r"'(?:[^']|'')*'[ ]*(?:#.*)?"),
    "[": re.compile(r".*\][ ]*(?:#.*)?"),
    "{": re.compile(r".*\}[ ]*(?:#.*)?"),
}


def explain(fault: YamlFault, lines: tuple[str, ...], first_line: int, findings: Findings) -> None:
    """Note the fault at the line that causes it, with the line to write instead where one can be given."""
    if fault.kind == "depth":
        findings.add(Code.YAML_TOO_LARGE, fault.line, fault.column)
        return
    for number, line in enumerate(lines[: fault.line - first_line + 1], start=first_line):
        if _explain_line(line, number, findings):
            return
    line = lines[fault.line - first_line] if fault.line - first_line < len(lines) else ""
    match = _LINE.fullmatch(line)
    fix = f"{match['key']} {quoted(match['value'].rstrip())}" if match else ""
    code = Code.YAML_MAGIC if fault.kind == "magic" else Code.NOT_KEY_VALUE
    findings.add(code, fault.line, fault.column, fix=fix)


def _explain_line(line: str, number: int, findings: Findings) -> bool:
    match = _LINE.fullmatch(line)
    opening = match["value"][0] if match else ""
    if match is None or opening not in _CLOSED or _CLOSED[opening].fullmatch(match["value"]):
        return False
    value = match["value"].rstrip()
    if opening in "[{":
        code, mended = Code.BRACKET_OPEN, value + {"[": "]", "{": "}"}[opening]
    else:
        code, mended = Code.QUOTE_OPEN, quoted(_inner(value, opening))
    findings.add(code, number, match.start("value") + 1, fix=f"{match['key']} {mended}")
    return True


def _inner(value: str, quote: str) -> str:
    """What the writer meant to put in quotes: all but the outer marks; the whole where they close too early."""
    if value.endswith(quote) and len(value) > 1:
        return value[1:-1]
    return value if quote in value[1:] else value[1:]
