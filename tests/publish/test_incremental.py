"""Whatever happens between two builds, the second publishes what a build from nothing would.

WARTA_TRUST=1 .venv/bin/python -m pytest tests/publish/test_incremental.py    walks ten times as far, at random
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from math import inf
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.desk import LOGO, NEWS, PESANTREN, Desk, drawn, shown
from tests.sites import NOW, contents, digest, post
from warta import files, quick
from warta.arrange import viewtext
from warta.arrange.viewdata import ArticleView, View
from warta.codes import Code
from warta.problems import Problem
from warta.publish import arrangement, intake, manifest, publication, reuse, sync
from warta.publish.cache import NAME, Cache
from warta.publish.intake import Intake, Reader, ReadText
from warta.publish.manifest import Entry
from warta.publish.pagestore import PageStore, Stored
from warta.publish.plan import Plan
from warta.publish.reuse import OutputFolder

TRUST = os.environ.get("WARTA_TRUST") == "1"
WALK = settings(
    derandomize=not TRUST,
    max_examples=20 if TRUST else 2,
    stateful_step_count=25,
    deadline=None,
    database=None,
    print_blob=True,
    phases=(Phase.generate, Phase.shrink) if TRUST else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TITLES = st.sampled_from("ABCDEFGHIJ")
TAGS = st.lists(
    st.sampled_from(["Ramadhan", "Ramadan", "pembinaan", "Jum’at Berkah", "HBP", "takjil", "Olahraga"]),
    unique_by=str.casefold,
    max_size=3,
)
DATES = st.sampled_from(
    ["2024-02-29", "2025-11-19 08:00", "2026-03-02", "2026-03-02 16:00", "2026-12-01", "2098-01-01"]
)
WAYS = st.sampled_from(["pipeline", "two", "other", "command", "command --jobs 2", "later"])
NUMBERS = st.integers(0, 10_000)
FAR = timedelta(days=36_500)
DUE = datetime.fromisoformat("2099-01-05T08:00+08:00")
"""When the example's scheduled post goes public."""

OTHER_TITLES = "UPDATE records SET record = replace(record, 'Rutan', 'Rutin')"
TAMPERING = [
    OTHER_TITLES,
    "UPDATE bodies SET body = replace(body, 'Rutan', 'Rutin')",
    "UPDATE pages SET files = replace(files, 'a', 'b')",
    "UPDATE photos SET digest = 'x'",
    "UPDATE about SET version = 'x'",
    "DROP TABLE bodies",
    "DELETE FROM bodies",
    "INSERT INTO about VALUES ('x')",
]


class Stop(BaseException):
    """The process is killed here."""


class Walk(RuleBasedStateMachine):
    """Each step changes something, publishes in one of several ways, and compares with a clean build."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="warta-"))
        self.desk = Desk(self.folder)
        self.named = 0
        self.check("pipeline")

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)

    def check(self, way: str) -> None:
        """Publish so; nothing at all for "later"."""
        if way == "later":
            return
        output = "lain" if way == "other" else "public"
        before = digest(self.desk.output(output))
        clean, expected = self.desk.clean(output)
        if way.startswith("command"):
            code, printed = self.desk.command(*way.split()[1:], output=output)
            assert code == (0 if clean.published else 1)
            assert [line for line in shown(clean) if line not in printed] == []
        else:
            report = self.desk.build(output, jobs=2 if way == "two" else 1)
            lasting = tuple(each for each in report.problems if each.code is not Code.ADDRESS_GONE)
            assert (report.published, lasting) == (clean.published, clean.problems)
        if not clean.published:
            assert digest(self.desk.output(output)) == before
            return
        made = contents(self.desk.output(output))
        assert sorted(made) == sorted(expected)
        assert [path for path in made if made[path] != expected[path]] == []

    def one(self, number: int) -> Path:
        """One of the posts."""
        posts = self.desk.posts()
        return posts[number % len(posts)]

    def fresh(self) -> int:
        self.named += 1
        return self.named


def step(**strategies: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A rule that is followed by a build."""

    def decorate(change: Callable[..., None]) -> Callable[..., None]:
        def changed(self: Walk, way: str, **drawn_values: Any) -> None:
            change(self, **drawn_values)
            self.check(way)

        changed.__name__ = change.__name__
        decorated: Callable[..., None] = rule(way=WAYS, **strategies)(changed)  # type: ignore[no-untyped-call]
        return decorated

    return decorate


class Writers(Walk):
    """What happens to the content."""

    @step(number=NUMBERS, letter=TITLES)
    def body(self, number: int, letter: str) -> None:
        path = self.one(number)
        self.desk.write_text(path, f"{path.read_text('utf-8')}\n\nTambahan {letter} dan **{letter}**.\n")

    @step(number=NUMBERS, letter=TITLES)
    def title(self, number: int, letter: str) -> None:
        path = self.one(number)
        self.desk.field(path, "title", letter + self.desk.value(path, "title")[1:])

    @step(number=NUMBERS, date=DATES)
    def date(self, number: int, date: str) -> None:
        self.desk.field(self.one(number), "date", date)

    @step(number=NUMBERS)
    def slug(self, number: int) -> None:
        self.desk.field(self.one(number), "slug", f"alamat-{self.fresh()}")

    @step(number=NUMBERS, tags=TAGS)
    def tags(self, number: int, tags: list[str]) -> None:
        self.desk.field(self.one(number), "tags", f"[{', '.join(tags)}]" if tags else None)

    @step(number=NUMBERS, category=st.sampled_from(["Kegiatan", "Layanan", None]))
    def category(self, number: int, category: str | None) -> None:
        self.desk.field(self.one(number), "category", category)

    @step(number=NUMBERS, gone=st.booleans())
    def alias(self, number: int, gone: bool) -> None:  # noqa: FBT001 - drawn
        self.desk.field(self.one(number), "aliases", None if gone else f"[/lama/{self.fresh()}/]")

    @step(number=NUMBERS, draft=st.booleans())
    def draft(self, number: int, draft: bool) -> None:  # noqa: FBT001 - drawn
        path = self.one(number)
        if path.stem not in all_texts(self.desk, besides=path):
            self.desk.field(path, "draft", "true" if draft else None)

    @step(number=NUMBERS, by=st.sampled_from(["2 Maret 2026, Rahmat Hidayat, S.H.", None]))
    def approved(self, number: int, by: str | None) -> None:
        self.desk.field(self.one(number), "approved", by)

    @step(date=DATES, tags=TAGS)
    def add(self, date: str, tags: list[str]) -> None:
        name = self.fresh()
        body = f"Berita nomor {name}, lihat [profil](/profil/)."
        self.desk.write_text(
            self.desk.source / NEWS / f"2026-05-01-baru-{name}.md",
            post(f"tags: [{', '.join(tags)}]", title=f"Baru {name}", date=date, body=body),
        )

    @step(number=NUMBERS)
    def delete(self, number: int) -> None:
        path = self.one(number)
        if path.name != "index.md" and path.stem not in all_texts(self.desk, besides=path):
            path.unlink()

    @step(number=NUMBERS)
    def rename(self, number: int) -> None:
        path = self.one(number)
        if path.name != "index.md" and path.stem not in all_texts(self.desk, besides=path):
            path.rename(path.with_name(f"2026-05-01-ganti-nama-{self.fresh()}.md"))

    @step(number=NUMBERS, kind=st.sampled_from(["jpg", "png"]))
    def photo(self, number: int, kind: str) -> None:
        name = f"foto-{self.fresh()}.{kind}"
        (self.desk.source / PESANTREN / name).write_bytes(drawn(number, "PNG" if kind == "png" else "JPEG"))
        page = self.desk.source / PESANTREN / "index.md"
        self.desk.write_text(page, f"{page.read_text('utf-8')}\n\n![Foto]({name})\n")

    @step(number=NUMBERS)
    def logo(self, number: int) -> None:
        self.desk.edit(self.desk.source / LOGO, 'r="', f'r="{number % 10}')

    @step(number=NUMBERS)
    def other_photo(self, number: int) -> None:
        photos = sorted((self.desk.source / PESANTREN).glob("*.jpg"))
        photos[number % len(photos)].write_bytes(drawn(number))

    @step(number=NUMBERS)
    def photo_goes(self, number: int) -> None:
        photos = sorted((self.desk.source / PESANTREN).glob("foto-[0-9]*"))
        if photos:
            gone = photos[number % len(photos)]
            gone.unlink()
            self.desk.edit(self.desk.source / PESANTREN / "index.md", f"![Foto]({gone.name})", "")

    @step(number=NUMBERS)
    def photo_renamed(self, number: int) -> None:
        photos = sorted((self.desk.source / PESANTREN).glob("*.jpg"))
        old = photos[number % len(photos)]
        new = old.with_name(f"foto-nama-{self.fresh()}.jpg")
        old.rename(new)
        page = self.desk.source / PESANTREN / "index.md"
        self.desk.write_text(page, page.read_text("utf-8").replace(old.name, new.name))

    @step(number=NUMBERS, letter=TITLES)
    def tag_file(self, number: int, letter: str) -> None:
        found = sorted((self.desk.source / "content/tag").glob("*.md"))
        if found:
            path = found[number % len(found)]
            self.desk.write_text(path, f"{path.read_text('utf-8')}\n\nTentang {letter}.\n")

    @step(name=st.sampled_from(["takjil", "olahraga"]), other=st.sampled_from(["Ramadan", "Jajanan"]))
    def new_tag_file(self, name: str, other: str) -> None:
        text = f"---\ntitle: {name.upper()}\naliases: [{other}]\n---\nSemua tentang {name}.\n"
        self.desk.write_text(self.desk.source / f"content/tag/{name}.md", text)

    @step(number=NUMBERS)
    def tag_file_goes(self, number: int) -> None:
        found = sorted((self.desk.source / "content/tag").glob("*.md"))
        if found:
            found[number % len(found)].unlink()

    @step(name=st.sampled_from(["profil", "kontak", "privasi"]), letter=TITLES)
    def standing_page(self, name: str, letter: str) -> None:
        path = self.desk.source / f"content/halaman/{name}.md"
        self.desk.write_text(path, f"{path.read_text('utf-8')}\n\nKalimat {letter}.\n")

    @step(letter=TITLES)
    def broken_post(self, letter: str) -> None:
        self.desk.write_text(
            self.desk.source / NEWS / "2026-06-01-rusak.md", f"---\ntitle: {letter}\ndate: kapan\n---\n"
        )

    @step(letter=TITLES)
    def mended_post(self, letter: str) -> None:
        self.desk.write_text(self.desk.source / NEWS / "2026-06-01-rusak.md", post(title=f"{letter} sehat"))

    @step()
    def touch(self) -> None:
        for path in (self.desk.source / "content").rglob("*.*"):
            os.utime(path)


class House(Writers):
    """What happens to the theme, the settings, the code and the clock."""

    def layouts(self, own: bool) -> Path:  # noqa: FBT001 - drawn
        return (self.desk.source if own else self.desk.theme) / "layouts"

    @step(name=st.sampled_from(["card.html", "footer.html"]), own=st.booleans(), letter=TITLES)
    def partial(self, name: str, own: bool, letter: str) -> None:  # noqa: FBT001 - drawn
        text = (files_theme() / "layouts/partials" / name).read_text("utf-8")
        self.desk.write_text(self.layouts(own) / "partials" / name, f"{text}<!-- {letter} -->\n")

    @step(letter=TITLES)
    def block(self, letter: str) -> None:
        text = f'{{% extends "default/article.html" %}}\n{{% block title %}}{letter}{{% endblock %}}\n'
        self.desk.write_text(self.layouts(own=True) / "article.html", text)

    @step(name=st.sampled_from(["article.html", "partials/card.html", "partials/footer.html", "assets/style.css"]))
    def own_layout_goes(self, name: str) -> None:
        (self.layouts(own=True) / name).unlink(missing_ok=True)

    @step(own=st.booleans(), letter=TITLES)
    def style(self, own: bool, letter: str) -> None:  # noqa: FBT001 - drawn
        self.desk.write_text(self.layouts(own) / "assets/style.css", f"/* {letter} */\n")

    @step(own=st.booleans(), letter=TITLES)
    def word(self, own: bool, letter: str) -> None:  # noqa: FBT001 - drawn
        text = (files_theme() / "layouts/strings/id.yaml").read_text("utf-8")
        changed = text.replace("home: Beranda", f"home: Beranda {letter}")
        self.desk.write_text(self.layouts(own) / "strings/id.yaml", changed)

    @step(
        line=st.sampled_from(
            [
                ("per_page", "2"),
                ("per_page", "10"),
                ("name", "Rutan Lain"),
                ("name", "Rutan Kelas IIB Contoh"),
                ("license", "Boleh dipakai ulang."),
                ("base_url", "https://rutan-contoh.example/"),
                ("base_url", "https://lain.example/repo/"),
                ("timezone", "Asia/Jakarta"),
                ("timezone", "Asia/Makassar"),
                ("language", "en"),
                ("language", "id"),
            ]
        )
    )
    def setting(self, line: tuple[str, str]) -> None:
        self.desk.edit(path := self.desk.source / "site.yaml", f"\n{line[0]}: {self.desk.value(path, line[0])}", "")
        self.desk.write_text(path, f"{path.read_text('utf-8')}\n{line[0]}: {line[1]}\n")

    @step(word=st.sampled_from(["required", "off"]))
    def approval(self, word: str) -> None:
        path = self.desk.source / "site.yaml"
        others = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("approval:")]
        self.desk.write_text(path, "\n".join([*others, f"approval: {word}", ""]))

    @step(revision=st.integers(0, 3))
    def code(self, revision: int) -> None:
        self.desk.change_code(revision)

    @step(
        moment=st.sampled_from([NOW, NOW + FAR, NOW - timedelta(days=300), datetime.fromisoformat("2099-01-05T00:00Z")])
    )
    def clock(self, moment: datetime) -> None:
        self.desk.wind(moment)


class Accidents(House):
    """What happens to the cache and the published folder."""

    @step(number=NUMBERS, half=st.booleans(), forgetful=st.booleans(), letter=TITLES)
    def killed_while_writing(self, number: int, half: bool, forgetful: bool, letter: str) -> None:  # noqa: FBT001 - drawn
        self.desk.write_text(self.layouts(own=True) / "partials/footer.html", f"<footer>{letter}</footer>\n")
        with pytest.MonkeyPatch.context() as patched:
            kill_while_writing(patched, number % 12, half=half)
            if forgetful:
                kill_while_storing(patched, 0)
            self.build_until_killed()

    @step(number=NUMBERS, letter=TITLES, calls=st.integers(0, 8))
    def killed_while_storing(self, number: int, letter: str, calls: int) -> None:
        path = self.one(number)
        before = path.read_bytes()
        self.desk.field(path, "title", f"{letter}{self.desk.value(path, 'title')[1:]}")
        with pytest.MonkeyPatch.context() as patched:
            kill_while_storing(patched, calls)
            self.build_until_killed()
        if number % 2:
            path.write_bytes(before)

    def build_until_killed(self) -> None:
        try:
            self.desk.build()
        except Stop:
            return

    @step(number=NUMBERS)
    def cache_cut(self, number: int) -> None:
        path = self.desk.cache / NAME
        if path.exists():
            path.write_bytes(path.read_bytes()[: number * 7])

    @step(seed=NUMBERS, places=st.integers(1, 20))
    def cache_overwritten(self, seed: int, places: int) -> None:
        path, luck = self.desk.cache / NAME, random.Random(seed)  # noqa: S311 - no secret
        data = bytearray(path.read_bytes() if path.exists() else b"")
        for _ in range(places if data else 0):
            at = luck.randrange(len(data))
            data[at : at + 8] = luck.randbytes(min(8, len(data) - at))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    @step(statement=st.sampled_from(TAMPERING))
    def cache_tampered_with(self, statement: str) -> None:
        try:
            connection = sqlite3.connect(self.desk.cache / NAME)
            with connection:
                connection.execute(statement)
            connection.close()
        except sqlite3.Error:
            return

    @step(name=st.sampled_from(["", NAME, quick.NAME]))
    def cache_goes(self, name: str) -> None:
        shutil.rmtree(self.desk.cache, ignore_errors=True) if not name else (self.desk.cache / name).unlink(
            missing_ok=True
        )

    @step(number=NUMBERS, at=NUMBERS, gone=st.booleans())
    def pack_damaged(self, number: int, at: int, gone: bool) -> None:  # noqa: FBT001 - drawn
        packs = sorted((self.desk.cache / "halaman").glob("*"))
        if packs:
            pack = packs[number % len(packs)]
            data = pack.read_bytes()
            at %= len(data)
            pack.unlink() if gone else pack.write_bytes(data[:at] + b"?" + data[at + 1 :])

    @step(seed=NUMBERS)
    def memory_overwritten(self, seed: int) -> None:
        path, luck = self.desk.cache / quick.NAME, random.Random(seed)  # noqa: S311 - no secret
        if path.exists():
            data = path.read_bytes()
            at = luck.randrange(len(data))
            path.write_bytes(data[:at] + luck.randbytes(3) + data[at + luck.randrange(9) :])

    @step(number=NUMBERS, gone=st.booleans(), output=st.sampled_from(["public", "lain"]))
    def output_changed_by_someone(self, number: int, gone: bool, output: str) -> None:  # noqa: FBT001 - drawn
        found = sorted(path for path in self.desk.output(output).rglob("*.*") if path.name != "warta.json")
        if not found:
            return
        path = found[number % len(found)]
        if gone:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b"<!-- bukan dari Warta -->")

    @step(output=st.sampled_from(["public", "lain"]))
    def output_goes(self, output: str) -> None:
        shutil.rmtree(self.desk.output(output), ignore_errors=True)


def all_texts(desk: Desk, besides: Path) -> str:
    """What all other posts and pages say."""
    texts = (path.read_text("utf-8") for path in (desk.source / "content").rglob("*.md") if path != besides)
    return "\n".join(texts)


def files_theme() -> Path:
    """The theme that Warta brings, which no step changes."""
    return Path(files.__file__).parent.parent


def kill_while_writing(patched: pytest.MonkeyPatch, after: int, *, half: bool) -> None:
    """End the build at a write to the published folder, before it or half-way through it, as SIGKILL would."""
    count, real = [0], files.write

    def write(root: Path, path: str, data: bytes, *, fresh: bool = False) -> None:
        count[0] += 1
        if count[0] <= after:
            real(root, path, data, fresh=fresh)
            return
        if half:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.with_name(f".{target.name[:100]}.warta-new").write_bytes(data[: len(data) // 2])
        raise Stop

    patched.setattr(files, "write", write)


def kill_while_storing(patched: pytest.MonkeyPatch, after: int) -> None:
    """End the build after so many statements to the cache; what was committed before stays."""
    count, real = [0], sqlite3.Connection

    class Killed(real):  # type: ignore[valid-type, misc]
        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            count[0] += 1
            if count[0] > after:
                raise Stop
            found: sqlite3.Cursor = super().executemany(*arguments)
            return found

    real_connect = sqlite3.connect
    patched.setattr(sqlite3, "connect", lambda *a, **k: real_connect(*a, **k, factory=Killed))


def test_an_incremental_build_equals_a_clean_one() -> None:
    run_state_machine_as_test(Accidents, settings=WALK)


def forget_the_neighbours(patched: pytest.MonkeyPatch) -> None:
    real = viewtext.dump

    def dump(view: View) -> str:
        data = view.data
        return real(view._replace(data=data._replace(next=None) if isinstance(data, ArticleView) else data))

    patched.setattr(viewtext, "dump", dump)


def forget_what_all_pages_share(patched: pytest.MonkeyPatch) -> None:
    real = reuse.key_of
    patched.setattr(reuse, "key_of", lambda text, _version: real(text, ""))


def trust_the_output(patched: pytest.MonkeyPatch) -> None:
    real = OutputFolder.intact

    def intact(self: OutputFolder, path: str) -> Entry | None:
        return real(self._replace(size_of=lambda path: self.entries[path].size), path)

    patched.setattr(OutputFolder, "intact", intact)


def trust_the_store(patched: pytest.MonkeyPatch) -> None:
    def get(self: PageStore, stored: Stored) -> memoryview | None:
        return self._pack(stored.place.name)[stored.place.offset :][: stored.entry.size]

    patched.setattr(PageStore, "get", get)


def trust_the_path(patched: pytest.MonkeyPatch) -> None:
    real = Reader._read

    def read(self: Reader, path: str, digest: str) -> ReadText | Problem:
        return ReadText(digest, "", "", "") if digest else real(self, path, digest)

    patched.setattr(Reader, "_read", read)


def trust_the_cache(patched: pytest.MonkeyPatch) -> None:
    def records(self: Intake, memory: Cache) -> list[str]:
        known = {**memory.records(), **self.read.records}
        return [known[row.state.path] for row in self.texts]

    patched.setattr(Intake, "_records", records)


def look_past_other_folders(patched: pytest.MonkeyPatch) -> None:
    for module in (intake, publication):
        patched.setattr(module, "bodies_digest", lambda _rows: "")


def remember_for_ever(patched: pytest.MonkeyPatch) -> None:
    real = arrangement._recall
    patched.setattr(arrangement, "_recall", lambda memory, structure, _now, zone: real(memory, structure, NOW, zone))


def look_past_the_layouts(patched: pytest.MonkeyPatch) -> None:
    for name in ("_walk", "_state_at"):
        real = getattr(quick, name)
        look = partial(lambda real, place, *lines: "" if place.endswith("layouts") else real(place, *lines), real)
        patched.setattr(quick, name, look)


def look_past_the_program(patched: pytest.MonkeyPatch) -> None:
    real = quick.look
    patched.setattr(quick, "look", lambda source, wishes: ("", f"{NOW} {real(source, wishes)}"))


def look_past_the_clock(patched: pytest.MonkeyPatch) -> None:
    real = quick.memory
    patched.setattr(quick, "memory", lambda _span, *others: real((-inf, inf), *others))


def claim_what_is_not_written(patched: pytest.MonkeyPatch) -> None:
    real = sync._announce

    def announce(plan: Plan, *others: Any) -> None:
        with patched.context() as inner:
            inner.setattr(manifest, "dump", lambda entries, dump=manifest.dump: dump({**entries, **plan.entries}))
            real(plan, *others)

    patched.setattr(sync, "_announce", announce)


Story = list[tuple[str, dict[str, Any]]]
KILLED = {"number": 4, "half": False, "forgetful": True}
ANOTHER_TITLE: Story = [("title", {"number": 4, "letter": "X", "way": "pipeline"})]
BUGS: list[tuple[Callable[[pytest.MonkeyPatch], None], Story]] = [
    (forget_the_neighbours, ANOTHER_TITLE),
    (forget_what_all_pages_share, [("word", {"own": True, "letter": "A", "way": "command"})]),
    (forget_what_all_pages_share, [("setting", {"line": ("license", "Milik kami."), "way": "two"})]),
    (trust_the_output, [("output_changed_by_someone", {"number": 9, "gone": False, "output": "public", "way": "two"})]),
    (
        trust_the_store,
        [
            ("touch", {"way": "pipeline"}),
            ("pack_damaged", {"number": 0, "at": 500, "gone": False, "way": "pipeline"}),
            ("output_goes", {"output": "public", "way": "pipeline"}),
        ],
    ),
    (trust_the_path, ANOTHER_TITLE),
    (trust_the_cache, [("cache_tampered_with", {"statement": OTHER_TITLES, "way": "pipeline"}), *ANOTHER_TITLE]),
    (look_past_the_layouts, [("touch", {"way": "command"}), ("style", {"own": True, "letter": "A", "way": "command"})]),
    (look_past_the_program, [("touch", {"way": "command"}), ("code", {"revision": 1, "way": "command"})]),
    (
        look_past_other_folders,
        [
            ("body", {"number": 4, "letter": "A", "way": "other"}),
            ("body", {"number": 5, "letter": "B", "way": "pipeline"}),
        ],
    ),
    (remember_for_ever, [("clock", {"moment": DUE, "way": "pipeline"})]),
    (look_past_the_clock, [("touch", {"way": "command"}), ("clock", {"moment": DUE, "way": "command"})]),
    (
        claim_what_is_not_written,
        [
            ("killed_while_writing", {**KILLED, "letter": "A", "way": "pipeline"}),
            ("killed_while_writing", {**KILLED, "letter": "B", "way": "later"}),
            ("cache_goes", {"name": "", "way": "pipeline"}),
        ],
    ),
]


def tell(story: Story) -> None:
    """Walk these steps."""
    walk = Accidents()
    try:
        for name, arguments in story:
            getattr(walk, name)(**arguments)
    finally:
        walk.teardown()


def test_pages_of_an_output_that_were_made_by_other_layouts_are_made_anew() -> None:
    tell(
        [
            ("title", {"number": 4, "letter": "X", "way": "other"}),
            ("block", {"letter": "F", "way": "pipeline"}),
            ("cache_goes", {"name": "last", "way": "other"}),
        ]
    )


@pytest.mark.parametrize(("bug", "story"), BUGS)
def test_a_step_finds_a_planted_bug(
    bug: Callable[[pytest.MonkeyPatch], None], story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(story)
    bug(monkeypatch)
    with pytest.raises(AssertionError):
        tell(story)
