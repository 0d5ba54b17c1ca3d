"""Cases C: dates and time zones."""

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests import sites
from tests.sites import attributes, text_of


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def test_a_post_dated_today_is_published_in_the_morning_though_the_server_lives_in_utc(tmp_path: Path) -> None:  # C1
    done = sites.site(
        tmp_path, {"content/berita/a.md": sites.post(date="2026-03-01")}, now=at("2026-02-28T23:30+00:00")
    )
    assert "berita/a/index.html" in done.files


def test_a_future_post_is_left_out_and_listed_in_the_report(tmp_path: Path) -> None:  # C1
    done = sites.site(
        tmp_path, {"content/berita/a.md": sites.post(date="2026-03-01")}, now=at("2026-02-28T15:59+00:00")
    )
    assert [(each.path, each.reason) for each in done.report.told.withheld] == [("content/berita/a.md", "scheduled")]
    assert "berita/a/index.html" not in done.files


def test_a_day_is_the_same_day_wherever_the_site_is_built(tmp_path: Path) -> None:  # C2
    trees = []
    for zone in ("America/Los_Angeles", "Asia/Makassar", "UTC"):
        root = tmp_path / zone.replace("/", "-")
        sites.write(root, {"content/berita/a.md": sites.post(date="2026-03-01")})
        assert sites.run(root, TZ=zone).returncode == 0
        trees.append(sites.contents(root / "public"))
    assert trees[0] == trees[1] == trees[2]
    page = sites.parsed(trees[0]["berita/a/index.html"])
    assert "1 Maret 2026" in text_of(page.find(".//time"))
    assert attributes(page, "datetime") == ["2026-03-01"]
    assert "arsip/2026/03/index.html" in trees[0]


def test_a_time_without_an_offset_is_local_and_orders_with_one_that_has_it(tmp_path: Path) -> None:  # C3
    done = sites.published(
        tmp_path,
        {
            "content/berita/a.md": sites.post(date="2026-03-01 09:00:00+08:00"),
            "content/berita/b.md": sites.post(date="2026-03-01 10:00:00"),
            "content/berita/c.md": sites.post(date="2026-03-01T01:30:00Z"),
        },
    )
    order = ["/berita/b/", "/berita/c/", "/berita/a/"]
    for address in ("/", "/berita/", "/arsip/2026/03/"):
        shown = [
            href
            for href in attributes(done.page(address), "href", ["a"])
            if href.startswith("/berita/") and href != "/berita/"
        ]
        assert list(dict.fromkeys(shown)) == order, address
    feed = ET.fromstring(done.files["feed.xml"])  # noqa: S314 - our own
    assert [
        item.findtext("link", "").removeprefix("https://rutan-contoh.example") for item in feed.iter("item")
    ] == order
    assert [item.findtext("pubDate", "")[-14:] for item in feed.iter("item")] == [
        "10:00:00 +0800",
        "09:30:00 +0800",
        "09:00:00 +0800",
    ]
    assert "<lastmod>2026-03-01T09:30:00+08:00</lastmod>" in done.text("sitemap.xml")


@pytest.mark.parametrize("time", ["07:00", "07.00", "07.00 WITA", "pukul 07.00", "07:00:00"])
def test_a_local_time_is_due_at_that_time_of_the_site(time: str, tmp_path: Path) -> None:  # C5
    files = {"content/berita/a.md": sites.post(date=f"2026-03-01 {time}")}
    for now, there in (("2026-03-01T07:05+08:00", True), ("2026-03-01T06:55+08:00", False)):
        done = sites.site(tmp_path / now[11:13], files, now=at(now))
        assert ("berita/a/index.html" in done.files) is there


def test_the_report_and_the_console_say_when_the_next_post_becomes_due(tmp_path: Path) -> None:  # C8
    files = {
        "content/berita/a.md": sites.post(date="2026-12-05 06:00"),
        "content/berita/b.md": sites.post(date="2026-12-24"),
        "content/berita/c.md": sites.post("draft: true", date="2026-12-01"),
    }
    done = sites.published(tmp_path, files)
    assert done.report.told.next_due == at("2026-12-05T06:00+08:00")
    shown = sites.run(tmp_path, "--report", str(tmp_path / "laporan.json"))
    assert "2026-12-05 06:00" in shown.stdout
    assert '"next_due": "2026-12-05T06:00:00+08:00"' in (tmp_path / "laporan.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("date", "moment", "published"),
    [
        ("1910-01-01 09.30", "1910-01-01T09:30:00+07:58", "Sat, 01 Jan 1910 09:30:00 +0758"),
        ("1931-12-31", "1931-12-31T00:00:00+07:58", "Thu, 31 Dec 1931 00:00:00 +0758"),
        ("1965-03-02 09.30", "1965-03-02T09:30:00+08:00", "Tue, 02 Mar 1965 09:30:00 +0800"),
    ],
)
def test_an_old_local_time_is_published_with_an_offset_of_whole_minutes(
    date: str, moment: str, published: str, tmp_path: Path
) -> None:  # C9
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(date=date)})
    assert {at(each) for each in attributes(done.page("/berita/a/"), "datetime") if "T" in each} <= {at(moment)}
    assert f"<lastmod>{moment}</lastmod>" in done.text("sitemap.xml")
    assert f"<pubDate>{published}</pubDate>" in done.text("feed.xml")
    assert f"<lastBuildDate>{published}</lastBuildDate>" in done.text("feed.xml")
    assert attributes(done.page("/berita/a/"), "datetime") == [moment if ":" in date or "." in date else moment[:10]]
