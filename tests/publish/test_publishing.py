"""What a build does to the published folder, seen from outside."""

import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.sites import Built, built, contents, post, published, write
from warta import files, locks
from warta.cli import main
from warta.publish.manifest import entry_of, load
from warta.reporttext import summary


def drawn(colour: str = "green") -> bytes:
    """Return a small picture."""
    buffer = BytesIO()
    Image.new("RGB", (3, 2), colour).save(buffer, "PNG")
    return buffer.getvalue()


SITE = {
    "content/berita/2026-03-02-apel.md": post(
        "tags: [Ramadhan]", body="Lihat [profil](/profil/) dan ![Foto](/media/a.png)."
    ),
    "content/berita/2026-03-03-takjil.md": post(title="Takjil"),
    "content/halaman/profil.md": "---\ntitle: Profil\n---\nTentang [kami](../berita/2026-03-02-apel.md).\n",
}
PNG = drawn()


def house(root: Path, **more: str) -> Built:
    return published(root, {**SITE, "content/media/a.png": PNG, **more})


def states(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_build_without_a_change_touches_nothing(tmp_path: Path) -> None:
    done = house(tmp_path)
    before = states(done.output)
    again = built(tmp_path)
    assert states(done.output) == before
    assert (again.report.added, again.report.changed, again.report.deleted) == ((), (), ())
    assert again.report.kept == len(before) - 1


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    done = house(tmp_path)
    before, old = states(done.output), contents(done.output)
    again = house(tmp_path, **{"content/berita/2026-03-03-takjil.md": post(title="Takjil kedua")})
    touched = {path for path, state in states(done.output).items() if state != before[path]}
    differs = {path for path, data in contents(done.output).items() if data != old[path]}
    assert touched == differs == {*again.report.changed, "warta.json"}
    assert "berita/takjil/index.html" in touched
    assert "profil/index.html" not in touched


def test_a_page_that_goes_takes_its_folder_along_and_nothing_else(tmp_path: Path) -> None:
    done = house(tmp_path)
    (done.output / "berita/CNAME").write_text("x", "utf-8")
    (tmp_path / "content/berita/2026-03-03-takjil.md").unlink()
    again = built(tmp_path)
    assert again.report.deleted == ("berita/takjil/index.html",)
    assert not (done.output / "berita/takjil").exists()
    assert (done.output / "berita/CNAME").exists()


def test_what_others_put_into_the_folder_stays(tmp_path: Path) -> None:
    done = house(tmp_path)
    foreign = {"CNAME": "rutan.example", ".nojekyll": "", "berita/lama.html": "<p>lama", "unduhan/a.pdf": "x"}
    for path, text in foreign.items():
        (done.output / path).parent.mkdir(exist_ok=True)
        (done.output / path).write_text(text, "utf-8")
    again = house(tmp_path, **{"content/berita/2026-03-03-takjil.md": post(title="Lain")})
    assert again.report.published
    assert {path: again.text(path) for path in foreign} == foreign


@pytest.mark.parametrize(
    "manifest", [None, b"", b"{}", b"[]", b'{"version":1,"files":{"../x":[1,"a"]}}', b'{"files":{"a":[1]}}']
)
def test_a_folder_that_is_not_ours_is_refused_and_untouched(tmp_path: Path, manifest: bytes | None) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/skripsi.docx").write_bytes(b"penting")
    if manifest is not None:
        (tmp_path / "public/warta.json").write_bytes(manifest)
    before = states(tmp_path / "public")
    done = built(write(tmp_path, SITE))
    assert not done.report.published
    assert "OUTPUT_NOT_OURS" in done.codes
    assert states(tmp_path / "public") == before


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    assert house(tmp_path).report.pages > 5


@pytest.mark.parametrize("name", ["site.yaml", "content/berita/2026-03-03-takjil.md"])
def test_an_error_leaves_the_published_folder_as_it_was(tmp_path: Path, name: str) -> None:
    done = house(tmp_path)
    before = states(done.output)
    (tmp_path / name).write_text("- bukan ini", "utf-8")
    assert not built(tmp_path).report.published
    assert states(done.output) == before


def test_a_folder_that_another_process_writes_is_refused(tmp_path: Path) -> None:
    done = house(tmp_path)
    before = states(done.output)
    write(tmp_path, {"content/berita/2026-03-03-takjil.md": post(title="Lain")})
    with locks.locked(done.output) as mine:
        assert mine
        refused = built(tmp_path)
    assert (refused.report.published, refused.codes) == (False, ["OUTPUT_LOCKED"])
    assert states(done.output) == before
    assert built(tmp_path).report.published


def many(count: int) -> dict[str, str]:
    return {f"content/berita/2026-03-02-berita-{number}.md": post(title=f"Berita {number}") for number in range(count)}


def fill_up(patched: pytest.MonkeyPatch, after: int) -> None:
    """Let every write after so many be cut, as on a full disk; chmod would not hinder an administrator."""
    count, real = [0], files._fill

    def fill(target: Path, data: tuple[bytes, ...]) -> None:
        count[0] += 1
        if count[0] > after:
            real(target, [part[: len(part) // 2] for part in data])
            raise OSError(28, "No space left on device")
        real(target, data)

    patched.setattr(files, "_fill", fill)


def test_a_disk_that_is_full_at_the_first_build_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, many(5))
    with monkeypatch.context() as patched:
        fill_up(patched, after=3)
        done = built(root)
    assert (done.report.published, done.codes) == (False, ["WRITE_FAILED"])
    assert list(summary(done.report))[-1].startswith("public tidak diubah: 1 galat")
    assert not done.output.exists()
    assert [path.name for path in root.iterdir() if "warta-new" in path.name] == []
    assert built(root).report.published


def test_a_disk_that_fills_up_during_an_update_leaves_whole_files_and_the_next_build_mends_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = house(tmp_path)
    old = contents(done.output)
    write(tmp_path, {"content/berita/2026-03-03-takjil.md": post("tags: [Baru, Lain]", title="Lain")})
    with monkeypatch.context() as patched:
        fill_up(patched, after=4)
        failed = built(tmp_path)
    assert failed.codes == ["WRITE_FAILED"]
    assert list(summary(failed.report))[-1].startswith("public baru sebagian diperbarui: 1 galat")
    halfway = contents(done.output)
    again = built(tmp_path)
    assert again.report.published
    finished = contents(done.output)
    assert all(halfway[path] in {old.get(path), finished.get(path)} for path in halfway if path != "warta.json")
    assert not [path for path in finished if "warta-new" in path]
    fresh = built(tmp_path, output=tmp_path / "lain")
    assert contents(fresh.output) == finished


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
@pytest.mark.parametrize("target", ["/etc/hostname", "../../rahasia.md", ".", "tidak-ada"])
def test_a_link_in_the_content_is_reported_and_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "rahasia.md").write_text(post(title="Rahasia"), "utf-8")
    write(tmp_path, SITE)
    (tmp_path / "content/berita/tautan.md").symlink_to(target)
    done = built(tmp_path)
    assert [(each.code.name, each.path) for each in done.report.problems] == [
        ("PHOTO_MISSING", "content/berita/2026-03-02-apel.md"),
        ("SYMLINK", "content/berita/tautan.md"),
    ]
    assert not done.report.published


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/2026-03-03-takjil.md": post()})
    (tmp_path / "content/berita/putar").symlink_to(tmp_path / "content", target_is_directory=True)
    assert built(tmp_path).codes == ["SYMLINK"]


BASE = "https://humas.example/repository/"
INTERNAL = re.compile(r'(?:href|src|content)="(?:0; url=)?(/[^"]*|https://humas\.example[^"]*)"')


def test_a_base_path_stands_once_before_every_address_of_the_site(tmp_path: Path) -> None:
    done = published(
        tmp_path,
        {
            **SITE,
            "content/media/a.png": PNG,
            "content/halaman/repository.md": "---\ntitle: Repository\naliases: [/lama/]\n---\n[a](/repository/)\n",
            "content/tag/ramadhan.md": "---\ntitle: Ramadhan\n---\nLihat [profil](/profil/).\n",
        },
        base_url=BASE,
    )
    found = {url for path in done.pages for url in INTERNAL.findall(done.text(path))}
    assert len(found) > 20
    for url in found:
        path = url.removeprefix("https://humas.example")
        assert path.startswith("/repository/")
        below = path.removeprefix("/repository").partition("#")[0]
        assert (below.lstrip("/") + ("index.html" if below.endswith("/") else "")) in done.files, url
    for name in ("feed.xml", "sitemap.xml"):
        own = set(re.findall(r"https://humas\.example[^<\"&\s]*", done.text(name)))
        assert own
        assert {url for url in own if url.removeprefix(BASE) == url or not is_published(done, url)} == set()


def is_published(done: Built, url: str) -> bool:
    below = url.removeprefix(BASE).partition("#")[0]
    return below + ("index.html" if below.endswith("/") or not below else "") in done.files


def test_an_old_address_leads_on(tmp_path: Path) -> None:
    done = published(tmp_path, {"content/berita/a.md": post("aliases: [/lama/apel/, berita-lama.html]")})
    for path in ("lama/apel/index.html", "berita-lama.html"):
        assert 'content="0; url=/berita/a/"' in done.text(path)
        assert "noindex" in done.text(path)


def test_the_manifest_lists_every_file_of_ours_with_its_size(tmp_path: Path) -> None:
    done = house(tmp_path)
    entries = load(done.files["warta.json"])
    assert entries == {path: entry_of(data) for path, data in done.files.items() if path != "warta.json"}


def test_every_kind_of_change_after_a_glance_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    root = write(tmp_path / "situs", {**SITE, "content/media/a.png": PNG, **many(4)})
    takjil = root / "content/berita/2026-03-03-takjil.md"
    changes: list[tuple[str, Callable[[], object]]] = [
        ("nothing", lambda: None),
        ("a post", lambda: takjil.write_text(post(title="Takjil lain"), "utf-8")),
        ("a post becomes a draft", lambda: takjil.write_text(post("draft: true"), "utf-8")),
        ("a photo", lambda: (root / "content/media/a.png").write_bytes(drawn("red"))),
        ("the settings", lambda: write(root, {"site.yaml": "name: Lain\nbase_url: https://x.example/\n"})),
        ("a layout", lambda: write(root, {"layouts/page.html": "{{ page.title }}"})),
        ("a layout goes", (root / "layouts/page.html").unlink),
        ("a published page is gone", (root / "public/profil/index.html").unlink),
        ("a published page is cut", lambda: (root / "public/profil/index.html").write_bytes(b"x")),
        ("a post goes", takjil.unlink),
        ("a tag file", lambda: write(root, {"content/tag/ramadhan.md": "---\ntitle: Bulan Ramadhan\n---\n"})),
    ]
    for number, (name, change) in enumerate(changes):
        arguments = ["--source", str(root), "--now", "2026-11-24T12:00+08:00"]
        change()
        assert main(arguments) == 0, name
        assert main(arguments) == 0, name
        assert main([*arguments, "--no-cache", "--output", str(tmp_path / f"bersih-{number}")]) == 0, name
        assert contents(root / "public") == contents(tmp_path / f"bersih-{number}"), name


needs_links = pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make links")
TAKJIL = "content/berita/2026-03-03-takjil.md"


@pytest.mark.parametrize(
    ("foreign", "alias"),
    [
        ("lama/index.html", "/lama/"),
        ("lama", "/lama/b/"),
        ("lama.html/milik/orang.txt", "/lama.html"),
        ("lama.html/.DS_Store", "/lama.html"),
    ],
)
def test_what_others_put_where_a_page_shall_be_is_named_and_nothing_is_written(
    tmp_path: Path, foreign: str, alias: str
) -> None:
    done = house(tmp_path)
    write(done.output, {foreign: "milik orang"})
    (done.output / "site.yaml").unlink()
    before = states(done.output)
    again = built(write(tmp_path, {TAKJIL: post(f"aliases: [{alias}]", title="Takjil")}))
    assert [(each.code.name, each.path) for each in again.report.problems] == [("OUTPUT_TAKEN", f"public/{foreign}")]
    assert states(done.output) == before


@pytest.mark.parametrize(("first", "second"), [("/lama.html", "/lama.html/b/"), ("/lama.html/b/", "/lama.html")])
def test_an_address_may_turn_from_file_into_folder_and_back(tmp_path: Path, first: str, second: str) -> None:
    for alias in (first, second, first):
        house(tmp_path, **{TAKJIL: post(f"aliases: [{alias}]", title="Takjil")})
    assert contents(tmp_path / "public") == contents(built(tmp_path, output=tmp_path / "lain").output)


@pytest.mark.parametrize("after", range(1, 7))
@pytest.mark.parametrize(("first", "second"), [("/lama.html", "/lama.html/b/"), ("/lama.html/b/", "/lama.html")])
def test_a_build_that_was_cut_while_an_address_turned_is_mended_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, second: str, after: int
) -> None:
    root = write(tmp_path, {TAKJIL: post(f"aliases: [{first}]")})
    assert built(root).report.published
    write(root, {TAKJIL: post(f"aliases: [{second}]", title="Lain")})
    with monkeypatch.context() as patched:
        fill_up(patched, after=after)
        built(root)
    write(root, {TAKJIL: post(f"aliases: [{first}]")})
    assert built(root).report.published
    assert contents(root / "public") == contents(built(root, output=root / "lain").output)


@needs_links
@pytest.mark.parametrize("what", ["changed", "deleted", "new"])
def test_a_link_to_a_folder_in_the_output_is_refused_and_not_followed(tmp_path: Path, what: str) -> None:
    done = house(tmp_path / "situs")
    (done.output / "berita").rename(tmp_path / "lain")
    (done.output / "berita").symlink_to(tmp_path / "lain", target_is_directory=True)
    before = states(tmp_path / "lain"), states(done.output)
    if what == "deleted":
        (tmp_path / "situs" / TAKJIL).unlink()
    else:
        write(tmp_path / "situs", {TAKJIL if what == "changed" else "content/berita/baru.md": post(title="Lain")})
    again = built(tmp_path / "situs")
    told = [(each.code.name, each.path) for each in again.report.problems if each.code.name != "ADDRESS_GONE"]
    assert told == [("OUTPUT_TAKEN", "public/berita")]
    assert (states(tmp_path / "lain"), states(done.output)) == before
