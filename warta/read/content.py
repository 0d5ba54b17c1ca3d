"""The paths of content -> everything that was read, each file by its folder's kind."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from warta.model import Article, Content, Source, TagFile
from warta.problems import Code, Problem, problem
from warta.read.article import NEWS, PAGES, TAGS, read_article, read_tag_file
from warta.settings import Settings

_TEXTS = (".txt", ".docx", ".doc", ".odt", ".rtf", ".markdown", ".html")
"""Endings of files that were probably meant to be posts."""


def read_content(
    paths: Iterable[str], read: Callable[[str], bytes | Problem], settings: Settings
) -> tuple[Content, tuple[Problem, ...]]:
    """All posts, standing pages and tag files in the order of their paths, and all that is wrong with them."""
    articles: list[Article] = []
    tag_files: list[TagFile] = []
    others: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        if not path.startswith((NEWS, PAGES, TAGS)) or not path.lower().endswith(".md"):
            others.append(path)
            problems += _probably_a_post(path)
            continue
        data = read(path)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        value, found = _read(Source(path, data), settings)
        problems += found
        if isinstance(value, Article):
            articles.append(value)
        elif value is not None:
            tag_files.append(value)
    return Content(tuple(articles), tuple(tag_files), tuple(others)), tuple(problems)


def _read(source: Source, settings: Settings) -> tuple[Article | TagFile | None, tuple[Problem, ...]]:
    if source.path.startswith(TAGS):
        return read_tag_file(source, settings)
    return read_article(source, settings)


def _probably_a_post(path: str) -> tuple[Problem, ...]:
    """A warning for a text that no one will ever see, such as Notepad's `berita.md.txt`."""
    if not path.startswith((NEWS, PAGES, TAGS)) or not path.lower().endswith(_TEXTS):
        return ()
    name = PurePosixPath(path).name
    stem = name.rpartition(".")[0]
    return (problem(Code.NOT_MARKDOWN, path, name=stem if stem.endswith(".md") else f"{stem}.md"),)
