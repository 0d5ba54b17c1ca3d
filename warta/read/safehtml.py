"""What of HTML may stand in a page: one allowlist for what writers type and for what Markdown makes of it.

Writers may type the inline elements of WRITABLE, without attributes; other HTML elements are dropped and their text
stays; what only looks like an element (`<gabungan>`) is text. Everything passes nh3 last, whatever made it.
"""

import re
from collections.abc import Iterable, Iterator

import nh3

WRITABLE = frozenset("b strong i em u s del ins mark small sub sup kbd q cite br".split())
"""Elements that a body may contain as raw HTML."""

SWALLOWED = frozenset("script style template noscript iframe object svg math textarea title".split())
"""Elements that go with all they contain."""

_OTHER_ELEMENTS = """
a abbr acronym address applet area article aside audio base basefont bdi bdo bgsound big blink blockquote body
button canvas caption center code col colgroup data datalist dd details dfn dialog dir div dl dt embed fieldset
figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html image img input
isindex keygen label legend li link listing main map marquee menu meta meter nav nobr noembed noframes ol optgroup
option output p param picture plaintext portal pre progress rb rp rt rtc ruby samp search section select slot
source span strike summary table tbody td tfoot th thead time tr track tt ul var video wbr xmp
"""

ELEMENTS = SWALLOWED | WRITABLE | frozenset(_OTHER_ELEMENTS.split())
"""The names of HTML (living standard, obsolete ones included) that are no plain text between angle brackets."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link may lead, besides addresses of the site."""

LINK_SCHEME = "warta"
"""Marks a link of the site until its address is known; as an address of a writer it is refused, see `engine`."""

CLASSES = frozenset({"tengah", "kanan", "catatan", "penting"})
"""Classes that `{.tengah}` may give a paragraph or heading; the theme has a rule for each."""

# In what nh3 writes, text holds no `<` and a value neither `<` nor `"`: these match in tags alone.
_ATTRIBUTES = r'(?: [a-z]+="[^"]*")*?'
_LINK = re.compile(rf'<(?:a|img){_ATTRIBUTES} (?:href|src)="({LINK_SCHEME}:(\d+))"')
_ID = re.compile(rf'<[a-z][a-z0-9]*{_ATTRIBUTES}( id="([^"]*)")')

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_CLASSES_OF = {
    "p": CLASSES,
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "th": {"tengah", "kanan"},
    "td": {"tengah", "kanan"},
    **dict.fromkeys(_HEADINGS, CLASSES),
}
_CLEANER = nh3.Cleaner(
    tags=set(WRITABLE)
    | set("p a img hr pre code blockquote ul ol li dl dt dd table thead tbody tr th td div".split())
    | set(_HEADINGS),
    clean_content_tags=set(SWALLOWED),
    attributes={
        "a": {"href", "rel", "id", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
        "li": {"id"},
        "sup": {"id"},
        **{heading: {"id"} for heading in _HEADINGS},
    },
    allowed_classes={tag: set(classes) for tag, classes in _CLASSES_OF.items()},
    url_schemes=set(SCHEMES) | {LINK_SCHEME},
    link_rel=None,
)


# Noncharacters stand in for what nh3 0.3 writes in time that grows with the square of how many a text holds.
_STAND_INS = (("\u00a0", "\ufdd1", "&nbsp;"), ("&amp;", "\ufdd2", "&amp;"))
_MANY = 10_000


def clean(html: str) -> str:
    """The HTML with nothing in it but the allowlist, well formed."""
    if sum(html.count(plain) for plain, _, _ in _STAND_INS) < _MANY:
        return _CLEANER.clean(html)
    for plain, stand_in, _ in _STAND_INS:
        html = html.replace(plain, stand_in)
    cleaned = _CLEANER.clean(html)
    for _, stand_in, escaped in _STAND_INS:
        cleaned = cleaned.replace(stand_in, escaped)
    return cleaned


def unique_ids(cleaned: str) -> tuple[str, tuple[str, ...]]:
    """Clean HTML in which every id stands once, and its ids: HTML parts a link in two where elements cross."""
    found = list(_ID.finditer(cleaned))
    ids = dict.fromkeys(match[2] for match in found)
    if len(ids) < len(found):
        first = {match[2]: match for match in reversed(found)}
        twins = (match.span(1) for match in found if first[match[2]] is not match)
        cleaned = "".join(_between(cleaned, twins))
    return cleaned, tuple(ids)


def split_links(cleaned: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Clean HTML cut at the addresses of LINK_SCHEME, and the number that stood at each cut."""
    found = list(_LINK.finditer(cleaned))
    pieces = _between(cleaned, (match.span(1) for match in found))
    return tuple(pieces), tuple(int(match[2]) for match in found)


def _between(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    end = 0
    for start, following in spans:
        yield text[end:start]
        end = following
    yield text[end:]


def allowed_class(tag: str, written: str) -> str:
    """What of an element's classes may stay, separated by spaces: the cleaner would leave an empty attribute."""
    return " ".join(name for name in written.split() if name in _CLASSES_OF.get(tag, ()))
