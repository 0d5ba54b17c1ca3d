"""A hundred planted faults: every one is found, and nothing else is told."""

from tests.checks import planted
from warta.codes import Code


def test_every_planted_fault_is_found_and_none_is_invented() -> None:
    score = planted.score()
    assert (score.missed, score.invented) == ((), ())
    assert score.found == score.planted >= 100


def test_every_code_of_words_is_planted() -> None:
    codes = {str(code) for code in Code if code[:2] in {"K3", "K4", "K5", "K6"}}
    # K503 is told of a post in which something is missing.
    assert codes - {"K503"} == {*planted.BODY, *planted.HEAD, *planted.TAGS}
