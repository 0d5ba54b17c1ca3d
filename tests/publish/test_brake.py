"""A build that takes much away from readers, or leaves them nothing, stops and says what it would remove."""

import json
from pathlib import Path

import pytest

from tests.photofiles import png
from tests.samples import facts
from tests.sites import SITE_YAML, Files, built, contents, post, published, write
from warta.messages import word
from warta.publish.brake import Removal, Removals, removals
from warta.settings import Paths

NO_LISTS = f"{SITE_YAML}features: {{archive: off, agenda: off, tags: off, categories: off, not_found: off}}\n"
PROFILE = "---\ntitle: Profil\n---\nIsi.\n"
DRAFT = {"content/berita/2026-03-02-apel.md": post("draft: true")}


def posts(count: int) -> dict[str, str]:
    return {f"content/berita/2026-03-02-berita-{number}.md": post(title=f"Berita {number}") for number in range(count)}


@pytest.mark.parametrize(
    ("total", "removed", "allowed", "too_much"),
    [
        (5, 0, None, False),
        (5, 1, None, False),
        (5, 2, None, True),
        (19, 1, None, False),
        (19, 2, None, True),
        (20, 2, None, False),
        (20, 3, None, True),
        (100, 10, None, False),
        (100, 11, None, True),
        (100, 11, 11, False),
        (100, 12, 11, True),
        (100, 1, 0, True),
        (100, 0, 0, False),
        (0, 0, None, False),
    ],
)
def test_a_tenth_may_vanish_or_as_many_as_are_allowed(
    total: int,
    removed: int,
    allowed: int | None,
    too_much: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert Removal(("/x/",) * removed, total).is_too_much(allowed) is too_much


@pytest.mark.parametrize("kind", ["articles", "photos", "addresses"])
def test_too_much_of_one_kind_is_too_much(kind: str) -> None:
    fine = Removals(*[Removal(("/x/",), 10)] * 3)
    assert not fine.are_too_much(None)
    assert fine._replace(**{kind: Removal(("/x/", "/y/"), 10)}).are_too_much(None)


def test_a_small_site_may_take_one_post_back_with_the_lists_that_it_filled(tmp_path: Path) -> None:
    other = {path: text.replace("2026-03", "2026-02") for path, text in posts(2).items()}
    last = {"content/berita/2026-03-03-panen.md": post("tags: [Panen]", title="Panen", date="2026-03-03")}
    published(tmp_path, {**other, **last})
    (tmp_path / "content/berita/2026-03-03-panen.md").unlink()
    report = built(tmp_path).report
    assert report.published
    assert {"arsip/2026/03/index.html", "berita/panen/index.html", "tag/panen/index.html"} <= set(report.deleted)


def test_articles_photos_and_addresses_are_counted_each() -> None:
    before = {"index.html", "berita/a/index.html", "berita/b/index.html", "media/a.jpg", "media/a_480.webp", "feed.xml"}
    found = removals(before, {"index.html", "berita/a/index.html"}, Paths())
    assert found == Removals(Removal(("/berita/b/",), 2), Removal(("/media/a.jpg",), 1), Removal(("/berita/b/",), 3, 3))


@pytest.mark.parametrize(
    ("removed", "allowed", "passes"),
    [(2, None, True), (3, None, False), (3, 3, True), (4, 3, False), (1, 0, False), (0, 0, True)],
)
def test_of_twenty_posts_two_may_vanish(
    tmp_path: Path,
    removed: int,
    allowed: int | None,
    passes: bool,  # noqa: FBT001 - a column of the table
) -> None:
    done = published(tmp_path, posts(20))
    before = contents(done.output)
    for number in range(removed):
        (tmp_path / f"content/berita/2026-03-02-berita-{number}.md").unlink()
    again = built(tmp_path, allow_removal=allowed)
    assert again.report.published is passes
    assert again.codes == (["ADDRESS_GONE"] * removed if passes else ["TOO_MANY_REMOVED"])
    assert passes or contents(done.output) == before


def test_a_refusal_says_what_it_would_remove_and_how_to_let_it(tmp_path: Path) -> None:
    published(
        tmp_path, {"site.yaml": NO_LISTS, **posts(12), "content/halaman/profil.md": "---\ntitle: Profil\n---\nIsi.\n"}
    )
    for number in range(11):
        (tmp_path / f"content/berita/2026-03-02-berita-{number}.md").unlink()
    (refused,) = built(tmp_path).report.problems
    wording = word(refused, "id")
    assert wording.message.startswith("terbitan ini akan menghapus 11 dari 15 alamat (berita: 11 dari 12): /berita/")
    assert wording.message.endswith(" dan 1 lainnya")
    assert wording.message.count("/berita/") == 10
    assert wording.hint.endswith("--allow-removal 11")
    assert built(tmp_path, allow_removal=11).report.published


def test_photos_that_vanish_stop_a_build_that_keeps_every_address(tmp_path: Path) -> None:
    names = [f"foto-{number}.png" for number in range(5)]
    files: Files = {f"content/media/{name}": png() for name in names}
    body = "\n\n".join(f"![Apel {name}](/media/{name})" for name in names)
    published(tmp_path, {**files, "content/berita/2026-03-02-apel.md": post(body=body)})
    write(tmp_path, {"content/berita/2026-03-02-apel.md": post(body="\n\n".join(body.split("\n\n")[2:]))})
    (refused,) = [each for each in built(tmp_path).report.problems if each.code.name == "TOO_MANY_REMOVED"]
    assert (facts(refused)["count"], facts(refused)["photos"], facts(refused)["photos_total"]) == ("0", "2", "5")
    assert facts(refused)["examples"] == "/media/foto-0.png, /media/foto-1.png"
    assert "0 dari" in word(refused, "id").message
    assert "2 dari 5 foto" in word(refused, "id").message
    assert built(tmp_path, allow_removal=2).report.published


@pytest.mark.parametrize("files", [{}, {"content/tag/panen.md": "---\ntitle: Panen\n---\n"}])
def test_a_site_that_begins_may_be_empty(files: Files, tmp_path: Path) -> None:
    assert published(tmp_path, files).pages


def test_what_readers_have_is_not_replaced_by_an_empty_site_on_a_fresh_machine(tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(published(tmp_path / "a", posts(2)).files["warta.json"])
    fresh = built(write(tmp_path / "b", {}), previous=tmp_path / "last.json", allow_removal=1000)
    assert fresh.codes == ["SITE_EMPTY"]
    assert not fresh.output.exists()


def test_a_site_whose_first_post_waits_may_be_published_without_it(tmp_path: Path) -> None:
    assert published(tmp_path, DRAFT).report.told.withheld


def test_a_site_of_standing_pages_alone_is_not_empty(tmp_path: Path) -> None:
    assert published(tmp_path, {"content/halaman/profil.md": PROFILE}).pages


def test_an_empty_site_does_not_take_the_place_of_a_full_one(tmp_path: Path) -> None:
    done = published(tmp_path, posts(3))
    before = contents(done.output)
    for path in posts(3):
        (tmp_path / path).unlink()
    assert built(tmp_path).codes == ["TOO_MANY_REMOVED"]
    assert built(tmp_path, allow_removal=1000).codes == ["SITE_EMPTY"]
    write(tmp_path, DRAFT)
    (refused,) = built(tmp_path, allow_removal=1000).report.problems
    assert (refused.code.name, facts(refused)["waiting"]) == ("SITE_EMPTY", "1")
    assert contents(done.output) == before


def test_a_preview_may_show_an_empty_site(tmp_path: Path) -> None:
    assert built(write(tmp_path, {}), preview=True).report.published


def test_a_text_that_cannot_be_read_is_not_told_as_lost_too(tmp_path: Path) -> None:
    published(tmp_path, posts(3))
    write(tmp_path, {path: text.replace("---", "--") for path, text in posts(3).items()})
    assert set(built(tmp_path).codes) == {"FENCE_NOT_FIRST"}


def test_an_error_that_the_site_has_made_a_warning_does_not_hold_the_brake(tmp_path: Path) -> None:
    settings = {"site.yaml": f"{SITE_YAML}checks: {{K101: warning}}\n"}
    wrong_day = {"content/berita/salah.md": post(body="Apel digelar Sabtu, 22 Maret 2024.", date="2024-03-23")}
    assert "WEEKDAY_CONTRADICTS" in str(published(tmp_path, {**settings, **posts(12), **wrong_day}).codes)
    for path in list(posts(12))[:6]:
        (tmp_path / path).unlink()
    assert "TOO_MANY_REMOVED" in built(tmp_path).codes


def manifest_of(*paths: str) -> bytes:
    return json.dumps({"version": 1, "files": {path: [1, "0" * 32] for path in paths}}).encode()


def test_what_readers_have_is_told_by_the_manifest_that_was_fetched(tmp_path: Path) -> None:
    first = published(tmp_path / "a", posts(20))
    (tmp_path / "last.json").write_bytes(first.files["warta.json"])
    kept = dict(list(posts(20).items())[3:])
    fresh = built(write(tmp_path / "b", kept), previous=tmp_path / "last.json")
    assert fresh.codes == ["TOO_MANY_REMOVED"]
    assert not fresh.output.exists()
    allowed = built(tmp_path / "b", previous=tmp_path / "last.json", allow_removal=3)
    assert allowed.codes == ["ADDRESS_GONE"] * 3
    assert contents(allowed.output) == contents(built(tmp_path / "b", output=tmp_path / "bersih").output)


def test_what_changed_is_told_by_the_manifest_that_was_fetched(tmp_path: Path) -> None:
    first = published(tmp_path / "a", posts(20))
    (tmp_path / "last.json").write_bytes(first.files["warta.json"])
    edited = {**posts(20), "content/berita/2026-03-02-berita-7.md": post(title="Berita 7", body="Isi baru.")}
    fresh = published(tmp_path / "b", edited, previous=tmp_path / "last.json").report
    assert (fresh.added, fresh.deleted) == ((), ())
    assert "berita/berita-7/index.html" in fresh.changed
    assert "berita/berita-8/index.html" not in fresh.changed
    same = built(tmp_path / "a", output=tmp_path / "lain", previous=tmp_path / "last.json").report
    assert (same.added, same.changed, same.deleted) == ((), (), ())
    nothing = published(tmp_path / "c", posts(2), previous=write(tmp_path, {"awal.json": manifest_of()}) / "awal.json")
    assert set(nothing.report.added) == set(nothing.files) - {"warta.json"}


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"<!doctype html><title>404</title>",
        b'{"version": 1}',
        b'{"version": 2, "files": {}}',
        b"[" * 100_000,
        manifest_of("../index.html"),
        manifest_of("/etc/passwd"),
        manifest_of("berita/../../x"),
        manifest_of("c:x"),
    ],
)
def test_a_manifest_that_we_never_wrote_stops_the_build(data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "last.json").write_bytes(data)
    done = built(write(tmp_path, posts(2)), previous=tmp_path / "last.json")
    assert done.codes == ["PREVIOUS_UNREADABLE"]
    assert not done.output.exists()


def test_a_manifest_from_elsewhere_deletes_nothing_and_leaves_no_file_out(tmp_path: Path) -> None:
    done = published(tmp_path, {**posts(20), "public.txt": "bukan punya kita"})
    foreign = write(done.output, {"lain/punya-orang.txt": "jangan hapus"}) / "lain/punya-orang.txt"
    before = contents(done.output)
    lies = {path: [len(data), "f" * 32] for path, data in before.items()} | {"lain/punya-orang.txt": [12, "0" * 32]}
    (tmp_path / "last.json").write_text(json.dumps({"version": 1, "files": lies}))
    again = built(tmp_path, previous=tmp_path / "last.json")
    assert again.report.published
    assert foreign.exists()
    assert contents(done.output) == before
    fresh = built(tmp_path, output=tmp_path / "baru", previous=tmp_path / "last.json")
    assert contents(fresh.output).keys() == before.keys() - {"lain/punya-orang.txt", "site.yaml"}
