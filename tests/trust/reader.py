"""A reader who walks a served site from its front page, again and again, while it is published and killed."""

import time
from collections import deque
from http.client import HTTPConnection, HTTPException
from threading import Event, Lock, Thread
from urllib.parse import quote, urlsplit

from tests.trust.walk import digest_of, links


class Archive:
    """What may lie at each path: every version that was ever made of it, and the paths that there are at last."""

    def __init__(self) -> None:
        self.versions: dict[str, set[str]] = {}
        self.wanted: frozenset[str] = frozenset()

    def add(self, manifest: dict[str, str]) -> None:
        """From now on these files may be met, and those that are no more among them may be missed."""
        for path, digest in manifest.items():
            self.versions.setdefault(path, set()).add(digest)
        self.wanted = frozenset(manifest)


class Reader(Thread):
    """Walks from the front page until told to stop; `faults` says what no reader may meet.

    One thing may be met: a page that was fetched before the deletions names what is gone for good (`outdated` counts
    that). Then the page, fetched again, is another one or gone too, and the site as it shall be has no such address.
    """

    def __init__(self, url: str, archive: Archive, pause: float) -> None:
        """`pause` is in seconds between two files: whoever never rests takes a core from the builds."""
        super().__init__(name="reader", daemon=True)
        parts = urlsplit(url)
        self._host, self._base, self._archive = parts.netloc, parts.path, archive
        self._pause = pause
        self._told, self._hurry, self._walking = Event(), Event(), Lock()
        self._connection = HTTPConnection(self._host, timeout=60)
        self.may_be_absent = True
        """Whether the site need not be there at all: nothing was published since it was taken away."""
        self.faults: list[str] = []
        self.walks = self.pages = self.outdated = 0

    def run(self) -> None:
        while not self._told.is_set():
            with self._walking:
                self._walk()
            self._told.wait(0.02)
        self._connection.close()

    def stop(self) -> None:
        self._told.set()
        self.join()

    def step_aside(self) -> Lock:
        """End this walk; the next one begins when the lock is let go."""
        self._hurry.set()
        self._walking.acquire()
        self._hurry.clear()
        return self._walking

    def _walk(self) -> None:
        status, home = self._fetch("index.html")
        if status != 200:
            if not (status == 404 and self.may_be_absent):
                self.faults.append(f"front page: {status}")
            return
        self.may_be_absent = False
        seen, pending = {"index.html"}, deque([("index.html", home)])
        while pending and not (self._told.is_set() or self._hurry.is_set()):
            page, data = pending.popleft()
            for link in links(page, data):
                if link not in seen:
                    seen.add(link)
                    status, found = self._fetch(link)
                    if status == 200:
                        pending.append((link, found))
                    else:
                        self._missed(page, link, status)
        self.walks += not pending

    def _missed(self, page: str, link: str, status: int) -> None:
        """A dead link: a fault, unless the page was fetched before the deletions and the link is gone for good."""
        again, data = self._fetch(page)
        still_named = again == 200 and link in links(page, data)
        gone_for_good = link not in self._archive.wanted and (again == 200 or page not in self._archive.wanted)
        if status == 404 and gone_for_good and not still_named:
            self.outdated += 1
        else:
            self.faults.append(f"{page} named {link}: {status}; fetched again ({again}): {still_named=}")

    def _fetch(self, path: str) -> tuple[int, bytes]:
        """The status and the body, which is one of those that were made, whole and with the length that was said."""
        address = self._base + quote(path.removesuffix("index.html"))
        try:
            self._connection.request("GET", address)
            answer = self._connection.getresponse()
            data = answer.read()
        except (OSError, HTTPException) as error:
            self._connection.close()
            self.faults.append(f"{path}: {error!r}")
            return 0, b""
        self.pages += 1
        time.sleep(self._pause)
        if answer.status == 200 and digest_of(data) not in self._archive.versions.get(path, ()):
            self.faults.append(f"{path} is no file that was ever made: {len(data)} bytes, {data[-40:]!r}")
        return answer.status, data
