"""Cases O: the contract of a build: exit code, determinism, overwrites, messages."""

from pathlib import Path

import pytest

from tests import sites
from tests.samples import codes, facts, read
from warta.messages import word


def test_one_broken_post_among_twenty_stops_publishing_and_every_problem_is_listed(tmp_path: Path) -> None:  # O1
    files = {f"content/berita/apel-{number}.md": sites.post() for number in range(18)}
    files |= {"content/berita/rusak-a.md": "---\ntitle: x\n", "content/berita/rusak-b.md": "tanpa kepala"}
    sites.write(tmp_path, files)
    done = sites.run(tmp_path)
    assert (done.returncode, (tmp_path / "public").exists()) == (1, False)
    assert [name for name in ("rusak-a.md", "rusak-b.md") if name not in done.stdout] == []


def test_the_same_site_gives_the_same_bytes_whatever_the_hash_seed_workers_and_order_of_files(
    tmp_path: Path,
) -> None:  # O2
    source = {
        path: data for path, data in sites.contents(sites.EXAMPLE).items() if not path.startswith((".", "public"))
    }
    trees = []
    for number, (seed, jobs) in enumerate((("0", "1"), ("1", "2"), ("42", "4"))):
        root = tmp_path / str(number)
        ordered = sorted(source, reverse=bool(number % 2))
        sites.write(root, {path: source[path] for path in ordered})
        done = sites.run(root, "--jobs", jobs, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stdout
        trees.append(sites.digest(root / "public"))
    assert len(set(trees)) == 1


@pytest.mark.parametrize(
    ("first", "second", "problems"),
    [
        (("aliases: [/berita/b/]",), (), [("a", "content/berita/b.md")]),
        (("aliases: [/lama/]",), ("aliases: [/lama/]",), [("b", "content/berita/a.md")]),
        (("aliases: [/Lama/]",), ("aliases: [/lama]",), [("b", "content/berita/a.md")]),
        (("aliases: [/berita/a/]",), (), [("a", "content/berita/a.md")]),
        (
            ("aliases: [/berita/b/]",),
            ("aliases: [/berita/a/]",),
            [("a", "content/berita/b.md"), ("b", "content/berita/a.md")],
        ),
        (("aliases: [/tag/]",), (), [("a", "/tag/")]),
        (("aliases: [/]",), (), [("a", "/")]),
        (("aliases: [/feed.xml]",), (), [("a", "/feed.xml")]),
        (("aliases: [/warta.json]",), (), [("a", "/warta.json")]),
        (("event: 2026-12-01", "aliases: [/berita/a/a.ics]"), (), [("a", "content/berita/a.md")]),
        (("event: 2026-12-01",), ("aliases: [/berita/a/a.ics/x.html]",), [("b", "content/berita/a.md")]),
        (("event: 2026-12-01",), ("aliases: [/agenda.ics]",), [("b", "/agenda.ics")]),
    ],
)
def test_an_old_address_that_is_taken_is_an_error_that_names_both_sources(
    first: tuple[str, ...], second: tuple[str, ...], problems: list[tuple[str, str]], tmp_path: Path
) -> None:  # O4
    files = {"content/berita/a.md": sites.post(*first), "content/berita/b.md": sites.post(*second)}
    found = sites.site(tmp_path, files).report.problems
    assert [(each.code.name, Path(each.path).stem, facts(each)["other"]) for each in found] == [
        ("ALIAS_TAKEN", *expected) for expected in problems
    ]


def test_an_old_address_leads_on_to_the_post(tmp_path: Path) -> None:  # O4
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post("aliases: [/lama/apel.html, lama/apel]")})
    for address in ("/lama/apel.html", "/lama/apel/"):
        refresh = [
            each.get("content", "") for each in done.page(address).iter("meta") if each.get("http-equiv") == "refresh"
        ]
        assert refresh == ["0; url=/berita/a/"]


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("<h1>\n{{ page.judull }}</h1>", "TEMPLATE_FAULT", 2),
        ("<h1>\n{{ judull }}</h1>", "TEMPLATE_FAULT", 2),
        ("<h1>\n\n{% endfr %}</h1>", "TEMPLATE_SYNTAX", 3),
        ("<h1>\n{{ page.title | besar }}</h1>", "TEMPLATE_SYNTAX", 2),
        ('<h1>\n{% include "tidak-ada.html" %}</h1>', "TEMPLATE_MISSING", 2),
        ("<h1>\n{{ page.title / 2 }}</h1>", "TEMPLATE_FAULT", 2),
    ],
)
def test_a_fault_in_a_template_names_its_line_and_the_page(template: str, code: str, line: int, tmp_path: Path) -> None:
    done = sites.site(tmp_path, {"content/berita/a.md": sites.post(), "layouts/article.html": template})  # O5
    assert [(each.code.name, each.path, each.line) for each in done.report.problems] == [
        (code, "layouts/article.html", line)
    ]
    assert code != "TEMPLATE_FAULT" or facts(done.report.problems[0])["address"] == "/berita/a/"
    assert not done.output.exists()


def test_a_blank_line_above_the_fence_is_named_as_the_cause_with_the_mend() -> None:  # O6
    problems = read("\n---\njudul: Apel\ntanggal: 2026-03-02\n---\n\nIsi.")[1]
    assert codes(problems) == ["FENCE_NOT_FIRST"]
    wording = word(problems[0], "id")
    assert problems[0].line == 2
    assert "ada 1 baris kosong di atasnya" in wording.message
    assert "---" in wording.hint
