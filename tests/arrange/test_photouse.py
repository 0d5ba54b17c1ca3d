"""Which photos are missed, and which are rightly not shown."""

from pathlib import Path

import pytest

from tests.photofiles import encoded, picture
from tests.sites import Files, built, post, published, site

FOLDER = "content/berita/2026-03-02-apel"
PHOTO = encoded(picture((1300, 700)), "JPEG")


def with_photo(text: str, **more: str | bytes) -> Files:
    return {f"{FOLDER}/index.md": text, f"{FOLDER}/Foto Apel.JPG": PHOTO, **more}


@pytest.mark.parametrize(
    "text",
    [
        post(body="![Apel](<Foto Apel.JPG>)"),
        post(body="[Lihat fotonya](<Foto Apel.JPG>)"),
        post("image: Foto Apel.JPG", "image_alt: Apel"),
        post("image: Foto Apel.JPG", 'image_alt: ""'),
        post("galeri: true"),
        post("draft: true", body="![Apel](Foto%20Apel.JPG)"),
        post("gallery: true", date="2098-01-01"),
        post("tarik: true", body="![Apel](<Foto Apel.JPG>)"),
    ],
)
def test_a_photo_that_is_shown_or_will_be_gives_no_warning_whatever_its_name(tmp_path: Path, text: str) -> None:
    assert published(tmp_path, with_photo(text)).codes == []


def test_a_photo_that_no_text_names_is_a_warning_and_is_not_published(tmp_path: Path) -> None:
    done = published(tmp_path, with_photo(post()))
    assert (done.codes, [path for path in done.files if path.endswith(".jpg")]) == (["PHOTO_UNUSED"], [])


def test_while_something_is_wrong_no_photo_is_called_unused(tmp_path: Path) -> None:
    assert site(tmp_path, with_photo(post(body="![Apel](Foto-Apel.JPG)"))).codes == ["PHOTO_MISSING"]


def test_warnings_of_photos_outlive_the_edit_of_a_body(tmp_path: Path) -> None:
    small = encoded(picture((300, 200)), "JPEG")
    files: dict[str, str | bytes] = {
        f"{FOLDER}/index.md": post("image: kecil.jpg", "image_alt: Apel"),
        f"{FOLDER}/kecil.jpg": small,
    }
    before = published(tmp_path, files, cache=tmp_path / ".warta")
    text = post("image: kecil.jpg", "image_alt: Apel", body="Apel berlangsung sangat tertib.")
    edited = published(tmp_path, {**files, f"{FOLDER}/index.md": text}, cache=tmp_path / ".warta")
    assert before.codes == edited.codes == built(tmp_path, output=tmp_path / "bersih").codes == ["PHOTO_SMALL"]
