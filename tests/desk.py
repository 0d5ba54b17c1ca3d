"""A small copy of the example site with a theme and a code of its own: what tests edit, and how they publish it."""

import contextlib
import io
import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.sites import EXAMPLE, NOW, contents
from warta import cli, files, quick, reporttext
from warta.model import Article, Source
from warta.opening import Request
from warta.pipeline import build
from warta.problems import Problem
from warta.read import article, content
from warta.report import Report
from warta.settings import Settings

POSTS = """
    2024-01-15-apel-pagi-perdana-tahun-2024.md
    2024-07-10-pengumuman-kunjungan-sabtu.md
    2024-07-23-ruang-kunjungan-ramah-anak.md
    2025-11-19-hari-bakti-kemenimipas-ke-1.md
    2025-12-22-hari-ibu-ke-97.md
    2026-01-16-isra-miraj-1447-hijriah.md
    2026-02-16-jadwal-layanan-ramadhan-1447-hijriah.md
    2026-03-02-pesantren-kilat/index.md
    2026-03-13-buka-puasa-bersama-keluarga.md
    2026-11-10-hari-pahlawan-ziarah-dan-kerja-bakti.md
    2026-11-19-hari-bakti-kemenimipas-ke-2.md
    2099-01-05-pembukaan-kapsul-waktu.md
""".split()
NEWS = "content/berita"
LOGO = "content/media/logo.svg"
PESANTREN = f"{NEWS}/2026-03-02-pesantren-kilat"


class Desk:
    """The copy in `folder`, the clock on the wall, and two output folders. Close it when done."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source = folder, folder / "situs"
        self.theme, self.code = folder / "tema", folder / "kode"
        self.now = NOW
        self.patched = pytest.MonkeyPatch()
        _copy(self.source)
        shutil.copytree(files.THEME / "layouts", self.theme / "layouts")
        self.patched.setattr(files, "THEME", self.theme)
        self.patched.setattr(quick, "THEME", str(self.theme / "layouts"))
        self.patched.setattr(quick, "PACKAGE", str(self.code))
        self.change_code(0)

    def close(self) -> None:
        self.patched.undo()

    def change_code(self, revision: int) -> None:
        """Let another version of Warta run, one that reads authors in another way."""

        def read_article(source: Source, settings: Settings) -> tuple[Article | None, tuple[Problem, ...]]:
            found, problems = article.read_article(source, settings)
            return found and found._replace(author=f"{found.author} {revision}"), problems

        self.patched.setattr(content, "read_article", read_article)
        self.patched.setattr(files, "code_version", lambda: f"kode {revision}")
        self.write_text(self.code / "kode.py", f"REVISI = {revision}\n")

    @property
    def cache(self) -> Path:
        return self.source / ".warta"

    def output(self, name: str = "public") -> Path:
        return self.folder / name

    def posts(self) -> list[Path]:
        """The posts, by path."""
        return sorted((self.source / NEWS).rglob("*.md"))

    def post(self, part: str) -> Path:
        """The one post whose path holds this."""
        (found,) = (path for path in self.posts() if part in path.as_posix())
        return found

    def write_text(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, path: Path, old: str, new: str) -> None:
        """Replace the only place (or the first) in which the file says `old`."""
        text = path.read_text("utf-8")
        assert old in text, (path, old)
        self.write_text(path, text.replace(old, new, 1))

    def field(self, path: Path, name: str, value: str | None) -> None:
        """Set a line of the front matter; None takes it out."""
        text = re.sub(rf"(?m)^{name}: .*\n", "", path.read_text("utf-8"), count=1)
        line = "" if value is None else f"{name}: {value}\n"
        self.write_text(path, text.replace("---\n", f"---\n{line}", 1))

    def value(self, path: Path, name: str) -> str:
        """The value of a line of the front matter; "" if there is none."""
        match = re.search(rf"(?m)^{name}: (.*)$", path.read_text("utf-8"))
        return match[1] if match else ""

    def build(self, output: str = "public", **request: Any) -> Report:
        """Publish by the pipeline, with the cache unless the request says otherwise."""
        asked = Request(self.source, self.output(output), self.now, allow_removal=10_000, cache=self.cache, jobs=1)
        return build(asked._replace(**request))

    def clean(self, output: str = "public") -> tuple[Report, dict[str, bytes]]:
        """What a build from nothing publishes."""
        fresh = self.folder / "bersih" / output
        shutil.rmtree(fresh.parent, ignore_errors=True)
        report = self.build(output=f"bersih/{output}", cache=None)
        return report, contents(fresh) if report.published else {}

    def command(self, *arguments: str, output: str = "public") -> tuple[int, str]:
        """Publish by the command line; the exit code and what it printed."""
        given = ["--source", str(self.source), "--output", str(self.output(output)), "--now", self.now.isoformat()]
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            code = cli.main([*given, "--allow-removal", "10000", *arguments])
        return code, printed.getvalue()

    def wind(self, moment: datetime | timedelta) -> None:
        """Set the clock, or turn it on or back."""
        self.now = moment if isinstance(moment, datetime) else self.now + moment


def _copy(source: Path) -> None:
    """The settings, the logo, standing pages, tag files and a dozen posts, with smaller photos."""
    for folder in ("halaman", "tag"):
        shutil.copytree(EXAMPLE / "content" / folder, source / "content" / folder)
    settings = (EXAMPLE / "site.yaml").read_text(encoding="utf-8")
    (source / "site.yaml").write_text(f"{settings}\nfeatures: {{search: on}}\n", encoding="utf-8")
    (source / LOGO).parent.mkdir()
    shutil.copy(EXAMPLE / LOGO, source / LOGO)
    for name in POSTS:
        target = source / NEWS / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / NEWS / name, target)
    for number, name in enumerate(("mengaji.jpg", "takjil.jpg")):
        (source / PESANTREN / name).write_bytes(drawn(number))


def drawn(number: int, kind: str = "JPEG") -> bytes:
    """A picture; every number gives another."""
    buffer = BytesIO()
    Image.new("RGB", (48, 32), ((number * 37) % 256, (number * 91) % 256, number % 256)).save(buffer, kind)
    return buffer.getvalue()


def shown(report: Report) -> Iterator[str]:
    """The lines that the command line prints of a report's problems."""
    return (reporttext.as_text(each, report.language) for each in report.problems)
