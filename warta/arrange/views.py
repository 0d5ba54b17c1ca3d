"""Catalog -> Views: for every file to be published its address, its template and the plain data it is made from.

A page is a function of its view, the settings and the layouts; so a page whose view is as before is not made again.
"""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from warta.arrange import addresses
from warta.arrange.addresses import Addresses
from warta.arrange.catalog import Catalog, Month
from warta.arrange.discovery import body_of, feed_view, sitemap_view
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
    PhotoView,
    RedirectView,
    RobotsView,
    StandingView,
    TermsView,
    View,
)
from warta.model import Article
from warta.read.slugs import identity_of, slug_of
from warta.settings import Settings

HOME_CARDS = 12
HOME_TOPICS = 12


def views(catalog: Catalog, photo_digests: Mapping[str, str], settings: Settings) -> Iterator[View]:
    """Every file of the site, in the order of publishing: what pages show, pages, lists, and last the home page.

    `photo_digests` gives the digest of each photo in `catalog.photos` that could be read.
    """
    maker, has = _Views(catalog, settings), settings.features
    for path, digest in photo_digests.items():
        yield View(addresses.of_photo(path), "photo", PhotoView(path, digest))
    yield from maker.articles()
    yield from maker.standing_pages()
    yield from maker.redirects()
    for group in catalog.tags:
        yield from maker.group_pages("tag", maker.of.tag(group.slug), group)
    for group in catalog.categories:
        yield from maker.group_pages("category", maker.of.category(group.slug), group)
    if "archive" in has:
        yield from maker.archive()
    yield from maker.overview()
    if "feed" in has:
        yield View(maker.of.feed, "feed.xml", feed_view(catalog, settings))
    if "sitemap" in has:
        yield View(addresses.SITEMAP, "sitemap.xml", sitemap_view(catalog, maker.of))
    if "robots" in has:
        yield View(addresses.ROBOTS, "robots.txt", RobotsView())


class _Views:
    """The views of one catalog; each card and tag link is made once."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog, self._settings = catalog, settings
        self.of, self._has = Addresses(settings.paths), settings.features
        self._addresses = {each.path: self.of.article(each) for each in (*catalog.news, *catalog.pages)}
        self._tag_links = {group.slug: Named(group.name, self.of.tag(group.slug)) for group in catalog.tags}
        self._category_links = {
            group.slug: Named(group.name, self.of.category(group.slug)) for group in catalog.categories
        }
        self._cards = {article.path: self._card(article) for article in catalog.news}

    def _card(self, article: Article) -> Card:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        category = self._category_of(article)
        return Card(article.title, self._addresses[article.path], article.date, article.summary, category)

    def _category_of(self, article: Article) -> Named | None:
        if article.category is None or "categories" not in self._has:
            return None
        return self._category_links[slug_of(article.category.name)]

    def _tags_of(self, article: Article) -> tuple[Named, ...]:
        if "tags" not in self._has:
            return ()
        names = self._catalog.names
        found = []
        for identity, term in tags_of(article, names):
            tag_file = names.files.get(identity)
            found.append(self._tag_links[slug_of(tag_file.title if tag_file else term.name)])
        return tuple(found)

    def _cards_of(self, articles: tuple[Article, ...]) -> tuple[Card, ...]:
        return tuple([self._cards[article.path] for article in articles])

    def _named(self, article: Article | None) -> Named | None:
        return Named(article.title, self._addresses[article.path]) if article else None

    def articles(self) -> Iterator[View]:
        news = self._catalog.news
        named = [None, *map(self._named, news), None]
        for number, article in enumerate(news):
            data = self._article(article, older=named[number + 2], newer=named[number])
            yield View(self._addresses[article.path], "article.html", data)

    def _article(self, article: Article, *, older: Named | None, newer: Named | None) -> ArticleView:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        return ArticleView(
            title=article.title,
            summary=article.summary,
            standfirst=article.summary if article.has("summary") else "",
            body=body_of(article, self._catalog),
            date=article.date,
            has_time=article.has_time,
            updated=article.updated,
            author=article.author,
            place=article.place,
            category=self._category_of(article),
            tags=self._tags_of(article),
            image=self._catalog.links[article.path].addresses[-1] if article.image else "",
            image_alt=article.image_alt,
            previous=older,
            next=newer,
        )

    def standing_pages(self) -> Iterator[View]:
        for page in self._catalog.pages:
            data = StandingView(page.title, page.summary, body_of(page, self._catalog), page.updated)
            yield View(self._addresses[page.path], "page.html", data)

    def redirects(self) -> Iterator[View]:
        for article in (*self._catalog.pages, *self._catalog.news):
            for alias in article.aliases:
                yield View(alias.name, "redirect.html", RedirectView(article.title, self._addresses[article.path]))

    def group_pages(self, kind: str, base: str, group: Group) -> Iterator[View]:
        others = tuple(each for each in group.spellings if identity_of(each) != identity_of(group.name))
        tag_file = group.tag_file
        described = _UNDESCRIBED._replace(
            kind=kind,
            title=group.name,
            body=body_of(tag_file, self._catalog) if tag_file else None,
            description=tag_file.summary if tag_file else "",
            spellings=others,
        )
        yield from self._list_pages(described, base, group.articles)

    def _list_pages(self, described: ListView, base: str, articles: tuple[Article, ...]) -> Iterator[View]:
        years = [article.date.year for article in (articles[-1:] + articles[:1]) if article.date]
        for page in paginate(articles, self._settings.per_page):
            data = described._replace(
                cards=self._cards_of(page.items),
                posts=len(articles),
                first_year=years[0] if years else 0,
                last_year=years[-1] if years else 0,
                number=page.number,
                total=page.total,
                newer=self._neighbour(base, page, -1),
                older=self._neighbour(base, page, 1),
            )
            yield View(self.of.page(base, page.number), "list.html", data)

    def _neighbour(self, base: str, page: Page[Article], step: int) -> str:
        number = page.number + step
        return self.of.page(base, number) if 1 <= number <= page.total else ""

    def _archive_month(self, month: Month) -> ArchiveMonth:
        return ArchiveMonth(month.year, month.month, self.of.month(month.year, month.month), len(month.articles))

    def archive(self) -> Iterator[View]:
        for month in self._catalog.months:
            described = _UNDESCRIBED._replace(kind="month", month=(month.year, month.month))
            yield from self._list_pages(described, self.of.month(month.year, month.month), month.articles)
        years = []
        for year, group in groupby(self._catalog.months, key=lambda month: month.year):
            months = tuple(map(self._archive_month, group))
            years.append(Named(str(year), self.of.year(year), sum(month.posts for month in months)))
            yield View(self.of.year(year), "archive.html", ArchiveView(year, (), months))
        all_months = tuple(map(self._archive_month, self._catalog.months))
        yield View(self.of.archive, "archive.html", ArchiveView(None, tuple(years), all_months))

    def overview(self) -> Iterator[View]:
        tags = _counted(self._catalog.tags, self._tag_links)
        categories = _counted(self._catalog.categories, self._category_links)
        if "tags" in self._has:
            yield View(self.of.tags, "terms.html", TermsView("tag", tags))
        if "categories" in self._has:
            yield View(self.of.categories, "terms.html", TermsView("category", categories))
        yield from self._list_pages(_UNDESCRIBED, self.of.news, self._catalog.news)
        latest = self._cards_of(self._catalog.news[:HOME_CARDS])
        topics = tuple(sorted(tags, key=lambda link: (-link.posts, link.title.casefold()))[:HOME_TOPICS])
        if "not_found" in self._has:
            yield View(addresses.NOT_FOUND, "404.html", NotFoundView(latest[:5]))
        yield View(addresses.HOME, "home.html", HomeView(latest, topics, len(self._catalog.news)))


_UNDESCRIBED = ListView("news", "", None, "", (), None, (), 0, 0, 0, 1, 1, "", "")


def _counted(groups: tuple[Group, ...], links: Mapping[str, Named]) -> tuple[Named, ...]:
    """The links of the groups with their numbers of posts, by name."""
    counted = (links[group.slug]._replace(posts=len(group.articles)) for group in groups)
    return tuple(sorted(counted, key=lambda link: (link.title.casefold(), link.address)))


def link_attribute(address: str, prefix: str) -> str:
    """An address of the site as it stands in an HTML attribute; a part of the same page needs no prefix."""
    return escape(address if address.startswith("#") else prefix.rstrip("/") + address)
