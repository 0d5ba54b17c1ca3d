"""The photos of a post's folder that its text does not name, for posts that want them shown."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from warta.arrange.addresses import PHOTO_KINDS
from warta.arrange.links import Resolved
from warta.codes import Code
from warta.model import Article
from warta.problems import Problem, problem

_NUMBER = re.compile(r"(\d+)")


def galleries(
    articles: Iterable[Article], links: Mapping[str, Resolved], files: Iterable[str]
) -> Iterator[tuple[str, Resolved]]:
    """For each post that wants a gallery: its path, and its links with the photos of the gallery."""
    wanting = [article for article in articles if article.gallery and article.path in links]
    if not wanting:
        return
    folders = defaultdict[str, list[str]](list)
    for path in files:
        if path.lower().endswith(PHOTO_KINDS):
            folders[path.rpartition("/")[0]].append(path)
    for article in wanting:
        folder, _, name = article.path.rpartition("/")
        shown = links[article.path]
        found = sorted(set(folders[folder]) - set(shown.photos), key=_by_name) if name == "index.md" else []
        yield article.path, shown._replace(gallery=tuple(found), problems=(*shown.problems, *_empty(article, found)))


def _empty(article: Article, found: list[str]) -> Iterator[Problem]:
    if not found:
        folder = article.path.removesuffix("/index.md").removesuffix(".md")
        yield problem(Code.GALLERY_EMPTY, article.path, *article.position("gallery"), folder=folder)


def _by_name(path: str) -> tuple[list[tuple[int, str]], str]:
    """As people sort: IMG_2 before IMG_10."""
    return [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in _NUMBER.split(path)], path
