"""One view -> one file's bytes, or the problem because of which there is none."""

from collections.abc import Callable, Mapping

from warta.arrange.addresses import file_of, link_attribute
from warta.arrange.searchdata import IndexView
from warta.arrange.viewdata import FeedView, SitemapView, View
from warta.arrange.viewparts import BodyText
from warta.codes import Code
from warta.model import Output, join_pieces
from warta.problems import Problem, problem
from warta.render.sitemap import robots, sitemap
from warta.render.templates import DEFAULT, TemplateProblem, Templates, layout_text, words_used
from warta.render.words import Words, read_words
from warta.settings import Settings

Pieces = Callable[[str, str], tuple[str, ...]]
"""Gives the pieces of a body by the path and the digest of its file."""


def theme_words(layouts: Mapping[str, bytes], settings: Settings) -> tuple[Words | None, tuple[Problem, ...]]:
    """The words of the site's language, those of its own layouts over the theme's.

    None if one that the templates use is in neither, or if something cannot be read.
    """
    name = f"strings/{settings.language}.yaml"
    if name not in layouts:
        return None, (problem(Code.TEMPLATE_MISSING, f"layouts/{name}", name=name),)
    strings = {each for each in (name, DEFAULT + name) if each in layouts}
    read = {each: layout_text(each, layouts[each]) for each in layouts if each in strings or each.endswith(".html")}
    problems = tuple(dict.fromkeys(problem for _, found in read.values() for problem in found))
    texts = {each: text for each, (text, _) in read.items() if text is not None}
    if len(texts) < len(read):
        return None, problems
    own, theme = texts.pop(name), texts.pop(DEFAULT + name, "")
    words, missing = read_words(own, f"layouts/{name}", words_used(texts.values()), "" if theme == own else theme)
    return words, (*problems, *missing)


class Renderer:
    """Makes texts from views. `pieces` fetches what a view only names; nothing else is looked at."""

    def __init__(self, templates: Templates, settings: Settings, pieces: Pieces) -> None:
        self._templates, self._settings, self._pieces = templates, settings, pieces

    def prepare(self, templates: set[str]) -> None:
        """Compile templates ahead, so that processes forked from this one need not."""
        self._templates.prepare(templates)

    def make(self, view: View) -> Output | Problem:
        """The file of the view."""
        match view.data:
            case FeedView():
                return self._feed(view, view.data)
            case SitemapView():
                return Output(file_of(view.address), sitemap(view.data, self._settings))
        if view.template == "robots.txt":
            return Output(file_of(view.address), robots(self._settings))
        return self._page(view)

    def texts(self, view: IndexView) -> list[list[str]]:
        """The words of each document of a part of the search index."""
        from warta.render.indexing import text_of

        bodies = ((each, self._pieces(each.body.path, each.body.digest)) for each in view.documents)
        return [text_of(document, "".join(pieces)) for document, pieces in bodies]

    def _feed(self, view: View, data: FeedView) -> Output:
        from warta.render import feed  # email.utils: 5 ms that most edits do not spend

        if view.template == "feed.json":
            made = feed.json_feed(data, view.address, self._settings, self._html)
        else:
            style = self._templates.asset("feed.css")
            made = feed.rss(data, view.address, self._settings, self._html, style)
        return Output(file_of(view.address), made)

    def _page(self, view: View) -> Output | Problem:
        body, prefix = getattr(view.data, "body", None), self._settings.base_path
        html = self._html(body, prefix) if body else ""
        photos = {link_attribute(photo.address, prefix): photo for photo in body.photos} if body else {}
        try:
            return Output(file_of(view.address), self._templates.page(view, html, photos))
        except TemplateProblem as fault:
            return fault.problem

    def _html(self, body: BodyText, prefix: str) -> str:
        addresses = tuple([link_attribute(address, prefix) for address in body.addresses])
        return join_pieces(self._pieces(body.path, body.digest), addresses)
