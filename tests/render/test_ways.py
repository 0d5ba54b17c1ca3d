"""The theme's ways onward: contents, crumbs, years, archive, machine-readable dates; and times that stay whole."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.sites import SITE_YAML, post, published, text_of
from warta.render.bodies import ranges

LONG = "\n\n".join(f"## Bagian {number}\n\n" + "Kalimat panjang. " * 100 for number in range(3))
MONTHS = {
    f"content/berita/{year}-0{month}-01-apel-{year}-{month}.md": post(
        "tags: [Ramadhan]", title=f"Apel {year} {month}", date=f"{year}-0{month}-01"
    )
    for year in (2024, 2025, 2026)
    for month in (1, 2)
}


def links(element: Element | None) -> list[str]:
    assert element is not None
    return [each.attrib["href"] for each in element.iter("a")]


def moments(element: Element | None) -> list[str]:
    assert element is not None
    return [each.attrib["datetime"] for each in element.iter("time")]


@pytest.mark.parametrize(
    ("written", "machine"), [("2026-03-02", "2026-03-02"), ("2026-03-02 16.30", "2026-03-02T16:30:00+08:00")]
)
def test_a_date_for_machines_says_a_time_only_if_the_writer_did(tmp_path: Path, written: str, machine: str) -> None:
    text = post(
        "updated: 2026-03-04 10.00", "category: Layanan", "correction: [{date: 2026-03-03, text: Jumlahnya 12.}]",
        date=written,
    )  # fmt: skip
    site = published(tmp_path, {"content/berita/2026-03-02-a.md": text})
    assert moments(site.page("/berita/a/").find(".//article")) == [machine, "2026-03-04", "2026-03-03"]
    for address in ("/", "/berita/", "/kategori/layanan/"):
        assert moments(site.page(address).find(".//main")) == ["2026-03-02"]


def test_the_day_of_a_standing_pages_last_change_has_no_time(tmp_path: Path) -> None:
    text = "---\ntitle: Kontak\nupdated: 2026-03-04\n---\n\nIsi.\n"
    page = published(tmp_path, {"content/halaman/kontak.md": text}).page("/kontak/")
    assert moments(page.find(".//article")) == ["2026-03-04"]


def test_a_withdrawn_post_leads_on(tmp_path: Path) -> None:
    settings = f"{SITE_YAML}services: [{{title: Kunjungan, url: /berita/}}]\n"
    site = published(tmp_path, {"site.yaml": settings, "content/berita/2026-03-02-a.md": post("withdrawn: true")})
    main = site.page("/berita/a/").find(".//main")
    assert "Semua berita" in text_of(main)
    assert main is not None
    assert main.find("nav[@class='services']") is not None
    assert links(main.find(".//ul[@class='tags ways']")) == ["/berita/", "/"]


@pytest.mark.parametrize(
    ("path", "address", "label"),
    [
        ("content/berita/2026-03-02-kunjungan.md", "/berita/kunjungan/", "Isi berita ini"),
        ("content/halaman/kunjungan.md", "/kunjungan/", "Isi halaman ini"),
    ],
)
def test_a_long_page_has_a_table_of_contents(path: str, address: str, label: str, tmp_path: Path) -> None:
    contents = published(tmp_path, {path: post(body=LONG)}).page(address).find(".//details[@class='contents']")
    assert contents is not None
    assert text_of(contents) == f"{label} Bagian 0 Bagian 1 Bagian 2"
    assert links(contents) == ["#bagian-0", "#bagian-1", "#bagian-2"]


def test_a_short_standing_page_has_none(tmp_path: Path) -> None:
    short = "\n\n".join(f"## Bagian {number}\n\nKalimat." for number in range(5))
    page = published(tmp_path, {"content/halaman/kontak.md": post(body=short)}).page("/kontak/")
    assert page.find(".//details[@class='contents']") is None


def test_the_way_to_a_month_leads_through_its_year(tmp_path: Path) -> None:
    page = published(tmp_path, MONTHS).page("/arsip/2025/02/")
    crumbs = page.find(".//nav[@class='crumbs']")
    assert links(crumbs) == ["/", "/arsip/", "/arsip/2025/"]
    assert text_of(crumbs) == "Beranda Arsip 2025"


def test_a_topic_of_more_than_two_years_leads_to_each(tmp_path: Path) -> None:
    page = published(tmp_path, MONTHS).page("/tag/ramadhan/")
    jumps = page.find(".//nav[@class='years']")
    assert links(jumps) == ["/tag/ramadhan/#_2026", "/tag/ramadhan/#_2025", "/tag/ramadhan/#_2024"]
    assert [each.get("id") for each in page.iter("h2")][:3] == ["_2026", "_2025", "_2024"]


def test_the_link_to_a_year_leads_to_the_page_where_it_begins(tmp_path: Path) -> None:
    site = published(tmp_path, {"site.yaml": f"{SITE_YAML}per_page: 3\n", **MONTHS})
    for address in ("/tag/ramadhan/", "/tag/ramadhan/halaman/2/"):
        jumps = links(site.page(address).find(".//nav[@class='years']"))
        assert jumps == ["/tag/ramadhan/#_2026", "/tag/ramadhan/#_2025", "/tag/ramadhan/halaman/2/#_2024"]
    assert [each.get("id") for each in site.page("/tag/ramadhan/halaman/2/").iter("h2")][:2] == ["_2025", "_2024"]


def test_a_topic_of_two_years_needs_no_such_links(tmp_path: Path) -> None:
    few = {path: text for path, text in MONTHS.items() if "/2024" not in path}
    assert published(tmp_path, few).page("/tag/ramadhan/").find(".//nav[@class='years']") is None


def test_the_list_of_news_and_the_footer_lead_to_the_archive(tmp_path: Path) -> None:
    page = published(tmp_path, MONTHS).page("/berita/")
    assert "/arsip/" in links(page.find(".//header[@class='list-head']"))
    assert "/arsip/" in links(page.find(".//footer"))


def test_a_site_without_an_archive_leads_to_none(tmp_path: Path) -> None:
    site = published(tmp_path, {"site.yaml": f"{SITE_YAML}features: {{archive: false}}\n", **MONTHS})
    assert [path for path in site.pages if "/arsip/" in links(site.pages[path])] == []


def test_a_list_names_what_lies_on_its_other_pages(tmp_path: Path) -> None:
    site = published(tmp_path, {"site.yaml": f"{SITE_YAML}per_page: 5\n", **MONTHS})
    assert text_of(site.page("/berita/").find(".//nav[@class='pager']")) == (
        "Halaman 1 dari 2 Halaman berikutnya: berita lebih lama"
    )
    assert text_of(site.page("/berita/halaman/2/").find(".//nav[@class='pager']")) == (
        "Halaman sebelumnya: berita lebih baru Halaman 2 dari 2"
    )


@pytest.mark.parametrize(("address", "words"), [("/tag/", "Belum ada topik."), ("/kategori/", "Belum ada kategori.")])
def test_an_empty_list_says_of_what_there_is_none(address: str, words: str, tmp_path: Path) -> None:
    assert words in text_of(published(tmp_path, {}).page(address))


def test_a_time_range_in_a_table_stays_on_one_line(tmp_path: Path) -> None:
    table = "Pukul 08.00–10.30.\n\n| Hari | Waktu |\n| --- | --- |\n| Senin–Kamis | 08.00–10.30 dan 13–15 |"
    main = published(tmp_path, {"content/berita/2026-03-02-a.md": post(body=table)}).page("/berita/a/").find(".//main")
    assert main is not None
    assert [text_of(each) for each in main.iter("span") if each.get("class") == "one"] == ["08.00–10.30", "13–15"]


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ("<p>1–2</p>", "<p>1–2</p>"),
        ("<table><td>1–2</td></table>1–2", '<table><td><span class="one">1–2</span></td></table>1–2'),
        (
            "<table><td>08.00 – 10.30 WITA</td></table>",
            '<table><td><span class="one">08.00 – 10.30</span> WITA</td></table>',
        ),
        ('<table><td><img alt="1–2"></td></table>', '<table><td><img alt="1–2"></td></table>'),
        ("<table><td>A–1, 1–B, 2.–</td></table>", "<table><td>A–1, 1–B, 2.–</td></table>"),
    ],
)
def test_ranges_of_numbers_are_kept_whole_in_cells_alone(html: str, whole: str) -> None:
    assert ranges(html) == whole
