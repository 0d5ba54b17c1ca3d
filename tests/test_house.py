"""The house around the generator: what is pinned, what is published, what no file may name."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.judges.tools import program

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))

# Put together here, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(labels)
    for labels in (
        ("pypi", "org"),
        ("pypi", "python", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
]
PLACES = [f"/{name}/" for name in ("root", "work")]
NAMES_A_HOST = re.compile("|".join(map(re.escape, HOSTS)).encode())
# Not inside a word or an address: a page may be called so.
NAMES_A_PLACE = re.compile(rb"(?<![\w.:/~-])(?:%s)" % "|".join(map(re.escape, PLACES)).encode())


def files_of_ours() -> list[Path]:
    """Return the files that are committed or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def places_where(pattern: re.Pattern[bytes]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {found.group().decode()}"
        for path in files_of_ours()
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if (found := pattern.search(line))
    ]


def pins_in(name: str) -> list[str]:
    """Return what a requirements file asks for, without its comments and its reference to the other one."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def names_in(pins: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins}


def run(*command: str) -> None:
    """Run a judge in the project's folder; what it says is shown when it finds a fault."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_workflow_that_publishes() -> None:
    assert [path.name for path in WORKFLOWS] == ["publish.yml"]


def test_actionlint_finds_no_fault_in_the_workflows() -> None:
    # Without shellcheck: whether a machine happens to have it shall not change the verdict.
    run(program("actionlint"), "-shellcheck=", "-pyflakes=", *map(str, WORKFLOWS))


def test_the_workflows_fit_their_published_schema() -> None:
    run(program("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    run(program("check-jsonschema"), "--builtin-schema", "vendor.dependabot", str(ROOT / ".github/dependabot.yml"))


def test_no_file_names_a_package_host() -> None:
    assert places_where(NAMES_A_HOST) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert places_where(NAMES_A_PLACE) == []


def test_no_lock_file_is_kept() -> None:
    locks = {"package-lock.json", "uv.lock", "poetry.lock", "yarn.lock", "pnpm-lock.yaml", "Pipfile.lock", "pdm.lock"}
    assert [path for path in files_of_ours() if path.name in locks] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_one_version(name: str) -> None:
    pins = pins_in(name)
    assert pins
    assert [
        pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*(; python_version .*)?", pin)
    ] == []


def test_what_pyproject_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def asked(requirements: list[str]) -> set[str]:
        return {re.split(r"[><=~!\[; ]", requirement)[0].lower() for requirement in requirements}

    assert asked(project["dependencies"]) <= names_in(pins_in("requirements.txt"))
    assert asked(project["optional-dependencies"]["test"]) <= names_in(pins_in("requirements-dev.txt"))


def test_every_judge_from_npm_has_one_version() -> None:
    package = json.loads((ROOT / "tests/judges/package.json").read_text(encoding="utf-8"))
    versions = package["devDependencies"]
    assert set(versions) == {
        "axe-core", "lighthouse", "schema-dts", "sitemap", "structured-data-testing-tool", "vnu-jar",
    }  # fmt: skip
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_import_contracts_hold() -> None:
    run(program("lint-imports"), "--no-cache")
