"""One view -> one file's bytes, or the problem because of which there is none."""

from collections.abc import Callable

from warta.arrange.addresses import file_of, link_attribute
from warta.arrange.viewdata import CalendarView, FeedView, SitemapView, View
from warta.arrange.viewparts import BodyText
from warta.model import Output, join_pieces
from warta.problems import Problem
from warta.render.sitemap import robots, sitemap
from warta.render.templates import TemplateProblem, Templates
from warta.settings import Settings

Pieces = Callable[[str, str], tuple[str, ...]]
"""Gives the pieces of a body by the path and the digest of its file."""


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
            case CalendarView():
                return self._calendar(view, view.data)
            case SitemapView():
                return Output(file_of(view.address), sitemap(view.data, self._settings))
        if view.template == "robots.txt":
            return Output(file_of(view.address), robots(self._settings))
        return self._page(view)

    def _feed(self, view: View, data: FeedView) -> Output:
        from warta.render import feed  # email.utils: 5 ms that most edits do not spend

        if view.template == "feed.json":
            made = feed.json_feed(data, view.address, self._settings, self._html)
        else:
            style = self._templates.asset("feed.css")
            made = feed.rss(data, view.address, self._settings, self._html, style)
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
