"""The preview as tests look at it: built and served in this process, or by the real command in another."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.sites import NOW, ROOT
from warta.newsroom.board import Board
from warta.newsroom.serve_command import Studio
from warta.newsroom.webserver import serving
from warta.opening import Request

_ADDED = re.compile(rb'<div id="_warta".*</script>(?=</body>)', re.DOTALL)
_WIDENED = re.compile(rb"; script-src 'sha256-[^']*'(?=\")| 'sha256-[^']*'")


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")

    @property
    def page(self) -> bytes:
        """The bytes without what the preview adds to a page."""
        return _WIDENED.sub(b"", _ADDED.sub(b"", self.data))


def ask(port: int, path: str, method: str = "GET", host: str | None = None) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


class Desk:
    """A source folder and its preview, built when told."""

    def __init__(self, source: Path, port: int, studio: Studio, board: Board) -> None:
        self.source, self.port, self._studio, self._board = source, port, studio, board

    def save(self, path: str, text: str | bytes | None) -> None:
        """Write a file (None: delete it), and build."""
        target = self.source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            target.unlink()
        else:
            target.write_bytes(text.encode() if isinstance(text, str) else text)
        self.build()

    def build(self) -> None:
        self._board.put_up(self._studio.build())

    def get(self, path: str, method: str = "GET", host: str | None = None) -> Answer:
        return ask(self.port, path, method, host)


@contextmanager
def desk(source: Path) -> Iterator[Desk]:
    """Build the site in the folder and serve it."""
    cache = source / ".warta"
    request = Request(source, cache / "pratinjau", NOW, preview=True, allow_removal=10**9, cache=cache, jobs=1)
    studio = Studio(request, lambda _: None)
    board = Board(studio.build())
    with serving(board, request.output, 8000) as root:
        yield Desk(source, int(root.rpartition(":")[2]), studio, board)


@dataclass(frozen=True)
class Running:
    """The real command at work."""

    process: "subprocess.Popen[str]"
    port: int

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl+C; the exit code, and what was said as an error."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=20)
        return self.process.returncode, errors


@contextmanager
def running(source: Path, *options: str) -> Iterator[Running]:
    """Run `serve` on the folder until it is interrupted, at the latest when this closes."""
    command = [sys.executable, "-X", "utf8", "build.py", "serve", "--source", str(source), *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, encoding="utf-8", **pipes) as process:  # type: ignore[call-overload]
        try:
            said = (re.search(r"http://127\.0\.0\.1:(\d+)/", line) for line in process.stdout)
            yield Running(process, next(int(found[1]) for found in said if found))
        finally:
            process.kill()
