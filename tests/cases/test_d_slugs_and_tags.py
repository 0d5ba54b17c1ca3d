"""Cases D: slugs and tags."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import sites
from tests.samples import codes, facts, read
from tests.sites import attributes, text_of
from warta.read.slugs import slug_of


def tagged(*tags: str) -> dict[str, str]:
    return {f"content/berita/{chr(97 + number)}.md": sites.post(f"tags: [{tag}]") for number, tag in enumerate(tags)}


def tag_pages(done: sites.Built) -> list[str]:
    return [
        path for path in done.files if path.startswith("tag/") and path.endswith("/index.html") and path.count("/") > 1
    ]


def cards(page: Element) -> int:
    return len([each for each in page.iter("li") if each.get("class") == "card"])


@pytest.mark.parametrize(
    ("tags", "slug"),
    [
        (("Ramadhan", "ramadhan", "RAMADHAN"), "ramadhan"),  # D1
        (("Jum'at Berkah", "Jum’at Berkah", "Jumʼat Berkah"), "jumat-berkah"),  # D5
        (("Al-Qur'an", "Al-Qur’an", "Al-Qurʼan"), "al-quran"),  # D5
        (("Isra' Mi'raj", "Isra’ Mi’raj", "Israʼ Miʼraj"), "isra-miraj"),  # D5
    ],
)
def test_spellings_of_one_tag_share_one_page_with_every_post(tags: tuple[str, ...], slug: str, tmp_path: Path) -> None:
    done = sites.published(tmp_path, tagged(*(f'"{tag}"' for tag in tags)))
    assert tag_pages(done) == [f"tag/{slug}/index.html"]
    assert cards(done.page(f"/tag/{slug}/")) == 3
    assert len(done.report.told.merged) == 1
    for post in "abc":
        assert f"/tag/{slug}/" in attributes(done.page(f"/berita/{post}/"), "href", ["a"])


def test_the_name_shown_for_a_tag_is_the_one_used_most_whatever_the_order_of_files(tmp_path: Path) -> None:  # D1
    names = []
    for number, tags in enumerate((("ramadhan", "Ramadhan", "Ramadhan"), ("Ramadhan", "Ramadhan", "ramadhan"))):
        done = sites.published(tmp_path / str(number), tagged(*tags))
        names.append(text_of(done.page("/tag/ramadhan/").find(".//h1")))
    assert names == ["Ramadhan", "Ramadhan"]


def test_a_slash_in_a_tag_makes_no_folder(tmp_path: Path) -> None:  # D2
    done = sites.published(tmp_path, tagged('Pembinaan/Kemandirian, "A/B"'))
    assert tag_pages(done) == ["tag/a-b/index.html", "tag/pembinaan-kemandirian/index.html"]
    shown = [text_of(each) for each in done.page("/berita/a/").iter("a") if each.get("rel") == "tag"]
    assert sorted(shown) == ["A/B", "Pembinaan/Kemandirian"]


def test_different_tags_with_one_slug_are_an_error_that_names_both_tags_and_files(tmp_path: Path) -> None:  # D3
    problems = sites.site(tmp_path, tagged("Blok C", "Blok C+", '"Blok C#"')).report.problems
    assert codes(problems) == ["TAG_SLUG_CLASH", "TAG_SLUG_CLASH"]
    assert [(each.path, facts(each)["name"], facts(each)["other"], facts(each)["other_path"]) for each in problems] == [
        ("content/berita/b.md", "Blok C+", "Blok C", "content/berita/a.md"),
        ("content/berita/c.md", "Blok C#", "Blok C", "content/berita/a.md"),
    ]


@pytest.mark.parametrize("title", ["🎉🎉🎉", "...", "!?"])
@pytest.mark.parametrize(("name", "slug"), [("2026-03-02-apel-pagi", "apel-pagi"), ("🎉", "berita-")])
def test_a_title_without_letters_takes_its_address_from_the_file(
    title: str, name: str, slug: str, tmp_path: Path
) -> None:
    done = sites.published(tmp_path, {f"content/berita/{name}.md": sites.post(title=f'"{title}"')})  # D4
    addresses = [path for path in done.files if path.startswith("berita/") and path.count("/") == 2]
    assert len(addresses) == 1
    assert addresses[0].startswith(f"berita/{slug}")
    assert text_of(done.page("/").find(".//h1")) != title
    assert text_of(done.page(f"/{addresses[0].removesuffix('index.html')}").find(".//h1")) == title


LONG = "Penandatanganan Perjanjian Kerja Sama Pembinaan Kemandirian Warga Binaan Pemasyarakatan " * 4


def test_a_very_long_name_is_cut_at_a_word_and_two_stay_apart() -> None:  # D7
    first, second = slug_of(f"{LONG}Blok A"), slug_of(f"{LONG}Blok B")
    assert first != second
    assert max(len(first), len(second)) <= 80
    assert LONG.lower().replace(" ", "-").startswith(first.rpartition("-")[0] + "-")


def test_long_titles_tags_and_file_names_can_all_be_written(tmp_path: Path) -> None:  # D7
    name = f"{LONG}Blok A".replace(" ", "-")[:200]
    done = sites.published(
        tmp_path, {f"content/berita/{name}.md": sites.post(f"tags: [{LONG}A, {LONG}B]", title=f"{LONG}Blok A")}
    )
    assert max(len(part) for path in done.files for part in path.split("/")) <= 100
    assert len(tag_pages(done)) == 2


@pytest.mark.parametrize("part", ["x" * 300, "kata-" * 80, "x/" * 249 + "x"])
def test_an_old_address_too_long_for_a_disk_is_refused(part: str) -> None:  # D7
    assert codes(read(sites.post(f"aliases: [/lama/{part}/]"))[1]) == ["ALIAS_REFUSED"]


@pytest.mark.parametrize(
    "alias",
    ["/con/", "/lama/AUX.html", "/lama/com1.2024/", "/nul", "/lama./x/", "/lama/apel.", "/caf%C3%A9/", "/a%00/"],
)
def test_an_old_address_that_not_every_disk_and_server_can_hold_is_refused_at_its_line(alias: str) -> None:  # D7
    found, problems = read(sites.post("aliases:", f"  - {alias}"))
    assert found is not None
    assert ([(each.code.name, each.line) for each in problems], found.aliases) == ([("ALIAS_REFUSED", 5)], ())


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/Lama/Apel.HTML", "/Lama/Apel.HTML"),
        ("/lama%2Dapel/", "/lama-apel/"),
        ("/console/", "/console/"),
        ("/lama/v1.2", "/lama/v1.2/"),
        ("/" + "x/" * 249, "/" + "x/" * 249),
    ],
)
def test_an_old_address_is_decoded_once_and_keeps_its_capitals(alias: str, address: str) -> None:  # D7
    found, problems = read(sites.post(f"aliases: [{alias}]"))
    assert found is not None
    assert (codes(problems), [each.name for each in found.aliases]) == ([], [address])


def test_two_posts_of_one_name_are_an_error_that_names_both_files(tmp_path: Path) -> None:  # D8
    files = {f"content/berita/{year}-03-02-apel-pagi.md": sites.post(date=f"{year}-03-02") for year in (2025, 2026)}
    for number, order in enumerate((files, dict(reversed(files.items())))):
        problems = sites.site(tmp_path / str(number), order).report.problems
        assert [(each.code.name, each.path, facts(each)["other"]) for each in problems] == [
            ("ADDRESS_TAKEN", "content/berita/2026-03-02-apel-pagi.md", "content/berita/2025-03-02-apel-pagi.md")
        ]
