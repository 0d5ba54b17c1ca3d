"""Who gets in: what is published now, and what waits."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from warta.model import Article
from warta.read.kinds import NEWS


class Admission(NamedTuple):
    """Who gets in: everything due by `now` that is no draft, unless the flags say otherwise.

    With `approval` a news post needs one: a standing page is changed by who runs the site, and what is withdrawn shows
    nothing. A `preview` shows whatever there is.
    """

    now: datetime
    drafts: bool = False
    future: bool = False
    approval: bool = False
    preview: bool = False

    def reason_to_wait(self, article: Article) -> str:
        """Why the article is not published now: "draft", "unapproved", "scheduled", or "" if it is."""
        if self.preview:
            return ""
        admitted = {"draft": self.drafts, "scheduled": self.future}
        return next((reason for reason in self._reasons(article) if not admitted.get(reason)), "")

    def reason_if_published(self, article: Article) -> str:
        """Why the article would have to wait, were this no preview."""
        return next(self._reasons(article), "")

    def early(self, articles: Iterable[Article]) -> frozenset[str]:
        """The paths of the articles that only the preview shows; none without one."""
        return frozenset(each.path for each in articles if self.preview and self.reason_if_published(each))

    def _reasons(self, article: Article) -> Iterator[str]:
        if article.draft:
            yield "draft"
        is_shown = article.path.startswith(NEWS) and not article.withdrawn
        if self.approval and is_shown and article.approval is None:
            yield "unapproved"
        if article.date and article.date > self.now:
            yield "scheduled"
