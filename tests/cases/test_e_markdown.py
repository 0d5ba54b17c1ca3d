"""Cases E: Markdown as staff write it."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests import sites
from tests.samples import codes, read
from tests.sites import attributes, body, shape, text_of

TABLE = "table(thead(tr(th th)) tbody(tr(td td)))"


@pytest.mark.parametrize(
    ("markdown", "shaped"),
    [
        pytest.param("Kegiatan hari ini:\n- Apel\n- Senam", "p ul(li li)", id="E1-under-a-colon"),
        pytest.param("Kegiatan hari ini\n- Apel\n- Senam", "p ul(li li)", id="E1-two-items"),
        pytest.param("Urutan:\n1. Apel\n2. Senam", "p ol(li li)", id="E1-numbers"),
        pytest.param(
            "Diperingati setiap tanggal\n17. Agustus 1945 di lapangan.", "p(br)", id="E1-a-wrapped-17-is-text"
        ),
        pytest.param("Apel dihadiri Kepala Rutan\n- dan seluruh petugas.", "p(br)", id="E1-a-wrapped-dash-is-text"),
        pytest.param("- Blok A\n  - Kamar 1\n  - Kamar 2\n- Blok B", "ul(li(ul(li li)) li)", id="E2-two-spaces"),
        pytest.param("- Blok A\n    - Kamar 1\n    - Kamar 2\n- Blok B", "ul(li(ul(li li)) li)", id="E2-four-spaces"),
        pytest.param("- A\n  - B\n    - C\n- D", "ul(li(ul(li(ul(li)))) li)", id="E2-three-levels"),
        pytest.param("Jadwal:\n| Hari | Jam |\n|---|---|\n| Senin | 08.00 |", f"p {TABLE}", id="E3-under-text"),
        pytest.param("| Hari | Jam |\n|---|---|\n\n| Senin | 08.00 |", TABLE, id="E3-blank-lines-between-rows"),
        pytest.param("Rutan Rantau\nJl. Contoh No. 1\nTapin", "p(br br)", id="E10-line-ends-stay"),
        pytest.param("#RutanRantau #Ramadhan", "p", id="E12-hashtags"),
        pytest.param("#Ramadhan berkah", "p", id="E12-one-hashtag"),
        pytest.param("## Hasil razia", "h2", id="E12-a-heading-has-a-space"),
    ],
)
def test_markdown_becomes_what_was_meant(markdown: str, shaped: str) -> None:
    assert shape(body(markdown)) == shaped


@pytest.mark.parametrize(
    ("markdown", "shaped", "shown"),
    [
        ("<center>**PENGUMUMAN**</center>", "p(strong)", "PENGUMUMAN"),
        ("<div>\n\nIsi **penting** di sini.\n\n</div>", "p(strong)", "Isi penting di sini."),
    ],
)
def test_html_around_markdown_is_dropped_and_the_text_still_rendered(markdown: str, shaped: str, shown: str) -> None:
    inner = body(markdown)  # E6
    assert (shape(inner), text_of(inner)) == (shaped, shown)
    assert "RAW_HTML" in codes(read(sites.post(body=markdown))[1])


def test_footnotes_of_several_posts_never_share_an_id_in_the_feed(tmp_path: Path) -> None:  # E7
    note = "Data[^1] dan lagi[^1].\n\n[^1]: Sumber"
    done = sites.published(tmp_path, {f"content/berita/{name}.md": sites.post(body=note) for name in ("a", "b")})
    feed = ET.fromstring(done.files["feed.xml"])  # noqa: S314 - our own
    contents = [each.text or "" for each in feed.iter("{http://purl.org/rss/1.0/modules/content/}encoded")]
    ids = [value for each in contents for value in attributes(sites.parsed(each), "id")]
    assert len(ids) == 6
    assert len(set(ids)) == 6


HEADINGS = "## Kegiatan\n\nSatu.\n\n## Kegiatan\n\nDua.\n\n## 🎉\n\nTiga.\n\n## footer\n\nEmpat.\n\n## isi\n\nLima."


def test_ids_of_headings_are_there_once_and_meet_none_of_the_theme(tmp_path: Path) -> None:  # E8
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post("tags: [x]", body=HEADINGS)})
    page = done.page("/berita/a/")
    headings = [each.get("id", "") for each in page.iter("h2") if "class" not in each.attrib]
    assert len(headings) == 5
    assert "" not in headings
    assert [name for name, count in Counter(attributes(page, "id")).items() if count > 1] == []


def test_ids_of_headings_stay_when_sections_are_added_below() -> None:  # E8
    before = attributes(body(HEADINGS), "id")
    assert attributes(body(f"{HEADINGS}\n\n## Kegiatan\n\n## Penutup\n"), "id")[: len(before)] == before


def test_line_ends_stay_words_apart_in_summary_and_feed_too(tmp_path: Path) -> None:  # E10
    text = "Rutan Rantau\nJl. Contoh No. 1\nTapin"
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(body=text)})
    assert "Rutan Rantau Jl. Contoh No. 1 Tapin" in text_of(done.page("/berita/"))
    assert "Rutan Rantau&lt;br&gt;" in done.text("feed.xml")


def test_braces_are_printed_as_typed(tmp_path: Path) -> None:  # E11
    text = "Isi formulir {{ nama }} dan {% if %} lalu {# catatan #} selesai."
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(title=f'"{text}"', body=text)})
    page = done.page("/berita/a/")
    assert text_of(page.find(".//h1")) == text
    assert any(text_of(each) == text for each in page.iter("p"))


def test_a_page_keeps_one_h1_whatever_the_body_uses(tmp_path: Path) -> None:  # E12
    text = "# Judul besar\n\nIsi.\n\n## Bagian\n\n#Tagar di sini"
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(body=text)})
    assert len(list(done.page("/berita/a/").iter("h1"))) == 1
