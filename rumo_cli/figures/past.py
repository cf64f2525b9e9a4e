"""Records as they stood on a day that is past, told by the dates of their marks.

A mark counts from its own date; one without a date from the day that the record is about, and
where there is none from the first day of the year. What was there before a mark is not kept: a
route is taken to have been under way, anything else to have been expected.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.values import Record, Value


class _Marks(NamedTuple):
    """The values that marks give a field, each with the key of its date; `else_from` dates all."""

    field: str
    dated: Mapping[Value, str]
    else_from: tuple[str, ...]
    before: Value = None


_MARKS: Mapping[str, tuple[_Marks, ...]] = {
    "webinar": (
        _Marks(
            "status",
            {"held": "done_date", "cancelled": "cancelled_date", "postponed": ""},
            ("date",),
            "planned",
        ),
    ),
    "meeting": (
        _Marks(
            "status",
            {"held": "done_date", "cancelled": "", "postponed": ""},
            ("date",),
            "planned",
        ),
    ),
    "iom": (
        _Marks(
            "status",
            {"completed": "done_date", "suspended": "suspended_date", "terminated": ""},
            ("deadline_end",),
            "active",
        ),
    ),
    "pair": (_Marks("status", {"completed": "", "terminated": ""}, ("deadline_end",), "active"),),
    "programme": (_Marks("status", {"completed": "", "terminated": ""}, ("end",), "active"),),
    "task": (_Marks("status", {"accepted": "done_date"}, ("deadline_end",), "planned"),),
    "expertise": (
        _Marks("in_bank", {True: "bank_date"}, ("verdict_date", "submitted")),
        _Marks(
            "verdict",
            dict.fromkeys(("recommended", "rework", "rejected", "withdrawn"), "verdict_date"),
            ("submitted",),
        ),
    ),
}
_BEGINS = {"expertise": "submitted", "publication": "date", "contribution": "date"}
"""The day before which a record of a kind was not there."""


def as_of(kind: str, records: Iterable[Record], day: date) -> Iterator[Record]:
    """Return the records of a kind that were there at the end of a day, as they were."""
    last = day.isoformat()
    for record in records:
        if str(record.get(_BEGINS.get(kind, "")) or "") <= last:
            yield _rewound(_MARKS.get(kind, ()), record, last)


def _rewound(marks: Iterable[_Marks], record: Record, last: str) -> Record:
    for each in marks:
        value = record.get(each.field)
        if not isinstance(value, list) and value in each.dated:
            days = (record.get(key) for key in (each.dated[value], *each.else_from))
            marked = next(filter(None, days), None) or _start_of_year(record)
            if str(marked) > last:
                record = record | {each.field: each.before}
    return record


def _start_of_year(record: Record) -> str:
    return AcademicYear.parse(str(record["academic_year"])).start.isoformat()
