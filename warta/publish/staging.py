"""Views -> finished files held in memory, by one process or several, until the word is given to write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from warta import files
from warta.arrange.addresses import file_of, of_index
from warta.arrange.searchdata import IndexView
from warta.arrange.viewdata import CardView, DocumentView, PhotoView, View
from warta.codes import Code
from warta.database import open_database
from warta.model import Output, Source
from warta.problems import Problem, problem
from warta.publish.cache import Cache, prepare
from warta.publish.crew import Progress, Team, Worker, shares
from warta.publish.darkroom import Darkroom, Held, Store, Task, effort_of, tasks_of
from warta.publish.manifest import Entry, entry_of
from warta.publish.reuse import missing_keys
from warta.read.content import read_file
from warta.read.record import SEPARATOR
from warta.render.renderer import Renderer
from warta.render.templates import Templates
from warta.render.words import Words
from warta.settings import PATH, Settings


@dataclass(frozen=True, eq=False)
class Workshop:
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
        return read_file(source, self.settings)[1]


@lru_cache(maxsize=1)
def _renderer(workshop: Workshop) -> Renderer:
    """One renderer for each process; a forked one inherits its parent's, templates compiled and all."""
    templates = Templates(workshop.layouts, workshop.settings, workshop.words)
    opened: list[Cache] = []

    def pieces(path: str, digest: str) -> tuple[str, ...]:
        if not opened:
            database = open_database(workshop.cache_file, prepare(workshop.cache_version))
            opened.append(Cache(database, workshop.cache_version))
        return workshop.pieces(opened[0], path, digest)

    return Renderer(templates, workshop.settings, pieces)


class Made(NamedTuple):
    """What was made: the manifest's entries, keys that were missing, and what went wrong."""

    entries: dict[str, Entry]
    keys: dict[str, str]
    problems: list[Problem]


class Stage:
    """A share of the files: made, held, and written when told. Of a photo only where its files lie is held."""

    def __init__(self, workshop: Workshop, tasks: Sequence[Task]) -> None:
        self._workshop, self._tasks = workshop, tasks
        self._darkroom = Darkroom(workshop.source, Store(workshop.store))
        self._files: dict[str, Held] = {}

    def make(self, progress: Progress | None = None) -> Made:
        """Make all files. After the first fault of a template the pages that use it are left out."""
        made, broken = Made({}, {}, []), set[str]()
        for number, task in enumerate(self._tasks):
            if progress:
                progress(number, len(self._tasks))
            if isinstance(task[0].data, PhotoView):
                self._make_photo(task, made)
            elif isinstance(task[0].data, CardView):
                self._hold(task[0], *self._darkroom.draw(task[0].data), made)
            elif isinstance(task[0].data, DocumentView):
                self._copy_document(task[0], task[0].data, made)
            elif isinstance(task[0].data, IndexView):
                self._index(task[0].data, made)
            elif task[0].template not in broken:
                self._make_page(task[0], made, broken)
        views = [view for task in self._tasks for view in task]
        return made._replace(keys=missing_keys(views, self._workshop.version))

    def _make_photo(self, task: Task, made: Made) -> None:
        developed = self._darkroom.develop([view.data for view in task if isinstance(view.data, PhotoView)])
        if isinstance(developed, Problem):
            made.problems.append(developed)
            return
        for view, (held, entry) in zip(task, developed, strict=True):
            self._hold(view, held, entry, made)

    def _copy_document(self, view: View, document: DocumentView, made: Made) -> None:
        copied = self._darkroom.copy(document)
        if isinstance(copied, Problem):
            made.problems.append(copied)
        else:
            self._hold(view, *copied, made)

    def _index(self, part: IndexView, made: Made) -> None:
        from warta.publish.indexer import NoIndex, make_index  # threads and processes: only an index needs them

        workshop = self._workshop
        texts = _renderer(workshop).texts(part)
        try:
            index = make_index(part, texts, workshop.words, Store(workshop.store), workshop.cache_version)
        except NoIndex as error:
            made.problems.append(problem(Code.SEARCH_MISSING, PATH, reason=error))
            return
        for name, data in index.items():
            path = file_of(of_index(part.part) + name)
            self._files[path], made.entries[path] = data, entry_of(data)

    def _hold(self, view: View, held: Held, entry: Entry, made: Made) -> None:
        path = file_of(view.address)
        self._files[path], made.entries[path] = held, entry

    def _make_page(self, view: View, made: Made, broken: set[str]) -> None:
        page = _renderer(self._workshop).make(view)
        if isinstance(page, Output):
            self._files[page.path], made.entries[page.path] = page.data, entry_of(page.data)
        else:
            made.problems.append(page)
            broken.add(view.template)

    def write(self, folder: Path, paths: Sequence[str], *, fresh: bool) -> None:
        """Write those of the files that are held here. Raises OSError."""
        for path in paths:
            held = self._files.get(path)
            if held is not None:
                files.write(folder, path, self._darkroom.fetch(held), fresh=fresh)

    def write_all(self, folder: Path, paths: Sequence[str], fresh: bool) -> str:  # noqa: FBT001 - sent as it is
        """As `write`, in another process: the reason of a failure is returned."""
        try:
            self.write(folder, paths, fresh=fresh)
        except OSError as error:
            return error.strerror or str(error)
        return ""


class Stages:
    """Every file that is to be made, in as many processes as pay. Close it when all is written."""

    def __init__(self, workshop: Workshop, views: Sequence[View], assets: Sequence[Output], team: Team) -> None:
        self._workshop, self._method, self._progress = workshop, team.method, team.progress
        tasks = tasks_of(views)
        self._parts = shares(tasks, team.size(effort_of(tasks)))
        self._templates = {view.template for view in views}
        self._assets = {asset.path: asset.data for asset in assets}
        self._workers: list[Worker] = []
        self._own = Stage(workshop, self._parts[0])

    def make(self) -> Made:
        """Make all files."""
        whole = Made({path: entry_of(data) for path, data in self._assets.items()}, {}, [])
        for part in self._make_parts():
            whole.entries.update(part.entries)
            whole.keys.update(part.keys)
            whole.problems.extend(part.problems)
        return whole

    def _make_parts(self) -> list[Made]:
        others = self._parts[1:]
        if others:
            _renderer(self._workshop).prepare(self._templates)
        try:
            self._workers += (Worker(self._method, Stage, self._workshop, part) for part in others)
            for worker in self._workers:
                worker.tell("make")
            return [self._own.make(self._progress), *(worker.answer() for worker in self._workers)]
        except BaseException:
            self.close()
            raise

    def write(self, folder: Path, paths: Sequence[str], *, fresh: bool) -> None:
        """Write these files; returns when all are in place. Raises OSError."""
        for worker in self._workers:
            worker.tell("write_all", folder, paths, fresh)
        for path in paths:
            if path in self._assets:
                files.write(folder, path, self._assets[path], fresh=fresh)
        self._own.write(folder, paths, fresh=fresh)
        for worker in self._workers:
            if reason := worker.answer():
                raise OSError(reason)

    def tidy(self) -> None:
        """Delete what is too much of what was made of photos, if anything was made."""
        if self._templates & {"photo", "card", "document", "index"}:
            Store(self._workshop.store).prune()

    def close(self) -> None:
        """End the other processes."""
        for worker in self._workers:
            worker.dismiss()
