"""The house around the generator: what is pinned, what is published, what no file may name."""

import json
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.judges.tools import program
from tests.lowest import lowest

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
    """Return what a requirements file asks for, each with its digests, without comments and the other file's name."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]


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


def test_the_recipe_for_gitlab_fits_its_published_schema() -> None:
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    run(program("check-jsonschema"), *schema, str(ROOT / ".gitlab-ci.yml"))


def test_every_action_is_pinned_to_a_commit_whose_version_stands_beside_it() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = re.findall(r"uses: *(.*)", text)
    assert len(used) > 10
    assert [each for each in used if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []
    commits = {each.partition("@")[0].removesuffix("/restore"): set[str]() for each in used}
    for each in used:
        commits[each.partition("@")[0].removesuffix("/restore")].add(each.partition("@")[2])
    assert [name for name, pins in commits.items() if len(pins) > 1] == []


def test_a_job_may_do_no_more_than_it_needs() -> None:
    workflow = yaml.safe_load(WORKFLOWS[0].read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {}
    writing = {name: job["permissions"] for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert writing == {"deploy": {"pages": "write", "id-token": "write"}}
    assert not any("run" in step or "checkout" in step["uses"] for step in jobs["deploy"]["steps"])
    assert all(job["timeout-minutes"] for job in jobs.values())
    checkouts = [step for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert not any("${{" in step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert "pull_request_target" not in workflow[True]  # YAML's "on"


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
    pinned = re.compile(
        r'[A-Za-z0-9._-]+==[0-9][0-9a-z.]*( ; [a-z_]+ [^#\\]+"[^#\\]+")?( +--hash=sha256:[0-9a-f]{64})+'
    )
    assert [pin for pin in pins if not pinned.fullmatch(pin)] == []


SYSTEMS = {"Linux": ("linux", "posix", "Linux"), "Windows": ("win32", "nt", "Windows")}


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("files", [["requirements.txt"], ["requirements.txt", "requirements-dev.txt"]])
def test_all_that_a_pinned_package_needs_is_pinned_for_every_python_on_linux_and_windows(
    files: list[str], python: str, system: str
) -> None:
    """With digests pip takes nothing that is not listed, and this machine is one Python on one system only."""
    pinned = {name for file in files for name in names_in(pins_in(file))}
    sys_platform, os_name, platform_system = SYSTEMS[system]
    there = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": sys_platform}
    there |= {"os_name": os_name, "platform_system": platform_system, "platform_machine": "x86_64", "extra": ""}
    needed = {
        (name, canonicalize_name(needs.name))
        for name in pinned
        if name not in ELSEWHERE
        for needs in map(Requirement, metadata.requires(name) or ())
        if needs.marker is None or needs.marker.evaluate(there)
    }
    assert len(needed) > 10
    assert {(name, needs) for name, needs in needed if needs not in pinned} == set()


ELSEWHERE = {"colorama"}
"""Pinned, but installed on Windows only."""


def test_what_pyproject_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def asked(requirements: list[str]) -> set[str]:
        return {re.split(r"[><=~!\[; ]", requirement)[0].lower() for requirement in requirements}

    assert asked(project["dependencies"]) <= names_in(pins_in("requirements.txt"))
    assert asked(project["optional-dependencies"]["test"]) <= names_in(pins_in("requirements-dev.txt"))


def test_the_oldest_versions_are_those_that_pyproject_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = list(map(lowest, project["dependencies"]))
    assert "markdown==3.11.3" in oldest
    assert "pagefind[bin]==1.5" in oldest
    assert [each.replace("==", ">=") for each in oldest] == project["dependencies"]


def test_every_judge_from_npm_has_one_version() -> None:
    package = json.loads((ROOT / "tests/judges/package.json").read_text(encoding="utf-8"))
    versions = package["devDependencies"]
    assert set(versions) == {
        "axe-core", "lighthouse", "schema-dts", "sitemap", "structured-data-testing-tool", "vnu-jar",
    }  # fmt: skip
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_import_contracts_hold() -> None:
    run(program("lint-imports"), "--no-cache")
