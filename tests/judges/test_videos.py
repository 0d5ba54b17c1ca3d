"""A video in real Chromium: nothing is asked of YouTube before the tap, its player comes by it, and axe is content."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests import sites
from tests.judges.sites import SUBPATH, Site, built, served
from tests.judges.test_browser import AXE_RULES, told
from tests.judges.tools import AXE

ID = "aB3_-xYz012"
PLAYER = f"https://www.youtube-nocookie.com/embed/{ID}?autoplay=1"
BODY = f"""Apel berlangsung tertib.

https://youtu.be/{ID}

[Doa bersama](https://www.youtube.com/watch?v=01234567890)

[![Gerbang Rutan](/media/gerbang.jpg "Apel di gerbang")](https://youtu.be/abcdefghijk)
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("video")
    photo = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()
    source = sites.write(
        folder / "source", {"content/berita/apel.md": sites.post(body=BODY), "content/media/gerbang.jpg": photo}
    )
    site = built(Site("video", folder, SUBPATH.base_url, SUBPATH.path), folder, source)
    with served(site, headed=True) as found:
        yield f"{found}berita/apel/"


@pytest.fixture
def asked(phone: Page, url: str) -> list[str]:
    """Note what the page asks of other hosts, and answer none of it."""
    found = list[str]()

    def stop(route: Route) -> None:
        found.append(route.request.url)
        route.abort()

    phone.route(lambda each: not each.startswith(url.partition("/repository/")[0]), stop)
    return found


@pytest.fixture
def heard(phone: Page) -> list[str]:
    said = list[str]()
    phone.on("console", lambda message: said.append(message.text))
    return said


def test_nothing_leaves_before_the_tap_and_one_request_after_it(
    phone: Page, url: str, asked: list[str], heard: list[str]
) -> None:
    phone.goto(url, wait_until="networkidle")
    assert phone.locator("iframe").count() == 0
    assert (asked, heard) == ([], [])
    phone.get_by_role("link", name="Putar video (YouTube)").first.click()
    phone.wait_for_load_state("networkidle")
    frame = phone.locator("figure.video iframe")
    assert frame.get_attribute("src") == PLAYER
    assert asked == [PLAYER]
    assert frame.get_attribute("title") == "Video YouTube"
    assert set((frame.get_attribute("sandbox") or "").split()) == {
        "allow-scripts",
        "allow-same-origin",
        "allow-presentation",
        "allow-popups",
    }
    assert [text for text in heard if "Content Security Policy" in text] == []
    box = frame.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, abs=0.01)
    assert phone.evaluate("document.activeElement.localName") == "iframe"


def test_the_keyboard_plays_too(phone: Page, url: str, asked: list[str]) -> None:
    phone.goto(url)
    phone.get_by_role("link", name="Gerbang Rutan Putar video (YouTube)").focus()
    phone.keyboard.press("Enter")
    phone.locator("iframe[title='Apel di gerbang']").wait_for()
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"]


def test_without_script_the_picture_opens_youtube(chromium: Browser, url: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.route("https://www.youtube.com/**", lambda route: route.fulfill(body="di sini"))
        page.goto(url)
        page.get_by_role("link", name="Putar video (YouTube)").first.click()
        page.wait_for_url(f"https://www.youtube.com/watch?v={ID}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_barrier_before_and_after_the_tap(width: int, scheme: str, chromium: Browser, url: str) -> None:
    with chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<title>Pemutar</title>"))
        page.goto(url)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for tap in (False, True):
            if tap:
                page.get_by_role("link", name="Putar video (YouTube)").first.click()
                page.locator("iframe").wait_for()
            run = f"axe.run(document, {{iframes: false, runOnly: {json.dumps(AXE_RULES)}}})"
            verdict = page.evaluate(run)
            assert [told(each) for each in verdict["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
