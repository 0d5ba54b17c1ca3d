"""The recipes of CI, line by line: in a fresh clone, into nginx under a path, read by lychee and Chromium."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from playwright.sync_api import Browser, Request

from tests.judges import recipes
from tests.judges.nginx import served_by_nginx
from tests.judges.recipes import NOT_RUN, Runner, fresh_clone, github_steps, gitlab_steps, told
from tests.judges.tools import program
from tests.sites import post, write

TODAY, TOMORROW = "1795600000", "1795700000"  # 2026-11-25 and 26, for SOURCE_DATE_EPOCH
SCHEDULED = "content/berita/2026-11-25-apel-besok.md"
PATH = "/sub/path/"


WRONG = {"content/berita/2026-11-01-keliru.md": post(date="2026-02-30")}
POSTS = {
    f"content/berita/2026-10-{day:02}-apel-{day}.md": post(title=f"Apel {day}", date=f"2026-10-{day:02}")
    for day in range(1, 21)
}


def add(clone: Path, posts: dict[str, str]) -> Path:
    return write(clone, {"site.yaml": (clone / "site.yaml").read_bytes(), **posts})


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone to copy, with twenty more posts that were published and one that is due tomorrow."""
    clone = fresh_clone(tmp_path_factory.mktemp("asal") / "clone")
    return add(clone, {**POSTS, SCHEDULED: post(title="Apel Besok", date="2026-11-26 07.00")})


@pytest.fixture
def clone(source: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(source, tmp_path / "clone"))


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A host's folder, and the address at which nginx shows it; nothing is published yet."""
    folder = tmp_path / "live/sub/path"
    folder.parent.mkdir(parents=True)
    with served_by_nginx(tmp_path / "live", path=PATH) as url:
        yield folder, url


def github(clone: Path, site: str, event: str = "push", allowed: str = "", *, tested: bool = True) -> Runner:
    values = {
        "steps.cache.outputs.cache-hit": "true" if tested else "",
        "steps.pages.outputs.base_url": site.rstrip("/"),
        "github.run_id": "1",
        "github.event_name": event,
        "inputs.allow_removal": allowed,
    }
    return Runner(clone, values)


def deploy(clone: Path, folder: Path) -> None:
    """As deploy-pages does: what was uploaded takes the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(clone / "public", folder)


def test_every_line_is_run_by_a_test_or_left_out_for_a_reason_that_still_exists() -> None:
    run = [step.lines for job in ("check", "build", "audit") for step in github_steps(job)]
    run += yaml.safe_load(recipes.GITLAB.read_text(encoding="utf-8"))["check"]["script"]
    run += yaml.safe_load(recipes.GITLAB.read_text(encoding="utf-8"))["pages"]["script"]
    assert [line for line in recipes.all_lines() if line not in run and line not in NOT_RUN] == []
    assert NOT_RUN.keys() - set(recipes.all_lines()) == set()


def test_a_fresh_clone_is_published_under_a_path_and_nothing_in_it_is_broken(
    clone: Path, live: tuple[Path, str], chromium: Browser
) -> None:
    folder, url = live
    done = github(clone, url).run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY, GITHUB_ACTIONS="true")
    assert told(done) == (0, "")
    assert "publish=true" in done.stdout
    deploy(clone, folder)
    pages = sorted(url + page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))
    assert f"{url}berita/apel-7/index.html" in pages
    assert crawled(url, pages) == {}
    wrong = seen_in(chromium, url, pages)
    assert wrong == []


def crawled(url: str, pages: list[str]) -> dict[str, list[dict[str, object]]]:
    """Return the links that lychee finds broken when it reads the pages over HTTP, those to other hosts aside."""
    command = [program("lychee"), "--include-fragments", "--no-progress", "--format", "json"]
    command += ["--include", f"^{url}", "--exclude", ".*", "--max-concurrency", "16", *pages]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=200)
    assert done.stdout, done.stderr
    verdict = json.loads(done.stdout)
    assert verdict["successful"] > len(pages)
    broken: dict[str, list[dict[str, object]]] = verdict["error_map"] | verdict["timeout_map"]
    return broken


def seen_in(chromium: Browser, url: str, pages: list[str]) -> list[str]:
    """Return what goes wrong when the pages are opened: errors on the console, requests that fail or leave."""
    wrong = list[str]()
    page = chromium.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}") if _broke(request) else None)
    page.on("request", lambda request: None if request.url.startswith(url) else wrong.append(f"leaves: {request.url}"))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    for each in pages:
        address = each.removesuffix("index.html")
        leads_on = 'http-equiv="refresh"' in page.request.get(address).text()
        page.goto(address)
        if leads_on:
            page.wait_for_url(re.compile(f"^(?!{re.escape(address)}$)"))
    page.close()
    return wrong


def _broke(request: Request) -> bool:
    """Whether it was no request, a page's icon mostly, that the browser gave up because it was led on."""
    return request.failure != "net::ERR_ABORTED"


def test_the_timer_publishes_when_a_post_is_due_and_ends_at_once_when_none_is(
    clone: Path, live: tuple[Path, str], tmp_path: Path
) -> None:
    folder, url = live
    assert told(github(clone, url).run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY)) == (0, "")
    deploy(clone, folder)
    assert "apel-besok" not in (folder / "warta.json").read_text("utf-8")
    shutil.rmtree(clone / "public")  # another machine, which has the cache
    early = github(clone, url, "schedule")
    done = early.run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY)
    assert told(done) == (0, "")
    assert "publish=true" not in done.stdout
    assert not any("--published" in line for line in early.ran)
    fresh = Path(shutil.copytree(clone, tmp_path / "tanpa", ignore=shutil.ignore_patterns(".warta", "public")))
    untested = github(fresh, url, "schedule", tested=False).run(github_steps("build"), SOURCE_DATE_EPOCH=TOMORROW)
    assert told(untested) == (0, "")
    assert "publish=true" not in untested.stdout
    assert "::warning::" in untested.stdout
    due = github(fresh, url, "schedule").run(github_steps("build"), SOURCE_DATE_EPOCH=TOMORROW)
    assert told(due) == (0, "")
    assert "publish=true" in due.stdout
    changed = json.loads((fresh / "changed.json").read_text("utf-8"))
    assert "berita/apel-besok/index.html" in changed["added"]
    assert not any("apel-7/" in path for path in changed["added"] + changed["changed"])


def test_the_brake_stops_a_fresh_runner_and_a_run_by_hand_lets_it_go(clone: Path, live: tuple[Path, str]) -> None:
    folder, url = live
    assert told(github(clone, url).run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY)) == (0, "")
    deploy(clone, folder)
    shutil.rmtree(clone / "public")
    for path in list(POSTS)[:5]:
        (clone / path).unlink()
    stopped = github(clone, url).run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY, GITHUB_ACTIONS="true")
    assert stopped.returncode == 1
    assert "::error file=public,title=P103::" in stopped.stdout
    by_hand = github(clone, url, "workflow_dispatch", named(stopped.stdout))
    assert told(by_hand.run(github_steps("build"), SOURCE_DATE_EPOCH=TODAY)) == (0, "")


def named(said: str) -> str:
    """Return the number that a refusal names, which staff enter in the form of a run by hand."""
    return str(re.findall(r"--allow-removal (\d+)", said)[0])


class _Broken(BaseHTTPRequestHandler):
    """A site that answers with an error, or with what is no manifest."""

    def do_GET(self) -> None:
        self.send_response(403 if "403" in self.path else 200)
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Masuk</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("path", ["/403", "/halaman-masuk"])
def test_a_site_that_cannot_be_asked_what_it_has_stops_the_build(path: str, clone: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Broken) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        done = github(clone, f"http://127.0.0.1:{server.server_port}{path}").run(github_steps("build"))
        server.shutdown()
    assert done.returncode == 1
    assert "403" in done.stdout or "P113" in done.stdout
    assert not (clone / "public").exists()


def test_a_site_that_is_not_reached_stops_the_build(clone: Path) -> None:
    steps = [step for step in github_steps("build") if step.name == "Fetch what readers have"]
    done = github(clone, "http://127.0.0.1:9/").run(steps)
    assert done.returncode != 0
    assert not (clone / "last.json").exists()


def test_a_pull_request_gets_annotations_at_file_and_line_and_a_preview_with_what_waits(clone: Path) -> None:
    runner = Runner(clone, {})
    assert told(runner.run(github_steps("check"), GITHUB_ACTIONS="true", SOURCE_DATE_EPOCH=TODAY)) == (0, "")
    assert (clone / "preview/berita/apel-besok/index.html").exists()
    assert not (clone / "public").exists()
    add(clone, WRONG)
    done = runner.run(github_steps("check"), GITHUB_ACTIONS="true", SOURCE_DATE_EPOCH=TODAY)
    assert done.returncode == 1
    assert "::error file=content/berita/2026-11-01-keliru.md,line=3,col=7,title=F103::" in done.stdout


def test_gitlab_checks_a_merge_request_and_reports_beside_the_line(clone: Path) -> None:
    runner = Runner(clone, {})
    assert told(runner.run(gitlab_steps("check"), SOURCE_DATE_EPOCH=TODAY)) == (0, "")
    assert (clone / "preview/berita/apel-besok/index.html").exists()
    add(clone, WRONG)
    assert runner.run(gitlab_steps("check"), SOURCE_DATE_EPOCH=TODAY).returncode == 1
    report = json.loads((clone / "gl-code-quality.json").read_text("utf-8"))
    (error,) = [each for each in report if each["severity"] == "blocker"]
    assert (error["check_name"], error["location"]) == (
        "F103", {"path": "content/berita/2026-11-01-keliru.md", "lines": {"begin": 3}},
    )  # fmt: skip
    assert len({each["fingerprint"] for each in report}) == len(report)


def test_gitlab_publishes_by_the_same_rules(clone: Path, live: tuple[Path, str]) -> None:
    folder, url = live
    asked = {"CI_PAGES_URL": url.rstrip("/"), "CI_JOB_ID": "1", "SOURCE_DATE_EPOCH": TODAY}
    runner = Runner(clone, {})
    assert told(runner.run(gitlab_steps("pages"), **asked)) == (0, "")
    deploy(clone, folder)
    assert (folder / "warta.json").exists()
    shutil.rmtree(clone / "public")
    for path in list(POSTS)[:5]:
        (clone / path).unlink()
    stopped = runner.run(gitlab_steps("pages"), **asked)
    assert "P103" in stopped.stdout
    assert told(runner.run(gitlab_steps("pages"), **asked, ALLOW_REMOVAL=named(stopped.stdout))) == (0, "")


def test_the_audit_would_look_at_every_pin(clone: Path) -> None:
    (line,) = [line for line in NOT_RUN if line.startswith("pip-audit")]
    assert told(Runner(clone, {}).run(github_steps("audit"))) == (0, "")
    done = subprocess.run(
        [program("pip-audit"), *line.split()[1:], "--dry-run"], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"would have audited \d\d+ packages", done.stderr)
