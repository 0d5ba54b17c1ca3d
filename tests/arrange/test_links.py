"""What a link in a body means, once all is read."""

from pathlib import Path

import pytest

from tests import photofiles
from tests.sites import Built, post, site
from warta.arrange.links import HINTED, HINTED_IN_ALL

OTHERS: dict[str, str | bytes] = {
    "content/berita/2026-03-01-lain.md": post(title="Lain", body="## Bagian\n\nIsi."),
    "content/berita/2026-03-01-konsep.md": post("draft: true"),
    "content/berita/2099-01-01-nanti.md": post(date="2099-01-01"),
    "content/berita/2026-03-04-folder/index.md": post(title="Folder"),
    "content/halaman/profil.md": "---\ntitle: Profil\n---\n## Visi\n\nIsi.\n",
    "content/media/denah.pdf": b"%PDF",
}


def linking(root: Path, target: str) -> Built:
    return site(
        root, {**OTHERS, "content/berita/2026-03-02-apel.md": post("tags: [HBP]", body=f"Lihat [ini]({target}).")}
    )


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("2026-03-01-lain.md", "/berita/lain/"),
        ("./2026-03-01-lain.md", "/berita/lain/"),
        ("2026-03-01-lain.md#bagian", "/berita/lain/#bagian"),
        ("../halaman/profil.md", "/profil/"),
        ("/halaman/profil.md#visi", "/profil/#visi"),
        ("2026-03-04-folder/index.md", "/berita/folder/"),
        ("/berita/lain/", "/berita/lain/"),
        ("/berita/lain", "/berita/lain/"),
        ("../lain/", "/berita/lain/"),
        ("/profil/#visi", "/profil/#visi"),
        ("/", "/"),
        ("/tag/hbp/", "/tag/hbp/"),
        ("/arsip/2026/03/", "/arsip/2026/03/"),
        ("/feed.xml", "/feed.xml"),
        ("2026%2D03-01-lain.md", "/berita/lain/"),
    ],
)
def test_a_link_leads_to_the_address_of_what_it_names(tmp_path: Path, target: str, href: str) -> None:
    done = linking(tmp_path, target)
    assert done.codes == []
    assert f'Lihat <a href="{href}">ini</a>.' in done.text("berita/apel/index.html")


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("2026-03-01-tak-ada.md", "LINK_FILE_MISSING"),
        ("../../rahasia.md", "LINK_FILE_MISSING"),
        ("/berita/tak-ada/", "LINK_ADDRESS_MISSING"),
        ("lain/", "LINK_ADDRESS_MISSING"),
        ("2026-03-01-lain.md#tak-ada", "FRAGMENT_MISSING"),
        ("#tak-ada", "FRAGMENT_MISSING"),
        ("2026-03-01-konsep.md", "LINK_TO_WITHHELD"),
        ("/berita/nanti/", "LINK_TO_WITHHELD"),
        ("/media/denah.pdf", "FILE_KIND"),
        ("/../../etc/passwd", "LINK_ADDRESS_MISSING"),
        ("/%2F[x/", "LINK_ADDRESS_MISSING"),
        ("%2F%2F[x/y.md", "LINK_FILE_MISSING"),
        ("x%3A//[y.md", "LINK_FILE_MISSING"),
        ("x%3A//[y", "LINK_ADDRESS_MISSING"),
        ("%2F%2Fa%E2%84%80b/", "LINK_ADDRESS_MISSING"),
        ("x%3A/berita/lain/", "LINK_ADDRESS_MISSING"),
        ("%5C%5Cserver%5Cx", "LINK_ADDRESS_MISSING"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_at_its_place(tmp_path: Path, target: str, code: str) -> None:
    done = linking(tmp_path, target)
    assert [(each.code.name, each.path, each.line, each.column) for each in done.report.problems] == [
        (code, "content/berita/2026-03-02-apel.md", 7, 13)
    ]
    assert not done.report.published


def test_a_name_in_other_case_is_found_with_a_warning(tmp_path: Path) -> None:
    done = linking(tmp_path, "2026-03-01-Lain.md")
    assert done.codes == ["CASE_DIFFERS"]
    assert 'href="/berita/lain/"' in done.text("berita/apel/index.html")


def test_a_missing_photo_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    text = post("image: takjil.jpg", "image_alt: Takjil")
    photo = photofiles.encoded(photofiles.picture((80, 60)), "JPEG")
    done = site(tmp_path, {"content/berita/a.md": text, "content/berita/tajkil.jpg": photo})
    assert done.codes == ["PHOTO_MISSING"]
    assert dict(done.report.problems[0].facts)["nearest"] == "tajkil.jpg"


@pytest.mark.parametrize("target", ["#bagian-{}", "/profi{}/", "profi{}.md", "/profi{}.jpg"])
def test_a_page_with_hundreds_of_broken_links_gets_hints_for_the_first_ones_only(target: str, tmp_path: Path) -> None:
    body = "\n".join(f"[a]({target.format(number)})" for number in range(100, 400))
    own = {"content/berita/2026-03-02-apel.md": post(body=f"## Bagian 1\n\n{body}\n\n![x](/profi1.jpg)")}
    problems = site(tmp_path, {**OTHERS, **own, "content/media/profil.jpg": b"x"}).problems_of(*own)
    hinted = [bool(dict(each.facts).get("nearest")) for each in problems if each.code.startswith("T")]
    assert len(hinted) > 300
    assert not any(hinted[HINTED:])


@pytest.mark.parametrize("target", ["/berita/p{}a/", "p{}a.md", "p{}a.jpg"])
def test_a_site_with_hundreds_of_broken_links_gets_hints_for_the_first_ones_only(target: str, tmp_path: Path) -> None:
    texts = {
        f"content/berita/p{number}.md": post(body=f"[a]({target.format(number)}) ![b](foto{number}a.jpg)")
        for number in range(100, 100 + HINTED_IN_ALL)
    }
    photos = {f"content/berita/foto{number}.jpg": b"x" for number in range(100, 110)}
    problems = site(tmp_path, {**texts, **photos}).report.problems
    hinted = [bool(dict(each.facts).get("nearest")) for each in problems if "nearest" in dict(each.facts)]
    assert len(hinted) == 2 * HINTED_IN_ALL
    assert any(hinted[:10])
    assert not any(hinted[HINTED_IN_ALL:])
