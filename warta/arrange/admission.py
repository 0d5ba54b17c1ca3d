"""Who gets in: what is published now, and what waits."""

from dataclasses import dataclass
from datetime import datetime

from warta.model import Article


@dataclass(frozen=True, slots=True)
class Admission:
    """Who gets in: everything due by `now` that is no draft, unless the flags say otherwise."""

    now: datetime
    drafts: bool = False
    future: bool = False

    def reason_to_wait(self, article: Article) -> str:
        """Why the article is not published now: "draft", "scheduled", or "" if it is."""
        if article.draft and not self.drafts:
            return "draft"
        if article.date and article.date > self.now and not self.future:
            return "scheduled"
        return ""
