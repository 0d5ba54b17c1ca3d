"""Cases N: inputs on which others take for ever or run out of stack. No limits of time: they finish or not."""

from pathlib import Path

import pytest

from tests import sites
from tests.samples import codes, read


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        pytest.param("![" * 3000, "", id="N1-images"),
        pytest.param("[a][" * 3000, "", id="N1-references"),
        pytest.param("[" * 50_000, "", id="N1-brackets"),
        pytest.param("[a](" * 3000, "TOO_TANGLED", id="N1-open-links"),
        pytest.param("# a\n\n" * 50_000, "", id="N7-namesakes"),
        pytest.param("[x]: /berita/\n\n" + "[a][x]\n\n" * 50_000, "", id="N7-one-reference"),
        pytest.param(f"{'|a' * 3000}|\n{'|-' * 3000}|\n" + "|a|\n" * 3000, "TOO_TANGLED", id="N7-wide-table"),
        pytest.param("Isi[^1].\n\n" + "\n".join(f"[^{n}]: x" for n in range(9_000)), "TOO_TANGLED", id="N7-footnotes"),
        pytest.param("> " * 2000 + "Dalam.", "NESTED_TOO_DEEP", id="N2-quotes"),
        pytest.param(">" * 2000 + "Dalam.", "NESTED_TOO_DEEP", id="N2-tight-quotes"),
        pytest.param("\n".join(f"{'    ' * step}- {step}" for step in range(300)), "NESTED_TOO_DEEP", id="N2-lists"),
        pytest.param(
            "\n".join(f"{'  ' * step}- {step}" for step in range(300)), "NESTED_TOO_DEEP", id="N2-lists-by-two"
        ),
        pytest.param("\n".join(f"[tautan](/berita/) nomor {number}" for number in range(2000)), "", id="N7-links"),
    ],
)
def test_a_post_that_is_costly_elsewhere_is_read_or_refused_by_name(markdown: str, code: str) -> None:
    article, problems = read(sites.post(body=f"Salam.\n\n{markdown}\n\nAkhir isi."))
    assert codes(problems) == ([code] if code else [])
    assert article is not None
    assert code or "Akhir isi." in "".join(article.body.pieces)
    assert {each.path for each in problems} <= {article.path}


@pytest.mark.parametrize("link", ["[a](/tak-ada-{}/)", "## Bagian {0}\n\n[a](#bagan-{0})"])
def test_thousands_of_broken_links_are_all_reported(link: str, tmp_path: Path) -> None:  # N7
    body = "\n\n".join(link.format(number) for number in range(5_000))
    done = sites.site(tmp_path, {"content/berita/a.md": sites.post(body=body)})
    assert len(done.codes) == 5_000


def test_front_matter_with_a_thousand_open_lines_above_the_fault_is_an_error_at_the_fault() -> None:  # N2
    sound = "\n".join('a: "x\n  y"' for _ in range(1000))
    problems = read(f'---\n{sound}\ntempat: "Aula\njudul: Apel\n---\n')[1]
    assert [(each.code.name, each.line) for each in problems] == [("QUOTE_OPEN", 2002)]


@pytest.mark.parametrize(
    ("depth", "code"),
    [(20, "YAML_TOO_LARGE"), (500, "YAML_TOO_LARGE"), (5000, "BRACKET_OPEN"), (15_000, "BRACKET_OPEN")],
)
def test_front_matter_nested_deeply_is_an_error_with_its_line(depth: int, code: str) -> None:  # N2
    problems = read(f"---\na: {'[' * depth}\ntitle: x\n---\n")[1]
    assert [(each.code.name, each.line) for each in problems] == [(code, 2)]
