"""Catalog -> Views: for every file to be published its address, its template and the plain data it is made from.

A page is a function of its view, the settings and the layouts; so a page whose view is as before is not made again.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
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
    BodyText,
    Card,
    FeedItem,
    FeedView,
    HomeView,
    ListView,
    Named,
    NotFoundView,
    PhotoView,
    RedirectView,
    RobotsView,
    SitemapView,
    StandingView,
    TermsView,
    View,
)
from warta.model import Article, TagFile
from warta.read.slugs import identity_of, slug_of
from warta.settings import Settings

HOME_CARDS = 12
HOME_TOPICS = 12
FEED_ITEMS = 20
"""Newest posts in the feed."""


def views(catalog: Catalog, photo_digests: Mapping[str, str], settings: Settings) -> Iterator[View]:
    """Every file of the site, in the order of publishing: what pages show, pages, lists, and last the home page.

    `photo_digests` gives the digest of each photo in `catalog.photos` that could be read.
    """
    maker = _Views(catalog, settings)
    for path, digest in photo_digests.items():
        yield View(addresses.of_photo(path), "photo", PhotoView(path, digest))
    yield from maker.articles()
    yield from maker.standing_pages()
    yield from maker.redirects()
    for group in catalog.tags:
        yield from maker.group_pages("tag", addresses.of_tag(group.slug), group)
    for group in catalog.categories:
        yield from maker.group_pages("category", addresses.of_category(group.slug), group)
    yield from maker.archive()
    yield from maker.overview()
    yield View(addresses.FEED, "feed.xml", maker.feed())
    yield View(addresses.SITEMAP, "sitemap.xml", SitemapView(tuple(_sitemap(catalog))))
    yield View(addresses.ROBOTS, "robots.txt", RobotsView())


class _Views:
    """The views of one catalog; each card and tag link is made once."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog, self._settings = catalog, settings
        self._addresses = {each.path: addresses.of_article(each) for each in (*catalog.news, *catalog.pages)}
        self._tag_links = {group.slug: Named(group.name, addresses.of_tag(group.slug)) for group in catalog.tags}
        self._category_links = {
            group.slug: Named(group.name, addresses.of_category(group.slug)) for group in catalog.categories
        }
        self._cards = {article.path: self._card(article) for article in catalog.news}

    def _card(self, article: Article) -> Card:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        category = self._category_of(article)
        return Card(article.title, self._addresses[article.path], article.date, article.summary, category)

    def _category_of(self, article: Article) -> Named | None:
        return self._category_links[slug_of(article.category.name)] if article.category else None

    def _tags_of(self, article: Article) -> tuple[Named, ...]:
        names = self._catalog.names
        found = []
        for identity, term in tags_of(article, names):
            tag_file = names.files.get(identity)
            found.append(self._tag_links[slug_of(tag_file.title if tag_file else term.name)])
        return tuple(found)

    def _body(self, page: Article | TagFile) -> BodyText:
        resolved = self._catalog.links[page.path].addresses[: len(page.body.links)]
        return BodyText(page.path, page.digest, resolved)

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
            body=self._body(article),
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
            data = StandingView(page.title, page.summary, self._body(page), page.updated)
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
            body=self._body(tag_file) if tag_file else None,
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
                newer=_neighbour(base, page, -1),
                older=_neighbour(base, page, 1),
            )
            yield View(addresses.of_list_page(base, page.number), "list.html", data)

    def archive(self) -> Iterator[View]:
        for month in self._catalog.months:
            described = _UNDESCRIBED._replace(kind="month", month=(month.year, month.month))
            yield from self._list_pages(described, addresses.of_month(month.year, month.month), month.articles)
        years = []
        for year, group in groupby(self._catalog.months, key=lambda month: month.year):
            months = tuple(map(_archive_month, group))
            years.append(Named(str(year), addresses.of_year(year), sum(month.posts for month in months)))
            yield View(addresses.of_year(year), "archive.html", ArchiveView(year, (), months))
        all_months = tuple(map(_archive_month, self._catalog.months))
        yield View(addresses.ARCHIVE, "archive.html", ArchiveView(None, tuple(years), all_months))

    def overview(self) -> Iterator[View]:
        tags = _counted(self._catalog.tags, self._tag_links)
        categories = _counted(self._catalog.categories, self._category_links)
        yield View(addresses.TAG_LIST, "terms.html", TermsView("tag", tags))
        yield View(addresses.CATEGORY_LIST, "terms.html", TermsView("category", categories))
        yield from self._list_pages(_UNDESCRIBED, addresses.NEWS_LIST, self._catalog.news)
        latest = self._cards_of(self._catalog.news[:HOME_CARDS])
        topics = tuple(sorted(tags, key=lambda link: (-link.posts, link.title.casefold()))[:HOME_TOPICS])
        yield View(addresses.NOT_FOUND, "404.html", NotFoundView(latest[:5]))
        yield View(addresses.HOME, "home.html", HomeView(latest, topics, len(self._catalog.news)))

    def feed(self) -> FeedView:
        return FeedView(tuple(map(self._feed_item, self._catalog.news[:FEED_ITEMS])))

    def _feed_item(self, article: Article) -> FeedItem:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        terms = dict.fromkeys(term.name for term in (article.category, *article.tags) if term)
        return FeedItem(
            title=article.title,
            address=self._addresses[article.path],
            date=article.date,
            updated=article.updated,
            author=article.author,
            terms=tuple(terms),
            summary=article.summary,
            body=self._body(article),
        )


_UNDESCRIBED = ListView("news", "", None, "", (), None, (), 0, 0, 0, 1, 1, "", "")


def _counted(groups: tuple[Group, ...], links: Mapping[str, Named]) -> tuple[Named, ...]:
    """The links of the groups with their numbers of posts, by name."""
    counted = (links[group.slug]._replace(posts=len(group.articles)) for group in groups)
    return tuple(sorted(counted, key=lambda link: (link.title.casefold(), link.address)))


def _neighbour(base: str, page: Page[Article], step: int) -> str:
    number = page.number + step
    return addresses.of_list_page(base, number) if 1 <= number <= page.total else ""


def _archive_month(month: Month) -> ArchiveMonth:
    return ArchiveMonth(month.year, month.month, addresses.of_month(month.year, month.month), len(month.articles))


def _sitemap(catalog: Catalog) -> Iterator[tuple[str, datetime | None]]:
    """Redirects and the further pages of lists are left out: they hold nothing of their own."""
    newest = _newest(catalog.news)
    yield addresses.HOME, newest
    yield addresses.NEWS_LIST, newest
    for article in (*catalog.news, *catalog.pages):
        yield addresses.of_article(article), article.updated or article.date
    for group in catalog.tags:
        yield addresses.of_tag(group.slug), _newest(group.articles)
    for group in catalog.categories:
        yield addresses.of_category(group.slug), _newest(group.articles)


def _newest(articles: tuple[Article, ...]) -> datetime | None:
    return max((each.updated or each.date for each in articles if each.date), default=None)


def link_attribute(address: str, prefix: str) -> str:
    """An address of the site as it stands in an HTML attribute; a part of the same page needs no prefix."""
    return escape(address if address.startswith("#") else prefix.rstrip("/") + address)
