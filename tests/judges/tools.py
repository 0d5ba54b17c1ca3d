"""Where the outside judges are; one that is missing fails the test that asks for it, never skips it."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
"""Pixels of a cheap phone's screen."""

BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")

MODULES = Path(__file__).parent / "node_modules"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
AXE = MODULES / "axe-core/axe.min.js"
LIGHTHOUSE = MODULES / ".bin/lighthouse"
SCHEMA_ORG = MODULES / "schema-dts/dist/schema.d.ts"
SDTT = MODULES / "structured-data-testing-tool/bin/cli.js"
SITEMAP_XSD = MODULES / "sitemap/schema/sitemap.xsd"


class MissingJudge(Exception):
    """A judge is not installed; the text says how to get it."""


SYSTEM = "/usr/sbin:/usr/local/sbin"
"""Where servers are installed, which need not be on a user's PATH."""


def program(*names: str) -> str:
    """Return the path of the first of these programs found, in this Python's environment, on PATH or among servers."""
    here = str(Path(sys.executable).parent)
    for name in names:
        if found := shutil.which(name, path=here) or shutil.which(name) or shutil.which(name, path=SYSTEM):
            return found
    raise MissingJudge(f"none of {', '.join(names)} is installed: run `make test` or tests/judges/install.sh")


def browser() -> str:
    return program(*BROWSERS)


def restyle(page: Page, css: str) -> None:
    """Lay these rules over a page's own, as a reader's browser may: its policy lets no `<style>` in."""
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }",
        css,
    )
