"""Small pieces of content as values, for tests that need no disk."""

from collections.abc import Iterable

from warta.model import Article, Source, TagFile
from warta.problems import Problem
from warta.read.article import read_article, read_tag_file
from warta.settings import Settings

HOUSE = Settings(
    name="Rutan Kelas IIB Contoh",
    short_name="Rutan Contoh",
    description="Berita Rutan Contoh.",
    language="id",
    timezone="Asia/Makassar",
    base_url="https://rutan-contoh.example/",
)
NEWS_PATH = "content/berita/2025-03-22-berbagi-takjil.md"


def settings(**changes: object) -> Settings:
    return HOUSE._replace(**changes)  # type: ignore[arg-type]


def read(text: str | bytes, path: str = NEWS_PATH) -> tuple[Article | None, tuple[Problem, ...]]:
    data = text.encode() if isinstance(text, str) else text
    return read_article(Source(path, data), HOUSE)


def article(name: str, *fields: str, body: str = "Isi berita.") -> Article:
    """The post content/berita/NAME.md with these lines of front matter; a title is added where there is none."""
    return standing(f"content/berita/{name}.md", *fields, body=body)


def standing(path: str, *fields: str, body: str = "Isi halaman.") -> Article:
    title = () if any(field.startswith("title:") for field in fields) else (f"title: Judul {path.rpartition('/')[2]}",)
    found, problems = read("\n".join(("---", *title, *fields, "---", body)), path)
    assert found is not None, problems
    return found


def tag_file(name: str, *fields: str, body: str = "Tentang tag ini.") -> TagFile:
    source = Source(f"content/tag/{name}.md", "\n".join(("---", *fields, "---", body)).encode())
    found, problems = read_tag_file(source, HOUSE)
    assert found is not None, problems
    return found


def codes(problems: Iterable[Problem]) -> list[str]:
    return [each.code.name for each in problems]


def facts(problem: Problem) -> dict[str, str]:
    return dict(problem.facts)
