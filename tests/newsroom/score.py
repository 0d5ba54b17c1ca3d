#!/usr/bin/env python3
"""What the checks of dates and anniversaries find on real expressions and on slips made of them: prints the figures.

real-dates.tsv and real-anniversaries.tsv are printed expressions of 373 public articles with the verdict of a person
(newsroom.md). The truth about a slip is computed here, with numbers taken from the expression by other means than the
checks use.
"""

import csv
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from tests.samples import settings  # noqa: E402 - run as a script, the path has to be known first
from warta.checks import anniversaries, dateforms  # noqa: E402
from warta.checks.editorial import signs_for  # noqa: E402
from warta.checks.prose import prose_of  # noqa: E402
from warta.checks.runningtext import running_text  # noqa: E402
from warta.checks.timely import timely  # noqa: E402
from warta.codes import Code  # noqa: E402
from warta.model import Article, Body, Passage  # noqa: E402
from warta.problems import Problem  # noqa: E402

HOUSE = settings()
SEED, SLIPS = 2026, 1_000
DAYS = "senin selasa rabu kamis jumat sabtu minggu".split()
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()
WRONG = {Code.WEEKDAY_CONTRADICTS, Code.WEEKDAY_BY_YEAR, Code.NO_SUCH_DAY}
_KE = re.compile(r"ke[ -]*(\d+)", re.IGNORECASE)
FALSE, MISSED, UNREAD = "false alarms", "missed", "not read"


@dataclass
class Score:
    """How many were judged, and those that were judged wrongly, by the kind of fault."""

    judged: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: {FALSE: [], MISSED: [], UNREAD: []})

    def note(self, expression: str, *, wrong: bool, found: bool) -> None:
        self.judged += 1
        if wrong != found:
            self.faults[MISSED if wrong else FALSE].append(expression)

    @property
    def counts(self) -> dict[str, int]:
        return {"judged": self.judged, **{kind: len(faults) for kind, faults in self.faults.items()}}


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as opened:
        found = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{**row, "expression": row["expression"].replace("\\n", "\n")} for row in found]


def post(expression: str, posted: date | None) -> Article:
    text = f"Petugas dan warga binaan menggelar kegiatan ini, {expression}. Acara berlangsung tertib."
    when = datetime(posted.year, posted.month, posted.day, tzinfo=HOUSE.zone) if posted else None
    return Article("content/berita/a.md", "a", "Judul", "", Body(), date=when, written=Passage(text))


def problems(expression: str, posted: date | None) -> list[Problem]:
    return list(timely(prose_of(post(expression, posted), signs_for(HOUSE)), HOUSE))


def numbers(expression: str) -> tuple[int, int, int | None]:
    """Day, month and printed year of an expression of one day, taken apart by hand."""
    found = [int(each) for each in re.findall(r"\d+", expression)]
    name = next((number for number, word in enumerate(MONTHS, 1) if re.search(rf"\b{word[:3]}", expression.lower())), 0)
    if name:
        found.insert(1, name)
    year = found[2] if len(found) > 2 else None
    return found[0], found[1], year + 2000 if year is not None and year < 100 else year


def weekday(expression: str) -> int:
    word = re.sub(r"[^a-z]", "", re.split(r"[\s,(\[]", expression.lower())[0])
    return DAYS.index({"ahad": "minggu", "jumaat": "jumat"}.get(word, word))


def contradicts(expression: str, posted: date) -> bool:
    """Whether the weekday is not that of the date, in the year printed or else the one nearest to the post's date."""
    day, month, year = numbers(expression)
    tried = [year] if year else [posted.year + shift for shift in (-1, 0, 1)]
    dated = []
    for each in tried:
        try:
            dated.append(date(each, month, day))
        except ValueError:
            continue
    return not dated or min(dated, key=lambda each: abs(each - posted)).weekday() != weekday(expression)


def real_dates() -> tuple[Score, Score]:
    """The verdict on the rows that a person could judge, and silence on those that no one can."""
    known, unknown = Score(), Score()
    for row in rows("real-dates.tsv"):
        expression, agrees = row["expression"], row["agrees"]
        read = list(dateforms.sayings(running_text(post(expression, None))))
        posted = None
        if row["article_year"]:
            day, month, _ = numbers(expression) if " dan " not in expression else (22, 4, None)
            posted = date(int(row["article_year"][:4]), month, day)
        score = unknown if agrees == "unknown" else known
        codes = {each.code for each in problems(expression, posted)}
        score.note(expression, wrong=agrees == "no", found=not codes.isdisjoint(WRONG))
        if [each.text for each in read] != [" ".join(expression.split())]:
            score.faults[UNREAD].append(expression)
    return known, unknown


def slips() -> Score:
    """Real expressions with day, month, year or weekday moved: some of them agree again by chance, and are to pass."""
    chance, score = random.Random(SEED), Score()  # noqa: S311 - no secret, the same slips every time
    good = [row for row in rows("real-dates.tsv") if row["agrees"] == "yes" and " dan " not in row["expression"]]
    for _ in range(SLIPS):
        row = chance.choice(good)
        day, month, _ = numbers(row["expression"])
        posted = date(int(row["article_year"]), month, day)
        moved = _moved(row["expression"], chance)
        codes = {each.code for each in problems(moved, posted)}
        score.note(moved, wrong=contradicts(moved, posted), found=not codes.isdisjoint(WRONG))
    return score


def _moved(expression: str, chance: random.Random) -> str:
    day, month, year = numbers(expression)
    what = chance.choice(["day", "month", "weekday", *(["year"] if year else [])])
    if what == "weekday":
        word = re.split(r"[\s,(\[]", expression)[0]
        return expression.replace(word, chance.choice(DAYS).capitalize(), 1)
    if what == "day":
        return re.sub(r"\d+", str((day + chance.randint(1, 30) - 1) % 31 + 1), expression, count=1)
    if what == "year":
        moved = (year or 0) + chance.choice([-3, -2, -1, 1, 2, 3])
        return (
            re.sub(r"\d+$", str(moved)[-2:], expression.rstrip(")]"))
            if expression[-4] == "/"
            else re.sub(r"\d{4}", str(moved), expression)
        )
    new = (month + chance.randint(1, 11) - 1) % 12 + 1
    if re.search(r"[A-Za-z]", expression[len(re.split(r"\d", expression)[0]) :]):
        return re.sub(r"(\d+ )[A-Za-z]+", rf"\g<1>{MONTHS[new - 1].capitalize()}", expression)
    return re.sub(r"(\d+\s*/+\s*)\d+", rf"\g<1>{new}", expression, count=1)


def real_anniversaries() -> Score:
    """Silence on every real number: none of them is wrong."""
    score = Score()
    for row in _numbered():
        expression = row["expression"]
        posted = date(int(row["year_by_formula"]), 6, 1)
        codes = {each.code for each in problems(expression, posted)}
        score.note(expression, wrong=False, found=Code.ANNIVERSARY in codes)
        found = anniversaries.mentions(running_text(post(expression, None)), ())
        if [str(each.year) for each in found] != [row["year_by_formula"]]:
            score.faults[UNREAD].append(expression)
    return score


def numbers_moved() -> Score:
    """Every number one to five too high, in the year of the feast: all of them contradict it."""
    score, unread = Score(), set(real_anniversaries().faults[UNREAD])
    for row in _numbered():
        number = _KE.search(row["expression"])
        for shift in range(1, 6):
            if number and row["expression"] not in unread:
                start, end = number.span(1)
                moved = f"{row['expression'][:start]}{int(number[1]) + shift}{row['expression'][end:]}"
                codes = {each.code for each in problems(moved, date(int(row["year_by_formula"]), 6, 1))}
                score.note(moved, wrong=True, found=Code.ANNIVERSARY in codes)
    return score


def _numbered() -> Iterator[dict[str, str]]:
    """The rows of feasts with a number; those of other calendars are no matter of the checks."""
    yield from (row for row in rows("real-anniversaries.tsv") if row["kind"] not in {"Hijriah", "Saka"})


def scores() -> dict[str, Score]:
    known, unknown = real_dates()
    return {
        "real dates, checkable": known,
        "real dates, year unknown": unknown,
        f"{SLIPS} slips made of them": slips(),
        "real anniversaries": real_anniversaries(),
        "anniversaries with another number": numbers_moved(),
    }


def main() -> None:
    kinds = ["judged", FALSE, MISSED, UNREAD]
    print(f"{'':<36}" + "".join(f"{kind:>14}" for kind in kinds))
    for name, score in scores().items():
        print(f"{name:<36}" + "".join(f"{score.counts[kind]:>14}" for kind in kinds))
        for kind, faults in score.faults.items():
            print("".join(f"    {kind}: {fault!r}\n" for fault in faults), end="")


if __name__ == "__main__":
    main()
