"""Whatever is saved, renamed, deleted or half written: what the running preview serves is the last state that builds.

WARTA_TRUST=1 .venv/bin/python -m pytest tests/newsroom/test_serve_walk.py    walks 200 steps, at random
"""

import os
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.desk import drawn
from tests.newsroom.preview import Running, ask, running
from tests.sites import SITE_YAML, built, contents, post, write

TRUST = os.environ.get("WARTA_TRUST") == "1"
STEPS = 200 if TRUST else 30
PATIENCE = 10.0
"""Seconds after which a page counts as stale."""

FOLDER = "content/berita"
FILES: dict[str, str | bytes] = {
    "site.yaml": f"{SITE_YAML}features: {{search: on}}\n",
    **{
        f"{FOLDER}/2026-03-{day:02}-berita-{day}.md": post(
            "tags: [Ramadhan, HBP]", title=f"Berita {day}", date=f"2026-03-{day:02}"
        )
        for day in range(1, 9)
    },
    f"{FOLDER}/2026-04-01-kilat/index.md": post(title="Kilat", date="2026-04-01", body="![Barisan](foto.jpg)"),
    f"{FOLDER}/2026-04-01-kilat/foto.jpg": drawn(0),
    "content/halaman/kontak.md": "---\ntitle: Kontak\n---\nTelepon.\n",
}


class Walk:
    """Steps on the source folder, each drawn by `chance`."""

    def __init__(self, source: Path, chance: random.Random) -> None:
        self.source, self.chance, self.number = source, chance, 0

    def step(self) -> str:
        """Do something; its name."""
        self.number += 1
        steps: list[Callable[[], None]] = [
            self.save, self.save, self.save, self.replace, self.rename, self.delete, self.add, self.half_written,
            self.broken, self.empty, self.emptied_first, self.temporary, self.photo, self.style, self.settings,
            self.folder_moves, self.draft, self.template,
        ]  # fmt: skip
        chosen = self.chance.choice(steps)
        chosen()
        return chosen.__name__

    def one(self) -> Path:
        return self.chance.choice(sorted((self.source / FOLDER).glob("*.md")))

    def text(self) -> str:
        return post("tags: [Ramadhan]", title=f"Judul {self.number}", body=f"Isi ke-{self.number}.")

    def save(self) -> None:
        self.one().write_text(self.text(), "utf-8")

    def replace(self) -> None:
        """As editors do that write a new file and put it in the old one's place."""
        path = self.one()
        temporary = path.with_name(f".{path.name}.swp")
        temporary.write_text(self.text(), "utf-8")
        temporary.replace(path)

    def rename(self) -> None:
        self.one().rename(self.source / FOLDER / f"2026-05-01-nama-{self.number}.md")

    def delete(self) -> None:
        if len(list((self.source / FOLDER).glob("*.md"))) > 3:
            self.one().unlink()

    def add(self) -> None:
        write_text(self.source / FOLDER / f"2026-05-02-baru-{self.number}.md", self.text())

    def half_written(self) -> None:
        """A large save in two parts, the second late."""
        path, text = self.one(), self.text()
        with path.open("w", encoding="utf-8") as file:
            file.write(text[: len(text) // 3])
            file.flush()
            time.sleep(self.chance.choice([0, 0.02, 0.1]))
            file.write(text[len(text) // 3 :])

    def broken(self) -> None:
        write_text(self.source / FOLDER / "2026-06-01-rusak.md", f"---\ntitle: Rusak {self.number}\ndate: kapan\n---\n")

    def empty(self) -> None:
        self.one().write_bytes(b"")

    def emptied_first(self) -> None:
        path = self.one()
        path.write_bytes(b"")
        time.sleep(self.chance.choice([0, 0.03]))
        path.write_text(self.text(), "utf-8")

    def temporary(self) -> None:
        for name in ("~$berita.docx", ".berita.md.swp", "berita.md~", "#berita.md#", "4913", "berita.md.tmp"):
            write_text(self.source / FOLDER / name, "sampah")
            if self.chance.random() < 0.7:
                (self.source / FOLDER / name).unlink()

    def photo(self) -> None:
        photo = self.source / FOLDER / "2026-04-01-kilat/foto.jpg"
        if photo.exists():
            photo.write_bytes(drawn(self.number))

    def style(self) -> None:
        write_text(self.source / "layouts/assets/style.css", f"main{{order:{self.number}}}")

    def settings(self) -> None:
        path = self.source / "site.yaml"
        kept = path.read_text("utf-8").partition("per_page")[0]
        write_text(path, f"{kept}per_page: {self.chance.choice(['2', '3', '20', 'banyak'])}\n")

    def folder_moves(self) -> None:
        """content/ goes and comes back, as when a branch is changed."""
        folder = self.source / "content"
        folder.rename(self.source / "pindah")
        time.sleep(self.chance.choice([0, 0.05, 0.4]))
        (self.source / "pindah").rename(folder)
        self.save()

    def draft(self) -> None:
        self.one().write_text(post("draf: true", title=f"Konsep {self.number}"), "utf-8")

    def template(self) -> None:
        text = self.chance.choice(["{% if %}", '{% extends "default/page.html" %}', ""])
        path = self.source / "layouts/page.html"
        if text:
            write_text(path, text)
        else:
            path.unlink(missing_ok=True)

    def mend(self) -> None:
        """Put right what may keep the site from being built."""
        (self.source / FOLDER / "2026-06-01-rusak.md").unlink(missing_ok=True)
        (self.source / "layouts/page.html").unlink(missing_ok=True)
        self.number += 1
        path = self.source / "site.yaml"
        write_text(path, path.read_text("utf-8").replace("banyak", "4"))


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def clean(source: Path, output: Path) -> dict[str, bytes] | None:
    """What a build from nothing would show; None if there is an error."""
    done = built(source, output=output, preview=True)
    return (
        {path: data for path, data in contents(output).items() if path != "warta.json"}
        if done.report.published
        else None
    )


def stale(serve: Running, expected: dict[str, bytes], gone: set[str]) -> list[str]:
    """The addresses at which something else is served than expected."""
    wrong = [path for path, data in expected.items() if ask(serve.port, f"/{path}").page != data]
    return wrong + [path for path in gone if ask(serve.port, f"/{path}").status == 200]


def is_held(serve: Running) -> bool:
    return "Perubahan terakhir belum tampil" in ask(serve.port, "/").text


def shows(serve: Running, expected: dict[str, bytes], gone: set[str]) -> bool:
    return not is_held(serve) and stale(serve, expected, gone) == []


def settled(look: Callable[[], bool]) -> bool:
    """Whether it is so, within our patience."""
    end = time.monotonic() + PATIENCE
    while not look():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_a_random_walk_never_ends_the_server_and_leaves_no_page_stale(tmp_path: Path) -> None:
    seed = int(time.time()) if TRUST else 7
    print("seed", seed)
    source, ever = write(tmp_path / "situs", FILES), set[str]()
    walk = Walk(source, random.Random(seed))  # noqa: S311 - a walk, no secret
    good = clean(source, tmp_path / "bersih-0") or {}
    with running(source, "--port", "8450") as serve:
        time.sleep(0.6)  # until what changes is heard of
        for number in range(STEPS):
            name = walk.step()
            if number % 10 == 9:
                walk.mend()
            expected = clean(source, tmp_path / f"bersih-{number + 1}")
            if expected is not None:
                good, ever = expected, ever | expected.keys()
                assert settled(partial(shows, serve, good, ever - good.keys())), (number, name)
            else:
                assert settled(partial(is_held, serve)), (number, name)
                # What some steps leave for a moment builds, and is served rightly from then on.
                if name in {"half_written", "emptied_first", "folder_moves"} or number % 10 == 9:
                    good = {}
                assert stale(serve, good, set()) == [], (number, name)
        assert serve.process.poll() is None
        assert serve.interrupt() == (0, "")
