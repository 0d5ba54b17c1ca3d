"""Checks of a text in a whole build: their levels, what silences them, and what is remembered of them."""

from pathlib import Path

import pytest

from tests.sites import SITE_YAML, built, post, site, write

WRONG = post("abaikan: [{}]", date="2025-03-22", body="Apel digelar Sabtu, 22 Maret 2024 dan Minggu (22/3).")
PATH = "content/berita/2025-03-22-apel.md"


def told(root: Path, text: str, settings: str = "", **request: object) -> list[tuple[str, str]]:
    done = site(root, {"site.yaml": f"{SITE_YAML}\n{settings}\n", PATH: text}, **request)
    return [(str(each.code), str(each.severity)) for each in done.report.problems]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", [("K101", "error"), ("K102", "warning")]),
        ("checks: {K101: warning, K102: error}", [("K101", "warning"), ("K102", "error")]),
        ("checks: {k101: off}", [("K102", "warning")]),
    ],
)
def test_a_site_weighs_what_its_texts_say_as_it_likes(
    tmp_path: Path, settings: str, expected: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, WRONG.format(""), settings) == expected


def test_a_draft_may_still_say_anything(tmp_path: Path) -> None:
    text = WRONG.format("").replace("---\n\n", "draft: true\n---\n\n", 1)
    assert told(tmp_path, text, drafts=True) == [("K101", "warning"), ("K102", "warning")]


def test_a_post_silences_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    assert told(tmp_path, WRONG.format("K101")) == [("K102", "warning")]
    assert told(tmp_path, WRONG.format("k102, K101")) == []


def test_the_line_that_is_wrong_is_shown(tmp_path: Path) -> None:
    done = site(tmp_path, {PATH: WRONG.format("")})
    assert [(each.line, each.excerpt[: len("Apel digelar Sabtu")]) for each in done.report.problems] == [
        (7, "Apel digelar Sabtu"),
        (7, "Apel digelar Sabtu"),
    ]


def test_what_was_found_is_remembered_and_found_anew_when_the_table_of_names_changes(tmp_path: Path) -> None:
    text = post(date="2025-03-22", body="Kanwil Kemenkumham meninjau dapur.")
    cache = {"cache": tmp_path / ".warta"}
    assert told(tmp_path, text, "", **cache) == []
    names = "names: [{name: Kemenkumham, until: 2024-10}]"
    assert told(tmp_path, text, names, **cache) == [("K202", "warning")]
    again = built(tmp_path, **cache)
    assert [each.code for each in again.report.problems] == ["K202"]
    write(tmp_path, {PATH: text.replace("Kemenkumham", "Ditjenpas"), "site.yaml": f"{SITE_YAML}\n{names}\n"})
    assert built(tmp_path, **cache).report.problems == ()


def test_a_post_that_was_taken_back_is_not_asked_about(tmp_path: Path) -> None:
    assert told(tmp_path, WRONG.format("").replace("date:", "tarik: true\ndate:")) == []
