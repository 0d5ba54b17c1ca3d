"""Addresses of videos: which are some, and which become a link by themselves."""

import pytest

from tests.samples import read
from tests.sites import attributes, body, shape, text_of
from warta.read.videos import video_of, with_linked_videos

ID = "aB3_-xYz012"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?v={ID}&t=42s",
        f"https://m.youtube.com/watch?app=desktop&v={ID}",
        f"https://youtu.be/{ID}",
        f"https://youtu.be/{ID}?si=abc-DEF_1",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube-nocookie.com/embed/{ID}",
    ],
)
def test_all_forms_of_an_address_give_the_id(address: str) -> None:
    assert video_of(address) == ID


@pytest.mark.parametrize(
    "address",
    [
        f"http://youtu.be/{ID}",
        f"https://youtu.be/{ID}0",
        "https://youtu.be/pendek",
        f"https://youtu.be.jahat.example/{ID}",
        f"https://jahat.example/youtu.be/{ID}",
        f"https://youtube.com@jahat.example/watch?v={ID}",
        f"https://www.youtube.com/@rutan{ID}",
        f'https://youtu.be/{ID}"onload="x',
        f"https://youtu.be/{ID}?x=<script>",
        f"https://vimeo.com/{ID}",
        f"https://www.youtube.com/watch?v={ID}\n",
        "javascript:https://youtu.be/",
    ],
)
def test_whatever_is_not_exactly_one_is_none(address: str) -> None:
    assert video_of(address) == ""


def test_an_address_alone_on_its_line_is_a_link_and_no_summary() -> None:
    inner = body(f"https://youtu.be/{ID}\n\nApel.")
    assert shape(inner) == "p(a) p"
    assert attributes(inner, "href") == [text_of(inner.find(".//a"))] == [f"https://youtu.be/{ID}"]
    article, problems = read(f"---\ntitle: Apel\ndate: 2026-03-02\n---\n\nhttps://youtu.be/{ID}\n\nApel pagi.\n")
    assert article is not None
    assert (article.summary, problems) == ("Apel pagi.", ())


@pytest.mark.parametrize(
    "text",
    [
        f"Tonton https://youtu.be/{ID} sekarang.",
        f"Apel.\nhttps://youtu.be/{ID}",
        f"```\n\nhttps://youtu.be/{ID}\n\n```",
        f"    https://youtu.be/{ID}",
        "https://vimeo.com/12345",
    ],
)
def test_any_other_stays_as_it_is(text: str) -> None:
    assert with_linked_videos(text) == text
