"""What Pagefind is told, and what is published of what it makes: text in, messages and files out."""

import gzip
import json
from collections.abc import Mapping
from datetime import datetime

import pytest

from warta.arrange.searchdata import IndexView, SearchDocument, term_of
from warta.arrange.viewparts import BodyText
from warta.render.indexing import StrangeIndex, index_files, messages, rooted, roots_text, text_of, words_shown
from warta.render.words import Words

WORDS = Words({}, (), ("Januari", "Februari", "Maret"))
DOCUMENT = SearchDocument(
    "/berita/razia/",
    "Razia <script>alert(1)</script>",
    "",
    datetime.fromisoformat("2026-03-02T09:30+08:00"),
    "Kegiatan",
    ("p_2026_", "y_2026_", "c_kegiatan_"),
    BodyText("content/berita/razia.md", "0", ()),
)
VIEW = IndexView("2026", is_first=True, documents=(DOCUMENT,))
TEXT = ["Petugas", "memeriksa", "kamar."]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Satu</p><p>dua</p>", "Satu dua"),
        ("<p>Satu<br>\ndua <strong>tiga</strong>nya</p>", "Satu dua tiganya"),
        ("<ul>\n<li>satu</li><li>dua</li></ul>", "satu dua"),
        ("<p>Tom &amp; Jerry &lt;b&gt;</p>", "Tom\xa0& Jerry <b>"),
        ("<p>Senin – Kamis</p>", "Senin\xa0– Kamis"),
        ('<figure><img alt="x" src="/a.jpg"><figcaption>Apel</figcaption></figure><p>Isi</p>', "Apel Isi"),
        ("<table><tr><td>Senin</td><td>08.00</td></tr></table>", "Senin 08.00"),
    ],
)
def test_the_words_of_a_body_are_those_a_reader_sees(html: str, shown: str) -> None:
    assert " ".join(words_shown(html)) == shown


@pytest.mark.parametrize(
    ("token", "indexed"),
    [
        ("Memeriksa", "periksa_"),
        ("bersih-bersih,", "bersih_-bersih_"),
        ("09.30", "09_-30_"),
        ("(Jum’at)", "jumat_"),
        ("…", "_"),
    ],
)
def test_a_word_is_indexed_by_its_marked_roots(token: str, indexed: str) -> None:
    assert rooted(token) == indexed


def test_what_a_search_is_narrowed_by_can_be_no_word_of_a_text() -> None:
    assert term_of("t", "hari-bhakti") == "t_hari_bhakti_"
    assert term_of("t", "hari-bhakti") not in {rooted(word) for word in ("t_hari_bhakti_", "t-hari-bhakti")}


def test_pagefind_is_told_roots_and_never_the_words_that_are_shown() -> None:
    _, record, last = messages(VIEW, [TEXT])
    assert record["content"] == "petugas_ periksa_ kamar_ p_2026_ y_2026_ c_kegiatan_"
    assert record["meta"] == {"title": "razia_ script_-alert_-1_-script_"}
    assert (record["url"], record["sort"]) == ("/berita/razia/", {"date": "202603020930"})
    assert last["type"] == "GetFiles"


def test_the_summary_is_searched_before_the_body() -> None:
    assert text_of(DOCUMENT._replace(summary="Razia malam."), "<p>Isi.</p>") == ["Razia", "malam.", "Isi."]


def made(fragment: Mapping[str, str]) -> dict[str, bytes]:
    packed = gzip.compress(b"pagefind_dcd" + json.dumps(fragment).encode())
    return {
        "fragment/unknown_1.pf_fragment": packed,
        "index/unknown_2.pf_index": b"index",
        "pagefind.unknown_3.pf_meta": b"meta",
        "pagefind-entry.json": b"{}",
        "pagefind.js": b"js",
        "wasm.unknown.pagefind": b"wasm",
        "pagefind-ui.js": b"ui",
        "pagefind-ui.css": b"ui",
        "pagefind-worker.js": b"worker",
    }


def test_a_fragment_shows_the_words_instead_of_their_roots() -> None:
    files = index_files(VIEW, [TEXT], made({"url": "/berita/razia/", "content": "petugas_ periksa_"}), WORDS)
    shown = json.loads(gzip.decompress(files["fragment/unknown_1.pf_fragment"]).removeprefix(b"pagefind_dcd"))
    assert shown["content"] == "Petugas memeriksa kamar."
    assert shown["meta"] == {
        "title": "Razia <script>alert(1)</script>",
        "category": "Kegiatan",
        "date": "2026-03-02",
        "day": "2 Maret 2026",
    }


def test_nothing_of_pagefind_is_published_that_the_page_does_not_use() -> None:
    fragment = {"url": "/berita/razia/", "content": ""}
    engine = {"pagefind.js", "wasm.unknown.pagefind", "akar.txt"}
    index = {"fragment/unknown_1.pf_fragment", "index/unknown_2.pf_index", "pagefind.unknown_3.pf_meta"}
    index.add("pagefind-entry.json")
    assert index_files(VIEW, [TEXT], made(fragment), WORDS).keys() == engine | index
    assert index_files(VIEW._replace(is_first=False), [TEXT], made(fragment), WORDS).keys() == index


@pytest.mark.parametrize(
    "changed",
    [
        {"fragment/unknown_1.pf_fragment": b"?"},
        {"fragment/unknown_1.pf_fragment": gzip.compress(b"pagefind_dcd[]")},
        {"fragment/unknown_1.pf_fragment": gzip.compress(b'pagefind_dcd{"url": "/lain/"}')},
        {"fragment/unknown_9.pf_fragment": made({"url": "/berita/razia/"})["fragment/unknown_1.pf_fragment"]},
    ],
)
def test_an_index_of_another_shape_is_refused(changed: dict[str, bytes]) -> None:
    with pytest.raises(StrangeIndex):
        index_files(VIEW, [TEXT], made({"url": "/berita/razia/"}) | changed, WORDS)


@pytest.mark.parametrize("name", ["pagefind-entry.json", "pagefind.js", "wasm.unknown.pagefind"])
def test_an_index_that_lacks_a_file_is_refused(name: str) -> None:
    files = made({"url": "/berita/razia/"})
    del files[name]
    with pytest.raises(StrangeIndex):
        index_files(VIEW, [TEXT], files, WORDS)


def test_the_roots_are_two_lines() -> None:
    roots, spellings, rest = roots_text().decode().split("\n")
    assert "periksa" in roots.split(" ")
    assert "ramadan=ramadhan" in spellings.split(" ")
    assert rest == ""
