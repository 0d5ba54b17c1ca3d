"""What search engines read of a page: whole addresses, moments with their offset, nothing that ends the script."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import photofiles
from tests.sites import post, published
from warta.render.structured import opening

BASE = "https://humas.example/repository/"
SITE = (
    f"name: Rutan Kelas IIB Contoh\nshort_name: Rutan Contoh\nbase_url: {BASE}\naddress: Jalan Teladan 1\n"
    "contact:\n  phone: '0800-0000-0000'\nhours:\n  - Senin–Kamis 08.00–16.00 WITA\n  - Tutup pada hari libur\n"
)
POST = "content/berita/2026-03-02-apel.md"
PAGE = "berita/apel/index.html"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")


def told(root: Path, *fields: str, title: str = "Apel Pagi", address: str = PAGE) -> dict[str, Any]:
    files: dict[str, str | bytes] = {
        "site.yaml": SITE,
        POST: post(*fields, title=title),
        "content/halaman/kontak.md": "---\ntitle: Kontak\n---\nKami di sini.\n",
        "content/media/a.jpg": photofiles.jpeg(),
    }
    (data,) = DATA.findall(published(root, files).text(address))
    things = json.loads(data)
    assert {each["@context"] for each in things} == {"https://schema.org"}
    return {each["@type"]: each for each in things}


def texts(thing: Any) -> Iterator[tuple[str, str]]:
    """Yield every text in a thing with its name, at any depth."""
    for key, value in thing.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from texts(each)
            elif isinstance(each, str):
                yield key, each


def test_a_post_is_a_news_article_with_all_that_it_says(tmp_path: Path) -> None:
    fields = ("category: Kegiatan", "tags: [HBP, Ramadhan]", "place: Aula", "image: /media/a.jpg", 'image_alt: ""')
    article = told(tmp_path, *fields, "author: Humas Rutan Contoh")["NewsArticle"]
    url = f"{BASE}berita/apel/"
    publisher = {"@type": "GovernmentOrganization", "name": "Rutan Kelas IIB Contoh", "url": BASE}
    assert (article["headline"], article["url"], article["mainEntityOfPage"]) == ("Apel Pagi", url, url)
    assert (article["datePublished"], article["dateModified"]) == ("2026-03-02T00:00:00+08:00",) * 2
    assert article["image"] == [
        {"@type": "ImageObject", "url": f"{BASE}media/a.jpg", "width": 1200, "height": 900},
        {"@type": "ImageObject", "url": f"{BASE}media/a_share.jpg", "width": 1200, "height": 630},
    ]
    assert article["author"] == {"@type": "Organization", "name": "Humas Rutan Contoh"}
    assert (article["publisher"], article["inLanguage"]) == (publisher, "id")
    assert (article["articleSection"], article["keywords"]) == ("Kegiatan", ["HBP", "Ramadhan"])
    assert article["contentLocation"] == {"@type": "Place", "name": "Aula"}


@pytest.mark.parametrize(
    ("author", "kind"), [("", "GovernmentOrganization"), ("Budi Teladan", "Person"), ("Tim Humas", "Organization")]
)
def test_the_author_is_a_person_only_if_a_person_is_named(tmp_path: Path, author: str, kind: str) -> None:
    assert told(tmp_path, f"author: {author}")["NewsArticle"]["author"]["@type"] == kind


def test_the_way_to_a_post_leads_over_its_category(tmp_path: Path) -> None:
    steps = told(tmp_path, "category: Kegiatan")["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"].removeprefix(BASE)) for step in steps] == [
        (1, "Rutan Contoh", ""),
        (2, "Berita", "berita/"),
        (3, "Kegiatan", "kategori/kegiatan/"),
        (4, "Apel Pagi", "berita/apel/"),
    ]


def test_an_event_and_a_correction_are_told_with_their_dates(tmp_path: Path) -> None:
    event = ("acara:", "  mulai: 2026-12-12 08.00", "  selesai: 2026-12-12 15.00", "  tempat: Halaman depan")
    correction = ("ralat:", "  - tanggal: 2026-03-05", "    teks: Semula 30 paket.")
    found = told(tmp_path, *event, *correction)
    told_event = found["Event"]
    assert told_event["startDate"] == "2026-12-12T08:00:00+08:00"
    assert told_event["endDate"] == "2026-12-12T15:00:00+08:00"
    assert told_event["location"] == {"@type": "Place", "name": "Halaman depan", "address": "Jalan Teladan 1"}
    assert found["NewsArticle"]["correction"] == [
        {"@type": "CorrectionComment", "text": "Semula 30 paket.", "datePublished": "2026-03-05T00:00:00+08:00"}
    ]
    assert found["NewsArticle"]["dateModified"] == "2026-03-05T00:00:00+08:00"


@pytest.mark.parametrize("address", ["index.html", "kontak/index.html"])
def test_home_and_contact_say_who_this_is_and_when_it_is_open(tmp_path: Path, address: str) -> None:
    house = told(tmp_path, address=address)["GovernmentOrganization"]
    assert (house["name"], house["url"], house["address"]) == ("Rutan Kelas IIB Contoh", BASE, "Jalan Teladan 1")
    assert house["contactPoint"]["hoursAvailable"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday"],
            "opens": "08:00",
            "closes": "16:00",
        }
    ]


def test_a_topic_is_a_collection_of_its_posts(tmp_path: Path) -> None:
    page = told(tmp_path, "tags: [HBP]", address="tag/hbp/index.html")["CollectionPage"]
    part = {"@type": "NewsArticle", "headline": "Apel Pagi", "url": f"{BASE}berita/apel/"}
    assert (page["name"], page["url"], page["hasPart"]) == ("HBP", f"{BASE}tag/hbp/", [part])


def test_no_title_ends_the_script_or_changes_on_its_way(tmp_path: Path) -> None:
    title = "Apel </script><script>alert(1)</script> <!-- & 'x'"
    assert told(tmp_path, title=json.dumps(title))["NewsArticle"]["headline"] == title


def test_every_address_is_whole_and_every_moment_has_its_form(tmp_path: Path) -> None:
    pairs = [
        pair for thing in told(tmp_path, "category: Kegiatan", "acara: 2026-12-12").values() for pair in texts(thing)
    ]
    addresses = [value for key, value in pairs if key in {"url", "item", "mainEntityOfPage"}]
    moments = [value for key, value in pairs if key.endswith("Date") or key.startswith("date")]
    assert len(addresses) >= 8
    assert all(value.startswith(BASE) for value in addresses)
    assert len(moments) == 3
    assert all(MOMENT.fullmatch(value) for value in moments)


@pytest.mark.parametrize(
    ("text", "days", "opens", "closes"),
    [
        ("Jumat 08.00–16.30 WITA", 1, "08:00", "16:30"),
        ("Jum’at, 8.00 - 11.00", 1, "08:00", "11:00"),
        ("Senin sampai Sabtu: 08:00-12:00", 6, "08:00", "12:00"),
        ("Sabtu–Senin 09.00–10.00", 3, "09:00", "10:00"),
        ("Monday to Friday 08:00–16:00", 5, "08:00", "16:00"),
    ],
)
def test_opening_hours_are_read_as_people_write_them(text: str, days: int, opens: str, closes: str) -> None:
    found = opening(text)
    assert found is not None
    assert (len(found["dayOfWeek"]), found["opens"], found["closes"]) == (days, opens, closes)


@pytest.mark.parametrize("text", ["", "Tutup", "Setiap hari kerja 08.00–16.00", "Senin", "Senin–Besok 08.00–09.00"])
def test_hours_that_say_something_else_are_left_to_people(text: str) -> None:
    assert opening(text) is None


def test_what_is_switched_off_leaves_no_trace(tmp_path: Path) -> None:
    done = published(tmp_path, {"site.yaml": f"{SITE}features: {{structured_data: off}}\n", POST: post()})
    assert not any("ld+json" in done.text(path) for path in done.pages)


def test_a_withdrawn_post_tells_nothing(tmp_path: Path) -> None:
    assert "ld+json" not in published(tmp_path, {POST: post("tarik: Salah.")}).text(PAGE)
