"""All figures of a year: what the annual analysis, its tables and its check ask for."""

from collections.abc import Mapping, Sequence

from rumo_cli.figures import meetings
from rumo_cli.figures.figure import Counted, Definition, Figure, Figures
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.nouns import Noun
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record


def figures_of(year: YearRecords, before: YearRecords | None = None) -> Figures:
    """Return all figures of a year, each beside that of the year before."""
    return {
        about.key: Figure(about, about.count(year), about.count(before) if before else None)
        for about in DEFINITIONS
    }


def _counted(kind: str, records: Sequence[Record]) -> Counted:
    return Counted(len(records), names(kind, records))


def _held(year: YearRecords) -> Counted:
    return _counted("webinar", [each for each in year.of("webinar") if each["status"] == "held"])


def _own_meetings(year: YearRecords) -> Counted:
    own = [each for each in year.of("meeting") if each.get("owner", OWN_PLAN) == OWN_PLAN]
    return _counted("meeting", [each for each in own if each.get("status") not in meetings.OFF])


DEFINITIONS: Sequence[Definition] = (
    Definition(
        "webinars_held",
        "Проведено вебинаров",
        "Вебинары и другие встречи «Горячей линии» в любой форме со статусом «проведён».",
        _held,
        Noun("вебинар", "вебинара", "вебинаров"),
    ),
    Definition(
        "meetings_recorded",
        "Заседаний РУМО записано",
        "Заседания самого РУМО, кроме отменённых и перенесённых без новой даты.",
        _own_meetings,
        Noun("заседание", "заседания", "заседаний"),
    ),
)
BY_KEY: Mapping[str, Definition] = {about.key: about for about in DEFINITIONS}
