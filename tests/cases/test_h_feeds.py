"""Cases H: feeds."""

import json
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from tests import sites
from tests.samples import codes
from tests.sites import Built, attributes, text_of
from warta.sourcetext import CONTROL

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
PHOTO = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()


def items(done: Built) -> list[Element]:
    return list(ET.fromstring(done.files["feed.xml"]).iter("item"))  # noqa: S314 - our own


def test_every_address_in_the_feed_is_absolute_and_its_anchors_point_at_the_post(tmp_path: Path) -> None:  # H1
    links = "![Apel](foto/apel.jpg) [lihat](../../halaman/profil.md) [bawah](#hasil) Data[^1]."
    body = f"{links}\n\n## Hasil\n\nBaik.\n\n[^1]: Sumber"
    files: sites.Files = {
        "content/berita/apel/index.md": sites.post(body=body),
        "content/berita/apel/foto/apel.jpg": PHOTO,
        "content/halaman/profil.md": "---\ntitle: Profil\n---\n\nProfil.\n",
    }
    content = sites.parsed(items(sites.published(tmp_path, files))[0].findtext(CONTENT, ""))
    base = "https://rutan-contoh.example"
    assert attributes(content, "src") == [f"{base}/media/berita/apel/foto/apel.jpg"]
    assert attributes(content, "href")[:2] == [f"{base}/profil/", f"{base}/berita/apel/#hasil"]
    assert [each for each in attributes(content, "href") if not each.startswith(f"{base}/")] == []


def test_control_characters_are_dropped_with_a_warning_and_every_xml_parses(tmp_path: Path) -> None:  # H2
    text = sites.post(title="Apel\x08 Pagi", body="Salam\x0b hangat\x02 dari\ufffe kami.")
    done = sites.published(tmp_path, {"content/berita/a.md": text})
    assert codes(done.report.problems) == ["CONTROL_CHARACTER"]
    assert items(done)[0].findtext("title") == "Apel Pagi"
    assert items(done)[0].findtext("description") == "Salam hangat dari kami."
    ET.fromstring(done.files["sitemap.xml"])  # noqa: S314 - our own


def test_no_control_character_reaches_a_feed_or_sitemap_by_any_way(tmp_path: Path) -> None:  # H2
    settings = sites.SITE_YAML.replace("Kelas", "\x0bKelas") + "description: Berita\x02 kami\n"
    tag = '---\ntitle: Ramadhan\naliases: ["Rama\\x0bdan"]\n---\n\nBulan\x02 suci.\n'
    text = sites.post(
        "tags: [Ramadhan]", "author: Hu\x08mas", title="Apel\ufffe Pagi", date="2026-11-24", body="A\x1b."
    )
    files = {"site.yaml": settings, "content/tag/ramadhan.md": tag, "content/berita/a.md": text}
    done = sites.published(tmp_path, files)
    assert {each.path for each in done.report.problems if each.code.name == "CONTROL_CHARACTER"} == files.keys()
    made = {path for path in done.files if path.endswith((".xml", ".json"))}
    assert {"feed.xml", "tag/ramadan/feed.xml", "sitemap-news.xml", "feed.json", "sitemap.xml"} <= made
    for path in made:
        (json.loads if path.endswith(".json") else ET.fromstring)(done.files[path])
        assert CONTROL.search(done.text(path)) is None


def test_an_ampersand_and_angle_brackets_in_a_title_are_read_as_typed(tmp_path: Path) -> None:  # H3
    title = "Rutan & Lapas <gabungan>"
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post("tags: [A & B <c>]", title=title)})
    assert items(done)[0].findtext("title") == title
    assert items(done)[0].findtext("category") == "A & B <c>"
    assert text_of(done.page("/berita/a/").find(".//h1")) == title


def test_such_a_title_is_read_as_typed_in_the_news_and_json_too(tmp_path: Path) -> None:  # H3
    title = "Rutan & Lapas <gabungan>"
    done = sites.published(tmp_path, {"content/berita/a.md": sites.post(title=title, date="2026-11-24")})
    news = ET.fromstring(done.files["sitemap-news.xml"])  # noqa: S314 - our own
    assert [each.text for each in news.iter("{http://www.google.com/schemas/sitemap-news/0.9}title")] == [title]
    assert json.loads(done.files["feed.json"])["items"][0]["title"] == title


def test_every_entry_has_a_valid_date_with_the_offset_of_the_site(tmp_path: Path) -> None:  # H5
    dates = {"a": "2026-03-01", "b": "1 Maret 2025 pukul 09.30", "c": "2024-03-01T01:00Z"}
    done = sites.published(
        tmp_path, {f"content/berita/{name}.md": sites.post(date=date) for name, date in dates.items()}
    )
    moments = [parsedate_to_datetime(each.findtext("pubDate", "")).isoformat() for each in items(done)]
    assert moments == ["2026-03-01T00:00:00+08:00", "2025-03-01T09:30:00+08:00", "2024-03-01T09:00:00+08:00"]


def test_a_post_without_a_date_is_an_error(tmp_path: Path) -> None:  # H5
    done = sites.site(tmp_path, {"content/berita/a.md": "---\ntitle: Apel\n---\n\nIsi.\n"})
    assert (codes(done.report.problems), done.report.published) == (["DATE_MISSING"], False)


@pytest.mark.parametrize("held_back", ["draft: true", "draf: ya", "tanggal: 2099-01-01", "tanggal: 2026-11-24 12:01"])
def test_no_trace_of_a_post_that_waits_is_anywhere_in_the_output(held_back: str, tmp_path: Path) -> None:  # H6
    fields = ["title: Rencana Rahasia", held_back, "tags: [pembinaan, tag rahasia]", "category: Kategori Rahasia"]
    if "tanggal" not in held_back:
        fields.append("date: 2026-11-23")
    files: sites.Files = {
        "content/berita/a.md": sites.post("tags: [pembinaan]", date="2026-11-24"),
        "content/berita/b.md": sites.post("tags: [pembinaan]", title="Senam", date="2026-03-06"),
        "content/berita/rencana-rahasia/index.md": "\n".join(
            ("---", *fields, "aliases: [/rahasia-lama/]", "---", "", "![x](rencana.jpg) Isi rahasia.")
        ),
        "content/berita/rencana-rahasia/rencana.jpg": PHOTO,
    }
    done = sites.published(tmp_path, files)
    everything = " ".join([*done.files, *(data.decode("utf-8", "replace") for data in done.files.values())]).casefold()
    assert "rahasia" not in everything
    assert "rencana" not in everything
    assert "2 berita" in text_of(done.page("/tag/pembinaan/"))


@pytest.mark.parametrize("escape", [r"\x08", r"\0", r"\uFFFE", r"\x7f"])
def test_control_characters_written_as_escapes_of_yaml_are_dropped_with_a_warning_too(
    escape: str, tmp_path: Path
) -> None:  # H2
    text = sites.post(f'tags: ["apel{escape} pagi"]', title=f'"Apel{escape} Pagi"')
    done = sites.published(tmp_path, {"content/berita/a.md": text})
    assert [(each.code.name, each.line, each.column) for each in done.report.problems] == [
        ("CONTROL_CHARACTER", 2, 8),
        ("CONTROL_CHARACTER", 4, 8),
    ]
    assert items(done)[0].findtext("title") == "Apel Pagi"
    assert items(done)[0].findtext("category") == "apel pagi"


@pytest.mark.parametrize("entity", ["&#11;", "&#x2;", "&#0;", "&#xFFFE;", "&#xD800;", "&#127;", "&#65535;"])
def test_control_characters_written_as_entities_leave_every_xml_readable(entity: str, tmp_path: Path) -> None:  # H2
    text = sites.post(body=f'Salam{entity} hangat, [dari](/berita/ "kami{entity}") `kode{entity}`.')
    done = sites.published(tmp_path, {"content/berita/a.md": text})
    assert "hangat" in items(done)[0].findtext(CONTENT, "")
    assert {(each.code.name, each.line) for each in done.report.problems} <= {("CONTROL_CHARACTER", 6)}
