"""Documents -> what Pagefind is asked to index, and what it made -> the files that the search page fetches.

Pagefind gets roots instead of words, each with a mark behind it: it would find the beginnings of words, too, and so
`hakim` for who looks for `hak`. Then the texts that readers shall see take the place of the roots in its fragments.
No roots show anywhere, and no filter is used: Pagefind 1.5 writes those in a new order each time.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from warta.arrange.search import INDEX_FILE
from warta.arrange.searchdata import IndexView, SearchDocument
from warta.render.moments import iso_day
from warta.render.roots import root_of, words_of
from warta.render.rootwords import ROOTS, SPELLINGS
from warta.render.words import Words

MARK = "_"
"""Behind every root; Pagefind takes it for a letter, and `words_of` for none."""

LANGUAGE = "unknown"
"""Of the index: the one for which Pagefind has no stemmer of its own."""

ENGINE = ("pagefind.js", f"wasm.{LANGUAGE}.pagefind")
ROOTS_FILE = "akar.txt"
FRAGMENT = "fragment/"
_USED = (FRAGMENT, "index/", "pagefind.")
_SIGNATURE = b"pagefind_dcd"

_BLOCK = re.compile(r"</?(?:p|h[1-6]|[uod]l|li|d[td]|br|hr|t[dhr]|table|div|blockquote|pre|fig\w+|section)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")

Message = dict[str, object]


class StrangeIndex(Exception):
    """Pagefind made something that we do not know how to publish."""


def words_shown(html: str) -> list[str]:
    """The words of a body as they are read, each with the marks beside it; a mark that stands alone joins a word."""
    shown = list[str]()
    for token in unescape(_TAG.sub("", _BLOCK.sub(" ", html))).split():
        if shown and not words_of(token):
            shown[-1] += f"\N{NO-BREAK SPACE}{token}"
        else:
            shown.append(token)
    return shown


def rooted(token: str) -> str:
    """A word as it is indexed: `Bersih-bersih` -> `bersih_-bersih_`."""
    return "-".join([root_of(word) + MARK for word in words_of(token)]) or MARK


def text_of(document: SearchDocument, html: str) -> list[str]:
    """The words of a document's summary and body, whose HTML this is."""
    return [*document.summary.split(), *words_shown(html)]


def messages(view: IndexView, texts: Iterable[Sequence[str]]) -> list[Message]:
    """What to tell `pagefind --service`: an empty index, each document, and to hand out the files."""
    told: list[Message] = [{"type": "NewIndex", "config": {}}]
    for document, text in zip(view.documents, texts, strict=True):
        roots = " ".join([*map(rooted, text), *document.terms])
        told.append(
            {
                "type": "AddRecord",
                "index_id": 0,
                "url": document.address,
                "content": roots,
                "language": LANGUAGE,
                "meta": {"title": " ".join(map(rooted, document.title.split()))},
                "filters": {},
                "sort": {"date": f"{document.date:%Y%m%d%H%M}" if document.date else "0"},
            }
        )
    return [*told, {"type": "GetFiles", "index_id": 0}]


def index_files(
    view: IndexView, texts: Iterable[Sequence[str]], made: Mapping[str, bytes], words: Words
) -> dict[str, bytes]:
    """The files of a part to be published, by their paths in its folder. Raises StrangeIndex.

    `made` is what Pagefind made of the `messages`; with the first part comes what searches, and the roots.
    """
    documents = {each.address: (each, text) for each, text in zip(view.documents, texts, strict=True)}
    files = {path: data for path, data in made.items() if path.startswith(_USED) and not path.endswith(".js")}
    for path in [path for path in files if path.startswith(FRAGMENT)]:
        files[path] = _fragment(files[path], documents, words)
    wanted = (INDEX_FILE, *ENGINE) if view.is_first else (INDEX_FILE,)
    if len(view.documents) != sum(path.startswith(FRAGMENT) for path in files) or not set(wanted) <= made.keys():
        raise StrangeIndex(sorted(made)[:3])
    files |= {path: made[path] for path in wanted}
    return files | ({ROOTS_FILE: roots_text()} if view.is_first else {})


def _fragment(packed: bytes, documents: Mapping[str, tuple[SearchDocument, Sequence[str]]], words: Words) -> bytes:
    """A fragment with the words of its document in place of their roots."""
    try:
        fragment = json.loads(gzip.decompress(packed).removeprefix(_SIGNATURE))
        document, text = documents[fragment["url"]]
    except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
        raise StrangeIndex(FRAGMENT) from error
    meta = {"title": document.title, "category": document.category}
    if document.date:
        meta |= {"date": iso_day(document.date), "day": words.day(document.date)}
    shown = fragment | {"content": " ".join(text), "meta": meta}
    return gzip.compress(_SIGNATURE + json.dumps(shown, ensure_ascii=False).encode(), mtime=0)


def roots_text() -> bytes:
    """The roots and spellings as the search page reads them."""
    spellings = " ".join(f"{word}={kept}" for word, kept in sorted(SPELLINGS.items()))
    return f"{' '.join(sorted(ROOTS))}\n{spellings}\n".encode()
