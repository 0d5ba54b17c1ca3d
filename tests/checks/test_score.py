"""The checks on real printed expressions, and on slips made of them: `python tests/newsroom/score.py` prints these."""

import pytest

from tests.newsroom import score

NOT_READ = {"HBD ke- 60 2024", "Hari Pemasyarakatan ... usianya yang ke-58 tahun", "HUT ke-80"}
"""Numbers whose feast is not named beside them: a slip of the pen, words between, no name at all."""


@pytest.fixture(scope="module")
def scores() -> dict[str, score.Score]:
    return score.scores()


def test_no_real_expression_gives_a_false_alarm_and_no_wrong_one_is_missed(scores: dict[str, score.Score]) -> None:
    for name, each in scores.items():
        assert (each.faults[score.FALSE], each.faults[score.MISSED]) == ([], []), name
    assert [each.judged for each in scores.values()] == [215, 42, 1000, 74, 355]


def test_every_form_of_a_date_is_read_to_its_last_letter(scores: dict[str, score.Score]) -> None:
    assert [name for name, each in scores.items() if each.faults[score.UNREAD] and "dates" in name] == []
    assert set(scores["real anniversaries"].faults[score.UNREAD]) == NOT_READ
