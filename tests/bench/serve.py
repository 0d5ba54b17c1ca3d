"""How long from a save until a browser has painted it? The real command, real Chromium, the theme of the house.

    python tests/bench/serve.py [--posts 1000] [--saves 20] [--work .bench]

Counted from the moment at which the editor has closed the file to the second frame of the page that shows the new
words, by the machine's one clock. A save of a text changes a word of the body; one of a title changes lists too.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402 - a program in a folder of tests is not found without

from tests.bench.tools import make_corpus  # noqa: E402
from tests.judges.tools import browser  # noqa: E402

PAINTED = """addEventListener("DOMContentLoaded", () => new MutationObserver(() =>
  requestAnimationFrame(() => requestAnimationFrame(() =>
    console.log("painted " + (performance.timeOrigin + performance.now()) + " " + document.body.innerText)))
).observe(document.documentElement, {childList: true}));"""
PATIENCE = 10_000
"""Milliseconds after which a save counts as lost."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Run `serve` on the site; yields its URL."""
    command = [sys.executable, "-X", "utf8", str(ROOT / "build.py"), "serve", "--source", str(site), "--port", "8765"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://[0-9.:]+/", line)))
        finally:
            process.terminate()


def laid_out(folder: Path, posts: int) -> Path:
    site = folder / "serve"
    shutil.rmtree(site, ignore_errors=True)
    (site / "content").mkdir(parents=True)
    make_corpus("--posts", str(posts), "--out", str(site / "content/berita"))
    (site / "site.yaml").write_text("name: Rutan\nbase_url: https://bench.example/\n", encoding="utf-8")
    return site


def body(text: str, mark: str) -> str:
    return re.sub(r"\n\nTanda \w+\.\n\Z|\Z", f"\n\nTanda {mark}.\n", text, count=1)


def title(text: str, mark: str) -> str:
    return re.sub(r"(?m)^title: .*$", f"title: Judul {mark}", text, count=1)


def save(page: Page, post: Path, edit: Callable[[str, str], str], mark: str) -> float:
    """Save the post once; how many milliseconds until the page had it."""
    text = edit(post.read_text("utf-8"), mark)
    with page.expect_console_message(lambda said: mark in said.text, timeout=PATIENCE) as painted:
        post.write_text(text, "utf-8")
        saved = time.time() * 1000
    return float(painted.value.text.split()[1]) - saved


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--work", type=Path, default=ROOT / ".bench")
    asked = parser.parse_args()
    site = laid_out(asked.work.resolve(), asked.posts)
    posts = sorted((site / "content/berita").glob("*.md"))
    post = posts[len(posts) // 2]
    with sync_playwright() as playwright, served(site) as url:
        page = playwright.chromium.launch(executable_path=browser()).new_page()
        page.add_init_script(PAINTED)
        slug = re.search(r"(?m)^slug: (.*)$", post.read_text("utf-8"))
        assert slug
        page.goto(f"{url}berita/{slug[1]}/")
        time.sleep(1)
        for edit in (body, title):
            times = []
            for number in range(asked.saves + 1):
                times.append(save(page, post, edit, f"{edit.__name__}{number}"))
                time.sleep(0.4)
            first, *others = times  # the first compiles the templates
            middle, worst = statistics.median(others), max(others)
            print(f"{asked.posts} posts, {len(others)} saves of a {edit.__name__}:", end=" ")
            print(f"median {middle:.0f} ms, worst {worst:.0f} ms, the very first {first:.0f} ms")


if __name__ == "__main__":
    main()
