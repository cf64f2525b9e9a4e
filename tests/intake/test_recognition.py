"""Of which kind a table is, by its headings and by what it is called."""

from textwrap import dedent

import pytest

from rumo_cli.intake.grid import Grid
from rumo_cli.intake.recognition import Likeness, likenesses, recognised
from rumo_cli.intake.sources import read_source
from rumo_cli.records import all_kinds


def alike(text: str, file: str = "файл.csv") -> list[Likeness]:
    return likenesses(_grid(text), file, all_kinds().values())


def kinds(text: str, file: str = "файл.csv") -> list[str]:
    return [each.kind.key for each in recognised(alike(text, file))]


def _grid(text: str) -> Grid:
    return read_source("файл.csv", dedent(text).strip("\n").encode())


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("webinar", "Дата;Время;Тема;ОМО;Участников\n15.10.2024;15.00;А;ОМО-04;12"),
        ("webinar", "№;Дата;Тема;Ответственный\n1;15.10.2024;А;Иванов И.И."),
        ("webinar", "Дата проведения;Наименование мероприятия;Спикер;Ссылка\n15.10;А;Иванов И.И.;"),
        ("webinar", "План вебинаров\nДата;Мероприятие;Ответственный\n15.10.2024;А;Иванов И.И."),
        ("webinar", "№;Наименование;Дата и время;Количество подключений\n1;А;15.10 15.00;50"),
        ("plan", "№;Мероприятие;Срок;Ответственный\n1.1;А;октябрь;методист"),
        ("plan", "План работы ОМО\n№;Тема;Дата;Ответственный\n1;А;октябрь;методист"),
        ("plan", "Наименование мероприятий;Срок реализации;Вид документа\nА;май;справка"),
        ("plan", "№;Содержание работы;I квартал;II квартал;III квартал\n1;А;+;;"),
        ("omo", "Код;Наименование;Руководитель\nОМО-01;ОМО учителей химии;Иванов И.И."),
        ("omo", "Справочник ОМО\nКод;Название\nОМО-01;ОМО учителей химии"),
        ("iom", "ФИО педагога;Школа;Основание;Методист\nИванов И.И.;СШ № 1;ШНОР;Петров П.П."),
        ("iom", "Реестр ИОМ\nФИО;Школа;Срок\nИванов И.И.;СШ № 1;до мая"),
        ("pair", "Программа;Наставник;Наставляемый\nА;Иванов И.И.;Петров П.П."),
        ("programme", "Программа наставничества;Форма;Целевая группа\nА;педагог-педагог;молодые"),
        ("expertise", "Автор;Название разработки;Эксперт;Итог\nИванов И.И.;А;Петров П.П.;"),
        ("meeting", "№ заседания;Дата;Повестка;Протокол\n1;15.10.2024;А;№ 1"),
        ("meeting", "Заседания РУМО\nДата;Тема;Участников\n15.10.2024;А;24"),
        ("publication", "Вид;Название;Ссылка;Дата публикации\nновость;А;;15.10.2024"),
        ("contribution", "Вид участия;Мероприятие;ФИО;Роль\nэкзамен;А;Иванов И.И.;эксперт"),
        ("task", "iom,title,status\n12,Пройти курсы,done"),
        ("plan", "id,title,deadline_text,status\n12,А,октябрь,done"),
    ],
)
def test_a_table_is_known_by_its_headings(kind: str, text: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("webinar", "график_октябрь.csv"),
        ("plan", "План МО 2024-2025.csv"),
        ("meeting", "Заседания.csv"),
    ],
)
def test_the_name_of_a_file_decides_between_kinds_alike(kind: str, file: str) -> None:
    topic = "Повестка" if kind == "meeting" else "Мероприятие"
    text = f"Дата проведения;{topic};ОМО;Примечание\n15.10.2024;А;ОМО-04;"

    assert kinds(text, file) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "№;ФИО;Школа;Должность;Подпись\n1;Иванов И.И.;СШ № 1;учитель;",
        "Уважаемые коллеги!\nПриглашаем вас на вебинар.",
        "Товар;Цена\nМел;15",
        "ФИО;Телефон\nИванов И.И.;123",
    ],
)
def test_a_list_of_people_or_a_letter_is_no_register(text: str) -> None:
    assert kinds(text) == []


def test_a_table_that_could_be_either_is_both() -> None:
    text = "Дата проведения;Мероприятие;Ответственный\n15.10.2024;А;Иванов И.И."

    assert kinds(text) == ["plan", "webinar"]


def test_what_a_table_lacks_for_a_kind_is_told() -> None:
    nearest = alike("Наставник;Программа\nИванов И.И.;А")[0]

    assert (nearest.kind.key, [field.key for field in nearest.missing]) == ("pair", ["mentee"])


def test_a_sheet_is_called_by_its_name() -> None:
    grid = Grid(
        rows=_grid("Дата проведения;Мероприятие;Ответственный\n15.10.2024;А;И").rows,
        sheet="План работы",
    )

    found = recognised(likenesses(grid, "книга.xlsx", all_kinds().values()))

    assert [each.kind.key for each in found] == ["plan"]


def test_the_minutes_of_a_meeting_are_no_register_of_meetings() -> None:
    text = """
        ПРОТОКОЛ № 2 заседания РУМО;
        Председатель:;Берестова А.П.
        Присутствовали:;18 человек
        Повестка дня:;1. Об итогах года
        Дата проведения:;30.10.2024
    """

    assert kinds(text) == []


def test_a_column_of_names_beside_their_numbers_is_a_register() -> None:
    assert kinds("Перечень ОМО\n№ п/п;Наименование\n1;ОМО учителей химии") == ["omo"]
