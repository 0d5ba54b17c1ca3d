"""Reading in real Chromium: on a small phone, with large text, by keyboard, on paper, over a slow line."""

import gzip
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.judges.sites import Site
from tests.judges.tools import PHONE, restyle

KINDS = {
    "home": "",
    "an article": "berita/simulasi-kebakaran-dan-evakuasi/",
    "an article with a photo": "berita/pemeriksaan-kesehatan-keluarga/",
    "an article with a table": "berita/laporan-pengaduan-triwulan-pertama/",
    "a withdrawn article": "berita/jumlah-penghuni/",
    "a tag": "tag/ramadhan/",
    "all tags": "tag/",
    "the news": "berita/",
    "the archive": "arsip/",
    "the agenda": "agenda/",
    "a standing page": "layanan-kunjungan/",
    "the page for lost readers": "404.html",
}
BUDGET = 14_000
"""Bytes that a server sends in the first round trip (10 segments, RFC 6928)."""

each_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())


def number(page: Page, script: str) -> float:
    return float(page.evaluate(script))


@each_kind
def test_text_twice_as_large_does_not_scroll_sideways(address: str, phone: Page, example: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 740})
    phone.goto(example + address)
    restyle(phone, "html { font-size: 200% !important }")
    assert number(phone, "document.documentElement.scrollWidth") <= 320
    assert number(phone, "document.querySelector('h1').getBoundingClientRect().right") <= 320


@each_kind
def test_every_link_is_reached_by_keyboard_in_order_with_a_visible_focus(
    address: str, phone: Page, example: str
) -> None:
    phone.goto(example + address)
    phone.locator("summary").evaluate_all("all => all.forEach(each => each.parentElement.open = true)")
    wanted = phone.evaluate(
        "[...document.querySelectorAll('a[href], summary, [tabindex]')].filter(each => each.checkVisibility()).length"
    )
    phone.evaluate("window.reached = []")
    for _ in range(wanted):
        phone.keyboard.press("Tab")
        phone.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              window.reached.push([at.outerHTML, seen && box.width > 0 && box.right > 0 && box.left < innerWidth]);
            }"""
        )
    reached = phone.evaluate("window.reached")
    assert wanted > 5
    assert [html for html, is_seen in reached if not is_seen] == []
    assert phone.evaluate("document.activeElement.closest('footer') !== null")


def test_the_skip_link_leads_past_the_menu(phone: Page, example: str) -> None:
    phone.goto(example + KINDS["an article"])
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('main') !== null")


def test_an_article_with_a_photo_begins_on_the_first_screen_of_a_phone(phone: Page, example: str) -> None:
    phone.goto(example + "berita/upacara-hut-ri-ke-80/")
    assert phone.locator("figure.lead img").bounding_box() is not None
    assert number(phone, "document.querySelector('.body p').getBoundingClientRect().top") < 600


def test_three_headlines_are_on_the_first_screen_of_the_home_page(phone: Page, example: str) -> None:
    phone.goto(example)
    bottoms = phone.evaluate(
        "[...document.querySelectorAll('main h3')].map(each => each.getBoundingClientRect().bottom)"
    )
    assert len([bottom for bottom in bottoms if bottom <= PHONE["height"]]) >= 3


def test_what_relatives_look_for_is_on_the_first_screen_of_the_home_page(phone: Page, example: str) -> None:
    phone.goto(example)
    box: Any = phone.get_by_role("main").get_by_role("link", name="Jadwal kunjungan").bounding_box()
    assert box["y"] + box["height"] < 200
    assert box["height"] >= 24


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", KINDS["an article with a photo"], "berita/panen-raya/"])
def test_nothing_moves_while_a_page_with_photos_loads(
    width: int, address: str, chromium: Browser, example: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 740})
    page.add_init_script(
        """window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(each => window.shift += each.value))
          .observe({type: 'layout-shift', buffered: true});"""
    )
    page.route("**/*.jpg", late)
    page.goto(example + address, wait_until="networkidle")
    assert number(page, "window.shift") == 0
    page.close()


@pytest.mark.parametrize("kind", ["an article", "an article with a photo", "a standing page"])
def test_on_paper_a_page_names_its_address_and_date_and_shows_no_navigation(
    kind: str, chromium: Browser, sites: dict[str, Site], example: str
) -> None:
    page = chromium.new_page(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    page.goto(example + KINDS[kind])
    page.emulate_media(media="print")
    text = page.inner_text("body")
    assert sites["example"].base_url + KINDS[kind] in text
    for gone in ("Menu", "Bagikan", "Baca juga", "Berita sebelumnya", "Jelajahi", "Beranda"):
        assert gone not in text
    if kind.startswith("an article"):
        assert page.locator("article header time").first.is_visible()
    colors = page.evaluate("['color', 'background-color'].map(name => getComputedStyle(document.body)[name])")
    assert colors == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.pdf().startswith(b"%PDF")
    page.close()


def test_an_article_without_photos_comes_in_one_round_trip(
    chromium: Browser, example: str, sites: dict[str, Site]
) -> None:
    asked: list[str] = []
    page = chromium.new_page(viewport=PHONE)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(example + KINDS["an article"], wait_until="networkidle")
    page.close()
    assert [url for url in asked if not url.startswith(example)] == []
    site = replace(sites["example"], base_url=example)
    sent = {url: zipped(site.file_of(url)) for url in asked if not url.endswith((".jpg", ".png"))}
    print(f"{sum(sent.values())} bytes: {sorted(sent.values())}")
    assert sum(sent.values()) <= BUDGET


def late(route: Route) -> None:
    sleep(0.15)
    route.continue_()


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))
