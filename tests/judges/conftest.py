"""The built sites, for every judge."""

from pathlib import Path

import pytest

from tests.judges.sites import EXAMPLE, HOUSE, SUBPATH, Site, built


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    return {site.name: built(site, tmp_path_factory.mktemp(site.name)) for site in (HOUSE, EXAMPLE, SUBPATH)}


@pytest.fixture(params=["house", "example", "subpath"])
def site(request: pytest.FixtureRequest, sites: dict[str, Site]) -> Site:
    return sites[str(request.param)]


@pytest.fixture
def folders(sites: dict[str, Site]) -> list[Path]:
    return [site.folder for site in sites.values()]
