"""Numbers within records that cannot stand beside each other."""

import re
from collections import defaultdict
from collections.abc import Iterator

from rumo_cli.checks.remedies import edit, in_year, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import kind_of
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record
from rumo_cli.text import plural

_COUNT_AT_END = re.compile(r"(?<!\d)(\d{1,9})(?: ?чел\w*\.?)?$")
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
_DONE_AND_PLANNED = (
    ("plan", "occurrences_done", "occurrences_planned"),
    ("iom", "tasks_done", "tasks_planned"),
    ("pair", "personal_programme_done", "personal_programme_planned"),
)


@rule("Пропущены номера заседаний", "warning", "meeting")
def missing_meeting_numbers(year: YearRecords) -> Iterator[Problem]:
    """Find numbers that an association's meetings leave out, 1, 2, 4; a few, not most of them."""
    by_owner: defaultdict[str, dict[int, Record]] = defaultdict(dict)
    for meeting in year.of("meeting"):
        number = str(meeting.get("number"))
        if _NUMBER.fullmatch(number):
            by_owner[str(meeting.get("owner", OWN_PLAN))][int(number)] = meeting
    for owner, numbered in by_owner.items():
        missing = sorted(set(range(1, max(numbered) + 1)) - set(numbered))
        if missing and len(missing) <= len(numbered):
            yield _gap(year, owner, numbered, missing)


def _gap(year: YearRecords, owner: str, numbered: dict[int, Record], missing: list[int]) -> Problem:
    whose = "РУМО" if owner == OWN_PLAN else owner
    message = f"заседания {whose} № {_listed(sorted(numbered))}: нет № {_listed(missing)}"
    remedy = in_year(year, "meeting", "add", "--owner", owner, "--number", str(missing[0]))
    return Problem(message, names("meeting", numbered.values()), remedy)


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


@rule("Сделано больше, чем запланировано", "warning", "plan", "iom", "pair")
def done_over_planned(year: YearRecords) -> Iterator[Problem]:
    """Find items, routes and pairs with more done than there was to do."""
    for kind, done_key, planned_key in _DONE_AND_PLANNED:
        for record in year.of(kind):
            done, planned = record.get(done_key), record.get(planned_key)
            if isinstance(done, int) and isinstance(planned, int) and done > planned:
                yield Problem(
                    f"{title(kind, record)}: сделано {done} из {planned}",
                    names(kind, [record]),
                    edit(kind, record, f"--{kind_of(kind).by_key[done_key].option_name}", "ЧИСЛО"),
                )


@rule("Участники по муниципалитетам не сходятся с общим числом", "error", "webinar")
def participants_by_municipality(year: YearRecords) -> Iterator[Problem]:
    """Find webinars whose municipalities do not add up to an exact headcount."""
    for webinar in year.of("webinar"):
        total, exact = webinar.get("participants"), webinar.get("participants_qualifier", "exact")
        counts = [_COUNT_AT_END.search(each) for each in texts_of(webinar.get("by_municipality"))]
        added = sum(int(count[1]) for count in counts if count)
        if counts and all(counts) and exact == "exact" and total not in {None, added}:
            yield Problem(
                f"{title('webinar', webinar)}: по муниципалитетам {added}, а всего {total}",
                names("webinar", [webinar]),
                edit("webinar", webinar, "--participants", str(added)),
            )


@rule("Число муниципалитетов не сходится с их списком", "warning", "webinar")
def municipalities_count(year: YearRecords) -> Iterator[Problem]:
    """Find webinars with another number of municipalities than they list."""
    for webinar in year.of("webinar"):
        listed = len(texts_of(webinar.get("by_municipality")))
        counted = webinar.get("municipalities_count")
        if listed and isinstance(counted, int) and counted != listed:
            noun = plural(counted, "муниципалитет", "муниципалитета", "муниципалитетов")
            yield Problem(
                f"{title('webinar', webinar)}: {counted} {noun}, а перечислено {listed}",
                names("webinar", [webinar]),
                edit("webinar", webinar, "--municipalities-count", str(listed)),
            )


RULES = (
    missing_meeting_numbers,
    done_over_planned,
    participants_by_municipality,
    municipalities_count,
)
