"""Exports of registration forms: which columns they have, and what a row says."""

from datetime import date

import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake.registrations import Registrations, read_registrations
from rumo_cli.intake.sources import read_source
from rumo_cli.records.attendees import Attendee

ROW = "15.10.2024 9:15:02;Белова А.С.;Ельня;СШ № 1;Итоги"


def read(*lines: str, webinar_named: bool = False) -> Registrations:
    text = "\n".join(lines)
    grid = read_source("форма.csv", text.encode(), delimiter=";")
    return read_registrations("форма.csv", grid, webinar_named=webinar_named)


@pytest.mark.parametrize(
    "headings",
    [
        "Отметка времени;ФИО;Муниципалитет;Школа;Вебинар",
        "Timestamp;Ф.И.О.;Район;Образовательная организация;Тема вебинара",
        "Время создания;Фамилия, имя, отчество (полностью);Ваш муниципалитет;Место работы;Вебинары",
        "Отметка времени;Укажите Ваше ФИО;Муниципальное образование;Укажите ОО;Выберите вебинар",
        "Дата и время;ФИО участника;МО;Название школы;На какой вебинар Вы регистрируетесь?",
    ],
)
def test_columns_are_found_by_what_forms_call_them(headings: str) -> None:
    (row,) = read(headings, ROW).rows

    assert row.attendee == Attendee("Белова А.С.", "СШ № 1", "Ельня")
    assert (row.webinar, row.sent) == ("Итоги", date(2024, 10, 15))


def test_a_name_may_stand_in_three_columns_and_a_day_in_one_of_its_own() -> None:
    (row,) = read(
        "Фамилия;Имя;Отчество (при наличии);Дата вебинара;Вебинар", "Белова;Анна;;15.10.2024;Итоги"
    ).rows

    assert (row.attendee.name, row.webinar) == ("Белова Анна", "15.10.2024 Итоги")


def test_several_columns_may_hold_webinars() -> None:
    (row,) = read("ФИО;Вебинар 1;Вебинар 2", "Белова А.С.;Итоги;Начало").rows

    assert row.webinar == "Итоги\nНачало"


@pytest.mark.parametrize(
    ("email", "phone", "contacts"),
    [
        ("Belova@Example.org", "+7 (900) 000-00-01", {"belova@example.org", "9000000001"}),
        ("belova", "нет", set()),
        ("-", "", set()),
    ],
)
def test_contacts_tell_people_apart(email: str, phone: str, contacts: set[str]) -> None:
    (row,) = read("ФИО;E-mail;Номер телефона;Вебинар", f"Белова А.С.;{email};{phone};Итоги").rows

    assert row.attendee.contacts == contacts


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("15.10.2024 9:15:02", date(2024, 10, 15)),
        ("15.10.2024", date(2024, 10, 15)),
        ("2024-10-15T09:15:02Z", date(2024, 10, 15)),
        ("2024/10/15 2:35:02 PM GMT+3", date(2024, 10, 15)),
        ("10/15/2024 14:35:02", date(2024, 10, 15)),
        ("5/5/2025 14:35:02", date(2025, 5, 5)),
        ("45580.625", date(2024, 10, 15)),
        ("3/4/2025 14:35:02", None),
        ("31.02.2025", None),
        ("вчера вечером", None),
        ("", None),
    ],
)
def test_the_day_of_a_form(moment: str, day: date | None) -> None:
    (row,) = read("Отметка времени;ФИО;Вебинар", f"{moment};Белова А.С.;Итоги").rows

    assert row.sent == day


@pytest.mark.parametrize("name", ["", "  ", "—", "123", "?"])
def test_a_row_without_a_name_is_an_error_of_it(name: str) -> None:
    found = read("ФИО;Школа;Вебинар", f"{name};СШ № 1;Итоги")

    assert not found.rows
    assert [str(error) for error in found.errors] == [
        "строка 2, столбец «ФИО»: не указано, кто это: имени нет"
    ]


def test_columns_that_are_not_needed_are_said() -> None:
    assert read("ФИО;Вебинар;Согласие", "Белова А.С.;Итоги;да").notes == [
        "столбцы не взяты: «Согласие»"
    ]


def test_without_a_column_of_webinars_the_webinar_must_be_named() -> None:
    with pytest.raises(Refused) as refused:
        read("ФИО;Школа", "Белова А.С.;СШ № 1")

    assert str(refused.value) == (
        "форма.csv: нет столбца «Вебинар»; есть: «ФИО», «Школа». Назовите вебинар для всего файла "
        "(--webinar ID) или укажите соответствие столбцов (--map ФАЙЛ.toml)."
    )
    assert len(read("ФИО;Школа", "Белова А.С.;СШ № 1", webinar_named=True).rows) == 1


def test_without_names_nobody_can_be_counted() -> None:
    with pytest.raises(Refused) as refused:
        read("Школа;Вебинар", "СШ № 1;Итоги")

    assert str(refused.value) == (
        "форма.csv: нет столбца «ФИО» или «Фамилия»; есть: «Школа», «Вебинар». Назовите столбец "
        "так или укажите соответствие (--map ФАЙЛ.toml)."
    )
