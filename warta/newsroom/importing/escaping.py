"""Words -> Markdown that says just these words: a mark is escaped only where Warta's dialect would read it."""

import re

_BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!])")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])|__")
_BRACKET = re.compile(r"\[(?=\^|[^\]\n]*(?:$|\][ ]?[(\[:]))", re.MULTILINE)
_BRACES = re.compile(r"\{(?=[:#.])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ELEMENT = re.compile(r"<(?=[A-Za-z/!?])")
_STRUCK = re.compile(r"~(?=~)")
# What means something only at the start of a line, and is no list that the writer meant.
_START = re.compile(r"(?P<hashes>#{1,6}(?= ))|(?P<quote>>)|(?P<term>:(?=\s))|(?P<rule>[=~|:-](?=[=~\s|:-]*$))")
_ITEM = re.compile(r"(?P<dash>[-+•])(?=\s)|(?P<number>\d{1,9})(?P<point>[.)])(?=\s)")


def escape_words(text: str) -> str:
    """Text inside a line. Line ends stay as they are."""
    text = _BACKSLASH.sub(r"\\\\", text)
    for mark in "*`":
        text = text.replace(mark, f"\\{mark}")
    text = _UNDERSCORE.sub(lambda found: "\\_" * len(found[0]), text)
    text = _BRACKET.sub(r"\\[", text)
    text = _BRACES.sub(r"\\{", text)
    text = _ENTITY.sub("&amp;", text).replace("\\|", "&#92;|")
    text = _ELEMENT.sub("&lt;", text)
    return _STRUCK.sub("&#126;", text)


def escape_start(line: str) -> str:
    """A line (already escaped inside) of a paragraph: what would begin a heading, list, quote or rule does not."""
    line = line.strip()
    if item := _ITEM.match(line):
        mark = item["dash"] or item["point"]
        escaped = f"&#{ord(mark)};" if mark in "•)" else f"\\{mark}"
        return f"{item['number'] or ''}{escaped}{line[item.end() :]}"
    if _START.match(line):
        mark = line[0]
        return f"&#{ord(mark)};{line[1:]}" if mark in ":=~|-" else f"\\{line}"
    return line
