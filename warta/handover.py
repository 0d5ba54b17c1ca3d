"""What staff hand over: files from anywhere are read, new ones are made in content/, never in another's place."""

import contextlib
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from warta import files
from warta.codes import Code
from warta.problems import Problem, problem


def read_given(path: str, limit: int) -> bytes | Problem:
    """The bytes of a file that the command line names (`-`: standard input), or why they cannot be had."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL byte
        return problem(Code.UNREADABLE, path, reason=getattr(error, "strerror", "") or error)
    return problem(Code.IMPORT_TOO_LARGE, path, limit=limit) if len(data) > limit else data


@contextlib.contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file that is too large to be read at once. Raises OSError, or ValueError for a name that cannot be one."""
    with Path(path).open("rb") as stream:
        yield stream


def create(root: Path, path: str, data: bytes) -> None:
    """A new file. Raises FileExistsError if there is one already, OSError if it cannot be written."""
    target = _place(root, path)
    with target.open("xb") as stream:
        try:
            stream.write(data)
        except OSError:
            target.unlink()
            raise


def create_folder(root: Path, path: str, contents: Mapping[str, bytes | Path]) -> None:
    """A new folder with these files, all at once; a Path is copied. Raises as `create`."""
    target = _place(root, path)
    if target.exists():
        raise FileExistsError(target)

    def fill(folder: Path) -> None:
        for name, data in contents.items():
            if isinstance(data, Path):
                shutil.copyfile(data, folder / name)
            else:
                (folder / name).write_bytes(data)

    files.create_whole(target, fill)


def _place(root: Path, path: str) -> Path:
    """Where the path lies, its folder made. Raises OSError if links lead that out of content/."""
    content, target = (root / files.CONTENT).resolve(), root / path
    if not target.parent.resolve().is_relative_to(content):
        raise OSError(None, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
