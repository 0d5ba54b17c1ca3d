"""The documents that pages link to -> what is known of them, each read only if its state on disk is new."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from warta import files
from warta.codes import Code
from warta.model import DocumentFacts, FileState, Source
from warta.problems import Problem, problem
from warta.publish.cache import Cache

SIZE_LIMIT = 25_000_000
"""Bytes of a document: what a phone on 10 Mbit/s waits 20 seconds for, and a quarter of what git hosts take."""


def look_at_documents(
    used: Iterable[str], states: Iterable[FileState], source: Path, cache: Cache
) -> tuple[dict[str, DocumentFacts], list[Problem]]:
    """The facts of the documents that are used, by path, and what is wrong with them."""
    wanted = frozenset(used)
    there = [state for state in states if state.path in wanted]
    known = cache.documents() if there else {}
    documents, problems = dict[FileState, DocumentFacts](), list[Problem]()
    for state in there:
        facts = known.get(state) or _facts_on_disk(source, state)
        if isinstance(facts, Problem):
            problems.append(facts)
        else:
            documents[state] = facts
            problems += _look(state.path, facts)
    if documents.keys() != known.keys():
        cache.store_documents(documents)
    return {state.path: facts for state, facts in documents.items()}, problems


def _facts_on_disk(source: Path, state: FileState) -> DocumentFacts | Problem:
    if state.size > SIZE_LIMIT:
        return problem(Code.DOCUMENT_TOO_LARGE, state.path, size=state.size, limit=SIZE_LIMIT)
    from warta.render.documents import people_in  # pypdf: 60 ms that a build without a new document does not spend

    data = files.read(source, state.path)
    if isinstance(data, Problem):
        return data
    people = people_in(state.path, data)
    return people if isinstance(people, Problem) else DocumentFacts(Source(state.path, data).digest, ", ".join(people))


def _look(path: str, facts: DocumentFacts) -> Iterator[Problem]:
    if facts.people:
        yield problem(Code.DOCUMENT_NAMES_PERSON, path, people=facts.people)
