"""Videos in a body: a still picture on the page, a plain link in feeds, nothing where the part is off."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.photofiles import encoded, picture
from tests.sites import SITE_YAML, Built, attributes, post, published, text_of

ID = "aB3_-xYz012"
WATCH = f"https://www.youtube.com/watch?v={ID}"
PHOTO = {"content/media/gerbang.jpg": encoded(picture((800, 450)), "JPEG")}


def built_with(root: Path, markdown: str, yaml: str = "") -> Built:
    return published(root, {"site.yaml": SITE_YAML + yaml, "content/berita/apel.md": post(body=markdown), **PHOTO})


def figures(done: Built) -> list[Element]:
    return [each for each in done.page("/berita/apel/").iter("figure") if each.get("class") == "video"]


def test_a_bare_address_is_a_drawn_still_picture_that_leads_to_youtube(tmp_path: Path) -> None:
    done = built_with(tmp_path, f"Apel.\n\nhttps://youtu.be/{ID}?si=lacak\n\nAkhir.")
    (figure,) = figures(done)
    assert attributes(figure, "href") == [WATCH]
    assert (attributes(figure, "src"), text_of(figure)) == ([], "Putar video (YouTube)")
    assert text_of(done.page("/berita/apel/").find(".//*[@class='body']")).endswith("Akhir.")


def test_words_of_a_link_are_the_caption(tmp_path: Path) -> None:
    (figure,) = figures(built_with(tmp_path, f"[Video <apel> & doa]({WATCH}&t=3s)"))
    assert text_of(figure.find("figcaption")) == "Video <apel> & doa"
    assert attributes(figure, "data-title") == ["Video <apel> & doa"]


def test_a_photo_of_the_writers_is_the_still_picture(tmp_path: Path) -> None:
    (figure,) = figures(built_with(tmp_path, f'[![Gerbang](/media/gerbang.jpg "Apel di gerbang")]({WATCH})'))
    assert attributes(figure, "alt") == ["Gerbang"]
    assert attributes(figure, "src") == ["/media/gerbang.jpg"]
    assert text_of(figure.find("figcaption")) == "Apel di gerbang"


@pytest.mark.parametrize(
    "markdown",
    [f"Tonton [video]({WATCH}) ini.", "[Video](https://vimeo.com/12345)", f"[Video]({WATCH}) dan [lagi]({WATCH})"],
)
def test_any_other_link_stays_one_and_the_page_has_no_script(tmp_path: Path, markdown: str) -> None:
    done = built_with(tmp_path, markdown)
    assert figures(done) == []
    assert "frame-src" not in done.text("berita/apel/index.html")
    assert "video." not in done.text("berita/apel/index.html").replace("[Video]", "")


def test_the_policy_lets_the_player_in_on_that_page_alone(tmp_path: Path) -> None:
    done = built_with(tmp_path, f"https://youtu.be/{ID}")
    allowed = "script-src 'self'; frame-src https://www.youtube-nocookie.com"
    assert [path for path in done.pages if allowed in done.text(path)] == ["berita/apel/index.html"]


def test_feeds_have_a_plain_link(tmp_path: Path) -> None:
    done = built_with(tmp_path, f"Apel.\n\nhttps://youtu.be/{ID}")
    link = f'<p><a href="https://youtu.be/{ID}" rel="noopener">https://youtu.be/{ID}</a></p>'
    assert link.replace("<", "&lt;").replace(">", "&gt;") in done.text("feed.xml")
    assert link.replace('"', '\\"') in done.text("feed.json")


def test_a_video_that_comes_or_goes_changes_the_page_that_is_kept(tmp_path: Path) -> None:
    cache = tmp_path / ".warta"
    texts = ["Apel.", f"Apel.\n\nhttps://youtu.be/{ID}", "Apel."]
    shown = []
    for text in texts:
        files = {"content/berita/apel.md": post(body=text)}
        done = published(tmp_path, files, cache=cache)
        shown.append((len(figures(done)), "frame-src" in done.text("berita/apel/index.html")))
    assert shown == [(0, False), (1, True), (0, False)]


def test_without_the_part_a_video_is_a_link(tmp_path: Path) -> None:
    done = built_with(tmp_path, f"https://youtu.be/{ID}", "features: {videos: off}\n")
    assert figures(done) == []
    assert f"https://youtu.be/{ID}" in attributes(done.page("/berita/apel/"), "href")
    assert [path for path in done.files if "video" in path] == []
