"""The built sites and a browser, for every judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.judges.sites import EXAMPLE, HOUSE, SUBPATH, Site, built
from tests.judges.tools import browser


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
