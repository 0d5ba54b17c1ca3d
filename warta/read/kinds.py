"""What a file of content is, by its folder and its name alone."""

from pathlib import PurePosixPath

from warta.codes import Code
from warta.problems import Problem, problem

NEWS, PAGES, TAGS = "content/berita/", "content/halaman/", "content/tag/"

_TEXTS = (".txt", ".docx", ".doc", ".odt", ".rtf", ".markdown", ".html")
"""Endings of files that were probably meant to be posts."""


def is_text(path: str) -> bool:
    """Whether the file is a post, a standing page or a tag's file."""
    return path.startswith((NEWS, PAGES, TAGS)) and path.lower().endswith(".md")


def probably_a_post(path: str, kinds: tuple[str, ...]) -> tuple[Problem, ...]:
    """A warning for a text that no one will ever see, such as Notepad's `berita.md.txt`.

    A document of the kinds that may be published, in a post's own folder, is there to be linked to.
    """
    if not path.startswith((NEWS, PAGES, TAGS)) or not path.lower().endswith(_TEXTS):
        return ()
    if path.count("/") > NEWS.count("/") and path.lower().endswith(tuple(f".{kind}" for kind in kinds)):
        return ()
    name = PurePosixPath(path).name
    stem = name.rpartition(".")[0]
    return (problem(Code.NOT_MARKDOWN, path, name=stem if stem.endswith(".md") else f"{stem}.md"),)
