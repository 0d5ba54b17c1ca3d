"""Cases A: encodings and line ends."""

import json
from pathlib import Path

import pytest

from tests import sites
from tests.samples import codes, read
from warta.codes import Code

PLAIN = "---\njudul: Apel Pagi\ntanggal: 2026-03-02\ntags: [Ramadhan]\n---\n\nIsi apel.\n\n- satu\n- dua\n"


def built_files(root: Path, data: bytes, **more: str | bytes) -> dict[str, bytes]:
    return sites.published(root, {"content/berita/apel.md": data, **more}).files


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + PLAIN.encode(), id="A1-bom"),
        pytest.param(PLAIN.replace("\n", "\r\n").encode(), id="A3-crlf"),
        pytest.param(PLAIN.replace("\n", "\r").encode(), id="A3-cr"),
        pytest.param(PLAIN.replace("\n", "\r\n", 3).encode(), id="A3-mixed"),
        pytest.param(b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(), id="A1-A3-bom-and-crlf"),
    ],
)
def test_a_post_from_any_editor_gives_the_same_bytes_as_its_plain_twin(data: bytes, tmp_path: Path) -> None:
    files = built_files(tmp_path / "lain", data)
    assert files == built_files(tmp_path / "polos", PLAIN.encode())
    assert [path for path, content in files.items() if b"\r" in content or b"\xef\xbb\xbf" in content] == []


def test_a_bom_in_the_settings_the_words_or_a_template_leaves_no_trace(tmp_path: Path) -> None:  # A1
    bom, words = b"\xef\xbb\xbf", sites.ROOT / "layouts/strings/id.yaml"
    layouts = {
        "site.yaml": bom + sites.SITE_YAML.encode(),
        "layouts/strings/id.yaml": bom + words.read_bytes().replace(b"\n", b"\r\n"),
        "layouts/404.html": bom + (sites.ROOT / "layouts/404.html").read_bytes().replace(b"\n", b"\r\n"),
    }
    files = sites.published(tmp_path / "lain", {"content/berita/apel.md": PLAIN, **layouts}).files
    assert files == built_files(tmp_path / "polos", PLAIN.encode())


def test_a_console_of_windows_shows_every_message_without_an_error(tmp_path: Path) -> None:  # A4
    sites.write(tmp_path, {"content/berita/a.md": sites.post("summari: x", title="Tarhib Ramadhan – مرحبا")})
    done = sites.run(tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "summari" in done.stdout
    page = (tmp_path / "public/berita/a/index.html").read_text(encoding="utf-8")
    assert "Tarhib Ramadhan – مرحبا" in page


def test_a_message_that_names_letters_unknown_to_the_console_is_still_printed(tmp_path: Path) -> None:  # A4
    sites.write(tmp_path, {"content/berita/a.md": sites.post("draft: مرحبا")})
    done = sites.run(tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert "F111" in done.stdout
    as_json = sites.run(tmp_path, "--format", "json", PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert [json.loads(line)["code"] for line in as_json.stdout.splitlines()] == ["F111"]


def test_a_file_saved_as_ansi_is_read_and_said_with_line_and_byte() -> None:  # A5
    data = sites.post(body="Kegiatan @Jumat Bersih# $ lancar").encode()
    article, problems = read(data.replace(b"@", b"\x93").replace(b"#", b"\x94").replace(b"$", b"\x96"))
    assert article is not None
    assert article.body.lead == "Kegiatan “Jumat Bersih” – lancar"
    assert [(each.code, each.line, each.column, dict(each.facts)["byte"]) for each in problems] == [
        (Code.NOT_UTF8, 6, 10, "93")
    ]


def test_other_files_are_still_checked_beside_one_in_ansi(tmp_path: Path) -> None:  # A5
    report = sites.site(
        tmp_path,
        {
            "content/berita/a.md": sites.post(body="@").replace("@", "\x93").encode("latin-1"),
            "content/berita/b.md": "x",
        },
    ).report
    assert codes(report.problems) == ["NOT_UTF8", "NO_FRONT_MATTER"]
