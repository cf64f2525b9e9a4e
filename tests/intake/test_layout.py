from textwrap import dedent

import pytest

from rumo_cli.calendar.months import Month
from rumo_cli.errors import Refused
from rumo_cli.intake.delimited import read_delimited
from rumo_cli.intake.layout import Layout, RowKind, lay_out
from rumo_cli.records import kind_of


def lay(kind: str, text: str, **options: object) -> Layout:
    grid = read_delimited(dedent(text).strip("\n"), delimiter=";")
    return lay_out(grid, kind_of(kind), **options)  # type: ignore[arg-type]


def names(layout: Layout) -> list[str]:
    return [laid.kind.name.lower() for laid in layout.rows]


WEBINARS = """
    № п/п;Дата;Тема;ОМО;Участников
    {}
    1;15.10.2024;Тема 1;ОМО учителей химии;12
"""
PLAN = """
    № п/п;Мероприятие;Срок;Ответственный
    {}
    1.1;Заседание;сентябрь;Руководитель
"""


def test_the_title_is_what_stands_above_the_heading() -> None:
    layout = lay(
        "webinar",
        """
        ;;;УТВЕРЖДАЮ
        ;;;Ректор ____________ О.С. Иванова
        ;;;«30» октября 2024 г.
        ;;;
        График вебинаров
        на ноябрь   2024 года;;;
        №;Дата;Тема;ОМО
        1;15;Тема;ОМО учителей химии
        """,
    )

    assert names(layout) == [*["title"] * 3, "blank", "title", "title", "heading", "data"]
    assert layout.title == (
        "УТВЕРЖДАЮ Ректор ____________ О.С. Иванова «30» октября 2024 г. "
        "График вебинаров на ноябрь 2024 года"
    )


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (";;;;", "blank"),
        ("", "blank"),
        ("2;;;;", "blank"),
        ("15.;;;;", "blank"),
        ("1;2;3;4;5", "numbers"),
        ("(1);(2);(3);(4);(5)", "numbers"),
        ("№ п/п;Дата;Тема;ОМО;Участников", "heading"),
        ("№ П/П;ДАТА;ТЕМА;омо;Участников:", "heading"),
        (";Дата;Тема;;", "heading"),
        ("ОКТЯБРЬ;;;;", "band"),
        (";;октябрь 2024 г.;;", "band"),
        ("Итого:;;12;;", "total"),
        ("Итого за октябрь: 2;;;;164", "total"),
        ("ВСЕГО ЗА ГОД;2;;;свыше 164 чел.", "total"),
        (";;Итого;;", "total"),
        (";;;;27", "total"),
        ("Итого;;;;=СУММ(E2:E3)", "total"),
        ("Всего;2;;;свыше 25, из них 1 из ДНР", "total"),
        (";;Всего вебинаров: 2, участников: 25;;", "total"),
        (";;Всего один шаг до ЕГЭ;ОМО учителей химии;", "data"),
        ("* – возможны изменения;;;;", "footnote"),
        ("Примечание: вход свободный;;;;", "footnote"),
        ("Страница 2 из 5;;;;", "footnote"),
        ("Исп. Петрова А.А., тел. 38-00-00;;;;", "footnote"),
        ("РАЗДЕЛ I. ВЕБИНАРЫ;;;;", "section"),
        ("Горячая линия;;;;", "section"),
        (";;Только тема;;", "data"),
        ("2;16.10.2024;Итоги года;ОМО учителей химии;", "data"),
        (";16.10.2024;Всего один шаг;ОМО учителей химии;", "data"),
        (";16.10.2024;;;", "data"),
        ("Вторник, 15 октября;;;;", "band"),
        ("15 (вторник);;;;", "band"),
        ("2;16.10.2024;Октябрь;;", "data"),
    ],
)
def test_what_a_row_of_a_register_is(row: str, name: str) -> None:
    assert names(lay("webinar", WEBINARS.format(row)))[1] == name


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("1. Организационная работа;;;", "section"),
        ("1;Организационная работа;;", "section"),
        ("1.;Организационная работа;;", "section"),
        ("I;Организационная работа;;", "data"),
        ("Раздел 1;Организационная работа;;", "section"),
        (";Организационная работа;;", "section"),
        ("1.2;Организационная работа;;", "data"),
        ("2;Организационная работа;октябрь;", "data"),
        ("ОКТЯБРЬ;;;", "band"),
        ("Утверждение планов;;;", "section"),
    ],
)
def test_what_a_row_of_a_plan_is(row: str, name: str) -> None:
    assert names(lay("plan", PLAN.format(row)))[1] == name


def test_sections_with_roman_numbers_stand_between_counted_items() -> None:
    layout = lay(
        "plan",
        """
        №;Мероприятие;Срок
        I;Организационная работа;
        1;Заседание;сентябрь
        2;Форум;август
        II.;МЕТОДИЧЕСКАЯ РАБОТА;
        3;Вебинар;октябрь
        """,
    )

    assert [laid.section for laid in layout.rows if laid.kind is RowKind.DATA] == [
        "I. Организационная работа",
        "I. Организационная работа",
        "II. МЕТОДИЧЕСКАЯ РАБОТА",
    ]


def test_a_section_alone_in_the_first_column_of_an_unnumbered_plan() -> None:
    layout = lay(
        "plan",
        """
        Дела, события;Сроки;Ответственные
        Модуль «Школьный урок»;;
        Неделя математики;22 — 28 МАЯ;Учителя
        """,
    )

    assert names(layout) == ["heading", "section", "data"]
    assert layout.rows[2].section == "Модуль «Школьный урок»"


def test_rows_stand_under_their_month() -> None:
    layout = lay(
        "webinar",
        """
        Дата;Тема
        СЕНТЯБРЬ;
        10;Тема 1
        Октябрь 2024 года;
        15;Тема 2
        16;Тема 3
        """,
    )

    months = [laid.month for laid in layout.rows if laid.kind is RowKind.DATA]
    assert months == [Month(None, 9), Month(2024, 10), Month(2024, 10)]


def test_rows_stand_under_their_day() -> None:
    layout = lay(
        "webinar",
        """
        Время;Тема
        Понедельник, 14 октября;
        15.00;Тема 1
        16 октября (среда);
        15.00;Тема 2
        """,
    )

    days = [laid.day for laid in layout.rows if laid.kind is RowKind.DATA]
    assert days == ["Понедельник, 14 октября", "16 октября (среда)"]


def test_rows_stand_under_the_day_of_a_merged_cell() -> None:
    layout = lay("webinar", "Дата;Время;Тема\n15;;\n;15.00;А\n16.10.2024;;\n17.10.2024;;Б")

    assert names(layout) == ["heading", "band", "data", "data", "data"]


def test_rows_stand_under_the_name_of_an_association_where_they_have_no_column_for_it() -> None:
    table = """
        Тема;Дата
        ОМО учителей химии;
        Тема 1;15.10.2024
    """

    assert names(lay("webinar", table)) == ["heading", "section", "data"]
    assert names(lay("webinar", table.replace("Дата", "ОМО"))) == ["heading", "data", "data"]


@pytest.mark.parametrize(
    "end",
    [
        "Председатель РУМО;;;И.О. Фамилия;",
        ";;Председатель РУМО;И.О. Фамилия;",
        "И.о. зам. директора;;____________;Петрова Анна Ивановна;",
        "Методист ________ /Петрова А.А./;;;;",
        "«___» __________ 2024 г.;;;;",
        "График составлен на кафедре;;;;",
    ],
)
def test_who_signs_is_no_record(end: str) -> None:
    table = "Дата;Тема;ОМО;Ответственный;Участников\n15.10.2024;Тема;ОМО учителей химии;;\n"

    assert names(lay("webinar", f"{table}\n{end}\n{end}")) == [
        "heading",
        "data",
        "blank",
        "footnote",
        "footnote",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Методист;16.10.2024;Тема;ОМО учителей химии;",
        "2;16.10.2024;;ОМО учителей химии;Петрова А.А.",
        ";16.10.2024;Руководитель РУМО и его помощники;ОМО учителей химии;",
    ],
)
def test_a_last_row_with_cells_of_a_record_is_a_record(row: str) -> None:
    assert (
        names(lay("webinar", WEBINARS.format("2;1.10.2024;Тема;;") + f"\n;;;;\n{row}"))[-1]
        == "data"
    )


def test_a_subtotal_does_not_end_the_table() -> None:
    layout = lay(
        "webinar",
        """
        Дата;Тема
        СЕНТЯБРЬ;
        10;Тема 1
        Итого за сентябрь: 1;
        Горячая линия;
        ОКТЯБРЬ;
        10;Тема 1
        Итого за октябрь: 1;
        Всего: 2;
        Составила Петрова;
        """,
    )

    assert names(layout)[3:] == [
        "total", "section", "band", "data", "total", "total", "footnote",
    ]  # fmt: skip


def test_every_row_of_a_table_with_one_column_is_a_record() -> None:
    assert names(lay("webinar", "Тема\nПервая\n\nВторая\nИтого: 2")) == [
        "heading", "data", "blank", "data", "total",
    ]  # fmt: skip


def test_what_rumo_wrote_is_taken_row_by_row() -> None:
    layout = lay("webinar", "title;notes\nИтого: 2;\nОктябрь;\n* примечание;\n;\ntitle;notes")

    assert names(layout) == ["heading", "data", "data", "data", "blank", "data"]


class TestTwoLevels:
    def test_a_heading_in_two_levels(self) -> None:
        layout = lay(
            "webinar",
            """
            График на I полугодие;;;;;
            №;Тема вебинара;ОМО;Дата и время проведения;;Кол-во участников
            ;;;дата;время;
            1;2;3;4;5;6
            1;Тема 1;ОМО учителей химии;10.09.2024;15.00;12
            """,
        )

        assert names(layout) == ["title", "heading", "heading", "numbers", "data"]
        keys = {place: field.key for place, field in layout.columns.fields.items()}
        assert keys == {1: "title", 2: "omo", 3: "date", 4: "start_time", 5: "participants"}

    def test_a_group_of_columns_names_whose_they_are(self) -> None:
        layout = lay(
            "pair",
            """
            Программа;Наставник;;Наставляемый;
            ;Ф.И.О.;должность;Ф.И.О.;должность
            Молодой педагог;Цветаш Н.А.;учитель;Калинчук С.Н.;учитель
            """,
        )

        keys = [field.key for field in layout.columns.fields.values()]
        assert keys == ["programme", "mentor", "mentor_position", "mentee", "mentee_position"]

    def test_parts_of_a_count_are_headings_whatever_they_are_called(self) -> None:
        layout = lay(
            "webinar",
            """
            Дата;Тема;Количество участников;;
            ;;всего;из них молодых;из ДНР
            15.10.2024;А;12;3;1
            """,
        )

        assert [field.key for field in layout.columns.fields.values()] == [
            "date",
            "title",
            "participants",
        ]
        assert layout.columns.unknown == [
            "Количество участников: из них молодых",
            "Количество участников: из ДНР",
        ]

    def test_a_title_above_the_heading_is_no_level_of_it(self) -> None:
        layout = lay("plan", "План работы;;\n№;Мероприятие;Срок\n1;Форум;август")

        assert names(layout) == ["title", "heading", "data"]

    def test_a_record_under_the_heading_is_no_level_of_it(self) -> None:
        layout = lay("meeting", "Дата;Тема;Место\n;Повестка;\n15.10.2024;Итоги;СОИРО")

        assert names(layout) == ["heading", "section", "data"]


class TestRefusals:
    def test_no_heading(self) -> None:
        with pytest.raises(Refused) as refused:
            lay("omo", "Имя;Цвет\nИванов;синий")

        assert str(refused.value) == (
            "шапка таблицы не найдена: ни один заголовок столбца не знаком.\n"
            "  Ожидаются столбцы: «Код», «Наименование ОМО», «Руководитель», "
            "«Место работы руководителя», «Кол-во членов».\n"
            "  Укажите строку шапки (--header-row N) или соответствие столбцов (--map ФАЙЛ.toml)."
        )

    def test_no_column_for_what_is_required(self) -> None:
        with pytest.raises(Refused) as refused:
            lay("webinar", "Дата;ОМО;Заголовок темы;Кабинет\n15.10.2024;ОМО учителей химии;Тема;12")

        assert str(refused.value) == (
            "строка 1: в шапке нет столбца «Тема».\n"
            "  Незнакомый заголовок: «Заголовок темы».\n"
            "  Незнакомый заголовок: «Кабинет».\n"
            "  Назовите столбец так, укажите соответствие (--map ФАЙЛ.toml) или значение для всех "
            "строк (--set title=…)."
        )

    def test_an_unknown_heading_comes_with_what_it_looks_like(self) -> None:
        with pytest.raises(Refused, match="Незнакомый заголовок: «Темка»; похоже на «Тема»"):
            lay("webinar", "Дата;Темка\n15.10.2024;Тема")

    def test_no_such_row(self) -> None:
        with pytest.raises(Refused) as refused:
            lay("webinar", "Дата;Тема\n15.10.2024;Тема", header_row=9)

        assert str(refused.value) == "строки 9 в таблице нет: проверьте --header-row"

    def test_a_second_heading_with_other_columns(self) -> None:
        with pytest.raises(Refused) as refused:
            lay("webinar", "Дата;Тема\n15.10.2024;Тема 1\nТема;Дата\nТема 2;16.10.2024")

        assert str(refused.value) == (
            "строка 3: вторая шапка, и столбцы в ней идут иначе. Разделите таблицы на два файла."
        )


def test_a_given_row_is_the_heading_even_where_another_fits_better() -> None:
    text = "Дата;Тема;ОМО\nТема;Дата;\nТема 1;15.10.2024;"

    assert names(lay("webinar", text, header_row=2)) == ["title", "heading", "data"]


def test_what_is_given_for_all_rows_needs_no_column() -> None:
    layout = lay("pair", "ФИО наставника;ФИО наставляемого\nА;Б", given=frozenset({"programme"}))

    assert names(layout) == ["heading", "data"]


class TestTablesOneUnderAnother:
    def test_the_title_of_each_names_the_month_of_its_rows(self) -> None:
        layout = lay(
            "webinar",
            """
            График вебинаров на октябрь 2024 года;;
            №;Дата;Тема
            1;3;А

            График вебинаров на январь 2025 года;;
            №;Дата;Тема
            1;16;Б
            """,
        )

        assert [row.month for row in layout.rows if row.kind is RowKind.DATA] == [
            None,
            Month(2025, 1),
        ]
        assert names(layout)[4] == "band"

    def test_a_plan_has_its_deadline_from_the_title(self) -> None:
        layout = lay(
            "plan",
            """
            №;Мероприятие;Ответственный
            План на ноябрь;;
            №;Мероприятие;Ответственный
            1;А;методист
            """,
        )

        assert layout.rows[-1].band == "ноябрь"

    def test_a_section_of_a_plan_that_only_mentions_a_month_stays_a_section(self) -> None:
        layout = lay(
            "plan",
            """
            №;Мероприятие;Ответственный
            Подготовка к августовским совещаниям в августе;;
            1;А;методист
            """,
        )

        assert layout.rows[-1].section == "Подготовка к августовским совещаниям в августе"


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("из них рекомендовано:;;1", "footnote"),
        (";из них рекомендовано:;1", "footnote"),
        (";Тема;12", "data"),
        ("2;Тема;12", "data"),
    ],
)
def test_parts_of_a_total_stand_below_it(row: str, name: str) -> None:
    layout = lay("webinar", f"№;Тема;Участников\n1;А;12\nИтого;;12\n{row}\n3;Б;14")

    assert names(layout)[3] == name
