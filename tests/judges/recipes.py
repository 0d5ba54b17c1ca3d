"""The shell lines of the CI recipes, run as their hosts run them: in a fresh clone, expressions filled in."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
GITHUB, GITLAB = ROOT / ".github/workflows/publish.yml", ROOT / ".gitlab-ci.yml"

NOT_RUN = {
    "make test": "these tests are a part of it",
    ".ci/run": "these tests are a part of it",
    "make lowest": "fetches an environment of its own and runs for minutes",
    "sudo tests/judges/install.sh --system": "changes the machine; `make judges` ran it before these tests",
    "pip-audit --require-hashes --disable-pip -r requirements-dev.txt": "asks the network; a dry run is tested",
}
"""Lines that a test does not run, and why."""


ONCE = {
    "python -m pip install --require-hashes --only-binary :all: -r requirements.txt",
    "python -m pip install --require-hashes -r requirements-dev.txt",
}
"""Lines of which nothing comes a second time, so that one run of each process is enough."""

_done = set[str]()


@dataclass(frozen=True)
class Step:
    """Lines that one shell runs. `when` is the condition of GitHub, `name` what identifies it."""

    name: str
    lines: str
    environment: Mapping[str, str] = field(default_factory=dict)
    when: str = ""


def github_steps(job: str) -> list[Step]:
    """Return what a job of the workflow runs, actions left out."""
    steps = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return [
        Step(each.get("name", each["run"]), each["run"], each.get("env", {}), str(each.get("if", "")))
        for each in steps
        if "run" in each
    ]


def gitlab_steps(job: str) -> list[Step]:
    """Return what a job of GitLab runs: all lines in one shell, of which the first that fails ends it."""
    return [Step(job, "\n".join(yaml.safe_load(GITLAB.read_text(encoding="utf-8"))[job]["script"]))]


def all_lines() -> Iterator[str]:
    """Every shell line of both recipes, by what a shell runs at once."""
    github = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))["jobs"]
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    for job in github.values():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in gitlab.values():
        yield from job.get("script", ()) if isinstance(job, dict) else ()


def fresh_clone(folder: Path) -> Path:
    """Clone the project as it is committed, and bring what has changed since."""
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    ours = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    for name in ours:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
        shutil.copymode(ROOT / name, folder / name)
    for path in folder.rglob("*"):
        if path.is_file() and ".git" not in path.parts and path.relative_to(folder).as_posix() not in ours:
            path.unlink()
    return folder


@dataclass
class Runner:
    """A machine of CI: a clone, the values of expressions, and what was done on it."""

    clone: Path
    values: Mapping[str, str]
    ran: list[str] = field(default_factory=list)

    def run(self, steps: list[Step], **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the steps whose conditions hold until one fails; the last one's end, with what all have said."""
        outputs = self.clone.parent / "outputs"
        outputs.write_text("", encoding="utf-8")
        said, done = "", subprocess.CompletedProcess[str]("", 0, "")
        for step in steps:
            if not self._holds(step.when, outputs.read_text(encoding="utf-8")) or step.lines in NOT_RUN:
                continue
            filled = {name: self._filled(value) for name, value in step.environment.items()}
            lines = [line for line in step.lines.split("\n") if line not in _done]
            done = self._shell("\n".join(lines), {"GITHUB_OUTPUT": str(outputs), **filled, **environment})
            said += done.stdout
            self.ran.append(step.lines)
            if done.returncode:
                break
            _done.update(ONCE.intersection(lines))
        return subprocess.CompletedProcess(done.args, done.returncode, said + outputs.read_text(encoding="utf-8"))

    def _shell(self, lines: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        here = {
            name: value for name, value in os.environ.items() if name not in {"GITHUB_ACTIONS", "SOURCE_DATE_EPOCH"}
        }
        path = f"{Path(sys.executable).parent}{os.pathsep}{environment.get('PATH', os.environ['PATH'])}"
        # As both hosts say that they do: stop at the first failure, in a pipe too.
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self._filled(lines)],
            cwd=self.clone,
            env={**here, **environment, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    def _filled(self, text: str) -> str:
        """The text with its expressions; KeyError for one whose value nobody has stated."""
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: self.values[match[1]], text)

    def _holds(self, condition: str, outputs: str) -> bool:
        if not condition:
            return True
        assert condition == "steps.due.outputs.publish == 'true'", condition
        return "publish=true" in outputs.splitlines()


def told(done: subprocess.CompletedProcess[str]) -> Any:
    """The exit code, beside what was said, which pytest shows if it is not the one that was awaited."""
    return done.returncode, done.stdout if done.returncode else ""
