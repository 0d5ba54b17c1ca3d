"""The lines that README gives for other hosts, run against an ssh server, an FTP server and a bucket of our own."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.judges.hosts import rclone_host, ssh_host
from tests.judges.recipes import Runner, Step, fresh_clone, told
from tests.sites import contents, post, write
from warta.newsroom.published import Page

README = Path(__file__).parent.parent.parent / "README.md"
BLOCKS = {
    name: re.search(rf"^{words}.*?^```sh\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for name, words in (("ssh", "With rsync"), ("rclone", "With rclone"), ("cdn", "that `/berita/` shows"))
}
NEWS = "content/berita"
BASE = "https://rutan-contoh.example/sub/path/"
SITE = {"site.yaml": f"name: Rutan Contoh\nbase_url: {BASE}\nfeatures: {{search: off}}\n"}
NOTHING = '{"version": 1, "files": {}}'
FOREIGN = "lain/punya-orang.txt"


def lines(name: str) -> list[str]:
    """Return the lines of a block of README."""
    block = BLOCKS[name]
    assert block is not None
    return block[1].splitlines()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as staff have it, with a small site in it."""
    clone = fresh_clone(tmp_path_factory.mktemp("rumah") / "clone")
    shutil.rmtree(clone / "content")
    return write(
        clone,
        {**SITE, **{f"{NEWS}/apel-{day}.md": post(title=f"Apel {day}", date=f"2026-03-0{day}") for day in range(1, 6)}},
    )


@contextmanager
def host(kind: str, tmp_path: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """A host's folder, and the environment in which the lines of README reach it."""
    if kind == "ssh":
        (tmp_path / "host/situs").mkdir(parents=True)
        with ssh_host(tmp_path / "ssh") as environment:
            yield tmp_path / "host/situs", environment
    else:
        with rclone_host(kind, tmp_path / "host", tmp_path / "rclone") as environment:
            yield tmp_path / "host/situs", environment


def steps_for(kind: str, folder: Path) -> list[Step]:
    """Return the lines for a host, one step each; the folder takes the place of README's."""
    given = [line.replace("/var/www/situs", str(folder)) for line in lines("ssh" if kind == "ssh" else "rclone")]
    return [Step(line, line) for line in given]


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """Return when each file was written, and which file on the disk it is."""
    found = {path: (folder / path).stat() for path in contents(folder)}
    return {path: (about.st_mtime_ns, about.st_ino) for path, about in found.items()}


def dead_links(folder: Path) -> list[str]:
    """Return the links of the site in the folder that lead nowhere, of all pages that the home page leads to."""
    pending, seen, dead = ["index.html"], {"index.html"}, list[str]()
    while pending:
        for link in Page((folder / pending.pop()).read_text("utf-8")).links:
            target = link.target.partition("#")[0]
            if not target.startswith("/sub/path/"):
                continue
            path = target.removeprefix("/sub/path/")
            path += "index.html" if not path or path.endswith("/") else ""
            if path not in seen:
                seen.add(path)
                if not (folder / path).is_file():
                    dead.append(path)
                elif path.endswith(".html"):
                    pending.append(path)
    return dead


@pytest.mark.parametrize("kind", ["ssh", "s3", "ftp"])
def test_the_lines_of_readme_bring_the_change_and_nothing_else_to_a_host(
    kind: str, project: Path, tmp_path: Path
) -> None:
    clone = Path(shutil.copytree(project, tmp_path / "clone"))
    with host(kind, tmp_path) as (folder, environment):
        write(folder, {FOREIGN: "jangan hapus", "site.yaml": ""})
        (folder / "site.yaml").unlink()
        (clone / "last.json").write_text(NOTHING, "utf-8")
        assert told(Runner(clone, {}).run(steps_for(kind, folder)[1:], **environment)) == (0, "")
        assert contents(folder) == {**contents(clone / "public"), FOREIGN: b"jangan hapus"}
        before = states(folder)

        (clone / f"{NEWS}/apel-5.md").unlink()
        shutil.rmtree(clone / "public")
        shutil.rmtree(clone / ".warta")
        write(
            clone,
            {
                **SITE,
                f"{NEWS}/panen.md": post(title="Panen"),
                f"{NEWS}/apel-3.md": post(title="Apel 3", date="2026-03-03", body="Isi baru."),
            },
        )
        for step in steps_for(kind, folder):
            assert told(Runner(clone, {}).run([step], **environment)) == (0, "")
            assert dead_links(folder) == []
        assert contents(folder) == {**contents(clone / "public"), FOREIGN: b"jangan hapus"}
        changes = json.loads((clone / "changed.json").read_text("utf-8"))
        touched = {path for path, written in states(folder).items() if written != before.get(path)}
        assert "berita/apel-3/index.html" in touched
        assert touched == {*changes["added"], *changes["changed"], "warta.json"} < before.keys() | set(changes["added"])
        assert (folder / "berita/apel-5").exists() is (kind == "ftp")

        before = states(folder)
        assert told(Runner(clone, {}).run(steps_for(kind, folder), **environment)) == (0, "")
        assert [(clone / f"{name}.txt").read_text("utf-8") for name in ("added", "changed", "deleted")] == ["", "", ""]
        assert {path for path, written in states(folder).items() if written != before[path]} == {"warta.json"}
        assert states(folder).keys() == before.keys()


def test_a_host_without_a_manifest_stops_the_lines_at_the_build(project: Path, tmp_path: Path) -> None:
    clone = Path(shutil.copytree(project, tmp_path / "clone"))
    with host("s3", tmp_path) as (folder, environment):
        runner = Runner(clone, {})
        done = runner.run(steps_for("s3", folder), **environment)
        assert done.returncode == 1
        assert "P113" in done.stdout
        assert not (clone / "public").exists()


def test_a_cdn_is_told_every_address_that_it_must_forget(tmp_path: Path) -> None:
    changes = {
        "added": ["index.html", "berita/a/index.html"],
        "changed": ["404.html", "feed.xml"],
        "deleted": ["berita/b/index.html"],
    }
    (tmp_path / "clone").mkdir()
    (tmp_path / "clone/changed.json").write_text(json.dumps(changes))
    assert told(Runner(tmp_path / "clone", {}).run([Step("cdn", "\n".join(lines("cdn")))], SITE=BASE)) == (0, "")
    assert (tmp_path / "clone/purge.txt").read_text().split() == [
        BASE, f"{BASE}berita/a/", f"{BASE}404.html", f"{BASE}feed.xml", f"{BASE}berita/b/", f"{BASE}warta.json",
    ]  # fmt: skip
