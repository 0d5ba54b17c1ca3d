"""What is seen only over all posts: tags that mean one thing under two names, and tags that lead to one post.

Spellings are folded as newsroom.md, section 4, found them to differ (Ramadhan 13 articles, Ramadan 12; Bakti 18,
Bhakti 16; Kelas II B, Klas IIB); a letter too few or too many is a slip of typing only in a word long enough.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from warta.codes import Code
from warta.model import Article, TagFile, Term
from warta.problems import Problem, problem
from warta.read.kinds import NEWS
from warta.read.slugs import identity_of
from warta.settings import Settings

LONG, VERY_LONG, TOO_LONG = 7, 12, 60
"""Letters from which one more or less, from which one other letter, is a slip, and from which a tag is no name."""

POSTS, USES = 20, 3
"""A tag that leads to one post is told from this many posts on, where another is used at least so often."""

_FOLDS = (
    ("bhakti", "bakti"),
    ("klas", "kelas"),
    ("dh", "d"),
    ("dl", "d"),
    ("sh", "s"),
    ("q", "k"),
    ("mikraj", "miraj"),
)
_ROMAN = {"1": "i", "2": "ii", "3": "iii"}
_CLASS = re.compile(r"\b(?P<word>kelas )(?P<level>[123])(?=[ab]?\b)")
_TELLING = re.compile(r"\b(?:[0-9]+|[ivx]{1,4}[ab]?|[a-z])\b")


class _Tag(NamedTuple):
    """A tag of the site: how it is shown, who uses it, and the file that knows it."""

    name: str
    uses: tuple[tuple[Article, Term], ...]
    file: str

    @property
    def weight(self) -> tuple[bool, int, str]:
        """The heavier of two is the one that was meant."""
        return bool(self.file), len(self.uses), self.name


def site_problems(articles: Iterable[Article], tag_files: Iterable[TagFile], settings: Settings) -> Iterator[Problem]:
    """K401 and K402 of all posts, less what each of them ignores."""
    if "tags" not in settings.features:
        return
    posts = [each for each in articles if each.path.startswith(NEWS) and not each.withdrawn]
    tags = _tags(posts, tag_files)
    nearest = _nearest(tags)
    for tag in tags.values():
        near = nearest.get(identity_of(tag.name))
        code = Code.TAG_NEAR
        if near is None and len(posts) >= POSTS and len(tag.uses) == 1:
            near, code = _wider(tag, tags), Code.TAG_LONELY
        for article, term in tag.uses if near else ():
            if near and code not in article.ignored:
                about = {"name": term.name, "near": near.name, "count": str(len(near.uses)), "file": near.file}
                yield problem(code, article.path, term.line, term.column, **about)


def fold(name: str) -> str:
    """What the ways to write one tag have in common: letters and digits, the known differences of spelling undone."""
    text = identity_of(name).replace("-", " ").replace("/", " ")
    for one, other in _FOLDS:
        text = text.replace(one, other)
    return _CLASS.sub(lambda found: found["word"] + _ROMAN[found["level"]], text).replace(" ", "")


def _tags(posts: Iterable[Article], tag_files: Iterable[TagFile]) -> Mapping[str, _Tag]:
    """The tags in use by identity; a spelling that a tag file lists is that tag's."""
    files: dict[str, TagFile] = {}
    for tag_file in tag_files:
        for name in (tag_file.title, *(alias.name for alias in tag_file.aliases)):
            files.setdefault(identity_of(name), tag_file)
    uses: dict[str, list[tuple[Article, Term]]] = {}
    for article in posts:
        for term in article.tags:
            known = files.get(identity_of(term.name))
            uses.setdefault(identity_of(known.title if known else term.name), []).append((article, term))
    found = {}
    for identity in sorted(uses):
        known = files.get(identity)
        name = known.title if known else uses[identity][0][1].name
        found[identity] = _Tag(name, tuple(uses[identity]), known.path if known else "")
    return found


def _nearest(tags: Mapping[str, _Tag]) -> dict[str, _Tag]:
    """For each tag that looks like a slip of a heavier one, that one."""
    groups: dict[str, list[str]] = {}
    for identity in tags:
        for key in _keys(fold(identity)):
            groups.setdefault(key, []).append(identity)
    nearest: dict[str, _Tag] = {}
    for identities in groups.values():
        heaviest = max(identities, key=lambda each: tags[each].weight)
        for identity in identities:
            if identity == heaviest or not _alike(identity, heaviest):
                continue
            other = nearest.get(identity)
            if other is None or other.weight < tags[heaviest].weight:
                nearest[identity] = tags[heaviest]
    return nearest


def _keys(folded: str) -> set[str]:
    """The folded name, and if it is long, what is left of it without each of its letters."""
    if not LONG - 1 <= len(folded) < TOO_LONG:
        return {folded}
    return {folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))}


def _alike(one: str, other: str) -> bool:
    """Whether two names that share a key are one: numbers, classes and single letters must be the same."""
    if sorted(_TELLING.findall(_spelled(one))) != sorted(_TELLING.findall(_spelled(other))):
        return False
    first, second = sorted((fold(one), fold(other)), key=len)
    if len(first) < len(second):
        return len(second) >= LONG and first[0] == second[0]
    return first == second or len(first) >= VERY_LONG or (len(first) >= LONG and sorted(first) == sorted(second))


def _spelled(identity: str) -> str:
    """A name in which `kelas ii b` and `kelas 2b` have one class."""
    spaced = identity.replace("-", " ").replace("/", " ").replace("klas", "kelas")
    classed = _CLASS.sub(lambda found: found["word"] + _ROMAN[found["level"]], spaced)
    return re.sub(r"\b([ivx]{1,4}) ([ab])\b", r"\1\2", classed)


def _wider(tag: _Tag, tags: Mapping[str, _Tag]) -> _Tag | None:
    """The much used tag that the words of a lonely one begin with, if its post lacks it."""
    words = identity_of(tag.name).split(" ")
    article, _ = tag.uses[0]
    own = {identity_of(term.name) for term in article.tags}
    for length in range(len(words) - 1, 0, -1):
        wider = tags.get(" ".join(words[:length]))
        if wider and len(wider.uses) >= USES and identity_of(wider.name) not in own:
            return wider
    return None
