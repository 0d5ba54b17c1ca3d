"""What of HTML may stand in a page: one allowlist for what writers type and for what Markdown makes of it.

Writers may type the inline elements of WRITABLE, without attributes; other HTML elements are dropped and their text
stays; what only looks like an element (`<gabungan>`) is text. Everything passes nh3 last, whatever made it.
"""

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
"""Marks a link of the site until its address is known; no writer can produce it, see `markup`."""

CLASSES = frozenset({"tengah", "kanan", "catatan", "penting"})
"""Classes that `{.tengah}` may give a paragraph or heading; the theme has a rule for each."""

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


def clean(html: str) -> str:
    """The HTML with nothing in it but the allowlist, well formed."""
    return _CLEANER.clean(html)


def allowed_class(tag: str, written: str) -> str:
    """What of an element's classes may stay, separated by spaces: the cleaner would leave an empty attribute."""
    return " ".join(name for name in written.split() if name in _CLASSES_OF.get(tag, ()))
