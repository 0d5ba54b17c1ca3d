"""Any body text -> clean HTML, its links, anchors and lead. One Python-Markdown engine lives in each process."""

import html
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.nl2br import Nl2BrExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from warta.codes import Code
from warta.messages import words
from warta.model import Body, Link
from warta.problems import Findings
from warta.read import speedups
from warta.read.dialect import Dialect, Footnotes, RawHtml, StrictAttrList
from warta.read.effort import Effort, TooTangled, most_marks, too_tangled
from warta.read.fences import FencesExtension
from warta.read.lint import lint, too_deep
from warta.read.places import Places
from warta.read.prepare import MORE, prepare
from warta.read.safehtml import LINK_SCHEME, SCHEMES, SWALLOWED, clean, split_links, unique_ids
from warta.read.videos import video_of
from warta.sourcetext import CONTROL

_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|<br>)*</p>\n?")
_FIRST_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
_NOTE_MARK = re.compile(r'<sup id="fnref.*?</sup>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ESCAPED = UnescapeTreeprocessor.RE
_DOT = f"{STX}{ord('.')}{ETX}"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


class _Target(NamedTuple):
    written: str
    link: str
    is_photo: bool
    is_silent: bool


class Targets(Treeprocessor):
    """Takes every address of the site out of the tree, leaving a number; drops what may not be linked to."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.inside: list[_Target] = []
        self.refused: list[tuple[Code, str, str]] = []

    def run(self, root: Element) -> None:
        """Visit links and images in the order of the text."""
        for element in root.iter():
            attribute = {"a": "href", "img": "src"}.get(element.tag)
            if attribute:
                self._visit(element, attribute)

    def _visit(self, element: Element, attribute: str) -> None:
        marked = element.attrib.pop(attribute, "")
        written = _ESCAPED.sub(lambda mark: f"\\{chr(int(mark[1]))}", marked)
        target = _target(marked)
        is_photo = attribute == "src"
        if "footnote" in element.get("class", "") and target.startswith("#fn"):
            element.set(attribute, target)
        elif not target:
            self._refuse(element, Code.EMPTY_LINK, "", "]()")
        elif (scheme := _SCHEME.match(_HIDDEN.sub("", target))) and not (is_photo and _is_on_own_disk(scheme[1])):
            self._outside(element, written, target, allowed=scheme[1].lower() in SCHEMES and not is_photo)
        elif target.replace("\\", "/").startswith("//"):
            self._outside(element, written, f"https:{target}", allowed=not is_photo)
        else:
            element.set(attribute, f"{LINK_SCHEME}:{len(self.inside)}")
            # No one escapes the dots of a path: `..\\..\\media` is Windows'.
            path = _target(marked.replace(_DOT, "\\."))
            self.inside.append(_Target(written, path, is_photo, is_photo and not element.get("alt", "").strip()))

    def _outside(self, element: Element, written: str, target: str, *, allowed: bool) -> None:
        if not allowed or not _is_address(target):
            self._refuse(element, Code.UNSAFE_LINK, target, written)
            return
        element.set("href", _HIDDEN.sub("", target.replace(" ", "%20")))
        element.set("rel", "noopener")

    def _refuse(self, element: Element, code: Code, target: str, written: str) -> None:
        """Leave the text (a picture's description) where the link was."""
        self.refused.append((code, target, written))
        element.text = element.get("alt", "") if element.tag == "img" else element.text
        element.tag = "span"


def _target(marked: str) -> str:
    """The address in an attribute in which Python-Markdown has marked escaped characters and ampersands."""
    bare = _ESCAPED.sub(lambda mark: chr(int(mark[1])), marked)
    return html.unescape(bare.replace(AMP_SUBSTITUTE, "&")).strip()


def _is_on_own_disk(scheme: str) -> bool:
    """`C:` or `file:`: a photo that the writer has and the site has not."""
    return len(scheme) == 1 or scheme.lower() == "file"


def _is_address(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme.lower() in {"mailto", "tel"}


class _TargetsExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parent's name
        """Run after all that makes or changes links, and before escaped characters lose their marks."""
        md.treeprocessors.register(Targets(md), "targets", 1)


class _Engine(NamedTuple):
    markdown: Markdown
    footnotes: Footnotes
    raw_html: RawHtml
    targets: Targets
    effort: Effort

    def start(self, slug: str) -> None:
        """Forget the last document."""
        self.markdown.reset()
        self.footnotes.slug = slug
        self.raw_html.dropped, self.targets.inside, self.targets.refused = [], [], []
        self.effort.spent = 0


@lru_cache(maxsize=2)
def _engine(language: str) -> _Engine:
    dialect, footnotes = Dialect(), Footnotes(words(language)["back_to_text"])
    extensions = [
        TableExtension(use_align_attribute=True),
        footnotes,
        StrictAttrList(),
        DefListExtension(),
        FencesExtension(),
        SaneListExtension(),
        Nl2BrExtension(),
        dialect,
        _TargetsExtension(),
    ]
    markdown = Markdown(extensions=extensions, output_format="html")
    speedups.install(markdown)
    raw_html, targets = markdown.inlinePatterns["html"], markdown.treeprocessors["targets"]
    assert isinstance(raw_html, RawHtml) and isinstance(targets, Targets)  # noqa: PT018, S101 - what we registered
    return _Engine(markdown, footnotes, raw_html, targets, dialect.effort)


def render(text: str, first_line: int, slug: str, language: str, findings: Findings) -> Body:
    """As `markup.render`, for any text that is not blank."""
    deep = too_deep(text)
    if deep:
        findings.add(Code.NESTED_TOO_DEEP, first_line + deep - 1, 1)
        return Body()
    tangled = too_tangled(text)
    if tangled:
        findings.add(Code.TOO_TANGLED, first_line + tangled[0] - 1, 1, count=tangled[1])
        return Body()
    lint(text, first_line, findings)
    engine = _engine(language)
    engine.start(slug)
    try:
        cleaned = clean(engine.markdown.convert(prepare(text)))
    except RecursionError:
        findings.add(Code.NESTED_TOO_DEEP, first_line, 1)
        return Body()
    except TooTangled:
        findings.add(Code.TOO_TANGLED, first_line, 1, count=most_marks(text))
        return Body()
    return _body(cleaned, engine, Places(text, first_line), findings)


def _body(cleaned: str, engine: _Engine, places: Places, findings: Findings) -> Body:
    for tag in engine.raw_html.dropped:
        swallowed = re.split(r"[\s/>]", tag[1:].lower(), maxsplit=1)[0] in SWALLOWED
        findings.add(Code.RAW_HTML_SWALLOWED if swallowed else Code.RAW_HTML, *places.find(tag), tag=tag[:80])
    for code, target, written in engine.targets.refused:
        findings.add(code, *places.find_target(written), target=target[:80])
    links = [
        Link(each.link, each.is_photo, *places.find_target(each.written or each.link)) for each in engine.targets.inside
    ]
    for link, inside in zip(links, engine.targets.inside, strict=True):
        if inside.is_silent:
            facts = {"target": link.target[:80], "inside": link.target}
            findings.add(Code.PHOTO_ALT_MISSING, link.line, link.column, **facts)
    before, marker, after = (_printable(part, places, findings) for part in cleaned.partition(f"<p>{MORE}</p>"))
    finished, anchors = unique_ids(_EMPTY_PARAGRAPH.sub("", before + after))
    pieces, numbers = split_links(finished)
    lead = _lead(before if marker else finished, whole=bool(marker))
    return Body(pieces, tuple(links[number] for number in numbers), anchors, lead)


def _printable(part: str, places: Places, findings: Findings) -> str:
    """The HTML without the marker and without the control characters that entities (`&#11;`) bring back."""
    bare = part.replace(MORE, "")
    found = CONTROL.search(bare)
    if found:
        findings.add(Code.CONTROL_CHARACTER, *places.find("&#"), character=f"U+{ord(found[0]):04X}")
    return CONTROL.sub("", bare) if found else bare


def _lead(cleaned: str, *, whole: bool) -> str:
    """The plain text of the first paragraph, or of all paragraphs before the writer's `<!--more-->`."""
    paragraphs = ((match[1], _plain(match[1])) for match in _FIRST_PARAGRAPH.finditer(cleaned))
    found = (text for html, text in paragraphs if text and not (html.startswith("<a ") and video_of(text)))
    return " ".join(found) if whole else next(found, "")


def _plain(fragment: str) -> str:
    bare = _TAG.sub("", _NOTE_MARK.sub("", fragment).replace("<br>", " "))
    return " ".join(html.unescape(bare).split())
