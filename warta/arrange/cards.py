"""What many views show of a post or tag: its card, links, photo and event. Each card and link is made once."""

from collections.abc import Iterable, Iterator, Mapping

from warta.arrange.addresses import Addresses, of_photo
from warta.arrange.catalog import Catalog
from warta.arrange.picturedata import CardView
from warta.arrange.terms import Group, tags_of
from warta.arrange.variants import SHARE_SIZE, photo_at, shared
from warta.arrange.viewdata import View
from warta.arrange.viewparts import BodyText, Card, EventCard, Named, Photo, Topic
from warta.colors import lightened
from warta.model import Article, PhotoFacts, TagFile
from warta.read.slugs import slug_of
from warta.settings import Settings

CARD_GROUND, CARD_ACCENT = "#0e2545", "#f2a583"
"""Colours of a drawn card: the theme's navy, and its accent on dark ground."""


class Cards:
    """The cards and links of one catalog. `photos` are the facts of its photos, by path."""

    def __init__(self, catalog: Catalog, photos: Mapping[str, PhotoFacts], settings: Settings) -> None:
        self._catalog, self._photos, self._settings = catalog, photos, settings
        self._has = frozenset(settings.features)
        self._upcoming = frozenset(article.path for article in catalog.upcoming)
        self.of = Addresses(settings.paths)
        self._addresses = {each.path: self.of.article(each) for each in catalog.all}
        self._tags = {group.slug: Named(group.name, self.of.tag(group.slug)) for group in catalog.tags}
        self._categories = {group.slug: Named(group.name, self.of.category(group.slug)) for group in catalog.categories}
        self._cards = {article.path: self._card(article) for article in catalog.news}

    def address(self, article: Article) -> str:
        """The permalink of a post or standing page."""
        return self._addresses[article.path]

    def _card(self, article: Article) -> Card:
        assert article.date is not None  # noqa: S101 - news has dates, see `read_article`
        category = self.category(article)
        return Card(
            article.title, self._addresses[article.path], article.date, article.summary, category, self.photo(article)
        )

    def cards(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """The cards of these posts."""
        return tuple([self._cards[article.path] for article in articles])

    def link(self, article: Article) -> Named:
        """The link to a post or standing page."""
        return Named(article.title, self._addresses[article.path])

    def photo(self, article: Article) -> Photo | None:
        """The lead photo; None if there is none, or none that can be read."""
        if article.image is None:
            return None
        path = self._catalog.links[article.path].lead_photo
        facts = self._photos.get(path)
        return photo_at(path, facts, article.image_alt) if facts else None

    def share(self, article: Article) -> Photo | None:
        """The picture that other sites show beside a link to the post: made of its photo, else drawn if that is on."""
        made = shared(self.photo(article))
        if made is None and "share_cards" in self._has:
            return Photo(self.of.article_card(article), *SHARE_SIZE, article.title)
        return made

    def drawn(self) -> Iterator[View]:
        """The cards of the posts without a photo, and that of all other pages."""
        accent = lightened(self._settings.accent, CARD_GROUND) if self._settings.accent else CARD_ACCENT
        name = self._settings.name
        for article in self._catalog.news:
            if shared(self.photo(article)) is None:
                yield View(self.of.article_card(article), "card", CardView(article.title, name, accent))
        yield View(self.of.card, "card", CardView(name, self._settings.description, accent))

    def body(self, page: Article | TagFile) -> BodyText:
        """What the HTML of a page's body is made of."""
        resolved, links = self._catalog.links[page.path], page.body.links
        addresses = resolved.addresses[: len(links)]
        shown = {address for link, address in zip(links, addresses, strict=True) if link.is_photo}
        paths = dict.fromkeys(path for path in resolved.photos if path in self._photos and of_photo(path) in shown)
        photos = tuple([photo_at(path, self._photos[path]) for path in paths])
        return BodyText(page.path, page.digest, addresses, photos)

    def shown(self, page: Article | TagFile) -> tuple[str, ...]:
        """The addresses of all photos that the page shows, each once."""
        found = self._catalog.links[page.path]
        paths = dict.fromkeys(path for path in (*found.photos, *found.gallery) if path in self._photos)
        return tuple([of_photo(path) for path in paths])

    def gallery(self, article: Article) -> tuple[Photo, ...]:
        """The photos of the post's folder that nothing else of it shows, if it wants them, by name."""
        found = self._catalog.links[article.path].gallery
        return tuple([photo_at(path, self._photos[path]) for path in found if path in self._photos])

    def event(self, article: Article) -> EventCard | None:
        """What the post announces."""
        event = article.event if "agenda" in self._has else None
        if event is None:
            return None
        is_offered = "calendar" in self._has and article.path in self._upcoming
        calendar = self.of.event(article) if is_offered else ""
        return EventCard(article.title, self._addresses[article.path], *event, calendar)

    def events(self, articles: Iterable[Article]) -> tuple[EventCard, ...]:
        """What these posts announce."""
        return tuple(event for event in map(self.event, articles) if event)

    def category(self, article: Article) -> Named | None:
        """The link to the post's category."""
        if article.category is None or "categories" not in self._has:
            return None
        return self._categories[slug_of(article.category.name)]

    def tags(self, article: Article) -> tuple[Named, ...]:
        """The links to the post's tags, by their one name."""
        if "tags" not in self._has:
            return ()
        names, found = self._catalog.names, []
        for identity, term in tags_of(article, names):
            tag_file = names.files.get(identity)
            found.append(self._tags[slug_of(tag_file.title if tag_file else term.name)])
        return tuple(found)

    def tag_links(self, groups: Iterable[Group]) -> tuple[Named, ...]:
        """The links to tags."""
        return tuple(self._tags[group.slug] for group in groups)

    def all_tags(self) -> tuple[Named, ...]:
        """The links to all tags with their numbers of posts, by name."""
        return _counted(self._catalog.tags, self._tags)

    def all_categories(self) -> tuple[Named, ...]:
        """The links to all categories with their numbers of posts, by name."""
        return _counted(self._catalog.categories, self._categories)

    def topics(self, most: int) -> tuple[Topic, ...]:
        """The tags with most posts."""
        largest = sorted(self._catalog.tags, key=lambda group: (-len(group.articles), group.name.casefold()))
        return tuple(self._topic(group) for group in largest[:most])

    def _topic(self, group: Group) -> Topic:
        cards = self.cards(group.articles)
        return Topic(group.name, self.of.tag(group.slug), len(cards), cards[0].date, newest_photo(cards))


def newest_photo(cards: Iterable[Card]) -> Photo | None:
    """The first photo in a list of cards."""
    return next((card.photo for card in cards if card.photo), None)


def _counted(groups: tuple[Group, ...], links: Mapping[str, Named]) -> tuple[Named, ...]:
    counted = (links[group.slug]._replace(posts=len(group.articles)) for group in groups)
    return tuple(sorted(counted, key=lambda link: (link.title.casefold(), link.address)))
