"""Are two built sites the same? Their addresses, and of every page its visible text, links and elements.

Blanks count for nothing, curly quotes and dashes as their plain forms (Hugo's Markdown writes them curly), and pages
that only lead on (Hugo makes one for each list's first page) are left out. Of feeds and sitemaps, posts are compared:
which other pages a sitemap names is each tool's own choice.
"""

import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\N{NO-BREAK SPACE}": " "}
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
POST_IN_XML = re.compile(r"<(?:loc|link)>\s*([^<]+/berita/[^</]+/)\s*</")
SHOWN = 20
"""Differences that are told one by one."""


class PageFacts(NamedTuple):
    """What a visitor gets of a page: `elements` are those of <main> with their classes."""

    title: str
    header: str
    main: str
    footer: str
    links: tuple[str, ...]
    elements: tuple[str, ...]
    leads_on: bool


class _Reader(HTMLParser):
    """Collects the text and links below <title>, <header class="top">, <main> and <footer>."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"title": [], "header": [], "main": [], "footer": []}
        self.links: list[str] = []
        self.elements: list[str] = []
        self.leads_on = False
        self._open: list[str] = []

    def _part(self) -> str:
        return next((tag for tag in self._open if tag in self.texts), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.leads_on = self.leads_on or given.get("http-equiv") == "refresh"
        if tag not in VOID:
            self._open.append(tag)
        part = self._part()
        if part in ("header", "main", "footer") and given.get("href"):
            self.links.append(str(given["href"]))
        if part == "main":
            self.elements.append(f"{tag}.{given['class']}" if given.get("class") else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        part = self._part()
        if part:
            self.texts[part].append(data)


def facts_of(html: str) -> PageFacts:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    texts = {part: squeezed("".join(found)) for part, found in reader.texts.items()}
    return PageFacts(**texts, links=tuple(reader.links), elements=tuple(reader.elements), leads_on=reader.leads_on)


def squeezed(text: str) -> str:
    """The text without blanks, its quotes and dashes plain."""
    return "".join(text.translate(PLAIN).split())


def addresses_of(folder: Path) -> frozenset[str]:
    """The addresses of a built site's pages, those that only lead on left out; its feed and its sitemap too."""
    found = set()
    for base, _, names in os.walk(folder):
        for name in names:
            path = Path(base, name)
            if name == "index.html" and leads_on(path):
                continue
            if name.endswith((".html", ".xml")):
                found.add("/" + path.relative_to(folder).as_posix().removesuffix("index.html"))
    return frozenset(found)


def leads_on(path: Path) -> bool:
    """Whether a page is small and sends its visitor elsewhere."""
    return path.stat().st_size < 1000 and facts_of(path.read_text(encoding="utf-8")).leads_on


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """What is not the same in two built sites, a line each; nothing if they are."""
    here, there = addresses_of(ours), addresses_of(theirs)
    yield from (f"{address}: only ours" for address in sorted(here - there))
    yield from (f"{address}: only theirs" for address in sorted(there - here))
    compare = partial(page_differences, ours, theirs)
    with ProcessPoolExecutor() as pool:
        for found in pool.map(compare, sorted(here & there), chunksize=100):
            yield from found


def differing(lines: Iterable[str]) -> int:
    """How many addresses the lines of `differences` are about."""
    return len({line.partition(": ")[0] for line in lines})


def page_differences(ours: Path, theirs: Path, address: str) -> list[str]:
    """What is not the same in the two pages at an address."""
    name = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
    mine, other = ((folder / name).read_text(encoding="utf-8") for folder in (ours, theirs))
    if address.endswith(".xml"):
        here, there = (sorted(set(POST_IN_XML.findall(text))) for text in (mine, other))
        return [f"{address}: {first_difference(here, there)}"] if here != there else []
    pairs = zip(PageFacts._fields, facts_of(mine), facts_of(other), strict=True)
    return [f"{address}: {field}: {first_difference(a, b)}" for field, a, b in pairs if a != b]


def first_difference(ours: object, theirs: object) -> str:
    """The place where two texts or lists part, with a little of what follows."""
    if not isinstance(ours, (str, tuple, list)) or not isinstance(theirs, (str, tuple, list)):
        return f"{ours!r} / {theirs!r}"
    width = 40 if isinstance(ours, str) else 2
    pairs = enumerate(zip(ours, theirs, strict=False))
    at = next((number for number, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
    return f"{ours[at : at + width]!r} / {theirs[at : at + width]!r}"
