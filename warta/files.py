"""ALL disk access: scan, read, lock, write, delete. Nothing else in Warta opens, writes, renames or removes a file."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warta.problems import Code, Problem, problem

CONTENT = "content"
SETTINGS = "site.yaml"
LAYOUTS = "layouts"
DEFAULT_LAYOUTS = Path(__file__).resolve().parent.parent / LAYOUTS

_IGNORED_NAMES = frozenset({"Thumbs.db", "desktop.ini"})
_IGNORED_STARTS = (".", "~$")
_IGNORED_ENDS = ("~", ".tmp", ".bak", ".swp", ".part", ".crdownload")


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a folder: relative paths with `/`, sorted, and what could not be taken."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...]


def scan(root: Path, folder: str) -> Tree:
    """Every file in `folder` of `root`; links are reported, not followed; editors' leftovers are ignored."""
    paths: list[str] = []
    problems: list[Problem] = []
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            entries = sorted(os.scandir(root / current), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(problem(Code.UNREADABLE, current, reason=error.strerror or error))
            continue
        for entry in entries:
            path = f"{current}/{entry.name}"
            if _is_ignored(entry.name):
                continue
            if not _is_writable_name(entry.name):
                problems.append(problem(Code.FILE_NAME, path.encode("utf-8", "backslashreplace").decode("utf-8")))
            elif entry.is_symlink() or _is_junction(entry):
                problems.append(problem(Code.SYMLINK, path))
            elif entry.is_dir():
                pending.append(path)
            elif entry.is_file():
                paths.append(path)
    return Tree(tuple(sorted(paths)), tuple(problems))


def _is_ignored(name: str) -> bool:
    return name in _IGNORED_NAMES or name.startswith(_IGNORED_STARTS) or name.endswith(_IGNORED_ENDS)


def _is_writable_name(name: str) -> bool:
    return name.isprintable() and not any(0xD800 <= ord(letter) <= 0xDFFF for letter in name)


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Windows' own kind of link between folders (Python 3.12 knows it)."""
    return bool(getattr(entry, "is_junction", lambda: False)())


def read(root: Path, path: str) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had."""
    try:
        return (root / path).read_bytes()
    except OSError as error:
        return problem(Code.UNREADABLE, path, reason=error.strerror or error)


def read_layouts(root: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The theme: files of the site's own layouts/ over those beside build.py, which `default/` names too."""
    layouts: dict[str, bytes] = {}
    problems: list[Problem] = []
    for base, prefixes in ((DEFAULT_LAYOUTS, ("", "default/")), (root / LAYOUTS, ("",))):
        tree = scan(base.parent, LAYOUTS)
        problems += tree.problems
        for path in tree.paths:
            data = read(base.parent, path)
            if isinstance(data, Problem):
                problems.append(data)
                continue
            layouts |= {prefix + path.removeprefix(f"{LAYOUTS}/"): data for prefix in prefixes}
    return layouts, tuple(dict.fromkeys(problems))


def excerpt(root: Path, path: str, line: int) -> str:
    """A line of a file as text, to be shown beside a problem; "" if it cannot be had."""
    try:
        lines = (root / path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[line - 1][:300] if 0 < line <= len(lines) else ""


def size_of(path: Path) -> int | None:
    """The size of a plain file; None if there is none."""
    try:
        return path.stat().st_size if not path.is_symlink() and path.is_file() else None
    except OSError:
        return None


def is_empty_or_absent(folder: Path) -> bool:
    """Whether a folder has nothing in it or is not there."""
    try:
        return next(os.scandir(folder), None) is None
    except FileNotFoundError:
        return True


def write(path: Path, data: bytes) -> None:
    """The file with these bytes, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:100]}.warta-new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def delete(root: Path, path: str) -> None:
    """Remove a file of ours, and the folders that it leaves empty. Raises OSError."""
    target = root / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == root:
            break
        try:
            parent.rmdir()
        except OSError:  # not empty, or gone
            break


def create_whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """A new folder that appears with all its files at once: `fill` writes into a sibling. Raises OSError."""
    sibling = folder.with_name(f".{folder.name}.warta-new")
    shutil.rmtree(sibling, ignore_errors=True)
    sibling.mkdir(parents=True)
    try:
        fill(sibling)
        if folder.exists():
            folder.rmdir()  # empty, or this raises
        sibling.rename(folder)
    except BaseException:
        shutil.rmtree(sibling, ignore_errors=True)
        raise


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of an output folder; yields False at once if another process holds it.

    The system lets the lock go when the process ends, however it ends; the empty lock file stays.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f".{folder.name}.lock").open("ab") as handle:
        yield _try_lock(handle.fileno())


def _try_lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
