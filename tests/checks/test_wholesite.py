"""Tags over all posts: two names of one meaning, and names that lead to one post."""

import pytest

from tests.samples import article, facts, settings, tag_file
from warta.checks.wholesite import fold, site_problems
from warta.model import Article, Term
from warta.problems import Problem


def posts(*tags: str) -> list[Article]:
    return [
        article(f"2026-03-{number + 1:02}-apel-{number}", f"date: 2026-03-{number + 1:02}", f"tags: [{tag}]")
        for number, tag in enumerate(tags)
    ]


def told(*tags: str, features: tuple[str, ...] = ("tags",)) -> list[tuple[str, str, str]]:
    found = site_problems(posts(*tags), (), settings(features=features))
    return [(str(each.code), facts(each)["name"], facts(each)["near"]) for each in found]


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("Ramadlan", "Ramadhan"),
        ("Ramadan", "Ramadhan"),
        ("pembinaaan", "pembinaan"),
        ("kunjugan", "kunjungan"),
        ("pemibnaan", "pembinaan"),
        ("Idulfitri", "Idul Fitri"),
        ("Hari Bhakti Pemasyarakatan", "Hari Bakti Pemasyarakatan"),
        ("qurban", "kurban"),
        ("sholat", "solat"),
        ("Isra Miraj", "Isra Mikraj"),
        ("Kelas II B", "Kelas IIB"),
        ("Klas IIB", "Kelas IIB"),
        ("Kelas 2B", "Kelas IIB"),
        ("warga-binaan", "warga binaan"),
        ("pemasyarakatam", "pemasyarakatan"),
    ],
)
def test_a_tag_that_is_another_under_a_second_spelling_is_told(rare: str, common: str) -> None:
    assert told(common, rare, common) == [("K401", rare, common)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HUT RI ke-79", "HUT RI ke-80"),
        ("Blok A", "Blok B"),
        ("Lapas Kelas IIA Contoh", "Lapas Kelas IIB Contoh"),
        ("keamanan", "keimanan"),
        ("pelatihan", "pelantikan"),
        ("pertanian", "perikanan"),
        ("kunjungan", "kunjungan keluarga"),
        ("napi", "nadi"),
        ("Rutan", "Rutam"),
        ("Ramadhan 1446", "Ramadhan 1447"),
        ("pengajian", "pengujian"),
    ],
)
def test_tags_of_two_meanings_are_left_alone(one: str, other: str) -> None:
    assert told(one, other, other) == []


def test_the_spelling_of_a_tag_file_is_the_one_that_is_meant() -> None:
    known = (tag_file("ramadhan", "title: Ramadhan"),)
    found = list(site_problems(posts("Ramadan", "Ramadan", "Ramadhan"), known, settings()))
    assert [(each.path, facts(each)["file"]) for each in found] == [
        ("content/berita/2026-03-01-apel-0.md", "content/tag/ramadhan.md"),
        ("content/berita/2026-03-02-apel-1.md", "content/tag/ramadhan.md"),
    ]
    listed = (tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]"),)
    assert list(site_problems(posts("Ramadan", "Ramadan", "Ramadhan"), listed, settings())) == []


def test_a_tag_of_one_post_is_told_where_a_wider_one_is_in_use() -> None:
    many = ["pembinaan"] * 20
    assert told(*many, "pembinaan rohani") == [("K402", "pembinaan rohani", "pembinaan")]
    assert told(*many, "pembinaan rohani, pembinaan") == []
    assert told(*many, "pesantren kilat") == []
    assert told(*many[:5], "pembinaan rohani") == []


def test_a_post_may_ignore_what_is_told_of_it() -> None:
    waived = article("2026-03-09-sahur", "date: 2026-03-09", "tags: [Ramadan]", "ignore: [K401]")
    assert list(site_problems([*posts("Ramadhan", "Ramadhan"), waived], (), settings())) == []


def test_a_site_without_tags_is_not_asked_about_them() -> None:
    assert told("Ramadhan", "Ramadhan", "Ramadan", features=()) == []


def test_the_problem_names_file_line_and_column_of_the_tag() -> None:
    (found,) = site_problems(posts("Ramadhan", "Ramadhan", "Ramadan"), (), settings())
    assert isinstance(found, Problem)
    assert (found.path, found.line, found.column) == ("content/berita/2026-03-03-apel-2.md", 4, 8)


def test_folding_undoes_what_spellings_differ_in() -> None:
    assert fold("Hari Bhakti Jum’at") == fold("hari-bakti jumat")


def test_tags_longer_than_any_name_are_not_compared_letter_by_letter() -> None:
    long = "pembinaan kemandirian " * 4
    assert told(f"{long}ab", f"{long}ac", f"{long}ab") == []
    tags = tuple(Term(f"{number:03}{'x' * 1_990}", 1, 1) for number in range(2_000))
    crowd = [each._replace(tags=tags) for each in posts("a", "b")]
    assert list(site_problems(crowd, (), settings())) == []
