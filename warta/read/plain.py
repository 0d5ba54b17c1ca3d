"""Body text of plain constructs -> its Body, without Python-Markdown. Delete this module and no page changes.

Most posts are paragraphs, headings, flat lists and quotes, with `**words**` and links in them. Two patterns prove that
a text is nothing else, and then it is written at a tenth of the engine's cost. Whatever they do not know is left to the
engine; `tests/read/test_plain.py` hunts for texts that the two would read differently.
"""

import re

from warta.model import Body, Link
from warta.read.places import Places
from warta.read.slugs import slug_of

LONGEST = 20_000
"""Characters of a text that is looked at."""

MOST_MARKS = 2_000
"""Stars, links and line ends together; `effort` refuses a paragraph with more than 2,500 of one kind."""

_CUT = "\0"
"""Stands in the HTML where an address of the site goes; no text that is plain holds it."""

# Signs that mean nothing to Markdown, prepare, lint or nh3, wherever in a line they stand behind its first letter.
# ASCII letters come before \w, which is slow; the underscore, which is in \w, is refused by `plain_body`.
_PICTURES = r"\u2600-\u27bf\U0001f000-\U0001faff"
_TEXT = rf"a-zA-Z0-9\w ,.;:'\"()/%+=?@$–—“”‘’…°×€§©®™{_PICTURES}\ufe0f\u20e3\u200d\-"
_WORDS = rf"(?! )[{_TEXT}!]++(?<! )"

# Possessive are sets of signs only: of groups, Python 3.11 has that wrong (its gh-101955, gh-106052). Loops over groups
# cannot be slow all the same: what begins a part of one ends the part before.
# The last label is a name: a number makes the host an IPv4 address, and nh3 drops an invalid one.
_HOST = r"(?:[a-zA-Z0-9]++(?:-[a-zA-Z0-9]++)*\.)+[a-zA-Z]{2,}+"
_OUTSIDE = (
    rf"https?://{_HOST}(?:[/?#][a-zA-Z0-9/.,%+=:;@?#\-]*+)?|mailto:[a-zA-Z0-9.\-]++@{_HOST}|tel:\+?[0-9][0-9\-]*+"
)
_INSIDE = r"(?!//)[a-zA-Z0-9/.#?][a-zA-Z0-9/.,%+=#?\-]*+"

_LINE_MARK = r"(?:> |#{2,6} )?"
_WORDING = re.compile(
    rf"{_LINE_MARK}(?:[{_TEXT}]++|\n++{_LINE_MARK}|!(?!\[)|#(?=[^\W_])"
    rf"|(?<![\w*])(?:\*\*{_WORDS}\*\*|\*{_WORDS}\*)(?![\w*])"
    rf"|\[{_WORDS}\]\((?:{_OUTSIDE}|{_INSIDE})\)"
    rf"|!\[(?![^\]]*\"){_WORDS}\]\({_INSIDE}\))*"
)
"""Nothing but plain words, `**words**`, `*words*`, `[words](address)` and `![words](photo)`."""

# The first sign of a line's text is none that begins a block, nor is its number one of a list.
_LINE = rf"(?=[^\W\d]|[\"“‘(–—{_PICTURES}]|\d++(?![.)] )|\*\*?[^\W_]|!?\[|#[^\W_]).*+(?<! )"
# As prepare.py: a list begins right under a sentence if that ends with a colon or a second item follows.
_LIST_BELOW = r"(?=(?:- |1\. )(?:(?<=:\n- )|(?<=:\n1\. )|.*+\n(?:- |[0-9]{1,3}\. )))"
_END = r"(?:\n\n++|\Z)"
_BLOCK = re.compile(
    rf"(?P<paragraph>(?:\n?{_LINE})+)(?:{_END}|\n{_LIST_BELOW})"
    rf"|(?P<items>(?:\n?- {_LINE})+){_END}(?!- |1\. )"
    rf"|(?P<heading>#{{2,6}} (?! )[^*\[\n]++(?<! ))(?:\n++|\Z)"
    rf"|(?P<quote>(?:\n?> {_LINE})+){_END}(?!>)"
    rf"|(?P<steps>(?=1\. )(?:\n?[0-9]{{1,3}}\. {_LINE})+){_END}(?!- |1\. )"
)

_LINK = re.compile(r"\[([^\]]++)\]\(([^)]++)\)")
_PHOTO = re.compile(rf"!{_LINK.pattern}")
_STEP = re.compile(r"\n[0-9]++\. ")
_TAG = re.compile(r"<[^>]*+>")


def plain_body(text: str, first_line: int) -> Body | None:
    """The Body that the engine would make without a finding; None where the text may hold what is not known here."""
    words = text.strip("\n")
    if not _is_plain(words):
        return None
    parts, anchors, end = list[str](), dict[str, int](), 0
    while end < len(words):
        match = _BLOCK.match(words, end)
        if match is None:
            return None
        kind, end = match.lastgroup or "", match.end()
        if kind == "heading":
            parts.append(_heading(match[kind], anchors))
        else:
            parts.append(_WRITERS[kind](_with_inline(match[kind])))
    html = "\n".join(parts)
    links = _links(text, first_line) if _CUT in html else ()
    return Body(tuple(html.split(_CUT)), links, tuple(anchors), _lead(parts))


def _is_plain(words: str) -> bool:
    if len(words) > LONGEST or "_" in words or not _WORDING.fullmatch(words):
        return False
    return words.count("*") + words.count("[") + words.count("\n") <= MOST_MARKS


def _heading(block: str, anchors: dict[str, int]) -> str:
    """The heading with an id that is new: `anchors` has all ids until here, each with the last number behind it."""
    hashes, _, title = block.partition(" ")
    slug = anchor = slug_of(title) or "bagian"
    while anchor in anchors:
        anchors[slug] += 1
        anchor = f"{slug}-{anchors[slug]}"
    anchors[anchor] = 1
    return f'<h{len(hashes)} id="{anchor}">{title}</h{len(hashes)}>'


def _paragraph(block: str) -> str:
    lines = block.replace("\n", "<br>\n")
    return f"<p>{lines}</p>"


def _quote(block: str) -> str:
    lines = block[2:].replace("\n> ", "<br>\n")
    return f"<blockquote>\n<p>{lines}</p>\n</blockquote>"


def _items(block: str) -> str:
    items = block[2:].replace("\n- ", "</li>\n<li>")
    return f"<ul>\n<li>{items}</li>\n</ul>"


def _steps(block: str) -> str:
    steps = _STEP.sub("</li>\n<li>", block[3:])
    return f"<ol>\n<li>{steps}</li>\n</ol>"


_WRITERS = {"paragraph": _paragraph, "quote": _quote, "items": _items, "steps": _steps}


def _with_inline(block: str) -> str:
    if "*" in block:
        block = _tagged(block, "**", "strong")
        if "*" in block:
            block = _tagged(block, "*", "em")
    if "[" in block:
        if "![" in block:
            block = _PHOTO.sub(rf'<img alt="\1" src="{_CUT}">', block)
        block = _LINK.sub(_anchor, block)
    return block


def _tagged(block: str, mark: str, tag: str) -> str:
    """The block with an element for each pair of marks: every second part stands between two."""
    parts = block.split(mark)
    parts[1::2] = [f"<{tag}>{words}</{tag}>" for words in parts[1::2]]
    return "".join(parts)


def _anchor(link: re.Match[str]) -> str:
    words, address = link.groups()
    return f'<a href="{address}" rel="noopener">{words}</a>' if ":" in address else f'<a href="{_CUT}">{words}</a>'


def _links(text: str, first_line: int) -> tuple[Link, ...]:
    places = Places(text, first_line)
    return tuple(
        Link(link[2], text.endswith("!", 0, link.start()), *places.find_target(link[2]))
        for link in _LINK.finditer(text)
        if ":" not in link[2]
    )


def _lead(parts: list[str]) -> str:
    """The plain text of the first paragraph that has any."""
    for part in parts:
        if part.startswith(("<p>", "<blockquote>")):
            lead = " ".join(_TAG.sub("", part.replace("<br>", " ")).split())
            if lead:
                return lead
    return ""
