"""Body text -> clean HTML, its links, anchors and lead."""

import pytest

from tests.samples import codes, facts
from warta.model import Body, join_pieces
from warta.problems import Findings, Problem
from warta.read.markup import render


def rendered(text: str, slug: str = "berita") -> tuple[Body, tuple[Problem, ...]]:
    findings = Findings("x.md", ["---", "---", *text.split("\n")])
    return render(text, 3, slug, "id", findings), findings.problems


def html_of(text: str) -> str:
    body, _ = rendered(text)
    return join_pieces(body.pieces, tuple(f"[{number}]" for number in range(len(body.links))))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Isi berita.", "<p>Isi berita.</p>"),
        ("Baris satu\nbaris dua", "<p>Baris satu<br>\nbaris dua</p>"),
        (
            "**tebal** dan *miring* dan ~~coret~~",
            "<p><strong>tebal</strong> dan <em>miring</em> dan <del>coret</del></p>",
        ),
        ("> Kutipan", "<blockquote>\n<p>Kutipan</p>\n</blockquote>"),
        ("Kopi\n:   Rp5.000", "<dl>\n<dt>Kopi</dt>\n<dd>Rp5.000</dd>\n</dl>"),
        ("```\n<b>kode</b>\n```", "<pre><code>&lt;b&gt;kode&lt;/b&gt;\n</code></pre>"),
        ("Kata:\n- satu\n- dua", "<p>Kata:</p>\n<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>"),
        ("3. tiga\n4. empat", '<ol start="3">\n<li>tiga</li>\n<li>empat</li>\n</ol>'),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("&copy; 2026 &amp; lain", "<p>© 2026 &amp; lain</p>"),
        ("Rapat\n\n---\n\nSelesai", "<p>Rapat</p>\n<hr>\n<p>Selesai</p>"),
        ("بسم الله", "<p>بسم الله</p>"),
        ("", ""),
        ("   \n\t\n", ""),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert html_of(text).strip() == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("| a | b |\n|:-:|--:|\n| 1 | 2 |", '<th class="tengah">a</th>'),
        ("| a | b |\n|:-:|--:|\n| 1 | 2 |", '<td class="kanan">2</td>'),
        ("Kalimat.\n{.tengah}", '<p class="tengah">Kalimat.</p>'),
        ("Kalimat.\n{.jahat}", "<p>Kalimat.</p>"),
    ],
)
def test_alignment_is_a_class(text: str, html: str) -> None:
    assert html in html_of(text)


@pytest.mark.parametrize(
    ("text", "target", "is_photo", "place"),
    [
        ("[profil](/profil/)", "/profil/", False, (3, 10)),
        ("a\n\nLihat [ini](2025-01-01-lain.md#bagian)", "2025-01-01-lain.md#bagian", False, (5, 13)),
        ("![Panen](panen.jpg)", "panen.jpg", True, (3, 10)),
        ("[a](<berkas spasi.md>)", "berkas spasi.md", False, (3, 6)),
        ("[a](a%20b.md)", "a%20b.md", False, (3, 5)),
        ("[a][r]\n\n[r]: lain.md", "lain.md", False, (5, 6)),
        ("[a](x?y=1&amp;z=2)", "x?y=1&z=2", False, (3, 1)),
        ("[a](#bagian)", "#bagian", False, (3, 5)),
    ],
)
def test_a_link_of_the_site_is_taken_out_with_its_place(
    text: str,
    target: str,
    is_photo: bool,  # noqa: FBT001 - a column of the table
    place: tuple[int, int],
) -> None:
    body, problems = rendered(text)
    assert problems == ()
    assert [(link.target, link.is_photo) for link in body.links] == [(target, is_photo)]
    if place != (3, 1):
        assert (body.links[0].line, body.links[0].column) == place
    assert len(body.pieces) == 2


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('Kata "warta:0" selesai.', '<p>Kata "warta:0" selesai.</p>'),
        ('Kata &lt;a href="warta:0"&gt; selesai.', '<p>Kata &lt;a href="warta:0"&gt; selesai.</p>'),
        ('a href="warta:0" [b](/b/)', '<p>a href="warta:0" <a href="/b/">b</a></p>'),
        ('[profil](/profil/ "warta:0")', '<p><a href="/profil/" title="warta:0">profil</a></p>'),
        (
            '[a](/a/ \'<a x=">\') " href="warta:0" [b](/b/)',
            '<p><a href="/a/" title="&lt;a x=&quot;&gt;">a</a> " href="warta:0" <a href="/b/">b</a></p>',
        ),
        ("[a](/a/){: HREF=warta:7} [b](/b/)", '<p><a href="/a/">a</a> <a href="/b/">b</a></p>'),
        ("[a](/a/){: href}", '<p><a href="/a/">a</a></p>'),
        ("![a](/a/){: SRC=https://jejak.example/x.gif}", '<p><img alt="a" src="/a/"></p>'),
        (
            "<b>[satu</b> dua](/a/) [b](/b/)",
            '<p><b><a href="/a/">satu</a></b><a href="/a/"> dua</a> <a href="/b/">b</a></p>',
        ),
    ],
)
def test_only_links_are_taken_for_links_and_each_keeps_its_own_address(text: str, html: str) -> None:
    body, _ = rendered(text)
    assert join_pieces(body.pieces, tuple(link.target for link in body.links)).strip() == html


def test_two_equal_links_have_two_places() -> None:
    body, _ = rendered("[a](/x/) dan\n[b](/x/)")
    assert [(link.line, link.column) for link in body.links] == [(3, 5), (4, 5)]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](https://kemenimipas.example/)", '<a href="https://kemenimipas.example/" rel="noopener">a</a>'),
        ("[a](//kemenimipas.example/)", '<a href="https://kemenimipas.example/" rel="noopener">a</a>'),
        ("<https://kemenimipas.example/>", '<a href="https://kemenimipas.example/" rel="noopener">'),
        ("[a](mailto:humas@rutan.example)", '<a href="mailto:humas@rutan.example" rel="noopener">a</a>'),
        ("[a](tel:+62800)", '<a href="tel:+62800" rel="noopener">a</a>'),
        ('[a](https://x.example/ "Judul")', 'title="Judul"'),
    ],
)
def test_a_link_to_outside_stays(text: str, html: str) -> None:
    assert html in html_of(text)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "java\tscript:alert(1)",
        "\u200bjavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "warta:0",
        "https:",
        "http://[",
    ],
)
def test_a_link_that_may_do_harm_goes_and_its_text_stays(target: str) -> None:
    body, problems = rendered(f"Lihat [teks](<{target}>).")
    html = "".join(body.pieces)
    assert "teks" in html
    assert "href" not in html
    assert codes(problems) == ["UNSAFE_LINK"]


@pytest.mark.parametrize("target", ["https://jejak.example/x.gif", "//jejak.example/x.gif", "data:image/png;base64,AA"])
def test_a_photo_from_outside_goes_and_its_description_stays(target: str) -> None:
    body, problems = rendered(f"![Panen raya]({target})")
    assert "".join(body.pieces).strip() == "<p>Panen raya</p>"
    assert codes(problems) == ["UNSAFE_LINK"]


def test_a_link_without_an_address_is_named() -> None:
    body, problems = rendered("[teks]()")
    assert "".join(body.pieces).strip() == "<p>teks</p>"
    assert [(each.code.name, each.line, each.column) for each in problems] == [("EMPTY_LINK", 3, 6)]


@pytest.mark.parametrize(
    ("text", "html", "dropped"),
    [
        ("<b>tebal</b> H<sub>2</sub>O", "<p><b>tebal</b> H<sub>2</sub>O</p>", []),
        ('<b onclick="x">tebal</b>', "<p><b>tebal</b></p>", []),
        ('<span style="x">teks</span>', "<p>teks</p>", ['<span style="x">']),
        ("<script>alert(1)</script>teks", "<p>teks</p>", ["<script>"]),
        ("<SCRIPT>alert(1)</SCRIPT >teks", "<p>teks</p>", ["<SCRIPT>"]),
        ("<div>\n\n**a**\n\n</div>", "<p><strong>a</strong></p>", ["<div>"]),
        ("teks <!-- rahasia --> lagi", "<p>teks  lagi</p>", []),
        ("<gabungan> dari <2 orang", "<p>&lt;gabungan&gt; dari &lt;2 orang</p>", []),
        ("1 < 2 > 0", "<p>1 &lt; 2 &gt; 0</p>", []),
        ("<img src=x onerror=y>", "", ["<img src=x onerror=y>"]),
        ("<iframe src='x'></iframe>", "", ["<iframe src='x'>"]),
    ],
)
def test_raw_html_is_only_what_is_listed(text: str, html: str, dropped: list[str]) -> None:
    _, problems = rendered(text)
    assert html_of(text).strip() == html
    assert [facts(each)["tag"] for each in problems if each.code.name.startswith("RAW_HTML")] == dropped


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Satu kalimat.\n\nDua.", "Satu kalimat."),
        ("## Judul\n\nIsi **tebal** dan [tautan](/x/).", "Isi tebal dan tautan."),
        ("![Foto](a.jpg)\n\nIsi.", "Isi."),
        ("Satu.\n\nDua.\n<!--more-->\nTiga.", "Satu. Dua."),
        ("Satu\nbaris", "Satu baris"),
        ("Kata\\* & <lain>", "Kata* & <lain>"),
        ("Isi[^1].\n\n[^1]: Catatan.", "Isi."),
        ("<!--more-->\nIsi.", ""),
        ("- a\n- b", ""),
        ("", ""),
    ],
)
def test_the_lead_is_the_plain_text_of_the_first_paragraph(text: str, lead: str) -> None:
    assert rendered(text)[0].lead == lead


def test_the_mark_of_the_summary_leaves_no_trace() -> None:
    assert html_of("Satu.\n\n<!--more-->\n\nDua.") == "<p>Satu.</p>\n\n<p>Dua.</p>"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Isi.\n\n" + "> " * 21 + "a", "NESTED_TOO_DEEP", 5),
        ("Isi.\n\n" + "*" * 2_501, "TOO_TANGLED", 5),
        ("Isi.\n\n" + "[" * 60_000, None, 0),
        ("Isi.\n\n| a\n\n" + "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|a|\n" * 101, "TOO_TANGLED", 7),
        ("Isi.\n\n" + ("|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|a|\n\n" * 60) * 2, "TOO_TANGLED", 127),
        ("Isi.\n\n" + "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|a|\n" * 100, None, 0),
        ("Isi.\n\n" + "\n\n".join(f"[^{number}]: Catatan." for number in range(2_501)), "TOO_TANGLED", 5 + 5_000),
        ("# a\n\n" * 20_000, None, 0),
        ("[x]: /profil/\n\n" + "[a][x]\n\n" * 10_000, None, 0),
        ("Isi.\n\nSub judul\n---\n\nIsi", "RULE_MAKES_HEADING", 6),
        ("Isi.\n\nKata *tebal* dan _miring_.", "CHAT_MARKS", 5),
    ],
)
def test_what_cannot_be_meant_is_named_at_its_line(text: str, code: str | None, line: int) -> None:
    _, problems = rendered(text)
    assert [(each.code.name, each.line) for each in problems] == ([(code, line)] if code else [])


def test_a_post_forgets_the_one_before_it() -> None:
    rendered("[^1]\n\n[^1]: Catatan.\n\n[r]: lain.md\n\n*[HBP]: Hari Bhakti\n\n## Bagian")
    body, problems = rendered("Isi [^1] [a][r].\n\n## Bagian")
    assert body.anchors == ("bagian",)
    assert (body.links, problems) == ((), ())
    assert "[^1]" in body.pieces[0]


def test_footnotes_carry_the_slug_so_that_two_posts_can_share_a_page() -> None:
    body, _ = rendered("Isi[^a] dan[^a] lagi[^b].\n\n[^a]: Satu.\n[^b]: Dua.", slug="takjil")
    assert body.anchors == ("fnref:takjil:1", "fnref2:takjil:1", "fnref:takjil:2", "fn:takjil:1", "fn:takjil:2")
    assert 'title="Kembali ke catatan 1 dalam teks"' in body.pieces[0]
