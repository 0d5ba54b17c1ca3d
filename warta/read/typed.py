"""The fields of front matter, each by its type: dates, flags, lists, slugs and addresses of the site."""

import re
from calendar import monthrange
from datetime import tzinfo
from urllib.parse import unquote

from warta.codes import Code
from warta.fields import Field, items_of, kind_of, text_of
from warta.model import Term
from warta.problems import Findings
from warta.read.dates import DateFault, Moment, read_date
from warta.read.slugs import slug_of
from warta.sourcetext import is_reserved
from warta.yamlnodes import Scalar

FLAGS = {"true": True, "false": False, "ya": True, "tidak": False, "yes": True, "no": False}
"""Words for a flag; the first two pass in silence."""

LONGEST_NAME = 255
"""Bytes of a file's or folder's name that every disk takes (an address is ASCII)."""

LONGEST_ADDRESS = 500
"""Characters of an address below the site's: with folders above it, it still fits what systems take as a path."""

GENERATED = frozenset({"media", "aset", "pagefind"})
"""Folders in which every file is made by Warta: no old address lies there, as any name may come to be made there."""

_SITEMAP = re.compile(r"sitemap-\d+\.xml")
"""The parts of a large sitemap: how many there are is known when all is arranged."""

_PART = r"[A-Za-z0-9_~+@,-](?:[A-Za-z0-9._~+@,-]*[A-Za-z0-9_~+@,-])?"
_ADDRESS = re.compile(rf"/?(?:{_PART}/)*(?:{_PART})?")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


def date_of(field: Field | None, zone: tzinfo, findings: Findings) -> Moment | None:
    """The moment the field names, in the site's zone; None if it is missing or wrong (which is noted)."""
    text = text_of(field, findings)
    if field is None or not text:
        return None
    try:
        return read_date(text, zone)
    except DateFault as fault:
        nearest = nearest_date(text, fault)
        fix = f"{field.key.text}: {nearest}" if nearest else ""
        findings.add(fault.code, field.value.line, field.value.column, fix=fix, **fault.facts)
        return None


def checks_of(field: Field | None, findings: Findings) -> tuple[str, ...]:
    """The codes of checks (K101) that the field silences, each once; others are noted."""
    codes = list[str]()
    for item in items_of(field, findings):
        code = item.text.strip().upper()
        if code.startswith("K") and code in list(Code):
            codes.append(code)
        elif field:
            findings.add(Code.CHECK_UNKNOWN, item.line, item.column, got=item.text[:80], key=field.key.text)
    return tuple(dict.fromkeys(codes))


def nearest_date(text: str, fault: DateFault) -> str:
    """The date that was probably meant, in a form that can be pasted; "" where it would be invented."""
    if fault.code is Code.DATE_WEEKDAY:
        return str(fault.facts["date"])
    iso = _ISO_DAY.match(text)
    match = iso or _DAY_FIRST.search(text)
    if fault.code is not Code.DATE_IMPOSSIBLE or match is None:
        return ""
    numbers = {name: int(value) for name, value in match.groupdict().items()}
    year, month, day = numbers["year"], numbers["month"], numbers["day"]
    if not iso and month > 12 >= day:  # month before day, as Americans write
        month, day = day, month
    if not 1 <= month <= 12:
        return ""
    return f"{year}-{month:02}-{min(max(day, 1), monthrange(year, month)[1]):02}"


def flag_of(field: Field | None, findings: Findings) -> bool:
    """Whether the flag is set. A word that is no flag is an error, so that no draft goes live by a slip."""
    if field is None:
        return False
    place, key = (field.value.line, field.value.column), field.key.text
    if not isinstance(field.value, Scalar):
        findings.add(Code.WRONG_TYPE, *place, key=key, wanted="flag", got=kind_of(field.value))
        return True
    text = field.value.text.strip()
    meaning = FLAGS.get(text.casefold())
    if meaning is None:
        findings.add(Code.FLAG_UNREADABLE, *place, key=key, text=text, fix=f"{key}: true")
        return True
    word = "true" if meaning else "false"
    if text.casefold() != word:
        findings.add(Code.FLAG_WORD, *place, text=text, meaning=word, fix=f"{key}: {word}")
    return meaning


MOST_TERMS = 100
"""Entries of a list: each tag and each old address becomes pages of its own."""


def terms_of(field: Field | None, findings: Findings, *, split: bool = True) -> tuple[Term, ...]:
    """The list's texts; one text is split at its commas (not if `split` is false), with a warning."""
    terms = _terms_of(field, findings, split=split)
    if field is None or len(terms) <= MOST_TERMS:
        return terms
    extra = terms[MOST_TERMS]
    facts = {"key": field.key.text, "count": len(terms), "limit": MOST_TERMS}
    findings.add(Code.TERMS_TOO_MANY, extra.line, extra.column, **facts)
    return terms[:MOST_TERMS]


def _terms_of(field: Field | None, findings: Findings, *, split: bool) -> tuple[Term, ...]:
    items = items_of(field, findings)
    if field is not None and items and isinstance(field.value, Scalar):
        names = [" ".join(name.split()) for name in (re.split("[,;]", items[0].text) if split else [items[0].text])]
        shown = f"{field.key.text}: [{', '.join(name for name in names if name)}]"
        findings.add(Code.LIST_AS_TEXT, items[0].line, items[0].column, key=field.key.text, fix=shown)
        return tuple(Term(name, items[0].line, items[0].column) for name in names if name)
    return tuple(Term(" ".join(item.text.split()), item.line, item.column) for item in items)


def named_terms(terms: tuple[Term, ...], findings: Findings) -> tuple[Term, ...]:
    """The terms that can have an address; the others are noted."""
    named = []
    for term in terms:
        if slug_of(term.name):
            named.append(term)
        else:
            findings.add(Code.TAG_WITHOUT_LETTERS, term.line, term.column, text=term.name)
    return tuple(named)


def slug_field(field: Field | None, fallback: str, findings: Findings) -> str:
    """The address word of the field, else the fallback. What could lead out of its folder is refused."""
    text = text_of(field, findings)
    if field is None or not text:
        return fallback
    slug, place = slug_of(text), (field.value.line, field.value.column)
    fix = f"{field.key.text}: {slug or fallback}"
    if not slug or re.search(r"[/\\%]|\.\.", text):
        findings.add(Code.SLUG_REFUSED, *place, text=text, fix=fix)
    elif slug != text:
        findings.add(Code.SLUG_CHANGED, *place, text=text, slug=slug, fix=fix)
    return slug or fallback


def addresses_of(field: Field | None, findings: Findings) -> tuple[Term, ...]:
    """Old addresses of a post, from `/` to `/` or to a file's name, decoded. Others are refused.

    They are ASCII in the case in which readers have them, as hosts tell cases apart; every part of them is a name that
    any system can hold.
    """
    addresses = []
    for term in terms_of(field, findings):
        bare = unquote(term.name)
        parts = bare.lower().split("/")
        first = bare.strip("/").lower().partition("/")[0]
        ours = first in GENERATED or _SITEMAP.fullmatch(first)
        too_long = len(bare.strip("/")) + 2 > LONGEST_ADDRESS or max(map(len, parts)) > LONGEST_NAME
        if too_long or not _ADDRESS.fullmatch(bare) or ".." in bare or any(map(is_reserved, parts)) or ours:
            findings.add(Code.ALIAS_REFUSED, term.line, term.column, text=term.name)
            continue
        address = "/" + bare.strip("/")
        if not address.lower().endswith((".html", ".htm")):
            address = address.rstrip("/") + "/"
        addresses.append(Term(address, term.line, term.column))
    return tuple(addresses)
