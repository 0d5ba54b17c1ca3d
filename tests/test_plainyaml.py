"""YAML read the short way and by PyYAML: the same nodes, articles and settings, the same problems."""

import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import warta.fields
from tests.samples import HOUSE, NEWS_PATH
from tests.sites import EXAMPLE, ROOT
from warta.model import Article, Source, TagFile
from warta.plainyaml import read_plain
from warta.problems import Findings, Problem
from warta.read import frontmatter, textfile
from warta.read.article import KEYS as ARTICLE_KEYS
from warta.read.content import read_file
from warta.read.mending import leaves
from warta.settingsfile import read_settings
from warta.sourcetext import read_text
from warta.yamlnodes import DEEPEST, Mapping, Node, Scalar, Sequence, read_node

TEXTS = sorted(
    path
    for folder in ("content", "tests/site/content", "tests/broken", "tests/hostile")
    for path in (ROOT / folder).rglob("*.md")
    if path.is_file()
)


def check_nodes(lines: tuple[str, ...]) -> None:
    """Where the short way has an answer, it is that of the long way; in front matter nothing is to be mended then."""
    node = read_plain(lines, 2)
    if node is None:
        return
    assert node == read_node("\n".join(lines), 2)
    if leaves(node):
        findings = Findings("", [])
        assert node == textfile._mended(frontmatter.Parts(lines, 2, "", 0), findings)
        assert findings.problems == ()


def whole(data: bytes, path: str, *, plain: bool) -> tuple[str, tuple[Problem, ...]]:
    """All that comes of a file: `repr` shows the fields that are left out where values are compared, but for terms."""
    with pytest.MonkeyPatch.context() as patched:
        if not plain:
            patched.setattr(textfile, "read_plain", lambda *_: None)
        reading, pieces = read_file(Source(path, data), HOUSE)
    value = reading.value
    places: list[object] = []
    if isinstance(value, Article):
        named = (*value.tags, *value.aliases, *([value.category] if value.category else []))
        places = [value.positions, *((term.line, term.column) for term in named), value.image and value.image.line]
    elif isinstance(value, TagFile):
        places = [value.place, *((term.line, term.column) for term in value.aliases)]
    return repr((value, pieces, places)), reading.problems


def check_file(data: bytes, path: str = NEWS_PATH) -> None:
    assert whole(data, path, plain=True) == whole(data, path, plain=False)
    text, _ = read_text(data, path)
    parts = frontmatter.split(text, Findings(path, [])) if text else None
    if parts:
        check_nodes(parts.fields)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_texts(path: Path) -> None:
    for kind in (NEWS_PATH, "content/halaman/profil.md", "content/tag/ramadhan.md"):
        check_file(path.read_bytes(), kind)


SETTINGS = sorted(
    path for path in (*ROOT.glob("*.yaml"), *(ROOT / "tests").rglob("*.yaml"), *(ROOT / "layouts").rglob("*.yaml"))
)


@pytest.mark.parametrize("path", SETTINGS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_settings_and_words(path: Path) -> None:
    text, _ = read_text(path.read_bytes(), path.name)
    assert text is not None
    check_nodes(tuple(text.split("\n")))
    found = read_settings(path.read_bytes(), path.name)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(warta.fields, "read_plain", lambda *_: None)
        assert found == read_settings(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    "path", ["site.yaml", "tests/site/site.yaml", "layouts/strings/id.yaml", "layouts/strings/en.yaml"]
)
def test_settings_and_words_are_read_the_short_way(path: str) -> None:
    assert read_plain((ROOT / path).read_text("utf-8").split("\n"), 1)


def test_a_build_of_plain_texts_does_without_pyyaml(tmp_path: Path) -> None:
    code = f"""
import sys
from warta.cli import main
assert main(["--source", {str(EXAMPLE)!r}, "--output", {str(tmp_path / "a")!r}, "--no-cache", "--jobs", "1"]) == 0
print("yaml" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def texts_of(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [texts_of(item) for item in node.items]
        case Mapping():
            return {key.text: texts_of(value) for key, value in node.entries}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            'title: "Rutan Contoh: Panen Raya #3"\ndate: 2018-01-12T13:16:00+08:00',
            [("title", "Rutan Contoh: Panen Raya #3", 8), ("date", "2018-01-12T13:16:00+08:00", 7)],
        ),
        (
            "judul: Jum'at Berkah “PASTI”, 40 Paket [Sembako] \ntanggal: Jumat, 22 Maret 2024 pukul 16:10 WITA",
            [
                ("judul", "Jum'at Berkah “PASTI”, 40 Paket [Sembako]", 8),
                ("tanggal", "Jumat, 22 Maret 2024 pukul 16:10 WITA", 10),
            ],
        ),
        (
            "slug: null\ndraft: yes\nplace:  'Rantau' ",
            [("slug", "null", 7), ("draft", "yes", 8), ("place", "Rantau", 9)],
        ),
        (
            "# catatan\n\nimage: /media/a.jpg\nimage_alt:\n  # nanti",
            [("image", "/media/a.jpg", 8), ("image_alt", "", 11)],
        ),
        ('tags: [ hari bhakti , "a, b",\'c\', Jum\'at ]', [("tags", ["hari bhakti", "a, b", "c", "Jum'at"], 7)]),
        ("tags: []", [("tags", [], 7)]),
        (
            "tag:\n  - Ramadhan\n  - 'Isra Mi\"raj'\njudul: a",
            [("tag", ["Ramadhan", 'Isra Mi"raj'], 3), ("judul", "a", 8)],
        ),
        ("aliases:\n- /lama/\n-   /lain/", [("aliases", ["/lama/", "/lain/"], 1)]),
        (
            "contact:\n  # telepon\n  phone: '0800'\n  email:\n\nper_page: 20",
            [("contact", {"phone": "0800", "email": ""}, 3), ("per_page", "20", 11)],
        ),
        (
            "navigation:\n  - title: Berita\n    url: /berita/\n  -   title: Tag",
            [("navigation", [{"title": "Berita", "url": "/berita/"}, {"title": "Tag"}], 3)],
        ),
        ("tags:\n\n  # dua\n  - a", [("tags", ["a"], 3)]),
        ("a:\n- b:\n  - c\n- d: e", [("a", [{"b": ["c"]}, {"d": "e"}], 1)]),
    ],
)  # fmt: skip
def test_what_files_hold_is_read_the_short_way(text: str, entries: list[tuple[str, object, int]]) -> None:
    lines = tuple(text.split("\n"))
    node = read_plain(lines, 2)
    assert isinstance(node, Mapping)
    assert [(key.text, texts_of(value), value.column) for key, value in node.entries] == entries
    check_nodes(lines)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# catatan",
        "title: Rapat: Evaluasi",
        "title: Rapat:",
        "title: Peringkat #1",
        "title: a # catatan",
        "title:Tanpa spasi",
        "title : a",
        "title: \ta",
        "title: a\u00a0b",
        "title: “Kutip”",
        "title: [Video] Panen Raya",
        "title: 12:30 #1",
        'title: "satu\\ndua"',
        'title: "Kata \\"kutip\\""',
        "title: 'Jum''at'",
        'title: "tak ditutup',
        'title: "a" b',
        "title: |\n  a",
        "title: a\n  b",
        "title: &a b",
        "title: !!str b",
        "title: *a",
        "title: @rutan",
        "title: - a",
        "title: ~",
        "- a",
        "title: a\n- b",
        "tags:\n- a\n  - b",
        "tags:\n- a: b: c",
        "tags:\n- #a",
        "tags: [a, b",
        "tags: [a,, b]",
        "tags: [#a]",
        "tags: [a #b]",
        'tags: ["a\\tb"]',
        "tags: [a, ]",
        "tags: [a: b]",
        "tags: [[a]]",
        "tags: {a: b}",
        "? title",
        "title: a\n...",
        "%YAML 1.1\ntitle: a",
        "a:\n  b: c\n d: e",
        "a:\n    b: c\n  d: e",
        " a: b\nc: d",
        "a:\n  - b: c\n   d: e",
        "a:\n  - b\n    c: d",
        "a: b\n  c: d",
        "a:\n  b",
        "a:\n  - - b",
        "a:\n  b:\n- c",
        "a:\n   - b\nc: - d",
        "\n".join(" " * n + "a:" for n in range(DEEPEST)),
        "\ufefftitle: a",
    ],
)
def test_what_needs_a_closer_look_gets_it(text: str) -> None:
    assert read_plain(tuple(text.split("\n")), 2) is None


@pytest.mark.parametrize(
    "text",
    [
        "title: [Video]",
        "JUDUL: [Video]",
        "tags:\n- a: b",
        "Tag:\n  a:\n  - b: c",
        "tags: [a]\ntitle: []",
        "alamat_lama:\n- a: b",
    ],
)
def test_what_may_have_to_be_mended_is_looked_at(text: str) -> None:
    node = read_plain(text.split("\n"), 2)
    assert node
    assert not leaves(node)


@pytest.mark.parametrize(
    "text",
    [
        *("title:\n- a", "tags: [a, 'b']", "Tags:\n  - a", "title: a\nx: [b]", "title:\n  a: [b]"),
        *("acara:\n  mulai: 2026-12-05 08:00\n  tempat: Aula", "ralat:\n- tanggal: 2026-09-16\n  teks: Salah"),
    ],
)
def test_what_cannot_have_to_be_mended_is_left(text: str) -> None:
    node = read_plain(text.split("\n"), 2)
    assert node
    assert leaves(node)


@pytest.mark.parametrize(
    "text",
    [
        "title: a" + " " * 19_000 + "#",
        "title:" + " " * 19_000 + "#",
        "title: " + "a:" * 9_000 + "#",
        "tags: [" + "a , " * 4_500 + "#",
        "tags: [a" + " " * 19_000 + "#",
        "tags:\n-" + " " * 19_000 + "#",
        "t:\n" * 6_000,
        "t:\n - a:\n" * 2_000,
        "".join(" " * n + "a:\n" for n in range(200)),
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_is_read_or_given_up_at_once(text: str) -> None:
    lines = tuple(text.split("\n"))
    start = process_time()
    read_plain(lines, 2)
    assert process_time() - start < 0.2
    check_nodes(lines)


WORDS = [
    word.strip(" \n")
    for word in """
    Rutan; Rantau; Jum'at; 007; 12:30; Panen; /media/a.jpg; “PASTI”; ‘x’; 2026-03-02; 2026-03-02T16:30+08:00;
    2/3/2026; null; ~; yes; on; true; Ya; #tagar; #; # x; :; a:b; a: b; -; - a; ?; !; !!str; &; &a; *; *a; %; @a;
    `x`; |; >; [; ]; {; }; [a]; {a: b}; ,; ,,; \\; \\n; "; '; ''; \\"; (a); /; ...; ---; é; É; 😀; \u00a0; \t;
    \u200d; \ufeff; \u0085; \u2028; ǅ; ß; İ; \x07; x²; ½; =; <<; ., a.b; a-b
""".split(";")
]
GAPS = [" "] * 20 + ["", "  ", "\t", "\u00a0"]
KEYS = [name for pair in ARTICLE_KEYS.items() for name in pair]
VALUES = {
    "date": ["2026-03-02", "2026-03-02T16:30:00+08:00", "Senin, 2 Maret 2026 pukul 16.30 WITA", "12:30"],
    "draft": ["true", "yes", "tidak", "on", "null"],
    "slug": ["panen-raya", "Panen Raya", "007"],
}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """One or more words with gaps: mostly such as posts hold."""
    words = draw(
        st.lists(st.sampled_from([*WORDS[:8] * 40, *WORDS]), min_size=draw(st.sampled_from([1, 1, 1, 0])), max_size=4)
    )
    text = "".join(word + draw(st.sampled_from(GAPS)) for word in words)
    text = text.rstrip(" ") if draw(st.booleans()) else text
    quote = draw(st.sampled_from(["", "", '"', "'"]))
    if draw(st.integers(0, 9)):
        text = text.replace(quote, "").replace("\\", "") if quote else text
    return quote + text + quote


@st.composite
def fields(draw: st.DrawFn) -> list[str]:
    """The lines of one key."""
    key = draw(
        st.sampled_from([*KEYS * 4, "Title", "JUDUL", "ejaan_lain", "x", "a b", "-", "2a", "'title'", "k" * 120])
    )
    colon = draw(st.sampled_from([": "] * 40 + [":", ":  ", " : ", ":\t", ":\u00a0"]))
    usual = VALUES.get({other: name for name, other in ARTICLE_KEYS.items()}.get(key, key), [])
    kind = draw(st.sampled_from(["usual" if usual else "text", "text", "list", "block", "none"]))
    indent = draw(st.sampled_from(["", "", "  ", "  ", " ", "\t"]))
    if kind == "usual":
        return [key + colon + draw(st.sampled_from(usual))]
    if kind == "text":
        return [key + colon + draw(texts())]
    items = draw(st.lists(texts(), max_size=3))
    if kind == "list":
        gap = draw(st.sampled_from([", ", ",", " , "]))
        ends = draw(st.sampled_from([*[("[", "]")] * 6, ("[ ", " ]"), ("[", ""), ("{", "}")]))
        return [key + colon + ends[0] + gap.join(items) + ends[1] + draw(st.sampled_from(["", "", "", " ", " # a"]))]
    dash = draw(st.sampled_from(["- "] * 6 + ["-  ", "-"]))
    below = [indent + dash + item for item in items] if kind == "block" else []
    return [key + draw(st.sampled_from([":", ":", ": "])), *below]


@st.composite
def heads(draw: st.DrawFn) -> str:
    """Front matter, mostly plain, with a few odd lines and a few slips of the hand."""
    parts = draw(st.lists(fields(), min_size=1, max_size=5))
    lines = [line for part in parts for line in part]
    for _ in range(draw(st.sampled_from([0, 0, 0, 1]))):
        odd = draw(
            st.sampled_from(
                ["", "  ", "# a", "  # a: b", "...", "%YAML 1.2", "  lanjutan", "kata", "- a", "\t", "--- a"]
            )
        )
        lines.insert(draw(st.integers(0, len(lines))), odd)
    text = "\n".join(lines)
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(WORDS)) + text[at + draw(st.integers(0, 1)) :]
    return text


def set_in(parts: list[list[str]], dash: str, rest: str) -> list[str]:
    return [(dash if at == 0 else rest) + line for part in parts for at, line in enumerate(part)]


SOME_KEYS = st.sampled_from(["contact:", "navigation: ", "title:", "tags:"])
INDENTS = st.sampled_from(["  ", "  ", "    ", " ", ""])
USUAL = st.sampled_from([["phone: '0800'"], ["title: Berita"], ["url: /berita/"], ["hours:"], ["a: [b]"]])


def nested(parts: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """One or more keys, or a list, below a key."""
    some = st.lists(parts, min_size=1, max_size=3)
    mapping = st.builds(lambda key, parts, indent: [key, *set_in(parts, indent, indent)], SOME_KEYS, some, INDENTS)
    dashed = st.builds(
        lambda key, parts, indent, gap: [key, *set_in(parts, f"{indent}-{gap}", f"{indent} {gap}")],
        *(SOME_KEYS, some, INDENTS, st.sampled_from([" ", " ", "  ", ""])),
    )
    return mapping | dashed


BLOCKS = st.lists(st.recursive(USUAL | USUAL | fields(), nested, max_leaves=5), min_size=1, max_size=4)


@st.composite
def settings(draw: st.DrawFn) -> tuple[str, ...]:
    """Lines such as site.yaml has, with a few slips of the hand."""
    lines = [line for part in draw(BLOCKS) for line in part]
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(lines) - 1))
        slips = ["", f" {lines[at]}", lines[at][1:], f"  {lines[at]}", lines[at].strip(), "  # a", f"- {lines[at]}"]
        lines[at : at + draw(st.integers(0, 1))] = [draw(st.sampled_from(slips))]
    return tuple(lines)


@given(settings())
def test_the_two_ways_agree_on_settings(lines: tuple[str, ...]) -> None:
    check_nodes(lines)


@given(fields())
def test_the_two_ways_agree_on_one_key(lines: list[str]) -> None:
    check_nodes(tuple(lines))


@given(heads(), st.sampled_from(["\n", "\n", "\r\n", "\r"]), st.sampled_from(["", "", "\ufeff"]))
@example("title: a\ndate: 2026-03-02\nslug: b\ntags: [a]", "\r\n", "\ufeff")
def test_the_two_ways_agree(head: str, end: str, mark: str) -> None:
    check_nodes(tuple(head.split("\n")))
    text = f"---\ntitle: Panen Raya\n{head}\n---\nIsi berita.\n" if "---" not in head else f"---\n{head}\n---\nIsi.\n"
    check_file((mark + text.replace("\n", end)).encode())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(KEYS))
def test_the_two_ways_agree_on_any_letter(text: str, key: str) -> None:
    for value in (
        text,
        f"a{text}",
        f"a{text}b",
        f'"{text}"',
        f"'{text}'",
        f"[{text}]",
        f"[a{text}b, c]",
        f"\n- a{text}b",
    ):
        check_nodes(tuple(f"{key}: {value}".split("\n")))
