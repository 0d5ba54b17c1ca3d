"""Cases N: inputs on which others take for ever or run out of stack. No limits of time: they finish or not."""

from cProfile import Profile
from pathlib import Path
from pstats import Stats

import pytest
from markdown import Markdown

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
        pytest.param("## Apel" + " " * 1_900_000 + "{", "", id="N7-blanks-before-a-brace"),
        pytest.param("Apel <!--" + " " * 1_900_000 + "more", "", id="N7-blanks-in-a-comment"),
        pytest.param("## Apel {: " + ".tengah " * 230_000 + "}", "", id="N7-classes"),
        pytest.param("```" + " " * 1_900_000 + "x", "", id="N7-blanks-behind-a-fence"),
        pytest.param("~~~a\n\n" * 6_000 + "Apel. " * 300_000, "", id="N7-open-fences"),
        pytest.param("~~~\na\n~~~\n\n" * 3_000 + "Apel. " * 300_000, "", id="N7-closed-fences"),
        pytest.param("a" + "\n: b" * 20_000, "TOO_TANGLED", id="N7-definitions"),
        pytest.param(("a" + "\n: b" * 1_000 + "\n\n") * 400, "TOO_TANGLED", id="N7-lists-of-definitions"),
        pytest.param(("Judul\n---\n" * 1_000 + "\n\n") * 180, "TOO_TANGLED", id="N7-underlined-headings"),
        pytest.param(("*a* " * 1_200 + "\n\n") * 390, "TOO_TANGLED", id="N7-stars-in-many-paragraphs"),
        pytest.param(("*_" * 2_400 + "\n\n") * 390, "TOO_TANGLED", id="N7-stars-and-lines-in-many-paragraphs"),
        pytest.param(("`a " * 2_400 + "\n\n") * 260, "TOO_TANGLED", id="N7-ticks-in-many-paragraphs"),
        pytest.param(("[^1]" * 2_400 + "\n\n") * 190 + "[^1]: x", "TOO_TANGLED", id="N7-notes-in-many-paragraphs"),
        pytest.param((f"a{' ' * 50}\n" * 4_000 + "\n\n") * 9, "TOO_TANGLED", id="N7-blanks-in-many-paragraphs"),
        pytest.param("é\u00a0" * 470_000, "", id="N7-unbroken-blanks"),
        pytest.param("```\n" + ("& " * 2_000 + "\n\n") * 120 + "```", "", id="N7-ampersands-in-code"),
        pytest.param("\n".join(f"[tautan](/berita/) nomor {number}" for number in range(2000)), "", id="N7-links"),
    ],
)
def test_a_post_that_is_costly_elsewhere_is_read_or_refused_by_name(markdown: str, code: str) -> None:
    article, problems = read(sites.post(body=f"Salam.\n\n{markdown}\n\nAkhir isi."))
    assert codes(problems) == ([code] if code else [])
    assert article is not None
    assert code or "Akhir isi." in "".join(article.body.pieces)
    assert {each.path for each in problems} <= {article.path}


def test_a_post_is_rendered_once_for_page_feeds_summary_and_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # N7
    rendered, convert = list[str](), Markdown.convert

    def noted(md: Markdown, text: str) -> str:
        rendered.append(text)
        return convert(md, text)

    monkeypatch.setattr(Markdown, "convert", noted)
    body = "| Hari | Jam |\n|---|---|\n| Senin | 08.00 |\n\nKunjungan dibuka."
    files = {f"content/berita/{name}.md": sites.post("tags: [x]", body=body) for name in "ab"}
    done = sites.published(tmp_path, files)
    assert len(rendered) == len(files)
    for path in ("berita/a/index.html", "feed.xml", "feed.json", "tag/x/feed.xml"):
        assert "Kunjungan dibuka." in done.text(path)


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


def work_of(root: Path, count: int, *fields: str, settings: str = "") -> tuple[sites.Built, int]:
    """Build a site of so many posts, `{n}` in whose fields counts on; and how many functions were called for it."""
    files = {
        f"content/berita/p{n}.md": sites.post(
            *(each.format(n=n, m=n + count // 2) for each in fields), title=f"Apel {n}"
        )
        for n in range(count)
    }
    with Profile() as profile:
        built = sites.published(root, {"site.yaml": sites.SITE_YAML + settings, **files})
    return built, getattr(Stats(profile), "total_calls")  # noqa: B009 - its stubs leave it out


def test_twice_the_posts_with_twice_the_tags_are_about_twice_the_work(tmp_path: Path) -> None:  # N5
    tags = "tags: [t{n}, u{n}, v{m}, t{m}, disiplin, pembinaan, apel, razia]"
    work_of(tmp_path / "hangat", 10, tags)
    once, twice = (work_of(tmp_path / str(count), count, tags)[1] for count in (80, 160))
    assert twice < 2.3 * once


def test_twice_the_posts_in_one_tag_are_about_twice_the_work_and_no_page_links_to_all_others(
    tmp_path: Path,
) -> None:  # N6
    work_of(tmp_path / "hangat", 10, "tags: [apel]")
    (_, once), (built, twice) = (
        work_of(tmp_path / str(count), count, "tags: [apel]", settings="per_page: 10\n") for count in (80, 160)
    )
    assert twice < 2.3 * once
    lists = [page for path, page in built.pages.items() if path.startswith("tag/apel/")]
    assert len(lists) == 16
    assert max(len(list(nav.iter("a"))) for page in lists for nav in page.iter("nav")) < 20
