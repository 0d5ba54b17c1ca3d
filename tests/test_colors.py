"""Colours: the values of WCAG's own examples, and an accent that stays readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.colors import READABLE, contrast, lightened, parse_color, readable_on_white

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def of(one: str, other: str) -> float:
    first, second = parse_color(one), parse_color(other)
    assert first is not None
    assert second is not None
    return contrast(first, second)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(of(one, other), 2) == ratio
    assert of(one, other) == of(other, one)


@pytest.mark.parametrize(
    ("text", "readable"), [("#9a3412", True), ("#777777", False), ("#ffcc00", False), ("navy", False)]
)
def test_what_is_too_light_for_white_is_known(text: str, readable: bool) -> None:  # noqa: FBT001
    assert readable_on_white(text) is readable


@pytest.mark.parametrize("text", ["", "#fff", "#12345g", "123456", "#1234567", "#١٢٣٤٥٦"])
def test_a_colour_is_written_in_one_way(text: str) -> None:
    assert parse_color(text) is None


@given(COLORS, st.sampled_from(["#000000", "#16202e", "#0f1722"]))
def test_any_colour_can_be_made_readable_on_a_dark_ground(color: str, ground: str) -> None:
    assert of(lightened(color, ground), ground) >= READABLE
