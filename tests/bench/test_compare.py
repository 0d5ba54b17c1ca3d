import json
import sys
from pathlib import Path

import pytest

from tests.bench import compare, tables
from tests.bench.measure import Memory, Sample, Spread, memory_of, parsed, spread
from tests.bench.pages import (
    addresses_of,
    differences,
    differing,
    facts_of,
    first_difference,
    page_differences,
    squeezed,
)
from tests.bench.tools import PEERS, Tool, lay_out, warta

PAGE = """<!DOCTYPE html><html><head><title>Apel | Rutan</title></head><body>
<header class="top"><a href="/">Rutan</a></header>
<main><h1>Apel</h1>
<ul class="tags"><li><a href="/tags/apel/">apel</a><br></ul><p>&quot;Siap&quot;</p></main>
<footer>Rutan</footer></body></html>"""
LEADS_ON = '<html><head><meta http-equiv="refresh" content="0; url=/berita/"></head></html>'


def site(folder: Path, **pages: str) -> Path:
    for name, html in pages.items():
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(html, encoding="utf-8")
    return folder


def test_a_page_is_its_text_links_and_elements() -> None:
    facts = facts_of(PAGE)
    assert (facts.title, facts.header, facts.footer) == ("Apel|Rutan", "Rutan", "Rutan")
    assert facts.main == 'Apelapel"Siap"'
    assert facts.links == ("/", "/tags/apel/")
    assert facts.elements == ("main", "h1", "ul.tags", "li", "a", "br", "p")
    assert not facts.leads_on


def test_blanks_and_curly_quotes_do_not_count() -> None:
    assert squeezed("“Al-Qur’an” \n  – …") == squeezed('"Al-Qur\'an" -...')


def test_pages_that_only_lead_on_have_no_address(tmp_path: Path) -> None:
    assert addresses_of(site(tmp_path, berita=PAGE, lama=LEADS_ON)) == {"/berita/"}


def test_equal_sites_have_no_differences(tmp_path: Path) -> None:
    ours, theirs = (site(tmp_path / name, berita=PAGE) for name in ("a", "b"))
    assert list(differences(ours, theirs)) == []


def test_a_page_that_one_site_lacks_is_a_difference(tmp_path: Path) -> None:
    ours, theirs = site(tmp_path / "a", berita=PAGE, apel=PAGE), site(tmp_path / "b", berita=PAGE, razia=PAGE)
    assert list(differences(ours, theirs)) == ["/apel/: only ours", "/razia/: only theirs"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("Siap", "Sigap", "main"), ("/tags/apel/", "/tag/apel/", "links"), ('"tags"', '"topik"', "elements")],
)
def test_a_changed_page_is_a_difference(tmp_path: Path, old: str, new: str, field: str) -> None:
    ours, theirs = site(tmp_path / "a", berita=PAGE), site(tmp_path / "b", berita=PAGE.replace(old, new))
    found = page_differences(ours, theirs, "/berita/")
    assert [line.split(": ")[1] for line in found] == [field]


def test_a_page_with_several_differences_counts_once(tmp_path: Path) -> None:
    ours = site(tmp_path / "a", berita=PAGE, apel=PAGE, razia=PAGE)
    theirs = site(tmp_path / "b", berita=PAGE.replace("apel", "razia"), apel=PAGE)
    found = list(differences(ours, theirs))
    assert len(found) > 2
    assert differing(found) == 2


def bench_of(folder: Path, **pages: str) -> compare.Bench:
    """Tools that have built already, one page each; the first is ours."""
    names = ["warta", *pages]
    for name, page in zip(names, [PAGE, *pages.values()], strict=True):
        site(folder / name, berita=page)
    tools = [Tool(name, "1", "generic", folder, "content", (), lambda _: []) for name in names]
    return compare.Bench(tools, 1000, folder / "sites", folder)


def test_a_measure_with_other_pages_ends_the_comparison(tmp_path: Path) -> None:
    bench = bench_of(tmp_path, hugo=PAGE.replace("Siap", "Sigap"), eleventy=PAGE)
    with pytest.raises(compare.PagesDiffer, match=r"hugo, 1000 posts: 1 addresses, 1 differ[^|]*/berita/: main"):
        bench.check()


def test_other_peers_differences_are_told_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench = bench_of(tmp_path, hugo=PAGE, eleventy=PAGE.replace("Siap", "Sigap"), pelican=PAGE)
    assert bench.check() == {"hugo": 0, "eleventy": 1, "pelican": 0}
    head, told, difference, last = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2] for line in (head, told, last)] == [
        "1 addresses, no difference",
        "1 addresses, 1 differ (ours / theirs)",
        "1 addresses, no difference",
    ]
    assert difference.startswith("  /berita/: main: ")


def test_feeds_that_name_other_posts_are_a_difference(tmp_path: Path) -> None:
    for name, slug in (("a", "apel"), ("b", "razia")):
        (tmp_path / name).mkdir()
        link = f"<link>https://rutan.example/berita/{slug}/</link>"
        (tmp_path / name / "index.xml").write_text(f"<link>https://rutan.example/</link>{link}", encoding="utf-8")
    assert page_differences(tmp_path / "a", tmp_path / "a", "/index.xml") == []
    assert len(page_differences(tmp_path / "a", tmp_path / "b", "/index.xml")) == 1


def test_a_difference_shows_where_two_texts_part() -> None:
    assert first_difference("apel pagi", "apel siang") == "'pagi' / 'siang'"
    assert first_difference(("a", "b"), ("a",)) == "('b',) / ()"


def test_the_middle_run_counts() -> None:
    assert spread([Sample(3, 5, 1), Sample(1, 1, 0), Sample(2, 9, 3)]) == Spread(2, 1, 3, 5, 1)


def test_memory_is_read_from_the_kernels_text() -> None:
    assert parsed("55d0-7ffe ---p 0 0 [rollup]\nRss:  12 kB\nPss:  7 kB\nPss_Anon: 3 kB\n") == (12288, 7168)


def test_a_tool_that_fails_is_not_taken_for_one_with_other_pages(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        memory_of([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, {})


def row(tool: str, wall: float, posts: int = 1000) -> tables.Row:
    return tables.Row(posts, "tmpfs", "cold", tool, Spread(wall, wall, wall, 2 * wall, wall / 2))


def test_times_stand_beside_those_of_the_measure() -> None:
    lines = tables.times_table([row("warta", 0.2), row("hugo", 0.4)], "hugo").splitlines()
    assert lines[2:] == [
        "| cold | warta | 0.200 | 0.200 - 0.200 | 0.50 | 0.400 | 0.100 | 0.50 |",
        "| cold | hugo | 0.400 | 0.400 - 0.400 | 1.00 | 0.800 | 0.200 | 1.00 |",
    ]


def test_growth_is_told_for_each_post() -> None:
    lines = tables.growth_table([row("warta", 5, 10_000), row("warta", 0.4)], "tmpfs").splitlines()
    assert lines[2:] == [
        "| cold | 1,000 | 0.400 | 0.400 - 0.400 | 0.800 | 0.400 | 0.800 |",
        "| cold | 10,000 | 5.000 | 5.000 - 5.000 | 10.000 | 0.500 | 1.000 |",
    ]


def test_a_machine_with_other_work_is_named_busy() -> None:
    assert [tables.busy(load, 2) for load in ("0.40 9.00 9.00", "3.10 0.00 0.00", "?")] == [False, True, False]


def test_the_data_can_be_written_as_json() -> None:
    built = tables.Built(1000, "warta", "abc", 1306, 1310, 9_000_000, Memory(40_000_000, 60_000_000), 17)
    data = json.loads(json.dumps(tables.as_data([row("warta", 0.2)], [built], {"cores": "2"})))
    assert data["times"][0]["times"]["wall"] == 0.2
    assert data["built"][0]["memory"]["together"] == 60_000_000
    assert "| warta | abc | 1,000 | 1,306 | 17 | 1,310 | 9.0 | 40.0 | 60.0 |" in tables.built_table([built])


def test_an_unknown_peer_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.parser().parse_args(["--peers", ",".join(PEERS)]).peers == list(PEERS)
    with pytest.raises(SystemExit):
        compare.parser().parse_args(["--peers", "hugo,hexo"])
    assert "hexo" in capsys.readouterr().err


def test_ours_builds_the_corpus_with_the_benchs_theme(tmp_path: Path) -> None:
    tool = warta(tmp_path, "bench")
    lay_out(tool, 25, tmp_path / "sites" / "25" / "warta")
    bench = compare.Bench([tool], 25, tmp_path / "sites", tmp_path / "out")
    for cell in compare.CELLS:
        bench.prepare(cell, tool)
        bench.run(tool)
    assert {"/", "/berita/page/2/", "/tags/", "/kategori/", "/index.xml", "/sitemap.xml"} <= addresses_of(
        bench.output(tool)
    )
