"""What fuzzing found stays mended, and a little of it is done anew in every run.

WARTA_TRUST=1 .venv/bin/python -m pytest tests/trust/fuzz    fuzzes each target for two minutes, from another seed
"""

import os
import subprocess
import sys
from pathlib import Path
from random import SystemRandom

import pytest

from tests.trust.fuzz.seeds import corpus_of, seeds_of
from tests.trust.fuzz.targets import TARGETS

TRUST = os.environ.get("WARTA_TRUST") == "1"
SHORT = {"post": 100, "settings": 100, "wordpress": 60}
"""What is fuzzed in a short run, and with how many inputs: loading what is traced takes longer than they do."""


@pytest.mark.parametrize("target", TARGETS)
def test_no_input_that_was_found_breaks_a_law(target: str) -> None:
    known = [path.read_bytes() for path in corpus_of(target)]
    assert known
    for data in seeds_of(target) if TRUST else known:
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS if TRUST else SHORT)
def test_no_input_made_anew_breaks_a_law(target: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris has wheels for Linux on x86-64 alone")
    seed = SystemRandom().randrange(1, 2**31) if TRUST else 1
    length = ["--seconds", "120"] if TRUST else ["--runs", str(SHORT.get(target, 0))]
    hunt = [sys.executable, str(Path(__file__).with_name("hunt.py")), target, "--new", str(tmp_path)]
    done = subprocess.run([*hunt, "--seed", str(seed), *length], capture_output=True, check=False)
    told = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 0, told[-3_000:]
    assert "Done " in told
