"""An Indonesian word -> its root, so that who searches for `periksa` finds `pemeriksaan`.

Pagefind's own stemmer makes `iksa` of `periksa`, `periksa` of `memeriksa` and `am` of `aman`. Here affixes are taken
off until a word of `rootwords` is left; of a word that none of them is in, only affixes that leave little doubt.
`layouts/assets/search.js` does the same with what a reader types; `tests/judges/test_search.py` compares the two.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from warta.render.rootwords import ROOTS, SPELLINGS

_VOWELS = "aiueo"
PREFIXES = (
    ("meny", "s", _VOWELS), ("peny", "s", _VOWELS),
    ("menge", "", "bcdlpt"), ("penge", "", "bcdlpt"),
    ("meng", "", f"{_VOWELS}ghkq"), ("meng", "k", _VOWELS), ("peng", "", f"{_VOWELS}ghkq"), ("peng", "k", _VOWELS),
    ("mem", "", "bfpv"), ("mem", "p", _VOWELS), ("pem", "", "bfpv"), ("pem", "p", _VOWELS),
    ("men", "", "cdjsyzt"), ("men", "t", _VOWELS), ("pen", "", "cdjsyzt"), ("pen", "t", _VOWELS),
    ("me", "", "lmnrwy"), ("pel", "", "a"), ("per", "", ""), ("pe", "", ""),
    ("bel", "", "a"), ("ber", "", ""), ("be", "", ""), ("ter", "", ""),
    ("di", "", ""), ("ke", "", ""), ("se", "", ""),
)  # fmt: skip
"""What stands before a root, what it has taken the place of, and the letters that may follow (none: any)."""

PARTICLES = ("nya", "lah", "kah", "pun", "ku", "mu")
SUFFIXES = ("kan", "an", "i")
SHORTEST, SHORTEST_UNKNOWN, DEEPEST = 3, 4, 3

_CERTAIN = re.compile(
    r"(?:di|ber|ter|memper|diper|me(?=[lrwy])|mem(?=[bf])|men(?=[cdj])|meng(?=[gh])|pem(?=[bf])|pen(?=[cdj])|peng(?=[gh]))"
)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`](?=\w)")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters without accents, `Jum'at` as `jumat`."""
    plain = text if text.isascii() else "".join(c for c in normalize("NFKD", text) if not combining(c))
    return _WORD.findall(_APOSTROPHE.sub("", plain).lower())


@lru_cache(maxsize=100_000)
def root_of(word: str) -> str:
    """The root of a word as `words_of` gives it; the word itself if it seems to have no affix."""
    if word in SPELLINGS:
        return SPELLINGS[word]
    if len(word) <= SHORTEST or word in ROOTS or not word.isalpha():
        return word
    roots = (each for each in _roots(word) if each in ROOTS)
    found = max(roots, key=lambda each: (len(each), word.startswith(each), each), default="")
    return found or _without_certain(word)


def _roots(word: str) -> Iterator[str]:
    """All that may be the root."""
    for bare in _without_particles(word):
        for stem in (bare, *(bare.removesuffix(each) for each in SUFFIXES if bare.endswith(each))):
            yield from _without_prefixes(stem, DEEPEST)


def _without_particles(word: str) -> Iterator[str]:
    yield word
    for particle in PARTICLES:
        if word.endswith(particle) and len(word) >= SHORTEST + len(particle):
            yield from _without_particles(word.removesuffix(particle))


def _without_prefixes(stem: str, depth: int) -> Iterator[str]:
    if len(stem) >= SHORTEST:
        yield stem
    for prefix, lost, followers in PREFIXES if depth else ():
        rest = stem.removeprefix(prefix)
        if rest != stem and rest and (not followers or rest[0] in followers):
            yield from _without_prefixes(lost + rest, depth - 1)


def _without_certain(word: str) -> str:
    """An unknown word without what is surely no part of it: `direhabilitasi` -> `rehabilitasi`."""
    bare = word.removesuffix("nya")
    match = _CERTAIN.match(bare)
    rest = bare[match.end() :] if match else bare
    if match or bare != word:
        rest = rest.removesuffix("kan")
    return rest if len(rest) >= SHORTEST_UNKNOWN else word
