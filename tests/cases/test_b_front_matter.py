"""Cases B: YAML and front matter."""

import pytest

from tests.samples import codes, facts, read
from warta.codes import Severity
from warta.model import Article


def head(*fields: str, body: str = "Isi berita.") -> str:
    return "\n".join(("---", *fields, "tanggal: 2026-03-02", "---", body))


def sound(text: str) -> Article:
    article, problems = read(text)
    assert article is not None
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    return article


def names(text: str) -> list[str]:
    return [tag.name for tag in sound(text).tags]


def test_a_colon_in_a_title_is_text_with_a_warning_that_shows_the_quoted_form() -> None:  # B1
    article, problems = read(head("judul: Rutan: Razia Gabungan Blok Hunian"))
    assert article is not None
    assert article.title == "Rutan: Razia Gabungan Blok Hunian"
    assert [(each.line, facts(each)["fix"]) for each in problems] == [(2, 'judul: "Rutan: Razia Gabungan Blok Hunian"')]


def test_tabs_that_indent_a_list_are_spaces_with_a_warning() -> None:  # B2
    text = head("judul: Apel", "tags:", "\t- Ramadhan", "\t- pembinaan")
    assert names(text) == ["Ramadhan", "pembinaan"]
    assert codes(read(text)[1]) == ["TAB_INDENT", "TAB_INDENT"]


@pytest.mark.parametrize("word", ["No", "yes", "on", "Off", "true", "~x", "1e3", "0x1F", "12:30:45", "2026"])
def test_a_word_that_yaml_would_guess_at_stays_text(word: str) -> None:  # B3, B11
    article = sound(head(f"judul: {word}", f"tags: [{word}, Ramadhan]"))
    assert (article.title, article.tags[0].name) == (word, word)


@pytest.mark.parametrize(("word", "meaning"), [("true", True), ("false", False), ("ya", True), ("Tidak", False)])
def test_a_draft_flag_knows_indonesian_words(word: str, meaning: bool) -> None:  # noqa: FBT001 - B3, a column of the table
    assert sound(head("judul: Apel", f"draf: {word}")).draft is meaning


def test_a_flag_that_is_no_flag_is_an_error() -> None:  # B3
    assert codes(read(head("judul: Apel", "draf: belum"))[1]) == ["FLAG_UNREADABLE"]


def test_a_key_written_twice_is_an_error_that_names_both_lines() -> None:  # B4
    problems = read(head("judul: Apel Senin", "judul: Apel Selasa"))[1]
    assert [(each.code.name, each.line, facts(each)["first"]) for each in problems] == [("DUPLICATE_KEY", 3, "2")]


def test_numbers_with_leading_zeros_stay_as_written() -> None:  # B5
    article = sound(head("judul: 0123", "slug: 007", "tags: [017, 0899, 08]"))
    assert (article.title, article.slug) == ("0123", "007")
    assert [tag.name for tag in article.tags] == ["017", "0899", "08"]


@pytest.mark.parametrize("title", ["'Jum'at Bersih di Blok A'", '"Razia', "'Razia", '"Kepala Rutan: "Siap""'])
def test_an_unbalanced_quote_is_an_error_where_it_opens(title: str) -> None:  # B7
    problems = read(head("tags: [Ramadhan]", f"judul: {title}"))[1]
    assert [(each.code.name, each.line, each.column) for each in problems] == [("QUOTE_OPEN", 3, 8)]


@pytest.mark.parametrize(
    "fields", [("'penulis: Humas",), ("'penulis: Humas", "ringkasan: Apel: 2 Maret"), ('"penulis: H',)]
)
def test_a_quote_before_a_key_is_an_error_where_it_stands(fields: tuple[str, ...]) -> None:  # B7
    found = [each for each in read(head("judul: Apel", *fields))[1] if each.severity is Severity.ERROR]
    assert [(each.code.name, each.line, each.column) for each in found] == [("QUOTE_OPEN", 3, 1)]
    assert facts(found[0])["fix"] == fields[0][1:]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (("ringkasan: |", '  "Catatan: ini', "  lanjut", "judul: x", "foo"), ("NOT_KEY_VALUE", 6, 1)),
        (('ringkasan: "Awal', "  'Pesan: lanjut", "judul: x"), ("QUOTE_OPEN", 2, 12)),
    ],
)
def test_a_sound_line_is_not_blamed_for_a_quote_in_it(
    fields: tuple[str, ...], told: tuple[str, int, int]
) -> None:  # B7
    found = [each for each in read(head(*fields))[1] if each.severity is Severity.ERROR]
    assert [(each.code.name, each.line, each.column) for each in found] == [told]


def test_a_fault_is_told_at_its_place_in_the_line_as_it_was_typed() -> None:  # B7
    problems = read(head('judul:"Razia'))[1]
    assert [(each.code.name, each.line, each.column) for each in problems] == [
        ("MISSING_SPACE", 2, 6),
        ("QUOTE_OPEN", 2, 7),
    ]


def test_rules_in_the_body_are_no_fences() -> None:  # B8
    article = sound(head("judul: A", body="Pagi\n\n---\n\nSiang\n\n---\n\nMalam"))
    html = "".join(article.body.pieces)
    assert html.count("<hr>") == 2
    assert [part for part in ("Pagi", "Siang", "Malam") if part not in html] == []


def test_a_text_without_front_matter_that_holds_a_rule_is_an_error() -> None:  # B8
    assert codes(read("Pagi\n\n---\n\nSiang\n\n---\n")[1]) == ["NO_FRONT_MATTER"]


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("tags: Ramadhan, pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: Ramadhan", ["Ramadhan"]),
        ("tags: Ramadhan,, pembinaan,", ["Ramadhan", "pembinaan"]),
        ("tags: [Ramadhan, , pembinaan]", ["Ramadhan", "pembinaan"]),
        ("tags: [Ramadhan, '', pembinaan,]", ["Ramadhan", "pembinaan"]),
        ("tags:", []),
        ("tags: []", []),
    ],
)
def test_tags_in_one_text_are_parted_at_the_commas_and_empty_ones_dropped(written: str, tags: list[str]) -> None:  # B10
    assert names(head("judul: Apel", written)) == tags


@pytest.mark.parametrize("written", ["tags: {a: b}", "tags: [[a], b]", "tags:\n  a: b"])
def test_tags_that_are_neither_text_nor_list_are_an_error(written: str) -> None:  # B10
    assert codes(read(head("judul: Apel", written))[1]) == ["WRONG_TYPE"]


def test_numbers_and_dates_as_title_or_tag_are_strings_as_typed() -> None:  # B11
    article = sound(head("judul: 2026", "tags: [2026, 1446-09-01, 1.10]"))
    assert article.title == "2026"
    assert [tag.name for tag in article.tags] == ["2026", "1446-09-01", "1.10"]
