"""warta.json: what the published folder holds of ours. Only what it lists is ever deleted."""

import json
import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import NamedTuple

NAME = "warta.json"
VERSION = 1

_USUAL = r"[a-z0-9_-][a-z0-9_.-]*(?:/[a-z0-9_-][a-z0-9_.-]*)*"
_SIGNS = r"[^/\\:\x00-\x1f\ud800-\udfff]+"
_SAFE = re.compile(rf"{_USUAL}|(?!/)(?:(?!\.\.?(?:/|$)){_SIGNS}/)*(?!\.\.?$){_SIGNS}")


class Entry(NamedTuple):
    """A published file: its size in bytes and the start of its SHA-256."""

    size: int
    digest: str


_DIGESTS = re.compile("[0-9a-z]*")
_QUOTED = json.JSONEncoder(ensure_ascii=False).encode

UNDER_WAY = Entry(0, "")
"""A file that a build was about to write: it may be there as it was, as it shall be, or not at all."""


def entry_of(data: bytes | memoryview) -> Entry:
    """The entry of a file with these bytes."""
    return Entry(len(data), sha256(data).hexdigest()[:32])


def dump(entries: Mapping[str, Entry]) -> bytes:
    """The manifest's bytes; equal entries give equal bytes.

    As json.dumps would, in half its time. A digest holds nothing that JSON escapes.
    """
    found = sorted(entries.items())
    files = ", ".join([f'{_QUOTED(path)}: [{size}, "{digest}"]' for path, (size, digest) in found])
    return f'{{"version": {VERSION}, "files": {{{files}}}}}\n'.encode()


def load(data: bytes) -> dict[str, Entry] | None:
    """The entries of a manifest; None if we never wrote such bytes. A path that leaves the folder makes it none."""
    try:
        value = json.loads(data)
        entries = {path: Entry(size, digest) for path, (size, digest) in value["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    ours = value.get("version") == VERSION and all(map(_SAFE.fullmatch, entries)) and _are_ours(entries.values())
    return entries if ours else None


def is_inside(path: str) -> bool:
    """Whether a relative path stays in its folder, on any system."""
    return _SAFE.fullmatch(path) is not None


def _are_ours(entries: Collection[Entry]) -> bool:
    """Whether these, which may hold any JSON, are sizes and digests."""
    sizes, digests = zip(*entries, strict=True) if entries else ((), ())
    if {*map(type, sizes)} - {int} or {*map(type, digests)} - {str}:
        return False
    return min(sizes, default=0) >= 0 and _DIGESTS.fullmatch("".join(digests)) is not None
