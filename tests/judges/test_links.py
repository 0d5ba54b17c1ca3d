"""Every link, photo and fragment of every page, of the feed and of the sitemap leads somewhere (lychee, offline)."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.judges.sites import Site
from tests.judges.tools import program

ELSEWHERE = (
    "mailto:",
    "tel:",
    "https://wa.me/",
    "https://www.facebook.com/sharer/",
    "https://x.com/intent/",
    "https://www.lapor.go.id/",
    "https://www.instagram.com/",
    "https://www.youtube.com/",
)
"""What pages may name outside the site: numbers, sharing, and the accounts and services in site.yaml."""


def judged(site: Site) -> dict[str, Any]:
    """Return what lychee says of a site; addresses at its base URL are looked up in its folder."""
    folder = site.folder.as_uri()
    root = site.folder if site.path == "/" else site.folder.parent
    command = [program("lychee"), "--offline", "--include-fragments", "--no-progress", "--format", "json"]
    command += ["--root-dir", str(root), "--index-files", "index.html"]
    command += ["--remap", f"^{site.base_url}(.*)$ {folder}/$1"]
    command += [str(site.folder / "feed.xml"), str(site.folder / "sitemap.xml"), f"{site.folder}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert done.stdout, done.stderr
    verdict: dict[str, Any] = json.loads(done.stdout)
    return verdict


def outside(verdict: dict[str, Any]) -> set[str]:
    """Return the addresses that were not looked up."""
    return {each["url"] for found in verdict["excluded_map"].values() for each in found}


def test_no_link_of_a_site_is_broken(site: Site) -> None:
    verdict = judged(site)
    assert verdict["successful"] > len(site.pages)
    assert (verdict["error_map"], verdict["timeout_map"]) == ({}, {})
    assert [url for url in outside(verdict) if not url.startswith(ELSEWHERE)] == []


def test_the_judge_of_links_is_awake(sites: dict[str, Site], tmp_path: Path) -> None:
    good = sites["house"]
    copy = Site("copy", tmp_path / "copy", good.base_url)
    shutil.copytree(good.folder, copy.folder)
    links = ["/berita/tidak-ada/", f"{good.base_url}tag/tidak-ada/", "/profil/#tidak-ada"]
    anchors = "".join(f'<a href="{link}">x</a>' for link in links)
    (copy.folder / "extra.html").write_text(f'{anchors}<img src="/media/tidak-ada.jpg" alt="">', encoding="utf-8")
    verdict = judged(copy)
    assert [len(found) for found in verdict["error_map"].values()] == [4]


def test_every_address_of_a_sub_path_build_begins_with_its_path(sites: dict[str, Site]) -> None:
    site = sites["subpath"]
    texts: dict[Path, str] = {page: page.read_text(encoding="utf-8") for page in site.pages}
    for attribute in ("href", "src"):
        assert [page for page, text in texts.items() if f'{attribute}="/' in text.replace(f'"{site.path}', '"')] == []
