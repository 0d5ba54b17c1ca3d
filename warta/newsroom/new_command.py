"""`new "Judul"`: a post's file with its front matter filled in, its photos beside it, ready to be written in."""

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePath

from warta import console, handover
from warta.arrange.addresses import PHOTO_KINDS
from warta.asking import request_of
from warta.codes import Code
from warta.likeness import nearest
from warta.messages import words
from warta.model import Source
from warta.newsroom.importing.escaping import escape_words
from warta.newsroom.placing import place
from warta.newsroom.postfile import Field, list_value, post_text, text_value
from warta.newsroom.shelf import Shelf, look
from warta.problems import Problem, has_errors, problem, weigh
from warta.read.article import read_article
from warta.read.kinds import NEWS
from warta.read.slugs import identity_of, slug_of

FINE, PROBLEMS = 0, 1
LARGEST_PHOTO = 200_000_000
"""Bytes; the largest photo that a build takes is smaller."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say the options of `new`."""
    parser.add_argument("title", metavar="JUDUL", help="judul berita")
    parser.add_argument("--photo", nargs="+", action="extend", default=[], metavar="FILE", help="foto, ikut disalin")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="topik; boleh diulang")
    parser.add_argument("--edit", action="store_true", help="buka di penyunting teks ($EDITOR, Notepad)")


def run(options: argparse.Namespace, now: float) -> int:
    """Make the post. 0: it is there; 1: it is not, or `--strict` was asked for and there is a warning."""
    request = request_of(options, now)
    shelf, settings, problems = look(request)
    made = ""
    if shelf:
        today = datetime.fromtimestamp(now, UTC).astimezone(settings.zone)
        made, found = _make(request.source, options, shelf, f"{today:%Y-%m-%d}")
        problems = (*problems, *found)
    weighed = weigh(problems, settings.severities)
    texts = words(settings.language)
    shown = console.tell(weighed, settings.language, options.format)
    if made and options.format == "text":
        shown = console.say([texts["import_wrote"].format(path=made), texts["new_next"]]) and shown
    if made and options.edit and not _edit(request.source / made):
        console.say([texts["new_no_editor"]])
    return FINE if made and shown and not (options.strict and weighed) else PROBLEMS


def _make(source: Path, options: argparse.Namespace, shelf: Shelf, day: str) -> tuple[str, tuple[Problem, ...]]:
    """The path of the post that was made, "" for none, and what is wrong or worth a look."""
    title = " ".join(options.title.split())
    stem = slug_of(title)
    if not stem:
        return "", (problem(Code.NEW_WITHOUT_TITLE, NEWS, title=title),)
    photos, problems = _photos(options.photo, stem)
    path = f"{NEWS}{day}-{stem}/index.md" if photos else f"{NEWS}{day}-{stem}.md"
    tags, liked = _tags(options.tag, path, shelf)
    text = post_text(_fields(title, day, tags, list(photos), shelf), _body(list(photos), shelf))
    article, found = read_article(Source(path, text.encode("utf-8", "replace")), shelf.settings)
    problems = (*problems, *liked, *found)
    owner = shelf.address_owner(article) if article else ""
    if owner:
        problems = (*problems, problem(Code.IMPORT_ADDRESS_TAKEN, path, other=owner))
    if not has_errors(problems):
        problems = (*problems, *place(source, path, text, photos))
    return "" if has_errors(problems) else path, problems


def _photos(paths: Iterable[str], stem: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The photos by their names in the post's folder, and those that cannot be had."""
    photos, problems = dict[str, bytes](), list[Problem]()
    for path in paths:
        ending = PurePath(path).suffix.lower()
        data = handover.read_given(path, LARGEST_PHOTO) if ending in PHOTO_KINDS else None
        if isinstance(data, bytes):
            photos[f"{stem}-{len(photos) + 1}{ending}"] = data
        else:
            problems.append(data or problem(Code.FILE_KIND, path, target=PurePath(path).name))
    return photos, tuple(problems)


def _tags(given: Iterable[str], path: str, shelf: Shelf) -> tuple[list[str], tuple[Problem, ...]]:
    """The tags as the site spells them, and a suggestion for each that is new but much like one that is known."""
    tags, problems = list[str](), list[Problem]()
    for tag in (" ".join(each.lstrip("#").split()) for each in given):
        known = shelf.tag(tag)
        is_new = known == tag and identity_of(tag) not in shelf.tags
        like = nearest(identity_of(tag), shelf.tags, cutoff=0.75) if is_new else ""
        if like:
            problems.append(problem(Code.NEW_TAG_LIKE, path, name=tag, nearest=shelf.tags[like]))
        tags.append(known)
    return [tag for tag in dict.fromkeys(tags) if tag], tuple(problems)


def _fields(title: str, day: str, tags: list[str], photos: list[str], shelf: Shelf) -> Iterator[Field]:
    """Every field that a post usually has, with what to write there."""
    texts = words(shelf.settings.language)
    values: Mapping[str, str] = {
        "title": text_value(title),
        "date": day,
        "category": "",
        "tags": list_value(tags) if tags else "[]",
        "place": "",
        "summary": "",
        **(
            {"image": text_value(photos[0]), "image_alt": text_value(texts["new_photo"].format(number=1))}
            if photos
            else {}
        ),
        "draft": "true",
    }
    return (Field(key, value, texts[f"new_{key}"]) for key, value in values.items())


def _body(photos: list[str], shelf: Shelf) -> str:
    texts = words(shelf.settings.language)
    more = [f"![{texts['new_photo'].format(number=at)}]({name})" for at, name in enumerate(photos[1:], start=2)]
    return "\n\n".join([escape_words(texts["new_body"]), *more])


def _edit(path: Path) -> bool:
    """Open the file in the editor that the person uses, and wait for it; whether one could be opened."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if sys.platform == "win32" else "nano")
    try:
        subprocess.run([*shlex.split(editor, posix=os.name != "nt"), str(path)], check=False)  # noqa: S603 - their own
    except (OSError, ValueError):
        return False
    return True
