"""K202: names that are valid for a time only (`names` in site.yaml) against the post's date.

One in ten of the newest real articles names a ministry that is no more (newsroom.md section 8).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from warta.checks.runningtext import RunningText
from warta.codes import Code
from warta.problems import Problem
from warta.settings import DatedName

_IN_ADDRESS = b"./@_-"
_GOES_ON = rb"[a-z0-9_/@-]|\.[a-z0-9]"


def problems(running: RunningText, names: tuple[DatedName, ...]) -> Iterator[Problem]:
    """The first place of each name that is not valid on the post's day. `kemenkumham.go.id` is an address, no name."""
    posted = running.article.date
    if posted is None:
        return
    day = posted.date().isoformat()
    for wanted, each in _wanted(names):
        if each.since <= day <= (each.until or day):
            continue
        found = next((at for at in running.all_of(wanted) if _is_whole(running.plain, at, at + len(wanted))), None)
        if found is not None:
            valid = {"since": each.since, "until": each.until}
            name = " ".join(running.text[found : found + len(wanted)].split())
            yield running.problem(Code.NAME_OUT_OF_TIME, found, text=name, fix=each.instead, **valid)


@lru_cache(maxsize=4)
def _wanted(names: tuple[DatedName, ...]) -> tuple[tuple[bytes, DatedName], ...]:
    """Each name as it stands in a text made plain."""
    return tuple((each.name.encode("latin-1", "replace").lower(), each) for each in names)


def _is_whole(plain: bytes, start: int, end: int) -> bool:
    """Whether the words stand alone: not in a longer word, in an address or in a file's name."""
    return (start == 0 or plain[start - 1] not in _IN_ADDRESS) and not re.match(_GOES_ON, plain[end : end + 2])
