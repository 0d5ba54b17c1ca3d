"""The logo that site.yaml names -> what the icons' views need to know of it. Small, so it is read each time."""

import struct
from collections.abc import Container, Iterable
from pathlib import Path

from warta import files
from warta.arrange.icons import LEAST
from warta.codes import Code
from warta.model import FileState, Source
from warta.problems import Problem, problem
from warta.settings import PATH, Settings

SIZE_LIMIT = 2_000_000
"""Bytes of a logo; a coat of arms drawn in curves has 200,000."""

_PNG = b"\x89PNG\r\n\x1a\n"


def look_at_logo(settings: Settings, states: Iterable[FileState], source: Path) -> tuple[str, tuple[Problem, ...]]:
    """The digest of the logo's bytes, "" if there is none, and what is wrong that can be seen without decoding it."""
    logo = settings.logo
    if logo is None or "icons" not in settings.features:
        return "", ()
    state = next((each for each in states if each.path == logo.path), None)
    if state is not None and state.size > SIZE_LIMIT:
        return "", (problem(Code.LOGO_TOO_COSTLY, logo.path),)
    data = files.read(source, logo.path) if state else None
    if not isinstance(data, bytes):
        target = logo.path.removeprefix("content")
        return "", (problem(Code.PHOTO_MISSING, PATH, logo.line, logo.column, target=target),)
    small = _longer_side(data) if data.startswith(_PNG) else LEAST
    found = (problem(Code.LOGO_SMALL, logo.path, size=small, least=LEAST),) if small < LEAST else ()
    return Source(logo.path, data).digest, found


def without_logo(states: Iterable[FileState], shown: Container[str], settings: Settings) -> tuple[FileState, ...]:
    """The files that are looked at as photos: the logo is none, unless a page shows it."""
    path = settings.logo.path if settings.logo else ""
    return tuple(state for state in states if state.path != path or path in shown)


def _longer_side(png: bytes) -> int:
    """Pixels of the longer side; a file that is cut off has LEAST, and its decoder says what is wrong."""
    sides: tuple[int, int] = struct.unpack(">II", png[16:24]) if len(png) >= 24 else (LEAST, LEAST)
    return max(sides)
