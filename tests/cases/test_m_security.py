"""Cases M: what must not leave the folder, run, or be followed."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar

from tests import sites
from tests.samples import codes, read
from tests.sites import attributes, body, text_of

PHOTO = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()


@pytest.mark.parametrize(
    "slug",
    [
        "../../admin",
        '"%2e%2e%2fadmin"',
        '"%252e%252e%252fadmin"',
        "/etc/passwd",
        "file:///etc/passwd",
        "..\\x",
        "\\\\server\\x",
        "C:\\x",
        "a/b",
        '".."',
        '"."',
        ".htaccess",
        "．．／．．／admin",
        "con",
        "NUL",
        "a\u0301pel",
    ],
)
def test_a_slug_never_leaves_its_folder(slug: str, tmp_path: Path) -> None:  # M1
    article, problems = read(sites.post(f"slug: {slug}"))
    assert article is not None
    assert codes(problems) in (["SLUG_REFUSED"], ["SLUG_CHANGED"])
    assert set(article.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    sites.site(tmp_path / "situs", {"content/berita/a.md": sites.post(f"slug: {slug}")})
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


@pytest.mark.parametrize(
    "alias",
    [
        "/../../x.html",
        "..\\x",
        "/%2e%2e/x/",
        "/a/../../x/",
        "//jahat.example/x/",
        "https://jahat.example/",
        "/a\tb/",
        "/%252e%252e/%2e./",
        "/a%2f..%2f..%2fx/",
        "\\\\server\\x",
        "C:/x/",
        "file:///x",
        "/．．/x/",
        "/./x/",
        "/.htaccess",
        "/a/.git/",
        "/con/",
        "/x/nul.html",
        "/media/x.html",
        "/aset/x.html",
        "/pagefind/2026/pagefind.js",
    ],
)
def test_an_old_address_never_leaves_the_site(alias: str) -> None:  # M1
    article, problems = read(sites.post(f"aliases: ['{alias}']"))
    assert article is not None
    assert (codes(problems), article.aliases) == (["ALIAS_REFUSED"], ())


def test_links_of_the_disk_are_reported_and_nothing_of_them_is_published(tmp_path: Path) -> None:  # M3
    secret = tmp_path / "rahasia.jpg"
    secret.write_bytes(PHOTO)
    root = sites.write(tmp_path / "situs", {"content/berita/a.md": sites.post(body="![x](foto/rahasia.jpg)")})
    (root / "content/berita/foto").mkdir()
    (root / "content/berita/foto/rahasia.jpg").symlink_to(secret)
    (root / "content/berita/putaran").symlink_to(root / "content")
    (root / "content/media").symlink_to(tmp_path)
    done = sites.built(root)
    assert not done.report.published
    assert codes(done.report.problems) == ["PHOTO_MISSING", "SYMLINK", "SYMLINK", "SYMLINK"]
    assert not done.output.exists()


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("content", "LUAR"),
        ("content/berita", "LUAR"),
        ("content/berita/b.md", "LUAR/rahasia.md"),
        ("content/berita/b.md", "../../../luar/rahasia.md"),
        ("content/berita/b.md", "b.md"),
        ("content/berita/b.md", "tak-ada.md"),
        ("content/berita/b.md", "/dev/zero"),
        ("content/berita/b/index.md", "LUAR/rahasia.md"),
        ("content/berita/b", "LUAR"),
        ("content/berita/b", "."),
        ("content/halaman/b.md", "LUAR/rahasia.md"),
        ("content/tag/b.md", "LUAR/rahasia.md"),
        ("content/media", "LUAR"),
        ("content/media/b.pdf", "LUAR/rahasia.md"),
        ("content/media/b.jpg", "../berita/a/foto.jpg"),
        ("layouts", "LUAR"),
        ("layouts/default", "LUAR"),
        ("layouts/article.html", "LUAR/rahasia.md"),
        ("layouts/strings/id.yaml", "LUAR/rahasia.md"),
    ],
)
def test_a_link_of_the_disk_at_any_level_is_named(place: str, target: str, tmp_path: Path) -> None:  # M3
    outside = sites.write(tmp_path / "luar", {"rahasia.md": sites.post(title="Rahasia"), "berita/c.md": sites.post()})
    root = sites.write(tmp_path / "situs", {"content/berita/a.md": sites.post(), "layouts/assets/a.css": "a{}"})
    if (root / place).exists():
        shutil.rmtree(root / place)
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(target.replace("LUAR", str(outside)))
    done = sites.built(root)
    assert [each.path for each in done.report.problems if each.code.name == "SYMLINK"] == [place]
    assert not done.report.published
    assert not done.output.exists()


def test_a_link_of_the_disk_in_the_theme_is_reported_too(tmp_path: Path) -> None:  # M3
    (tmp_path / "rahasia.css").write_text("x", encoding="utf-8")
    root = sites.write(tmp_path / "situs", {"content/berita/a.md": sites.post(), "layouts/assets/a.css": "a{}"})
    (root / "layouts/assets/b.css").symlink_to(tmp_path / "rahasia.css")
    done = sites.built(root)
    assert [(each.code.name, each.path) for each in done.report.problems] == [("SYMLINK", "layouts/assets/b.css")]


TITLES = [
    '"><script>alert(1)</script>',
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<!--",
    "]]>",
    "&lt;script&gt; &amp; &#60;b&#62;",
    '\\"; alert(1) //',
    "{{ 7*7 }}{% raw %}",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_reads_as_typed_in_what_programs_read(title: str, tmp_path: Path) -> None:  # M4
    done = sites.published(
        tmp_path, {"content/berita/a.md": sites.post("event: 2026-12-01", "tags: [x]", title=f"'{title}'")}
    )
    head = done.page("/berita/a/")
    assert [each.get("content") for each in head.iter("meta") if each.get("property") == "og:title"] == [title]
    data = [json.loads(each.text or "") for each in head.iter("script")]
    assert [each["headline"] for each in data[0] if each["@type"] == "NewsArticle"] == [title]
    assert [each["name"] for each in data[0] if each["@type"] == "Event"] == [title]
    for feed in ("feed.xml", "tag/x/feed.xml"):
        assert [each.text for each in fromstring(done.files[feed]).iterfind("channel/item/title")] == [title]
    assert [each["title"] for each in json.loads(done.text("feed.json"))["items"]] == [title]
    calendar = Calendar.from_ical(done.files["agenda.ics"])
    assert [str(each["SUMMARY"]) for each in calendar.walk("VEVENT")] == [title]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_inert_and_readable_in_every_context(title: str, tmp_path: Path) -> None:  # M4
    files = {
        name: sites.post("tags: [x]", title=f"'{title}'") for name in ("content/berita/a.md", "content/berita/b.md")
    }
    done = sites.published(tmp_path, files)
    page = done.page("/berita/a/")
    assert text_of(page.find(".//h1")) == title
    assert text_of(page.find(".//title")).startswith(title)
    scripts = [each for page in done.pages.values() for each in page.iter("script")]
    assert {each.get("type") for each in scripts} == {"application/ld+json"}
    assert text_of(done.page("/").find(".//h3/a")) == title


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("[klik](javascript:alert(1))", 6),
        ("Salam.\n\n[k][a]\n\n[a]: JaVaScRiPt:alert(1)", 10),
        ("Salam.\n\n<javascript:alert(1)>", 0),
        ("[klik](vbscript:x)", 6),
        ("[klik](data:text/html,x)", 6),
        ("Salam.\n\n![foto](data:image/png;base64,x)", 8),
        ("Salam.\n\n![foto](javascript:alert(1))", 8),
        ("Salam.\n\n[satu](java&#115;cript:jahat(1))", 8),
        ("Salam.\n\n[dua](<java&#9;script:jahat(2)>)", 8),
        ("[tiga](&#1;javascript:jahat(3))", 6),
        ("[empat](file:///etc/passwd)", 6),
        ("[lima](//)", 6),
    ],
)
def test_an_address_of_another_scheme_is_no_link_and_a_warning_at_its_line(markdown: str, line: int) -> None:  # M6
    inner = body(markdown)
    assert attributes(inner, "href") + attributes(inner, "src") == []
    problems = read(sites.post(body=markdown))[1]
    assert [(each.code.name, each.line) for each in problems] == ([("UNSAFE_LINK", line)] if line else [])


@pytest.mark.parametrize(
    "target", ["https://contoh.go.id/", "http://contoh.go.id/", "mailto:humas@contoh.go.id", "tel:+6280000"]
)
def test_the_schemes_that_are_allowed_stay_links(target: str) -> None:  # M6
    assert attributes(body(f"[x]({target})"), "href") == [target]


BOMB = "\n".join(
    ["a: &a [x,x,x,x,x,x,x,x,x]"]
    + [f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]" for before, name in pairwise("abcdefgh")]
)


@pytest.mark.parametrize(
    "written",
    [
        f"{BOMB}\ntags: *h",
        "tags: &a [x, *a]",
        "x: &a {y: *a}",
        "&a tags: [x]\n*a : y",
        "x: &a {title: Lain}\n<<: *a",
        "tags:\n- &a x\n- y",
        "x: !!binary aGFsbw==",
        "x: !!python/name:os.system",
        "x: !jahat {a: b}",
        "x: !<tag:yaml.org,2002:str> y",
    ],
)
@pytest.mark.parametrize(
    "path", ["content/berita/a.md", "content/halaman/b.md", "content/tag/c.md", "site.yaml", "layouts/strings/id.yaml"]
)
def test_anchors_aliases_and_tags_are_refused_before_anything_walks_them(
    path: str, written: str, tmp_path: Path
) -> None:  # M8
    sound = {
        "site.yaml": sites.SITE_YAML,
        "layouts/strings/id.yaml": (sites.ROOT / "layouts/strings/id.yaml").read_text(encoding="utf-8"),
    }
    text = f"{sound[path]}{written}\n" if path in sound else sites.post(*written.split("\n"))
    done = sites.site(tmp_path, {"content/berita/z.md": sites.post(), path: text})
    assert not done.report.published
    assert {(each.code.name, each.path) for each in done.report.problems} == {("YAML_MAGIC", path)}
    assert len(done.report.problems) == 1
    assert sum(len(value) for each in done.report.problems for _, value in each.facts) < 200


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        "<b onclick=alert(1)>tebal</b>",
        '<a href="javascript:alert(1)">klik</a>',
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        '<math><mtext></p><style><img src="</style><img src=x onerror=alert(1)>">',
        "<style>@import 'x'</style>",
        "<form action=x><input name=y>",
        "<details ontoggle=alert(1) open>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<a\nhref=javascript:alert(1)>x</a>",
        "`<script>` <script\n>alert(1)</script>",
    ],
)
def test_raw_html_that_could_run_never_reaches_the_page(html: str) -> None:  # M9
    inner = body(f"Awal.\n\n{html}\n\nAkhir.")
    names = {name for each in inner.iter() for name in each.attrib}
    assert {each.tag for each in inner.iter()} <= {"body", "p", "b", "br", "code", "blockquote"}
    assert names == set()
    assert text_of(inner).startswith("Awal.")
    assert text_of(inner).endswith("Akhir.")
