"""Arguments -> one call -> printed problems -> exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import EXAMPLE, ROOT, post, write
from warta import __version__
from warta.cli import FINE, USAGE, main

PROBLEMS = 1
NOW = "2026-11-24T12:00+08:00"
GOOD = {"content/berita/2026-03-02-apel.md": post()}
BAD = {"content/berita/2026-03-02-apel.md": post(date="2026-02-30")}
ODD = {"content/berita/2026-03-02-apel.md": post("warna: biru")}


def run(source: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the door in a process of its own, with nothing of this one's environment but the path."""
    command = [sys.executable, str(ROOT / "build.py"), "--source", str(source), "--no-cache", *arguments]
    return subprocess.run(command, env={"PATH": os.environ["PATH"], **environment}, capture_output=True, check=False)


def build(root: Path, *arguments: str) -> int:
    return main(["--source", str(root), "--now", NOW, "--no-cache", *arguments])


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        (GOOD, [], FINE),
        (GOOD, ["build"], FINE),
        (GOOD, ["--strict"], FINE),
        (ODD, [], FINE),
        (ODD, ["--strict"], PROBLEMS),
        (BAD, [], PROBLEMS),
        ({"site.yaml": "name: x"}, [], PROBLEMS),
    ],
)
def test_the_exit_code_says_how_it_went(tmp_path: Path, files: dict[str, str], arguments: list[str], code: int) -> None:
    assert build(write(tmp_path, files), *arguments) == code
    assert (tmp_path / "public").exists() is (code == FINE)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--tidak-ada"],
        ["terbitkan"],
        ["--base-url", "rutan"],
        ["--base-url", "https://x.example/?a"],
        ["--now", "kemarin"],
        ["--now", "2026-01-01T00:00"],
        ["--allow-removal", "-1"],
        ["--allow-removal", "banyak"],
        ["--format", "xml"],
        ["--draft"],
        ["--jobs", "0"],
        ["--now", "0001-01-01T00:00+08:00"],
        ["--now", "9999-12-31T23:59-12:00"],
        ["--now", "1969-12-31T23:59Z"],
    ],
)
def test_wrong_usage_is_2_and_nothing_is_built(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(write(tmp_path, GOOD), *arguments) == USAGE
    assert "usage: build.py" in capsys.readouterr().err
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_are_fine(argument: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([argument]) == FINE
    assert ("usage" if argument == "--help" else __version__) in capsys.readouterr().out


def test_a_folder_without_settings_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(tmp_path) == PROBLEMS
    assert "S101" in capsys.readouterr().out


def test_a_problem_is_shown_with_its_line_a_caret_and_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(write(tmp_path, BAD))
    shown = capsys.readouterr().out.splitlines()
    assert shown[:4] == [
        'content/berita/2026-03-02-apel.md:3:7: galat F103 tanggal "2026-02-30" tidak ada di kalender',
        "    | date: 2026-02-30",
        "    |       ^",
        "    → Periksa hari, bulan, dan jamnya; tulis begini: date: 2026-02-28",
    ]
    assert shown[-1] == "public tidak diubah: 1 galat, 0 peringatan"


def test_all_problems_of_all_files_are_shown_sorted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        f"content/berita/2026-03-0{day}-{name}.md": post(date="kapan") for day, name in ((2, "b"), (1, "c"), (3, "a"))
    }
    build(write(tmp_path, {**files, "content/halaman/x.md": "---\ndate: 1\n---\n[a](javascript:x) [b](tak-ada.md)\n"}))
    found = re.findall(r"^(\S+?):(\d+)", capsys.readouterr().out, re.MULTILINE)
    places = [(path, int(line)) for path, line in found]
    assert places == sorted(places)
    assert {path for path, _ in places} == {*files, "content/halaman/x.md"}


def test_messages_speak_the_language_of_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(write(tmp_path, {**BAD, "site.yaml": "name: X\nbase_url: https://x.example/\nlanguage: en\n"}))
    shown = capsys.readouterr().out
    assert ": error F103 " in shown
    assert "galat" not in shown


def test_json_is_one_problem_a_line_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(write(tmp_path, {**BAD, "content/berita/2026-03-03-kafé.md": post("warna: “biru”")}), "--format", "json")
    lines = capsys.readouterr().out.splitlines()
    found = [json.loads(line) for line in lines]
    assert [(each["code"], each["severity"]) for each in found] == [
        ("F103", "error"),
        ("Y106", "warning"),
        ("Y112", "warning"),
    ]
    assert set(found[0]) == {"code", "severity", "path", "line", "column", "message", "hint"}
    assert "kafé" in lines[1]


def test_annotations_are_added_on_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    path = "content/berita/2026-03-02-100%, diskon.md"
    build(write(tmp_path, {path: post(date="'100% kapan'")}))
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=content/berita/2026-03-02-100%25%2C diskon.md,line=3,col=7,title=F108::")
    assert '"100%25 kapan"' in first
    assert "%0A" in first
    assert others[0].startswith(f"{path}:3:7: galat F108")


def test_only_annotations_are_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(write(tmp_path, ODD), "--format", "github")
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::warning file=content/berita/2026-03-02-apel.md,line=4,col=1,title=Y106::")


def test_the_report_is_json_with_all_that_was_done(tmp_path: Path) -> None:
    report = tmp_path / "hasil/laporan.json"
    later = {"content/berita/2027-01-01-x.md": post(date="2027-01-01 07:00")}
    draft = {"content/berita/2026-01-01-d.md": post("draft: true")}
    assert build(write(tmp_path / "situs", {**ODD, **later, **draft}), "--report", str(report)) == FINE
    value = json.loads(report.read_text("utf-8"))
    assert (value["published"], value["deleted"], value["changed"], value["kept"]) == (True, [], [], 0)
    assert "berita/apel/index.html" in value["added"]
    assert value["withheld"] == [
        {"path": "content/berita/2026-01-01-d.md", "reason": "draft", "due": "2026-03-02T00:00:00+08:00"},
        {"path": "content/berita/2027-01-01-x.md", "reason": "scheduled", "due": "2027-01-01T07:00:00+08:00"},
    ]
    assert value["next_due"] == "2027-01-01T07:00:00+08:00"
    assert [each["code"] for each in value["problems"]] == ["Y106"]


def test_the_report_is_written_when_the_build_fails_but_the_list_of_changes_is_not(tmp_path: Path) -> None:
    report, changed = tmp_path / "laporan.json", tmp_path / "berubah.json"
    assert build(write(tmp_path / "situs", BAD), "--report", str(report), "--changed", str(changed)) == PROBLEMS
    assert json.loads(report.read_text("utf-8"))["published"] is False
    assert not changed.exists()


def test_the_list_of_changes_names_what_was_written_and_deleted(tmp_path: Path) -> None:
    changed, root = tmp_path / "berubah.json", tmp_path / "situs"
    second = "content/berita/2026-03-03-b.md"
    build(write(root, {**GOOD, second: post()}))
    (root / second).unlink()
    write(root, {"content/berita/2026-03-02-apel.md": post(title="Apel Lain")})
    assert build(root, "--changed", str(changed)) == FINE
    value = json.loads(changed.read_text("utf-8"))
    assert set(value) == {"added", "changed", "deleted"}
    assert (value["added"], value["deleted"]) == ([], ["berita/b/index.html"])
    assert "berita/apel/index.html" in value["changed"]
    assert not any("aset" in path for path in value["changed"])


def test_a_report_that_cannot_be_written_is_a_problem_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    done = run(write(tmp_path / "situs", GOOD), "--report", str(tmp_path / "berkas/laporan.json"))
    assert b"Traceback" not in done.stderr
    assert done.returncode == PROBLEMS


@pytest.mark.parametrize("now", ["2026-03-02T06:59+08:00", "2026-03-01T22:59Z"])
def test_a_scheduled_post_waits(tmp_path: Path, now: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(tmp_path, {"content/berita/2026-03-02-apel.md": post(date="2026-03-02 07:00")})
    assert main(["--source", str(root), "--no-cache", "--now", now]) == FINE
    assert not (root / "public/berita/apel").exists()
    shown = capsys.readouterr().out
    assert "belum terbit (terjadwal 2026-03-02 07:00 +0800): content/berita/2026-03-02-apel.md" in shown
    assert "Berita terjadwal berikutnya terbit 2026-03-02 07:00 +0800" in shown


@pytest.mark.parametrize("now", ["2026-03-02T07:00+08:00", "2026-03-01T23:00Z", "2026-03-02T08:00+09:00"])
def test_a_scheduled_post_becomes_due(tmp_path: Path, now: str) -> None:
    root = write(tmp_path, {"content/berita/2026-03-02-apel.md": post(date="2026-03-02 07:00")})
    assert main(["--source", str(root), "--no-cache", "--now", now]) == FINE
    assert (root / "public/berita/apel/index.html").exists()


@pytest.mark.parametrize(
    ("arguments", "built"),
    [
        ([], {"a"}),
        (["--drafts"], {"a", "d"}),
        (["--future"], {"a", "f"}),
        (["--drafts", "--future"], {"a", "d", "f", "df"}),
    ],
)
def test_drafts_and_future_posts_are_built_only_on_request(
    tmp_path: Path, arguments: list[str], built: set[str]
) -> None:
    root = write(
        tmp_path,
        {
            "content/berita/a.md": post(),
            "content/berita/d.md": post("draft: true"),
            "content/berita/f.md": post(date="2099-01-01"),
            "content/berita/df.md": post("draf: ya", date="2099-01-01"),
        },
    )
    assert build(root, *arguments) == FINE
    assert {path.parent.name for path in root.glob("public/berita/*/index.html")} == built


@pytest.mark.parametrize(("epoch", "built"), [("1772405999", False), ("1772406000", True)])
def test_the_clock_can_be_set_for_a_reproducible_build(tmp_path: Path, epoch: str, built: bool) -> None:  # noqa: FBT001
    root = write(tmp_path, {"content/berita/2026-03-02-apel.md": post(date="2026-03-02 07:00")})
    done = run(root, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == FINE, done.stderr
    assert (root / "public/berita/apel").exists() is built


@pytest.mark.parametrize("epoch", ["kemarin", "99999999999999999999", "²", "1.5"])
def test_a_clock_that_is_none_is_wrong_usage(tmp_path: Path, epoch: str) -> None:
    done = run(write(tmp_path, GOOD), SOURCE_DATE_EPOCH=epoch, PYTHONUTF8="1")
    assert b"Traceback" not in done.stderr
    assert b"SOURCE_DATE_EPOCH" in done.stderr
    assert done.returncode == USAGE


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_console_that_lacks_letters_ends_no_build(tmp_path: Path, style: str) -> None:
    files = {"content/berita/2026-03-02-بسم.md": post("“tanda”: 😀", "warna: 😀", date="“kapan → 😀”")}
    done = run(write(tmp_path, files), "--format", style, PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C.UTF-8")
    assert done.returncode == PROBLEMS
    assert b"Traceback" not in done.stderr
    assert b"F108" in done.stdout


def test_the_address_can_be_given_from_outside(tmp_path: Path) -> None:
    root = write(tmp_path, GOOD)
    assert build(root, "--base-url", "https://humas.example/repository") == FINE
    assert 'href="https://humas.example/repository/berita/apel/"' in (root / "public/berita/apel/index.html").read_text(
        "utf-8"
    )


def test_the_example_site_builds_without_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(EXAMPLE, "--output", str(tmp_path / "hasil")) == FINE
    assert "galat" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--now", "kemarin", "2026-03-01T07:00+08:00"),
        ("--jobs", "0", "1-64"),
        ("--allow-removal", "-1", "0"),
        ("--base-url", "rutan", "https://"),
    ],
)
def test_wrong_usage_is_told_in_words(option: str, value: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"{option}={value}"]) == USAGE
    last = capsys.readouterr().err.splitlines()[-1]
    assert words in last
    assert " _" not in last


@pytest.mark.skipif(sys.platform != "linux", reason="paths of Linux")
@pytest.mark.parametrize("output", ["situs/site.yaml", "situs/site.yaml/x", "/proc/warta/x"])
def test_an_output_that_cannot_be_a_folder_is_a_problem(tmp_path: Path, output: str) -> None:
    done = run(write(tmp_path / "situs", GOOD), "--output", str(tmp_path / output))
    assert (done.returncode, done.stderr) == (PROBLEMS, b"")
    assert b"P104" in done.stdout
    assert (tmp_path / "situs/site.yaml").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
@pytest.mark.parametrize("more", [[], ["--format", "json"]])
def test_an_output_whose_name_is_no_text_is_a_folder_like_others(tmp_path: Path, more: list[str]) -> None:
    root = write(tmp_path / "situs", GOOD)
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "--source",
        str(root),
        "--output",
        os.fsdecode(os.fsencode(tmp_path) + b"/\xff"),
    ]
    for _ in range(2):
        done = subprocess.run([*command, *more], env={"PATH": os.environ["PATH"]}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (FINE, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
@pytest.mark.parametrize("arguments", [[], ["--format", "json"], ["--help"]])
def test_a_full_device_for_the_output_is_told_by_the_exit_code(tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path, ODD)
    command = [sys.executable, str(ROOT / "build.py"), "--source", str(tmp_path), *arguments]
    for _ in range(2):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (PROBLEMS, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_change_of_settings_behind_a_link_is_seen(tmp_path: Path) -> None:
    root = write(tmp_path, GOOD)
    (root / "site.yaml").rename(root / "real.yaml")
    (root / "site.yaml").symlink_to("real.yaml")
    arguments = ["--source", str(root), "--now", NOW]
    assert main(arguments) == FINE
    settings = (root / "real.yaml").read_text("utf-8")
    (root / "real.yaml").write_text(settings.replace("Rutan Kelas IIB Contoh", "Nama yang lain"), "utf-8")
    assert main(arguments) == FINE
    assert "Nama yang lain" in (root / "public/index.html").read_text("utf-8")


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_no_text_of_the_content_steers_a_terminal_or_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, style: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "1")
    evil = "\x1b]0;x\x07 \x9b31m \u202e"
    body = f"  ::stop-commands::xyz {evil} [a](tak-ada.md)"
    first, second = post(f"'war{evil}na': biru", date=f"ka{evil}pan"), post(body=body)
    build(write(tmp_path, {"content/berita/a.md": first, "content/berita/b.md": second}), "--format", style)
    shown = capsys.readouterr().out
    assert "stop-commands" in shown or style != "text"
    assert [each for each in shown if not each.isprintable() and each != "\n"] == []
    assert [line for line in shown.split("\n") if line.lstrip().startswith("::") and "title=" not in line] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_folder_of_content_that_becomes_a_link_is_seen(tmp_path: Path) -> None:
    root = write(tmp_path, GOOD)
    arguments = ["--source", str(root), "--now", NOW]
    assert main(arguments) == FINE
    (root / "content").rename(root / "lain")
    (root / "content").symlink_to("lain", target_is_directory=True)
    assert main(arguments) == PROBLEMS
