"""What was made of a photo is kept and used again; nothing of an original is ever published."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import photofiles
from tests.sites import Built, built, contents, post, published, site, write
from warta.arrange.variants import SHARE_SIZE
from warta.messages import word
from warta.publish import darkroom
from warta.publish.darkroom import Store
from warta.render import photos

MEDIA = {
    "sisi.jpg": photofiles.jpeg((1500, 1000), 6),
    "cetak.jpeg": photofiles.jpeg((900, 700), mode="CMYK"),
    "dua-lensa.jpg": photofiles.two_in_one(),
    "logo.png": photofiles.png(),
    "abu.png": photofiles.png(mode="LA"),
    "warna.png": photofiles.png(mode="P"),
    "poster.webp": photofiles.webp(),
    "gerak.gif": photofiles.moving("GIF"),
    "gerak-2.webp": photofiles.moving("WEBP"),
    "titik.png": photofiles.encoded(photofiles.picture((1, 1)), "PNG"),
    "bukan-png.png": photofiles.jpeg((400, 300)),
    "Nama Ber-Spasi & HURUF.JPG": photofiles.jpeg((400, 300)),
}


def house() -> dict[str, str | bytes]:
    shown = "\n\n".join(f"Teks.\n\n![Foto](</media/{name}>)" for name in MEDIA)
    text = post("image: /media/sisi.jpg", body=shown)
    return {"content/berita/2026-03-02-apel.md": text} | {f"content/media/{name}": MEDIA[name] for name in MEDIA}


def pictures(done: Built) -> dict[str, bytes]:
    return {path: data for path, data in done.files.items() if path.startswith("media/")}


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Watch which photos are decoded."""
    seen: list[str] = []
    develop = photos.develop

    def watched(path: str, *rest: Any) -> Any:
        seen.append(path)
        return develop(path, *rest)

    monkeypatch.setattr(photos, "develop", watched)
    return seen


def test_no_secret_of_any_photo_is_anywhere_in_the_published_folder(tmp_path: Path) -> None:
    done = published(tmp_path, house())
    assert len(pictures(done)) > 30
    for path, data in done.files.items():
        assert [secret for secret in photofiles.SECRETS if secret in data] == [], path
        if path in pictures(done):
            assert [mark for mark in photofiles.MARKS if mark in data] == [], path


@pytest.mark.skipif(not shutil.which("exiftool"), reason="libimage-exiftool-perl is not installed")
def test_exiftool_finds_nothing_but_the_picture_itself(tmp_path: Path) -> None:
    done = published(tmp_path, house())
    command = ["exiftool", "-r", "-a", "-G1", "-s", "-ee", "-U", str(done.output / "media")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    groups = {line[1 : line.index("]")] for line in told.splitlines() if line.startswith("[")}
    assert groups <= {"ExifTool", "System", "File", "JFIF", "PNG", "RIFF", "GIF", "Composite"}
    assert "Rahasia" not in told


def test_a_second_build_decodes_nothing_nor_does_one_into_another_folder(tmp_path: Path, decoded: list[str]) -> None:
    first = published(tmp_path, house(), cache=tmp_path / ".warta")
    assert sorted(decoded) == sorted(f"content/media/{name}" for name in MEDIA)
    again = built(tmp_path, cache=tmp_path / ".warta", output=tmp_path / "lain")
    assert len(decoded) == len(MEDIA)
    assert again.files == first.files


def test_a_photo_that_is_moved_is_not_decoded_again(tmp_path: Path, decoded: list[str]) -> None:
    text = "content/berita/2026-03-02-apel.md"
    data = photofiles.jpeg((800, 600))
    before: dict[str, str | bytes] = {text: post(body="![Apel](/media/apel.jpg)"), "content/media/apel.jpg": data}
    published(tmp_path, before, cache=tmp_path / ".warta")
    (tmp_path / "content/media/apel.jpg").unlink()
    after: dict[str, str | bytes] = {
        text: post(body="![Apel](/media/arsip/Apel-2.jpg)"),
        "content/media/arsip/Apel-2.jpg": data,
    }
    moved = published(tmp_path, after, cache=tmp_path / ".warta")
    assert decoded == ["content/media/apel.jpg"]
    assert "media/arsip/apel-2_480.webp" in moved.files


def test_the_number_of_processes_and_the_cache_change_no_byte(tmp_path: Path) -> None:
    write(tmp_path, house())
    made = [
        contents(built(tmp_path, output=tmp_path / name, cache=cache, jobs=jobs).output)
        for name, jobs, cache in (("satu", 1, None), ("dua", 2, None), ("tiga", 3, tmp_path / ".warta"))
    ]
    assert made[0] == made[1] == made[2]


def test_a_spoilt_file_of_the_store_is_made_anew(tmp_path: Path) -> None:
    first = published(tmp_path, house(), cache=tmp_path / ".warta")
    for path in (tmp_path / ".warta/foto").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert built(tmp_path, cache=tmp_path / ".warta", output=tmp_path / "lain").files == first.files


def test_the_store_lets_go_what_was_used_least_recently(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number, name in enumerate(("aa1", "bb2", "cc3")):
        store.put(name, bytes(1000))
        path = next((tmp_path / darkroom.FOLDER).rglob(name))
        os.utime(path, (1_000_000 + number, 1_000_000 + number))
    assert store.use("aa1") == bytes(1000)
    store.prune(2500)
    assert [name for name in ("aa1", "bb2", "cc3") if store.get(name)] == ["aa1", "cc3"]


BROKEN = {
    "nol.jpg": b"",
    "masuk.jpg": b"<!DOCTYPE html><title>Masuk</title>" * 50,
    "terpotong.jpg": photofiles.jpeg((900, 600))[:5000],
    "bom.png": photofiles.bomb(),
    "iphone.jpg": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500),
    "iphone.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_photo_that_a_post_shows_is_one_error_and_nothing_is_published(tmp_path: Path, name: str) -> None:
    files = {f"content/media/{name}": BROKEN[name]}
    done = site(tmp_path, {"content/berita/2026-03-02-apel.md": post(body=f"![Apel](/media/{name})"), **files})
    assert [each.path for each in done.report.problems] == [f"content/media/{name}"]
    assert "content/berita/2026-03-02-apel.md:6" in word(done.report.problems[0], "id").hint
    assert not done.output.exists()


@pytest.mark.usefixtures("heic")
def test_a_photo_of_an_iphone_is_published_upright_and_clean_where_the_extra_is_installed(tmp_path: Path) -> None:
    data = photofiles.heic(6)
    assert all(secret in data for secret in (b"Ponsel-Rahasia", b"XMP-Rahasia"))
    lead = {"content/berita/2026-03-02-apel.md": post("image: /media/iphone.HEIC")}
    done = published(tmp_path, {"content/media/iphone.HEIC": data, **lead})
    made = pictures(done)
    assert {Path(path).suffix for path in made} == {".jpg", ".webp"}
    assert not [path for path, each in made.items() for secret in photofiles.SECRETS if secret in each]
    for data in made.values():
        photo = Image.open(BytesIO(data)).convert("RGB")
        if photo.size != SHARE_SIZE:
            assert photo.width < photo.height
            assert photo.getpixel((20, 20)) == pytest.approx((30, 30, 200), abs=16)


def test_a_build_without_photos_does_not_load_the_encoder(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/2026-03-02-apel.md": post()})
    code = (
        "import sys; from tests.sites import built; from pathlib import Path;"
        f"assert built(Path({str(tmp_path)!r})).report.published; assert 'PIL' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, cwd=Path(__file__).parents[2])
