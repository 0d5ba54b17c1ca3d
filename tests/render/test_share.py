"""What other sites show beside a link: a picture of the photo on top, or a drawn card."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.photofiles import jpeg, picture
from tests.sites import SITE_YAML, Built, post, published
from warta.arrange.picturedata import CardView
from warta.render.card import draw_card
from warta.render.share import HEAVIEST, share_picture

TITLE = "Rutan Rantau Gelar Upacara Hari Bakti Kementerian Imigrasi dan Pemasyarakatan ke-2 bersama Warga Binaan"
CARDS = SITE_YAML + "features: {share_cards: on}\n"


def meta(done: Built, address: str) -> dict[str, str]:
    head = done.page(address).iter("meta")
    return {each.get("property") or each.get("name") or "": each.get("content", "") for each in head}


def test_a_post_with_a_photo_is_shared_with_it_at_its_whole_address(tmp_path: Path) -> None:
    text = post("image: apel.jpg", "image_alt: Barisan & pemimpin apel", title="Apel <Pagi>")
    folder = "content/berita/2026-03-02-apel"
    done = published(tmp_path, {f"{folder}/index.md": text, f"{folder}/apel.jpg": jpeg((1600, 1200))})
    head = meta(done, "/berita/apel/")
    address = "media/berita/2026-03-02-apel/apel_share.jpg"
    assert head["og:image"] == f"https://rutan-contoh.example/{address}"
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    assert (head["og:image:alt"], head["og:title"]) == ("Barisan & pemimpin apel", "Apel <Pagi>")
    assert (head["twitter:card"], head["og:type"]) == ("summary_large_image", "article")
    assert Image.open(BytesIO(done.files[address])).size == (1200, 630)


def test_a_post_without_a_photo_and_a_list_are_shared_with_a_drawn_card_where_that_is_on(tmp_path: Path) -> None:
    done = published(tmp_path, {"site.yaml": CARDS, "content/berita/2026-03-02-apel.md": post(title=TITLE)})
    for address, alt in (
        ("/berita/apel/", TITLE),
        ("/", "Rutan Kelas IIB Contoh"),
        ("/berita/", "Rutan Kelas IIB Contoh"),
    ):
        head = meta(done, address)
        data = done.files[head["og:image"].removeprefix("https://rutan-contoh.example/")]
        assert (Image.open(BytesIO(data)).size, head["og:image:alt"]) == ((1200, 630), alt)


def test_a_card_is_drawn_again_only_when_its_title_changes(tmp_path: Path) -> None:
    def drawn(title: str, body: str) -> list[str]:
        text = post(title=title, body=body)
        files = {"site.yaml": CARDS, "content/berita/2026-03-02-apel.md": text}
        report = published(tmp_path, files, cache=tmp_path / ".warta").report
        return [path for path in (*report.added, *report.changed) if "_kartu" in path]

    assert drawn(TITLE, "Apel.") == ["media/_kartu/apel.jpg", "media/_kartu.jpg"]
    assert drawn(TITLE, "Lain.") == []
    assert drawn("Lain", "Lain.") == ["media/_kartu/apel.jpg"]


def test_nothing_is_drawn_and_no_picture_is_named_where_cards_are_off(tmp_path: Path) -> None:
    done = published(tmp_path, {"content/berita/2026-03-02-apel.md": post()})
    assert "og:image" not in meta(done, "/berita/apel/")
    assert meta(done, "/berita/apel/")["twitter:card"] == "summary"
    assert [path for path in done.files if path.startswith("media/")] == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_title_makes_a_card_that_is_light_enough(title: str) -> None:
    made = draw_card(CardView(title, title, "#f2a583"))
    assert Image.open(BytesIO(made)).size == (1200, 630)
    assert len(made) <= HEAVIEST
    assert made == draw_card(CardView(title, title, "#f2a583"))


@pytest.mark.parametrize("length", [1, 20, 60, 100, 160, 300])
def test_a_title_of_any_length_stays_inside_its_card(length: int) -> None:
    title = (TITLE * 3)[:length]
    card = Image.open(BytesIO(draw_card(CardView(title, "Rutan", "#f2a583")))).convert("L")
    bright = card.point(lambda value: 255 if value > 128 else 0)
    margins = ((1130, 0, 1200, 630), (20, 0, 70, 630), (80, 0, 1200, 70), (80, 480, 1200, 510), (80, 590, 1200, 630))
    assert [box for box in margins if bright.crop(box).getbbox()] == []


def test_an_upright_photo_is_shown_whole_on_its_own_colours() -> None:
    made = Image.open(BytesIO(share_picture(picture((900, 1600))))).convert("RGB")
    left, right = 600 - 177, 600 + 176
    assert made.getpixel((left + 4, 4)) == pytest.approx((200, 30, 30), abs=12)
    assert made.getpixel((right - 4, 625)) == pytest.approx((255, 255, 255), abs=12)
    assert sum(made.getpixel((10, 300))) < 500  # type: ignore[arg-type]


def test_a_photo_is_never_enlarged_to_be_shared() -> None:
    small = Image.open(BytesIO(share_picture(Image.new("RGB", (300, 200), "white")))).convert("L")
    whole = small.point(lambda value: 255 if value > 245 else 0).getbbox()
    assert whole is not None
    assert (whole[2] - whole[0], whole[3] - whole[1]) == pytest.approx((300, 200), abs=4)
