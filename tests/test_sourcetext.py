"""Bytes -> text, whatever editor wrote them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import codes, facts
from warta import sourcetext
from warta.sourcetext import LARGEST, excerpt, has_unseen, is_dated, is_leftover, is_portable, position, read_text

PATH = "content/berita/x.md"
TEXT = "Kafé – “Jum’at”\nبسم الله\n"


def text_of(data: bytes) -> str:
    text, problems = read_text(data, PATH)
    assert text is not None, problems
    return text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (TEXT.encode(), []),
        (codecs.BOM_UTF8 + TEXT.encode(), []),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ["UTF16"]),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ["UTF16"]),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), ["UTF16"]),
        (TEXT.replace("\n", "\r\n").encode(), []),
        (TEXT.replace("\n", "\r").encode(), []),
        (TEXT.replace("\n", "\u2028").encode(), []),
    ],
)
def test_every_encoding_and_line_end_gives_the_same_text(data: bytes, found: list[str]) -> None:
    text, problems = read_text(data, PATH)
    assert (text, codes(problems)) == (TEXT, found)


def test_windows_1252_is_read_and_the_first_odd_byte_is_named() -> None:
    text, problems = read_text("a\nKafé “x”".encode("cp1252"), PATH)
    assert text == "a\nKafé “x”"
    assert (problems[0].line, problems[0].column, facts(problems[0])["byte"]) == (2, 4, "E9")
    assert problems[0].excerpt == "Kafé “x”"


def test_a_file_with_both_encodings_keeps_every_letter() -> None:
    assert text_of("é".encode() + "é".encode("cp1252")) == "éé"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"satu\ndua\x00", "NUL_BYTE", (2, 4)),
        (b"satu\r\ndua\x81", "UNDECODABLE", (2, 4)),
        (codecs.BOM_UTF16_LE + b"a", "UNDECODABLE", (1, 0)),
        (b"x" * (LARGEST + 1), "FILE_TOO_LARGE", (0, 0)),
    ],
)
def test_what_cannot_be_text_is_an_error_at_its_place(data: bytes, code: str, place: tuple[int, int]) -> None:
    text, problems = read_text(data, PATH)
    assert text is None
    assert [(each.code.name, each.line, each.column) for each in problems] == [(code, *place)]


def test_the_largest_file_is_still_read() -> None:
    assert read_text(b"x" * LARGEST, PATH)[1] == ()


@pytest.mark.parametrize("character", ["\x01", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\x80", "\ufdd0", "\ufffe"])
def test_a_control_character_is_dropped_with_a_warning(character: str) -> None:
    text, problems = read_text(f"baris\nta{character}nda".encode(), PATH)
    assert (text, codes(problems)) == ("baris\ntanda", ["CONTROL_CHARACTER"])
    assert (problems[0].line, problems[0].column) == (2, 3)
    assert facts(problems[0])["character"] == f"U+{ord(character):04X}"


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("", 0, (1, 1)), ("ab", 1, (1, 2)), ("a\nb", 2, (2, 1)), ("a\r\nb", 3, (2, 1)), ("a\rb\n\nc", 5, (4, 1))],
)
def test_a_place_counts_lines_and_columns_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    assert position(text, offset) == place


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_clean_text_or_a_problem(data: bytes) -> None:
    text, problems = read_text(data, PATH)
    if text is None:
        assert problems
        return
    assert not set(text) & {"\0", "\r", "\x0b", "\x85", "\u2028", "\ufdd0", "\x1f"}
    again, found = read_text(text.encode(), PATH)
    assert again == text.removeprefix("\ufeff")
    assert not found


PIECES = [
    *(
        b"Rutan Rantau",
        b"\n",
        b"\t",
        b"\r\n",
        b"\r",
        b"\0",
        b"\x07",
        b"\x0b",
        b"\x7f",
        b"\x81",
        b"\xe9",
        b"\xe2",
        b"\x80\x93",
    ),
    *(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, "é“”–😀".encode()),
    *(letter.encode() for letter in "\u0080\u0085\u009f\u00a0\u2028\u2029\ufdd0\ufdef\ufffd\ufffe\uffff\U0001ffff"),
]


@given(st.lists(st.sampled_from([*PIECES[:2] * 4, *PIECES]), max_size=6).map(b"".join) | st.binary(max_size=20))
def test_the_short_way_gives_what_the_long_way_gives(data: bytes) -> None:
    found = read_text(data, PATH)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sourcetext, "_plain", lambda _data: None)
        assert found == read_text(data, PATH)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_what_editors_write_is_read_the_short_way(mark: bytes, end: str) -> None:
    assert sourcetext._plain(mark + TEXT.replace("\n", end).encode()) == TEXT


@given(st.text(max_size=100))
def test_places_lie_inside_the_text(text: str) -> None:
    for offset in range(len(text) + 1):
        line, column = position(text, offset)
        assert line >= 1
        assert column >= 1


@pytest.mark.parametrize(("line", "text"), [(1, "satu"), (2, "duÿa"), (3, ""), (0, ""), (-1, "")])
def test_a_line_can_be_shown_whatever_its_bytes(line: int, text: str) -> None:
    assert excerpt(b"satu\ndu\xffa\n", line) == text


@pytest.mark.parametrize(
    "data", ["a\u000cb\nsatu\ndua".encode(), "a\x1cb\u2028satu\ndua".encode(), "﻿a\nsatu".encode("utf-16-le")]
)
def test_the_line_that_is_shown_is_the_one_that_was_counted(data: bytes) -> None:
    assert excerpt(data, 2) == "satu"


def test_a_line_of_bytes_that_are_no_text_is_shown_as_far_as_it_can_be() -> None:
    assert excerpt(b"a\nb\x81c", 2) == "b\ufffdc"


@pytest.mark.parametrize(
    "data", ["a\rKafé".encode("cp1252"), "a\u2028Kaf".encode() + b"\xe9", "a\rKafé\0".encode("utf-16")]
)
def test_the_line_beside_a_problem_is_counted_by_every_kind_of_line_end(data: bytes) -> None:
    found = read_text(data, PATH)[1][-1]
    assert (found.line, (found.excerpt or excerpt(data, found.line)).rstrip("\0")) == (2, "Kafé")


@given(st.from_regex(sourcetext._DATED, fullmatch=True))
def test_nothing_is_wrong_with_a_dated_name(name: str) -> None:
    assert is_dated(name)
    assert (is_leftover(name), has_unseen(name), is_portable(name)) == (False, False, True)


@pytest.mark.parametrize(
    "name",
    ["2026-03-02-apel.md~", "2026-03-02-apel.md\n", ".2026-03-02-apel.md", "2026-03-02-apel.tmp", "con.md", "apel.md"],
)
def test_any_other_name_is_looked_at(name: str) -> None:
    assert not is_dated(name)
