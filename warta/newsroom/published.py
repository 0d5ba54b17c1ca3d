"""The published folder as its readers meet it: whether every file is as it was built, and every link arrives."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from warta import files
from warta.arrange.addresses import file_of
from warta.codes import Code
from warta.problems import Problem, problem
from warta.publish import manifest
from warta.publish.manifest import UNDER_WAY, Entry, entry_of

_ADDRESS_IN_XML = re.compile(
    rb"<(?:loc|link|guid[^>]*|image:loc)>\s*(https?://[^<\s]+)|(?:href|url)=\"(https?://[^\"]+)\""
)
_LINKING = {"href", "src", "srcset", "poster"}


class Found(NamedTuple):
    """A link of a page: its target as written, and the line that holds it."""

    target: str
    line: int


class Page(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.ids = list[Found](), {"top"}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - called with it
        """Note what the tag links to and how it is called."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in _LINKING and value:
                targets = (part.split()[0] for part in value.split(",") if part.split())
                self.links += (Found(each, self.getpos()[0]) for each in (targets if name == "srcset" else [value]))


def problems_of_published(folder: Path, base_url: str) -> Iterator[Problem]:
    """What is wrong with the files in the folder, which will stand at `base_url`."""
    data = files.read(folder, manifest.NAME)
    entries = None if isinstance(data, Problem) else manifest.load(data)
    if entries is None:
        yield problem(Code.NOT_PUBLISHED, folder.name)
        return
    pages, texts = dict[str, Page](), dict[str, bytes]()
    for path, entry in sorted(entries.items()):
        content = files.read(folder, path)
        if isinstance(content, Problem) or _differs(content, entry):
            yield problem(Code.PUBLISHED_FILE_DIFFERS, f"{folder.name}/{path}")
        elif path.endswith(".html"):
            pages[path] = Page(content.decode("utf-8", "replace"))
        elif path.endswith(".xml"):
            texts[path] = content
    yield from _links_of_pages(pages, entries, base_url, folder.name)
    yield from _links_of_texts(texts, entries, base_url, folder.name)


def _differs(data: bytes, entry: Entry) -> bool:
    return entry == UNDER_WAY or entry_of(data) != entry


def _links_of_pages(
    pages: Mapping[str, Page], entries: Mapping[str, Entry], base_url: str, folder: str
) -> Iterator[Problem]:
    for path, page in pages.items():
        here = base_url + path.removesuffix("index.html")
        for link in dict.fromkeys(page.links):
            whole = _joined(here, link.target)
            if not whole.startswith(base_url):
                continue
            target, fragment = _file_at(whole, base_url), unquote(whole.partition("#")[2])
            place = (f"{folder}/{path}", link.line)
            if target not in entries:
                yield problem(Code.PUBLISHED_LINK_DEAD, *place, target=link.target[:200])
            elif fragment and target in pages and fragment not in pages[target].ids:
                yield problem(Code.PUBLISHED_FRAGMENT_DEAD, *place, target=link.target[:200])


def _links_of_texts(
    texts: Mapping[str, bytes], entries: Mapping[str, Entry], base_url: str, folder: str
) -> Iterator[Problem]:
    for path, data in texts.items():
        for match in _ADDRESS_IN_XML.finditer(data):
            target = (match[1] or match[2]).decode("utf-8", "replace")
            if target.startswith(base_url) and _file_at(target, base_url) not in entries:
                line = data.count(b"\n", 0, match.start()) + 1
                yield problem(Code.PUBLISHED_LINK_DEAD, f"{folder}/{path}", line, target=target[:200])


def _joined(here: str, target: str) -> str:
    """The URL that a link on a page leads to; "" if it is none."""
    try:
        return urljoin(here, target)
    except ValueError:
        return ""


def _file_at(url: str, base_url: str) -> str:
    """The path in the folder that answers a URL of the site."""
    address = url.removeprefix(base_url).partition("#")[0].partition("?")[0]
    return file_of("/" + unquote(address))
