"""The body of one WordPress post -> Markdown: its photos found and named, its links led to where things stand now."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import nh3
from bs4 import BeautifulSoup
from bs4.element import Tag

from warta.codes import Code
from warta.newsroom.importing import htmltext
from warta.newsroom.importing.export import Item, host_of
from warta.newsroom.importing.manuscript import Photo
from warta.newsroom.importing.media import Uploads, is_upload
from warta.newsroom.importing.shortcodes import unfold
from warta.problems import Problem, problem
from warta.read.safehtml import SWALLOWED

_TAGS = set(
    """
    a b blockquote br code dd del dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s
    small strong sub sup table tbody td tfoot th thead tr ul div
    """.split()
)
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=set(SWALLOWED),
    attributes={"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan"}, "th": {"colspan"}},
    link_rel=None,
)


class OldSite(NamedTuple):
    """What the posts of the old site name: its addresses (path without slashes, and number), attachments, photos.

    `alts` are the words for a photo by its file.
    """

    hosts: frozenset[str]
    paths: Mapping[str, str]
    numbers: Mapping[str, str]
    attachments: Mapping[str, Item]
    uploads: Uploads
    alts: Mapping[Path | None, str]

    def is_own(self, url: str) -> bool:
        """Whether the URL leads to the old site."""
        host = host_of(url)
        return host in self.hosts or (not host and url.startswith("/"))

    def new_address(self, url: str) -> str:
        """Where what stood at a URL of the old site stands now; "" if it is not carried over."""
        parts = urlsplit(url)
        query = parse_qs(parts.query)
        numbers = (self.numbers.get(number, "") for name in ("p", "page_id") for number in query.get(name, []))
        return self.paths.get(parts.path.strip("/").casefold(), "") or next(filter(None, numbers), "")


class Body(NamedTuple):
    """A body with the photo on top, all photos, and what could not be carried over."""

    markdown: str
    image: str
    image_alt: str
    image_caption: str
    photos: tuple[Photo, ...]
    problems: tuple[Problem, ...]


def body_of(item: Item, stem: str, old_site: OldSite) -> Body:
    """The item's body; its photos are called after `stem`."""
    reader = _Reader(item, stem, old_site)
    unfolded = unfold(item["content"], reader.gallery)
    soup = htmltext.parsed(_CLEANER.clean(unfolded.html))
    for name in unfolded.lost:
        reader.note(Code.IMPORT_NOT_CARRIED, "what", name)
    if htmltext.too_nested(soup):
        reader.note(Code.IMPORT_NOT_CARRIED, "what", "HTML")
        soup = htmltext.parsed(escape(soup.get_text(" ")))
    lead = reader.lead()
    reader.mend(soup)
    return Body(htmltext.markdown_of(soup), *lead, tuple(reader.photos.values()), tuple(reader.problems))


class _Reader:
    """Goes through one post's tree and gathers its photos and what it lost."""

    def __init__(self, item: Item, stem: str, old_site: OldSite) -> None:
        self._item, self._stem, self._old = item, stem, old_site
        self.photos: dict[Path, Photo] = {}
        self.problems: list[Problem] = []

    def note(self, code: Code, fact: str, value: str) -> None:
        self.problems.append(problem(code, "", 0, 0, **{fact: value[:200]}))

    def gallery(self, numbers: str) -> str:
        """The images of a gallery by their numbers in the export; without numbers those that belong to the post."""
        attached = self._old.attachments
        wanted = [number.strip() for number in numbers.split(",") if number.strip()]
        own = [number for number, each in attached.items() if each["post_parent"] == self._item["post_id"]]
        found = [attached[number] for number in wanted or own if number in attached]
        if not found:
            self.note(Code.IMPORT_PHOTO_MISSING, "target", f"[gallery {numbers}]")
        return "\n".join(_image(each) for each in found)

    def lead(self) -> tuple[str, str, str]:
        """Name, words and caption of the photo on top, all empty if the post has none."""
        attached = self._old.attachments.get(self._item.meta.get("_thumbnail_id", ""))
        if attached is None:
            return "", "", ""
        name = self._place(attached["attachment_url"])
        caption = htmltext.words_of(htmltext.parsed(attached["excerpt"]))
        return (name, attached.meta.get("_wp_attachment_image_alt", ""), caption) if name else ("", "", "")

    def mend(self, soup: BeautifulSoup) -> None:
        """Let every figure, photo and link of the tree be as the post shall have it."""
        for figure in soup.find_all("figure"):
            _unfold_figure(figure)
        for link in soup.find_all("a"):
            self._lead_on(link)
        for image in soup.find_all("img"):
            source = str(image.get("src") or "")
            name = self._place(source)
            if name:
                known = self._old.alts.get(self._old.uploads.find(source), "")
                image["src"], image["alt"] = name, str(image.get("alt") or known)
            else:
                image.replace_with(str(image.get("title") or ""))

    def _place(self, url: str) -> str:
        """The name of the photo in the post's folder; "" after noting that it is not there."""
        path = self._old.uploads.find(url) if is_upload(url) else None
        if path is None:
            self.note(Code.IMPORT_PHOTO_MISSING, "target", url)
            return ""
        name = f"{self._stem}-{len(self.photos) + 1}{path.suffix.lower()}"
        return self.photos.setdefault(path, Photo(name, path)).name

    def _lead_on(self, link: Tag) -> None:
        """Let a link lead to where its target stands now; around a photo it led to the photo's large one."""
        url = str(link.get("href") or "").strip()
        try:
            own = self._old.is_own(url)
            new = self._old.new_address(url) if own else ""
        except ValueError:  # no URL at all
            link.unwrap()
            return
        if link.find("img") and (is_upload(url) or own):
            link.unwrap()
        elif new:
            link["href"] = new
        elif own:
            host = next(iter(sorted(self._old.hosts)), "")
            whole = url if host_of(url) else f"https://{host}{url}"
            link["href"] = whole if host else ""
            self.note(Code.IMPORT_OLD_LINK, "target", whole)
        elif url and not url.startswith("#") and not htmltext.leads_somewhere(url):
            self.note(Code.IMPORT_LINK_DROPPED, "target", url)


def _image(item: Item) -> str:
    url, alt = escape(item["attachment_url"]), escape(item.meta.get("_wp_attachment_image_alt", ""))
    return f'<figure><img src="{url}" alt="{alt}"><figcaption>{item["excerpt"]}</figcaption></figure>'


def _unfold_figure(figure: Tag) -> None:
    """A figure as a paragraph with its photo, whose title is the caption; one that holds others is let go."""
    caption = figure.find("figcaption", recursive=False) or figure.find("figcaption")
    images = [image for image in figure.find_all("img") if image.find_parent("figcaption") is None]
    if figure.find("figure") is not None or not images:
        if isinstance(caption, Tag):
            caption.name = "p"
        figure.unwrap()
        return
    words = htmltext.words_of(caption) if isinstance(caption, Tag) else ""
    if isinstance(caption, Tag):
        caption.decompose()
    if words:
        images[-1]["title"] = words
    figure.name = "p"
