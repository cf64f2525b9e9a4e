"""What a record may hold, whatever engine keeps it."""

import pytest

from rumo_cli.errors import Refused
from rumo_cli.records.values import LARGEST_INTEGER, Value, check_value


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -LARGEST_INTEGER,
        LARGEST_INTEGER,
        4.5,
        "",
        "Ёлка 🎄\n\tвторая строка\u200d\u00ad",
        [],
        ["а", "б"],
    ],
)
def test_this_may_stay(value: Value) -> None:
    check_value(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("а\0б", "В тексте есть нулевой символ (NUL): его нельзя записать."),
        (["а", "б\0"], "В тексте есть нулевой символ (NUL): его нельзя записать."),
        ("\udc00", "В тексте есть оборванный символ Юникода: его нельзя записать."),
        ("\x1b[2J", "В тексте есть недопустимый символ (U+001B): его нельзя записать."),
        ("а\vб", "В тексте есть недопустимый символ (U+000B): его нельзя записать."),
        ("\x85", "В тексте есть недопустимый символ (U+0085): его нельзя записать."),
        ("Т\ufffdма", "В тексте есть недопустимый символ (U+FFFD): его нельзя записать."),
        (["\uffff"], "В тексте есть недопустимый символ (U+FFFF): его нельзя записать."),
        (float("nan"), "Значение не является числом: его нельзя записать."),
        (float("inf"), "Значение не является числом: его нельзя записать."),
        (LARGEST_INTEGER + 1, "Слишком большое число: 9007199254740993."),
        (-LARGEST_INTEGER - 1, "Слишком большое число: -9007199254740993."),
    ],
)
def test_this_is_refused(value: Value, message: str) -> None:
    with pytest.raises(Refused) as refused:
        check_value(value)

    assert str(refused.value) == message
