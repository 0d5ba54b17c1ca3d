"""The export of a WordPress site in its real format."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom.wxr import BLOCKS, CLASSIC, HEAD, attachment, export, item, uploads
from tests.samples import HOUSE
from warta.model import Content
from warta.newsroom.importing.manuscript import Imported, Manuscript
from warta.newsroom.importing.media import Uploads
from warta.newsroom.importing.shortcodes import unfold
from warta.newsroom.importing.wordpress import read_wordpress
from warta.newsroom.shelf import shelf_of

FILES = ("2024/03/takjil.jpg", "2024/03/takjil-300x200.jpg", "2024/03/lomba.png")
ATTACHMENTS = (
    attachment(31, FILES[0], alt="Takjil di meja", caption="Takjil"),
    attachment(32, FILES[2], alt="Balap karung"),
    attachment(33, "2024/03/hilang.jpg"),
)
LARGE, SMALL = "/wp-content/uploads/2024/03/lomba.png", "/wp-content/uploads/2024/03/lomba-150x150.png"
EMPTY = shelf_of(Content((), (), ()), HOUSE)


def imported(data: bytes) -> Imported:
    return read_wordpress(BytesIO(data), "ekspor.xml", EMPTY, Uploads(Path("lama"), FILES), lambda *_: None)


def made_of(*items: str) -> tuple[Manuscript, ...]:
    made, problems = imported(export(*items, *ATTACHMENTS))
    assert problems == ()
    return made


def blocks_of(content: str) -> list[str]:
    (made,) = made_of(item(10, "Berita", content, name="berita-satu"))
    return made.body.split("\n\n")


def told(made: Manuscript) -> list[tuple[str, str]]:
    return [(each.code.name, each.facts[0][1]) for each in made.problems]


def test_an_item_brings_its_fields() -> None:
    terms = (("category", "Kegiatan"), ("category", "Sosial"), ("post_tag", "Ramadhan"), ("post_format", "Gambar"))
    (made,) = made_of(
        item(10, "Berbagi &amp; Buka", "Isi.", name="berbagi", excerpt="Ringkas <b>saja</b>.", terms=terms)
    )
    assert (made.title, made.name, made.date) == ("Berbagi & Buka", "berbagi", "2024-03-22 16:30")
    assert (made.category, made.tags, made.author) == ("Kegiatan", ("Sosial", "Ramadhan"), "Humas Rutan Contoh")
    assert (made.summary, made.aliases, made.draft) == ("Ringkas saja.", ("/2024/03/22/berbagi/",), False)


def test_an_old_text_keeps_its_captions_galleries_links_and_lists() -> None:
    first, second = made_of(
        item(10, "Berbagi Takjil", CLASSIC, name="berbagi", meta=(("_thumbnail_id", "31"),)),
        item(12, "Blok", "Isi.", name="blok"),
    )
    assert (first.image, first.image_alt) == ("berbagi-1.jpg", "Takjil di meja")
    assert first.body.split("\n\n") == [
        (
            "Rutan Contoh berbagi **50 paket takjil** kepada pengguna jalan, Jumat (22/03/2024).\n"
            "Kegiatan dimulai pukul 16.30 WITA."
        ),
        '![Petugas membagikan takjil](berbagi-1.jpg "Petugas membagikan takjil di depan kantor")',
        "> Semoga bermanfaat,",
        (
            "Baca juga [berita lain](/berita/blok/) dan [ini](/berita/blok/), "
            "[maklumat](https://lama.example/unduh/maklumat.pdf)."
        ),
        '![Takjil di meja](berbagi-1.jpg "Takjil")',
        "![Balap karung](berbagi-2.png)",
        "<https://www.youtube.com/watch?v=abc>",
        "- kurma\n- air mineral",
    ]
    assert [(photo.name, photo.data) for photo in first.photos] == [
        ("berbagi-1.jpg", Path("lama/2024/03/takjil.jpg")),
        ("berbagi-2.png", Path("lama/2024/03/lomba.png")),
    ]
    assert told(first) == [
        ("IMPORT_NOT_CARRIED", "[contact-form-7]"),
        ("IMPORT_OLD_LINK", "https://lama.example/unduh/maklumat.pdf"),
    ]
    assert second.body == "Isi."


def test_a_text_of_blocks_keeps_its_photos_tables_and_embeds_as_links() -> None:
    (made,) = made_of(item(11, "Lomba", BLOCKS, name="lomba"))
    assert made.body.split("\n\n") == [
        "Rutan Contoh menggelar lomba antarblok pada 17 Agustus.",
        "## Hasil lomba",
        '![Balap karung](lomba-1.png "Lomba “balap karung”")',
        "![a](lomba-2.jpg)",
        "| Lomba | Juara |\n| --- | --- |\n| Voli | Blok A |",
        "Daftar juara",
        "<https://youtu.be/abc>",
        "- tertib",
    ]
    assert told(made) == [
        ("IMPORT_NOT_CARRIED", "wp:embed"),
        ("IMPORT_NOT_CARRIED", "wp:latest-posts"),
        ("IMPORT_PHOTO_MISSING", "https://lama.example/wp-content/uploads/2024/03/hilang.jpg"),
    ]


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        ("Satu\nbaris\n\nDua", ["Satu\nbaris", "Dua"]),
        ("<p>Satu\nbaris</p>\n<p>Dua<br>\nbaris</p>", ["Satu baris", "Dua\nbaris"]),
        ("<ul><li># bukan judul</li><li>1. dua</li></ul>", ["- \\# bukan judul\n- 1\\. dua"]),
        ("<div>1. satu</div><h2>Hasil</h2>- dua <b>x</b>", ["1\\. satu", "## Hasil", "\\- dua **x**"]),
        ("<blockquote># kutipan<br>dua</blockquote>", ["> \\# kutipan\n> dua"]),
        ("[Humas] dan [sic] tetap", ["[Humas] dan [sic] tetap"]),
        ("[su_box title=x]Isi kotak[/su_box]", ["Isi kotak"]),
        ('<iframe src="https://peta.example/x" width="600"></iframe>', ["<https://peta.example/x>"]),
        ("<script>alert(1)</script>Isi", ["Isi"]),
        ('<p style="x" onclick="y">2*3*4 <i>ya</i></p>', ["2\\*3\\*4 *ya*"]),
        ('<a href="javascript:x()">klik</a> <a href="#atas">naik</a>', ["klik naik"]),
        ("<h1>Judul</h1><p>Isi</p>", ["# Judul", "Isi"]),
        ("H<sub>2</sub>O <del>salah</del> benar", ["H<sub>2</sub>O ~~salah~~ benar"]),
        (f'<a href="https://lama.example{LARGE}"><img src="{SMALL}"></a>', ["![Balap karung](berita-satu-1.png)"]),
    ],
)  # fmt: skip
def test_html_becomes_markdown(content: str, blocks: list[str]) -> None:
    assert blocks_of(content) == blocks


@pytest.mark.parametrize("status", ["draft", "pending", "private"])
def test_what_was_not_public_is_a_draft(status: str) -> None:
    (made,) = made_of(item(10, "Konsep", "Isi.", status=status, link="https://lama.example/?p=10"))
    assert (made.draft, made.aliases) == (True, ())


def test_a_password_makes_a_draft_and_is_told() -> None:
    (made,) = made_of(item(10, "Rahasia", "Isi.", name="rahasia", password="x"))  # noqa: S106 - a field of the export
    assert made.draft
    assert [each.code.name for each in made.problems] == ["IMPORT_PROTECTED"]


@pytest.mark.parametrize("status", ["trash", "auto-draft", "inherit"])
def test_what_was_thrown_away_stays_away(status: str) -> None:
    assert made_of(item(10, "Sampah", "Isi.", status=status)) == ()


def test_a_page_is_a_standing_page_without_date() -> None:
    (made,) = made_of(
        item(13, "Profil", "Isi.", kind="page", name="profil", link="https://lama.example/tentang/profil/")
    )
    assert (made.is_page, made.date, made.category, made.author) == (True, "", "", "")
    assert made.aliases == ("/tentang/profil/",)


def test_a_page_where_a_list_stands_gets_another_address() -> None:
    (made,), problems = imported(export(item(13, "Berita", "Isi.", kind="page", name="berita")))
    assert made.name == "berita-2"
    assert [each.code.name for each in problems] == ["IMPORT_RENAMED"]


def test_posts_of_one_name_get_addresses_of_their_own() -> None:
    made, problems = imported(
        export(item(1, "Apel", "A.", name="apel"), item(2, "Apel", "B.", name="apel", day="2025-01-01"))
    )
    assert [each.name for each in made] == ["apel", "apel-2"]
    assert [each.aliases for each in made] == [("/2024/03/22/apel/",), ("/2025/01/01/apel/",)]
    assert [each.code.name for each in problems] == ["IMPORT_RENAMED"]


def test_addresses_that_no_file_can_answer_are_told_once() -> None:
    links = [item(n, f"Apel {n}", "A.", name=f"apel-{n}", link=f"https://lama.example/?p={n}") for n in (1, 2)]
    made, problems = imported(export(*links))
    assert [each.aliases for each in made] == [(), ()]
    assert [(each.code.name, each.facts[0][1]) for each in problems] == [("IMPORT_ALIAS", "/?p=... (2)")]


def test_an_old_address_that_warta_cannot_serve_is_told() -> None:
    (made,) = made_of(item(1, "Apel", "A.", name="apel", link="https://lama.example/2024/%D8%A7/"))
    assert made.aliases == ()
    assert told(made) == [("IMPORT_ALIAS", "/2024/ا/")]


def test_other_kinds_of_items_are_counted() -> None:
    _, problems = imported(export(item(1, "Menu", kind="nav_menu_item"), item(2, "Pameran", "x", kind="tribe_events")))
    assert [(each.code.name, each.facts[0][1]) for each in problems] == [("IMPORT_NOT_CARRIED", "tribe_events: 1")]


def test_readers_comments_are_told() -> None:
    (made,) = made_of(
        item(1, "Apel", "A.", name="apel", more="<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>")
    )
    assert told(made) == [("IMPORT_COMMENTS", "1")]


def test_a_text_that_is_larger_than_any_is_refused() -> None:
    (made,) = made_of(item(1, "Apel", "a" * 2_000_001, name="apel"))
    assert [each.code.name for each in made.problems] == ["FILE_TOO_LARGE"]


def test_control_characters_that_old_editors_left_do_not_stop_the_import() -> None:
    (made,), _ = imported(export(item(1, "Apel", "Apel\x0b pagi\x00.", name="apel")))
    assert made.body == "Apel pagi."


def test_a_file_is_found_by_the_path_of_its_url_and_the_original_first(tmp_path: Path) -> None:
    folder = uploads(tmp_path / "uploads", *FILES, "2024/04/Foto Besar-scaled.jpg")
    found = Uploads(folder, [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()])
    for url, name in (
        ("https://x.example/wp-content/uploads/2024/03/takjil-300x200.jpg", "2024/03/takjil.jpg"),
        ("https://x.example/wp-content/uploads/2024/03/TAKJIL.JPG?x=1", "2024/03/takjil.jpg"),
        ("/wp-content/uploads/2024/04/Foto%20Besar-1024x768.jpg", "2024/04/Foto Besar-scaled.jpg"),
    ):
        assert found.find(url) == folder / name
    assert found.find("https://x.example/wp-content/uploads/2024/03/../../../etc/passwd") is None
    assert found.find("http://[") is None


def test_an_entity_bomb_is_refused() -> None:
    bomb = HEAD.replace("<rss", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<rss').encode()
    assert [each.code.name for each in imported(bomb)[1]] == ["IMPORT_BROKEN"]


@pytest.mark.parametrize("day", ["2024-3-2, 16.30", "2/3/2024 16:30", "2 Maret 2024"])
def test_a_date_that_wordpress_does_not_write_is_no_part_of_a_path(day: str) -> None:
    (made,) = made_of(item(1, "Apel", "Apel pagi.", name="apel").replace("2024-03-22 16:30:00", day))
    assert made.date[:10] == "2024-03-02"


@pytest.mark.parametrize("mark", ["<![CDATAl[x]]>", "<![if !supportLists]>", "<![endif]>", "<![", "<![ x"])
def test_a_section_mark_in_a_text_or_title_stops_no_import(mark: str) -> None:
    (made,) = made_of(item(1, f"Apel &amp; {mark}", f"Apel pagi. {mark}", name="apel"))
    assert (made.title, made.body.strip()) == ("Apel &", "Apel pagi.")


def test_control_characters_without_end_do_not_stop_it_either() -> None:
    head, tail = export(item(1, "Apel", "Apel pagi.", name="apel")).split(b"<channel>")
    (made,), _ = imported(b"".join([head, b"<channel>", bytes(70_000_000), tail]))
    assert made.title == "Apel"


@pytest.mark.parametrize("data", [b"", b"<rss>", b"<rss/>", b"PK\x03\x04", export(item(1, "A", "b"))[:-40]])
def test_what_is_no_whole_export_is_told(data: bytes) -> None:
    made, problems = imported(data)
    assert made == ()
    assert [each.code.name for each in problems] == ["IMPORT_BROKEN"]


@given(st.binary(max_size=200))
def test_any_bytes_give_problems(data: bytes) -> None:
    assert [each.code.name for each in imported(data)[1]] == ["IMPORT_BROKEN"]


MARKUP = "ab \n<>/[]=\"'&!-;:#?" + "ا"


@given(st.text(MARKUP, max_size=120))
def test_any_content_gives_a_post(content: str) -> None:
    imported(export(item(1, "Apel", content, name="apel")))


PIECES = """
<p> </p> <a href='http://[x'> <img src=x> [caption] [/caption] [gallery ids=1,31] <figure> </figure> <figcaption>
</figcaption> <table> <tr> <td> </td> <!--wp:x--> <ul> <li> kata
""".split()


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_order_of_marks_gives_a_post(pieces: list[str]) -> None:
    imported(export(item(1, "Apel", " ".join(pieces), name="apel"), *ATTACHMENTS))


@pytest.mark.parametrize(
    "content", ["<div>" * 20_000 + "x", "<b>" * 3_000 + "x", "<ul><li>" * 500 + "x", "[caption]" * 2_000]
)
def test_marks_in_one_another_without_end_give_their_text(content: str) -> None:
    (made,) = made_of(item(1, "Apel", content, name="apel"))
    assert made.body.rstrip("*")[-1:] in {"x", "]"}


def test_unfolding_text_without_marks_changes_nothing_but_paragraphs() -> None:
    assert unfold("Satu.\n\nDua.", lambda _: "").html == "<p>Satu.</p>\n<p>Dua.</p>"
