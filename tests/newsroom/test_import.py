"""`import` as a person runs it: what it writes, says and asks, and that the site is built with it."""

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom.worddocs import data_of, press_release, with_tracked_change
from tests.newsroom.wxr import BLOCKS, CLASSIC, attachment, export, item, uploads
from tests.samples import read
from tests.sites import ROOT, SITE_YAML, built, contents, post, write
from warta import cli, console

NOW = "2026-11-24T12:00+08:00"
SEED = Path(__file__).parent / "naskah/rutan-rantau-bagikan-takjil.txt"
ARTICLE = "content/berita/2025-03-22-rutan-rantau-bagikan-takjil.md"
TAGS = {path: (ROOT / path).read_text("utf-8") for path in (
    "content/tag/ramadhan.md", "content/tag/pembinaan.md", "content/tag/hari-bhakti-pemasyarakatan.md",
)}  # fmt: skip


class Desk:
    """A site in a folder, and what `import` printed last."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys, self.printed = root, capsys, ""

    def run(self, *arguments: str) -> int:
        code = cli.main(["import", "--source", str(self.root), "--now", NOW, *arguments])
        self.printed = self._capsys.readouterr().out
        return code

    def given(self, name: str, data: str | bytes) -> str:
        path = self.root.parent / "naskah" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return str(path)

    def posts(self) -> list[str]:
        return [
            path for path in contents(self.root / "content") if path.endswith(".md") and not path.startswith("tag/")
        ]

    def text(self, path: str) -> str:
        return (self.root / "content" / path).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(write(tmp_path / "situs", {"site.yaml": SITE_YAML, **TAGS}), capsys)


def test_the_seed_gives_the_article_but_for_what_only_a_person_knows(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "choose", lambda _question, choices, _prompt: len(choices) - 1)
    assert desk.run(str(SEED)) == 0
    assert desk.posts() == [ARTICLE.removeprefix("content/")]
    made, _ = read(desk.text(desk.posts()[0]), ARTICLE)
    article, _ = read((ROOT / ARTICLE).read_bytes(), ARTICLE)
    assert made is not None
    assert article is not None
    allowed = {"category", "place", "tags", "digest", "positions", "written", "ignored"}
    differing = {name for name in article._fields if getattr(made, name) != getattr(article, name)}
    assert differing <= allowed
    assert made.written.text.split() == article.written.text.split()
    # All tags that the site has a file for; the others are new words that a person chose.
    assert {term.name.casefold() for term in made.tags} < {term.name.casefold() for term in article.tags}
    assert sorted(term.name for term in made.tags) == ["Hari Bhakti Pemasyarakatan", "Pembinaan", "Ramadhan"]


def test_without_a_terminal_a_contradiction_makes_a_draft_and_a_warning(desk: Desk) -> None:
    assert desk.run(str(SEED)) == 0
    assert desk.posts() == ["berita/2024-03-22-rutan-rantau-bagikan-takjil.md"]
    assert "\ndraft: true\n" in desk.text(desk.posts()[0])
    assert (
        'peringatan I203 naskah mencetak "Sabtu, 22 Maret 2024", padahal 2024-03-22 jatuh pada hari Jumat'
        in desk.printed
    )
    assert "mungkin maksudnya 2024-03-23, 2025-03-22" in desk.printed
    done = built(desk.root)
    assert set(done.codes) == {"WEEKDAY_CONTRADICTS", "ANNIVERSARY", "SUMMARY_LONG"}
    assert done.report.published


def test_a_person_is_asked_for_the_date_on_a_terminal(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    answers = iter(["ya", "9", "3"])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert desk.run(str(SEED)) == 0
    assert "  1. 2024-03-22 (Jumat): tanggalnya benar, nama harinya salah\n" in desk.printed
    assert "  2. 2024-03-23 (Sabtu): harinya benar, tanggal terdekat\n" in desk.printed
    assert "  3. 2025-03-22 (Sabtu): tahunnya salah\n" in desk.printed
    assert desk.posts() == ["berita/2025-03-22-rutan-rantau-bagikan-takjil.md"]
    assert "draft" not in desk.text(desk.posts()[0])


@pytest.mark.parametrize("answer", ["", None])
def test_who_does_not_know_gets_a_draft(monkeypatch: pytest.MonkeyPatch, desk: Desk, answer: str | None) -> None:
    def reply(_: str) -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", reply)
    assert desk.run(str(SEED)) == 0
    assert "\ndraft: true\n" in desk.text(desk.posts()[0])


def test_what_was_found_is_shown(desk: Desk) -> None:
    text = "Apel Pagi di Contoh\n\nCONTOH – Apel digelar Senin (2/3/2026) di bulan Ramadan.\n\nSelesai.\n"
    assert desk.run(desk.given("apel.txt", text)) == 0
    assert desk.printed.splitlines() == [
        "dibuat: content/berita/2026-03-02-apel-pagi-di-contoh.md",
        "  judul: Apel Pagi di Contoh",
        "  tanggal: 2026-03-02",
        "  tempat: Contoh",
        "  tag: Ramadhan",
        "  ringkasan: CONTOH – Apel digelar Senin (2/3/2026) di bulan Ramadan.",
    ]


def test_a_text_without_a_date_gets_todays_and_a_warning(desk: Desk) -> None:
    assert desk.run(desk.given("apel.txt", "Apel Pagi\n\nApel berlangsung tertib.\n")) == 0
    assert "peringatan I202 naskah ini tidak menyebut tanggal; dipakai tanggal hari ini, 2026-11-24" in desk.printed
    assert desk.posts() == ["berita/2026-11-24-apel-pagi.md"]


def test_the_same_text_is_not_imported_twice(desk: Desk) -> None:
    given = desk.given("apel.txt", "Apel\n\nApel digelar Senin (2/3/2026).\n")
    assert desk.run(given, given) == 1
    assert "galat I104" in desk.printed
    assert desk.run(given) == 1
    assert "naskah ini sudah ada sebagai content/berita/2026-03-02-apel.md" in desk.printed
    assert desk.posts() == ["berita/2026-03-02-apel.md"]


def test_nothing_is_overwritten(desk: Desk) -> None:
    other = post(title="Lain", body="Berita lain.")
    write(desk.root, {"content/berita/2026-03-02-apel.md": other, "content/berita/2026-03-02-rapat/catatan.txt": "x"})
    assert desk.run(desk.given("apel.txt", "Apel\n\nApel digelar Senin (2/3/2026).\n")) == 1
    assert "galat I105" in desk.printed
    assert desk.text("berita/2026-03-02-apel.md") == other
    assert desk.run(desk.given("rapat.docx", _with_photo("Rapat", "Rapat digelar Senin (2/3/2026)."))) == 1
    assert "galat I106" in desk.printed
    assert sorted(contents(desk.root / "content/berita/2026-03-02-rapat")) == ["catatan.txt"]


def _with_photo(title: str, words: str) -> bytes:
    from io import BytesIO

    from docx import Document

    from tests.desk import drawn

    document = Document()
    document.add_paragraph(title, style="Title")
    document.add_paragraph(words)
    document.add_picture(BytesIO(drawn(1)))
    return data_of(document)


def test_a_link_does_not_lead_out_of_content(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (desk.root / "content/berita").symlink_to(tmp_path / "luar")
    assert desk.run(desk.given("apel.txt", "Apel\n\nApel digelar Senin (2/3/2026).\n")) == 1
    assert list((tmp_path / "luar").iterdir()) == []


def test_a_chat_message_comes_from_standard_input(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    message = "*APEL PAGI*\n\n_Apel_ digelar Senin (2/3/2026).\n\n✅ tertib\n✅ aman\n\n#ramadan #RutanContoh"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(message.encode())))
    assert desk.run("-") == 0
    made = desk.text("berita/2026-03-02-apel-pagi.md")
    assert "tags: [Ramadhan, Rutan Contoh]" in made
    assert made.endswith("*Apel* digelar Senin (2/3/2026).\n\n- tertib\n- aman\n")
    assert built(desk.root).codes == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_notepads_encodings_are_read(desk: Desk, encoding: str) -> None:
    text = "Apel “Pagi” – Café\n\nApel digelar Jum’at (20/11/2026).\n"
    assert desk.run(desk.given("apel.txt", text.encode(encoding))) == 0
    assert 'title: "Apel “Pagi” – Café"\n' in desk.text("berita/2026-11-20-apel-pagi-cafe.md")


def test_a_word_file_becomes_a_post_with_its_photos_that_is_built(desk: Desk) -> None:
    assert desk.run(desk.given("rilis.docx", data_of(with_tracked_change(press_release())))) == 0
    assert "peringatan I204" in desk.printed
    folder = "berita/2026-06-16-rutan-contoh-gelar-panen-raya-hasilnya-untuk-dapur-umum"
    assert sorted(contents(desk.root / "content" / folder)) == [
        "index.md",
        "rutan-contoh-gelar-panen-raya-hasilnya-untuk-dapur-umum-1.jpg",
        "rutan-contoh-gelar-panen-raya-hasilnya-untuk-dapur-umum-2.png",
    ]
    site = built(desk.root)
    assert site.report.published
    assert set(site.codes) == {"PHOTO_ALT_MISSING", "PHOTO_SMALL", "SUMMARY_MISSING"}  # as these are
    page = site.text("berita/rutan-contoh-gelar-panen-raya-hasilnya-untuk-dapur-umum/index.html")
    for piece in (
        "Panen kangkung di kebun asimilasi</figcaption>",
        "<th>Berat (kg)</th>",
        "<blockquote>",
        "Kebun seluas 200 m*2*",
    ):
        assert piece in page


def test_a_wordpress_site_moves_with_its_old_addresses(desk: Desk) -> None:
    files = ("2024/03/takjil.jpg", "2024/03/takjil-300x200.jpg", "2024/03/lomba.png")
    media = uploads(desk.root.parent / "salinan server lama", *files)
    data = export(
        item(10, "Berbagi Takjil", CLASSIC, name="berbagi", meta=(("_thumbnail_id", "31"),)),
        item(11, "Lomba", BLOCKS, name="blok"),
        item(12, "Konsep", "Belum selesai.", status="draft", link="https://lama.example/?p=12"),
        item(13, "Profil", "Profil rutan.", kind="page", name="profil", link="https://lama.example/tentang/profil/"),
        attachment(31, files[0], alt="Takjil di meja"),
        attachment(32, files[2], alt="Balap karung"),
    )
    assert desk.run(desk.given("ekspor.xml", data), "--media", str(media)) == 0
    assert desk.posts() == [
        "berita/2024-03-22-berbagi/index.md",
        "berita/2024-03-22-blok/index.md",
        "berita/2024-03-22-konsep.md",
        "halaman/profil.md",
    ]
    assert "content/berita/2024-03-22-blok/index.md: peringatan I207" in desk.printed
    site = built(desk.root)
    assert site.report.published, site.report.problems
    assert {"2024/03/22/berbagi/index.html", "2024/03/22/blok/index.html", "tentang/profil/index.html"} <= set(
        site.files
    )
    assert "media/berita/2024-03-22-berbagi/berbagi-1.jpg" in site.files


def test_two_thousand_posts_move_in_well_under_a_minute(desk: Desk) -> None:
    words = "Kegiatan ini merupakan bagian dari program pembinaan kepribadian warga binaan. " * 4
    bodies = (
        CLASSIC + f"\n\n{words}" * 5,
        BLOCKS + f"\n\n<!-- wp:paragraph -->\n<p>{words}</p>\n<!-- /wp:paragraph -->" * 5,
    )
    items = [
        item(
            n,
            f"Berita nomor {n}",
            bodies[n % 2],
            name=f"berita-{n}",
            day=f"20{18 + n % 6}-{1 + n % 12:02}-{1 + n % 28:02}",
        )
        for n in range(1, 2001)
    ]
    given = desk.given(
        "besar.xml", export(*items, attachment(31, "2024/03/takjil.jpg"), attachment(32, "2024/03/lomba.png"))
    )
    assert desk.run(given) == 0
    assert desk.printed.startswith("2000 naskah dibuat (2000 berita, 0 halaman, 0 konsep, 0 foto)")
    assert len(desk.posts()) == 2000


def test_tags_and_categories_that_would_share_an_address_are_one(desk: Desk) -> None:
    write(
        desk.root, {"content/berita/2026-03-01-lomba.md": post("tags: [HUT RI ke-80]", "category: Kegiatan-Kegiatan")}
    )
    spellings = (("HUT RI ke 80", "Kegiatan Kegiatan"), ("Blok C+", "Berita/Rutan"), ("Blok C", "Berita Rutan"))
    items = [
        item(n, f"Apel {n}", f"Apel ke-{n}.", name=f"apel-{n}", terms=(("category", category), ("post_tag", tag)))
        for n, (tag, category) in enumerate(spellings)
    ]
    assert desk.run(desk.given("ekspor.xml", export(*items))) == 0
    assert built(desk.root).codes == []
    made = [desk.text(f"berita/2024-03-22-apel-{n}.md") for n in range(3)]
    assert "tags: [HUT RI ke-80]" in made[0]
    assert "category: Kegiatan-Kegiatan" in made[0]
    assert 'tags: ["Blok C+"]' in made[2]


def test_a_text_without_a_title_gets_its_first_words_for_the_time_being(desk: Desk) -> None:
    text = "Rutan Contoh menggelar apel pagi perdana " + "yang dihadiri seluruh petugas " * 9 + "Senin (2/3/2026)."
    assert desk.run(desk.given("x.txt", text)) == 0
    assert "peringatan I201" in desk.printed
    (path,) = desk.posts()
    assert "title: Rutan Contoh menggelar apel pagi perdana yang dihadiri seluruh petugas yang\n" in desk.text(path)
    assert desk.text(path).endswith(f"\n\n{text}\n")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.doc", b"", "I102"),
        ("x", b"", "I102"),
        ("x.txt", b" \n", "I103"),
        ("x.txt", b"Hanya judul", "I103"),
        ("x.txt", b"a\0b", "B103"),
        ("x.docx", b"", "I107"),
        ("x.xml", b"", "I107"),
    ],
)
def test_what_cannot_be_imported_is_a_problem(desk: Desk, name: str, data: bytes, code: str) -> None:
    assert desk.run(desk.given(name, data)) == 1
    assert f"galat {code}" in desk.printed
    assert desk.posts() == []


@pytest.mark.parametrize("name", ["tidak-ada.txt", "tidak-ada.docx", "tidak-ada.xml", "a\0b.txt"])
def test_a_file_that_is_not_there_is_a_problem(desk: Desk, name: str) -> None:
    assert desk.run(name) == 1
    assert "galat B109" in desk.printed


def test_a_message_that_was_saved_in_notepad_is_read_as_one(desk: Desk) -> None:
    assert (
        desk.run(desk.given("pesan.txt", "SIARAN PERS\n*Apel Pagi*\n\nApel _tertib_ digelar *Senin* (2/3/2026).")) == 0
    )
    assert desk.text("berita/2026-03-02-apel-pagi.md").endswith("Apel *tertib* digelar **Senin** (2/3/2026).\n")


def test_a_folder_of_photos_that_is_not_there_stops_the_import(desk: Desk, tmp_path: Path) -> None:
    given = desk.given("ekspor.xml", export(item(1, "Apel", "A.", name="apel")))
    assert desk.run(given, "--media", str(tmp_path / "tidak-ada")) == 1
    assert "galat I108" in desk.printed
    assert desk.posts() == []


def test_who_breaks_off_keeps_what_is_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "choose", breaks_off)
    assert desk.run(desk.given("apel.txt", "Apel\n\nApel digelar Senin (2/3/2026).\n"), str(SEED)) == 1
    assert desk.posts() == ["berita/2026-03-02-apel.md"]


@pytest.mark.parametrize("command", [["import", str(SEED)], ["new", "Apel"]])
def test_a_closed_pipe_is_no_fault_of_ours(desk: Desk, command: list[str]) -> None:
    arguments = [sys.executable, str(ROOT / "build.py"), *command, "--source", str(desk.root), "--now", NOW]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@given(st.binary(max_size=120))
def test_any_bytes_of_a_text_give_a_post_or_problems(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder) / "situs", {"site.yaml": SITE_YAML})
        given_text = Path(folder) / "x.txt"
        for added in (b"", b"*Apel* pagi\n\n"):
            given_text.write_bytes(added + data)
            with contextlib.redirect_stdout(io.StringIO()):
                assert cli.main(["import", "--source", str(root), "--now", NOW, "--no-cache", str(given_text)]) in {
                    0,
                    1,
                }


def test_problems_are_printed_as_json_alone_where_that_is_asked_for(desk: Desk) -> None:
    assert desk.run(str(SEED), "--format", "json") == 0
    assert [json.loads(line)["code"] for line in desk.printed.splitlines()] == ["I203"]


def test_strict_lets_a_warning_count(desk: Desk) -> None:
    assert desk.run(str(SEED), "--strict") == 1


def test_without_settings_nothing_is_imported(desk: Desk) -> None:
    (desk.root / "site.yaml").unlink()
    assert desk.run(str(SEED)) == 1
    assert desk.posts() == []
