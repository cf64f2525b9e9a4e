"""A year as figures read it: 2024-2025 on 23 June, its records numbered from 1 on."""

from collections.abc import Mapping, Sequence
from datetime import date

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.figures.figure import Counted
from rumo_cli.figures.registry import BY_KEY
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.values import Record, Value

YEAR = AcademicYear(2024)
TODAY = date(2025, 6, 23)
WEBINAR: Record = {"title": "Итоги", "date": "2024-10-15", "status": "held"}


def year(
    settings: Mapping[str, Value] | None = None, /, **records: Sequence[Record]
) -> YearRecords:
    """Return a year with records of each kind."""
    numbered = {
        kind: [
            {"id": number, "academic_year": str(YEAR), **each}
            for number, each in enumerate(of_kind, start=1)
        ]
        for kind, of_kind in records.items()
    }
    return YearRecords(YEAR, TODAY, numbered, settings or {})


def counted(key: str, of: YearRecords) -> Counted:
    """Return what a figure came to in a year."""
    return BY_KEY[key].count(of)


def behind(key: str, of: YearRecords) -> tuple[list[str], list[str]]:
    """Return the evidence and the grounds of a figure."""
    found = counted(key, of)
    return list(map(str, found.evidence)), list(map(str, found.grounds))
