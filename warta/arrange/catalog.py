"""Articles -> Catalog: what is published, in which order, under which terms, and what its links mean."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from warta.arrange import addresses
from warta.arrange.addresses import Addresses, Claim
from warta.arrange.admission import Admission
from warta.arrange.galleries import galleries
from warta.arrange.links import Known, Resolved, resolve
from warta.arrange.pagination import paginate
from warta.arrange.terms import Group, TagNames, group_categories, group_tags, other_slugs, tag_names
from warta.codes import Code
from warta.likeness import nearest
from warta.model import Article, Content
from warta.problems import Problem, problem
from warta.read.kinds import NEWS
from warta.settings import PATH as SETTINGS_PATH
from warta.settings import Settings

FRESH = timedelta(days=2)
"""How long a post is news to search engines, as Google has it."""


class Month(NamedTuple):
    """The posts of one month, newest first."""

    year: int
    month: int
    articles: tuple[Article, ...]


class Catalog(NamedTuple):
    """The published site. `news` is newest first; of two posts of one moment the smaller path comes first.

    `upcoming` are the posts with an event to come, the nearest first, `past` those whose event is over, the last first.
    `links` holds what the links of each page mean, by the page's path; `withheld` what waits, and why; `fresh` the
    posts that are news to search engines; `synonyms` the slugs that lead to a tag besides its own.
    """

    news: tuple[Article, ...]
    pages: tuple[Article, ...]
    tags: tuple[Group, ...]
    categories: tuple[Group, ...]
    months: tuple[Month, ...]
    names: TagNames
    withdrawn: tuple[Article, ...]
    upcoming: tuple[Article, ...]
    past: tuple[Article, ...]
    links: Mapping[str, Resolved]
    withheld: tuple[tuple[Article, str], ...]
    fresh: tuple[Article, ...] = ()
    synonyms: tuple[tuple[str, Group], ...] = ()

    @property
    def all(self) -> tuple[Article, ...]:
        """Whatever has an address: standing pages, news, and what was withdrawn."""
        return (*self.pages, *self.news, *self.withdrawn)

    def turns(self) -> Iterator[datetime]:
        """The moments at which time changes the site: a post is due, is no news any more, its event is over."""
        dates = [article.date for article in self.news if article.date]
        yield from dates
        yield from (date + FRESH for date in dates)
        yield from (article.event.over for article in (*self.upcoming, *self.past) if article.event)

    @property
    def photos(self) -> tuple[str, ...]:
        """The photos that a published page shows, by path, each once."""
        return tuple(sorted({path for found in self.links.values() for path in (*found.photos, *found.gallery)}))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that a published page links to, by path, each once."""
        return tuple(sorted({path for found in self.links.values() for path in found.documents}))


def build_catalog(content: Content, admission: Admission, settings: Settings) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog of what is published, and all that is wrong between its parts."""
    waiting = [(article, admission.reason_to_wait(article)) for article in content.articles]
    published = [article for article, reason in waiting if not reason]
    withheld = tuple((article, reason) for article, reason in waiting if reason)
    withdrawn = tuple(each for each in published if each.withdrawn)
    shown = [each for each in published if not each.withdrawn]
    news = tuple(sorted((each for each in shown if each.path.startswith(NEWS)), key=_newest_first))
    pages = tuple(each for each in shown if not each.path.startswith(NEWS))
    names, name_problems = tag_names(content.tag_files)
    tags, tag_problems = group_tags(news if "tags" in settings.features else (), names)
    categories, category_problems = group_categories(news if "categories" in settings.features else ())
    events = _agenda(news, admission.now) if "agenda" in settings.features else ((), ())
    fresh = tuple(each for each in news if each.date and each.date + FRESH > admission.now)
    catalog = Catalog(news, pages, tags, categories, _months(news), names, withdrawn, *events, {}, withheld, fresh)
    claims = tuple(_claims(catalog, settings))
    linked = _resolve_links(catalog, content, claims, settings, admission.early(published))
    photo_claims = (Claim(addresses.of_photo(path), path) for path in linked.photos)
    document_claims = (Claim(addresses.of_document(path), path) for path in linked.documents)
    register = addresses.Register()
    problems = (
        *name_problems,
        *tag_problems,
        *category_problems,
        *addresses.collisions((*claims, *photo_claims, *document_claims), register),
        *_alias_problems(linked, register),
        *_menu_problems(settings, claims),
        *(each for resolved in linked.links.values() for each in resolved.problems),
    )
    return linked._replace(synonyms=tuple(_synonyms(tags, register, settings))), problems


def _newest_first(article: Article) -> tuple[float, str]:
    return (-article.date.timestamp() if article.date else 0.0, article.path)


def _agenda(news: Iterable[Article], now: datetime) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    dated = [(article.event, article) for article in news if article.event]
    dated.sort(key=lambda pair: (pair[0].start.timestamp(), pair[1].path))
    upcoming = tuple(article for event, article in dated if event.over > now)
    return upcoming, tuple(article for event, article in reversed(dated) if event.over <= now)


def _months(news: tuple[Article, ...]) -> tuple[Month, ...]:
    dated = ((article.date, article) for article in news if article.date)
    grouped = groupby(dated, key=lambda pair: (pair[0].year, pair[0].month))
    return tuple(Month(*key, tuple(article for _, article in pairs)) for key, pairs in grouped)


def _claims(catalog: Catalog, settings: Settings) -> Iterator[Claim]:
    """Every address of the site, the lists first: a list never gives way to a post."""
    for address in _list_addresses(catalog, settings):
        yield Claim(address, address)
    of = Addresses(settings.paths)
    for article in sorted(catalog.all, key=lambda each: each.path):
        yield Claim(of.article(article), article.path, *article.position("slug"))
    for article in (*catalog.upcoming, *catalog.past) if "calendar" in settings.features else ():
        yield Claim(of.event(article), article.path, *article.position("event"))


def _list_addresses(catalog: Catalog, settings: Settings) -> Iterator[str]:
    of, has = Addresses(settings.paths), settings.features
    yield from (addresses.HOME, addresses.MANIFEST)
    optional = {
        "not_found": (addresses.NOT_FOUND,),
        "feed": (of.feed,),
        "json_feed": (of.json_feed,),
        "term_feeds": tuple(
            of.feed_of(base)
            for base in (
                *(of.tag(group.slug) for group in catalog.tags),
                *(of.category(group.slug) for group in catalog.categories),
            )
        ),
        "sitemap": (addresses.SITEMAP,),
        "news_sitemap": (addresses.NEWS_SITEMAP,),
        "security": (addresses.SECURITY,),
        "redirects": (addresses.REDIRECTS,),
        "policy": (addresses.HEADERS,),
        "robots": (addresses.ROBOTS,),
        "tags": (of.tags,),
        "categories": (of.categories,),
        "agenda": (of.agenda,),
        "calendar": (of.calendar,) if catalog.upcoming or catalog.past else (),
        "icons": (addresses.WEB_MANIFEST, addresses.FAVICON),
        "search": (of.search,),
        "archive": (of.archive, *(of.year(year) for year in sorted({month.year for month in catalog.months}))),
    }
    for feature, part in optional.items():
        yield from part if feature in has else ()
    lists = [(of.news, catalog.news)]
    lists += [(of.tag(group.slug), group.articles) for group in catalog.tags]
    lists += [(of.category(group.slug), group.articles) for group in catalog.categories]
    if "archive" in has:
        lists += [(of.month(month.year, month.month), month.articles) for month in catalog.months]
    for base, articles in lists:
        for page in paginate(articles, settings.per_page):
            yield of.page(base, page.number)


def _resolve_links(
    catalog: Catalog, content: Content, claims: Iterable[Claim], settings: Settings, early: frozenset[str]
) -> Catalog:
    articles, of = catalog.all, Addresses(settings.paths)
    paths = (*content.files, *(article.path for article in content.articles))
    by_address = {of.article(article): article for article in articles}
    known = Known(
        of=of,
        articles={article.path: article for article in articles},
        withheld={article.path: article for article, _ in catalog.withheld},
        addresses={claim.address: by_address.get(claim.address) for claim in claims},
        files=Known.file_index(paths),
        names=Known.name_index(paths),
        documents=settings.files,
        withheld_files=frozenset(addresses.file_of(of.article(article)) for article, _ in catalog.withheld),
        early=early,
    )
    pages = [(article, of.article(article)) for article in articles if not article.withdrawn]
    tags = [(each, of.tag(each.path.rpartition("/")[2].removesuffix(".md"))) for each in content.tag_files]
    links = resolve([*pages, *tags], known)
    return catalog._replace(links=links | dict(galleries(articles, links, content.files)))


def _menu_problems(settings: Settings, claims: Iterable[Claim]) -> Iterator[Problem]:
    """A problem for each entry of the menu that leads to no page of the site."""
    known = {claim.address for claim in claims}
    for item in settings.navigation:
        address = item.url.partition("#")[0]
        if item.url.startswith("/") and address not in known:
            facts = {"target": item.url, "nearest": nearest(address, known)}
            yield problem(Code.LINK_ADDRESS_MISSING, SETTINGS_PATH, item.line, item.column, **facts)


def _alias_problems(catalog: Catalog, register: addresses.Register) -> Iterator[Problem]:
    """A problem for each old address that is a page of today or another's old address."""
    for article in sorted(catalog.all, key=lambda each: each.path):
        for alias in {each.name: each for each in article.aliases}.values():
            claim = Claim(alias.name, article.path, alias.line, alias.column)
            owner = register.claim(claim)
            if owner is not claim:
                place = (article.path, alias.line, alias.column)
                yield problem(Code.ALIAS_TAKEN, *place, address=alias.name, other=owner.path)


def _synonyms(tags: Iterable[Group], register: addresses.Register, settings: Settings) -> Iterator[tuple[str, Group]]:
    """The other slugs of each tag whose address nothing else has; of two tags that share one, the first has it."""
    of = Addresses(settings.paths)
    for group in tags if "tag_synonyms" in settings.features else ():
        for slug in other_slugs(group):
            claim = Claim(of.tag(slug), of.tag(group.slug))
            if register.claim(claim) is claim:
                yield slug, group
