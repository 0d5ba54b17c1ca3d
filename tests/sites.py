"""Small sites made from a dict of path -> text or bytes, built by the pipeline, and what came out of it."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from tests.samples import read
from warta.model import join_pieces
from warta.opening import Request
from warta.pipeline import build
from warta.problems import Problem
from warta.report import Report

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests/site"
NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")
SITE_YAML = "name: Rutan Kelas IIB Contoh\nshort_name: Rutan Contoh\nbase_url: https://rutan-contoh.example/\n"

Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Built:
    """A site that was built, or was refused: the report, and the output folder where it was told to stand."""

    report: Report
    output: Path

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every published file by its path."""
        return contents(self.output)

    def text(self, path: str) -> str:
        return self.files[path].decode("utf-8")

    def page(self, address: str) -> Element:
        """Return the parsed page that answers an address of the site."""
        return parsed(self.files[file_of(address)])

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page, parsed, by its path."""
        return {path: parsed(data) for path, data in self.files.items() if path.endswith(".html")}

    @property
    def codes(self) -> list[str]:
        return [each.code.name for each in self.report.problems]

    def problems_of(self, path: str) -> list[Problem]:
        return [each for each in self.report.problems if each.path == path]


def write(root: Path, files: Files) -> Path:
    """Write the files below the folder, with a site.yaml if they bring none."""
    for path, content in {"site.yaml": SITE_YAML, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def built(root: Path, **request: Any) -> Built:
    """Build the site in the folder into `public/` in it, without a cache unless the request names one."""
    asked = Request(root, root / "public", NOW, jobs=1)._replace(**request)
    return Built(build(asked), asked.output)


def site(root: Path, files: Files, **request: Any) -> Built:
    return built(write(root, files), **request)


def published(root: Path, files: Files, **request: Any) -> Built:
    """Like `site`, for a site that has to be published."""
    done = site(root, files, **request)
    assert done.report.published, done.report.problems
    return done


def run(source: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build by the real command line, in a process of its own."""
    command = [sys.executable, "build.py", "--source", str(source), "--now", NOW.isoformat(), "--no-cache", *options]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


def post(
    *fields: str, title: str = "Apel Pagi", date: str = "2026-03-02", body: str = "Apel berlangsung tertib."
) -> str:
    """Return the text of a post with these further lines of front matter."""
    return "\n".join(("---", f"title: {title}", f"date: {date}", *fields, "---", "", body, ""))


def body(markdown: str, *, name: str = "2026-03-02-apel") -> Element:
    """Return the parsed HTML of a post's body; the links of the site lead to `/tautan/`."""
    found, problems = read(post(body=markdown), f"content/berita/{name}.md")
    assert found is not None, problems
    tree = parsed(join_pieces(found.body.pieces, ("/tautan/",) * len(found.body.links)))
    inner = tree.find("body")
    assert inner is not None
    return inner


def shape(element: Element) -> str:
    """Return the names of the elements in it, nested: `ul(li li(ul(li)))`."""
    return " ".join(f"{each.tag}({inside})" if (inside := shape(each)) else each.tag for each in element)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def digest(folder: Path) -> str:
    """Return the digest of every name and byte in the folder."""
    return sha256(repr(contents(folder)).encode()).hexdigest()


def file_of(address: str) -> str:
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")


def parsed(data: str | bytes) -> Element:
    tree: Element = html5lib.parse(data, namespaceHTMLElements=False)
    return tree


def text_of(element: Element | None) -> str:
    """Return the visible text, its blanks folded."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def attributes(page: Element, name: str, elements: Iterable[str] = ("*",)) -> list[str]:
    """Return every value of an attribute in the page, in its order."""
    return [
        each.attrib[name] for tag in elements for each in page.iter(None if tag == "*" else tag) if name in each.attrib
    ]
