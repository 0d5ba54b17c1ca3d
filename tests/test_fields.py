"""Nodes -> named fields."""

import pytest

from tests.samples import codes, facts
from warta.fields import Field, items_of, kind_of, read_fields, read_mapping, text_of
from warta.problems import Findings, Problem

NAMES = {"title": "title", "judul": "title", "tags": "tags", "tag": "tags"}


def fields_of(text: str) -> tuple[dict[str, Field], tuple[Problem, ...]]:
    findings = Findings("x.md", text.split("\n"))
    node = read_mapping(text, 1, findings)
    return (read_fields(node, NAMES, findings) if node else {}), findings.problems


@pytest.mark.parametrize("key", ["title", "judul", "Title", "JUDUL", "'judul'"])
def test_a_key_is_known_in_both_languages_and_any_case(key: str) -> None:
    fields, problems = fields_of(f"{key}: Berbagi Takjil")
    assert (text_of(fields["title"], Findings("", [])), problems) == ("Berbagi Takjil", ())


@pytest.mark.parametrize(
    ("key", "nearest"), [("judull", "judul"), ("titel", "title"), ("tagss", "tags"), ("xyzzy", "")]
)
def test_an_unknown_key_is_a_warning_with_the_nearest_known_one(key: str, nearest: str) -> None:
    fields, problems = fields_of(f"tags: a\n{key}: b")
    assert set(fields) == {"tags"}
    assert [(each.code.name, each.line, each.column) for each in problems] == [("UNKNOWN_KEY", 2, 1)]
    assert facts(problems[0])["nearest"] == nearest
    assert problems[0].excerpt == f"{key}: b"


@pytest.mark.parametrize("second", ["title", "judul", "TITLE"])
def test_of_two_equal_keys_the_first_counts_and_the_second_is_named(second: str) -> None:
    fields, problems = fields_of(f"title: satu\n{second}: dua")
    assert text_of(fields["title"], Findings("", [])) == "satu"
    assert codes(problems) == ["DUPLICATE_KEY"]
    assert facts(problems[0]) == {"key": second, "first": "1"}


@pytest.mark.parametrize("value", ["", " ~", " null"])
def test_an_empty_value_is_like_a_missing_key(value: str) -> None:
    assert fields_of(f"title:{value}") == ({}, ())


def test_text_is_one_line_without_double_spaces() -> None:
    fields, _ = fields_of("title: |\n  Berbagi   takjil\n  di simpang\n")
    assert text_of(fields["title"], Findings("", [])) == "Berbagi takjil di simpang"


@pytest.mark.parametrize(("value", "got"), [("[a]", "list"), ("{a: b}", "mapping")])
def test_a_text_that_is_none_is_a_problem_at_its_value(value: str, got: str) -> None:
    fields, _ = fields_of(f"title: {value}")
    findings = Findings("x.md", [])
    assert text_of(fields["title"], findings) == ""
    assert codes(findings.problems) == ["WRONG_TYPE"]
    assert facts(findings.problems[0]) == {"key": "title", "wanted": "text", "got": got}
    assert (findings.problems[0].line, findings.problems[0].column) == (1, 8)


@pytest.mark.parametrize(
    ("value", "items", "found"),
    [
        ("[a, b]", ["a", "b"], []),
        ("a", ["a"], []),
        ("[a, , ~, '', b]", ["a", "b"], ["NOT"]),
        ("[a, ~, '', '  ', b]", ["a", "b"], []),
        ("[a, [b], {c: d}]", ["a"], ["WRONG_TYPE", "WRONG_TYPE"]),
        ("{a: b}", [], ["WRONG_TYPE"]),
        ("[]", [], []),
    ],
)
def test_a_list_gives_its_texts(value: str, items: list[str], found: list[str]) -> None:
    if found == ["NOT"]:
        assert codes(fields_of(f"tags: {value}")[1]) == ["NOT_KEY_VALUE"]
        return
    fields, _ = fields_of(f"tags: {value}")
    findings = Findings("x.md", [])
    assert [item.text for item in items_of(fields["tags"], findings)] == items
    assert codes(findings.problems) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a", "NOT_A_MAPPING"),
        ("hanya teks", "NOT_A_MAPPING"),
        ("a: [", "NOT_KEY_VALUE"),
        ("a: *b", "YAML_MAGIC"),
        ("[" * 20, "YAML_TOO_LARGE"),
    ],
)
def test_what_is_no_mapping_is_a_problem(text: str, code: str) -> None:
    findings = Findings("x.md", [text])
    assert read_mapping(text, 1, findings) is None
    assert codes(findings.problems) == [code]


def test_an_empty_text_is_an_empty_mapping() -> None:
    node = read_mapping("", 3, Findings("", []))
    assert node is not None
    assert (node.entries, kind_of(node)) == ((), "mapping")
