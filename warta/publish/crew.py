"""Processes that work beside this one: each holds one object and does what it is told, by `fork` or by `spawn`.

What passes between them is pickled; nothing of that ever touches the disk.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from warta.publish import beside

T = TypeVar("T")
R = TypeVar("R")

SERIAL_BELOW = 64
"""Files for which a second process costs more than it brings: 0.5 ms for each, and a fork is copied page by page."""


Progress = Callable[[int, int], None]
"""Is told how many files of how many this process has made; the others have made about as many of as many."""


class Team(NamedTuple):
    """How many processes work (None: as many as pay) and how they start: `fork`, `spawn` (None: fork if possible).

    One may be `ready` before it is known how many are needed.
    """

    jobs: int | None = None
    method: str | None = None
    progress: Progress | None = None
    ready: "Worker | None" = None

    def size(self, tasks: int) -> int:
        """How many processes to use for so many files: those wanted, else one for each core; one for a few files."""
        if self.jobs is None and tasks < SERIAL_BELOW:
            return 1
        return max(1, min(self.jobs or os.cpu_count() or 1, tasks))

    @property
    def may_prepare_beside(self) -> bool:
        """Whether even for a single page a fork shall get templates ready while this process reads.

        As long as neither Jinja nor what reads is loaded here: each takes 40 ms, a fork 2.
        """
        pays = self.jobs is None and (os.cpu_count() or 1) > 1 and "jinja2" not in sys.modules
        return pays and beside.is_fork(self.method)

    def with_one_ready(self, make: Callable[..., object], *arguments: object) -> "Team":
        """The team with a worker that begins by this, and is then handed something else; without, if none can start."""
        return self._replace(ready=next(iter(hired(self.method, make, [arguments])), None))

    def dismiss(self) -> None:
        """End the worker that is ready."""
        if self.ready:
            self.ready.dismiss()


class WorkerFailed(Exception):
    """A worker raised something or died; the text is its traceback."""


class Worker:
    """An object in another process. `tell` starts one of its methods, `answer` waits for the result."""

    def __init__(self, method: str | None, make: Callable[..., object], *arguments: object) -> None:
        """The object is what `make` returns for the arguments; `method` is that of a Team."""
        self._process = beside.start(method, _serve, make, arguments)

    def tell(self, method: str, *arguments: object) -> None:
        """Have a method called with these arguments. Raises WorkerFailed."""
        try:
            self._process.channel.send((method, arguments))
        except OSError as error:
            raise self._death() from error

    def hand(self, make: Callable[..., object], *arguments: object) -> None:
        """Let it hold what this makes, in place of what it holds. Raises WorkerFailed."""
        self.tell("", make, *arguments)

    def answer(self) -> Any:  # noqa: ANN401 - whatever the method returns
        """What the method told last returned. Raises WorkerFailed."""
        try:
            failed, value = self._process.channel.recv()
        except (EOFError, OSError) as error:
            raise self._death() from error
        if failed:
            raise WorkerFailed(value)
        return value

    @property
    def ready(self) -> bool:
        """Whether an answer is there, or the other process is gone."""
        return self._process.channel.poll()

    def _death(self) -> WorkerFailed:
        return WorkerFailed(f"a worker died (exit code {self._process.exit_code()})")

    def dismiss(self) -> None:
        """End the process, whatever it is doing."""
        self._process.channel.close()
        self._process.end()


def hired(method: str | None, make: Callable[..., object], each: Iterable[Sequence[object]]) -> list[Worker]:
    """A worker for the arguments of each, or for the first so many if the system lets no more processes start."""
    workers = list[Worker]()
    with suppress(OSError):
        for arguments in each:
            workers.append(Worker(method, make, *arguments))
    return workers


def _serve(channel: beside.Channel, make: Callable[..., object], arguments: Sequence[object]) -> None:
    """Do what is told until the other process ends this one, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all: the other process ends this one when it stops
    made = make(*arguments)
    while True:
        try:
            order = channel.recv()
        except (EOFError, OSError):
            return
        method, told = order
        if not method:
            make, *arguments = told
            made = make(*arguments)
            continue
        try:
            answer = (False, getattr(made, method)(*told))
        except Exception:  # noqa: BLE001 - it is raised again in the process that told
            import traceback  # 2 ms with all that it needs, for what nearly never happens

            answer = (True, traceback.format_exc())
        with suppress(OSError):
            channel.send(answer)


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
