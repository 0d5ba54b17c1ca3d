"""Bad input beside the exact problems it must give. A new case is a new file in tests/broken, with its .toml.

NAME.md lies at `path` of a site; NAME/ holds several files of one. In both, `repeat` puts that many copies for a token,
`links` makes symbolic links, `without` leaves files out; `alone` keeps a case out of the site that has them all.
"""

import json
import re
import shutil
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import IO, Any

import pytest

from tests import sites
from warta import files, reporttext
from warta.codes import EDITORIAL, Code
from warta.messages import en, id, word  # noqa: A004 - the module is the language
from warta.problems import Problem

FOLDER = Path(__file__).parent / "broken"


@dataclass(frozen=True)
class Case:
    """A bad input: its files, and the problems it must give."""

    name: str
    about: dict[str, Any]

    @property
    def files(self) -> dict[str, bytes]:
        folder = FOLDER / self.name
        if folder.is_dir():
            found = sites.contents(folder)
        else:
            path = self.about["path"]
            found = {path: (FOLDER / f"{self.name}{Path(path).suffix}").read_bytes()}
        for token, (copy, count) in self.about.get("repeat", {}).items():
            found = {path: data.replace(token.encode(), copy.encode() * count) for path, data in found.items()}
        return found

    @property
    def links(self) -> dict[str, str]:
        links: dict[str, str] = self.about.get("links", {})
        return links

    @property
    def problems(self) -> list[dict[str, Any]]:
        return [{"path": self.about.get("path"), **each} for each in self.about["problems"]]

    def write(self, root: Path) -> None:
        sites.write(root, self.files)
        for path, target in self.links.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).symlink_to(target)
        for path in self.about.get("without", ()):
            (root / path).unlink()


CASES = [Case(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))]
TOGETHER = [case for case in CASES if not case.about.get("alone")]
NEVER_BY_CONTENT = {code for code in Code if code.startswith(("P", "I", "W"))}
BY_THE_SYSTEM = {Code.UNREADABLE, Code.PHOTO_FILE_TOO_LARGE}
"""Codes that no file can hold the cause of; each has a test below."""
BY_CHECK_ALONE = {Code.TAG_NEAR, Code.TAG_LONELY}
"""Codes that a build does not ask for; tests/checks/test_wholesite.py does."""


def place(problem: dict[str, Any] | Problem) -> tuple[object, ...]:
    if isinstance(problem, Problem):
        return problem.path, problem.line, problem.column, str(problem.code), str(problem.severity)
    return tuple(problem[key] for key in ("path", "line", "column", "code", "severity"))


@cache
def problems_of(name: str) -> tuple[Problem, ...]:
    with TemporaryDirectory() as folder:
        next(case for case in CASES if case.name == name).write(Path(folder))
        return sites.built(Path(folder)).report.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_input_gives_exactly_its_problems_in_words_that_help(case: Case) -> None:
    found = problems_of(case.name)
    assert sorted(map(place, found)) == sorted(map(place, case.problems))
    worded = {(place(each), word(each, "id")) for each in found}
    for expected in case.problems:
        near = [wording for at, wording in worded if at == place(expected)]
        fitting = [each for each in near if expected["message"] in each.message and expected["hint"] in each.hint]
        assert fitting, near


@pytest.mark.parametrize(
    "case", [case for case in CASES if "path" in case.about and "repeat" not in case.about], ids=lambda case: case.name
)
def test_the_line_to_paste_mends_what_it_is_shown_for(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    path = tmp_path / case.about["path"]
    for found in problems_of(case.name):
        lines = path.read_bytes().decode("utf-8", "surrogateescape").splitlines()
        pasted = re.search(r"[Tt]ulis begini: (.+)", word(found, "id").hint)
        if not pasted:
            continue
        said = dict(found.facts).get("text", "") if found.code in EDITORIAL else ""
        lines[found.line - 1] = lines[found.line - 1].replace(said, pasted[1]) if said else pasted[1]
        path.write_bytes("\n".join([*lines, ""]).encode("utf-8", "surrogateescape"))
        assert (found.code, found.line) not in {
            (each.code, each.line) for each in sites.built(tmp_path).report.problems
        }, pasted[1]


def test_all_bad_inputs_in_one_site_are_all_reported_in_one_run_and_nothing_is_published(tmp_path: Path) -> None:
    shutil.copytree(sites.EXAMPLE, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".warta", "public"))
    good = sites.run(tmp_path, "--format", "json")
    assert good.returncode == 0
    before = sites.digest(tmp_path / "public")
    settings = (tmp_path / "site.yaml").read_bytes()
    for case in TOGETHER:
        case.write(tmp_path)
    (tmp_path / "site.yaml").write_bytes(settings)

    done = sites.run(tmp_path, "--format", "json")

    found, known = ([json.loads(line) for line in each.stdout.splitlines()] for each in (done, good))
    expected = [*known, *(each for case in TOGETHER for each in case.problems)]
    assert sorted(map(place, found)) == sorted(map(place, expected))
    assert (done.returncode, done.stderr) == (1, "")
    assert sites.digest(tmp_path / "public") == before


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_still_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: str, mode: str, *, buffering: int) -> IO[Any]:
        if path.endswith("terkunci.md"):
            raise PermissionError(13, "Permission denied")
        return Path(path).open(mode, buffering)

    monkeypatch.setattr(files, "open", opened, raising=False)
    posts = {"content/berita/terkunci.md": sites.post(), "content/berita/rusak.md": "Tanpa kepala."}
    report = sites.site(tmp_path, posts).report
    assert [(each.path, each.code) for each in report.problems] == [
        ("content/berita/rusak.md", Code.NO_FRONT_MATTER),
        ("content/berita/terkunci.md", Code.UNREADABLE),
    ]
    assert "(tidak ada izin, atau sedang dipakai program lain)" in word(report.problems[1], "id").message


def test_a_file_of_a_hundred_gigabytes_is_named_and_never_read(tmp_path: Path) -> None:
    links = "![a](foto.jpg) [b](../panjang.md) [c](surat.pdf)"
    settings = f"{sites.SITE_YAML}files: [pdf]\nlogo: /media/logo.svg\n"
    root = sites.write(tmp_path, {"site.yaml": settings, "content/berita/a/index.md": sites.post(body=links)})
    for path in ("berita/a/foto.jpg", "berita/panjang.md", "berita/a/surat.pdf", "media/logo.svg", "media/lain.png"):
        (root / "content" / path).parent.mkdir(exist_ok=True)
        with (root / "content" / path).open("wb") as sparse:
            sparse.truncate(100_000_000_000)
    assert [(each.path, each.code) for each in sites.built(root).report.problems] == [
        ("content/berita/a/foto.jpg", Code.PHOTO_FILE_TOO_LARGE),
        ("content/berita/a/surat.pdf", Code.DOCUMENT_TOO_LARGE),
        ("content/berita/panjang.md", Code.FILE_TOO_LARGE),
        ("content/media/lain.png", Code.PHOTO_FILE_TOO_LARGE),
        ("content/media/logo.svg", Code.LOGO_TOO_COSTLY),
    ]


def test_every_code_that_content_settings_or_layouts_can_trigger_has_a_case() -> None:
    covered = {each["code"] for case in CASES for each in case.problems}
    assert {code.value for code in Code} - NEVER_BY_CONTENT - BY_THE_SYSTEM - BY_CHECK_ALONE == covered


def test_every_file_in_the_folder_belongs_to_a_case() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        name
        for case in CASES
        for name in (
            f"{case.name}.toml",
            f"{case.name}{Path(case.about['path']).suffix}" if "path" in case.about else case.name,
        )
    }


def fact_names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", Code, ids=lambda code: code.name)
def test_every_code_has_a_message_and_a_hint_in_both_languages_with_the_same_facts(code: Code) -> None:
    indonesian, english = id.PROBLEMS[code.name], en.PROBLEMS[code.name]
    assert all(text.strip() for text in (*indonesian, *english))
    assert [fact_names(text) for text in indonesian] == [fact_names(text) for text in english]


def test_no_text_is_left_for_a_code_that_is_gone() -> None:
    names = {code.name for code in Code}
    assert set(id.PROBLEMS) == set(en.PROBLEMS) == names


@pytest.mark.parametrize("name", ["NAMES", "WORDS"])
def test_the_short_words_are_the_same_in_both_languages(name: str) -> None:
    indonesian, english = getattr(id, name), getattr(en, name)
    assert {key: fact_names(text) for key, text in indonesian.items()} == {
        key: fact_names(text) for key, text in english.items()
    }


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_fact_that_a_text_needs_is_given(case: Case, language: str) -> None:
    for found in problems_of(case.name):
        wording = word(found, language)
        assert "{fix}" not in wording.hint
        assert not wording.hint.rstrip().endswith(":")
        assert len(reporttext.annotation(found, language).splitlines()) == 1
