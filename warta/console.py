"""The one place that prints: problems and reports as text, JSON or annotations, on any console."""

import sys
from collections.abc import Callable, Iterable, Sequence
from time import monotonic

from warta.codes import Severity
from warta.problems import Problem
from warta.report import Report
from warta.reporttext import annotation, as_json, as_text, one_line, summary
from warta.sourcetext import visible

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


def show(report: Report, style: str, *, annotate: bool) -> bool:
    """Print a report in the style `text`, `json` or `github`; `annotate` adds GitHub's annotations to text.

    No letter of the content steers what shows it. Whether all could be printed (a pipe may close, a disk be full).
    """
    try:
        _show(report, style, annotate=annotate)
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _show(report: Report, style: str, *, annotate: bool) -> None:
    _show_problems(report.problems, report.language, style, annotate=annotate)
    if style == "text":
        _lines(summary(report))


def _show_problems(problems: Iterable[Problem], language: str, style: str, *, annotate: bool) -> None:
    problems = tuple(problems)
    if style == "json":
        _lines(one_line(as_json(each, language)) for each in problems)
        return
    if style == "github" or annotate:
        _lines(annotation(each, language) for each in problems)
    if style == "text":
        for each in problems:
            _coloured(as_text(each, language), _COLOURS[each.severity])


def tell(problems: Iterable[Problem], language: str, style: str) -> bool:
    """Print problems in the style `text`, `json` or `github`. Whether all could be printed."""
    try:
        _show_problems(problems, language, style, annotate=False)
        sys.stdout.flush()
    except OSError:
        return False
    return True


def say(lines: Iterable[str]) -> bool:
    """Print lines, with nothing in them that steers a terminal. Whether all could be printed."""
    try:
        _lines(map(visible, lines))
        sys.stdout.flush()
    except OSError:
        return False
    return True


def trouble(told: str) -> None:
    """Print the traceback of a fault of ours that does not end the command."""
    print(told, file=sys.stderr, flush=True)


def choose(question: str, choices: Sequence[str], prompt: str) -> int | None:
    """The number (from 0) of the choice that a person makes; None without one, or without a terminal to ask at."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    say([question, *(f"  {number}. {choice}" for number, choice in enumerate(choices, start=1))])
    while True:
        try:
            answer = input(prompt).strip()
        except EOFError:
            return None
        if not answer:
            return None
        if answer.isdecimal() and 0 < int(answer) <= len(choices):
            return int(answer) - 1


def progress(text: str) -> None:
    """Show how far a long work is, on the line of the last such text; "" clears it. On a terminal only."""
    if sys.stderr and sys.stderr.isatty():
        print(f"\r{visible(text):<60}", end="" if text else "\r", file=sys.stderr, flush=True)


class Progress:
    """Shows on a terminal how far a long build is, on one line that goes away; nowhere else anything."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock, self._shown_at = clock, clock()

    def __call__(self, done: int, total: int) -> None:
        """Say that so many of so many are done, ten times a second at most."""
        now = self._clock()
        if now - self._shown_at >= 0.1:
            self._shown_at = now
            progress(f"{100 * done // max(total, 1)} %")

    def end(self) -> None:
        """Leave the line as it was before."""
        progress("")


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _coloured(text: str, colour: str) -> None:
    """The text with its first line in colour, on a terminal only; plain everywhere else."""
    if not sys.stdout.isatty():
        print(text)
        return
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=True)
    first, _, rest = text.partition("\n")
    console.print(first, style=colour)
    if rest:
        console.print(rest)
