"""A logo that cannot be drawn with what there is of time, memory and depth is refused, and the build goes on."""

import pytest

from warta.arrange.picturedata import IconView
from warta.problems import Problem
from warta.render import vector
from warta.render.icons import icons

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="9" height="9"/>'


def drawing(inside: str) -> bytes:
    return f'<svg {NAMESPACE} viewBox="0 0 100 100">{inside}</svg>'.encode()


def nested(name: str, attribute: str) -> bytes:
    """Return a drawing each of whose twenty patterns, masks or clips uses the next one twice: a million in all."""
    use = f'<rect width="90" height="90" {attribute}="url(#p{{}})"/>'
    parts = [f'<{name} id="p{at}" width="1" height="1">{use.format(at + 1) * 2}' for at in range(20)]
    last = f'<{name} id="p20" width="1" height="1">{SQUARE}</{name}>'
    return drawing(f"</{name}>".join([*parts, last]) + f'<rect width="99" height="99" {attribute}="url(#p0)"/>')


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(drawing("<g>" * 900 + SQUARE + "</g>" * 900), id="groups-in-groups"),
        pytest.param(nested("pattern", "fill"), id="patterns-in-patterns"),
        pytest.param(nested("mask", "mask"), id="masks-in-masks"),
        pytest.param(nested("clipPath", "clip-path"), id="clips-in-clips"),
        pytest.param(
            drawing(
                '<pattern id="p" width="100000" height="100000" patternUnits="userSpaceOnUse">'
                f'{SQUARE}</pattern><rect width="99" height="99" fill="url(#p)"/>'
            ),
            id="a-pattern-of-a-mile",
        ),
        pytest.param(
            drawing(f'<path d="M0 0{"a1e9 1e9 0 1 1 5 5" * 500}" stroke="#000" stroke-width="1e9"/>'), id="long-arcs"
        ),
    ],
)
def test_a_drawing_that_would_never_end_or_crash_is_a_problem(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector, "SECONDS", 1)
    found = icons("logo.svg", data, [IconView("logo.svg", "x", "icon", 192)])
    assert isinstance(found, Problem)
    assert found.code.name == "LOGO_TOO_COSTLY"


def test_a_coat_of_arms_with_a_thousand_paths_is_drawn() -> None:
    paths = "".join(f'<path d="M{at % 90} {at % 70}h9v9z" fill="#036"/>' for at in range(1_000))
    assert isinstance(icons("logo.svg", drawing(paths), [IconView("logo.svg", "x", "icon", 192)]), list)
