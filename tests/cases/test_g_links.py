"""Cases G: links, file names, base path."""

import unicodedata
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests import sites
from tests.samples import codes, facts
from tests.sites import attributes

PHOTO = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()
WHATSAPP = "WhatsApp Image 2026-03-01 at 09.00.00 (1).jpeg"


def with_photo(name: str, written: str) -> dict[str, str | bytes]:
    return {
        "content/berita/apel/index.md": sites.post(body=f"![Apel]({written})"),
        f"content/berita/apel/{name}": PHOTO,
    }


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param(WHATSAPP, WHATSAPP, id="G1-blanks"),
        pytest.param(WHATSAPP, WHATSAPP.replace(" ", "%20"), id="G1-percent"),
        pytest.param(WHATSAPP, f"<{WHATSAPP}>", id="G1-angles"),
        pytest.param(WHATSAPP, f'{WHATSAPP} "Razia"', id="G1-with-title"),
        pytest.param("foto/kegiatan–buka-puasa.jpg", "foto/kegiatan–buka-puasa.jpg", id="G3-dash"),
        pytest.param("foto/مصلى.jpg", "foto/مصلى.jpg", id="G3-arabic"),
        pytest.param("foto/مصلى.jpg", "foto/%D9%85%D8%B5%D9%84%D9%89.jpg", id="G3-arabic-percent"),
        pytest.param(unicodedata.normalize("NFD", "kafé.jpg"), "kafé.jpg", id="G3-file-from-a-mac"),
        pytest.param("kafé.jpg", unicodedata.normalize("NFD", "kafé.jpg"), id="G3-text-from-a-mac"),
        pytest.param("a&b.jpg", "a&b.jpg", id="G3-ampersand"),
        pytest.param("100%.jpg", "100%25.jpg", id="G3-percent"),
    ],
)
def test_a_photo_is_found_under_any_name_and_its_address_is_encoded_once(
    name: str, written: str, tmp_path: Path
) -> None:
    done = sites.published(tmp_path, with_photo(name, written))
    assert done.report.problems == ()
    sources = attributes(done.page("/berita/apel/"), "src", ["img"])
    assert len(sources) == 1
    assert unquote(sources[0]).lstrip("/") in done.files
    assert sources[0].isascii()
    assert "%25" not in sources[0]


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("https://contoh.go.id/jadwal kunjungan.pdf", "https://contoh.go.id/jadwal%20kunjungan.pdf"),
        ("https://contoh.go.id/jadwal%20kunjungan.pdf", "https://contoh.go.id/jadwal%20kunjungan.pdf"),
        ("mailto:humas@contoh.go.id?subject=Tanya jadwal", "mailto:humas@contoh.go.id?subject=Tanya%20jadwal"),
        ("//contoh.go.id/a b", "https://contoh.go.id/a%20b"),
        ("https://contoh\\.go\\.id/a\\_b", "https://contoh.go.id/a_b"),
    ],
)
def test_an_address_of_another_site_is_what_its_writer_means(written: str, href: str) -> None:  # G1
    assert attributes(sites.body(f"[lihat](<{written}>) dan [lagi]({written})"), "href") == [href, href]


@pytest.mark.parametrize("written", ["..\\..\\media\\a.jpg", ".\\..\\..\\media\\a.jpg", "\\media\\a.jpg"])
@pytest.mark.parametrize("markdown", ["![Apel]({})", "![Apel](<{}>)", "![Apel][a]\n\n[a]: {}"])
def test_a_path_with_the_separators_of_windows_is_found(markdown: str, written: str, tmp_path: Path) -> None:
    done = sites.published(
        tmp_path,
        {
            "content/berita/apel/index.md": sites.post(body=markdown.format(written)),
            "content/media/a.jpg": PHOTO,
        },
    )
    assert done.report.problems == ()
    assert len(list(done.page("/berita/apel/").iter("figure"))) == 1


@pytest.mark.parametrize("written", ["..\\..\\x.jpg", "foto\\_a.jpg", "foto\\-a.jpg", "foto\\#a.jpg"])
def test_a_photo_missing_under_a_name_with_backslashes_is_an_error_at_its_place(written: str, tmp_path: Path) -> None:
    problems = sites.site(
        tmp_path, {"content/berita/a.md": sites.post(body=f"Apel.\n\n![Razia]({written})")}
    ).report.problems
    assert [(each.code.name, each.line, each.column) for each in problems] == [("PHOTO_MISSING", 8, 10)]


def test_a_missing_photo_is_an_error_with_its_line(tmp_path: Path) -> None:  # G1
    problems = sites.site(
        tmp_path, {"content/berita/a.md": sites.post(body=f"Apel.\n\n![Razia]({WHATSAPP})")}
    ).report.problems
    assert [(each.code.name, each.line, each.column) for each in problems] == [("PHOTO_MISSING", 8, 10)]


RAZIA = {"content/berita/2026/razia-blok.md": sites.post(body="## Hasil\n\nNihil.", title="Razia")}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("../2026/razia-blok.md#hasil", "/berita/razia-blok/#hasil"),
        ("../2026/razia-blok.md", "/berita/razia-blok/"),
        ("/berita/2026/razia-blok.md#hasil", "/berita/razia-blok/#hasil"),
        ("/berita/razia-blok/#hasil", "/berita/razia-blok/#hasil"),
        ("/berita/razia-blok", "/berita/razia-blok/"),
    ],
)
def test_a_link_to_a_source_file_becomes_its_address_with_the_fragment(
    written: str, address: str, tmp_path: Path
) -> None:
    done = sites.published(tmp_path, {**RAZIA, "content/berita/lain/a.md": sites.post(body=f"[baca]({written})")})  # G4
    assert address in attributes(done.page("/berita/a/"), "href", ["a"])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../2026/razia-blog.md", "LINK_FILE_MISSING"),
        ("../2026/razia-blok.md#hasilnya", "FRAGMENT_MISSING"),
        ("../2026/konsep.md", "LINK_TO_WITHHELD"),
        ("/berita/tidak-ada/", "LINK_ADDRESS_MISSING"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_with_its_line(written: str, code: str, tmp_path: Path) -> None:  # G4
    files = {**RAZIA, "content/berita/2026/konsep.md": sites.post("draft: true")}
    problems = sites.site(
        tmp_path, {**files, "content/berita/lain/a.md": sites.post(body=f"[baca]({written})")}
    ).report.problems
    assert [(each.code.name, each.line, each.column) for each in problems] == [(code, 6, 8)]


SHARING = ("wa.me", "www.facebook.com", "x.com")


@pytest.mark.parametrize("base_url", ["https://contoh.go.id/rutan/", "https://contoh.go.id/rutan"])
def test_every_address_carries_the_base_path_exactly_once(base_url: str, tmp_path: Path) -> None:  # G5
    files: sites.Files = {
        "content/berita/a.md": sites.post(
            "tags: [x]", "aliases: [/lama/]", body="![x](/media/a.jpg) [b](/berita/) [d](#c)\n\n## c"
        ),
        "content/media/a.jpg": PHOTO,
    }
    done = sites.published(tmp_path, files, base_url=base_url)
    for path, page in done.pages.items():
        for link in [*attributes(page, "href"), *attributes(page, "src")]:
            whole = urlsplit(urljoin(f"https://contoh.go.id/rutan/{path}", link))
            if whole.netloc in SHARING:
                continue
            assert whole.netloc == "contoh.go.id"
            assert whole.path.startswith("/rutan/")
            assert whole.path.count("/rutan/") == 1
            assert unquote(sites.file_of(whole.path.removeprefix("/rutan"))) in done.files, link
    for name in ("feed.xml", "sitemap.xml", "robots.txt"):
        text = done.text(name)
        assert text.count("contoh.go.id/") == text.count("contoh.go.id/rutan/") > 0
        assert "/rutan/rutan/" not in text


def test_a_name_in_other_case_is_found_with_a_warning(tmp_path: Path) -> None:  # G6
    done = sites.published(tmp_path, with_photo("Foto/Apel.JPG", "foto/apel.jpg"))
    assert [(each.code.name, facts(each)["found"]) for each in done.report.problems] == [
        ("CASE_DIFFERS", "Foto/Apel.JPG")
    ]
    assert attributes(done.page("/berita/apel/"), "src", ["img"]) == ["/media/berita/apel/foto/apel.jpg"]


def test_names_that_differ_in_case_only_are_an_error_that_names_both(tmp_path: Path) -> None:  # G6
    body = sites.post(body="![A](Apel.jpg) ![B](apel.JPG)")
    files: sites.Files = {
        "content/berita/a/index.md": body,
        "content/berita/a/Apel.jpg": PHOTO,
        "content/berita/a/apel.JPG": PHOTO,
    }
    problems = sites.site(tmp_path, files).report.problems
    assert codes(problems) == ["ADDRESS_TAKEN"]
    assert {problems[0].path, facts(problems[0])["other"]} == {"content/berita/a/Apel.jpg", "content/berita/a/apel.JPG"}


def test_a_link_to_a_post_that_cannot_be_read_adds_no_second_problem(tmp_path: Path) -> None:
    files = {
        "content/berita/apel.md": sites.post(body="Lihat [razia](razia.md)."),
        "content/berita/razia.md": "---\ntitle: Razia\ndate: 2026-03-01\ntags: [razia\n---\n",
        "content/berita/kosong.md": "",
        "content/berita/senam.md": sites.post(body="Lihat [kosong](kosong.md)."),
    }
    built = sites.site(tmp_path, files)
    assert sorted((each.path, each.code.name) for each in built.report.problems) == [
        ("content/berita/kosong.md", "FILE_EMPTY"),
        ("content/berita/razia.md", "BRACKET_OPEN"),
        ("content/berita/senam.md", "LINK_FILE_MISSING"),
    ]


def test_a_lead_photo_from_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    text = sites.post("image: https://foto.example/a.jpg", "teks_foto: Apel")
    built = sites.site(tmp_path, {"content/berita/apel.md": text})
    assert built.codes == ["UNSAFE_LINK"]


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("2026-03-02-apel.md", "/berita/apel/"),
        ("../2026-03-02-apel.md", "/berita/apel/"),
        ("2026-03-03-senam.md", "/berita/senam/"),
    ],
)
def test_a_post_in_a_folder_may_name_another_by_its_bare_name(tmp_path: Path, written: str, leads_to: str) -> None:
    files = {
        "content/berita/2026-03-02-apel.md": sites.post(title="Apel"),
        "content/berita/2026-03-03-senam/index.md": sites.post(title="Senam", date="2026-03-03"),
        "content/berita/2026-03-04-razia/index.md": sites.post(title="Razia", body=f"Lihat [ini]({written})."),
    }
    built = sites.published(tmp_path, files)
    assert built.codes == []
    assert leads_to in attributes(built.page("/berita/razia/"), "href")


def test_a_shared_photo_is_found_by_its_bare_name_and_a_slip_in_it_is_answered_with_what_works(tmp_path: Path) -> None:
    files: sites.Files = {
        "content/media/gerbang.jpg": PHOTO,
        "content/berita/apel.md": sites.post(body="![Gerbang](gerbang.jpg)"),
        "content/berita/senam.md": sites.post(title="Senam", body="![Gerbang](/media/gerbng.jpg)"),
    }
    (found,) = sites.site(tmp_path, files).report.problems
    assert (found.path, found.code.name, facts(found)["nearest"]) == (
        "content/berita/senam.md",
        "PHOTO_MISSING",
        "/media/gerbang.jpg",
    )


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("www.kemenimipas.go.id", "https://www.kemenimipas.go.id"),
        ("instagram.com/rutancontoh", "https://instagram.com/rutancontoh"),
        ("081234567890", "tel:+6281234567890"),
        ("/berita/senamm/", "/berita/senam/"),
        ("/berita/apell/", "/berita/"),
        ("salah semua", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_answered_with_an_address_that_works(
    tmp_path: Path, written: str, nearest: str
) -> None:
    files = {
        "content/berita/apel.md": sites.post(body=f"Lihat [ini](<{written}>)."),
        "content/berita/senam.md": sites.post(title="Senam"),
    }
    # A telephone number that is none of the house's own is told as well, whatever it is written into.
    (found,) = (each for each in sites.site(tmp_path, files).report.problems if each.code[0] != "K")
    assert (found.code.name, facts(found)["nearest"]) == ("LINK_ADDRESS_MISSING", nearest)


@pytest.mark.parametrize("written", ["C:\\Users\\Humas\\foto.jpg", "file:///C:/foto.jpg"])
def test_a_photo_on_the_writers_own_disk_is_a_missing_photo(tmp_path: Path, written: str) -> None:
    assert sites.site(tmp_path, {"content/berita/apel.md": sites.post(body=f"![Foto]({written})")}).codes == [
        "PHOTO_MISSING"
    ]
