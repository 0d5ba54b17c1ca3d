"""What a person calls a post -> the post: by its file, its folder, its address or the last word of that."""

from collections.abc import Iterable
from pathlib import Path

from warta.codes import Code
from warta.likeness import nearest
from warta.problems import Problem, problem

HINTS = 3


def choose(wanted: str, source: Path, texts: Iterable[tuple[str, str]]) -> str | Problem:
    """The path of the text that is meant, among texts given by path and address (from `/` to `/`)."""
    asked = _asked(wanted, source)
    known = {name: path for path, address in texts for name in _names(path, address)}
    found = sorted({path for name, path in known.items() if name == asked or name.endswith(f"/{asked}")})
    if len(found) == 1:
        return found[0]
    if found:
        exact = [path for path in found if path == asked]
        return exact[0] if exact else problem(Code.POST_AMBIGUOUS, wanted, paths=", ".join(found))
    return problem(Code.POST_UNKNOWN, wanted, nearest=", ".join(_nearest(asked, known)))


def _asked(wanted: str, source: Path) -> str:
    """The name from the source folder on, if it is that of a path in it; else as it was typed."""
    whole = Path(wanted).resolve()
    inside = whole.relative_to(source).as_posix() if whole.is_relative_to(source) else ""
    typed = wanted.replace("\\", "/").strip("/").removeprefix("./").removesuffix("/index.md").removesuffix(".md")
    plain = inside.removesuffix("/index.md").removesuffix(".md")
    return plain if plain.startswith("content/") else typed


def _names(path: str, address: str) -> tuple[str, str]:
    return path.removesuffix("/index.md").removesuffix(".md"), address.strip("/")


def _nearest(asked: str, known: dict[str, str]) -> list[str]:
    """The paths of the texts whose last words are most like the one typed."""
    words = {name.rpartition("/")[2].casefold(): path for name, path in known.items()}
    found = list[str]()
    while len(found) < HINTS and (word := nearest(asked.rpartition("/")[2].casefold(), words)):
        path = words.pop(word)
        found += [] if path in found else [path]
    return found
