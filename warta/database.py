"""The cache's SQLite file on disk. With `files` and `locks` the only module that changes anything there."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path


def open_database(path: Path | None, prepare: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection | None:
    """The SQLite database at the path, made if absent and made anew if broken; None for no path or no luck.

    What `prepare` raises says whether it is broken or only in use.
    """
    if path is None:
        return None
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=1)
            prepare(connection)
        except (OSError, sqlite3.OperationalError):
            return None
        except sqlite3.Error:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        else:
            return connection
    return None
