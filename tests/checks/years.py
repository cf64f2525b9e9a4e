"""A year as the rules read it: 2024-2025 on 23 June, with the records that a test names."""

from collections.abc import Mapping, Sequence
from datetime import date

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.checks.checking import check
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.values import Record, Value

TODAY = date(2025, 6, 23)
OMO: Sequence[Record] = (
    {"code": "ОМО-01", "title": "ОМО учителей математики"},
    {"code": "ОМО-02", "title": "ОМО учителей физики"},
)
WEBINAR: Record = {"title": "Итоги", "date": "2024-10-15", "status": "held", "participants": 20}
"""A webinar on a Tuesday, with which nothing is wrong."""


def year(
    settings: Mapping[str, Value] | None = None, /, **records: Sequence[Record]
) -> YearRecords:
    """Return a year with records of each kind, their ids from 1 on."""
    numbered = {
        kind: [
            {"id": number, "academic_year": "2024-2025", **each}
            for number, each in enumerate(of_kind, start=1)
        ]
        for kind, of_kind in records.items()
    }
    return YearRecords(AcademicYear(2024), TODAY, numbered, settings or {})


def said(key: str, of: YearRecords) -> list[str]:
    """Return what a rule says of a year."""
    return [each.problem.message for each in check(of, [key])]
