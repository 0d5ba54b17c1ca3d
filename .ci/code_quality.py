"""Turns what `build.py check --format json` prints into GitLab's Code Quality report, which it shows beside the line.

The format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
import sys
from hashlib import sha256

SEVERITIES = {"error": "blocker", "warning": "minor"}


def entry(problem: dict[str, str | int]) -> dict[str, object]:
    """Return the problem as GitLab wants it; the fingerprint is none of the line, which moves with the text above."""
    told = f"{problem['path']}\0{problem['code']}\0{problem['message']}"
    return {
        "check_name": problem["code"],
        "severity": SEVERITIES[str(problem["severity"])],
        "description": f"{problem['message']} → {problem['hint']}",
        "fingerprint": sha256(told.encode()).hexdigest(),
        "location": {"path": problem["path"], "lines": {"begin": problem["line"] or 1}},
    }


if __name__ == "__main__":
    print(json.dumps([entry(json.loads(line)) for line in sys.stdin], ensure_ascii=False, indent=2))
