"""`check` finds what is wrong with every text, and publishes nothing."""

import json
from pathlib import Path

import pytest

from tests import photofiles
from tests.sites import contents, post, write
from warta.cli import main

NOW = "2026-11-24T12:00+08:00"
PROBLEMS = 1


def check(root: Path, *options: str) -> int:
    return main(["check", "--source", str(root), "--now", NOW, *options])


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    problems = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(each["code"], each["path"]) for each in problems]


def test_a_good_site_is_fine_and_nothing_is_written_but_the_cache(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(write(tmp_path, {"content/berita/2026-03-02-apel.md": post()}))
    assert check(tmp_path) == 0
    assert capsys.readouterr().out == "1 naskah diperiksa: 0 galat, 0 peringatan\n"
    assert {path: data for path, data in contents(tmp_path).items() if not path.startswith(".warta/")} == before


def test_drafts_and_scheduled_posts_are_checked_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, str | bytes] = {
        "content/berita/2026-03-02-konsep.md": post("draft: true", body="[lihat](tidak-ada.md)"),
        "content/berita/2027-03-02-nanti.md": post(date="2027-03-02", body="![Apel](/media/rusak.jpg)"),
        "content/media/rusak.jpg": photofiles.jpeg()[:900],
    }
    assert main(["--source", str(write(tmp_path, files)), "--now", NOW]) == 0
    capsys.readouterr()
    assert check(tmp_path, "--format", "json") == PROBLEMS
    assert found(capsys) == [("T101", "content/berita/2026-03-02-konsep.md"), ("G101", "content/media/rusak.jpg")]


def test_an_error_in_one_text_does_not_hide_those_of_others_nor_of_the_theme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str | bytes] = {
        "content/berita/2026-03-02-a.md": post(date="kapan"),
        "content/berita/2026-03-03-b.md": post(body="[lihat](tidak-ada.md)"),
        "layouts/article.html": "{{ page.tidak_ada.sekali }}",
        "content/berita/2026-03-04-c.md": post(title="C"),
    }
    assert check(write(tmp_path, files), "--format", "json") == PROBLEMS
    assert [code for code, _ in found(capsys)] == ["F108", "T101", "L102"]


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), PROBLEMS)])
def test_warnings_count_only_under_strict(tmp_path: Path, options: tuple[str, ...], code: int) -> None:
    write(tmp_path, {"content/berita/2026-03-02-apel.md": post("warna: biru")})
    assert check(tmp_path, *options) == code


def test_a_folder_without_settings_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, "--published") == PROBLEMS
    assert "S101" in capsys.readouterr().out


def test_a_check_leaves_the_next_build_as_it_would_be(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/berita/2026-03-02-apel.md": post(body="![Apel](/media/a.jpg)"),
        "content/berita/2026-03-03-konsep.md": post("draft: true"),
        "content/media/a.jpg": photofiles.jpeg(),
    }
    first, second = write(tmp_path / "satu", files), write(tmp_path / "dua", files)
    assert main(["--source", str(first), "--now", NOW]) == 0
    assert check(second) == 0
    assert main(["--source", str(second), "--now", NOW]) == 0
    assert contents(first / "public") == contents(second / "public")


def test_what_is_seen_only_over_all_posts_is_told_by_check_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = {
        f"content/berita/2026-03-0{day}-apel.md": post("tags: [Ramadhan]", f"slug: apel-{day}") for day in (1, 2, 3)
    }
    root = write(tmp_path, {**posts, "content/berita/2026-03-04-lain.md": post("tags: [Ramadlan]")})
    assert check(root, "--format", "json") == 0
    assert found(capsys) == [("K401", "content/berita/2026-03-04-lain.md")]
    assert main(["--source", str(root), "--now", NOW, "--format", "json"]) == 0
    assert found(capsys) == []


def test_a_link_to_what_waits_is_the_error_that_a_build_would_make_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = {"content/berita/2026-03-01-konsep.md": post("draft: true", date="2026-03-01")}
    linking = {"content/berita/2026-03-02-apel.md": post(body="[ini](2026-03-01-konsep.md)")}
    assert check(write(tmp_path, {**waiting, **linking}), "--format", "json") == PROBLEMS
    assert found(capsys) == [("T104", "content/berita/2026-03-02-apel.md")]
