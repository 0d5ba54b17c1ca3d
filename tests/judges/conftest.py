"""The built sites and a browser, for every judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.judges.sites import EXAMPLE, HOUSE, SUBPATH, Site, built, served
from tests.judges.tools import PHONE, browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    return {site.name: built(site, tmp_path_factory.mktemp(site.name)) for site in (HOUSE, EXAMPLE, SUBPATH)}


@pytest.fixture(params=["house", "example", "subpath"])
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[str(request.param)]


@pytest.fixture
def folders(sites: dict[str, Site]) -> list[Path]:
    return [site.folder for site in sites.values()]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser())
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def example(sites: dict[str, Site]) -> Iterator[str]:
    """Serve the example site; its URL."""
    with served(sites["example"]) as url:
        yield url


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """Open an empty page of a phone's size."""
    page = chromium.new_page(viewport=PHONE, locale="id-ID")
    yield page
    page.close()
