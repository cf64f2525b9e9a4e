"""`webinar attendance`: the exports of registration forms become headcounts."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

DATA = Path(__file__).parents[1] / "data" / "attendance"
FORM = "форма.csv"
HEAD = "Отметка времени;ФИО;Муниципалитет;Школа;Вебинар"
MATHS = "Подготовка к ЕГЭ по математике: задания с параметром"
YOUNG = "Молодой учитель: первые шаги"
HOSTILE = 'Подготовка к ЕГЭ; <b>параметр</b> =HYPERLINK("http://x")'
YEAR: Record = {"status": "planned", "academic_year": "2024-2025"}
BELOVA = "14.10.2024 9:00:00;Белова Анна Сергеевна;Вяземский район;СШ № 1;Итоги"
ILYIN = "14.10.2024 9:05:00;Ильин П.О.;Рославльский район;СШ № 10;Итоги"
NIKITIN = "14.10.2024 9:07:00;Никитин Олег;Вяземский р-н;СШ №1;Итоги"


def form(*rows: str) -> None:
    Path(FORM).write_text("\n".join([HEAD, *rows]), encoding="utf-8")


@pytest.fixture
def summing_up(given: Given) -> None:
    """A webinar of the Monday before the day of the tests."""
    given("webinar", {"title": "Итоги", "date": "2024-10-14", **YEAR})


@pytest.fixture
def october(given: Given) -> None:
    """The webinars that the exports among the data are about."""
    given(
        "webinar",
        {"title": MATHS, "date": "2024-10-15", "start_time": "15:00", **YEAR},
        {
            "title": "Функциональная грамотность на уроках русского языка",
            "date": "2024-10-22",
            **YEAR,
        },
        {"title": YOUNG, "date": "2024-10-08", **YEAR},
        {"title": YOUNG, "date": "2024-10-22", **YEAR},
        {"title": "Профилактика буллинга в школе", "date": "2024-10-24", **YEAR},
        {"title": HOSTILE, "date": "2024-10-15", **YEAR},
    )


def counts(result: Result) -> dict[int, tuple[Any, ...]]:
    """Return what a report says of each webinar: rows, people, organisations, municipalities."""
    keys = ("registrations", "participants", "orgs_count", "municipalities_count")
    return {each["id"]: tuple(each[key] for key in keys) for each in result.json["webinars"]}


def export(name: str) -> str:
    shutil.copy(DATA / name, name)
    return name


@pytest.mark.usefixtures("october")
class TestRealExports:
    def test_a_web_form(self, rumo: Rumo, stored: Stored) -> None:
        result = rumo("--today", "31.10", "webinar", "attendance", export("web_form_utf8.csv"))

        assert result.code == 0
        assert result.err == (
            "web_form_utf8.csv: 8 строк, отнесено к вебинарам: 8, utf-8\n"
            "  Столбцы не взяты: «Согласие на обработку персональных данных».\n"
            "Отменить: rumo undo\n"
        )
        assert stored("webinar")[1] == {
            **YEAR,
            "title": MATHS,
            "date": "2024-10-15",
            "start_time": "15:00",
            "status": "held",
            "_status_by_command": True,
            "participants": 4,
            "participants_qualifier": "exact",
            "orgs_count": 3,
            "municipalities_count": 3,
            "by_municipality": [
                "Вяземский район: 2",
                "Рославльский район: 1",
                "Ярцевский район: 1",
            ],
            "_form_participants": 4,
            "_form_orgs_count": 3,
            "_form_municipalities_count": 3,
            "_form_by_municipality": [
                "Вяземский район: 2",
                "Рославльский район: 1",
                "Ярцевский район: 1",
            ],
        }

    def test_an_export_in_cp1251_with_names_in_three_columns(self, rumo: Rumo) -> None:
        result = rumo("webinar", "attendance", export("service_cp1251.csv"), "-f", "json")

        assert counts(result) == {3: (2, 1, 1, 1), 4: (3, 2, 1, 1), 5: (1, 1, None, 1)}
        assert (result.json["read"], result.json["matched"], result.json["repeated"]) == (5, 5, 2)
        assert result.json["people"] == 3
        assert result.json["files"][0]["encoding"] == "cp1251"

    def test_a_workbook_of_one_webinar(self, rumo: Rumo) -> None:
        file = export("one_webinar.xlsx")
        result = rumo("webinar", "attendance", file, "--webinar", "5", "-f", "json")

        assert counts(result) == {5: (4, 3, 2, 2)}
        assert (
            "Не взято: one_webinar.xlsx, лист «Свод»: шапка таблицы не найдена: "
            "ни один заголовок столбца не знаком.\n"
        ) in result.err

    def test_hostile_cells_are_text(self, rumo: Rumo, stored: Stored) -> None:
        result = rumo("webinar", "attendance", export("hostile.csv"), "--skip-bad", "--keep-names")

        assert result.code == 6
        assert stored("webinar")[6]["by_municipality"] == [
            '=HYPERLINK("http://x"): 1',
            "Вяземский район: 1",
        ]
        assert stored("webinar")[6]["attendees"] == [
            '<script>alert(1)</script> Анна | =1+1; школа | =HYPERLINK("http://x")',
            'Иванова-Петрова Ольга Ивановна / шпион | МБОУ "СШ № 1" | Вяземский район',
        ]

    @pytest.mark.parametrize("name", ["web_form_utf8.csv", "service_cp1251.csv"])
    @pytest.mark.parametrize("options", [(), ("--keep-names",)])
    def test_a_second_import_changes_nothing(
        self, rumo: Rumo, stored: Stored, name: str, options: tuple[str, ...]
    ) -> None:
        rumo("webinar", "attendance", export(name), *options)
        before = stored("webinar")

        again = rumo("webinar", "attendance", name, *options, "-f", "json")

        assert stored("webinar") == before
        assert again.json["updated"] == 0
        assert {each["action"] for each in again.json["webinars"]} == {"unchanged"}
        assert "Отменить" not in again.err


@pytest.mark.usefixtures("summing_up")
class TestWhatStoodThere:
    def test_a_later_export_takes_the_place_of_an_earlier_one(
        self, rumo: Rumo, stored: Stored
    ) -> None:
        form(BELOVA)
        rumo("webinar", "attendance", FORM)
        form(BELOVA, ILYIN)
        result = rumo("webinar", "attendance", FORM)

        assert stored("webinar")[1]["participants"] == 2
        assert "Внимание" not in result.err

    def test_an_export_that_has_fewer_people_is_said(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA, ILYIN)
        rumo("webinar", "attendance", FORM)
        form(NIKITIN)
        result = rumo("webinar", "attendance", FORM)

        assert stored("webinar")[1]["participants"] == 1
        assert (
            "Внимание: webinar 1 «Итоги»: по прежней выгрузке было 2, по этой 1. Если выгрузка не "
            "накопительная, загрузите все файлы одной командой\n"
        ) in result.err

    def test_files_of_one_call_add_up(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA, ILYIN)
        Path("вторая.csv").write_text(f"{HEAD}\n{NIKITIN}\n{BELOVA}\n", encoding="utf-8")
        rumo("webinar", "attendance", FORM, "вторая.csv")

        assert stored("webinar")[1]["participants"] == 3
        assert len(rumo("log -f json").json) == 2

    def test_a_typed_headcount_stays_and_the_rest_is_filled_in(
        self, rumo: Rumo, stored: Stored
    ) -> None:
        rumo("webinar done 1 --participants 'свыше 40'")
        form(BELOVA, ILYIN)
        result = rumo("webinar", "attendance", FORM)

        record = stored("webinar")[1]
        assert (record["participants"], record["participants_qualifier"]) == (40, "at_least")
        assert (record["orgs_count"], record["municipalities_count"]) == (2, 2)
        assert (
            "Внимание: webinar 1 «Итоги»: «Участников» — в записи не менее 40, по форме 2; "
            "оставлено прежнее (заменить: --replace)\n"
        ) in result.err
        assert rumo("webinar", "attendance", FORM, "-f", "json").json["webinars"][0]["action"] == (
            "kept"
        )

    def test_a_count_that_a_person_corrected_stays_too(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA, ILYIN)
        rumo("webinar", "attendance", FORM)
        rumo("webinar edit 1 --participants 5")
        rumo("webinar", "attendance", FORM)

        assert stored("webinar")[1]["participants"] == 5

    def test_replace_takes_the_place_of_what_was_typed(self, rumo: Rumo, stored: Stored) -> None:
        rumo("webinar done 1 --participants 'свыше 40'")
        form(BELOVA, ILYIN)
        rumo("webinar", "attendance", FORM, "--replace")

        record = stored("webinar")[1]
        assert (record["participants"], record["participants_qualifier"]) == (2, "exact")

    def test_what_a_later_export_leaves_out_is_gone(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA)
        rumo("webinar", "attendance", FORM)
        form("14.10.2024 9:00:00;Белова Анна Сергеевна;;;Итоги")
        rumo("webinar", "attendance", FORM)

        assert {key for key in stored("webinar")[1] if "orgs" in key or "munici" in key} == set()

    def test_undo_takes_the_whole_import_back(self, rumo: Rumo, stored: Stored) -> None:
        before = stored("webinar")
        form(BELOVA)
        rumo("webinar", "attendance", FORM)
        rumo("undo")

        assert stored("webinar") == before


@pytest.mark.usefixtures("summing_up")
class TestNames:
    def test_names_are_not_kept(self, rumo: Rumo, place: Path) -> None:
        form(BELOVA)
        rumo("webinar", "attendance", FORM)

        assert "Белова" not in (place / "store.json").read_text(encoding="utf-8")

    def test_kept_names_are_added_to(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA)
        rumo("webinar", "attendance", FORM, "--keep-names")
        form(NIKITIN, BELOVA.replace("Анна Сергеевна", "А.С."))
        rumo("webinar", "attendance", FORM, "--keep-names")

        assert stored("webinar")[1]["participants"] == 2
        assert stored("webinar")[1]["attendees"] == [
            "Белова Анна Сергеевна | СШ № 1 | Вяземский район",
            "Никитин Олег | СШ №1 | Вяземский р-н",
        ]

    def test_kept_names_count_where_new_ones_are_not_kept(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA)
        rumo("webinar", "attendance", FORM, "--keep-names")
        form(NIKITIN)
        rumo("webinar", "attendance", FORM)

        assert stored("webinar")[1]["participants"] == 2
        assert stored("webinar")[1]["attendees"] == [
            "Белова Анна Сергеевна | СШ № 1 | Вяземский район"
        ]

    def test_no_error_names_a_person(self, rumo: Rumo) -> None:
        form(BELOVA.replace("Итоги", "Начало"))
        result = rumo("webinar", "attendance", FORM)

        assert result.code == 1
        assert "Белова" not in result.out + result.err


@pytest.mark.parametrize("webinar", [(), ("--webinar", "1")])
@pytest.mark.parametrize(
    ("day", "status", "remark"),
    [
        ("2024-10-14", "held", ""),
        ("2024-10-15", "held", ""),
        (
            "2024-10-16",
            "announced",
            "ещё впереди, 16.10.2024 (ср): записано число заявок, статус не изменён",
        ),
        (None, "announced", "без даты: записано число заявок, статус не изменён"),
    ],
)
def test_what_is_past_has_been_held(
    rumo: Rumo,
    given: Given,
    stored: Stored,
    webinar: tuple[str, ...],
    day: str | None,
    status: str,
    remark: str,
) -> None:
    given("webinar", {"title": "Итоги", "date": day, **YEAR, "status": "announced"})
    form(BELOVA)
    result = rumo("webinar", "attendance", FORM, *webinar)

    assert (stored("webinar")[1]["status"], stored("webinar")[1]["participants"]) == (status, 1)
    assert f"webinar 1 «Итоги» {remark}\n" in result.err or not remark


@pytest.mark.parametrize(("status", "word"), [("cancelled", "отменён"), ("postponed", "перенесён")])
def test_nobody_came_to_what_did_not_take_place(
    rumo: Rumo, given: Given, stored: Stored, status: str, word: str
) -> None:
    given("webinar", {"title": "Итоги", "date": "2024-10-14", **YEAR, "status": status})
    before = stored("webinar")
    form(BELOVA, ILYIN)
    result = rumo("webinar", "attendance", FORM)

    assert result.code == 0
    assert stored("webinar") == before
    assert f"Внимание: webinar 1 «Итоги» — {word}; заявки не посчитаны: 2\n" in result.err


@pytest.mark.usefixtures("summing_up")
class TestErrors:
    def test_a_row_of_no_webinar_stops_the_import(self, rumo: Rumo, stored: Stored) -> None:
        before = stored("webinar")
        form(
            BELOVA, ILYIN.replace("Итоги", "Итоговая встреча по химии"), ILYIN.replace("Итоги", "")
        )
        result = rumo("webinar", "attendance", FORM)

        assert result.code == 1
        assert stored("webinar") == before
        assert result.out.startswith("Участники не записаны: есть ошибки\n")
        assert result.err == (
            "форма.csv: 3 строки, отнесено к вебинарам: 1, utf-8\n"
            "  Ошибка: форма.csv, строка 3, столбец «Вебинар», значение «Итоговая встреча по "
            "химии»: в 2024-2025 учебном году такого вебинара нет\n"
            "  Ошибка: форма.csv, строка 4, столбец «Вебинар»: вебинар не указан\n"
            "Ошибка: ничего не записано: 2 строки с ошибками. Исправьте их или загрузите "
            "остальные: --skip-bad\n"
        )

    def test_skip_bad_counts_the_good_rows(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA, ILYIN.replace("Итоги", "Начало"))
        result = rumo("webinar", "attendance", FORM, "--skip-bad")

        assert result.code == 6
        assert stored("webinar")[1]["participants"] == 1
        assert result.err.endswith(
            "Ошибка: хорошие строки записаны, остальные нет: 1 строка с ошибками.\n"
        )

    def test_a_file_that_cannot_be_read(self, rumo: Rumo, stored: Stored) -> None:
        form(BELOVA)
        result = rumo("webinar", "attendance", FORM, "нет.csv", "-f", "json")

        assert result.code == 1
        assert result.json["unreadable"] == ["файл не найден: нет.csv. Проверьте имя и папку."]
        assert "participants" not in stored("webinar")[1]

    def test_no_table_of_registrations(self, rumo: Rumo) -> None:
        Path(FORM).write_text("Школа;Вебинар\nСШ № 1;Итоги\n", encoding="utf-8")

        assert rumo("webinar", "attendance", FORM) == Result(
            1,
            "",
            "Ошибка: форма.csv: нет столбца «ФИО» или «Фамилия»; есть: «Школа», «Вебинар». "
            "Назовите столбец так или укажите соответствие (--map ФАЙЛ.toml).\n"
            "Ничего не записано.\n",
        )

    def test_a_map_names_the_columns(self, rumo: Rumo, stored: Stored) -> None:
        Path("map.toml").write_text('[columns]\n"Кто" = "person"\n', encoding="utf-8")
        Path(FORM).write_text("Кто;Вебинар\nБелова А.С.;Итоги\n", encoding="utf-8")
        rumo("webinar", "attendance", FORM, "--map", "map.toml")

        assert stored("webinar")[1]["participants"] == 1

    def test_a_webinar_that_is_not_there(self, rumo: Rumo) -> None:
        form(BELOVA)

        assert rumo("webinar", "attendance", FORM, "--webinar", "9") == Result(
            3,
            "",
            "Ошибка: webinar 9: такой записи нет. Номера записей показывает rumo webinar list.\n",
        )

    def test_a_trial_writes_nothing(self, rumo: Rumo, stored: Stored) -> None:
        before = stored("webinar")
        form(BELOVA)
        result = rumo("webinar", "attendance", FORM, "--dry-run", "-f", "json")

        assert stored("webinar") == before
        assert result.json["webinars"][0]["after"]["participants"] == 1
        assert result.err.endswith("Это проба (--dry-run): ничего не записано.\n")


def test_a_store_that_is_not_there_is_no_store_without_webinars(rumo: Rumo) -> None:
    form(BELOVA)

    assert rumo("webinar", "attendance", FORM).code == 4


@pytest.mark.usefixtures("summing_up")
def test_a_closed_year_takes_no_count(rumo: Rumo) -> None:
    assert rumo("year close 2024-2025 --anyway").code == 0
    form(BELOVA)
    closed = (
        "Ошибка: 2024-2025 учебный год закрыт, записи не меняются. "
        "Открыть снова: rumo year reopen 2024-2025\n"
    )

    assert rumo("webinar", "attendance", FORM) == Result(1, "", closed)
    assert rumo("webinar", "attendance", FORM, "--webinar", "1") == Result(1, "", closed)


@pytest.mark.parametrize(
    ("options", "row", "numbers"),
    [
        ((), "20.08.2024 9:00:00;Белова А.С.;;;Итоги", {2}),
        ((), "20.09.2024 9:00:00;Белова А.С.;;;Итоги", {2}),
        ((), "20.05.2024 9:00:00;Белова А.С.;;;Итоги", {1}),
        ((), ";Белова А.С.;;;21.05.2024 Итоги", {1}),
        ((), ";Белова А.С.;;;Итоги", {2}),
        (("--year", "2023-2024"), "20.09.2024 9:00:00;Белова А.С.;;;Итоги", {1}),
        (("--year", "all"), "20.05.2024 9:00:00;Белова А.С.;;;21.05 Итоги", {1}),
    ],
)
def test_webinars_are_looked_for_in_the_year_of_the_row(
    rumo: Rumo, given: Given, options: tuple[str, ...], row: str, numbers: set[int]
) -> None:
    given(
        "webinar",
        {"title": "Итоги", "date": "2024-05-21", **YEAR, "academic_year": "2023-2024"},
        {"title": "Итоги", "date": "2024-10-14", **YEAR},
    )
    form(row)

    assert counts(rumo("webinar", "attendance", FORM, *options, "-f", "json")).keys() == numbers
