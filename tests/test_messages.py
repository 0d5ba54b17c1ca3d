"""All that people read, in both languages."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from warta import messages
from warta.codes import WARNINGS, Code
from warta.messages import en, word, words
from warta.messages import id as indonesian
from warta.problems import problem

SOURCES = sorted(Path(messages.__file__).parent.parent.rglob("*.py"))
HOLE = re.compile(r"\{(\w*)\}")


@pytest.mark.parametrize("language", [indonesian, en])
def test_every_code_has_its_words(language: object) -> None:
    problems = language.PROBLEMS  # type: ignore[attr-defined]
    assert problems.keys() == {code.name for code in Code}
    assert all(message and hint for message, hint in problems.values())


def test_both_languages_speak_of_the_same_facts() -> None:
    for name, texts in indonesian.PROBLEMS.items():
        for mine, other in zip(texts, en.PROBLEMS[name], strict=True):
            assert set(HOLE.findall(mine)) == set(HOLE.findall(other)), name


def test_both_languages_have_the_same_short_texts() -> None:
    assert words("id").keys() == words("en").keys()
    for name, text in words("id").items():
        assert set(HOLE.findall(text)) == set(HOLE.findall(words("en")[name])), name
    assert indonesian.NAMES.keys() == en.NAMES.keys()


def test_every_code_is_used_and_every_number_is_given_once() -> None:
    used = {
        node.attr
        for path in SOURCES
        if path.name != "problems.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code"
    }
    assert {code.name for code in Code} - used == set()
    assert len({code.value for code in Code}) == len(Code)
    assert set(Code) >= WARNINGS


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", list(Code))
def test_every_problem_can_be_worded_with_its_facts(code: Code, language: str) -> None:
    catalog = {"id": indonesian, "en": en}[language].PROBLEMS[code.name]
    names = {name for text in catalog for name in HOLE.findall(text)}
    facts: dict[str, Any] = dict.fromkeys(names, "{isi} 100% [[x]]")
    worded = word(problem(code, "x.md", **facts), language)
    assert "{isi} 100% [[x]]" in worded.message + worded.hint or not names


def test_a_part_stands_only_if_its_facts_are_known() -> None:
    with_fix = word(problem(Code.DATE_IMPOSSIBLE, "x.md", text="a", fix="date: b"), "id").hint
    without = word(problem(Code.DATE_IMPOSSIBLE, "x.md", text="a", fix=""), "id").hint
    assert with_fix == "Periksa hari, bulan, dan jamnya; tulis begini: date: b"
    assert without == "Periksa hari, bulan, dan jamnya"


def test_the_kinds_of_values_are_named_in_the_language() -> None:
    found = problem(Code.WRONG_TYPE, "x.md", key="list", wanted="list", got="mapping")
    assert word(found, "id").message.startswith("`list` harus berupa daftar, bukan kelompok")


@pytest.mark.parametrize(
    ("said", "told"),
    [("No space left on device", "tidak dapat ditulis (ruang disk habis)"), ("aneh", "tidak dapat ditulis (aneh)")],
)
def test_what_the_system_says_is_told_in_indonesian(said: str, told: str) -> None:
    assert word(problem(Code.WRITE_FAILED, "public", reason=said), "id").message == told


def test_every_reason_of_ours_has_words_in_both_languages() -> None:
    assert en.REASONS.keys() <= indonesian.REASONS.keys()
