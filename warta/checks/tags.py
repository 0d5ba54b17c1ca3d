"""The tags of one post: how many there are."""

from collections.abc import Iterator

from warta.checks.prose import Prose
from warta.codes import Code
from warta.problems import Problem, problem
from warta.settings import Settings

MOST = 8
"""Tags of one post: more of them find nothing (issue "The newsroom's tools", Tags)."""


def tags(prose: Prose, _settings: Settings) -> Iterator[Problem]:
    """K403."""
    article = prose.article
    if len(article.tags) > MOST:
        extra = article.tags[MOST]
        yield problem(
            Code.TAGS_MANY, article.path, extra.line, extra.column, count=len(article.tags), most=MOST, name=extra.name
        )
