"""Words of `new` that say what to write, and were left where a text should be."""

from collections.abc import Iterator

from warta.codes import Code
from warta.messages import words
from warta.model import Article
from warta.problems import Problem, problem
from warta.settings import Settings


def placeholders(article: Article, settings: Settings) -> Iterator[Problem]:
    """A problem for each of them that the body or the words for its photo still hold; a draft may."""
    if article.draft:
        return
    texts = words(settings.language)
    photo = texts["new_photo"].partition("{")[0]
    body = article.written.text
    for sentence in (*texts["new_body"].split("\n\n"), photo):
        start = body.find(sentence)
        if start >= 0:
            yield problem(Code.PLACEHOLDER_LEFT, article.path, *article.written.place(start), text=sentence.strip())
    if article.image_alt.startswith(photo):
        yield problem(Code.PLACEHOLDER_LEFT, article.path, *article.position("image_alt"), text=photo.strip())
