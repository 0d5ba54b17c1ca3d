"""Several processes make what one makes; one that fails takes the build down, cleanly."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from tests.sites import EXAMPLE, NOW, ROOT, SITE_YAML, Built, built, contents, digest, published, write
from tests.sites import post as post_text
from warta import cli, files, quick
from warta.arrange.viewdata import View
from warta.publish.cache import NAME
from warta.publish.crew import SERIAL_BELOW, Team, Worker, WorkerFailed, shares
from warta.publish.intake import Reader
from warta.publish.pagestore import FOLDER
from warta.publish.staging import Made, Stage

OUR_FAULT = 3
MASTER = os.getpid()


@pytest.fixture(autouse=True)
def _leave_no_process() -> Iterator[None]:
    """Whatever happens, no worker may be left, not even as a zombie."""
    before = children()
    yield
    assert children() <= before


def children() -> set[int]:
    """The processes that this one has started and not yet seen to their end, but for multiprocessing's own tracker."""
    found = set[int]()
    for about in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, _, rest = about.read_text("utf-8", "replace").partition(" (")
            parent = rest.rpartition(")")[2].split()[1]
            if parent == str(MASTER) and "resource_tracker" not in about.with_name("cmdline").read_text("utf-8"):
                found.add(int(pid))
    return found


class Clerk:
    """Does as told, in another process."""

    def __init__(self, name: str) -> None:
        self._name = name

    def greet(self, word: str) -> str:
        return f"{word} {self._name}"

    def stumble(self) -> None:
        raise ValueError(self._name)

    def die(self) -> None:
        os._exit(7)

    def sleep(self) -> None:
        time.sleep(600)

    def talk(self) -> bytes:
        return b"x" * 10_000_000


@pytest.mark.parametrize("method", ["fork", "spawn", None])
def test_a_worker_answers_fails_and_ends(method: str | None) -> None:
    worker = Worker(method, Clerk, "Sari")
    worker.tell("greet", "Halo")
    assert worker.answer() == "Halo Sari"
    worker.tell("stumble")
    with pytest.raises(WorkerFailed, match=r"Traceback(?s:.*)ValueError: Sari"):
        worker.answer()
    worker.tell("greet", "Lagi")
    assert worker.answer() == "Lagi Sari"
    worker.dismiss()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_that_dies_is_noticed_when_it_is_told_or_asked(method: str) -> None:
    worker = Worker(method, Clerk, "Sari")
    worker.tell("die")
    with pytest.raises(WorkerFailed, match=r"died \(exit code 7\)"):
        worker.answer()
    with pytest.raises(WorkerFailed, match="died"):
        worker.tell("greet", "Halo")
    worker.dismiss()


def test_busy_workers_are_dismissed_at_once() -> None:
    workers = [Worker("fork", Clerk, name) for name in "abc"]
    for worker, order in zip(workers, ("sleep", "talk", "talk"), strict=True):
        worker.tell(order)
    started = time.monotonic()
    for worker in workers:
        worker.dismiss()
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("jobs", "tasks", "size"),
    [
        (None, SERIAL_BELOW - 1, 1),
        (None, 10_000, os.cpu_count()),
        (3, 10, 3),
        (3, 2, 2),
        (4, 0, 1),
        (1, 10_000, 1),
    ],
)
def test_the_size_of_a_team(jobs: int | None, tasks: int, size: int) -> None:
    assert Team(jobs).size(tasks) == size


def test_shares_hold_everything_once() -> None:
    parts = shares(range(10), 3)
    assert sorted(number for part in parts for number in part) == list(range(10))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_a_worker_ends_when_its_master_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "tuan.py"
    script.write_text(
        "import time\n"
        "from tests.publish.test_crew import Clerk, children\n"
        "from warta.publish.crew import Worker\n"
        "workers = [Worker('fork', Clerk, name) for name in 'abc']\n"
        "print(*children(), flush=True)\n"
        "time.sleep(600)\n",
        "utf-8",
    )
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as master:
        assert master.stdout is not None
        pids = [int(pid) for pid in master.stdout.readline().split()]
        master.send_signal(signal.SIGKILL)
    assert len(pids) == 3
    deadline = time.monotonic() + 10
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(is_alive, pids))


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that ended and was not asked for yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 0)
            return not Path("/proc").exists()
        return False
    return state != "Z"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The example site made by one process without a cache."""
    return built(EXAMPLE, output=tmp_path_factory.mktemp("sendiri") / "public", jobs=1)


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("jobs", [2, 4])
@pytest.mark.parametrize("cached", [False, True])
def test_a_team_makes_what_one_makes(tmp_path: Path, alone: Built, method: str, jobs: int, *, cached: bool) -> None:
    request = {"jobs": jobs, "method": method, "cache": tmp_path / "memori" if cached else None}
    made = built(EXAMPLE, output=tmp_path / "public", **request)
    assert made.report.problems == alone.report.problems
    assert made.files == alone.files
    if cached:
        again = built(EXAMPLE, output=tmp_path / "lain", **request)
        assert again.files == alone.files
        assert built(EXAMPLE, output=tmp_path / "lain", **request).report.rendered == 0


def test_a_worker_holds_what_it_is_handed() -> None:
    worker = Worker(None, Clerk, "Sari")
    worker.hand(Clerk, "Budi")
    worker.tell("greet", "Halo")
    assert worker.answer() == "Halo Budi"
    worker.dismiss()
    worker.dismiss()


@pytest.mark.parametrize("edit", [("berlangsung", "pagi"), ("Berita a", "Kabar a"), ("", "")])
@pytest.mark.parametrize("lost", [False, True])
def test_what_was_edited_is_made_by_a_process_that_got_ready_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str], *, lost: bool
) -> None:
    remembered = {"cache": tmp_path / ".warta", "jobs": None}
    done = published(tmp_path, SITE, **remembered)
    path = "content/berita/2026-03-02-a.md"
    write(tmp_path, {path: SITE[path].replace(*edit)})
    if lost:
        shutil.rmtree(tmp_path / ".warta" / FOLDER)
        (done.output / "berita/b/index.html").unlink()
    makers = list[bool]()
    real = Stage._make_page

    def make(self: Stage, view: View, made: Made, broken: set[str]) -> None:
        makers.append(True)
        real(self, view, made, broken)

    monkeypatch.setattr(Team, "may_prepare_beside", property(lambda _: True))
    monkeypatch.setattr(Stage, "_make_page", make)
    edited = built(tmp_path, seen={"404.html": "0 0 0 0"}, **remembered)
    monkeypatch.undo()
    assert edited.report.published
    assert bool(makers) == (lost and "Berita" not in edit[0]), "only where a page was lost that no edit shows"
    assert edited.files == built(tmp_path, output=tmp_path / "bersih").files


def test_a_launcher_that_takes_no_word_of_ended_processes_gets_its_site(tmp_path: Path) -> None:
    plain = {"site.yaml": SITE_YAML + "features:\n  search: false\n"}  # as these tests have it in their own process
    code = (
        "import signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN);"
        "from warta import quick; quick.MANY = 0; from warta.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    for title in ("Berita", "Kabar"):
        write(tmp_path, plain | {path: text.replace("Berita ", f"{title} ") for path, text in SITE.items()})
        command = [sys.executable, "-c", code, "--source", str(tmp_path), "--jobs", "3", "--now", NOW.isoformat()]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "public") == built(tmp_path, output=tmp_path / "bersih").files


@pytest.mark.parametrize(("jobs", "most"), [(None, 0), (4, 0), (4, 1), (4, 4)])
def test_a_system_that_lets_few_processes_start_gets_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int | None, most: int
) -> None:
    real, started = os.fork, list[int]()

    def fork() -> int:
        if len(started) >= most:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(1)
        return real()

    root, before = write(tmp_path, SITE), open_ends()
    monkeypatch.setattr(Team, "may_prepare_beside", property(lambda _: True))
    monkeypatch.setattr(os, "fork", fork)
    monkeypatch.setattr(quick, "MANY", 0)
    assert quick._answer_beside(lambda: True, 1)()
    started.clear()
    done = built(root, seen={"404.html": "0 0 0 0"}, jobs=jobs)
    monkeypatch.undo()
    assert (len(started), open_ends()) == (most, before)
    assert done.report.published
    assert done.files == built(root, output=tmp_path / "bersih").files


def open_ends() -> int:
    """How many files and pipes this process has open; 0 where the system does not tell."""
    told = Path("/proc/self/fd")
    return len(list(told.iterdir())) if told.exists() else 0


def test_a_build_that_fails_while_one_gets_ready_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = published(tmp_path, SITE, cache=tmp_path / ".warta")
    write(tmp_path, {path: text.replace("Berita a", "Kabar a") for path, text in SITE.items()})
    with sqlite3.connect(tmp_path / ".warta" / NAME) as connection:
        connection.execute("DELETE FROM records")
    connection.close()
    monkeypatch.setattr(Team, "may_prepare_beside", property(lambda _: True))
    assert built(tmp_path, seen={"404.html": "0 0 0 0"}, jobs=None, cache=tmp_path / ".warta").report.published
    assert contents(done.output) == built(tmp_path, output=tmp_path / "bersih").files


@pytest.mark.skipif((os.cpu_count() or 1) < 2 or not hasattr(os, "fork"), reason="one core, or no fork")
def test_the_command_loads_templates_in_another_process_after_an_edit(tmp_path: Path) -> None:
    script = (
        "import sys; from warta.cli import main; code = main(['--source', sys.argv[1]]);"
        "print(code, *(name in sys.modules for name in ('warta.read.article', 'jinja2')))"
    )
    plain = {"site.yaml": SITE_YAML + "features:\n  search: false\n"}  # else both make the search index
    said = []
    for title in ("Kabar a", "Warta a", "Warta a"):
        write(tmp_path, plain | {path: text.replace("Berita a", title) for path, text in SITE.items()})
        command = [sys.executable, "-c", script, str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
        said.append(done.stdout.splitlines()[-1])
        (tmp_path / "content/berita/2026-03-02-h.md").touch()
    assert said == ["0 True True", "0 True False", "0 False False"]


def fails(self: object, *_: object) -> None:
    raise ZeroDivisionError(type(self).__name__)


def dies(*_: object) -> None:
    if os.getpid() != MASTER:
        os.kill(os.getpid(), signal.SIGKILL)


def only_in_workers(real: object, what: object) -> object:
    def method(self: object, *arguments: object) -> object:
        chosen = real if os.getpid() == MASTER else what
        return chosen(self, *arguments)  # type: ignore[operator]

    return method


SITE = {f"content/berita/2026-03-02-{name}.md": post_text(title=f"Berita {name}") for name in "abcdefgh"}


@pytest.mark.parametrize("work", [Reader.read, Stage.make])
@pytest.mark.parametrize("what", [fails, dies])
def test_a_worker_that_fails_is_a_fault_of_ours_and_the_output_is_untouched(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    work: FunctionType,
    what: object,
) -> None:
    part = Reader if work is Reader.read else Stage
    done = published(tmp_path, SITE)
    before = digest(done.output)
    write(tmp_path, {path: text.replace("Berita ", "Kabar ") for path, text in SITE.items()})
    arguments = ["--source", str(tmp_path), "--now", "2026-11-24T12:00+08:00", "--jobs", "3"]
    with monkeypatch.context() as patched:
        patched.setattr(part, work.__name__, only_in_workers(work, what))
        code = cli.main(arguments)
    printed = capsys.readouterr().err
    assert code == OUR_FAULT
    assert "Traceback" in printed
    assert ("ZeroDivisionError: " + part.__name__ if what is fails else "died") in printed
    assert digest(done.output) == before
    assert cli.main(arguments) == 0
    assert contents(done.output) == built(tmp_path, output=tmp_path / "bersih").files


def test_the_parents_own_fault_leaves_no_worker_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, SITE)
    real = Stage.make

    def make(self: Stage, *told: Any) -> object:
        if os.getpid() == MASTER:
            raise ZeroDivisionError
        return real(self, *told)

    monkeypatch.setattr(Stage, "make", make)
    with pytest.raises(ZeroDivisionError):
        built(root, jobs=4)
    assert not (root / "public").exists()


def test_a_worker_that_dies_while_writing_is_a_fault_of_ours_and_the_next_build_mends_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = published(tmp_path, SITE)
    write(tmp_path, {path: text.replace("Berita ", "Kabar ") for path, text in SITE.items()})
    real = Stage.write_all

    def write_all(self: Stage, folder: Path, paths: Sequence[str], fresh: bool) -> str:  # noqa: FBT001 - as it is sent
        dies()
        return real(self, folder, paths, fresh)

    with monkeypatch.context() as patched:
        patched.setattr(Stage, "write_all", write_all)
        with pytest.raises(WorkerFailed):
            built(tmp_path, jobs=3)
    assert built(tmp_path).files == built(tmp_path, output=tmp_path / "bersih").files
    assert done.report.published


@pytest.mark.parametrize("update", [False, True])
def test_a_disk_that_is_full_for_one_process_leaves_nothing_that_another_goes_on_to_write(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    update: bool,  # noqa: FBT001 - a column of the table
) -> None:
    root = write(tmp_path, SITE)
    if update:
        published(tmp_path, SITE)
        write(tmp_path, {path: text.replace("Berita ", "Kabar ") for path, text in SITE.items()})
    real = files._fill

    def fill(target: Path, data: Sequence[bytes]) -> None:
        if os.getpid() != MASTER:
            time.sleep(0.02)
        elif target.name != ".warta.json.warta-new":
            raise OSError(28, "No space left on device")
        real(target, data)

    with monkeypatch.context() as patched:
        patched.setattr(files, "_fill", fill)
        refused = built(root, jobs=3)
    assert refused.codes == ["WRITE_FAILED"]
    assert [path for path in tmp_path.rglob("*") if "warta-new" in path.name] == []
    assert built(root).files == built(root, output=tmp_path / "bersih").files
