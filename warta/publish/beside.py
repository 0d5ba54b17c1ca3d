"""Another process and the values that go to and fro: a bare fork where there is one, else what multiprocessing spawns.

multiprocessing can fork as well, but to import it takes 9 ms, a twentieth of the build after an edit.
"""

import os
import pickle
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_LENGTH = 8
"""Bytes in front of each value that tell how many follow."""


class Channel(Protocol):
    """One end of a way for values. Reading and writing raise EOFError or OSError where the other end is gone."""

    def send(self, value: Any, /) -> None:  # noqa: ANN401 - whatever can be pickled
        """Send a value."""

    def recv(self) -> Any:  # noqa: ANN401 - whatever was sent
        """Wait for the next value."""

    def poll(self) -> bool:
        """Whether there is something to read: a value, or that the other end is gone."""

    def close(self) -> None:
        """Let the other end know that there is nothing more."""


class Beside(NamedTuple):
    """Another process: the way to it, how to wait for its exit code, and how to end it, whatever it is doing."""

    channel: Channel
    exit_code: Callable[[], int | None]
    end: Callable[[], None]


class Pipes:
    """A channel of two pipes between a process and its fork."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing

    def send(self, value: object) -> None:
        """Send a value. Raises OSError."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        rest = memoryview(len(data).to_bytes(_LENGTH, "big") + data)
        while rest:
            rest = rest[os.write(self._writing, rest) :]

    def recv(self) -> Any:  # noqa: ANN401 - whatever was sent
        """Wait for the next value. Raises EOFError, OSError."""
        return pickle.loads(self._read(int.from_bytes(self._read(_LENGTH), "big")))  # noqa: S301 - of our own fork

    def _read(self, size: int) -> bytearray:
        data, filled = bytearray(size), 0
        while filled < size:
            read = os.readv(self._reading, [memoryview(data)[filled:]])
            if not read:
                raise EOFError
            filled += read
        return data

    def poll(self) -> bool:
        """Whether there is something to read, or the other end is gone."""
        import select

        waiting = select.poll()
        waiting.register(self._reading, select.POLLIN)
        return bool(waiting.poll(0))

    def close(self) -> None:
        """Close both pipes; the second time nothing."""
        ends, self._reading, self._writing = {self._reading, self._writing} - {-1}, -1, -1
        for end in ends:
            os.close(end)


def start(method: str | None, serve: Callable[..., None], *arguments: object) -> Beside:
    """Have `serve` called there with its end of a channel and the arguments. `method` is that of a Team.

    Raises OSError if the system lets no further process start.
    """
    return (_forked if is_fork(method) else _spawned)(serve, arguments)


def is_fork(method: str | None) -> bool:
    """Whether that is how another process starts."""
    return method != "spawn" and hasattr(os, "fork")


def _forked(serve: Callable[..., None], arguments: tuple[object, ...]) -> Beside:
    (reading, their_writing), (their_reading, writing) = os.pipe(), os.pipe()
    ours, theirs = Pipes(reading, writing), Pipes(their_reading, their_writing)
    try:
        pid = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        raise
    if pid == 0:
        # A copy of the other end: while it is open here, this end would never hear that the other is gone.
        ours.close()
        _serve_and_end(serve, theirs, arguments)
    theirs.close()
    left = list[int]()

    def exit_code() -> int:
        if not left:
            left.append(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        return left[0]

    def end() -> None:
        if not left:
            os.kill(pid, signal.SIGTERM)
            exit_code()

    return Beside(ours, exit_code, end)


def _serve_and_end(serve: Callable[..., None], channel: Pipes, arguments: tuple[object, ...]) -> None:
    """Never return: what is below belongs to the process that this one is a copy of, also what it has yet to print."""
    code = 1
    try:
        serve(channel, *arguments)
        code = 0
    except BaseException:  # noqa: BLE001 - told as Python would; the other process notices the end
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _spawned(serve: Callable[..., None], arguments: tuple[object, ...]) -> Beside:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve_spawned, args=(serve, theirs, arguments), daemon=True)
    process.start()
    theirs.close()

    def exit_code() -> int | None:
        process.join(1)
        return process.exitcode

    def end() -> None:
        process.terminate()
        process.join()

    return Beside(ours, exit_code, end)


def _serve_spawned(serve: Callable[..., None], channel: "Connection[Any, Any]", arguments: tuple[object, ...]) -> None:
    serve(channel, *arguments)
