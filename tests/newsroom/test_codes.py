"""Every code of imports and new posts is met in a test of them."""

from pathlib import Path

from warta.codes import Code

TESTS = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_[inw]*.py"))


def test_every_code_of_the_importers_is_met_in_a_test() -> None:
    codes = [code for code in Code if code.startswith("I")]
    assert [code for code in codes if code.name not in TESTS and code.value not in TESTS] == []
