"""Equal input gives equal bytes, whatever the machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import EXAMPLE, ROOT, contents

NOW = "2026-11-24T12:00+08:00"
MACHINES = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Makassar", "LC_ALL": "id_ID.UTF-8"},
    {"PYTHONHASHSEED": "0", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "id_ID.UTF-8", "PYTHONOPTIMIZE": "1"},
]
OPTIONS = [["--jobs", "1"], ["--jobs", "2"], ["--no-cache"], []]


def copied(target: Path, *, backwards: bool) -> Path:
    """Copy the example site file by file in one or the other order, so that folders list differently."""
    sources = sorted(path for path in EXAMPLE.rglob("*") if path.is_file() and ".warta" not in path.parts)
    for source in reversed(sources) if backwards else sources:
        copy = target / source.relative_to(EXAMPLE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        os.utime(copy, (1_000_000_000 if backwards else 1_500_000_000,) * 2)
    return target


def build(source: Path, output: Path, environment: dict[str, str], *options: str) -> dict[str, bytes]:
    command = [sys.executable, str(ROOT / "build.py"), "--source", str(source), "--output", str(output), "--now", NOW]
    done = subprocess.run(
        [*command, *options], env={"PATH": os.environ["PATH"], **environment}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
    return contents(output)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("expected")
    return build(copied(folder / "source", backwards=False), folder / "out", MACHINES[0], "--no-cache", "--jobs", "1")


@pytest.mark.parametrize("number", range(len(MACHINES)))
def test_every_machine_makes_the_same_bytes(tmp_path: Path, expected: dict[str, bytes], number: int) -> None:
    source = copied(tmp_path / "source", backwards=number % 2 == 0)
    made = build(source, tmp_path / "elsewhere", MACHINES[number], *OPTIONS[number])
    assert made.keys() == expected.keys()
    assert [path for path in made if made[path] != expected[path]] == []


def test_a_second_build_with_the_cache_makes_the_same_bytes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    source = copied(tmp_path / "source", backwards=True)
    build(source, tmp_path / "out", MACHINES[1])
    assert build(source, tmp_path / "out", MACHINES[2]) == expected
    assert build(source, tmp_path / "new", MACHINES[3]) == expected


def test_the_moment_of_the_build_leaves_no_trace(tmp_path: Path, expected: dict[str, bytes]) -> None:
    source = copied(tmp_path / "source", backwards=False)
    assert build(source, tmp_path / "out", MACHINES[1], "--now", "2026-11-24T23:59+08:00", "--no-cache") == expected
