"""The short way and the engine: the same bodies, on our posts, on the texts of our tests and on made ones."""

import ast
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import EXAMPLE, ROOT, built
from warta.model import Body, join_pieces
from warta.problems import Findings, Problem
from warta.read import effort, engine, frontmatter, markup, plain
from warta.read.plain import plain_body
from warta.read.safehtml import clean
from warta.sourcetext import read_text

SEED = next((ROOT / "content/berita").glob("*.md"))


def by_engine(text: str) -> tuple[Body, tuple[Problem, ...]]:
    findings = Findings("content/berita/apel.md", text.split("\n"))
    return engine.render(text, 7, "apel", "id", findings), findings.problems


def everything(body: Body) -> tuple[object, ...]:
    """All there is in a body, with what its links leave out when they are compared."""
    return body, [(link.line, link.column) for link in body.links]


def check(text: str) -> Body | None:
    """Read the text both ways, if there are two."""
    body = plain_body(text, 7) if text.strip() else None
    if body is not None:
        expected, problems = by_engine(text)
        assert (everything(body), ()) == (everything(expected), problems)
    return body


def is_plain(text: str) -> bool:
    return check(text) is not None


def body_of(path: Path) -> str:
    """Return the part of a file that is its body, as far as the file can be read."""
    text = read_text(path.read_bytes(), path.name)[0] or ""
    parts = frontmatter.split(text, Findings(path.name, text.split("\n")))
    return parts.body if parts else text


PLAIN = {
    "paragraphs": "Apel pagi berlangsung tertib.\n\nSebanyak 50 petugas hadir (2/3/2026), “lengkap”.",
    "line ends": "Rutan Kelas IIB Rantau\nJalan Contoh 1\n17.30 WITA sampai selesai",
    "headings": "## Jalannya kegiatan: pagi\n\nTertib.\n\n### “Siaga”\nSiang juga.",
    "twins among headings": "## Hasil\n\nA\n\n## Hasil\n## Hasil 2\n### Hasil\n\nB\n\n## Hasil-2\n## ???\n## !",
    "a list": "- kurma\n- air mineral\n- 3 nasi kotak\n\nSemua habis.",
    "a numbered list": "1. Daftar di loket.\n2. Tunggu panggilan.\n10. Pulang.",
    "a list below a sentence": "Isi setiap paket:\n- kurma\n\nSyaratnya\n1. KTP\n2. surat izin",
    "a quote": "> Tanggung jawab adalah kunci,\n> kata Kepala Rutan.\n\nBegitulah.",
    "emphasis": "**RANTAU** – Petugas *siaga*, **Senin (2/3):** *apel*, (**50 orang**).",
    "links": "Lihat [layanan](https://layanan.example/a%20b/?c=1#d), [surel](mailto:a@b.example), [telp](tel:+62-517).",
    "links of the site": "[Jadwal](/layanan/#jam), [berita](../berita/2026-03-02-takjil.md) dan [itu](#sini).",
    "photos": "![Petugas “siaga”](foto-1.jpg)\n\n![Apel](/media/apel.jpg) dan [apel](foto-1.jpg)",
    "hashtags and emoji": "#RutanRantau #Kemenimipas 👍🏽 ☀️ tertib!",
    "other scripts": "Jum’at, Ünïcode, İstanbul, Straße, أهلا وسهلا, ١٧ مارس, 你好, ½ kg, m².",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_plain_constructs_take_the_short_way(text: str) -> None:
    assert is_plain(text)


ODD = {
    "a first heading": "# Judul\n\nIsi",
    "closing hashes": "## Judul ##",
    "emphasis in a heading": "## *Judul*",
    "a rule of equals signs": "Judul\n===",
    "a rule of hyphens": "Judul\n---",
    "a rule": "---",
    "a definition": "Kata\n: artinya",
    "a table": "a | b\n--|--\n1 | 2",
    "raw HTML": "Kata <b>tebal</b>",
    "an entity": "Kata &copy;",
    "an ampersand": "Tanya & jawab",
    "an escape": "2\\*3",
    "code": "Kata `kode`",
    "underscores": "Kata _miring_",
    "attributes": "Kata {.kanan}",
    "a footnote": "Kata[^1]",
    "a reference": "[kata][1]",
    "a definition of one": "[1]: /alamat/",
    "a title of a link": '[kata](/a/ "judul")',
    "an address in quotes": "[kata](<a b>)",
    "an empty link": "[kata]()",
    "a script": "[kata](javascript:x)",
    "a number as host": "[kata](https://300.1.1.1/)",
    "an encoded host": "[kata](https://xn--a.example/)",
    "no host": "[kata](https:///a/)",
    "a host without scheme": "[kata](//a.example/)",
    "a photo of others": "![foto](https://a.example/b.jpg)",
    "quotes in a photo's words": '![foto "siaga"](foto.jpg)',
    "three stars": "***kata***",
    "a star in a word": "2*3*4",
    "an open star": "*kata",
    "a star behind a blank": "* kata*",
    "a list in a list": "- a\n  - b",
    "a list of stars": "* a\n* b",
    "a list behind a list": "- a\n\n- b",
    "another list behind a list": "- a\n\n1. b",
    "a numbered list behind another": "1. a\n\n1. b",
    "a list from two": "2. a\n3. b",
    "a list from nought": "0. a\n1. b",
    "a list with brackets": "1) a\n2) b",
    "a list of mixed marks": "1. a\n- b",
    "a wrapped item": "- a\nb",
    "one item below a sentence": "Kata\n- b",
    "a date at a line's start": "Pada tanggal\n17. Agustus",
    "a bullet": "• a",
    "a quote in a quote": "> > a",
    "a quote behind a quote": "> a\n\n> b",
    "a wrapped quote": "> a\nb",
    "a list in a quote": "> - a",
    "indented code": "    kode",
    "a blank before a line end": "Kata \nlagi",
    "two blanks before a line end": "Kata  \nlagi",
    "a hard blank": "Rp\u00a05.000",
    "a soft hyphen": "ka\u00adta",
    "a letter of two parts": "e\u0301",
    "a line separator": "a\u2028b",
    "a tabulator": "a\tb",
    "a marker": "Kata\n\n<!--more-->\n\nlagi",
    "a noncharacter": "Kata \ufdd0",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_everything_else_is_left_to_the_engine(text: str) -> None:
    assert plain_body(text, 1) is None


def test_the_seed_article_takes_the_short_way() -> None:
    assert is_plain(body_of(SEED))


def test_most_posts_take_the_short_way() -> None:
    posts = sorted((EXAMPLE / "content/berita").rglob("*.md"))
    assert sum(is_plain(body_of(path)) for path in posts) / len(posts) > 0.7


FILES = [
    path
    for folder in ("content", "tests/site", "tests/broken", "tests/hostile", "tests/bench/peers")
    for path in sorted((ROOT / folder).rglob("*.md"))
]


def test_all_files_of_content_read_the_same() -> None:
    assert len(FILES) > 200
    for path in FILES:
        check(body_of(path))


def test_all_texts_in_our_tests_read_the_same() -> None:
    texts = [
        node.value
        for path in sorted((ROOT / "tests").glob("**/test_*.py"))
        if "node_modules" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert sum(is_plain(text) for text in texts) > 1_000


def pieces(text: str) -> list[str]:
    """Return what stands between the bars; each line goes on where the one above ends, and `¶` is a line end."""
    return text.replace("\n    ", "").strip("\n").replace("¶", "\n").split("|")


WORDS = pieces("""
    Petugas|Rutan Kelas IIB Rantau|Jum’at|“Kami siap,” katanya.|(WBP)|2/3/2026|17.30 WITA|50 paket|Isinya:|siaga!|
    tertib…|kata|–|**tebal**|*miring*|**Senin (2/3):**|(*siaga*)|“**50** orang”|*Apel!*|[layanan](/layanan/)|
    [itu](berita.md#isi)|[peta](https://peta.example/rutan?a=1#b)|[surel](mailto:humas@rutan.example)|![Apel](foto.jpg)|
    #RutanRantau|👍|İstanbul|Straße|½ kg|أهلا|É
""")

BLOCKS = pieces("""
    W|W|W¶W|W¶W¶W|- W|- W¶- W|- W¶- W¶- W|1. W¶2. W|1. W|> W|> W¶> W|W:/- W|W¶- W¶- W|W:/1. W|W¶1. W¶2. W|## Judul N¶W|
    ## Judul N|### N. “Hasil”|## Hasil¶W|## Hasil 2
""")
"""`W` stands for words, `N` for a number that no block shares."""

NEAR_WORDS = pieces("""
    17.|17. Agustus|1.|1)|2. b|١٧. مارس|a. b|No. #5|#|# x|x #|##|!|![|=|+|-|+ x|- x|2*3|2*3*4|*a*b|a*b*|*a**b*|***x***|
    * x*|*x *|** x **|**x **|** x**|**x|*x**|**x*|*x *y*|* x|*|**|*½*|*!*|*[x](/a/)*|**a *b* c**|*“a”*|“*a*”|*a*–*b*|
    -*a*-|*-a-*|*a*#b|[*x*](/a/)|*a*[b](/c/)|[x]|[x] (y)|[x](y|](|[x]()|[ x ](/a/)|[x]( /a/ )|[x](a b)|[x](/a/)(y)|
    [x](/a/)[y](/b/)|[x](/a/)[y]|[x]: /a/|[x](//a.example/)|[x](javascript:a)|[x](a:b)|[x](HTTPS://A.EXAMPLE/)|
    [x](https://A-b.Example)|[x](https://a/b)|[x](https://1.2.3.4/)|[x](https://999.1.1.1/)|[x](https://a.b.999/)|
    [x](https://xn--a.example/)|[x](https://a..example/)|[x](https://a_b.example/)|[x](https://-a.example/)|
    [x](https://a.example:99999/)|[x](https://a.example/%zz)|[x](https://é.example/)|[x](https://u@a.example/)|
    [x](https://a.example/\\b)|[x](https://a.example/a(b)c)|[x](https://a.example/a&b)|[x](/a/ "b")|[x](mailto:)|
    [x](mailto:a@b)|[x](tel:)|[x](tel:a)|[x](#)|[x](?a=1)|[x](.)|[x](..)|[x](/)|[x](%41)|[x](/a//b)|[x](<a>)|[^1]|
    [x!](/a/)|[x"y'](/a/)|!x|![x](//a/b.jpg)|![x](C:a.jpg)|![x "y"](a.jpg)|!![x](a.jpg)|![](a.jpg)|&|&amp;|a & b|<|>|
    <b>x</b>|a_b|_a_|`x`|~~x~~|{.kanan}|{#a}|\\*|\\|^|•|☀️|1️⃣|e\u0301|İ|ǅ|ﬁ|²|①|१२. |٣) |ʼ|ﷺ|ª|:|: x|;|'|"|\u00a0|
    \u2009|\u3000|\u200b|\u2028|\u0085|\x0b|\x1c|\x00|\u0002|\ufdd0|\ufeff|\u00ad|\u1160|\u3164|\t
""")

NEAR_BLOCKS = pieces("""
    W ##|# W|####### W|##W|##  W|## W|## W #|## Sama¶W|## ???|* W|+ W|1) W|2. W|01. W|1234567890. W|1.W|-W|-- W|  - W|
    \x20   W| W|> > W|>W|>|> |> - W|> 1. W|> ## W|> W¶W|: W|:   W|• W|===|---|- - -|***|=|-|W |W  |W ¶W|W  ¶W|```|~~~|
    - [ ] W|- - W|- 1. W|- # W|- > W|-  W|1.  W|- W |- W¶W|> W |## |#|<!--more-->|[^1]: W|[x]: a|W¶- W|W¶1. W|
    W¶2. W¶3. W|W¶===|W¶---|W¶- W¶1. W|1. W¶- W|W¶: W|W¶> W|W¶## Judul N|- W¶  - W|a W b¶-- W --¶c W d|- W¶¶- W|
    - W¶¶1. W|1. W¶¶2. W|1. W¶¶- W|> W¶¶> W|W¶¶: W|- W¶¶    W
""")

ODD_SIGNS = [*"*[]()!#>-:.,\"“ \n1a/é=+_<&~|`{}\\^?%@'👍½²\u00a0", "\n\n", "  ", ""]


def words(luck: random.Random) -> str:
    return " ".join(luck.choice(WORDS) for _ in range(luck.randint(1, 4)))


def made(luck: random.Random) -> str:
    """Return a text that is plain but for one thing at most: a block, a word, a sign or a gap between blocks."""
    blocks = [luck.choice(BLOCKS).replace("N", str(n)) for n in range(luck.randint(1, 6))]
    gaps = ["\n\n"] * len(blocks)
    oddity, place = luck.randrange(5), luck.randrange(len(blocks))
    if oddity == 1:
        blocks[place] = luck.choice(NEAR_BLOCKS)
    elif oddity == 2:
        around = luck.choice(pieces("{}|W {}|{} W|W {} W|W{}W|W{}|{}W"))
        blocks[place] = blocks[place].replace("W", around.replace("{}", luck.choice(NEAR_WORDS)), 1)
    elif oddity == 3:
        gaps[place] = luck.choice(["\n", "\n\n\n", "\n\n\n\n", "", " \n\n", "\n \n"])
    text = re.sub("W", lambda _: words(luck), "".join(map("".join, zip(blocks, gaps, strict=True))))
    if oddity == 4:
        start = luck.randrange(len(text) + 1)
        text = text[:start] + luck.choice(ODD_SIGNS) + text[start + luck.randint(0, 2) :]
    return text


@pytest.mark.parametrize("seed", range(4))
def test_made_texts_read_the_same(seed: int) -> None:
    luck = random.Random(seed)  # noqa: S311 - no secret
    plain_ones = sum(is_plain(made(luck)) for _ in range(1_500))
    assert 500 < plain_ones < 1_000


@given(st.randoms(use_true_random=False))
def test_texts_made_by_hypothesis_read_the_same(luck: random.Random) -> None:
    check(made(luck))


@given(st.text(max_size=60))
def test_any_text_reads_the_same(text: str) -> None:
    check(text)


@given(st.text(st.sampled_from('*[]()!#>-:.,"“ \n\n1a/é'), max_size=30))
def test_texts_of_signs_read_the_same(text: str) -> None:
    check(text)


@given(st.randoms(use_true_random=False))
def test_what_is_written_is_clean_already(luck: random.Random) -> None:
    body = plain_body(made(luck), 1)
    if body is not None:
        html = join_pieces(body.pieces, tuple(f"warta:{number}" for number in range(len(body.links))))
        assert clean(html) == html


# Letters are alike: every tenth will do, where not everything is asked for.
EVERYTHING = os.environ.get("WARTA_TESTS") == "thorough"
SIGNS = [
    sign
    for code in range(0x20, sys.maxunicode + 1)
    if not ("\ud800" <= (sign := chr(code)) < "\ue000")
    and (EVERYTHING or sign < "\u0250" or code % 10 == 0 or not sign.isalnum())
]


@pytest.mark.parametrize(
    ("form", "gap"),
    [
        ("a{0}b {0} {0}{0}b", " "),
        ("{0}a", "\n"),
        ("{0}", "\n\n"),
        ("a{0}", "\n"),
        ("a{0}", "\n\n"),
        ("- {0}a", "\n"),
        ("- a{0}", "\n"),
        ("a {0}*a*{0} **a**{0}", "\n"),
        ("**{0}** *{0}*", "\n\n"),
        ("[{0}](/a/) ![{0}](a.jpg)", "\n\n"),
    ],
)
def test_every_sign_that_may_stand_at_a_place_reads_the_same(form: str, gap: str) -> None:
    texts = [text for sign in SIGNS if plain_body(text := form.format(sign), 1)]
    assert len(texts) > 3_000
    for start in range(0, len(texts), 100):
        assert is_plain(gap.join(texts[start : start + 100]))


UNITS = pieces("""
    *a* |**a** |**a|*a |*|a*|*a*b|[a](b) |[a](|[|[a|![|![a](b) |![a"|](|- a¶|1. a¶|> a¶|a¶|a¶¶|## a¶|#a |a:¶- a¶¶|1|1.|
    a | |¶|a|é|!|👍|(|a-|a.|-a|[a](https://a.example/) |[a](https://b-b.example)
""")


@pytest.mark.parametrize("unit", UNITS, ids=repr)
@pytest.mark.parametrize(
    ("head", "tail"), [("", ""), ("", "<"), ("a", "="), ("[a](https://", ".example/)"), ("*a", "*")]
)
def test_no_text_takes_long(head: str, unit: str, tail: str) -> None:
    for length in (4_000, plain.LONGEST - 20):
        text = head + unit * (length // len(unit)) + tail
        start = time.process_time()
        plain_body(text, 1)
        assert time.process_time() - start < 0.1
        check(text)


def test_long_and_tangled_texts_are_left_to_the_engine() -> None:
    assert plain_body("a" * plain.LONGEST, 1)
    assert plain_body("a" * (plain.LONGEST + 1), 1) is None
    assert plain_body("*a* " * (plain.MOST_MARKS // 2 + 1), 1) is None
    assert plain.MOST_MARKS < effort.MARK_LIMIT


def test_without_the_module_no_page_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = built(EXAMPLE, output=tmp_path / "cepat")
    monkeypatch.setattr(markup, "plain_body", lambda *_: None)
    slow = built(EXAMPLE, output=tmp_path / "biasa")
    assert slow.files == quick.files
    assert slow.report.problems == quick.report.problems


READ = """
import sys
from pathlib import Path
from tests.samples import HOUSE
from warta.model import Source
from warta.read.content import read_file
for path in sys.argv[1:]:
    assert read_file(Source("content/berita/" + Path(path).name, Path(path).read_bytes()), HOUSE)[0].value
print(*sys.modules)
"""


def modules_after_reading(*paths: Path) -> set[str]:
    command = [sys.executable, "-c", READ, *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_plain_posts_are_read_without_the_engine(tmp_path: Path) -> None:
    posts = [SEED, *(path for path in (EXAMPLE / "content/berita").glob("*.md") if is_plain(body_of(path)))]
    assert len(posts) > 30
    assert not {"markdown", "nh3", "warta.read.engine"} & modules_after_reading(*posts)
    odd = tmp_path / "2026-03-02-apel.md"
    odd.write_text("---\ntitle: Apel\n---\n`kode`\n", "utf-8")
    assert {"markdown", "nh3", "warta.read.engine"} <= modules_after_reading(odd)
