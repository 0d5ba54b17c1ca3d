"""What a hostile post's case.toml asks for, and whether a site that was built with the post is so: the judge.

`must` is what has to happen: publish, reject (exit not 0, the file named), either of the two, or warn (the file named).
`expect` is what the page then shows: title, tags, date (one of), path (a pattern), text, html (patterns), not `bad`.
`line` is where a message points. `repeat` and `stairs` put copies or steps of a list for a token, `rename`, `prefix`,
`encoding` and `newline` say how the files lie on disk, `[[post]]` that there are several. No last sentence may be lost.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from tests import sites
from tests.sites import Built, attributes, text_of
from warta.codes import Severity

FOLDER = Path(__file__).parent / "hostile"
GOOD = {
    f"content/berita/2026-03-{day}-{slug}.md": sites.post(
        f"tags: [{tag}, pembinaan]", "category: kegiatan", title=title, date=f"2026-03-{day}", body=f"{title}.\n\n{end}"
    )
    for day, slug, tag, title, end in (
        ("02", "apel-pagi", "disiplin", "Apel Pagi di Halaman Rutan", "Akhir apel pagi."),
        ("09", "panen-sayur", "Kurban", "Panen Sayur Bersama Warga Binaan", "Akhir panen sayur."),
        ("16", "buka-puasa", "Ramadhan", "Buka Puasa Bersama Keluarga", "Akhir buka puasa."),
    )
}
GOOD_ENDS = ("Akhir apel pagi.", "Akhir panen sayur.", "Akhir buka puasa.")
DANGEROUS = re.compile(r"[\x00-\x20]*(javascript|data|vbscript):", re.IGNORECASE)
ADDRESSES = frozenset("href src action formaction srcset poster data background cite xlink:href".split())
RUNNING = frozenset("script iframe frame object embed applet base svg math style".split())
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
FIELDS = frozenset(
    "kind must why line yaml_only no_page expect post repeat stairs rename prefix encoding newline".split()
)
EXPECTED = frozenset("title tags date path text html bad".split())


@dataclass(frozen=True)
class Case:
    """One case: its name and what its case.toml says."""

    name: str
    about: dict[str, Any]

    @property
    def sources(self) -> dict[str, Path]:
        """The posts of the case by their paths in a site."""
        names = self.about.get("rename", {})
        return {
            f"content/berita/{names.get(path.name, path.name)}": path
            for path in sorted((FOLDER / self.name).glob("*.md"))
        }

    @property
    def files(self) -> dict[str, bytes]:
        return {path: self._bytes(source.read_text(encoding="utf-8")) for path, source in self.sources.items()}

    def _bytes(self, text: str) -> bytes:
        for token, (copy, count) in self.about.get("repeat", {}).items():
            text = text.replace(token, copy * count)
        for token, count in self.about.get("stairs", {}).items():
            text = text.replace(token, "\n".join(f"{'    ' * step}- tingkat {step}" for step in range(count)))
        text = self.about.get("prefix", "") + text.replace("\n", self.about.get("newline", "\n"))
        return text.encode(self.about.get("encoding", "utf-8"))

    @property
    def posts(self) -> list[dict[str, str]]:
        """File, title and last sentence of every post that must not be lost."""
        title, path = self.about.get("expect", {}).get("title", ""), min((FOLDER / self.name).glob("*.md"))
        posts: list[dict[str, str]] = self.about.get(
            "post", [{"file": path.name, "title": title, "end": "Akhir isi berita uji."}]
        )
        return posts

    def typed(self, post: dict[str, str]) -> tuple[str, list[str]]:
        """The title of a post as its writer typed it, and the lines of its body that are nothing but words."""
        name = self.about.get("rename", {}).get(post["file"], post["file"])
        text = self.files[f"content/berita/{name}"].decode(self.about.get("encoding", "utf-8"))
        lines = text.replace("\r", "\n").split("\n")
        titles = [line.removeprefix("title: ").strip('"') for line in lines if line.startswith("title: ")]
        body = lines[lines.index("---", 1) + 1 :]
        return "".join(titles).strip(), [line.strip() for line in body if re.fullmatch(r"[\w ,.\[]+", line)]


CASES = [
    Case(path.parent.name, tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted(FOLDER.glob("*/case.toml"))
]


def page_with(built: Built, sentence: str) -> tuple[str, Element]:
    """Return the address and the tree of the one page whose article holds the sentence."""
    found = [
        (f"/{path.removesuffix('index.html')}", page)
        for path, page in built.pages.items()
        if any(sentence in text_of(article) for article in page.iter("article"))
    ]
    assert len(found) == 1, (sentence, [address for address, _ in found])
    return found[0]


def links(page: Element) -> list[str]:
    return [unquote(urlsplit(href).path) for href in attributes(page, "href", ["a"])]


def judge_lists(built: Built, addresses: list[str]) -> None:
    """Every post is linked from the list of all posts, and from the front page, and no list was lost."""
    assert set(addresses) <= set(links(built.page("/berita/")))
    assert set(addresses) <= set(links(built.page("/")))
    assert len({address.casefold() for address in addresses}) == len(addresses)
    for lost in ("/", "/berita/", "/arsip/", "/tag/", "/kategori/"):
        assert built.page(lost).find(".//h1") is not None


def runs(element: Element) -> bool:
    """Whether a browser does more with it than to hold it: JSON-LD is data."""
    return element.get("type") != "application/ld+json" or not json.loads(element.text or "")


def html_of(built: Built) -> Iterator[tuple[str, Element]]:
    """Every page, and every text that a feed shows as HTML, parsed."""
    yield from built.pages.items()
    for path, data in built.files.items():
        if path.endswith("feed.xml"):
            yield from ((path, sites.parsed(each.text or "")) for each in fromstring(data).iter(CONTENT))
        elif path.endswith("feed.json"):
            yield from ((path, sites.parsed(each["content_html"])) for each in json.loads(data)["items"])


def judge_safety(built: Built) -> None:
    """No page and no feed holds anything that runs."""
    for path, page in html_of(built):
        assert [each.tag for each in page.iter() if each.tag in RUNNING and runs(each)] == [], path
        named = [(name.lower(), value) for each in page.iter() for name, value in each.attrib.items()]
        assert [name for name, _ in named if name.startswith("on") or name in {"style", "srcdoc"}] == [], path
        assert [value for name, value in named if name in ADDRESSES and DANGEROUS.match(value)] == [], path


def judge_tags(built: Built, address: str, page: Element, tags: list[str]) -> None:
    """The page names the tags, and each leads to a page that lists the post."""
    shown = {text_of(each): each.attrib["href"] for each in page.findall(".//section[@aria-labelledby='_topik']//a")}
    assert set(shown) == set(tags)
    for name, href in shown.items():
        assert address in links(built.page(href))
        assert name in text_of(built.page(href).find(".//h1"))


def judge_page(built: Built, case: Case, address: str, page: Element) -> None:
    expect, source = case.about.get("expect", {}), built.text(sites.file_of(address))
    if "tags" in expect:
        judge_tags(built, address, page, expect["tags"])
    if "date" in expect:
        assert any(value.startswith(tuple(expect["date"])) for value in attributes(page, "datetime", ["time"]))
    if "path" in expect:
        assert re.search(expect["path"], address)
    assert [text for text in expect.get("text", ()) if text not in text_of(page.find(".//article"))] == []
    assert [pattern for pattern in expect.get("html", ()) if not re.search(pattern, source)] == []
    assert [bad for bad in expect.get("bad", ()) if bad in source] == []


def judge_published(built: Built, case: Case) -> None:
    addresses = [page_with(built, end)[0] for end in GOOD_ENDS]
    for post in case.posts:
        address, page = page_with(built, post["end"])
        heading, (title, words) = text_of(page.find(".//h1")), case.typed(post)
        assert heading == title if title else heading
        assert heading.startswith(post["title"])
        shown = text_of(page.find(".//article"))
        assert [line[:80] for line in words if line not in shown] == []
        judge_page(built, case, address, page)
        addresses.append(address)
    judge_lists(built, addresses)


def judge_refused(built: Built, case: Case) -> None:
    errors = [each for each in built.report.problems if each.severity is Severity.ERROR]
    assert {each.path for each in errors} <= set(case.sources)
    assert errors
    assert not built.files


def judge_line(built: Built, case: Case) -> None:
    """A message about the post, if there is one, points at the line of the case, and shows it."""
    named = [each for each in built.report.problems if each.path in case.sources]
    if named and "line" in case.about:
        assert [each.excerpt != "" for each in named if each.line == case.about["line"]][:1] == [True]
    assert case.about["must"] != "warn" or named


def judge(built: Built, case: Case) -> None:
    """Raise AssertionError unless the site is what the case asks for."""
    must, published = case.about["must"], built.report.published
    assert set(case.about) <= FIELDS
    assert set(case.about.get("expect", {})) <= EXPECTED
    assert must in {"publish", "reject", "either", "warn"}
    assert must != "reject" or not published
    assert must != "publish" or published
    judge_line(built, case)
    if published and case.about.get("no_page"):
        judge_lists(built, [page_with(built, end)[0] for end in GOOD_ENDS])
        assert len([page for page in built.pages.values() if list(page.iter("article"))]) == len(GOOD)
    elif published:
        judge_published(built, case)
    else:
        judge_refused(built, case)
    judge_safety(built)
