"""Names -> the words of an address."""

import re
import sys
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slugify import slugify

from warta.read import slugs
from warta.read.slugs import LONGEST, identity_of, slug_of

LONG = "Penandatanganan Perjanjian Kerja Sama Pembinaan Kemandirian Warga Binaan dengan Balai Latihan Kerja"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Berbagi Takjil", "berbagi-takjil"),
        ("Jum'at Berkah", "jumat-berkah"),
        ("Jum’at Berkah", "jumat-berkah"),
        ("Jum`at Berkah", "jumat-berkah"),
        ("Jum´at Berkah", "jumat-berkah"),
        ("Isra Mi'raj 1447 H", "isra-miraj-1447-h"),
        ("Kafé Rutan", "kafe-rutan"),
        ("Kafe\u0301 Rutan", "kafe-rutan"),
        ("Idul Fitri 1 Syawal 1446 H / 31 Maret 2025", "idul-fitri-1-syawal-1446-h-31-maret-2025"),
        ("Al-Qur'an & Hadis", "al-quran-hadis"),
        ("HBP ke-62", "hbp-ke-62"),
        ("2025", "2025"),
        ("007", "007"),
        ("रमज़ान", "rmjaan"),
        ("Straße", "strasse"),
        ("naïve", "naive"),
        ("😀", ""),
        ("!!!", ""),
        ("", ""),
        ("  spasi  ganda  ", "spasi-ganda"),
        ("sudah-slug-2", "sudah-slug-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("a_b", "a-b"),
    ],
)
def test_a_name_becomes_lower_case_letters_digits_and_hyphens(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["con", "PRN", "aux", "nul", "com1", "LPT9"])
def test_a_name_that_windows_reserves_gets_a_number(name: str) -> None:
    assert slug_of(name) == f"{name.lower()}-1"


def test_two_long_names_with_one_beginning_stay_apart() -> None:
    first, second = slug_of(LONG), slug_of(f"{LONG} Kabupaten")
    assert first != second
    assert max(len(first), len(second)) <= LONGEST
    assert first.startswith("penandatanganan-perjanjian-kerja-sama-pembinaan-")


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_long_name_has_one_address_in_every_unicode_form(form: str) -> None:
    name = f"{LONG} di Kafé Rutan"
    assert slug_of(normalize(form, name)) == slug_of(name)  # type: ignore[arg-type]


NAMES = st.text(max_size=60) | st.text(alphabet="aB1 -'’`´é＇ﬁ½ßİ.,&;#x/\u0301", max_size=120)


@given(NAMES)
@example(LONG)
@example("Jum＇at")
def test_a_slug_is_plain_short_and_its_own_slug(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= LONGEST
    assert slug_of(slug) == slug


@given(NAMES)
@example(LONG)
@example("Jum＇at")
@example("&AMP;")
@example("ﬁ")
def test_names_of_one_identity_have_one_slug(name: str) -> None:
    for other in (name.casefold(), f" {name} ", name.replace("'", "’"), name.replace(" ", "\u00a0"), identity_of(name)):
        if identity_of(other) == identity_of(name):
            assert slug_of(other) == slug_of(name)


@pytest.mark.parametrize(
    "other", ["jum'at berkah", "JUM'AT BERKAH", "Jum’at Berkah", "Jum`at Berkah", "Jum´at Berkah", "Jum＇at  Berkah"]
)
def test_spellings_that_differ_by_case_and_apostrophe_are_one_tag(other: str) -> None:
    assert identity_of(other) == identity_of("Jum'at Berkah")


@pytest.mark.parametrize("other", ["Blok C+", "Blok D", "Blok", "BlokC"])
def test_different_words_are_different_tags(other: str) -> None:
    assert identity_of(other) != identity_of("Blok C")


@given(st.text(st.characters(codec="ascii")) | st.text("ab1 ,.-&;#'x"))
@example("1,000 paket")
@example("a&amp;b; plt. kepala_lapas")
def test_ascii_is_never_transliterated_and_would_not_differ(name: str) -> None:
    assert slugs._transliterated(identity_of(name)) == slugify(identity_of(name))


def test_common_names_need_no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slugify", None)
    assert slugs._transliterated("plt. kepala lapas, isra miraj (1447 h)") == "plt-kepala-lapas-isra-miraj-1447-h"


@given(NAMES)
def test_an_identity_is_its_own_identity(name: str) -> None:
    assert identity_of(identity_of(name)) == identity_of(name)
