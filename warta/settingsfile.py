"""site.yaml -> Settings, every wrong value reported at once with its line."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar
from zoneinfo import ZoneInfo

from warta.fields import Field, items_of, kind_of, read_fields, read_mapping, text_of
from warta.problems import WARNINGS, Code, Findings, Problem, Severity
from warta.settings import FEATURES, NavigationItem, Paths, Settings
from warta.sourcetext import read_text
from warta.yamlnodes import Mapping as MappingNode
from warta.yamlnodes import Scalar, Sequence

KEYS = (
    "name",
    "short_name",
    "description",
    "language",
    "timezone",
    "base_url",
    "address",
    "contact",
    "hours",
    "navigation",
    "paths",
    "features",
    "per_page",
    "checks",
)
CONTACT_KEYS = ("phone", "email", "chat")
PATH_KEYS = {
    "berita": "news",
    "tag": "tags",
    "kategori": "categories",
    "arsip": "archive",
    "halaman": "pages",
    "feed": "feed",
}
"""The keys of `paths`, by the names they have at first, and the fields of `Paths` they set."""

LANGUAGES = ("id", "en")
PER_PAGE_LIMITS = (1, 500)

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_WEB_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})*(?::(?P<port>[0-9]{{1,5}}))?(?:/(?!\.\.?(?:/|$))[A-Za-z0-9._~-]+)*/?"
)

SWITCH = {"on": True, "off": False, "true": True, "false": False, "ya": True, "tidak": False}

T = TypeVar("T")


def read_settings(data: bytes, path: str, base_url: str = "") -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings in the file, or None beside the errors. `base_url`, if given, replaces that of the file."""
    text, problems = read_text(data, path)
    findings = Findings(path, (text or "").split("\n"))
    findings.extend(problems)
    node = None if text is None else read_mapping(text, 1, findings)
    if node is None:
        return None, findings.problems
    before = len(findings.problems)
    fields = read_fields(node, {key: key for key in KEYS}, findings)
    settings = _Reader(fields, findings).settings(base_url)
    errors = [each for each in findings.problems[before:] if each.severity is Severity.ERROR]
    return (None if errors else settings), findings.problems


class _Reader:
    """Each setting by its own rule, noting what is wrong and going on."""

    def __init__(self, fields: Mapping[str, Field], findings: Findings) -> None:
        self._fields, self._findings = fields, findings

    def settings(self, base_url: str) -> Settings:
        name = self._required("name")
        return Settings(
            name=name,
            short_name=self._text("short_name") or name,
            description=self._text("description"),
            language=self._parsed("language", _language, "id"),
            timezone=self._parsed("timezone", _timezone, "Asia/Makassar"),
            base_url=normal_base_url(base_url or self._required("base_url"), self._wrong_base_url),
            address=self._text("address"),
            contact=self._contact(),
            hours=tuple(" ".join(item.text.split()) for item in items_of(self._fields.get("hours"), self._findings)),
            navigation=self._navigation(),
            paths=self._paths(),
            features=self._features(),
            per_page=self._parsed("per_page", _per_page, 20),
            checks=self._checks(),
        )

    def _text(self, key: str) -> str:
        return text_of(self._fields.get(key), self._findings)

    def _required(self, key: str) -> str:
        value = self._text(key)
        if not value:
            self._findings.add(Code.SETTING_REQUIRED, key=key)
        return value

    def _parsed(self, key: str, parse: Callable[[str], T], default: T) -> T:
        text = self._text(key)
        if not text:
            return default
        try:
            return parse(text)
        except ValueError as error:
            self._wrong(self._fields[key].value, key, text, str(error))
            return default

    def _wrong(self, place: MappingNode | Sequence | Scalar, key: str, got: str, wanted: str) -> None:
        self._findings.add(Code.SETTING_WRONG, place.line, place.column, key=key, got=got, wanted=wanted)

    def _wrong_base_url(self, got: str) -> None:
        field = self._fields.get("base_url")
        line, column = (field.value.line, field.value.column) if field else (0, 0)
        self._findings.add(Code.SETTING_WRONG, line, column, key="base_url", got=got, wanted="https://nama.go.id/")

    def _mapping(self, key: str) -> MappingNode | None:
        field = self._fields.get(key)
        if field is None:
            return None
        if isinstance(field.value, MappingNode):
            return field.value
        place, got = (field.value.line, field.value.column), kind_of(field.value)
        self._findings.add(Code.WRONG_TYPE, *place, key=key, wanted="mapping", got=got)
        return None

    def _contact(self) -> tuple[tuple[str, str], ...]:
        node = self._mapping("contact")
        if node is None:
            return ()
        fields = read_fields(node, {key: key for key in CONTACT_KEYS}, self._findings)
        return tuple((key, text_of(fields[key], self._findings)) for key in CONTACT_KEYS if key in fields)

    def _paths(self) -> Paths:
        node = self._mapping("paths")
        fields = read_fields(node, {key: key for key in PATH_KEYS}, self._findings) if node else {}
        given = {PATH_KEYS[key]: self._path(key, field) for key, field in fields.items()}
        paths = replace(Paths(), **{name: path for name, path in given.items() if path})
        folders = (paths.news, paths.tags, paths.categories, paths.archive)
        if node and len(set(folders)) < len(folders):
            self._wrong(node, "paths", ", ".join(folders), "berita, tag, kategori, arsip")
        return paths

    def _path(self, key: str, field: Field) -> str:
        text = text_of(field, self._findings)
        wanted = r"[a-z0-9-]+\.xml" if key == "feed" else r"[a-z0-9-]+"
        if text and not re.fullmatch(wanted, text):
            self._wrong(field.value, key, text, "feed.xml" if key == "feed" else key)
            return ""
        return text

    def _features(self) -> tuple[str, ...]:
        node = self._mapping("features")
        fields = read_fields(node, {key: key for key in FEATURES}, self._findings) if node else {}
        off = set()
        for key, field in fields.items():
            word = text_of(field, self._findings).casefold()
            if word not in SWITCH:
                self._wrong(field.value, key, word, "on, off")
            elif not SWITCH[word]:
                off.add(key)
        return tuple(name for name in FEATURES if name not in off)

    def _navigation(self) -> tuple[NavigationItem, ...]:
        field = self._fields.get("navigation")
        if field is None:
            return ()
        items = field.value.items if isinstance(field.value, Sequence) else ()
        if not items:
            self._wrong(field.value, "navigation", "", "- title: Berita")
        return tuple(item for node in items for item in self._navigation_item(node))

    def _navigation_item(self, node: MappingNode | Sequence | Scalar) -> tuple[NavigationItem, ...]:
        if not isinstance(node, MappingNode):
            self._wrong(node, "navigation", "", "- title: Berita")
            return ()
        fields = read_fields(node, {"title": "title", "url": "url"}, self._findings)
        title, url = (text_of(fields.get(key), self._findings) for key in ("title", "url"))
        if not title or not url.startswith(("/", "https://", "http://")) or url.startswith("//"):
            self._wrong(node, "navigation", url or title, "title: Berita, url: /berita/")
            return ()
        place = fields["url"].value
        return (NavigationItem(title, url, place.line, place.column),)

    def _checks(self) -> tuple[tuple[str, Severity], ...]:
        """The levels of codes that warn. An error stays one: a site without that page or link would be published."""
        node = self._mapping("checks")
        checks = []
        for key, value in node.entries if node else ():
            severity = value.text.casefold() if isinstance(value, Scalar) else ""
            if key.text.upper() not in WARNINGS:
                self._wrong(key, "checks", key.text, ", ".join(sorted(WARNINGS)))
            elif severity not in Severity._value2member_map_:
                self._wrong(value, "checks", severity, "error, warning, off")
            else:
                checks.append((key.text.upper(), Severity(severity)))
        return tuple(checks)


def normal_base_url(url: str, wrong: Callable[[str], None]) -> str:
    """The URL with a closing slash; calls `wrong` when it is no plain http or https address."""
    if url and not _is_web_address(url):
        wrong(url)
        return ""
    return url if url.endswith("/") or not url else url + "/"


def _is_web_address(url: str) -> bool:
    """Whether it is a host with at most a port and a plain path: no `//` or `..` that a server would fold."""
    match = _WEB_ADDRESS.fullmatch(url)
    return match is not None and int(match["port"] or 0) < 65_536


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(", ".join(LANGUAGES))
    return text


def _timezone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError) as error:
        raise ValueError("Asia/Makassar, Asia/Jakarta, Asia/Jayapura") from error
    return text


def _per_page(text: str) -> int:
    low, high = PER_PAGE_LIMITS
    if not re.fullmatch(r"[0-9]{1,3}", text) or not low <= int(text) <= high:
        raise ValueError(f"{low}-{high}")
    return int(text)
