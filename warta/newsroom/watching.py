"""Word that something a build depends on has changed on disk.

Two watches: one of the trees (content, layouts, the theme), one of the source folder itself without what is below it,
as a settings file is replaced by its editor and a folder may come later. What a build writes is in neither.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from warta import files
from warta.settings import PATH
from warta.sourcetext import is_leftover

STEP = 5
"""Milliseconds of silence after which a burst of changes counts as one save."""

LONGEST_BURST = 250
BEAT = 250
"""Milliseconds between two looks whether to go on."""

FOLDERS = (files.CONTENT, files.LAYOUTS)


def matters(path: Path, roots: tuple[Path, ...], cache: Path) -> bool:
    """Whether a change below one of these folders can change the site: not what editors and systems leave behind."""
    if path.is_relative_to(cache):
        return False
    below = next((path.relative_to(root).parts for root in roots if path.is_relative_to(root)), ())
    return not any(is_leftover(part) for part in below)


class Watch:
    """The changes in a source folder, beside a cache that may lie in it. Made by `watching`."""

    def __init__(self, source: Path, cache: Path) -> None:
        self._source, self._cache = source, cache
        self._noted, self._stopped, self._outdated = SimpleQueue[None](), Event(), Event()
        self._deaf = Event()

    def run(self) -> tuple[Thread, Thread]:
        """Begin; each watch notes a change once it is up, for what it may have missed."""
        threads = (Thread(target=self._watch_trees, daemon=True), Thread(target=self._watch_source, daemon=True))
        for thread in threads:
            thread.start()
        return threads

    @property
    def is_deaf(self) -> bool:
        """Whether the system would not tell of all changes, as it has no room for so many watches."""
        return self._deaf.is_set()

    def stop(self) -> None:
        """End within a beat."""
        self._stopped.set()
        self._outdated.set()

    def wait(self, seconds: float) -> bool:
        """Whether something changed, within so many seconds; all that came until now counts as one change."""
        try:
            self._noted.get(timeout=seconds)
        except Empty:
            return False
        with suppress(Empty):
            while True:
                self._noted.get_nowait()
        return True

    def _watch_trees(self) -> None:
        while True:
            self._outdated.clear()
            if self._stopped.is_set():
                return
            own = (self._source / name for name in FOLDERS if files.is_folder(self._source, name))
            roots = tuple(dict.fromkeys((*own, files.THEME / files.LAYOUTS)))
            for changes in self._changes(roots, self._outdated, recursive=True):
                if not changes or any(matters(path, roots, self._cache) for _, path in changes):
                    self._noted.put(None)
            self._outdated.wait(BEAT / 1000)

    def _watch_source(self) -> None:
        for changes in self._changes((self._source,), self._stopped, recursive=False):
            if any(path.name in FOLDERS and kind != "modified" for kind, path in changes):
                self._outdated.set()  # it may be another folder now
            if not changes or any(path.name == PATH for _, path in changes):
                self._noted.put(None)

    def _changes(
        self, roots: tuple[Path, ...], stop: Event, *, recursive: bool
    ) -> Iterator[tuple[tuple[str, Path], ...]]:
        """Each burst of changes, with what happened at which path; first of all, once changes are heard of, none."""
        from watchfiles import watch

        bursts = watch(
            *roots,
            watch_filter=None,
            debounce=LONGEST_BURST,
            step=STEP,
            stop_event=stop,
            rust_timeout=BEAT,
            yield_on_timeout=True,
            recursive=recursive,
        )
        is_up = False
        try:
            for found in bursts:
                if not is_up:
                    yield ()
                if found:
                    yield tuple((change.name, Path(path)) for change, path in found)
                is_up = True
        except FileNotFoundError:  # one of them has just gone: its folder will say so
            return
        except (OSError, RuntimeError):
            self._deaf.set()


@contextmanager
def watching(source: Path, cache: Path) -> Iterator[Watch]:
    """Watch while this is open."""
    watch = Watch(source, cache)
    threads = watch.run()
    try:
        yield watch
    finally:
        watch.stop()
        for thread in threads:
            thread.join(2)
