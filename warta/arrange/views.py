"""Catalog -> Views: for every page its address, its template and the plain data that the template shows.

A page is a function of its view and the settings; layouts/README.md lists the views for those who write templates.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from warta.arrange import addresses
from warta.arrange.catalog import Catalog, Month
from warta.arrange.pagination import Page, paginate
from warta.arrange.terms import Group, tags_of
from warta.arrange.viewdata import (
    ArchiveMonth,
    ArchiveView,
    ArticleView,
    Card,
    HomeView,
    ListView,
    Named,
    NotFoundView,
    RedirectView,
    StandingView,
    TermsView,
    View,
)
from warta.model import Article, Body, TagFile
from warta.read.slugs import identity_of, slug_of
from warta.settings import Settings

HOME_CARDS = 12
HOME_TOPICS = 12


def views(catalog: Catalog, settings: Settings) -> Iterator[View]:
    """Every HTML page of the site, in the order of publishing: what links lead to before what links."""
    maker = _Views(catalog, settings)
    yield from maker.articles()
    yield from maker.standing_pages()
    yield from maker.redirects()
    for group in catalog.tags:
        yield from maker.group_pages("tag", addresses.of_tag(group.slug), group)
    for group in catalog.categories:
        yield from maker.group_pages("category", addresses.of_category(group.slug), group)
    yield from maker.archive()
    yield from maker.overview()


class _Views:
    """The views of one catalog; each card and tag link is made once."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog, self._settings = catalog, settings
        self._tag_links = {
            group.slug: Named(group.name, addresses.of_tag(group.slug), len(group.articles)) for group in catalog.tags
        }
        self._category_links = {
            group.slug: Named(group.name, addresses.of_category(group.slug), len(group.articles))
            for group in catalog.categories
        }
        self._cards = {article.path: self._card(article) for article in catalog.news}

    def _card(self, article: Article) -> Card:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        category = self._category_of(article)
        return Card(article.title, addresses.of_article(article), article.date, article.summary, category)

    def _category_of(self, article: Article) -> Named | None:
        return self._category_links[slug_of(article.category.name)] if article.category else None

    def _tags_of(self, article: Article) -> tuple[Named, ...]:
        names = self._catalog.names
        found = []
        for identity, term in tags_of(article, names):
            tag_file = names.files.get(identity)
            found.append(self._tag_links[slug_of(tag_file.title if tag_file else term.name)])
        return tuple(found)

    def _html(self, page: Article | TagFile, body: Body) -> str:
        resolved = self._catalog.links[page.path].addresses[: len(body.links)]
        return body.html(tuple(link_attribute(address, self._settings.base_path) for address in resolved))

    def _cards_of(self, articles: tuple[Article, ...]) -> tuple[Card, ...]:
        return tuple(self._cards[article.path] for article in articles)

    def articles(self) -> Iterator[View]:
        news = self._catalog.news
        for number, article in enumerate(news):
            older = news[number + 1] if number + 1 < len(news) else None
            newer = news[number - 1] if number else None
            yield View(addresses.of_article(article), "article.html", self._article(article, older, newer))

    def _article(self, article: Article, older: Article | None, newer: Article | None) -> ArticleView:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        links = self._catalog.links[article.path].addresses
        return ArticleView(
            title=article.title,
            summary=article.summary,
            html=self._html(article, article.body),
            date=article.date,
            has_time=article.has_time,
            updated=article.updated,
            author=article.author,
            place=article.place,
            category=self._category_of(article),
            tags=self._tags_of(article),
            image=links[-1] if article.image else "",
            image_alt=article.image_alt,
            previous=Named(older.title, addresses.of_article(older)) if older else None,
            next=Named(newer.title, addresses.of_article(newer)) if newer else None,
        )

    def standing_pages(self) -> Iterator[View]:
        for page in self._catalog.pages:
            data = StandingView(page.title, page.summary, self._html(page, page.body), page.updated)
            yield View(addresses.of_article(page), "page.html", data)

    def redirects(self) -> Iterator[View]:
        for article in (*self._catalog.pages, *self._catalog.news):
            for alias in article.aliases:
                data = RedirectView(article.title, addresses.of_article(article))
                yield View(alias.name, "redirect.html", data)

    def group_pages(self, kind: str, base: str, group: Group) -> Iterator[View]:
        tag_file = group.tag_file
        html = self._html(tag_file, tag_file.body) if tag_file else ""
        others = tuple(each for each in group.spellings if identity_of(each) != identity_of(group.name))
        described = (group.name, html, tag_file.summary if tag_file else "", others)
        yield from self._list_pages(kind, base, described, group.articles)

    def _list_pages(
        self,
        kind: str,
        base: str,
        described: tuple[str, str, str, tuple[str, ...]],
        articles: tuple[Article, ...],
        month: tuple[int, int] | None = None,
    ) -> Iterator[View]:
        title, html, description, spellings = described
        years = [article.date.year for article in (articles[-1:] + articles[:1]) if article.date]
        for page in paginate(articles, self._settings.per_page):
            data = ListView(
                kind=kind,
                title=title,
                html=html,
                description=description,
                spellings=spellings,
                month=month,
                cards=self._cards_of(page.items),
                count=len(articles),
                first_year=years[0] if years else 0,
                last_year=years[-1] if years else 0,
                number=page.number,
                total=page.total,
                **_neighbours(base, page),
            )
            yield View(addresses.of_list_page(base, page.number), "list.html", data)

    def archive(self) -> Iterator[View]:
        undescribed = ("", "", "", ())
        for month in self._catalog.months:
            base = addresses.of_month(month.year, month.month)
            yield from self._list_pages("month", base, undescribed, month.articles, (month.year, month.month))
        years = []
        for year, group in groupby(self._catalog.months, key=lambda month: month.year):
            months = tuple(map(_archive_month, group))
            years.append(Named(str(year), addresses.of_year(year), sum(month.count for month in months)))
            yield View(addresses.of_year(year), "archive.html", ArchiveView(year, (), months))
        all_months = tuple(map(_archive_month, self._catalog.months))
        yield View(addresses.ARCHIVE, "archive.html", ArchiveView(None, tuple(years), all_months))

    def overview(self) -> Iterator[View]:
        by_name = tuple(sorted(self._tag_links.values(), key=lambda link: (link.title.casefold(), link.address)))
        categories = tuple(
            sorted(self._category_links.values(), key=lambda link: (link.title.casefold(), link.address))
        )
        yield View(addresses.TAG_LIST, "terms.html", TermsView("tag", by_name))
        yield View(addresses.CATEGORY_LIST, "terms.html", TermsView("category", categories))
        yield from self._list_pages("news", addresses.NEWS_LIST, ("", "", "", ()), self._catalog.news)
        latest = self._cards_of(self._catalog.news[:HOME_CARDS])
        topics = tuple(sorted(by_name, key=lambda link: (-link.count, link.title.casefold()))[:HOME_TOPICS])
        yield View(addresses.NOT_FOUND, "404.html", NotFoundView(latest[:5]))
        yield View(addresses.HOME, "home.html", HomeView(latest, topics, len(self._catalog.news)))


def link_attribute(address: str, prefix: str) -> str:
    """An address of the site as it stands in an HTML attribute; a part of the same page needs no prefix."""
    return escape(address if address.startswith("#") else prefix.rstrip("/") + address)


def _neighbours(base: str, page: Page[Article]) -> dict[str, str]:
    newer = addresses.of_list_page(base, page.number - 1) if page.number > 1 else ""
    older = addresses.of_list_page(base, page.number + 1) if page.number < page.total else ""
    return {"newer": newer, "older": older}


def _archive_month(month: Month) -> ArchiveMonth:
    return ArchiveMonth(month.year, month.month, addresses.of_month(month.year, month.month), len(month.articles))
