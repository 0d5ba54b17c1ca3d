"""What attackers write, in real Chromium: nothing runs, nothing is asked of elsewhere, and no page holds what could.

Seen with the pages' policy and without it: the policy is the second line, escaping the first.

WARTA_TRUST=1 .venv/bin/python -m pytest tests/judges/test_xss.py    all payloads on all pages, instead of 60 on a part
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from tests.judges.sites import served
from tests.judges.xss import FAMILIES, PAYLOADS, Range, shooting_range
from tests.newsroom.preview import desk
from tests.sites import NOW, SITE_YAML, post, write
from warta.newsroom.proof_command import make_proof
from warta.opening import Request

TRUST = os.environ.get("WARTA_TRUST") == "1"
SHARE = PAYLOADS if TRUST else [PAYLOADS[number * len(PAYLOADS) // 60] for number in range(60)]
EVERY = 2 if TRUST else 6
"""Of pages that differ by their payload alone, every so many is opened, beside all articles."""

LISTS = ("", "berita/", "tag/", "kategori/", "agenda/", "arsip/", "arsip/2026/", "arsip/2026/03/", "404.html")
MARK = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.ran = true };"

LIVE = "script, iframe, object, embed, svg, math, style, [onerror], [onload], [style]"

HOLES = """(ours) => {
  const found = window.ran ? ['ran'] : [];
  const never = ['iframe', 'object', 'embed', 'base', 'frame', 'frameset', 'svg', 'math', 'portal', 'audio', 'video',
    'textarea', 'marquee', 'dialog', 'xmp', 'plaintext', 'listing', 'noembed', 'area', 'map', 'keygen', 'isindex'];
  const leads = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href', 'srcset'];
  const homes = [location.origin, 'https://rutan-contoh.example']; // as feeds write it
  const isOurs = (url) => homes.includes(new URL(url, location).origin);
  const fetched = ['stylesheet', 'icon', 'manifest', 'apple-touch-icon'];
  const stated = ['refresh', 'Content-Security-Policy'];
  const look = (root) => {
    for (const each of root.querySelectorAll('*')) {
      const name = each.localName, say = (what) => found.push(`${what}: ${each.outerHTML.slice(0, 200)}`);
      if (never.includes(name)) say(name);
      if (name === 'style' && !ours.includes('style')) say('style');
      if (name === 'script' && each.type !== 'application/ld+json' && !ours.includes('script')
        && !(ours.includes('search') && /[/]aset[/]search[.][0-9a-f]+[.]js$/.test(each.src))) say('script');
      if (name === 'form' && !isOurs(each.action)) say('form');
      if (name === 'img' && !ours.includes('data') && !isOurs(each.src)) say('img');
      if (name === 'link' && fetched.includes(each.rel) && !isOurs(each.href)) say('link');
      if (name === 'meta' && each.httpEquiv && !stated.includes(each.httpEquiv)) say('meta');
      if (each.httpEquiv === 'refresh' && !/^[0-9]+; url=[/](?![/\\\\])/.test(each.content)) say('refresh');
      for (const attribute of each.attributes) {
        if (/^(on|v-|ng-|@)/i.test(attribute.name)) say(attribute.name);
        if (['style', 'srcdoc', 'ping', 'formaction', 'background'].includes(attribute.name)) say(attribute.name);
        const value = attribute.value.replace(/[\\s\\u0000-\\u0020]/g, '');
        if (leads.includes(attribute.name) && /^(javascript|vbscript):/i.test(value)) say('lead');
        if (leads.includes(attribute.name) && /^data:/i.test(value) && !ours.includes('data')) say('data');
      }
    }
  };
  if (document.contentType.endsWith('xml')) {
    for (const each of document.querySelectorAll('*'))
      if (/xhtml|svg|MathML/.test(each.namespaceURI ?? '')) found.push(each.localName);
    for (const each of document.getElementsByTagName('content:encoded'))
      look(new DOMParser().parseFromString(each.textContent, 'text/html'));
  } else look(document);
  return found;
}"""


@pytest.fixture(scope="module")
def range_(tmp_path_factory: pytest.TempPathFactory) -> Range:
    return shooting_range(tmp_path_factory.mktemp("xss"), SHARE)


class Eye:
    """A browser page, `is_bare` of policies, that notes `holes`: what must not happen; `opened` counts what it saw."""

    def __init__(self, page: Page, base: str, *, is_bare: bool = True) -> None:
        self.page, self._base, self.is_bare, self.opened, self.holes = page, base, is_bare, 0, list[str]()
        page.add_init_script(MARK)
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: self.holes.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._hear(said.text))
        page.route(lambda url: not url.startswith(base), self._stop)
        page.route("**/lama/**", self._hold)

    def _dismiss(self, dialog: Dialog) -> None:
        self.holes.append(f"dialog: {self.page.url}")
        dialog.dismiss()

    def _stop(self, route: Route) -> None:
        self.holes.append(f"request: {route.request.url} of {self.page.url}")
        route.abort()

    def _hold(self, route: Route) -> None:
        """Let a page that leads on stay to be looked at."""
        route.fulfill(response=(found := route.fetch()), body=found.text().replace("0; url=", "999; url="))

    def _hear(self, text: str) -> None:
        if "status of 404" not in text:
            self.holes.append(f"{self.page.url}: {text}")

    def look(self, address: str, *ours: str) -> None:
        self.page.goto(self._base + address, wait_until="load" if TRUST else "domcontentloaded")
        if "search" in ours:
            self.page.locator("#_hasil[aria-busy=false]").wait_for(state="attached")
        self.holes += [f"{address}: {each}" for each in self.page.evaluate(HOLES, list(ours))]
        self.opened += 1


@pytest.fixture(params=[True, False], ids=["without the policy", "with the policy"])
def eye(request: pytest.FixtureRequest, chromium: Browser, range_: Range) -> Iterator[Eye]:
    with (
        served(range_.site) as url,
        chromium.new_context(bypass_csp=request.param, locale="id-ID") as context,
    ):
        made = Eye(context.new_page(), url, is_bare=request.param)
        yield made
        assert made.holes == []
        print(f"{made.opened} pages opened ({request.node.name})")


def addresses(range_: Range, pattern: str) -> list[str]:
    """The addresses of all pages that lie there."""
    found = sorted(range_.site.folder.glob(f"{pattern}/index.html"))
    return [quote(f"{page.parent.relative_to(range_.site.folder).as_posix()}/") for page in found]


def test_there_are_enough_payloads_and_most_stand_in_a_page(range_: Range) -> None:
    assert len(FAMILIES) == 14
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 400
    refused = Counter(place for attack in range_.attacks for place in attack.refused)
    print(f"{len(range_.attacks)} payloads, {range_.tried} in places, {range_.refused} refused: {dict(refused)}")
    assert range_.tried > 25 * len(range_.attacks)


def test_articles_hold_nothing_that_runs(eye: Eye, range_: Range) -> None:
    found = [each for each in addresses(range_, "berita/*") if TRUST or not re.search("tautan-|tarik-|/nama", each)]
    for address in found if TRUST or eye.is_bare else found[::4]:
        eye.look(address)


def test_lists_topics_redirects_and_feeds_hold_nothing_that_runs(eye: Eye, range_: Range) -> None:
    topics = [*addresses(range_, "tag/*"), *addresses(range_, "kategori/*")]
    for address in (*LISTS, *topics[::EVERY], *addresses(range_, "lama/*")[::EVERY]):
        eye.look(address)
    for feed in ("feed.xml", *(f"{topic}feed.xml" for topic in topics[:: EVERY * 2])):
        eye.look(feed)


def test_searching_shows_and_repeats_them_as_text(eye: Eye) -> None:
    for payload in SHARE[:: 1 if TRUST else 6]:
        eye.look(f"cari/?q={quote(payload, safe='')}", "search")
    for word in ("uji", "alert", "script", "img"):
        eye.look(f"cari/?q={word}", "search")
        assert eye.page.locator("#_hasil li").count()


def test_addresses_that_lead_nowhere_and_fragments_hold_nothing_that_runs(eye: Eye) -> None:
    for payload in SHARE[::EVERY]:
        eye.look(f"404.html?{quote(payload)}#{payload}")
        eye.look(f"#{quote(payload)}")


def test_feeds_as_json_give_what_pages_give(range_: Range, chromium: Browser) -> None:
    feed = json.loads((range_.site.folder / "feed.json").read_text(encoding="utf-8"))
    page = chromium.new_page()
    page.add_init_script(MARK)
    page.goto("about:blank")
    for item in feed["items"]:
        page.set_content(item["content_html"])
        assert page.evaluate("window.ran") is None
        assert page.locator(LIVE).count() == 0
    page.close()


def test_a_proof_holds_nothing_that_runs(chromium: Browser, range_: Range, tmp_path: Path) -> None:
    request = Request(range_.source, tmp_path, NOW, cache=range_.source / ".warta", jobs=1)
    page = chromium.new_context(bypass_csp=True).new_page()
    eye = Eye(page, tmp_path.as_uri())
    for number in range(0, len(SHARE), 10 if TRUST else 20):
        for kind in ("kepala", "isi"):
            made = make_proof(request, f"content/berita/2026-03-02-{kind}-{number}.md")
            assert made.name
            (tmp_path / made.name).write_bytes(made.data)
            eye.look(f"/{made.name}", "style", "data")
    page.context.close()
    assert eye.holes == []


def test_the_preview_tells_of_them_as_text(chromium: Browser, range_: Range, tmp_path: Path) -> None:
    shown = [each.payload for each in range_.attacks if "raw HTML" in each.places]
    posts = {
        f"content/berita/2026-03-02-k{number}.md": post(
            "draft: true", f"judul_pendekk: {json.dumps(payload)}", title=f"Uji {number}", body=f"Awal.\n\n{payload}"
        )
        for number, payload in enumerate(shown[:: 10 if TRUST else 3])
    }
    write(tmp_path, {**posts, "site.yaml": SITE_YAML})
    with desk(tmp_path) as preview, chromium.new_context(bypass_csp=True) as context:
        eye = Eye(context.new_page(), f"http://127.0.0.1:{preview.port}")
        for number in range(0, len(posts), 2):
            eye.look(f"/berita/k{number}/", "script")
            assert "judul_pendekk" in eye.page.locator("#_warta").evaluate("each => each.shadowRoot.textContent")
            live = f"each => each.shadowRoot.querySelectorAll('{LIVE}').length"
            assert eye.page.locator("#_warta").evaluate(live) == 1, "its own style"
        assert eye.holes == []


def test_the_eye_is_awake(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<meta charset=utf-8><img src=x onerror=alert(1)><a href=' java\tscript:x'>a</a><b style=color:red>b</b>"
        "<script src=https://jahat.example/x.js></script>",
        encoding="utf-8",
    )
    with chromium.new_context() as context:
        eye = Eye(context.new_page(), tmp_path.as_uri())
        eye.look("/a.html")
        told = "\n".join(eye.holes)
        for sign in ("ran", "onerror", "lead", "style", "script:", "request: https://jahat.example/x.js"):
            assert sign in told
