"""Problems and reports as text, JSON or annotations; `console` prints them."""

import json
from collections.abc import Iterable, Mapping

from warta.codes import Severity
from warta.messages import word, words
from warta.problems import Problem
from warta.report import Report
from warta.sourcetext import has_unseen, visible


def text(report: Report) -> Iterable[str]:
    """All that `show` prints of a report in the style `text`, without colour."""
    for each in report.problems:
        yield as_text(each, report.language)
    yield from summary(report)


def as_text(problem: Problem, language: str) -> str:
    """`path:line:column: galat F103 ...`, the line with a caret, and what to do."""
    problem = _visible(problem)
    wording, labels = word(problem, language), words(language)
    place = problem.path + "".join(f":{number}" for number in (problem.line, problem.column) if number)
    lines = [f"{place}: {labels[problem.severity]} {problem.code} {wording.message}"]
    if problem.excerpt.strip():
        lines += [f"    | {line}" for line in _with_caret(problem)]
    lines += [f"    {'→ ' if number == 0 else '  '}{line}" for number, line in enumerate(wording.hint.split("\n"))]
    return "\n".join(lines)


def _visible(problem: Problem) -> Problem:
    """The problem as it may be shown; the excerpt is left for `_with_caret`, which counts its letters."""
    facts = tuple((name, visible(value)) for name, value in problem.facts)
    return problem._replace(path=visible(problem.path), facts=facts)


def _with_caret(problem: Problem) -> Iterable[str]:
    width, column = 100, max(problem.column, 1)
    start = max(0, min(column - 40, len(problem.excerpt) - width)) if len(problem.excerpt) > width else 0
    shown = problem.excerpt[start : start + width].replace("\t", " ")
    yield visible(shown)
    if problem.column and column - 1 - start <= len(shown):
        yield " " * len(visible(shown[: column - 1 - start])) + "^"


def as_json(problem: Problem, language: str) -> Mapping[str, str | int]:
    """The problem with its words, as `--format json` prints it."""
    wording = word(problem, language)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": wording.message,
        "hint": wording.hint,
    }


def annotation(problem: Problem, language: str) -> str:
    """The problem as a workflow command of GitHub Actions, which shows it beside the line."""
    wording = word(problem, language)
    place = f"file={_property(problem.path)}"
    if problem.line:
        place += f",line={problem.line},col={max(problem.column, 1)}"
    text = _data(f"{wording.message}\n{wording.hint}")
    return f"::{problem.severity} {place},title={_property(problem.code)}::{text}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(report: Report) -> Iterable[str]:
    """What was built, what waits, and what comes next, in a few lines."""
    return map(visible, _summary(report))


def _summary(report: Report) -> Iterable[str]:
    labels = words(report.language)
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    counts = {"errors": _counted("errors", errors, labels), "warnings": _counted("warnings", warnings, labels)}
    for waiting in report.told.withheld:
        due = f"{waiting.due:%Y-%m-%d %H:%M %z}" if waiting.due else ""
        yield labels[f"withheld_{waiting.reason}"].format(path=waiting.path, due=due)
    for name, spellings in report.told.merged:
        yield labels["merged"].format(name=name, spellings=", ".join(spellings))
    if report.told.next_due:
        yield labels["next_due"].format(due=f"{report.told.next_due:%Y-%m-%d %H:%M %z}")
    if report.published:
        written = len(report.added) + len(report.changed)
        yield labels["built"].format(
            output=report.output,
            pages=_counted("pages", report.pages, labels),
            files=_counted("files", written + report.kept - report.pages, labels),
            written=written,
            kept=report.kept,
            deleted=len(report.deleted),
        )
        if warnings:
            yield counts["warnings"]
    elif report.checked is not None:
        yield labels["checked"].format(texts=_counted("texts", report.checked, labels), **counts)
    else:
        how = "half_way" if report.half_way else "stopped" if errors else "stopped_strict"
        yield labels[how].format(output=report.output, **counts)


def _counted(things: str, count: int, labels: Mapping[str, str]) -> str:
    """`3 pages`, but `1 page`."""
    return labels[f"{things}_one" if count == 1 else things].format(count)


def report_json(report: Report) -> bytes:
    """The report as `--report` writes it."""
    value = {
        "published": report.published,
        "pages": report.pages,
        "added": report.added,
        "changed": report.changed,
        "deleted": report.deleted,
        "kept": report.kept,
        "rendered": report.rendered,
        "reused": report.reused,
        "withheld": [
            {"path": each.path, "reason": each.reason, "due": each.due.isoformat() if each.due else None}
            for each in report.told.withheld
        ],
        "next_due": report.told.next_due.isoformat() if report.told.next_due else None,
        "merged_tags": dict(report.told.merged),
        "problems": [as_json(each, report.language) for each in report.problems],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def changed_json(report: Report) -> bytes:
    """The published files that are new, changed or gone, as `--changed` writes them."""
    value = {"added": report.added, "changed": report.changed, "deleted": report.deleted}
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def one_line(value: Mapping[str, str | int]) -> str:
    """The value as JSON in which letters that no one sees are written out."""
    line = json.dumps(value, ensure_ascii=False)
    return "".join(json.dumps(each)[1:-1] if has_unseen(each) else each for each in line)
