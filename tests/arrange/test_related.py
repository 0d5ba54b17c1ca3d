"""Related posts and tags: by what they share, near in time, at a cost that grows with the posts and no faster."""

from collections.abc import Sequence

from tests.samples import article
from warta.arrange.related import NEIGHBOURS, RELATED_POSTS, related_posts, related_tags
from warta.arrange.terms import group_tags, tag_names
from warta.model import Article

NAMES = tag_names(())[0]


def news(*tags: str) -> list[Article]:
    """One post for each list of tags, the newest first."""
    return [
        article(f"2026-01-01-b{number:04}", f"title: B{number}", f"tags: [{names}]")
        for number, names in enumerate(tags)
    ]


def titles(posts: Sequence[Article]) -> list[str]:
    return [post.title for post in posts]


def related(posts: list[Article]) -> dict[str, list[str]]:
    found = related_posts(posts, group_tags(posts, NAMES)[0])
    return {post.title: titles(found[post.path]) for post in posts}


def test_the_rarer_tag_says_more() -> None:
    posts = news("umum, batik", "umum", "umum", "umum", "umum", "umum, batik")
    assert related(posts)["B0"] == ["B5", "B1", "B2"]


def test_of_equals_the_nearest_in_time_come_first() -> None:
    assert related(news(*["umum"] * 7))["B3"] == ["B2", "B4", "B1"]


def test_a_post_without_a_shared_tag_has_none() -> None:
    assert related(news("satu", "dua")) == {"B0": [], "B1": []}


def test_a_post_is_not_related_to_itself_and_none_comes_twice() -> None:
    for title, found in related(news(*["a, b, c"] * 9)).items():
        assert title not in found
        assert len(set(found)) == len(found) == RELATED_POSTS


def test_what_is_far_in_time_is_not_looked_at() -> None:
    posts = news("umum, langka", *["umum"] * (NEIGHBOURS + 2), "umum, langka")
    groups = tuple(group for group in group_tags(posts, NAMES)[0] if group.name == "umum")
    found = related_posts(posts, groups)
    assert titles(found[posts[0].path]) == ["B1", "B2", "B3"]
    assert posts[-1] not in found[posts[0].path]


def test_related_tags_are_those_that_stand_together_most_often() -> None:
    groups = group_tags(news("hbp, takjil", "hbp, takjil", "hbp, olahraga", "batik"), NAMES)[0]
    found = {slug: [group.slug for group in others] for slug, others in related_tags(groups).items()}
    assert found == {"hbp": ["takjil", "olahraga"], "takjil": ["hbp"], "olahraga": ["hbp"], "batik": []}
