"""What outsiders stumbled over, in real Chromium: tables, menu, targets, focus rings, paper."""

import pytest
from playwright.sync_api import Page

from tests.judges.tools import restyle

TABLES = {
    "two columns": "profil/",
    "four columns": "layanan-kunjungan/",
    "many columns": "berita/laporan-pengaduan-triwulan-pertama/",
}
LARGE = "html { font-size: 200% !important }"
MILLIMETRE = 96 / 25.4


@pytest.mark.parametrize("style", ["", LARGE], ids=["usual text", "large text"])
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("address", TABLES.values(), ids=TABLES.keys())
def test_a_table_says_that_it_scrolls_exactly_when_it_does(
    address: str, width: int, style: str, phone: Page, example: str
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(example + address)
    restyle(phone, style)
    # The cue is an animation along the scroll: a browser knows its state from the next frame on.
    phone.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    found = phone.evaluate(
        """[...document.querySelectorAll('.table')].map(each => [
          each.scrollWidth > each.clientWidth, getComputedStyle(each, '::before').display !== 'none'])"""
    )
    assert found
    assert [each for each in found if each[0] != each[1]] == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_times_in_a_table_stay_on_one_line(width: int, phone: Page, example: str) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(example + TABLES["four columns"])
    lines = phone.evaluate("[...document.querySelectorAll('td .one')].map(each => each.getClientRects().length)")
    assert len(lines) >= 10
    assert set(lines) == {1}


@pytest.mark.parametrize(("style", "columns"), [("", 2), (LARGE, 1)], ids=["usual text", "large text"])
def test_the_menu_has_as_many_columns_as_its_words_leave_room_for(
    style: str, columns: int, phone: Page, example: str
) -> None:
    phone.goto(example)
    restyle(phone, style)
    phone.locator("details.menu").evaluate("each => each.open = true")
    found = phone.evaluate(
        """[...document.querySelectorAll('.menu a')].map(each => {
          const box = each.getBoundingClientRect(), range = document.createRange();
          range.selectNodeContents(each);
          return [Math.round(box.left), box.right <= innerWidth, range.getClientRects().length];
        })"""
    )
    assert len({left for left, _, _ in found}) == columns
    assert all(fits and lines <= 2 for _, fits, lines in found)


@pytest.mark.parametrize("address", ["", *TABLES.values(), "agenda/", "berita/hari-bakti-kemenimipas-ke-2/"])
def test_no_word_of_a_headline_is_broken_in_large_text(address: str, phone: Page, example: str) -> None:
    phone.goto(example + address)
    restyle(phone, LARGE)
    broken = phone.evaluate(
        """[...document.querySelectorAll('h1:not(.visually-hidden), main h3, main h2')].flatMap(each => {
          const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), found = [];
          while (walker.nextNode())
            for (const word of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
              if (word[0].length > 12) continue;
              const range = document.createRange();
              range.setStart(walker.currentNode, word.index);
              range.setEnd(walker.currentNode, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
            }
          return found;
        })"""
    )
    assert broken == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", "berita/", "tag/ramadhan/"])
def test_a_category_in_a_card_is_large_enough_to_hit_and_apart_from_the_headline(
    address: str, width: int, phone: Page, example: str
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(example + address)
    found = phone.evaluate(
        """[...document.querySelectorAll('.card .meta a, .top .meta a')].filter(each => each.checkVisibility()).map(
          each => {
            const box = each.getBoundingClientRect();
            const title = each.closest('.card, .top').querySelector('h3 a').getClientRects();
            const apart = [...title].every(line => line.bottom <= box.top);
            each.scrollIntoView({block: 'center'});
            const now = each.getBoundingClientRect();
            const hit = document.elementFromPoint(now.left + now.width / 2, now.top + 1);
            return [each.textContent, box.height >= 24 && box.width >= 24, apart, hit === each];
          })"""
    )
    assert found
    assert [each for each in found if not all(each[1:])] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_ring_of_the_header_is_seen_whole(width: int, phone: Page, example: str) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(example)
    phone.keyboard.press("Tab")
    for _ in range(phone.locator(".masthead :is(a, summary):visible").count()):
        phone.keyboard.press("Tab")
        ring = phone.evaluate(
            """() => {
              const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
              const out = Math.max(parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth), 0);
              const range = document.createRange();
              range.selectNodeContents(at);
              const text = [...range.getClientRects()].filter(each => each.width);
              const inner = box.left - parseFloat(style.outlineOffset) * -1;
              return {name: at.textContent, inside: at.closest('.masthead') !== null, top: box.top - out,
                left: box.left - out, right: box.right + out,
                clear: Math.min(...text.map(each => each.left)) >= box.left - parseFloat(style.outlineOffset)};
            }"""
        )
        assert ring["inside"], ring
        assert ring["top"] >= 0, ring
        assert ring["left"] >= 0, ring
        assert ring["right"] <= width, ring
        assert ring["clear"], ring


@pytest.mark.parametrize("address", ["layanan-kunjungan/", "berita/laporan-pengaduan-triwulan-pertama/"])
def test_on_paper_no_row_figure_or_address_is_torn(address: str, phone: Page, example: str) -> None:
    phone.set_viewport_size({"width": 794, "height": 1123})
    phone.goto(example + address)
    phone.emulate_media(media="print")
    torn = phone.evaluate(
        """[...document.querySelectorAll('tr, figure, .colophon .wrap, .colophon .unit, .box, h2, h3')].filter(
          each => getComputedStyle(each).breakInside !== 'avoid').map(each => each.outerHTML.slice(0, 80))"""
    )
    assert torn == []
    # Chromium pushes a flex or grid item that does not fit to the next sheet, and leaves the rest of this one blank.
    assert (
        phone.evaluate(
            "['body', 'main', '.colophon .wrap'].map(each => getComputedStyle(document.querySelector(each)).display)"
        )
        == ["block"] * 3
    )
    assert phone.evaluate("getComputedStyle(document.querySelector('.table'), '::before').display") == "none"


@pytest.mark.parametrize("address", ["berita/panen-raya/", "berita/upacara-hut-ri-ke-80/"])
def test_no_figure_on_paper_is_so_tall_that_it_leaves_a_third_of_a_sheet_blank(
    address: str, phone: Page, example: str
) -> None:
    phone.set_viewport_size({"width": 794, "height": 1123})
    phone.goto(example + address)
    phone.emulate_media(media="print")
    heights = phone.evaluate(
        "[...document.querySelectorAll('figure')].map(each => each.getBoundingClientRect().height)"
    )
    assert heights
    assert max(heights) < 297 * MILLIMETRE / 3


def test_a_short_page_takes_one_sheet_with_its_contact_block(phone: Page, example: str) -> None:
    phone.goto(example + "kontak/")
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "15mm")
    assert phone.pdf(format="A4", margin=margins).count(b"/Type /Page\n") == 1  # type: ignore[arg-type]
