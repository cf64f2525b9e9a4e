"""What an import of registrations does: every row finds its webinars, every webinar its people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.registrations import Registration, Registrations
from rumo_cli.intake.webinar_finder import Found, WebinarFinder
from rumo_cli.intake.webinar_words import said_by, tokens
from rumo_cli.records.attendance import Recorded, counted, held_if_past
from rumo_cli.records.attendees import Attendee, distinct_people
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import OFF

Meaning = Callable[[Registration], Found]
"""Tells which webinars a row is about."""

YearsOf = Callable[[Registration], frozenset[AcademicYear]]
"""Tells the academic years that a row may be about; none stands for all."""

_OPENED_BEFORE = timedelta(days=60)
"""How long before its webinar a form may be open: an August's is for September."""


@dataclass(frozen=True)
class Counting:
    """How people are counted: on which day, over typed figures or not, with or without names."""

    today: date
    replace: bool = False
    keep_names: bool = False


@dataclass
class TableCounted:
    """What became of the rows of a table."""

    table: Registrations
    matched: int = 0
    errors: list[Problem] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Return how many rows hold a registration, or should."""
        return len(self.table.rows) + len(self.table.errors)

    @property
    def refused(self) -> int:
        """Return how many rows have an error."""
        return len({problem.row for problem in self.errors})


@dataclass(frozen=True)
class WebinarCounted:
    """What becomes of a webinar: nothing where it does not take place."""

    number: int
    before: Record
    attendees: Sequence[Attendee]
    """The rows that are about it."""
    recorded: Recorded
    after: Record

    @property
    def off(self) -> bool:
        """Tell whether it does not take place, whatever the forms say."""
        return self.before.get("status") in OFF

    @property
    def changed(self) -> bool:
        """Tell whether anything changes in the record."""
        return self.after != self.before


@dataclass
class Counted:
    """What an import of registrations does or would do."""

    tables: list[TableCounted]
    webinars: list[WebinarCounted]

    @property
    def refused(self) -> int:
        """Return how many rows have an error."""
        return sum(table.refused for table in self.tables)

    @property
    def changed(self) -> list[WebinarCounted]:
        """Return the webinars whose records change."""
        return [each for each in self.webinars if each.changed]

    @property
    def people(self) -> int:
        """Return how many people there are in the rows of all webinars together."""
        return len(distinct_people(each for found in self.webinars for each in found.attendees))


def count_registrations(
    tables: Iterable[Registrations],
    webinars: Mapping[int, Record],
    meaning: Meaning,
    counting: Counting,
) -> Counted:
    """Return what becomes of the webinars that the rows are about; rows with errors count not."""
    found: defaultdict[int, list[Attendee]] = defaultdict(list)
    read = [_match(table, meaning, found) for table in tables]
    return Counted(
        read, [_count(each, webinars[each], found[each], counting) for each in sorted(found)]
    )


def years_of(row: Registration, default: AcademicYear) -> frozenset[AcademicYear]:
    """Return the academic years that the webinar of a row may be of.

    They are those of the days in its words, else those that the day of the form may be meant for,
    else the default.
    """
    days = [day for each in said_by(tokens(row.webinar)).days if (day := each.whole)]
    if not days and row.sent:
        days = [row.sent, row.sent + _OPENED_BEFORE]
    return frozenset(map(AcademicYear.of, days)) or frozenset({default})


def by_title(webinars: Mapping[int, Record], years_of: YearsOf) -> Meaning:
    """Find the webinars of a row by title and day, among those of its academic years."""
    finders: dict[frozenset[AcademicYear], WebinarFinder] = {}

    def meaning(row: Registration) -> Found:
        years = years_of(row)
        if years not in finders:
            finders[years] = WebinarFinder(_within(webinars, years), _words(years))
        return finders[years].find(row.webinar, row.sent)

    return meaning


def _within(webinars: Mapping[int, Record], years: Iterable[AcademicYear]) -> dict[int, Record]:
    wanted = set(map(str, years))
    return {
        number: each
        for number, each in webinars.items()
        if not wanted or each.get("academic_year") in wanted
    }


def _words(years: Iterable[AcademicYear]) -> str:
    """Return the words for where webinars were looked for."""
    named = " и ".join(map(str, sorted(years)))
    return f"в {named} учебном году" if named else "в хранилище"


def _match(
    table: Registrations, meaning: Meaning, found: defaultdict[int, list[Attendee]]
) -> TableCounted:
    outcome = TableCounted(table, errors=list(table.errors))
    for row in table.rows:
        meant = meaning(row)
        outcome.errors += [
            Problem.at(row.source, each.message, table.webinar_heading, each.words)
            for each in meant.troubles
        ]
        if not meant.troubles:
            outcome.matched += 1
            for number in meant.numbers:
                found[number].append(row.attendee)
    outcome.errors.sort(key=lambda problem: problem.row)
    return outcome


def _count(
    number: int, before: Record, attendees: Sequence[Attendee], counting: Counting
) -> WebinarCounted:
    recorded = counted(before, attendees, replace=counting.replace, keep_names=counting.keep_names)
    off = before.get("status") in OFF
    after = before if off else held_if_past(recorded.record, counting.today)
    return WebinarCounted(number, before, attendees, recorded, after)
