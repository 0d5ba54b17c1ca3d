"""Coverage-guided fuzzing of one target by atheris: python tests/trust/fuzz/hunt.py TARGET --runs 100000 [--new DIR].

Stops at the first input that breaks a law, takes too much memory or processor time, and writes it into --new; inputs
that reached new code lie there too. Equal seeds and numbers of runs try equal inputs.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import atheris

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
BASE_SECONDS, SECONDS_PER_BYTE = 0.5, 0.000_2
"""Processor time that an input may take, traced line by line, which makes it five times slower."""

LARGEST = {"photo": 20_000, "logo": 8_000, "document": 20_000, "word": 40_000}
"""Bytes of an input; else 4,000."""


def main() -> None:
    """Fuzz as the command line says; never returns."""
    options = _options()
    sys.path.insert(0, str(ROOT))
    include = ["warta", "markdown", "bs4", "markdownify", "mammoth", "pypdf"]
    with atheris.instrument_imports(include=include):
        from tests.trust.fuzz.seeds import seeds_of
        from tests.trust.fuzz.targets import TARGETS
    new = Path(options.new)
    new.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of(options.target)):
        (new / f"seed-{number}").write_bytes(seed)
    arguments = [
        f"-runs={options.runs}",
        f"-max_total_time={options.seconds}",
        f"-seed={options.seed}",
        f"-max_len={LARGEST.get(options.target, 4_000)}",
        f"-dict={HERE / 'tokens.dict'}",
        "-timeout=60",
        "-rss_limit_mb=2000",
        f"-artifact_prefix={new}/crash-",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *arguments, str(new)], _in_time(TARGETS[options.target]))
    atheris.Fuzz()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("target")
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--new", required=True)
    return parser.parse_args()


def _in_time(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target that also raises if an input costs too much every time of three."""

    def tried(data: bytes) -> None:
        limit = BASE_SECONDS + SECONDS_PER_BYTE * len(data)
        spent = [_seconds(target, data)]
        while spent[-1] > limit and len(spent) < 3:
            spent.append(_seconds(target, data))
        assert min(spent) <= limit, spent

    return tried


def _seconds(target: Callable[[bytes], None], data: bytes) -> float:
    began = process_time()
    target(data)
    return process_time() - began


if __name__ == "__main__":
    main()
