"""What a post announces or takes back, and who let it go out: its event, corrections, withdrawal and approval."""

from collections.abc import Mapping as MappingType
from datetime import tzinfo

from warta.codes import Code
from warta.fields import Field, kind_of, read_fields, text_of
from warta.model import Approval, Correction, Event
from warta.problems import Findings
from warta.read.dates import DateFault, Moment, read_date
from warta.read.typed import FLAGS, date_of, flag_of, nearest_date
from warta.yamlnodes import Mapping, Node, Scalar, Sequence

EVENT_KEYS = {"start": "mulai", "end": "selesai", "place": "tempat"}
"""The keys of `event`, English and Indonesian."""

CORRECTION_KEYS = {"date": "tanggal", "text": "teks"}
"""The keys of an entry of `correction`."""


WITHDRAWAL_KEYS = ("withdrawn", "tarik")


def event_of(field: Field | None, zone: tzinfo, findings: Findings) -> Event | None:
    """The event that the field describes by its keys, or by nothing but its date; None if it has no date."""
    if field is None:
        return None
    if not isinstance(field.value, Mapping):
        start, end, place = date_of(field, zone, findings), None, ""
    else:
        fields = read_fields(field.value, _names(EVENT_KEYS), findings)
        start, end = (date_of(fields.get(key), zone, findings) for key in ("start", "end"))
        place = text_of(fields.get("place"), findings)
        if "start" not in fields:
            findings.add(Code.EVENT_WITHOUT_START, field.key.line, field.key.column, key=field.key.text)
        elif start and end and _ends_before(start, end):
            wrong = fields["end"].value
            findings.add(Code.EVENT_ENDS_FIRST, wrong.line, wrong.column, key=fields["end"].key.text)
            end = None
    return Event(start.when, end.when if end else None, start.has_time, place) if start else None


def _ends_before(start: Moment, end: Moment) -> bool:
    return end.when < start.when if end.has_time else end.when.date() < start.when.date()


def corrections_of(field: Field | None, zone: tzinfo, findings: Findings) -> tuple[Correction, ...]:
    """The field's notes: one text, or a list of texts and of entries with a date."""
    if field is None:
        return ()
    items = field.value.items if isinstance(field.value, Sequence) else (field.value,)
    return tuple(note for item in items for note in _correction(field.key, item, zone, findings))


def _correction(key: Scalar, item: Node, zone: tzinfo, findings: Findings) -> tuple[Correction, ...]:
    if isinstance(item, Scalar):
        text = " ".join(item.text.split())
        return (Correction(None, text),) if text else ()
    if not isinstance(item, Mapping):
        findings.add(Code.WRONG_TYPE, item.line, item.column, key=key.text, wanted="text", got=kind_of(item))
        return ()
    fields = read_fields(item, _names(CORRECTION_KEYS), findings)
    moment, text = date_of(fields.get("date"), zone, findings), text_of(fields.get("text"), findings)
    if not text:
        findings.add(Code.CORRECTION_WITHOUT_TEXT, item.line, item.column, key=key.text)
        return ()
    return (Correction(moment.when if moment else None, text),)


def withdrawal_of(field: Field | None, front_matter: Mapping, findings: Findings) -> str | None:
    """The note to show in place of a withdrawn post, "" for none; None if the post is not withdrawn.

    The field is a flag, or that note itself. Left empty it is an error: its writer believes the post withdrawn.
    """
    for key, value in front_matter.entries:
        if key.text.strip().casefold() in WITHDRAWAL_KEYS and isinstance(value, Scalar) and not value.text.strip():
            findings.add(Code.WITHDRAWAL_EMPTY, key.line, key.column, key=key.text)
            return ""
    if field is None or not isinstance(field.value, Scalar) or field.value.text.strip().casefold() in FLAGS:
        return "" if flag_of(field, findings) else None
    return text_of(field, findings)


def approval_of(field: Field | None, zone: tzinfo, findings: Findings) -> Approval | None:
    """The approval in a text `DATE, NAME`; None if it is missing or wrong (which is noted).

    A date may hold a comma behind its weekday, a name commas before its titles.
    """
    text = text_of(field, findings)
    if field is None or not text:
        return None
    line, column, key, parts = field.value.line, field.value.column, field.key.text, text.split(",")
    for length in (1, 2):
        written, name = ",".join(parts[:length]).strip(), ",".join(parts[length:]).strip()
        try:
            when = read_date(written, zone).when
        except DateFault as fault:
            if fault.code is not Code.DATE_UNREADABLE:
                nearest = nearest_date(written, fault)
                fix = f"{key}: {nearest}, {name}" if nearest and name else ""
                findings.add(fault.code, line, column, fix=fix, **fault.facts)
                return None
            continue
        if name:
            return Approval(when, name)
        break
    findings.add(Code.APPROVAL_UNREADABLE, line, column, key=key, text=text)
    return None


def _names(keys: MappingType[str, str]) -> dict[str, str]:
    return {spelling: name for name, other in keys.items() for spelling in (name, other)}
