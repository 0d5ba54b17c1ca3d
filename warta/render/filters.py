"""What templates do with words and lists: filters and functions that know nothing but their arguments."""

import re
from collections.abc import Sequence
from datetime import datetime
from html import escape, unescape
from itertools import groupby

from warta.arrange.viewparts import Card

_HEADING = re.compile(r'<h([23])\b[^>]*? id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ORDINAL = re.compile(r"\b[Kk]e-\d+")
_INDONESIA = "62"
"""The country's code for telephones, which takes the place of the first 0."""

BRIEF = 200
"""Letters of a description that Facebook and WhatsApp show at the most."""


def headings(html: str) -> list[tuple[int, str, str]]:
    """The headings of a body that a table of contents names: level (2, 3), id, text."""
    return [(int(level), anchor, unescape(_TAG.sub("", inner))) for level, anchor, inner in _HEADING.findall(html)]


def grouped(cards: Sequence[Card], by: str) -> list[tuple[datetime, list[Card]]]:
    """Cards in the order they come, by `year` or by `month`; each group with the date of its first."""
    parts = 1 if by == "year" else 2
    groups = groupby(cards, key=lambda card: (card.date.year, card.date.month)[:parts])
    return [(each[0].date, each) for each in (list(group) for _, group in groups)]


def unbroken(text: str) -> str:
    """A headline as HTML, in which "ke-61" stays on one line: browsers would end a line at the hyphen."""
    return _ORDINAL.sub(r'<span class="one">\g<0></span>', escape(text))


def brief(text: str) -> str:
    """As much of a description (which may be HTML, escaped) as a preview shows, to the end of a word; plain text."""
    plain = " ".join(unescape(str(text)).split())
    if len(plain) <= BRIEF:
        return plain
    return f"{plain[:BRIEF].rpartition(' ')[0].rstrip(',;:–-') or plain[: BRIEF - 1]}…"


def dialled(number: str) -> str:
    """A telephone number as `tel:` wants it."""
    digits = "".join(re.findall(r"\d", number))
    return f"+{digits}" if number.lstrip().startswith("+") else digits


def international(number: str) -> str:
    """A telephone number as wa.me wants it: the country's code first, digits alone."""
    digits = dialled(number).lstrip("+")
    return _INDONESIA + digits[1:] if digits.startswith("0") else digits
