"""The sites that the judges read, each built once by the real command line, and a server that hands one out."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parent.parent.parent
NOW = "2026-11-24T12:00+08:00"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site. `base_url` is where it will stand, `path` the part of it behind the host, from `/` to `/`."""

    name: str
    folder: Path
    base_url: str
    path: str = "/"

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    def file_of(self, url: str) -> Path:
        """Return the file that answers a URL of this site."""
        assert url.startswith(self.base_url), url
        below = url.removeprefix(self.base_url)
        return self.folder / (below + "index.html" if below.endswith("/") or not below else below)

    def url_of(self, page: Path) -> str:
        """Return the URL under which readers find a page."""
        return self.base_url + page.relative_to(self.folder).as_posix().removesuffix("index.html")


HOUSE = Site("house", Path(), "https://rutan-rantau.example/")
EXAMPLE = Site("example", Path(), "https://rutan-contoh.example/")
SUBPATH = Site("subpath", Path(), "https://rutan-contoh.example/repository/", "/repository/")
SOURCES = {"house": ROOT, "example": ROOT / "tests/site", "subpath": ROOT / "tests/site"}


def built(site: Site, folder: Path, source: Path | None = None) -> Site:
    """Build a site below the folder, as deep as its path, so that a server of the folder shows it where it belongs."""
    output = folder / (site.path.strip("/") or "site")
    command = [sys.executable, "build.py", "--source", str(source or SOURCES[site.name]), "--output", str(output)]
    command += ["--now", NOW, "--base-url", site.base_url, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(site.name, output, site.base_url, site.path)


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Compressing(_Handler):
    """As static hosts do: texts go out by gzip."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in {".html", ".css", ".svg", ".xml"} or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


class _Headed(_Handler):
    """As Cloudflare Pages and Netlify do: `_headers` says what goes out, values of one name joined by a comma."""

    def __init__(self, rules: dict[str, list[tuple[str, str]]], *arguments: Any, **options: Any) -> None:
        self._rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        sent = dict[str, str]()
        for pattern, headers in self._rules.items():
            if fnmatchcase(self.path.partition("?")[0], pattern):
                for name, value in headers:
                    sent[name] = f"{sent[name]}, {value}" if name in sent else value
        for name, value in sent.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page for lost readers, which lies where the site begins."""
        page = Path(self.directory) / next(iter(self._rules)).strip("/*") / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


def rules_of(site: Site) -> dict[str, list[tuple[str, str]]]:
    """The rules of the site's `_headers`: by pattern, the names and values."""
    rules = dict[str, list[tuple[str, str]]]()
    for line in (site.folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rules[line] = []
        else:
            name, _, value = line.strip().partition(": ")
            rules[next(reversed(rules))].append((name, value))
    return rules


@contextmanager
def served(site: Site, *, compressed: bool = False, headed: bool = False) -> Iterator[str]:
    """Serve a site on a free port of 127.0.0.1, under its path; yields its URL with a closing slash."""
    handler: Any = _Compressing if compressed else partial(_Headed, rules_of(site)) if headed else _Handler
    folder = site.folder if site.path == "/" else site.folder.parent
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{site.path}"
        finally:
            server.shutdown()
            thread.join()
