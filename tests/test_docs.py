"""README and layouts/README.md say what the program does: every key, option, view and message in them is checked."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
import yaml

from warta.arrange import viewdata
from warta.codes import EDITORIAL, WARNINGS
from warta.read.article import KEYS, TAG_KEYS
from warta.read.safehtml import CLASSES, WRITABLE
from warta.settingsfile import KEYS as SETTINGS
from warta.settingsparts import CONTACT_KEYS, NAME_KEYS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
THEME = (ROOT / "layouts/README.md").read_text(encoding="utf-8")
VIEWS = {
    name: view._fields for name, view in vars(viewdata).items() if isinstance(view, type) and hasattr(view, "_fields")
}
POST = "content/berita/2026-03-02-berbagi-takjil.md"


def section(title: str) -> str:
    """Return the text of README below a heading, up to the next one."""
    _, found, rest = README.partition(f"# {title}\n")
    assert found, title
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of all tables' rows that begin with code."""
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines() if line[:3] == "| `"]


def code(cell: str) -> str:
    match = re.match(r"`([^`]+)`", cell)
    assert match, cell
    return match[1]


def fenced(language: str) -> str:
    """Return the one block of README in this language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return str(block)


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(ROOT / "build.py"), *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Put README's sample into a site of its own, which has the house's settings and standing pages."""
    shutil.copytree(ROOT / "content/halaman", tmp_path / "content/halaman")
    written = tmp_path / POST
    written.parent.mkdir(parents=True)
    written.write_text(fenced("markdown"), encoding="utf-8")
    (tmp_path / "site.yaml").write_bytes((ROOT / "site.yaml").read_bytes())
    return written


def test_every_key_of_front_matter_is_explained_in_both_languages() -> None:
    told = {code(row[0]): code(row[1]) for row in rows(section("Front matter"))}
    assert told == KEYS


def test_every_key_of_a_tag_file_is_explained_in_both_languages() -> None:
    assert dict(re.findall(r"`(\w+)` \(`(\w+)`\)", section("Tag files"))) == TAG_KEYS


def test_every_setting_is_explained() -> None:
    told = {code(row[0]): row[1] for row in rows(section("site.yaml"))}
    assert told.keys() == set(SETTINGS)
    assert re.findall(r"`(\w+)`", told["contact"]) == list(CONTACT_KEYS)


def test_every_editorial_check_is_explained_with_its_level() -> None:
    told = {code(row[0]): row[2] for row in rows(section("Editorial checks"))}
    assert told == {str(each): "warning" if each in WARNINGS else "error" for each in EDITORIAL}
    named = re.findall(r"`(\w+)`", next(row[1] for row in rows(section("site.yaml")) if code(row[0]) == "names"))
    assert tuple(named) == NAME_KEYS


def test_the_settings_of_both_sites_are_known() -> None:
    for path in ("site.yaml", "tests/site/site.yaml"):
        assert yaml.safe_load((ROOT / path).read_text(encoding="utf-8")).keys() <= set(SETTINGS)


def test_every_option_of_the_command_line_is_explained_and_no_other() -> None:
    told = [code(row[0]).split()[0] for row in rows(section("Command line"))[1:]]
    known = re.findall(r"^ +(?:-h, )?(--[a-z-]+)", run("--help").stdout, re.MULTILINE)
    assert sorted(told) == sorted(known)


def test_the_sample_post_is_built_without_a_problem(post: Path, tmp_path: Path) -> None:
    done = run("--now", "2026-03-03T08:00+08:00", "--strict", "--no-cache", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "peringatan" not in done.stdout
    page = (tmp_path / "public/berita/berbagi-takjil/index.html").read_text(encoding="utf-8")
    for piece in ("<h2 id=", "<li>air mineral<ul>", "<strong>50 paket takjil</strong>", 'class="footnote"'):
        assert piece in page
    assert post.exists()


def test_the_example_of_a_problem_is_what_the_program_prints(post: Path, tmp_path: Path) -> None:
    (wrong,) = re.findall(r"If the post above had `(date: .*?)`", README)
    post.write_text(re.sub(r"^date: .*$", wrong, fenced("markdown"), flags=re.MULTILINE), encoding="utf-8")
    done = run("--now", "2026-03-03T08:00+08:00", "--no-cache", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, fenced("console"))


def test_the_list_of_html_that_may_be_typed_is_the_one_in_force() -> None:
    (told,) = re.findall(r"Raw HTML: only `([a-z ]+)`", README)
    assert sorted(told.split()) == sorted(WRITABLE)


def test_the_list_of_classes_is_the_one_in_force() -> None:
    assert set(re.findall(r"`\{\.(\w+)\}`", section("Markdown, where it may surprise"))) == CLASSES


def test_every_file_of_the_house_that_readme_names_exists() -> None:
    named = re.findall(r"[`(]((?:warta|tests|layouts|\.github)/[\w./-]*)[`)]", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_view_is_listed_with_all_its_fields_in_order() -> None:
    told = {code(row[0]): row[-1] for row in rows(THEME)}
    assert {name for name in told if name in VIEWS or name.endswith("View")} == VIEWS.keys()
    for name, fields in VIEWS.items():
        bare, _, _ = re.sub(r"\([^)]*\)", "", told[name]).partition(":")
        assert tuple(re.findall(r"`([a-z_]+)`", bare)) == fields, name


def test_every_template_that_the_theme_names_exists_and_every_template_is_named() -> None:
    named = {code(row[1]) for row in rows(THEME) if len(row) == 3}
    there = {path.name for path in (ROOT / "layouts").iterdir() if path.suffix in {".html", ".webmanifest"}}
    assert named | {"base.html"} == there


def test_every_kind_of_view_data_is_a_view_that_is_listed() -> None:
    assert {view.__name__ for view in get_args(viewdata.ViewData)} <= VIEWS.keys()


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "<title>Rutan Rantau Bagikan 50 Paket Takjil - Rutan Kelas IIB Rantau</title>"),
        (1, "<script>document.title = '(1) ' + document.title</script>"),
    ],
)
def test_one_block_can_be_changed_as_the_theme_says(number: int, shown: str, post: Path, tmp_path: Path) -> None:
    template = re.findall(r"^```jinja\n(.*?)^```$", THEME, re.DOTALL | re.MULTILINE)[number]
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/article.html").write_text(template, encoding="utf-8")
    assert run("--now", "2026-03-03T08:00+08:00", "--no-cache", folder=tmp_path).returncode == 0
    page = (tmp_path / "public/berita/berbagi-takjil/index.html").read_text(encoding="utf-8")
    assert shown in page
    assert post.exists()
