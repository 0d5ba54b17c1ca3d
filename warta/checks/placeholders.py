"""Words of `new` that say what to write, and were left where a text should be."""

from collections.abc import Iterator

from warta.checks.prose import Prose
from warta.codes import Code
from warta.messages import words
from warta.problems import Problem, problem
from warta.settings import Settings


def placeholders(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """A problem for each of them that the body or the words for its photo still hold; a draft may."""
    article = prose.article
    if article.draft or "placeholder" not in prose.signs:
        return
    photo = _of_photo(settings.language)
    for sentence in placeholder_words(settings.language):
        start = article.written.text.find(sentence)
        if start >= 0:
            yield problem(Code.PLACEHOLDER_LEFT, article.path, *article.written.place(start), text=sentence.strip())
    if article.image_alt.startswith(photo):
        yield problem(Code.PLACEHOLDER_LEFT, article.path, *article.position("image_alt"), text=photo.strip())


def placeholder_words(language: str) -> tuple[str, ...]:
    """What `new` writes in this language for a person to replace."""
    return (*words(language)["new_body"].split("\n\n"), _of_photo(language))


def _of_photo(language: str) -> str:
    return words(language)["new_photo"].partition("{")[0]
