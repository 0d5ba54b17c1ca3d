"""The photos of an old WordPress site: which file of the folder of its uploads a URL means."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from warta.arrange.addresses import PHOTO_KINDS

_UPLOADS = re.compile(r"(?:^|/)(?:wp-content/)?(?:uploads|files)/(?P<rest>.+)$", re.IGNORECASE)
_SIZE = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|rotated)(?=\.[a-z0-9]+$)", re.IGNORECASE)


class Uploads:
    """The files below a folder, by the path that WordPress gave them (`2024/03/foto.jpg`), case aside."""

    def __init__(self, folder: Path, paths: Iterable[str]) -> None:
        self._folder = folder
        self._paths = {_key(path): path for path in sorted(paths, reverse=True)}

    def find(self, url: str) -> Path | None:
        """The photo at the URL: the original if it is there, not one that WordPress made smaller."""
        key = _key(_path_of(url))
        names = (_SIZE.sub("", key), _SIZE.sub("", key).replace(".", "-scaled.", 1), key)
        found = next((self._paths[name] for name in names if name in self._paths), None)
        return self._folder / found if found else None


def is_upload(url: str) -> bool:
    """Whether the URL is one of a photo in the uploads of a WordPress site."""
    path = _path_of(url)
    return path.lower().endswith(PHOTO_KINDS) and _UPLOADS.search(path) is not None


def _path_of(url: str) -> str:
    try:
        return unquote(urlsplit(url.strip()).path)
    except ValueError:
        return ""


def _key(path: str) -> str:
    found = _UPLOADS.search(path)
    return (found["rest"] if found else path.lstrip("/")).casefold()
