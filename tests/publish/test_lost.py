"""An address that was published and vanishes is told, with the line by which old links arrive again."""

from pathlib import Path
from typing import Any

import pytest

from tests import sites
from tests.samples import facts
from tests.sites import Built, Files, post
from warta.arrange import vanished
from warta.messages import word
from warta.problems import Problem

NEWS = "content/berita"
OLD, NEW = f"{NEWS}/2026-03-02-panen-sayur.md", f"{NEWS}/2026-03-02-panen-raya-sayur.md"
OTHER = {f"{NEWS}/2026-03-0{day}-apel-{day}.md": post(title=f"Apel {day}", date=f"2026-03-0{day}") for day in (3, 4)}
GONE = ("public/berita/panen-sayur/index.html", "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")
SPELT = {"content/tag/panen.md": "---\ntitle: Panen\naliases: [Kebun]\n---\nIsi.\n"}
HARVEST = post("tags: [Panen]", title="Panen Sayur", body="Panen kangkung.")


def edited(root: Path, before: Files, after: Files, **request: Any) -> Built:
    """Build a site, change its content to the other files, and build again."""
    sites.published(root, {**OTHER, **before})
    for path in before.keys() - after.keys():
        (root / path).unlink()
    return sites.site(root, {**OTHER, **after}, **request)


def gone(done: Built) -> list[Problem]:
    return [each for each in done.report.problems if each.code.name == "ADDRESS_GONE"]


def fixes(done: Built) -> list[tuple[str, str, str]]:
    """Return path, lost address, and the line to paste of each problem."""
    told = [(each.path, facts(each)) for each in gone(done)]
    return [(path, fact["address"], fact.get("fix") or fact.get("tag_fix") or fact["new_fix"]) for path, fact in told]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            {OLD: HARVEST}, {NEW: HARVEST}, [(NEW, "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")],
            id="berkas berganti nama",
        ),
        pytest.param(
            {OLD: HARVEST}, {f"{NEWS}/2026-03-02-kebun/index.md": HARVEST},
            [(f"{NEWS}/2026-03-02-kebun/index.md", "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")],
            id="menjadi folder bernama lain",
        ),
        pytest.param(
            {OLD: HARVEST}, {OLD: HARVEST.replace("tags:", "slug: panen-sayur-blok-a\ntags:")},
            [(OLD, "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")],
            id="slug diganti",
        ),
        pytest.param(
            {OLD: HARVEST}, {NEW: post(title="Kebun Rutan Panen", body="Panen kangkung.")},
            [(NEW, "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")],
            id="judul dan berkas, tanggal tetap",
        ),
        pytest.param(
            {OLD: HARVEST}, {NEW: HARVEST.replace("tags:", "aliases: [/lama/]\ntags:")},
            [(NEW, "/berita/panen-sayur/", "aliases: [/lama/, /berita/panen-sayur/]")],
            id="yang sudah punya alamat lama",
        ),
        pytest.param(
            {OLD: HARVEST.replace("tags:", "aliases: [/lama/]\ntags:")}, {NEW: HARVEST},
            [(NEW, each, "aliases: [/berita/panen-sayur/, /lama/]") for each in ("/berita/panen-sayur/", "/lama/")],
            id="bersama alamat lamanya",
        ),
        pytest.param(
            {OLD: HARVEST.replace("tags:", "aliases: [/lama.html]\ntags:")}, {OLD: HARVEST},
            [(OLD, "/lama.html", "aliases: [/lama.html]")],
            id="alamat lama dihapus",
        ),
        pytest.param(
            {OLD: HARVEST}, {}, [GONE], id="berita dihapus",
        ),
        pytest.param(
            {OLD: HARVEST}, {f"{NEWS}/2026-03-02-donor-darah.md": post(title="Donor Darah")},
            [GONE],
            id="berita dihapus, yang lain baru",
        ),
        pytest.param(
            {"content/halaman/kunjungan.md": "---\ntitle: Kunjungan\n---\nIsi.\n"},
            {"content/halaman/layanan-kunjungan.md": "---\ntitle: Kunjungan\n---\nIsi.\n"},
            [("content/halaman/layanan-kunjungan.md", "/kunjungan/", "aliases: [/kunjungan/]")],
            id="halaman tetap",
        ),
        pytest.param(
            {OLD: HARVEST.replace("Panen]", "Ramadan]")}, {OLD: HARVEST.replace("Panen]", "Ramadhan]")},
            [("content/tag/ramadhan.md", "/tag/ramadan/", "aliases: [Ramadan]")],
            id="tag dieja lain",
        ),
        pytest.param(
            {OLD: HARVEST, "content/tag/panen.md": "---\ntitle: Panen\naliases: [Pertanian, Kebun]\n---\nIsi.\n"},
            {OLD: HARVEST, "content/tag/panen.md": "---\ntitle: Panen\naliases: [Kebun]\n---\nIsi.\n"},
            [("content/tag/panen.md", "/tag/pertanian/", "aliases: [Kebun, pertanian]")],
            id="ejaan lain dihapus",
        ),
    ],
)  # fmt: skip
def test_a_lost_address_is_told_with_the_line_to_add(
    before: Files, after: Files, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    done = edited(tmp_path, before, after)
    assert done.report.published
    assert fixes(done) == sorted(expected)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({OLD: HARVEST}, {OLD: HARVEST.replace("tags:", "withdrawn: Keliru.\ntags:")}, id="ditarik"),
        pytest.param(
            {OLD: HARVEST}, {NEW: HARVEST.replace("tags:", "aliases: [/berita/panen-sayur/]\ntags:")}, id="alias"
        ),
        pytest.param({OLD: HARVEST}, {OLD: HARVEST.replace("tags: [Panen]\n", "")}, id="tag tanpa berita lagi"),
        pytest.param({OLD: HARVEST}, {OLD: HARVEST.replace("2026-03-02", "2026-02-02")}, id="bulan arsip kosong"),
        pytest.param({OLD: post("category: Panen")}, {OLD: post("category: Kebun")}, id="kategori"),
        pytest.param(
            {OLD: HARVEST, "site.yaml": f"{sites.SITE_YAML}per_page: 2\n"},
            {OLD: HARVEST, "site.yaml": f"{sites.SITE_YAML}per_page: 20\n"},
            id="halaman berikut dari daftar",
        ),
        pytest.param(
            {OLD: HARVEST, "site.yaml": sites.SITE_YAML},
            {OLD: HARVEST, "site.yaml": f"{sites.SITE_YAML}features: {{agenda: off, tags: off, not_found: off}}\n"},
            id="bagian dimatikan",
        ),
        pytest.param(
            {OLD: HARVEST, **SPELT, "site.yaml": sites.SITE_YAML},
            {OLD: HARVEST, **SPELT, "site.yaml": f"{sites.SITE_YAML}features: {{tag_synonyms: off}}\n"},
            id="ejaan lain dimatikan",
        ),
    ],
)  # fmt: skip
def test_what_lives_on_or_nobody_keeps_is_not_told(before: Files, after: Files, tmp_path: Path) -> None:
    done = edited(tmp_path, before, after, allow_removal=100)
    assert done.report.deleted or done.report.changed
    assert gone(done) == []


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ("draft: true", "draft", "beritanya konsep"),
        ("date: 2099-01-01", "scheduled", "beritanya terjadwal"),
    ],
)
def test_a_post_that_waits_again_is_named_with_the_way_to_withdraw_it(
    line: str, reason: str, words: str, tmp_path: Path
) -> None:
    waiting = HARVEST.replace("date: 2026-03-02", line if "date" in line else f"date: 2026-03-02\n{line}")
    (told,) = gone(edited(tmp_path, {OLD: HARVEST}, {OLD: waiting}))
    assert (told.path, told.excerpt, facts(told)["kind"]) == (OLD, line, reason)
    assert words in word(told, "id").message
    assert "`tarik` dan alasannya" in word(told, "id").hint


@pytest.mark.parametrize("shown", [{"drafts": True}, {"future": True}, {"preview": True}])
def test_a_folder_that_shows_what_waits_loses_no_address(shown: dict[str, bool], tmp_path: Path) -> None:
    assert gone(edited(tmp_path, {OLD: HARVEST}, {NEW: HARVEST}, **shown)) == []


def test_it_is_told_once_and_stops_a_strict_build(tmp_path: Path) -> None:
    strict = edited(tmp_path, {OLD: HARVEST}, {NEW: HARVEST}, strict=True)
    assert (strict.report.published, len(gone(strict))) == (False, 1)
    assert len(gone(sites.built(tmp_path))) == 1
    assert gone(sites.built(tmp_path)) == []


def test_a_build_that_is_refused_because_too_much_vanishes_says_only_that(tmp_path: Path) -> None:
    posts = {f"{NEWS}/2026-01-0{day}-berita-{day}.md": post() for day in range(1, 8)}
    done = edited(tmp_path, posts, {})
    assert [each.code.name for each in done.report.problems] == ["TOO_MANY_REMOVED"]


def test_a_page_that_can_be_read_no_more_is_told_by_its_address_alone(tmp_path: Path) -> None:
    sites.published(tmp_path, {**OTHER, OLD: HARVEST})
    (tmp_path / OLD).rename(tmp_path / NEW)
    (tmp_path / "public/berita/panen-sayur/index.html").unlink()
    assert fixes(sites.built(tmp_path)) == [(NEW, "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")]


def test_among_very_many_new_posts_only_the_title_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vanished, "MANY", 0)
    done = edited(tmp_path / "a", {OLD: HARVEST}, {NEW: HARVEST})
    assert fixes(done) == [(NEW, "/berita/panen-sayur/", "aliases: [/berita/panen-sayur/]")]
    other = edited(tmp_path / "b", {OLD: HARVEST}, {NEW: post(title="Kebun")})
    assert [path for path, _, _ in fixes(other)] == ["public/berita/panen-sayur/index.html"]


def test_of_two_posts_of_one_title_each_is_told_at_its_own_file(tmp_path: Path) -> None:
    years = ("2025", "2026")
    before = {f"{NEWS}/{year}-03-02-panen-{year}.md": post(title="Panen", date=f"{year}-03-02") for year in years}
    after = {path.replace("panen", "kebun"): text for path, text in before.items()}
    assert fixes(edited(tmp_path, before, after, allow_removal=2)) == [
        (f"{NEWS}/{year}-03-02-kebun-{year}.md", f"/berita/panen-{year}/", f"aliases: [/berita/panen-{year}/]")
        for year in years
    ]


def test_the_line_to_paste_ends_the_warning_and_old_links_arrive(tmp_path: Path) -> None:
    strict = edited(tmp_path, {OLD: HARVEST}, {NEW: HARVEST}, strict=True)
    ((_, _, line),) = fixes(strict)
    done = sites.published(tmp_path, {NEW: HARVEST.replace("tags:", f"{line}\ntags:")}, strict=True)
    assert 'content="0; url=/berita/panen-raya-sayur/"' in done.text("berita/panen-sayur/index.html")
    assert done.text("_redirects") == "/berita/panen-sayur/ /berita/panen-raya-sayur/ 301\n"
