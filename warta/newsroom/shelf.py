"""What the site has already, as far as a new post must know: settings, tags, addresses, texts."""

from collections.abc import Iterable
from typing import NamedTuple

from warta.arrange.addresses import Addresses
from warta.arrange.terms import group_tags, tag_names
from warta.model import Article, Content
from warta.opening import Request, despite_cache, open_site
from warta.problems import Problem
from warta.publish.intake import take_in
from warta.read.slugs import identity_of, slug_of
from warta.settings import FALLBACK, Settings


class Shelf(NamedTuple):
    """`tags` gives the name of every spelling's identity, `tag_slugs` and `category_slugs` that of an address's word.

    `addresses` and `texts` (see `text_key`) lead to a path.
    """

    settings: Settings
    tags: dict[str, str]
    tag_slugs: dict[str, str]
    category_slugs: dict[str, str]
    addresses: dict[str, str]
    texts: dict[tuple[str, str], str]

    def tag(self, name: str) -> str:
        """The tag as the site has it: by its spelling, or by its address; else as it is given.

        Two tags at one address (`HUT ke-80`, `HUT ke 80`) would stop the build.
        """
        bare = identity_of(name)
        return self.tags.get(bare) or self.tag_slugs.get(slug_of(name)) or name

    def category(self, name: str) -> str:
        """The category as the site has it, likewise."""
        return self.category_slugs.get(slug_of(name), name)

    def text_of(self, article: Article) -> str:
        """The path of the text that is there already with this title and beginning; "" if there is none."""
        return self.texts.get(text_key(article), "")

    def address_owner(self, article: Article) -> str:
        """The path of what stands at the article's address, or that address if it is a list's; "" if it is free."""
        return self.addresses.get(Addresses(self.settings.paths).article(article).casefold(), "")

    def with_article(self, article: Article) -> "Shelf":
        """The shelf with one more text."""
        address = Addresses(self.settings.paths).article(article)
        return self._replace(
            tag_slugs={**_slugs(term.name for term in article.tags), **self.tag_slugs},
            category_slugs={**_slugs([article.category.name] if article.category else ()), **self.category_slugs},
            addresses={**self.addresses, address.casefold(): article.path},
            texts={**self.texts, text_key(article): article.path},
        )


def text_key(article: Article) -> tuple[str, str]:
    """What two copies of one text share: title and summary (or first paragraph), case and blanks aside."""
    return identity_of(article.title), identity_of(article.summary)


def look(request: Request) -> tuple[Shelf | None, Settings, tuple[Problem, ...]]:
    """The shelf and its settings; no shelf beside the reason why the settings cannot be had."""
    return despite_cache(_look, request)


def _look(request: Request) -> tuple[Shelf | None, Settings, tuple[Problem, ...]]:
    site, problems = open_site(request)
    if site is None:
        return None, FALLBACK, problems
    intake = take_in(request.source, site.settings, site.cache, request.team)
    intake.store(site.cache)
    content, _ = intake.content(site.settings, site.cache)
    return shelf_of(content, site.settings), site.settings, ()


def shelf_of(content: Content, settings: Settings) -> Shelf:
    """The shelf of what was read."""
    addresses = Addresses(settings.paths)
    paths = {addresses.article(each).casefold(): each.path for each in content.articles}
    taken = {f"/{folder}/": f"/{folder}/" for folder in _folders(settings)}
    texts = {text_key(each): each.path for each in content.articles}
    tags, categories = _tags(content), (each.category.name for each in content.articles if each.category)
    return Shelf(settings, tags, _slugs(tags.values()), _slugs(categories), {**taken, **paths}, texts)


def _slugs(names: Iterable[str]) -> dict[str, str]:
    return {slug_of(name): name for name in names}


def _folders(settings: Settings) -> Iterable[str]:
    paths = settings.paths
    return (paths.news, paths.tags, paths.categories, paths.archive, paths.agenda, paths.search, "media", "aset")


def _tags(content: Content) -> dict[str, str]:
    names, _ = tag_names(content.tag_files)
    groups, _ = group_tags(content.articles, names)
    used = {identity_of(spelling): group.name for group in groups for spelling in (group.name, *group.spellings)}
    return {**used, **{identity: tag_file.title for identity, tag_file in names.files.items()}}
