"""Names -> the words of an address: lower-case ASCII letters, digits and hyphens, the same on every system."""

import hashlib
import re
from functools import lru_cache
from unicodedata import normalize

from warta.sourcetext import is_reserved

LONGEST = 80
"""Characters of a slug; longer ones are cut at a word and get a digest, so that two long names stay apart."""

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+")
# An entity, or the commas of a number such as 1,000.
_MORE_THAN_WORDS = re.compile(r"&|,[0-9]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")


@lru_cache(maxsize=20_000)
def slug_of(name: str) -> str:
    """The slug of a name; "" if nothing of it can stand in an address. Names of one identity have one slug."""
    slug = name if _PLAIN.fullmatch(name) else _transliterated(identity_of(name))
    if len(slug) > LONGEST:
        digest = hashlib.sha256(slug.encode()).hexdigest()[:8]
        slug = f"{slug[: LONGEST - 8].rpartition('-')[0] or slug[: LONGEST - 9]}-{digest}"
    return f"{slug}-1" if is_reserved(slug) else slug


def _transliterated(identity: str) -> str:
    if identity.isascii() and not _MORE_THAN_WORDS.search(identity):
        return "-".join(_WORD.findall(identity))
    from slugify import slugify  # with the tables of all other letters, which most builds never need

    return slugify(identity)


@lru_cache(maxsize=20_000)
def identity_of(name: str) -> str:
    """What two spellings of one tag share: case, Unicode form, spaces and apostrophes are folded."""
    # Before and after NFKC: it parts the acute accent that stands for an apostrophe, and narrows the wide one.
    bare = _APOSTROPHES.sub("", normalize("NFKC", _APOSTROPHES.sub("", name)))
    return " ".join(normalize("NFKC", bare.casefold()).split())
