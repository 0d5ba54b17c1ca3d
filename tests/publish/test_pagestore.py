"""An output folder that is gone is filled from what the last build kept, and what was not kept is made again."""

import shutil
from pathlib import Path

import pytest

from tests.sites import EXAMPLE, Built, built, contents, post, write
from warta.publish.manifest import entry_of
from warta.publish.pagestore import FOLDER, MOST_PACKS, PageStore, Place, Stored
from warta.publish.remembered import KnownFile, known_files
from warta.report import Report


class Kept:
    """A copy of the example site that was built with a cache, and whose output is gone again."""

    def __init__(self, root: Path) -> None:
        self.root, self.cache = root, root / ".warta"
        shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns(".warta", "*.py"))
        self.before = self.build().files
        self.lose()

    def build(self, **request: object) -> Built:
        return built(self.root, cache=self.cache, **request)

    def lose(self) -> None:
        shutil.rmtree(self.root / "public")

    @property
    def packs(self) -> list[Path]:
        return sorted((self.cache / FOLDER).glob("*"))


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "situs")


def figures(report: Report) -> tuple[bool, int, bool]:
    return report.published, report.rendered, report.reused > 50


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fresh_checkout_takes_every_page_and_photo_out_of_the_store(kept: Kept, jobs: int) -> None:
    done = kept.build(jobs=jobs)
    assert figures(done.report) == (True, 0, True)
    assert done.files == kept.before
    assert not done.report.kept


def test_what_was_taken_out_stays_in_the_store(kept: Kept) -> None:
    for _ in range(3):
        assert figures(kept.build().report) == (True, 0, True)
        kept.lose()


def test_only_pages_that_show_an_edit_are_made(kept: Kept) -> None:
    path = kept.root / "content/berita/2024-05-21-razia-kamar-hunian.md"
    path.write_text(path.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    done = kept.build()
    assert 0 < done.report.rendered < 8
    assert done.files == built(kept.root, output=kept.root / "bersih").files


def damaged(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"?" + data[101:])


def shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize("harm", [damaged, shortened, Path.unlink])
def test_a_pack_that_is_not_as_it_was_costs_time_and_nothing_else(kept: Kept, harm: object) -> None:
    harm(kept.packs[0])  # type: ignore[operator]
    done = kept.build()
    assert done.report.rendered
    assert done.files == kept.before
    kept.lose()
    assert figures(kept.build().report) == (True, 0, True)


def test_a_photo_that_its_store_has_lost_is_made_again(kept: Kept) -> None:
    shutil.rmtree(kept.cache / "foto")
    assert kept.build().files == kept.before


def test_packs_of_many_edits_become_one_and_no_page_is_lost(tmp_path: Path) -> None:
    root = write(tmp_path, {"content/berita/2026-03-01-a.md": post(), "content/berita/2026-03-02-b.md": post()})
    counts = []
    for number in range(1, 2 * MOST_PACKS):
        write(root, {f"content/halaman/halaman-{number}.md": f"---\ntitle: Halaman {number}\n---\n\nIsi."})
        assert built(root, cache=root / ".warta").report.published
        counts.append(len(list((root / ".warta" / FOLDER).glob("*"))))
    assert max(counts) <= MOST_PACKS
    assert counts.count(1) > 1
    before = contents(root / "public")
    shutil.rmtree(root / "public")
    done = built(root, cache=root / ".warta")
    assert (done.report.rendered, done.files) == (0, before)


def test_a_pack_that_nobody_needs_is_deleted(kept: Kept) -> None:
    stray = kept.cache / FOLDER / "0123456789abcdef"
    stray.write_bytes(b"lama")
    site = kept.root / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("Rutan Contoh", "Rutan Teladan"), "utf-8")
    old = set(kept.packs)
    kept.build()
    assert old.isdisjoint(kept.packs)
    assert kept.packs


def test_a_preview_keeps_no_pages(tmp_path: Path) -> None:
    root = write(tmp_path, {"content/berita/2026-03-02-a.md": post()})
    built(root, cache=root / ".warta", preview=True)
    assert not (root / ".warta" / FOLDER).exists()


def test_a_store_without_a_folder_holds_nothing() -> None:
    store = PageStore(None)
    assert store.put({"a.html": b"a"}) == {}
    assert store.get(Stored("a.html", entry_of(b"a"), Place("ab", 0))) is None
    assert store.tidy({}) == {}


def test_a_store_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("bukan folder")
    assert PageStore(tmp_path).put({"a.html": b"a"}) == {}


KNOWN = KnownFile("kunci", "digest", 9, "0123456789abcdef0123", 4)


@pytest.mark.parametrize(
    "fields",
    [
        [],
        [*KNOWN, 1],
        ["kunci", "digest", "9", "", 0],
        ["kunci", "digest", True, "", 0],
        ["kunci", "digest", 9, "../../etc/passwd", 0],
        ["kunci", "digest", 9, "/0123456789abcdef", 0],
        ["kunci", "digest", 9, None, 0],
        ["kunci", "digest", 9, "0123456789abcdef", 0.5],
        ["kunci", ["digest"], 9, "", 0],
        "kunci",
        7,
        None,
    ],
)
def test_a_place_that_is_none_of_ours_is_not_known(fields: object) -> None:
    assert known_files({"a": [*KNOWN], "b": fields}) == {}


def test_a_place_of_ours_is_known() -> None:
    assert known_files({"a": [*KNOWN]}) == {"a": KNOWN}
    assert known_files({"a": ["kunci", "digest", 9]}) == {"a": KnownFile("kunci", "digest", 9)}
