"""A post's file as text: front matter that is read back as it was meant, and the body."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from warta.read.mending import quoted
from warta.read.typed import FLAGS

_PLAIN = re.compile(r"[^\W_][\w ./()’–—-]*(?:, ?[\w ./()’–—-]+)*")
_PLAIN_ITEM = re.compile(r"[^\W_][\w ./()’–—-]*")


class Field(NamedTuple):
    """One line of front matter: its value as YAML ("" for none yet), and words for the writer beside it."""

    key: str
    value: str
    comment: str = ""


def text_value(text: str) -> str:
    """A text as YAML, on one line."""
    text = " ".join(text.split())
    return text if _is_plain(text, _PLAIN) else quoted(text)


def list_value(texts: Iterable[str]) -> str:
    """A list of texts as YAML, on one line."""
    texts = (" ".join(text.split()) for text in texts)
    return "[" + ", ".join(text if _is_plain(text, _PLAIN_ITEM) else quoted(text) for text in texts) + "]"


def _is_plain(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text) is not None and text.casefold() not in FLAGS


def post_text(fields: Iterable[Field], body: str) -> str:
    """The file's text."""
    return "\n".join(("---", *map(_line, fields), "---", "", body.strip("\n"), ""))


def _line(field: Field) -> str:
    line = f"{field.key}: {field.value}".rstrip()
    return f"{line}  # {field.comment}" if field.comment else line
