"""`edit` and `remove`: what they change, when they ask, what they refuse."""

from pathlib import Path

import pytest

from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR = {"academic_year": "2024-2025"}


@pytest.fixture
def three(given: Given) -> None:
    """Three webinars."""
    given("webinar", *({"title": f"Тема {number}", **YEAR} for number in (1, 2, 3)))


def themes(stored: Stored) -> list[object]:
    return [each.get("theme") for each in stored("webinar").values()]


@pytest.mark.usefixtures("three")
def test_two_records_are_edited_without_a_question(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar edit 1 2 1 --theme ЕГЭ") == Result(
        0,
        "Изменено: webinar 1\n  Направление: — → ЕГЭ\n"
        "Изменено: webinar 2\n  Направление: — → ЕГЭ\n",
    )
    assert themes(stored) == ["ЕГЭ", "ЕГЭ", None]


@pytest.mark.usefixtures("three")
def test_three_need_a_yes_which_nobody_is_there_to_give(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar edit 1 2 3 --theme ЕГЭ") == Result(
        2, "", "Ошибка: Изменить 3 вебинара? Ответить некому: добавьте --yes.\n"
    )
    assert themes(stored) == [None] * 3
    assert rumo("-q webinar edit 1 2 3 --theme ЕГЭ --yes") == Result(0)
    assert themes(stored) == ["ЕГЭ"] * 3


@pytest.mark.usefixtures("three", "someone_at_the_terminal")
@pytest.mark.parametrize(
    ("answers", "code", "after"),
    [
        ("д\n", 0, ["ЕГЭ"] * 3),
        ("Да\n", 0, ["ЕГЭ"] * 3),
        ("yes\n", 0, ["ЕГЭ"] * 3),
        ("ага\nда\n", 0, ["ЕГЭ"] * 3),
        ("н\n", 130, [None] * 3),
        ("no\n", 130, [None] * 3),
        ("\n", 130, [None] * 3),
        ("", 130, [None] * 3),
    ],
)
def test_on_a_terminal_the_question_is_asked_in_either_language(
    rumo: Rumo, stored: Stored, answers: str, code: int, after: list[str | None]
) -> None:
    result = rumo("webinar edit 1 2 3 --theme ЕГЭ -q", stdin=answers)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("Изменить 3 вебинара? [д/Н]: ")
    assert themes(stored) == after


@pytest.mark.usefixtures("three", "someone_at_the_terminal")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            "webinar edit 1 2 9 --theme ЕГЭ",
            3,
            "webinar 9: такой записи нет. Номера записей показывает rumo webinar list.",
        ),
        (
            "webinar edit 1 2 3 --date 31.02",
            1,
            "--date «31.02»: нет такого дня: 31.02",
        ),
        (
            "webinar remove 1 9",
            3,
            "webinar 9: такой записи нет. Номера записей показывает rumo webinar list.",
        ),
    ],
)
def test_what_cannot_be_done_is_not_asked_about(
    rumo: Rumo, words: str, code: int, message: str
) -> None:
    assert rumo(words) == Result(code, "", f"Ошибка: {message}\n")


@pytest.mark.usefixtures("three")
def test_nothing_to_change_is_a_mistake(rumo: Rumo) -> None:
    assert rumo("webinar edit 1") == Result(
        2,
        "",
        "Использование: rumo webinar edit [ПАРАМЕТРЫ] ID...\nСправка: rumo webinar edit --help\n\n"
        "Ошибка: Не указано, что изменить: назовите хотя бы одно поле.\n",
    )


@pytest.mark.usefixtures("three")
def test_what_stands_already_changes_nothing(rumo: Rumo) -> None:
    rumo("webinar edit 1 --theme ЕГЭ")

    assert rumo("webinar edit 1 --theme ЕГЭ") == Result(0, "Без изменений: webinar 1\n")
    assert len(rumo("log -f json").json) == 2


def test_an_empty_text_clears_a_field_and_what_describes_it(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given(
        "webinar",
        {
            "title": "Тема",
            "date": "2024-10-29",
            "end_date": "2024-10-30",
            "participants": 120,
            "participants_qualifier": "at_least",
            **YEAR,
        },
    )

    assert rumo("webinar edit 1 --date '' --participants ''") == Result(
        0,
        "Изменено: webinar 1\n"
        "  Дата: 29.10.2024 → —\n"
        "  Дата окончания: 30.10.2024 → —\n"
        "  Участников: не менее 120 → —\n",
    )
    assert stored("webinar")[1] == {"title": "Тема", **YEAR}


def test_a_new_day_voids_the_end_of_the_old_one(rumo: Rumo, given: Given, stored: Stored) -> None:
    given("webinar", {"title": "Т", "date": "2024-10-29", "end_date": "2024-10-30", **YEAR})

    assert rumo("webinar edit 1 --date 5.11") == Result(
        0,
        "Изменено: webinar 1\n  Дата: 29.10.2024 → 05.11.2024\n  Дата окончания: 30.10.2024 → —\n",
        "--date «5.11» — это 05.11.2024 (вт)\n",
    )
    assert stored("webinar")[1] == {"title": "Т", "date": "2024-11-05", **YEAR}


@pytest.mark.parametrize(
    ("typed", "date", "dates"),
    [
        ("--dates 17.10.2024 --dates 24.10.2024", "2024-10-17", ["2024-10-17", "2024-10-24"]),
        ("--dates 19.09.2025", "2025-09-19", ["2025-09-19"]),
        ("--date 10.10.2024 --dates 24.10.2024", "2024-10-10", ["2024-10-24"]),
        ('--dates ""', "2024-10-01", None),
        ('--date "" --dates 24.10.2024', "2024-10-24", ["2024-10-24"]),
        ('--date ""', None, None),
        ("--theme ГИА", "2024-10-01", ["2024-10-01", "2024-10-08"]),
    ],
)
def test_the_day_of_a_webinar_is_the_first_of_its_sittings(
    rumo: Rumo, given: Given, stored: Stored, typed: str, date: str, dates: list[str]
) -> None:
    sittings = ["2024-10-01", "2024-10-08"]
    given("webinar", {"title": "Школа", "date": sittings[0], "dates": sittings, **YEAR})

    rumo(f"webinar edit 1 {typed}")

    found = stored("webinar")[1]
    assert (found.get("date"), found.get("dates")) == (date, dates)
    year = "2025-2026" if date == "2025-09-19" else "2024-2025"
    assert found["academic_year"] == year


def test_what_a_record_starts_with_is_what_an_emptied_field_falls_back_to(
    rumo: Rumo, stored: Stored
) -> None:
    rumo("plan add --title Заседание --owner ОМО-01 --status done --deadline 'до 1 мая'")

    assert rumo("plan edit 1 --owner '' --status '' --deadline ''") == Result(
        0,
        "Изменено: plan 1\n"
        "  Чей план: ОМО-01 → РУМО\n"
        "  Срок: до 1 мая → —\n"
        "  Срок: вид: не позднее даты → не указан\n"
        "  Срок: окончание: 01.05.2025 → —\n"
        "  Состояние: выполнено → запланировано\n",
    )
    plan = stored("plan")[1]
    assert (plan["owner"], plan["status"], plan["deadline_kind"]) == ("rumo", "planned", "missing")
    assert "deadline_end" not in plan


def test_what_is_understood_of_a_text_follows_it(rumo: Rumo, stored: Stored) -> None:
    rumo("iom add --teacher 'Белова А.С.' --diagnostics-result-text '8 из 10'")
    rumo("iom edit 1 --diagnostics-result-text '5 из 10'")
    assert stored("iom")[1]["diagnostics_result_percent"] == 50.0

    rumo("iom edit 1 --diagnostics-result-text ''")
    assert "diagnostics_result_percent" not in stored("iom")[1]


@pytest.mark.usefixtures("three")
def test_what_a_record_cannot_be_without_is_not_cleared(rumo: Rumo) -> None:
    assert rumo("webinar edit 1 --title ''") == Result(
        1, "", "Ошибка: --title: поле «Тема» не очистить, без него записи не бывает.\n"
    )


def test_an_option_of_several_values_replaces_them(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("webinar", {"title": "Тема", "omo": ["ОМО-01"], **YEAR})

    rumo("webinar edit 1 --omo ОМО-02 --omo ОМО-04 --omo ОМО-02")

    assert stored("webinar")[1]["omo"] == ["ОМО-02", "ОМО-04"]


def test_what_could_not_be_read_is_added_to_the_notes_once(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("webinar", {"title": "Тема", "notes": "было", **YEAR})

    for _ in range(2):
        result = rumo("webinar edit 1 --participants уточняется")

    assert result.out == "Без изменений: webinar 1\n"
    assert stored("webinar")[1]["notes"] == "было\nУчастников: уточняется"


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("held", {"done_date": "2024-10-20"}),
        ("cancelled", {"cancelled_date": "2024-10-21", "reason": "болезнь"}),
        ("planned", {}),
    ],
)
def test_a_new_status_supersedes_the_traces_of_others(
    rumo: Rumo, given: Given, stored: Stored, status: str, kept: dict[str, str]
) -> None:
    given(
        "webinar",
        {
            "title": "Тема",
            "status": "postponed",
            "done_date": "2024-10-20",
            "cancelled_date": "2024-10-21",
            "reason": "болезнь",
            **YEAR,
        },
    )

    rumo(f"webinar edit 1 --status {status}")

    assert stored("webinar")[1] == {
        "title": "Тема",
        "status": status,
        "_status_by_command": True,
        **kept,
        **YEAR,
    }


def test_a_cleared_status_falls_back_to_the_one_that_a_record_begins_with(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("webinar", {"title": "Тема", "form": "seminar", "status": "cancelled", **YEAR})
    given("expertise", {"title": "Модуль", "verdict": "rework", **YEAR, "authors": ["Белова"]})

    assert rumo("webinar edit 1 --status '' --form ''").out == (
        "Изменено: webinar 1\n  Форма: семинар → вебинар\n  Статус: отменён → запланирован\n"
    )
    rumo("expertise edit 1 --verdict ''")

    assert stored("webinar")[1]["status"] == "planned"
    assert "verdict" not in stored("expertise")[1]


def test_a_trace_typed_with_the_status_stays(rumo: Rumo, given: Given, stored: Stored) -> None:
    given("webinar", {"title": "Тема", "status": "planned", **YEAR})

    rumo("webinar edit 1 --status cancelled --cancelled-date 12.10.2024 --reason болезнь")

    record = stored("webinar")[1]
    assert (record["cancelled_date"], record["reason"]) == ("2024-10-12", "болезнь")


@pytest.mark.usefixtures("three", "someone_at_the_terminal")
def test_remove_asks_and_names_what_goes(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar remove 1 3 1", stdin="д\n") == Result(
        0,
        "Удалено: webinar 1 «Тема 1», webinar 3 «Тема 3»\n",
        "Удалить: webinar 1 «Тема 1», webinar 3 «Тема 3»? [д/Н]: д\nВернуть: rumo undo\n",
    )
    assert set(stored("webinar")) == {2}


@pytest.mark.usefixtures("three")
def test_quiet_remove_says_nothing(rumo: Rumo, stored: Stored) -> None:
    assert rumo("-q webinar remove 1 2 3 --yes") == Result(0)
    assert stored("webinar") == {}


@pytest.mark.usefixtures("three")
def test_remove_is_refused_where_nobody_can_answer(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar remove 1") == Result(
        2, "", "Ошибка: Удалить: webinar 1 «Тема 1»? Ответить некому: добавьте --yes.\n"
    )
    assert set(stored("webinar")) == {1, 2, 3}


def test_what_others_depend_on_is_not_removed(rumo: Rumo, given: Given, place: Path) -> None:
    given("programme", {"title": "ШНОР", **YEAR})
    pairs = [
        {"programme": "ШНОР", "mentor": "А", "mentee": f"Подопечный {number}", **YEAR}
        for number in range(1, 13)
    ]
    given("pair", *pairs)
    before = (place / "store.json").read_bytes()

    result = rumo("mentor programme remove 1 --yes")

    listed = "".join(f"  pair {number} «Подопечный {number}»\n" for number in range(1, 11))
    assert result == Result(
        1,
        "",
        "Ошибка: programme 1 «ШНОР» удалить нельзя: на эту запись ссылаются\n"
        f"{listed}  … и ещё 2\nСначала измените или удалите их.\n",
    )
    assert (place / "store.json").read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "referring", "words", "line"),
    [
        (
            "webinar",
            ("publication", {"type": "news", "title": "Итоги", "webinar": 1}),
            "webinar remove 1 --yes",
            "publication 1 «Итоги»",
        ),
        (
            "plan",
            ("webinar", {"title": "Тема", "plan_item": 1}),
            "plan remove 1 --yes",
            "webinar 1 «Тема»",
        ),
        ("iom", ("task", {"title": "Курсы", "iom": 1}), "iom remove 1 --yes", "task 1 «Курсы»"),
    ],
)
def test_a_record_that_another_names_by_id_is_not_removed(
    rumo: Rumo,
    given: Given,
    kind: str,
    referring: tuple[str, dict[str, str | int]],
    words: str,
    line: str,
) -> None:
    given(kind, {"title": "Запись", "teacher": "Запись", **YEAR})
    other, record = referring
    given(other, {**record, **YEAR})

    assert rumo(words) == Result(
        1,
        "",
        f"Ошибка: {kind} 1 «Запись» удалить нельзя: на эту запись ссылаются\n  {line}\n"
        "Сначала измените или удалите их.\n",
    )
