"""Cases I: pagination and empty lists."""

from pathlib import Path

import pytest

from tests import sites
from tests.sites import Built, attributes
from warta.arrange.pagination import paginate

PER_PAGE = {"site.yaml": f"{sites.SITE_YAML}per_page: 5\n"}


def posts(count: int, *fields: str, name: str = "apel") -> dict[str, str]:
    return {f"content/berita/{name}-{number}.md": sites.post(*fields) for number in range(count)}


def news_pages(done: Built) -> int:
    return len([path for path in done.files if path == "berita/index.html" or path.startswith("berita/halaman/")])


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (4, 1), (5, 1), (6, 2), (9, 2), (10, 2), (11, 3)])
def test_no_page_of_a_list_is_empty_but_the_one_of_an_empty_list(count: int, pages: int, tmp_path: Path) -> None:  # I1
    assert len(paginate(range(count), 5)) == pages
    assert news_pages(sites.published(tmp_path, {**PER_PAGE, **posts(count)})) == pages


def test_drafts_and_standing_pages_count_for_no_page(tmp_path: Path) -> None:  # I3
    standing = {
        f"content/halaman/info-{number}.md": f"---\ntitle: Info {number}\n---\n\nIsi.\n" for number in range(12)
    }
    drafts = posts(6, "draft: true", name="konsep")
    done = sites.published(tmp_path, {**PER_PAGE, **posts(3), **standing, **drafts})
    assert news_pages(done) == 1
    assert done.page("/berita/").find(".//nav[@class='pager']") is None


def test_a_site_without_tags_has_a_list_that_says_so_and_no_empty_page(tmp_path: Path) -> None:  # I4
    done = sites.published(tmp_path, posts(2))
    assert [path for path in done.files if path.startswith("tag/")] == ["tag/index.html"]
    assert "Belum ada" in done.text("tag/index.html")
    assert "/tag/" not in done.text("sitemap.xml")


def test_a_tag_whose_last_post_is_deleted_leaves_no_page_and_no_link(tmp_path: Path) -> None:  # I4
    tagged = {"content/berita/a.md": sites.post("tags: [Ramadhan]")}
    described = {"content/tag/ramadhan.md": "---\ntitle: Ramadhan\n---\n\nBulan puasa.\n"}
    sites.published(tmp_path, {**posts(2), **tagged, **described})
    (tmp_path / "content/berita/a.md").unlink()
    done = sites.built(tmp_path)
    assert done.report.published, done.report.problems
    assert [path for path in done.files if path.startswith("tag/")] == ["tag/index.html"]
    links = [href for page in done.pages.values() for href in attributes(page, "href", ["a"])]
    assert "/tag/ramadhan/" not in links
    assert "ramadhan" not in done.text("sitemap.xml")
