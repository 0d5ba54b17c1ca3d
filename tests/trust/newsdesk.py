"""A site of posts with photos, the edits that a year brings, and what a build of it has to give."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.photofiles import encoded, picture
from tests.sites import ROOT, SITE_YAML, post, write

NOW = "2027-01-02T12:00+08:00"
BUILD = (sys.executable, str(ROOT / "build.py"), "--now", NOW, "--allow-removal", "100000")
BERITA = "content/berita"
PROFILE = "---\ntitle: Profil\n---\n\nTentang [berita](/berita/).\n"
SETTINGS = f"{SITE_YAML}checks: {{G106: off}}\n"
"""Small photos are meant."""

TITLES = ("Apel Pagi", "Berbagi Takjil", "Razia Kamar", "Donor Darah", "Senam Bersama", "Panen Sayur")

PROBLEMS = 1
"""The exit code of a build that says what was in its way."""

Manifest = dict[str, str]
"""The digests of a published folder's files, by path."""


def photo(number: int) -> bytes:
    """A JPEG; every number gives another, each third one is large enough for two widths."""
    size = (300, 200) if number % 3 == 0 else (120, 80)
    drawn = picture(size)
    drawn.paste((number * 37 % 256, number * 91 % 256, number * 53 % 256), (9, 9, size[0] // 2, size[1] // 2))
    return encoded(drawn, "JPEG", quality=70)


def manifest_of(folder: Path) -> Manifest:
    listed: Mapping[str, tuple[int, str]] = json.loads((folder / "warta.json").read_bytes())["files"]
    return {path: digest for path, (_, digest) in listed.items()}


class Newsdesk:
    """The site in `folder`/situs, published into `public` beside it; `luck` draws what is edited."""

    def __init__(self, folder: Path, posts: int, luck: random.Random, settings: str = "") -> None:
        self.folder, self.source, self.output = folder, folder / "situs", folder / "public"
        self.cache = self.source / ".warta"
        self._luck, self._settings, self._made, self._linked = luck, settings, 0, set[str]()
        write(self.source, {"site.yaml": SETTINGS + settings, "content/halaman/profil.md": PROFILE})
        for _ in range(posts):
            self.post_comes()

    def command(self, *options: str) -> list[str]:
        """How a build is started."""
        return [*BUILD, "--source", str(self.source), "--output", str(self.output), *options]

    def build(self, *options: str) -> str:
        """Publish to the end; what was printed."""
        done = subprocess.run(self.command(*options), cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def attempt(self, *options: str) -> tuple[int, str]:
        """The exit code of a build, and what it says of problems that stop it."""
        command = self.command("--format", "github", *options)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, "\n".join(line for line in done.stdout.splitlines() if line.startswith("::error"))

    def expected(self, name: str = "seharusnya") -> Manifest:
        """What a build into another folder, with a cache of its own, publishes now."""
        output = self.folder / name
        self.build("--output", str(output), "--cache", str(self.folder / f"{name}-cache"))
        return manifest_of(output)

    def edit(self) -> str:
        """Do what one of the newsroom or of the maintainers may do; its name."""
        changes: list[Callable[[], None]] = [
            self.post_comes, self.body, self.title, self.photo_replaced, self.post_goes, self.post_moves, self.address,
            self.tag_file, self.style, self.layout, self.setting, self.style, self.layout, self.setting,
        ]  # fmt: skip
        change = self._luck.choice(changes)
        change()
        return change.__name__

    def _posts(self) -> list[Path]:
        return sorted((self.source / BERITA).glob("*/index.md"))

    def _any_post(self) -> Path:
        return self._luck.choice(self._posts())

    def _fresh(self) -> int:
        self._made += 1
        return self._made

    def post_comes(self) -> None:
        """Every fifth post links to the one before, which then stays."""
        number = self._fresh()
        name, before, link = f"kegiatan-{number}", f"kegiatan-{number - 1}", ""
        if number % 5 == 0 and self._is_at_its_address(before):
            self._linked.add(before)
            link = f"\n\nLihat [kegiatan sebelumnya](/berita/{before}/)."
        title = f"{TITLES[number % len(TITLES)]} {number}"
        date = f"2026-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        body = f"Kegiatan nomor {number} berlangsung tertib, lihat [profil](/profil/).{link}"
        fields = (f"tags: [Topik {number % 12}]", "image: satu.jpg", "image_alt: Barisan petugas")
        text = post(*fields, title=title, date=date, body=body)
        folder = self.source / BERITA / f"{date}-{name}"
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(text, "utf-8")
        (folder / "satu.jpg").write_bytes(photo(number))

    def _is_at_its_address(self, name: str) -> bool:
        found = (self.source / BERITA).glob(f"*-{name}/index.md")
        return any("slug:" not in path.read_text("utf-8") for path in found)

    def body(self) -> None:
        path = self._any_post()
        path.write_text(f"{path.read_text('utf-8')}\n\nTambahan {self._fresh()}.\n", "utf-8")

    def title(self) -> None:
        self._field(self._any_post(), "title", f"{self._luck.choice(TITLES)} Baru {self._fresh()}")

    def photo_replaced(self) -> None:
        """By another one, which may be larger or smaller."""
        (self._any_post().parent / "satu.jpg").write_bytes(photo(1000 + self._fresh()))

    def _goes(self) -> Path | None:
        free = [path for path in self._posts() if path.parent.name[11:] not in self._linked]
        return self._luck.choice(free) if len(free) > len(self._linked) else None

    def post_goes(self) -> None:
        """For good: nothing leads on from its address."""
        if path := self._goes():
            _remove(path.parent)

    def post_moves(self) -> None:
        """Another post is the one in its place: its address leads there."""
        if path := self._goes():
            _remove(path.parent)
            self._field(self._any_post(), "aliases", f"[/berita/{path.parent.name[11:]}/]")

    def address(self) -> None:
        """A post gets another address, and the old one leads on."""
        if path := self._goes():
            self._field(path, "slug", f"alamat-{self._fresh()}")
            self._field(path, "aliases", f"[/berita/{path.parent.name[11:]}/]")

    def tag_file(self) -> None:
        number = self._luck.randrange(12)
        title = f"---\ntitle: Topik {number}\naliases: [Tema {self._fresh()}]\n---\n"
        write(self.source, {f"content/tag/topik-{number}.md": title, "site.yaml": self._site_yaml()})

    def _site_yaml(self) -> str:
        return (self.source / "site.yaml").read_text("utf-8")

    def style(self) -> None:
        style = (ROOT / "layouts/assets/style.css").read_text("utf-8")
        self._layout("assets/style.css", f"{style}/* {self._fresh()} */\n")

    def layout(self) -> None:
        footer = (ROOT / "layouts/partials/footer.html").read_text("utf-8")
        self._layout("partials/footer.html", f"{footer}<!-- {self._fresh()} -->\n")

    def _layout(self, name: str, text: str) -> None:
        path = self.source / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def setting(self) -> None:
        """Another name on every page, and longer or shorter lists."""
        per_page = self._luck.choice((10, 20, 60))
        changed = f"{SETTINGS}{self._settings}description: Keadaan {self._fresh()}.\nper_page: {per_page}\n"
        (self.source / "site.yaml").write_text(changed, "utf-8")

    def _field(self, path: Path, name: str, value: str) -> None:
        text = re.sub(rf"(?m)^{name}: .*\n", "", path.read_text("utf-8"), count=1)
        path.write_text(text.replace("---\n", f"---\n{name}: {value}\n", 1), "utf-8")


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
