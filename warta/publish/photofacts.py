"""The photos of content -> what pages need to know of them, each read only if its state on disk is new."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from warta import files
from warta.arrange.addresses import PHOTO_KINDS
from warta.codes import Code
from warta.model import FileState, PhotoFacts, PhotoUse, Source
from warta.problems import Problem, problem
from warta.publish.cache import Cache

LEAST_SIDES = (600, 315)
"""Width and height below which other sites show a photo small beside a link (Facebook's rule)."""

SIZE_LIMIT = 50_000_000
"""Bytes of a photo: three times what phones write, and where git hosts begin to warn."""


def look_at_photos(
    uses: Mapping[str, PhotoUse], states: Iterable[FileState], source: Path, cache: Cache
) -> tuple[dict[str, PhotoFacts], list[Problem]]:
    """The facts of the photos that are used, by path, and what is wrong that can be seen without decoding."""
    there = [state for state in states if state.path.lower().endswith(PHOTO_KINDS)]
    known = cache.photos() if there else {}
    photos, problems = dict[FileState, PhotoFacts](), list[Problem]()
    for state in there:
        facts = known.get(state) or _facts_on_disk(source, state)
        if isinstance(facts, PhotoFacts):
            photos[state] = facts
            problems += _look(state.path, facts, uses.get(state.path))
        else:
            problems.append(facts)
    if photos.keys() != known.keys():
        cache.store_photos(photos)
    return {state.path: facts for state, facts in photos.items() if state.path in uses}, problems


def _facts_on_disk(source: Path, state: FileState) -> PhotoFacts | Problem:
    if state.size > SIZE_LIMIT:
        return problem(Code.PHOTO_FILE_TOO_LARGE, state.path, size=state.size, limit=SIZE_LIMIT)
    from warta.render.photos import facts_of  # Pillow: 35 ms that a build without a new photo does not spend

    data = files.read(source, state.path)
    return data if isinstance(data, Problem) else facts_of(data, Source(state.path, data).digest)


def _look(path: str, facts: PhotoFacts, use: PhotoUse | None) -> Iterator[Problem]:
    if use is None:
        if not facts.width:
            yield problem(Code.PHOTO_UNUSED_BROKEN, path)
    elif use.is_lead and facts.width > 0 and (facts.width < LEAST_SIDES[0] or facts.height < LEAST_SIDES[1]):
        place, name, least = (use.path, use.line, use.column), path.rpartition("/")[2], LEAST_SIDES[0]
        yield problem(Code.PHOTO_SMALL, *place, photo=name, width=facts.width, height=facts.height, least=least)


def naming_posts(problems: Iterable[Problem], uses: Mapping[str, PhotoUse]) -> Iterator[Problem]:
    """The problems, those of photos with the post and line that show the photo."""
    for each in problems:
        use = uses.get(each.path)
        yield each._replace(facts=(*each.facts, ("post", f"{use.path}:{use.line}"))) if use else each
