"""`.warta/`: what reading and rendering cost last time, in SQLite. It may be thrown away at any moment.

JSON and plain text only: a cache from elsewhere can make a build wrong at worst, never run code. A database that is
corrupt, of another version or in use is an empty one.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from warta.files import FileState

NAME = "cache.sqlite3"
SCHEMA = """
CREATE TABLE about (version TEXT);
CREATE TABLE texts (path TEXT PRIMARY KEY, size INT, mtime INT, inode INT, digest TEXT, record TEXT) WITHOUT ROWID;
CREATE TABLE bodies (path TEXT PRIMARY KEY, digest TEXT, body TEXT);
CREATE TABLE photos (path TEXT PRIMARY KEY, size INT, mtime INT, inode INT, digest TEXT) WITHOUT ROWID;
CREATE TABLE pages (output TEXT PRIMARY KEY, keys TEXT);
"""


class TextRow(NamedTuple):
    """A text file as it was read: its state on disk, and its record (see `read.record`)."""

    state: FileState
    digest: str
    record: str


class Cache:
    """The cache at one version of code and settings; with no connection it is always empty."""

    def __init__(self, connection: sqlite3.Connection | None, version: str) -> None:
        self._connection = connection
        if connection is not None:
            try:
                self._prepare(connection, version)
            except sqlite3.Error:
                self._connection = None

    @staticmethod
    def _prepare(connection: sqlite3.Connection, version: str) -> None:
        connection.execute("PRAGMA synchronous = OFF")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        row = connection.execute("SELECT version FROM about").fetchone() if "about" in tables else None
        if row == (version,):
            return
        drops = "".join(f"DROP TABLE {json.dumps(table)};" for table in tables)
        connection.executescript(f"BEGIN;{drops}{SCHEMA}COMMIT;")
        connection.execute("INSERT INTO about VALUES (?)", (version,))
        connection.commit()

    def texts(self) -> dict[str, TextRow]:
        """All texts that were read, by path."""
        rows = self._rows("SELECT path, size, mtime, inode, digest, record FROM texts")
        return {row[0]: TextRow(FileState(*row[:4]), row[4], row[5]) for row in rows}

    def body(self, path: str, digest: str) -> str | None:
        """The joined pieces of a body; None if they are not known."""
        rows = self._rows("SELECT body FROM bodies WHERE path = ? AND digest = ?", (path, digest))
        return rows[0][0] if rows else None

    def photo_digests(self) -> dict[FileState, str]:
        """The digests of the photos by their state on disk."""
        rows = self._rows("SELECT path, size, mtime, inode, digest FROM photos")
        return {FileState(*row[:4]): row[4] for row in rows}

    def page_keys(self, output: str) -> dict[str, list[str]]:
        """For each file of an output folder: the key it was made by, and the digest of its bytes."""
        rows = self._rows("SELECT keys FROM pages WHERE output = ?", (output,))
        try:
            keys = json.loads(rows[0][0]) if rows else {}
        except ValueError:
            keys = {}
        return keys if isinstance(keys, dict) else {}

    def _rows(self, query: str, arguments: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, arguments).fetchall()
        except sqlite3.Error:
            return []

    def store_texts(self, rows: Iterable[TextRow], bodies: Iterable[tuple[str, str, str]], gone: Iterable[str]) -> None:
        """Remember texts and bodies (path, digest, joined pieces); forget the paths that are gone."""
        gone_rows = [(path,) for path in gone]
        self._write("DELETE FROM texts WHERE path = ?", gone_rows)
        self._write("DELETE FROM bodies WHERE path = ?", gone_rows)
        self._write(
            "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?)",
            [(*row.state, row.digest, row.record) for row in rows],
        )
        self._write("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", list(bodies))

    def store_photos(self, digests: Mapping[FileState, str]) -> None:
        """Remember the digests of exactly these photos."""
        self._write("DELETE FROM photos", [()])
        self._write("INSERT INTO photos VALUES (?, ?, ?, ?, ?)", [(*state, d) for state, d in digests.items()])

    def store_keys(self, output: str, keys: Mapping[str, list[str]]) -> None:
        """Remember the keys of an output folder's files."""
        self._write("INSERT OR REPLACE INTO pages VALUES (?, ?)", [(output, json.dumps(keys))])

    def _write(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany(query, rows)
        except sqlite3.Error:
            self._connection = None
