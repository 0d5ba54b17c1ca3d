"""Code between fences: what opens and closes one, and that nothing but code comes out of it."""

import pytest

from tests.sites import body, shape, text_of


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("```\na\n```", ["a\n"]),
        ("~~~\na\n~~~", ["a\n"]),
        ("Teks.\n```\na\n\nb\n```  \nTeks.", ["a\n\nb\n"]),
        ("``` python\na\n```", ["a\n"]),
        ("```c++\na\n```", ["a\n"]),
        ("``` {.catatan #x}\na\n```", ["a\n"]),
        ("````\n```\n````", ["```\n"]),
        ("```\n~~~\n```", ["~~~\n"]),
        ("```\n```\n\n```\na\n```", ["", "a\n"]),
        ('```\n<b>&amp; "x" *y* [z](/a/)\n```', ['<b>&amp; "x" *y* [z](/a/)\n']),
        ("~~~\na\n~~~~\n~~~", ["a\n~~~~\n"]),
    ],
)
def test_what_stands_between_fences_is_code_as_typed(markdown: str, code: list[str]) -> None:
    inner = body(f"Awal.\n\n{markdown}\n\nAkhir.")
    assert ["".join(each.itertext()) for each in inner.iter("pre")] == code
    assert text_of(inner).startswith("Awal.")
    assert text_of(inner).endswith("Akhir.")
    assert {name for each in inner.iter() for name in each.attrib} == set()


@pytest.mark.parametrize("markdown", ["```\na", "``` a b\na\n~~~", "~~\na\n~~", "```\na\n ```", "Teks ```\na\n~~~"])
def test_a_fence_that_stays_open_is_text(markdown: str) -> None:
    inner = body(f"Awal.\n\n{markdown}\n\nAkhir.")
    assert list(inner.iter("pre")) == []
    assert text_of(inner).endswith("Akhir.")


def test_text_between_two_blocks_of_code_stays_text() -> None:
    assert shape(body("```\na\n```\n\n*b*\n\n```\nc\n```")) == "pre(code) p(em) pre(code)"
