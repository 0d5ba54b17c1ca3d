"""Text -> front matter and body, failing closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import codes, facts
from warta.problems import Findings
from warta.read.frontmatter import Parts, split


def parted(text: str) -> tuple[Parts | None, Findings]:
    findings = Findings("x.md", text.split("\n"))
    return split(text, findings), findings


def test_the_lines_between_the_fences_are_fields_and_the_rest_is_body() -> None:
    parts, findings = parted("---\ntitle: Apel\ndate: 2026-01-31\n---\nIsi.\n\n---\n\nLagi.")
    assert parts == Parts(("title: Apel", "date: 2026-01-31"), 2, "Isi.\n\n---\n\nLagi.", 5)
    assert findings.problems == ()


@pytest.mark.parametrize(
    ("text", "fields", "body"), [("---\n---", (), ""), ("---\n---\n", (), ""), ("---\na: b\n---\nx", ("a: b",), "x")]
)
def test_either_part_may_be_empty(text: str, fields: tuple[str, ...], body: str) -> None:
    parts, _ = parted(text)
    assert parts is not None
    assert (parts.fields, parts.body) == (fields, body)


def test_blanks_after_a_fence_are_forgiven_with_a_warning() -> None:
    parts, findings = parted("--- \ntitle: Apel\n---\t\nIsi.")
    assert parts is not None
    assert [(each.code.name, each.line) for each in findings.problems] == [("FENCE_BLANKS", 1), ("FENCE_BLANKS", 3)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Berita tanpa kepala.\n", "NO_FRONT_MATTER", 1),
        ("# Judul\n\nIsi.", "NO_FRONT_MATTER", 1),
        ("title: Apel\n---\nIsi.", "NO_FRONT_MATTER", 1),
        ("\n\n---\ntitle: Apel\n---\nIsi.", "FENCE_NOT_FIRST", 3),
        ("  ---\ntitle: Apel\n---\nIsi.", "FENCE_NOT_FIRST", 1),
        ("–––\ntitle: Apel\n–––\nIsi.", "FENCE_NOT_FIRST", 1),
        ("—\ntitle: Apel\n—\nIsi.", "FENCE_NOT_FIRST", 1),
        ("----\ntitle: Apel\n----\nIsi.", "FENCE_NOT_FIRST", 1),
        ("***\ntitle: Apel\n***\nIsi.", "FENCE_NOT_FIRST", 1),
        ("___\njudul: Apel\n___\nIsi.", "FENCE_NOT_FIRST", 1),
        ("---\ntitle: Apel\ndraft: true\n\nIsi.", "FENCE_NOT_CLOSED", 4),
        ("---\ntitle: Apel\n--\nIsi.", "FENCE_NOT_CLOSED", 3),
        ("---\ntitle: Apel\n —--\nIsi.", "FENCE_NOT_CLOSED", 3),
        ("---\ntitle: Apel\ntags:\n- a\nIsi berita.", "FENCE_NOT_CLOSED", 5),
        ("---\ntitle: Apel", "FENCE_NOT_CLOSED", 2),
        ("---", "FENCE_NOT_CLOSED", 1),
    ],
)
def test_a_broken_fence_stops_the_build_at_its_line(text: str, code: str, line: int) -> None:
    parts, findings = parted(text)
    assert parts is None
    assert [(each.code.name, each.line) for each in findings.problems] == [(code, line)]


def test_a_text_without_front_matter_offers_its_first_line_as_the_title() -> None:
    _, findings = parted("\n# Berbagi Takjil\n\nIsi.")
    assert codes(findings.problems) == ["NO_FRONT_MATTER"]
    assert facts(findings.problems[0])["title"] == '"Berbagi Takjil"'


@given(
    st.lists(st.sampled_from(["---", "--", "—", "title: a", "", " ", "draft: true", "Isi", "***", "\t"]), max_size=8)
)
def test_any_lines_give_parts_that_join_to_the_text_or_exactly_one_error(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts, findings = parted(text)
    if parts is None:
        assert len(findings.problems) == 1
        return
    head = text.split("\n")[: parts.body_line - 1]
    rest = "\n".join(text.split("\n")[parts.body_line - 1 :])
    assert (tuple(head[1:-1]), rest) == (parts.fields, parts.body)
