"""Links and photos: words that say where a link leads and what a photo shows, and addresses that are no links.

What is broken or missing is told elsewhere (T1xx, G105): here the words are there and say nothing.
"""

from collections.abc import Iterator

from warta.checks.prose import Prose, without_code
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem
from warta.settings import Settings

LONG_ADDRESS = 40
"""Characters from which an address as a link's text is hard to read, and is cut on a phone."""

_EMPTY_WORDS = frozenset(
    """klik di sini|klik disini|di sini|disini|klik|klik tautan ini|klik link ini|klik link|link|link ini|tautan|
    tautan ini|klik di bawah ini|baca di sini|lihat di sini|unduh di sini|sini|here|click here""".replace(
        "\n    ", ""
    ).split("|")
)
_LINK = rare(r"\[(?P<text>[^\[\]\n]{1,300})\]\((?P<target>[^\s()]{1,500})")
_PHOTO = rare(r"!\[(?P<alt>[^\[\]\n]{1,300})\]\([^\s()\"]{1,500}(?:[ ]+\"(?P<caption>[^\"\n]{1,500})\")?")
_BARE = rare(r"(?<![\w(<\[\"'=/.])(?:https?://|www\.)[\w-]{1,60}\.[^\s<>()\[\]\"]{2,400}(?<![.,;:!?*_])")
_TORN = rare(r"(?P<text>\[[^\[\]\n]{1,300}\])[ ]+(?P<target>\((?:https?://|www\.|/|mailto:|tel:)[^\s()]{1,500}\))")
_SWAPPED = rare(r"\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<target>https?://[^\s\[\]]{1,500})\]")
_FILE_NAME = rare(
    r"(?i:(?=[^\d]{0,40}\d)(?:img|dsc[nf]?|dcim|pxl|vid|photo|foto|gambar|image|screenshot|whatsapp image|file)"
    r"[\d\s_.()-]*(?:wa\d+|at[\s\d._-]+)?"
    r"|[\w .()-]{1,100}\.(?:jpe?g|png|webp|gif|heic)|[\d_ .-]+)"
)

SIGNS = {
    "words of a link": rf"\[[ *_.!]*(?i:{'|'.join(sorted(_EMPTY_WORDS))}|https?://|www\.)[^\[\]]*\]\(",
    "photo": r"!\[",
    "link torn": r"\] +\(|\)\[http",
    "bare address": r"(?:^|[^0-9A-Za-z_(<\[\"'=/.])(?:https?://|www\.)",
}


def links(prose: Prose, _settings: Settings) -> Iterator[Problem]:
    """K506 and K601 to K605."""
    text, start = prose.text, prose.body_start
    if "words of a link" in prose.signs:
        yield from _words_of_links(prose)
    if "photo" in prose.signs:
        for found in _PHOTO().finditer(text, start):
            yield from _words_of_photo(prose, found.start("alt"), found["alt"], found["caption"] or "")
    article = prose.article
    if article.image_alt:
        at = prose.starts[prose.names.index("image_alt")]
        yield from _words_of_photo(prose, at, article.image_alt, article.image_caption)
    if "link torn" in prose.signs:
        for pattern in (_TORN, _SWAPPED):
            for found in pattern().finditer(text, start):
                label = found["text"].strip("[]")
                fix = prose.mending(*found.span(), f"[{label}]({found['target'].strip('()')})")
                yield prose.problem(Code.LINK_TORN, found.start(), **fix)
    if "bare address" in prose.signs:
        yield from _bare(prose)


def _words_of_links(prose: Prose) -> Iterator[Problem]:
    for found in _LINK().finditer(prose.text, prose.body_start):
        words = found["text"].strip(" *_.!").casefold()
        if prose.text[found.start() - 1 : found.start()] == "!":
            continue
        if words in _EMPTY_WORDS:
            yield prose.problem(Code.LINK_HERE, found.start("text"), text=found["text"])
        elif len(words) > LONG_ADDRESS and words.startswith(("http://", "https://", "www.")):
            yield prose.problem(Code.LINK_ADDRESS_AS_TEXT, found.start("text"), target=found["target"])


def _bare(prose: Prose) -> Iterator[Problem]:
    for found in _BARE().finditer(without_code(prose.text), prose.body_start):
        target = found[0] if found[0].startswith("http") else f"https://{found[0]}"
        yield prose.problem(Code.LINK_BARE, found.start(), target=target)


def _words_of_photo(prose: Prose, at: int, alt: str, caption: str) -> Iterator[Problem]:
    if _FILE_NAME().fullmatch(alt.strip()):
        yield prose.problem(Code.ALT_FILE_NAME, at, alt=alt)
    elif caption and alt.strip(" .").casefold() == caption.strip(" .").casefold():
        yield prose.problem(Code.ALT_IS_CAPTION, at, alt=alt)
