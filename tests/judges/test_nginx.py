"""Our nginx serves a folder under its path and nothing else, and is gone afterwards."""

from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.judges.nginx import served_by_nginx


def test_nginx_serves_a_site_under_its_path_and_ends(tmp_path: Path) -> None:
    site = tmp_path / "sub/path"
    site.mkdir(parents=True)
    (site / "index.html").write_text("beranda", encoding="utf-8")
    (site / "404.html").write_text("tidak ada", encoding="utf-8")
    with served_by_nginx(tmp_path, path="/sub/path/", directives="add_header X-Rumah ya always;") as url:
        with urlopen(url) as answer:
            assert (answer.read(), answer.headers["X-Rumah"]) == (b"beranda", "ya")
        with pytest.raises(HTTPError) as missing:
            urlopen(f"{url}berita/")
        assert (missing.value.code, missing.value.read()) == (404, b"tidak ada")
    with pytest.raises(URLError):
        urlopen(url)


def test_nginx_says_why_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="tidak_ada"), served_by_nginx(tmp_path, directives="tidak_ada 1;"):
        pass
