"""Photos in a body: figures, galleries, pictures in a sentence."""

from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from tests.photofiles import encoded, picture
from tests.sites import Built, attributes, post, published, shape, text_of
from warta.arrange.viewparts import Photo
from warta.render.figures import Figures, with_figures

FOLDER = "content/berita/2026-03-02-apel"
PHOTO = encoded(picture((2000, 1500)), "JPEG")
SMALL = encoded(picture((100, 60)), "PNG")


def built_with(root: Path, markdown: str, *fields: str, names: str = "a.jpg b.jpg c.jpg") -> Built:
    photos = {f"{FOLDER}/{name}": PHOTO for name in names.split()}
    return published(root, {f"{FOLDER}/index.md": post(*fields, body=markdown), f"{FOLDER}/kecil.png": SMALL, **photos})


def body_of(done: Built) -> Element:
    (found,) = (each for each in done.page("/berita/apel/").iter("div") if each.get("class") == "body")
    return found


def test_a_photo_alone_in_its_paragraph_is_a_figure_with_its_caption(tmp_path: Path) -> None:
    body = body_of(built_with(tmp_path, 'Apel.\n\n![Barisan "A" & <B>](a.jpg "Apel pagi & <sore>")\n\nSelesai.'))
    assert shape(body) == "p figure(picture(source img) figcaption) p"
    (image,) = body.iter("img")
    assert image.get("alt") == 'Barisan "A" & <B>'
    assert text_of(body.find(".//figcaption")) == "Apel pagi & <sore>"
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("1600", "1200", "lazy")
    (source,) = body.iter("source")
    assert [each.split()[1] for each in source.attrib["srcset"].split(", ")] == "240w 480w 720w 1080w 1600w".split()
    assert image.attrib["src"] == "/media/berita/2026-03-02-apel/a.jpg"


def test_every_address_of_every_photo_is_a_file_of_the_width_that_is_said(tmp_path: Path) -> None:
    done = built_with(tmp_path, "![a](a.jpg)\n\nTeks ![b](b.jpg) dan ![c](kecil.png).", "image: c.jpg")
    seen = 0
    for page in done.pages.values():
        for srcset in attributes(page, "srcset"):
            for address, width in (each.split() for each in srcset.split(", ")):
                with Image.open(BytesIO(done.files[address[1:]])) as photo:
                    assert f"{photo.width}w" == width
                seen += 1
        for image in page.iter("img"):
            with Image.open(BytesIO(done.files[image.attrib["src"][1:]])) as photo:
                assert (str(photo.width), str(photo.height)) == (image.get("width"), image.get("height"))
    assert seen > 20


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_photos_one_after_the_other_are_a_gallery_in_which_each_leads_to_its_large_one(
    tmp_path: Path, between: str
) -> None:
    body = body_of(built_with(tmp_path, between.join(["![A](a.jpg)", '![B](b.jpg "Dua")', "![](c.jpg)"])))
    assert shape(body).startswith("ul(li(figure(a(picture(source img)))) li(figure(a(picture(source img)) figcaption))")
    assert attributes(body, "href") == [f"/media/berita/2026-03-02-apel/{name}.jpg" for name in "abc"]
    assert attributes(body, "alt") == ["A", "B", "Foto 3 dari 3"]


def test_a_photo_in_a_sentence_stays_there_with_its_size(tmp_path: Path) -> None:
    body = body_of(built_with(tmp_path, "Lihat ![stempel](kecil.png) ini.\n\n- ![a](a.jpg) butir"))
    assert shape(body) == "p(picture(source img)) ul(li(picture(source img)))"


def test_the_first_photo_loads_at_once_where_no_text_is_above_it_and_only_there(tmp_path: Path) -> None:
    first = built_with(tmp_path / "1", "![A](a.jpg)\n\nTeks.\n\n![B](b.jpg)")
    assert [each.get("loading") for each in body_of(first).iter("img")] == [None, "lazy"]
    assert next(body_of(first).iter("img")).get("fetchpriority") == "high"
    below = built_with(tmp_path / "2", "Teks.\n\n![A](a.jpg)")
    lead = built_with(tmp_path / "3", "![A](a.jpg)", "image: b.jpg")
    for done in (below, lead):
        assert [each.get("loading") for each in body_of(done).iter("img")] == ["lazy"]


def test_a_gallery_shows_what_the_text_does_not_by_name(tmp_path: Path) -> None:
    names = "a.jpg img_10.jpg img_2.jpg top.jpg"
    page = built_with(tmp_path, "![A](a.jpg)", "gallery: true", "image: top.jpg", names=names).page("/berita/apel/")
    (gallery,) = (each for each in page.iter("ul") if each.get("class") == "gallery")
    shown = [href.rpartition("/")[2] for href in attributes(gallery, "href")]
    assert shown == ["img-2.jpg", "img-10.jpg", "kecil.png"]
    assert attributes(gallery, "alt") == [f"Foto {number} dari 3" for number in (1, 2, 3)]


def test_words_that_look_like_a_photo_stay_words() -> None:
    html = '<p>&lt;img alt="x" src="/a.jpg"&gt;</p>\n<pre><code>&lt;p&gt;&lt;img src="/a.jpg"&gt;</code></pre>'
    photo = Photo("/a.jpg", 1, 1, "")
    assert with_figures(html, {"/a.jpg": photo}, lambda _: "BUKAN", eager=False) == html


def test_a_photo_in_a_list_or_quote_may_stand_alone_there() -> None:
    html = '<blockquote>\n<p><img alt="a" src="/a.jpg"></p>\n</blockquote>'
    drawn: list[Figures] = []

    def draw(item: Figures) -> str:
        drawn.append(item)
        return "FOTO"

    made = with_figures(html, {"/a.jpg": Photo("/a.jpg", 1, 1, "")}, draw, eager=True)
    assert made == "<blockquote>\nFOTO\n</blockquote>"
    assert drawn == [Figures(((Photo("/a.jpg", 1, 1, "a"), ""),), inside=False, eager=False)]  # type: ignore[arg-type]
