"""A small disk of memory for the tests that fill it or lock it; it takes the right to mount (root, as in .ci/run)."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.disk import SMALL, Disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk may be mounted here: {mounted.stderr.strip()}")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", folder], check=True)
