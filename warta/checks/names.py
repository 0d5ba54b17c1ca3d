"""K202: names that are valid for a time only (`names` in site.yaml) against the post's date.

One in ten of the newest real articles names a ministry that is no more (newsroom.md section 8).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from warta.checks.runningtext import RunningText
from warta.problems import Code, Problem
from warta.settings import DatedName


def problems(running: RunningText, names: tuple[DatedName, ...]) -> Iterator[Problem]:
    """The first place of each name that is not valid on the post's day. `kemenkumham.go.id` is an address, no name."""
    posted = running.article.date
    if posted is None:
        return
    day = f"{posted:%Y-%m-%d}"
    for rarest, each in _guarded(names):
        if each.since <= day <= (each.until or day) or rarest not in running.plain:
            continue
        found = _pattern(each.name).search(running.text)
        if found:
            valid = {"since": each.since, "until": each.until}
            name = " ".join(found[0].split())
            yield running.problem(Code.NAME_OUT_OF_TIME, found.start(), text=name, fix=each.instead, **valid)


@lru_cache(maxsize=4)
def _guarded(names: tuple[DatedName, ...]) -> tuple[tuple[bytes, DatedName], ...]:
    """Each name with its longest word as a text must have it for the name to be worth a search."""
    longest = (max(each.name.split(), key=len) for each in names)
    return tuple((word.encode("latin-1", "replace").lower(), each) for word, each in zip(longest, names, strict=True))


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s*_]{1,6}".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![\w./@-]){words}(?![\w/@-]|\.\w)", re.IGNORECASE)
