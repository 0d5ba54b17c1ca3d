"""The law of the signs: with them the checks say what they would say if they were all asked about every text."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples, sites
from tests.checks import planted
from tests.checks.desk import HOUSE
from tests.checks.test_words import CLEAN, HOSTILE
from warta.checks.editorial import CHECKS, signs_for
from warta.checks.prose import Prose, prose_of
from warta.checks.signs import Signs
from warta.messages import words
from warta.model import Source
from warta.problems import Problem
from warta.read.article import read_article

OURS = HOUSE._replace(stop_words=("barang haram", "si codet", "ñandú"))
PATH = "content/berita/2025-03-22-uji.md"
EXAMPLES = 20_000 if os.environ.get("WARTA_TESTS") == "thorough" else 300

PIECES = (
    *HOSTILE,
    *CLEAN[:60],
    *"""
    Senin, 3 Maret 2025|(Sabtu, 22/3)|Jum'at (21/3)|sabtu|SENIN\u00a0|22/3/2024|HBP ke-61|HDKD-77|HBP ke\u00a061|Ke 61|
    ke–61|ke- 60|Hari Bakti Pemasyarakatan ke|Kemenkumham|kementerian hukum dan ham|Kementerian\nHukum dan HAM|
    kemenkumham.go.id|barang haram|Si Codet|SI\u00a0CODET|Ñandú|İ|ı|ſ|<!-- x -->|<!--|
    -->|warga binaan Budi Santoso|narapidana (30)|WBP |
    an. Budi Santoso|a.n. |bernama Rina Marlina|bernama lengkap |atas nama |anak bungsu Rina Marlina|, 15 tahun,| (9) |
    Budi Santoso|Rina Marlina|Ñ|ü|5271010101900001|0812 3456 7890|+62 (812) 345-678|wa.me/628123456789|a@b.id|ü@b.id|
    paspor A1234567|No. reg. B.I 123/2024|Nomor register 123456|lahir di Rantau, 3 Maret 1990|TTL: |selesai.Peserta|
    selesai!Peserta|camat,lurah|dari.” Dan|dari.”Dan|HBD|(HBD)|puku 9|Kelas Il B|klas llA|Bersih- Bersih|a -a|Jumaat|
    ”a|a“|''|dari dari|**a|**a **|*a|### Judul|\n### Judul|\n# Satu\n\n### Tiga|[^1]|[^1]: a|\n| a | b ||\n  | a ||
    [di sini](/a)|[ *Klik* ](/b)|[https://contoh.example/alamat/yang/sangat/panjang/sekali](/c)|![IMG_1.jpg](a.jpg)|
    [a] (/b)|(a)[https://b.id]|https://a.id/b|(https://a.id)|www.a.id|Selesai.\nAcara|\n\n|\n|`|```\n| \t""".replace(
        "\n    ", ""
    ).split("|"),
    *words("id")["new_body"].split("\n\n"),
)


def prose_with(body: str, *fields: str) -> Prose | None:
    article, _ = read_article(Source(PATH, sites.post(*fields, date="2025-03-22", body=body).encode()), OURS)
    return prose_of(article, signs_for(OURS)) if article else None


def told(prose: Prose) -> list[Problem]:
    return [found for check in CHECKS for found in check(prose, OURS)]


def law(prose: Prose) -> None:
    assert told(prose) == told(prose._replace(signs=signs_for(OURS).all))


@settings(max_examples=EXAMPLES)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12), st.sampled_from(["", " ", "\n", "\n\n"]))
def test_a_text_with_its_own_signs_is_told_what_it_is_told_with_all_of_them(pieces: list[str], glue: str) -> None:
    prose = prose_with(glue.join(pieces))
    if prose:
        law(prose)


def test_every_planted_fault_carries_its_sign() -> None:
    for each in planted.plants():
        law(prose_of(planted.article(each.path, each.text), signs_for(OURS)))


@pytest.mark.parametrize("text", ["", "Apel pagi.", "Apel pagi di aula, diikuti 30 petugas.\n\nDoa menutup acara."])
def test_a_text_without_a_fault_has_no_sign_but_that_the_automaton_works(text: str) -> None:
    assert signs_for(OURS).of(text) == {""}


@pytest.mark.parametrize("text", ["Apel <!-- catatan --> pagi.", "Apel pag\u0131.", "HAR\u0130", "\u212ae-61"])
def test_a_text_of_which_the_signs_cannot_speak_has_them_all(text: str) -> None:
    assert signs_for(OURS).of(text) == signs_for(OURS).all


def test_an_automaton_that_had_no_room_to_look_says_that_everything_may_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("re2.Set.Match", lambda *_: None)
    assert signs_for(OURS).of("Apel pagi.") == signs_for(OURS).all


def test_a_pattern_that_re2_cannot_read_is_an_error_of_ours() -> None:
    with pytest.raises(Exception, match="failed to add"):
        Signs({"twice": r"(a)\1"})


def test_the_settings_that_name_nothing_ask_for_no_sign_of_it() -> None:
    bare = signs_for(samples.settings(names=(), stop_words=()))
    assert {"dated name", "stop word"}.isdisjoint(bare.all)
