import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year

WORK: Record = {"title": "Урок", "authors": ["Белова А.С."]}


@pytest.mark.parametrize(
    ("kind", "record", "message"),
    [
        ("webinar", WEBINAR | {"date": "2025-09-01"},
         "«Итоги»: дата 01.09.2025 вне 2024-2025 учебного года"),
        ("webinar", WEBINAR | {"date": "2024-07-31"},
         "«Итоги»: дата 31.07.2024 вне 2024-2025 учебного года"),
        ("webinar", WEBINAR | {"letter_date": "2023-10-10"},
         "«Итоги»: дата письма 10.10.2023 вне 2024-2025 учебного года"),
        ("meeting", {"owner": "rumo", "number": "1", "date": "2023-12-01"},
         "«заседание РУМО № 1»: дата 01.12.2023 вне 2024-2025 учебного года"),
        ("expertise", WORK | {"submitted": "2026-01-10"},
         "«Урок»: дата подачи 10.01.2026 вне 2024-2025 учебного года"),
        ("publication", {"type": "letter", "title": "О вебинаре", "date": "2023-11-01"},
         "«О вебинаре»: дата 01.11.2023 вне 2024-2025 учебного года"),
        ("contribution", {"type": "other", "title": "ЕГЭ", "date": "2026-06-01"},
         "«ЕГЭ»: дата 01.06.2026 вне 2024-2025 учебного года"),
    ],
)  # fmt: skip
def test_days_outside_the_year(kind: str, record: Record, message: str) -> None:
    assert said("date_outside_year", year(**{kind: [record]})) == [message]


@pytest.mark.parametrize("day", ["2024-08-01", "2024-08-29", "2024-09-01", "2025-08-31"])
def test_the_august_before_belongs_to_the_year(day: str) -> None:
    assert said("date_outside_year", year(webinar=[WEBINAR | {"date": day}])) == []


@pytest.mark.parametrize(
    ("kind", "record", "message"),
    [
        ("webinar", WEBINAR | {"end_date": "2024-10-10"},
         "«Итоги»: дата окончания 10.10.2024 раньше, чем дата 15.10.2024"),
        ("programme", {"title": "А", "start": "2025-02-01", "end": "2024-12-01"},
         "«А»: окончание 01.12.2024 раньше, чем начало 01.02.2025"),
        ("expertise", WORK | {"submitted": "2025-02-10", "verdict_date": "2025-02-01"},
         "«Урок»: дата решения 01.02.2025 раньше, чем дата подачи 10.02.2025"),
    ],
)  # fmt: skip
def test_ends_before_starts(kind: str, record: Record, message: str) -> None:
    assert said("end_before_start", year(**{kind: [record]})) == [message]


def test_a_webinar_of_two_days_may_end_earlier_in_the_day() -> None:
    hours: Record = {"start_time": "15:00", "end_time": "11:00"}
    of = year(webinar=[WEBINAR | hours, WEBINAR | hours | {"end_date": "2024-10-16"}])
    (found,) = check(of, ["end_time_before_start_time"])

    assert found.problem.message == "«Итоги»: время окончания 11:00 раньше, чем время 15:00"
    assert list(map(str, found.problem.records)) == ["webinar 1"]
    assert found.problem.remedy.words == ("edit", "1", "--end-time", "ВРЕМЯ")


def test_marks_of_the_future_and_of_long_ago() -> None:
    of = year(
        plan=[
            {"title": "Семинар", "done_date": "2025-06-24"},
            {"title": "Сборник", "done_date": "2024-07-31"},
            {"title": "Форум", "done_date": "2024-08-28"},
            {"title": "Отчёт", "done_date": "2025-06-23"},
        ],
        iom=[{"teacher": "Белова А.С.", "done_date": "2025-12-01"}],
    )

    assert said("done_date_impossible", of) == [
        "«Семинар»: дата выполнения 24.06.2025: такого дня ещё не было",
        "«Сборник»: дата выполнения 31.07.2024 раньше 2024-2025 учебного года",
        "«Белова А.С.»: завершён от 01.12.2025: такого дня ещё не было",
    ]


def test_nothing_is_held_before_its_day() -> None:
    of = year(
        webinar=[WEBINAR | {"date": "2025-06-24"}, WEBINAR | {"date": "2025-06-23"}],
        meeting=[{"owner": "rumo", "number": "4", "date": "2025-08-20", "status": "held"}],
    )

    assert said("held_in_the_future", of) == [
        "«Итоги»: проведён, а дата 24.06.2025 ещё впереди",
        "«заседание РУМО № 4»: проведено, а дата 20.08.2025 ещё впереди",
    ]
