"""Days and hours that cannot be: outside the year, in a wrong order, marked before they came."""

from collections.abc import Iterator

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.checks.remedies import day, edit, shown_day, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import kind_of
from rumo_cli.records.fields import Field
from rumo_cli.records.values import Record

_WITHIN_THE_YEAR = {
    "webinar": ("date", "end_date", "letter_date"),
    "meeting": ("date",),
    "expertise": ("submitted",),
    "publication": ("date",),
    "contribution": ("date",),
}
_STARTS_AND_ENDS = (
    ("webinar", "date", "end_date"),
    ("programme", "start", "end"),
    ("expertise", "submitted", "verdict_date"),
)
_MARKED = ("plan", "meeting", "webinar", "iom", "task")


@rule("Дата вне учебного года", "error", *_WITHIN_THE_YEAR)
def date_outside_year(year: YearRecords) -> Iterator[Problem]:
    """Find days before the August that the year begins with, or after its end."""
    for kind, keys in _WITHIN_THE_YEAR.items():
        for record in year.of(kind):
            for key in keys:
                found = day(record.get(key))
                if found and not _first_day(year.year) <= found.isoformat() <= _last_day(year.year):
                    field = kind_of(kind).by_key[key]
                    said = f"{_said(field, record)} вне {year.year} учебного года"
                    yield _wrong(kind, record, field, said)


@rule("Конец раньше начала", "error", *(kind for kind, _, _ in _STARTS_AND_ENDS))
def end_before_start(year: YearRecords) -> Iterator[Problem]:
    """Find what ends on a day before its first, or is judged before it was submitted."""
    for kind, start, end in _STARTS_AND_ENDS:
        for record in year.of(kind):
            if record.get(start) and record.get(end) and str(record[end]) < str(record[start]):
                yield _out_of_order(kind, record, start, end)


@rule("Время окончания раньше времени начала", "error", "webinar")
def end_time_before_start_time(year: YearRecords) -> Iterator[Problem]:
    """Find webinars of one day that end before they begin."""
    for webinar in year.of("webinar"):
        start, end = webinar.get("start_time"), webinar.get("end_time")
        one_day = webinar.get("end_date") in {None, webinar.get("date")}
        if one_day and start and end and str(end) < str(start):
            yield _out_of_order("webinar", webinar, "start_time", "end_time")


@rule("Отметка о выполнении из будущего или до начала года", "error", *_MARKED)
def done_date_impossible(year: YearRecords) -> Iterator[Problem]:
    """Find marks of completion later than today, or older than the year and its August."""
    for kind in _MARKED:
        for record in year.of(kind):
            marked = str(record.get("done_date") or "")
            field = kind_of(kind).by_key["done_date"]
            if marked > year.today.isoformat():
                yield _wrong(kind, record, field, f"{_said(field, record)}: такого дня ещё не было")
            elif marked and marked < _first_day(year.year):
                said = f"{_said(field, record)} раньше {year.year} учебного года"
                yield _wrong(kind, record, field, said)


@rule("Проведено, хотя дата ещё не наступила", "error", "webinar", "meeting")
def held_in_the_future(year: YearRecords) -> Iterator[Problem]:
    """Find webinars and meetings that are marked as held before their day."""
    for kind in ("webinar", "meeting"):
        for record in year.of(kind):
            if record.get("status") == "held" and str(record.get("date") or "") > str(year.today):
                field = kind_of(kind).by_key["status"]
                said = f"{field.show(record)}, а дата {shown_day(record['date'])} ещё впереди"
                yield Problem(
                    f"{title(kind, record)}: {said}",
                    names(kind, [record]),
                    edit(kind, record, "--status", "planned"),
                )


def _first_day(year: AcademicYear) -> str:
    return f"{year.first}-08-01"


def _last_day(year: AcademicYear) -> str:
    return year.end.isoformat()


def _said(field: Field, record: Record) -> str:
    return f"{field.label[:1].lower()}{field.label[1:]} {field.show(record)}"


def _out_of_order(kind: str, record: Record, start: str, end: str) -> Problem:
    first, last = (kind_of(kind).by_key[key] for key in (start, end))
    return _wrong(kind, record, last, f"{_said(last, record)} раньше, чем {_said(first, record)}")


def _wrong(kind: str, record: Record, field: Field, said: str) -> Problem:
    word = "ВРЕМЯ" if field.type.content == "clock" else "ДАТА"
    return Problem(
        f"{title(kind, record)}: {said}",
        names(kind, [record]),
        edit(kind, record, f"--{field.option_name}", word),
    )


RULES = (
    date_outside_year,
    end_before_start,
    end_time_before_start_time,
    done_date_impossible,
    held_in_the_future,
)
