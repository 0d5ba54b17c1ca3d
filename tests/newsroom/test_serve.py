"""The preview: what it shows, what it says, and whom it answers."""

import html
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.desk import drawn
from tests.newsroom.preview import Desk, ask, desk, running
from tests.sites import NOW, ROOT, SITE_YAML, post, write
from warta.newsroom.serve_command import Studio
from warta.newsroom.watching import matters, watching
from warta.opening import Request

APEL = "content/berita/2026-03-02-apel.md"
FILES: dict[str, str | bytes] = {
    APEL: post(body="Apel berlangsung tertib.\n\n![Barisan](/media/barisan.jpg)"),
    "content/berita/2026-03-03-takjil.md": post("draf: true", title="Takjil", date="2026-03-03"),
    "content/berita/2099-01-05-kapsul.md": post(title="Kapsul Waktu", date="2099-01-05 08:00"),
    "content/halaman/kontak.md": "---\ntitle: Kontak\n---\nTelepon.\n",
    "content/media/barisan.jpg": drawn(1),
}
BROKEN = "---\ntitle: Apel <b>Pagi</b>\ndate: 30 Februari 2026\n---\nIsi <script>alert(1)</script>.\n"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Desk]:
    with desk(write(tmp_path, FILES)) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A preview that nothing is saved in."""
    with desk(write(tmp_path_factory.mktemp("situs"), FILES)) as opened:
        yield opened


def panel(text: str) -> str:
    """The panel's own text, and its marks, unescaped."""
    (inside,) = re.findall(r'<template shadowrootmode="open">(.*?)</template>', text, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", inside, flags=re.DOTALL)))


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/berita/apel/", 200, "text/html; charset=utf-8"),
        ("/berita/apel/?dari=wa", 200, "text/html; charset=utf-8"),
        ("/berita/apel/index.html", 200, "text/html; charset=utf-8"),
        ("/feed.xml", 200, "application/xml; charset=utf-8"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/media/barisan.jpg", 200, "image/jpeg"),
        ("/berita/tidak-ada/", 404, "text/html; charset=utf-8"),
        ("/Berita/apel/", 404, "text/html; charset=utf-8"),
        ("/tidak-ada.jpg", 404, "text/html; charset=utf-8"),
    ],
)
def test_addresses_are_answered_as_a_host_does(shared: Desk, path: str, status: int, kind: str) -> None:
    answer = shared.get(path)
    assert (answer.status, answer.headers["content-type"]) == (status, kind)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_style_sheet_comes_as_css(shared: Desk) -> None:
    (address,) = re.findall(r'rel="stylesheet" href="([^"]+)"', shared.get("/").text)
    assert shared.get(address).headers["content-type"] == "text/css; charset=utf-8"


def test_a_lost_reader_gets_the_sites_own_page(shared: Desk) -> None:
    assert "Halaman tidak ditemukan" in shared.get("/berita/tidak-ada/").text


def test_an_address_without_its_closing_slash_leads_on(shared: Desk) -> None:
    answer = shared.get("/berita/apel")
    assert (answer.status, answer.headers["location"]) == (301, "/berita/apel/")


@pytest.mark.parametrize("path", ["/", "/media/barisan.jpg", "/berita/tidak-ada/", "/_warta/kabar?page=index.html"])
def test_head_says_the_same_without_a_body(shared: Desk, path: str) -> None:
    head = shared.get(path, "HEAD")
    assert head.data == b""
    if "_warta" not in path:
        whole = shared.get(path)
        assert (head.status, head.headers["content-length"]) == (whole.status, str(len(whole.data)))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_is_answered(shared: Desk, method: str) -> None:
    assert shared.get("/", method).status == 501


@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1.nip.io:{}", "[::1]:{}"])
@pytest.mark.parametrize("path", ["/", "/berita/takjil/", "/_warta/kabar?page=index.html"])
def test_a_page_that_gives_its_own_name_to_this_machine_is_refused(shared: Desk, host: str, path: str) -> None:
    answer = shared.get(path, host=host.format(shared.port))
    assert (answer.status, b"Takjil" in answer.data) == (403, False)


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}", "LOCALHOST:{}"])
def test_this_machines_own_names_are_answered(shared: Desk, host: str) -> None:
    assert shared.get("/", host=host.format(shared.port)).status == 200


def test_nobody_else_can_connect(shared: Desk) -> None:
    with socket.socket() as other:
        other.settimeout(1)
        assert other.connect_ex(("127.0.0.2", shared.port)) != 0


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml",
        "/../../site.yaml",
        "/%2e%2e/%2e%2e/site.yaml",
        "/..%2f..%2fsite.yaml",
        "/..%5c..%5csite.yaml",
        "/berita/../../../site.yaml",
        "//etc/passwd",
        "/etc/passwd",
        "/berita/apel/%00",
        "/berita/apel/index.html/",
        "/../warta.db",
        "http://127.0.0.1/../site.yaml",
        "/%ff%fe",
        "http://[x",
        "//[x]/",
    ],
)
def test_no_path_leads_out_of_what_was_published(shared: Desk, path: str) -> None:
    answer = shared.get(path)
    assert answer.status == 404
    assert b"base_url" not in answer.data
    assert b"root:" not in answer.data


def test_a_link_in_the_place_of_a_file_or_folder_is_refused(preview: Desk) -> None:
    output, secret = preview.source / ".warta/pratinjau", preview.source / "site.yaml"
    (output / "robots.txt").unlink()
    (output / "robots.txt").symlink_to(secret)
    (output / "media").rename(output / "asli")
    (output / "media").symlink_to(output / "asli")
    assert preview.get("/robots.txt").status == 404
    assert preview.get("/media/barisan.jpg").status == 404


def test_the_path_of_base_url_is_kept(tmp_path: Path) -> None:
    settings = SITE_YAML.replace("example/", "example/situs/berita/")
    with desk(write(tmp_path, {**FILES, "site.yaml": settings})) as preview:
        home = preview.get("/")
        assert (home.status, home.headers["location"]) == (301, "/situs/berita/")
        assert preview.get("/situs/berita/berita/apel/").status == 200
        assert preview.get("/berita/apel/").status == 404
        assert 'href="/situs/berita/berita/apel/"' in preview.get("/situs/berita/").text


def test_a_new_path_in_base_url_is_in_every_link_after_the_save(preview: Desk) -> None:
    assert 'href="/"' in preview.get("/berita/apel/").text
    preview.save("site.yaml", SITE_YAML.replace("example/", "example/situs/"))
    links = re.findall(r'(?:href|src)="(/[^"]*)"', preview.get("/situs/berita/apel/").text)
    assert links
    assert [link for link in links if not link.startswith("/situs/")] == []


@pytest.mark.parametrize(
    ("address", "badge"),
    [
        ("/berita/takjil/", "Konsep: belum terbit"),
        ("/berita/kapsul/", "Terjadwal: terbit 2099-01-05 08:00 +0800"),
        ("/berita/apel/", ""),
        ("/kontak/", ""),
    ],
)
def test_what_waits_is_shown_with_a_badge(shared: Desk, address: str, badge: str) -> None:
    answer = shared.get(address)
    assert answer.status == 200
    assert (badge or "belum terbit") in panel(answer.text) if badge else "belum terbit" not in panel(answer.text)


def test_what_waits_for_approval_is_shown_with_a_badge(tmp_path: Path) -> None:
    with desk(write(tmp_path, {**FILES, "site.yaml": f"{SITE_YAML}approval: required\n"})) as preview:
        assert "Belum disetujui: belum terbit" in panel(preview.get("/berita/apel/").text)


def test_lists_mark_the_links_to_what_waits(shared: Desk) -> None:
    home = html.unescape(shared.get("/").text).replace('\\"', '"')
    assert 'main a[href="/berita/takjil/"]::before{content:"konsep"' in home
    assert 'main a[href="/berita/kapsul/"]::before{content:"terjadwal"' in home
    assert 'a[href="/berita/apel/"]::before' not in home


def test_no_file_holds_anything_of_the_preview(shared: Desk) -> None:
    stored = (shared.source / ".warta/pratinjau/berita/takjil/index.html").read_bytes()
    assert b"_warta" not in stored
    assert shared.get("/berita/takjil/").page == stored
    assert not (shared.source / "public").exists()


def test_a_pages_problems_stand_on_it_with_line_and_remedy_and_on_others_folded(preview: Desk) -> None:
    preview.save(APEL, post("tags: Ramadhan, HBP"))
    mine, other = panel(preview.get("/berita/apel/").text), panel(preview.get("/kontak/").text)
    assert f"{APEL}:4:7: peringatan F113" in mine
    assert "→ Tulis begini: tags: [Ramadhan, HBP]" in mine
    assert "Perlu diperiksa di sini: 1" in mine
    assert "Di halaman lain:" in other
    assert "Perlu diperiksa" not in other


@pytest.mark.parametrize("target", ["2026-03-03-takjil.md", "/berita/takjil/", "../kapsul/"])
def test_a_link_that_works_in_the_preview_alone_is_told(preview: Desk, target: str) -> None:
    preview.save(APEL, post(body=f"Lihat [berikut]({target})."))
    told = panel(preview.get("/berita/apel/").text)
    assert f"{APEL}:6:17: peringatan T104" in told
    preview.save("content/berita/2026-03-03-takjil.md", post(title="Takjil", date="2026-03-03"))
    preview.save("content/berita/2099-01-05-kapsul.md", post(title="Kapsul Waktu", date="2026-01-05"))
    assert "T104" not in panel(preview.get("/berita/apel/").text)


def test_what_waits_may_name_what_waits(preview: Desk) -> None:
    preview.save("content/berita/2026-03-03-takjil.md", post("draf: true", body="[Kapsul](2099-01-05-kapsul.md)"))
    assert "T104" not in panel(preview.get("/berita/takjil/").text)


def test_a_broken_save_keeps_the_last_good_page_and_is_told_on_every_page(preview: Desk) -> None:
    before = {path: preview.get(path).page for path in ("/", "/berita/apel/", "/kontak/", "/feed.xml")}
    preview.save(APEL, BROKEN)
    assert {path: preview.get(path).page for path in before} == before
    for path in ("/", "/berita/apel/", "/kontak/", "/berita/tidak-ada/"):
        told = panel(preview.get(path).text)
        assert "Perubahan terakhir belum tampil" in told
        assert f"{APEL}:3:7: galat F103" in told
    preview.save(APEL, post(body="Apel ditutup dengan doa."))
    assert "ditutup dengan doa" in preview.get("/berita/apel/").text
    assert "belum tampil" not in preview.get("/berita/apel/").text


def test_words_of_content_in_the_panel_are_escaped(preview: Desk) -> None:
    preview.save(APEL, BROKEN.replace("30 Februari 2026", "</template></div><script>alert(1)</script> \u202e"))
    text = preview.get("/kontak/").text
    assert "<script>alert" not in text
    assert "&lt;/template&gt;&lt;/div&gt;&lt;script&gt;alert(1)" in text
    assert text.count("</template>") == 1


def test_a_site_that_never_built_says_why_and_comes_when_it_is_mended(tmp_path: Path) -> None:
    with desk(write(tmp_path, {**FILES, APEL: BROKEN})) as preview:
        answer = preview.get("/")
        assert answer.status == 503
        assert "galat F103" in panel(answer.text)
        preview.save(APEL, FILES[APEL])
        assert preview.get("/").status == 200


def test_what_the_last_preview_showed_is_there_until_the_first_build_succeeds(tmp_path: Path) -> None:
    source = write(tmp_path, FILES)
    with desk(source) as preview:
        page = preview.get("/berita/apel/").page
    write(source, {APEL: BROKEN})
    with desk(source) as preview:
        assert preview.get("/berita/apel/").page == page
        assert "galat F103" in panel(preview.get("/berita/apel/").text)


def test_settings_that_cannot_be_read_break_nothing(preview: Desk) -> None:
    preview.save("site.yaml", "name: [")
    assert preview.get("/berita/apel/").status == 200
    assert "belum tampil" in panel(preview.get("/").text)
    preview.save("site.yaml", SITE_YAML)
    assert "belum tampil" not in preview.get("/").text


def test_a_fault_of_ours_is_told_and_the_next_save_tries_again(
    preview: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("warta.newsroom.serve_command.build", lambda _: 1 / 0)
        preview.build()
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert "Warta sendiri gagal" in panel(preview.get("/berita/apel/").text)
    preview.build()
    assert "Warta sendiri" not in preview.get("/berita/apel/").text


def test_a_scheduled_post_becomes_due_without_a_save(tmp_path: Path) -> None:
    source = write(tmp_path, {APEL: post(date="2026-11-24 13:00")})
    cache = source / ".warta"
    request = Request(source, cache / "pratinjau", NOW, preview=True, cache=cache, jobs=1)
    studio = Studio(request, lambda _: None)
    assert [page.reason for page in studio.build().waiting] == ["scheduled"]
    due = [studio.is_due]
    studio._started -= timedelta(hours=1, minutes=1).total_seconds()
    assert [*due, studio.is_due] == [False, True]
    assert studio.build().waiting == ()


@pytest.mark.parametrize(
    "name",
    "~$apel.docx .~lock.apel.md# apel.md~ .apel.md.swp #apel.md# 4913 apel.md.tmp .DS_Store Thumbs.db .git/x".split(),
)
def test_what_editors_and_systems_leave_is_no_change(tmp_path: Path, name: str) -> None:
    root = tmp_path / "content"
    assert not matters(root / "berita" / name, (root,), tmp_path / ".warta")


@pytest.mark.parametrize("name", ["berita/apel.md", "berita/kilat/foto 1.jpg", "berita", "tag/#1.md", "media/4913.jpg"])
def test_what_people_save_is_a_change(tmp_path: Path, name: str) -> None:
    root = tmp_path / "content"
    assert matters(root / name, (root,), tmp_path / ".warta")


def test_a_cache_among_the_content_is_no_change(tmp_path: Path) -> None:
    root = tmp_path / "content"
    assert not matters(root / "ingatan/pratinjau/index.html", (root,), root / "ingatan")


def test_where_the_system_tells_of_no_changes_that_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "OS file watch limit reached")

    def refuse(*_: object, **__: object) -> Iterator[None]:
        yield from map(fail, [1])

    monkeypatch.setattr("watchfiles.watch", refuse)
    with watching(write(tmp_path, FILES), tmp_path / ".warta") as watch:
        assert not watch.wait(0.3)
        assert watch.is_deaf


def test_ctrl_c_ends_it_at_once_and_quietly_and_its_port_is_free_again(tmp_path: Path) -> None:
    source = write(tmp_path, FILES)
    with running(source, "--port", "8350") as serve:
        line = socket.create_connection(("127.0.0.1", serve.port))  # an open page, which waits for news
        line.sendall(f"GET /_warta/kabar?page=index.html HTTP/1.1\r\nHost: 127.0.0.1:{serve.port}\r\n\r\n".encode())
        assert b"text/event-stream" in line.recv(4096)
        assert serve.interrupt() == (0, "")
        line.close()
        port = serve.port
    with running(source, "--port", str(port)) as again:
        assert again.port == port


def comes(port: int, path: str, text: str) -> bool:
    """Whether a page says so within ten seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if text in ask(port, path).text:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("cache", [".warta", "content/ingatan"])
def test_one_save_leads_to_one_build_and_that_to_none(tmp_path: Path, cache: str) -> None:
    source = write(tmp_path, FILES)
    with running(source, "--port", "8330", "--cache", str(source / cache)) as serve:
        time.sleep(1)
        line = socket.create_connection(("127.0.0.1", serve.port), timeout=2)
        line.sendall(f"GET /_warta/kabar?page=index.html HTTP/1.1\r\nHost: 127.0.0.1:{serve.port}\r\n\r\n".encode())
        write(source, {APEL: post(body="Sekali simpan.")})
        heard = b""
        with suppress(TimeoutError):
            while True:
                heard += line.recv(65536)
        line.close()
        builds = heard.count(b"\n\n") - 1  # the first tells how things are
        assert 1 <= builds <= 5, (
            heard
        )  # a save may come in bursts, and both watches begin with one; a loop gives dozens
        assert serve.interrupt() == (0, "")


def test_a_build_does_without_what_only_the_preview_needs() -> None:
    code = "import sys; from warta.newsroom import serve_command; print(sys.modules.keys() & {'watchfiles', 'anyio'})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_port_that_is_taken_is_left_for_the_next_one(tmp_path: Path) -> None:
    source = write(tmp_path, FILES)
    with running(source, "--port", "8370") as first, running(source, "--port", "8370") as second:
        assert second.port == first.port + 1
        assert ask(second.port, "/berita/apel/").status == 200
        for number in range(5):
            write(source, {APEL: post(body=f"Apel ke-{number}.")})
            for serve in (first, second):
                assert comes(serve.port, "/berita/apel/", f"Apel ke-{number}."), (number, serve)
                assert "belum tampil" not in ask(serve.port, "/").text
        assert (second.interrupt(), first.interrupt()) == ((0, ""), (0, ""))


def test_a_photo_that_changes_under_its_address_renews_the_page(preview: Desk) -> None:
    known = re.findall(r'data-known="([^"]+)"', preview.get("/berita/apel/").text)
    preview.save("content/media/barisan.jpg", drawn(2))
    assert re.findall(r'data-known="([^"]+)"', preview.get("/berita/apel/").text) != known


def test_the_news_can_be_asked_of_any_page_of_any_name(shared: Desk) -> None:
    with socket.create_connection(("127.0.0.1", shared.port), timeout=10) as line:
        page = quote("../../site.yaml\n\n")
        head = f"Host: 127.0.0.1:{shared.port}"
        line.sendall(f"GET /_warta/kabar?page={page} HTTP/1.1\r\n{head}\r\n\r\n".encode())
        said = b""
        while b"\n\n" not in said.partition(b"\r\n\r\n")[2]:
            said += line.recv(65536)
    assert b"base_url" not in said
    assert b'"tag"' in said
