"""`import FILE ...`: texts from outside become posts; what was found in them is shown, what is open is asked."""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from warta import console
from warta.asking import request_of
from warta.messages import words
from warta.newsroom.importing.inputs import read_input
from warta.newsroom.importing.printed import Candidate, Printed
from warta.newsroom.importing.settling import Settled, settle
from warta.newsroom.placing import place
from warta.newsroom.shelf import Shelf, look
from warta.problems import Problem, has_errors, weigh
from warta.read.dates import WEEKDAYS

FINE, PROBLEMS = 0, 1
MANY = 5
"""Above so many texts of one input only their number is shown."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say the options of `import`."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help=".txt, .docx, .xml (WordPress), - (pesan dari masukan)"
    )
    parser.add_argument("--media", metavar="DIR", help="folder wp-content/uploads situs WordPress lama")


def run(options: argparse.Namespace, now: float) -> int:
    """Import every file as far as it can be.

    0: every text was made and all could be printed; 1: not so, or a warning under `--strict`, or a person broke off.
    """
    request = request_of(options, now)
    shelf, settings, problems = look(request)
    desk = _Desk(request.source, settings.language, datetime.fromtimestamp(now, UTC))
    done = shown = shelf is not None
    try:
        for path in options.files:
            if shelf is None:
                break
            shelf, written = desk.take(path, shelf, options.media)
            console.progress("")
            if options.format == "text":
                shown = console.say(_report(written, words(settings.language))) and shown
    except KeyboardInterrupt:  # each post that is there is whole
        done = False
    weighed = weigh((*problems, *desk.problems), settings.severities)
    shown = console.tell(weighed, settings.language, options.format) and shown
    failed = has_errors(weighed) or (options.strict and weighed)
    return FINE if done and shown and not failed else PROBLEMS


class _Desk:
    """Takes inputs one after the other, writes their posts below `source`, and gathers what was wrong."""

    def __init__(self, source: Path, language: str, now: datetime) -> None:
        self._source, self._now, self._words = source, now, words(language)
        self.problems: list[Problem] = []

    def take(self, path: str, shelf: Shelf, media: str | None) -> tuple[Shelf, list[Settled]]:
        """The shelf with the posts that the input gave, and these."""
        texts, problems = read_input(path, shelf, media, self._show)
        self.problems += problems
        written = []
        for number, text in enumerate(texts, start=1):
            settled = settle(text, shelf, self._now, self._ask)
            told = settled.problems
            if not has_errors(told):
                photos = {photo.name: photo.data for photo in settled.manuscript.photos}
                told = (*told, *place(self._source, settled.path, settled.text, photos))
            self.problems += told
            if settled.article and not has_errors(told):
                written.append(settled)
                shelf = shelf.with_article(settled.article)
            if len(texts) > MANY:
                self._show(number, len(texts), "import_progress_written")
        return shelf, written

    def _show(self, done: int, total: int, what: str = "") -> None:
        if done % 20 == 0:
            text = self._words[what or ("import_progress_made" if total else "import_progress_read")]
            console.progress(text.format(done=done, total=total))

    def _ask(self, printed: Printed, possible: tuple[Candidate, ...]) -> Candidate | None:
        console.progress("")
        weekdays = [WEEKDAYS[each.day.weekday()] for each in possible]
        question = self._words["import_ask"].format(words=printed.words, date=printed.day, right=weekdays[0])
        choices = [
            self._words[f"import_choice_{each.kind}"].format(date=each.day, weekday=weekday)
            for each, weekday in zip(possible, weekdays, strict=True)
        ]
        chosen = console.choose(question, choices, self._words["import_choose"])
        return None if chosen is None else possible[chosen]


def _report(written: Iterable[Settled], texts: Mapping[str, str]) -> Iterator[str]:
    """What was made: each post with what was found in it, or, of many, how many."""
    made = list(written)
    if len(made) > MANY:
        manuscripts = [each.manuscript for each in made]
        pages = sum(each.is_page for each in manuscripts)
        yield texts["import_many"].format(
            count=len(made),
            posts=len(made) - pages,
            pages=pages,
            drafts=sum(each.draft for each in manuscripts),
            photos=sum(len(each.photos) for each in manuscripts),
        )
        return
    for each in made:
        yield texts["import_wrote"].format(path=each.path)
        for name, value in _found(each):
            yield texts[f"import_{name}"].format(value=value or texts["import_none"])
        if each.manuscript.draft:
            yield texts["import_draft"]


def _found(settled: Settled) -> Iterator[tuple[str, str]]:
    article = settled.article
    if article is None:
        return
    yield "title", article.title
    if not settled.manuscript.is_page:
        yield "date", settled.manuscript.date
        yield "place", article.place
        yield "tags", ", ".join(term.name for term in article.tags)
    yield "summary", article.summary
    if settled.manuscript.photos:
        yield "photos", ", ".join(photo.name for photo in settled.manuscript.photos)
