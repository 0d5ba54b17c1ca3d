"""What `root_of` makes of words as newsrooms write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.render.roots import root_of, words_of
from warta.render.rootwords import ROOTS, SPELLINGS

FAMILIES = {
    "periksa": "memeriksa diperiksa pemeriksaan pemeriksa terperiksa memeriksanya",
    "aman": "keamanan mengamankan pengamanan diamankan",
    "gelar": "menggelar digelar pergelaran",
    "kunjung": "kunjungan mengunjungi berkunjung pengunjung dikunjungi kunjungannya",
    "serah": "menyerahkan diserahkan penyerahan berserah",
    "kirim": "mengirim mengirimkan pengiriman kiriman terkirim",
    "tanam": "menanam penanaman tanaman ditanam bertanam",
    "latih": "melatih pelatihan berlatih terlatih latihan",
    "ajar": "belajar mengajar pembelajaran pelajaran pengajar",
    "daya": "berdaya pemberdayaan memberdayakan",
    "tahan": "tahanan menahan penahanan pertahanan mempertahankan",
    "kerja": "bekerja pekerjaan mengerjakan pekerja",
    "cek": "mengecek pengecekan dicek",
    "tandatangan": "menandatangani penandatanganan ditandatangani",
}
APART = (
    "beras kelas terang perang peran berita bersih kepala keluarga petugas pemasyarakatan pemerintah peserta halaman "
    "bulan jalan makan teman zaman amanat hakim menteri dinding sekarang sebelas selasa"
).split()


@pytest.mark.parametrize("root", FAMILIES)
def test_a_family_of_words_has_one_root(root: str) -> None:
    assert {word: root_of(word) for word in (root, *FAMILIES[root].split())} == dict.fromkeys(
        (root, *FAMILIES[root].split()), root
    )


@pytest.mark.parametrize("word", APART)
def test_a_word_that_only_looks_as_if_it_had_an_affix_stays(word: str) -> None:
    assert root_of(word) == word


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("direstorasi", "restorasi"),
        ("merestorasi", "restorasi"),
        ("menginisiasi", "menginisiasi"),
        ("2026", "2026"),
        ("ke62", "ke62"),
        ("ramadan", "ramadhan"),
        ("bhakti", "bakti"),
        ("", ""),
    ],
)
def test_of_an_unknown_word_only_what_is_certain_is_taken(word: str, root: str) -> None:
    assert root_of(word) == root


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jum’at, Jum'at & Jumat", ["jumat", "jumat", "jumat"]),
        ("Kafé di HBP ke-62", ["kafe", "di", "hbp", "ke", "62"]),
        ("bersih-bersih_dapur", ["bersih", "bersih", "dapur"]),
        ("'kutipan'", ["kutipan"]),
        ("–", []),
    ],
)
def test_words_are_small_and_plain(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_every_root_is_its_own_and_spellings_lead_to_one() -> None:
    assert [word for word in sorted(ROOTS) if root_of(word) != SPELLINGS.get(word, word)] == []
    assert [word for word in SPELLINGS.values() if root_of(word) != word] == []
    assert [word for word in sorted(ROOTS | SPELLINGS.keys()) if words_of(word) != [word]] == []


@given(st.from_regex(r"(me|mem|peng|di|ber|ke)?[a-z]{0,12}(kan|an|i|nya)?", fullmatch=True))
def test_no_root_is_longer_than_its_word_or_empty(word: str) -> None:
    root = root_of(word)
    assert len(root) <= max(len(word), *map(len, SPELLINGS.values()))
    assert bool(root) == bool(word)
