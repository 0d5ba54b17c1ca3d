"""What a hostile writer may ask for is bounded: beyond each limit is a problem, named before it costs much."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests import sites
from tests.samples import codes, read
from tests.trust.fuzz import seeds
from warta import fields
from warta.quick import look
from warta.read import effort, textfile, typed
from warta.render import photos, pixels
from warta.settingsfile import read_settings
from warta.sourcetext import LARGEST

README = (sites.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("[a](a.md)\n\n" * effort.LINK_LIMIT, ""),
        ("[a](a.md)\n\n" * (effort.LINK_LIMIT + 1), "TOO_TANGLED"),
        ("![]()\n\n" * (effort.LINK_LIMIT + 1), "TOO_TANGLED"),
        ("<x><div>\n\n" * effort.LINK_LIMIT, "TOO_TANGLED"),
        ("Apel.\n\n" * (effort.BLOCK_LIMIT - 9), ""),
        ("Apel." + "\n" * 1_900_000 + "Selesai.", "TOO_TANGLED"),
        (" " * 1_900_000 + "Apel.", "NESTED_TOO_DEEP"),
        ("a" * 1_900_000, ""),
        ("\u00a0" * 900_000 + "a", ""),
        ("Warga binaan " * 100_000, ""),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_a_body_of_two_million_letters_is_read_or_refused_by_name(markdown: str, code: str) -> None:
    problems = read(sites.post(body=f"Salam.\n\n{markdown}\n\nAkhir."))[1]
    assert [each for each in codes(problems) if not each.startswith(("SUMMARY", "INMATE"))] == ([code] if code else [])


@pytest.mark.parametrize("name", ["title", "place", "author", "summary", "image_caption", "category"])
def test_a_field_may_be_long_but_not_endless(name: str) -> None:
    for length in (fields.LONGEST, fields.LONGEST + 1):
        front = {"title": "Apel", "date": "2026-03-02"} | {name: "x" * length}
        text = "\n".join(("---", *(f"{key}: {value}" for key, value in front.items()), "---", "Isi."))
        assert ("FIELD_TOO_LONG" in codes(read(text)[1])) == (length > fields.LONGEST)


def test_a_post_has_at_most_a_hundred_tags_and_old_addresses() -> None:
    listed = [f"topik {number}" for number in range(typed.MOST_TERMS + 20)]
    old = [f"/lama/{number}/" for number in range(typed.MOST_TERMS + 20)]
    article, problems = read(sites.post(f"tags: [{', '.join(listed)}]", f"aliases: [{', '.join(old)}]"))
    assert article is not None
    assert (len(article.tags), len(article.aliases)) == (typed.MOST_TERMS, typed.MOST_TERMS)
    assert codes(problems).count("TERMS_TOO_MANY") == 2


def test_folders_in_folders_are_walked_to_their_end(tmp_path: Path) -> None:
    root = sites.write(tmp_path, {"content/berita/a.md": sites.post()})
    here = os.open(root / "content", os.O_RDONLY)
    for _ in range(1_500):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    try:
        assert look(str(root), "")[1].count("/d/d") > 1_000
        assert sites.built(root).report.published
    finally:  # Python 3.11's own way to remove them is recursive
        subprocess.run(["rm", "-r", str(root / "content/d")], check=True)


def test_a_pipe_in_content_is_not_waited_for(tmp_path: Path) -> None:
    root = sites.write(tmp_path, {"content/berita/a/index.md": sites.post(body="![Apel](foto.jpg)")})
    os.mkfifo(root / "content/berita/b.md")
    os.mkfifo(root / "content/berita/a/foto.jpg")
    assert sites.built(root).codes == ["PHOTO_MISSING"]


@pytest.mark.parametrize("end", ["a: [b", "a: {b", "a:\n- [", 'a: "b', "a: b\n*x", "a: b\n- c: [x"])
def test_a_fault_at_the_end_of_the_settings_is_told_at_a_line_that_they_have(end: str) -> None:
    problems = read_settings(end.encode(), "site.yaml")[1]
    assert problems
    assert max(each.line for each in problems) <= end.count("\n") + 1


@pytest.mark.parametrize(
    "limit",
    [
        LARGEST,
        textfile.FRONT_MATTER_LIMIT,
        fields.LONGEST,
        typed.MOST_TERMS,
        effort.MARK_LIMIT,
        effort.LINK_LIMIT,
        effort.BLOCK_LIMIT,
        effort.LINE_LIMIT,
        effort.CELL_LIMIT,
        effort.NOTE_LIMIT,
        photos.FRAME_LIMIT,
        pixels.PIXEL_LIMIT // 1_000_000,
    ],
)
def test_every_limit_is_told_in_readme(limit: int) -> None:
    told = README.partition("### Limits")[2].partition("\n## ")[0]
    assert re.search(rf"(?<![\d,]){limit:,}(?![\d,])", told), limit


def test_template_syntax_is_text_in_every_field(tmp_path: Path) -> None:
    syntax = "{{ 7*7 }} {% raw %} {# x #} {{ settings }}"
    texts = ("place", "author", "summary", "image_caption", "correction", "short_title")
    front = [f"{name}: '{syntax} {name}'" for name in texts]
    files = {
        "content/berita/a.md": sites.post(
            *front, f"tags: ['{syntax}']", title=f"'{syntax}'", body=f"{syntax}\n\n`{syntax}`"
        ),
        "content/tag/x.md": f"---\ntitle: '{syntax}'\n---\n{syntax}\n",
    }
    done = sites.published(tmp_path, files)
    page = done.page("/berita/a/")
    assert sites.text_of(page.find(".//h1")) == syntax
    assert sites.text_of(page.find(".//article")).count(syntax) >= 4
    assert not any("49" in sites.text_of(each) for each in page.iter("h1"))


def test_the_corpus_is_small() -> None:
    assert sum(path.stat().st_size for path in seeds.CORPUS.rglob("*") if path.is_file()) < 200_000
