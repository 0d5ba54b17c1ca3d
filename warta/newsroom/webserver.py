"""The preview's web server, on 127.0.0.1 alone: published addresses as a static host answers them, and news by a line.

Only files that a build published are sent, so no path leads elsewhere. A page of another site that gives its own name
to 127.0.0.1 (DNS rebinding) is refused by its Host header.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, quote, unquote

from warta.arrange.addresses import NOT_FOUND, file_of
from warta.newsroom.board import Board
from warta.newsroom.faces import face_of, page_sent, stored
from warta.newsroom.livescript import EVENTS

ADDRESS = "127.0.0.1"
PORTS_TRIED = 20
PING = 15.0
"""Seconds after which a silent line is tried, to learn whether anyone is there."""

_TEXT = "; charset=utf-8"
KINDS = {
    ".html": f"text/html{_TEXT}",
    ".htm": f"text/html{_TEXT}",
    ".css": f"text/css{_TEXT}",
    ".js": f"text/javascript{_TEXT}",
    ".txt": f"text/plain{_TEXT}",
    ".xml": f"application/xml{_TEXT}",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".ics": f"text/calendar{_TEXT}",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
"""Our own: those of the system say something else on every Windows."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Warta", ""
    timeout = 60

    def __init__(self, board: Board, output: Path, *arguments: object) -> None:
        self._board, self._output = board, output
        super().__init__(*arguments)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Say nothing: the window is for problems of the content."""

    def do_GET(self) -> None:
        """Answer with a file, a redirect, the page for lost readers, or the news."""
        path, _, query = self.path.partition("?")  # urlsplit takes "//[x" for a host, and fails
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, f"text/plain{_TEXT}", b"Host?\n")
        elif path == EVENTS:
            self._tell_news(parse_qs(query).get("page", [""])[0])
        else:
            self._answer(path)

    do_HEAD = do_GET  # noqa: N815 - `_send` leaves the body out

    def _is_ours(self) -> bool:
        port = self.connection.getsockname()[1]
        return self.headers.get("Host", "").lower() in {f"{ADDRESS}:{port}", f"localhost:{port}"}

    def _answer(self, path: str) -> None:
        snapshot = self._board.snapshot
        address = unquote(path)
        if address == "/" != snapshot.base:
            self._redirect(snapshot.base)
            return
        below = f"/{address.removeprefix(snapshot.base)}" if address.startswith(snapshot.base) else ""
        file = file_of(below) if below else ""
        if file in snapshot.paths and not file.endswith(".html"):
            self._send_file(file)
        elif file in snapshot.paths:
            self._send_page(HTTPStatus.OK, file, file)
        elif below and file_of(f"{below}/") in snapshot.paths:
            self._redirect(f"{address}/")
        else:
            lost = file_of(NOT_FOUND) if snapshot.paths else ""
            self._send_page(HTTPStatus.NOT_FOUND if lost else HTTPStatus.SERVICE_UNAVAILABLE, file, lost)

    def _send_file(self, file: str) -> None:
        data = stored(self._output, file)
        suffix = f".{file.rpartition('.')[2].lower()}"
        if data is None:
            self._send(HTTPStatus.NOT_FOUND, f"text/plain{_TEXT}", b"404\n")
        else:
            self._send(HTTPStatus.OK, KINDS.get(suffix, "application/octet-stream"), data)

    def _send_page(self, status: HTTPStatus, file: str, shown: str) -> None:
        face = face_of(self._board.snapshot, self._output, file, shown)
        self._send(status, KINDS[".html"], page_sent(face, file))

    def _redirect(self, address: str) -> None:
        self._send(HTTPStatus.MOVED_PERMANENTLY, f"text/plain{_TEXT}", b"", Location=quote(address))

    def _send(self, status: HTTPStatus, kind: str, data: bytes, **headers: str) -> None:
        self._begin(status, kind, **headers, Content_Length=str(len(data)))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _begin(self, status: HTTPStatus, kind: str, **headers: str) -> None:
        self.send_response(status)
        fixed = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Frame-Options": "SAMEORIGIN",
        }
        for name, value in {**fixed, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _tell_news(self, file: str) -> None:
        """Tell an open page what it should show, now and whenever that changes, until it is gone or we go."""
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream", Connection="close")
        if self.command == "HEAD":
            return
        number, goes_on, told = 0, True, ""
        while goes_on:
            number, goes_on = self._board.wait(number, PING)
            news = self._news(file)
            self.wfile.write(b": .\n\n" if news == told else f"data: {news}\n\n".encode())
            told = news

    def _news(self, file: str) -> str:
        snapshot = self._board.snapshot
        lost = file_of(NOT_FOUND) if snapshot.paths else ""
        return face_of(snapshot, self._output, file, file if file in snapshot.paths else lost).news


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that go away; anything else is a fault of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(board: Board, output: Path, port: int) -> Iterator[str]:
    """Serve the output folder while this is open, at the port or the next that is free; yields `http://127.0.0.1:PORT`."""
    with _bound(partial(_Handler, board, output), port) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield f"http://{ADDRESS}:{server.server_address[1]}"
        finally:
            board.close()
            server.shutdown()
            thread.join()


def _bound(handler: "partial[_Handler]", port: int) -> _Server:
    """A server at the first port of these that is free, else at any that is."""
    last = min(port + PORTS_TRIED, 65_536)
    for candidate in (*range(port, last), 0):
        try:
            return _Server((ADDRESS, candidate), handler)
        except OSError as error:
            if candidate == 0 or error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise AssertionError(port)
