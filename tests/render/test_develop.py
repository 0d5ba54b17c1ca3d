"""All the files of one photo: their sizes, that they move, and that no word of the photo's notes is in any of them."""

from io import BytesIO
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from tests import photofiles, samples
from warta.arrange.picturedata import PhotoView
from warta.arrange.variants import LONGEST, SHARE_SIZE, WIDTHS, photo_at, photo_views, sources
from warta.model import PhotoFacts
from warta.problems import Problem
from warta.render import photos
from warta.render.photos import develop, facts_of
from warta.render.share import HEAVIEST

PATH = "content/media/foto"
KINDS = {
    "jpg": photofiles.jpeg(),
    "jpeg": photofiles.jpeg(mode="CMYK"),
    "png": photofiles.png(),
    "webp": photofiles.webp(),
    "gif": photofiles.moving("GIF"),
}


def developed(data: bytes, suffix: str = "jpg") -> dict[str, bytes]:
    """Return every file that is made of a lead photo, by its address."""
    made_views = list(photo_views(f"{PATH}.{suffix}", facts_of(data, "x"), is_lead=True))
    wanted = [view.data for view in made_views if isinstance(view.data, PhotoView)]
    made = develop(f"{PATH}.{suffix}", data, wanted)
    assert not isinstance(made, Problem), made
    return {view.address: each for view, each in zip(made_views, made, strict=True)}


def opened(data: bytes) -> Image.Image:
    photo = Image.open(BytesIO(data))
    photo.load()
    return photo


@pytest.mark.parametrize("suffix", KINDS)
def test_no_planted_secret_and_no_metadata_is_in_any_file_of_a_photo(suffix: str) -> None:
    data = KINDS[suffix]
    assert any(secret in data for secret in photofiles.SECRETS)
    for address, made in developed(data, suffix).items():
        found = [each for each in (*photofiles.SECRETS, *photofiles.MARKS) if each in made]
        assert found == [], address
        notes = {"exif", "icc_profile", "comment", "xmp", "photoshop", "mp"} & opened(made).info.keys()
        assert (dict(opened(made).getexif()), notes) == ({}, set()), address


def test_a_photo_is_made_in_every_width_and_as_webp_and_jpeg() -> None:
    made = {address: opened(data) for address, data in developed(photofiles.jpeg((4000, 3000))).items()}
    assert {address: (photo.format, photo.size) for address, photo in made.items()} == {
        "/media/foto.jpg": ("JPEG", (1600, 1200)),
        "/media/foto_240.webp": ("WEBP", (240, 180)),
        "/media/foto_480.webp": ("WEBP", (480, 360)),
        "/media/foto_720.webp": ("WEBP", (720, 540)),
        "/media/foto_1080.webp": ("WEBP", (1080, 810)),
        "/media/foto_1600.webp": ("WEBP", (1600, 1200)),
        "/media/foto_720.jpg": ("JPEG", (720, 540)),
        "/media/foto_share.jpg": ("JPEG", SHARE_SIZE),
    }


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_file_stands_upright(orientation: int) -> None:
    turns = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE"}
    turns |= {6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90"}
    turn = turns.get(orientation)
    sensor = photofiles.picture((1200, 900))
    seen = sensor.transpose(Image.Transpose[turn]) if turn else sensor
    for address, data in developed(photofiles.jpeg((1200, 900), orientation)).items():
        if address.endswith("share.jpg"):
            continue
        photo = opened(data).convert("RGB")
        assert (photo.width > photo.height) == (orientation < 5), address
        for x in (0.25, 0.75):
            for y in (0.25, 0.75):
                got = photo.getpixel((int(photo.width * x), int(photo.height * y)))
                want = seen.getpixel((int(seen.width * x), int(seen.height * y)))
                assert got == pytest.approx(want, abs=16), address


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 2400), st.integers(1, 2400), st.sampled_from(["jpg", "png", "webp"]))
def test_no_file_is_larger_than_the_photo_and_each_keeps_its_shape(width: int, height: int, suffix: str) -> None:
    facts = PhotoFacts("x", width, height)
    photo = photo_at(f"{PATH}.{suffix}", facts)
    assert photo.width <= width
    assert photo.height <= height
    assert max(photo.width, photo.height) == min(max(width, height), LONGEST)
    for kind in ("webp", "jpg"):
        assert all(1 <= each <= photo.width for _, each in sources(photo, kind))
    assert isclose(photo.width * height, photo.height * width, rel_tol=0, abs_tol=max(width, height))
    assert photo.widths == tuple(sorted({*(each for each in WIDTHS if each < photo.width), photo.width}))


@settings(max_examples=10, deadline=None)
@given(st.integers(1, 500), st.integers(1, 500))
def test_what_is_said_of_a_file_is_what_it_is(width: int, height: int) -> None:
    data = photofiles.encoded(photofiles.picture((width, height)), "PNG")
    photo = photo_at(f"{PATH}.png", facts_of(data, "x"))
    made = {address: opened(each) for address, each in developed(data, "png").items()}
    assert made[photo.address].size == (photo.width, photo.height)
    assert {address: made[address].width for address, _ in sources(photo, "webp")} == dict(sources(photo, "webp"))


@pytest.mark.parametrize(("suffix", "kind"), [("gif", "GIF"), ("webp", "WEBP")])
def test_a_picture_that_moves_keeps_moving_at_its_pace(suffix: str, kind: str) -> None:
    made = developed(photofiles.moving(kind), suffix)
    photo = opened(made[f"/media/foto.{suffix}"])
    assert (photo.format, photo.n_frames, photo.info.get("loop")) == (kind, 3, 0)  # type: ignore[attr-defined]
    shown = []
    for number in range(3):
        photo.seek(number)
        photo.load()
        shown.append((photo.info["duration"], photo.convert("RGB").getpixel((150, 100))))
    assert [pace for pace, _ in shown] == [100, 200, 300]
    for (_, got), want in zip(shown, [(255, 0, 0), (0, 128, 0), (0, 0, 255)], strict=True):
        assert got == pytest.approx(want, abs=6)
    assert set(made) == {f"/media/foto.{suffix}", f"/media/foto_{suffix}_share.jpg"}


def test_the_numbers_of_another_profile_become_those_of_srgb() -> None:
    turned = profile_with_red_and_blue_swapped()
    data = photofiles.encoded(Image.new("RGB", (64, 64), (200, 30, 60)), "PNG", icc_profile=turned)
    red, _, blue = opened(developed(data, "png")["/media/foto.png"]).convert("RGB").getpixel((30, 30))  # type: ignore[misc]
    assert blue > red


def profile_with_red_and_blue_swapped() -> bytes:
    """Return sRGB with the primaries of red and blue exchanged: the plainest profile that is not sRGB."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert made.count(b"rXYZ") == made.count(b"bXYZ") == 1
    red, blue = made.index(b"rXYZ"), made.index(b"bXYZ")
    made[red : red + 4], made[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(made)


@pytest.mark.parametrize(
    "size", [(4000, 3000), (3000, 4000), (1200, 630), (300, 200), (1, 1), (5000, 200), (200, 5000)]
)
def test_the_share_picture_has_its_size_and_a_weight_that_whatsapp_takes(size: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 120).convert("RGB")
    made = developed(photofiles.encoded(noise, "JPEG"))["/media/foto_share.jpg"]
    assert (opened(made).size, opened(made).format) == (SHARE_SIZE, "JPEG")
    assert len(made) <= HEAVIEST


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PHOTO_BROKEN"),
        (b"<!DOCTYPE html><title>Masuk</title>", "PHOTO_BROKEN"),
        (photofiles.jpeg()[: len(photofiles.encoded(photofiles.picture(), "JPEG")) // 2], "PHOTO_BROKEN"),
        (photofiles.bomb(), "PHOTO_TOO_LARGE"),
        (photofiles.gif_of_frames((60_000, 60_000, 2)), "PHOTO_TOO_LARGE"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "PHOTO_HEIC"),
    ],
)
def test_what_cannot_be_cleaned_is_a_problem_for_every_file(data: bytes, code: str) -> None:
    wanted = [PhotoView(f"{PATH}.jpg", "x", kind, 100) for kind in ("jpg", "webp", "share")]
    for views in ([each] for each in wanted):
        found = develop(f"{PATH}.jpg", data, views)
        assert isinstance(found, Problem)
        assert found.code.name == code


def test_the_frames_of_a_picture_that_moves_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "ANIMATION_LIMIT", 150_000)
    for suffix, kind in (("gif", "GIF"), ("webp", "WEBP")):
        found = develop(f"{PATH}.{suffix}", photofiles.moving(kind), [PhotoView(f"{PATH}.{suffix}", "x", suffix, 300)])
        assert isinstance(found, Problem)
        assert (found.code.name, samples.facts(found)["pixels"]) == ("PHOTO_TOO_LARGE", "180000")


def test_a_picture_that_moves_for_ever_is_refused() -> None:
    frames = [[(4, 4, 0)] * 1_000, [(4, 4, 0)] * 1_001, [(4, 4, 0), (60_000, 60_000, 0)]]
    wanted = [PhotoView(f"{PATH}.gif", "x", "gif", 4)]
    found = [develop(f"{PATH}.gif", photofiles.gif_of_frames(*each), wanted) for each in frames]
    codes = [isinstance(each, Problem) and each.code.name for each in found]
    assert codes == [False, "PHOTO_TOO_LONG", "PHOTO_TOO_LARGE"]


def test_of_a_picture_that_says_it_is_endless_nothing_is_known() -> None:
    facts = facts_of(photofiles.gif_of_frames((60_000, 60_000, 2)), "x")
    assert (facts.width, facts.height) == (0, 0)


def test_files_made_together_are_those_made_alone() -> None:
    data = photofiles.jpeg((2000, 1500), 6)
    together = developed(data)
    for view in photo_views(f"{PATH}.jpg", facts_of(data, "x"), is_lead=True):
        assert isinstance(view.data, PhotoView)
        assert develop(f"{PATH}.jpg", data, [view.data]) == [together[view.address]]
