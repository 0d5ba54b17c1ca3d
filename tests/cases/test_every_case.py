"""Every case of the public reports of kinds M and N, and every hostile post, has a test that asserts what is right.

The lists are retyped from the collection of cases: one that is left out of a test, or loses it, fails here.
"""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
KINDS = {
    "test_m_security.py": ("M1", "M3", "M4", "M6", "M8", "M9"),
    "test_n_cliffs.py": ("N1", "N2", "N5", "N6", "N7"),
}
HOSTILE = """
01-judul-titik-dua 02-tab 04-kurung-terbuka 05-tanpa-penutup 07-kepala-kosong 08-kepala-daftar 10-tanggal-indonesia
11-tag-koma 13-judul-yes 14-slug-007 16-python-object 17-utf8-bom 19-cp1252 20-nul 22-cr 23-nol-byte
25-slug-garis-miring 26-slug-habis 28-judul-300 29-slug-kembar 31-tag-miring 32-nama-huruf 34-nama-spasi-persen
35-judul-script 37-isi-script 38-gambar-onerror 40-tautan-samar 41-tautan-data 43-tag-html 44-kutipan-10000
46-daftar-menjorok 47-kurung-50000 49-baris-1mb 50-kode-terbuka 52-md-hilang 53-gambar-hilang
""".split()


@pytest.mark.parametrize(("file", "case"), [(file, case) for file, cases in KINDS.items() for case in cases])
def test_a_case_has_a_test_that_names_it(file: str, case: str) -> None:
    written = (HERE / file).read_text(encoding="utf-8")
    assert re.search(rf"^(?:def test_.*|\) -> None:  )# {case}$|id=\"{case}-", written, re.MULTILINE)


def test_every_hostile_post_is_built_and_judged() -> None:
    assert sorted(path.parent.name for path in (HERE.parent / "hostile").glob("*/case.toml")) == HOSTILE
