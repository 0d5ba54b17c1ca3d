"""HTML, CSS and SVG before their judges: the Nu checker, and a parser that forgives nothing."""

import subprocess
from pathlib import Path

import html5lib
import pytest

from tests.judges.sites import Site
from tests.judges.tools import VNU, MissingJudge, program

UNKNOWN = r".*Property .animation-timeline. doesn't exist\.|.* Content Security Policy \(meta tag\): .*"
"""What this version of the Nu checker does not know: a property (CSS Animations Level 2), and that a file's `'self'` is
its host to be and JSON-LD no script. `test_policy.py` has Chromium judge the policy."""


def errors_in(page: Path) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(page.read_bytes().decode("utf-8"))
    return [f"{page}: {place}: {code}" for place, code, _ in parser.errors]


def test_the_nu_checker_says_nothing_about_any_page_style_sheet_or_drawing(folders: list[Path]) -> None:
    if not VNU.exists():
        raise MissingJudge(f"{VNU} is not installed: run `make test` or tests/judges/install.sh")
    command = [program("java"), "-jar", str(VNU), "--Werror", "--skip-non-html", "--also-check-css"]
    command += ["--also-check-svg", "--filterpattern", UNKNOWN, "--stdout", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_page_is_parsed_without_an_error(site: Site) -> None:
    assert site.pages
    assert [error for page in site.pages for error in errors_in(page)] == []


@pytest.mark.parametrize("text", ["<p>no doctype</p>", "<!DOCTYPE html><title>x</title><p><b>open</p>"])
def test_the_strict_parser_is_awake(tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    assert errors_in(page)
