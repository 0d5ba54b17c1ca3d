"""One file of content -> an Article or a TagFile, with all that is wrong in it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from warta.fields import Field, kind_of, read_fields, text_of
from warta.model import Article, Link, Source, TagFile, Term
from warta.problems import Code, Findings, Problem
from warta.read import frontmatter, markup
from warta.read.dates import DateFault, Moment, read_date
from warta.read.mending import mend, quoted
from warta.read.notices import corrections_of, event_of, withdrawal_of
from warta.read.plainyaml import read_plain
from warta.read.slugs import slug_of
from warta.read.typed import addresses_of, date_of, flag_of, named_terms, nearest_date, slug_field, terms_of
from warta.read.yamlfaults import explain
from warta.settings import Settings
from warta.sourcetext import read_text
from warta.yamlnodes import Mapping as MappingNode
from warta.yamlnodes import Scalar, YamlFault, read_node

NEWS, PAGES, TAGS = "content/berita/", "content/halaman/", "content/tag/"

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
    "gallery": "galeri",
    "author": "penulis",
    "place": "tempat",
    "draft": "draf",
    "slug": "slug",
    "aliases": "alamat_lama",
    "short_title": "judul_pendek",
    "event": "acara",
    "correction": "ralat",
    "withdrawn": "tarik",
}
"""The keys of front matter, English and Indonesian; both are equal."""

TAG_KEYS = {"title": "judul", "aliases": "ejaan_lain"}
"""The keys of a file in content/tag/."""

_NAMES, _TAG_NAMES = (
    {spelling: name for name, other in keys.items() for spelling in (name, other)} for keys in (KEYS, TAG_KEYS)
)
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ]+(.*))?", re.DOTALL)
FRONT_MATTER_LIMIT = 20_000
"""Characters of front matter that are read."""


def read_article(source: Source, settings: Settings) -> tuple[Article | None, tuple[Problem, ...]]:
    """The post or standing page in the file; None if it is empty or what is wrong leaves nothing to show."""
    opened, findings = _open(source, _NAMES)
    if opened is None:
        return None, findings.problems
    fields, parts = opened.fields, opened.parts
    is_news = source.path.startswith(NEWS)
    name_date, name = _split_name(_stem(source.path))
    slug = slug_field(fields.get("slug"), _slug_of_name(name, source.path), findings)
    title = text_of(fields.get("title"), findings)
    if not title:
        _note_missing_title(opened, name, findings)
    moment = _moment(fields, name_date, settings, findings) if is_news else None
    updated = date_of(fields.get("updated"), settings.zone, findings)
    body = markup.render(parts.body, parts.body_line, slug, settings.language, findings)
    withdrawn, withdrawal = withdrawal_of(fields.get("withdrawn"), findings)
    article = Article(
        path=source.path,
        slug=slug,
        title=title,
        summary=text_of(fields.get("summary"), findings) or body.lead,
        body=body,
        date=moment.when if moment else None,
        has_time=moment.has_time if moment else False,
        updated=updated.when if updated else None,
        tags=named_terms(terms_of(fields.get("tags"), findings), findings),
        category=_category(fields.get("category"), findings),
        author=text_of(fields.get("author"), findings),
        place=text_of(fields.get("place"), findings),
        image=_image(fields.get("image"), findings),
        image_alt=text_of(fields.get("image_alt"), findings),
        image_caption=text_of(fields.get("image_caption"), findings),
        gallery=flag_of(fields.get("gallery"), findings),
        short_title=text_of(fields.get("short_title"), findings),
        event=event_of(fields.get("event"), settings.zone, findings),
        corrections=corrections_of(fields.get("correction"), settings.zone, findings),
        withdrawn=withdrawn,
        withdrawal=withdrawal,
        draft=flag_of(fields.get("draft"), findings),
        aliases=addresses_of(fields.get("aliases"), findings),
        digest=source.digest,
        positions=tuple((name, field.value.line, field.value.column) for name, field in fields.items()),
    )
    complete = title and (article.date or not is_news)
    return (article if complete else None), findings.problems


def read_tag_file(source: Source, settings: Settings) -> tuple[TagFile | None, tuple[Problem, ...]]:
    """What the file says of a tag; its title is that of the front matter, else its file name."""
    opened, findings = _open(source, _TAG_NAMES)
    if opened is None:
        return None, findings.problems
    fields, parts = opened.fields, opened.parts
    title = text_of(fields.get("title"), findings)
    if not title:
        _note_missing_title(opened, _stem(source.path), findings)
    place = (fields["title"].value.line, fields["title"].value.column) if title else (1, 1)
    spellings = named_terms((Term(title, *place),) if title else (), findings)
    body = markup.render(parts.body, parts.body_line, slug_of(title), settings.language, findings)
    tag_file = TagFile(
        source.path, title, terms_of(fields.get("aliases"), findings), body, body.lead, source.digest, place
    )
    return (tag_file if spellings else None), findings.problems


@dataclass(frozen=True, slots=True)
class _Opened:
    node: MappingNode
    fields: Mapping[str, Field]
    parts: frontmatter.Parts


def _open(source: Source, names: Mapping[str, str]) -> tuple[_Opened | None, Findings]:
    """The file's fields and parts (None if it cannot be opened), and the findings to add to."""
    text, problems = read_text(source.data, source.path)
    findings = Findings(source.path, (text or "").split("\n"))
    findings.extend(problems)
    if text is None:
        return None, findings
    if not text.strip():
        findings.add(Code.FILE_EMPTY)
        return None, findings
    parts = frontmatter.split(text, findings)
    node = _front_matter(parts, findings) if parts else None
    if parts is None or node is None:
        return None, findings
    return _Opened(node, read_fields(node, names, findings), parts), findings


def _front_matter(parts: frontmatter.Parts, findings: Findings) -> MappingNode | None:
    if sum(map(len, parts.fields)) > FRONT_MATTER_LIMIT:
        findings.add(Code.YAML_TOO_LARGE, parts.first_line, 1)
        return None
    return read_plain(parts.fields, parts.first_line) or _mended(parts, findings)


def _mended(parts: frontmatter.Parts, findings: Findings) -> MappingNode | None:
    lines = mend(parts.fields, parts.first_line, findings)
    try:
        node = read_node("\n".join(lines), parts.first_line)
    except YamlFault as fault:
        explain(fault, lines, parts.first_line, findings)
        return None
    if node is not None and not isinstance(node, MappingNode):
        findings.add(Code.NOT_A_MAPPING, node.line, node.column, got=kind_of(node))
        return None
    return node or MappingNode((), parts.first_line, 1)


def _note_missing_title(opened: _Opened, name: str, findings: Findings) -> None:
    """Point at the key that stands there without a text, if one does; a title of the wrong type is noted already."""
    written = (entry for entry in opened.node.entries if entry[0].text.strip().casefold() in {"title", KEYS["title"]})
    key, value = next(written, (None, None))
    if value is None or isinstance(value, Scalar):
        place = (value.line, value.column) if value else (1, 1)
        shown = quoted(name.replace("-", " ").capitalize())
        findings.add(Code.TITLE_MISSING, *place, key=key.text if key else "title", title=shown)


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


def _image(field: Field | None, findings: Findings) -> Link | None:
    target = text_of(field, findings)
    return Link(target, is_photo=True, line=field.value.line, column=field.value.column) if field and target else None


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
