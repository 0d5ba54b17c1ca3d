"""A proof is one file that can be sent: nothing in it leads out, and nothing of the post is missing."""

import base64
import re
from io import BytesIO
from pathlib import Path

import html5lib
import pytest
from PIL import Image

from tests.desk import drawn
from tests.sites import EXAMPLE, NOW, SITE_YAML, parsed, post, text_of, write
from warta import cli
from warta.newsroom.choosing import choose
from warta.problems import Problem

APEL = "content/berita/2026-03-02-apel.md"
KILAT = "content/berita/2026-03-03-kilat/index.md"


def photo(side: int = 64) -> bytes:
    """A photo with the place where it was taken."""
    notes, buffer = Image.Exif(), BytesIO()
    notes[0x010F] = "Ponsel Rahasia"
    notes.get_ifd(0x8825)[2] = (2.0, 56.0, 0.0)
    Image.new("RGB", (side, side // 2), (200, 30, 30)).save(buffer, "JPEG", exif=notes)
    return buffer.getvalue()


FILES: dict[str, str | bytes] = {
    APEL: post("draf: true", "tags: Ramadhan, HBP", body="Apel **tertib**, lihat [kilat](2026-03-03-kilat/index.md)."),
    KILAT: post(
        "foto: depan.jpg",
        "teks_foto: Barisan di halaman",
        "keterangan_foto: Barisan. Foto Humas",
        "galeri: ya",
        "disetujui: 4 Maret 2026, Rahmat Hidayat, S.H.",
        title='Kilat "Ramadhan" <1447>',
        date="2026-03-03 09.30",
        body='Pembukaan.\n\n![Santri mengaji](dalam.jpg "Mengaji bersama")\n\nDi [profil](/profil/) dan [luar](https://a.example/).',
    ),
    "content/berita/2026-03-03-kilat/depan.jpg": photo(1400),
    "content/berita/2026-03-03-kilat/dalam.jpg": photo(),
    "content/berita/2026-03-03-kilat/lain.png": drawn(3, "PNG"),
    "content/halaman/profil.md": "---\ntitle: Profil\n---\nTentang kami.\n",
    "content/berita/2026-03-05-tarik.md": post("tarik: ya", title="Ditarik", date="2026-03-05"),
    "content/berita/2026-03-06-rusak.md": "---\ntitle: Rusak\ndate: 30 Februari 2026\n---\nIsi.\n",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "situs", FILES)


def proof(source: Path, name: str, *options: str) -> int:
    folder = source.parent / "cetak"
    folder.mkdir(exist_ok=True)
    where = ["--source", str(source), "--output", str(folder), "--now", NOW.isoformat()]
    return cli.main(["proof", name, *where, *options])


def made(source: Path, name: str, slug: str) -> str:
    assert proof(source, name) == 0
    return (source.parent / f"cetak/proof-{slug}.html").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        APEL,
        "2026-03-02-apel.md",
        "2026-03-02-apel",
        "apel",
        "berita/apel",
        "/berita/apel/",
        r"content\berita\2026-03-02-apel.md",
        "./content/berita/2026-03-02-apel.md",
    ],
)
def test_a_post_goes_by_its_path_its_name_and_its_address(source: Path, name: str) -> None:
    assert "<h1>Apel Pagi</h1>" in made(source, name, "apel")


def test_a_post_that_is_a_folder_goes_by_the_folders_name(source: Path) -> None:
    for name in ("2026-03-03-kilat", KILAT, str(source / KILAT), str(source / KILAT.removesuffix("/index.md"))):
        assert "Pembukaan." in made(source, name, "kilat")


def test_a_proof_holds_its_photos_and_asks_no_one_for_anything(source: Path) -> None:
    text = made(source, "kilat", "kilat")
    sources = re.findall(r'src="([^"]*)"', text)
    assert len(sources) == 3
    assert all(each.startswith("data:image/") for each in sources)
    assert re.findall(r"<(?:script|link|iframe|object|source)\b|url\(|@import|srcset", text) == []
    for each in sources:
        with Image.open(BytesIO(base64.b64decode(each.partition(",")[2]))) as inside:
            assert (dict(inside.getexif()), inside.info.get("exif")) == ({}, None)
    assert "Ponsel Rahasia" not in text
    assert ["Barisan. Foto Humas" in text, "Mengaji bersama" in text, 'alt="Santri mengaji"' in text] == [True] * 3


@pytest.mark.parametrize("name", ["apel", "kilat", "profil", "tarik"])
def test_it_is_sound_html(source: Path, name: str) -> None:
    html5lib.HTMLParser(strict=True).parse(made(source, name, name))


def test_its_links_are_whole_and_its_words_escaped(source: Path) -> None:
    text = made(source, "kilat", "kilat")
    assert 'href="https://rutan-contoh.example/profil/"' in text
    assert 'href="https://a.example/"' in text
    assert "Kilat &#34;Ramadhan&#34; &lt;1447&gt;" in text


def test_it_lists_the_posts_problems_with_line_and_remedy_and_no_others(source: Path) -> None:
    text = text_of(parsed(made(source, "apel", "apel")))
    assert f"F113 {APEL}:5:7" in text
    assert "Tulis begini: tags: [Ramadhan, HBP]" in text
    assert "Perlu diperiksa (1)" in text
    assert "rusak" not in text


def test_it_has_a_place_for_the_approval_or_says_who_gave_it(source: Path) -> None:
    waiting, approved = (text_of(parsed(made(source, name, name))) for name in ("apel", "kilat"))
    assert "Nama Tanggal Tanda tangan" in waiting or "NamaTanggalTanda tangan" in waiting
    assert "Disetujui: Rabu, 4 Maret 2026, Rahmat Hidayat, S.H." in approved
    assert "Tanda tangan" not in approved


@pytest.mark.parametrize(
    ("name", "line", "status"),
    [
        ("apel", "", "Konsep"),
        ("tarik", "", "Ditarik"),
        ("profil", "approval: required\n", ""),
        ("kilat", "approval: required\n", ""),
        ("lama", "approval: required\n", "Menunggu persetujuan"),
    ],
)
def test_it_says_why_the_text_is_not_published(source: Path, name: str, line: str, status: str) -> None:
    write(source, {"site.yaml": SITE_YAML + line, "content/berita/2026-01-01-lama.md": post(date="2026-01-01")})
    found = re.findall(r'<span class="status">(.*?)</span>', made(source, name, name))
    assert found == ([status] if status else [])


def test_a_photo_that_is_missing_or_broken_is_said_and_leaves_no_hole(source: Path) -> None:
    write(source, {APEL: post(body="![Barisan](hilang.jpg)\n\n![Spanduk](rusak.jpg)")})
    write(source, {"content/berita/rusak.jpg": b"bukan foto"})
    text = made(source, "apel", "apel")
    assert "[Barisan]" in text
    assert "[Spanduk]" in text
    assert {"T105", "G101"} <= set(re.findall(r"<b>(\w\d{3})</b>", text))


def test_another_proof_replaces_the_first_but_no_other_file(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = made(source, "apel", "apel")
    write(source, {APEL: post(title="Apel Siang")})
    assert made(source, "apel", "apel") != first
    target = source.parent / "cetak/proof-apel.html"
    target.write_text("<title>Milik orang lain</title>", "utf-8")
    capsys.readouterr()
    assert proof(source, "apel") == 1
    assert "W103" in capsys.readouterr().out
    assert target.read_text("utf-8") == "<title>Milik orang lain</title>"


@pytest.mark.parametrize(("name", "nearest"), [("apell", APEL), ("2026-03-03-kilatt.md", KILAT), ("zzz", "")])
def test_an_unknown_name_is_told_with_the_nearest(
    source: Path, name: str, nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert proof(source, name) == 1
    said = capsys.readouterr().out
    assert f"{name}: galat W101" in said
    assert ("Mungkin maksudnya" in said, nearest in said) == (bool(nearest), True)
    assert list((source.parent / "cetak").iterdir()) == []


def test_a_name_of_several_texts_is_not_guessed(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(source, {"content/halaman/apel.md": "---\ntitle: Apel\n---\nIsi.\n"})
    assert proof(source, "apel") == 1
    said = capsys.readouterr().out
    assert "W102" in said
    assert f"{APEL}, content/halaman/apel.md" in said
    assert proof(source, APEL) == 0


def test_a_post_that_cannot_be_read_says_why(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert proof(source, "2026-03-06-rusak.md") == 1
    said = capsys.readouterr().out
    assert "2026-03-06-rusak.md:3:7: galat F103" in said
    assert "    | date: 30 Februari 2026" in said


@pytest.mark.parametrize("target", ["hilang.md", "2026-03-07-konsep.md"])
def test_a_proof_with_what_a_build_refuses_is_not_called_ready(
    source: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(source, "kilat", "kilat")
    assert "siap dikirim dan dicetak" in capsys.readouterr().out
    konsep = "content/berita/2026-03-07-konsep.md"
    write(source, {APEL: post(body=f"Lihat [foto]({target})."), konsep: post("draft: ya", title="Konsep")})
    made(source, "apel", "apel")
    said = capsys.readouterr().out
    assert "siap" not in said
    assert "proof-apel.html: dapat dibaca dan dicetak; sebelum terbit, bereskan dahulu yang disebut di atas" in said


def test_every_text_of_the_example_site_has_a_proof(tmp_path: Path) -> None:
    for path in sorted((EXAMPLE / "content/berita").rglob("*.md"))[:12]:
        where = ["--output", str(tmp_path), "--cache", str(tmp_path / "ingatan"), "--now", NOW.isoformat()]
        assert cli.main(["proof", str(path), "--source", str(EXAMPLE), *where]) == 0


def test_a_path_outside_the_content_is_no_post(tmp_path: Path) -> None:
    texts = [("content/berita/apel.md", "/berita/apel/")]
    for name in ("", "/", "../../etc/passwd", "site.yaml", "content", "berita"):
        assert isinstance(choose(name, tmp_path, texts), Problem)
