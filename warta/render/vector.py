"""A cleaned SVG -> pixels, in a process of its own.

A drawing of a kilobyte can be written so that it takes all memory, never ends or crashes the library that draws it:
patterns in patterns, groups in groups, arcs of a million miles. Whoever changes content/ may change the logo.
"""

import subprocess
import sys

SECONDS = 20
"""Time in which a drawing must be made; a coat of arms with 3,000 paths takes one."""

MEMORY = 2_000_000_000
"""Bytes of addresses that drawing it may use, where the system can be told so (not on Windows)."""


class TooCostly(Exception):
    """A drawing takes more time or memory than there is, or makes the library crash."""


def drawn(drawing: bytes) -> bytes:
    """The drawing as PNG. It holds no text, so no font of this machine has a part in it. Raises TooCostly."""
    # -P: no folder is searched for modules but those of Python's own packages.
    command = [sys.executable, "-P", __file__, str(SECONDS), str(MEMORY)]
    try:
        done = subprocess.run(command, input=drawing, capture_output=True, timeout=3 * SECONDS, check=True)  # noqa: S603
    except subprocess.SubprocessError as error:
        raise TooCostly from error
    return done.stdout


def _main(seconds: int, memory: int) -> None:
    """Draw what comes in; the process ends, one way or another, at these limits of processor time and memory."""
    import contextlib

    import resvg_py

    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no limits, macOS not all
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    text = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(resvg_py.svg_to_bytes(svg_string=text, skip_system_fonts=True))


if __name__ == "__main__":
    _main(*map(int, sys.argv[1:]))
