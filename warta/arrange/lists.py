"""The views of lists: pages of posts by tag, category and month, the archive, and the lists of terms."""

from collections.abc import Iterator
from itertools import groupby

from warta.arrange.cards import Cards, newest_photo
from warta.arrange.catalog import Catalog, Month
from warta.arrange.pagination import Page, paginate
from warta.arrange.related import related_tags
from warta.arrange.terms import Group
from warta.arrange.viewdata import ArchiveMonth, ArchiveView, ListView, TermsView, View
from warta.arrange.viewparts import Named
from warta.model import Article
from warta.read.slugs import identity_of
from warta.settings import Settings

_UNDESCRIBED = ListView("news", "", None, "", (), None, None, (), (), 0, 0, 0, (), 1, 1, "", "", "")


class Lists:
    """The lists of one catalog."""

    def __init__(self, catalog: Catalog, cards: Cards, settings: Settings) -> None:
        self._catalog, self._cards, self._settings, self._of = catalog, cards, settings, cards.of

    def tags(self) -> Iterator[View]:
        """The pages of every tag."""
        related = related_tags(self._catalog.tags) if "related" in self._settings.features else {}
        for group in self._catalog.tags:
            beside = self._cards.tag_links(related.get(group.slug, ()))
            yield from self._group_pages("tag", self._of.tag(group.slug), group, beside)

    def categories(self) -> Iterator[View]:
        """The pages of every category."""
        for group in self._catalog.categories:
            yield from self._group_pages("category", self._of.category(group.slug), group, ())

    def _group_pages(self, kind: str, base: str, group: Group, related: tuple[Named, ...]) -> Iterator[View]:
        tag_file = group.tag_file
        described = _UNDESCRIBED._replace(
            kind=kind,
            title=group.name,
            body=self._cards.body(tag_file) if tag_file else None,
            description=tag_file.summary if tag_file else "",
            spellings=tuple(each for each in group.spellings if identity_of(each) != identity_of(group.name)),
            photo=newest_photo(self._cards.cards(group.articles)),
            related=related,
            years=self._years(base, group.articles),
            feed=self._of.feed_of(base) if "term_feeds" in self._settings.features else "",
        )
        yield from self._pages(described, base, group.articles)

    def _years(self, base: str, articles: tuple[Article, ...]) -> tuple[Named, ...]:
        """Where in the list each year begins, if there are more than two; the theme's headings have these ids."""
        pages: dict[int, int] = {}
        for place, article in enumerate(articles):
            if article.date:
                pages.setdefault(article.date.year, 1 + place // self._settings.per_page)
        named = tuple([Named(str(year), f"{self._of.page(base, page)}#_{year}") for year, page in pages.items()])
        return named if len(named) > 2 else ()

    def news(self) -> Iterator[View]:
        """The pages of all news."""
        yield from self._pages(_UNDESCRIBED, self._of.news, self._catalog.news)

    def _pages(self, described: ListView, base: str, articles: tuple[Article, ...]) -> Iterator[View]:
        years = [article.date.year for article in (articles[-1:] + articles[:1]) if article.date]
        for page in paginate(articles, self._settings.per_page):
            data = described._replace(
                cards=self._cards.cards(page.items),
                posts=len(articles),
                first_year=years[0] if years else 0,
                last_year=years[-1] if years else 0,
                number=page.number,
                total=page.total,
                newer=self._neighbour(base, page, -1),
                older=self._neighbour(base, page, 1),
            )
            yield View(self._of.page(base, page.number), "list.html", data)

    def _neighbour(self, base: str, page: Page[Article], step: int) -> str:
        number = page.number + step
        return self._of.page(base, number) if 1 <= number <= page.total else ""

    def _archive_month(self, month: Month) -> ArchiveMonth:
        return ArchiveMonth(month.year, month.month, self._of.month(month.year, month.month), len(month.articles))

    def archive(self) -> Iterator[View]:
        """Months, years, and the archive of all years."""
        for month in self._catalog.months:
            described = _UNDESCRIBED._replace(kind="month", month=(month.year, month.month))
            yield from self._pages(described, self._of.month(month.year, month.month), month.articles)
        years = []
        for year, group in groupby(self._catalog.months, key=lambda month: month.year):
            months = tuple(map(self._archive_month, group))
            years.append(Named(str(year), self._of.year(year), sum(month.posts for month in months)))
            yield View(self._of.year(year), "archive.html", ArchiveView(year, (), months))
        all_months = tuple(map(self._archive_month, self._catalog.months))
        yield View(self._of.archive, "archive.html", ArchiveView(None, tuple(years), all_months))

    def terms(self) -> Iterator[View]:
        """The lists of all tags and of all categories."""
        if "tags" in self._settings.features:
            yield View(self._of.tags, "terms.html", TermsView("tag", self._cards.all_tags()))
        if "categories" in self._settings.features:
            yield View(self._of.categories, "terms.html", TermsView("category", self._cards.all_categories()))
