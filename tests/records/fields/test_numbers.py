"""Counts, headcounts with their exactness, measures, yes and no."""

import pytest

from rumo_cli.records.fields import Flag, Number, Reading, Whole, headcount
from rumo_cli.records.values import LARGEST_INTEGER, Record
from tests.records.fields.contexts import FILE, OWN, TYPED, refusal_of, value_of

PARTICIPANTS, QUALIFIER = headcount("participants", "Участников")
COUNT = "ожидается количество: число, «свыше 120» или «около 50»"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("12,0", 12),
        ("12.00", 12),
        ("3 года", 3),
        ("90 мин.", 90),
        ("9007199254740992", LARGEST_INTEGER),
    ],
)
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert value_of(Whole(), text) == number


@pytest.mark.parametrize("text", ["", "-5", "4,5", "много", "12-15", "1 20", "x12"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    assert refusal_of(Whole(), text) == "ожидается целое число, например 12"


@pytest.mark.parametrize("text", ["9007199254740993", "9" * 19, "9" * 5000])
def test_a_number_that_json_readers_would_round_is_refused(text: str) -> None:
    assert refusal_of(Whole(), text) == "слишком большое число"


def test_of_so_many_out_of_so_many_the_first_is_taken_and_all_is_kept() -> None:
    assert Whole().read("tasks_done", "8 из 10", FILE) == Reading(
        {"tasks_done": 8, "notes": "8 из 10"}
    )
    assert refusal_of(Whole(), "8 из 10", TYPED) == "ожидается целое число, например 12"


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("44", 44, "exact"),
        ("44 чел.", 44, "exact"),
        ("44 человека", 44, "exact"),
        ("1 200 участников", 1200, "exact"),
        ("28 педагогов", 28, "exact"),
        ("0", 0, "exact"),
        ("свыше 120", 120, "at_least"),
        ("Более 400 чел.", 400, "at_least"),
        ("не менее 30", 30, "at_least"),
        ("более чем 30", 30, "at_least"),
        ("от 30", 30, "at_least"),
        (">30", 30, "at_least"),
        (">= 30", 30, "at_least"),
        ("100+", 100, "at_least"),
        ("около 50", 50, "about"),
        ("ок. 50", 50, "about"),
        ("~50", 50, "about"),
        ("примерно 50 подключений", 50, "about"),
        ("5 тысяч", 5000, "about"),
        ("5,3 тыс. чел.", 5300, "about"),
        ("более 5 тысяч", 5000, "at_least"),
    ],
)
def test_a_headcount_is_a_number_and_how_exact_it_is(
    text: str, number: int, qualifier: str
) -> None:
    assert PARTICIPANTS.type.read("participants", text, FILE) == Reading(
        {"participants": number, "participants_qualifier": qualifier}
    )


@pytest.mark.parametrize("text", ["50, из них 1 – из ДНР", "50 чел. (в т.ч. 3 методиста)"])
def test_what_follows_a_headcount_is_kept(text: str) -> None:
    for context in (FILE, TYPED):
        assert PARTICIPANTS.type.read("participants", text, context) == Reading(
            {"participants": 50, "participants_qualifier": "exact", "notes": text}
        )


@pytest.mark.parametrize(
    "text", ["-", "нет данных", "н/д", "уточняется", "?", "120-130", "12 и 15"]
)
def test_a_headcount_that_is_not_known_or_not_read_stays_empty_and_is_said(text: str) -> None:
    assert PARTICIPANTS.type.read("participants", text, FILE) == Reading(
        {"notes": text}, ("количество не прочитано",)
    )


@pytest.mark.parametrize("text", ["много", "все желающие", "чел."])
def test_a_headcount_without_any_figure_is_refused(text: str) -> None:
    assert refusal_of(PARTICIPANTS.type, text) == COUNT


@pytest.mark.parametrize("text", ["9007199254740993", "9007199254741 тысяч", "9" * 5000])
def test_a_headcount_too_has_its_limit(text: str) -> None:
    assert refusal_of(PARTICIPANTS.type, text) == "слишком большое число"


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ({"participants": 44, "participants_qualifier": "exact"}, "44"),
        ({"participants": 120, "participants_qualifier": "at_least"}, "не менее 120"),
        ({"participants": 0, "participants_qualifier": "about"}, "около 0"),
        ({"participants": 44}, "44"),
        ({"participants_qualifier": "about"}, ""),
        ({}, ""),
    ],
)
def test_a_headcount_is_shown_with_its_qualifier(record: Record, shown: str) -> None:
    assert PARTICIPANTS.show(record) == shown


@pytest.mark.parametrize(
    ("word", "key"),
    [("точно", "exact"), ("свыше", "at_least"), ("не менее", "at_least"), ("около", "about")],
)
def test_a_qualifier_has_its_words(word: str, key: str) -> None:
    assert value_of(QUALIFIER.type, word) == key


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("0,48", 0.48, "0,48"),
        ("0.48", 0.48, "0,48"),
        ("-3", -3.0, "-3"),
        ("85 %", 85.0, "85"),
        ("1234567,25", 1234567.25, "1234567,25"),
    ],
)
def test_a_measure_is_read_and_shown_with_a_comma(text: str, number: float, shown: str) -> None:
    assert value_of(Number(), text) == number
    assert Number().show(number) == shown
    assert value_of(Number(), shown, OWN) == number


@pytest.mark.parametrize("text", ["", "много", "1,2,3", "1e9", "9" * 400])
def test_what_is_no_measure_is_refused(text: str) -> None:
    assert refusal_of(Number(), text) == "ожидается число, например 4,5"


@pytest.mark.parametrize("text", ["да", "Да.", "true", "ИСТИНА", "1", "+", "есть", "✓", "V", "х"])
def test_this_is_a_yes(text: str) -> None:
    assert value_of(Flag(), text, TYPED) is True


@pytest.mark.parametrize("text", ["нет", "НЕТ", "false", "ЛОЖЬ", "0", "-", "—", "не имеется"])
def test_this_is_a_no(text: str) -> None:
    assert value_of(Flag(), text, TYPED) is False


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("да, приказ № 5", True),
        ("размещено 15.12.2024", True),
        ("https://example.org/1", True),
        ("нет (на доработке)", False),
        ("не размещено", False),
    ],
)
def test_a_longer_yes_or_no_of_a_file_is_kept(text: str, yes: bool) -> None:
    assert Flag().read("in_bank", text, FILE) == Reading({"in_bank": yes, "notes": text})
    assert refusal_of(Flag(), text, TYPED) == "ожидается «да» или «нет»"


@pytest.mark.parametrize("text", ["возможно", "2", ""])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    assert refusal_of(Flag(), text) == "ожидается «да» или «нет»"


def test_numbers_and_flags_are_shown_in_russian() -> None:
    assert [Whole().show(value) for value in (0, 1200, None)] == ["0", "1200", ""]
    assert [Flag().show(value) for value in (True, False, None)] == ["да", "нет", ""]
    assert Number().show(None) == ""


def test_numbers_are_sorted_by_size() -> None:
    assert sorted([10, 9, 100], key=Whole().sort) == [9, 10, 100]
    assert sorted([0.5, -1.0, 10.0], key=Number().sort) == [-1.0, 0.5, 10.0]


def test_a_filter_takes_a_number_in_any_notation_and_nothing_said_for_a_no() -> None:
    assert Whole().matches(1200, "1 200", TYPED)
    assert not Whole().matches(1200, "120", TYPED)
    assert Number().matches(4.5, "4,5", TYPED)
    assert not Number().matches(14.5, "4,5", TYPED)
    assert Flag().matches(None, "нет", TYPED)
    assert Flag().matches(True, "+", TYPED)
    assert not Flag().matches(None, "да", TYPED)


def test_numbers_and_flags_have_their_schemas() -> None:
    assert Whole().schema() == {"type": "integer", "minimum": 0, "maximum": 2**53}
    assert Number().schema() == {"type": "number"}
    assert Flag().schema() == {"type": "boolean"}
    assert Flag().hints() == ("да", "нет")
