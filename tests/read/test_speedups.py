"""With the speed-ups and without: the same bytes, on our posts, on made ones and on Python-Markdown's own suite."""

import random
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from tests.sites import EXAMPLE, ROOT, built
from warta.read import engine as reader
from warta.read import speedups
from warta.read.effort import TooTangled
from warta.read.prepare import prepare

SUITE = ROOT / f"tests/judges/suites/markdown-{markdown.__version__}"


def engine(*, quick: bool) -> reader._Engine:
    """Build an engine of our own; the one that builds use is left alone."""
    with pytest.MonkeyPatch.context() as patched:
        if not quick:
            patched.setattr(speedups, "install", lambda _md: None)
        return reader._engine.__wrapped__("id")


QUICK, PLAIN = engine(quick=True), engine(quick=False)


def converted(used: reader._Engine, text: str) -> tuple[object, ...]:
    """Everything that comes out of an engine, or what it says of a text that is too much for it."""
    used.start("apel")
    try:
        html = used.markdown.convert(text)
    except (RecursionError, TooTangled) as refusal:
        return (type(refusal),)
    return html, used.raw_html.dropped, used.targets.inside, used.targets.refused, used.markdown.htmlStash.rawHtmlBlocks


def check(text: str) -> None:
    for given_text in {text, prepare(text)}:
        assert converted(QUICK, given_text) == converted(PLAIN, given_text)


def test_the_two_engines_differ() -> None:
    assert isinstance(QUICK.markdown, Markdown)
    assert type(QUICK.markdown.treeprocessors["inline"]) is speedups._Inline
    assert type(PLAIN.markdown.treeprocessors["inline"]) is not speedups._Inline
    assert PLAIN.markdown.serializer is not QUICK.markdown.serializer


def test_every_pattern_has_its_trigger() -> None:
    names = set(speedups._names(QUICK.markdown)) - {"em_strong"}
    assert names <= set(speedups.TRIGGERS)


BODIES = sorted((EXAMPLE / "content").rglob("*.md"))


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_our_posts(path: Path) -> None:
    text = path.read_text("utf-8")
    check(text.split("---\n", 2)[2])
    check(text)


INLINE = """
    kata; Jum’at; “kutip”; *miring*; **tebal**; ***keduanya***; _miring_; __tebal__; **tebal *miring* lagi**;
    *miring **tebal** lagi*; ***tebal* lalu**; **a***b*; 2*3*4; snake_case_kata; *tidak ditutup; **juga tidak; `kode`;
    ``kode ` lagi``; `*bukan*`; [tautan](/profil/); [**tebal** di tautan](berita.md "judul"); *[tautan](/a/)*;
    [rujukan][a]; [a]; [tak ada][zz]; ![foto](a.jpg); ![foto][a]; **![foto](a.jpg "judul")**; [![foto](a.jpg)](/b/);
    [kosong](); <b>raw</b>; <i class="x">raw</i>; <script>alert(1)</script>; <br>; <!-- catatan -->;
    <https://contoh.example/>; <a@contoh.example>; &amp;; &copy;; &#8211;; a & b; 1 < 2; 3 > 2; \\*lepas\\*;
    \\[lepas\\]; \\`; \\\\; ~~coret~~; ~~*coret miring*~~; catatan[^1]; lagi[^satu]; ganda[^1]; *miring*{: .kanan};
    [tautan](/a/){#sini}; {{ nama }}; {.kelas}; { kosong }; https://contoh.example/; [x](<a b>); [x](a(b)c);
    [x](a "b" c); a@b.example; ***; **; _; *a*b; a*b*; **a**b; a**b**; *a.*; *.a*; (*a*); “*a*”; [^tak]; [; ]; ](; ![;
    *a **b*; **a *b**; <span>*a*</span>; *<b>a</b>*; **a_b_c**; *a\\*b*
""".replace("\n", " ").split("; ")

BLOCKS = [
    "# {}",
    "## {} {{#bagian}}",
    "### {} ###",
    "#Tagar {}",
    "{}\n=====",
    "{}\n-----",
    "{}\n{}",
    "{}  \n{}",
    "{}\n{{: .kelas }}",
    "- {}\n- {}\n  - {}\n- {}",
    "- {}\n\n- {}\n\n    {}\n\n- {}",
    "1. {}\n2. {}\n   1. {}\n3. {}",
    "* {}\n+ {}",
    "> {}\n> {}\n>\n> > {}",
    "> - {}\n> - {}",
    "---",
    "***",
    "    {}\n    {}",
    "```\n{}\n{}\n```",
    "``` python\n{}\n```",
    "~~~\n{}\n~~~",
    "| a | b |\n|---|--:|\n| {} | {} |\n| {} | {} |",
    "a | b\n--|--\n{} | {}",
    "| {} | {} |\n|:-:|:--|\n| `a|b` | {} |",
    "{}\n: {}\n: {}",
    "{}\n{}\n:   {}\n\n    {}",
    "[^1]: {}",
    "[^satu]: {}\n    {}\n\n    {}",
    '[a]: /rujukan/ "{}"',
    "[a]: <berita.md>",
    "<div>{}</div>",
    "<table><tr><td>{}</td></tr></table>",
    "{} {} {}",
    "“{}”",
    "({})",
    "{}: {}",
    ": {}",
    "1) {}",
    "1986\\. {}",
    "Sabtu, {}",
]


def made(luck: random.Random) -> str:
    """A post of a dozen blocks with the inline constructs in them."""
    blocks = []
    for block in luck.choices(BLOCKS, k=12):
        words = (" ".join(luck.choices(INLINE, k=luck.randint(1, 4))).strip() for _ in range(8))
        blocks.append(block.format(*words))
    return "\n\n".join(blocks)


@pytest.mark.parametrize("seed", range(10))
def test_made_posts(seed: int) -> None:
    luck = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(20):
        check(made(luck))


@pytest.mark.parametrize("block", BLOCKS)
def test_every_construct_in_every_block(block: str) -> None:
    for words in INLINE:
        check(block.format(*[words.strip()] * 8))


TOKENS = st.sampled_from(
    [
        *"*_`~[]()!<>&\\{}#:|-+=.\"'^@/ \n1aé",
        *("**", "***", "__", "___", "~~", "``", "```", "](", "![", "[^", "[^1]", "[^1]:", "[a]", "[a]:", "{:", "&amp;"),
        *(
            "\n\n",
            "  \n",
            "\n    ",
            "\n- ",
            "\n1. ",
            "\n> ",
            "\n# ",
            "\n: ",
            "\n|",
            "|\n|-|-|\n",
            "\n---\n",
            "<b>",
            "</b>",
        ),
        *(
            "<!--",
            "-->",
            "://",
            "<http://a.b>",
            "<a@b.c>",
            ' "t")',
            "kata",
            "Jum’at",
            "2026",
            "“",
            "”",
            "\u00a0",
            "\t",
            "\u0002",
        ),
    ]
)


@given(st.lists(TOKENS, max_size=40).map("".join))
@example("*a*\n\n**b**\n\n_c_")
def test_texts_of_tokens(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from(["*", "**", "***", "_", "__", "a", "b c", " ", ".", "(", "\n", "\\*", "`x`", "[l](/)"]),
        max_size=14,
    )
)
def test_texts_of_stars(tokens: list[str]) -> None:
    check("".join(tokens))


def test_python_markdowns_own_suite() -> None:
    texts = sorted(SUITE.rglob("*.txt"))
    assert len(texts) > 80, "run tests/judges/install.sh"
    for path in texts:
        check(path.read_text("utf-8"))


def test_without_the_module_no_page_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = built(EXAMPLE, output=tmp_path / "cepat")
    monkeypatch.setattr(speedups, "install", lambda _md: None)
    reader._engine.cache_clear()
    try:
        plain = built(EXAMPLE, output=tmp_path / "biasa")
    finally:
        reader._engine.cache_clear()
    assert plain.files == quick.files
    assert plain.report.problems == quick.report.problems
