"""Which tables of a file are registers, and what is said of the others."""

import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake.choosing import Chooser, Chosen, PassedOver, Source, in_order, sheets_named
from rumo_cli.intake.grid import Grid, GridRow
from rumo_cli.intake.mapping import ColumnMap
from rumo_cli.records import kind_of


def sheet(name: str | None, heading: str) -> Grid:
    return Grid(rows=(GridRow(1, None, tuple(heading.split(";"))),), sheet=name)


OCTOBER = sheet("Октябрь", "Дата;Время;Тема;ОМО;Участников")
NOVEMBER = sheet("Ноябрь", "Дата;Время;Тема;ОМО;Участников")
DIRECTORY = sheet("Справочник", "Код;Наименование ОМО;Руководитель")
ATTENDANCE = sheet("Лист3", "№;ФИО;Школа;Подпись")
PRICES = sheet("Лист4", "Товар;Цена")
BOOK = [OCTOBER, NOVEMBER, DIRECTORY, ATTENDANCE, PRICES]


def chosen(kind: str | None, grids: list[Grid], **said: object) -> Chosen:
    return Chooser(kind_of(kind) if kind else None, **said).choose("книга.xlsx", grids)  # type: ignore[arg-type]


def sheets(found: Chosen) -> list[tuple[str | None, str]]:
    return [(source.grid.sheet, source.kind.key) for source in found.sources]


def test_each_sheet_is_of_the_kind_that_it_looks_like() -> None:
    assert sheets(chosen(None, BOOK)) == [
        ("Октябрь", "webinar"),
        ("Ноябрь", "webinar"),
        ("Справочник", "omo"),
    ]


def test_a_command_of_a_kind_takes_the_sheets_of_that_kind_and_says_what_the_others_are() -> None:
    found = chosen("webinar", BOOK)

    assert sheets(found) == [("Октябрь", "webinar"), ("Ноябрь", "webinar")]
    assert [(each.name, each.reason) for each in found.passed_over] == [
        ("книга.xlsx, лист «Справочник»", "это «Областные методические объединения»"),
        (
            "книга.xlsx, лист «Лист3»",
            "ближе всего «Индивидуальные образовательные маршруты», нет ни одного из столбцов "
            "«Основание», «Мероприятий по плану», «Региональный методист», «Выявленные дефициты», "
            "«Этап», «Срок реализации»",
        ),
        ("книга.xlsx, лист «Лист4»", "не понять, что это за записи: ни один заголовок не знаком"),
    ]


def test_the_only_table_of_a_file_is_what_the_command_says() -> None:
    assert sheets(chosen("webinar", [PRICES])) == [("Лист4", "webinar")]


def test_a_book_without_a_sheet_of_the_kind_is_refused_sheet_by_sheet() -> None:
    with pytest.raises(Refused) as refused:
        chosen("expertise", [DIRECTORY, PRICES])

    assert str(refused.value) == (
        "книга.xlsx: ни одна таблица не похожа на «Экспертиза».\n"
        "  лист «Справочник»: это «Областные методические объединения».\n"
        "  лист «Лист4»: не понять, что это за записи: ни один заголовок не знаком.\n"
        "  Назовите лист (--sheet ИМЯ) или строку шапки (--header-row N)."
    )


def test_what_a_table_lacks_is_told() -> None:
    (nothing,) = chosen(None, [sheet("Лист1", "Наставник;Программа")]).passed_over

    assert nothing == PassedOver(
        "книга.xlsx",
        "ближе всего «Наставнические пары», нет столбца «Ф.И.О. наставляемого»",
        nothing.grid,
        "pair",
        ("Ф.И.О. наставляемого",),
    )


def test_a_map_and_given_values_make_up_for_headings() -> None:
    column_map = ColumnMap(columns={"кто учит": "mentor", "кого учат": "mentee"})
    book = [sheet("Лист1", "Кто учит;Кого учат"), PRICES]

    assert sheets(chosen(None, book, column_map=column_map, given={"programme"})) == [
        ("Лист1", "pair")
    ]


def test_the_directory_comes_before_what_names_it_and_programmes_before_pairs() -> None:
    keys = ["pair", "plan", "programme", "webinar", "omo"]
    sources = [Source("файл", PRICES, kind_of(key)) for key in keys]

    assert [source.kind.key for source in in_order(sources)] == [
        "omo",
        "webinar",
        "plan",
        "programme",
        "pair",
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (None, ["Октябрь", "Ноябрь", "Справочник", "Лист3", "Лист4"]),
        ("ноябрь", ["Ноябрь"]),
        (" Лист3 ", ["Лист3"]),
        ("2", ["Ноябрь"]),
    ],
)
def test_a_sheet_is_named_by_its_name_or_number(wanted: str | None, found: list[str]) -> None:
    assert [grid.sheet for grid in sheets_named("книга.xlsx", BOOK, wanted)] == found


def test_the_name_of_a_sheet_goes_before_its_number() -> None:
    book = [sheet("2", "Дата;Тема"), sheet("1", "Дата;Тема")]

    assert sheets_named("книга.xlsx", book, "1") == [book[1]]


@pytest.mark.parametrize("wanted", ["Декабрь", "0", "6"])
def test_a_sheet_that_the_book_lacks(wanted: str) -> None:
    with pytest.raises(Refused) as refused:
        sheets_named("книга.xlsx", BOOK, wanted)

    assert str(refused.value) == (
        f"книга.xlsx: листа «{wanted}» нет; есть: «Октябрь», «Ноябрь», «Справочник», «Лист3», "
        "«Лист4»."
    )


def test_a_text_has_no_sheets() -> None:
    with pytest.raises(Refused) as refused:
        sheets_named("октябрь.csv", [sheet(None, "Дата;Тема")], "Октябрь")

    assert str(refused.value) == (
        "октябрь.csv: листа «Октябрь» нет; в нём одна таблица, уберите --sheet."
    )
