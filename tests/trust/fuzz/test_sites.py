"""Whole sites of any bytes: no build raises, the output folder is whole or as it was, and no link in it is dead."""

import os
import shutil
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests import photofiles, sites
from tests.sites import Built, attributes
from tests.trust.fuzz.seeds import corpus_of, seeds_of

TRUST = os.environ.get("WARTA_TRUST") == "1"
BEFORE = {"content/berita/2026-01-01-lama.md": sites.post(title="Lama", date="2026-01-01", body="Isi lama.")}
NAMES = [
    "a",
    "b",
    "Apel Pagi",
    "2026-03-02-apel",
    "index",
    "con",
    "café",
    "cafe\u0301",
    "A",
    "x" * 120,
    "a%2e%2e%2fb",
    "{{ 7*7 }}",
    "-",
]
TARGETS = [
    "a.md",
    "b.md#bagian",
    "/berita/a/",
    "../a.md",
    "/tag/x/",
    "foto.jpg",
    "/media/foto.jpg",
    "..%2f..%2fx",
    "file:///etc/passwd",
    "C:\\x",
    "\\\\server\\x",
    "a.md::$DATA",
    "https://contoh.example/",
    "#x",
]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FIELDS = [
    "title",
    "date",
    "tags",
    "slug",
    "aliases",
    "category",
    "summary",
    "image",
    "gallery",
    "draft",
    "event",
    "withdrawn",
    "place",
]
VALUES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "2026-03-02",
            "[x, y]",
            "[/lama/, /berita/a/]",
            "../../x",
            "foto.jpg",
            "true",
            "ya",
            "x",
            "{{ 7*7 }}",
            "&a *a",
            "|",
            "/berita/",
            "/a/../b/",
        ]
    ),
)


@st.composite
def posts(draw: st.DrawFn) -> str:
    fields = draw(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=5))
    body = draw(
        st.lists(
            st.one_of(
                WORDS,
                st.sampled_from(
                    [f"[x]({each})" for each in TARGETS]
                    + [f"![x]({each})" for each in TARGETS]
                    + ["## Bagian", "[^1]\n\n[^1]: y", "<script>x</script>"]
                ),
            ),
            max_size=4,
        )
    )
    head = [f"{name}: {value}" for name, value in fields]
    return "\n".join(("---", "title: Apel", "date: 2026-03-02", *head, "---", "\n\n".join(body)))


SEEDS = [path.read_bytes() for path in corpus_of("post") + corpus_of("tag")]
PHOTO = photofiles.encoded(photofiles.picture((64, 40)), "JPEG")
CONTENTS = st.one_of(posts(), posts(), posts(), st.sampled_from(SEEDS), st.binary(max_size=60))
PATHS = st.tuples(
    st.sampled_from(["content/berita/", "content/berita/a/", "content/halaman/", "content/tag/"]),
    st.sampled_from(NAMES),
).map(lambda parts: f"{parts[0]}{parts[1]}.md")
TEXTS = st.dictionaries(PATHS, CONTENTS, max_size=5)
PHOTOS = st.dictionaries(
    st.sampled_from(["content/media/foto.jpg", "content/berita/a/foto.jpg", "content/berita/foto.jpg"]),
    st.one_of(st.just(PHOTO), st.sampled_from([path.read_bytes() for path in corpus_of("photo")])),
    max_size=2,
)
SETTINGS = st.one_of(
    st.just(sites.SITE_YAML),
    st.just(sites.SITE_YAML),
    st.tuples(
        st.sampled_from(
            ["features: {tags: off}", "per_page: 1", "language: en", "paths: {berita: kabar}", "logo: /media/logo.svg"]
        )
    ).map(lambda more: f"{sites.SITE_YAML}{more[0]}\n"),
    st.sampled_from(list(seeds_of("settings"))),
)


def dead_links(built: Built, base: str) -> list[tuple[str, str]]:
    """Every address of the site that a page names and no file answers, beside the page."""
    dead = []
    for path, page in built.pages.items():
        for name in ("href", "src"):
            for target in attributes(page, name):
                parts = urlsplit(urljoin(f"{base}{path}", target))
                if f"{parts.scheme}://{parts.netloc}/" != base or not parts.path:
                    continue
                file = sites.file_of(unquote(parts.path))
                if file not in built.files:
                    dead.append((path, target))
    return dead


@settings(max_examples=1_500 if TRUST else 25, suppress_health_check=list(HealthCheck))
@given(texts=TEXTS, photos=PHOTOS, site_yaml=SETTINGS)
def test_any_site_is_published_whole_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory,
    texts: dict[str, str | bytes],
    photos: dict[str, bytes],
    site_yaml: str | bytes,
) -> None:
    root = tmp_path_factory.mktemp("situs")
    sites.published(root, BEFORE)
    before = sites.digest(root / "public")
    files = {path: data.encode("utf-8", "replace") if isinstance(data, str) else data for path, data in texts.items()}
    done = sites.site(root, {**files, **photos, "site.yaml": site_yaml}, allow_removal=1_000)
    event("published" if done.report.published else "refused")
    if done.report.published:
        assert dead_links(done, "https://rutan-contoh.example/") == []
        again = sites.built(root, allow_removal=1_000)
        assert (*again.report.added, *again.report.changed, *again.report.deleted) == ()
    else:
        assert sites.digest(root / "public") == before
    assert {path.name for path in root.iterdir()} == {"content", "public", "site.yaml", ".public.lock"}
    shutil.rmtree(root)
