"""Processes that work beside this one: each holds one object and does what it is told, by `fork` or by `spawn`.

What passes between them is pickled by multiprocessing; nothing of that ever touches the disk.
"""

import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:  # imported where it is needed: a build by one process does without, 9 ms sooner
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

SERIAL_BELOW = 64
"""Files for which a second process costs more than it brings: a fork takes about 10 ms, a file 0.5 ms."""


Progress = Callable[[int, int], None]
"""Is told how many files of how many this process has made; the others have made about as many of as many."""


class Team(NamedTuple):
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

    @property
    def ready(self) -> bool:
        """Whether an answer is there, or the other process is gone."""
        return self._connection.poll()

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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the other process ends this one when it stops
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


PORTION, UNDER_WAY = 16, 2
"""Items that are told at once (some 3 ms of reading), and portions that a worker has been told and not answered."""


def shared_out(
    items: Sequence[T],
    workers: Sequence[Worker],
    method: str,
    own: Callable[[Sequence[T]], Sequence[R]],
    meanwhile: Callable[[], None],
) -> list[R]:
    """What the workers' `method`, or this process's `own`, gives for all items, in their order.

    Whoever is free takes the next portion. This process takes its first one after it has done something else
    `meanwhile`. Raises WorkerFailed.
    """
    portions = iter(range(0, len(items), PORTION))
    found = dict[int, Sequence[R]]()
    under_way: list[tuple[Worker, deque[int]]] = [(worker, deque()) for worker in workers]

    def go_on() -> None:
        for worker, starts in under_way:
            while starts and worker.ready:
                found[starts.popleft()] = worker.answer()
            while len(starts) < UNDER_WAY and (start := next(portions, None)) is not None:
                worker.tell(method, items[start : start + PORTION])
                starts.append(start)

    go_on()
    meanwhile()
    for start in portions:
        found[start] = own(items[start : start + PORTION])
        go_on()
    for worker, starts in under_way:
        found |= {start: worker.answer() for start in starts}
    return [each for start in sorted(found) for each in found[start]]


def shares(items: Sequence[T], jobs: int) -> list[Sequence[T]]:
    """The items in `jobs` shares of about equal work: every so-manieth item, as neighbours cost alike."""
    return [items[start::jobs] for start in range(jobs)]
