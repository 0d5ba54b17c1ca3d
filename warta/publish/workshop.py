"""What every process needs that makes pages: the theme, the settings, the bodies, and one renderer for each."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from warta import files
from warta.database import open_database
from warta.model import Source
from warta.problems import Problem
from warta.publish.cache import Cache, prepare
from warta.read.record import SEPARATOR
from warta.render.words import Words
from warta.settings import Settings

if TYPE_CHECKING:  # imported where a page is made: Jinja costs 15 ms, and a fresh checkout may need none
    from warta.render.renderer import Renderer


class Workshop(NamedTuple):
    """All that is needed to make files from views: the theme, the bodies just read, and where the others lie.

    `version` is the digest of code, settings and layouts.
    """

    source: Path
    settings: Settings
    layouts: Mapping[str, bytes]
    words: Words
    bodies: Mapping[tuple[str, str], str]
    version: str
    cache_file: Path | None
    cache_version: str

    def __eq__(self, other: object) -> bool:
        """A workshop is like no other: to compare what it holds would cost more than what it is compared for."""
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def store(self) -> Path | None:
        """The folder in which finished photos are kept."""
        return self.cache_file and self.cache_file.parent

    def pieces(self, cache: Cache, path: str, digest: str) -> tuple[str, ...]:
        """The pieces of a body; read once more if the cache has lost it. Raises LookupError if the file has changed."""
        body = self.bodies.get((path, digest))
        if body is None:
            body = cache.body(path, digest)
        return self._read_again(path, digest) if body is None else tuple(body.split(SEPARATOR))

    def _read_again(self, path: str, digest: str) -> tuple[str, ...]:
        data = files.read(self.source, path)
        source = Source(path, b"" if isinstance(data, Problem) else data)
        if source.digest != digest:
            raise LookupError(path)
        from warta.read.content import read_file  # another process has read, and the cache has lost nothing

        return read_file(source, self.settings)[1]


@lru_cache(maxsize=1)
def renderer_of(workshop: Workshop) -> "Renderer":
    """One renderer for each process; a forked one inherits its parent's, templates compiled and all."""
    from warta.render.renderer import Renderer
    from warta.render.templates import Templates

    templates = Templates(workshop.layouts, workshop.settings, workshop.words)
    opened: list[Cache] = []

    def pieces(path: str, digest: str) -> tuple[str, ...]:
        if not opened:
            database = open_database(workshop.cache_file, prepare(workshop.cache_version))
            opened.append(Cache(database, workshop.cache_version))
        return workshop.pieces(opened[0], path, digest)

    return Renderer(templates, workshop.settings, pieces)
