"""The preview in a real browser: a save comes by itself, and nothing jumps."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.newsroom.preview import Running, running
from tests.sites import post, write

APEL = "content/berita/2026-03-02-apel.md"
LONG = "\n\n".join(f"Paragraf ke-{number} tentang apel pagi di halaman Rutan." for number in range(60))
FILES = {
    APEL: post(body=LONG),
    "content/berita/2026-03-03-takjil.md": post("draf: true", title="Takjil", date="2026-03-03"),
    "layouts/assets/lain.css": "/* */",
}


class Preview:
    """A running preview and a page in it."""

    def __init__(self, source: Path, serve: Running, page: Page) -> None:
        self.source, self.page, self.serve, self.errors = source, page, serve, list[str]()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            self.errors.append(message.text)

    def save(self, path: str, text: str) -> None:
        target = self.source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def open(self, address: str) -> None:
        self.page.goto(f"http://127.0.0.1:{self.serve.port}{address}")


@pytest.fixture
def preview(tmp_path: Path, phone: Page) -> Iterator[Preview]:
    source = write(tmp_path, FILES)
    with running(source, "--port", "8400") as serve:
        time.sleep(0.6)  # until what changes is heard of
        opened = Preview(source, serve, phone)
        yield opened
        assert opened.errors == []


def test_a_save_comes_by_itself_and_the_reader_stays_where_he_is(preview: Preview) -> None:
    preview.open("/berita/apel/")
    preview.page.evaluate("scrollTo(0, 900)")
    preview.save(APEL, post(body=f"{LONG}\n\nApel ditutup dengan doa."))
    expect(preview.page.get_by_text("Apel ditutup dengan doa.")).to_have_count(1)
    assert preview.page.evaluate("scrollY") == 900
    preview.save(APEL, post(body=f"{LONG}\n\nApel ditutup dengan doa bersama.", title="Apel Siang"))
    expect(preview.page.get_by_text("doa bersama.")).to_have_count(1)
    expect(preview.page).to_have_title("Apel Siang | Rutan Contoh")
    assert preview.page.evaluate("scrollY") == 900


def test_a_new_style_takes_the_old_ones_place_without_loading_the_page_again(preview: Preview) -> None:
    preview.open("/berita/apel/")
    preview.page.evaluate("scrollTo(0, 900); window.mark = 1; document.body.firstElementChild.dataset.mark = 1")
    preview.save("layouts/assets/style.css", "main { outline: 3px solid rgb(1, 2, 3) }")
    expect(preview.page.locator("main")).to_have_css("outline-color", "rgb(1, 2, 3)")
    preview.save("layouts/assets/style.css", "main { outline: 3px solid rgb(4, 5, 6) }")
    expect(preview.page.locator("main")).to_have_css("outline-color", "rgb(4, 5, 6)")
    expect(preview.page.locator("link[rel=stylesheet]")).to_have_count(1)
    assert preview.page.evaluate("[window.mark, document.body.firstElementChild.dataset.mark]") == [1, "1"]


def test_a_broken_save_is_told_on_every_open_page_which_stays_and_goes_when_it_is_mended(
    preview: Preview, chromium: Browser
) -> None:
    preview.open("/berita/apel/")
    other = chromium.new_page()
    other.goto(f"http://127.0.0.1:{preview.serve.port}/")
    preview.save(APEL, "---\ntitle: <b>Apel</b>\ndate: 30 Februari 2026\n---\nIsi.\n")
    for page in (preview.page, other):
        expect(page.locator("#_warta aside.held")).to_contain_text("galat F103")
    expect(preview.page.get_by_text("Paragraf ke-7 ")).to_have_count(1)
    preview.save(APEL, post(body="Sudah betul."))
    expect(preview.page.get_by_text("Sudah betul.")).to_have_count(1)
    for page in (preview.page, other):
        expect(page.locator("#_warta aside.held")).to_have_count(0)
    other.close()


def test_a_page_that_goes_and_comes_back_is_followed(preview: Preview) -> None:
    preview.open("/berita/takjil/")
    badge = preview.page.locator("#_warta .badge")
    expect(badge).to_have_text("Konsep: belum terbit")
    expect(badge).to_be_in_viewport()
    path = preview.source / "content/berita/2026-03-03-takjil.md"
    path.rename(path.with_name("2026-03-03-bagi-takjil.md"))
    expect(preview.page.get_by_text("Halaman tidak ditemukan").first).to_be_visible()
    preview.save("content/berita/2026-03-03-takjil.md", post(title="Takjil Lagi", date="2026-03-03"))
    expect(preview.page.get_by_role("heading", name="Takjil Lagi")).to_have_count(1)


def test_a_draft_is_marked_in_lists(preview: Preview) -> None:
    preview.open("/berita/")
    shown = "getComputedStyle(document.querySelector('main a[href=\"/berita/takjil/\"]'), '::before').content"
    assert preview.page.evaluate(shown) == '"konsep"'


def test_pages_of_a_theme_with_scripts_are_loaded_again(preview: Preview) -> None:
    preview.save(
        "layouts/article.html",
        '{% extends "default/article.html" %}'
        "{% set script = 'document.documentElement.dataset.ran = 1' %}"
        "{% block policy %}{{ policy(script=script) | safe }}{% endblock %}"
        "{% block printed %}<script>{{ script | safe }}</script>{% endblock %}",
    )
    time.sleep(1)
    preview.open("/berita/apel/")
    preview.page.evaluate("window.mark = 1")
    preview.save(APEL, post(body="Dengan skrip."))
    expect(preview.page.get_by_text("Dengan skrip.")).to_have_count(1)
    expect(preview.page.locator("html")).to_have_attribute("data-ran", "1")
    assert preview.page.evaluate("window.mark") is None
