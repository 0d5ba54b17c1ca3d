"""The checks of people, tags, text and links on whole posts: what they tell, what they leave alone, what they cost."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import sites
from tests.checks import planted
from tests.samples import facts, settings
from warta.checks.editorial import checked, signs_for
from warta.checks.prose import Prose, prose_of, shown
from warta.checks.titles import cut
from warta.checks.words import words
from warta.codes import Code, Severity
from warta.model import Article, Reading, Source
from warta.problems import Problem
from warta.read.article import read_article
from warta.settings import Entry
from warta.settingsfile import read_settings

ROOT = Path(__file__).parents[2]
CLEAN = Path(__file__).with_name("clean.txt").read_text(encoding="utf-8").splitlines()
PATH = "content/berita/2026-03-02-apel.md"


def told(*fields: str, body: str = "Apel pagi.", title: str = "Apel Pagi", **changes: object) -> list[Problem]:
    article, problems = read_article(Source(PATH, sites.post(*fields, title=title, body=body).encode()), settings())
    assert article is not None, problems
    house = settings(**changes)
    return list(words(prose_of(article, signs_for(house)), house))


def codes(*fields: str, body: str = "Apel pagi.", title: str = "Apel Pagi", **changes: object) -> list[str]:
    return [str(each.code) for each in told(*fields, body=body, title=title, **changes)]


@pytest.mark.parametrize("sentence", CLEAN)
def test_a_sentence_with_nothing_wrong_in_it_is_left_alone(sentence: str) -> None:
    assert planted.told(PATH, sites.post(body=sentence)) == []


@pytest.mark.parametrize("folder", ["content", "tests/site/content"])
def test_the_texts_of_the_house_and_of_the_example_name_nobody(folder: str) -> None:
    source = (ROOT / folder).parent / "site.yaml"
    known, _ = read_settings(source.read_bytes(), "site.yaml")
    assert known is not None
    for path in sorted((ROOT / folder).rglob("*.md")):
        if path.parent.name == "tag":
            continue
        where = path.relative_to(source.parent).as_posix()
        article, problems = read_article(Source(where, path.read_bytes()), known)
        assert article is not None, problems
        found = words(prose_of(article, signs_for(known)), known)
        assert [each for each in found if each.code.startswith("K3")] == []


def test_the_facilitys_own_numbers_and_addresses_may_stand_in_a_post() -> None:
    body = "Telepon +62 812 3456 7890, [pesan](https://wa.me/628130000111), surel loket@contoh.example."
    assert codes(body=body) == ["K302", "K302", "K303"]
    contact = (("phone", "0812-3456-7890"), ("email", "humas@contoh.example"))
    services = (Entry("Pesan", "https://wa.me/628130000111"),)
    assert codes(body=body, contact=contact, services=services) == []


def test_an_address_at_a_shared_host_is_the_facilitys_own_only_if_it_is_listed() -> None:
    contact = (("email", "rutan.contoh@gmail.com"),)
    assert codes(body="Surel rutan.contoh@gmail.com dan budi@gmail.com.", contact=contact) == ["K303"]


def test_a_person_is_told_once_at_the_first_place() -> None:
    body = "WBP Budi Santoso hadir.\n\nWBP Budi Santoso pulang."
    assert [(each.code, each.line) for each in told(body=body)] == [(Code.INMATE_NAMED, 6)]


def test_the_report_does_not_repeat_a_number_that_must_not_be_read() -> None:
    (found,) = told(body="NIK 6305121205990001.")
    assert "6305121205990001" not in str(facts(found))


@pytest.mark.parametrize(
    ("nik", "is_one"),
    [
        ("6305121205990001", True),
        ("6305125205990001", True),
        ("6305127205990001", False),
        ("6305121213990001", False),
        ("2005121205990001", False),
        ("63051212059900012", False),
    ],
)
def test_sixteen_digits_are_an_identity_number_only_if_they_are_made_like_one(nik: str, *, is_one: bool) -> None:
    assert codes(body=f"Nomor {nik} tertera.") == (["K301"] if is_one else [])


def test_what_a_post_ignores_is_not_told() -> None:
    text = sites.post("abaikan: [K306]", body="WBP Budi Santoso berasal dari dari Contoh.")
    article, _ = read_article(Source(PATH, text.encode()), settings())
    assert [each.code for each in checked(Reading(article, "", ()), settings()).problems] == [Code.WORD_DOUBLED]


def test_stop_words_are_found_whole_and_in_any_case() -> None:
    body = "Barang HARAM itu diharamkan, bukan barang haramnya."
    assert [facts(each)["word"] for each in told(body=body, stop_words=("barang haram", "haram"))] == ["Barang HARAM"]


def test_a_short_title_that_fits_makes_the_long_one_good() -> None:
    long = "Meriah dan Penuh Haru, Peringatan Hari Kemerdekaan di Aula dan Lapangan Rutan Contoh"
    assert codes(title=long) == ["K501"]
    assert codes("judul_pendek: Peringatan Kemerdekaan di Rutan Contoh", title=long) == []


def test_a_preview_cuts_at_a_word() -> None:
    assert cut("Petugas Rutan Contoh Bagikan Takjil", 20) == "Petugas Rutan Contoh"
    assert cut("Petugas Rutan Contoh Bagikan Takjil", 19) == "Petugas Rutan"
    assert cut("x" * 90, 60) == "x" * 60


def test_a_spelling_of_style_is_silent_until_the_site_asks_for_it() -> None:
    assert [each.severity for each in told(body="Salat Jum'at di masjid.")] == [Severity.OFF]


@pytest.mark.parametrize(
    "body",
    [
        "```\nAcara selesai.Peserta pulang dari dari aula **tebal\n```",
        "Tulis `dari dari` dan `**tebal` di sini.",
        "Lihat [halaman](https://contoh.example/Rutan,Kelas.Baru/dari).",
        "- Butir pertama yang panjangnya sama dengan paragraf biasa di dalam berita ini.\n- Butir kedua.",
        "> Kutipan pertama yang panjangnya sama dengan paragraf biasa di dalam berita.\n> Kutipan kedua.",
        "Rumah Tahanan Negara Kelas IIB Contoh, Kabupaten Contoh, Kalimantan.  \nJalan Teladan 1.",
        "Aku pulang.\nIbu menunggu.\nHujan reda.",
        "| A | B |\n\n| --- | --- |\n| 1 | 2 |",
        "Harga 5.000* per paket.\n\n*Belum termasuk ongkos kirim.",
        "***Penting*** dan **tebal *miring* tebal** dan \\*bintang.",
    ],
)
def test_what_markdown_means_so_is_no_fault(body: str) -> None:
    assert codes("summary: Apel.", body=body) == []


def test_a_long_line_is_mended_by_its_words_and_a_short_one_whole() -> None:
    short, long = "Hadir camat,lurah.", "Hadir camat,lurah, dan ketua RT. " * 20
    assert [facts(each)["fix"] for each in told("summary: Apel.", body=short)] == ["Hadir camat, lurah."]
    (found,) = told("summary: Apel.", body=long)
    assert (facts(found)["fix"], facts(found)["right"]) == ("", "camat, lurah,")


def test_a_fault_in_front_matter_is_shown_under_its_value() -> None:
    (found,) = told("summary: Acara ditutup doa.Peserta pulang.")
    assert (found.line, found.column) == (4, 10)
    assert found.excerpt[9:] == "Acara ditutup doa.Peserta pulang."


def test_every_letter_of_the_words_leads_back_to_its_place() -> None:
    text = sites.post("summary: Ringkas.", body="Satu.\n\nDua.")
    article, _ = read_article(Source(PATH, text.encode()), settings())
    assert article is not None
    prose = prose_of(article, signs_for(settings()))
    assert prose.field(prose.text.index("Ringkas")) == "summary"
    assert prose.problem(Code.SLIP, prose.text.index("Dua")).line == 9


HOSTILE = (
    *r"""
    A |Ab Cd |0|08 |0-|6305 |@a.|a@|*|**a|* a|`|[|](|[a](|![a](b '|](](|# |dari dari |WBP Budi |warga binaan |
    warga binaan Budi Santoso |Budi Santoso (9) |anak Budi | 9 tahun|lahir di A, |paspor |register |”a|''|a.B|a,b|
    https://|www.a|<|<a|ke- |Kelas l|Jum'at | |Salah satu WBP, |(a)[http://|[^1]|[a] (/|a- a |Budi bin |seorang |
    WBP bernama |. |, |Kepala Rutan""".replace("\n    ", "").split("|"),
    "```\n",
    "|\n|",
    "|-|\n",
    "### a\n",
    "“.\n",
    '.\n"',
    "\n",
    '![a](b "',
)
"""Pieces of which a text may be made that is meant to be slow."""


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_longest_text_of_one_piece_is_checked_in_time_that_grows_with_its_length(piece: str) -> None:
    article, _ = read_article(Source(PATH, sites.post().encode()), settings())
    assert article is not None
    spent = []
    for length in (20_000, 200_000):
        made = _longer(article, piece * (length // len(piece)))
        start = time.process_time()
        for _ in _told_of(made):
            pass
        spent.append(time.process_time() - start)
    assert spent[1] < max(40 * spent[0], 1.0)


_HOUSE = settings(stop_words=("barang haram",))


def _longer(article: Article, more: str) -> Prose:
    prose = prose_of(article, signs_for(_HOUSE))
    text = prose.text + more
    return prose._replace(text=text, signs=signs_for(_HOUSE).of(text))


def _told_of(prose: Prose) -> list[Problem]:
    return list(words(prose, _HOUSE))


_PIECES = st.lists(st.sampled_from([*HOSTILE, *CLEAN[:40]]) | st.text(max_size=8), max_size=30)


@given(_PIECES)
def test_any_text_gives_problems_and_never_an_exception(pieces: list[str]) -> None:
    article, _ = read_article(Source(PATH, sites.post().encode()), settings())
    assert article is not None
    made = _longer(article, "".join(pieces))
    assert len(shown(made.text)) == len(made.text)
    for found in _told_of(made):
        assert found.line >= 1
        assert found.column >= 1


def test_stop_words_are_read_from_the_settings_and_change_what_is_read_again() -> None:
    known, problems = read_settings((sites.SITE_YAML + "stop_words: [Barang  Haram, si codet]\n").encode(), "site.yaml")
    assert known is not None, problems
    assert known.stop_words == ("Barang Haram", "si codet")
    assert known.read_by != settings().read_by
