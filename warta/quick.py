"""Is there anything to do at all? Answered by looking at files' states only, before anything heavy is imported.

`.warta/last` holds the states of all that the last build read and wrote, and what it printed. This module looks at the
disk itself and uses no dataclass, no regular expression and no database: importing those costs more than its work
(1,000 posts: 40 ms for the whole program, of which Python takes 12 and argparse 6).
"""

import os
import stat
import sys
from functools import cache

TYPE_CHECKING = False  # as checkers of types read it; `typing` itself costs time
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAME = "last"
MANY = 200_000
"""Characters that are remembered of an output of 4,000 files: to look at so many takes 12 ms, a fork 1 ms."""

Inputs = tuple[str, str]
"""The states of what a build depends on: of the program itself, and of everything else."""

Look = tuple[Inputs, dict[str, str], str]
"""What was looked at: the inputs, and the published files by their paths, if all lie as the last build left them.

Last comes what the last build said of the program, if that is as it was (see `files.code_version`), else "".
"""

PACKAGE = os.path.dirname(os.path.abspath(__file__))
THEME = os.path.join(os.path.dirname(PACKAGE), "layouts")


def places(source: str, output: "str | None", cache: "str | None") -> "tuple[str, str, str]":
    """The whole paths of the source, output and cache folders that the command line names."""
    root = os.path.realpath(source)
    return (
        root,
        os.path.realpath(output or os.path.join(root, "public")),
        os.path.realpath(cache or os.path.join(root, ".warta")),
    )


def look(source: str, options: str) -> Inputs:
    """The state of everything a build depends on, as text; `options` names what else it was asked for."""
    program = [sys.version, *(_state_at(entry) for entry in sys.path if entry.endswith("-packages"))]
    _walk(PACKAGE, program)
    rest = [options, _state_at(os.path.realpath(os.path.join(source, "site.yaml")))]
    folders = [os.path.join(source, "content"), os.path.join(source, "layouts")]
    for folder in (THEME, *folders):
        _walk(folder, rest)
    # A folder of the source may have become a link.
    return "\n".join(program), "\n".join([*rest, *map(_state_at, folders)])


def look_at_output(folder: str, paths: "list[str]", seen: "dict[str, str]") -> str:
    """The state of the published files; of those that a build has `seen` already, as it saw them."""
    return "\n".join([seen.get(path) or _state_at(f"{folder}/{path}") for path in paths])


def _walk(top: str, lines: "list[str]") -> None:
    """Add the folder and the state of every file below it, without byte code, which Python may write at any time."""
    pending = [top]
    while pending:
        folder = pending.pop()
        lines.append(folder)
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            lines.append("-")
            continue
        for entry in found:
            if not entry.is_dir(follow_symlinks=False):
                _look_at(entry, lines)
            elif entry.name != "__pycache__":
                pending.append(entry.path)


def _look_at(entry: "os.DirEntry[str]", lines: "list[str]") -> None:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        lines.append(f"{entry.path} -")
        return
    lines.append(f"{entry.path} {state_of(about)}")


def _state_at(path: str) -> str:
    try:
        return state_of(os.lstat(path))
    except OSError:
        return f"{path} -"


def state_of(about: os.stat_result) -> str:
    """What is remembered of a file."""
    return f"{about.st_size} {about.st_mtime_ns} {about.st_ino} {about.st_mode}"


def _size_in(state: str) -> "int | None":
    """The size in bytes that a state tells; None if it is not that of a plain file."""
    mode = state[state.rfind(" ") + 1 :]
    return int(state[: state.index(" ")]) if _is_plain_file(mode) else None


@cache
def _is_plain_file(mode: str) -> bool:
    return mode.isdecimal() and stat.S_ISREG(int(mode))


class Looks:
    """Looks at plain files in a folder by relative path; `seen` keeps what is remembered of each.

    What it has `seen` already is not looked at once more.
    """

    def __init__(self, folder: object, seen: "Mapping[str, str]") -> None:
        self._prefix = f"{folder}{os.sep}"
        self.seen = dict(seen)

    def size_of(self, path: str) -> "int | None":
        """The size of the file in bytes; None if there is no plain file."""
        state = self.seen.get(path)
        if state is None:
            try:
                state = state_of(os.lstat(self._prefix + path))
            except (OSError, ValueError):
                return None
            self.seen[path] = state
        return _size_in(state)


def nothing_to_do(
    cache: str, output: str, look_inside: "Callable[[], Inputs]", now: float
) -> "tuple[str | None, Look]":
    """What the last build would print now, if it would find nothing to do (None if that is not certain); the look.

    `look_inside` looks at the inputs (see `look`). `now` is in seconds since 1970: a build is remembered from the
    last moment at which the passing of time changed the site until the next one (see `told`).
    """
    try:
        with open(os.path.join(cache, NAME), encoding="utf-8", errors="surrogatepass", newline="") as file:
            parts = file.read().split("\0")
        since, until, printed, paths, code, program, rest, seen_output = parts
        holds = float(since) <= now < float(until)
    except (OSError, ValueError):
        return None, (look_inside(), {}, "")
    if not holds:
        return None, (look_inside(), {}, "")
    as_left = _answer_beside(lambda: _lies_as_left(output, paths, seen_output), len(seen_output))
    looked, whole = look_inside(), as_left()
    if whole and looked == (program, rest):
        return printed, (looked, {}, code)
    states = dict(zip(paths.split("\n"), seen_output.split("\n"), strict=True)) if whole else {}
    return None, (looked, states, code if looked[0] == program else "")


def _lies_as_left(folder: str, paths: str, states: str) -> bool:
    """Whether each of the paths has its state, both told line by line."""
    names, expected = paths.split("\n"), states.split("\n")
    pairs = zip(names, expected, strict=False)
    return len(names) == len(expected) and all(_state_at(f"{folder}/{name}") == state for name, state in pairs)


def _answer_beside(ask: "Callable[[], bool]", size: int) -> "Callable[[], bool]":
    """Ask in another process while this one goes on, if there is enough to look at and such a process to be had.

    An answer that nobody waits for is lost without harm: the process ends by itself.
    """
    if size < MANY or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return ask
    try:
        child = os.fork()
    except OSError:
        return ask
    if child == 0:
        answer = 1
        try:
            answer = 0 if ask() else 1
        finally:
            os._exit(answer)

    def answered() -> bool:
        try:
            return os.waitpid(child, 0)[1] == 0
        except ChildProcessError:  # who started us has it that nobody is told of ended processes
            return ask()

    return answered


def memory(
    span: "tuple[float, float]", printed: str, paths: "list[str]", code: str, looked: "tuple[Inputs, str]"
) -> bytes:
    """What to write to `.warta/last`: for which moments it holds, what to print, and the looks at inputs and output.

    `code` is what the build says of the program.
    """
    inputs, output = looked
    parts = (*map(repr, span), printed, "\n".join(paths), code, *inputs, output)
    return "\0".join(parts).encode("utf-8", "surrogatepass")
