"""The command line: a glance whether there is anything to do, else the whole build; exit codes."""

import argparse
import gc
import io
import os
import sys
import time
from importlib import import_module

from warta import quick
from warta.arguments import build_parser, command_in, parser

TYPE_CHECKING = False  # as checkers of types read it; `typing` itself costs time
if TYPE_CHECKING:
    from collections.abc import Callable

FINE, PROBLEMS, USAGE, OUR_FAULT = 0, 1, 2, 3
INTERRUPTED = 130
"""As shells have it: 128 and the number of SIGINT."""


def main(arguments: "list[str]") -> int:
    """Run one command. 0 fine, 1 problems (also if nobody can be told so), 2 wrong usage, 3 a fault of our own.

    130: stopped by Ctrl+C; whatever it left, the next build completes.
    """
    sys.stdout = sys.stdout or io.StringIO()  # None if the caller closed it
    try:
        code = _run(arguments)
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()  # build.py ends at once, and whatever is still held would be lost
    except OSError:  # only printing raises it here
        sys.stdout = io.StringIO()  # else Python tries once more at its end, and complains
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: "list[str]") -> int:
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    command = command_in(arguments)
    module = None if command == "build" else import_module(f"warta.newsroom.{command}_command")
    grammar = build_parser() if module is None else parser(command)
    if module:
        module.add_arguments(grammar)
    try:
        options = grammar.parse_args(arguments if module is None else arguments[1:])
        now = options.now or _clock()
    except SystemExit as stop:
        return USAGE if stop.code else FINE
    except ValueError as error:
        print(f"{grammar.prog}: {error}", file=sys.stderr)
        return USAGE
    return _guarded(lambda: module.run(options, now)) if module else _build_if_needed(options, now)


def _build_if_needed(options: argparse.Namespace, now: float) -> int:
    source, output, cache = quick.places(options.source, options.output, options.cache)
    wishes = repr((output, options.base_url or "", options.drafts, options.future, options.strict))
    if not _may_be_quick(options):
        return _build(options, now, (quick.look(source, wishes), {}, ""))
    printed, looks = quick.nothing_to_do(cache, output, lambda: quick.look(source, wishes), now)
    if printed is None:
        return _build(options, now, looks)
    print(printed)
    return FINE


def _build(options: argparse.Namespace, now: float, looks: quick.Look) -> int:
    gc.disable()  # values here hold no circles worth a search: 10 % of a build's time

    def run() -> int:
        from warta.command import run

        return run(options, now, looks)

    return _guarded(run)


def _guarded(run: "Callable[[], int]") -> int:
    """The exit code of a command, or that of a fault of our own, with its traceback."""
    try:
        return run()
    except Exception:  # noqa: BLE001 - told apart from problems of the content by its exit code
        import traceback

        traceback.print_exc()
        return OUR_FAULT


def _may_be_quick(options: argparse.Namespace) -> bool:
    """Whether nothing was asked for that only a whole build gives."""
    asked = (options.no_cache, options.report, options.changed, options.previous, os.environ.get("GITHUB_ACTIONS"))
    return not any(asked) and options.format == "text"


def _make_safe(stream: object) -> None:
    """Let a console that lacks a letter (Windows' code page 1252) show a mark instead of ending the program."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _clock() -> float:
    """Now: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return time.time()
    if not epoch.isdecimal() or len(epoch) > 11:
        raise ValueError(f"SOURCE_DATE_EPOCH: {epoch!r}")
    return float(epoch)
