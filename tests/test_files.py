"""All disk access."""

import os
import sys
from pathlib import Path

import pytest

from tests.samples import codes
from tests.sites import contents, write
from warta import files, opening, quick
from warta.database import open_database
from warta.problems import Problem
from warta.publish.cache import prepare

needs_links = pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")


def paths(root: Path) -> list[str]:
    return [state.path for state in files.scan(root, "content").states]


def test_every_file_is_found_in_the_order_of_its_path(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"content/b.md": "", "content/a/z.md": "", "content/a.md": "", "content/Kafé بسم.md": "", "lain.md": ""},
    )
    assert paths(tmp_path) == sorted(["content/b.md", "content/a/z.md", "content/a.md", "content/Kafé بسم.md"])


def test_what_editors_and_desktops_leave_is_ignored(tmp_path: Path) -> None:
    names = [
        ".git/x",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$apel.docx",
        "a.md~",
        "a.md.swp",
        "a.tmp",
        "a.part",
        "a.bak",
    ]
    write(tmp_path, {f"content/{name}": "" for name in names} | {"content/a.md": ""})
    assert paths(tmp_path) == ["content/a.md"]


def test_no_content_is_no_problem(tmp_path: Path) -> None:
    assert files.scan(tmp_path, "content") == files.Tree(())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
@pytest.mark.parametrize("name", [b"a\nb.md", b"a\x07.md", b"\xff\xfe.md", "a\u202eb.md".encode()])
def test_a_name_that_no_one_can_read_is_an_error(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "content").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).touch()
    tree = files.scan(tmp_path, "content")
    assert (tree.states, codes(tree.problems)) == ((), ["FILE_NAME"])
    assert tree.problems[0].path.encode()


@needs_links
def test_links_are_reported_and_pipes_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": ""})
    (tmp_path / "content/l.md").symlink_to("a.md")
    (tmp_path / "content/loop").symlink_to(".")
    os.mkfifo(tmp_path / "content/pipa.md")
    tree = files.scan(tmp_path, "content")
    assert [state.path for state in tree.states] == ["content/a.md"]
    assert sorted((each.code.name, each.path) for each in tree.problems) == [
        ("SYMLINK", "content/l.md"),
        ("SYMLINK", "content/loop"),
    ]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    found = files.read(tmp_path, "content/tak-ada.md")
    assert isinstance(found, Problem)
    assert (found.code.name, found.path) == ("UNREADABLE", "content/tak-ada.md")


def test_a_state_changes_with_the_bytes(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": "satu"})
    before = files.scan(tmp_path, "content").states
    assert files.scan(tmp_path, "content").states == before
    write(tmp_path, {"content/a.md": "dua!"})
    os.utime(tmp_path / "content/a.md", ns=(1, 1))
    assert files.scan(tmp_path, "content").states != before


@pytest.mark.parametrize("fresh", [True, False])
def test_a_file_is_written_whole_with_its_folders(tmp_path: Path, fresh: bool) -> None:  # noqa: FBT001
    files.write(tmp_path, "a/b/c.html", b"satu", fresh=fresh)
    files.write(tmp_path, "a/b/c.html", b"dua", fresh=fresh)
    assert contents(tmp_path) == {"a/b/c.html": b"dua"}


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    (tmp_path / "a.html/x").write_bytes(b"")
    with pytest.raises(OSError, match=r".+"):
        files.write(tmp_path, "a.html", b"baru")
    assert contents(tmp_path) == {"a.html/x": b""}


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "null"
    target.touch()
    before = target.stat().st_ino
    monkeypatch.setattr(Path, "is_char_device", lambda _: True)  # never the real one: an administrator could lose it
    files.write(tmp_path, "null", b"x")
    assert (target.stat().st_ino, target.read_bytes()) == (before, b"x")


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    name = "a" * 250 + ".html"
    files.write(tmp_path, name, b"x")
    assert contents(tmp_path) == {name: b"x"}


def test_a_deleted_file_takes_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    for name in ("a/b/c.html", "a/d.html"):
        files.write(tmp_path, name, b"")
    files.delete(tmp_path, "a/b/c.html")
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "d.html"]
    files.delete(tmp_path, "a/d.html")
    files.delete(tmp_path, "a/d.html")
    assert tmp_path.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_appears_with_all_its_files_or_not_at_all(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        assert not (tmp_path / "public").exists()
        files.write(folder, "a.html", b"x", fresh=True)

    files.create_whole(tmp_path / "public", fill)
    assert contents(tmp_path) == {"public/a.html": b"x"}


def test_a_new_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        files.write(folder, "a.html", b"x")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        files.create_whole(tmp_path / "public", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_never_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"public/penting.txt": "x"})
    with pytest.raises(OSError, match=r".+"):
        files.create_whole(tmp_path / "public", lambda _: None)
    assert (tmp_path / "public/penting.txt").exists()


@pytest.mark.parametrize(("files_there", "empty"), [(None, True), ([], True), (["x"], False), ([".x"], False)])
def test_an_empty_folder_is_told_from_a_full_one(tmp_path: Path, files_there: list[str] | None, empty: bool) -> None:  # noqa: FBT001
    folder = tmp_path / "public"
    for name in files_there or []:
        write(folder, {name: ""})
    if files_there == []:
        folder.mkdir()
    (folder / "site.yaml").unlink(missing_ok=True)
    assert files.is_empty_or_absent(folder) is empty


@needs_links
def test_only_plain_files_have_a_size(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "isi", "folder/x": ""})
    (tmp_path / "l.html").symlink_to("a.html")
    size_of = quick.Looks(tmp_path, {}).size_of
    names = ["a.html", "folder", "l.html", "tak-ada", "a\0b", "folder/x"]
    assert [size_of(name) for name in names] == [3, None, None, None, None, 0]


@needs_links
@pytest.mark.parametrize("folder", ["content", "layouts"])
def test_a_folder_that_is_a_link_itself_is_reported_and_not_followed(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {"lain/a.md": "x"})
    (tmp_path / folder).symlink_to("lain", target_is_directory=True)
    tree = files.scan(tmp_path, folder)
    assert (tree.states, [(each.code.name, each.path) for each in tree.problems]) == ((), [("SYMLINK", folder)])


def test_a_sites_own_layouts_lie_over_the_themes(tmp_path: Path) -> None:
    layouts, problems = opening.read_layouts(write(tmp_path, {"layouts/article.html": "milik kami"}))
    assert problems == ()
    assert layouts["article.html"] == b"milik kami"
    assert layouts["default/article.html"] != b"milik kami"
    assert layouts["base.html"] == layouts["default/base.html"]


def test_a_database_that_is_none_is_made_anew(tmp_path: Path) -> None:
    write(tmp_path, {"memori/warta.sqlite": b"bukan basis data, sudah pasti" * 100})
    connection = open_database(tmp_path / "memori/warta.sqlite", prepare("1"))
    assert connection is not None
    assert connection.execute("SELECT version FROM about").fetchone() == ("1",)
    connection.close()
    assert open_database(None, prepare("1")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_with_an_odd_blank_is_taken_and_one_with_an_escape_is_shown_without_it(tmp_path: Path) -> None:
    for name in ("Foto 2026-03-01 09.00.jpg", "Foto\u202f1.jpg", "Foto\u00a02.jpg", "a\x1b[31m.md"):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / name).write_bytes(b"x")
    tree = files.scan(tmp_path, "content")
    assert [state.path for state in tree.states] == sorted(
        ["content/Foto 2026-03-01 09.00.jpg", "content/Foto\u202f1.jpg", "content/Foto\u00a02.jpg"]
    )
    assert [(each.code.name, each.path) for each in tree.problems] == [("FILE_NAME", "content/a\\u001b[31m.md")]
