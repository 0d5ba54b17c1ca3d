"""Recall and precision of the search by Pagefind's own stemmer and by our roots; run it to see them.

tests/judges/search/texts.tsv holds texts as newsrooms write them, queries.tsv what is typed and which texts must come.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.judges.sites import Site, built, served  # noqa: E402 - run as a script, it must first find them
from tests.judges.tools import browser  # noqa: E402
from warta.publish.indexer import run  # noqa: E402

DATA = Path(__file__).parent / "search"
SETTINGS = """name: Rutan Kelas IIB Contoh
short_name: Rutan Contoh
base_url: https://rutan-contoh.example/
"""
OURS = """async (query) => {
  const { find } = await import(document.querySelector("script[type=module]").src);
  const found = await find(query, [], false);
  return (await Promise.all(found.map((each) => each.data()))).map((each) => each.raw_url);
}"""
THEIRS = """async (query) => {
  const pagefind = await import("/pagefind.js");
  const found = (await pagefind.search(query)).results;
  return (await Promise.all(found.map((each) => each.data()))).map((each) => each.raw_url);
}"""


class Figures(NamedTuple):
    """Of all texts that must come the share that came, of all that came the share that must; what was wrong."""

    recall: float
    precision: float
    wrong: Mapping[str, tuple[str, str]]


def rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        first, _, second = line.partition("\t")
        yield first, second


TEXTS = dict(rows("texts.tsv"))
QUERIES = {query: set(names.split()) for query, names in rows("queries.tsv")}


@contextmanager
def ours(folder: Path) -> Iterator[str]:
    """Serve a site of the texts, each a post; the URL of its search page."""
    (folder / "content/berita").mkdir(parents=True)
    (folder / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, text in TEXTS.items():
        post = f"---\ntitle: Naskah\ndate: 2026-03-02\nslug: {name}\n---\n\n{text}\n"
        (folder / f"content/berita/{name}.md").write_text(post, encoding="utf-8")
    with served(built(Site("search", folder, "https://rutan-contoh.example/"), folder, folder)) as url:
        yield f"{url}cari/"


@contextmanager
def theirs(folder: Path) -> Iterator[str]:
    """Serve an index of the texts by Pagefind's stemmer; the URL of a page beside it."""
    record: dict[str, Any] = {"type": "AddRecord", "index_id": 0, "language": "id", "filters": {}, "sort": {}}
    texts = [record | {"url": f"/berita/{n}/", "content": t, "meta": {"title": "Naskah"}} for n, t in TEXTS.items()]
    files = run([{"type": "NewIndex", "config": {}}, *texts, {"type": "GetFiles", "index_id": 0}])
    files["index.html"] = b"<!DOCTYPE html><html lang=id><link rel=icon href=data:,><title>Cari</title>"
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    with served(Site("theirs", folder, "https://rutan-contoh.example/")) as url:
        yield url


def measured(page: Page, url: str, script: str) -> Figures:
    """Ask everything."""
    page.goto(url)
    came = {query: {each.split("/")[-2] for each in page.evaluate(script, query)} for query in QUERIES}
    hits = sum(len(came[query] & wanted) for query, wanted in QUERIES.items())
    wrong = {
        query: (" ".join(sorted(wanted - came[query])), " ".join(sorted(came[query] - wanted)))
        for query, wanted in QUERIES.items()
        if came[query] != wanted
    }
    return Figures(hits / sum(map(len, QUERIES.values())), hits / max(1, sum(map(len, came.values()))), wrong)


def main() -> None:
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser()).new_page()
        for name, serve, script in (("Pagefind's stemmer", theirs, THEIRS), ("our roots", ours, OURS)):
            with TemporaryDirectory() as folder, serve(Path(folder)) as url:
                found = measured(page, url, script)
            print(f"{name}: {len(QUERIES)} queries, recall {found.recall:.1%}, precision {found.precision:.1%}")
            for query, (missing, strange) in found.wrong.items():
                print(f"  {query}: missing {missing or '-'}, strange {strange or '-'}")


if __name__ == "__main__":
    main()
