"""Numbers by which a person can be found: identity cards, telephones, e-mail, passports, registers, dates of birth.

Researched in newsroom.md, section 7: digits with any blanks or hyphens between them, the facility's own left alone.
"""

import re
from collections.abc import Iterator

from warta.checks.prose import Prose
from warta.checks.rare import rare
from warta.codes import Code
from warta.problems import Problem
from warta.settings import Settings

_MONTHS = "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Ags|Sep|Okt|Nov|Des|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des"
_MONTH = rf"(?:(?:{_MONTHS})[a-z]{{0,6}}|[01]?[0-9])"
_DATE = rf"(?P<date>[0-3]?[0-9][ ./-]{{1,3}}{_MONTH}[ ./-]{{1,3}}(?:19|20)[0-9]{{2}})"

_IDENTITY = rare(r"(?<![0-9])(?<![0-9][ .-])[0-9](?:[ .-]?[0-9]){15}(?![0-9])")
_PHONE = rare(
    r"(?:(?<=wa\.me/)|(?<=tel:)|(?<=phone=)|(?<![\w=.,/-])|(?<=[0-9][–-]))"
    r"\(?(?:\+62[ .-]?(?:\(0\)[ -]?)?|62[ -]?(?=8)|0)[2-9][0-9]{1,2}\)?"
    r"(?:[ .-]{0,2}[0-9]){5,10}(?![0-9]|[.,][0-9])"
)
_CLOCK = rare(r"[0-9]{2}[.][0-9]{2}(?![0-9])")
_EMAIL = rare(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PASSPORT = rare(
    r"\b(?i:paspor|passport)(?:[ ](?i:nomor|no|bernomor|dengan nomor))?[.:]{0,2}[ ]{0,2}"
    r"(?P<number>[A-Z]{1,2}[ ]?[0-9]{6,7})\b"
)
_REGISTER = rare(
    r"\b(?i:no(?:mor|\.)?[ ]?(?:reg(?:ister|istrasi|\.)?)|register(?:nya)?|reg\.)[.:]?[ ]{0,2}"
    r"(?i:nomor[ ]|no\.?[ ])?[:]?[ ]{0,2}"
    r"(?P<number>[A-D]\.?[ ]?(?:I{1,3}|IV|V)?\.?[ ]?[ab]?\.?[ -]{0,2}[0-9]{1,5}/"
    r"[A-Z0-9./-]{1,19}[A-Z0-9]|[0-9]{5,12}(?![0-9]))"
)
_BIRTH = rare(
    r"(?:(?:(?:[Tt](?:empat|anggal|gl\.?)[ ,/&]{1,3}(?:dan[ ])?){1,2}[Ll]ahir(?:nya)?|\bTTL)\b[ :,]{0,3}(?:di[ ])?"
    r"(?:[A-Z][^\n0-9.;:]{0,40})?"
    r"|(?<![Hh]ari[ ])\b(?:[Ll]ahir|[Kk]elahiran)[ ](?:pada[ ]|tanggal[ ]|di[ ]|(?=[A-Z0-9]))[^\n0-9.;]{0,50})" + _DATE
)
_INSTITUTION = rare(r"Pancasila|[Pp]emasyarakatan|[Kk]ementerian|[Oo]rganisasi|[Ii]nstansi|[Ll]embaga|[Uu]ndang")

SIGNS = {
    "digits": r"[0-9](?:[ .()–-]*[0-9]){8}",
    "email": "@",
    "papers": (
        r"(?i:paspor|passport)"
        r"|(?i:reg(?:ister|istrasi)?(?:nya)?)[.:]{0,2}[ ]{0,2}(?i:nomor|no)?[. :]{0,4}[A-D0-9]"
    ),
    "birth": r"ahir|TTL",
}

_PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), *range(81, 83), *range(91, 98)}
)
"""The two digits with which an identity number can begin (Permendagri on codes of regions)."""

_SHARED_HOSTS = frozenset({"gmail.com", "yahoo.com", "yahoo.co.id", "outlook.com", "hotmail.com", "ymail.com"})
"""Hosts of everyone's mail: an address there is the facility's own only if it is listed."""


def numbers(prose: Prose, settings: Settings) -> Iterator[Problem]:
    """K301 to K305."""
    if "digits" in prose.signs:
        yield from _identities(prose)
        yield from _phones(prose, settings)
    if "email" in prose.signs:
        yield from _emails(prose, settings)
    if "papers" in prose.signs:
        for pattern in (_PASSPORT, _REGISTER):
            for found in pattern().finditer(prose.text):
                yield prose.problem(Code.DOCUMENT_NUMBER, found.start("number"), number=_shaded(found["number"]))
    if "birth" in prose.signs:
        yield from _births(prose)


def _identities(prose: Prose) -> Iterator[Problem]:
    for found in _IDENTITY().finditer(prose.text):
        digits = _digits(found[0])
        day, month = int(digits[6:8]), int(digits[8:10])
        # A woman's day of birth is written with 40 added.
        if int(digits[:2]) in _PROVINCES and 1 <= day % 40 <= 31 and day <= 71 and 1 <= month <= 12:
            yield prose.problem(Code.IDENTITY_NUMBER, found.start(), number=_shaded(found[0]))


def _phones(prose: Prose, settings: Settings) -> Iterator[Problem]:
    own = {
        _national(number) for text in _own_texts(settings) for number in re.findall(r"[0-9][0-9 .()-]{5,}[0-9]", text)
    }
    told = set[str]()
    for found in _PHONE().finditer(prose.text):
        number = _national(found[0])
        is_mobile = number.startswith("08")
        if (
            number in own
            or number in told
            or _CLOCK().match(found[0])
            or not (10 if is_mobile else 9) <= len(number) <= 13
        ):
            continue
        told.add(number)
        yield prose.problem(Code.PHONE_FOREIGN, found.start(), number=found[0].strip())


def _emails(prose: Prose, settings: Settings) -> Iterator[Problem]:
    own = {found[0].casefold() for text in _own_texts(settings) for found in _EMAIL().finditer(text)}
    hosts = {address.partition("@")[2] for address in own} - _SHARED_HOSTS
    told = set[str]()
    for found in _EMAIL().finditer(prose.text):
        address = found[0].casefold()
        if address in own or address in told or address.partition("@")[2] in hosts:
            continue
        told.add(address)
        yield prose.problem(Code.EMAIL_FOREIGN, found.start(), address=found[0])


def _births(prose: Prose) -> Iterator[Problem]:
    for found in _BIRTH().finditer(prose.text):
        before = prose.text[max(0, found.start() - 60) : found.start()].rpartition(". ")[2]
        if not _INSTITUTION().search(before):
            yield prose.problem(Code.BIRTH_DATE, found.start("date"), date=found["date"])


def _own_texts(settings: Settings) -> Iterator[str]:
    yield from (value for _, value in settings.contact)
    for entry in (*settings.services, *settings.social):
        yield from (entry.title, entry.url, entry.text)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _national(text: str) -> str:
    """A telephone number as it is dialled within the country: digits from the 0."""
    digits = _digits(text)
    return re.sub(r"^620?", "0", digits) if len(digits) > 9 else digits


def _shaded(number: str) -> str:
    """A number that can be found again in the text but not read off a report."""
    return f"{number[:4]}...{number[-2:]}"
