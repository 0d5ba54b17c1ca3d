"""A published file's path says what it is."""

import pytest

from warta.arrange.addresses import of_photo, of_variant
from warta.arrange.pathkinds import address_of, is_article, is_photo, is_standing_page
from warta.settings import Paths

PATHS = Paths(news="kabar", tags="topik")


@pytest.mark.parametrize(
    "photo",
    [
        "content/media/apel.jpg",
        "content/berita/2026-03-02-apel/Barisan Depan.PNG",
        "content/media/ponsel.heic",
        "content/media/☀.webp",
        "content/media/☀/foto.jpeg",
    ],
)
def test_a_photo_counts_once_in_whatever_sizes_it_is_published(photo: str) -> None:
    address = of_photo(photo)
    sizes = [address, of_variant(address, "480.webp"), of_variant(address, "720.jpg"), of_variant(address, "share.jpg")]
    assert [is_photo(each.lstrip("/")) for each in sizes] == [True, False, False, False]


@pytest.mark.parametrize(
    "path",
    ["media/_kartu.jpg", "media/_kartu/apel.jpg", "media/_ikon/192.png", "media/formulir.pdf", "aset/a.jpg"],
)
def test_what_is_drawn_and_what_is_no_picture_is_no_photo(path: str) -> None:
    assert not is_photo(path)


@pytest.mark.parametrize(
    ("path", "address", "article", "standing"),
    [
        ("index.html", "/", False, False),
        ("404.html", "/404.html", False, False),
        ("kabar/index.html", "/kabar/", False, False),
        ("kabar/apel/index.html", "/kabar/apel/", True, False),
        ("kabar/halaman/2/index.html", "/kabar/halaman/2/", False, False),
        ("berita/apel/index.html", "/berita/apel/", False, False),
        ("topik/index.html", "/topik/", False, False),
        ("topik/apel/index.html", "/topik/apel/", False, False),
        ("arsip/index.html", "/arsip/", False, False),
        ("profil/index.html", "/profil/", False, True),
        ("media/x-index.html", "/media/x-index.html", False, False),
    ],
)
def test_articles_standing_pages_and_lists_are_told_apart(
    path: str,
    address: str,
    article: bool,  # noqa: FBT001 - a column of the table
    standing: bool,  # noqa: FBT001
) -> None:
    assert (address_of(path), is_article(path, PATHS), is_standing_page(path, PATHS)) == (address, article, standing)
