"""Cases X: traps seen while running the packages."""

from datetime import datetime
from pathlib import Path

import pytest

from tests import sites
from tests.samples import codes, facts, read
from tests.sites import body, shape, text_of


@pytest.mark.parametrize(
    "title",
    [
        "Razia #ZeroHalinar 2026",  # X1
        "#RutanBersih Gelar Razia",  # X1
        "[Foto] Apel",  # X2
        "@rutan Gelar Apel",  # X2
        "%50 Lulus",  # X2
        "*penting*",  # X2
        "{a}",  # X2
        "`kode`",  # X2
        "!penting sekali",  # X2
        "- Apel",  # X2
        "? Apel",  # X2
        "> Apel",  # X2
        "| Apel",  # X2
        "Apel:",  # X2
        "Jadwal: Senin: Apel",  # B1
    ],
)
def test_a_title_that_yaml_would_cut_or_refuse_is_kept_with_the_quoted_line_to_paste(title: str) -> None:
    article, problems = read(sites.post(title=title))
    assert article is not None
    assert article.title == title
    assert [facts(each)["fix"] for each in problems] == [f'title: "{title}"']
    again, none = read(sites.post(title=f'"{title}"'))
    assert (again, none) == (article, ()) or (again is not None and again.title == title and none == ())


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("tags: #Ramadhan", ["Ramadhan"]),
        ("tags: #Ramadhan #pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: #Ramadhan, #pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: [#Ramadhan, #pembinaan]", ["Ramadhan", "pembinaan"]),
        ("tags: [Ramadhan, #pembinaan]", ["Ramadhan", "pembinaan"]),
        ("tags:\n  - #Ramadhan\n  - pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags:\n- #Ramadhan\n- #pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: Ramadhan, #pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: Ramadhan #pembinaan", ["Ramadhan", "pembinaan"]),
        ("tags: #Ramadhan kunjungan keluarga, #pembinaan", ["Ramadhan", "kunjungan keluarga", "pembinaan"]),
        ("tags: #Ramadhan#pembinaan", ["Ramadhan", "pembinaan"]),
    ],
)
def test_hashtags_are_tags_with_a_warning(written: str, tags: list[str]) -> None:  # X1
    article, problems = read(sites.post(written))
    assert article is not None
    assert [tag.name for tag in article.tags] == tags
    assert set(codes(problems)) <= {"HASHTAGS", "LIST_AS_TEXT"}
    assert "HASHTAGS" in codes(problems)


def test_a_title_that_is_an_anchor_of_yaml_is_an_error_with_the_quoted_line_to_paste() -> None:  # X2
    problems = read(sites.post(title="&lain"))[1]
    assert [(each.code.name, each.line, facts(each)["fix"]) for each in problems] == [
        ("YAML_MAGIC", 2, 'title: "&lain"')
    ]


def test_a_comment_after_a_value_stays_a_comment() -> None:  # X1
    article, problems = read(sites.post("draft: false # belum", "category: Kegiatan # catatan", "tags: [a] # dua"))
    assert article is not None
    assert article.category is not None
    assert (article.category.name, [tag.name for tag in article.tags], problems) == ("Kegiatan", ["a"], ())


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01 09:00",
        "1 Maret 2026 09.00",
        "01-03-2026 09.00",
        "2026-3-1 09.00",
        "1/3/2026 pukul 09.00",
        "March 1 2026 09:00",
    ],
)
def test_dates_are_read_day_first_with_names_in_both_languages(written: str) -> None:  # X4
    article = read(sites.post(date=written))[0]
    if written.startswith("March"):
        assert article is None  # month first is no form of ours: it is refused, never guessed
    else:
        assert article is not None
        assert article.date is not None
        assert article.date.replace(tzinfo=None) == datetime(2026, 3, 1, 9)  # noqa: DTZ001 - compared without its zone


@pytest.mark.parametrize(("markdown", "shaped"), [("2*3*4", "p"), ("Ini *miring* dan **tebal**.", "p(em strong)")])
def test_a_star_inside_a_word_is_a_star(markdown: str, shaped: str) -> None:  # X6
    inner = body(markdown)
    assert shape(inner) == shaped
    assert shaped != "p" or text_of(inner) == markdown


def test_marks_of_a_chat_program_are_noted() -> None:  # X6
    assert codes(read(sites.post(body="Ini *tebal* dan _miring_ dari obrolan."))[1]) == ["CHAT_MARKS"]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\xff\xd8\xff\xe1GPS-rahasia", b"GIF89a-rahasia"])
def test_a_photo_that_cannot_be_made_clean_is_an_error_and_never_copied(data: bytes, tmp_path: Path) -> None:  # X8
    done = sites.site(
        tmp_path, {"content/berita/a/index.md": sites.post(body="![x](a.jpg)"), "content/berita/a/a.jpg": data}
    )
    assert [(each.code.name, each.path) for each in done.report.problems] == [
        ("PHOTO_BROKEN", "content/berita/a/a.jpg")
    ]
    assert not done.output.exists()
