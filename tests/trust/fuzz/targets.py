"""What is fuzzed: each a function of some bytes that raises if a law of reading them is broken.

The laws: nothing is raised; equal bytes give an equal result; what is wrong is told at a place that the file has, in
words; HTML holds the allowlist alone, and to clean it again changes nothing; no name leads out of its folder.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

from tests.samples import HOUSE
from warta import sourcetext
from warta.arrange.picturedata import IconView, PhotoView
from warta.checks.editorial import checked
from warta.model import Article, Content, Reading, Source, TagFile, join_pieces
from warta.newsroom.importing.chat import read_chat
from warta.newsroom.importing.manuscript import Imported
from warta.newsroom.importing.media import Uploads
from warta.newsroom.importing.plaintext import read_plain_text
from warta.newsroom.importing.settling import settle
from warta.newsroom.importing.word import read_word
from warta.newsroom.importing.wordpress import read_wordpress
from warta.newsroom.shelf import shelf_of
from warta.problems import EXCERPT, Problem, weigh
from warta.publish import manifest
from warta.read import record
from warta.read.content import read_file
from warta.read.safehtml import WRITABLE, clean
from warta.render.documents import people_in
from warta.render.drawing import cleaned
from warta.render.icons import icons
from warta.render.photos import develop, facts_of
from warta.reporttext import annotation, as_json, as_text
from warta.settingsfile import read_settings
from warta.sourcetext import CONTROL, read_text

POST, PAGE, TAG = "content/berita/2026-03-02-apel.md", "content/halaman/profil.md", "content/tag/ramadhan.md"
NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")
DEVELOPED = 1_000_000
"""Pixels of a photo that is decoded here: more cost time and show nothing new."""

_ELEMENTS = WRITABLE | frozenset(
    "p a img hr pre code blockquote ul ol li dl dt dd table thead tbody tr th td div h2 h3 h4 h5 h6".split()
)
_TAG = re.compile(r"<(/?)([^\s>]*)((?: [a-z]+=\"[^\"<>]*\")*)>")
_SHELF = shelf_of(Content((), (), ()), HOUSE)


def post(data: bytes) -> None:
    _text(Source(POST, data))


def page(data: bytes) -> None:
    _text(Source(PAGE, data))


def tag(data: bytes) -> None:
    _text(Source(TAG, data))


def _text(source: Source) -> None:
    reading, pieces = read_file(source, HOUSE)
    assert read_file(source, HOUSE) == (reading, pieces)
    told = checked(reading, HOUSE)
    _problems_have_places(told.problems, source)
    _reading_is_kept(told)
    if isinstance(told.value, Article):
        _fields_are_clean(told.value)
    if isinstance(told.value, Article | TagFile):
        _is_safe(join_pieces(pieces, ("/tautan/",) * len(told.value.body.links)))


def _reading_is_kept(reading: Reading) -> None:
    """What is read back from the cache is what was read, without the body."""
    dumped = record.dump(reading)
    loaded = record.load(json.loads(dumped), reading.digest, HOUSE.zone)
    assert record.dump(loaded) == dumped
    assert loaded.problems == reading.problems


def _fields_are_clean(article: Article) -> None:
    terms = [term.name for term in (*article.tags, *article.aliases)]
    for text in (article.title, article.summary, article.place, article.author, article.image_alt, *terms):
        assert CONTROL.search(text) is None
        assert "\n" not in text
    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", article.slug)
    for alias in article.aliases:
        assert alias.name.startswith("/")
        assert not {"..", "."} & set(alias.name.split("/"))


def _is_safe(html: str) -> None:
    assert clean(html) == html
    left = _TAG.sub("", html)
    assert "<" not in left, left
    assert {match[2] for match in _TAG.finditer(html)} <= _ELEMENTS
    assert not re.search(r'<[^>]* (?:on[a-z]+|style|srcdoc)="', html)


def _problems_have_places(problems: Iterable[Problem], source: Source) -> None:
    """The line is one that people see; the column lies in it, in so far as it is shown."""
    lines = sourcetext._lines(source.data)
    for each in weigh(problems, {}):
        assert each.path == source.path
        assert min(each.line, each.column) >= 0, each
        assert each.line <= len(lines), each
        shown = each.excerpt or sourcetext.excerpt(source.data, each.line)
        assert not each.line or each.column <= len(shown) + 2 or len(shown) == EXCERPT, (each, shown)
        _is_worded(each)


def _is_worded(each: Problem) -> None:
    for language in ("id", "en"):
        worded = (as_text(each, language), annotation(each, language), json.dumps(as_json(each, language)))
        assert all(worded)
        assert "\x1b" not in "".join(worded)


def site_settings(data: bytes) -> None:
    found = read_settings(data, "site.yaml")
    assert read_settings(data, "site.yaml") == found
    _problems_have_places(found[1], Source("site.yaml", data))


def manifest_of_output(data: bytes) -> None:
    entries = manifest.load(data)
    if entries is None:
        return
    assert manifest.load(manifest.dump(entries)) == entries
    for path in entries:
        assert not path.startswith("/")
        assert not {"", ".", ".."} & set(path.split("/"))
        assert not set("\\:\0") & set(path)


def photo(data: bytes) -> None:
    facts = facts_of(data, "0")
    assert facts_of(data, "0") == facts
    assert min(facts.width, facts.height) >= 0
    if facts.width * facts.height > DEVELOPED:
        return
    wanted = [PhotoView("a.jpg", "0", kind, 240) for kind in ("jpg", "webp", "share")]
    made = develop("a.jpg", data, wanted)
    if isinstance(made, Problem):
        _is_worded(made)
    else:
        assert facts.width > 0
        assert len(made) == len(wanted)
        assert all(facts_of(each, "0").width for each in made)


def logo(data: bytes) -> None:
    path = "logo.svg" if data.lstrip()[:1] == b"<" else "logo.png"
    if path == "logo.png" and (facts := facts_of(data, "0")).width * facts.height > DEVELOPED:
        return
    made = icons(path, data, [IconView(path, "0", "icon", 192), IconView(path, "0", "favicon", 48)])
    if isinstance(made, Problem):
        _is_worded(made)
    elif path == "logo.svg":
        drawing = cleaned(data)
        assert cleaned(drawing) == drawing
        assert not re.search(rb"<(?:script|text|image|foreignObject|a|animate)\b| on[a-z]+=|javascript:", drawing)


def document(data: bytes) -> None:
    path = "a.docx" if data.startswith(b"PK") else "a.pdf"
    people = people_in(path, data)
    assert people_in(path, data) == people
    if isinstance(people, Problem):
        _is_worded(people)
    else:
        assert all(len(name) <= 80 for name in people)


def plain_text(data: bytes) -> None:
    text, _ = read_text(data, "a.txt")
    if text is not None and text.strip():
        _imported(((read_plain_text(text, "a.txt"), read_chat(text, "-")), ()))


def word_file(data: bytes) -> None:
    _imported(read_word(data, "a.docx"))


def wordpress(data: bytes) -> None:
    _imported(read_wordpress(BytesIO(data), "a.xml", _SHELF, Uploads(Path("/tak-ada"), ()), lambda *_: None))


def _imported(found: Imported) -> None:
    """Every manuscript becomes a post in its folder, named as it should be, whose text can be read."""
    manuscripts, problems = found
    for each in problems:
        _is_worded(each)
    for manuscript in manuscripts:
        settled = settle(manuscript, _SHELF, NOW, lambda *_: None)
        assert re.fullmatch(r"content/(?:berita|halaman)/[a-z0-9-]+(?:/index)?\.md", settled.path), settled.path
        for name in (each.name for each in settled.manuscript.photos):
            assert re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name), name
        for each in settled.problems:
            _is_worded(each._replace(path=each.path or "a"))
        _text(Source(settled.path, settled.text.encode("utf-8", "replace")))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "post": post,
    "page": page,
    "tag": tag,
    "settings": site_settings,
    "manifest": manifest_of_output,
    "photo": photo,
    "logo": logo,
    "document": document,
    "plaintext": plain_text,
    "word": word_file,
    "wordpress": wordpress,
}
"""The functions by their names, which are those of their folders of seeds."""
