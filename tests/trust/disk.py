"""A small disk of memory, to be filled up or locked."""

import subprocess
from pathlib import Path

SMALL, LARGE = "2m", "64m"


class Disk:
    """A small disk, mounted at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._ballast = folder, folder / "pemberat"

    def resize(self, size: str) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", self.folder], check=True)

    def leave(self, free: int) -> None:
        """Fill the disk but for so many bytes."""
        with self._ballast.open("ab") as file:
            while (room := self.room()) > free:
                file.write(bytes(min(65_536, room - free)))
                file.flush()

    def room(self) -> int:
        done = subprocess.run(["df", "--output=avail", "-B1", self.folder], capture_output=True, text=True, check=True)
        return int(done.stdout.split()[-1])

    def lock(self) -> None:
        """Let nothing be written any more."""
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)

    def unlock(self) -> None:
        subprocess.run(["mount", "-o", "remount,rw", self.folder], check=True)

    def unload(self) -> None:
        self._ballast.unlink()
