"""What a link in a body means: a post by its file, an address, a part of the page, a photo. Known once all is read."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote, urljoin

from warta.arrange.addresses import PHOTO_KINDS, Addresses, file_of, of_document, of_photo
from warta.arrange.hints import MEDIA_FOLDER, bare_name, nearest_address, nearest_file, reference
from warta.codes import Code, Severity
from warta.likeness import nearest
from warta.model import Article, Body, Link, TagFile
from warta.problems import Problem, problem
from warta.settings import DOCUMENT_KINDS

HINTED = 20
"""Problems of one page that are worth a search for what was meant: each looks at every name there is."""

HINTED_IN_ALL = 100
"""Those of the whole site: 2 s with 10,000 posts."""


class Known(NamedTuple):
    """All that a link can lead to. `addresses` gives every address its article, None for the site's own lists.

    `withheld_files` are the files that the withheld would be; `documents` the kinds of documents that may be published.
    `early` are the articles, by path, that only a preview has: a link to one is an error once the site is published.
    `hints` are the problems of a page that get one.
    """

    of: Addresses
    articles: Mapping[str, Article]
    withheld: Mapping[str, Article]
    addresses: Mapping[str, Article | None]
    files: Mapping[str, str]
    names: Mapping[str, str]
    documents: tuple[str, ...]
    withheld_files: frozenset[str]
    early: frozenset[str] = frozenset()
    hints: int = HINTED

    @staticmethod
    def name_index(paths: tuple[str, ...]) -> dict[str, str]:
        """The posts and shared photos that their bare name tells apart; `NAME/index.md` is known as `NAME.md`."""
        index: dict[str, str] = {}
        for path in paths:
            if path.endswith(".md") or path.startswith(MEDIA_FOLDER):
                name = _folded(bare_name(path))
                index[name] = "" if name in index else path
        return index

    @staticmethod
    def file_index(paths: tuple[str, ...]) -> dict[str, str]:
        """The files of content by their path and by its folded form: a name typed in other case is found too."""
        return {_folded(path): path for path in paths} | {path: path for path in paths}


class Resolved(NamedTuple):
    """The addresses of a body's links in order ("" where broken), and the photos and documents among them by path.

    `gallery` are further photos of a post's folder that it shows.
    """

    addresses: tuple[str, ...]
    photos: tuple[str, ...]
    problems: tuple[Problem, ...]
    documents: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()

    @property
    def lead_photo(self) -> str:
        """The photo that the last link names, by path; "" if that link is broken."""
        return self.photos[-1] if self.photos and self.addresses[-1] else ""


def resolve(pages: Iterable[tuple[Article | TagFile, str]], known: Known) -> dict[str, Resolved]:
    """What the links of each page, beside its address, mean, by its path; a problem for each that leads nowhere."""
    found, hints = dict[str, Resolved](), HINTED_IN_ALL
    for page, address in pages:
        found[page.path] = _resolve(page, address, known._replace(hints=min(HINTED, hints)))
        hints -= min(hints, len(found[page.path].problems))
    return found


def _resolve(page: Article | TagFile, address: str, known: Known) -> Resolved:
    resolver = _Resolver(page, address, known)
    addresses = tuple(map(resolver.target, page.links))
    return Resolved(addresses, tuple(resolver.photos), tuple(resolver.problems), tuple(resolver.documents))


def _folded(path: str) -> str:
    """What two spellings of a path share: Macs store letters and accents apart, Windows knows no case."""
    return normalize("NFC", path).casefold()


def _seen_from(base: str, path: str) -> str:
    """The path without `.` and `..`, from the site's top. Whatever it holds, it names no other host or scheme."""
    from_top = "/" if path.startswith("/") else ""
    return unquote(urljoin(base, from_top + quote(path.lstrip("/"))))


class _Resolver:
    """The links of one page, one after the other."""

    def __init__(self, page: Article | TagFile, address: str, known: Known) -> None:
        self._page, self._address, self._known = page, address, known
        self.photos: list[str] = []
        self.documents: list[str] = []
        self.problems: list[Problem] = []

    def target(self, link: Link) -> str:
        path, _, fragment = link.target.partition("#")
        path = unquote(path.partition("?")[0]).replace("\\", "/")
        if link.is_photo:
            return self._photo(link, path)
        if not path:
            return self._fragment(link, self._page.body, "", fragment)
        if path.lower().endswith(".md"):
            return self._markdown(link, path, fragment)
        if path.lower().endswith(PHOTO_KINDS) and self._file(path):
            return self._photo(link, path)
        return self._site_address(link, path, fragment)

    def _note(self, code: Code, link: Link, **facts: str) -> str:
        self.problems.append(problem(code, self._page.path, link.line, link.column, target=link.target, **facts))
        return ""

    def _warn_if_early(self, link: Link, article: Article | None) -> None:
        early = self._known.early
        if article and article.path in early and self._page.path not in early:
            self._note(Code.LINK_TO_WITHHELD, link)
            self.problems[-1] = self.problems[-1]._replace(severity=Severity.WARNING)

    def _joined(self, path: str) -> str:
        """The path from the source folder on, if it is one of content; no path leaves content/."""
        folder = PurePosixPath(self._page.path).parent.as_posix()
        joined = _seen_from(f"/{folder}/", path) if not path.startswith("/") else f"/content{path}"
        return joined.lstrip("/")

    def _hint(self, search: Callable[[], str]) -> str:
        return search() if len(self.problems) < self._known.hints else ""

    def _file(self, path: str) -> str:
        """The file of content that the path, or a bare name, means in any case; "" for none."""
        joined, known = self._joined(path), self._known
        return known.files.get(joined) or known.files.get(_folded(joined)) or known.names.get(_folded(path), "")

    def _in_right_case(self, link: Link, path: str, found: str) -> None:
        meant = {normalize("NFC", found), normalize("NFC", bare_name(found))}
        if not meant & {normalize("NFC", self._joined(path)), normalize("NFC", path)}:
            self._note(Code.CASE_DIFFERS, link, found=reference(found, self._page.path))

    def _photo(self, link: Link, path: str) -> str:
        if link.target.lower().startswith(("http://", "https://", "//")):
            return self._note(Code.UNSAFE_LINK, link)
        found = self._file(path)
        if not found:
            return self._note(Code.PHOTO_MISSING, link, nearest=self._hint(lambda: self._nearest_file(path)))
        if not found.lower().endswith(PHOTO_KINDS):
            return self._note(Code.FILE_KIND, link)
        self._in_right_case(link, path, found)
        self.photos.append(found)
        return of_photo(found)

    def _nearest_file(self, path: str) -> str:
        folder = f"{PurePosixPath(self._page.path).parent.as_posix()}/"
        photos = (known for known in self._known.files.values() if known.lower().endswith(PHOTO_KINDS))
        near = (photo for photo in photos if photo.startswith((folder, MEDIA_FOLDER)))
        return nearest_file(path, self._page.path, near)

    def _markdown(self, link: Link, path: str, fragment: str) -> str:
        found = self._file(path)
        if found in self._known.articles:
            self._in_right_case(link, path, found)
            article = self._known.articles[found]
            self._warn_if_early(link, article)
            return self._fragment(link, article.body, self._known.of.article(article), fragment)
        if found in self._known.withheld:
            return self._note(Code.LINK_TO_WITHHELD, link)
        if found:
            return ""  # a post that could not be read: that is its own problem
        nearest = self._hint(lambda: nearest_file(path, self._page.path, self._known.articles))
        return self._note(Code.LINK_FILE_MISSING, link, nearest=nearest)

    def _site_address(self, link: Link, path: str, fragment: str) -> str:
        address = _seen_from(self._address, path)
        for candidate in (address, f"{address}/"):
            if candidate in self._known.addresses:
                article = self._known.addresses[candidate]
                self._warn_if_early(link, article)
                return self._fragment(link, article.body, candidate, fragment) if article else candidate
        if file_of(f"{address.rstrip('/')}/") in self._known.withheld_files:
            return self._note(Code.LINK_TO_WITHHELD, link)
        if found := self._file(path):
            return self._document(link, path, found)
        nearest = self._hint(lambda: nearest_address(link.target, self._address, self._known.addresses))
        return self._note(Code.LINK_ADDRESS_MISSING, link, nearest=nearest)

    def _document(self, link: Link, path: str, found: str) -> str:
        kind = PurePosixPath(found).suffix.casefold().lstrip(".")
        if kind not in self._known.documents:
            publishable = kind if kind in DOCUMENT_KINDS else ""
            return self._note(Code.FILE_KIND, link, publishable=publishable)
        self._in_right_case(link, path, found)
        self.documents.append(found)
        return of_document(found)

    def _fragment(self, link: Link, body: Body, address: str, fragment: str) -> str:
        if not fragment:
            return address or self._address
        anchor = unquote(fragment)
        if anchor not in body.anchors:
            near = self._hint(lambda: nearest(anchor, body.anchors))
            return self._note(Code.FRAGMENT_MISSING, link, fragment=anchor, nearest=near)
        return f"{address}#{anchor}"
