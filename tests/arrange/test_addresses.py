"""Where everything stands."""

import pytest

from tests.samples import article, codes, facts, standing
from warta.arrange.addresses import (
    Addresses,
    Claim,
    Register,
    collisions,
    file_of,
    of_photo,
)
from warta.settings import Paths

OF = Addresses(Paths())


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/berita/", "berita/index.html"),
        ("/berita/apel/", "berita/apel/index.html"),
        ("/404.html", "404.html"),
        ("/feed.xml", "feed.xml"),
        ("/lama.html", "lama.html"),
    ],
)
def test_every_address_is_served_by_one_file(address: str, path: str) -> None:
    assert file_of(address) == path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/media/meja-takjil.jpg", "/media/meja-takjil.jpg"),
        ("content/berita/2026-06-16-panen-raya/kebun.JPG", "/media/berita/2026-06-16-panen-raya/kebun.jpg"),
        ("content/media/Foto Kafé (1).jpeg", "/media/foto-kafe-1.jpeg"),
        ("content/media/😀/😀.png", "/media/_/_.png"),
    ],
)
def test_a_photo_stands_under_plain_words(path: str, address: str) -> None:
    assert of_photo(path) == address


def test_a_post_stands_below_the_news_and_a_page_at_the_top() -> None:
    assert OF.article(article("2026-03-02-apel")) == "/berita/apel/"
    assert OF.article(standing("content/halaman/profil.md")) == "/profil/"


def test_lists_have_further_pages_and_months_two_digits() -> None:
    assert (OF.page("/berita/", 1), OF.page("/berita/", 2)) == ("/berita/", "/berita/halaman/2/")
    assert (OF.year(2026), OF.month(2026, 3)) == ("/arsip/2026/", "/arsip/2026/03/")


def test_renamed_folders_are_in_every_address() -> None:
    of = Addresses(Paths("kabar", "tags", "rubrik", "arsip", "page", "acara", "temukan", "index.xml"))
    assert (of.news, of.tags, of.categories, of.agenda) == ("/kabar/", "/tags/", "/rubrik/", "/acara/")
    assert of.search == "/temukan/"
    assert of.feed == "/index.xml"
    assert (of.article(article("2026-03-02-apel")), of.tag("hbp")) == ("/kabar/apel/", "/tags/hbp/")
    assert of.page(of.tag("hbp"), 3) == "/tags/hbp/page/3/"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("/berita/a/", "/berita/b/", False),
        ("/berita/a/", "/berita/a/", True),
        ("/Lama/", "/lama/", True),
        ("/a.html", "/a.html/x/", True),
        ("/a.html/x/", "/a.html", True),
        ("/a/", "/a/b/", False),
        ("/a/index.html", "/a/", True),
    ],
)
def test_the_first_to_ask_for_an_address_keeps_it(first: str, second: str, clash: bool) -> None:  # noqa: FBT001
    problems = collisions([Claim(first, "content/berita/a.md"), Claim(second, "content/berita/b.md", 3, 7)], Register())
    assert codes(problems) == (["ADDRESS_TAKEN"] if clash else [])
    if clash:
        assert (problems[0].path, problems[0].line, facts(problems[0])["other"]) == (
            "content/berita/b.md",
            3,
            "content/berita/a.md",
        )
