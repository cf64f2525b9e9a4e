import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.calendar.errors import CalendarError
from rumo_cli.calendar.months import (
    MONTHS,
    Month,
    find_month,
    month_name,
    month_number,
    read_month,
)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("сентябрь", 9),
        ("сентября", 9),
        ("СЕНТЯБРЕ", 9),
        ("Сентябрём", 9),
        ("сентябрю", 9),
        ("сент.", 9),
        ("сен", 9),
        ("март", 3),
        ("марте", 3),
        ("май", 5),
        ("мая", 5),
        ("мае", 5),
        ("маем", 5),
        ("августом", 8),
        ("янв.", 1),
        ("февр.", 2),
        ("апр", 4),
        ("нояб.", 11),
        ("дек.", 12),
        ("", None),
        ("м", None),
        ("майский", None),
        ("мартынов", None),
        ("сентябр", None),
        ("среда", None),
    ],
)
def test_the_number_of_a_month(word: str, number: int | None) -> None:
    assert month_number(word) == number


def test_names_of_months() -> None:
    assert month_name(10) == "октябрь"
    assert [month_name(number, genitive=True) for number in (3, 5, 8, 10)] == [
        "марта",
        "мая",
        "августа",
        "октября",
    ]


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_is_known_by_its_own_names(number: int) -> None:
    assert month_number(MONTHS[number - 1]) == number
    assert month_number(month_name(number, genitive=True)) == number


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("на октябрь 2024 года", Month(2024, 10)),
        ("СЕНТЯБРЬ", Month(None, 9)),
        ("Сентябрь 2018", Month(2018, 9)),
        ("График вебинаров: октябрь, 2024", Month(2024, 10)),
        ("мероприятия октября 2024 г.", Month(2024, 10)),
        ("окт. 2024", Month(2024, 10)),
        ("План на сентябрь 2024 (утв. 25 августа 2024 г.)", Month(2024, 9)),
        ("Сентябрь. План на сентябрь 2024 года", Month(2024, 9)),
        ("январь 2024-2025 учебного года", Month(None, 1)),
        ("май-ские праздники", None),
        ("майский марафон", None),
        ("Мартынова", None),
        ("12 октября", None),
        ("«12» октября", None),
        ("октябрь-ноябрь 2024", None),
        ("окт.-нояб. 2024", None),
        ("сентябрь – май", None),
        ("октябрь 2023, октябрь 2024", None),
        ("", None),
    ],
)
def test_the_month_in_a_title(text: str, month: Month | None) -> None:
    assert find_month(text) == month


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2024-10", Month(2024, 10)),
        ("10.2024", Month(2024, 10)),
        ("9/2024", Month(2024, 9)),
        ("октябрь 2024", Month(2024, 10)),
        ("Октябрь 2024 г.", Month(2024, 10)),
        ("октябрь", Month(None, 10)),
        ("окт.", Month(None, 10)),
    ],
)
def test_the_month_of_an_option(text: str, month: Month) -> None:
    assert read_month(text) == month


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-13", "нет такого месяца: 2024-13"),
        ("0.2024", "нет такого месяца: 0.2024"),
        ("10", "ожидается месяц, например 2024-10 или октябрь 2024"),
        ("вторник", "ожидается месяц, например 2024-10 или октябрь 2024"),
        ("15 октября 2024", "ожидается месяц, например 2024-10 или октябрь 2024"),
        ("", "ожидается месяц, например 2024-10 или октябрь 2024"),
    ],
)
def test_what_is_no_month(text: str, message: str) -> None:
    with pytest.raises(CalendarError) as error:
        read_month(text)
    assert str(error.value) == message


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 12))
def test_a_month_is_read_as_it_is_named(year: int, month: int) -> None:
    expected = Month(year, month)
    assert read_month(f"{year}-{month:02}") == expected
    assert read_month(f"{month_name(month)} {year}") == expected
    assert find_month(f"График на {month_name(month)} {year} года") == expected


@settings(deadline=None)
@given(st.text())
def test_any_title_is_searched(text: str) -> None:
    found = find_month(text)
    assert found is None or 1 <= found.month <= 12
