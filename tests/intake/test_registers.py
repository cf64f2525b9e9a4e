"""A file as a register: what is said of it at large, and whose records it holds."""

from collections.abc import Iterable

import pytest

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.intake.layout import LaidRow, RowKind
from rumo_cli.intake.registers import ReadingOptions, read_register
from rumo_cli.intake.sources import read_source
from rumo_cli.records import kind_of
from rumo_cli.records.fields import ReadingContext
from tests.intake.foreign import THIS_YEAR, TODAY, Said, added, column, read, take


@pytest.mark.parametrize(
    ("kind", "text", "notes"),
    [
        ("webinar", "Дата;Тема\n15.10.2024;А", []),
        ("webinar", "На 2024-2025 учебный год;\nДата;Тема\n15 октября;А", []),
        ("webinar", "Дата;Тема\n15 октября;А",
         ["учебный год в файле не назван; взят 2024-2025"]),
        ("webinar", "Дата;Тема\n15 октября;А\n16.10.2023;Б",
         ["учебный год 2023-2024 взят из дат файла"]),
        ("plan", "Мероприятие;Срок\nФорум;сентябрь",
         ["учебный год в файле не назван; взят 2024-2025"]),
        ("plan", "Мероприятие;Срок\nФорум;до 01.12.2023",
         ["учебный год 2023-2024 взят из дат файла"]),
        ("plan", "План ОМО-04 на 2024-2025 уч. год;\nМероприятие;Срок\nФорум;май",
         ["записи отнесены к ОМО-04: так в заголовке таблицы"]),
        ("omo", "Название ОМО;Код\nОМО учителей химии;ОМО-07", []),
        ("webinar", "№ п/п;Дата;Тема;Кабинет;Оборудование\n1;15.10.2024;А;12;",
         ["столбцы не взяты: «Кабинет», «Оборудование»"]),
        ("webinar", "Дата;Тема;Спикр\n15.10.2024;А;Ли Н.А.",
         ["столбцы не взяты: «Спикр» (похоже на «Спикеры»)"]),
        ("webinar", "Дата,\tдень;Ведущий, должность;Тема\n15.10.2024;Ли Н.А.;А",
         ["столбец «Дата, день» принят за «Дата»",
          "столбец «Ведущий, должность» принят за «Спикеры»"]),
        ("webinar", ";Дата;Тема;\n1;15.10.2024;А;\n2.;16.10.2024;Б;важно",
         ["у столбца 4 нет заголовка; не взято ячеек: 1"]),
        ("webinar", "Дата;Тема\nГорячая линия;\n15.10.2024;А\nАбонемент;\n16.10.2024;Б",
         ["подзаголовки не взяты: «Горячая линия» (строка 2), «Абонемент» (строка 4)"]),
        ("webinar", "Дата;Тема\nОМО учителей химии;\n15.10.2024;А", []),
        ("pair",
         "Программа;Наставник;Наставляемый;Дата вхождения\nА;Ли;Ким;12.09.2024\n;;Пак;",
         ["учебный год 2024-2025 взят из дат файла",
          "пустые ячейки взяты из строк выше: «Программа», «Наставник»"]),
        ("webinar", "Месяц;Число;Тема\nоктябрь 2024;15;А", []),
        ("plan", "№;Мероприятие;I квартал 2025 года;II квартал 2025 года\n1;Форум;+;",
         ["учебный год в файле не назван; взят 2024-2025"]),
        ("webinar", "date;title;notes\n2024-10-15;А;", []),
    ],
)  # fmt: skip
def test_what_is_said_of_a_file_at_large(kind: str, text: str, notes: list[str]) -> None:
    assert read(kind, text).notes == notes


def test_an_error_names_the_file() -> None:
    with pytest.raises(Refused) as refused:
        read("omo", "Имя;Цвет\nИванов;синий", name="папка/список.csv")

    assert str(refused.value).startswith("папка/список.csv: шапка таблицы не найдена: ")


def test_rows_that_hold_no_record_are_kept_with_what_they_are() -> None:
    register = read("webinar", "Вебинары;\nДата;Тема\n15.10.2024;А\n;\nИтого: 1;\n* примечание;")

    assert [(laid.source.row, laid.kind) for laid in register.passed_over] == [
        (1, RowKind.TITLE),
        (2, RowKind.HEADING),
        (4, RowKind.BLANK),
        (5, RowKind.TOTAL),
        (6, RowKind.FOOTNOTE),
    ]


def test_progress_goes_through_the_records() -> None:
    grid = read_source("файл.csv", "Вебинары;\nДата;Тема\n15.10.2024;А\n16.10.2024;Б".encode())
    seen: list[tuple[int, int]] = []

    def progress(rows: Iterable[LaidRow], number: int) -> Iterable[LaidRow]:
        for laid in rows:
            seen.append((laid.source.row, number))
            yield laid

    options, context = ReadingOptions(default_year=THIS_YEAR), ReadingContext(today=TODAY)
    read_register("файл.csv", grid, kind_of("webinar"), options, context, progress)

    assert seen == [(3, 2), (4, 2)]


class TestMonth:
    TEXT = "Дата;Тема\n15 (вторник);А\n16;Б"

    def test_a_month_that_is_given_dates_the_days(self) -> None:
        assert column(added("webinar", self.TEXT, Said(month=Month(2024, 10))), "date") == [
            "2024-10-15", "2024-10-16",
        ]  # fmt: skip

    def test_a_month_without_a_year_is_of_the_given_year(self) -> None:
        said = Said(month=Month(None, 4), year=AcademicYear(2018))

        assert column(added("webinar", self.TEXT, said), "date")[1] == "2019-04-16"

    def test_a_month_without_a_year_is_of_the_default_one(self) -> None:
        register = read("webinar", self.TEXT, Said(month=Month(None, 10)))

        assert [row.record["date"] for row in register.incoming] == ["2024-10-15", "2024-10-16"]
        assert register.notes == ["учебный год в файле не назван; взят 2024-2025"]

    def test_without_a_month_a_day_alone_is_an_error_and_never_of_this_month(self) -> None:
        assert len(take("webinar", self.TEXT).errors) == 2


class TestPeriods:
    def test_a_plan_under_its_months(self) -> None:
        records = added(
            "plan",
            """
            План РУМО на 2024-2025 учебный год;
            №;Содержание работы
            СЕНТЯБРЬ;
            1;Заседание
            2;Вебинар
            МАЙ;
            1;Заседание
            """,
        )

        assert [(each["number"], each["deadline_text"]) for each in records] == [
            ("1", "СЕНТЯБРЬ"), ("2", "СЕНТЯБРЬ"), ("1", "МАЙ"),
        ]  # fmt: skip
        assert records[2]["deadline_end"] == "2025-05-31"
        assert column(records, "section") == ["СЕНТЯБРЬ", "СЕНТЯБРЬ", "МАЙ"]

    def test_a_plan_with_columns_of_quarters(self) -> None:
        records = added(
            "plan",
            """
            План РУМО на 2024-2025 учебный год;;;;;
            N п/п;Пошаговые мероприятия;Сроки выполнения;;;
            ;;I квартал;II квартал;III квартал;IV квартал
            1;2;3;4;5;6
            1;Заседание;+;;;+
            2;Вебинар;;10.04;;
            3;Форум;;;;
            """,
        )

        assert column(records, "deadline_text") == ["I квартал, IV квартал", "10.04", None]
        assert column(records, "deadline_kind") == ["multirange", "date", "missing"]
        assert records[1]["deadline_start"] == "2025-04-10"

    def test_a_column_of_deadlines_goes_before_the_month_above(self) -> None:
        records = added("plan", "№;Мероприятие;Срок\nМАЙ;;\n1;Форум;до 15 мая\n2;Конкурс;")

        assert column(records, "deadline_text") == ["до 15 мая", None]


def test_many_columns_that_are_not_taken_are_counted() -> None:
    headings = ";".join(f"Ж{number}" for number in range(25))

    [note] = read("webinar", f"Тема;{headings}\nА").notes[-1:]

    assert note.startswith("столбцы не взяты: «Ж0», «Ж1»")
    assert note.endswith("«Ж19» и ещё 5")
