"""docs/nginx.conf and docs/apache.conf, each run by its server: the headers they send, and search under them."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.judges.sites import ROOT, Site
from tests.judges.tools import program
from warta.render.hostfiles import HEADERS
from warta.render.policy import directives_of, site_policy, written

APACHE_MODULES = Path("/usr/lib/apache2/modules")
ADDRESSES = ("", "cari/", "cari/?q=apel", "feed.xml", "berita/panen-raya/", "tak/ada/")


def strict(address: str) -> str:
    """The policy of a host that can tell the search page from others."""
    kept = {name: value for name, value in directives_of(site_policy()).items() if not name.startswith("script-src")}
    wasm = " 'wasm-unsafe-eval'" if address.startswith("cari/") else ""
    return f"default-src 'none'; script-src 'self'{wasm}; {written(kept)}"


@contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    """Run a server in the foreground until this is left; yields its URL."""
    with subprocess.Popen(command) as process:
        try:
            for _ in range(200):
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                assert process.poll() is None
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def nginx(folder: Path, port: int) -> list[str]:
    """Write the configuration, let nginx judge it, and return how to run it."""
    user = "user root;" if os.getuid() == 0 else ""
    temporary = "".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    types = "types { text/html html; text/css css; text/javascript js; application/wasm wasm; text/xml xml; }"
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{ }}\n"
        f"http {{ {types} access_log off; {temporary}\n"
        f"server {{ listen 127.0.0.1:{port}; root {folder}/site; error_page 404 /404.html;\n"
        f"include {ROOT}/docs/nginx.conf; }} }}\n",
        encoding="utf-8",
    )
    command = [program("nginx", "/usr/sbin/nginx"), "-e", "stderr", "-p", str(folder), "-c", f"{folder}/nginx.conf"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    return command


def apache(folder: Path, port: int) -> list[str]:
    """As `nginx`, with the file as an .htaccess, which may say less than the host's own configuration."""
    server = program("apache2", "/usr/sbin/apache2")
    loaded = "".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "dir", "headers", "mime")
    )
    shutil.copy(ROOT / "docs/apache.conf", folder / "site/.htaccess")
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName contoh\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"ErrorLog /dev/stderr\n{loaded}User www-data\nGroup www-data\nTypesConfig {folder}/types\n"
        f"DocumentRoot {folder}/site\nErrorDocument 404 /404.html\n"
        f"<Directory {folder}/site>\nAllowOverride FileInfo\n</Directory>\n",
        encoding="utf-8",
    )
    (folder / "types").write_text("text/html html\ntext/css css\ntext/javascript js\napplication/wasm wasm\n", "utf-8")
    command = [server, "-f", f"{folder}/apache.conf"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    return [*command, "-DFOREGROUND"]


@pytest.fixture
def folder(tmp_path: Path, sites: dict[str, Site]) -> Path:
    """A folder with a copy of the example site that a server may read under another user's name."""
    shutil.copytree(sites["example"].folder, tmp_path / "site")
    for each in (tmp_path, *tmp_path.parents):
        if each.stat().st_uid == os.getuid():
            each.chmod(each.stat().st_mode | 0o055)
    return tmp_path


@pytest.mark.parametrize("configured", [nginx, apache])
def test_docs_tell_a_host_the_right_headers_and_search_works_there(
    configured: Callable[[Path, int], list[str]], phone: Page, folder: Path
) -> None:
    said, port = list[str](), free_port()
    phone.on("console", lambda message: said.append(message.text))
    with running(configured(folder, port), port) as url:
        for address in ADDRESSES:
            answer = phone.request.get(url + address)
            sent = {each["name"]: each["value"] for each in answer.headers_array}
            wanted = {**HEADERS, "Content-Security-Policy": strict(address)}
            assert {name: sent.get(name) for name in HEADERS} == wanted, address
            assert answer.status == (404 if address == "tak/ada/" else 200)
        phone.goto(f"{url}berita/panen-raya/", wait_until="networkidle")
        phone.goto(f"{url}cari/?q=remisi", wait_until="networkidle")
        phone.locator("#_hasil h2").first.wait_for()
        assert said == []
