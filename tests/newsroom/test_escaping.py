"""Words of a writer stay words: no mark of theirs is read as Markdown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.sites import body, shape, text_of
from warta.newsroom.importing.escaping import escape_start, escape_words


def escape_paragraph(text: str) -> str:
    return "\n".join(escape_start(escape_words(line)) for line in text.split("\n"))


TRICKY = "ab1 *_`~#>+-.!()[]{}<>&|\\:;=^\"'–“”•/,"


@pytest.mark.parametrize(
    "words",
    [
        "Luas blok 2*3*4 meter, *sangat* penting, **sekali**.",
        "Surat nomor W.19_PAS_12_2025 dan _garis bawah_ di __sini__.",
        "# Pengumuman",
        "> 50 orang hadir",
        "- bukan butir",
        "+ tambahan",
        "17. Agustus",
        "1) satu",
        "---",
        "===",
        "~~~",
        ": titik dua",
        "[catatan]: lihat bawah",
        "[tautan](https://contoh.example) dan [^1] dan ![x](y.jpg)",
        "<b>tebal</b> <script>x</script> <gabungan> 5 < 6 & 7 > 3",
        "AT&amp;T, R&D, &nbsp;",
        "{.penting} {#id} {: x} {{ nama }}",
        "C:\\Users\\humas\\*.docx",
        "| a | b |",
        "`kode` dan ```pagar```",
        "~~coret~~ ~ kira-kira",
        "#RutanRantau #HBP61",
    ],
)
def test_what_looks_like_a_mark_is_shown_as_it_was_typed(words: str) -> None:
    shown = body(escape_paragraph(words))
    assert (shape(shown), text_of(shown)) == ("p", words)


@given(st.text(TRICKY, min_size=1, max_size=60))
@example("a\\_b_")
@example("[a] [b]: c")
@example("&#126;~~~")
def test_no_words_are_read_as_markdown(words: str) -> None:
    words = " ".join(words.split())
    shown = body(escape_paragraph(words)) if words else None
    assert text_of(shown) == words
    assert shown is None or shape(shown) == "p"


@given(st.lists(st.text(TRICKY, min_size=1, max_size=20), min_size=2, max_size=4))
def test_nor_are_the_lines_of_a_paragraph(lines: list[str]) -> None:
    lines = [" ".join(line.split()) for line in lines]
    lines = [line for line in lines if line]
    shown = body(escape_paragraph("\n".join(lines))) if lines else None
    assert text_of(shown) == " ".join(lines)
    assert shown is None or set(shape(shown).replace("(", " ").replace(")", " ").split()) <= {"p", "br"}
