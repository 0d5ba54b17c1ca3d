"""The table of codes in PANDUAN.md, made from the catalog of messages. Run: python tests/newsroom/codes.py."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from warta.codes import OFF_AT_FIRST, WARNINGS, Code  # noqa: E402
from warta.messages import id as catalog  # noqa: E402 - run as a script, it must first find it

GUIDE = ROOT / "PANDUAN.md"
FIRST, LAST = "<!-- tabel kode: dibuat oleh tests/newsroom/codes.py -->", "<!-- akhir tabel kode -->"


def table() -> str:
    """Return a row for each code: how bad it is, what is wrong, what to do."""
    rows = [f"| {code.value} | {level(code)} | {shown(code, 0)} | {shown(code, 1)} |" for code in sorted(Code)]
    return "\n".join(["| Kode | Tingkat | Artinya | Yang harus dilakukan |", "|---|---|---|---|", *rows])


def level(code: Code) -> str:
    if code in OFF_AT_FIRST:
        return "tidak aktif"
    return "peringatan" if code in WARNINGS else "galat"


def shown(code: Code, part: int) -> str:
    """Return one of a code's two texts, with dots for what only a real problem has."""
    text = catalog.PROBLEMS[code.name][part].replace("\n", " ").replace("|", "\\|")
    text = re.sub(r"\[\[.*?\]\]", "", text)
    return re.sub(r"\{\w+\}", "…", text).replace("<", "&lt;")


def filled(guide: str) -> str:
    """Return the guide with the table as it must be."""
    before, _, rest = guide.partition(FIRST)
    return f"{before}{FIRST}\n\n{table()}\n\n{LAST}{rest.partition(LAST)[2]}"


if __name__ == "__main__":
    GUIDE.write_text(filled(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
