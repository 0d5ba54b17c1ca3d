"""Spellings -> terms: one meaning, one page."""

from tests.samples import article, codes, facts, tag_file
from warta.arrange.terms import group_categories, group_tags, tag_names
from warta.model import Article


def tagged(*lists: str) -> tuple[Article, ...]:
    return tuple(article(f"2026-03-{30 - n}-b{n}", f"tags: [{tags}]") for n, tags in enumerate(lists))


def test_spellings_that_differ_by_case_and_apostrophe_are_one_tag_with_its_commonest_name() -> None:
    groups, problems = group_tags(
        tagged("Jum'at Berkah", "Jum’at Berkah", "JUM’AT BERKAH", "Jum’at  Berkah"), tag_names(())[0]
    )
    assert problems == ()
    assert [(group.name, group.slug, len(group.articles)) for group in groups] == [("Jum’at Berkah", "jumat-berkah", 4)]
    assert groups[0].spellings == ("JUM’AT BERKAH", "Jum'at Berkah")


def test_of_two_spellings_as_common_the_smaller_one_names_the_tag() -> None:
    assert [group.name for group in group_tags(tagged("takjil", "Takjil"), tag_names(())[0])[0]] == ["Takjil"]


def test_the_spellings_of_a_tag_file_are_one_tag_with_its_title() -> None:
    names, _ = tag_names([tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan, Romadhon]")])
    groups, problems = group_tags(tagged("Ramadan", "romadhon", "RAMADHAN", "Takjil"), names)
    assert problems == ()
    assert [(group.name, len(group.articles)) for group in groups] == [("Ramadhan", 3), ("Takjil", 1)]
    assert groups[0].tag_file is not None
    assert groups[0].spellings == ("RAMADHAN", "Ramadan", "romadhon")


def test_a_tag_given_twice_counts_once() -> None:
    names, _ = tag_names([tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]")])
    (group,), _ = group_tags(tagged("Ramadhan, Ramadan, ramadhan"), names)
    assert len(group.articles) == 1


def test_two_different_tags_with_one_address_are_an_error_that_names_both() -> None:
    groups, problems = group_tags(tagged("Blok C", "Blok C+"), tag_names(())[0])
    assert (len(groups), codes(problems)) == (1, ["TAG_SLUG_CLASH"])
    assert {facts(problems[0])["name"], facts(problems[0])["other"]} == {"Blok C", "Blok C+"}
    assert facts(problems[0])["address"] == "/tag/blok-c/"


def test_a_spelling_that_two_files_claim_is_an_error() -> None:
    _, problems = tag_names([tag_file("a", "title: Ramadhan"), tag_file("b", "title: Puasa", "aliases: [RAMADHAN]")])
    assert [(each.code.name, each.path, each.line) for each in problems] == [
        ("TAG_SPELLING_TAKEN", "content/tag/b.md", 3)
    ]


def test_tags_come_in_the_order_of_their_addresses() -> None:
    groups, _ = group_tags(tagged("Zakat, apel, Éra"), tag_names(())[0])
    assert [group.slug for group in groups] == ["apel", "era", "zakat"]


def test_categories_are_grouped_likewise() -> None:
    posts = [
        article(f"2026-03-0{n}-x", f"category: {name}") for n, name in enumerate(("Kegiatan", "kegiatan", "Layanan"), 1)
    ]
    groups, problems = group_categories(posts)
    assert ([(group.name, len(group.articles)) for group in groups], problems) == (
        [("Kegiatan", 2), ("Layanan", 1)],
        (),
    )
