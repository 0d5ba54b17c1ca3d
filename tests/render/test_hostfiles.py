"""`_redirects` and security.txt."""

from datetime import datetime

import pytest

from tests.samples import settings
from warta.arrange.viewfound import RedirectsView, SecurityView
from warta.render.hostfiles import redirects, security

EXPIRES = datetime.fromisoformat("2027-03-01T00:00+08:00")


@pytest.mark.parametrize(
    ("base_url", "lines"),
    [
        ("https://rutan-contoh.example/", "/lama/a%2Cb.html /berita/a/ 301\n/Lama/ /berita/b/ 301\n"),
        (
            "https://humas.example/rutan/",
            "/rutan/lama/a%2Cb.html /rutan/berita/a/ 301\n/rutan/Lama/ /rutan/berita/b/ 301\n",
        ),
    ],
)
def test_every_old_address_leads_on_for_good_with_the_path_of_the_site(base_url: str, lines: str) -> None:
    moves = RedirectsView((("/lama/a,b.html", "/berita/a/"), ("/Lama/", "/berita/b/")))
    assert redirects(moves, settings(base_url=base_url)).decode() == lines


def test_security_names_the_ways_to_reach_the_house_and_how_long_to_trust_them() -> None:
    contact = (("phone", "0800-0000-0000"), ("email", "humas@rutan-contoh.example"), ("chat", "+62 800 0000"))
    assert security(SecurityView(EXPIRES), settings(contact=contact)).decode().split("\n") == [
        "Contact: mailto:humas@rutan-contoh.example",
        "Contact: tel:+6280000000000",
        "Contact: https://wa.me/628000000",
        "Expires: 2027-03-01T00:00:00+08:00",
        "Preferred-Languages: id",
        "Canonical: https://rutan-contoh.example/.well-known/security.txt",
        "",
    ]
