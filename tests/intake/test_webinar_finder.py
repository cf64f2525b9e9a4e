"""Which webinar the words of a registration form mean."""

from datetime import date

import pytest

from rumo_cli.intake.webinar_finder import Found, WebinarFinder
from rumo_cli.intake.webinar_words import Said, SaidDay, said_by, tokens
from rumo_cli.records.values import Record

MATHS = "Подготовка к ЕГЭ по математике: задания с параметром"
RUSSIAN = "Функциональная грамотность на уроках русского языка"
YOUNG = "Молодой учитель: первые шаги"
WEBINARS: dict[int, Record] = {
    1: {"title": MATHS, "date": "2024-10-15", "start_time": "15:00"},
    2: {"title": RUSSIAN, "date": "2024-10-22", "moved_from": "2024-10-17"},
    3: {"title": YOUNG, "date": "2024-10-08"},
    4: {"title": YOUNG, "date": "2024-10-22", "start_time": "10:00"},
    5: {"title": YOUNG, "date": "2024-11-19", "status": "cancelled"},
    6: {"title": "Уроки к 9 мая", "date": "2025-04-22"},
    7: {"title": "Химия в 9 классе, часть 1", "date": "2024-12-03"},
    8: {"title": "Химия в 9 классе, часть 2", "date": "2024-12-10"},
    9: {"title": "Консультация", "date": "2025-01-14", "start_time": "10:00"},
    10: {"title": "Консультация", "date": "2025-01-14", "start_time": "15:00"},
    11: {
        "title": "Разговор со студией",
        "date": "2025-02-04",
        "dates": ["2025-02-04", "2025-02-11"],
    },
}
FINDER = WebinarFinder(WEBINARS, "в 2024-2025 учебном году")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (MATHS, 1),
        (MATHS.upper(), 1),
        (f"«{MATHS}»", 1),
        (MATHS.replace(":", " –  "), 1),
        (f"15.10.2024 {MATHS}", 1),
        (f"15.10.24 в 15.00 {MATHS}", 1),
        (f"{MATHS} (15 октября, вторник, 15:00 мск)", 1),
        (f"Вебинар «{MATHS}» 2024-10-15", 1),
        (f"Вебинар для учителей математики «{MATHS}»", 1),
        ("Подготовка к ЕГЭ по математике", 1),
        ("15.10 Подготовка к ЕГЭ по математике", 1),
        ("задания с параметром", 1),
        (MATHS.replace("параметром", "праметром"), 1),
        ("15.10.2024", 1),
        (f"17.10.2024 {RUSSIAN}", 2),
        (f"08.10.2024 {YOUNG}", 3),
        (f"{YOUNG}, 8 октября 2024 года", 3),
        (f"22.10 {YOUNG}", 4),
        (f"19 ноября {YOUNG}", 5),
        ("Уроки к 9 мая", 6),
        ("22 апреля, уроки к 9 мая", 6),
        ("Химия в 9 классе, часть 2", 8),
        ("14.01.2025 10:00 Консультация", 9),
        ("Консультация 14.01 в 15.00", 10),
        ("11.02.2025 Разговор со студией", 11),
    ],
)
def test_one_webinar_is_meant(text: str, number: int) -> None:
    assert FINDER.find(text, None) == Found((number,))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"{MATHS}, {RUSSIAN}", (1, 2)),
        (f"15.10.2024 {MATHS}, 22.10.2024 {RUSSIAN}", (1, 2)),
        (f"{RUSSIAN}; {MATHS}", (1, 2)),
        (f"{MATHS}\nтолько первые шаги по праву\n", (1,)),
        (f"22.10.2024 {YOUNG}\n08.10.2024 {YOUNG}", (3, 4)),
    ],
)
def test_several_webinars_stand_in_one_cell(text: str, numbers: tuple[int, ...]) -> None:
    assert sorted(FINDER.find(text, date(2024, 10, 20)).numbers) == sorted(numbers)


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        (date(2024, 9, 20), 3),
        (date(2024, 10, 8), 3),
        (date(2024, 10, 9), 4),
        (date(2024, 10, 30), 4),
    ],
)
def test_of_one_title_the_nearest_after_the_form_is_meant(sent: date, number: int) -> None:
    assert FINDER.find(YOUNG, sent) == Found((number,))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "вебинар не указан"),
        ("—", "вебинар не указан"),
        (
            "Подготовка к ЕГЭ по физике",
            "в 2024-2025 учебном году такого вебинара нет; похоже на webinar 1 «Подготовка к ЕГЭ "
            "по математике: задания с параметром» (15.10.2024)",
        ),
        ("Ремонт крыши", "в 2024-2025 учебном году такого вебинара нет"),
        (
            "Химия в 9 классе",
            "подходит к нескольким вебинарам: webinar 7 «Химия в 9 классе, часть 1» (03.12.2024), "
            "webinar 8 «Химия в 9 классе, часть 2» (10.12.2024)",
        ),
        (
            YOUNG,
            "вебинаров с этой темой несколько: webinar 3 «Молодой учитель: первые шаги» "
            "(08.10.2024), webinar 4 «Молодой учитель: первые шаги» (22.10.2024); "
            "назовите дату или время",
        ),
        (
            "14.01.2025 Консультация",
            "вебинаров с этой темой несколько: webinar 9 «Консультация» (14.01.2025), "
            "webinar 10 «Консультация» (14.01.2025); назовите дату или время",
        ),
        (
            f"16.10.2024 {MATHS}",
            "на 16.10.2024 вебинара с этой темой нет; есть webinar 1 «Подготовка к ЕГЭ по "
            "математике: задания с параметром» (15.10.2024)",
        ),
        (
            "22.10.2024",
            "подходит к нескольким вебинарам: webinar 3 «Молодой учитель: первые шаги» "
            "(08.10.2024), webinar 4 «Молодой учитель: первые шаги» (22.10.2024), webinar 5 "
            "«Молодой учитель: первые шаги» (19.11.2024) и ещё 1",
        ),
    ],
)
def test_what_means_none_or_several(text: str, message: str) -> None:
    found = FINDER.find(text, None)

    assert (found.numbers, [each.message for each in found.troubles]) == ((), [message])


def test_a_part_of_another_title_is_no_title() -> None:
    short = WebinarFinder({1: {"title": "ЕГЭ", "date": "2024-10-15"}}, "в хранилище")

    assert short.find("Подготовка к ЕГЭ по химии", None).numbers == ()


def test_a_number_is_never_cut_off() -> None:
    parts = WebinarFinder({1: {"title": "Химия в 9 классе, часть 10"}}, "в хранилище")

    assert parts.find("Химия в 9 классе, часть 1", None).numbers == ()
    assert parts.find("Химия в 9 классе, ча", None).numbers == (1,)


def test_figures_and_short_words_are_never_slips_of_the_pen() -> None:
    assert FINDER.find("Химия в 8 классе, часть 2", None).numbers == ()


@pytest.mark.parametrize(
    ("text", "days", "hours", "rest"),
    [
        ("15.10.2024", (SaidDay(15, 10, 2024),), set(), ()),
        ("5 мая 2025 года в 9.30", (SaidDay(5, 5, 2025),), {"09:30"}, ()),
        ("10.11 в 12:00", (SaidDay(10, 11),), {"10:11", "12:00"}, ()),
        ("10 мая, начало в 15:00", (SaidDay(10, 5),), {"15:00"}, ()),
        ("10 мая, Начало", (SaidDay(10, 5),), set(), ("начало",)),
        ("в 12:00 к ЕГЭ по химии", (), {"12:00"}, ("егэ", "по", "химии")),
        ("2025-01-14 зал 5", (SaidDay(14, 1, 2025),), set(), ("зал", "5")),
        ("32.13 99:99", (), set(), ("32.13", "99:99")),
    ],
)
def test_what_is_said_beside_a_title(
    text: str, days: tuple[SaidDay, ...], hours: set[str], rest: tuple[str, ...]
) -> None:
    assert said_by(tokens(text)) == Said(days, frozenset(hours), rest)
