"""A WhatsApp message -> a manuscript: its marks as Markdown, emoji bullets as a list, hashtags at the end as tags.

Marks as WhatsApp's help names them (*bold*, _italic_, ~struck~, ```code```); stamps as its Android, iPhone and web
programs write them before a message that is copied or exported.
"""

import re
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
_MARKED = re.compile(r"(?<![^\W_])(?P<mark>\*\*?|[_~])(?P<words>(?!\s)(?:(?!(?P=mark)).)+(?<!\s))(?P=mark)(?![^\W_])")
_AS_MARKDOWN = {"*": "**", "**": "**", "_": "*", "~": "~~"}
_HASHTAGS = re.compile(r"(?:#[^\W_]\w*[,;]?)+")
_HASHTAG = re.compile(r"#(\w+)")
_KEYCAP = re.compile(r"([0-9]{1,2})\ufe0f?\u20e3\s*")
_WORD_STARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])")


_GREETING = re.compile(
    r"\W*(?:ass?alamu?['’]?\s?alaikum|selamat (?:pagi|siang|sore|malam)|salam sejahtera|bismillah|mohon i[zj]in"
    r"|i[zj]in (?:rilis|melapor\w*|kirim)|yth\b|kepada yth)",
    re.IGNORECASE,
)

MOST_HASHTAGS = 30
"""As many as Instagram takes under a post; what stands before them is no list of topics."""


def read_chat(text: str, origin: str) -> Manuscript:
    """The manuscript in a chat message; its tags are the hashtags at its end."""
    # Messages are copied with the stamp of each: an agenda whose lines look like one does not begin with it.
    text = text.strip().replace("```", "")
    lines = [line.strip() for line in (_STAMP.sub("", text) if _STAMP.match(text) else text).split("\n")]
    lines = ["" if _NOISE.fullmatch(line) else line for line in lines]
    kept, hashtags = _without_hashtags("\n".join(_without_greeting(lines)).strip())
    whole = "\n".join(_without_marks_of_headings(_with_list_marks(kept.split("\n"))))
    read = read_lines(whole, origin, marked)
    title, summary = _bare(read.title), _bare(read.summary)
    return read._replace(title=title, summary=summary, tags=tuple(dict.fromkeys(hashtags)))


def _without_greeting(lines: list[str]) -> list[str]:
    """The lines without those at the beginning that greet whoever gets the message, if others follow."""
    begin = next((at for at, line in enumerate(lines) if line and not _GREETING.match(line)), 0)
    return lines[begin:]


def is_chat(text: str) -> bool:
    """Whether a text has stamps of messages or words between stars: it was pasted from the chat program."""
    return bool(_STAMP.match(text.strip())) or any(found["mark"] in {"*", "**"} for found in _MARKED.finditer(text))


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
    return text.strip(" " + "".join({each for each in text if _is_picture(each)}))


def _without_hashtags(text: str) -> tuple[str, list[str]]:
    """The text without the hashtags that end it, and these in words; a text of hashtags alone keeps them."""
    kept, found = text, list[str]()
    for token in reversed(text.split()):
        if not _HASHTAGS.fullmatch(token):
            break
        kept = kept[: -len(token)].rstrip()
        found = [*_HASHTAG.findall(token), *found] if len(found) < MOST_HASHTAGS else found
    return (kept, [_WORD_STARTS.sub(" ", tag) for tag in found]) if kept else (text, [])


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
    made, below = list[str](), list[str]()
    for line in reversed(lines):
        made.append(_bare(line) if _is_bold(line) and is_heading(_bare(line), below) else line)
        below = [line] if line else below
    return made[::-1]


def _is_bold(line: str) -> bool:
    found = _MARKED.fullmatch(line) if len(line) <= LONGEST_HEADING else None
    return found is not None and found["mark"] in {"*", "**"}


def _is_picture(letter: str) -> bool:
    return category(letter) in {"So", "Sk", "Cn"} or letter in "\ufe0f\u200d\u20e3"
