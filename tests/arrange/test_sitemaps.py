"""Catalog -> the views of sitemaps, robots.txt, security.txt and `_redirects`."""

from datetime import datetime
from typing import Any

import pytest

from tests.samples import article, settings, standing, tag_file
from warta.arrange import sitemaps
from warta.arrange.admission import Admission
from warta.arrange.catalog import build_catalog
from warta.arrange.viewdata import View
from warta.arrange.viewfound import NewsSitemapView, RedirectsView, RobotsView, SecurityView, SitemapIndexView
from warta.arrange.views import views
from warta.model import Article, Content, PhotoFacts, TagFile
from warta.settings import ON_AT_FIRST, Settings

NOW = "2026-11-24T12:00+08:00"
REACHED = settings(contact=(("email", "humas@rutan-contoh.example"),))


def made(
    *articles: Article, tags: tuple[TagFile, ...] = (), house: Settings = REACHED, now: str = NOW
) -> dict[str, View]:
    files = tuple(f"content/media/{name}.jpg" for name in "abc")
    admission = Admission(datetime.fromisoformat(now))
    catalog, _ = build_catalog(Content(articles, tags, files), admission, house)
    photos = {path: PhotoFacts("x", 800, 600) for path in files}
    return {view.address: view for view in views(catalog, photos, {}, house)}


def data_of(found: dict[str, View], address: str) -> Any:
    return found[address].data


def without(*features: str) -> Settings:
    return settings(contact=REACHED.contact, features=tuple(each for each in ON_AT_FIRST if each not in features))


def test_a_page_names_each_of_its_photos_once() -> None:
    body = "![Apel](/media/b.jpg)\n\n![Apel](/media/b.jpg) ![Lagi](/media/c.jpg)"
    found = made(article("2026-03-02-apel", "image: /media/a.jpg", body=body))
    entries = {entry.address: entry.photos for entry in data_of(found, "/sitemap.xml").entries}
    assert set(entries["/berita/apel/"]) == {"/media/a.jpg", "/media/b.jpg", "/media/c.jpg"}
    assert len(entries["/berita/apel/"]) == 3
    assert entries["/"] == ()


@pytest.mark.parametrize(
    ("date", "is_news"),
    [
        ("2026-11-24 12:00", True),
        ("2026-11-22 12:01", True),
        ("2026-11-22 12:00", False),
        ("2026-11-22", False),
        ("2024-01-01", False),
    ],
)
def test_news_is_what_was_published_in_the_last_two_days(date: str, is_news: bool) -> None:  # noqa: FBT001
    found = made(article("a", f"date: {date}"), article("lama", "date: 2024-01-02"))
    assert ("/sitemap-news.xml" in found) is is_news
    known = ["/sitemap.xml", "/sitemap-news.xml"] if is_news else ["/sitemap.xml"]
    assert data_of(found, "/robots.txt") == RobotsView(tuple(known))


def test_what_is_withdrawn_or_waits_is_no_news() -> None:
    gone = article("tarik", "date: 2026-11-24", "withdrawn: Salah.")
    found = made(article("a", "date: 2026-11-24"), gone, article("b", "date: 2026-11-24", "draft: true"))
    news = data_of(found, "/sitemap-news.xml")
    assert isinstance(news, NewsSitemapView)
    assert [item.address for item in news.items] == ["/berita/a/"]


def test_of_more_news_than_a_file_may_hold_the_newest_stand_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    found = made(*(article(name, f"date: 2026-11-24 0{hour}:00") for hour, name in enumerate("abc")))
    assert [item.address for item in data_of(found, "/sitemap-news.xml").items] == ["/berita/c/", "/berita/b/"]


@pytest.mark.parametrize(("limit", "value"), [("MOST_ENTRIES", 3), ("LARGEST", 440)])
def test_a_sitemap_that_is_too_large_comes_in_parts_which_an_index_names(
    limit: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [standing(f"content/halaman/{name}.md", "updated: 2026-01-02") for name in "pqrst"]
    whole = data_of(made(*pages), "/sitemap.xml").entries
    monkeypatch.setattr(sitemaps, limit, value)
    found = made(*pages)
    index = data_of(found, "/sitemap.xml")
    assert isinstance(index, SitemapIndexView)
    assert [address for address, _ in index.parts] == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    assert [changed and f"{changed:%d.%m.%Y}" for _, changed in index.parts] == ["02.01.2026"] * 3
    parts = [data_of(found, address).entries for address, _ in index.parts]
    assert sum(parts, ()) == whole
    assert [len(part) for part in parts] == [3, 3, 1]


def test_one_page_that_is_too_large_alone_has_a_part_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "LARGEST", 1)
    assert [len(data_of(made(), f"/sitemap-{number}.xml").entries) for number in (1, 2)] == [1, 1]


def test_old_addresses_and_other_spellings_lead_on() -> None:
    ramadhan = tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan, RAMADHAN, Puasa]")
    found = made(
        article("2026-03-02-a", "tags: [Ramadan]", "aliases: [/lama/]"),
        article("2026-03-01-b", "tags: [Jumat, Jum'at, jumat]"),
        standing("content/halaman/profil.md", "aliases: [/tentang.html]"),
        tags=(ramadhan,),
    )
    assert data_of(found, "/_redirects") == RedirectsView(
        (
            ("/lama/", "/berita/a/"),
            ("/tentang.html", "/profil/"),
            ("/tag/ramadan/", "/tag/ramadhan/"),
            ("/tag/ramadan/feed.xml", "/tag/ramadhan/feed.xml"),
            ("/tag/puasa/", "/tag/ramadhan/"),
            ("/tag/puasa/feed.xml", "/tag/ramadhan/feed.xml"),
        )
    )
    assert {address for address, view in found.items() if view.template == "redirect.html"} == {
        "/lama/", "/tentang.html", "/tag/ramadan/", "/tag/puasa/",
    }  # fmt: skip
    copy, own = data_of(found, "/tag/ramadan/feed.xml"), data_of(found, "/tag/ramadhan/feed.xml")
    assert copy == own
    assert (own.about, own.known_as) == ("/tag/ramadhan/", "/tag/ramadhan/feed.xml")


def test_a_page_or_an_old_address_that_someone_asked_for_goes_before_a_spelling() -> None:
    ramadhan = tag_file("ramadhan", "title: Ramadhan", "aliases: [Blok A, Puasa, Saum]")
    puasa = tag_file("saum", "title: Sahur", "aliases: ['Saum!']")
    found = made(
        article("2026-03-02-a", "tags: [Ramadhan, 'Blok A!', Sahur]", "aliases: [/tag/puasa/]"), tags=(ramadhan, puasa)
    )
    assert found["/tag/blok-a/"].template == "list.html"
    assert data_of(found, "/tag/puasa/").target == "/berita/a/"
    assert data_of(found, "/tag/saum/").target == "/tag/ramadhan/"


def test_a_tag_without_a_published_post_has_no_spelling_either() -> None:
    ramadhan = tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]")
    found = made(article("2026-03-02-a", "tags: [Ramadan]", "draft: true"), tags=(ramadhan,))
    assert [address for address in found if "ramad" in address] == []
    assert "/_redirects" not in found


@pytest.mark.parametrize(
    ("newest", "expires"),
    [("2026-03-22 09:30", "2027-03-01"), ("2024-02-29", "2025-01-31"), ("2026-12-31", "2027-12-01")],
)
def test_what_security_says_is_trusted_less_than_a_year_after_the_newest_post(newest: str, expires: str) -> None:
    found = made(article("a", f"date: {newest}"), article("b", "date: 2020-01-01"), now="2027-01-01T00:00+08:00")
    security = data_of(found, "/.well-known/security.txt")
    assert isinstance(security, SecurityView)
    assert security.expires.isoformat() == f"{expires}T00:00:00+08:00"


@pytest.mark.parametrize("contact", [(), (("email", ""),)])
def test_without_a_contact_there_is_no_security_txt(contact: tuple[tuple[str, str], ...]) -> None:
    assert "/.well-known/security.txt" not in made(article("a", "date: 2026-03-02"), house=settings(contact=contact))


def test_without_a_post_there_is_no_date_to_trust_it_by() -> None:
    assert "/.well-known/security.txt" not in made()


@pytest.mark.parametrize(
    ("feature", "gone"),
    [
        ("sitemap", {"/sitemap.xml"}),
        ("news_sitemap", {"/sitemap-news.xml"}),
        ("redirects", {"/_redirects"}),
        ("security", {"/.well-known/security.txt"}),
        ("tag_synonyms", {"/tag/apel/", "/tag/apel/feed.xml"}),
        ("term_feeds", {"/tag/apel/feed.xml", "/tag/upacara/feed.xml"}),
    ],
)
def test_each_part_can_be_left_out_and_nothing_names_it_then(feature: str, gone: set[str]) -> None:
    posts = (article("a", "date: 2026-11-24", "tags: [Apel]", "aliases: [/lama/]"),)
    tags = (tag_file("upacara", "title: Upacara", "aliases: [Apel]"),)
    whole, less = made(*posts, tags=tags), made(*posts, tags=tags, house=without(feature))
    assert whole.keys() - less.keys() == gone
    named = repr([view for address, view in less.items() if address in {"/robots.txt", "/_redirects"}])
    assert [address for address in gone if f"'{address}'" in named] == []
