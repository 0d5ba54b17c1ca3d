"""Bad and tricky posts, each built together with three good ones and judged by its case.toml, on the parsed pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import sites
from tests.hostilecases import CASES, FOLDER, GOOD, GOOD_ENDS, Case, judge, judge_lists, page_with
from tests.sites import Built

COLLECTION = "18770987324b81b0f0ed8a9a203c4af5c3ba09f1c0a4fc11d4dc414017410c7a"
"""The digest of all files of the collection of cases, as they came: whoever loosens one changes it."""


def build(case: Case, root: Path) -> Built:
    return sites.site(root, {**GOOD, **case.files})


def test_the_cases_are_those_of_the_collection_to_the_byte() -> None:
    assert sites.digest(FOLDER) == COLLECTION


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_post_does_what_its_case_says(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    judge(build(case, tmp_path), case)
    assert not (tmp_path.parent / "DIJALANKAN").exists()


@pytest.mark.parametrize(
    "name", ["01-judul-titik-dua", "04-kurung-terbuka", "23-nol-byte", "29-slug-kembar", "53-gambar-hilang"]
)
def test_the_command_line_says_by_its_exit_code_what_the_judge_reads_in_the_report(name: str, tmp_path: Path) -> None:
    case = next(each for each in CASES if each.name == name)
    published = build(case, tmp_path / "a").report.published
    done = sites.run(sites.write(tmp_path / "b", {**GOOD, **case.files}))
    assert done.returncode == (0 if published else 1)
    assert any(path in done.stdout + done.stderr for path in case.sources)
    assert (tmp_path / "b/public").exists() is published


def swapped(old: str, new: str, *, path: str = ".html") -> Callable[[Built], Built]:
    """Replace a text in the published files whose path ends so."""

    def plant(built: Built) -> Built:
        planted = {
            at: data.replace(old.encode(), new.encode()) if at.endswith(path) else data
            for at, data in built.files.items()
        }
        assert planted != built.files
        wrong = Built(built.report, built.output)
        wrong.__dict__["files"] = planted
        return wrong

    return plant


def moved(built: Built) -> Built:
    """Put the post at another address."""
    wrong = Built(built.report, built.output)
    wrong.__dict__["files"] = {path.replace("berita/007/", "berita/7/"): data for path, data in built.files.items()}
    return wrong


def reported(**changes: object) -> Callable[[Built], Built]:
    """Say something else of each problem."""
    return lambda built: Built(
        built.report._replace(problems=tuple(each._replace(**changes) for each in built.report.problems)),  # type: ignore[arg-type]
        built.output,
    )


def silenced(built: Built) -> Built:
    return Built(built.report._replace(problems=()), built.output)


def called_published(built: Built) -> Built:
    return Built(built.report._replace(published=True), built.output)


def called_refused(built: Built) -> Built:
    return Built(built.report._replace(published=False), built.output)


@pytest.mark.parametrize(
    ("name", "plant"),
    [
        ("01-judul-titik-dua", swapped("Ramadhan: Berkah di Balik Jeruji</h1>", "Ramadhan</h1>")),
        ("01-judul-titik-dua", swapped("Balik Jeruji</h1>", "Balik Jeruji: x</h1>")),
        ("01-judul-titik-dua", reported(line=3)),
        ("02-tab", swapped(">pembinaan</a>", ">lain</a>")),
        ("02-tab", reported(line=1)),
        ("04-kurung-terbuka", called_published),
        ("04-kurung-terbuka", reported(line=5)),
        ("04-kurung-terbuka", reported(path="content/berita/2026-03-02-apel-pagi.md")),
        ("04-kurung-terbuka", silenced),
        ("10-tanggal-indonesia", swapped('datetime="2025-03-22', 'datetime="2025-03-21')),
        (
            "11-tag-koma",
            swapped('href="/tag/kurban/"', 'href="/tag/pembinaan/"', path="berita/uji-ramadhan/index.html"),
        ),
        ("11-tag-koma", swapped('href="/berita/uji-ramadhan/"', 'href="/"', path="tag/kurban/index.html")),
        ("13-judul-yes", swapped(">yes</h1>", ">True</h1>")),
        ("14-slug-007", moved),
        ("17-utf8-bom", called_refused),
        ("17-utf8-bom", swapped("Akhir isi berita uji.", "")),
        ("17-utf8-bom", swapped("Awal isi berita uji.", "")),
        ("17-utf8-bom", swapped('href="/berita/uji-ramadhan/"', 'href="/"', path="berita/index.html")),
        ("17-utf8-bom", swapped("Akhir apel pagi.", "")),
        ("19-cp1252", swapped("“", "\ufffd")),
        ("22-cr", swapped("</p>\n<p>Akhir isi", " Akhir isi")),
        ("23-nol-byte", silenced),
        ("23-nol-byte", swapped("<main", "<article></article><main", path="tag/index.html")),
        ("28-judul-300", swapped("pembinaan Ramadhan pembinaan</h1>", "pembinaan</h1>")),
        ("31-tag-miring", swapped('href="/tag/c-d/"', 'href="/tag/kurban/"')),
        ("34-nama-spasi-persen", swapped("/jadwal-kunjungan-100-baru/", "/jadwal%20kunjungan%20100%%20baru/")),
        ("35-judul-script", swapped("&lt;script&gt;jahat(1)&lt;/script&gt;", "<script>jahat(1)</script>")),
        ("35-judul-script", swapped("Uji &lt;script&gt;jahat(1)&lt;/script&gt; Ramadhan</h1>", "Uji</h1>")),
        ("37-isi-script", swapped("<p>Akhir isi", "<script>jahat(1)</script><p>Akhir isi")),
        (
            "37-isi-script",
            swapped("&lt;p&gt;Akhir", "&lt;script&gt;x&lt;/script&gt;&lt;p&gt;Akhir", path="feed.xml"),
        ),
        ("37-isi-script", swapped("<p>Akhir", "<svg onload=jahat(1)></svg><p>Akhir", path="feed.json")),
        ("38-gambar-onerror", swapped("<p>Akhir isi", "<img src=x.png OnError=jahat(1)><p>Akhir isi")),
        ("40-tautan-samar", swapped("satu", '<a href="java\nscript:jahat(1)">satu</a>'.replace("java\n", "\x01java"))),
        ("40-tautan-samar", swapped("empat", "")),
        ("41-tautan-data", swapped("lihat surat", '<a href=" DATA:text/html,x">lihat surat</a>')),
        ("43-tag-html", swapped("&lt;img src=x onerror=jahat(1)&gt;", "<img src=x onerror=jahat(1)>")),
        ("47-kurung-50000", swapped("[" * 50_000, "[" * 49_999)),
        ("49-baris-1mb", swapped("warga binaan. Ramadhan dan pembinaan warga binaan. </p>", "warga binaan.</p>")),
        ("50-kode-terbuka", swapped("kode tanpa penutup", "")),
        ("52-md-hilang", reported(line=12)),
        ("53-gambar-hilang", reported(excerpt="")),
    ],
)
def test_the_judge_refuses_a_wrong_result(name: str, plant: Callable[[Built], Built], tmp_path: Path) -> None:
    case = next(each for each in CASES if each.name == name)
    built = build(case, tmp_path)
    judge(built, case)
    with pytest.raises((AssertionError, KeyError)):
        judge(plant(built), case)


def test_the_three_good_posts_are_published_without_a_word(tmp_path: Path) -> None:
    built = sites.published(tmp_path, GOOD)
    assert built.report.problems == ()
    judge_lists(built, [page_with(built, end)[0] for end in GOOD_ENDS])
