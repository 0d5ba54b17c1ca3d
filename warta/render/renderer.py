"""One view -> one file's bytes, or the problem because of which there is none."""

from collections.abc import Callable, Mapping
from typing import Any

from warta.arrange.addresses import file_of, link_attribute
from warta.arrange.searchdata import IndexView
from warta.arrange.viewdata import View
from warta.arrange.viewfound import (
    CalendarView,
    FeedView,
    HeadersView,
    NewsSitemapView,
    RedirectsView,
    RobotsView,
    SecurityView,
    SitemapIndexView,
    SitemapView,
)
from warta.arrange.viewparts import BodyText
from warta.model import Output, join_pieces
from warta.problems import Problem
from warta.render import hostfiles, sitemap
from warta.render.templates import TemplateProblem, Templates
from warta.settings import Settings

Pieces = Callable[[str, str], tuple[str, ...]]
"""Gives the pieces of a body by the path and the digest of its file."""

_PLAIN: Mapping[type, Callable[[Any, Settings], bytes]] = {
    SitemapView: sitemap.sitemap,
    SitemapIndexView: sitemap.sitemap_index,
    NewsSitemapView: sitemap.news_sitemap,
    RobotsView: sitemap.robots,
    RedirectsView: hostfiles.redirects,
    HeadersView: hostfiles.headers,
    SecurityView: hostfiles.security,
}
"""What makes the files that need no template, each from its view and the settings."""


class Renderer:
    """Makes texts from views. `pieces` fetches what a view only names; nothing else is looked at."""

    def __init__(self, templates: Templates, settings: Settings, pieces: Pieces) -> None:
        self._templates, self._settings, self._pieces = templates, settings, pieces

    def prepare(self, templates: set[str]) -> None:
        """Compile templates ahead, so that processes forked from this one need not."""
        self._templates.prepare(templates)

    def make(self, view: View) -> Output | Problem:
        """The file of the view."""
        data = view.data
        if isinstance(data, FeedView):
            return self._feed(view, data)
        if isinstance(data, CalendarView):
            return self._calendar(view, data)
        plain = _PLAIN.get(type(data))
        return Output(file_of(view.address), plain(data, self._settings)) if plain else self._page(view)

    def texts(self, view: IndexView) -> list[list[str]]:
        """The words of each document of a part of the search index."""
        from warta.render.indexing import text_of

        bodies = ((each, self._pieces(each.body.path, each.body.digest)) for each in view.documents)
        return [text_of(document, "".join(pieces)) for document, pieces in bodies]

    def _feed(self, view: View, data: FeedView) -> Output:
        from warta.render import feed  # email.utils: 5 ms that most edits do not spend

        if view.template == "feed.json":
            made = feed.json_feed(data, self._settings, self._html)
        else:
            style = self._templates.asset("feed.css")
            made = feed.rss(data, self._settings, self._html, style)
        return Output(file_of(view.address), made)

    def _calendar(self, view: View, data: CalendarView) -> Output:
        from warta.render.calendar import calendar  # few sites announce anything

        return Output(file_of(view.address), calendar(data, self._settings))

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
