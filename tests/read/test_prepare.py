"""Body text -> text that Python-Markdown reads the way the writer meant it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.read.prepare import MORE, fence_of, prepare


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("Kata:\n- satu\n- dua", "Kata:\n\n- satu\n- dua"),
        ("Kata\n- satu\n- dua", "Kata\n\n- satu\n- dua"),
        ("Kata:\n- satu", "Kata:\n\n- satu"),
        ("Kata\n- satu", "Kata\n- satu"),
        ("Hadir pada\n17. Agustus", "Hadir pada\n17. Agustus"),
        ("Kata:\n1. satu\n2. dua", "Kata:\n\n1. satu\n2. dua"),
        ("Kata:\n1) satu\n2) dua", "Kata:\n\n1. satu\n2. dua"),
        ("• satu\n• dua", "- satu\n- dua"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("- a\n   - b", "- a\n    - b"),
        ("1. a\n   - b\n2. c", "1. a\n    - b\n2. c"),
        ("- a\n\n  lanjutan", "- a\n\n    lanjutan"),
        ("-\u00a0satu\n-\u00a0dua", "- satu\n- dua"),
        ("-satu", "-satu"),
        ("```\n- a\n  - b\n```", "```\n- a\n  - b\n```"),
        ("~~~\nKata:\n- a\n~~~", "~~~\nKata:\n- a\n~~~"),
    ],
)
def test_lists_are_set_off_and_indented(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("Jadwal:\n| a | b |\n|---|---|\n| 1 | 2 |", "Jadwal:\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nSelesai.", "| a | b |\n|---|---|\n| 1 | 2 |\n\nSelesai."),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
        ("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |", "| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |"),
        ("Kata a | b\nlagi", "Kata a | b\nlagi"),
    ],
)
def test_tables_are_set_off_and_held_together(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("## Judul ##", "## Judul "),
        ("## C#", "## C#"),
        ("#Tagar", "#Tagar"),
        ("###", "###"),
        ("## Judul ## \nx", "## Judul \nx"),
    ],
)
def test_closing_hashes_go(text: str, prepared: str) -> None:
    assert prepare(text) == prepared


@pytest.mark.parametrize("mark", ["<!--more-->", "<!-- more -->", "<!-- MORE -->", "  <!--more-->  "])
def test_the_mark_of_the_summary_becomes_a_paragraph_of_its_own(mark: str) -> None:
    assert prepare(f"Awal.\n{mark}\nLagi.") == f"Awal.\n\n\n{MORE}\n\n\nLagi."


def test_only_the_first_mark_counts_and_none_in_code() -> None:
    assert prepare("```\n<!--more-->\n```\na <!--more--> b <!--more-->").count(MORE) == 1


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("```", "", "```"),
        ("```python", "", "```"),
        ("~~~~", "", "~~~~"),
        ("```", "```", ""),
        ("````", "```", ""),
        ("```", "````", "````"),
        ("~~~", "```", "```"),
        ("``` x", "```", "```"),
        ("    ```", "", ""),
        ("``", "", ""),
        ("```a```", "", ""),
    ],
)
def test_a_fence_of_code_is_followed(line: str, before: str, after: str) -> None:
    assert fence_of(line, before) == after


def test_plain_paragraphs_pass_untouched() -> None:
    text = "Rutan Kelas IIB Contoh berbagi takjil.\n\nKata Kepala Rutan, “alhamdulillah”."
    assert prepare(text) is text


LINES = st.lists(
    st.sampled_from(
        ["- a", "  - b", "1. c", "17. d", "Kata:", "", "| a | b |", "|---|---|", "```", "## J ##", "    x"]
    ),
    max_size=12,
)


@given(LINES)
def test_no_letter_is_lost_and_none_is_made(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(text.replace("#", "").split())

    assert letters(prepare("\n".join(lines))) == letters("\n".join(lines))


@pytest.mark.parametrize("indent", ["   ", "    "])
def test_an_item_right_below_a_paragraph_of_an_item_is_an_item(indent: str) -> None:
    assert prepare(f"1. Satu\n\n{indent}anak\n2. Dua\n3. Tiga") == "1. Satu\n\n    anak\n\n2. Dua\n3. Tiga"
