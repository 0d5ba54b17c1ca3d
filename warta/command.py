"""Parsed arguments -> one build -> printed problems, written reports, exit code."""

import argparse
import os
from contextlib import suppress
from math import inf
from pathlib import Path

from warta import console, files, quick, reporttext
from warta.asking import request_of
from warta.codes import Code
from warta.opening import Request
from warta.pipeline import build
from warta.problems import Problem, problem
from warta.publish import manifest
from warta.report import Report

FINE, PROBLEMS = 0, 1


def run(options: argparse.Namespace, now: float, looks: quick.Look) -> int:
    """Build as the options say and print what came of it; the exit code.

    `now` is in seconds since 1970; `looks` are those of `quick`, taken before anything was read.
    """
    progress, (looked, seen, code) = console.Progress(), looks
    request = request_of(options, now)._replace(progress=progress, seen=seen, code=code)
    report = build(request)
    progress.end()
    unwritten = _write_files(options, report)
    report = report._replace(problems=(*report.problems, *unwritten))
    shown = console.show(report, options.format, annotate=bool(os.environ.get("GITHUB_ACTIONS")))
    if report.published and request.cache:
        _remember(request, report, looked)
    return FINE if report.published and shown and not unwritten else PROBLEMS


def _remember(request: Request, report: Report, looked: quick.Inputs) -> None:
    """Let the next build know at a glance that there is nothing to do. That it cannot is no fault."""
    paths = [*report.paths, manifest.NAME]
    since = report.told.since.timestamp() if report.told.since else -inf
    until = report.told.expires.timestamp() if report.told.expires else inf
    # What vanished is told once: the manifest does not know it any more.
    lasting = tuple(each for each in report.problems if each.code is not Code.ADDRESS_GONE)
    unchanged = report._replace(problems=lasting, added=(), changed=(), deleted=(), kept=len(report.paths))
    looks = (looked, quick.look_at_output(str(request.output), paths, dict(report.seen)))
    data = quick.memory((since, until), "\n".join(reporttext.text(unchanged)), paths, report.code, looks)
    if request.cache:
        with suppress(OSError):
            files.write(request.cache, quick.NAME, data)


def _write_files(options: argparse.Namespace, report: Report) -> tuple[Problem, ...]:
    """Write what --report and --changed ask for; a problem for each that cannot be written."""
    wanted = []
    if options.report:
        wanted.append((Path(options.report), reporttext.report_json(report)))
    if options.changed and report.published:
        wanted.append((Path(options.changed), reporttext.changed_json(report)))
    return tuple(found for path, data in wanted for found in _write(path, data))


def _write(path: Path, data: bytes) -> tuple[Problem, ...]:
    whole = path.resolve()
    try:
        files.write(whole.parent, whole.name, data)
    except OSError as error:
        return (problem(Code.WRITE_FAILED, path.as_posix(), reason=error.strerror or error),)
    return ()
