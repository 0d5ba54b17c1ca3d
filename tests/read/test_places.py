"""Where in a body a rendered thing was written."""

import pytest

from tests.read.test_markup import rendered
from warta.read.places import Places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Alamat /tak/ sudah dihapus.\n\n[x](/tak/)", [(5, 5)]),
        ("[x](/tak/ada/) [y](/tak/)", [(3, 5), (3, 20)]),
        ("[x](/tak/ada/) [y](</tak/>)", [(3, 5), (3, 21)]),
        ("Foto a.jpg ini: ![a](a.jpg 'Judul')", [(3, 22)]),
        ("[a](x_(1).md) [b](x)", [(3, 5), (3, 19)]),
        ("/b/\n\n[a][r]\n\n[r]: /b/", [(7, 6)]),
        ("[a][r] dan [b][r]\n\n[r]: /b/", [(5, 6), (5, 6)]),
        ("[a]( /b/ )", [(3, 6)]),
        ("<b>[satu</b> dua](/a/)", [(3, 19), (3, 19)]),
    ],
)
def test_a_link_is_placed_where_it_is_a_link(text: str, places: list[tuple[int, int]]) -> None:
    assert [(link.line, link.column) for link in rendered(text)[0].links] == places


def test_what_is_sought_more_often_than_it_stands_is_at_its_last_place() -> None:
    places = Places("a\nb <i>\n<i>", 1)
    assert [places.find("<i>") for _ in range(4)] == [(2, 3), (3, 1), (3, 1), (3, 1)]
    assert places.find("tak ada") == (1, 1)
