"""Associations (ОМО) that a year's records leave out, or that the directory does."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rumo_cli.checks.remedies import MOST_NAMED, Remedy, in_year
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.associations import NAMED_IN
from rumo_cli.figures.summary import number, texts_of
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record
from rumo_cli.text import quoted


@rule("ОМО без вебинаров", "warning", "omo", "webinar")
def omo_without_webinars(year: YearRecords) -> Iterator[Problem]:
    """Find associations with no webinar held or to come, in a year that has webinars."""

    def add(code: str) -> Remedy:
        words = ("add", "--omo", code, "--title", "ТЕМА", "--date", "ДАТА")
        return in_year(year, "webinar", *words)

    return _lacking(year, "вебинаров", ("webinars_held", "webinars_planned"), add)


@rule("ОМО без плана", "warning", "omo", "plan")
def omo_without_plan(year: YearRecords) -> Iterator[Problem]:
    """Find associations without a plan, in a year for which others have one."""

    def take(code: str) -> Remedy:
        return in_year(year, "plan", "import", "ФАЙЛ", "--set", f"owner={code}")

    return _lacking(year, "плана", ("plan_total",), take)


@rule("ОМО без заседаний", "warning", "omo", "meeting")
def omo_without_meetings(year: YearRecords) -> Iterator[Problem]:
    """Find associations without a meeting, in a year in which others have met."""

    def add(code: str) -> Remedy:
        return in_year(year, "meeting", "add", "--owner", code, "--date", "ДАТА")

    return _lacking(year, "заседаний", ("meetings_total",), add)


def _lacking(
    year: YearRecords, what: str, figures: Sequence[str], remedy: Callable[[str], Remedy]
) -> Iterator[Problem]:
    """Yield one problem of all that have none of what others have; its remedy is for the first."""
    rows = [row for row in year.indicators.rows if row["omo_total"]]
    codes = [str(row["key"]) for row in rows if not any(number(row[key]) for key in figures)]
    if codes and len(codes) < len(rows):
        ids = {str(each.get("code") or each.get("title")): each for each in year.of("omo")}
        listed = ", ".join(codes[:MOST_NAMED]) + (", …" if len(codes) > MOST_NAMED else "")
        message = f"нет {what} у {len(codes)} ОМО из {len(rows)}: {listed}"
        yield Problem(message, names("omo", [ids[code] for code in codes]), remedy(codes[0]))


@rule("ОМО нет в справочнике", "warning", "omo", *NAMED_IN)
def omo_unknown(year: YearRecords) -> Iterator[Problem]:
    """Find associations that records name and the directory, where there is one, lacks."""
    naming: defaultdict[str, list[RecordName]] = defaultdict(list)
    for kind, key in NAMED_IN.items():
        for record in year.of(kind):
            for name in _unknown(year, record, key):
                naming[name] += names(kind, [record])
    for name, records in naming.items():
        message = f"{quoted(name)} нет в справочнике ОМО"
        yield Problem(message, tuple(records), in_year(year, "omo", "add", "--title", name))


def _unknown(year: YearRecords, record: Record, key: str) -> Iterator[str]:
    if year.directory:
        for name in texts_of(record.get(key)):
            if name != OWN_PLAN and not year.directory.knows(name):
                yield name


RULES = (omo_without_webinars, omo_without_plan, omo_without_meetings, omo_unknown)
