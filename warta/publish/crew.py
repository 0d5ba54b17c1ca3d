"""Processes that work beside this one: each holds one object and does what it is told, by `fork` or by `spawn`.

What passes between them is pickled by multiprocessing; nothing of that ever touches the disk.
"""

import os
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # imported where it is needed: a build by one process does without, 9 ms sooner
    from multiprocessing.connection import Connection

T = TypeVar("T")

SERIAL_BELOW = 64
"""Files for which a second process costs more than it brings: a fork takes about 10 ms, a file 0.5 ms."""


Progress = Callable[[int, int], None]
"""Is told how many files of how many this process has made; the others have made about as many of as many."""


@dataclass(frozen=True, slots=True)
class Team:
    """How many processes work (None: as many as pay) and how they start: `fork`, `spawn` (None: fork if possible)."""

    jobs: int | None = None
    method: str | None = None
    progress: Progress | None = None

    def size(self, tasks: int) -> int:
        """How many processes to use for so many files: those wanted, else one for each core; one for a few files."""
        if self.jobs is None and tasks < SERIAL_BELOW:
            return 1
        return max(1, min(self.jobs or os.cpu_count() or 1, tasks))


class WorkerFailed(Exception):
    """A worker raised something or died; the text is its traceback."""


class Worker:
    """An object in another process. `tell` starts one of its methods, `answer` waits for the result."""

    def __init__(self, method: str | None, make: Callable[..., object], *arguments: object) -> None:
        """The object is what `make` returns for the arguments; `method` is that of a Team."""
        import multiprocessing

        can_fork = "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context(method or ("fork" if can_fork else "spawn"))
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._connection, make, arguments), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()

    def tell(self, method: str, *arguments: object) -> None:
        """Have a method called with these arguments. Raises WorkerFailed."""
        try:
            self._connection.send((method, arguments))
        except OSError as error:
            raise self._death() from error

    def answer(self) -> Any:  # noqa: ANN401 - whatever the method returns
        """What the method told last returned. Raises WorkerFailed."""
        try:
            failed, value = self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._death() from error
        if failed:
            raise WorkerFailed(value)
        return value

    def _death(self) -> WorkerFailed:
        self._process.join(1)
        return WorkerFailed(f"worker {self._process.pid} died (exit code {self._process.exitcode})")

    def dismiss(self) -> None:
        """End the process, whatever it is doing."""
        self._connection.close()
        self._process.terminate()
        self._process.join()


def _serve(
    connection: "Connection", theirs: "Connection", make: Callable[..., object], arguments: Sequence[object]
) -> None:
    """Do what is told until the other process ends this one, or is gone."""
    theirs.close()  # a copy of the other end: while it is open here, this end would never hear that the other is gone
    made = make(*arguments)
    while True:
        try:
            order = connection.recv()
        except (EOFError, OSError):
            return
        method, told = order
        try:
            answer = (False, getattr(made, method)(*told))
        except Exception:  # noqa: BLE001 - it is raised again in the process that told
            answer = (True, traceback.format_exc())
        with suppress(OSError):
            connection.send(answer)


def shares(items: Sequence[T], jobs: int) -> list[Sequence[T]]:
    """The items in `jobs` shares of about equal work: every so-manieth item, as neighbours cost alike."""
    return [items[start::jobs] for start in range(jobs)]
