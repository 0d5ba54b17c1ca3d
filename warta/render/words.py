"""layouts/strings/*.yaml -> the words of the theme, with the days and months that no locale is asked for."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from warta.codes import Code
from warta.fields import Field, items_of, read_fields, read_mapping
from warta.problems import Findings, Problem
from warta.yamlnodes import Scalar

LISTS = {"weekdays": 7, "months": 12}
"""Keys that hold a list, and how many words it has."""

ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""Indonesia's zones by hours east of Greenwich (Keputusan Presiden 41/1987)."""


class Words(NamedTuple):
    """The theme's texts by key, and its lists."""

    texts: dict[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]

    def date(self, moment: datetime) -> str:
        """`Sabtu, 22 Maret 2025`."""
        return f"{self.weekdays[moment.weekday()]}, {self.day(moment)}"

    def day(self, moment: datetime) -> str:
        """`22 Maret 2025`."""
        return f"{moment.day} {self.months[moment.month - 1]} {moment.year}"

    def time(self, moment: datetime) -> str:
        """`09.30 WITA`."""
        offset = moment.utcoffset() or timedelta()
        hours = offset.total_seconds() / 3600
        return f"{moment:%H.%M} {ZONES.get(int(hours), f'UTC{hours:+g}') if hours == int(hours) else f'UTC{hours:+g}'}"

    def month(self, year: int, month: int) -> str:
        """`Maret 2025`."""
        return f"{self.months[month - 1]} {year}"


@lru_cache(maxsize=2)  # the preview builds again and again
def read_words(
    text: str, path: str, wanted: frozenset[str], theme: str = ""
) -> tuple[Words | None, tuple[Problem, ...]]:
    """The words of the file, over those of the theme's file; None if one that is wanted is in neither."""
    findings = Findings(path, text.split("\n"))
    node = read_mapping(text, 1, findings)
    if node is None:
        return None, findings.problems
    keys = {key: key for key in wanted | LISTS.keys()}
    fields = _theme_fields(theme, keys) | read_fields(node, keys, findings)
    lists = {key: tuple(item.text for item in items_of(fields.get(key), findings)) for key in LISTS}
    texts = {
        key: field.value.text for key, field in fields.items() if key not in LISTS and isinstance(field.value, Scalar)
    }
    missing = [key for key in sorted(keys) if key not in texts and len(lists.get(key, ())) != LISTS.get(key)]
    for key in missing:
        findings.add(Code.WORD_MISSING, key=key)
    return (None if missing else Words(texts, lists["weekdays"], lists["months"])), findings.problems


def _theme_fields(text: str, keys: dict[str, str]) -> dict[str, Field]:
    """What the theme's own file holds; what is wrong there is said where that file is the site's."""
    findings = Findings("", ())
    node = read_mapping(text, 1, findings) if text else None
    return read_fields(node, keys, findings) if node else {}
