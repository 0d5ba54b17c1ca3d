"""The stream of a WordPress export (WXR 1.0 to 1.2) -> its items, one at a time, the tree behind them let go."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple
from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element, ParseError

_NO_XML = bytes(each for each in range(32) if each not in (9, 10, 13))


class ExportFault(ValueError):
    """The stream is no export that can be read: what the parser says of it."""


class Term(NamedTuple):
    """A category or tag of an item: `domain` is `category` or `post_tag`."""

    domain: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the export, its fields as WordPress names them, without their prefix."""

    fields: Mapping[str, str]
    terms: tuple[Term, ...]
    meta: Mapping[str, str]
    comments: int

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def old_path(self) -> str:
        """The path of the item's old address; "" if that was a query (`/?p=12`), which no file can answer."""
        parts = _split(self["link"])
        return "" if parts is None or parts.query else parts.path


@dataclass(frozen=True, slots=True)
class Export:
    """An export in memory: the old site's hosts, the names of its authors, its items by kind."""

    hosts: frozenset[str]
    authors: dict[str, str]
    items: tuple[Item, ...]


class _Printable:
    """A stream without the control characters that no XML may hold and that old editors left in posts."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """As any stream's; fewer bytes than asked for are not the end."""
        while data := self._stream.read(size):
            if kept := data.translate(None, _NO_XML):
                return kept
        return b""


def read_export(stream: BinaryIO, show: Callable[[int], None]) -> Export:
    """The whole export; `show` is told how many items were read so far. Raises ExportFault."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    hosts, authors, items, channel, is_export = set[str](), dict[str, str](), list[Item](), None, False
    try:
        for event, element in iterparse(_Printable(stream), events=("start", "end"), forbid_dtd=True):
            name = _local(element.tag)
            if event == "start":
                channel = element if name == "channel" else channel
            elif name == "item":
                items.append(_item(element))
                _let_go(channel)
                show(len(items))
            elif name in {"base_blog_url", "base_site_url"}:
                hosts.add(host_of(element.text or ""))
            elif name == "author":
                found = dict(_texts(element))
                authors[found.get("author_login", "")] = found.get("author_display_name", "")
            is_export = is_export or name == "wxr_version"
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ExportFault(str(error)[:200]) from error
    if not is_export:
        raise ExportFault("wxr_version")
    return Export(frozenset(hosts - {""}), authors, tuple(items))


def host_of(url: str) -> str:
    """The host in a URL without `www.`; "" if it has none."""
    parts = _split(url)
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url.strip())
    except ValueError:
        return None


def _let_go(channel: Element | None) -> None:
    if channel is not None:
        channel.clear()


def _local(tag: str) -> str:
    """The name without its namespace, whose version changes; the two that are both `encoded` apart."""
    space, _, name = tag.rpartition("}")
    return ("excerpt" if "excerpt" in space else "content") if name == "encoded" else name


def _texts(element: Element) -> Iterator[tuple[str, str]]:
    return ((_local(child.tag), child.text or "") for child in element)


def _item(element: Element) -> Item:
    terms = (Term(each.get("domain", ""), " ".join((each.text or "").split())) for each in _all(element, "category"))
    pairs = (dict(_texts(each)) for each in _all(element, "postmeta"))
    return Item(
        fields=dict(_texts(element)),
        terms=tuple(terms),
        meta={pair.get("meta_key", ""): pair.get("meta_value", "") for pair in pairs},
        comments=sum(1 for _ in _all(element, "comment")),
    )


def _all(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _local(child.tag) == name)
