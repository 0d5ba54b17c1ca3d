"""The search index in builds: real Pagefind on small sites."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import SITE_YAML, Built, post, site
from warta.publish import indexer
from warta.publish.indexer import NoIndex
from warta.publish.manifest import entry_of
from warta.render.indexing import Message

ON = SITE_YAML + "features: {search: on}\n"
RAZIA = "content/berita/2026-03-02-razia.md"
FILES = {
    "site.yaml": ON,
    RAZIA: post(title="Razia Blok", body="Petugas memeriksa kamar."),
    "content/berita/2026-03-03-apel.md": post("tags: [Pembinaan]", title="Apel <script>", body="Apel digelar."),
    "content/berita/2026-03-04-konsep.md": post("draft: true", title="Konsep Rahasia", body="Belum jadi."),
    "content/berita/2026-03-05-tarik.md": post("withdrawn: Ditarik", title="Kabar Tarikan", body="Keliru semua."),
    "content/halaman/profil.md": "---\ntitle: Profil\n---\n\nSejarah rutan.\n",
}


def fragments(built: Built) -> dict[str, dict[str, object]]:
    """Return all that can be shown of the index, by address."""
    packed = [data for path, data in built.files.items() if path.startswith("pagefind/") and "/fragment/" in path]
    found = [json.loads(gzip.decompress(each).removeprefix(b"pagefind_dcd")) for each in packed]
    return {each["url"]: each for each in found}


def index(built: Built) -> dict[str, bytes]:
    return {path: data for path, data in built.files.items() if path.startswith("pagefind/")}


def cached(tmp_path: Path, files: dict[str, str], **request: object) -> Built:
    return site(tmp_path, files, cache=tmp_path / ".warta", **request)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note how many documents Pagefind is asked to index, each time."""
    asked, run = list[int](), indexer.run

    def counted(told: list[Message]) -> dict[str, bytes]:
        asked.append(len(told) - 2)
        return run(told)

    monkeypatch.setattr(indexer, "run", counted)
    return asked


def test_articles_and_standing_pages_are_indexed_and_nothing_else(tmp_path: Path) -> None:
    built = site(tmp_path, FILES)
    assert built.report.published, built.report.problems
    found = fragments(built)
    assert found.keys() == {"/berita/razia/", "/berita/apel/", "/profil/"}
    assert found["/berita/razia/"]["content"] == "Petugas memeriksa kamar."
    assert [path for path in built.files if "pagefind-ui" in path or "worker" in path] == []


def test_two_builds_give_the_same_bytes_whatever_helps(tmp_path: Path) -> None:
    many = FILES | {f"content/berita/2025-01-{day:02}-b{day}.md": post(title=f"Berita {day}") for day in range(1, 29)}
    first, second, third = (
        site(tmp_path / name, many, **request)
        for name, request in (("a", {"jobs": 1}), ("b", {"jobs": 2}), ("c", {"cache": tmp_path / "cache"}))
    )
    assert index(first)
    assert first.files == second.files == third.files


def test_what_did_not_change_is_not_indexed_again(tmp_path: Path, runs: list[int]) -> None:
    first = cached(tmp_path, FILES)
    again = cached(tmp_path, FILES)
    assert runs == [3]
    assert again.files == first.files


def test_an_index_made_before_serves_another_folder_too(tmp_path: Path, runs: list[int]) -> None:
    first = cached(tmp_path, FILES)
    other = cached(tmp_path, FILES, output=tmp_path / "lain")
    assert (runs, other.files) == ([3], first.files)


def test_a_change_that_no_reader_searches_for_costs_no_index(tmp_path: Path, runs: list[int]) -> None:
    cached(tmp_path, FILES)
    built = cached(tmp_path, FILES | {RAZIA: FILES[RAZIA].replace("Petugas", "[Petugas](/profil/)")})
    assert runs == [3]
    assert 'href="/profil/"' in built.text("berita/razia/index.html")


@pytest.mark.parametrize("edit", ["Petugas menggeledah kamar.", "Petugas memeriksa kamar. Kamar aman."])
def test_an_edit_gives_what_a_clean_build_gives(tmp_path: Path, edit: str) -> None:
    cached(tmp_path / "a", FILES)
    edited = FILES | {RAZIA: post(title="Razia Blok", body=edit)}
    after, clean = cached(tmp_path / "a", edited), site(tmp_path / "b", edited)
    assert after.files == clean.files
    assert fragments(after)["/berita/razia/"]["content"] == edit


def test_an_edit_costs_only_the_part_of_its_years(
    tmp_path: Path, runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warta.arrange.search.PART_POSTS", 2)
    old = {
        f"content/berita/2024-01-0{day}-b{day}.md": post(title=f"Lama {day}", date="2024-01-01") for day in (1, 2, 3)
    }
    first = cached(tmp_path, FILES | old)
    assert sorted(runs) == [3, 3]
    edited = FILES | old | {RAZIA: post(title="Razia Blok", body="Isi lain.")}
    second, clean = cached(tmp_path, edited), site(tmp_path / "b", edited)
    assert runs[2:] == [3, 3, 3]
    assert second.files == clean.files
    kept = {path for path in index(first) if path.startswith("pagefind/2024/")}
    assert kept
    assert kept <= index(second).keys()
    assert not kept & {*second.report.changed, *second.report.added}


def test_the_cache_keeps_one_index_of_a_part_however_often_it_is_edited(tmp_path: Path) -> None:
    kept = list[int]()
    for words in ("Petugas menggeledah kamar.", "Petugas mencatat barang.", "Kamar sudah aman."):
        cached(tmp_path, FILES | {RAZIA: post(title="Razia Blok", body=words)})
        kept.append(len(list((tmp_path / ".warta/foto").glob("*/*"))))
    assert kept == [1, 1, 1]


OTHERS = [
    b"",
    b"\n",
    b"[]\n",
    b'["", 1]\n',
    b'["DIGEST", {"../../x": 2}]\nab',
    b'["DIGEST", {"/x": 2}]\nab',
    b'["DIGEST", {"x": "2"}]\nab',
    b'["DIGEST", {"x": 3}]\nab',
    b'["DIGEST", {"x": 1}]\nab',
    b'["DIGEST", {"x": -1, "y": 3}]\nab',
    b"[" * 100_000,
]


@pytest.mark.parametrize("pack", OTHERS)
def test_a_pack_that_is_not_ours_is_none(tmp_path: Path, runs: list[int], pack: bytes) -> None:
    first = cached(tmp_path, FILES)
    kept = next(each for each in (tmp_path / ".warta/foto").glob("*/*"))
    digest = json.loads(kept.read_bytes()[32:].partition(b"\n")[0])[0]
    forged = pack.replace(b"DIGEST", digest.encode())
    kept.write_bytes(entry_of(forged).digest.encode() + forged)
    second = cached(tmp_path, FILES, output=tmp_path / "lain")
    assert (runs, second.files) == ([3, 3], first.files)


def test_a_preview_has_no_index_and_says_so(tmp_path: Path, runs: list[int]) -> None:
    built = site(tmp_path, FILES, preview=True)
    assert (runs, index(built)) == ([], {})
    assert "hanya berjalan di situs yang sudah terbit" in built.text("cari/index.html")
    assert "<script type=" not in built.text("cari/index.html")


def test_an_error_in_a_text_costs_no_index(tmp_path: Path, runs: list[int]) -> None:
    built = cached(tmp_path, FILES | {"content/berita/2026-03-06-rusak.md": "---\ntitle: Rusak\n"})
    assert not built.report.published
    assert runs == []


def fail(*_: object) -> dict[str, bytes]:
    raise NoIndex("pagefind")


def test_without_pagefind_the_site_is_published_with_one_warning_that_stays_until_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(indexer, "run", fail)
        first = cached(tmp_path, FILES)
        again = cached(tmp_path, FILES)
    assert (first.codes, again.codes) == (["SEARCH_MISSING"], ["SEARCH_MISSING"])
    assert first.report.published
    assert index(first) == {}
    mended = cached(tmp_path, FILES)
    assert mended.codes == []
    assert index(mended)


def test_an_index_that_can_no_more_be_made_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert index(cached(tmp_path, FILES))
    monkeypatch.setattr(indexer, "run", fail)
    edited = FILES | {RAZIA: post(title="Razia Blok", body="Nama keliru dihapus.")}
    built = cached(tmp_path, edited)
    assert (built.codes, index(built)) == (["SEARCH_MISSING"], {})
    assert cached(tmp_path, edited).codes == ["SEARCH_MISSING"]


@pytest.mark.parametrize("program", ["/tidak/ada", "/bin/true", "/bin/cat", "/bin/echo"])
def test_a_program_that_is_not_pagefind_makes_no_index(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(NoIndex):
        indexer.run([{"type": "NewIndex", "config": {}}, {"type": "GetFiles", "index_id": 0}])


@pytest.mark.parametrize(
    "does",
    [
        "time.sleep(600)",
        "sys.stdin.buffer.read1(); print(end='eyJ', flush=True); time.sleep(600)",
        "sys.stdin.buffer.read(9); os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_a_pagefind_that_hangs_or_is_killed_costs_the_search_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!{sys.executable}\nimport os, signal, sys, time\n{does}\n", "utf-8")
    program.chmod(0o755)
    words = " ".join(f"kata{number}" for number in range(12_000))  # more than a pipe holds
    files = FILES | {RAZIA: post("summary: Panjang sekali.", title="Razia Blok", body=words)}
    with monkeypatch.context() as patched:
        patched.setenv("PAGEFIND_BINARY_PATH", str(program))
        patched.setattr(indexer, "LONGEST", 0.5)
        patched.setattr(indexer, "LONGEST_PER_TEXT", 0)
        built = cached(tmp_path / "situs", files)
    assert (built.report.published, built.codes, index(built)) == (True, ["SEARCH_MISSING"], {})
    assert built.page("/berita/razia/")
    mended = cached(tmp_path / "situs", files)
    assert (mended.codes, bool(index(mended))) == ([], True)


def test_what_pagefind_refuses_makes_no_index() -> None:
    with pytest.raises(NoIndex):
        indexer.run([{"type": "GetFiles", "index_id": 7}])


def test_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, popen = list["subprocess.Popen[bytes]"](), subprocess.Popen

    def noted(*arguments: object, **named: object) -> "subprocess.Popen[bytes]":
        begun.append(popen(*arguments, **named))  # type: ignore[call-overload]
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    assert indexer.run([{"type": "NewIndex", "config": {}}, {"type": "GetFiles", "index_id": 0}])
    assert [each.returncode for each in begun] == [0]
