"""The Content-Security-Policy in real Chromium: every kind of page works under its own and the host's, unheard."""

import pytest
from playwright.sync_api import Page, Route

from tests.judges.sites import Site, rules_of, served
from tests.judges.test_browser import PAGES
from tests.samples import settings
from tests.sites import parsed
from warta.arrange.viewfound import HeadersView
from warta.render.hostfiles import headers
from warta.render.policy import directives_of

FEEDS = ("feed.xml", "tag/ramadhan/feed.xml", "feed.json")
REDIRECTS = ("berita-lama/apel-pagi/", "tag/ramadan/")
ATTRIBUTE = '<meta http-equiv="Content-Security-Policy" content="'
PUT = "const put = (name, more) => document.body.append(Object.assign(document.createElement(name), more));"


@pytest.fixture
def heard(phone: Page) -> list[str]:
    """Note every word on the console: there the browser says what a policy forbade or it did not understand."""
    said = list[str]()
    phone.on("console", lambda message: said.append(f"{phone.url}: {message.text}"))
    phone.on("pageerror", lambda error: said.append(f"{phone.url}: {error}"))
    return said


@pytest.mark.parametrize("name", ["example", "subpath"])
def test_every_kind_of_page_works_under_its_policy_and_the_hosts(
    name: str, phone: Page, heard: list[str], sites: dict[str, Site]
) -> None:
    with served(sites[name], headed=True) as url:
        for address in (*PAGES.values(), *FEEDS, *REDIRECTS):
            phone.goto(url + address, wait_until="networkidle")
        assert [each for each in heard if "feed" not in each] == []  # a feed asks for the icon of the whole host
        heard.clear()
        phone.goto(f"{url}tak/ada/", wait_until="networkidle")
        assert phone.get_by_role("heading", level=1).inner_text() == "Halaman tidak ditemukan"
        assert [each for each in heard if "status of 404" not in each] == []
        ground = phone.evaluate("getComputedStyle(document.querySelector('.masthead')).backgroundColor")
        assert ground != "rgba(0, 0, 0, 0)", "the style is there"


def test_a_feed_in_a_browser_has_its_style(phone: Page, sites: dict[str, Site]) -> None:
    with served(sites["subpath"], headed=True) as url:
        phone.goto(f"{url}feed.xml")
        assert phone.evaluate("getComputedStyle(document.documentElement).maxWidth") == "680px"


@pytest.mark.parametrize(
    ("attack", "directive"),
    [
        ("document.body.innerHTML = '<img src=x onerror=window.ran=1>'", "script-src-attr"),
        ("put('script', {text: 'window.ran=1'})", "script-src-elem"),
        ("put('script', {src: '/a.js'})", "script-src-elem"),
        ("put('iframe', {src: 'https://jahat.example/'})", "frame-src"),
        ("put('img', {src: 'https://jahat.example/x.png'})", "img-src"),
        ("put('base', {href: 'https://jahat.example/'})", "base-uri"),
        ("document.body.innerHTML = '<b style=color:red>'", "style-src-attr"),
        ("put('form', {action: 'https://jahat.example/'}); document.forms[0].submit()", "form-action"),
        ("fetch('https://jahat.example/').catch(() => 0)", "connect-src"),
        ("put('a', {href: 'javascript:window.ran=1'}); [...document.links].at(-1).click()", "script-src-elem"),
    ],
)
def test_what_an_article_does_not_need_is_forbidden(attack: str, directive: str, phone: Page, example: str) -> None:
    sent = list[str]()

    def stop(route: Route) -> None:
        sent.append(route.request.url)
        route.abort()

    phone.route("https://jahat.example/**", stop)
    phone.goto(f"{example}berita/panen-raya/", wait_until="networkidle")
    phone.evaluate(
        "() => { window.broken = new Promise(done => addEventListener('securitypolicyviolation',"
        " event => done(event.effectiveDirective))) }"
    )
    phone.evaluate(f"() => {{ {PUT} {attack} }}")
    assert phone.evaluate("window.broken") == directive
    assert phone.evaluate("window.ran") is None
    assert sent == []


def test_no_policy_allows_inline_code_and_only_the_search_page_webassembly(site: Site) -> None:
    for page in site.pages:
        text = page.read_text(encoding="utf-8")
        assert text.count(ATTRIBUTE) == 1, page
        policy = text.partition(ATTRIBUTE)[2].partition('"')[0]
        directives = directives_of(policy)
        assert directives["default-src"] == "'none'", page
        assert "unsafe-inline" not in policy
        assert text.index(ATTRIBUTE) < text.index("<title>"), "what stands before a policy it does not concern"
        is_search = page == site.folder / "cari/index.html"
        assert ("wasm-unsafe-eval" in policy) == is_search, page
        assert ("script-src" in directives) == is_search, page


def test_a_host_is_told_as_much_as_its_limits_allow(site: Site) -> None:
    lines = (site.folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 2_000
    assert len(rules_of(site)) == 2
    found = [line for line in lines if "unsafe" in line]
    assert found == ["  Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'"]


@pytest.mark.parametrize(
    ("base_url", "features", "patterns"),
    [
        ("https://rutan-contoh.example/", ("policy", "search"), ["/*", "/cari/*"]),
        ("https://humas.example/rutan/", ("policy", "search"), ["/rutan/*", "/rutan/cari/*"]),
        ("https://rutan-contoh.example/", ("policy",), ["/*"]),
    ],
)
def test_rules_stand_under_the_path_of_the_site(base_url: str, features: tuple[str, ...], patterns: list[str]) -> None:
    text = headers(HeadersView(), settings(base_url=base_url, features=features)).decode()
    assert [line for line in text.split("\n") if line.startswith("/")] == patterns


def test_no_link_to_another_host_gives_it_a_hold_on_the_page(site: Site) -> None:
    for page in site.pages:
        links = [each for each in parsed(page.read_bytes()).iter("a") if "://" in each.get("href", "")]
        assert [each.get("href") for each in links if "noopener" not in each.get("rel", "").split()] == [], page
