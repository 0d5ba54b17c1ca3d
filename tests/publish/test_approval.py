"""Where posts need an approval, what has none waits, whatever was built before."""

import json
from pathlib import Path

import pytest

from tests.samples import article, codes, read
from tests.sites import SITE_YAML, built, contents, post, published, site, write
from warta import reporttext
from warta.messages import word

REQUIRED = {"site.yaml": f"{SITE_YAML}approval: required\n"}
NEWS, PAGE = "content/berita/2026-03-02-apel.md", "content/halaman/kontak.md"
BY = "disetujui: 2 Maret 2026, Rahmat Hidayat, S.H."


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("2026-03-02, Rahmat Hidayat", 2, "Rahmat Hidayat"),
        ("2 Maret 2026, Rahmat Hidayat, S.H., M.H.", 2, "Rahmat Hidayat, S.H., M.H."),
        ("Senin, 2 Maret 2026, Rahmat Hidayat", 2, "Rahmat Hidayat"),
        ("3/3/2026 pukul 09.30 WITA, Kepala Rutan", 3, "Kepala Rutan"),
    ],
)
def test_an_approval_is_a_date_and_a_name(text: str, day: int, name: str) -> None:
    approval = article("2026-03-02-apel", f"disetujui: {text}").approval
    assert approval is not None
    assert (approval.date.day, approval.name) == (day, name)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("ya", "APPROVAL_UNREADABLE"),
        ("Rahmat Hidayat", "APPROVAL_UNREADABLE"),
        ("2026-03-02", "APPROVAL_UNREADABLE"),
        ("2026-03-02,", "APPROVAL_UNREADABLE"),
        ("Rahmat, 2026-03-02", "APPROVAL_UNREADABLE"),
        ("Selasa, 2 Maret 2026, Rahmat", "DATE_WEEKDAY"),
        ("2026-02-30, Rahmat", "DATE_IMPOSSIBLE"),
        ("[2026-03-02, Rahmat]", "WRONG_TYPE"),
    ],
)
def test_what_is_no_approval_is_an_error(value: str, code: str) -> None:
    found, problems = read(f"---\ntitle: Apel\ndate: 2026-03-02\napproved: {value}\n---\nIsi.\n")
    assert found is not None
    assert (found.approval, codes(problems)) == (None, [code])


def test_a_post_without_approval_waits_and_the_report_says_so(tmp_path: Path) -> None:
    done = published(tmp_path, {**REQUIRED, NEWS: post(), PAGE: "---\ntitle: Kontak\n---\nTelepon.\n"})
    assert "berita/apel/index.html" not in done.files
    assert "kontak/index.html" in done.files
    assert f"belum terbit (belum disetujui): {NEWS}" in list(reporttext.text(done.report))
    (waiting,) = json.loads(reporttext.report_json(done.report))["withheld"]
    assert (waiting["path"], waiting["reason"]) == (NEWS, "unapproved")


def test_with_its_approval_it_is_published(tmp_path: Path) -> None:
    assert "berita/apel/index.html" in published(tmp_path, {**REQUIRED, NEWS: post(BY)}).files


@pytest.mark.parametrize("line", ["", "approval: off\n"])
def test_where_none_is_required_none_is_missed(tmp_path: Path, line: str) -> None:
    done = published(tmp_path, {"site.yaml": SITE_YAML + line, NEWS: post()})
    assert "berita/apel/index.html" in done.files


def test_what_is_withdrawn_needs_no_approval(tmp_path: Path) -> None:
    assert "berita/apel/index.html" in published(tmp_path, {**REQUIRED, NEWS: post("tarik: ya")}).files


def test_drafts_and_posts_to_come_need_one_too(tmp_path: Path) -> None:
    files = {NEWS: post("draf: true"), "content/berita/2099-01-01-nanti.md": post(date="2099-01-01")}
    done = published(tmp_path, {**REQUIRED, **files}, drafts=True, future=True)
    assert {each.reason for each in done.report.told.withheld} == {"unapproved"}


def test_a_link_to_what_waits_for_approval_is_an_error(tmp_path: Path) -> None:
    linking = post(BY, title="Lanjutan", body="Lihat [apel](2026-03-02-apel.md).")
    done = site(tmp_path, {**REQUIRED, NEWS: post(), "content/berita/2026-03-03-lanjutan.md": linking})
    assert done.codes == ["LINK_TO_WITHHELD"]


def test_approval_given_taken_and_required_shows_in_the_next_build_as_in_a_clean_one(tmp_path: Path) -> None:
    source = write(tmp_path, {NEWS: post(), "content/berita/2026-03-03-lain.md": post(BY, title="Lain")})
    steps = [REQUIRED, {NEWS: post(BY)}, {NEWS: post()}, {"site.yaml": SITE_YAML}, REQUIRED, {NEWS: post(BY)}]
    for step in [{}, *steps]:
        write(source, {"site.yaml": (source / "site.yaml").read_text("utf-8"), **step})
        done = built(source, cache=tmp_path / ".warta", allow_removal=100)
        fresh = built(source, output=tmp_path / "bersih", allow_removal=100)
        assert set(done.codes) <= {"ADDRESS_GONE"}
        assert done.report.told.withheld == fresh.report.told.withheld
        assert contents(done.output) == contents(fresh.output)


def test_a_refusal_says_that_posts_wait_for_their_approval(tmp_path: Path) -> None:
    posts = {f"content/berita/2026-03-0{day}-apel-{day}.md": post(title=f"Apel {day}") for day in range(1, 9)}
    write(tmp_path, posts)
    assert built(tmp_path).report.published
    write(tmp_path, {"site.yaml": f"{SITE_YAML}approval: required\n"})
    (refused,) = built(tmp_path).report.problems
    assert refused.code.name == "TOO_MANY_REMOVED"
    assert word(refused, "id").hint.startswith("8 berita belum disetujui")
