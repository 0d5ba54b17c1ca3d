"""warta.json: what the published folder holds of ours. Only what it lists is ever deleted."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

NAME = "warta.json"
VERSION = 1

_SAFE = re.compile(r"(?!/)(?:(?!\.\.?(?:/|$))[^/\\:\x00-\x1f\ud800-\udfff]+/)*(?!\.\.?$)[^/\\:\x00-\x1f\ud800-\udfff]+")


class Entry(NamedTuple):
    """A published file: its size in bytes and the start of its SHA-256."""

    size: int
    digest: str


UNDER_WAY = Entry(0, "")
"""A file that a build was about to write: it may be there as it was, as it shall be, or not at all."""


def entry_of(data: bytes | memoryview) -> Entry:
    """The entry of a file with these bytes."""
    return Entry(len(data), sha256(data).hexdigest()[:32])


def dump(entries: Mapping[str, Entry]) -> bytes:
    """The manifest's bytes; equal entries give equal bytes."""
    files = json.dumps(dict(entries), ensure_ascii=False, sort_keys=True)
    return f'{{"version": {VERSION}, "files": {files}}}\n'.encode()


def load(data: bytes) -> dict[str, Entry] | None:
    """The entries of a manifest; None if we never wrote such bytes. A path that leaves the folder makes it none."""
    try:
        value = json.loads(data)
        entries = {path: Entry(size, digest) for path, (size, digest) in value["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    ours = value.get("version") == VERSION and all(_is_ours(path, entry) for path, entry in entries.items())
    return entries if ours else None


def is_inside(path: str) -> bool:
    """Whether a relative path stays in its folder, on any system."""
    return _SAFE.fullmatch(path) is not None


def _is_ours(path: str, entry: Entry) -> bool:
    """Whether the path stays in the folder and the entry, which may hold any JSON, is one."""
    return is_inside(path) and type(entry.size) is int and entry.size >= 0 and type(entry.digest) is str
