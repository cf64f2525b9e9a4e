"""`rumo today`: the view of a day, for people and for scripts."""

import os
from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from store.contract import Transaction
from store.location import open_store
from tests.commands.conftest import Given, Result, Rumo
from tests.commands.test_processes import finished, start

YEAR: Record = {"academic_year": "2024-2025"}
MATHEMATICS: Record = {"omo": ["ОМО-04"]}
HELD: Record = YEAR | {"status": "held", "materials_url": "https://example.org/1"}
RECORDS: dict[str, list[Record]] = {
    "webinar": [
        YEAR | MATHEMATICS | {"title": "Итоги пробного ЕГЭ", "date": "2025-03-12",
                              "start_time": "15:00"},
        YEAR | {"title": "Родительское собрание", "date": "2025-03-10", "start_time": "14:30",
                "status": "cancelled", "omo": ["ОМО-17", "ОМО-04"]},
        YEAR | {"title": "Диктант", "date": "2025-03-18", "omo": ["ОМО-02"]},
        YEAR | {"title": "Изложение", "date": "2025-03-19", "omo": ["ОМО-02"]},
        YEAR | {"title": "Читательская грамотность", "date": "2025-02-27", "status": "announced"},
        HELD | MATHEMATICS | {"title": "Задача 19", "date": "2025-02-20"},
        HELD | {"title": "Синтаксис", "date": "2025-02-21", "participants": 50,
                "materials_url": None},
    ],
    "plan": [
        YEAR | {"title": "Утвердить состав жюри", "owner": "rumo", "deadline_text": "до 1 марта",
                "deadline_kind": "by", "deadline_end": "2025-03-01"},
        YEAR | {"title": "Банк заданий для 5–9 классов",
                "owner": "ОМО-04", "deadline_text": "декабрь", "deadline_kind": "month",
                "deadline_start": "2024-12-01", "deadline_end": "2024-12-31"},
        YEAR | {"title": "Собрать заявки", "owner": "ОМО-02", "deadline_text": "март",
                "deadline_kind": "range", "deadline_end": "2025-03-20"},
        {"academic_year": "2025-2026", "title": "План на новый год", "owner": "rumo",
         "deadline_text": "до 25 августа", "deadline_kind": "by", "deadline_end": "2025-08-25"},
    ],
    "meeting": [YEAR | {"owner": "rumo", "number": "2", "date": "2025-01-22", "status": "held"}],
    "iom": [
        YEAR | {"teacher": "Лугова Анна Ильинична", "omo": ["ОМО-02"], "status": "active",
                "deadline_kind": "by", "deadline_end": "2025-03-14"},
    ],
    "task": [
        YEAR | {"iom": 1, "title": "Открытый урок", "deadline_kind": "by",
                "deadline_end": "2025-03-07"},
    ],
    "programme": [YEAR | {"title": "Первый год", "owner": "ОМО-04"}],
    "pair": [
        YEAR | {"programme": "Первый год", "mentor": "Осин", "mentee": "Белова",
                "deadline_kind": "by", "deadline_end": "2025-05-31", "status": "active",
                "personal_programme_planned": 8, "personal_programme_done": 5},
        YEAR | {"programme": "Первый год", "mentor": "Осин", "mentee": "Рощин",
                "deadline_kind": "by", "deadline_end": "2025-03-20"},
    ],
    "expertise": [
        YEAR | {"title": "Уроки в музее", "authors": ["Белова В.А."], "submitted": "2025-02-03"},
    ],
}  # fmt: skip
LAST_YEAR: Record = {"academic_year": "2023-2024", "title": "Прошлогодний"}


@pytest.fixture
def year(given: Given, associations: None) -> None:
    del associations
    given("webinar", *RECORDS["webinar"])
    for kind in RECORDS.keys() - {"webinar"}:
        given(kind, *RECORDS[kind])
    given("plan", LAST_YEAR)


@pytest.fixture
def high_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "99")


@pytest.fixture
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "60")


@pytest.mark.usefixtures("year", "high_screen")
def test_a_tuesday(rumo: Rumo) -> None:
    assert rumo("today --today 2025-03-11 -f table") == Result(
        0,
        """\
Сегодня вторник, 11.03.2025

Вебинары недели 10.03–15.03: 2
  ср 12.03 15:00  Итоги пробного ЕГЭ              ОМО-04     rumo webinar done 1 --participants N
  пн 10.03 14:30  отменён: Родительское собрание  ОМО-17 +1  rumo webinar show 2

Просрочено в планах: 2
  с 01.01.2025  Банк заданий для 5–9 классов  ОМО-04  rumo plan done 2
  с 02.03.2025  Утвердить состав жюри         РУМО    rumo plan done 1

Срок в ближайшие две недели: 1
  до 20.03.2025  Собрать заявки  ОМО-02  rumo plan done 3

Вебинары прошли, отметки нет: 1
  27.02.2025  Читательская грамотность  rumo webinar done 5 --participants N

Проведены без числа участников: 1
  20.02.2025  Задача 19  ОМО-04  rumo webinar edit 6 --participants N
  по выгрузке формы регистрации: rumo webinar attendance ФАЙЛ

Заседания без протокола: 1
  22.01.2025  заседание РУМО № 2  РУМО  rumo meeting done 1 --protocol НОМЕР

Мероприятия ИОМ: срок прошёл или близок: 1
  с 08.03.2025  Лугова Анна Ильинична: Открытый урок  rumo iom task done 1

Маршруты ИОМ: срок прошёл или близок: 1
  до 14.03.2025  Лугова Анна Ильинична  ОМО-02  rumo iom done 1

Наставничество: что впереди и у чего выходит срок: 2
  до 20.03.2025  Осин – Рощин                    rumo mentor pair edit 2 --status completed
  до 31.05.2025  исполнено 5 из 8: Осин – Бело…  rumo mentor pair edit 1 --personal-programme-done N

Экспертиза без итога: 1
  03.02.2025  Уроки в музее  rumo expertise verdict 1 ИТОГ

Проведены без материалов: 1
  21.02.2025  Синтаксис  rumo webinar edit 7 --materials-url ССЫЛКА

Учебный год окончен и не закрыт: 1
  31.08.2024  2023-2024 учебный год  rumo year close 2023-2024
""",
    )


@pytest.mark.usefixtures("year")
def test_a_friday_has_a_word_of_the_next_week(rumo: Rumo) -> None:
    assert rumo("today --today 2025-03-14 --omo ОМО-02") == Result(
        0,
        """\
Сегодня пятница, 14.03.2025

Срок в ближайшие две недели: 1
  до 20.03.2025  Собрать заявки  ОМО-02  rumo plan done 3

Мероприятия ИОМ: срок прошёл или близок: 1
  с 08.03.2025  Лугова Анна Ильинична: Открытый урок  rumo iom task done 1

Маршруты ИОМ: срок прошёл или близок: 1
  до 14.03.2025  Лугова Анна Ильинична  ОМО-02  rumo iom done 1

И ещё
  2  Вебинары следующей недели 17.03–22.03  rumo today --today 2025-03-14 --omo ОМО-02 --all
""",
    )


@pytest.mark.usefixtures("year")
def test_an_august_has_both_years(rumo: Rumo) -> None:
    assert rumo("today --today 2025-08-20") == Result(
        0,
        """\
Сегодня среда, 20.08.2025

Просрочено в планах: 3
  с 01.01.2025  Банк заданий для 5–9 классов  ОМО-04  rumo plan done 2
  с 02.03.2025  Утвердить состав жюри         РУМО    rumo plan done 1
  с 21.03.2025  Собрать заявки                ОМО-02  rumo plan done 3

Срок в ближайшие две недели: 1
  до 25.08.2025  План на новый год  РУМО  rumo plan done 4

Вебинары прошли, отметки нет: 4
  27.02.2025  Читательская грамотность          rumo webinar done 5 --participants N
  12.03.2025  Итоги пробного ЕГЭ        ОМО-04  rumo webinar done 1 --participants N
  18.03.2025  Диктант                   ОМО-02  rumo webinar done 3 --participants N
  19.03.2025  Изложение                 ОМО-02  rumo webinar done 4 --participants N

Проведены без числа участников: 1
  20.02.2025  Задача 19  ОМО-04  rumo webinar edit 6 --participants N
  по выгрузке формы регистрации: rumo webinar attendance ФАЙЛ

Заседания без протокола: 1
  22.01.2025  заседание РУМО № 2  РУМО  rumo meeting done 1 --protocol НОМЕР

Мероприятия ИОМ: срок прошёл или близок: 1
  с 08.03.2025  Лугова Анна Ильинична: Открытый урок  rumo iom task done 1

Маршруты ИОМ: срок прошёл или близок: 1
  с 15.03.2025  Лугова Анна Ильинична  ОМО-02  rumo iom done 1

Наставничество: что впереди и у чего выходит срок: 2
  с 21.03.2025  Осин – Рощин                     rumo mentor pair edit 2 --status completed
  с 01.06.2025  исполнено 5 из 8: Осин – Белова  rumo mentor pair edit 1 --personal-programme-done N

Экспертиза без итога: 1
  03.02.2025  Уроки в музее  rumo expertise verdict 1 ИТОГ

Проведены без материалов: 1
  21.02.2025  Синтаксис  rumo webinar edit 7 --materials-url ССЫЛКА

Учебный год окончен и не закрыт: 1
  31.08.2024  2023-2024 учебный год  rumo year close 2023-2024
""",
    )


@pytest.mark.usefixtures("year", "small_screen")
def test_a_small_screen_has_what_is_urgent_and_a_line_a_section_of_the_rest(rumo: Rumo) -> None:
    assert rumo("today --today 2025-03-14 -f table") == Result(
        0,
        """\
Сегодня пятница, 14.03.2025

Вебинары недели 10.03–15.03: 2
  пн 10.03 14:30  отменён: Родительское собрание
    rumo webinar show 2
  ср 12.03 15:00  Итоги пробного ЕГЭ
    rumo webinar done 1 --participants N

Просрочено в планах: 2
  с 01.01.2025  Банк заданий для…   ОМО-04  rumo plan done 2
  с 02.03.2025  Утвердить состав…   РУМО    rumo plan done 1

И ещё
  2  Вебинары следующей недели 17.03–22.03
    rumo today --today 2025-03-14 -f table --all
  1  Срок в ближайшие две недели
    rumo plan done 3
  2  Вебинары прошли, отметки нет
    rumo today --today 2025-03-14 -f table --all
  1  Проведены без числа участников
    rumo webinar edit 6 --participants N
  1  Заседания без протокола
    rumo meeting done 1 --protocol НОМЕР
  1  Мероприятия ИОМ: срок прошёл или близок
    rumo iom task done 1
  1  Маршруты ИОМ: срок прошёл или близок
    rumo iom done 1
  2  Наставничество: что впереди и у чего выходит срок
    rumo today --today 2025-03-14 -f table --all
  1  Экспертиза без итога
    rumo expertise verdict 1 ИТОГ
  1  Проведены без материалов
    rumo webinar edit 7 --materials-url ССЫЛКА
  1  Учебный год окончен и не закрыт
    rumo year close 2023-2024
""",
    )


@pytest.mark.usefixtures("year")
def test_for_scripts_it_is_one_document(rumo: Rumo) -> None:
    assert rumo("today --today 2025-03-14 --omo ОМО-02 -f json").json == {
        "date": "2025-03-14",
        "week": {"from": "2025-03-10", "to": "2025-03-16"},
        "sections": [
            {
                "key": "next_week",
                "label": "Вебинары следующей недели",
                "total": 2,
                "items": [
                    {
                        "kind": "webinar",
                        "id": id_,
                        "title": title,
                        "date": day,
                        "start_time": None,
                        "status": "planned",
                        "omo": ["ОМО-02"],
                        "command": f"rumo webinar done {id_} --participants N",
                    }
                    for id_, title, day in [
                        (3, "Диктант", "2025-03-18"),
                        (4, "Изложение", "2025-03-19"),
                    ]
                ],
            },
            {
                "key": "due",
                "label": "Срок в ближайшие две недели",
                "total": 1,
                "items": [
                    {
                        "kind": "plan",
                        "id": 3,
                        "title": "Собрать заявки",
                        "due": "2025-03-20",
                        "owner": "ОМО-02",
                        "command": "rumo plan done 3",
                    }
                ],
            },
            {
                "key": "iom_tasks",
                "label": "Мероприятия ИОМ: срок прошёл или близок",
                "total": 1,
                "items": [
                    {
                        "kind": "task",
                        "id": 1,
                        "title": "Открытый урок",
                        "since": "2025-03-08",
                        "iom": 1,
                        "teacher": "Лугова Анна Ильинична",
                        "command": "rumo iom task done 1",
                    }
                ],
            },
            {
                "key": "iom_routes",
                "label": "Маршруты ИОМ: срок прошёл или близок",
                "total": 1,
                "items": [
                    {
                        "kind": "iom",
                        "id": 1,
                        "title": "Лугова Анна Ильинична",
                        "due": "2025-03-14",
                        "omo": ["ОМО-02"],
                        "command": "rumo iom done 1",
                    }
                ],
            },
        ],
    }


FILLED_IN = {"N": "8", "НОМЕР": "№ 2", "ИТОГ": "recommended", "ССЫЛКА": "https://example.org/2",
             "ДАТА": "01.04.2025"}  # fmt: skip


@pytest.mark.usefixtures("year")
def test_each_command_clears_its_line(rumo: Rumo) -> None:
    def lines() -> dict[str, list[str]]:
        """Return the commands of all lines by section."""
        sections = rumo("today --today 2025-03-11 -f json").json["sections"]
        return {each["key"]: [item["command"] for item in each["items"]] for each in sections}

    before = lines()
    keys = [key for key in before if key not in {"week", "years"}]
    for command in [command for key in keys for command in before[key]]:
        words = [FILLED_IN.get(word, word) for word in command.split()[1:]]
        result = rumo(*words, "--today", "2025-03-11")
        assert (result.code, result.err) == (0, ""), command

    assert keys == [
        "overdue", "due", "unmarked", "no_headcount", "meetings", "iom_tasks", "iom_routes",
        "mentoring", "expertise", "no_materials",
    ]  # fmt: skip
    after = {key: commands for key, commands in lines().items() if key not in {"week", "years"}}
    assert after == {"no_materials": ["rumo webinar edit 5 --materials-url ССЫЛКА"]}


@pytest.mark.parametrize(
    ("record", "command"),
    [
        ({}, "rumo webinar done 1 --participants N"),
        ({"status": "announced"}, "rumo webinar done 1 --participants N"),
        ({"status": "postponed"}, "rumo webinar move 1 --date ДАТА"),
        ({"status": "held"}, "rumo webinar show 1"),
        ({"status": "cancelled"}, "rumo webinar show 1"),
    ],
)
def test_a_webinar_of_the_week_ends_with_what_can_be_done(
    rumo: Rumo, given: Given, record: Record, command: str
) -> None:
    given("webinar", YEAR | {"title": "Диктант", "date": "2024-10-17"} | record)

    (week, *_) = rumo("today -f json").json["sections"]

    assert [each["command"] for each in week["items"]] == [command]
    filled_in = [FILLED_IN.get(word, word) for word in command.split()[1:]]
    assert rumo(*filled_in).code == 0


@pytest.fixture
def seven_late(given: Given) -> None:
    late: Record = {"deadline_kind": "by", "deadline_end": "2024-10-01", "owner": "rumo"}
    given("plan", *(YEAR | late | {"title": f"Пункт {number}"} for number in range(1, 8)))


@pytest.mark.usefixtures("seven_late")
def test_of_a_long_section_a_few_lines_and_how_to_see_the_others(rumo: Rumo) -> None:
    assert rumo("today").out.splitlines()[2:] == [
        "Просрочено в планах: 7",
        *(
            f"  с 02.10.2024  Пункт {number}  РУМО  rumo plan done {number}"
            for number in range(1, 6)
        ),
        "  и ещё 2: rumo plan overdue",
    ]
    assert len(rumo("today -f json").json["sections"][0]["items"]) == 7


@pytest.mark.usefixtures("seven_late")
@pytest.mark.parametrize(
    ("typed", "shows_the_others"),
    [
        ("today --omo румо", "rumo today --omo румо --all"),
        ("today --year 2024-2025", "rumo today --year 2024-2025 --all"),
        ("--year all", "rumo --year all today --all"),
    ],
)
def test_where_the_view_is_narrowed_the_same_view_shows_the_others(
    rumo: Rumo, typed: str, shows_the_others: str
) -> None:
    assert rumo(typed).out.splitlines()[-1] == f"  и ещё 2: {shows_the_others}"

    whole = rumo(shows_the_others.removeprefix("rumo "))
    assert whole.out.splitlines()[-1] == "  с 02.10.2024  Пункт 7  РУМО  rumo plan done 7"


@pytest.mark.parametrize("columns", [80, 100, 120])
def test_a_usual_screen_holds_the_view_wrapped_commands_and_all(
    rumo: Rumo, given: Given, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    pair: Record = {"mentor": "Островкова Ираида Илларионовна", "programme": "Школа наставника"}
    events: Record = {"personal_programme_planned": 8, "personal_programme_done": 6}
    held: Record = {"status": "held", "date": "2024-10-15", "participants": 10}
    for number in range(6):
        mentee = f"Белокопытцева Маргарита {number}"
        given("pair", YEAR | pair | events | {"mentee": mentee, "deadline_start": "2024-09-01"})
        given("webinar", YEAR | held | {"title": f"Ценности через биографию {number}"})
        given("expertise", YEAR | {"title": f"Урок {number}", "submitted": "2024-10-01"})

    assert rumo("today -f table").out.count("\n") < 24


@pytest.mark.usefixtures("seven_late")
def test_what_is_seen_of_another_store_or_day_is_cleared_and_listed_there(
    rumo: Rumo, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_STORE", str(place.with_name("other")))
    line = f"today --store {place} --today 12.10.2024"

    lines = rumo(line).out.splitlines()
    assert lines[3].endswith(f"  rumo --store {place} plan done 1")
    assert lines[-1] == f"  и ещё 2: rumo {line} --all"
    first = rumo(f"{line} -f json").json["sections"][0]["items"][0]
    assert first["command"] == f"rumo --store {place} plan done 1"
    assert rumo(first["command"].removeprefix("rumo ")).code == 0


@pytest.mark.usefixtures("seven_late")
def test_nothing_waits_in_a_closed_year(rumo: Rumo) -> None:
    rumo("year close 2024-2025 --anyway")

    assert rumo("today --year 2024-2025").out == (
        "Сегодня вторник, 15.10.2024\n\n2024-2025 учебный год закрыт: в нём ничего не ждёт.\n"
    )


def test_without_a_directory_a_part_of_a_name_is_enough_as_for_a_list(
    rumo: Rumo, given: Given
) -> None:
    past: Record = {"date": "2024-10-01", "status": "planned", **YEAR}
    given(
        "webinar",
        past | {"title": "Задачи", "omo": ["ОМО учителей математики"]},
        past | {"title": "Опыты", "omo": ["ОМО учителей химии"]},
    )

    found = rumo("today --omo матем -f json").json["sections"]
    assert [item["title"] for section in found for item in section["items"]] == ["Задачи"]


@pytest.mark.usefixtures("seven_late")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("today --check", 7),
        ("today", 0),
        ("today --check --today 01.10.2024", 0),
        ("today --check --today 02.10.2024", 7),
        ("today --check --omo ОМО-04", 0),
        ("-q today --check", 7),
    ],
)
def test_the_exit_code_tells_a_script_what_is_overdue(rumo: Rumo, words: str, code: int) -> None:
    ended = rumo(words)

    assert (ended.code, ended.err) == (code, "")
    assert bool(ended.out) == ("-q" not in words)


def test_a_webinar_without_a_headcount_is_not_overdue(rumo: Rumo, given: Given) -> None:
    given("webinar", YEAR | {"title": "Диктант", "date": "2024-10-01", "status": "held"})

    assert rumo("today --check").code == 0


@pytest.mark.parametrize("format_name", ["table", "plain", "md", "html"])
def test_a_day_on_which_nothing_waits_is_one_friendly_line(
    rumo: Rumo, given: Given, format_name: str
) -> None:
    given("webinar", YEAR | {"title": "Диктант"})

    lines = rumo(f"today -f {format_name}").out.splitlines()

    assert any("Сегодня вторник, 15.10.2024" in line for line in lines)
    assert any("Всё сделано: ничего не ждёт." in line for line in lines)
    assert rumo("today -f json").json["sections"] == []


def test_a_store_without_records_says_how_to_begin(rumo: Rumo) -> None:
    rumo("webinar add --title Тема")
    rumo("webinar remove 1 --yes")

    assert rumo("today") == Result(
        0,
        """\
Сегодня вторник, 15.10.2024

Записей пока нет. Начните так:
  rumo demo                        — посмотреть на вымышленных записях двух учебных лет
  rumo import ПАПКА                — загрузить реестры: справочник ОМО, графики, планы, …
  rumo --help                      — все команды
""",
    )


def test_without_a_store_it_ends_as_every_reading(rumo: Rumo, place: Path) -> None:
    assert rumo("today").code == 4
    assert rumo("today").err == rumo("webinar list").err
    assert not place.exists()


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("today --omo нет", 3,
         "Ошибка: ОМО «нет» нет в справочнике. Посмотрите список: rumo omo list\n"),
        ("today --year 2019-2020", 3,
         "Ошибка: Учебного года 2019-2020 в хранилище нет; "
         "есть: 2023-2024, 2024-2025, 2025-2026.\n"),
        ("today -o день.csv", 2,
         "Ошибка: По имени файла «день.csv» не понять, в каком виде его записать. "
         "Известны расширения .txt .md .html .htm .docx .json; "
         "либо назовите вид сами: -f table | plain | md | html | docx | json.\n"),
    ],
)  # fmt: skip
def test_what_is_refused(rumo: Rumo, words: str, code: int, said: str) -> None:
    assert rumo(words) == Result(code, "", said)


def test_a_format_that_is_no_view_is_refused(rumo: Rumo) -> None:
    refused = rumo("today -f csv")

    assert refused.code == 2
    assert refused.err.endswith(
        "'csv' не входит в список: 'table', 'plain', 'md', 'html', 'docx', 'json'.\n"
    )


@pytest.mark.usefixtures("year")
def test_it_is_written_to_a_page(rumo: Rumo) -> None:
    assert rumo("today --today 2025-03-11 -o день.html").err == "Записано: день.html\n"

    page = Path("день.html").read_text(encoding="utf-8")
    assert "<h1>Сегодня вторник, 11.03.2025</h1>" in page
    assert '<h2 id="table-2">Просрочено в планах: 2</h2>' in page


def test_what_is_done_in_a_closed_year_waits_no_more(rumo: Rumo, given: Given) -> None:
    late: Record = {"deadline_kind": "by", "deadline_end": "2024-10-01", "title": "Пункт"}
    given("plan", YEAR | late, YEAR | late | {"academic_year": "2025-2026"})

    def change(transaction: Transaction) -> None:
        transaction.replace("year", 2024, {"closed_date": "2025-08-10"})

    open_store(os.environ["RUMO_STORE"]).run(change, command="year close")

    sections = rumo("today --today 2025-08-20 -f json").json["sections"]
    assert [(each["key"], each["total"]) for each in sections] == [("overdue", 1)]


def test_what_its_records_have_done_waits_no_more(rumo: Rumo, given: Given) -> None:
    held = HELD | {"date": "2025-02-20", "participants": 30}
    given("webinar", held | {"title": "ГИА: алгебра"}, held | {"title": "ГИА: геометрия"})
    rumo("plan add --title 'Вебинары о ГИА' --deadline 'до 1 марта' --year 2024-2025 "
         "--counts webinar --theme ГИА --target 3")  # fmt: skip
    assert rumo("today --today 2025-03-11 --check -q").code == 7

    given("webinar", held | {"title": "ГИА: стереометрия"})
    assert rumo("today --today 2025-03-11 --check -q") == Result(0)


def test_what_comes_again_waits_time_by_time(rumo: Rumo) -> None:
    rumo("plan add --title Консультации --deadline ежемесячно --year 2024-2025")
    rumo("plan done 1 --on 2024-09-20")
    assert (
        rumo("today --today 2024-10-22 -f plain").out
        == """\
Сегодня вторник, 22.10.2024

Срок в ближайшие две недели: 1
  до 31.10.2024  Консультации  РУМО  rumo plan done 1
"""
    )
    assert (
        rumo("today --today 2024-11-05 -f plain").out
        == """\
Сегодня вторник, 05.11.2024

Просрочено в планах: 1
  с 01.11.2024  Консультации  РУМО  rumo plan done 1
"""
    )


@pytest.mark.usefixtures("seven_late")
@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "koi8-r"])
def test_an_old_console_shows_it_too(encoding: str) -> None:
    code, out, err = finished(
        start("today", "-f", "table", PYTHONIOENCODING=encoding, COLUMNS="50")
    )

    assert (code, err) == (0, b"")
    assert out.decode(encoding).splitlines()[2:5] == [
        "Просрочено в планах: 7",
        "  с 02.10.2024  Пункт 1  РУМО  rumo plan done 1",
        "  с 02.10.2024  Пункт 2  РУМО  rumo plan done 2",
    ]
