"""What a broken link may have meant, written so that it works when pasted into the page at hand."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from warta.likeness import nearest

MEDIA_FOLDER = "content/media/"

_DOMAIN = re.compile(r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|info))(?:/.*)?", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d .()-]{6,18}\d")


def reference(path: str, page: str) -> str:
    """How the page may name a file of content: shared photos from the top, others from the page's own folder."""
    if path.startswith(MEDIA_FOLDER):
        return path.removeprefix("content")
    return posixpath.relpath(path, PurePosixPath(page).parent.as_posix())


def nearest_file(path: str, page: str, candidates: Iterable[str]) -> str:
    """The reference to the file whose name is most like the one typed; "" if none is like it."""
    by_name = {bare_name(candidate).casefold(): candidate for candidate in candidates}
    found = nearest(bare_name(path).casefold(), by_name, cutoff=0.7)
    return reference(by_name[found], page) if found else ""


def bare_name(path: str) -> str:
    """The name by which people know a file: that of the folder for a post which is one."""
    folder, _, name = path.rstrip("/").rpartition("/")
    return f"{folder.rpartition('/')[2]}.md" if name == "index.md" else name


def nearest_address(target: str, own: str, addresses: Iterable[str]) -> str:
    """The address that was probably meant: of another site, of a telephone, or of another page; "" for none."""
    if _DOMAIN.fullmatch(target):
        return f"https://{target}"
    if _PHONE.fullmatch(target):
        digits = re.sub(r"[^\d+]", "", target)
        return f"tel:{'+62' + digits[1:] if digits.startswith('0') else digits}"
    others = [address for address in addresses if address != own]
    return nearest(target if target.startswith("/") else f"/{target}", others, cutoff=0.7)
