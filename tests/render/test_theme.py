"""The theme: what readers are shown, by small sites; how it looks and behaves in a browser is for tests/judges."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.sites import Built, post, published, text_of
from warta.arrange.viewparts import Card
from warta.render.filters import dialled, grouped, headings, international, unbroken

SITE = """name: Rutan Kelas IIB Contoh
short_name: Rutan Contoh
base_url: https://rutan-contoh.example/
address: Jalan Teladan 1
contact: {phone: "0517-000 000", email: humas@rutan-contoh.example, chat: "+62 800 0000"}
hours: ["Senin 08.00–16.00 WITA"]
license: Boleh dikutip.
services: [{title: Jadwal kunjungan, url: /berita/, text: Senin sampai Kamis}]
social: [{title: Instagram, url: https://www.instagram.com/contoh.example/}]
"""
FULL = post(
    "category: Layanan", "author: Humas", "place: Aula", "summary: Satu kalimat.", "updated: 2026-03-04",
    "tags: [Ramadhan, keluarga]", "short_title: Pendek",
    "event: {start: 2026-12-05 08:00, end: 2026-12-05 12:00, place: Ruang tunggu}",
    "correction: [{date: 2026-03-03, text: Jumlahnya 12.}]",
    title="Upacara HBP ke-62 & doa",
    date="2026-03-02 16.30",
)  # fmt: skip


def numbered(count: int) -> dict[str, str]:
    return {
        f"content/berita/2026-01-{1 + number % 28:02}-berita-{number}.md": post(
            "tags: [Ramadhan]", title=f"Berita {number}", date=f"{2024 + number % 3}-01-{1 + number % 28:02}"
        )
        for number in range(count)
    }


@pytest.fixture
def site(tmp_path: Path) -> Built:
    return published(tmp_path, {"site.yaml": SITE, "content/berita/2026-03-02-upacara.md": FULL, **numbered(3)})


def test_a_post_says_all_that_its_writer_said(site: Built) -> None:
    main = text_of(site.page("/berita/upacara/").find(".//main"))
    for piece in (
        "Beranda Berita Layanan",
        "Upacara HBP ke-62 & doa",
        "Satu kalimat.",
        "Senin, 2 Maret 2026, 16.30 WITA",
        "Oleh Humas · Aula",
        "Diperbarui Rabu, 4 Maret 2026 · Ralat",
        "Sabtu, 5 Desember 2026, 08.00–12.00 WITA",
        "Ruang tunggu",
        "Selasa, 3 Maret 2026: Jumlahnya 12.",
        "Baca juga",
    ):
        assert piece in main


def test_a_post_is_shared_by_plain_links(site: Built) -> None:
    links = [each.get("href") or "" for each in site.page("/berita/upacara/").iter("a")]
    address = "https%3A//rutan-contoh.example/berita/upacara/"
    assert f"https://wa.me/?text=Pendek%20{address}" in links
    assert f"https://www.facebook.com/sharer/sharer.php?u={address}" in links
    assert f"https://x.com/intent/post?text=Pendek&url={address}" in links


def test_the_footer_says_who_where_when_and_how(site: Built) -> None:
    footer = site.page("/").find(".//footer")
    assert footer is not None
    links = {each.get("href") for each in footer.iter("a")}
    assert {
        "tel:0517000000",
        "mailto:humas@rutan-contoh.example",
        "https://wa.me/628000000",
        "https://www.instagram.com/contoh.example/",
    } <= links
    for piece in ("Rutan Kelas IIB Contoh", "Jalan Teladan 1", "Senin 08.00–16.00 WITA", "Boleh dikutip."):
        assert piece in text_of(footer)


def test_a_post_without_an_author_is_by_the_facility(site: Built) -> None:
    assert "Oleh Rutan Contoh" in text_of(site.page("/berita/berita-0/").find(".//header/p"))


@pytest.mark.parametrize("posts", [0, 1, 2, 12, 13, 40])
def test_the_front_page_shows_each_of_its_posts_once(tmp_path: Path, posts: int) -> None:
    page = published(tmp_path, numbered(posts)).page("/")
    news = [each for each in page.iter("section") if each.get("aria-labelledby") == "_terbaru"]
    titles = [text_of(each) for each in news[0].iter("h3")]
    assert len(titles) == len(set(titles)) == min(posts, 12)
    assert ("Belum ada berita." in text_of(page)) is (posts == 0)


def test_a_tag_brings_its_posts_by_year(tmp_path: Path) -> None:
    main = published(tmp_path, numbered(7)).page("/tag/ramadhan/").find(".//main")
    assert main is not None
    assert [text_of(each) for each in main.iter("h2")][:3] == ["2026", "2025", "2024"]
    assert "7 berita, 2024–2026" in text_of(main)


def test_a_long_post_with_headings_has_a_table_of_contents(tmp_path: Path) -> None:
    long, short = (
        "\n\n".join(f"## Bagian {number}\n\n" + "Kalimat panjang. " * words for number in range(3))
        for words in (100, 1)
    )
    files = {"content/berita/2026-03-02-a.md": post(body=long), "content/berita/2026-03-02-b.md": post(body=short)}
    site = published(tmp_path, files)
    assert 'href="#bagian-2">Bagian 2</a>' in site.text("berita/a/index.html")
    assert '<details class="contents">' not in site.text("berita/b/index.html")


def test_a_withdrawn_post_leaves_a_note_and_nothing_else(tmp_path: Path) -> None:
    site = published(
        tmp_path, {"content/berita/2026-03-02-a.md": post("withdrawn: Angkanya keliru.", body="Isi rahasia.")}
    )
    page = site.text("berita/a/index.html")
    assert "Angkanya keliru." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Isi rahasia." not in page
    assert "Apel Pagi" not in page


@pytest.mark.parametrize(
    ("number", "dial", "abroad"),
    [
        ("0800-0000-0000", "080000000000", "6280000000000"),
        ("+62 800 0000", "+628000000", "628000000"),
        ("62800", "62800", "62800"),
        ("", "", ""),
    ],
)
def test_numbers_are_written_as_telephones_and_wa_me_want_them(number: str, dial: str, abroad: str) -> None:
    assert (dialled(number), international(number)) == (dial, abroad)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("HBP ke-61 & <b>", 'HBP <span class="one">ke-61</span> &amp; &lt;b&gt;'),
        ("Ke-2", '<span class="one">Ke-2</span>'),
        ("oke-2 dan ke-dua", "oke-2 dan ke-dua"),
    ],
)
def test_an_ordinal_in_a_headline_stays_on_one_line(text: str, html: str) -> None:
    assert unbroken(text) == html


def test_headings_are_found_with_their_levels_ids_and_plain_texts() -> None:
    html = '<h2 id="a">Satu <em>&amp;</em></h2>\n<h3 class="tengah" id="b">Dua</h3><h4 id="c">Tiga</h4>'
    assert headings(html) == [(2, "a", "Satu &"), (3, "b", "Dua")]


def test_cards_are_grouped_without_changing_their_order() -> None:
    days = [datetime.fromisoformat(day) for day in ("2026-03-02", "2026-03-01", "2026-01-09", "2025-03-01")]
    cards = [Card(str(day), "/", day, "", None, None) for day in days]
    assert [(date.year, len(group)) for date, group in grouped(cards, "year")] == [(2026, 3), (2025, 1)]
    assert [(date.month, len(group)) for date, group in grouped(cards, "month")] == [(3, 2), (1, 1), (3, 1)]
