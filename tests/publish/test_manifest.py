"""warta.json: what the published folder holds of ours."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.publish.manifest import Entry, dump, entry_of, load

ENTRIES = {"berita/apel/index.html": Entry(3, "ab"), "404.html": Entry(0, "cd"), "media/kafé.jpg": Entry(1, "ef")}


def listing(*paths: str) -> bytes:
    return json.dumps({"version": 1, "files": {path: [1, "a"] for path in paths}}).encode()


def test_what_is_written_is_read_back() -> None:
    assert load(dump(ENTRIES)) == ENTRIES


def test_equal_entries_give_equal_bytes_in_any_order() -> None:
    assert dump(dict(reversed(ENTRIES.items()))) == dump(ENTRIES)


@given(st.dictionaries(st.text(max_size=9), st.builds(Entry, st.integers(min_value=0), st.just("") | st.just("0a1"))))
def test_it_is_written_as_json_writes_it(entries: dict[str, Entry]) -> None:
    files = json.dumps(dict(entries), ensure_ascii=False, sort_keys=True)
    assert dump(entries).decode() == f'{{"version": 1, "files": {files}}}\n'


def test_an_entry_is_the_size_and_the_digest_of_the_bytes() -> None:
    assert (entry_of(b"abc").size, entry_of(b"abc").digest) == (3, "ba7816bf8f01cfea414140de5dae2223")


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a/../b",
        "a/./b",
        ".",
        "..",
        "a/..",
        "",
        "a//b",
        "a/",
        "C:/x",
        "C:x",
        "a\\b",
        "a\0b",
        "a\nb",
        "~/../x",
    ],
)
def test_a_path_that_leaves_the_folder_makes_the_manifest_none(path: str) -> None:
    assert load(listing("index.html", path)) is None


@pytest.mark.parametrize(
    "path", ["index.html", "a/b.html", "..a/b", "a..b", ".nojekyll", "media/kafé 1.jpg", "a/...b/c"]
)
def test_a_path_inside_the_folder_is_taken(path: str) -> None:
    assert load(listing(path)) == {path: Entry(1, "a")}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
FILES = st.dictionaries(
    st.sampled_from(["a", "b/c", "../d"]) | st.text(max_size=5), st.lists(JSON, min_size=2, max_size=2) | JSON
)


@given(
    st.binary(max_size=60)
    | JSON.map(lambda value: json.dumps(value).encode())
    | FILES.map(lambda value: json.dumps({"version": 1, "files": value}).encode())
)
def test_any_bytes_are_entries_or_none(data: bytes) -> None:
    entries = load(data)
    if entries is not None:
        assert load(dump(entries)) == entries


@pytest.mark.parametrize(
    "data",
    [
        b'{"version": 1, "files": {"a": [Infinity, "x"]}}',
        b'{"version": 1, "files": {"a": [NaN, "x"]}}',
        b'{"version": 1, "files": {"a": [1' + b"0" * 5000 + b', "x"]}}',
        b"[" * 100_000,
        b'{"version": 1, "files": {"\\ud800": [1, "x"]}}',
        b'{"version": 1, "files": {"a": [-1, "x"]}}',
        b'{"version": 1, "files": {"a": [-1, ""]}}',
        b'{"version": 1, "files": {"a": [true, "x"]}}',
        b'{"version": 1, "files": {"a": [[1], "x"]}}',
        b'{"version": 1, "files": {"a": [1, "x\\"]}}',
        b'{"version": 99, "files": {"a": [1, "x"]}}',
    ],
)
def test_what_no_build_of_ours_wrote_is_none(data: bytes) -> None:
    assert load(data) is None
