"""Events on days when nobody works."""

from collections.abc import Iterator

from rumo_cli.checks.remedies import edit, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import kind_of
from rumo_cli.records.doubts import on_days_off
from rumo_cli.records.school_days import own_days_of


@rule("День, когда никто не работает", "warning", "webinar", "meeting")
def on_day_off(year: YearRecords) -> Iterator[Problem]:
    """Find webinars and meetings on Sundays, holidays and days off of the year's settings."""
    own = own_days_of({str(year.year): {**year.settings}})
    for kind in map(kind_of, ("webinar", "meeting")):
        for record in year.of(kind.key):
            for said in on_days_off(kind, record, own):
                yield Problem(
                    f"{title(kind.key, record)}: {said}",
                    names(kind.key, [record]),
                    edit(kind.key, record, "--date", "ДАТА"),
                )


RULES = (on_day_off,)
