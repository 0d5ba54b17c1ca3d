"""One file of content -> an article, or problems; never an exception."""

import re
import warnings
from datetime import datetime
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOUSE, NEWS_PATH, article, codes, facts, read, standing
from warta.model import Approval, Article, Correction, Event, Source, TagFile, join_pieces
from warta.problems import Problem, has_errors
from warta.read.article import KEYS, read_tag_file

HEAD = "---\ntitle: Berbagi Takjil\ndate: 2025-03-22\n"
VALUES = {
    "title": "Jum'at Berkah bersama warga",
    "date": "Jumat, 21 Maret 2025 pukul 09.30 WITA",
    "updated": "22/03/2025",
    "tags": "[Ramadhan, Takjil]",
    "category": "Kegiatan",
    "summary": "Ringkasan berita.",
    "image": "foto.jpg",
    "image_alt": "Pegawai membagikan takjil",
    "author": "Humas",
    "place": "Rantau",
    "draft": "true",
    "slug": "jumat-berkah",
    "aliases": "[/lama/, lama2.html]",
    "image_caption": '"Warga menerima takjil. Foto: Humas"',
    "short_title": "Berbagi takjil",
    "event": "Sabtu, 28 Maret 2026 pukul 09.00",
    "correction": "Semula tertulis 20 paket.",
    "withdrawn": "Foto menampakkan wajah anak.",
    "ignore": "[K101]",
    "gallery": "true",
    "approved": "2026-03-20, Rahmat Hidayat",
}


@pytest.mark.parametrize("language", [0, 1])
def test_every_field_is_read_in_both_languages(language: int) -> None:
    lines = [f"{names[language]}: {VALUES[names[0]]}" for names in KEYS.items()]
    found, problems = read("\n".join(["---", *lines, "---", "Isi."]))
    assert found is not None
    assert problems == ()
    assert (found.title, found.slug, found.summary) == (VALUES["title"], "jumat-berkah", "Ringkasan berita.")
    assert found.date == datetime(2025, 3, 21, 9, 30, tzinfo=HOUSE.zone)
    assert found.updated == datetime(2025, 3, 22, tzinfo=HOUSE.zone)
    assert (found.has_time, found.draft, found.author, found.place) == (True, True, "Humas", "Rantau")
    assert [term.name for term in found.tags] == ["Ramadhan", "Takjil"]
    assert (found.category and found.category.name, found.image_alt) == ("Kegiatan", "Pegawai membagikan takjil")
    assert found.image is not None
    assert found.image.target == "foto.jpg"
    assert [alias.name for alias in found.aliases] == ["/lama/", "/lama2.html"]
    assert (found.image_caption, found.short_title) == ("Warga menerima takjil. Foto: Humas", "Berbagi takjil")
    assert found.gallery
    assert found.ignored == ("K101",)
    assert found.event == Event(datetime(2026, 3, 28, 9, tzinfo=HOUSE.zone), None, has_time=True, place="")
    assert found.corrections == (Correction(None, "Semula tertulis 20 paket."),)
    assert (found.withdrawn, found.withdrawal) == (True, "Foto menampakkan wajah anak.")
    assert found.approval == Approval(datetime(2026, 3, 20, tzinfo=HOUSE.zone), "Rahmat Hidayat")
    assert found.position("draft") == (13, len(KEY_AT_13[language]) + 3)


TYPED = "tags: [apel, “donor darah”, klinik: pagi, #dapur, kebun]"


def test_columns_count_in_the_line_as_it_was_typed_also_where_it_was_mended() -> None:
    found, _ = read(f"---\ntitle: Apel\ndate: 2026-03-02\n{TYPED}\n---\nIsi.")
    assert found is not None
    assert {term.line for term in found.tags} == {4}
    names = [term.name.lstrip("#") for term in found.tags]
    starts = [TYPED[term.column - 1 :].lstrip("“#") for term in found.tags]
    assert names == ["apel", "donor darah", "klinik: pagi", "dapur", "kebun"]
    assert [start[: len(name)] for start, name in zip(starts, names, strict=True)] == names


def test_a_tag_that_goes_on_in_the_next_line_is_one_line_of_text() -> None:
    found, _ = read("---\ntitle: Apel\ndate: 2026-03-02\ntags: apel\n\n  pagi, donor\n---\nIsi.")
    assert found is not None
    assert [term.name for term in found.tags] == ["apel pagi", "donor"]


KEY_AT_13 = ("draft", "draf")


@pytest.mark.parametrize(
    ("path", "field", "slug"),
    [
        (NEWS_PATH, "", "berbagi-takjil"),
        (NEWS_PATH, "slug: lain", "lain"),
        ("content/berita/2025-03-22-berbagi-takjil/index.md", "", "berbagi-takjil"),
        ("content/berita/2025-03-22.md", "", "2025-03-22"),
        ("content/berita/2026-06-09-pelatihan barista di kafé rutan.md", "", "pelatihan-barista-di-kafe-rutan"),
        ("content/berita/2025-03-22_Apel Pagi.MD", "", "apel-pagi"),
        ("content/berita/apel.md", "", "apel"),
        ("content/berita/😀.md", "", None),
        ("content/halaman/profil.md", "", "profil"),
    ],
)
def test_the_address_comes_from_its_field_else_from_the_file_name(path: str, field: str, slug: str | None) -> None:
    found, problems = read(f"{HEAD}{field}\n---\nIsi.", path)
    assert found is not None
    assert problems == ()
    assert found.slug == slug or (slug is None and re.fullmatch(r"berita-[0-9a-f]{8}", found.slug))


@pytest.mark.parametrize(
    ("value", "slug", "code"),
    [
        ("Berbagi Takjil", "berbagi-takjil", "SLUG_CHANGED"),
        ("../admin", "admin", "SLUG_REFUSED"),
        ("a/b", "a-b", "SLUG_REFUSED"),
        ("a%2fb", "a-2fb", "SLUG_REFUSED"),
        ("'😀'", "berbagi-takjil", "SLUG_REFUSED"),
        ("a\\b", "a-b", "SLUG_REFUSED"),
    ],
)
def test_an_address_that_could_lead_astray_is_refused(value: str, slug: str, code: str) -> None:
    found, problems = read(f"{HEAD}slug: {value}\n---\nIsi.")
    assert found is not None
    assert (found.slug, codes(problems)) == (slug, [code])


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/",
        "../lama/",
        "/a/../b/",
        "/a/%2e%2e/b/",
        "//x.example/",
        "a b",
        "/a\\b",
        "/a?b",
        "/a#b",
        "/media/foto_480.webp",
        "/Aset/x/",
    ],
)
def test_an_old_address_outside_the_site_is_refused(address: str) -> None:
    found, problems = read(f"{HEAD}aliases: ['{address}']\n---\nIsi.")
    assert found is not None
    assert (found.aliases, codes(problems)) == ((), ["ALIAS_REFUSED"])


def test_the_file_name_gives_the_date_that_the_front_matter_lacks() -> None:
    found, problems = read("---\ntitle: Takjil\n---\nIsi.")
    assert found is not None
    assert (found.date, found.has_time, problems) == (datetime(2025, 3, 22, tzinfo=HOUSE.zone), False, ())


@pytest.mark.parametrize(
    ("head", "path", "code", "place"),
    [
        ("date: 2025-03-22", NEWS_PATH, "TITLE_MISSING", (1, 1)),
        ("title: a", "content/berita/a.md", "DATE_MISSING", (1, 1)),
        ("title: a", "content/berita/2025-02-30-a.md", "DATE_IMPOSSIBLE", (1, 1)),
        ("title: a\ndate: 2025-02-30", NEWS_PATH, "DATE_IMPOSSIBLE", (3, 7)),
        ("title: a\ndate: kemarin", NEWS_PATH, "DATE_UNREADABLE", (3, 7)),
        ("title: a\ndate: Senin, 22 Maret 2025", NEWS_PATH, "DATE_WEEKDAY", (3, 7)),
        ("title: [a, b", NEWS_PATH, "DATE_MISSING", None),
        ("title: a\ndraft: mungkin", NEWS_PATH, "FLAG_UNREADABLE", (3, 8)),
        ("title: a\ndraft: [true]", NEWS_PATH, "WRONG_TYPE", (3, 8)),
        ("title: a\ntags: [😀]", NEWS_PATH, "TAG_WITHOUT_LETTERS", (3, 8)),
        ("title: a\nimage: [x]", NEWS_PATH, "WRONG_TYPE", (3, 8)),
    ],
)
def test_what_is_wrong_is_an_error_at_its_place(head: str, path: str, code: str, place: tuple[int, int] | None) -> None:
    found, problems = read(f"---\n{head}\n---\nIsi.", path)
    if place is None:
        assert found is not None
        assert codes(problems) == ["VALUE_QUOTED"]
        return
    assert [(each.code.name, each.line, each.column) for each in problems] == [(code, *place)]
    assert has_errors(problems)


@pytest.mark.parametrize(
    ("date", "fix"),
    [
        ("2026-02-30", "date: 2026-02-28"),
        ("2026-4-31", "date: 2026-04-30"),
        ("Sabtu, 22 Maret 2024", "date: 2024-03-22"),
        ("31 Juni 2026", ""),
        ("31/6/2026", "date: 2026-06-30"),
        ("03/25/2026", "date: 2026-03-25"),
        ("2026-03-05 25.00", "date: 2026-03-05"),
        ("2026-13-01", ""),
        ("kemarin", ""),
    ],
)
def test_a_wrong_date_comes_with_the_line_to_write_and_none_is_invented(date: str, fix: str) -> None:
    assert facts(read(f"---\ntitle: a\ndate: {date}\n---\n")[1][0])["fix"] == fix


@pytest.mark.parametrize(
    ("value", "draft", "found"),
    [
        ("true", True, []),
        ("True", True, []),
        ("false", False, []),
        ("ya", True, ["FLAG_WORD"]),
        ("Tidak", False, ["FLAG_WORD"]),
        ("yes", True, ["FLAG_WORD"]),
        ("no", False, ["FLAG_WORD"]),
        ("", False, []),
        ("1", True, ["FLAG_UNREADABLE"]),
        ("flase", True, ["FLAG_UNREADABLE"]),
    ],
)
def test_no_draft_goes_live_by_a_slip(value: str, draft: bool, found: list[str]) -> None:  # noqa: FBT001
    post, problems = read(f"{HEAD}draft: {value}\n---\nIsi.")
    assert post is not None
    assert (post.draft, codes(problems)) == (draft, found)


@pytest.mark.parametrize("value", ["Ramadhan, Takjil", "'Ramadhan, Takjil'", "#Ramadhan #Takjil"])
def test_tags_typed_as_one_text_are_split_with_a_warning(value: str) -> None:
    post, problems = read(f"{HEAD}tags: {value}\n---\nIsi.")
    assert post is not None
    assert [term.name for term in post.tags] == ["Ramadhan", "Takjil"]
    assert len(problems) == 1
    assert not has_errors(problems)


def test_values_that_yaml_would_guess_stay_text() -> None:
    post = article("a", "title: No", "date: 2026-03-01", "slug: 007", "tags: [2026, 1.10, No]")
    assert (post.title, post.slug, [term.name for term in post.tags]) == ("No", "007", ["2026", "1.10", "No"])


def test_a_standing_page_has_no_date_and_needs_none() -> None:
    assert standing("content/halaman/profil.md").date is None


def test_an_empty_file_is_skipped_with_a_warning() -> None:
    assert (read("")[0], codes(read(" \n\t\n")[1])) == (None, ["FILE_EMPTY"])


def test_problems_count_lines_in_the_file_not_in_the_part() -> None:
    _, problems = read(f"{HEAD}---\n\nIsi [a](javascript:x).\n")
    assert [(each.line, each.excerpt) for each in problems] == [(6, "Isi [a](javascript:x).")]


@pytest.mark.parametrize(
    ("text", "title", "aliases"),
    [
        ("---\ntitle: Ramadhan\naliases: [Ramadan, Romadhon]\n---\nBulan suci.", "Ramadhan", ["Ramadan", "Romadhon"]),
        ("---\njudul: Jum'at Berkah\nejaan_lain:\n- Jumat Barokah\n---\n", "Jum'at Berkah", ["Jumat Barokah"]),
    ],
)
def test_a_tag_file_names_its_tag_and_other_spellings(text: str, title: str, aliases: list[str]) -> None:
    found, problems = read_tag_file(Source("content/tag/x.md", text.encode()), HOUSE)
    assert isinstance(found, TagFile)
    assert (found.title, [term.name for term in found.aliases], problems) == (title, aliases, ())


# Whatever the bytes -----------------------------------------------------------------------------------------------

TOKENS = """
--- *** ___ === ``` ~~~ # ## ###### > >> - + * 1. 1) • | |-|-| |:-:| ** * _ ~~ ` \\ [ ]( ![ ] ( ) ][ [^1] [^1]: [a]:
< > </ /> <b> </b> <script> </script> <style> <img <a <svg <math <!-- -->
<!--more--> onerror= onclick= href= src= style=
javascript: data: vbscript: https:// // mailto: warta:0 & &amp; &#x6A; &#0; &lt; &colon;
{# {. {: } {{ }} {% %} :  {.tengah}
{#fn:berita:1} {#_isi} {:onclick=x} foto.jpg x.md #bagian " ' title: date: draft: tags: true 2025-03-22 [a,b]
é 😀 بسم \u202e
\u200b \x01 \ufdd0 \x02wzxhzdk:0\x03 \x02amp\x03 \x02STX\x03 klzzwxh:0001 Rutan
""".split(" ")
WORDS = [token.strip("\n") for chunk in TOKENS for token in chunk.split("\n") if token.strip("\n")]
MARKDOWN = st.lists(st.sampled_from([*WORDS, "\n", "\n\n", " ", "    ", "\t"]) | st.text(max_size=3), max_size=40).map(
    "".join
)

SAMPLE = (
    HEAD
    + 'tags: [Ramadhan, "Jum\'at"]\nimage: foto.jpg\nsummary: Ringkasan: 1\n---\n# Satu\n\nIsi **tebal** [a](x.md#b) '
    '![f](f.jpg "t")\n\n- a\n  - b\n\n| a | b |\n|:-:|--:|\n| 1 | `2` |\n\nCatatan[^1] <b>x</b> {.tengah}\n\n'
    "[^1]: isi <script>1</script>\n\n"
    "> Kutipan\n\n```\nkode\n```\n\nKopi\n:   Rp5.000\n"
).encode()


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real post with a few pieces cut, doubled or replaced."""
    data = SAMPLE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        piece = draw(
            st.sampled_from([b"", data[start:end] * 2, b"\n", b"---\n", b"\xff", b"\x00", b'"', b"<", b"[", b"    "])
        )
        data = data[:start] + piece + data[end:]
    return data


POSTS = (
    st.binary(max_size=200)
    | MARKDOWN.map(lambda body: f"{HEAD}---\n{body}".encode("utf-8", "replace"))
    | MARKDOWN.map(lambda head: f"{HEAD}{head}\n---\nIsi.".encode("utf-8", "replace"))
    | mutated()
)
ADDRESS = "/x?a=1&amp;b=2"
PAGE = "<!DOCTYPE html><html lang='id'><head><title>x</title></head><body>{}</body></html>"


def page_of(post: Article | TagFile) -> Element:
    """The page with the body in it, as a browser reads it; html5lib raises for what is not valid."""
    html = join_pieces(post.body.pieces, (ADDRESS,) * len(post.body.links))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(PAGE.format(html))
    assert isinstance(tree, Element)
    return tree


def check_post(found: Article | TagFile | None, problems: tuple[Problem, ...], data: bytes) -> None:
    assert found is not None or problems
    if found is None:
        return
    ids = []
    for element in page_of(found).iter():
        assert element.tag not in {"script", "style", "iframe", "object", "form", "svg", "math", "base", "meta", "link"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src"}:
                bare = re.sub(r"[\x00-\x20\u200b]", "", unescape(value)).casefold()
                assert bare.startswith(("http:", "https:", "mailto:", "tel:", "#fn", "/x?"))
            if name == "id":
                ids.append(value)
    assert len(set(ids)) == len(ids)
    assert tuple(ids) == found.body.anchors
    assert len(found.body.pieces) in {0, len(found.body.links) + 1}
    html = "".join(found.body.pieces)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ufdd0-\ufdef]", html)
    # Python-Markdown's own marks: they may stand there only because a writer typed them.
    assert all(mark.encode() in data for mark in ("wzxhzdk", "klzzwxh") if mark in html)


@given(POSTS)
def test_any_bytes_are_an_article_or_problems_and_its_html_is_safe(data: bytes) -> None:
    found, problems = read(data)
    check_post(found, problems, data)
    lines = data.count(b"\n") + data.count(b"\r") + data.count("\u2028".encode()) + data.count(b"\x85") + 2
    assert all(0 <= each.line <= lines and each.column >= 0 for each in problems)


@given(POSTS)
def test_any_bytes_are_a_standing_page_or_problems(data: bytes) -> None:
    found, problems = read(data, "content/halaman/profil.md")
    check_post(found, problems, data)


@given(POSTS)
def test_any_bytes_are_a_tag_file_or_problems(data: bytes) -> None:
    found, problems = read_tag_file(Source("content/tag/ramadhan.md", data), HOUSE)
    check_post(found, problems, data)


@given(MARKDOWN)
def test_one_body_gives_one_article_however_often_it_is_read(body: str) -> None:
    data = f"{HEAD}---\n{body}".encode("utf-8", "replace")
    first = read(data)
    read(f"{HEAD}---\n[^1]\n\n[^1]: x\n\n[a]: b\n\n## Judul {{#a}}\n")
    assert read(data) == first
