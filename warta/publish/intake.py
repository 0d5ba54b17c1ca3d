"""The files of content -> all that was read, each file only if neither its state nor its bytes are known already."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from warta import files
from warta.codes import Code
from warta.model import Article, Content, FileState, Reading, Source, TagFile
from warta.problems import Problem, has_errors, problem
from warta.publish.cache import Cache
from warta.publish.crew import Team, hired, shared_out
from warta.publish.remembered import ReadTexts, TextRow, mark_of
from warta.read import record
from warta.read.kinds import is_text, probably_a_post
from warta.settings import Settings
from warta.sourcetext import LARGEST


class ReadText(NamedTuple):
    """A file that was read. Without a record its bytes are those of the digest that was known."""

    digest: str
    record: str
    mark: str
    body: str


class Reader:
    """Reads shares of files, in this process or another."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self._root, self._settings = root, settings

    def read(self, known: Sequence[tuple[str, str]]) -> list[ReadText | Problem]:
        """The files with these paths, each beside the digest that is known of it ("" for none)."""
        return [self._read(path, digest) for path, digest in known]

    def _read(self, path: str, digest: str) -> ReadText | Problem:
        data = files.read(self._root, path)
        if isinstance(data, Problem):
            return data
        source = Source(path, data)
        if source.digest == digest:
            return ReadText(digest, "", "", "")
        from warta.checks.editorial import checked  # 25 ms that a fresh checkout does not spend
        from warta.read.content import read_file

        unchecked, pieces = read_file(source, self._settings)
        reading = checked(unchecked, self._settings)
        text = record.dump(reading)
        return ReadText(reading.digest, text, mark_of(text), record.SEPARATOR.join(pieces))


class Intake(NamedTuple):
    """What is in content/: the row of every text, all other files, and why some could not be read.

    `read` is what the cache lacks of the texts, `gone` are those that are no more; `edited` names the texts whose bytes
    are new since the bodies whose digest is `known_bodies`.
    """

    texts: tuple[TextRow, ...]
    others: tuple[FileState, ...]
    problems: tuple[Problem, ...]
    read: ReadTexts
    gone: tuple[str, ...]
    edited: frozenset[str]
    known_bodies: str

    @property
    def digests(self) -> dict[str, str]:
        """The digest of each text's bytes, by path."""
        return {row.state.path: row.digest for row in self.texts}

    def content(self, settings: Settings, cache: Cache) -> tuple[Content, tuple[Problem, ...]]:
        """The values of all texts, and what is wrong in them. Raises LookupError if the cache has lost any."""
        readings = list(_readings(self._records(cache), self.texts, settings))
        others = tuple(state.path for state in self.others)
        strays = (p for path in others for p in probably_a_post(path, settings.files))
        content = _content(readings, (*others, *_broken(self.texts, readings)))
        return content, (*strays, *(p for r in readings for p in r.problems))

    def _records(self, cache: Cache) -> list[str]:
        """The records of all texts. Raises LookupError."""
        new, old = self.read.records, dict[str, str]()
        if any(row.state.path not in new for row in self.texts):
            old = cache.records()
        paths = [(row.state.path, row.mark) for row in self.texts]
        if any(path not in new and mark_of(old[path]) != mark for path, mark in paths):
            raise LookupError
        return [new.get(path) or old[path] for path, _ in paths]

    def store(self, cache: Cache) -> None:
        """Let the cache know what was read."""
        cache.store_texts(self.read, self.gone)


def _nothing() -> None:
    """What is done meanwhile if there is nothing to do."""


def take_in(
    root: Path,
    settings: Settings,
    cache: Cache,
    team: Team,
    meanwhile: Callable[[], None] = _nothing,
) -> Intake:
    """Read content/ with the help of what the cache knows. This process does `meanwhile` if others read new files."""
    tree = files.scan(root, files.CONTENT)
    states = [state for state in tree.states if is_text(state.path)]
    known = cache.texts()
    new = [state for state in states if state.path not in known or known[state.path].state != state]
    records = {state.path: _too_large(state) for state in new if state.size > LARGEST}
    rows = {state.path: TextRow(state, "", mark_of(records[state.path])) for state in new if state.path in records}
    new = [state for state in new if state.path not in rows]
    digests = [(state.path, known[state.path].digest if state.path in known else "") for state in new]
    bodies, problems = dict[tuple[str, str], str](), list(tree.problems)
    for state, answer in zip(new, _read_all(digests, team, (root, settings), meanwhile), strict=True):
        if isinstance(answer, Problem):
            problems.append(answer)
            continue
        rows[state.path] = TextRow(state, answer.digest, answer.mark or known[state.path].mark)
        if answer.record:
            records[state.path] = answer.record
            bodies[state.path, answer.digest] = answer.body
    unreadable = {state.path for state in new} - rows.keys()
    return Intake(
        texts=tuple([rows.get(state.path) or known[state.path] for state in states if state.path not in unreadable]),
        others=tuple([state for state in tree.states if not is_text(state.path)]),
        problems=tuple(problems),
        read=ReadTexts(tuple(rows.values()), records, bodies),
        gone=tuple(known.keys() - {state.path for state in states}),
        edited=frozenset(path for path, _ in bodies),
        known_bodies=bodies_digest([known[path] for path in sorted(known)]),
    )


def _too_large(state: FileState) -> str:
    """The record of a text that is larger than any that is read."""
    found = problem(Code.FILE_TOO_LARGE, state.path, size=state.size, limit=LARGEST)
    return record.dump(Reading(None, "", (found,)))


def bodies_digest(rows: Iterable[TextRow]) -> str:
    """The digest of the bodies of all these texts, which come in the order of their paths."""
    return blake2b("".join([row.digest for row in rows]).encode(), digest_size=16).hexdigest()


def _read_all(
    known: Sequence[tuple[str, str]], team: Team, arguments: tuple[Path, Settings], meanwhile: Callable[[], None]
) -> list[ReadText | Problem]:
    """Every file read, in the order given, by as many processes as pay."""
    reader, digests = Reader(*arguments), [digest for _, digest in known]
    jobs = team.size(len(known))
    if jobs == 1:
        return reader.read(known)
    workers = hired(team.method, Reader, [arguments] * (jobs - 1))
    try:
        return shared_out(known, workers, "read", reader.read, meanwhile if not all(digests) else _nothing)
    finally:
        for worker in workers:
            worker.dismiss()


def _readings(records: Sequence[str], rows: Sequence[TextRow], settings: Settings) -> Iterator[Reading]:
    zone = settings.zone
    parsed = json.loads("[" + ",".join(records) + "]")
    for row, fields in zip(rows, parsed, strict=True):
        yield record.load(fields, row.digest, zone)


def _broken(rows: Sequence[TextRow], readings: Sequence[Reading]) -> Iterator[str]:
    """The texts that are there but gave nothing, because of an error."""
    for row, reading in zip(rows, readings, strict=True):
        if reading.value is None and has_errors(reading.problems):
            yield row.state.path


def _content(readings: Sequence[Reading], others: tuple[str, ...]) -> Content:
    return Content(
        tuple([each.value for each in readings if isinstance(each.value, Article)]),
        tuple([each.value for each in readings if isinstance(each.value, TagFile)]),
        others,
    )
