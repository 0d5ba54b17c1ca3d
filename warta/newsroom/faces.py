"""A published file -> what the preview sends for it, and by what an open page knows that it is no longer true."""

import json
import re
from hashlib import blake2b
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from warta import files, quick
from warta.arrange.addresses import MEDIA
from warta.newsroom.livescript import HOST, SCRIPT
from warta.newsroom.panel import STYLE, marks, panel
from warta.newsroom.snapshot import Snapshot
from warta.problems import Problem
from warta.render.policy import digest_of, directives_of, written

_SHEET = re.compile(r"<link\b[^>]*\bstylesheet\b[^>]*>")
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_HREF = re.compile(r'\bhref="([^"]*)"')
_ADDED = {
    "script-src": digest_of(SCRIPT),
    "style-src": digest_of(STYLE.removeprefix("<style>").removesuffix("</style>")),
    "connect-src": "'self'",
}
_EMPTY = "<!DOCTYPE html>\n<title>Warta</title>\n<body>\n</body>\n"


class Face(NamedTuple):
    """A page as a browser shows it. The `tag` changes with all that only loading it again can show."""

    html: str
    tag: str
    styles: tuple[str, ...]
    panel: str
    marks: str

    @property
    def news(self) -> str:
        """What an open page is told, as JSON on one line."""
        told = {"tag": self.tag, "styles": self.styles, "look": self.look, "panel": self.panel}
        return json.dumps(told, ensure_ascii=False)

    @property
    def look(self) -> str:
        """The digest of the panel."""
        return _digest(self.panel)


def stored(output: Path, path: str) -> bytes | None:
    """The bytes of a published file; None if there is no plain file, or a link leads to it."""
    folders = [parent.as_posix() for parent in PurePosixPath(path).parents][:-1]
    if quick.Looks(output, {}).size_of(path) is None or files.not_folders(output, folders):
        return None
    data = files.read(output, path)
    return None if isinstance(data, Problem) else data


def face_of(snapshot: Snapshot, output: Path, path: str, shown: str) -> Face:
    """The page at `path` as the file `shown` shows it: that file, the page for lost readers, or "" for neither."""
    data = stored(output, shown) if shown in snapshot.paths else None
    html = _EMPTY if data is None else data.decode("utf-8", "replace")
    sheets = _SHEET.findall(html)
    marked = marks(snapshot)
    parts = (_SHEET.sub("", html), str(len(sheets)), marked, _media_states(html, output))
    tag = _digest("\0".join(parts))
    styles = tuple(unescape(href) for sheet in sheets for href in _HREF.findall(sheet)[:1])
    return Face(html, tag, styles, panel(snapshot, path), marked)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _media_states(html: str, output: Path) -> str:
    """The state of every photo that the page names: another photo may come under the same address."""
    looks = quick.Looks(output, {})
    for path in sorted(set(re.findall(rf'({MEDIA[1:]}[^"\s,?#]+)', html))):
        looks.size_of(path)
    return repr(looks.seen)


def page_sent(face: Face, path: str) -> bytes:
    """The page with its panel and script, which the file itself does not have."""
    known = escape(json.dumps({"page": path, "tag": face.tag, "look": face.look, "marks": face.marks}))
    held = f'<template shadowrootmode="open">{face.panel}</template>'
    added = f'<div id="{HOST}" data-known="{known}">{held}</div><script>{SCRIPT}</script>'
    html = _POLICY.sub(lambda match: match[1] + _widened(match[2]), face.html, count=1)
    before, end, rest = html.rpartition("</body>")
    return (f"{before}{added}{end}{rest}" if end else rest + added).encode()


def _widened(policy: str) -> str:
    """The page's own policy, with what the preview adds to the page and no more."""
    directives = directives_of(policy)
    for name, source in _ADDED.items():
        known = directives.get(name, "").replace("'none'", "").split()
        directives[name] = " ".join(dict.fromkeys([*known, source]))
    return written(directives)
