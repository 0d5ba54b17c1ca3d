"""One file of content -> an Article or a TagFile, with all that is wrong in it."""

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from warta.codes import Code
from warta.fields import Field, text_of
from warta.model import Article, Link, Passage, Source, TagFile, Term
from warta.problems import Findings, Problem
from warta.read import markup
from warta.read.dates import DateFault, Moment, read_date
from warta.read.kinds import NEWS, PAGES, TAGS
from warta.read.notices import approval_of, corrections_of, event_of, withdrawal_of
from warta.read.slugs import slug_of
from warta.read.textfile import Opened, open_text, title_of
from warta.read.typed import addresses_of, checks_of, date_of, flag_of, named_terms, nearest_date, slug_field, terms_of
from warta.settings import Settings

KEYS = {
    "title": "judul",
    "date": "tanggal",
    "updated": "diubah",
    "tags": "tag",
    "category": "kategori",
    "summary": "ringkasan",
    "image": "foto",
    "image_alt": "teks_foto",
    "image_caption": "keterangan_foto",
    "author": "penulis",
    "place": "tempat",
    "draft": "draf",
    "slug": "slug",
    "aliases": "alamat_lama",
    "short_title": "judul_pendek",
    "event": "acara",
    "correction": "ralat",
    "withdrawn": "tarik",
    "approved": "disetujui",
    "gallery": "galeri",
    "ignore": "abaikan",
}
"""The keys of front matter, English and Indonesian; both are equal."""

TAG_KEYS = {"title": "judul", "aliases": "ejaan_lain"}
"""The keys of a file in content/tag/."""

_NAMES, _TAG_NAMES = (
    {spelling: name for name, other in keys.items() for spelling in (name, other)} for keys in (KEYS, TAG_KEYS)
)
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ]+(.*))?", re.DOTALL)


class _Head(NamedTuple):
    """What a post cannot do without: where it goes, what it is called, and since when (None: a standing page)."""

    slug: str
    title: str
    moment: Moment | None


def read_article(source: Source, settings: Settings) -> tuple[Article | None, tuple[Problem, ...]]:
    """The post or standing page in the file; None if it is empty or what is wrong leaves nothing to show."""
    opened, findings = open_text(source, _NAMES)
    if opened is None:
        return None, findings.problems
    is_news = source.path.startswith(NEWS)
    name_date, name = _split_name(_stem(source.path))
    head = _Head(
        slug_field(opened.fields.get("slug"), _slug_of_name(name, source.path), findings),
        title_of(opened, name, findings),
        _moment(opened.fields, name_date, settings, findings) if is_news else None,
    )
    article = _article(source, opened, head, settings, findings)
    complete = head.title and (head.moment or not is_news)
    return (article if complete else None), findings.problems


def _article(source: Source, opened: Opened, head: _Head, settings: Settings, findings: Findings) -> Article:
    fields, parts, zone = opened.fields, opened.parts, settings.zone
    updated = date_of(fields.get("updated"), zone, findings)
    corrections = corrections_of(fields.get("correction"), zone, findings)
    changes = [when for when in (updated and updated.when, *(note.date for note in corrections)) if when]
    body = markup.render(parts.body, parts.body_line, head.slug, settings.language, findings)
    return Article(
        path=source.path,
        slug=head.slug,
        title=head.title,
        short_title=text_of(fields.get("short_title"), findings),
        summary=text_of(fields.get("summary"), findings) or body.lead,
        body=body,
        date=head.moment.when if head.moment else None,
        has_time=head.moment.has_time if head.moment else False,
        updated=max(changes, default=None),
        tags=named_terms(terms_of(fields.get("tags"), findings), findings),
        category=_category(fields.get("category"), findings),
        author=text_of(fields.get("author"), findings),
        place=text_of(fields.get("place"), findings),
        image=_image(fields, findings),
        image_alt=text_of(fields.get("image_alt"), findings),
        image_caption=text_of(fields.get("image_caption"), findings),
        gallery=flag_of(fields.get("gallery"), findings),
        event=event_of(fields.get("event"), zone, findings),
        corrections=corrections,
        withdrawal=withdrawal_of(fields.get("withdrawn"), opened.node, findings),
        draft=flag_of(fields.get("draft"), findings),
        approval=approval_of(fields.get("approved"), zone, findings),
        aliases=addresses_of(fields.get("aliases"), findings),
        ignored=checks_of(fields.get("ignore"), findings),
        written=Passage(parts.body, parts.body_line),
        digest=source.digest,
        positions=tuple((name, field.value.line, field.value.column) for name, field in fields.items()),
    )


def read_tag_file(source: Source, settings: Settings) -> tuple[TagFile | None, tuple[Problem, ...]]:
    """What the file says of a tag; its title is that of the front matter, else its file name."""
    opened, findings = open_text(source, _TAG_NAMES)
    if opened is None:
        return None, findings.problems
    fields, parts = opened.fields, opened.parts
    title = title_of(opened, _stem(source.path), findings)
    place = (fields["title"].value.line, fields["title"].value.column) if title else (1, 1)
    spellings = named_terms((Term(title, *place),) if title else (), findings)
    body = markup.render(parts.body, parts.body_line, slug_of(title), settings.language, findings)
    tag_file = TagFile(
        source.path, title, terms_of(fields.get("aliases"), findings), body, body.lead, source.digest, place
    )
    return (tag_file if spellings else None), findings.problems


def _moment(fields: Mapping[str, Field], name_date: str, settings: Settings, findings: Findings) -> Moment | None:
    """The post's date: from its field, else from its file name."""
    if "date" in fields:
        return date_of(fields["date"], settings.zone, findings)
    if name_date:
        try:
            return read_date(name_date, settings.zone)
        except DateFault as fault:
            nearest = nearest_date(name_date, fault)
            findings.add(fault.code, 1, 1, fix=f"date: {nearest}" if nearest else "", **fault.facts)
            return None
    findings.add(Code.DATE_MISSING, 1, 1)
    return None


def _category(field: Field | None, findings: Findings) -> Term | None:
    name = text_of(field, findings)
    if field is None or not name:
        return None
    named = named_terms((Term(name, field.value.line, field.value.column),), findings)
    return named[0] if named else None


def _image(fields: Mapping[str, Field], findings: Findings) -> Link | None:
    """The photo on top. That it needs no words is said by an empty `image_alt`, not by none."""
    field = fields.get("image")
    target = text_of(field, findings)
    if field is None or not target:
        return None
    place = field.value.line, field.value.column
    if "image_alt" not in fields:
        key = "image_alt" if field.key.text.casefold() == "image" else KEYS["image_alt"]
        findings.add(Code.PHOTO_ALT_MISSING, *place, target=target[:80], key=key)
    return Link(target, is_photo=True, line=place[0], column=place[1])


def _stem(path: str) -> str:
    """The name that the file gives its post: that of its folder if it is an `index.md` below those of content."""
    folder, _, name = path.rpartition("/")
    if name == "index.md" and f"{folder}/" not in {NEWS, PAGES, TAGS}:
        return folder.rpartition("/")[2]
    return name[: -len(".md")]


def _split_name(stem: str) -> tuple[str, str]:
    """The date in a file name (as `2025-03-22`, "" for none) and the rest of the name."""
    match = _DATED.fullmatch(stem)
    return (f"{match[1]}-{match[2]}-{match[3]}", match[4] or stem) if match else ("", stem)


def _slug_of_name(name: str, path: str) -> str:
    """The slug of a file name, or a digest of the path where the name holds nothing that an address can."""
    return slug_of(name) or f"berita-{hashlib.sha256(path.encode()).hexdigest()[:8]}"
