"""site.yaml -> Settings, every wrong value reported at once with its line."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar
from zoneinfo import ZoneInfo

from warta import settingsparts as parts
from warta.baseurl import normal_base_url
from warta.codes import Code, Severity
from warta.fields import Field, items_of, read_fields, read_mapping, text_of
from warta.problems import Findings, Problem
from warta.settings import Settings
from warta.sourcetext import read_text

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
    "license",
    "logo",
    "colors",
    "navigation",
    "services",
    "social",
    "paths",
    "features",
    "per_page",
    "files",
    "checks",
    "stop_words",
    "approval",
    "anniversaries",
    "names",
)
LANGUAGES = ("id", "en")
APPROVAL = {"required": True, "off": False}
PER_PAGE_LIMITS = (1, 500)

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
            contact=parts.contact(self._fields.get("contact"), self._findings),
            hours=self._lines("hours"),
            license=self._text("license"),
            logo=parts.logo(self._fields.get("logo"), self._findings),
            accent=parts.accent(self._fields.get("colors"), self._findings),
            navigation=parts.entries(self._fields.get("navigation"), self._findings),
            services=parts.entries(self._fields.get("services"), self._findings),
            social=parts.entries(self._fields.get("social"), self._findings),
            paths=parts.paths(self._fields.get("paths"), self._findings),
            features=parts.features(self._fields.get("features"), self._findings),
            per_page=self._parsed("per_page", _per_page, 20),
            files=parts.files(self._fields.get("files"), self._findings),
            checks=parts.checks(self._fields.get("checks"), self._findings),
            stop_words=self._lines("stop_words"),
            approval=self._parsed("approval", _approval, default=False),
            anniversaries=parts.anniversaries(self._fields.get("anniversaries"), self._findings),
            names=parts.dated_names(self._fields.get("names"), self._findings),
        )

    def _text(self, key: str) -> str:
        return text_of(self._fields.get(key), self._findings)

    def _lines(self, key: str) -> tuple[str, ...]:
        items = items_of(self._fields.get(key), self._findings)
        return tuple(line for item in items if (line := " ".join(item.text.split())))

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
            parts.wrong(self._fields[key].value, key, text, str(error), self._findings)
            return default

    def _wrong_base_url(self, got: str) -> None:
        field = self._fields.get("base_url")
        line, column = (field.value.line, field.value.column) if field else (0, 0)
        self._findings.add(Code.SETTING_WRONG, line, column, key="base_url", got=got, wanted="https://nama.go.id/")


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


def _approval(text: str) -> bool:
    if text not in APPROVAL:
        raise ValueError(", ".join(APPROVAL))
    return APPROVAL[text]


def _per_page(text: str) -> int:
    low, high = PER_PAGE_LIMITS
    if not re.fullmatch(r"[0-9]{1,3}", text) or not low <= int(text) <= high:
        raise ValueError(f"{low}-{high}")
    return int(text)
