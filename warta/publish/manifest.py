"""warta.json: what the published folder holds of ours. Only what it lists is ever deleted."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

NAME = "warta.json"
VERSION = 1

_SAFE = re.compile(r"(?!/)(?:(?!\.\.?(?:/|$))[^/\\:\x00-\x1f]+/)*(?!\.\.?$)[^/\\:\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A published file: its size in bytes and the start of its SHA-256."""

    size: int
    digest: str


def entry_of(data: bytes) -> Entry:
    """The entry of a file with these bytes."""
    return Entry(len(data), sha256(data).hexdigest()[:32])


def dump(entries: Mapping[str, Entry]) -> bytes:
    """The manifest's bytes; equal entries give equal bytes."""
    files = {path: [entry.size, entry.digest] for path, entry in sorted(entries.items())}
    return (json.dumps({"version": VERSION, "files": files}, ensure_ascii=False) + "\n").encode("utf-8")


def load(data: bytes) -> dict[str, Entry] | None:
    """The entries of a manifest; None if the bytes are none. A path that leaves the folder makes it none."""
    try:
        files = json.loads(data)["files"]
        entries = {path: Entry(int(size), str(digest)) for path, (size, digest) in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entries if all(map(_SAFE.fullmatch, entries)) else None
