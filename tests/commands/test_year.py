"""`rumo year`: open, set, show, list, close, reopen."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rumo_cli.records.schema import json_schema
from rumo_cli.records.values import Record
from rumo_cli.records.year import YEAR
from tests.commands.conftest import Given, Result, Rumo, Stored
from tests.figures.plans import item

CLOSED_LINE = (
    "Ошибка: 2023-2024 учебный год закрыт, записи не меняются. Открыть снова: "
    "rumo year reopen 2023-2024\n"
)
PEOPLE = "chair=Иванова 'region=Смоленская область' meetings_declared=4"


def webinar(year: str, **values: str | int) -> Record:
    return {"title": "Урок", "academic_year": year, **values}


@pytest.fixture
def two_years(given: Given) -> None:
    """A finished year and the year of today."""
    given("webinar", webinar("2023-2024", status="held", participants=12, date="2023-10-10"))
    given("plan", item("март", academic_year="2023-2024", status="done"), item("март"))


@pytest.fixture
def closed(rumo: Rumo, two_years: None) -> None:
    """The first of the two years is closed."""
    del two_years
    assert rumo("year close 2023-2024").code == 0


def test_open_makes_a_year_known(rumo: Rumo, place: Path) -> None:
    assert rumo("year open 2025/26") == Result(
        0, "2025-2026 учебный год открыт.\n", f"Создано хранилище: {place}\n"
    )
    assert rumo("year open 2025-2026") == Result(0, "2025-2026 учебный год был открыт и раньше.\n")
    assert [row["academic_year"] for row in rumo("year list -f json").json] == ["2025-2026"]


def test_open_takes_over_what_repeats_and_what_was_not_finished(
    rumo: Rumo, stored: Stored, given: Given
) -> None:
    given(
        "plan",
        item("ежемесячно", title="Письма", status="done"),
        item("15.10.2024", title="Форум", status="not_done"),
        item("март", title="Совет", status="done"),
    )
    rumo(f"year set {PEOPLE}")

    assert rumo("year open 2025-2026 --from 2024-2025") == Result(
        0,
        "2025-2026 учебный год открыт.\nВ план 2025-2026 учебного года перешли 2 пункта плана.\n",
        "Из настроек 2024-2025 взято: регион, председатель.\n"
        "Даты сдвинуты на учебный год: 1 пункт плана; прежний срок в примечании.\n"
        "Посмотреть: rumo plan list --year 2025-2026 --carried-from plan\n",
    )
    items = stored("plan")
    assert [(items[each]["title"], items[each]["carried_from"]) for each in (4, 5)] == [
        ("Письма", "plan 1, 2024-2025"),
        ("Форум", "plan 2, 2024-2025"),
    ]
    assert stored("year")[2025] == {"region": "Смоленская область", "chair": "Иванова"}


def test_a_second_open_takes_over_nothing_twice(rumo: Rumo, stored: Stored, given: Given) -> None:
    given("plan", item("март"))
    rumo("year open 2025-2026 --from 2024-2025")
    rumo("year set chair=Петрова --year 2025-2026")
    rumo("year set chair=Иванова region=Смоленск --year 2024-2025")

    assert rumo("year open 2025-2026 --from 2024-2025") == Result(
        0,
        "2025-2026 учебный год был открыт и раньше.\n"
        "В план 2025-2026 учебного года ничего не перешло: нечего, или уже там.\n",
        "Из настроек 2024-2025 взято: регион.\n",
    )
    assert list(stored("plan")) == [1, 2]
    assert stored("year")[2025]["chair"] == "Петрова"


def test_what_cannot_be_understood_in_the_new_year_is_counted(rumo: Rumo, given: Given) -> None:
    given("plan", item("когда-нибудь"))

    result = rumo("year open 2025-2026 --from 2024-2025")

    assert "Сроки, которые надо проверить: 1 пункт плана.\n" in result.err


def test_opening_is_taken_back_whole(rumo: Rumo, stored: Stored, given: Given) -> None:
    given("plan", item("март"))
    rumo("year open 2025-2026 --from 2024-2025")

    assert rumo("undo").out == "Отменено: rumo year open 2025-2026 --from 2024-2025 (1 запись)\n"
    assert list(stored("year")) == [2024]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("year open 2025-2026 --from 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2023-2024, 2024-2025."),
        ("year open 2023-2024 --from 2024-2025", 2,
         "--from 2024-2025: это год после 2023-2024, а нужен год до него."),
        ("year open 2024-2025 --from 2024-2025", 2,
         "План 2024-2025 учебного года не перенести в него же: назовите другой год."),
        ("year show 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2023-2024, 2024-2025."),
        ("year close 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2023-2024, 2024-2025."),
        ("year reopen 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2023-2024, 2024-2025."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("two_years")
def test_a_year_that_cannot_be_meant(rumo: Rumo, line: str, code: int, message: str) -> None:
    assert rumo(line) == Result(code, "", f"Ошибка: {message}\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("year open all", "«all»: нужен один учебный год, например 2024-2025"),
        ("year open 2024", "«2024»: ожидается учебный год, например 2024-2025"),
        ("year set chair", "«chair»: ожидается КЛЮЧ=ЗНАЧЕНИЕ, например chair=Иванова"),
        ("year set chiar=Иванова", "настройки «chiar» нет. Похоже на: chair. Все ключи: region,"),
        ("year set closed_date=01.01.2024", "настройки «closed_date» нет."),
    ],
)
def test_what_is_no_year_or_no_setting_is_misuse(rumo: Rumo, line: str, message: str) -> None:
    result = rumo(line)

    assert result.code == 2
    assert message in result.err


def test_set_takes_keys_and_russian_names(rumo: Rumo, stored: Stored) -> None:
    result = rumo(
        "year set 'chair=Иванова А.А.' meetings-declared=4 'План принят=27.08.2024' "
        "'процент выполнения плана=95,4' 'holidays=4 ноября' 'holidays=1-8 января' "
        "working_days=02.11 working_days=28.12"
    )

    assert result.out == (
        "Изменено: 2024-2025 учебный год\n"
        "  Председатель: — → Иванова А.А.\n"
        "  План принят: — → 27.08.2024\n"
        "  Нерабочие дни: — → 04.11.2024; 01.01.2025-08.01.2025\n"
        "  Рабочие выходные: — → 02.11.2024; 28.12.2024\n"
        "  Заявлено: заседаний РУМО: — → 4\n"
        "  Заявлено: процент выполнения плана: — → 95,4\n"
    )
    assert stored("year") == {
        2024: {
            "chair": "Иванова А.А.",
            "plan_adopted_date": "2024-08-27",
            "holidays": ["04.11.2024", "01.01.2025-08.01.2025"],
            "working_days": ["2024-11-02", "2024-12-28"],
            "meetings_declared": 4,
            "plan_percent_declared": 95.4,
        }
    }


def test_a_day_without_a_year_is_one_of_the_year_that_is_set(rumo: Rumo, stored: Stored) -> None:
    result = rumo("year set plan_adopted_date=27.08 --year 2023-2024")

    assert result.err.endswith(
        "Внимание: plan_adopted_date: август без года: принят август 2023 года\n"
    )
    assert stored("year")[2023] == {"plan_adopted_date": "2023-08-27"}


def test_an_empty_value_clears(rumo: Rumo, stored: Stored) -> None:
    rumo("year set chair=Иванова region=Смоленск")

    assert rumo("year set chair=").out == (
        "Изменено: 2024-2025 учебный год\n  Председатель: Иванова → —\n"
    )
    assert rumo("year set chair=").out == "Без изменений: 2024-2025 учебный год\n"
    assert stored("year")[2024] == {"region": "Смоленск"}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("meetings_declared=много",
         "meetings_declared «много»: ожидается целое число, например 12"),
        ("plan_percent_declared=110",
         "plan_percent_declared «110»: ожидается процент от 0 до 100, например 95,4"),
        ("terms=1.09-25.10", "terms «1.09-25.10»: нужно периодов: 4, названо: 1"),
        ("holidays=04.11.2022", "holidays «04.11.2022»: 04.11.2022 вне 2024-2025 учебного года"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_kept_is_refused(rumo: Rumo, setting: str, message: str) -> None:
    assert rumo("year", "set", setting) == Result(1, "", f"Ошибка: {message}\n")


def test_in_august_a_setting_goes_to_the_coming_year_once_that_is_open(rumo: Rumo) -> None:
    assert rumo("year set chair=Иванова --today 2025-08-20").code == 1
    rumo("year open 2025-2026")

    result = rumo("year set chair=Иванова --today 2025-08-20")

    assert result.out.startswith("Изменено: 2025-2026 учебный год\n")
    assert result.err == "Август: записано в наступающий 2025-2026 учебный год.\n"


@pytest.mark.usefixtures("closed")
def test_list_shows_what_each_year_holds(rumo: Rumo) -> None:
    assert rumo("year list").out == (
        "Учебные годы\n"
        "\n"
        "Учебный год    Состояние    Год закрыт    Записано\n"
        "-------------  -----------  ------------  ------------------\n"
        "2023-2024      закрыт       15.10.2024    вебинары 1, план 1\n"
        "2024-2025      открыт                     план 1\n"
    )
    assert rumo("year list -f json").json[0] == {
        "academic_year": "2023-2024", "state": "closed", "closed_date": "2024-10-15",
        "plan_adopted_date": None, "webinar": 1, "plan": 1, "meeting": 0, "iom": 0, "task": 0,
        "programme": 0, "pair": 0, "expertise": 0, "publication": 0, "contribution": 0, "text": 0,
    }  # fmt: skip


@pytest.mark.usefixtures("two_years")
def test_show_has_the_settings_and_the_numbers(rumo: Rumo) -> None:
    rumo("year set chair=Иванова")

    assert rumo("year show").out == (
        "2024-2025 учебный год\n"
        "\n"
        "Поле          Значение\n"
        "------------  ----------\n"
        "Состояние     открыт\n"
        "Председатель  Иванова\n"
        "План          1\n"
        "\n"
        "Задать: rumo year set КЛЮЧ=ЗНАЧЕНИЕ --year 2024-2025\n"
    )
    document = rumo("year show -f json").json
    assert (document["id"], document["academic_year"]) == (2024, "2024-2025")
    assert (document["state"], document["chair"], document["terms"]) == ("open", "Иванова", [])
    assert document["records"]["plan"] == 1
    Draft202012Validator(json_schema(YEAR)).validate(document)


@pytest.mark.usefixtures("two_years")
def test_close_and_reopen(rumo: Rumo, place: Path) -> None:
    assert rumo("year close 2023-2024") == Result(
        0,
        "2023-2024 учебный год закрыт, записи больше не меняются.\n",
        "Открыть снова: rumo year reopen 2023-2024\n",
    )
    assert (place / "2023-2024.json").exists()
    assert rumo("year close 2023-2024") == Result(
        0, "2023-2024 учебный год уже закрыт: 15.10.2024 (вт).\n"
    )
    assert rumo("year reopen 2023-2024").out == "2023-2024 учебный год снова открыт.\n"
    assert rumo("year reopen 2023-2024").out == "2023-2024 учебный год и так открыт.\n"


@pytest.mark.usefixtures("two_years")
def test_of_a_closed_year_it_is_said_how_to_open_it(rumo: Rumo) -> None:
    rumo("year close 2023-2024")

    assert rumo("year show 2023-2024").out.endswith("Открыть снова: rumo year reopen 2023-2024\n")


@pytest.mark.usefixtures("two_years")
def test_closing_is_one_entry_of_the_journal_and_is_taken_back(rumo: Rumo) -> None:
    rumo("year close 2023-2024")

    assert rumo("undo").out == "Отменено: rumo year close 2023-2024\n"
    assert rumo("plan edit 1 --section Форум").code == 0


def test_what_records_fulfil_keeps_no_year_open_and_is_not_carried_on(
    rumo: Rumo, given: Given
) -> None:
    given("plan", item(academic_year="2023-2024", counts="webinar", target=1))
    given("webinar", webinar("2023-2024", status="held", date="2024-03-05", participants=20))

    opened = rumo("year open 2024-2025 --from 2023-2024").out
    assert opened.endswith(
        "В план 2024-2025 учебного года ничего не перешло: нечего, или уже там.\n"
    )
    assert rumo("year close 2023-2024").code == 0


def test_a_year_with_something_unsaid_is_not_closed(rumo: Rumo, given: Given) -> None:
    past = webinar("2023-2024", status="planned", date="2023-10-10")
    given("plan", *(item("март", academic_year="2023-2024") for _ in range(12)))
    given("webinar", webinar("2023-2024", status="held"), past)

    result = rumo("year close 2023-2024")

    assert result == Result(
        1,
        "",
        "Ошибка: 2023-2024 учебный год не закрыт: сказано не всё.\n"
        "Пункты планов без итога: 12\n"
        + "".join(f"  plan {number} «Заседание»\n" for number in range(1, 11))
        + "  … и ещё 2\n"
        "  Скажите: rumo plan done ID, rumo plan cancel ID --reason ТЕКСТ, "
        "rumo plan edit ID --status not_done\n"
        "Проведённые вебинары без числа участников: 1\n"
        "  webinar 1 «Урок»\n"
        "  Скажите: rumo webinar edit ID --participants ЧИСЛО\n"
        "Вебинары, день которых прошёл, а отметки нет: 1\n"
        "  webinar 2 «Урок»\n"
        "  Скажите: rumo webinar done ID --participants ЧИСЛО, rumo webinar cancel ID --reason "
        "ТЕКСТ, rumo webinar move ID --date ДАТА\n"
        "Закрыть всё равно: rumo year close 2023-2024 --anyway\n",
    )
    assert rumo("year close 2023-2024 --anyway").code == 0


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    "line",
    [
        "year set chair=Иванова --year 2023-2024",
        "year open 2023-2024",
        "year open 2023-2024 --from 2022-2023",
        "plan copy --from 2024-2025 --year 2023-2024",
    ],
)
def test_a_closed_year_is_neither_set_nor_opened(rumo: Rumo, line: str) -> None:
    assert rumo(line) == Result(1, "", CLOSED_LINE)


def test_quiet_says_nothing(rumo: Rumo, given: Given) -> None:
    given("plan", item("март", status="done"))

    for line in (
        "year open 2025-2026 --from 2024-2025",
        "year set chair=Иванова",
        "year close 2024-2025",
        "year reopen 2024-2025",
        "plan copy --from 2024-2025 --year 2026-2027",
    ):
        assert rumo(f"-q {line}") == Result(0)


def test_copy_takes_a_whole_plan_without_its_marks(
    rumo: Rumo, stored: Stored, given: Given
) -> None:
    given(
        "plan",
        item("март", title="Форум", status="done", done_date="2024-03-10"),
        item("15.10.2024", title="Совет", status="cancelled"),
        item("май", title="Урок", owner="ОМО-04"),
    )

    assert rumo("plan copy --from 2024-2025 --year 2025-2026 --owner румо").out == (
        "В план 2025-2026 учебного года перешли 2 пункта плана.\n"
    )
    assert rumo("plan copy --from 2024-2025 --year 2025-2026").out == (
        "В план 2025-2026 учебного года перешёл 1 пункт плана.\n"
    )
    copies = [stored("plan")[number] for number in (4, 5, 6)]
    assert [each["title"] for each in copies] == ["Форум", "Совет", "Урок"]
    assert {each["status"] for each in copies} == {"planned"}
    assert rumo("plan copy --from 2024-2025 --year 2025-2026").out == (
        "В план 2025-2026 учебного года ничего не перешло: нечего, или уже там.\n"
    )


@pytest.mark.usefixtures("closed")
def test_a_closed_year_is_copied_and_carried_from(rumo: Rumo, stored: Stored) -> None:
    assert rumo("plan copy --from 2023-2024 --year 2025-2026").code == 0

    assert stored("plan")[3]["carried_from"] == "plan 1, 2023-2024"


@pytest.mark.usefixtures("two_years")
def test_copy_goes_into_the_year_of_today(rumo: Rumo, stored: Stored) -> None:
    rumo("plan add --title Форум --deadline апрель --year 2023-2024")

    assert rumo("plan copy --from 2023-2024").code == 0
    assert stored("plan")[4] == {
        "owner": "rumo",
        "deadline_kind": "month",
        "status": "planned",
        "title": "Форум",
        "deadline_text": "апрель",
        "deadline_start": "2025-04-01",
        "deadline_end": "2025-04-30",
        "academic_year": "2024-2025",
        "carried_from": "plan 3, 2023-2024",
    }


def test_new_terms_give_what_was_read_by_the_old_ones_another_meaning(
    rumo: Rumo, stored: Stored
) -> None:
    rumo("plan add --title Мониторинг --deadline 'II четверть' --year 2024-2025")
    rumo("plan add --title Отчёт --deadline 'до 1 декабря' --year 2024-2025")

    result = rumo(
        "year set --year 2024-2025 terms='2.09-4.10; 14.10-17.11; 9.01-21.03; 31.03-26.05'"
    )

    assert result.code == 0
    assert result.err == "По новым четвертям прочитаны заново сроки: 1.\n"
    assert stored("plan")[1]["deadline_start"] == "2024-10-14"
    assert stored("plan")[1]["deadline_end"] == "2024-11-17"
    assert stored("plan")[2]["deadline_end"] == "2024-12-01"
    rumo("undo")
    assert stored("plan")[1]["deadline_start"] == "2024-11-05"
