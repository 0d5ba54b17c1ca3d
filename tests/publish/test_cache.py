"""`.warta/` may be thrown away, cut, forged or locked at any moment: it is then an empty one, and heals."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.sites import Built, built, post, write
from warta.database import open_database
from warta.model import FileState, PhotoFacts
from warta.publish.cache import NAME, Cache, prepare
from warta.publish.pagestore import FOLDER
from warta.publish.remembered import KnownFile, KnownPages, ReadTexts, TextRow, mark_of

STATE = FileState("content/berita/a.md", 10, 20, 30)
RECORD = '["article"]'
ROW = TextRow(STATE, "digest", mark_of(RECORD))
READ = ReadTexts((ROW,), {STATE.path: RECORD}, {(STATE.path, "digest"): "a\0b"})
PHOTO = FileState("content/media/a.jpg", 1, 2, 3)
FACTS = PhotoFacts("foto", 1600, 900)
SITE = {f"content/berita/2026-03-02-{name}.md": post(title=f"Berita {name}") for name in "abc"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def opened(path: Path, version: str = "1") -> Cache:
    return Cache(open_database(path, prepare(version)), version)


@pytest.fixture
def full(path: Path) -> Cache:
    """A cache that holds one of each."""
    made = opened(path)
    made.store_texts(READ, [])
    made.store_photos({PHOTO: FACTS})
    made.store_files("/public", KnownPages("tubuh", {"index.html": KnownFile("kunci", "digest", 9)}))
    return made


def all_of(cache: Cache) -> tuple[object, ...]:
    return cache.texts(), cache.body(STATE.path, "digest"), cache.photos(), cache.known_pages("/public")


NOTHING: tuple[object, ...] = ({}, None, {}, KnownPages("", {}))


@pytest.mark.usefixtures("full")
def test_what_is_stored_is_found_by_the_next_build(path: Path) -> None:
    found = all_of(opened(path))
    assert found == (
        {STATE.path: ROW},
        "a\0b",
        {PHOTO: FACTS},
        KnownPages("tubuh", {"index.html": KnownFile("kunci", "digest", 9)}),
    )


def test_what_is_gone_is_forgotten(full: Cache) -> None:
    full.store_texts(ReadTexts((), {}, {}), [STATE.path])
    full.store_photos({})
    assert all_of(full)[:2] == ({}, None)


def test_a_body_of_other_bytes_is_not_known(full: Cache) -> None:
    assert full.body(STATE.path, "lain") is None
    assert full.known_pages("/lain") == KnownPages("", {})


@pytest.mark.usefixtures("full")
def test_another_version_begins_anew(path: Path) -> None:
    assert all_of(opened(path, "2")) == NOTHING
    assert all_of(opened(path)) == NOTHING


def test_a_build_reads_and_writes_nothing_once_another_version_has_taken_over(path: Path, full: Cache) -> None:
    other = opened(path, "2")
    assert all_of(full) == NOTHING
    full.store_texts(READ, [])
    assert all_of(other) == NOTHING


def test_without_a_database_all_is_empty_and_nothing_fails() -> None:
    cache = Cache(None, "1")
    cache.store_texts(READ, ["x"])
    cache.store_photos({PHOTO: FACTS})
    cache.store_files("/public", KnownPages("", {}))
    assert all_of(cache) == NOTHING


@pytest.mark.parametrize("value", ["NULL", "7", "X'ff'", "'x'", "'00000000'", "substr(body, 1, 9)", "body || 'x'"])
def test_a_body_that_is_not_as_it_was_stored_is_not_known(path: Path, full: Cache, value: str) -> None:
    forge(path, f"UPDATE bodies SET body = {value}")  # noqa: S608 - ours
    assert full.body(STATE.path, "digest") is None


@pytest.mark.parametrize("value", ["NULL", "7", "X'ff'", "''", "'[1]'", "'null'", f"'{'[' * 100_000}'", "'{'"])
def test_files_that_are_none_are_not_known(path: Path, full: Cache, value: str) -> None:
    forge(path, f"UPDATE pages SET files = {value}")  # noqa: S608 - ours
    assert full.known_pages("/public") == KnownPages("", {})


def test_what_was_arranged_is_known_for_its_structure_only(full: Cache) -> None:
    full.store_arrangement("s", "[]", [("/a/", "view a", ("a.md",)), ("/feed.xml", "feed", ("a.md", "b.md"))])
    assert (full.told("s"), full.told("t")) == ("[]", None)
    assert full.views_showing("s", ["a.md"]) == {"/a/": "view a", "/feed.xml": "feed"}
    assert full.views_showing("s", ["b.md", "c.md"]) == {"/feed.xml": "feed"}
    assert full.views_showing("t", ["a.md"]) is None
    full.store_arrangement("t", "[1]", [])
    assert (full.told("s"), full.views_showing("t", ["a.md"])) == (None, {})


def test_a_view_or_a_word_that_is_not_as_it_was_stored_is_not_known(path: Path, full: Cache) -> None:
    full.store_arrangement("s", "[]", [("/a/", "view a", ("a.md",))])
    forge(path, "UPDATE views SET view = replace(view, 'a', 'b')")
    forge(path, "UPDATE told SET told = told || ' '")
    assert full.views_showing("s", ["a.md"]) is None
    assert full.told("s") is None


def forge(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


class Killed(sqlite3.Connection):
    """A database whose program is stopped when it is about to store bodies."""

    def executemany(self, query: str, rows: Any, /) -> sqlite3.Cursor:
        if "INTO bodies" in query:
            raise KeyboardInterrupt
        return super().executemany(query, rows)


@pytest.mark.usefixtures("full")
def test_all_of_a_build_is_stored_or_nothing(path: Path) -> None:
    connection = sqlite3.connect(path, factory=Killed)
    with pytest.raises(KeyboardInterrupt):
        Cache(connection, "1").store_texts(
            ReadTexts((TextRow(STATE, "baru", ""),), {}, {(STATE.path, "baru"): "c"}), ["x"]
        )
    connection.close()
    assert all_of(opened(path))[:2] == ({STATE.path: ROW}, "a\0b")


def test_a_database_in_use_is_left_alone(path: Path, full: Cache) -> None:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    inode = path.stat().st_ino
    assert open_database(path, prepare("2")) is None
    holder.rollback()
    holder.close()
    assert path.stat().st_ino == inode
    assert full.texts() == {STATE.path: ROW}


def build(root: Path) -> Built:
    done = built(root, cache=root / ".warta")
    assert done.report.published, done.report.problems
    return done


@pytest.mark.parametrize("start", range(0, 60_000, 4_096))
def test_a_damaged_page_of_the_database_harms_nothing_and_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: int
) -> None:
    root = write(tmp_path, SITE)
    build(root)
    database = root / ".warta" / NAME
    data = database.read_bytes()
    if start >= len(data):
        return
    database.write_bytes(data[:start] + b"\xa5" * 4_096 + data[start + 4_096 :])
    write(root, {"content/berita/2026-03-02-a.md": post(title="Berita A")})
    assert build(root).files == built(root, output=tmp_path / "bersih").files
    build(root)
    build(root)
    monkeypatch.setattr("warta.read.content.read_file", None)
    assert build(root).report.rendered == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET record = replace(record, 'article', 'articla')",
        "UPDATE records SET record = NULL",
        "UPDATE records SET record = X'ff'",
        "DELETE FROM records",
        "UPDATE texts SET mark = NULL",
        "UPDATE texts SET mark = 'lain'",
        "UPDATE texts SET path = path || '.md'",
        "UPDATE texts SET path = X'ff' WHERE path LIKE '%-a.md'",
        "UPDATE texts SET digest = 'lain'",
        "UPDATE texts SET digest = NULL",
        "UPDATE texts SET size = 'x'",
        "DROP TABLE texts",
        "ALTER TABLE records RENAME COLUMN record TO rekaman",
    ],
)
def test_a_text_that_is_not_as_it_was_stored_is_read_again(tmp_path: Path, statement: str) -> None:
    root = write(tmp_path, SITE)
    for edit in (post(body="Isi baru."), post(title="Berita A")):
        build(root)
        forge(root / ".warta" / NAME, statement)
        write(root, {"content/berita/2026-03-02-a.md": edit})
        assert build(root).files == built(root, output=tmp_path / "bersih").files


def test_a_page_is_made_though_the_cache_has_lost_its_body(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    build(root)
    forge(root / ".warta" / NAME, "DELETE FROM bodies")
    shutil.rmtree(root / ".warta" / FOLDER)
    (root / "public/berita/a/index.html").unlink()
    assert build(root).files == built(root, output=tmp_path / "bersih").files


def test_only_texts_lie_in_the_cache(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    build(root)
    connection = sqlite3.connect(root / ".warta" / NAME)
    records = [record for (record,) in connection.execute("SELECT record FROM records")]
    known = [known[8:] for (known,) in connection.execute("SELECT files FROM pages")]
    told = [told[8:] for (told,) in connection.execute("SELECT told FROM told")]
    views = [view[8:] for (view,) in connection.execute("SELECT view FROM views")]
    connection.close()
    assert len(records) == len(SITE)
    assert views
    assert all(json.loads(each) for each in (*records, *known, *told, *views))
