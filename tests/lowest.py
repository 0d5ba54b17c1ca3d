"""Prints the oldest releases that pyproject.toml allows, as pip takes them: `make lowest` runs the tests with these."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def lowest(requirement: str) -> str:
    """Return the requirement with its lower bound as its only version: `pagefind[bin]>=1.5` -> `pagefind[bin]==1.5`."""
    name, bound = re.fullmatch(r"([A-Za-z0-9._-]+(?:\[[a-z,]+\])?)>=([0-9.]+)", requirement).groups()  # type: ignore[union-attr]
    return f"{name}=={bound}"


def main() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    print("\n".join(map(lowest, project["dependencies"])))


if __name__ == "__main__":
    main()
