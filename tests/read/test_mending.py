"""Front matter as office staff type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import codes, facts
from warta.problems import Findings, Problem
from warta.read.mending import mend, quoted
from warta.yamlnodes import Mapping, Scalar, read_node


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("tags:", "\t- “Apel”"), [("TAB_INDENT", 3, 1), ("CURLY_QUOTES", 3, 4)]),
        (("event:", "\tplace:“Aula”"), [("TAB_INDENT", 3, 1), ("MISSING_SPACE", 3, 8), ("CURLY_QUOTES", 3, 8)]),
        (("event:", "\t\tplace: Aula: lantai dua"), [("TAB_INDENT", 3, 1), ("VALUE_QUOTED", 3, 10)]),
    ],
)
def test_what_follows_a_tab_is_told_where_it_was_typed(
    lines: tuple[str, ...], told: list[tuple[str, int, int]]
) -> None:
    assert [(each.code.name, each.line, each.column) for each in mended(*lines)[1]] == told


def mended(*lines: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    findings = Findings("x.md", ["---", *lines])
    return mend(lines, 2, findings), findings.problems


@pytest.mark.parametrize(
    ("line", "fixed", "code"),
    [
        ("title: Kunjungan: jadwal baru", 'title: "Kunjungan: jadwal baru"', "VALUE_QUOTED"),
        ("judul: Kunjungan: jadwal baru", 'judul: "Kunjungan: jadwal baru"', "VALUE_QUOTED"),
        ("title: Jadwal:", 'title: "Jadwal:"', "VALUE_QUOTED"),
        ("title: [Foto] Apel pagi", 'title: "[Foto] Apel pagi"', "VALUE_QUOTED"),
        ("title: {Foto} Apel", 'title: "{Foto} Apel"', "VALUE_QUOTED"),
        ("title: @rutan berbagi", 'title: "@rutan berbagi"', "VALUE_QUOTED"),
        ("title: *Penting* untuk keluarga", 'title: "*Penting* untuk keluarga"', "VALUE_QUOTED"),
        ("title: `kode`", 'title: "`kode`"', "VALUE_QUOTED"),
        ("title: 100% hadir #RutanContoh", 'title: "100% hadir #RutanContoh"', "VALUE_QUOTED"),
        ("title: #RutanContoh berbagi", 'title: "#RutanContoh berbagi"', "VALUE_QUOTED"),
        ("title: & mitra", 'title: "& mitra"', "VALUE_QUOTED"),
        ("title: - Apel", 'title: "- Apel"', "VALUE_QUOTED"),
        ('title: Kata: "hadir"', 'title: "Kata: \\"hadir\\""', "VALUE_QUOTED"),
        ("title: Berkas C: D\\E", 'title: "Berkas C: D\\\\E"', "VALUE_QUOTED"),
        ("title: “Jum’at Berkah”", 'title: "Jum’at Berkah"', "CURLY_QUOTES"),
        ("tag: [“Kunjungan”, Jum’at]", 'tag: ["Kunjungan", "Jum’at"]', "CURLY_QUOTES"),
        ("slug: ‘takjil’", 'slug: "takjil"', "CURLY_QUOTES"),
        ("title:Apel pagi", "title: Apel pagi", "MISSING_SPACE"),
        ("title:\u00a0Apel pagi", "title: Apel pagi", "MISSING_SPACE"),
        ("date:2026-03-22", "date: 2026-03-22", "MISSING_SPACE"),
        ("tags: #Ramadhan #Takjil", 'tags: ["Ramadhan", "Takjil"]', "HASHTAGS"),
        ("tag: #Ramadhan, #Takjil", 'tag: ["Ramadhan", "Takjil"]', "HASHTAGS"),
        ("\t- Ramadhan", "  - Ramadhan", "TAB_INDENT"),
        ("\u00a0- Ramadhan", " - Ramadhan", "TAB_INDENT"),
    ],
)
def test_a_slip_with_one_meaning_is_mended_with_a_warning(line: str, fixed: str, code: str) -> None:
    lines, problems = mended(line)
    assert lines == (fixed,)
    assert codes(problems) == [code]
    assert (facts(problems[0])["fix"], problems[0].line, problems[0].excerpt) == (fixed, 2, line)


@pytest.mark.parametrize(
    "line",
    [
        "title: Apel pagi",
        'title: "Kunjungan: jadwal"',
        "title: 'Kunjungan: jadwal'",
        "title: Jum'at Berkah",
        "title: Jum’at Berkah",
        "title: pukul 09:30",
        "title: Rutan # catatan",
        "title: # catatan",
        "title: |",
        "title: >-",
        "title: A/B",
        "tags: [Ramadhan, Takjil]",
        "tags: # catatan",
        "tags: {a: b}",
        "draft: true",
        "# title: Kunjungan: jadwal",
        "aliases:/lama/",
        "image: [a: b]",
        "title: &jangkar Apel",
        "title: !!str Apel",
        "title: !python/object x",
        "  - Ramadhan",
        "",
    ],
)
def test_what_is_right_or_ambiguous_stays_as_it_is(line: str) -> None:
    assert mended(line) == ((line,), ())


def test_only_the_line_with_the_slip_changes() -> None:
    lines, problems = mended("title: Apel", "place:Rantau", "tags: [a]")
    assert lines == ("title: Apel", "place: Rantau", "tags: [a]")
    assert [each.line for each in problems] == [3]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff\ufeff")))
def test_a_quoted_text_is_read_back_as_itself(text: str) -> None:
    node = read_node(f"title: {quoted(text)}")
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    assert value.text == text


@given(st.lists(st.sampled_from([*"[]{}#&*!|>@%`\"'“”:-, ", ": ", " #", "Apel", "é"]), max_size=8).map("".join))
def test_a_mended_line_needs_no_more_mending(value: str) -> None:
    lines, _ = mended(f"title: {value}")
    again, problems = mended(*lines)
    assert (again, problems) == (lines, ())


@pytest.mark.parametrize(
    ("head", "line", "fixed", "code"),
    [
        ("acara:", "  mulai:2026-12-25 08.00", "  mulai: 2026-12-25 08.00", "MISSING_SPACE"),
        ("ralat:", "  - tanggal:2026-03-05", "  - tanggal: 2026-03-05", "MISSING_SPACE"),
        ("ralat:", "    teks: Semula tertulis: 30.", '    teks: "Semula tertulis: 30."', "VALUE_QUOTED"),
        ("event:", "  place: “Aula”", '  place: "Aula"', "CURLY_QUOTES"),
    ],
)
def test_a_slip_below_an_event_or_a_correction_is_mended_too(head: str, line: str, fixed: str, code: str) -> None:
    lines, problems = mended(head, line)
    assert lines == (head, fixed)
    assert [(each.code.name, each.line, facts(each)["fix"]) for each in problems] == [(code, 3, fixed)]


@pytest.mark.parametrize(
    "line", ["  mulai: 2026-12-25 08:00", "  tempat: Aula", "  - teks: Semula 30.", "    lanjutan: x"]
)
def test_what_is_right_below_an_event_stays(line: str) -> None:
    assert mended("acara:", line) == (("acara:", line), ())
