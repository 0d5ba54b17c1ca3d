"""Views -> HTML; a fault in a facility's own templates is a problem at its line."""

import re
from pathlib import Path

import pytest

from tests.sites import Built, built, post, published, site, write

SITE = {"content/berita/2026-03-02-apel.md": post("tags: [Ramadhan]", "category: Kegiatan", "author: Humas")}


def with_layout(root: Path, **layouts: str) -> Built:
    return site(root, {**SITE, **{f"layouts/{name}": text for name, text in layouts.items()}})


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("article.html", "baris satu\n{% if page.title %}\n", "TEMPLATE_SYNTAX", 2),
        ("article.html", "{{ page.title }\n", "TEMPLATE_SYNTAX", 1),
        ("article.html", "a\nb\n{% tidakada %}\n", "TEMPLATE_SYNTAX", 3),
        ("article.html", "a\n{{ page.title | tidakada }}\n", "TEMPLATE_SYNTAX", 2),
        ("article.html", "a\n{{ halaman }}\n", "TEMPLATE_FAULT", 2),
        ("article.html", "a\n\n{{ page.jabatan }}\n", "TEMPLATE_FAULT", 3),
        ("article.html", "{{ page.date | date | date }}\n", "TEMPLATE_FAULT", 1),
        ("article.html", "a\n{{ 1 / 0 }}\n", "TEMPLATE_FAULT", 2),
        ("article.html", "a\n{{ 'a' + 1 }}\n", "TEMPLATE_FAULT", 2),
        ("article.html", "a\n{{ asset('tak-ada.css') }}\n", "TEMPLATE_FAULT", 2),
        ("article.html", "a\n{% include 'tak-ada.html' %}\n", "TEMPLATE_MISSING", 2),
        ("article.html", "a\n{% extends 'tak-ada.html' %}\n", "TEMPLATE_MISSING", 2),
        ("article.html", "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}\n", "TEMPLATE_FAULT", 1),
        ("article.html", "a\n{% extends 'article.html' %}\n", "TEMPLATE_FAULT", 2),
        ("partials/footer.html", "a\n{{ tidak_ada }}\n", "TEMPLATE_FAULT", 2),
        ("partials/footer.html", "a\n{% if %}\n", "TEMPLATE_SYNTAX", 2),
        ("base.html", "a\n{{ site.warna }}\n", "TEMPLATE_FAULT", 2),
        ("article.html", "{{ words.kata_baru }}", "WORD_MISSING", None),
    ],
)
def test_a_fault_in_a_template_is_a_problem_at_its_file_and_line(
    tmp_path: Path, name: str, text: str, code: str, line: int | None
) -> None:
    done = with_layout(tmp_path, **{name: text})
    assert not done.report.published
    found = [each for each in done.report.problems if each.code.name == code]
    assert found, done.report.problems
    if line is not None:
        assert {(each.path, each.line) for each in found} == {(f"layouts/{name}", line)}
        assert found[0].excerpt == text.split("\n")[line - 1]


def test_a_template_in_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    done = published(tmp_path, {**SITE, "layouts/article.html": "Kafé {{ page.title }}".encode("cp1252")})
    assert [(each.path, each.code.name) for each in done.report.problems] == [("layouts/article.html", "NOT_UTF8")]
    assert done.text("berita/apel/index.html") == "Kafé Apel Pagi"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("weekdays: [", "NOT_KEY_VALUE"),
        ("- a", "NOT_A_MAPPING"),
        ("home: [a]", "WORD_MISSING"),
        ("months: [Januari]", "WORD_MISSING"),
    ],
)
def test_broken_words_are_a_problem(tmp_path: Path, text: str, code: str) -> None:
    done = with_layout(tmp_path, **{"strings/id.yaml": text})
    assert code in done.codes
    assert not done.report.published


def test_a_word_that_neither_the_site_nor_the_theme_has_is_a_problem(tmp_path: Path) -> None:
    done = with_layout(tmp_path, **{"article.html": "{{ words.baru }} {{ words.home }}"})
    assert [(each.path, dict(each.facts)["key"]) for each in done.report.problems] == [
        ("layouts/strings/id.yaml", "baru")
    ]


def test_words_that_are_no_utf_8_are_a_problem(tmp_path: Path) -> None:
    done = site(tmp_path, {**SITE, "layouts/strings/id.yaml": b"home: \x81\xff"})
    assert not done.report.published
    assert {each.path for each in done.report.problems} == {"layouts/strings/id.yaml"}


def test_one_block_can_be_changed_without_copying_the_page(tmp_path: Path) -> None:
    plain = published(tmp_path / "a", SITE).text("berita/apel/index.html")
    own = '{% extends "default/article.html" %}\n{% block title %}Judul: {{ page.title }}{% endblock %}\n'
    changed = published(tmp_path / "b", {**SITE, "layouts/article.html": own}).text("berita/apel/index.html")
    assert "<title>Judul: Apel Pagi</title>" in changed
    assert changed.replace("<title>Judul: Apel Pagi</title>", "<title>Apel Pagi | Rutan Contoh</title>") == plain


def test_a_partial_can_be_changed_alone(tmp_path: Path) -> None:
    done = published(tmp_path, {**SITE, "layouts/partials/footer.html": "<footer>Kaki kami</footer>\n"})
    assert all("Kaki kami" in done.text(path) for path in done.pages if path.endswith("index.html"))


def test_a_file_among_the_assets_gets_an_address_by_its_bytes(tmp_path: Path) -> None:
    own = {"layouts/assets/style.css": "p { color: red }"}
    first = published(tmp_path, {**SITE, **own})
    (style,) = (path for path in first.files if path.startswith("aset/style."))
    assert f'href="/{style}"' in first.text("index.html")
    second = published(tmp_path, {**SITE, "layouts/assets/style.css": "p { color: blue }"})
    assert style not in second.files


EVIL = "\"><script>alert(1)</script>'{{ 7*7 }}{% raw %}&amp;"


def test_markup_in_a_field_is_inert_everywhere(tmp_path: Path) -> None:
    quoted = "'" + EVIL.replace("'", "''") + "'"
    fields = [f"{key}: {quoted}" for key in ("category", "author", "place", "summary", "image_alt")]
    files = {
        "content/berita/2026-03-02-a.md": post(*fields, f"tags: [{quoted}, Lain]", "aliases: [/lama/]", title=quoted),
        "content/berita/2026-03-03-b.md": post("tags: [Lain]"),
        "content/halaman/profil.md": f"---\ntitle: {quoted}\nsummary: {quoted}\n---\nIsi.\n",
        "content/tag/lain.md": f"---\ntitle: Lain\naliases: [{quoted[:-1]}x']\n---\nIsi.\n",
        "site.yaml": f"name: {quoted}\nshort_name: {quoted}\ndescription: {quoted}\naddress: {quoted}\n"
        f"hours: [{quoted}]\n"
        f"contact: {{phone: {quoted}, email: {quoted}, chat: {quoted}}}\n"
        f"navigation: [{{title: {quoted}, url: /berita/}}]\n"
        "base_url: https://rutan-contoh.example/\n",
    }
    done = published(tmp_path, files)
    seen = 0
    for path, page in done.pages.items():
        assert [element for element in page.iter("script") if element.get("type") != "application/ld+json"] == [], path
        assert "49" not in re.sub(r"[0-9a-f]{10}\.(?:css|svg)|2049", "", done.text(path))
        seen += EVIL in "".join(page.itertext()) or EVIL in " ".join(str(e.attrib) for e in page.iter())
    assert seen > 8
    assert "<script" not in done.text("feed.xml")
    assert "<script" not in done.text("sitemap.xml")


def test_content_is_never_a_template(tmp_path: Path) -> None:
    done = published(
        tmp_path, {"content/berita/2026-03-02-a.md": post(title="'{{ site.name }}'", body="{{ 7*7 }} {% if %}")}
    )
    assert "{{ site.name }}</h1>" in done.text("berita/a/index.html")
    assert "{{ 7*7 }} {% if %}" in done.text("berita/a/index.html")


def test_a_missing_theme_of_ones_own_is_no_problem(tmp_path: Path) -> None:
    assert built(write(tmp_path, SITE)).report.problems == ()
