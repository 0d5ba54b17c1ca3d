"""The few rules of our own on top of Python-Markdown."""

import pytest

from tests.read.test_markup import html_of, rendered


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("#RutanContoh #Takjil", "<p>#RutanContoh #Takjil</p>"),
        ("# Judul", '<h2 id="judul">Judul</h2>'),
        ("## Judul ##", '<h2 id="judul">Judul</h2>'),
        ("## Jum'at Berkah", '<h2 id="jumat-berkah">Jum\'at Berkah</h2>'),
        ("#", "<p>#</p>"),
        ("2*3*4 = 24", "<p>2*3*4 = 24</p>"),
        ("*miring*", "<p><em>miring</em></p>"),
        ("nama_berkas_panjang", "<p>nama_berkas_panjang</p>"),
        ("~~coret~~", "<p><del>coret</del></p>"),
        ("~tidak~", "<p>~tidak~</p>"),
        ("Isi {{ nama }} di sini", "<p>Isi {{ nama }} di sini</p>"),
        ("**{% raw %}**", "<p><strong>{% raw %}</strong></p>"),
        ("## Jam {08.00}", '<h2 id="jam-08-00">Jam {08.00}</h2>'),
        ("## Jam {#jam-buka}", '<h2 id="jam-buka">Jam</h2>'),
        ("## Jam {: #jam}", '<h2 id="jam">Jam</h2>'),
        ("![a](a.jpg){: onerror=alert(1) style=x}", '<p><img alt="a" src="[0]"></p>'),
        ("[a](b.md){: onclick=alert(1)}", '<p><a href="[0]">a</a></p>'),
        ("## !!!", '<h2 id="bagian">!!!</h2>'),
    ],
)
def test_what_staff_type_is_what_readers_see(text: str, html: str) -> None:
    assert html_of(text).strip() == html


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("## Jadwal\n\n## Jadwal\n\n## Jadwal", ("jadwal", "jadwal-2", "jadwal-3")),
        ("## Jadwal\n\n## Jadwal\n\n## Jadwal 2", ("jadwal", "jadwal-2", "jadwal-2-2")),
        ("## A {#x}\n\n## B {#x}", ("x", "x-2")),
        ("## A {#_isi}", ("isi",)),
        ("## A {#fn:berita:1}\n\nIsi[^1].\n\n[^1]: x", ("a-fn-berita-1", "fnref:berita:1", "fn:berita:1")),
        ("Isi[^1].\n\n[^1]: x\n\n    ## Judul", ("fnref:berita:1", "fn:berita:1", "judul")),
    ],
)
def test_no_id_is_given_twice(text: str, anchors: tuple[str, ...]) -> None:
    assert rendered(text)[0].anchors == anchors


@pytest.mark.parametrize(
    "text", ["[a](b.md){#fn:berita:1}", "*a*{#fn:berita:1}", "a\n{#fn:berita:1}", "`a`{#fnref:berita:1}"]
)
def test_a_writer_cannot_take_the_id_of_a_footnote(text: str) -> None:
    anchors = rendered(f"Isi[^1].\n\n[^1]: Catatan.\n\n{text}")[0].anchors
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ('[a](/profil/){: id="fnref:berita:1"}', ("fnref-berita-1",)),
        ('[a](/profil/){: id="x y:z"}', ("x-y-z",)),
        ("[a](/profil/){: ID=fnref:berita:1}", ()),
        ("[a](/profil/){: id}", ()),
        ('Isi[^1]{: id="lain"}.\n\n[^1]: x', ("fnref:berita:1", "fn:berita:1")),
        ('Isi[^1].\n\n[^1]: x\n\n*a*{: id="fn:berita:1"}', ("fnref:berita:1", "fn-berita-1", "fn:berita:1")),
        ("<b>[satu</b> dua](/profil/){#x}", ("x",)),
        ('Kata id="x" selesai.', ()),
    ],
)
def test_only_footnotes_have_ids_with_a_colon_and_every_id_stands_once(text: str, anchors: tuple[str, ...]) -> None:
    assert rendered(text.replace("*a*", "[a](/a/)"))[0].anchors == anchors


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Kata <b>penting</b>", "kata-penting"),
        ("H<sub>2</sub>O &amp; kopi", "h2o-kopi"),
        ("Hak &copy; 2026", "hak-c-2026"),
        (r"2 \* 3 \_ 4", "2-3-4"),
        ("Caf&eacute;", "cafe"),
        ("*Penting*: `kode` & ~~lama~~", "penting-kode-lama"),
        ("[Kunjungan](/x/)", "kunjungan"),
        ("Catatan[^1]", "catatan"),
        ("<b></b>", "bagian"),
    ],
)
def test_a_heading_is_named_by_what_readers_see(heading: str, anchor: str) -> None:
    assert rendered(f"## {heading}\n\n[^1]: x")[0].anchors[0] == anchor


def test_headings_move_down_only_if_the_pages_own_level_is_used() -> None:
    assert html_of("# A\n\n## B\n\n###### C").count("<h2") == 1
    assert '<h2 id="b">' in html_of("## B\n\n### C")
    assert '<h6 id="c">' in html_of("# A\n\n###### C")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>\nalert('[a](b)')\n</script>\nteks", "teks"),
        ("<style>p { color: red }</style>teks", "teks"),
        ("<script>tak ditutup", "tak ditutup"),
        ("<!-- tak ditutup", "&lt;!-- tak ditutup"),
        ("</script>teks", "teks"),
    ],
)
def test_a_script_goes_with_all_it_contains(text: str, html: str) -> None:
    made = html_of(text)
    assert html in made
    assert "alert" not in made
    assert "color" not in made
