"""What a build did and found, as one value: the command line prints it, `--report` writes it as JSON."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from warta.codes import Severity
from warta.problems import Problem
from warta.told import Told


class Report(NamedTuple):
    """One build. Without `published` the output is as it was; with `half_way` a failure stopped the writing amid it.

    `checked` counts the texts of a check, which publishes nothing; a build has none.
    `problems` are weighed; `told` is what arranging said. `paths` are the files of the output;
    `rendered` counts the files that were made, `reused` those that were not, `kept` those whose bytes are as before,
    and `seen` gives the state of these on disk (see `quick`). `code` is the version of the program (see `files`).
    """

    output: str
    language: str
    problems: tuple[Problem, ...]
    published: bool = False
    half_way: bool = False
    checked: int | None = None
    pages: int = 0
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    kept: int = 0
    paths: tuple[str, ...] = ()
    rendered: int = 0
    reused: int = 0
    seen: Mapping[str, str] = MappingProxyType({})
    code: str = ""
    told: Told = Told(())

    def count(self, severity: Severity) -> int:
        """How many problems of this severity there are."""
        return sum(each.severity is severity for each in self.problems)
