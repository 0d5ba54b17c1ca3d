"""`serve`: the site as it would be published, and what waits, shown in the browser while it is written."""

import argparse
import gc
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

from warta import console, files
from warta.arguments import port
from warta.asking import request_of
from warta.codes import Code
from warta.messages import words
from warta.newsroom.board import Board
from warta.newsroom.snapshot import Snapshot, after
from warta.newsroom.watching import watching
from warta.newsroom.webserver import serving
from warta.opening import Request
from warta.pipeline import build
from warta.problems import Problem
from warta.publish import manifest
from warta.report import Report
from warta.settings import PATH
from warta.settingsfile import read_settings

FINE = 0
FOLDER = "pratinjau"
"""Of the preview, in the cache's folder."""

PORT = 8000
TICK = 1.0
"""Seconds between two looks at the clock: a scheduled post becomes due without a save."""

PATIENCE = 50
"""How often, ten times a second, a folder is tried that another process is writing."""

_ALL = 10**9
"""Addresses that may vanish: it is only a preview."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `serve`."""
    parser.add_argument("--port", type=port, default=PORT, metavar="N", help=f"bawaan: {PORT}, atau berikutnya")
    parser.add_argument("--open", action="store_true", help="buka di peramban")


def run(options: argparse.Namespace, now: float) -> int:
    """Show the site until Ctrl+C. `now` is in seconds since 1970; from it the clock goes on."""
    asked = request_of(options, now)
    cache = asked.cache or asked.source / ".warta"
    code = files.code_version()  # of what runs, whatever becomes of it on disk
    request = asked._replace(output=cache / FOLDER, preview=True, allow_removal=_ALL, jobs=1, code=code)
    with suppress(KeyboardInterrupt):
        _serve(request, cache, options)
    return FINE


def _serve(request: Request, cache: Path, options: argparse.Namespace) -> None:
    studio = Studio(request, lambda report: console.show(report, options.format, annotate=False))
    board = Board(studio.build())
    with serving(board, request.output, options.port) as root, watching(request.source, cache) as watch:
        url = root + board.snapshot.base
        console.say([words(board.snapshot.language)["preview_at"].format(url=url)])
        if options.open:
            import webbrowser

            webbrowser.open_new_tab(url)
        gc.disable()  # while someone waits for a build; between two there is time
        while True:
            if watch.wait(TICK) or studio.is_due or watch.is_deaf:
                board.put_up(studio.build())
                gc.collect()


class Studio:
    """Builds the preview again and again; `tell` is told each report that says something new."""

    def __init__(self, request: Request, tell: Callable[..., object]) -> None:
        self._request, self._tell, self._started = request, tell, monotonic()
        self._snapshot = Snapshot(paths=_left_from_before(request.output))
        self._due: datetime | None = None
        self._told: object = None

    @property
    def _now(self) -> datetime:
        return (self._request.now + timedelta(seconds=monotonic() - self._started)).astimezone(UTC)

    @property
    def is_due(self) -> bool:
        """Whether the site has to say something else though nothing was saved."""
        return self._due is not None and self._now >= self._due

    def build(self) -> Snapshot:
        """The state after a build now. A fault of ours is printed, and the next save tries again."""
        self._due = None
        try:
            base = self._base()
            report = self._report()
        except Exception:  # noqa: BLE001 - told from problems of the content by its traceback; the newsroom works on
            console.trouble(traceback.format_exc())
            self._snapshot = self._snapshot._replace(fault=True)
            return self._snapshot
        self._due = report.told.expires
        if self._told != (report.problems, report.published):
            self._told = (report.problems, report.published)
            self._tell(report)
        self._snapshot = after(report, self._snapshot, base)
        return self._snapshot

    def _report(self) -> Report:
        """What a build says; another preview of the same folder may be at it, but not for long."""
        for _ in range(PATIENCE):
            report = build(self._request._replace(now=self._now))
            if all(each.code is not Code.OUTPUT_LOCKED for each in report.problems):
                break
            sleep(0.1)
        return report

    def _base(self) -> str:
        """The path in the site's base_url; as it was while the settings cannot be read."""
        data = files.read(self._request.source, PATH)
        settings = None if isinstance(data, Problem) else read_settings(data, PATH)[0]
        return settings.base_path if settings else self._snapshot.base


def _left_from_before(output: Path) -> frozenset[str]:
    """The files that the last preview published: what can be shown until a build succeeds."""
    data = files.read(output, manifest.NAME)
    return frozenset(() if isinstance(data, Problem) else manifest.load(data) or ())
