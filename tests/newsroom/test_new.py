"""`new` as a person runs it: a post that builds at once and says what to write where."""

import os
import sys
from pathlib import Path

import pytest

from tests import photofiles
from tests.desk import drawn
from tests.newsroom.test_import import NOW, TAGS
from tests.sites import SITE_YAML, built, contents, post, write
from warta import cli

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "situs", {"site.yaml": SITE_YAML, **TAGS})


def new(root: Path, *arguments: str) -> int:
    return cli.main(["new", "--source", str(root), "--now", NOW, *arguments])


def text(root: Path, name: str) -> str:
    return (root / "content/berita" / name).read_text("utf-8")


def test_a_new_post_has_its_fields_with_words_beside_them(root: Path, capsys: Printed) -> None:
    assert new(root, "Rutan Contoh Gelar Bazar: Hasil Karya", "--tag", "ramadan", "--tag", "bazar") == 0
    assert text(root, "2026-11-24-rutan-contoh-gelar-bazar-hasil-karya.md") == (
        "---\n"
        'title: "Rutan Contoh Gelar Bazar: Hasil Karya"  # judul, tanpa titik di akhir\n'
        "date: 2026-11-24  # tanggal kegiatan, boleh dengan jam: 2026-03-02 16.30\n"
        "category:  # satu saja, misalnya: Kegiatan\n"
        "tags: [Ramadhan, bazar]  # topik, dipisah koma, misalnya: [Ramadhan, pembinaan]\n"
        "place:  # tempat kegiatan\n"
        "summary:  # satu kalimat, paling panjang 160 huruf; kosong: paragraf pertama\n"
        "draft: true  # hapus baris ini bila berita siap terbit\n"
        "---\n\n"
        "Tulis paragraf pertama di sini: siapa, apa, kapan, di mana.\n\n"
        "Tulis paragraf berikutnya di sini. Satu baris kosong memisahkan dua paragraf.\n"
    )
    assert capsys.readouterr().out.splitlines() == [
        "dibuat: content/berita/2026-11-24-rutan-contoh-gelar-bazar-hasil-karya.md",
        "Isi naskahnya, hapus baris `draft`, lalu jalankan: python build.py",
    ]


def test_it_is_built_without_a_problem_and_published_once_it_is_no_draft(root: Path) -> None:
    assert new(root, "Apel Pagi") == 0
    assert built(root).codes == []
    assert "berita/apel-pagi/index.html" not in built(root).files
    path = root / "content/berita/2026-11-24-apel-pagi.md"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("draft")]
    path.write_text("\n".join([*lines[: lines.index("---", 1) + 1], "Apel pagi di lapangan."]), "utf-8")
    assert built(root).codes == []
    assert "berita/apel-pagi/index.html" in built(root).files


def test_the_day_is_that_of_the_sites_zone(root: Path) -> None:
    assert cli.main(["new", "--source", str(root), "--now", "2026-11-24T20:00+00:00", "Apel"]) == 0
    assert "date: 2026-11-25" in text(root, "2026-11-25-apel.md")


def test_photos_are_copied_in_and_the_first_is_on_top(root: Path, tmp_path: Path) -> None:
    write(tmp_path, {"foto/IMG 1.JPG": drawn(1), "foto/IMG 2.png": drawn(2, "PNG")})
    assert new(root, "Apel Pagi", "--photo", str(tmp_path / "foto/IMG 1.JPG"), str(tmp_path / "foto/IMG 2.png")) == 0
    folder = root / "content/berita/2026-11-24-apel-pagi"
    assert sorted(contents(folder)) == ["apel-pagi-1.jpg", "apel-pagi-2.png", "index.md"]
    assert (folder / "apel-pagi-1.jpg").read_bytes() == drawn(1)
    made = (folder / "index.md").read_text("utf-8")
    assert "image: apel-pagi-1.jpg  # nama berkas foto utama\n" in made
    assert "![Tulis di sini apa yang tampak di foto 2](apel-pagi-2.png)" in made
    assert set(built(root, drafts=True).codes) == {"PHOTO_SMALL"}  # as these are


@pytest.mark.parametrize(("name", "code"), [("tidak-ada.jpg", "B109"), ("surat.pdf", "T107")])
def test_without_its_photo_nothing_is_made(root: Path, tmp_path: Path, capsys: Printed, name: str, code: str) -> None:
    write(tmp_path, {"surat.pdf": "x"})
    assert new(root, "Apel", "--photo", str(tmp_path / name)) == 1
    assert f"galat {code}" in capsys.readouterr().out
    assert not (root / "content/berita").exists()


def test_a_tag_that_is_much_like_a_known_one_is_told(root: Path, capsys: Printed) -> None:
    assert new(root, "Apel", "--tag", "Ramadlan", "--tag", "#pembinaaan") == 0
    printed = capsys.readouterr().out
    assert "peringatan I214" in printed
    assert 'tag "Ramadlan" belum ada; yang mirip: "Ramadhan"' in printed
    assert 'tag "pembinaaan" belum ada; yang mirip: "Pembinaan"' in printed
    assert "tags: [Ramadlan, pembinaaan]" in text(root, "2026-11-24-apel.md")


def test_nothing_is_overwritten(root: Path, capsys: Printed) -> None:
    path = "content/berita/2026-11-24-apel.md"
    write(root, {path: post(title="Apel")})
    assert new(root, "Apel") == 1
    assert (
        "galat I105 alamat berita ini sudah dipakai oleh content/berita/2026-11-24-apel.md" in capsys.readouterr().out
    )
    assert (root / path).read_text("utf-8") == post(title="Apel")


@pytest.mark.parametrize("title", ["", "   ", "!!!"])
def test_a_title_needs_letters(root: Path, capsys: Printed, title: str) -> None:
    assert new(root, title) == 1
    assert "galat I109" in capsys.readouterr().out


@pytest.mark.parametrize(
    "title", ["../../luar", "a/b\\c", "CON", 'Kata "kutip" # pagar: [x]', "Ya", "007", "Jum’at – é", "x" * 300]
)
def test_any_title_stays_in_content_and_is_read_back(root: Path, title: str) -> None:
    assert new(root, title) == 0
    (path,) = [path for path in contents(root) if path.startswith("content/berita/")]
    assert path.count("/") == 2
    site = built(root, drafts=True)
    assert site.report.published
    assert site.codes == []


def test_the_editor_is_opened_on_the_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"\"{sys.executable}\" -c \"import sys; open(sys.argv[1], 'a').write('disunting')\"")
    assert new(root, "Apel", "--edit") == 0
    assert text(root, "2026-11-24-apel.md").endswith("disunting")


def test_without_an_editor_the_file_is_there_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", os.devnull + "/tidak-ada")
    assert new(root, "Apel", "--edit") == 0
    assert "Tidak ada penyunting teks" in capsys.readouterr().out


def test_an_english_site_speaks_english(root: Path) -> None:
    write(root, {"site.yaml": f"{SITE_YAML}language: en\n"})
    assert new(root, "Morning Roll Call") == 0
    made = text(root, "2026-11-24-morning-roll-call.md")
    assert "# delete this line when the post is ready" in made
    assert "Write the first paragraph here" in made


def test_what_says_what_to_write_is_never_published(root: Path) -> None:
    data = photofiles.jpeg()
    for name in ("a.jpg", "b.jpg"):
        (root / name).write_bytes(data)
    assert new(root, "Apel", "--photo", str(root / "a.jpg"), str(root / "b.jpg")) == 0
    (path,) = (root / "content/berita").glob("*/index.md")
    whole = path.read_text("utf-8")
    assert built(root).report.published
    path.write_text("\n".join(line for line in whole.split("\n") if not line.startswith("draft")), "utf-8")
    done = built(root)
    assert not done.report.published
    assert done.codes.count("PLACEHOLDER_LEFT") == 4
