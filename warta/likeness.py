"""Which of the known words was meant by one that is not known."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The known word most like the one given; "" if none is. `cutoff` as `difflib.get_close_matches` has it."""
    from difflib import get_close_matches  # 5 ms that a build in which all is known does not spend

    return "".join(get_close_matches(word, list(known), n=1, cutoff=cutoff))
