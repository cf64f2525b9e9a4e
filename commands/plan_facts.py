"""What the records of a store say of plan items."""

from collections.abc import Iterable, Sequence
from datetime import date

from commands.app import App
from commands.changes import NAMED
from commands.describing import named, spoken_day
from commands.plan_progress import progress
from commands.reading import calendars_in, records_in, with_id
from commands.record_tables import Worked
from rumo_cli.figures.plan_facts import PlanFacts, kinds_needed, theme_counted
from rumo_cli.figures.summary import percent
from rumo_cli.records import kind_of
from rumo_cli.records.fields.references import link_to
from rumo_cli.records.plan import LINKS, STATUS
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import mark_on
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.table import Column
from store.contract import Snapshot

FACT = Column("fact", "Факт", align="right")
COLUMNS = (
    FACT,
    Column("fact_target", "Сколько нужно", align="right"),
    Column("fact_percent", "Факт, %", align="right"),
    Column("fact_status", "Состояние по записям"),
    Column("fact_evidence", "Засчитано", blank=[]),
)
"""What machines read of a fact; all of it is empty where an item neither counts nor names any."""

_UNCOUNTED = "не сказано, какие записи засчитывать: --counts или --links"


def facts_of(
    snapshot: Snapshot, items: Sequence[Record], on: date, *, years: Iterable[str] = ()
) -> PlanFacts:
    """Return what the records of the items' years, and of other `years`, say on a day."""
    wanted = {*years, *(str(item["academic_year"]) for item in items)}
    records = {
        key: records_in(snapshot, kind_of(key), wanted) for key in sorted(kinds_needed(items))
    }
    return PlanFacts(items, records, on, calendars_in(snapshot))


def in_words(facts: PlanFacts, items: Iterable[Record]) -> list[Value]:
    """Return how far the records fulfil each item: «8 из 10», None where none could."""
    return [_how_much(fact) if fact else None for _, fact in facts.beside(items)]


def facts_in_words(app: App, snapshot: Snapshot, items: Sequence[Record]) -> list[Value]:
    """Return how far the records fulfil each item today; see `in_words`."""
    return in_words(facts_of(snapshot, items, app.today), items)


def worked_out(app: App, snapshot: Snapshot, items: Sequence[Record]) -> list[Worked]:
    """Return what `show` has to say of each item beside its fields."""
    facts, on = facts_of(snapshot, items, app.today), app.today
    return [Worked(_values(item, facts), _lines(snapshot, item, on, facts)) for item in items]


def _values(item: Record, facts: PlanFacts) -> Record:
    fact = facts.of(item)
    if fact is None:
        return {column.key: column.blank for column in COLUMNS}
    return {
        "fact": fact.number,
        "fact_target": fact.target,
        "fact_percent": percent(fact.number, fact.target),
        "fact_status": facts.status_by_records(item),
        "fact_evidence": list(fact.evidence),
    }


def _lines(snapshot: Snapshot, item: Record, on: date, facts: PlanFacts) -> dict[str, list[str]]:
    fact = facts.of(item)
    so_far = progress(item, on, facts.calendars, fact)
    lines = {"Ход выполнения": [so_far] if so_far else []}
    if fact is None:
        return lines | ({"Факт": [_UNCOUNTED]} if item.get("target") else {})
    missed = [link for link in facts.named(item) if link not in fact.evidence]
    return lines | {
        "Тема записей": _theme(item),
        "Факт": [_verdict(item, on, fact, facts.status_by_records(item))],
        "Засчитано": _named(snapshot, fact.evidence),
        "Не засчитано": _named(snapshot, missed),
    }


def _theme(item: Record) -> list[str]:
    """Return the words that records are chosen by where no theme says them."""
    theme = "" if item.get("theme") else theme_counted(item)
    return [f"«{theme}», по направлению пункта; другая: --theme"] if theme else []


def _verdict(item: Record, on: date, fact: Fact, status: str | None) -> str:
    """Return what an item's state comes from: a mark made by hand, else the records."""
    by_records = f"{_how_much(fact)}, {STATUS.show(status)}"
    if mark_on(item, on):
        return f"отметка вручную; по записям {_how_much(fact)}"
    if item.get("status") in (None, "planned"):
        return by_records
    return f"{by_records}; отметка вручную считается со своего дня, без дня – с конца срока"


def _how_much(fact: Fact) -> str:
    return f"{fact.number} из {fact.target}"


def _named(snapshot: Snapshot, links: Sequence[str]) -> list[str]:
    lines = [_line(snapshot, *each) for each in LINKS.named(list(links[:NAMED]))]
    return [*lines, f"… и ещё {len(links) - NAMED}"] if len(links) > NAMED else lines


def _line(snapshot: Snapshot, key: str, number: int) -> str:
    """Return a record with its day and its status: what counts it or does not."""
    kind = kind_of(key)
    found = snapshot.get(key, number)
    if found is None:
        return f"{link_to(key, number)}: такой записи нет"
    record = with_id(number, found)
    day = record.get(kind.date or "")
    status = kind.by_key[kind.status].show(record) if kind.status else ""
    return ", ".join(filter(None, [named(kind, record), spoken_day(day) if day else "", status]))
