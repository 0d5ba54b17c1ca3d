"""Files that another program holds for a moment, as Windows tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import built, contents, post, published, write
from warta import files, patience


class Held(PermissionError):
    """What Windows raises."""

    winerror = 32


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note how long it would be waited, and do not wait."""
    waits = list[float]()
    monkeypatch.setattr(patience, "sleep", waits.append)
    return waits


def held(patched: pytest.MonkeyPatch, method: str, times: int, error: OSError) -> None:
    """Let a method of paths fail so many times before it works."""
    left, real = [times], getattr(Path, method)

    def acts(self: Path, *arguments: object, **named: object) -> object:
        if left[0]:
            left[0] -= 1
            raise error
        return real(self, *arguments, **named)

    patched.setattr(Path, method, acts)


ACTS: list[tuple[str, Callable[[Path], object]]] = [
    ("replace", lambda root: files.write(root, "a.html", b"baru")),
    ("unlink", lambda root: files.delete(root, "b.html")),
    ("rename", lambda root: files.create_whole(root / "public", lambda sibling: files.write(sibling, "a", b"x"))),
]


@pytest.mark.parametrize(("method", "act"), ACTS)
def test_a_file_that_is_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float], method: str, act: Callable[[Path], object]
) -> None:
    write(tmp_path, {"a.html": "lama", "b.html": "lama"})
    expected = dict(contents(tmp_path))
    act(tmp_path)
    wanted = contents(tmp_path)
    assert wanted != expected
    write(tmp_path, {"a.html": "lama", "b.html": "lama"})
    (tmp_path / "public/a").unlink(missing_ok=True)
    held(monkeypatch, method, 3, Held(13, "The process cannot access the file"))
    act(tmp_path)
    assert contents(tmp_path) == wanted
    assert waited == list(patience.WAITS[:3])


@pytest.mark.parametrize(("method", "act"), ACTS)
def test_a_file_that_stays_held_is_given_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float], method: str, act: Callable[[Path], object]
) -> None:
    write(tmp_path, {"a.html": "lama", "b.html": "lama"})
    before = contents(tmp_path)
    held(monkeypatch, method, 1000 if method == "rename" else 7, Held(13, "The process cannot access the file"))
    with pytest.raises(Held):
        act(tmp_path)
    assert contents(tmp_path) == before
    assert sum(waited) == pytest.approx(2.55)


def test_a_refusal_of_another_kind_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    held(monkeypatch, "replace", 1, PermissionError(13, "Permission denied"))
    with pytest.raises(PermissionError):
        files.write(tmp_path, "a.html", b"baru")
    assert waited == []


def test_a_page_that_a_browser_holds_is_one_problem_and_the_next_build_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    name = "content/berita/2026-03-02-apel.md"
    old = published(tmp_path, {name: post()}).files
    write(tmp_path, {name: post(title="Apel Sore")})
    with monkeypatch.context() as patched:
        real = Path.replace

        def replace(self: Path, target: Path) -> Path:
            if target.parent.name == "apel":
                raise Held(13, "The process cannot access the file")
            return real(self, target)

        patched.setattr(Path, "replace", replace)
        refused = built(tmp_path)
    assert refused.codes == ["WRITE_FAILED"]
    assert waited
    assert refused.files["berita/apel/index.html"] == old["berita/apel/index.html"]
    assert built(tmp_path).files == built(tmp_path, output=tmp_path / "lain").files
