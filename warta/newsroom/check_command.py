"""`check`: every problem of every text, those that wait too; on request also what is wrong with what is published."""

import argparse
import os

from warta import console
from warta.arguments import base_url, jobs
from warta.asking import request_of
from warta.newsroom.published import problems_of_published
from warta.opening import open_site
from warta.pipeline import check
from warta.problems import has_errors, weigh

FINE, PROBLEMS = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only `check` takes."""
    parser.add_argument("--published", action="store_true", help="periksa juga folder terbitan: berkas dan tautannya")
    parser.add_argument("--output", metavar="DIR", help="folder terbitan; bawaan: public/ di --source")
    parser.add_argument("--base-url", type=base_url, metavar="URL", help="mengganti base_url site.yaml")
    parser.add_argument("--jobs", type=jobs, metavar="N", help="jumlah proses; bawaan: menurut jumlah inti")


def run(options: argparse.Namespace, now: float) -> int:
    """Check and print what was found. 0, or 1 if there is an error (under --strict: a warning)."""
    progress = console.Progress()
    request = request_of(options, now)._replace(progress=progress)
    report = check(request)
    progress.end()
    site = open_site(request)[0] if options.published else None
    if site:
        found = problems_of_published(request.output, site.settings.base_url)
        report = report._replace(problems=weigh((*report.problems, *found), site.settings.severities))
    shown = console.show(report, options.format, annotate=bool(os.environ.get("GITHUB_ACTIONS")))
    wrong = has_errors(report.problems) or (request.strict and report.problems)
    return FINE if shown and not wrong else PROBLEMS
