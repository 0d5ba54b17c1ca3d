"""Views -> finished files held in memory, by one process or several, until the word is given to write them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from warta import files
from warta.arrange.addresses import file_of, of_index
from warta.arrange.picturedata import CardView, DocumentView, IconView, PhotoView
from warta.arrange.searchdata import IndexView
from warta.arrange.viewdata import View
from warta.codes import Code
from warta.model import Output
from warta.problems import Problem, problem
from warta.publish.crew import Progress, Team, Worker, hired, shares
from warta.publish.darkroom import Darkroom, Held, Store, Task, effort_of, tasks_of
from warta.publish.manifest import Entry, entry_of
from warta.publish.pagestore import IN_PHOTO_STORE, PageStore, Place, Stored
from warta.publish.reuse import Selection, missing_keys
from warta.publish.workshop import Workshop, renderer_of
from warta.settings import PATH

FETCHED_PER_PAGE = 8
"""Pages that are taken out of the store in the time in which one is made."""


class Made(NamedTuple):
    """What was made: the manifest's entries, keys that were missing, what went wrong, and what no store had."""

    entries: dict[str, Entry]
    keys: dict[str, str]
    problems: list[Problem]
    lost: list[str]


class Share(NamedTuple):
    """What one process does: files to make, and files to take out of a store."""

    tasks: Sequence[Task]
    stored: Sequence[Stored] = ()


def together(*parts: Share) -> Share:
    """What several processes should have done, for one."""
    return Share([task for part in parts for task in part.tasks], [each for part in parts for each in part.stored])


class Stage:
    """A share of the files: made, held, and written when told. Of a photo only where its files lie is held."""

    def __init__(self, workshop: Workshop, share: Share, assets: Sequence[Output] = ()) -> None:
        self._workshop, self._tasks, self._stored, self._assets = workshop, share.tasks, share.stored, assets
        self._pages = PageStore(workshop.store)
        self._darkroom = Darkroom(workshop.source, Store(workshop.store))
        self._files: dict[str, Held] = {}

    def make(self, progress: Progress | None = None) -> Made:
        """Have all files. After the first fault of a template the pages that use it are left out."""
        made, broken = Made({}, {}, [], []), set[str]()
        for asset in self._assets:
            self._files[asset.path], made.entries[asset.path] = asset.data, entry_of(asset.data)
        for stored in self._stored:
            self._take_out(stored, made)
        for number, task in enumerate(self._tasks):
            if progress:
                progress(number, len(self._tasks))
            if isinstance(task[0].data, PhotoView | IconView):
                self._make_pictures(task, made)
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

    def _take_out(self, stored: Stored, made: Made) -> None:
        held: Held | None
        if stored.place.offset == IN_PHOTO_STORE:
            held = stored.place.name if self._darkroom.has(stored.place.name, stored.entry) else None
        else:
            held = self._pages.get(stored)
        if held is None:
            made.lost.append(stored.path)
        else:
            self._files[stored.path], made.entries[stored.path] = held, stored.entry

    def keep(self) -> dict[str, Place]:
        """Keep what was made for a later build; where each file lies."""
        taken = {stored.path for stored in self._stored} | {asset.path for asset in self._assets}
        new = {path: held for path, held in self._files.items() if path not in taken}
        photos = {path: Place(held, IN_PHOTO_STORE) for path, held in new.items() if isinstance(held, str)}
        return photos | self._pages.put({path: held for path, held in new.items() if not isinstance(held, str)})

    def _make_pictures(self, task: Task, made: Made) -> None:
        photos = [view.data for view in task if isinstance(view.data, PhotoView)]
        icons = [view.data for view in task if isinstance(view.data, IconView)]
        developed = self._darkroom.develop(photos) if photos else self._darkroom.draw_icons(icons)
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
        texts = renderer_of(workshop).texts(part)
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
        page = renderer_of(self._workshop).make(view)
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

    def __init__(self, workshop: Workshop, selection: Selection, assets: Sequence[Output], team: Team) -> None:
        self._workshop, self._method, self._progress = workshop, team.method, team.progress
        tasks, stored = tasks_of(selection.views), sorted(selection.kept.stored.values(), key=lambda each: each.place)
        jobs = team.size(effort_of(tasks) + len(stored) // FETCHED_PER_PAGE)
        # Neighbours in a pack go to one process, which then reads few packs.
        runs = [stored[len(stored) * job // jobs : len(stored) * (job + 1) // jobs] for job in range(jobs)]
        self._parts = [Share(*part) for part in zip(shares(tasks, jobs), runs, strict=True)]
        self._ready = team.ready if tasks else None
        if self._ready and jobs == 1:
            self._parts = [Share((), stored), Share(tasks)]
        self._templates = {view.template for view in selection.views}
        self._workers: list[Worker] = []
        self._own, self._assets = Stage(workshop, self._parts[0], assets), assets

    @property
    def store(self) -> Path | None:
        """The folder in which finished files are kept."""
        return self._workshop.store

    def make(self) -> Made:
        """Make all files."""
        whole = Made({}, {}, [], [])
        for part in self._make_parts():
            whole.entries.update(part.entries)
            whole.keys.update(part.keys)
            whole.problems.extend(part.problems)
            whole.lost.extend(part.lost)
        return whole

    def _make_parts(self) -> list[Made]:
        others = self._parts[1:]
        try:
            if self._ready:
                self._workers.append(self._ready)
                self._ready.hand(Stage, self._workshop, others.pop(0))
            if others and self._templates:
                renderer_of(self._workshop).prepare(self._templates)
            self._workers += (new := hired(self._method, Stage, [(self._workshop, part) for part in others]))
            if len(new) < len(others):
                self._own = Stage(self._workshop, together(self._parts[0], *others[len(new) :]), self._assets)
            for worker in self._workers:
                worker.tell("make")
            return [self._own.make(self._progress), *(worker.answer() for worker in self._workers)]
        except BaseException:
            self.close()
            raise

    def write(self, folder: Path, paths: Sequence[str], *, fresh: bool) -> None:
        """Write these files; returns when all are in place. Raises OSError, once nobody writes any more."""
        try:
            for worker in self._workers:
                worker.tell("write_all", folder, paths, fresh)
            reasons = [self._own.write_all(folder, paths, fresh), *(worker.answer() for worker in self._workers)]
        except BaseException:
            self.close()
            raise
        if reason := next(filter(None, reasons), ""):
            raise OSError(reason)

    def keep(self) -> dict[str, Place]:
        """Keep what was made for a later build; where each file lies."""
        for worker in self._workers:
            worker.tell("keep")
        places = self._own.keep()
        for worker in self._workers:
            places |= worker.answer()
        return places

    def tidy(self) -> None:
        """Delete what is too much of what was made of photos, if anything was made."""
        if self._templates & {"photo", "icon", "card", "document", "index"}:
            Store(self.store).prune()

    def close(self) -> None:
        """End the other processes."""
        for worker in self._workers:
            worker.dismiss()
