"""Arguments -> one call -> printed problems -> exit code."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from warta import __version__, console, files
from warta.opening import Request
from warta.pipeline import build
from warta.problems import Code, Problem, problem
from warta.report import Report
from warta.settings import normal_base_url

FINE, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command. 0 fine, 1 problems in the content or settings, 2 wrong usage; a fault of ours is raised."""
    for stream in (sys.stdout, sys.stderr):
        console.make_safe(stream)
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
        request = _request(options, options.now or _clock(parser))
    except SystemExit as stop:
        return USAGE if stop.code else FINE
    report = build(request)
    unwritten = _write_files(options, report)
    report = replace(report, problems=(*report.problems, *unwritten))
    console.show(report, options.format, annotate=bool(os.environ.get("GITHUB_ACTIONS")))
    return FINE if report.published and not unwritten else PROBLEMS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Membangun situs berita dari content/ ke public/ (builds the news site).",
        allow_abbrev=False,
    )
    parser.add_argument("command", nargs="?", choices=["build"], default="build", help="bawaan (default): build")
    parser.add_argument("--source", type=Path, default=Path(), metavar="DIR", help="folder berisi site.yaml")
    parser.add_argument("--output", type=Path, metavar="DIR", help="folder hasil; bawaan: public/ di --source")
    parser.add_argument("--base-url", type=_base_url, default="", metavar="URL", help="mengganti base_url site.yaml")
    parser.add_argument("--drafts", action="store_true", help="konsep ikut dibangun")
    parser.add_argument("--future", action="store_true", help="berita terjadwal ikut dibangun")
    parser.add_argument("--strict", action="store_true", help="peringatan pun menghentikan penerbitan")
    parser.add_argument("--allow-removal", type=_count, metavar="N", help="paling banyak N alamat boleh hilang")
    parser.add_argument("--jobs", type=_jobs, metavar="N", help="jumlah proses; bawaan: menurut jumlah inti")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="folder ingatan; bawaan: .warta/ di --source")
    parser.add_argument("--no-cache", action="store_true", help="abaikan ingatan, bangun semuanya")
    parser.add_argument("--changed", type=Path, metavar="FILE", help="tulis daftar berkas yang berubah (JSON)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="tulis laporan (JSON)")
    parser.add_argument("--format", choices=["text", "github", "json"], default="text", help="bentuk keluaran")
    parser.add_argument(
        "--now", type=_moment, metavar="ISO", help="anggap sekarang saat ini, misalnya 2026-03-01T07:00+08:00"
    )
    parser.add_argument("--version", action="version", version=f"warta {__version__}")
    return parser


def _request(options: argparse.Namespace, now: datetime) -> Request:
    source = options.source.resolve()
    return Request(
        source=source,
        output=(options.output or source / "public").resolve(),
        now=now,
        base_url=options.base_url,
        drafts=options.drafts,
        future=options.future,
        strict=options.strict,
        allow_removal=options.allow_removal,
        cache=None if options.no_cache else (options.cache or source / ".warta").resolve(),
        jobs=options.jobs,
    )


def _clock(parser: argparse.ArgumentParser) -> datetime:
    """Now: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        parser.error(f"SOURCE_DATE_EPOCH: {epoch!r}")


def _write_files(options: argparse.Namespace, report: Report) -> tuple[Problem, ...]:
    """Write what --report and --changed ask for; a problem for each that cannot be written."""
    wanted = []
    if options.report:
        wanted.append((options.report, console.report_json(report)))
    if options.changed and report.published:
        wanted.append((options.changed, console.changed_json(report)))
    return tuple(found for path, data in wanted for found in _write(path, data))


def _write(path: Path, data: bytes) -> tuple[Problem, ...]:
    whole = path.resolve()
    try:
        files.write(whole.parent, whole.name, data)
    except OSError as error:
        return (problem(Code.WRITE_FAILED, path.as_posix(), reason=error.strerror or error),)
    return ()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _base_url(text: str) -> str:
    wrong: list[str] = []
    url = normal_base_url(text, wrong.append)
    if wrong:
        raise ValueError(text)
    return url


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise ValueError(text)
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
