"""How much hypothesis tries: little and always the same by default, much and at random where WARTA_TESTS asks for it.

WARTA_TESTS=thorough .venv/bin/python -m pytest tests/read
"""

import os

from hypothesis import HealthCheck, settings

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
