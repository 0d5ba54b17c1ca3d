"""Files on disk: scan, read, write, delete. With `database` and `locks` the only module that changes anything there."""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from warta.codes import Code
from warta.model import FileState
from warta.patience import patiently
from warta.problems import Problem, problem
from warta.sourcetext import has_unseen, is_dated, is_leftover, is_portable, visible

CONTENT = "content"
LAYOUTS = "layouts"
UNFINISHED = ".warta-new"
"""How the names of files end that are being written."""

THEME = Path(__file__).resolve().parent.parent
"""Where the theme's own layouts/ is: beside build.py."""


class Tree(NamedTuple):
    """The files below a folder, by relative path with `/`, sorted, and what could not be taken."""

    states: tuple[FileState, ...]
    problems: tuple[Problem, ...] = ()


def scan(root: Path, folder: str) -> Tree:
    """Every file in `folder` of `root`; links are reported, not followed; editors' leftovers are ignored."""
    states: list[FileState] = []
    problems: list[Problem] = []
    if _is_link(root / folder):
        return Tree((), (problem(Code.SYMLINK, folder),))
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            with os.scandir(root / current) as entries:
                found = list(entries)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(problem(Code.UNREADABLE, current, reason=error.strerror or error))
            continue
        for entry in found:
            taken = _take(entry, f"{current}/{entry.name}")
            if isinstance(taken, FileState):
                states.append(taken)
            elif isinstance(taken, Problem):
                problems.append(taken)
            elif taken:
                pending.append(taken)
    return Tree(tuple(sorted(states)), tuple(problems))


def _take(entry: "os.DirEntry[str]", path: str) -> FileState | Problem | str | None:
    """The entry as a file, a problem, a folder's path, or nothing."""
    if not is_dated(entry.name):
        if is_leftover(entry.name):
            return None
        if has_unseen(entry.name):
            return problem(Code.FILE_NAME, visible(path))
        if not is_portable(entry.name):
            return problem(Code.NAME_NOT_PORTABLE, path, name=entry.name)
    if entry.is_file(follow_symlinks=False):
        return _state(entry, path)
    if _is_link(entry):
        return problem(Code.SYMLINK, path)
    return path if entry.is_dir() else None


def _is_link(place: "os.DirEntry[str] | Path") -> bool:
    is_junction = getattr(place, "is_junction", bool)  # Windows' links of folders; from Python 3.12
    return place.is_symlink() or bool(is_junction())


def _state(entry: "os.DirEntry[str]", path: str) -> FileState | None:
    try:
        about = entry.stat(follow_symlinks=False)
    except FileNotFoundError:  # gone since the folder was listed
        return None
    return FileState(path, about.st_size, about.st_mtime_ns, about.st_ino)


def read(root: Path, path: str) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had."""
    try:
        with open(f"{root}/{path}".replace("/", os.sep), "rb", buffering=0) as file:  # noqa: PTH123 - in half the time of a Path
            return file.read()
    except OSError as error:
        return problem(Code.UNREADABLE, path, reason=error.strerror or error)


def found_at(root: Path, path: str) -> tuple[str, ...]:
    """What is there: nothing, the path itself, or all that its folder holds, any depth; links are not followed."""
    target = root / path
    try:
        if not stat.S_ISDIR(target.lstat().st_mode):
            return (path,)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    names = [each.name for each in target.iterdir()]
    return tuple(found for name in names for found in found_at(root, f"{path}/{name}")) or (path,)


def not_folders(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of the paths at which something else than a folder is, links to folders among them."""
    return [path for path in paths if _is_link(root / path) or (root / path).is_file()]


def is_folder(root: Path, path: str) -> bool:
    """Whether a folder is there, and no link to one."""
    return (root / path).is_dir() and not _is_link(root / path)


def is_empty_or_absent(folder: Path) -> bool:
    """Whether a folder has nothing in it or is not there."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        return next(entries, None) is None
    return True


def write(root: Path, path: str, *data: bytes | memoryview, fresh: bool = False) -> None:
    """The file with these bytes, whole or not at all; plainly if the folder is `fresh`, unseen yet. Raises OSError."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if fresh or target.is_char_device():  # /dev/null, given as the place of a report
        _fill(target, data)
        return
    temporary = _unfinished(target)
    try:
        _fill(temporary, data)
        patiently(lambda: temporary.replace(target))
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _fill(target: Path, data: Iterable[bytes | memoryview]) -> None:
    with target.open("wb") as file:
        file.writelines(data)


def _unfinished(target: Path) -> Path:
    return target.with_name(f".{target.name[:100]}{UNFINISHED}")


def touch(root: Path, path: str) -> None:
    """Note that a file was used just now, if it is there."""
    with contextlib.suppress(OSError):
        os.utime(root / path)


def delete_unfinished(root: Path, path: str) -> None:
    """Remove what a killed build left of a file it was writing. Raises OSError."""
    _unlink(_unfinished(root / path))


def delete_all_unfinished(folder: Path) -> None:
    """Remove what killed builds left of the files that they were writing anywhere below a folder of the cache."""
    for found in folder.rglob(f".*{UNFINISHED}"):
        with contextlib.suppress(OSError):
            found.unlink()


def _unlink(target: Path) -> None:
    """Remove a file, unless there is none: a folder may be in its place, or a file in that of its folder."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if not stat.S_ISDIR(target.lstat().st_mode):
            patiently(target.unlink)


def delete(root: Path, path: str) -> None:
    """Remove a file of ours, and the folders that it leaves empty. Raises OSError."""
    target = root / path
    _unlink(target)
    for parent in target.parents:
        if parent == root:
            break
        try:
            parent.rmdir()
        except OSError:  # not empty, or gone
            break


def create_whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """A new folder that appears with all its files at once: `fill` writes into a sibling. Raises OSError."""
    sibling = folder.with_name(f".{folder.name}{UNFINISHED}")
    shutil.rmtree(sibling, ignore_errors=True)
    sibling.mkdir(parents=True)
    try:
        fill(sibling)
        if folder.exists():
            folder.rmdir()  # empty, or this raises
        patiently(lambda: sibling.rename(folder))
    except BaseException:
        shutil.rmtree(sibling, ignore_errors=True)
        raise


def code_version() -> str:
    """The digest of what turns content into pages: Warta's own code, Python, and the packages it was installed with."""
    digest = sha256(sys.version.encode())
    package = Path(__file__).resolve().parent
    for state in scan(package.parent, package.name).states:
        if state.path.endswith(".py"):
            digest.update((package.parent / state.path).read_bytes())
    for folder in sorted({entry for entry in sys.path if entry.endswith("-packages")}):
        with contextlib.suppress(OSError):
            names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(".dist-info"))
            digest.update("\n".join(names).encode("utf-8", "replace"))
    return digest.hexdigest()
