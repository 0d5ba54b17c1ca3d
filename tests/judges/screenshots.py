"""Screenshots of the example site for README, into docs/. Run: python tests/judges/screenshots.py

They show the fonts of the machine: those in the repository were taken with Roboto, the font of Android phones
(Debian: fonts-roboto-unhinted).
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.judges.sites import EXAMPLE, built, served  # noqa: E402 - run as a script, it must first find them
from tests.judges.tools import browser  # noqa: E402

DOCS = ROOT / "docs"
PAGES = {
    "home": "",
    "article": "berita/pemeriksaan-kesehatan-keluarga/",
    "tag": "tag/ramadhan/",
    "404": "404.html",
}
SCREENS = {"360-light": (360, 740, False), "360-dark": (360, 740, True), "1280": (1280, 860, False)}
"""Width, height, whether dark."""
COLOURS = 96


def shot(chromium: Browser, url: str, screen: str) -> Image.Image:
    width, height, is_dark = SCREENS[screen]
    scheme: Any = "dark" if is_dark else "light"
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(url, wait_until="networkidle")
    picture = Image.open(BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB").quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)


def main() -> None:
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser())
        with served(built(EXAMPLE, Path(folder))) as base:
            for name, address in PAGES.items():
                for screen in SCREENS:
                    target = DOCS / f"{name}-{screen}.png"
                    shot(chromium, base + address, screen).save(target, optimize=True)
                    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
        chromium.close()


if __name__ == "__main__":
    main()
