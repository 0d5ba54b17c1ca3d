"""A build with nothing to do is over at a glance, and nothing that could matter escapes it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk import NEWS, PESANTREN, Desk, drawn
from tests.sites import EXAMPLE, NOW, ROOT, contents, post
from warta import command, quick


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A site that has been built, so that the next build is quick."""
    made = Desk(tmp_path)
    assert made.command()[0] == 0
    yield made
    made.close()


@pytest.fixture
def whole_builds(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every build that was not quick."""
    builds: list[object] = []
    real = command.run

    def run(options: object, *others: object) -> int:
        builds.append(options)
        return real(options, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "run", run)
    return builds


Change = Callable[[Desk], object]
CHANGES: dict[str, Change] = {
    "isi berita": lambda desk: desk.edit(desk.post("hari-ibu"), "\n\n", "\n\nKata baru. "),
    "judul, satu huruf": lambda desk: desk.edit(desk.post("hari-ibu"), "a", "o"),
    "berita baru": lambda desk: desk.write_text(desk.source / NEWS / "2026-01-01-baru.md", post()),
    "berita hilang": lambda desk: desk.post("hari-ibu").unlink(),
    "berita berganti nama": lambda desk: desk.post("hari-ibu").rename(desk.source / NEWS / "2025-12-22-lain.md"),
    "berita di folder baru": lambda desk: desk.write_text(desk.source / NEWS / "2026-01-01-baru/index.md", post()),
    "halaman": lambda desk: desk.edit(desk.source / "content/halaman/profil.md", "a", "o"),
    "tag": lambda desk: desk.edit(desk.source / "content/tag/ramadhan.md", "a", "o"),
    "tag hilang": lambda desk: (desk.source / "content/tag/ramadhan.md").unlink(),
    "foto": lambda desk: (desk.source / PESANTREN / "takjil.jpg").write_bytes(drawn(9)),
    "foto hilang": lambda desk: (desk.source / PESANTREN / "takjil.jpg").unlink(),
    "berkas lain": lambda desk: desk.write_text(desk.source / NEWS / "catatan.txt", "x"),
    "pengaturan": lambda desk: desk.edit(desk.source / "site.yaml", "name: Rutan", "name: Lapas"),
    "pengaturan hilang": lambda desk: (desk.source / "site.yaml").unlink(),
    "templat sendiri": lambda desk: desk.write_text(desk.source / "layouts/partials/footer.html", "<footer></footer>"),
    "templat tema": lambda desk: desk.edit(desk.theme / "layouts/article.html", "<", "<!-- x --><"),
    "CSS tema": lambda desk: desk.write_text(desk.theme / "layouts/assets/style.css", "/* x */"),
    "kata tema": lambda desk: desk.edit(desk.theme / "layouts/strings/id.yaml", "Beranda", "Depan"),
    "kode": lambda desk: desk.change_code(1),
    "waktu: terjadwal": lambda desk: desk.wind(timedelta(days=36_500)),
    "waktu: mundur": lambda desk: desk.wind(-timedelta(days=30)),
    "hasil hilang": lambda desk: (desk.output() / "index.html").unlink(),
    "hasil diubah": lambda desk: desk.edit(desk.output() / "index.html", "<", " <"),
    "hasil diubah, sama besar": lambda desk: desk.edit(desk.output() / "index.html", "a", "o"),
    "daftar hasil hilang": lambda desk: (desk.output() / "warta.json").unlink(),
    "folder hasil hilang": lambda desk: shutil.rmtree(desk.output()),
    "folder bernama aneh": lambda desk: (desk.source / NEWS / "aneh\x07").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_noticed(desk: Desk, whole_builds: list[object], change: Change) -> None:
    desk.command()
    assert whole_builds == []
    change(desk)
    desk.command()
    assert len(whole_builds) == 1


def test_the_moment_at_which_a_post_is_no_news_any_more_is_noticed(desk: Desk, whole_builds: list[object]) -> None:
    desk.write_text(desk.source / NEWS / "2026-11-23-baru.md", post(date="2026-11-23 12:00"))
    desk.command()
    assert (desk.output() / "sitemap-news.xml").exists()
    whole_builds.clear()
    desk.wind(timedelta(hours=24) - timedelta(minutes=1))
    desk.command()
    assert whole_builds == []
    desk.wind(timedelta(minutes=1))
    desk.command()
    assert len(whole_builds) == 1
    assert not (desk.output() / "sitemap-news.xml").exists()
    assert "sitemap-news" not in (desk.output() / "robots.txt").read_text("utf-8")
    desk.wind(-timedelta(minutes=1))
    desk.command()
    assert (desk.output() / "sitemap-news.xml").exists()


def test_a_lost_address_is_told_once_though_the_next_build_ends_at_a_glance(desk: Desk) -> None:
    desk.post("hari-ibu").rename(desk.source / NEWS / "2025-12-22-ibu.md")
    assert "P110" in desk.command()[1]
    assert "P110" not in desk.command()[1]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_settings_behind_a_link_are_looked_at(desk: Desk, whole_builds: list[object]) -> None:
    settings, shared = desk.source / "site.yaml", desk.folder / "bersama.yaml"
    settings.rename(shared)
    settings.symlink_to(shared)
    desk.command()
    whole_builds.clear()
    desk.command()
    assert whole_builds == []
    desk.edit(shared, "name: Rutan", "name: Lapas")
    desk.command()
    assert len(whole_builds) == 1
    assert "Lapas" in (desk.output() / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-cache"],
        ["--drafts"],
        ["--future"],
        ["--strict"],
        ["--base-url", "https://lain.example/"],
        ["--format", "json"],
        ["--format", "github"],
    ],
)
def test_other_options_ask_for_another_build(desk: Desk, whole_builds: list[object], arguments: list[str]) -> None:
    desk.command(*arguments)
    assert len(whole_builds) == 1


@pytest.mark.parametrize("option", ["--report", "--changed"])
def test_what_only_a_whole_build_tells_is_written_every_time(
    desk: Desk, whole_builds: list[object], option: str
) -> None:
    for number in (1, 2):
        path = desk.folder / f"{number}.json"
        assert desk.command(option, str(path))[0] == 0
        assert path.exists()
        assert len(whole_builds) == number


def test_github_gets_its_annotations_every_time(
    desk: Desk, whole_builds: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.field(desk.post("hari-ibu"), "warna", "biru")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    printed = [desk.command()[1] for _ in (1, 2)]
    assert all("::warning file=" in each for each in printed)
    assert len(whole_builds) == 2


def test_another_output_folder_is_another_build(desk: Desk, whole_builds: list[object]) -> None:
    for output in ("lain", "public", "lain"):
        desk.command(output=output)
    assert len(whole_builds) == 3
    assert contents(desk.output()) == contents(desk.output("lain"))


def test_warnings_are_printed_again(desk: Desk, whole_builds: list[object]) -> None:
    desk.field(desk.post("hari-ibu"), "warna", "biru")
    desk.edit(desk.post("hari-ibu"), "date: 2025-12-22", "date: 22 Desember 2025")
    _, first = desk.command()
    (desk.cache / quick.NAME).unlink()
    _, second = desk.command()
    assert len(whole_builds) == 2
    code, third = desk.command()
    assert len(whole_builds) == 2
    assert "warna" in third
    assert (code, third) == (0, second)
    assert first.splitlines()[:-2] == third.splitlines()[:-2]


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\0" * 5, b"\xff" * 100, b"nan\0nan" + b"\0a" * 6, b"x\0" * 7, b"-inf\0inf" + b"\0" * 6]
)
def test_a_broken_memory_is_ignored_and_made_anew(desk: Desk, whole_builds: list[object], data: bytes) -> None:
    (desk.cache / quick.NAME).write_bytes(data)
    assert desk.command()[0] == 0
    assert desk.command()[0] == 0
    assert len(whole_builds) == 1


def test_a_memory_that_is_a_folder_is_no_fault(desk: Desk, whole_builds: list[object]) -> None:
    (desk.cache / quick.NAME).unlink()
    (desk.cache / quick.NAME).mkdir()
    assert [desk.command()[0] for _ in (1, 2)] == [0, 0]
    assert len(whole_builds) == 2


def test_a_build_that_was_refused_is_not_remembered(desk: Desk, whole_builds: list[object]) -> None:
    path = desk.post("hari-ibu")
    good = path.read_bytes()
    desk.write_text(path, "---\ntitle: Rusak\n")
    assert [desk.command()[0] for _ in (1, 2)] == [1, 1]
    path.write_bytes(good)
    assert desk.command()[0] == 0
    assert len(whole_builds) == 3


@pytest.mark.parametrize("text", ["biasa", "\ud800 dari Windows", "\udcff dari Linux", "baris\r\nbaris\r"])
def test_any_text_is_remembered(tmp_path: Path, text: str) -> None:
    inputs, output = ("program", f"masukan {text}"), quick.look_at_output(str(tmp_path), ["a"], {})
    (tmp_path / quick.NAME).write_bytes(quick.memory((-1, 5), text, ["a"], "versi", (inputs, output)))

    def answer(found: quick.Inputs, now: float) -> tuple[str | None, str]:
        printed, (looked, _, code) = quick.nothing_to_do(str(tmp_path), str(tmp_path), lambda: found, now)
        assert looked == found
        return printed, code

    assert answer(inputs, 4.9) == (text, "versi")
    assert answer(inputs, 5) == (None, "")
    assert answer(inputs, -1.1) == (None, "")
    assert answer((inputs[0], f"{inputs[1]}."), 0) == (None, "versi")
    assert answer(("program baru", inputs[1]), 0) == (None, ""), "its version is not that of another program"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be forked")
def test_a_large_output_is_looked_at_by_a_process_beside(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "situs", ignore=shutil.ignore_patterns(".warta"))
    program = (
        "import sys; from warta import cli, quick; quick.MANY = 0; run = cli._build;"
        "cli._build = lambda *all: print('dibangun') or run(*all);"
        "sys.exit(cli.main(['--source', sys.argv[1], '--now', '2026-11-24T12:00+08:00']))"
    )

    def printed() -> str:
        command = [sys.executable, "-c", program, str(tmp_path / "situs")]
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8").stdout

    builds = [printed().count("dibangun") for _ in (1, 2)]
    (tmp_path / "situs/public/index.html").write_text("lain", encoding="utf-8")
    builds += [printed().count("dibangun") for _ in (1, 2)]
    assert builds == [1, 0, 1, 0]


def test_what_a_build_saw_is_not_looked_at_again_to_be_remembered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[tuple[list[str], dict[str, str]]] = []
    real = quick.look_at_output

    def look_at_output(folder: str, paths: list[str], seen: dict[str, str]) -> str:
        looks.append((paths, seen))
        return real(folder, paths, seen)

    monkeypatch.setattr(quick, "look_at_output", look_at_output)
    desk.edit(desk.post("hari-ibu"), "\n\n", "\n\nKata baru. ")
    assert desk.command()[0] == 0
    ((paths, seen),) = looks
    made = set(paths) - seen.keys()
    part = "pagefind/2024/"  # of the search index, with the edited post in it
    assert {path for path in made if not path.endswith(("feed.xml", "feed.json")) and not path.startswith(part)} == {
        "berita/hari-ibu-ke-97/index.html",
        "warta.json",
    }
    assert {"feed.xml", "feed.json"} <= made


def test_an_output_that_lies_as_it_was_left_is_looked_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = list[str]()
    real = os.lstat

    def lstat(path: str) -> os.stat_result:
        looked_at.append(str(path))
        return real(path)

    monkeypatch.setattr(os, "lstat", lstat)
    desk.edit(desk.post("hari-ibu"), "\n\n", "\n\nKata baru. ")
    assert desk.command()[0] == 0
    kept = str(desk.output() / "profil/index.html")
    assert looked_at.count(kept) == 1
    looked_at.clear()
    desk.edit(desk.post("hari-ibu"), "Kata baru. ", "")
    (desk.output() / "profil/index.html").unlink()
    assert desk.command()[0] == 0
    assert Path(kept).exists()


HEAVY = {"markdown", "jinja2", "yaml", "dataclasses", "PIL", "sqlite3", "multiprocessing", "rich", "nh3", "datetime"}


def test_a_build_with_nothing_to_do_imports_nothing_heavy(tmp_path: Path) -> None:
    root = tmp_path / "situs"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".warta"))
    arguments = [str(ROOT / "build.py"), "--source", str(root)]
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    imported = []
    for _ in (1, 2):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        lines = (line.rpartition("|") for line in done.stderr.splitlines() if line.startswith("import time:"))
        imported.append({name.strip().partition(".")[0] for _, _, name in lines})
    assert {"markdown", "jinja2"} <= imported[0]
    assert imported[1] & HEAVY == set()
