"""Problems and reports as text, JSON or annotations."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOUSE
from warta import console, reporttext
from warta.codes import Code, Severity
from warta.problems import Problem, problem, weigh
from warta.report import Report
from warta.told import Told, Withheld

DATE = problem(
    Code.DATE_IMPOSSIBLE,
    "content/berita/x.md",
    4,
    9,
    excerpt="  date: 2026-02-30",
    text="2026-02-30",
    fix="date: 2026-02-28",
)
DUE = datetime.fromisoformat("2026-12-01T07:00+08:00")


def test_a_problem_reads_as_place_code_line_caret_and_way_out() -> None:
    assert reporttext.as_text(DATE, "id") == (
        'content/berita/x.md:4:9: galat F103 tanggal "2026-02-30" tidak ada di kalender\n'
        "    |   date: 2026-02-30\n"
        "    |         ^\n"
        "    → Periksa hari, bulan, dan jamnya; tulis begini: date: 2026-02-28"
    )


@pytest.mark.parametrize(("line", "column", "place"), [(0, 0, "x.md:"), (3, 0, "x.md:3:"), (3, 7, "x.md:3:7:")])
def test_a_place_is_told_as_far_as_it_is_known(line: int, column: int, place: str) -> None:
    assert reporttext.as_text(problem(Code.FILE_EMPTY, "x.md", line, column), "en").startswith(f"{place} warning B102 ")


def test_a_hint_of_several_lines_keeps_them() -> None:
    lines = reporttext.as_text(problem(Code.NO_FRONT_MATTER, "x.md", 1, 1, title="Apel"), "id").split("\n")
    assert lines[1:] == [
        "    → Mulai naskah dengan empat baris ini, lalu isi tanggalnya:",
        "      ---",
        "      judul: Apel",
        "      tanggal: TAHUN-BULAN-HARI",
        "      ---",
    ]


@pytest.mark.parametrize(
    ("column", "length"), [(1, 300), (40, 300), (150, 300), (300, 300), (101, 100), (5, 4), (900, 300)]
)
def test_the_caret_stands_under_its_column_however_long_the_line(column: int, length: int) -> None:
    excerpt = "".join(chr(97 + n % 26) for n in range(length))
    lines = reporttext.as_text(problem(Code.YAML_MAGIC, "x.md", 1, column, excerpt=excerpt), "id").split("\n")
    assert len(lines[1].removeprefix("    | ")) <= 100
    if column <= length:
        assert lines[1][lines[2].index("^")] == excerpt[column - 1]


def test_tabs_do_not_move_the_caret() -> None:
    lines = reporttext.as_text(problem(Code.YAML_MAGIC, "x.md", 1, 4, excerpt="\ta: *b"), "id").split("\n")
    assert (lines[1], lines[2]) == ("    |  a: *b", "    |    ^")


def test_letters_that_no_one_sees_are_written_out_and_the_caret_stays() -> None:
    found = problem(Code.DATE_UNREADABLE, "a\x1b.md", 1, 8, excerpt="da\x1bte: x", text="a\n::b\x9b", fix="")
    lines = reporttext.as_text(found, "en").split("\n")
    assert lines[0].startswith("a\\u001b.md:1:8: error F108 ")
    assert "a\\u000a::b\\u009b" in lines[0]
    assert lines[1:3] == ["    | da\\u001bte: x", "    |             ^"]


def test_an_annotation_escapes_what_github_would_read() -> None:
    found = problem(Code.DATE_UNREADABLE, "content/a,b:c%d.md", 3, 0, text="1%\r\n2::error::x", fix="")
    assert reporttext.annotation(found, "id") == (
        "::error file=content/a%2Cb%3Ac%25d.md,line=3,col=1,title=F108::"
        'tanggal "1%25%0D%0A2::error::x" tidak terbaca%0ATulis tahun-bulan-hari atau tanggal Indonesia, '
        "misalnya 2026-03-05 atau 5 Maret 2026 pukul 09.30 WITA."
    )


def test_an_annotation_of_a_whole_file_has_no_line() -> None:
    assert reporttext.annotation(problem(Code.FILE_EMPTY, "a.md"), "en").startswith("::warning file=a.md,title=B102::")


PROBLEMS = st.builds(
    lambda code, path, line, column, excerpt, text: problem(
        code,
        path,
        line,
        column,
        excerpt=excerpt,
        **dict.fromkeys(("text", "fix", "got", "wanted", "target", "reason"), text),
    ),
    st.sampled_from([Code.DATE_UNREADABLE, Code.WRITE_FAILED, Code.SYMLINK]),
    st.text(max_size=20),
    st.integers(0, 9),
    st.integers(0, 400),
    st.text(max_size=300),
    st.text(max_size=20),
)


@given(PROBLEMS, st.sampled_from(["id", "en"]))
def test_any_problem_can_be_shown(found: Problem, language: str) -> None:
    assert found.code in reporttext.as_text(found, language)
    line = reporttext.annotation(found, language)
    assert "\n" not in line
    assert "\r" not in line
    assert json.loads(json.dumps(reporttext.as_json(found, language), ensure_ascii=False))["code"] == found.code


@pytest.mark.parametrize(
    ("report", "lines"),
    [
        (Report("public", "id", (DATE,)), ["public tidak diubah: 1 galat, 0 peringatan"]),
        (
            Report("public", "id", (problem(Code.FILE_EMPTY, "x.md"),)),
            ["public tidak diubah: 1 peringatan, dan --strict diminta"],
        ),
        (
            Report(
                "public", "id", (), published=True, pages=3, added=("a",), changed=("b", "c"), deleted=("d",), kept=4,
                told=Told(
                    (), (Withheld("x.md", "draft", None), Withheld("y.md", "scheduled", DUE)),
                    (("Ramadhan", ("Ramadan", "Romadhon")),),
                ),
            ),
            [
                "belum terbit (konsep): x.md",
                "belum terbit (terjadwal 2026-12-01 07:00 +0800): y.md",
                'Tag "Ramadhan" juga ditulis: Ramadan, Romadhon',
                "Berita terjadwal berikutnya terbit 2026-12-01 07:00 +0800",
                "public: 3 halaman dan 4 berkas lain; 3 ditulis, 4 tetap, 1 dihapus",
            ],
        ),
    ],
)  # fmt: skip
def test_a_summary_says_what_was_done_and_what_waits(report: Report, lines: list[str]) -> None:
    assert list(reporttext.summary(report)) == lines


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, "public: 1 page and 1 other file; 2 written, 0 kept, 0 deleted | 1 warning"),
        (2, "public: 2 pages and 2 other files; 4 written, 0 kept, 0 deleted | 2 warnings"),
    ],
)
def test_english_counts_one_thing_as_one(count: int, line: str) -> None:
    found = tuple(problem(Code.FILE_EMPTY, f"{number}.md") for number in range(count))
    added = tuple(map(str, range(2 * count)))
    report = Report("public", "en", found, published=True, pages=count, added=added)
    assert " | ".join(reporttext.summary(report)) == line
    stopped = " | ".join(reporttext.summary(Report("public", "en", (DATE,) * count)))
    assert stopped == f"public is unchanged: {count} {'error' if count == 1 else 'errors'}, 0 warnings"


def test_problems_are_sorted_without_repeats_and_weighed_by_the_site() -> None:
    first, second = problem(Code.RAW_HTML, "a.md", 2, 1, tag="<p>"), problem(Code.SYMLINK, "b.md")
    found = weigh([second, first, first, DATE], {"M102": Severity.ERROR, "B108": Severity.OFF})
    assert [(each.path, each.severity) for each in found] == [("a.md", "error"), (DATE.path, "error")]
    assert HOUSE.severities == {}


def test_progress_is_shown_on_a_terminal_only_and_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([0.0, 0.05, 0.2, 0.25, 0.4])
    progress = console.Progress(lambda: next(moments))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    for done in (1, 2, 3, 4):
        progress(done, 4)
    progress.end()
    assert [each.strip() for each in capsys.readouterr().err.split("\r")] == ["", "50 %", "100 %", "", ""]


def test_a_pipe_sees_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    moments = iter([0.0, 9.0])
    console.Progress(lambda: next(moments))(1, 2)
    assert capsys.readouterr().err == ""
