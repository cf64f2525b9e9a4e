"""Importing the tasks of routes: each belongs to a route and to its year."""

from pathlib import Path

from tests.commands.conftest import Rumo, Stored

ROUTE = 'iom add --teacher "Лугова А.И." --year 2023-2024'


def test_a_task_takes_the_year_of_its_route(rumo: Rumo, stored: Stored) -> None:
    rumo(ROUTE)
    Path("tasks.csv").write_text("ID ИОМ;Мероприятие;Срок\n1;Курсы;март\n", encoding="utf-8")

    assert rumo("-q iom task import tasks.csv").code == 0

    task = stored("task")[1]
    assert (task["academic_year"], task["deadline_end"]) == ("2023-2024", "2024-03-31")


def test_a_task_of_no_route_is_refused(rumo: Rumo) -> None:
    rumo(ROUTE)
    Path("tasks.csv").write_text("ID ИОМ;Мероприятие\n9;Курсы\n", encoding="utf-8")

    result = rumo("iom task import tasks.csv")

    assert result.code == 1
    assert "строка 2, столбец «ID ИОМ», значение «9»: iom 9: такой записи нет" in result.err
