"""A file that was read <-> a line of JSON: how articles travel between processes and lie in the cache.

Only the metadata; the body's HTML stays a text of its own, so that a build that needs no page again never loads it.
"""

import json
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from warta.codes import Code, Severity
from warta.model import Approval, Article, Body, Correction, Event, Link, Reading, TagFile, Term
from warta.problems import Problem

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Made once, as making it costs as much as using it; without a look for circles, as no record holds one.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)

SEPARATOR = "\0"
"""Joins a body's pieces: no text that is read contains it."""


def dump(reading: Reading) -> str:
    """The metadata and problems of a file as JSON."""
    value = reading.value
    kind, fields = "", None
    if isinstance(value, Article):
        kind, fields = "article", _article_fields(value)
    elif isinstance(value, TagFile):
        kind, fields = "tag", [value.path, value.title, _terms(value.aliases), _body(value.body), value.summary]
        fields.append(value.place)
    problems = [dump_problem(each) for each in reading.problems]
    return _ENCODER.encode([kind, fields, problems])


def load(record: list[Any], digest: str, zone: tzinfo) -> Reading:
    """The reading that `dump` wrote, parsed from JSON. Raises ValueError, TypeError or LookupError if it is none.

    `digest` is that of the file, which the record leaves out: of two texts that differ in their bodies it is the same.
    """
    kind, fields, problems = record
    value: Article | TagFile | None = None
    if kind == "article":
        value = _article(fields, digest, zone)
    elif kind == "tag":
        path, title, aliases, body, summary, place = fields
        value = TagFile(path, title, _read_terms(aliases), _read_body(body), summary, digest, tuple(place))
    return Reading(value, digest, tuple(map(load_problem, problems)))


def dump_problem(found: Problem) -> list[object]:
    """A problem as a list that JSON can hold."""
    return [found.path, found.line, found.column, found.code, found.severity, found.facts, found.excerpt]


def load_problem(fields: list[Any]) -> Problem:
    """The problem that `dump_problem` wrote."""
    path, line, column, code, severity, facts, excerpt = fields
    pairs = tuple((name, value) for name, value in facts)
    return Problem(path, line, column, Code(code), Severity(severity), pairs, excerpt)


def _article_fields(article: Article) -> list[object]:
    return [
        article.path,
        article.slug,
        article.title,
        article.summary,
        _body(article.body),
        article.date.timestamp() if article.date else None,
        article.has_time,
        article.updated.timestamp() if article.updated else None,
        _terms(article.tags),
        _terms((article.category,) if article.category else ()),
        article.author,
        article.place,
        _link(article.image) if article.image else None,
        article.image_alt,
        article.image_caption,
        article.gallery,
        article.short_title,
        _event(article.event) if article.event else None,
        [(note.date.timestamp() if note.date else None, note.text) for note in article.corrections],
        article.withdrawal,
        article.draft,
        (article.approval.date.timestamp(), article.approval.name) if article.approval else None,
        _terms(article.aliases),
        article.ignored,
        article.positions,
    ]


def _article(fields: list[Any], digest: str, zone: tzinfo) -> Article:
    (path, slug, title, summary, body, date, has_time, updated, tags, category) = fields[:10]
    (author, place, image, image_alt, caption, gallery, short_title, event, corrections, withdrawal) = fields[10:20]
    (draft, approval, aliases, ignored, positions) = fields[20:]
    return Article(
        path,
        slug,
        title,
        summary,
        _read_body(body),
        moment(date, zone),
        has_time,
        moment(updated, zone),
        _read_terms(tags),
        _read_terms(category)[0] if category else None,
        author,
        place,
        Link(*image) if image else None,
        image_alt,
        caption,
        gallery,
        short_title,
        _read_event(event, zone) if event else None,
        tuple([Correction(moment(when, zone), text) for when, text in corrections]),
        withdrawal,
        draft,
        _read_approval(approval, zone) if approval else None,
        _read_terms(aliases),
        tuple(ignored),
        digest,
        tuple(map(tuple, positions)),
    )


def _event(event: Event) -> list[object]:
    return [event.start.timestamp(), event.end.timestamp() if event.end else None, event.has_time, event.place]


def _read_event(fields: list[Any], zone: tzinfo) -> Event | None:
    start, end, has_time, place = fields
    began = moment(start, zone)
    return Event(began, moment(end, zone), has_time, place) if began else None


def _read_approval(fields: list[Any], zone: tzinfo) -> Approval | None:
    seconds, name = fields
    date = moment(seconds, zone)
    return Approval(date, name) if date else None


def moment(seconds: float | None, zone: tzinfo) -> datetime | None:
    """The moment in the zone; counted from 1970 by ourselves, as Windows refuses what lies before it."""
    return None if seconds is None else (_EPOCH + timedelta(seconds=seconds)).astimezone(zone)


def _terms(terms: tuple[Term, ...]) -> list[tuple[str, int, int]]:
    return [(term.name, term.line, term.column) for term in terms]


def _read_terms(fields: list[list[Any]]) -> tuple[Term, ...]:
    return tuple([Term(*each) for each in fields])


def _link(link: Link) -> tuple[str, bool, int, int]:
    return link.target, link.is_photo, link.line, link.column


def _body(body: Body) -> list[object]:
    return [[_link(link) for link in body.links], body.anchors]


def _read_body(fields: list[Any]) -> Body:
    links, anchors = fields
    return Body((), tuple([Link(*each) for each in links]), tuple(anchors))
