"""A new post's text and photos -> its file or folder in content/, or the problem that keeps it out."""

from collections.abc import Mapping
from pathlib import Path

from warta import handover
from warta.codes import Code
from warta.problems import Problem, problem


def place(source: Path, path: str, text: str, photos: Mapping[str, bytes | Path]) -> tuple[Problem, ...]:
    """Write the post: `.../index.md` with its photos as a folder, else a file alone. Nothing is ever overwritten."""
    data = text.encode("utf-8", "replace")
    folder, _, name = path.rpartition("/")
    try:
        if name == "index.md":
            handover.create_folder(source, folder, {**photos, name: data})
        else:
            handover.create(source, path, data)
    except FileExistsError:
        return (problem(Code.IMPORT_EXISTS, path),)
    except OSError as error:
        return (problem(Code.WRITE_FAILED, path, reason=error.strerror or error),)
    return ()
