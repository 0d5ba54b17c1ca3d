"""K1: weekdays and dates in a text against the calendar and against the post's own date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from warta.checks.anniversaries import Mention
from warta.checks.candidates import Setting, candidates
from warta.checks.dateforms import sayings
from warta.checks.runningtext import RunningText
from warta.checks.saying import Saying
from warta.codes import Code
from warta.problems import Problem
from warta.read.dates import MONTHS, WEEKDAYS

# A date to come is no slip beside these: the sentence speaks of what is planned.
_PLANNED = (
    "akan|rencana|direncanakan|berencana|jadwal|dijadwalkan|terjadwal|mendatang|besok|lusa|depan|nanti|nantinya|"
    "menjelang|jelang|hingga|sampai|mulai|berlaku|dibuka|undangan|diundang|persiapan|bersiap|menyambut|menyongsong|"
    "agenda|batas|tenggat|selambat|paling"
)
_DONE = r"telah|sudah|usai|seusai|setelah|berhasil|lalu|kemarin|silam"


def problems(running: RunningText, mentions: Sequence[Mention]) -> Iterator[Problem]:
    """What is wrong with the dates of the text. A date without a year has the one nearest to the post's own date."""
    for saying in sayings(running):
        year = saying.year or _nearest_year(saying, _posted(running))
        if year is None:
            continue
        found = _fault(saying, year, running, mentions)
        if found:
            yield found


def _fault(saying: Saying, year: int, running: RunningText, mentions: Sequence[Mention]) -> Problem | None:
    dates = saying.dates(year)
    if dates and saying.agrees(year):
        return _too_late(saying, dates, running)
    if saying.year is None and _is_another_year(saying, year, running.sentence(saying.offset)):
        return None
    # An anniversary is a witness of its year only if the date could be of that year: texts recall those of old, too.
    witnessed = {each.year for each in mentions if each.year == year or saying.agrees(each.year)}
    remedy = _remedy(candidates(saying, Setting(year, _posted(running), witnessed)))
    if dates is None:
        return running.problem(Code.NO_SUCH_DAY, saying.offset, text=saying.text, **remedy)
    facts = {
        "text": saying.text,
        "date": ", ".join(map(_written, dates)),
        "right": ", ".join(WEEKDAYS[each.weekday()] for each in dates),
        **remedy,
    }
    if saying.year is None:
        return running.problem(Code.WEEKDAY_BY_YEAR, saying.offset, year=year, **facts)
    return running.problem(Code.WEEKDAY_CONTRADICTS, saying.offset, **facts, **_testimony(saying, mentions))


def _testimony(saying: Saying, mentions: Sequence[Mention]) -> dict[str, object]:
    """The anniversary of the text whose year makes weekday, day and month agree, if the printed year does not."""
    years = {each.year for each in mentions}
    for each in mentions:
        if saying.year not in years and saying.dates(each.year) and saying.agrees(each.year):
            return {"witness": each.text, "year": each.year}
    return {"witness": "", "year": ""}


def _remedy(fixes: Sequence[str]) -> dict[str, str]:
    return {"fix": fixes[0] if fixes else "", "others": "; ".join(fixes[1:])}


def _posted(running: RunningText) -> date | None:
    """The post's own day, None for a standing page."""
    return running.article.date.date() if running.article.date else None


def _nearest_year(saying: Saying, posted: date | None) -> int | None:
    """The year that puts the days nearest to the post's own date (newsroom.md section 9.2), None without such a date.

    Days that none of the years has are read in the post's own year.
    """
    if posted is None:
        return None
    years = range(max(posted.year - 1, 1), min(posted.year + 2, 10_000))
    dated = [(abs(dates[0] - posted), year) for year in years if (dates := saying.dates(year))]
    return min(dated)[1] if dated else posted.year


def _is_another_year(saying: Saying, year: int, sentence: str) -> bool:
    """Whether the sentence itself says that it speaks of a year in which the weekday is right."""
    named = {int(each) for each in re.findall(r"(?<!\d)\d{4}(?!\d)", sentence)}
    named |= {year + shift for words, shift in _SHIFTS.items() if words in sentence.casefold()}
    return any(1 <= each < 10_000 and saying.agrees(each) for each in named)


_SHIFTS = {"tahun lalu": -1, "tahun sebelumnya": -1, "tahun silam": -1, "tahun depan": 1, "tahun mendatang": 1}


def _too_late(saying: Saying, dates: Sequence[date], running: RunningText) -> Problem | None:
    """That the text reports as done what the post's own day has yet to see, if it does.

    Only the dateline (brackets in the first paragraph, as nine of ten real dates stand) and sentences that say that
    all is over are reports for certain; a post that announces (`event`), or a sentence that plans, may name any day.
    """
    article = running.article
    if article.date is None or article.event or article.draft:
        return None
    last = max(article.date, article.updated or article.date).date()
    if dates[0] <= last or not (saying.is_past or _is_report(saying, running)):
        return None
    return running.problem(Code.DATE_TO_COME, saying.offset, text=saying.text, posted=_written(last))


def _is_report(saying: Saying, running: RunningText) -> bool:
    sentence = running.sentence(saying.offset)
    told = saying.offset < running.lead or _pattern(_DONE).search(sentence)
    return bool(saying.in_brackets and told and not _pattern(_PLANNED).search(sentence))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
