"""The export of a WordPress site -> manuscripts: which items become posts and pages, under which addresses.

Post types, states and keys of metadata are those of WordPress's own exporter (wp-admin/includes/export.php).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote

from warta.arrange.addresses import Addresses
from warta.codes import Code
from warta.fields import Field
from warta.newsroom.importing import htmltext
from warta.newsroom.importing.export import Export, ExportFault, Item, read_export
from warta.newsroom.importing.manuscript import Imported, Manuscript
from warta.newsroom.importing.media import Uploads
from warta.newsroom.importing.wppost import OldSite, body_of
from warta.newsroom.shelf import Shelf
from warta.problems import Findings, Problem, problem
from warta.read.dates import DateFault, read_date
from warta.read.slugs import slug_of
from warta.read.typed import addresses_of
from warta.sourcetext import LARGEST
from warta.yamlnodes import Scalar, Sequence

_LIVE, _WAITING = frozenset({"publish", "future"}), frozenset({"draft", "pending", "private"})
_MACHINERY = frozenset(
    """
    attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block wp_template
    wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face
    """.split()
)
_NO_CATEGORY = frozenset({"uncategorized", "tak berkategori", "tidak berkategori", "tanpa kategori"})


class Place(NamedTuple):
    """Where an item will stand: the last word of its address, and the address."""

    name: str
    address: str
    is_page: bool


def read_wordpress(
    stream: BinaryIO, origin: str, shelf: Shelf, uploads: Uploads, show: Callable[[int, int], None]
) -> Imported:
    """Every post and page of the export; `show` is told how many are done, and of how many (0: unknown yet)."""
    try:
        export = read_export(stream, lambda count: show(count, 0))
    except ExportFault as fault:
        return (), (problem(Code.IMPORT_BROKEN, origin, kind=f"WordPress, {fault}"),)
    kept = [item for item in export.items if _is_text(item)]
    places, renamed = _places(kept, shelf, origin)
    old_site = _old_site(export, kept, places, uploads)
    taken = {address.casefold() for address in shelf.addresses} | {each.address.casefold() for each in places}
    made = []
    for number, (item, place) in enumerate(zip(kept, places, strict=True), start=1):
        aliases, refused = _aliases(item, place, taken)
        manuscript = _manuscript(item, place, export.authors, origin)
        body = body_of(item if len(item["content"]) <= LARGEST else replace(item, fields={}), place.name, old_site)
        problems = (*_waits(item), *body.problems, *refused)
        made.append(
            manuscript._replace(
                body=body.markdown,
                image=body.image,
                image_alt=body.image_alt,
                image_caption=body.image_caption,
                photos=body.photos,
                aliases=aliases,
                problems=problems,
            )
        )
        show(number, len(kept))
    return tuple(made), (*_others(export, origin), *_queries(kept, origin), *renamed)


def _is_text(item: Item) -> bool:
    is_used = item["post_type"] in {"post", "page"} and item["status"] in _LIVE | _WAITING
    return is_used and bool(item["title"].strip() or item["content"].strip())


def _places(items: list[Item], shelf: Shelf, origin: str) -> tuple[list[Place], list[Problem]]:
    """A place for each item, no two at one address; and a warning for each that could not keep its name."""
    addresses, taken = Addresses(shelf.settings.paths), {address.casefold() for address in shelf.addresses}
    places, renamed = list[Place](), list[Problem]()
    for item in items:
        is_page = item["post_type"] == "page"
        wanted = name = slug_of(unquote(item["post_name"])) or slug_of(item["title"]) or f"berita-{item['post_id']}"
        number, base = 1, "/" if is_page else addresses.news
        while f"{base}{name}/".casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        if name != wanted:
            renamed.append(problem(Code.IMPORT_RENAMED, origin, name=name, wanted=wanted))
        taken.add(f"{base}{name}/".casefold())
        places.append(Place(name, f"{base}{name}/", is_page))
    return places, renamed


def _old_site(export: Export, kept: list[Item], places: list[Place], uploads: Uploads) -> OldSite:
    # A link to a post that is not published would stop the build.
    live = [
        pair
        for pair in zip(kept, places, strict=True)
        if pair[0]["status"] == "publish" and not pair[0]["post_password"]
    ]
    paths = {item.old_path.strip("/").casefold(): place.address for item, place in live}
    numbers = {item["post_id"]: place.address for item, place in live}
    attachments = {item["post_id"]: item for item in export.items if item["post_type"] == "attachment"}
    alts = {
        uploads.find(each["attachment_url"]): each.meta.get("_wp_attachment_image_alt", "")
        for each in attachments.values()
    }
    return OldSite(export.hosts, {path: at for path, at in paths.items() if path}, numbers, attachments, uploads, alts)


def _manuscript(item: Item, place: Place, authors: Mapping[str, str], origin: str) -> Manuscript:
    """All of the item but its body."""
    categories = [term.name for term in item.terms if term.domain == "category"]
    categories = [name for name in categories if name.casefold() not in _NO_CATEGORY and slug_of(name)]
    tags = [term.name for term in item.terms if term.domain == "post_tag" and slug_of(term.name)]
    return Manuscript(
        origin=origin,
        title=" ".join(_plain(item["title"]).split()) or place.name.replace("-", " ").capitalize(),
        body="",
        summary=" ".join(_plain(item["excerpt"]).split()),
        name=place.name,
        date="" if place.is_page else _date(item),
        tags=() if place.is_page else tuple(dict.fromkeys([*categories[1:], *tags])),
        category="" if place.is_page or not categories else categories[0],
        author="" if place.is_page else " ".join(authors.get(item["creator"], "").split()),
        draft=item["status"] in _WAITING or bool(item["post_password"]),
        is_page=place.is_page,
    )


def _plain(html: str) -> str:
    return htmltext.words_of(htmltext.parsed(html)) if "<" in html or "&" in html else html


def _date(item: Item) -> str:
    """The local time that the item bears, else that of its last change; "" if it has none."""
    for name in ("post_date", "post_modified"):
        text = item[name].strip()[: len("2024-03-22 16:30")]
        try:
            read = read_date(text, UTC)
        except DateFault:
            continue
        # Not as it came: its beginning becomes part of a file's name.
        return read.when.isoformat(" ", "minutes")[: len("2024-03-22 16:30" if read.has_time else "2024-03-22")]
    return ""


def _aliases(item: Item, place: Place, taken: set[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The item's old address if Warta can serve it and it is no one's; and a warning if it is lost."""
    old = unquote(item.old_path) if item["status"] in _LIVE else ""
    at = f"{old.rstrip('/')}/".casefold()
    if not old.strip("/") or at == place.address.casefold() or at in taken:
        return (), ()
    scalar = Scalar(old, True, 1, 1)  # noqa: FBT003 - a named tuple's field
    accepted = addresses_of(Field(scalar, Sequence((scalar,), 1, 1)), Findings("", ()))
    taken.add(at)
    if accepted:
        return (accepted[0].name,), ()
    return (), (problem(Code.IMPORT_ALIAS, "", address=old[:200]),)


def _waits(item: Item) -> Iterator[Problem]:
    """What of the item's state a person must know."""
    if len(item["content"]) > LARGEST:
        yield problem(Code.FILE_TOO_LARGE, "", size=len(item["content"]), limit=LARGEST)
    if item["post_password"]:
        yield problem(Code.IMPORT_PROTECTED, "")
    if item.comments:
        yield problem(Code.IMPORT_COMMENTS, "", count=item.comments)


def _others(export: Export, origin: str) -> Iterator[Problem]:
    """A warning for each kind of item that Warta has no place for."""
    kinds = Counter(item["post_type"] or "?" for item in export.items)
    for kind in sorted(kinds.keys() - _MACHINERY - {"post", "page"}):
        yield problem(Code.IMPORT_NOT_CARRIED, origin, what=f"{kind}: {kinds[kind]}")


def _queries(kept: list[Item], origin: str) -> Iterator[Problem]:
    """A warning if live posts stood at addresses like `/?p=12`, which no file can answer."""
    count = sum(1 for item in kept if item["status"] in _LIVE and "?" in item["link"])
    if count:
        yield problem(Code.IMPORT_ALIAS, origin, address=f"/?p=... ({count})")
