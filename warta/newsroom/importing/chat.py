"""A WhatsApp message -> a manuscript: its marks as Markdown, emoji bullets as a list, hashtags at the end as tags.

Marks as WhatsApp's help names them (*bold*, _italic_, ~struck~, ```code```); stamps as its Android, iPhone and web
programs write them before a message that is copied or exported.
"""

import re
from dataclasses import replace
from itertools import groupby
from unicodedata import category

from warta.newsroom.importing.escaping import escape_words
from warta.newsroom.importing.manuscript import Manuscript
from warta.newsroom.importing.plaintext import LONGEST_HEADING, is_heading, read_lines

_DAY, _TIME = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}", r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f\u00a0]?[AaPp][Mm])?"
_STAMP = re.compile(
    rf"^[\u200e\u200f]?(?:\[(?:{_DAY},? {_TIME}|{_TIME},? {_DAY})\] |(?:{_DAY},? {_TIME}) - )[^:\n]{{1,60}}: ?",
    re.MULTILINE,
)
_NOISE = re.compile(
    rf"(?:[↪⤴]?\s*(?:diteruskan(?: berkali-kali)?|forwarded(?: many times)?)|{_TIME}"
    r"|<media (?:omitted|tidak disertakan)>|\[?(?:foto|gambar|video)\]?)[ ✓✔]*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?<![^\W_])(?P<mark>[*_~])(?P<words>(?!\s)(?:(?!(?P=mark)).)+(?<!\s))(?P=mark)(?![^\W_])")
_AS_MARKDOWN = {"*": "**", "_": "*", "~": "~~"}
_HASHTAGS = re.compile(r"(?:\s*#[^\W_]\w*[,;]?)+\s*$")
_HASHTAG = re.compile(r"#(\w+)")
_KEYCAP = re.compile(r"([0-9]{1,2})\ufe0f?\u20e3\s*")
_WORD_STARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])")


def read_chat(text: str, origin: str) -> Manuscript:
    """The manuscript in a chat message; its tags are the hashtags at its end."""
    lines = [line.strip() for line in _STAMP.sub("", text.replace("```", "")).split("\n")]
    lines = ["" if _NOISE.fullmatch(line) else line for line in lines]
    kept, hashtags = _without_hashtags("\n".join(lines).strip())
    whole = "\n".join(_without_marks_of_headings(_with_list_marks(kept.split("\n"))))
    read = read_lines(whole, origin, marked)
    title, summary = _bare(read.title), _bare(read.summary)
    return replace(read, title=title, summary=summary, tags=tuple(dict.fromkeys(hashtags)))


def is_chat(text: str) -> bool:
    """Whether a text has stamps of messages or words between stars: it was pasted from the chat program."""
    return bool(_STAMP.search(text)) or any(found["mark"] == "*" for found in _MARKED.finditer(text))


def marked(text: str) -> str:
    """The words of a line as Markdown: marks of the chat program stand for themselves nowhere."""
    parts, end = list[str](), 0
    for found in _MARKED.finditer(text):
        mark = _AS_MARKDOWN[found["mark"]]
        parts += (escape_words(text[end : found.start()]), f"{mark}{marked(found['words'])}{mark}")
        end = found.end()
    return "".join([*parts, escape_words(text[end:])])


def _bare(text: str) -> str:
    """The text without marks, and without emoji at its ends."""
    previous = ""
    while text != previous:
        previous, text = text, _MARKED.sub(lambda found: found["words"], text)
    while text and (_is_picture(text[0]) or text[0] == " "):
        text = text[1:]
    while text and (_is_picture(text[-1]) or text[-1] == " "):
        text = text[:-1]
    return text


def _without_hashtags(text: str) -> tuple[str, list[str]]:
    found = _HASHTAGS.search(text)
    if found is None or not text[: found.start()].strip():
        return text, []
    return text[: found.start()].rstrip(), [_WORD_STARTS.sub(" ", tag) for tag in _HASHTAG.findall(found[0])]


def _with_list_marks(lines: list[str]) -> list[str]:
    """Two or more lines in a row that begin with an emoji as a list; keycaps as numbers."""
    made: list[str] = []
    numbered = (_KEYCAP.sub(r"\1. ", line, count=1) if _KEYCAP.match(line) else line for line in lines)
    for is_bulleted, group in groupby(numbered, key=lambda line: bool(line) and _is_picture(line[0])):
        same = list(group)
        made += [f"- {_after_picture(line)}" for line in same] if is_bulleted and len(same) > 1 else same
    return made


def _after_picture(line: str) -> str:
    return line.lstrip("".join({each for each in line if _is_picture(each)})).strip() or line


def _without_marks_of_headings(lines: list[str]) -> list[str]:
    """A line that is bold as a whole and stands like a heading without its marks, as plain text has headings."""
    below = [[line for line in lines[number + 1 :] if line][:1] for number in range(len(lines))]
    return [
        _bare(line) if _is_bold(line) and is_heading(_bare(line), following) else line
        for line, following in zip(lines, below, strict=True)
    ]


def _is_bold(line: str) -> bool:
    found = _MARKED.fullmatch(line)
    return found is not None and found["mark"] == "*" and len(line) <= LONGEST_HEADING


def _is_picture(letter: str) -> bool:
    return category(letter) in {"So", "Sk", "Cn"} or letter in "\ufe0f\u200d\u20e3"
