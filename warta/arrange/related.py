"""Which posts and tags belong together: those that share tags, rare ones above all. The cost is linear in the posts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from warta.arrange.terms import Group
from warta.model import Article

RELATED_POSTS = 3
RELATED_TAGS = 8
NEIGHBOURS = 6
"""Posts before and after a post in the list of each of its tags that are looked at: what is near in time fits best."""


def related_posts(news: Sequence[Article], tags: Iterable[Group]) -> dict[str, tuple[Article, ...]]:
    """For each post, by its path, the posts that share its rarest tags; of equals those nearest in time."""
    place = {article.path: number for number, article in enumerate(news)}
    scores: dict[str, dict[int, float]] = {path: {} for path in place}
    for group in tags:
        weight = log(1 + len(news) / len(group.articles))
        numbers = [place[article.path] for article in group.articles]
        for at, article in enumerate(group.articles):
            found = scores[article.path]
            for number in (*numbers[max(0, at - NEIGHBOURS) : at], *numbers[at + 1 : at + 1 + NEIGHBOURS]):
                found[number] = found.get(number, 0.0) + weight
    return {path: _best(found, place[path], news) for path, found in scores.items()}


def _best(found: Mapping[int, float], own: int, news: Sequence[Article]) -> tuple[Article, ...]:
    ranked = sorted(found, key=lambda number: (-found[number], abs(number - own), number))
    return tuple([news[number] for number in ranked[:RELATED_POSTS]])


def related_tags(tags: Sequence[Group]) -> dict[str, tuple[Group, ...]]:
    """For each tag, by its slug, the tags that stand beside it most often, most often first, then by slug."""
    by_post: dict[str, list[Group]] = {}
    for group in tags:
        for article in group.articles:
            by_post.setdefault(article.path, []).append(group)
    beside: dict[str, Counter[str]] = {group.slug: Counter() for group in tags}
    for groups in by_post.values():
        for group in groups:
            beside[group.slug].update(other.slug for other in groups if other is not group)
    by_slug = {group.slug: group for group in tags}
    return {slug: tuple(by_slug[other] for other in _most(counts)) for slug, counts in beside.items()}


def _most(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda slug: (-counts[slug], slug))[:RELATED_TAGS]
