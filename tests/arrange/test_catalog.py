"""Articles -> Catalog: what is published, and in which order."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOUSE, article, codes, standing
from warta.arrange.admission import Admission
from warta.arrange.catalog import Catalog, build_catalog
from warta.model import Article, Content
from warta.problems import Problem
from warta.settingsfile import read_settings

NOW = datetime.fromisoformat("2026-11-24T12:00+08:00")


def catalog_of(*articles: Article, **flags: bool) -> tuple[Catalog, tuple[Problem, ...]]:
    content = Content(articles, (), ())
    return build_catalog(content, Admission(NOW, **flags), HOUSE)


def test_news_is_newest_first_and_of_one_moment_the_smaller_path_comes_first() -> None:
    posts = [
        article("b", "date: 2026-03-02"),
        article("a", "date: 2026-03-02"),
        article("c", "date: 2026-03-02 00:01 WIB"),
        article("d", "date: 2026-03-01"),
    ]
    catalog, problems = catalog_of(*posts)
    assert ([each.slug for each in catalog.news], problems) == (["c", "a", "b", "d"], ())


@given(st.permutations(range(6)))
def test_the_order_of_reading_does_not_matter(order: list[int]) -> None:
    posts = [article(f"p{n}", f"date: 2026-03-0{n % 3 + 1}", "tags: [HBP]") for n in range(6)]
    assert catalog_of(*(posts[n] for n in order))[0].news == catalog_of(*posts)[0].news


@pytest.mark.parametrize(
    ("field", "date", "reason"),
    [
        ("draft: false", "2026-11-24 12:00", ""),
        ("draft: false", "2026-11-24 12:01", "scheduled"),
        ("draft: false", "2026-11-24 11:01 WIB", "scheduled"),
        ("draft: true", "2026-11-24 11:00", "draft"),
        ("draft: true", "2099-01-01", "draft"),
    ],
)
def test_drafts_and_posts_not_yet_due_wait(field: str, date: str, reason: str) -> None:
    catalog, _ = catalog_of(article("a", field, f"date: {date}"))
    assert [why for _, why in catalog.withheld] == ([reason] if reason else [])
    assert len(catalog.news) == (not reason)


def test_months_hold_the_posts_of_the_sites_zone() -> None:
    catalog, _ = catalog_of(article("a", "date: 2026-02-28 23:30 WIB"), article("b", "date: 2026-02-28 22:30 WIB"))
    assert [(month.year, month.month, len(month.articles)) for month in catalog.months] == [(2026, 3, 1), (2026, 2, 1)]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (article("2026-01-01-apel"), article("2026-01-02-apel"), "ADDRESS_TAKEN"),
        (article("a", "date: 2026-01-01"), standing("content/halaman/berita.md"), "ADDRESS_TAKEN"),
        (article("a", "date: 2026-01-01"), standing("content/halaman/tag.md"), "ADDRESS_TAKEN"),
        (article("2026-01-01-a", "aliases: [/berita/b/]"), article("2026-01-01-b"), "ALIAS_TAKEN"),
        (article("2026-01-01-a", "aliases: [/x/]"), article("2026-01-01-b", "aliases: [/X/]"), "ALIAS_TAKEN"),
        (article("2026-01-01-a", "aliases: [/berita/a/]"), article("2026-01-01-b"), "ALIAS_TAKEN"),
        (article("2026-01-01-a", "aliases: [/sitemap.xml/]"), article("2026-01-01-b"), "ALIAS_TAKEN"),
    ],
)
def test_no_two_pages_share_an_address(first: Article, second: Article, code: str) -> None:
    assert codes(catalog_of(first, second)[1]) == [code]


def test_a_draft_takes_no_address() -> None:
    assert catalog_of(article("2026-01-01-a", "draft: true"), article("2026-01-02-a"))[1] == ()


def test_a_menu_entry_that_leads_nowhere_is_named_at_its_line() -> None:
    text = "name: Rutan Contoh\nbase_url: https://rutan-contoh.example/\nnavigation:\n"
    text += "- {title: Berita, url: /berita/}\n- {title: Kontak, url: /kontakt/}\n- {title: Pusat, url: https://pusat.example/}\n"
    settings, _ = read_settings(text.encode(), "site.yaml")
    assert settings is not None
    _, problems = build_catalog(Content((standing("content/halaman/kontak.md"),), (), ()), Admission(NOW), settings)
    (found,) = problems
    assert (found.code.name, found.path, found.line, found.column) == ("LINK_ADDRESS_MISSING", "site.yaml", 5, 24)
    assert dict(found.facts) == {"target": "/kontakt/", "nearest": "/kontak/"}
