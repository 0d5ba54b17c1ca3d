"""A photo's bytes -> bytes that may be published."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from warta.arrange.picturedata import PhotoView
from warta.arrange.variants import LONGEST, photo_views
from warta.problems import Problem
from warta.render.photos import develop, facts_of

MODES = [
    ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"),
    ("PNG", "LA"), ("PNG", "1"), ("PNG", "I;16"), ("WEBP", "RGB"), ("WEBP", "RGBA"),
]  # fmt: skip
SUFFIXES = ["jpg", "JPEG", "png", "webp"]


def drawn(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: Any) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


def publishable(path: str, data: bytes) -> bytes | Problem:
    """Return the photo at the address of its name."""
    view = next(photo_views(path, facts_of(data, "x"), is_lead=False)).data
    assert isinstance(view, PhotoView)
    made = develop(path, data, [view])
    return made if isinstance(made, Problem) else made[0]


def published(path: str, data: bytes) -> Image.Image:
    made = publishable(path, data)
    assert isinstance(made, bytes), made
    photo = Image.open(BytesIO(made))
    photo.load()
    return photo


@pytest.mark.parametrize(("kind", "mode"), MODES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_of_photo_is_published_as_its_name_says(kind: str, mode: str, suffix: str) -> None:
    photo = published(f"content/media/foto.{suffix}", drawn(kind, mode))
    assert photo.format == {"jpg": "JPEG", "jpeg": "JPEG"}.get(suffix.lower(), suffix.upper())
    assert (photo.size, photo.mode in {"RGB", "RGBA"}) == ((40, 20), True)


def test_no_place_name_comment_or_profile_leaves_with_a_photo() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Ponsel Humas"
    exif.get_ifd(0x8825)[2] = (2.0, 56.0, 0.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = drawn(exif=exif, comment=b"rahasia", icc_profile=profile, dpi=(72, 72))
    assert b"Ponsel Humas" in data
    made = publishable("content/media/a.jpg", data)
    assert isinstance(made, bytes)
    photo = Image.open(BytesIO(made))
    assert dict(photo.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp"} & photo.info.keys()
    assert not any(word in made for word in (b"Ponsel", b"rahasia", b"Exif"))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert published("content/media/a.jpg", drawn(exif=exif)).size == ((40, 20) if orientation < 5 else (20, 40))


@pytest.mark.parametrize(
    ("size", "made"), [((3200, 800), (1600, 400)), ((400, 3200), (200, 1600)), ((1600, 10), (1600, 10))]
)
def test_a_photo_is_no_larger_than_a_page_needs(size: tuple[int, int], made: tuple[int, int]) -> None:
    assert published("content/media/a.png", drawn("PNG", size=size)).size == made
    assert max(made) <= LONGEST


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PHOTO_BROKEN"),
        (b"bukan foto", "PHOTO_BROKEN"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "PHOTO_BROKEN"),
        (drawn()[:300], "PHOTO_BROKEN"),
        (drawn("PNG")[:50], "PHOTO_BROKEN"),
        (drawn("TIFF"), "PHOTO_BROKEN"),
        (drawn("PNG", "1", (10_000, 6_001)), "PHOTO_TOO_LARGE"),
    ],
)
def test_what_is_no_whole_photo_is_not_published(data: bytes, code: str) -> None:
    found = publishable("content/media/a.jpg", data)
    assert isinstance(found, Problem)
    assert found.code.name == code


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 400), st.binary(max_size=6), st.booleans())
def test_any_bytes_are_a_photo_or_a_problem(kind: str, at: int, piece: bytes, cut: bool) -> None:  # noqa: FBT001
    data = drawn(kind)
    at = min(at, len(data))
    changed = data[:at] + piece + (b"" if cut else data[at + len(piece) :])
    assert isinstance(publishable("content/media/a.jpg", changed), bytes | Problem)


def test_equal_bytes_give_equal_bytes() -> None:
    assert publishable("content/media/a.webp", drawn("PNG", "RGBA")) == publishable(
        "content/media/a.webp", drawn("PNG", "RGBA")
    )


CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
"""Where the top left corner of the sensor belongs for each orientation (EXIF 2.3, section 4.6.4): right, down."""


@pytest.mark.parametrize(("orientation", "corner"), CORNERS.items())
def test_the_cameras_corner_comes_to_lie_where_it_was_seen(orientation: int, corner: tuple[int, int]) -> None:
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste((200, 0, 0), (0, 0, 10, 10))
    exif, buffer = Image.Exif(), BytesIO()
    exif[0x0112] = orientation
    picture.save(buffer, "PNG", exif=exif)
    photo = published("content/media/a.png", buffer.getvalue())
    x, y = (edge - 3 if far else 2 for far, edge in zip(corner, photo.size, strict=True))
    assert photo.getpixel((x, y)) == (200, 0, 0)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=5))
def test_damaged_notes_of_a_camera_never_end_the_build(damage: list[tuple[int, int]]) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9286] = 6, "Ponsel Humas", "rahasia"
    exif.get_ifd(0x8825)[2] = (2.0, 56.0, 0.0)
    data = bytearray(drawn(exif=exif))
    for place, byte in damage:
        data[place % len(data)] = byte
    made = publishable("content/media/a.jpg", bytes(data))
    assert isinstance(made, Problem) or b"Ponsel" not in made


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    gradient = Image.new("I;16", (256, 4))
    for x in range(256):
        for y in range(4):
            gradient.putpixel((x, y), x * 257)
    buffer = BytesIO()
    gradient.save(buffer, "PNG")
    photo = published("content/media/a.png", buffer.getvalue()).convert("L")
    assert [photo.getpixel((x, 1)) for x in (0, 64, 128, 255)] == pytest.approx([0, 64, 128, 255], abs=2)
