"""Cases J: incremental builds. After every step the folder is what a clean build makes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import SITE_YAML, Built, attributes, built, post, text_of, write
from warta import files

POSTS = {
    "content/berita/2026-03-01-apel.md": post(title="Apel Pagi", date="2026-03-01"),
    "content/berita/2026-03-02-razia.md": post("tags: [Ramadhan]", title="Razia Blok", date="2026-03-02"),
    "content/berita/2026-03-03-takjil.md": post("tags: [Ramadhan]", title="Berbagi Takjil", date="2026-03-03"),
}
RAZIA = "content/berita/2026-03-02-razia.md"

Again = Callable[..., Built]


@pytest.fixture
def again(tmp_path: Path) -> Again:
    """Write (None: delete) these files, build with the cache, and compare with a clean build."""
    root, count = write(tmp_path / "situs", POSTS), [0]

    def publish(changes: dict[str, str | None] | None = None, **request: object) -> Built:
        for path, text in (changes or {}).items():
            (root / path).unlink() if text is None else write(root, {path: text, "site.yaml": site_yaml(root, changes)})
        done = built(root, cache=root / ".warta", **request)
        assert done.report.published, done.report.problems
        count[0] += 1
        clean = built(root, output=tmp_path / f"bersih-{count[0]}", **request)
        ours = {path: done.files[path] for path in done.files if path in clean.files or path != "CNAME"}
        assert ours == clean.files
        return done

    publish()
    return publish


def site_yaml(root: Path, changes: dict[str, str | None] | None) -> str:
    """The settings as they are or shall be: `write` would put its own in their place."""
    wanted = (changes or {}).get("site.yaml")
    return wanted or (root / "site.yaml").read_text("utf-8")


def shown_on(done: Built, text: str) -> set[str]:
    return {path for path in done.files if text in done.files[path].decode("utf-8", "replace")}


@pytest.mark.parametrize("renamed", [False, True])
def test_a_post_that_goes_is_gone_and_what_others_put_there_stays(again: Again, *, renamed: bool) -> None:  # J1
    output = again().output
    (output / "CNAME").write_text("rutan-contoh.example", "utf-8")
    moved = {"content/berita/2026-03-02-razia-blok-a.md": POSTS[RAZIA]} if renamed else {}
    done = again({RAZIA: None, **moved})
    assert not (output / "berita/razia").exists()
    assert done.text("CNAME") == "rutan-contoh.example"
    assert "berita/razia/index.html" in done.report.deleted
    assert "/berita/razia/" not in "".join(done.text(path) for path in done.files if path.endswith(("html", "xml")))
    assert ("berita/razia-blok-a/index.html" in done.files) is renamed
    assert "berita/razia/index.html" not in json.loads(done.files["warta.json"])["files"]


def test_a_title_changes_everywhere_it_is_shown(again: Again) -> None:  # J2
    before = shown_on(again(), "Razia Blok")
    done = again({RAZIA: POSTS[RAZIA].replace("Razia Blok", "Razia Blik")})
    assert shown_on(done, "Razia Blok") == set()
    assert shown_on(done, "Razia Blik") == before == set(done.report.changed)
    assert before == {
        "404.html",
        "arsip/2026/03/index.html",
        "berita/apel/index.html",
        "berita/index.html",
        "berita/razia/index.html",
        "berita/takjil/index.html",
        "feed.json",
        "feed.xml",
        "index.html",
        "tag/ramadhan/feed.xml",
        "tag/ramadhan/index.html",
    }


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("https://rutan-contoh.example/", "https://lain.example/", "https://lain.example/"),
        ("https://rutan-contoh.example/", "https://rutan-contoh.example/repo/", '"/repo/berita/razia/"'),
        ("name: Rutan Kelas IIB Contoh", "name: Lapas Kelas IIA Contoh", "Lapas Kelas IIA Contoh"),
        ("short_name: Rutan Contoh", "short_name: Lapas Contoh", "Lapas Contoh"),
    ],
)
def test_a_setting_changes_every_page(again: Again, old: str, new: str, seen: str) -> None:  # J3
    again()
    done = again({"site.yaml": SITE_YAML.replace(old, new)})
    assert shown_on(done, seen)
    assert shown_on(done, "razia")
    assert again({"site.yaml": SITE_YAML}).report.changed


@pytest.mark.parametrize("option", [{"base_url": "https://lain.example/repo/"}, {"drafts": True}, {"future": True}])
def test_an_option_is_no_less_than_a_setting(again: Again, option: dict[str, object]) -> None:  # J3
    again({"content/berita/a.md": post("draft: true"), "content/berita/b.md": post(date="2098-01-01", title="Nanti")})
    assert again(**option).report.changed
    assert again().report.changed


def test_another_version_of_the_program_or_of_a_package_reads_everything_again(
    again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:  # J3
    again()
    assert again().report.rendered == 0
    monkeypatch.setattr(files, "code_version", lambda: "Warta 99")
    done = again()
    assert (done.report.reused, done.report.changed) == (0, ())
    assert done.report.rendered > 0


def test_every_part_of_the_program_counts_and_so_do_the_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # J3
    package, site = tmp_path / "warta", tmp_path / "site-packages"
    (package / "read").mkdir(parents=True)
    (site / "markdown-3.11.dist-info").mkdir(parents=True)
    for name in ("files.py", "read/markup.py"):
        (package / name).write_text("A = 1\n", "utf-8")
    monkeypatch.setattr(files, "__file__", str(package / "files.py"))
    monkeypatch.setattr("sys.path", [str(site)])
    versions = [files.code_version()]
    (package / "read/markup.py").write_text("A = 2\n", "utf-8")
    versions.append(files.code_version())
    (site / "markdown-3.11.dist-info").rename(site / "markdown-3.12.dist-info")
    versions.append(files.code_version())
    assert len(set(versions)) == 3
    (package / "__pycache__").mkdir()
    (package / "__pycache__/files.pyc").write_bytes(b"x")
    assert files.code_version() == versions[-1]


def counts(done: Built, address: str = "/tag/") -> dict[str, str]:
    """The tags of the index with the numbers behind them."""
    found = re.findall(r"([^\s(]+) \(?(\d+)", text_of(done.page(address).find(".//main")))
    return dict(found)


def cards(done: Built, address: str) -> set[str]:
    return {url for url in attributes(done.page(address), "href", ["a"]) if re.fullmatch(r"/berita/[a-z]+/", url)}


def test_tags_come_move_and_go(again: Again) -> None:  # J5
    def tagged(tags: str) -> dict[str, str | None]:
        return {RAZIA: POSTS[RAZIA].replace("[Ramadhan]", tags)}

    done = again()
    assert counts(done) == {"Ramadhan": "2"}
    done = again(tagged("[Ramadhan, pembinaan]"))
    assert counts(done) == {"Ramadhan": "2", "pembinaan": "1"}
    assert cards(done, "/tag/pembinaan/") == {"/berita/razia/"}
    assert "<category>pembinaan</category>" in done.text("feed.xml")
    done = again(tagged("[pembinaan]"))
    assert counts(done) == {"Ramadhan": "1", "pembinaan": "1"}
    assert cards(done, "/tag/ramadhan/") == {"/berita/takjil/"}
    assert done.text("feed.xml").count("<category>Ramadhan</category>") == 1
    done = again(tagged("[Pembinaan]"))
    assert counts(done) == {"Ramadhan": "1", "Pembinaan": "1"}
    done = again(tagged("[]"))
    assert counts(done) == {"Ramadhan": "1"}
    assert "tag/pembinaan/index.html" in done.report.deleted
    assert again({"content/berita/2026-03-03-takjil.md": None}).report.published


PARTIAL = "layouts/partials/footer.html"


def test_an_include_that_changes_changes_the_pages_that_show_it(again: Again) -> None:  # J7
    pages = {path for path in again().files if path.endswith(".html")}
    done = again({PARTIAL: "<footer>satu</footer>\n"})
    assert shown_on(done, "<footer>satu</footer>") == pages
    done = again({PARTIAL: "<footer>dua!</footer>\n"})
    assert shown_on(done, "<footer>dua!</footer>") == pages
    assert shown_on(done, "satu</footer>") == set()
    assert shown_on(again({PARTIAL: None}), "dua!</footer>") == set()


def test_an_include_of_an_include_counts_too(again: Again) -> None:  # J7
    again({PARTIAL: "{% include 'partials/jam.html' %}", "layouts/partials/jam.html": "<footer>08.00</footer>"})
    assert shown_on(again({"layouts/partials/jam.html": "<footer>09.00</footer>"}), ">09.00<")


def test_contact_data_that_change_change_the_pages_that_show_them(again: Again) -> None:  # J7
    again({"site.yaml": f"{SITE_YAML}contact:\n  phone: 0800-0000-0001\n"})
    done = again({"site.yaml": f"{SITE_YAML}contact:\n  phone: 0800-0000-0002\n"})
    assert shown_on(done, "0800-0000-0001") == set()
    assert shown_on(done, "0800-0000-0002")
