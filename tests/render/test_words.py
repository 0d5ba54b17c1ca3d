"""The words of the theme, and dates without any locale."""

from datetime import datetime

import pytest

from tests.samples import codes, facts
from tests.sites import ROOT
from warta.render.words import Words, read_words

LISTS = "weekdays: [Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu]\nmonths: [" + ", ".join("abcdefghijkl") + "]\n"


def words_in(language: str) -> Words:
    text = (ROOT / f"layouts/strings/{language}.yaml").read_text("utf-8")
    words, problems = read_words(
        text, "x", frozenset(text.split(":")[0] for text in text.splitlines() if text[:1] not in ("", "#"))
    )
    assert words is not None, problems
    assert problems == ()
    return words


@pytest.mark.parametrize(
    ("language", "date", "month"),
    [("id", "Sabtu, 22 Maret 2025", "Maret 2025"), ("en", "Saturday, 22 March 2025", "March 2025")],
)
def test_dates_are_written_in_words(language: str, date: str, month: str) -> None:
    words = words_in(language)
    assert (words.date(datetime.fromisoformat("2025-03-22T09:30+08:00")), words.month(2025, 3)) == (date, month)


@pytest.mark.parametrize(
    ("offset", "time"),
    [
        ("+07:00", "09.30 WIB"),
        ("+08:00", "09.30 WITA"),
        ("+09:00", "09.30 WIT"),
        ("+00:00", "09.30 UTC+0"),
        ("-05:00", "09.30 UTC-5"),
        ("+05:30", "09.30 UTC+5.5"),
        ("+07:30", "09.30 UTC+7.5"),
    ],
)
def test_times_carry_the_name_of_their_zone(offset: str, time: str) -> None:
    assert words_in("id").time(datetime.fromisoformat(f"2025-03-22T09:30{offset}")) == time


def test_both_languages_have_the_same_words() -> None:
    assert words_in("id").texts.keys() == words_in("en").texts.keys()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (LISTS + "home: Beranda", []),
        (LISTS, ["home"]),
        (LISTS + "home:", ["home"]),
        (LISTS + "home: []", ["home"]),
        (LISTS + "home: {a: b}", ["home"]),
        (LISTS + "home: [a, b]", ["home"]),
        (LISTS.replace("Senin, ", "") + "home: x", ["weekdays"]),
        ("home: x", ["months", "weekdays"]),
    ],
)
def test_a_word_that_is_missing_or_no_text_is_named(text: str, missing: list[str]) -> None:
    words, problems = read_words(text, "layouts/strings/id.yaml", frozenset({"home"}))
    assert (words is None) is bool(missing)
    assert [facts(each)["key"] for each in problems if each.code.name == "WORD_MISSING"] == missing


def test_a_word_of_ones_own_is_only_a_warning_if_no_template_uses_it() -> None:
    words, problems = read_words(LISTS + "home: x\nkata_baru: y", "x", frozenset({"home"}))
    assert words is not None
    assert codes(problems) == ["UNKNOWN_KEY"]


def test_a_site_writes_only_the_words_that_it_changes() -> None:
    theme = LISTS + "home: Beranda\nnews: Berita"
    words, problems = read_words("home: Depan\nbaru: Baru", "x", frozenset({"home", "news", "baru"}), theme)
    assert words is not None
    assert problems == ()
    assert words.texts == {"home": "Depan", "news": "Berita", "baru": "Baru"}
    assert words.weekdays[0] == "Senin"
