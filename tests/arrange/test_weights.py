"""What a page makes a phone load."""

from pathlib import Path

import pytest

from tests import photofiles
from tests.sites import built, post, write
from warta.arrange import weights

POST = "content/berita/2026-03-02-apel/index.md"


def heavy(root: Path, text: str, count: int = 3) -> list[str]:
    photos = {f"content/berita/2026-03-02-apel/{number}.jpg": photofiles.jpeg((900, 700)) for number in range(count)}
    write(root, {POST: text, **photos})
    return built(root, cache=root / ".warta").codes


def size(root: Path, *paths: str) -> int:
    return sum((root / "public" / path).stat().st_size for path in paths)


def test_a_page_weighs_its_html_and_each_photo_as_a_phone_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = post(body="![Satu](0.jpg)\n\nTeks.\n\n![Dua](1.jpg)\n\nTeks.\n\n![Lagi](0.jpg)")
    assert heavy(tmp_path, text, 2) == []
    folder = "media/berita/2026-03-02-apel"
    whole = size(tmp_path, "berita/apel/index.html", f"{folder}/0_480.webp", f"{folder}/1_480.webp")
    monkeypatch.setattr(weights, "BUDGET", whole)
    assert heavy(tmp_path / "b", text, 2) == []
    monkeypatch.setattr(weights, "BUDGET", whole - 1)
    assert heavy(tmp_path / "c", text, 2) == ["PAGE_HEAVY"]


def test_photos_of_a_gallery_weigh_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert heavy(tmp_path, post("gallery: true")) == []
    folder = "media/berita/2026-03-02-apel"
    whole = size(tmp_path, "berita/apel/index.html", *(f"{folder}/{number}_240.webp" for number in range(3)))
    monkeypatch.setattr(weights, "BUDGET", whole - 1)
    assert heavy(tmp_path / "b", post("gallery: true")) == ["PAGE_HEAVY"]
    monkeypatch.setattr(weights, "BUDGET", whole)
    assert heavy(tmp_path / "c", post("gallery: true")) == []


def test_a_heavy_page_is_told_by_every_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "BUDGET", 100)
    assert heavy(tmp_path, post("gallery: true")) == ["PAGE_HEAVY"]
    for text in (post("gallery: true"), post("gallery: true", body="Kalimat lain."), post("gallery: true", "place: X")):
        write(tmp_path, {POST: text})
        assert built(tmp_path, cache=tmp_path / ".warta").codes == ["PAGE_HEAVY"]
