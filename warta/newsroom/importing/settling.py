"""A manuscript -> the post it becomes: what the text says of itself is found, and what it leaves open is told."""

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import NamedTuple

from warta.codes import Code
from warta.model import Article, Source
from warta.newsroom.importing.facts import known_tags, place_of, tags_in
from warta.newsroom.importing.manuscript import Manuscript
from warta.newsroom.importing.printed import Candidate, Printed, candidates, day_of
from warta.newsroom.postfile import Field, list_value, post_text, text_value
from warta.newsroom.shelf import Shelf
from warta.problems import Problem, problem
from warta.read.article import read_article
from warta.read.dates import WEEKDAYS
from warta.read.kinds import NEWS, PAGES
from warta.read.slugs import slug_of

Ask = Callable[[Printed, tuple[Candidate, ...]], Candidate | None]
"""Asks a person which day a contradictory date means; None: nobody answered."""


class Settled(NamedTuple):
    """A post to be written: its path, its text, the article that reading gives, and what a person must know."""

    path: str
    text: str
    article: Article | None
    manuscript: Manuscript
    problems: tuple[Problem, ...]


def settle(manuscript: Manuscript, shelf: Shelf, now: datetime, ask: Ask) -> Settled:
    """The post; the input is not looked at again. `now` is aware."""
    today = now.astimezone(shelf.settings.zone)
    dated, doubts = _dated(manuscript, today, ask)
    found = _tagged(dated, shelf)
    path = _path(found)
    text = post_text(_fields(found), found.body)
    article, problems = read_article(Source(path, text.encode("utf-8", "replace")), shelf.settings)
    own = (each if each.path else each._replace(path=path) for each in manuscript.problems)
    refused = _taken(article, path, shelf)
    return Settled(path, text, article, found, refused or (*own, *doubts, *problems))


def _dated(manuscript: Manuscript, today: datetime, ask: Ask) -> tuple[Manuscript, tuple[Problem, ...]]:
    """The manuscript with its date: known, printed in it, chosen by a person, or today's."""
    if manuscript.date or manuscript.is_page:
        return manuscript, ()
    printed = day_of(f"{manuscript.title}\n{manuscript.summary}\n{manuscript.body}", today.date())
    if printed is None:
        day = f"{today:%Y-%m-%d}"
        return manuscript._replace(date=day), (problem(Code.IMPORT_NO_DATE, manuscript.origin, date=day),)
    if printed.agrees:
        return manuscript._replace(date=str(printed.day)), ()
    possible = candidates(printed, today.date())
    chosen = ask(printed, possible)
    if chosen:
        return manuscript._replace(date=str(chosen.day)), ()
    doubt = problem(
        Code.IMPORT_DATE_DOUBT,
        manuscript.origin,
        words=printed.words,
        date=printed.day,
        right=WEEKDAYS[printed.day.weekday()],
        others=", ".join(str(each.day) for each in possible[1:]),
    )
    return manuscript._replace(date=str(printed.day), draft=True), (doubt,)


def _tagged(manuscript: Manuscript, shelf: Shelf) -> Manuscript:
    """The manuscript with its tags and category as the site writes them, or with those that are found in its text."""
    if manuscript.is_page:
        return manuscript
    given = tuple(dict.fromkeys(map(shelf.tag, known_tags(manuscript.tags, shelf.tags))))
    text = f"{manuscript.title}\n{manuscript.summary}\n{manuscript.body}"
    category = shelf.category(manuscript.category) if manuscript.category else ""
    return manuscript._replace(tags=given or tags_in(text, shelf.tags), category=category)


def _path(manuscript: Manuscript) -> str:
    name = slug_of(manuscript.name) or _short_name(manuscript) or slug_of(manuscript.title) or "berita"
    stem = f"{PAGES}{name}" if manuscript.is_page else f"{NEWS}{manuscript.date[:10]}-{name}"
    return f"{stem}/index.md" if manuscript.photos else f"{stem}.md"


def _short_name(manuscript: Manuscript) -> str:
    """The input's own name, where that is the beginning of the title: `rutan-rantau-bagikan-takjil.txt`."""
    name = slug_of(PurePath(manuscript.origin).stem)
    return name if name.count("-") > 1 and slug_of(manuscript.title).startswith(f"{name}-") else ""


def _fields(manuscript: Manuscript) -> list[Field]:
    """The lines of front matter that are known."""
    place = "" if manuscript.is_page else place_of(manuscript.body)
    lines = [
        Field("title", text_value(manuscript.title) if manuscript.title else ""),
        Field("date", manuscript.date),
        Field("category", text_value(manuscript.category) if manuscript.category else ""),
        Field("tags", list_value(manuscript.tags) if manuscript.tags else ""),
        Field("place", text_value(place) if place else ""),
        Field("author", text_value(manuscript.author) if manuscript.author else ""),
        Field("summary", text_value(manuscript.summary) if manuscript.summary else ""),
        Field("image", text_value(manuscript.image) if manuscript.image else ""),
        Field("image_alt", text_value(manuscript.image_alt) if manuscript.image_alt else ""),
        Field("image_caption", text_value(manuscript.image_caption) if manuscript.image_caption else ""),
        Field("aliases", list_value(manuscript.aliases) if manuscript.aliases else ""),
        Field("draft", "true" if manuscript.draft else ""),
    ]
    return [line for line in lines if line.value]


def _taken(article: Article | None, path: str, shelf: Shelf) -> tuple[Problem, ...]:
    """Why the post must not be written: the same text, or another one at its address, is there already."""
    if article is None:
        return ()
    if same := shelf.text_of(article):
        return (problem(Code.IMPORT_TWICE, path, other=same),)
    owner = shelf.address_owner(article)
    return (problem(Code.IMPORT_ADDRESS_TAKEN, path, other=owner),) if owner else ()
