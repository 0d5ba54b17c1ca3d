"""A cache from elsewhere: whatever stands in `.warta/`, a build runs nothing of it, writes nowhere else, and is right.

What a forged entry can do is to make a page wrong, if its seals are forged, too; a build never fails because of it.
"""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import photofiles, sites
from warta.newsroom import shelf
from warta.newsroom.proof_command import make_proof
from warta.opening import Request
from warta.publish.cache import NAME, _sealed
from warta.publish.remembered import mark_of

TRUST = os.environ.get("WARTA_TRUST") == "1"
SITE: dict[str, str | bytes] = {
    "content/berita/apel/index.md": sites.post("tags: [disiplin]", body="![Apel](foto.jpg)\n\n[Lain](../lain.md)"),
    "content/berita/apel/foto.jpg": photofiles.encoded(photofiles.picture((700, 400)), "JPEG"),
    "content/berita/lain.md": sites.post("tags: [disiplin]", title="Lain", body="Isi lain."),
}
COLUMNS = {
    "texts": ("path", "size", "mtime", "inode", "digest", "mark"),
    "records": ("path", "record"),
    "bodies": ("path", "digest", "body"),
    "photos": ("path", "size", "mtime", "inode", "digest", "width", "height", "moves"),
    "pages": ("output", "made_from", "files"),
    "told": ("structure", "told"),
    "views": ("address", "structure", "view"),
    "shown": ("path", "address"),
    "about": ("version",),
}
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.binary(max_size=20),
    st.sampled_from(["", "../../luar", "/etc/passwd", "[]", "{}", "null", "[" * 5_000, '{"x": [1]}', "a\0b", "C:\\x"]),
    st.text(max_size=20),
)
SEALED = {"records": "record", "bodies": "body", "pages": "files", "told": "told", "views": "view"}


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that was built with a cache, to be copied."""
    root = sites.write(tmp_path_factory.mktemp("situs") / "situs", SITE)
    assert sites.built(root, cache=root / ".warta").report.published
    return root


def rebuilt(root: Path) -> sites.Built:
    """Build anew from a forged cache: published without an exception, and nothing beside the site was made."""
    around = sorted(path.name for path in root.parent.iterdir())
    done = sites.built(root, cache=root / ".warta")
    assert done.report.published, done.report.problems
    assert sorted(path.name for path in root.parent.iterdir()) == around
    assert {path.name for path in root.iterdir()} <= {"content", "public", ".warta", "site.yaml", ".public.lock"}
    return done


def copied(warm: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(warm, tmp_path_factory.mktemp("salinan") / "situs"))


@settings(max_examples=300 if TRUST else 25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_value_in_any_column_makes_no_build_fail(
    warm: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = copied(warm, tmp_path_factory)
    if data.draw(st.booleans(), label="output is gone"):
        shutil.rmtree(root / "public")
    table = data.draw(st.sampled_from(sorted(COLUMNS)), label="table")
    column, value = data.draw(st.sampled_from(COLUMNS[table])), data.draw(VALUES)
    with sqlite3.connect(root / ".warta" / NAME) as database:
        database.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (value,))  # noqa: S608 - names of ours
    database.close()
    if column == SEALED.get(table) and isinstance(value, str) and "\0" not in value:
        forge(root, table, value)
    (root / "content/berita/lain.md").write_text(sites.post(title="Lain", body="Isi baru."), encoding="utf-8")
    rebuilt(root)
    shutil.rmtree(root.parent)


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER jahat AFTER DELETE ON photos BEGIN DELETE FROM texts; END;",
        "CREATE TRIGGER jahat BEFORE INSERT ON texts BEGIN SELECT RAISE(ABORT, 'jahat'); END;",
        "DROP TABLE bodies; CREATE VIEW bodies AS SELECT path, digest, digest AS body FROM texts;",
        "DROP TABLE shown; CREATE VIEW shown AS SELECT path, path AS address FROM texts;",
        "UPDATE OR IGNORE texts SET path = '../../luar.md';",
        "UPDATE pages SET files = zeroblob(50000000);",
        "DROP TABLE pages;",
        "PRAGMA user_version = 99; DROP TABLE about;",
        'CREATE TABLE "a""; DROP TABLE x" (y);',
    ],
)
def test_a_database_with_triggers_views_or_blobs_makes_no_build_fail(
    script: str, warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = copied(warm, tmp_path_factory)
    database = sqlite3.connect(root / ".warta" / NAME)
    database.executescript(script)
    database.close()
    (root / "content/berita/lain.md").write_text(sites.post(title="Lain", body="Isi baru."), encoding="utf-8")
    assert "Isi baru." in rebuilt(root).text("berita/lain/index.html")


@settings(max_examples=100 if TRUST else 10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), st.sampled_from([b"", b"\0" * 5, b"0\x00inf\x00\x00../x\x00\x00"])))
def test_any_bytes_in_any_file_of_the_cache_make_no_build_fail(
    warm: Path, tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    root = copied(warm, tmp_path_factory)
    clean = sites.digest(root / "public")
    for path in (root / ".warta").rglob("*"):
        if path.is_file():
            path.write_bytes(content)
    rebuilt(root)
    shutil.rmtree(root / "public")
    rebuilt(root)
    assert sites.digest(root / "public") == clean
    shutil.rmtree(root.parent)


@pytest.mark.parametrize("table", sorted(SEALED))
@pytest.mark.parametrize(
    "value",
    ["", "[]", "{}", "null", "[" * 100_000, "],[", "[[],[],[],null,null,[]]", '["article",null,[]]', '{"a": ["b"]}'],
    ids=lambda value: value[:12],
)
def test_what_is_sealed_rightly_and_wrong_costs_a_build_without_the_cache(
    table: str, value: str, warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = copied(warm, tmp_path_factory)
    forge(root, table, value)
    (root / "content/berita/lain.md").write_text(sites.post(title="Lain", body="Isi baru."), encoding="utf-8")
    assert "Isi baru." in rebuilt(root).text("berita/lain/index.html")
    shutil.rmtree(root.parent)


@pytest.mark.parametrize("value", ["[]", "null", "[[],[],[],null,null,[]]"])
def test_what_is_sealed_rightly_and_wrong_hinders_neither_a_new_post_nor_a_proof(
    value: str, warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for look in (shelf.look, lambda request: make_proof(request, "apel")):
        root = copied(warm, tmp_path_factory)
        forge(root, "records", value)
        assert look(Request(root, root / "public", sites.NOW, cache=root / ".warta", jobs=1))
        shutil.rmtree(root.parent)


def test_a_forged_problem_shows_no_line_of_a_file_elsewhere(
    warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = copied(warm, tmp_path_factory)
    (root.parent / "rahasia").write_text("rahasia", encoding="utf-8")
    for path in ("../rahasia", str(root.parent / "rahasia")):
        forge(root, "records", json.dumps(["", None, [[path, 1, 1, "M105", "warning", [["target", "x"]], ""]]]))
        assert "rahasia" not in [each.excerpt for each in sites.built(root, cache=root / ".warta").report.problems]


def forge(root: Path, table: str, value: str) -> None:
    """Put the value, under a right checksum, in place of every long text of a table."""
    keys, column = COLUMNS[table], SEALED[table]
    database = sqlite3.connect(root / ".warta" / NAME)
    with database:
        for row in database.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall():  # noqa: S608 - names of ours
            digest = "" if table == "told" else row[1] if len(keys) == 3 else row[-2]
            sealed = value if table == "records" else _sealed(row[0], digest, value)
            database.execute(f"UPDATE {table} SET {column} = ? WHERE {keys[0]} = ?", (sealed, row[0]))  # noqa: S608
        if table == "records":
            database.execute("UPDATE texts SET mark = ?", (mark_of(value),))
    database.close()


def test_a_page_in_a_pack_that_was_forged_is_made_anew(warm: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = copied(warm, tmp_path_factory)
    clean = sites.digest(root / "public")
    for path in (root / ".warta/halaman").iterdir():
        path.write_bytes(path.read_bytes().replace(b"Apel", b"Palsu"[:4]))
    shutil.rmtree(root / "public")
    rebuilt(root)
    assert sites.digest(root / "public") == clean


def test_a_place_in_the_cache_that_leads_out_of_it_is_not_looked_at(
    warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = copied(warm, tmp_path_factory)
    (root.parent / "rahasia").write_text("rahasia", encoding="utf-8")
    database = sqlite3.connect(root / ".warta" / NAME)
    with database:
        for output, made_from, text in database.execute("SELECT output, made_from, files FROM pages").fetchall():
            files = {path: [*fields[:3], "../../rahasia", 0] for path, fields in json.loads(text[8:]).items()}
            sealed = _sealed(output, made_from, json.dumps(files))
            database.execute("UPDATE pages SET files = ?", (sealed,))
    database.close()
    shutil.rmtree(root / "public")
    done = rebuilt(root)
    assert b"rahasia" not in b"".join(done.files.values())
