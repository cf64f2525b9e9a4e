"""Municipalities that the records of a year name: each counts once, however it is written."""

import re
from collections.abc import Iterable

from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.webinars import held
from rumo_cli.records.attendance import NOT_SAID
from rumo_cli.records.organisations import fold_municipality
from rumo_cli.records.values import Record

_NAMED_IN = {
    "webinar": "by_municipality",
    "iom": "teacher_municipality",
    "expertise": "municipality",
}
_COUNT_AT_END = re.compile(r"[\s:–—-]*\d+(?: ?чел\w*\.?)?$")


def naming_municipalities(kind: str, records: Iterable[Record]) -> list[Record]:
    """Return the records of a kind that name municipalities; of webinars those that were held."""
    found = held(records) if kind == "webinar" else records
    return [record for record in found if municipalities_named(kind, record)]


def municipalities_named(kind: str, record: Record) -> set[str]:
    """Return the municipalities that a record names, in the notation that names compare in."""
    texts = (_COUNT_AT_END.sub("", text) for text in texts_of(record.get(_NAMED_IN[kind])))
    return {fold_municipality(text) for text in texts if text and text != NOT_SAID}
