"""The settings that hold lists or keys of their own: each field -> its value, what is wrong noted and left out."""

import re

from warta.codes import ADJUSTABLE, Code, Severity
from warta.colors import parse_color, readable_on_white
from warta.fields import Field, items_of, kind_of, read_fields, text_of
from warta.problems import Findings
from warta.settings import DOCUMENT_KINDS, FEATURES, ON_AT_FIRST, DatedName, Entry, Logo, Paths
from warta.yamlnodes import Mapping, Scalar, Sequence

CONTACT_KEYS = ("phone", "email", "chat")
PATH_KEYS = {
    "berita": "news",
    "tag": "tags",
    "kategori": "categories",
    "arsip": "archive",
    "halaman": "pages",
    "agenda": "agenda",
    "cari": "search",
    "feed": "feed",
}
"""The keys of `paths`, by the names they have at first, and the fields of `Paths` they set."""

NAME_KEYS = ("name", "from", "until", "instead")
"""The keys of an entry of `names`."""

_SPAN = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
SWITCH = {"on": True, "off": False, "true": True, "false": False, "ya": True, "tidak": False}


def wrong(place: Mapping | Sequence | Scalar, key: str, got: str, wanted: str, findings: Findings) -> None:
    """Note that a setting has a value that it cannot have."""
    findings.add(Code.SETTING_WRONG, place.line, place.column, key=key, got=got, wanted=wanted)


def _mapping(key: str, field: Field | None, findings: Findings) -> Mapping | None:
    if field is None:
        return None
    if isinstance(field.value, Mapping):
        return field.value
    place, got = (field.value.line, field.value.column), kind_of(field.value)
    findings.add(Code.WRONG_TYPE, *place, key=key, wanted="mapping", got=got)
    return None


def contact(field: Field | None, findings: Findings) -> tuple[tuple[str, str], ...]:
    """The ways to reach the facility, by their keys."""
    node = _mapping("contact", field, findings)
    fields = read_fields(node, {key: key for key in CONTACT_KEYS}, findings) if node else {}
    return tuple((key, text_of(fields[key], findings)) for key in CONTACT_KEYS if key in fields)


def accent(field: Field | None, findings: Findings) -> str:
    """The colour `#rrggbb` of marks and small words; "" for the theme's own. It must be readable on white."""
    node = _mapping("colors", field, findings)
    fields = read_fields(node, {"accent": "accent"}, findings) if node else {}
    text = text_of(fields.get("accent"), findings).lower()
    if text and (parse_color(text) is None or not readable_on_white(text)):
        wrong(fields["accent"].value, "accent", text, "#9a3412", findings)
        return ""
    return text


def logo(field: Field | None, findings: Findings) -> Logo | None:
    """The file of the logo, written as a post writes a photo that several share: `/media/logo.svg`."""
    text = text_of(field, findings)
    if field is None or not text:
        return None
    if not re.fullmatch(r"/media/(?:[\w-]+/)*[\w-]+\.(?:svg|png)", text):
        wrong(field.value, "logo", text, "/media/logo.svg, /media/logo.png", findings)
        return None
    return Logo(f"content{text}", field.value.line, field.value.column)


def entries(field: Field | None, findings: Findings) -> tuple[Entry, ...]:
    """A list of links: title, address, and perhaps a text."""
    if field is None:
        return ()
    key = field.key.text
    items = field.value.items if isinstance(field.value, Sequence) else ()
    if not items:
        wrong(field.value, key, "", "- title: Berita", findings)
    return tuple(entry for node in items for entry in _entry(key, node, findings))


def _entry(key: str, node: Mapping | Sequence | Scalar, findings: Findings) -> tuple[Entry, ...]:
    if not isinstance(node, Mapping):
        wrong(node, key, "", "- title: Berita", findings)
        return ()
    fields = read_fields(node, {name: name for name in ("title", "url", "text")}, findings)
    title, url, text = (text_of(fields.get(name), findings) for name in ("title", "url", "text"))
    if not title or not url.startswith(("/", "https://", "http://")) or url.startswith("//"):
        wrong(node, key, url or title, "title: Berita, url: /berita/", findings)
        return ()
    place = fields["url"].value
    return (Entry(title, url, text, place.line, place.column),)


def paths(field: Field | None, findings: Findings) -> Paths:
    """The names of the folders of addresses."""
    node = _mapping("paths", field, findings)
    fields = read_fields(node, {key: key for key in PATH_KEYS}, findings) if node else {}
    given = {PATH_KEYS[key]: _path(key, each, findings) for key, each in fields.items()}
    named = Paths()._replace(**{name: path for name, path in given.items() if path})
    folders = (named.news, named.tags, named.categories, named.archive, named.agenda, named.search)
    if node and len(set(folders)) < len(folders):
        wrong(node, "paths", ", ".join(folders), "berita, tag, kategori, arsip, agenda, cari", findings)
    return named


def _path(key: str, field: Field, findings: Findings) -> str:
    text = text_of(field, findings)
    wanted = r"[a-z0-9-]+\.xml" if key == "feed" else r"[a-z0-9-]+"
    if text and not re.fullmatch(wanted, text):
        wrong(field.value, key, text, "feed.xml" if key == "feed" else key, findings)
        return ""
    return text


def features(field: Field | None, findings: Findings) -> tuple[str, ...]:
    """The parts of the site that are on."""
    node = _mapping("features", field, findings)
    fields = read_fields(node, {key: key for key in FEATURES}, findings) if node else {}
    switched = dict.fromkeys(ON_AT_FIRST, True)
    for key, each in fields.items():
        word = text_of(each, findings).casefold()
        if word not in SWITCH:
            wrong(each.value, key, word, "on, off", findings)
        else:
            switched[key] = SWITCH[word]
    return tuple(name for name in FEATURES if switched.get(name))


def files(field: Field | None, findings: Findings) -> tuple[str, ...]:
    """The kinds of documents that may be published: none that a browser would run."""
    kinds = list[str]()
    for item in items_of(field, findings):
        kind = item.text.strip().casefold().lstrip(".")
        if kind in DOCUMENT_KINDS:
            kinds.append(kind)
        else:
            wrong(item, "files", item.text, ", ".join(DOCUMENT_KINDS), findings)
    return tuple(dict.fromkeys(kinds))


def checks(field: Field | None, findings: Findings) -> tuple[tuple[str, Severity], ...]:
    """The levels of codes that warn and of editorial ones.

    Any other error stays one: a site without that page or link would be published.
    """
    node = _mapping("checks", field, findings)
    levels = []
    for key, value in node.entries if node else ():
        severity = value.text.casefold() if isinstance(value, Scalar) else ""
        if key.text.upper() not in ADJUSTABLE:
            wrong(key, "checks", key.text, ", ".join(sorted(ADJUSTABLE)), findings)
        elif severity not in Severity._value2member_map_:
            wrong(value, "checks", severity, "error, warning, off", findings)
        else:
            levels.append((key.text.upper(), Severity(severity)))
    return tuple(levels)


def anniversaries(field: Field | None, findings: Findings) -> tuple[tuple[str, int], ...]:
    """The anniversaries of the facility's own: name, and the year to which the number of one is added."""
    node = _mapping("anniversaries", field, findings)
    found = []
    for key, value in node.entries if node else ():
        text = value.text.strip() if isinstance(value, Scalar) else ""
        if re.fullmatch(r"[12][0-9]{3}", text) and key.text.strip():
            found.append((" ".join(key.text.split()), int(text)))
        else:
            wrong(value, "anniversaries", text, "HBP: 1964", findings)
    return tuple(found)


def dated_names(field: Field | None, findings: Findings) -> tuple[DatedName, ...]:
    """The names that are valid for a time; a month or a year is valid to its end."""
    if field is None:
        return ()
    items = field.value.items if isinstance(field.value, Sequence) else ()
    if not items:
        wrong(field.value, "names", "", "- name: Kemenkumham", findings)
    return tuple(name for node in items for name in _dated_name(node, findings))


def _dated_name(node: Mapping | Sequence | Scalar, findings: Findings) -> tuple[DatedName, ...]:
    if not isinstance(node, Mapping):
        wrong(node, "names", "", "- name: Kemenkumham", findings)
        return ()
    fields = read_fields(node, {key: key for key in NAME_KEYS}, findings)
    name, since, until, instead = (text_of(fields.get(key), findings) for key in NAME_KEYS)
    if not name or not (since or until) or not all(re.fullmatch(_SPAN, text) for text in (since, until) if text):
        wrong(node, "names", until or since or name, "name: Kemenkumham, until: 2024-10", findings)
        return ()
    return (
        DatedName(
            name, since and since + "-01-01"[len(since) - 4 :], until and until + "-12-31"[len(until) - 4 :], instead
        ),
    )
