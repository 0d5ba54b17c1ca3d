"""Windows refuses to replace or delete a file while a virus scanner, an indexer or a browser has it open: tried again.

Such a hold ends within milliseconds as a rule. Other systems refuse nothing of the kind, and there nothing waits.
"""

from collections.abc import Callable
from time import sleep
from typing import TypeVar

T = TypeVar("T")

WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the tries."""

HELD = {5, 32, 33}
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (Microsoft, "System Error Codes")."""


def patiently(act: Callable[[], T]) -> T:
    """What `act` returns, tried for 2.5 seconds while Windows says that somebody holds the file. Raises OSError."""
    for wait in WAITS:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
        sleep(wait)
    return act()
