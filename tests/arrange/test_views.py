"""Catalog -> Views."""

from datetime import datetime, timedelta

import pytest

from tests.samples import HOUSE, article, settings, standing, tag_file
from warta.arrange.addresses import link_attribute
from warta.arrange.admission import Admission
from warta.arrange.catalog import build_catalog
from warta.arrange.viewdata import (
    AgendaView,
    ArchiveView,
    ArticleView,
    HomeView,
    ListView,
    RedirectView,
    TermsView,
    View,
    WithdrawnView,
)
from warta.arrange.viewfound import FeedView, SitemapView
from warta.arrange.viewparts import Photo
from warta.arrange.views import views
from warta.model import Article, Content, PhotoFacts, TagFile
from warta.settings import FEATURES, Settings

NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")


def views_of(
    *articles: Article, tags: tuple[TagFile, ...] = (), house: Settings = HOUSE, files: tuple[str, ...] = ()
) -> dict[str, View]:
    catalog, problems = build_catalog(Content(articles, tags, files), Admission(NOW), house)
    assert problems == ()
    made = list(views(catalog, {path: PhotoFacts("x", 1600, 900) for path in catalog.photos}, {}, house))
    assert len({view.address for view in made}) == len(made)
    return {view.address: view for view in made}


def posts(count: int, *fields: str) -> list[Article]:
    return [article(f"2026-03-{day:02}-b{day}", f"title: Berita {day}", *fields) for day in range(1, count + 1)]


def test_an_empty_site_has_its_lists() -> None:
    assert set(views_of()) == {
        "/", "/404.html", "/_headers", "/agenda/", "/arsip/", "/berita/", "/cari/", "/feed.json", "/feed.xml",
        "/kategori/", "/robots.txt", "/sitemap.xml", "/tag/"
    }  # fmt: skip


def test_a_post_knows_its_neighbours_in_time() -> None:
    made = views_of(*posts(3))
    data = [made[f"/berita/b{day}/"].data for day in (1, 2, 3)]
    assert [
        (each.previous and each.previous.title, each.next and each.next.title)
        for each in data
        if isinstance(each, ArticleView)
    ] == [
        (None, "Berita 2"),
        ("Berita 1", "Berita 3"),
        ("Berita 2", None),
    ]


def test_a_post_links_to_its_tags_by_their_one_name() -> None:
    ramadhan = tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]")
    made = views_of(article("2026-03-01-a", "tags: [ramadan, Jum’at]", "category: Kegiatan"), tags=(ramadhan,))
    data = made["/berita/a/"].data
    assert isinstance(data, ArticleView)
    assert [(tag.title, tag.address) for tag in data.tags] == [
        ("Ramadhan", "/tag/ramadhan/"),
        ("Jum’at", "/tag/jumat/"),
    ]
    assert data.category is not None
    assert data.category.address == "/kategori/kegiatan/"


@pytest.mark.parametrize("spelling", ["PENANDATANGANAN PERJANJIAN " * 5, "Jum＇at ﬁtri", "&AMP; mitra"])
def test_every_spelling_of_a_tag_or_category_finds_its_page(spelling: str) -> None:
    fields = (f"tags: ['{spelling}']", f"category: '{spelling}'")
    others = (f"tags: ['{spelling.lower()}']", f"category: '{spelling.lower()}'")
    made = views_of(article("2026-03-01-a", *fields), article("2026-03-02-b", *others))
    data = [made[f"/berita/{slug}/"].data for slug in "ab"]
    assert len({each.tags for each in data if isinstance(each, ArticleView)}) == 1
    assert len({each.category for each in data if isinstance(each, ArticleView)}) == 1


def test_a_long_list_has_pages_that_lead_to_each_other() -> None:
    made = views_of(*posts(5, "tags: [HBP]"), house=settings(per_page=2))
    for base in ("/berita/", "/tag/hbp/", "/arsip/2026/03/"):
        pages = [made[address].data for address in (base, f"{base}halaman/2/", f"{base}halaman/3/")]
        found = [(p.number, p.total, p.newer, p.older, len(p.cards), p.posts) for p in pages if isinstance(p, ListView)]
        assert found == [
            (1, 3, "", f"{base}halaman/2/", 2, 5),
            (2, 3, base, f"{base}halaman/3/", 2, 5),
            (3, 3, f"{base}halaman/2/", "", 1, 5),
        ]
        assert f"{base}halaman/4/" not in made


def test_a_tag_page_tells_its_other_spellings_and_years_but_not_mere_case() -> None:
    ramadhan = tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]")
    made = views_of(
        article("2024-03-01-a", "tags: [Ramadan]"), article("2026-03-01-b", "tags: [RAMADHAN]"), tags=(ramadhan,)
    )
    data = made["/tag/ramadhan/"].data
    assert isinstance(data, ListView)
    assert (data.title, data.spellings, data.first_year, data.last_year) == ("Ramadhan", ("Ramadan",), 2024, 2026)
    assert data.description == "Tentang tag ini."


def test_a_tag_without_a_post_has_no_page() -> None:
    assert "/tag/ramadhan/" not in views_of(tags=(tag_file("ramadhan", "title: Ramadhan"),))


def test_the_archive_counts_months_and_years() -> None:
    made = views_of(article("2025-12-01-a"), article("2026-01-01-b"), article("2026-01-02-c"))
    data, year = made["/arsip/"].data, made["/arsip/2026/"].data
    assert isinstance(data, ArchiveView)
    assert isinstance(year, ArchiveView)
    assert [(each.title, each.posts) for each in data.years] == [("2026", 2), ("2025", 1)]
    assert [(each.year, each.month, each.posts) for each in data.months] == [(2026, 1, 2), (2025, 12, 1)]
    assert [each.address for each in year.months] == ["/arsip/2026/01/"]


def test_topics_come_by_number_on_the_home_page_and_by_name_in_their_list() -> None:
    made = views_of(article("2026-01-01-a", "tags: [Zakat]"), article("2026-01-02-b", "tags: [Zakat, apel]"))
    home, terms = made["/"].data, made["/tag/"].data
    assert isinstance(home, HomeView)
    assert isinstance(terms, TermsView)
    assert [(each.title, each.posts) for each in home.topics] == [("Zakat", 2), ("apel", 1)]
    assert [each.title for each in terms.terms] == ["apel", "Zakat"]


def test_the_lead_story_is_the_newest_with_a_photo_but_no_old_one() -> None:
    def lead(*with_photo: int) -> str:
        fields = [("image: a.jpg",) if day in with_photo else () for day in range(1, 9)]
        made = views_of(
            *(article(f"2026-03-0{day}-b{day}", f"title: B{day}", *fields[day - 1]) for day in range(1, 9)),
            files=("content/berita/a.jpg",),
        )
        home = made["/"].data
        assert isinstance(home, HomeView)
        assert home.lead is not None
        assert home.lead in home.latest
        return home.lead.title

    assert (lead(7, 6), lead(2), lead()) == ("B7", "B8", "B8")


def test_a_card_shows_the_photo_as_it_is_published() -> None:
    post = article("2026-03-01-a", "image: Foto Apel.JPG", "image_alt: Apel pagi")
    data = views_of(post, files=("content/berita/Foto Apel.JPG",))["/berita/a/"].data
    assert isinstance(data, ArticleView)
    assert data.photo == Photo("/media/berita/foto-apel.jpg", 1600, 900, "Apel pagi", (240, 480, 720, 1080, 1600))


def test_related_posts_and_tags_are_shown_unless_they_are_switched_off() -> None:
    off = settings(features=tuple(name for name in FEATURES if name != "related"))
    for house, expected in ((HOUSE, (["Berita 2"], ["takjil"])), (off, ([], []))):
        made = views_of(*posts(2, "tags: [HBP, takjil]"), house=house)
        article_view, list_view = made["/berita/b1/"].data, made["/tag/hbp/"].data
        assert isinstance(article_view, ArticleView)
        assert isinstance(list_view, ListView)
        shown = ([card.title for card in article_view.related], [tag.title for tag in list_view.related])
        assert shown == expected


def test_the_agenda_parts_what_comes_from_what_is_past() -> None:
    days = (f"{NOW - timedelta(1):%F}", f"{NOW + timedelta(5):%F}", f"{NOW:%F}", f"{NOW + timedelta(1):%F}")
    made = views_of(*(article(f"2026-11-01-{day}", f"title: {day}", f"event: {day}") for day in days))
    agenda, home = made["/agenda/"].data, made["/"].data
    assert isinstance(agenda, AgendaView)
    assert isinstance(home, HomeView)
    assert [event.title for event in agenda.upcoming] == [days[2], days[3], days[1]]
    assert [event.title for event in agenda.past] == [days[0]]
    assert home.upcoming == agenda.upcoming


def test_a_withdrawn_post_keeps_its_address_and_shows_nothing_else() -> None:
    gone = article(
        "2026-03-02-gone", "title: Rahasia", "tags: [HBP]", "withdrawn: Atas permintaan.", "aliases: [/lama/]"
    )
    made = views_of(*posts(1, "tags: [HBP]"), gone)
    assert made["/berita/gone/"] == View("/berita/gone/", "withdrawn.html", WithdrawnView("Atas permintaan."))
    assert made["/lama/"].data == RedirectView("", "/berita/gone/")
    assert [address for address, view in made.items() if "Rahasia" in repr(view)] == []
    sitemap = made["/sitemap.xml"].data
    assert isinstance(sitemap, SitemapView)
    assert "/berita/gone/" not in [entry.address for entry in sitemap.entries]


def test_an_old_address_leads_to_the_new_one() -> None:
    data = views_of(article("2026-01-01-a", "aliases: [/lama/, /lama.html]"))["/lama.html"].data
    assert data == RedirectView("Judul 2026-01-01-a.md", "/berita/a/")


def test_the_feed_holds_the_newest_twenty() -> None:
    data = views_of(*posts(25))["/feed.xml"].data
    assert isinstance(data, FeedView)
    assert [item.title for item in data.items] == [f"Berita {day}" for day in range(25, 5, -1)]


def test_the_sitemap_names_what_has_content_of_its_own_and_when_it_changed() -> None:
    made = views_of(
        article("2026-01-01-a", "updated: 2026-02-02", "aliases: [/lama/]"),
        article("2026-01-02-b"),
        standing("content/halaman/profil.md"),
        house=settings(per_page=1),
    )
    data = made["/sitemap.xml"].data
    assert isinstance(data, SitemapView)
    entries = {address: f"{changed:%d.%m.}" if changed else "" for address, changed, _ in data.entries}
    assert entries == {
        "/": "02.02.",
        "/berita/": "02.02.",
        "/berita/a/": "02.02.",
        "/berita/b/": "02.01.",
        "/profil/": "",
    }


def test_views_are_plain_values_that_compare_and_hash() -> None:
    first, second = views_of(*posts(3, "tags: [HBP]")), views_of(*posts(3, "tags: [HBP]"))
    assert first == second
    assert len({*first.values(), *second.values()}) == len(first)


def test_nothing_is_published_after_the_pages_it_links_to_but_the_home_page_last_of_the_pages() -> None:
    order = list(views_of(*posts(2, "tags: [HBP]")))
    assert order.index("/berita/b1/") < order.index("/tag/hbp/") < order.index("/berita/") < order.index("/")


@pytest.mark.parametrize(
    ("address", "prefix", "attribute"),
    [
        ("/berita/a/", "/", "/berita/a/"),
        ("/berita/a/#x", "/repository/", "/repository/berita/a/#x"),
        ("#x", "/repository/", "#x"),
        ("/a/", "https://x.example/", "https://x.example/a/"),
        ('/a"b/', "/", "/a&quot;b/"),
    ],
)
def test_an_address_is_made_ready_for_an_attribute(address: str, prefix: str, attribute: str) -> None:
    assert link_attribute(address, prefix) == attribute
