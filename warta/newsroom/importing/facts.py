"""What a text says of itself: where it was written, and which of the known tags it is about."""

import re
from collections.abc import Iterable, Mapping

from warta.read.slugs import identity_of

MOST_TAGS = 8
"""More tags than that tell a reader nothing."""

_WORD = r"[A-Z][\w.'’]*"
_DATELINE = re.compile(
    rf"[*_]*(?P<place>{_WORD}(?:[ -]{_WORD}){{0,3}})[*_]*(?:,\s*[^–—|\n]{{1,40}}?|\s*\([^)\n]{{1,40}}\))?[*_]*"
    r"(?:\s*(?:[–—|]|-{2,3})\s*|\s+-\s*|\s*-\s+)[*_]*(?=[\"“‘(*_]*[A-Z0-9])"
)
_OFFICES = re.compile(r"(?:rutan|lapas|lpka|bapas|kanwil|kemen\w*|ditjenpas|humas|info|kelas)\b", re.IGNORECASE)


def place_of(body: str) -> str:
    """The place that a dateline names (`RANTAU, 22/3 – Petugas ...`); "" if the first paragraph has none."""
    first = next((block for block in body.split("\n\n") if not block.startswith(("![", "#"))), "")
    found = _DATELINE.match(first)
    if found is None or _OFFICES.match(found["place"]):
        return ""
    place = found["place"]
    return place.title() if place.isupper() else place


def tags_in(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The tags that the text names, the most frequent first; `known` gives the name of each spelling's identity."""
    if not known:
        return ()
    longest_first = sorted(known, key=lambda spelling: (-len(spelling), spelling))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    counts: dict[str, int] = {}
    for found in pattern.finditer(identity_of(text)):
        name = known[found[0]]
        counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: -counts[name])[:MOST_TAGS])


def known_tags(names: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The names, each as the site has it if it has it at all, whatever its blanks (`RutanRantau`: Rutan Rantau)."""
    joined = {spelling.replace(" ", ""): name for spelling, name in known.items()}
    return tuple(dict.fromkeys(joined.get(identity_of(name).replace(" ", ""), name) for name in names))
