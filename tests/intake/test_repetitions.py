"""Rows that repeat an earlier one of the same file."""

from textwrap import dedent

import pytest

from tests.intake.foreign import actions, errors, read, settle, take


def repeats(kind: str, text: str) -> list[str | None]:
    return [row.repeats for row in read(kind, dedent(text)).incoming]


def test_a_row_that_repeats_another_says_what_differs() -> None:
    found = repeats(
        "iom",
        """
        ФИО педагога;Образовательная организация;Предмет;Статус;Выполнено
        Иванова М.П.;СШ № 1;математика;завершён;12
        ИВАНОВА Мария Петровна;СШ № 1;Математика;реализуется;
        """,
    )

    assert found == [
        None,
        "повторяет строку 2; отличается ФИО педагога: «ИВАНОВА Мария Петровна» вместо "
        "«Иванова М.П.», Предмет: «Математика» вместо «математика», Выполнено: пустого вместо "
        "«12», Статус: «реализуется» вместо «завершён»",
    ]


def test_a_row_that_repeats_another_in_full() -> None:
    table = "Дата;Тема\n15.10.2024;Тема\n15.10.2024;Тема\n15.10.2024;Тема"

    assert repeats("webinar", table) == [None, "повторяет строку 2", "повторяет строку 2"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("iom", "ФИО педагога;Школа;Предмет\nИванова М.;СШ № 1;физика\nИванова М.;СШ № 2;физика"),
        ("iom", "ФИО педагога;Школа;Предмет\nИванова М.;СШ № 1;физика\nИванова М.;СШ № 1;химия"),
        ("webinar", "Дата;Тема;ОМО\n15.10.2024;А;учителей химии\n15.10.2024;А;учителей физики"),
        ("webinar", "Дата;Тема\n15.10.2024;А\n16.10.2024;А"),
        ("webinar", "Дата;Тема;ОМО\n15.10.2024;А;учителей химии\n15.10.2024;А;"),
        ("webinar", "Дата;Время;Тема\n15.10.2024;10.00;А\n15.10.2024;15.00;А"),
        ("plan", "№;Мероприятие;Срок\n1.1;Заседание;август\n1.2;Заседание;август"),
        ("plan", "Мероприятие;Срок\nЗаседание;август\nЗаседание;май"),
        ("plan", "№;Мероприятие\nСЕНТЯБРЬ;\n1;Вебинар\nОКТЯБРЬ;\n1;Вебинар"),
        ("plan", "ОМО;№;Мероприятие\nРУМО;1;Заседание\nОМО-04;1;Заседание"),
        ("pair", "Программа;Наставник;Наставляемый\nА;Цветаш Н.А.;Ли С.Н.\nА;Цветаш Н.А.;Ким О.Т."),
        ("expertise", "Автор;Название\nИванов И.И.;Разработка\nПетров П.П.;Разработка"),
        ("meeting", "№;Дата\n1;15.10.2024\n2;15.10.2024"),
        ("omo", "Код;Название ОМО\nОМО-01;ОМО учителей\nОМО-02;ОМО учителей"),
        ("publication", "Вид;Название;Дата\nновость;А;15.10.2024\nписьмо;А;15.10.2024"),
    ],
)  # fmt: skip
def test_rows_that_are_alike_and_not_the_same(kind: str, text: str) -> None:
    assert set(repeats(kind, text)) == {None}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("webinar", "Дата;Время;Тема\n15.10.2024;10.00;Ёлка\n15.10.24;;  ЕЛКА"),
        ("plan", "№;Мероприятие;Срок\n1.1.;Заседание;август\n1.1;Заседание;май"),
        ("plan", "Мероприятие;Срок\nЗаседание;Август\nзаседание;август"),
        ("pair", "Программа;Наставник;Наставляемый\nА;Ли Н.А.;Ким О.Т.\nа;Н.А. Ли;Ким О. Т."),
        ("expertise", "Автор;Название\nИванов И.И., Ким О.Т.;Тема\nКим О.Т., И.И. Иванов;тема"),
        ("meeting", "№;Дата\nЗаседание № 1;15.10.2024\n1;16.10.2024"),
        ("omo", "Код;Название ОМО\nОМО-01;ОМО учителей химии\nомо-01;ОМО химиков"),
    ],
)  # fmt: skip
def test_rows_that_are_the_same_however_they_are_written(kind: str, text: str) -> None:
    assert repeats(kind, text)[0] is None
    assert repeats(kind, text)[1] is not None


def test_a_row_with_an_error_is_no_original() -> None:
    settled = take("webinar", "Дата;Тема\n31.02.2025;Тема\n15.10.2024;Тема\n15.10.2024;Тема")

    assert len(errors(settled)) == 1
    assert actions(settled) == ["refused", "added", "repeated"]


def test_rows_with_ids_of_rumo_are_records_of_their_own() -> None:
    settled = settle(read("webinar", "ID rumo;Дата;Тема\n1;15.10.2024;Тема\n2;15.10.2024;Тема"))

    assert actions(settled) == ["added", "added"]
