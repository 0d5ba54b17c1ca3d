"""The pages in a browser: axe-core's verdict, narrow screens, readers without JavaScript, and no request elsewhere."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.judges.sites import Site, served
from tests.judges.tools import AXE, MissingJudge

PAGES = {
    "home": "",
    "a long article": "berita/hari-bakti-kemenimipas-ke-2/",
    "an article with a photo": "berita/upacara-hut-ri-ke-80/",
    "an article with photos and a table": "berita/panen-raya/",
    "an article with a wide table": "berita/laporan-pengaduan-triwulan-pertama/",
    "an article with footnotes": "berita/perpustakaan-dan-klub-baca/",
    "an article with definitions": "berita/istilah-hak-integrasi/",
    "a tag with other spellings": "tag/ramadhan/",
    "a later page of a tag": "tag/pembinaan/halaman/2/",
    "all tags": "tag/",
    "all categories": "kategori/",
    "the agenda": "agenda/",
    "the page that searches": "cari/",
    "what is left of a withdrawn article": "berita/jumlah-penghuni/",
    "the news": "berita/",
    "an article with an event": "berita/pemeriksaan-kesehatan-keluarga/",
    "an article with a correction": "berita/simulasi-kebakaran-dan-evakuasi/",
    "the archive": "arsip/",
    "a year": "arsip/2026/",
    "a month": "arsip/2026/11/",
    "a standing page": "layanan-kunjungan/",
    "the page for lost readers": "404.html",
}
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
NARROW, WIDE, NARROWEST = 360, 1280, 320
KINDS = [("light", NARROW), ("light", WIDE), ("dark", NARROW), ("dark", WIDE)]

each_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())


@pytest.fixture(scope="session")
def base(sites: dict[str, Site]) -> Iterator[str]:
    """Serve the example under a path, as a host does that gives no domain of one's own."""
    with served(sites["subpath"]) as url:
        yield url


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        raise MissingJudge(f"{AXE} is not installed: run `make test` or tests/judges/install.sh")
    return AXE.read_text(encoding="utf-8")


def context(chromium: Browser, width: int, **options: Any) -> BrowserContext:
    return chromium.new_context(
        viewport={"width": width, "height": 800}, locale="id-ID", timezone_id="Asia/Makassar", **options
    )


@pytest.fixture(scope="session")
def pages(chromium: Browser) -> Iterator[dict[tuple[str, int], Page]]:
    """Open one browser page for each of light and dark, narrow and wide."""
    opened = [context(chromium, width, color_scheme=scheme) for scheme, width in KINDS]
    yield {kind: each.new_page() for kind, each in zip(KINDS, opened, strict=True)}
    for each in opened:
        each.close()


@each_page
@pytest.mark.parametrize("kind", KINDS, ids=[f"{scheme} {width}" for scheme, width in KINDS])
def test_axe_finds_no_barrier_and_leaves_nothing_open(
    address: str, kind: tuple[str, int], pages: dict[tuple[str, int], Page], base: str, axe: str
) -> None:
    page = pages[kind]
    page.goto(base + address)
    page.evaluate(axe)
    verdict = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(AXE_RULES)}}})")
    assert len(verdict["passes"]) > 15
    assert [told(found) for found in verdict["violations"]] == []
    assert [told(found) for found in verdict["incomplete"] if not all(map(is_scrolled_away, found["nodes"]))] == []


def is_scrolled_away(node: dict[str, Any]) -> bool:
    """Whether axe could not judge because a cell is beyond the edge of its table; its colours are its neighbours'."""
    return bool(node["html"].startswith("<td") and node["any"][0]["data"]["messageKey"] == "elmPartiallyObscured")


def told(found: dict[str, Any]) -> str:
    return f"{found['id']}: {found['help']}: {[node['html'][:120] for node in found['nodes']]}"


def test_axe_is_awake(chromium: Browser, axe: str) -> None:
    page = chromium.new_page()
    page.set_content("<html><body><img src='x.jpg'><a href='/'></a></body></html>")
    page.evaluate(axe)
    found = {each["id"] for each in page.evaluate("axe.run(document)")["violations"]}
    page.close()
    assert {"image-alt", "link-name", "html-has-lang"} <= found


@each_page
@pytest.mark.parametrize("width", [NARROWEST, NARROW, WIDE])
def test_no_page_scrolls_sideways(address: str, width: int, pages: dict[tuple[str, int], Page], base: str) -> None:
    page = pages["light", NARROW]
    page.set_viewport_size({"width": width, "height": 800})
    try:
        page.goto(base + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.body.scrollWidth") <= width
    finally:
        page.set_viewport_size({"width": NARROW, "height": 800})


@pytest.mark.parametrize("address", [each for each in PAGES.values() if each != "cari/"])
def test_without_javascript_and_style_a_page_says_the_same(
    address: str, chromium: Browser, pages: dict[tuple[str, int], Page], base: str
) -> None:
    pages["light", NARROW].goto(base + address)
    with context(chromium, NARROW, java_script_enabled=False) as bare:
        page = bare.new_page()
        page.goto(base + address)
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.inner_text("body") == pages["light", NARROW].inner_text("body")
        bare.route("**/*.css", lambda route: route.abort())
        page.goto(base + address)
        assert len(page.inner_text("main")) > 60
        assert page.get_by_role("heading", level=1).is_visible()


def test_no_request_leaves_this_machine_and_each_is_answered(chromium: Browser, base: str) -> None:
    asked, failed = [], []
    with context(chromium, NARROW) as fresh:
        page = fresh.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        for address in PAGES.values():
            page.goto(base + address, wait_until="networkidle")
    assert len(asked) > len(PAGES)
    assert [url for url in asked if not url.startswith(base)] == []
    assert failed == []


def test_an_old_address_leads_on_to_the_post(chromium: Browser, base: str) -> None:
    with context(chromium, NARROW) as fresh:
        page = fresh.new_page()
        page.goto(base + "berita-lama/apel-pagi/")
        page.wait_for_url("**/berita/apel-pagi-perdana-tahun-2024/")
        assert page.inner_text("h1").strip()


def test_the_first_tab_offers_to_skip_the_menu(chromium: Browser, base: str) -> None:
    with context(chromium, NARROW) as fresh:
        page = fresh.new_page()
        page.goto(base)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#_isi"
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["x"] >= 0
