"""Where the builder puts up the newest snapshot, and where every open page waits for the next."""

from threading import Condition

from warta.newsroom.snapshot import Snapshot


class Board:
    """The newest snapshot, shared by threads."""

    def __init__(self, first: Snapshot) -> None:
        self._changed = Condition()
        self._snapshot, self._number, self._closed = first, 1, False

    @property
    def snapshot(self) -> Snapshot:
        """The newest."""
        return self._snapshot

    def put_up(self, snapshot: Snapshot) -> None:
        """Replace it, and wake all who wait."""
        with self._changed:
            self._snapshot, self._number = snapshot, self._number + 1
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> tuple[int, bool]:
        """The number of the newest snapshot once it is not the one `seen`, or after these seconds; whether we go on."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number != seen, seconds)
            return self._number, not self._closed

    def close(self) -> None:
        """Let all who wait go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
