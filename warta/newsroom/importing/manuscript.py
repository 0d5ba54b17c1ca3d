"""What every importer makes of its input, and what all of them find missing in the same way."""

from pathlib import Path
from typing import NamedTuple

from warta.problems import Problem


class Photo(NamedTuple):
    """A photo that goes beside the post under this name: its bytes, or the file to copy."""

    name: str
    data: bytes | Path


class Manuscript(NamedTuple):
    """A text from outside as Markdown. Empty fields are unknown; `date` is as front matter writes it.

    `origin` names the input in problems; `name` is the last word of the address that is wished for ("": the title's).
    `problems` without a path are those of the post that this becomes.
    """

    origin: str
    title: str
    body: str
    summary: str = ""
    name: str = ""
    date: str = ""
    tags: tuple[str, ...] = ()
    category: str = ""
    author: str = ""
    aliases: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    image_caption: str = ""
    draft: bool = False
    is_page: bool = False
    photos: tuple[Photo, ...] = ()
    problems: tuple[Problem, ...] = ()


Imported = tuple[tuple[Manuscript, ...], tuple[Problem, ...]]
"""What came of one input: its texts, and what is wrong with the input as a whole."""
