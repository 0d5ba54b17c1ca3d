"""The search page in real Chromium: on a phone, under a path and a strict Content-Security-Policy."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import sites as small
from tests.judges.search_figures import OURS, QUERIES, THEIRS, measured, ours, theirs
from tests.judges.sites import Site, built, served
from tests.judges.tools import AXE, PHONE
from warta.render.roots import root_of, words_of

FIRST = {
    "periksa": "pemeriksaan-tuberkulosis",
    "penggeledahan": "razia-kamar-hunian",
    "menanam kangkung": "panen-kangkung",
    "membagikan takjil": "berbagi-takjil-di-simpang-terminal",
    "pembaca buku": "perpustakaan-dan-klub-baca",
    "remisi natal": "natal-dan-remisi-khusus",
    "jumat berkah": "jumat-berkah",
    "melatih mebel": "pelatihan-mebel-bersama-blk",
    "evakuasi kebakaran": "simulasi-kebakaran-dan-evakuasi",
    "adukan": "pengaduan",
}
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="module")
def url(sites: dict[str, Site]) -> Iterator[str]:
    with served(sites["subpath"], headed=True) as found:
        yield found


@pytest.fixture
def asked(phone: Page, url: str) -> list[str]:
    """Note every request from now on, without the site's URL."""
    found = list[str]()
    phone.on("request", lambda request: found.append(request.url.removeprefix(url)))
    return found


@pytest.fixture(autouse=True)
def silent(phone: Page) -> Iterator[None]:
    """Let no test leave a word on the console: there the browser says what the policy forbade."""
    said = list[str]()
    phone.on("console", lambda message: said.append(message.text))
    phone.on("pageerror", lambda error: said.append(str(error)))
    yield
    assert said == []


def wait(page: Page) -> None:
    page.locator("#_hasil[aria-busy=false]").wait_for(state="attached")


def type_in(page: Page, query: str) -> None:
    page.fill("#_kata", query)
    page.keyboard.press("Enter")
    wait(page)


def titles(page: Page) -> list[str]:
    return page.locator("#_hasil h2 a").all_inner_texts()


def addresses(page: Page) -> list[str]:
    return [str(each.get_attribute("href")) for each in page.locator("#_hasil h2 a").all()]


@pytest.mark.parametrize("query", FIRST)
def test_ten_queries_have_the_right_first_result(query: str, phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/")
    type_in(phone, query)
    assert FIRST[query] in addresses(phone)[0]
    assert addresses(phone)[0].startswith("/repository/")
    with phone.expect_navigation():
        phone.locator("#_hasil a").first.click()
    assert phone.locator("h1").count() == 1


def test_nothing_of_the_index_is_fetched_before_a_letter_is_typed(phone: Page, url: str, asked: list[str]) -> None:
    phone.goto(f"{url}cari/", wait_until="networkidle")
    assert [each for each in asked if "pagefind" in each] == []
    with phone.expect_response("**/wasm.*"), phone.expect_response("**/akar.txt"):
        phone.type("#_kata", "r")
    assert {each.rpartition("/")[2] for each in asked} >= {"pagefind.js", "akar.txt", "wasm.unknown.pagefind"}


def test_no_other_page_fetches_a_script(phone: Page, url: str, asked: list[str]) -> None:
    for address in ("", "berita/", "profil/", "berita/razia-kamar-hunian/"):
        phone.goto(url + address, wait_until="networkidle")
    assert [each for each in asked if each.endswith(".js") or "pagefind" in each] == []


def test_an_address_with_a_query_searches_and_can_be_shared(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/")
    type_in(phone, "remisi natal")
    shared, found = phone.url, addresses(phone)
    assert shared.endswith("/cari/?q=remisi+natal")
    phone.goto("about:blank")
    phone.goto(shared)
    wait(phone)
    assert addresses(phone) == found
    assert phone.input_value("#_kata") == "remisi natal"


def test_back_leads_to_the_search_before(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/")
    type_in(phone, "razia")
    found = addresses(phone)
    type_in(phone, "takjil")
    assert addresses(phone) != found
    phone.go_back()
    wait(phone)
    assert (phone.input_value("#_kata"), addresses(phone)) == ("razia", found)


def test_the_keyboard_alone_searches_narrows_and_opens(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/")
    while phone.evaluate("document.activeElement.id") != "_kata":
        phone.keyboard.press("Tab")
    phone.keyboard.type("kunjungan")
    phone.keyboard.press("Enter")
    wait(phone)
    every = phone.inner_text("#_kabar")
    for _ in range(3):  # past the button to the summary, whose Enter opens it
        if phone.evaluate("document.activeElement.localName") == "summary":
            break
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.id") == "_tahun"
    phone.keyboard.type("2024")
    wait(phone)
    assert phone.inner_text("#_kabar") != every
    while not phone.evaluate("document.activeElement.closest('#_hasil')"):
        phone.keyboard.press("Tab")
    first = addresses(phone)[0]
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    assert phone.url.endswith(first)


def test_year_category_tag_and_order_narrow_and_sort(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/?q=kunjungan")
    wait(phone)
    everything = int(phone.inner_text("#_kabar").split()[0])
    phone.locator("summary", has_text="Saring").click()
    for field, label in (("#_tahun", "2024"), ("#_kategori", "Pengumuman")):
        phone.select_option(field, label=label)
        wait(phone)
        fewer = int(phone.inner_text("#_kabar").split()[0])
        assert 0 < fewer < everything
        everything = fewer
    assert "tahun=y_2024_" in phone.url
    phone.goto(f"{url}cari/?topik=t_ramadhan_&urut=terbaru")
    wait(phone)
    days = [str(each.get_attribute("datetime")) for each in phone.locator("#_hasil time").all()]
    assert len(days) > 3
    assert days == sorted(days, reverse=True)
    assert phone.locator("#_topik").is_visible()


def test_more_results_come_on_demand_and_take_the_focus(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/?q=petugas")
    wait(phone)
    assert len(titles(phone)) == 10
    phone.click("#_lagi")
    phone.locator("#_hasil li").nth(10).wait_for()
    assert phone.evaluate("document.activeElement.closest('li') === document.querySelectorAll('#_hasil li')[10]")


def test_what_is_found_is_marked_and_no_root_shows(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/?q=memeriksa")
    wait(phone)
    marked = {word for each in phone.locator("#_hasil mark").all_inner_texts() for word in words_of(each)}
    assert marked
    assert {root_of(word) for word in marked} == {"periksa"}
    assert len(marked) > 1
    assert "_" not in phone.inner_text("#_hasil")


def test_a_beginning_of_a_word_is_enough_if_nothing_else_is_found(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/?q=perpustak")
    wait(phone)
    assert any("perpustakaan" in each for each in addresses(phone))


def test_nothing_found_is_said(phone: Page, url: str) -> None:
    phone.goto(f"{url}cari/?q=zebra+ungu")
    wait(phone)
    assert phone.get_by_role("status").inner_text().startswith("Tidak ada hasil")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_barrier_among_results(width: int, scheme: Any, chromium: Browser, sites: dict[str, Site]) -> None:
    with (
        served(sites["subpath"]) as url,
        chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context,
    ):
        page = context.new_page()
        page.goto(f"{url}cari/?q=kunjungan&tahun=y_2024_")
        wait(page)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        verdict = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(AXE_RULES)}}})")
        assert len(verdict["passes"]) > 15
        assert [each["id"] for each in (*verdict["violations"], *verdict["incomplete"])] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["cari/?q=kunjungan", "cari/"])
def test_results_move_nothing_that_can_be_seen(address: str, width: int, phone: Page, url: str) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    # Not while the page is still being parsed: a closed `details` that grows by its hidden part is counted as moved.
    phone.add_init_script(
        "window.shifts = 0; const [way] = performance.getEntriesByType('navigation');"
        "const isParsed = each => way.domInteractive && each.startTime > way.domInteractive;"
        "new PerformanceObserver(list => list.getEntries().filter(isParsed).forEach(each => shifts += each.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    phone.goto(url + address, wait_until="networkidle")
    type_in(phone, "remisi")
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("shifts") == 0


def test_a_title_with_a_script_is_text(phone: Page, tmp_path: Path) -> None:
    title = "Razia <script>document.title = 1</script><img src=x onerror=alert(1)>"
    body = "Petugas menulis `<script>alert(1)</script>` di papan razia."
    post = small.post(title=f"'{title}'", body=body)
    source = small.write(tmp_path / "source", {"content/berita/2026-03-02-a.md": post})
    with served(built(Site("bad", tmp_path, "https://rutan-contoh.example/"), tmp_path, source)) as url:
        phone.goto(f"{url}cari/?q=razia")
        wait(phone)
        assert titles(phone) == [title]
        assert phone.locator("#_hasil script, #_hasil img").count() == 0
        assert "<script>alert(1)</script>" in phone.inner_text("#_hasil")
        assert phone.title() == "Cari | Rutan Contoh"


def test_without_javascript_topics_and_archive_are_offered(chromium: Browser, url: str) -> None:
    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{url}cari/?q=razia")
        assert "Pencarian memerlukan JavaScript" in page.inner_text("main")
        assert page.get_by_role("link", name="Arsip").first.is_visible()
        assert page.locator("#_jalan a[href*='/tag/']").count() > 5


def test_every_page_leads_to_the_search(phone: Page, url: str) -> None:
    phone.goto(f"{url}berita/")
    phone.get_by_role("banner").get_by_role("link", name="Cari").click()
    phone.wait_for_url("**/repository/cari/")
    phone.goto(f"{url}404.html")
    phone.get_by_label("Kata yang dicari").fill("razia")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/cari/?q=razia")
    wait(phone)
    assert addresses(phone)


def test_the_script_finds_the_same_roots_as_the_index(phone: Page, url: str) -> None:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in Path("tests/site/content").rglob("*.md"))
    words = sorted(
        {*words_of(texts), *(form for each in QUERIES for form in words_of(each)), "ke62", "İstanbul".lower()}
    )
    phone.goto(f"{url}cari/")
    roots = phone.evaluate(
        """async (words) => {
          const { rootOf, readRoots } = await import(document.querySelector("script[type=module]").src);
          const part = document.querySelector("form").dataset.parts.split(" ")[0];
          const known = readRoots(await (await fetch(part + "akar.txt")).text());
          return words.map((word) => rootOf(word, known));
        }""",
        words,
    )
    assert len(words) > 2_000
    assert [pair for pair in zip(words, roots, strict=True) if root_of(pair[0]) != pair[1]] == []
    told = phone.evaluate(
        """async (text) => (await import(document.querySelector("script[type=module]").src)).wordsOf(text)""", texts
    )
    assert told == words_of(texts)


def test_our_roots_find_more_and_less_that_is_strange_than_pagefinds_stemmer(phone: Page, tmp_path: Path) -> None:
    assert len(QUERIES) == 60
    with theirs(tmp_path / "theirs") as url:
        before = measured(phone, url, THEIRS)
    with ours(tmp_path / "ours") as url:
        after = measured(phone, url, OURS)
    assert before.recall == pytest.approx(0.833, abs=0.01)
    assert before.precision == pytest.approx(0.965, abs=0.01)
    assert (after.recall, after.precision, dict(after.wrong)) == (1, 1, {})


def test_a_first_search_is_light(phone: Page, sites: dict[str, Site], url: str, asked: list[str]) -> None:
    phone.goto(f"{url}cari/", wait_until="networkidle")
    asked.clear()
    type_in(phone, "remisi")
    phone.wait_for_load_state("networkidle")
    files = [sites["subpath"].folder / each.partition("?")[0] for each in asked]
    raw = sum(len(file.read_bytes()) for file in files)
    sent = sum(
        len(data if data[:2] == b"\x1f\x8b" else gzip.compress(data)) for data in (f.read_bytes() for f in files)
    )
    print(f"first search: {len(files)} files, {raw} bytes, {sent} compressed")
    assert sent < 160_000
