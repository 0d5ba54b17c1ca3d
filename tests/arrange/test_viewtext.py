"""Views as texts: nothing is lost, and what JSON made of them becomes the same values again."""

from datetime import datetime

import pytest

from tests.samples import HOUSE, article, standing, tag_file
from warta.arrange import viewtext
from warta.arrange.admission import Admission
from warta.arrange.catalog import build_catalog
from warta.arrange.viewdata import View
from warta.arrange.viewparts import BodyText
from warta.arrange.views import views
from warta.model import Content, DocumentFacts, PhotoFacts

NOW = datetime.fromisoformat("2026-11-20T12:00+08:00")


def all_views() -> list[View]:
    articles = (
        article("2026-03-02-a", "title: Takjil “gratis”", "tags: [Ramadhan, HBP]", "category: Kegiatan"),
        article(
            "2026-03-01-b",
            "title: B",
            "date: 2026-03-01 09:30",
            "updated: 2026-03-03",
            "place: Aula",
            "acara: 2026-12-01",
        ),
        standing("content/halaman/kontak.md"),
    )
    tags = (tag_file("ramadhan", "title: Ramadhan", "aliases: [Ramadan]"),)
    catalog, problems = build_catalog(Content(articles, tags, ()), Admission(NOW), HOUSE)
    assert not problems
    return list(
        views(
            catalog,
            {"content/media/a.jpg": PhotoFacts("x", 160, 90)},
            {"content/media/b.pdf": DocumentFacts("y", "")},
            HOUSE,
        )
    )


def digests(found: list[View]) -> dict[str, str]:
    bodies = (getattr(view.data, "body", None) for view in found)
    return {body.path: body.digest for body in bodies if isinstance(body, BodyText)}


def test_every_kind_of_view_is_the_same_after_it_was_written_and_read() -> None:
    found = all_views()
    assert len({type(view.data) for view in found}) >= 11
    for view in found:
        assert viewtext.load(viewtext.dump(view), HOUSE.zone, digests(found)) == view


def test_a_view_that_is_read_again_has_the_digests_of_now() -> None:
    view = next(view for view in all_views() if view.address.endswith("/a/"))
    path = viewtext.bodies_of(view)[0]
    read = viewtext.load(viewtext.dump(view), HOUSE.zone, {path: "baru"})
    assert viewtext.dump(read) != viewtext.dump(view)
    assert '"baru"' in viewtext.dump(read)


@pytest.mark.parametrize("text", ["", "[]", "{}", '["/", "x", [], "Lain"]', '["/", "x", [1], "HomeView"]', "[1,2,3,4]"])
def test_what_is_no_view_is_not_read_as_one(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        viewtext.load(text, HOUSE.zone, {})


def test_the_feed_shows_many_bodies_and_a_list_none() -> None:
    shown = {view.address: viewtext.bodies_of(view) for view in all_views()}
    assert shown["/feed.xml"] == ("content/berita/2026-03-02-a.md", "content/berita/2026-03-01-b.md")
    assert shown["/berita/"] == ()
