"""The texts that come with the house: its standing pages, and those of the example site."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = sorted((ROOT / "content/halaman").glob("*.md"))
TEXTS = sorted([*(ROOT / "content").rglob("*.md"), *(ROOT / "tests/site/content").rglob("*.md")])
OPEN = "Halaman ini belum lengkap. Sementara itu, silakan bertanya langsung di kantor Rutan."
NUMBER = re.compile(r"\b0\d{3}-\d{4}-\d{4}\b")
LINKED = re.compile(r"\[(0[\d-]+)\]\((?:tel:\+|https://wa\.me/)(\d+)\)")

each_page = pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.name)


def body_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2].strip()


@each_page
def test_a_page_that_is_not_complete_says_so_first(path: Path) -> None:
    body = body_of(path)
    assert body.startswith(f"{OPEN}\n{{.catatan}}\n") is ("[Diisi oleh Rutan:" in body)


@each_page
def test_no_page_promises_a_search_which_the_site_lacks(path: Path) -> None:
    assert "pencarian" not in body_of(path).lower()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_telephone_number_is_a_link_that_dials_it(path: Path) -> None:
    body = body_of(path)
    assert NUMBER.findall(LINKED.sub("", body)) == []
    assert [dialled for shown, dialled in LINKED.findall(body) if "62" + re.sub(r"\D", "", shown)[1:] != dialled] == []


def test_the_example_names_its_numbers_as_its_footer_does() -> None:
    pages = {name: body_of(ROOT / f"tests/site/content/halaman/{name}.md") for name in ("kontak", "pengaduan")}
    assert "- Telepon: [0800-0000-0000](tel:+6280000000000)\n" in pages["kontak"]
    for body in pages.values():
        assert "WhatsApp" in body
        assert "[0800-0000-0001](https://wa.me/6280000000001)" in body
