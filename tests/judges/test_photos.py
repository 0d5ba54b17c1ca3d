"""Twelve photos of a phone in real Chromium: their weight, that they stand upright, that no secret leaves with them."""

import gzip
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests import photofiles
from tests.judges.phonesite import ARTICLE, PHONE_SET, PHOTOS, lay_out
from tests.judges.sites import Site, built, served
from tests.judges.tools import PHONE

BEFORE_SCROLLING = 120_000
"""Bytes that a phone may load of an article with twelve photos until its reader scrolls."""


@pytest.fixture(scope="module")
def phone_set(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("phone")
    return built(PHONE_SET, folder, lay_out(folder))


@pytest.fixture(scope="module")
def url(phone_set: Site) -> Iterator[str]:
    with served(phone_set, compressed=True) as base:
        yield base + ARTICLE


@pytest.mark.parametrize("density", [1, 2, 3])
def test_before_scrolling_a_phone_loads_little_of_an_article_with_twelve_photos(
    density: int, chromium: Browser, url: str
) -> None:
    sent: dict[str, int] = {}

    def count(response: Response) -> None:
        body = response.body()
        is_text = "text" in response.headers["content-type"] or "svg" in response.headers["content-type"]
        sent[response.url] = len(gzip.compress(body, 6)) if is_text else len(body)

    page = chromium.new_page(viewport=PHONE, device_scale_factor=density, is_mobile=True)
    page.on("response", count)
    page.goto(url, wait_until="networkidle")
    page.close()
    print(density, sum(sent.values()), sent)
    assert sum(sent.values()) <= BEFORE_SCROLLING


def test_every_photo_is_shown_upright(chromium: Browser, url: str) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('img').forEach(each => each.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    tops = page.evaluate(
        """async () => Promise.all([...document.querySelectorAll('article img')].map(async each => {
            await each.decode();
            const canvas = Object.assign(document.createElement('canvas'), {width: 100, height: 100});
            const brush = canvas.getContext('2d');
            brush.drawImage(each, 0, 0, 100, 100);
            return [...brush.getImageData(50, 3, 1, 1).data].slice(0, 3);
        }))"""
    )
    page.close()
    assert len(tops) == PHOTOS
    for red, green, blue in tops:
        assert (red, green, blue) == pytest.approx((190, 30, 45), abs=25)


def test_nothing_that_the_phone_noted_is_anywhere_in_the_published_folder(phone_set: Site) -> None:
    for path in phone_set.folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not [each for each in (*photofiles.SECRETS, *photofiles.MARKS) if each in data], path


def test_exiftool_finds_nothing_but_what_every_picture_has(phone_set: Site) -> None:
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip("exiftool is not installed; the byte scan above needs none")
    command = [tool, "-r", "-s", "-G1", "-GPS:all", "-MakerNotes:all", "-XMP:all", "-IPTC:all", "-ExifIFD:all"]
    done = subprocess.run([*command, str(phone_set.folder)], capture_output=True, text=True, check=False, timeout=120)
    tags = [line for line in done.stdout.splitlines() if line.startswith("[")]
    assert tags == []
    assert Path(phone_set.folder / "media").is_dir()
