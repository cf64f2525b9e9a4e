"""Total rows held against what was read."""

import pytest

from tests.intake.foreign import take, warnings

ROWS = """
Дата;Тема;Участников;Статус
15.10.2024;Тема 1;12;проведён
16.10.2024;Тема 2;20;проведён
17.10.2024;Тема 3;;отменён
{}
"""


@pytest.mark.parametrize(
    "total",
    [
        "Итого:;3;;",
        "Итого: 3;;;",
        "ИТОГО;;32;",
        "Всего вебинаров: 3;;32;",
        "Всего проведено 2;;32 чел.;",
        "Итого за 2024-2025 учебный год: 3;;свыше 32;",
        "Итого за октябрь 2024 г.: 3;;;",
        "Всего;;не менее 32;",
        "Итого;3 вебинара;32,0;",
        "Итого;;;100 %",
        "Итого;;-;",
        ";;32;",
    ],
)
def test_totals_that_agree(total: str) -> None:
    assert warnings(take("webinar", ROWS.format(total))) == []


@pytest.mark.parametrize(
    ("total", "warning"),
    [
        (
            "Итого:;4;;",
            "строка 5, столбец «Тема», значение «4»: в итоге указано 4, а прочитано 3",
        ),
        (
            "Итого: 4;;;",
            "строка 5, столбец «Дата», значение «Итого: 4»: в итоге указано 4, а прочитано 3",
        ),
        (
            "Итого за 2024-2025 год: 122;;;",
            "строка 5, столбец «Дата», значение «Итого за 2024-2025 год: 122»: "
            "в итоге указано 122, а прочитано 3",
        ),
        (
            "Итого;;1 032;",
            "строка 5, столбец «Участников», значение «1 032»: "
            "в итоге указано 1032, а прочитано 32",
        ),
        (
            "Итого;;33 чел.;",
            "строка 5, столбец «Участников», значение «33 чел.»: "
            "в итоге указано 33, а прочитано 32",
        ),
    ],
)
def test_totals_that_do_not_agree(total: str, warning: str) -> None:
    assert warnings(take("webinar", ROWS.format(total))) == [warning]


def test_a_subtotal_is_that_of_the_rows_since_the_one_before() -> None:
    settled = take(
        "webinar",
        """
        Дата;Тема;Участников
        СЕНТЯБРЬ;;
        10;Тема 1;10
        17;Тема 2;20
        Итого за сентябрь: 2;;30
        ОКТЯБРЬ;;
        15;Тема 3;5
        Итого за октябрь: 2;;6
        Всего за полугодие: 3;;35
        """,
    )

    assert warnings(settled) == [
        "строка 8, столбец «Дата», значение «Итого за октябрь: 2»: "
        "в итоге указано 2, а прочитано 1",
        "строка 8, столбец «Участников», значение «6»: в итоге указано 6, а прочитано 5",
    ]


def test_a_subtotal_may_count_from_the_beginning() -> None:
    settled = take(
        "webinar",
        """
        Дата;Тема
        10.09.2024;Тема 1
        Итого: 1;
        15.10.2024;Тема 2
        Итого нарастающим итогом: 2;
        """,
    )

    assert warnings(settled) == []


def test_repetitions_may_be_counted_or_not() -> None:
    table = "Дата;Тема;Участников\n15.10.2024;Тема;12\n15.10.2024;тема;12\nИтого: {};;{}"

    assert warnings(take("webinar", table.format(1, 12))) == []
    assert warnings(take("webinar", table.format(2, 24))) == []


def test_nothing_is_held_against_rows_that_were_not_read() -> None:
    settled = take("webinar", "Дата;Тема\n15.10.2024;\n16.10.2024;Тема\nИтого: 5;")

    assert len(settled.errors) == 1
    assert warnings(settled) == []


def test_the_total_of_a_column_that_no_field_takes_is_not_checked() -> None:
    text = """
        Дата;Тема;Участников;Из ДНР
        15.10.2024;Тема 1;12;5
        16.10.2024;Тема 2;20;6
        Итого;;32;11
    """

    assert warnings(take("webinar", text)) == []
