"""JSON-LD before its judges: the vocabulary of schema.org (as schema-dts has it), Google's rules (as sdtt has them)."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from tests.judges.sites import Site
from tests.judges.tools import SCHEMA_ORG, SDTT, MissingJudge, program

INTERFACE = re.compile(r"^(?:export )?interface (\w+) extends ([\w, <>]+) \{$(.*?)^\}", re.MULTILINE | re.DOTALL)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\w+">;$', re.MULTILINE)
MEMBERS = re.compile(r"^export type (\w+) = ([^;]+);$", re.MULTILINE)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DATES = ("datePublished", "dateModified", "startDate", "endDate")
TEXTS = frozenset(("Text", "URL", "Date", "DateTime", "Time"))
NUMBERS = frozenset(("Number", "Integer", "Distance"))
"""A Distance is written as a number of pixels, as Google wants it."""

Thing = dict[str, Any]


@dataclass(frozen=True)
class Vocabulary:
    """Types with what they extend, the properties of each, and the words that an enumeration knows."""

    above: dict[str, tuple[str, ...]]
    own: dict[str, dict[str, frozenset[str]]]
    members: dict[str, str]

    def lineage(self, name: str) -> tuple[str, ...]:
        """Return a type and all that it is besides, itself first."""
        found = [name]
        for each in found:
            found += [above for above in self.above.get(each, ()) if above not in found]
        return tuple(found)

    def ranges(self, kind: str) -> dict[str, frozenset[str]]:
        """Return the properties that a thing of this type may have, and what each may hold."""
        return {name: held for each in self.lineage(kind) for name, held in self.own.get(each, {}).items()}

    def holds(self, allowed: frozenset[str], value: object) -> bool:
        if isinstance(value, dict):
            return not allowed.isdisjoint(self.lineage(value["@type"]))
        if isinstance(value, int):
            return not allowed.isdisjoint(NUMBERS)
        if "Thing" in allowed:  # any thing may be named by its address, as in Google's own breadcrumbs
            return str(value).startswith("https://")
        words = " ".join(self.members.get(each, "") for each in allowed)
        return not allowed.isdisjoint(TEXTS) or f'"{value}"' in words


@cache
def vocabulary() -> Vocabulary:
    if not SCHEMA_ORG.exists():
        raise MissingJudge(f"{SCHEMA_ORG} is not installed: run `make test` or tests/judges/install.sh")
    text = SCHEMA_ORG.read_text(encoding="utf-8")
    above, own = dict[str, tuple[str, ...]](), dict[str, dict[str, frozenset[str]]]()
    for name, extended, body in INTERFACE.findall(text):
        kind = re.sub("(?:Base|Leaf)$", "", name)
        higher = (re.sub("Base$", "", each.strip()) for each in extended.split(","))
        above[kind] = (*above.get(kind, ()), *(each for each in higher if each != kind))
        own[kind] = own.get(kind, {}) | {key: frozenset(held.split(" | ")) for key, held in PROPERTY.findall(body)}
    return Vocabulary(above, own, dict(MEMBERS.findall(text)))


def told(page: Path) -> list[Thing]:
    """Return what a page tells search engines."""
    scripts = html.fromstring(page.read_bytes().decode("utf-8")).xpath("//script[@type='application/ld+json']")
    return [thing for script in scripts for thing in json.loads(script.text)]


def things(value: object) -> Iterator[Thing]:
    """Yield every thing in a value, at any depth."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(each)


def faults(thing: Thing) -> list[str]:
    """Return what schema.org does not know of one thing."""
    known = vocabulary().ranges(thing["@type"])
    if not known:
        return [f"type {thing['@type']}"]
    found = []
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in known:
            found.append(f"{thing['@type']}.{name}")
        elif not all(vocabulary().holds(known[name], each) for each in (value if isinstance(value, list) else [value])):
            found.append(f"{thing['@type']}.{name} = {value}")
    return found


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "NewsArticle", "headline": "Apel", "author": {"@type": "Person", "name": "Budi"}}, []),
        ({"@type": "NewsStory", "headline": "Apel"}, ["type NewsStory"]),
        ({"@type": "NewsArticle", "startDate": "2026-03-02"}, ["NewsArticle.startDate"]),
        ({"@type": "Event", "location": {"@type": "Person"}}, ["Event.location = {'@type': 'Person'}"]),
        ({"@type": "Event", "eventStatus": "EventPlanned"}, ["Event.eventStatus = EventPlanned"]),
        ({"@type": "Event", "eventStatus": "https://schema.org/EventScheduled"}, []),
        ({"@type": "GovernmentOrganization", "name": 5}, ["GovernmentOrganization.name = 5"]),
    ],
)
def test_the_judge_of_words_is_awake(thing: Thing, fault: list[str]) -> None:
    assert faults(thing) == fault


def test_schema_org_knows_every_type_and_every_property_where_it_stands(site: Site) -> None:
    kinds = set()
    for page in site.pages:
        for thing in things(told(page)):
            assert faults(thing) == [], page
            kinds.add(thing["@type"])
    assert {"NewsArticle", "BreadcrumbList", "GovernmentOrganization", "CollectionPage"} <= kinds
    if site.name != "house":
        assert {"Event", "Place", "CorrectionComment", "ImageObject", "OpeningHoursSpecification"} <= kinds


def test_every_moment_has_its_offset_and_none_comes_before_what_it_follows(site: Site) -> None:
    for page in site.pages:
        for thing in things(told(page)):
            for name in DATES:
                if name in thing:
                    only_day = thing["@type"] == "Event" and DAY.fullmatch(thing[name])
                    assert only_day or MOMENT.fullmatch(thing[name]), (page, thing[name])
            for first, last in (("datePublished", "dateModified"), ("startDate", "endDate")):
                if last in thing:
                    assert datetime.fromisoformat(thing[first]) <= datetime.fromisoformat(thing[last]), page


def test_every_image_is_there_at_the_size_that_is_told(site: Site) -> None:
    images = [thing for page in site.pages for thing in things(told(page)) if thing["@type"] == "ImageObject"]
    for image in {each["url"]: each for each in images}.values():
        with Image.open(site.file_of(image["url"])) as opened:
            assert opened.size == (image["width"], image["height"]), image
    assert images or site.name == "house"


def test_every_publisher_has_a_name_and_where_there_is_a_logo_shows_it(site: Site) -> None:
    articles = [thing for page in site.pages for thing in told(page) if thing["@type"] == "NewsArticle"]
    assert articles
    for publisher in (each["publisher"] for each in articles):
        assert publisher["name"]
        assert ("logo" in publisher) is (site.name != "house")


def test_every_address_is_of_the_site_and_leads_to_a_page_that_is_there(site: Site) -> None:
    for page in site.pages:
        for thing in things(told(page)):
            for name in ("url", "item", "mainEntityOfPage"):
                if name in thing:
                    assert site.file_of(thing[name]).is_file(), thing[name]


@pytest.mark.parametrize(
    "page",
    ["berita/panen-raya", "berita/pesantren-kilat", "tag/ramadhan", "kontak", "profil", "."],
)
def test_the_structured_data_testing_tool_passes_the_page(sites: dict[str, Site], page: str) -> None:
    if not SDTT.exists():
        raise MissingJudge(f"{SDTT} is not installed: run `make test` or tests/judges/install.sh")
    file = sites["example"].folder / page / "index.html"
    command = [program("node"), str(SDTT), "--presets", "Google", "--info", "--file", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, "✕" in done.stdout) == (0, False), done.stdout
    assert int(re.findall(r"Passed: (\d+)", done.stdout)[0]) >= (12 if page.startswith("berita/") else 1)
