"""How much hypothesis tries: little and always the same by default, much and at random where WARTA_TESTS asks for it.

WARTA_TESTS=thorough .venv/bin/python -m pytest tests/read
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from warta import settingsparts
from warta.render import pixels
from warta.settings import ON_AT_FIRST

# A slow machine is no fault of ours, and a failing run prints what it needs to be repeated.
settings.register_profile(
    "quick",
    deadline=None,
    derandomize=True,
    max_examples=60,
    print_blob=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("quick"), derandomize=False, max_examples=3_000)
settings.load_profile("thorough" if os.environ.get("WARTA_TESTS") == "thorough" else "quick")

_reads_heic = pixels.reads_heic


@pytest.fixture(autouse=True, scope="session")
def _no_extras() -> Iterator[None]:
    """Let Warta find no optional package, as most installations have none; a test asks for one by its fixture."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pixels, "reads_heic", lambda: False)
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_search() -> Iterator[None]:
    """Let no site have a search index (50 ms) but those whose `features` switch it on."""
    kept = tuple(name for name in ON_AT_FIRST if name != "search")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settingsparts, "ON_AT_FIRST", kept)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The kills first, a minute long: begun last they would keep one worker after all others have ended."""
    items.sort(key=lambda item: "test_kills" not in item.nodeid)


@pytest.fixture
def heic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Warta find the extra `heic`."""
    pytest.importorskip("pillow_heif")
    monkeypatch.setattr(pixels, "reads_heic", _reads_heic)
