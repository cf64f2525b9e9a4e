"""What single figures count, and which records decide that without being counted."""

import pytest

from rumo_cli.records.attendance import NOT_SAID
from rumo_cli.records.values import Record, Value
from tests.figures.years import WEBINAR, behind, counted, year

TWO: list[Record] = [
    {"code": "ОМО-01", "title": "ОМО учителей математики"},
    {"code": "ОМО-02", "title": "ОМО учителей физики"},
]


def held(*omo: str, **values: Value) -> Record:
    return WEBINAR | {"omo": list(omo), **values}


def item(**values: Value) -> Record:
    return {"title": "Вебинары", "owner": "rumo", **values}


def test_a_webinar_that_alone_names_an_association_decides() -> None:
    of = year(omo=TWO, webinar=[held("ОМО-01"), held("ОМО-01", status="planned"), held("ОМО-03")])

    assert behind("omo_without_webinars", of) == (["omo 2"], ["webinar 1"])
    both = year(omo=TWO, webinar=[held("ОМО-01", "ОМО-02"), held("ОМО-01")])
    assert behind("omo_without_webinars", both) == ([], ["webinar 1"])


def test_associations_are_those_of_the_year() -> None:
    gone = TWO[0] | {"until": "2023-2024", "members": 20}
    of = year(omo=[gone, TWO[1] | {"members": 12}])

    assert behind("omo_total", of) == (["omo 2"], [])
    assert counted("members_total", of).value == 12


@pytest.mark.parametrize(
    ("webinars", "value", "qualifier", "grounds"),
    [
        ([held(participants=40), held(participants=30)], 70, "exact", []),
        ([held(participants=40), held()], 40, "at_least", ["webinar 2"]),
        ([held(participants=40), held(), held()], 40, "at_least", []),
        ([held(participants=40, participants_qualifier="about"), held()], 40, "about", []),
        ([held()], None, "exact", ["webinar 1"]),
        ([held(), held()], None, "exact", []),
        ([], 0, "exact", []),
    ],
)
def test_people_are_at_least_those_that_were_counted(
    webinars: list[Record], value: int | None, qualifier: str, grounds: list[str]
) -> None:
    of = year(webinar=webinars)
    found = counted("participants_total", of)

    assert (found.value, found.qualifier) == (value, qualifier)
    assert behind("participants_total", of)[1] == grounds


@pytest.mark.parametrize(
    ("plan", "webinars", "done", "grounds"),
    [
        (item(counts="webinar", target=2), [held(), held()], 1, ["webinar 1", "webinar 2"]),
        (item(counts="webinar", target=1), [held(), held()], 1, []),
        (item(counts="webinar", target=2), [held()], 0, []),
        (item(counts="webinar", target=2, status="done"), [held(), held()], 1, []),
        (item(), [held(plan_item=1)], 1, ["webinar 1"]),
        (item(), [held(plan_item=1), held(plan_item=1)], 1, []),
        (item(), [held(plan_item=1), held(plan_item=1, status="planned")], 0, ["webinar 2"]),
        (item(links=["webinar 1"]), [held(), held()], 1, ["webinar 1"]),
    ],
)
def test_records_without_which_an_item_would_not_be_done_decide(
    plan: Record, webinars: list[Record], done: int, grounds: list[str]
) -> None:
    of = year(plan=[plan], webinar=webinars)

    assert behind("plan_done", of) == (["plan 1"] * done, grounds)
    assert behind("plan_percent", of) == (["plan 1"], grounds)


def test_a_record_that_keeps_an_item_from_being_late_decides() -> None:
    late = item(counts="webinar", target=1, deadline_kind="by", deadline_end="2024-12-01")

    assert behind("plan_overdue", year(plan=[late], webinar=[held()])) == ([], ["webinar 1"])
    assert behind("plan_overdue", year(plan=[late])) == (["plan 1"], [])


@pytest.mark.parametrize(
    ("statuses", "complete", "grounds"),
    [
        (["done"], 1, ["plan 1"]),
        (["done", "done"], 1, []),
        (["done", "planned"], 0, ["plan 2"]),
        (["planned"], 0, []),
        (["planned", "planned"], 0, []),
        (["done", "cancelled"], 1, ["plan 1"]),
        ([], 0, []),
    ],
)
def test_an_association_completes_its_plan_with_the_last_item(
    statuses: list[str], complete: int, grounds: list[str]
) -> None:
    plan = [item(owner="ОМО-01", status=status) for status in statuses]

    assert behind("omo_plan_complete", year(omo=TWO, plan=plan)) == (["omo 1"] * complete, grounds)


def test_a_record_that_alone_makes_a_plan_complete_decides() -> None:
    plan = [item(owner="ОМО-01", status="done"), item(owner="ОМО-01", counts="webinar")]
    of = year(omo=TWO, plan=plan, webinar=[held("ОМО-01")])

    assert behind("omo_plan_complete", of) == (["omo 1"], ["webinar 1"])


def test_plans_of_the_association_and_of_the_others_are_told_apart() -> None:
    of = year(plan=[item(status="done"), item(owner="ОМО-01"), item(owner="ОМО-02")])
    keys = ("plan_rumo_counted", "plan_rumo_done", "plan_rumo_percent", "plan_omo_counted",
            "plan_omo_done", "plan_omo_percent")  # fmt: skip

    assert [counted(key, of).value for key in keys] == [1, 1, 100.0, 2, 0, 0.0]


def letter(number: str | None = None, day: str | None = None, **values: Value) -> Record:
    return WEBINAR | {"letter_no": number, "letter_date": day, **values}


def published(title: str, **values: Value) -> Record:
    return {"type": "letter", "title": title, **values}


@pytest.mark.parametrize(
    ("webinars", "letters", "evidence"),
    [
        ([], [published("О вебинарах")], ["publication 1"]),
        ([letter("7", "2024-10-01"), letter("№ 7", "2024-10-01")], [], ["webinar 1"]),
        ([letter("7", "2024-10-01"), letter("8", "2024-10-01")], [], ["webinar 1", "webinar 2"]),
        ([letter("7")], [], ["webinar 1"]),
        ([letter(day="2024-10-01")], [], ["webinar 1"]),
        (
            [letter("7", "2024-10-01")],
            [published("О вебинарах октября, № 7", date="2024-10-01")],
            ["publication 1"],
        ),
        (
            [letter("7", "2024-10-01")],
            [published("О вебинарах октября, № 8", date="2024-10-01")],
            ["publication 1", "webinar 1"],
        ),
        (
            [letter("7", "2024-10-01")],
            [published("О вебинарах октября", date="2024-10-01")],
            ["publication 1"],
        ),
        ([letter("7")], [published("О вебинарах, № 7.")], ["publication 1"]),
        ([letter("7")], [published("О вебинарах")], ["publication 1", "webinar 1"]),
        (
            [letter("7", "2024-10-01"), letter("7", "2024-10-01")],
            [published("О вебинарах", webinar=2)],
            ["publication 1"],
        ),
        ([letter("7", "2024-08-30")], [], []),
    ],
)
def test_a_letter_counts_once_however_it_is_recorded(
    webinars: list[Record], letters: list[Record], evidence: list[str]
) -> None:
    of = year(webinar=webinars, publication=letters)

    assert behind("letters_sent", of) == (evidence, [])


@pytest.mark.parametrize(
    ("audience", "counts"),
    [
        (["педагоги ШНОР"], True),
        (["учителя школ с низкими результатами обучения"], True),
        (["учителя школ с низкими образовательными результатами"], True),
        (["учителя физики"], False),
        ([], False),
    ],
)
def test_events_for_schools_with_low_results(audience: list[str], counts: bool) -> None:
    of = year(
        webinar=[held(audience=audience), held(audience=audience, status="cancelled")],
        contribution=[{"type": "low_results_event", "title": "Абонемент"}, {"type": "other"}],
    )

    evidence = ["contribution 1", *(["webinar 1"] if counts else [])]
    assert behind("low_results_events", of) == (evidence, [])


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Школа молодого педагога", True),
        ("Клуб молодых учителей физики", True),
        ("Для молодых талантливых специалистов", True),
        ("Движение молодёжи", False),
        ("Молодой педагогический вуз", False),
        ("Итоги", False),
    ],
)
def test_events_for_young_teachers(title: str, counts: bool) -> None:
    of = year(
        webinar=[held(title=title), held(audience=[title]), held(title=title, status="planned")],
        contribution=[{"type": "other", "title": title}, {"type": "programme", "title": title}],
    )

    evidence = ["contribution 1", "webinar 1", "webinar 2"] if counts else []
    assert behind("young_events", of) == (evidence, [])


def pair(programme: str, **values: Value) -> Record:
    return {"programme": programme, "mentor": "Белова А.С.", "mentee": "Ильин П.О.", **values}


def test_a_programme_is_its_record_or_the_first_of_its_pairs() -> None:
    of = year(
        programme=[{"title": "Молодой педагог"}, {"title": "Учитель – учителю"}],
        pair=[pair("учитель - учителю", mentee_young=True), pair("Опыт"), pair("Опыт")],
    )

    assert behind("mentor_programmes", of)[0] == ["programme 1", "programme 2", "pair 2"]
    assert behind("mentor_programmes_young", of) == (["programme 1", "programme 2"], ["pair 1"])


def test_one_of_two_young_mentees_decides_nothing() -> None:
    of = year(programme=[{"title": "Опыт"}], pair=[pair("Опыт", mentee_young=True)] * 2)

    assert behind("mentor_programmes_young", of) == (["programme 1"], [])


def test_people_count_once_and_every_record_that_names_them_is_evidence() -> None:
    of = year(
        webinar=[held(speakers=["Белова А.С."]), held(speakers=["А.С. Белова", "Ильин П.О."])],
        contribution=[{"type": "exam_expert", "title": "ОГЭ", "persons": ["Белова А.С."]},
                      {"type": "exam_expert", "title": "ЕГЭ"}],
    )  # fmt: skip

    assert counted("speakers_total", of).value == 2
    assert behind("speakers_total", of)[0] == ["webinar 1", "webinar 2"]
    assert counted("exam_experts", of).value == 1
    assert behind("exam_experts", of)[0] == ["contribution 1"]


def test_a_municipality_counts_once_however_it_is_written() -> None:
    of = year(
        webinar=[held(by_municipality=["Вяземский район: 12", f"{NOT_SAID}: 3"])],
        iom=[{"teacher": "Белова А.С.", "teacher_municipality": "Вяземский р-н"}],
        expertise=[{"title": "Урок", "municipality": "г. Рославль"}, {"title": "Игра"}],
    )

    assert counted("municipalities_total", of).value == 2
    assert behind("municipalities_total", of)[0] == ["webinar 1", "iom 1", "expertise 1"]


def test_records_that_name_no_municipality_do_not_say_that_there_is_none() -> None:
    assert counted("municipalities_total", year(webinar=[held()])).value is None


def test_tasks_are_those_that_a_route_says_else_those_recorded() -> None:
    of = year(
        iom=[{"teacher": "Белова А.С.", "tasks_planned": 8, "tasks_done": 6}, {"teacher": "Яшин"}],
        task=[{"iom": 1, "status": "accepted"}, {"iom": 2, "status": "accepted"}, {"iom": 2}],
    )

    assert [counted(f"iom_tasks_{each}", of).value for each in ("planned", "done", "percent")] == [
        10, 7, 70.0,
    ]  # fmt: skip
    assert behind("iom_tasks_planned", of)[0] == ["iom 1", "task 2", "task 3"]
    assert behind("iom_tasks_done", of)[0] == ["iom 1", "task 2"]


def test_meetings_are_told_apart_by_whose_they_are_and_what_became_of_them() -> None:
    statuses = ("held", "planned", "cancelled", "postponed")
    meetings: list[Record] = [
        {"owner": owner, "status": status} for owner in ("rumo", "ОМО-01") for status in statuses
    ]
    of = year(meeting=meetings)

    keys = ("recorded", "held", "planned", "omo")
    assert [behind(f"meetings_{key}", of)[0] for key in keys] == [
        ["meeting 1", "meeting 2"], ["meeting 1"], ["meeting 2"], ["meeting 5"],
    ]  # fmt: skip


def test_what_was_declared_has_no_records() -> None:
    of = year({"meetings_declared": 4, "plan_percent_declared": 99.5})

    assert counted("meetings_declared", of) == (4, (), "exact", ())
    assert counted("plan_percent_declared", of).value == 99.5
    assert counted("iom_declared", of).value is None
