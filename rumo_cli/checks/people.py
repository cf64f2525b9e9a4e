"""Routes (ИОМ), mentoring pairs and examined work that contradict themselves."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rumo_cli.checks.remedies import edit, show, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold, plural


@rule("Мероприятия маршрута не сходятся с его числами", "warning", "iom", "task")
def route_tasks(year: YearRecords) -> Iterator[Problem]:
    """Find routes whose own figures are not those of the tasks recorded for them."""
    tasks = _tasks_by_route(year)
    for route in year.of("iom"):
        recorded = tasks[route["id"]]
        accepted = sum(each.get("status") == "accepted" for each in recorded)
        planned, done = route.get("tasks_planned"), route.get("tasks_done")
        if recorded and (planned not in {None, len(recorded)} or done not in {None, accepted}):
            claimed = " из ".join("—" if each is None else str(each) for each in (done, planned))
            yield Problem(
                f"{title('iom', route)}: в маршруте выполнено {claimed}, "
                f"а записано {accepted} из {len(recorded)}",
                (*names("iom", [route]), *names("task", recorded)),
                edit("iom", route, "--tasks-planned", str(len(recorded)),
                     "--tasks-done", str(accepted)),
            )  # fmt: skip


@rule("Маршрут завершён, а мероприятия нет", "warning", "iom", "task")
def completed_with_open_tasks(year: YearRecords) -> Iterator[Problem]:
    """Find completed routes with tasks that are not accepted, recorded or only counted."""
    tasks = _tasks_by_route(year)
    for route in year.of("iom"):
        waiting = [each for each in tasks[route["id"]] if each.get("status") != "accepted"]
        left = len(waiting) or _uncompleted(route)
        if route.get("status") == "completed" and left > 0:
            noun = plural(left, "мероприятие", "мероприятия", "мероприятий")
            not_done = plural(left, "не выполнено", "не выполнены", "не выполнены")
            yield Problem(
                f"{title('iom', route)}: завершён, а {left} {noun} {not_done}",
                (*names("iom", [route]), *names("task", waiting)),
                edit("iom", route, "--status", "active"),
            )


def _uncompleted(route: Record) -> int:
    planned, done = route.get("tasks_planned"), route.get("tasks_done")
    return planned - done if isinstance(planned, int) and isinstance(done, int) else 0


def _tasks_by_route(year: YearRecords) -> defaultdict[object, list[Record]]:
    tasks: defaultdict[object, list[Record]] = defaultdict(list)
    for task in year.of("task"):
        tasks[task.get("iom")].append(task)
    return tasks


@rule("Один педагог с двумя маршрутами по одному предмету", "warning", "iom")
def teacher_twice(year: YearRecords) -> Iterator[Problem]:
    """Find two routes of one person, subject and school, however the school is written.

    Namesakes of other schools are other people.
    """
    by_teacher: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for route in year.of("iom"):
        subject = route.get("teacher_subject") or route.get("teacher_position") or ""
        by_teacher[fold_person(str(route["teacher"])), fold(str(subject))].append(route)
    for routes in by_teacher.values():
        for first, second in combinations(routes, 2):
            if _one_school(first, second):
                yield Problem(
                    f"{title('iom', first)}: два маршрута по одному предмету",
                    names("iom", (first, second)),
                    show("iom", first, second),
                )


def _one_school(first: Record, second: Record) -> bool:
    one, other = (_letters(str(each.get("teacher_org") or "")) for each in (first, second))
    return one != "" != other and (one in other or other in one)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


@rule("Наставник и наставляемый — одно лицо", "error", "pair")
def mentor_is_mentee(year: YearRecords) -> Iterator[Problem]:
    """Find pairs of a person with himself."""
    for pair in year.of("pair"):
        if fold_person(str(pair["mentor"])) == fold_person(str(pair["mentee"])):
            yield Problem(
                f"{title('pair', pair)}: наставник и наставляемый — одно лицо",
                names("pair", [pair]),
                edit("pair", pair, "--mentor", "ФИО"),
            )


@rule("В банке без рекомендации", "error", "expertise")
def in_bank_unrecommended(year: YearRecords) -> Iterator[Problem]:
    """Find work that is in the regional bank although the examination did not recommend it."""
    for work in year.of("expertise"):
        if work.get("in_bank") and work.get("verdict") != "recommended":
            yield Problem(
                f"{title('expertise', work)}: размещена в банке, но не рекомендована",
                names("expertise", [work]),
                edit("expertise", work, "--verdict", "recommended"),
            )


RULES = (
    route_tasks,
    completed_with_open_tasks,
    teacher_twice,
    mentor_is_mentee,
    in_bank_unrecommended,
)
