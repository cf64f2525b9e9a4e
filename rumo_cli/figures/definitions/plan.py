"""Figures of the plans of РУМО and of the ОМО."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rumo_cli.figures import plan
from rumo_cli.figures.definitions.counting import counted
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.plan import Judged
from rumo_cli.figures.summary import percent
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.nouns import Noun
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.plan_status import is_overdue, status_on
from rumo_cli.records.values import Record, Value

HEADING = "Планы"

_ITEM = Noun("пункт", "пункта", "пунктов")
_ASSOCIATION = Noun("ОМО", "ОМО", "ОМО")
_TO_DO = "кроме отменённых"
_DONE = "по отметкам, а без них — по записям, которые пункт засчитывает"

Whose = Callable[[Judged], bool]


def _all(_: Judged) -> bool:
    return True


def _own(each: Judged) -> bool:
    return each.item.get("owner", OWN_PLAN) == OWN_PLAN


def _of_associations(each: Judged) -> bool:
    return not _own(each)


def _counted(whose: Whose) -> Callable[[YearRecords], Counted]:
    return lambda year: _items(plan.counted(filter(whose, year.items)))


def _done(whose: Whose) -> Callable[[YearRecords], Counted]:
    def count(year: YearRecords) -> Counted:
        items = list(filter(whose, year.items))
        return _items(plan.done(items), _deciding(year, items))

    return count


def _percent(whose: Whose) -> Callable[[YearRecords], Counted]:
    def count(year: YearRecords) -> Counted:
        items = plan.counted(filter(whose, year.items))
        share = percent(len(plan.done(items)), len(items))
        whole = _items(items)
        return whole._replace(value=share, grounds=tuple(_deciding(year, items)))

    return count


def _overdue(year: YearRecords) -> Counted:
    found = plan.overdue(year.items, year.today, year.facts)
    return _items(found, _names(link for each in year.items for link in _making_late(year, each)))


def _cancelled(year: YearRecords) -> Counted:
    return _items(plan.cancelled(year.items))


def _items(items: Iterable[Judged], grounds: Iterable[RecordName] = ()) -> Counted:
    return counted("plan", (each.item for each in items), grounds)


def _deciding(year: YearRecords, items: Iterable[Judged]) -> Iterator[RecordName]:
    """Yield the records that alone make an item done, or keep it from being so."""
    return _names(link for each in items for link in _making_done(year, each))


def _making_done(year: YearRecords, each: Judged) -> Iterator[str]:
    def is_done(fact: Fact | None) -> bool:
        return status_on(each.item, year.today, fact, year.calendars) == "done"

    return year.facts.deciding(each.item, is_done)


def _making_late(year: YearRecords, each: Judged) -> Iterator[str]:
    def is_late(fact: Fact | None) -> bool:
        return is_overdue(each.item, year.today, fact, year.calendars)

    return year.facts.deciding(each.item, is_late)


def _names(links: Iterable[str]) -> Iterator[RecordName]:
    for link in dict.fromkeys(links):
        kind, _, number = link.partition(" ")
        yield RecordName(kind, int(number))


def _complete(year: YearRecords) -> Counted:
    """Count the associations whose items are all done; each has at least one."""
    plans = _by_owner(plan.counted(year.items))
    complete, grounds = list[Record](), list[RecordName]()
    for association in year.associations:
        items = plans[association["code"]]
        if items and len(plan.done(items)) == len(items):
            complete.append(association)
        grounds += _completing(year, items)
    return counted("omo", complete, dict.fromkeys(grounds))


def _by_owner(items: Iterable[Judged]) -> defaultdict[Value, list[Judged]]:
    found: defaultdict[Value, list[Judged]] = defaultdict(list)
    for each in items:
        found[each.item.get("owner", OWN_PLAN)].append(each)
    return found


def _completing(year: YearRecords, items: Sequence[Judged]) -> Iterator[RecordName]:
    """Yield what alone makes a plan complete or keeps it from being so: items, and records."""
    undone = [each for each in items if each.status != "done"]
    if len(items) == 1 and not undone:
        yield from names("plan", [items[0].item])
    if len(undone) == 1 and len(items) > 1:
        yield from names("plan", [undone[0].item])
    if len(undone) < 2:
        yield from _deciding(year, undone or items)


def _definition(
    key: str, label: str, definition: str, count: Callable[[YearRecords], Counted]
) -> Definition:
    return Definition(key, label, definition, count, _ITEM, kinds=("plan",))


def _share(
    key: str, label: str, definition: str, count: Callable[[YearRecords], Counted]
) -> Definition:
    return Definition(key, label, definition, count, unit="%", kinds=("plan",))


DEFINITIONS = (
    _definition("plan_counted", "Пунктов планов учтено",
                f"Пункты плана РУМО и планов ОМО, {_TO_DO}.", _counted(_all)),
    _definition("plan_done", "Пунктов планов выполнено",
                f"Выполненные пункты всех планов: {_DONE}.", _done(_all)),
    _share("plan_percent", "Выполнение планов",
           "Доля выполненных среди учтённых пунктов всех планов; выполненное частично не "
           "выполнено.", _percent(_all)),
    _definition("plan_rumo_counted", "План РУМО: учтено",
                f"Пункты плана самого РУМО, {_TO_DO}.", _counted(_own)),
    _definition("plan_rumo_done", "План РУМО: выполнено",
                f"Выполненные пункты плана самого РУМО: {_DONE}.", _done(_own)),
    _share("plan_rumo_percent", "План РУМО: выполнение",
           "Доля выполненных среди учтённых пунктов плана самого РУМО.", _percent(_own)),
    _definition("plan_omo_counted", "Планы ОМО: учтено",
                f"Пункты планов ОМО, {_TO_DO}.", _counted(_of_associations)),
    _definition("plan_omo_done", "Планы ОМО: выполнено",
                f"Выполненные пункты планов ОМО: {_DONE}.", _done(_of_associations)),
    _share("plan_omo_percent", "Планы ОМО: выполнение",
           "Доля выполненных среди учтённых пунктов планов ОМО.", _percent(_of_associations)),
    Definition(
        "omo_plan_complete",
        "ОМО выполнили план полностью",
        "Действующие ОМО, у которых есть учтённые пункты плана и все они выполнены.",
        _complete,
        _ASSOCIATION,
        kinds=("plan",),
    ),
    _definition("plan_overdue", "Пунктов просрочено",
                "Пункты планов, срок которых прошёл, а работа не окончена.", _overdue),
    _definition("plan_cancelled", "Пунктов отменено",
                "Пункты планов со статусом «отменено»; в учтённые они не входят.", _cancelled),
)  # fmt: skip
