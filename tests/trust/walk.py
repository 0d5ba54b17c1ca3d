"""Which addresses a published file names, and a walk over a folder from its front page."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

HOST = "https://rutan-contoh.example"
LEADING = {".html", ".xml", ".json", ".webmanifest", ".css"}
"""Kinds of files that name others."""

_NAMED = re.compile(rf"""(?:(?<=["'(=>\s])|(?<=0; url=))(?:{re.escape(HOST)})?(/(?![*/>])[^"'\s<>()#?,;&*\\]*)""")
_NAMES_ONLY = re.compile(r"<guid isPermaLink=\"false\">[^<]*</guid>|\"id\": \"[^\"]*\"")
"""What feeds call an entry, for ever: an old address of it, which none follows."""

_IN_STYLE = re.compile(r"url\(\"?(/[^)\"]*)")


def links(path: str, data: bytes) -> list[str]:
    """Every address of the site that the file names, as paths of files, in its order, once each."""
    pure = PurePosixPath(path)
    if pure.suffix not in LEADING:
        return []
    text = _NAMES_ONLY.sub("", data.decode("utf-8"))
    if pure.name == "pagefind-entry.json":
        hashes = re.findall(r'"hash":"([^"]+)"', text)
        return [str(pure.with_name(f"pagefind.{each}.pf_meta")) for each in hashes]
    named = (_IN_STYLE if pure.suffix == ".css" else _NAMED).findall(text)
    return list(dict.fromkeys(path for each in named for path in _files_of(unquote(each))))


def _files_of(address: str) -> Iterator[str]:
    path = address[1:]
    if path.startswith("pagefind/") and path.endswith("/"):
        yield from (path + name for name in ("pagefind.js", "pagefind-entry.json", "akar.txt"))
    elif path.endswith("/") or not path:
        yield f"{path}index.html"
    else:
        yield path


def digest_of(data: bytes) -> str:
    """As the manifest has it."""
    return sha256(data).hexdigest()[:32]


def faults(folder: Path, known: Mapping[str, set[str]]) -> list[str]:
    """What is wrong with a published folder at rest, as a reader of it sees who begins at the front page.

    Every file that is named must be there, with one of the digests that are `known` of it.
    """
    found, seen, pending = list[str](), {"index.html"}, [("", "index.html")]
    while pending:
        page, path = pending.pop()
        try:
            data = (folder / path).read_bytes()
        except OSError as error:
            found.append(f"{page} names {path}: {error.strerror}")
            continue
        if digest_of(data) not in known.get(path, ()):
            found.append(f"{path} is no file that was ever made: {len(data)} bytes, {data[-40:]!r}")
        for link in links(path, data):
            if link not in seen:
                seen.add(link)
                pending.append((path, link))
    return found
