"""`.warta/`: what reading and rendering cost last time, in SQLite. It may be thrown away at any moment.

JSON and plain text only: a cache from elsewhere can make a build wrong at worst, never run code. A database that is
corrupt, of another version or in use is an empty one; SQLite does not notice every strange byte, so texts are sealed.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from zlib import crc32

from warta.model import DocumentFacts, FileState, PhotoFacts
from warta.publish.remembered import KnownPages, ReadTexts, TextRow, known_files

NAME = "cache.sqlite3"
# Rows with long texts have a rowid: as part of a key's tree they take three times the space and five times the time.
SCHEMA = """
CREATE TABLE about (version TEXT);
CREATE TABLE texts (path TEXT PRIMARY KEY, size INT, mtime INT, inode INT, digest TEXT, mark TEXT);
CREATE TABLE records (path TEXT PRIMARY KEY, record TEXT);
CREATE TABLE bodies (path TEXT PRIMARY KEY, digest TEXT, body TEXT);
CREATE TABLE photos (
    path TEXT PRIMARY KEY, size INT, mtime INT, inode INT, digest TEXT, width INT, height INT, moves INT
) WITHOUT ROWID;
CREATE TABLE documents (
    path TEXT PRIMARY KEY, size INT, mtime INT, inode INT, digest TEXT, people TEXT
) WITHOUT ROWID;
CREATE TABLE pages (output TEXT PRIMARY KEY, made_from TEXT, files TEXT);
CREATE TABLE told (structure TEXT PRIMARY KEY, told TEXT);
CREATE TABLE views (address TEXT PRIMARY KEY, structure TEXT, view TEXT);
CREATE TABLE shown (path TEXT, address TEXT, PRIMARY KEY (path, address)) WITHOUT ROWID;
"""


def prepare(version: str) -> Callable[[sqlite3.Connection], None]:
    """A function that makes a database one of this version: emptied if it is another's.

    It raises sqlite3.Error, having closed the database.
    """

    def prepared(connection: sqlite3.Connection) -> None:
        try:
            _prepare(connection, version)
        except sqlite3.Error:
            connection.close()
            raise

    return prepared


def _prepare(connection: sqlite3.Connection, version: str) -> None:
    connection.execute("PRAGMA synchronous = OFF")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "about" in tables and connection.execute("SELECT * FROM about").fetchall() == [(version,)]:
        return
    drops = "".join(f"DROP TABLE {json.dumps(table)};" for table in tables)
    connection.executescript(f"BEGIN;{drops}{SCHEMA}COMMIT;")
    connection.execute("INSERT INTO about VALUES (?)", (version,))
    connection.commit()


def _sealed(path: str, digest: str, text: str) -> str:
    """The text behind a checksum of all three."""
    return f"{crc32(f'{path}|{digest}|{text}'.encode()):08x}{text}"


def _opened(path: str, digest: str, sealed: object) -> str | None:
    """The text that was sealed; None if anything is not as it was."""
    text = str(sealed)[8:]
    return text if sealed == _sealed(path, digest, text) else None


class Cache:
    """The cache at one version of code and settings; with no connection it is always empty."""

    def __init__(self, connection: sqlite3.Connection | None, version: str) -> None:
        self._connection, self._version = connection, version
        self._opened = connection

    def __del__(self) -> None:
        """Close the database with its last user: Python 3.13 warns of one that is left open."""
        if self._opened is not None:
            self._opened.close()

    def texts(self) -> dict[str, TextRow]:
        """All texts that were read, by path. They are not sealed: what is wrong in one makes it another text."""
        rows = self._rows("SELECT path, size, mtime, inode, digest, mark FROM texts")
        return {row[0]: TextRow(FileState(*row[:4]), *row[4:]) for row in rows}

    def records(self) -> dict[str, str]:
        """The records of all texts that were read, by path; whether one is as it was its mark tells."""
        return {path: str(record) for path, record in self._rows("SELECT path, record FROM records")}

    def body(self, path: str, digest: str) -> str | None:
        """The joined pieces of a body; None if they are not known."""
        rows = self._rows("SELECT body FROM bodies WHERE path = ? AND digest = ?", (path, digest))
        return _opened(path, digest, rows[0][0]) if rows else None

    def photos(self) -> dict[FileState, PhotoFacts]:
        """What is known of the photos, by their state on disk."""
        rows = self._rows("SELECT path, size, mtime, inode, digest, width, height, moves FROM photos")
        return {FileState(*row[:4]): PhotoFacts(row[4], row[5], row[6], animated=bool(row[7])) for row in rows}

    def documents(self) -> dict[FileState, DocumentFacts]:
        """What is known of the documents, by their state on disk."""
        rows = self._rows("SELECT path, size, mtime, inode, digest, people FROM documents")
        return {FileState(*row[:4]): DocumentFacts(*row[4:]) for row in rows}

    def known_pages(self, output: str) -> KnownPages:
        """How the files of an output folder were made."""
        rows = self._rows("SELECT made_from, files FROM pages WHERE output = ?", (output,))
        text = _opened(output, *rows[0]) if rows else None
        known = known_files(json.loads(text)) if text else {}
        return KnownPages(rows[0][0], known) if known else KnownPages("", {})

    def told(self, structure: str) -> str | None:
        """What arranging said for this structure; None if that is not known."""
        rows = self._rows("SELECT told FROM told WHERE structure = ?", (structure,))
        return _opened(structure, "", rows[0][0]) if rows else None

    def views_showing(self, structure: str, paths: Iterable[str]) -> dict[str, str] | None:
        """The texts of the views that show a body of these texts, by address; None if any is not as it was stored."""
        query = "SELECT address, structure, view FROM views JOIN shown USING (address) WHERE path = ?"
        rows = [row for path in paths for row in self._rows(query, (path,))]
        found = {row[0]: _opened(*row) if row[1] == structure else None for row in rows}
        texts = {address: text for address, text in found.items() if text is not None}
        return texts if len(texts) == len(found) else None

    def _rows(self, query: str, arguments: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        try:
            rows = self._connection.execute(query, arguments).fetchall()
            return rows if self._is_ours(self._connection) else []
        except sqlite3.Error:
            self._condemn(self._connection)
            return []

    def _is_ours(self, connection: sqlite3.Connection) -> bool:
        """Whether no process of another version has taken the database over since."""
        return connection.execute("SELECT version FROM about").fetchall() == [(self._version,)]

    @staticmethod
    def _condemn(connection: sqlite3.Connection) -> None:
        """Let the next build begin with an empty database, as this one is damaged."""
        with suppress(sqlite3.Error), connection:
            connection.execute("DELETE FROM about")

    def store_texts(self, read: ReadTexts, gone: Iterable[str]) -> None:
        """Remember what was read; forget the paths that are gone."""
        gone_rows = [(path,) for path in gone]
        self._write(
            ("DELETE FROM texts WHERE path = ?", gone_rows),
            ("DELETE FROM records WHERE path = ?", gone_rows),
            ("DELETE FROM bodies WHERE path = ?", gone_rows),
            (
                "INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?)",
                [(*row.state, row.digest, row.mark) for row in read.rows],
            ),
            ("INSERT OR REPLACE INTO records VALUES (?, ?)", [*read.records.items()]),
            (
                "INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)",
                [(path, digest, _sealed(path, digest, body)) for (path, digest), body in read.bodies.items()],
            ),
        )

    def store_photos(self, photos: Mapping[FileState, PhotoFacts]) -> None:
        """Remember exactly these photos."""
        rows = [(*state, *facts) for state, facts in photos.items()]
        self._write(("DELETE FROM photos", [()]), ("INSERT INTO photos VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows))

    def store_documents(self, documents: Mapping[FileState, DocumentFacts]) -> None:
        """Remember exactly these documents."""
        rows = [(*state, *facts) for state, facts in documents.items()]
        self._write(("DELETE FROM documents", [()]), ("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", rows))

    def store_files(self, output: str, pages: KnownPages) -> None:
        """Remember how the files of an output folder were made."""
        row = (output, pages.made_from, _sealed(output, pages.made_from, json.dumps(pages.files)))
        self._write(("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", [row]))

    def store_arrangement(self, structure: str, told: str, views: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Remember what arranging said, and the views (address, text, paths of its bodies), in place of others."""
        kept = tuple(views)
        self._write(
            ("DELETE FROM told", [()]),
            ("DELETE FROM views", [()]),
            ("DELETE FROM shown", [()]),
            ("INSERT INTO told VALUES (?, ?)", [(structure, _sealed(structure, "", told))]),
            (
                "INSERT INTO views VALUES (?, ?, ?)",
                [(each[0], structure, _sealed(each[0], structure, each[1])) for each in kept],
            ),
            ("INSERT INTO shown VALUES (?, ?)", [(path, each[0]) for each in kept for path in each[2]]),
        )

    def forget_arrangement(self) -> None:
        """Remember nothing of what arranging said."""
        self.store_arrangement("", "", ())

    def _write(self, *steps: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        """All of it or nothing."""
        if self._connection is None or not any(rows for _, rows in steps):
            return
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                if self._is_ours(self._connection):
                    for query, rows in steps:
                        self._connection.executemany(query, rows)
        except sqlite3.Error:
            self._condemn(self._connection)
            self._connection = None
