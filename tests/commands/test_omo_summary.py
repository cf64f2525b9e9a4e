"""`omo summary`: the indicators of each association in one table."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025"}


@pytest.fixture
def records(given: Given) -> None:
    """Records of two associations, of the association (РУМО) itself and of one nobody knows."""
    given(
        "webinar",
        NOW | {"title": "А", "date": "2024-10-01", "status": "held", "participants": 40,
               "omo": ["ОМО-04"]},
        NOW | {"title": "Б", "date": "2024-10-08", "status": "held", "participants": 60,
               "participants_qualifier": "at_least", "omo": ["ОМО-04", "ОМО-17"]},
        NOW | {"title": "В", "date": "2024-10-22", "status": "planned", "omo": ["ОМО-04"]},
        NOW | {"title": "Г", "date": "2024-09-20", "status": "held", "omo": ["ОМО астрономов"]},
    )  # fmt: skip
    given(
        "plan",
        NOW | {"title": "Заседание", "owner": "rumo", "status": "done",
               "done_date": "2024-10-02"},
        NOW | {"title": "Семинар", "owner": "ОМО-04", "status": "planned",
               "deadline_kind": "by", "deadline_end": "2024-10-10"},
        NOW | {"title": "Сборник", "owner": "ОМО-04", "status": "cancelled",
               "cancelled_date": "2024-09-15"},
    )  # fmt: skip
    given("meeting", NOW | {"owner": "rumo", "number": "1", "date": "2024-08-28", "status": "held"})
    given("iom", NOW | {"teacher": "Ильин П.О.", "status": "completed",
                        "done_date": "2024-10-09", "omo": ["ОМО-17"]})  # fmt: skip
    given(
        "expertise",
        NOW | {"title": "Урок", "authors": ["Ильин П.О."], "omo": ["ОМО-17"],
               "verdict": "recommended", "submitted": "2024-09-20"},
        NOW | {"title": "Игра", "authors": ["Ильин П.О."], "omo": ["ОМО-17"],
               "submitted": "2024-10-11"},
    )  # fmt: skip
    given("publication", NOW | {"title": "Сборник", "type": "materials", "omo": ["ОМО-04"]})


def figures(**some: int | float | str | None) -> Record:
    """Return the indicators of a row, those not named being 0."""
    first = ("omo_total", "omo_without_webinars", "members", "members_young", "webinars_total",
             "webinars_held", "webinars_planned", "webinars_postponed", "webinars_cancelled",
             "participants")  # fmt: skip
    plan = ("plan_total", "plan_cancelled", "plan_counted", "plan_done", "plan_overdue")
    last = ("meetings_total", "meetings_held", "iom_total", "iom_completed",
            "expertise_submitted", "expertise_recommended", "expertise_in_bank",
            "expertise_programmes", "publications_total", "contributions_total")  # fmt: skip
    return {
        **dict.fromkeys(first, 0),
        "participants_qualifier": "exact",
        **dict.fromkeys(plan, 0),
        "plan_percent": None,
        **dict.fromkeys(last, 0),
        **some,
    }


@pytest.mark.usefixtures("associations", "records")
def test_a_summary_as_json_is_a_document(rumo: Rumo) -> None:
    assert rumo("omo summary -f json").json == {
        "year": "2024-2025",
        "as_of": "2024-10-15",
        "by": "omo",
        "rows": [
            {"key": "rumo", "label": "РУМО"}
            | figures(plan_total=1, plan_counted=1, plan_done=1, plan_percent=100.0,
                      meetings_total=1, meetings_held=1),
            {"key": "ОМО-02", "label": "ОМО учителей русского языка и литературы"}
            | figures(omo_total=1, omo_without_webinars=1),
            {"key": "ОМО-04", "label": "ОМО учителей математики"}
            | figures(omo_total=1, webinars_total=3, webinars_held=2, webinars_planned=1,
                      participants=100, participants_qualifier="at_least", plan_total=2,
                      plan_cancelled=1, plan_counted=1, plan_overdue=1, plan_percent=0.0,
                      publications_total=1),
            {"key": "ОМО-17", "label": "ОМО педагогов-психологов"}
            | figures(omo_total=1, webinars_total=1, webinars_held=1, participants=60,
                      participants_qualifier="at_least", iom_total=1, iom_completed=1,
                      expertise_submitted=2, expertise_recommended=1),
            {"key": "ОМО астрономов", "label": "ОМО астрономов"}
            | figures(webinars_total=1, webinars_held=1),
        ],
        "total": figures(omo_total=3, omo_without_webinars=1, webinars_total=4, webinars_held=3,
                         webinars_planned=1, participants=100, participants_qualifier="at_least",
                         plan_total=3, plan_cancelled=1, plan_counted=2, plan_done=1,
                         plan_overdue=1, plan_percent=50.0, meetings_total=1, meetings_held=1,
                         iom_total=1, iom_completed=1, expertise_submitted=2,
                         expertise_recommended=1, publications_total=1),
    }  # fmt: skip


@pytest.mark.usefixtures("associations", "records")
def test_people_see_an_association_a_row(rumo: Rumo) -> None:
    assert rumo("omo summary -f table") == Result(
        0,
        """\
Показатели ОМО на 15.10.2024 (вт), 2024-2025 учебный год

ОМО                                       Вебинары     Участники    План  Засед.  ИОМ  Экспертиза
─────────────────────────────────────────────────────────────────────────────────────────────────
РУМО                                             0             0  1 из 1       1    0           —
ОМО учителей русского языка и литературы         0             0       —       0    0           —
ОМО учителей математики                          2  не менее 100  0 из 1       0    0           —
ОМО педагогов-психологов                         1   не менее 60       —       0    1      1 из 2
ОМО астрономов                                   1             0       —       0    0           —
─────────────────────────────────────────────────────────────────────────────────────────────────
Всего                                            3  не менее 100  1 из 2       1    1      1 из 2

ОМО без вебинаров: 1.
Вебинаров впереди: 1.
Просрочено пунктов планов: 1.
Публикаций: 1.
""",
    )


@pytest.mark.usefixtures("associations", "records")
def test_on_a_past_day_only_what_was_so_by_then_counts(rumo: Rumo) -> None:
    assert rumo("omo summary --on 01.10.2024 -f json").json["total"] == figures(
        omo_total=3, omo_without_webinars=2, webinars_total=4, webinars_held=2,
        webinars_planned=2, participants=40, participants_qualifier="at_least", plan_total=3,
        plan_cancelled=1, plan_counted=2, plan_percent=0.0, meetings_total=1, meetings_held=1,
        iom_total=1, expertise_submitted=1, expertise_recommended=1, publications_total=1,
    )  # fmt: skip


@pytest.mark.usefixtures("associations", "records")
@pytest.mark.parametrize(("format_name", "mark"), [("csv", ","), ("tsv", "\t")])
def test_machines_get_a_column_a_figure(rumo: Rumo, format_name: str, mark: str) -> None:
    lines = rumo(f"omo summary -f {format_name}").out.splitlines()

    assert lines[0].split(mark) == ["key", "label", *figures()]
    assert len(lines) == 6


@pytest.mark.usefixtures("associations", "records")
def test_a_summary_is_written_to_a_spreadsheet(rumo: Rumo) -> None:
    assert rumo("omo summary -o омо.csv").err == "Записано: омо.csv\n"
    text = Path("омо.csv").read_text(encoding="utf-8-sig")
    headings, *_, total = [line.split(";") for line in text.splitlines()]

    assert headings[:5] == ["Ключ", "ОМО", "ОМО", "Без вебинаров", "Членов"]
    assert total[:4] == ["", "Всего", "3", "1"]
    assert headings[11:13] == ["Участников", "Участников: точность"]
    assert total[11:13] == ["100", "не менее"]


@pytest.mark.usefixtures("associations")
def test_associations_are_there_in_a_year_without_any_record(rumo: Rumo) -> None:
    assert rumo("omo summary -f table") == Result(
        0,
        """\
Показатели ОМО на 15.10.2024 (вт), 2024-2025 учебный год

ОМО                                       Вебинары  Участники  План
───────────────────────────────────────────────────────────────────
ОМО учителей русского языка и литературы         0          0     —
ОМО учителей математики                          0          0     —
ОМО педагогов-психологов                         0          0     —
───────────────────────────────────────────────────────────────────
Всего                                            0          0     —

Записей этого года нет. Загрузите их, например: rumo webinar import ФАЙЛ
""",
    )


def test_without_a_directory_it_is_said_how_to_get_one(rumo: Rumo, given: Given) -> None:
    given("iom", {"academic_year": "2023-2024", "teacher": "Ильин П.О."})

    assert rumo("omo summary") == Result(
        0,
        "Показатели ОМО на 15.10.2024 (вт), 2024-2025 учебный год\n\n"
        "ОМО нет. Загрузите справочник: rumo omo import ФАЙЛ\n",
    )


@pytest.mark.usefixtures("associations", "records")
def test_another_year_and_none(rumo: Rumo) -> None:
    assert rumo("omo summary --year 2019-2020") == Result(
        3, "", "Ошибка: Учебного года 2019-2020 в хранилище нет; есть: 2024-2025.\n"
    )
    assert rumo("omo summary --year all").err.endswith(
        "Ошибка: Здесь нужен один учебный год, а не all: --year 2024-2025.\n"
    )
