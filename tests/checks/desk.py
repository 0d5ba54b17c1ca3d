"""Posts as the checks get them, and what they say of them."""

from tests.samples import article, settings
from warta.checks.editorial import signs_for
from warta.checks.prose import prose_of
from warta.checks.timely import timely
from warta.messages import word
from warta.model import Article
from warta.problems import Problem
from warta.settings import DatedName, Settings

MINISTRIES = (
    DatedName("Kemenkumham", until="2024-10-31", instead="Kemenimipas"),
    DatedName("Kementerian Hukum dan HAM", until="2024-10-31"),
    DatedName("Kemenimipas", since="2024-10-01", instead="Kemenkumham"),
)
HOUSE = settings(names=MINISTRIES, anniversaries=(("Sumpah Pemuda", 1928), ("Hari Jadi Kabupaten Contoh", 1965)))


def told_of(post: Article, house: Settings = HOUSE) -> list[Problem]:
    return list(timely(prose_of(post, signs_for(house)), house))


def told(body: str, posted: str = "2025-03-22", *fields: str, house: Settings = HOUSE) -> list[Problem]:
    return told_of(article("berita-uji", f"date: {posted}", *fields, body=body), house)


def codes(body: str, posted: str = "2025-03-22", *fields: str) -> list[str]:
    return [str(each.code) for each in told(body, posted, *fields)]


def hint(body: str, posted: str) -> str:
    (found,) = told(body, posted)
    return word(found, "id").hint
