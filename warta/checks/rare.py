"""Patterns that few texts need: each is compiled by the first that does, so that a build does not wait for them."""

import re
from collections.abc import Callable
from functools import cache


def rare(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What gives the pattern, compiled when it is first asked for."""
    return cache(lambda: re.compile(pattern, flags))
