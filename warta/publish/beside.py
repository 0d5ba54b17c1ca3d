"""Another process and the values that go to and fro: a bare fork where there is one, else what multiprocessing spawns.

multiprocessing can fork as well, but to import it takes 9 ms, a twentieth of the build after an edit.
"""

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_WIDTH = 1 << 20
"""Bytes that may wait in a pipe: sixteen posts that were read are 80 kB, more than a pipe holds at first."""

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
    ours, theirs = _pipes()
    try:
        pid = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        raise
    if pid == 0:
        _serve_and_end(serve, ours, theirs, arguments)
    theirs.close()
    fork = _Fork(pid)
    return Beside(ours, fork.exit_code, fork.end)


class _Fork:
    """A process forked from this one. Once it was waited for, its number may be another's."""

    def __init__(self, pid: int) -> None:
        self._pid: int | None = pid
        self._code: int | None = None

    def exit_code(self) -> int | None:
        """Wait for its end; None if nobody is told how it ended."""
        if self._pid is not None:
            with suppress(ChildProcessError):  # who started us may have it that ended processes are forgotten at once
                self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
            self._pid = None
        return self._code

    def end(self) -> None:
        """End it, whatever it is doing."""
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGTERM)
            self.exit_code()


def _pipes() -> tuple[Pipes, Pipes]:
    """Both ends of a channel. Raises OSError."""
    reading, their_writing = os.pipe()
    try:
        their_reading, writing = os.pipe()
    except OSError:
        Pipes(reading, their_writing).close()
        raise
    for each in (writing, their_writing):
        _widen(each)
    return Pipes(reading, writing), Pipes(their_reading, their_writing)


def _widen(pipe: int) -> None:
    """Let as much wait in the pipe as Linux allows anyone: who answers shall not wait until somebody listens."""
    import fcntl

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WIDTH)


def _serve_and_end(
    serve: Callable[..., None], theirs: Pipes, channel: Pipes, arguments: tuple[object, ...]
) -> NoReturn:
    """What is below belongs to the process that this one is a copy of, also what it has yet to print."""
    code = 1
    try:
        theirs.close()  # while a copy of the other end is open here, this end would never hear that the other is gone
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
