"""Lighthouse on the example site, as a phone sees it: `make judge`. Prints a table; exit 1 where a goal is missed.

The goals are those of the reader's site: 100 in all four categories, the largest paint within 1.0 s of its simulated
phone, no shift and no blocking. Texts are compressed, as every static host does; nothing else is added.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.judges.phonesite import ARTICLE, PHONE_SET, lay_out  # noqa: E402 - run as a script, it must first find them
from tests.judges.sites import EXAMPLE, built, served  # noqa: E402 - run as a script, it must first find them
from tests.judges.tools import LIGHTHOUSE, browser  # noqa: E402

PAGES = {"home": "", "article": "berita/pemeriksaan-kesehatan-keluarga/", "tag": "tag/ramadhan/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --no-first-run"
LARGEST_PAINT_MS = 1_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse says of one page: scores of 100, times in ms, shift as it counts it, bytes."""

    page: str
    scores: tuple[int, ...]
    paint: float
    shift: float
    blocking: float
    weight: int
    failures: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether all goals are reached; that of the largest paint is set for the pages of the example site alone."""
        perfect = all(score == 100 for score in self.scores)
        is_soon = self.paint <= LARGEST_PAINT_MS or self.page not in PAGES
        return perfect and is_soon and self.shift == 0 and self.blocking == 0


def judged(page: str, url: str, folder: Path) -> Verdict:
    report = folder / f"{page}.json"
    command = [str(LIGHTHOUSE), url, "--quiet", f"--only-categories={','.join(CATEGORIES)}", "--form-factor=mobile"]
    command += ["--output=json", f"--output-path={report}", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser()}, timeout=180)
    return verdict(page, json.loads(report.read_text(encoding="utf-8")))


def verdict(page: str, result: dict[str, Any]) -> Verdict:
    """The part of Lighthouse's result that matters here."""
    audits, categories = result["audits"], result["categories"]
    failed = tuple(
        each["id"]
        for name in CATEGORIES
        for each in categories[name]["auditRefs"]
        if each["weight"] and (audits[each["id"]]["score"] or 0) < 1 and audits[each["id"]]["score"] is not None
    )
    return Verdict(
        page,
        tuple(round(categories[name]["score"] * 100) for name in CATEGORIES),
        audits["largest-contentful-paint"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        int(audits["total-byte-weight"]["numericValue"]),
        failed,
    )


def row(found: Verdict) -> str:
    scores = "/".join(map(str, found.scores))
    figures = (f"{found.paint / 1000:.2f} s", f"{found.shift:.3f}", f"{found.blocking:.0f} ms", f"{found.weight:,} B")
    return f"| {' | '.join((found.page, scores, *figures, ', '.join(found.failures) or '-'))} |"


def main() -> int:
    print("| Page | Scores | LCP | CLS | TBT | Bytes | Failed audits |\n|---|---|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(built(EXAMPLE, folder), compressed=True) as base:
            verdicts = [judged(page, base + address, folder) for page, address in PAGES.items()]
        with served(built(PHONE_SET, folder / "phone", lay_out(folder)), compressed=True) as base:
            verdicts.append(judged("12 photos", base + ARTICLE, folder))
    print("\n".join(map(row, verdicts)))
    return 0 if all(found.passes for found in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
