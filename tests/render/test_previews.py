"""What WhatsApp and Facebook show beside a link, read as their crawlers do: without JavaScript and not to the end."""

import re
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests import photofiles
from tests.sites import EXAMPLE, SITE_YAML, Built, built, file_of, post, published
from warta.render.filters import BRIEF, brief
from warta.render.share import HEAVIEST

READ = 300_000
"""Bytes of a page that WhatsApp's crawler reads."""

ALWAYS = ("site_name", "locale", "type", "title", "description", "url")
IMAGE = ("image", "image:type", "image:width", "image:height", "image:alt")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"/></svg>'
POST = "content/berita/2026-03-02-apel.md"


class Crawler(HTMLParser):
    """Reads the head of a page: what is in its `meta` and `link` elements, in their order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.canonical = ""
        self.feed(page[:READ].decode("utf-8", "replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "meta" and (name := found.get("property") or found.get("name")):
            self.told.append((name, found.get("content", "")))
        elif tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]

    def all(self, name: str) -> list[str]:
        return [content for known, content in self.told if known == name]

    def one(self, name: str) -> str:
        (content,) = self.all(name)
        return content


def crawled(done: Built, address: str) -> Crawler:
    return Crawler(done.files[file_of(address)])


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    done = built(EXAMPLE, output=tmp_path_factory.mktemp("contoh") / "public")
    assert done.report.published, done.report.problems
    return done


def shared_pages(done: Built) -> dict[str, Crawler]:
    """Every page that is to be found: neither a redirect nor a page of what is not there."""
    crawlers = {path: Crawler(data) for path, data in done.files.items() if path.endswith(".html")}
    return {path: each for path, each in crawlers.items() if each.all("robots") != ["noindex"]}


def test_every_page_of_the_example_tells_all_that_a_preview_shows_once(example: Built) -> None:
    pages = shared_pages(example)
    assert len(pages) > 100
    for path, page in pages.items():
        told = [page.one(f"og:{name}") for name in (*ALWAYS, *IMAGE)]
        assert "" not in told, path
        assert page.one("twitter:card") == "summary_large_image"
        assert page.one("og:locale") == "id_ID"


def test_every_page_is_known_by_its_own_address_the_further_pages_of_lists_too(example: Built) -> None:
    pages = shared_pages(example)
    assert any("/halaman/2/" in path for path in pages)
    for path, page in pages.items():
        address = f"https://rutan-contoh.example/{path.removesuffix('index.html')}"
        assert page.canonical == page.one("og:url") == address


def test_every_picture_is_there_light_and_as_large_as_the_page_says(example: Built) -> None:
    for page in shared_pages(example).values():
        path = page.one("og:image").removeprefix("https://rutan-contoh.example/")
        data = example.files[path]
        with Image.open(BytesIO(data)) as picture:
            assert picture.size == (int(page.one("og:image:width")), int(page.one("og:image:height"))) == (1200, 630)
            assert (picture.format, page.one("og:image:type")) == ("JPEG", "image/jpeg")
        assert len(data) <= HEAVIEST


def test_no_description_is_long_or_ends_inside_a_word(example: Built) -> None:
    for page in shared_pages(example).values():
        whole, shown = page.one("description"), page.one("og:description")
        assert len(shown) <= BRIEF
        assert shown == whole or re.match(re.escape(shown.removesuffix("…")) + r"[\s,;:–-]", whole)


def test_a_post_tells_its_times_with_their_offset_its_section_and_its_topics(tmp_path: Path) -> None:
    fields = ("kategori: Kegiatan & Layanan", "tag: [Ramadhan, pembinaan]", "diubah: 2026-03-04 10.00")
    page = crawled(published(tmp_path, {POST: post(*fields, date="2026-03-02 16.30")}), "/berita/apel/")
    assert (page.one("og:type"), page.one("article:section")) == ("article", "Kegiatan & Layanan")
    assert page.one("article:published_time") == "2026-03-02T16:30:00+08:00"
    assert page.one("article:modified_time") == "2026-03-04T10:00:00+08:00"
    assert page.all("article:tag") == ["Ramadhan", "pembinaan"]


def test_no_post_of_the_example_was_changed_before_it_was_published(example: Built) -> None:
    posts = [page for page in shared_pages(example).values() if page.one("og:type") == "article"]
    assert len(posts) > 40
    for page in posts:
        first, last = (page.one(f"article:{name}_time") for name in ("published", "modified"))
        assert datetime.fromisoformat(first) <= datetime.fromisoformat(last)


def test_only_a_post_has_the_times_of_one(example: Built) -> None:
    for address in ("/", "/berita/", "/profil/", "/tag/ramadhan/", "/agenda/"):
        page = crawled(example, address)
        assert page.one("og:type") == "website"
        assert [name for name, _ in page.told if name.startswith("article:")] == []


def test_a_topic_is_shown_by_the_photo_of_its_newest_post_and_the_front_page_by_the_logo(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "site.yaml": f"{SITE_YAML}logo: /media/logo.svg\n",
        "content/media/logo.svg": LOGO,
        "content/media/apel.jpg": photofiles.jpeg(),
        POST: post("tag: [HBP]", "foto: /media/apel.jpg", "teks_foto: Barisan apel"),
        "content/berita/2026-01-02-rapat.md": post("tag: [Rapat]", title="Rapat", date="2026-01-02"),
    }
    done = published(tmp_path, files)
    pictures = {
        "/": "_ikon/situs.jpg",
        "/berita/rapat/": "_ikon/situs.jpg",
        "/tag/rapat/": "_ikon/situs.jpg",
        "/tag/": "_ikon/situs.jpg",
        "/berita/apel/": "apel_share.jpg",
        "/tag/hbp/": "apel_share.jpg",
        "/berita/": "_ikon/situs.jpg",
    }
    for address, picture in pictures.items():
        assert crawled(done, address).one("og:image") == f"https://rutan-contoh.example/media/{picture}"
    assert crawled(done, "/tag/hbp/").one("og:image:alt") == "Barisan apel"
    assert crawled(done, "/").one("og:image:alt") == "Rutan Kelas IIB Contoh"


def test_a_site_without_a_logo_shows_the_photo_of_its_lead_story(tmp_path: Path) -> None:
    text = post("foto: /media/apel.jpg", 'teks_foto: ""')
    files: dict[str, str | bytes] = {"content/media/apel.jpg": photofiles.jpeg(), POST: text}
    page = crawled(published(tmp_path, files), "/")
    assert page.one("og:image") == "https://rutan-contoh.example/media/apel_share.jpg"
    assert page.one("og:image:alt") == "Rutan Kelas IIB Contoh"


def test_an_english_site_says_that_it_is_english(tmp_path: Path) -> None:
    done = published(tmp_path, {"site.yaml": f"{SITE_YAML}language: en\n", POST: post()})
    assert crawled(done, "/berita/apel/").one("og:locale") == "en_US"


def test_what_is_switched_off_leaves_no_trace(tmp_path: Path) -> None:
    done = published(tmp_path, {"site.yaml": f"{SITE_YAML}features: {{previews: off}}\n", POST: post()})
    for path in done.pages:
        assert not [name for name, _ in Crawler(done.files[path]).told if re.match(r"og:|twitter:|article:", name)]


@pytest.mark.parametrize("text", ["Petugas & <b> “Warga” Binaan", "kata " * 60, "panjang" * 60, "a" * 200, ""])
def test_a_long_description_ends_with_a_word_and_dots(text: str) -> None:
    shown = brief(text.replace("&", "&amp;").replace("<", "&lt;"))
    assert len(shown) <= BRIEF
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))


@given(st.text(max_size=600))
def test_a_description_of_any_kind_is_short_enough(text: str) -> None:
    assert len(brief(text)) <= BRIEF
