"""What the cells of a row become: values, remarks that are kept, warnings and errors."""

import pytest

from rumo_cli.calendar.months import Month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.values import Record
from tests.intake.foreign import NO_DIRECTORY, Said, added, column, errors, take, warnings

FIRST, SECOND = AcademicYear(2023), AcademicYear(2024)


def one(kind: str, heading: str, cell: str, said: Said | None = None) -> Record:
    """Return the record of a table with one row, its title beside one other cell."""
    quoted = cell.replace('"', '""')
    return added(kind, f'{heading};{TITLES[kind]}\n"{quoted}";Название', said)[0]


TITLES = {"webinar": "Тема", "plan": "Мероприятие", "iom": "ФИО педагога", "omo": "Название ОМО"}


class TestDays:
    @pytest.mark.parametrize(
        ("cell", "day"),
        [
            ("15.10.2024", "2024-10-15"),
            ("15.10.24", "2024-10-15"),
            ("15.10.2024г., вторник", "2024-10-15"),
            ("«15» октября 2024 г.", "2024-10-15"),
            ("15 октября", "2024-10-15"),
            ("15 октября\nвторник", "2024-10-15"),
            ("15\n(вторник)", "2024-10-15"),
            ("20 марта", "2025-03-20"),
            ("28 августа", "2024-08-28"),
            ("2024-10-15", "2024-10-15"),
        ],
    )
    def test_notations(self, cell: str, day: str) -> None:
        said = Said(year=SECOND, month=Month(None, 10))

        assert one("webinar", "Дата", cell, said)["date"] == day

    def test_days_in_a_row_sittings_hours_and_the_day_before_a_move(self) -> None:
        records = added(
            "webinar",
            """
            Дата;Тема
            2-4 октября;Три дня
            10 и 12 декабря;Два раза
            "15.10.2024
            15.00-16.30";С часами
            22 октября, перенос с 17 октября;Перенесён
            """,
        )

        assert [(each["date"], each.get("end_date")) for each in records[:2]] == [
            ("2024-10-02", "2024-10-04"),
            ("2024-12-10", None),
        ]
        assert records[1]["dates"] == ["2024-12-10", "2024-12-12"]
        assert (records[2]["start_time"], records[2]["end_time"]) == ("15:00", "16:30")
        assert (records[3]["date"], records[3]["moved_from"]) == ("2024-10-22", "2024-10-17")

    @pytest.mark.parametrize(
        ("cell", "message"),
        [
            ("31.02.2025", "нет такого дня: 31.02.2025"),
            ("скоро", "ожидается дата, например 15.10.2024"),
            ("15", "не указан месяц: 15"),
        ],
    )
    def test_a_day_that_cannot_be_is_an_error(self, cell: str, message: str) -> None:
        settled = take("webinar", f"№;Дата;Тема\n1;{cell};Название")

        assert errors(settled) == [f"строка 2, столбец «Дата», значение «{cell}»: {message}"]

    @pytest.mark.parametrize(
        "cell", ["октябрь", "октябрь-ноябрь 2024", "в течение года", "ежемесячно"]
    )
    def test_a_term_in_place_of_a_day_is_kept(self, cell: str) -> None:
        settled = take("webinar", f"Дата;Тема\n{cell};Название")

        assert warnings(settled) == [
            f"строка 2, столбец «Дата», значение «{cell}»: не прочитано: ожидается дата, "
            "например 15.10.2024; сохранено в примечаниях"
        ]
        assert settled.verdicts[0].record["notes"] == f"Дата: {cell}"
        assert "date" not in settled.verdicts[0].record

    @pytest.mark.parametrize("cell", ["по отдельному графику", "дата уточняется"])
    def test_no_day_on_purpose_is_kept(self, cell: str) -> None:
        settled = take("webinar", f"Дата;Тема\n{cell};Название")

        assert warnings(settled) == [
            f"строка 2, столбец «Дата», значение «{cell}»: даты нет: «{cell}»"
        ]
        assert settled.verdicts[0].record["notes"] == f"Дата: {cell}"

    def test_an_empty_cell_is_said(self) -> None:
        settled = take("webinar", "Дата;Тема;ОМО\n;Название;ОМО учителей химии")

        assert warnings(settled) == ["строка 2, столбец «Дата»: дата не указана"]

    @pytest.mark.parametrize("cell", ["сентябрь 2024", "не проводилась"])
    def test_another_day_of_a_record_may_be_words(self, cell: str) -> None:
        record = one("iom", "Дата диагностики", cell)

        assert record["notes"] == f"Дата диагностики: {cell}"

    def test_another_day_of_a_record_cannot_be_one_that_does_not_exist(self) -> None:
        settled = take("iom", "Дата диагностики;ФИО педагога\n31.09.2024;Иванова М.П.")

        assert errors(settled) == [
            "строка 2, столбец «Дата диагностики», значение «31.09.2024»: "
            "нет такого дня: 31.09.2024"
        ]


class TestYear:
    def test_a_full_date_tells_its_year(self) -> None:
        records = added("webinar", "Дата;Тема\n15.10.2023;А\n15.03.2025;Б\n28.08.2024;В")

        assert column(records, "academic_year") == ["2023-2024", "2024-2025", "2023-2024"]

    def test_the_title_goes_before_the_default(self) -> None:
        records = added("webinar", "На 2019-2020 учебный год;\nДата;Тема\n15 октября;А\n15 марта;Б")

        assert column(records, "date") == ["2019-10-15", "2020-03-15"]

    def test_the_month_of_the_title(self) -> None:
        records = added("webinar", "На октябрь 2019 года;\nДата;Тема\n15 (вторник);А")

        assert column(records, "date") == ["2019-10-15"]

    def test_the_calendar_year_of_the_title(self) -> None:
        records = added("webinar", "На январь-май 2020 года;\nДата;Тема\n15 марта;А")

        assert [(each["academic_year"], each["date"]) for each in records] == [
            ("2019-2020", "2020-03-15")
        ]

    def test_the_month_above_the_row_and_in_a_column_of_its_own(self) -> None:
        banded = "На 2019-2020 учебный год;\nДата;Тема\nСЕНТЯБРЬ;\n10;А\nМАРТ;\n11;Б"
        in_column = "На 2019-2020 учебный год;;\nМесяц;Число;Тема\nСентябрь;10;А\n;12;Б\nМарт;11;В"

        assert column(added("webinar", banded), "date") == ["2019-09-10", "2020-03-11"]
        assert column(added("webinar", in_column), "date") == [
            "2019-09-10", "2019-09-12", "2020-03-11",
        ]  # fmt: skip

    def test_the_option_decides_for_what_has_no_year(self) -> None:
        records = added(
            "webinar",
            "На 2019-2020 учебный год;\nДата;Тема\n15 октября;А\nпо графику;Б\n28.08.2023;В",
            Said(year=FIRST),
        )

        assert column(records, "academic_year") == ["2023-2024"] * 3
        assert column(records, "date") == ["2023-10-15", None, "2023-08-28"]

    def test_a_full_date_outside_of_the_option_is_an_error(self) -> None:
        settled = take(
            "webinar", "Дата;Тема\n15.10.2024;А\n15.10.2023;Б\n28.08.2024;В\n28.08.2023;Г",
            Said(year=FIRST),
        )  # fmt: skip

        assert errors(settled) == [
            "строка 2, столбец «Дата», значение «15.10.2024»: дата 15.10.2024 — вне 2023-2024 "
            "учебного года",
        ]

    def test_a_full_date_outside_of_the_title_is_a_warning(self) -> None:
        settled = take("webinar", "На 2024-2025 учебный год;\nДата;Тема\n16.10.2023;А")

        assert warnings(settled) == [
            "строка 3, столбец «Дата», значение «16.10.2023»: дата 16.10.2023 — вне 2024-2025 "
            "учебного года",
        ]

    def test_a_column_of_its_own(self) -> None:
        text = "Учебный год;Мероприятие;Срок\n2019/20;Форум;август\n2024–2025 уч. год;Форум;август"

        records = added("plan", text)

        assert column(records, "deadline_start") == ["2019-08-01", "2024-08-01"]

    def test_a_year_in_a_column_that_is_none(self) -> None:
        settled = take("plan", "Учебный год;Мероприятие\n2024-2026;Форум")

        assert errors(settled) == [
            "строка 2, столбец «Учебный год», значение «2024-2026»: "
            "второй год должен быть 2025: 2024-2026",
        ]

    def test_a_year_in_a_column_against_the_option(self) -> None:
        settled = take("plan", "Учебный год;Мероприятие\n2019-2020;Форум", Said(year=SECOND))

        assert errors(settled) == [
            "строка 2, столбец «Учебный год», значение «2019-2020»: загружается 2024-2025 учебный "
            "год, а в строке другой",
        ]

    def test_in_august_nothing_is_guessed(self) -> None:
        settled = take("webinar", "Дата;Тема\n15 октября;А\n15.10.2024;Б", Said(default=None))

        # The neighbour's full date tells the year of the first row.
        assert errors(settled) == []
        settled = take("webinar", "№;Тема\n1;А", Said(default=None))
        assert errors(settled) == [
            "строка 2: учебный год не назван, а август стоит между двумя; укажите --year"
        ]

    def test_the_directory_has_no_year(self) -> None:
        assert added("omo", "Код;Название ОМО\nОМО-30;ОМО логопедов", Said(default=None)) == [
            {"code": "ОМО-30", "title": "ОМО логопедов"}
        ]


class TestCounts:
    @pytest.mark.parametrize(
        ("cell", "number", "qualifier"),
        [
            ("44 чел.", 44, "exact"),
            ("12,0", 12, "exact"),
            ("1 200", 1200, "exact"),
            ("свыше 120", 120, "at_least"),
            ("более 5 тысяч", 5000, "at_least"),
            ("5,2 тыс. педагогов", 5200, "about"),
            ("30+", 30, "at_least"),
            ("ок. 50", 50, "about"),
            ("примерно 50 человек", 50, "about"),
            ("~30", 30, "about"),
            ("25 педагогических работников", 25, "exact"),
            ("0", 0, "exact"),
        ],
    )
    def test_headcounts(self, cell: str, number: int, qualifier: str) -> None:
        record = one("webinar", "Кол-во участников", cell)

        assert (record["participants"], record["participants_qualifier"]) == (number, qualifier)
        assert record["status"] == "held"
        assert "notes" not in record

    @pytest.mark.parametrize(
        "cell", ["50, из них 1 – из ДНР", "28 педагогов из 15 школ", "44 (онлайн)"]
    )
    def test_what_a_count_says_beside_its_figure_is_kept(self, cell: str) -> None:
        record = one("webinar", "Количество подключений", cell)

        assert record["connections"] == int(cell[:2])
        assert record["notes"] == f"Количество подключений: {cell}"

    @pytest.mark.parametrize("cell", ["-", "–", "уточняется", "50-60", "45/50"])
    def test_a_count_that_is_not_known(self, cell: str) -> None:
        settled = take("webinar", f"Участников;Тема\n{cell};Название")

        assert warnings(settled) == [
            f"строка 2, столбец «Участников», значение «{cell}»: количество не прочитано"
        ]
        assert settled.verdicts[0].record["notes"] == f"Участников: {cell}"

    def test_a_count_without_a_figure_is_an_error(self) -> None:
        settled = take("webinar", "Участников;Тема\nмного;Название")

        assert errors(settled) == [
            "строка 2, столбец «Участников», значение «много»: ожидается количество: число, "
            "«свыше 120» или «около 50»"
        ]

    @pytest.mark.parametrize(
        ("cell", "number", "notes"),
        [
            ("16", 16, None),
            ("16 чел.", 16, None),
            ("8 из 10", 8, "Кол-во членов: 8 из 10"),
            ("16 (из них 2 молодых)", 16, "Кол-во членов: 16 (из них 2 молодых)"),
            ("около 20", None, "Кол-во членов: около 20"),
        ],
    )
    def test_whole_numbers(self, cell: str, number: int | None, notes: str | None) -> None:
        record = one("omo", "Кол-во членов", cell)

        assert (record.get("members"), record.get("notes")) == (number, notes)

    def test_a_number_without_a_figure_is_an_error(self) -> None:
        assert errors(take("omo", "Кол-во членов;Название ОМО\nмного;ОМО")) == [
            "строка 2, столбец «Кол-во членов», значение «много»: ожидается целое число, "
            "например 12"
        ]

    def test_a_number_that_cannot_be_kept_stays_in_words(self) -> None:
        settled = take("omo", f"Кол-во членов;Название ОМО\n{'9' * 20};ОМО")

        assert warnings(settled) == [
            f"строка 2, столбец «Кол-во членов», значение «{'9' * 20}»: не прочитано: слишком "
            "большое число; сохранено в примечаниях"
        ]


class TestHours:
    @pytest.mark.parametrize(
        ("cell", "start", "end"),
        [
            ("16.00 -17.30", "16:00", "17:30"),
            ("08:30 - 12:30", "08:30", "12:30"),
            ("в 9.00", "09:00", None),
            ("с 20.00 до 23.00", "20:00", "23:00"),
            ("10.00 – 13.45 по МСК", "10:00", "13:45"),
            ("начало в 09.00", "09:00", None),
            ("15 ч. 00 мин.", "15:00", None),
            ("с 9.00 до 18.00 Нск (5.00 - 14.00 Мск)", "05:00", "14:00"),
            ("15-00", "15:00", None),
        ],
    )
    def test_notations(self, cell: str, start: str, end: str | None) -> None:
        record = one("webinar", "Время", cell)

        assert (record["start_time"], record.get("end_time")) == (start, end)

    def test_words(self) -> None:
        assert one("webinar", "Время", "по согласованию")["notes"] == "Время: по согласованию"

    def test_the_hour_before_other_words_is_taken(self) -> None:
        settled = take("webinar", "Время и место проведения;Тема\n15.00, ауд. 305;Название")

        record = settled.verdicts[0].record
        assert record["start_time"] == "15:00"
        assert record["notes"] == "Время и место проведения: 15.00, ауд. 305"
        assert warnings(settled) == [
            "строка 2, столбец «Время и место проведения», значение «15.00, ауд. 305»: "
            "взято только «15:00»"
        ]

    def test_an_hour_that_does_not_exist_is_kept(self) -> None:
        settled = take("webinar", "Время;Тема\n25.00;Название")

        assert warnings(settled) == [
            "строка 2, столбец «Время», значение «25.00»: не прочитано: нет такого времени: 25.00; "
            "сохранено в примечаниях"
        ]


class TestStatuses:
    @pytest.mark.parametrize(
        ("cell", "status"),
        [
            ("проведён", "held"),
            ("Проведена.", "held"),
            ("СОСТОЯЛОСЬ", "held"),
            ("прошли", "held"),
            ("+", "held"),
            ("Отменено", "cancelled"),
            ("не состоялся", "cancelled"),
            ("не проведена", "cancelled"),
            ("перенесена", "postponed"),
            ("в плане", "planned"),
            ("Запланировано", "planned"),
            ("анонсирована", "announced"),
        ],
    )
    def test_a_word_in_any_gender_and_case(self, cell: str, status: str) -> None:
        record = one("webinar", "Отметка о проведении", cell)

        assert record["status"] == status
        assert "notes" not in record

    @pytest.mark.parametrize(
        ("cell", "status"),
        [
            ("отменён по болезни лектора", "cancelled"),
            ("перенесён на 15.11", "postponed"),
            ("проведено 15.10.2024", "held"),
        ],
    )
    def test_the_word_that_a_mark_begins_with(self, cell: str, status: str) -> None:
        settled = take("webinar", f"Статус;Тема\n{cell};Название")

        record = settled.verdicts[0].record
        assert (record["status"], record["notes"]) == (status, f"Статус: {cell}")
        [warning] = warnings(settled)
        assert warning.startswith(f"строка 2, столбец «Статус», значение «{cell}»: понято как «")
        assert warning.endswith("»; отметка сохранена дословно")

    @pytest.mark.parametrize("cell", ["просрочен", "перенос с осени", "не знаю"])
    def test_a_mark_that_is_not_understood_stays(self, cell: str) -> None:
        settled = take("webinar", f"Статус;Тема\n{cell};Название")

        record = settled.verdicts[0].record
        assert (record["status"], record["notes"]) == ("planned", f"Статус: {cell}")
        assert warnings(settled) == [
            f"строка 2, столбец «Статус», значение «{cell}»: отметка не понята и сохранена "
            "дословно; ожидается одно из: запланирован, анонсирован, проведён, перенесён, отменён"
        ]

    @pytest.mark.parametrize(
        ("cell", "status"),
        [
            ("выполнено", "done"),
            ("вып.", "done"),
            ("+", "done"),
            ("V", "done"),
            ("да", "done"),
            ("Выполнено 01.10.2024", "done"),
            ("выполнено (протокол № 2)", "done"),
            ("протокол № 2 от 30.10.2024", "done"),
            ("Справка от 12.11.2024", "done"),
            ("размещено на сайте", "done"),
            ("выполнено на 100 %", "done"),
            ("частично", "partial"),
            ("частично (2 из 3)", "partial"),
            ("выполнено 2 из 3", "partial"),
            ("выполнено на 50%", "partial"),
            ("выполнено не полностью", "partial"),
            ("в работе", "in_progress"),
            ("Исполняется", "in_progress"),
            ("в стадии выполнения", "in_progress"),
            ("перенесено на январь", "postponed"),
            ("снято с контроля", "cancelled"),
            ("Отменено в связи с карантином", "cancelled"),
            ("не выполнено", "not_done"),
            ("не выполнено, нет лектора", "not_done"),
            ("-", "planned"),
            ("просрочено", "planned"),
        ],
    )
    def test_marks_of_a_plan(self, cell: str, status: str) -> None:
        assert one("plan", "Отметка о выполнении", cell)["status"] == status

    def test_a_mark_of_a_plan_keeps_its_words(self) -> None:
        record = one("plan", "Отметка о выполнении", "протокол № 2\nот 30.10.2024")

        assert record["done_note"] == "протокол № 2\nот 30.10.2024"
        assert "notes" not in record

    @pytest.mark.parametrize(
        ("heading", "cell"),
        [("Участников", "отменён"), ("Дата", "отменена"), ("Время", "отменён, 15.00")],
    )
    def test_a_status_among_other_cells(self, heading: str, cell: str) -> None:
        settled = take("webinar", f"{heading};Тема\n{cell};Название")

        assert settled.verdicts[0].record["status"] == "cancelled"
        assert settled.verdicts[0].record["notes"] == f"{heading}: {cell}"
        assert warnings(settled) == [
            f"строка 2, столбец «{heading}», значение «{cell}»: понято как состояние «отменён»"
        ]

    @pytest.mark.parametrize(
        ("day", "title", "notes", "status"),
        [
            ("15.10.2024", "Тема (отменён)", "", "cancelled"),
            ("15.10.2024 (отменен)", "Тема", "", "cancelled"),
            ("15.10.2024 г., перенесён", "Тема", "", "postponed"),
            ("15.10.2024", "Тема", "отменён", "cancelled"),
            ("15.10.2024", "Тема", "Проведён, 12 школ", "held"),
            ("15.10.2024, перенос с 10.10.2024", "Тема", "", "planned"),
            ("15.10.2024", "Тема", "лектор из Москвы", "planned"),
            ("15.10.2024 (вторник)", "Тема (часть 1)", "", "planned"),
        ],
    )
    def test_a_status_in_passing(self, day: str, title: str, notes: str, status: str) -> None:
        [record] = added("webinar", f"Дата;Тема;Примечание\n{day};{title};{notes}")

        assert record["status"] == status
        assert record["title"] in ("Тема", "Тема (часть 1)")

    def test_the_column_of_the_status_goes_before_a_status_in_passing(self) -> None:
        [record] = added("webinar", "Тема;Статус;Примечание\nТема (отменён);проведён;отменён")

        assert (record["status"], record["title"]) == ("held", "Тема (отменён)")


class TestOtherCells:
    def test_a_dash_fills_an_empty_cell(self) -> None:
        settled = take("webinar", "Дата;Тема;ОМО;Ответственный;Ссылка\n15.10.2024;Тема;-;—;–")

        assert settled.verdicts[0].record == {
            "academic_year": "2024-2025",
            "form": "webinar",
            "status": "planned",
            "date": "2024-10-15",
            "title": "Тема",
        }
        assert warnings(settled) == []

    @pytest.mark.parametrize(
        ("cell", "flag", "notes"),
        [
            ("да", True, None),
            ("+", True, None),
            ("нет", False, None),
            ("-", False, None),
            ("размещена", True, None),
            ("да (15.12.2024)", True, "В банке: да (15.12.2024)"),
            ("не размещена", False, "В банке: не размещена"),
            ("на рассмотрении", None, "В банке: на рассмотрении"),
        ],
    )
    def test_flags(self, cell: str, flag: bool | None, notes: str | None) -> None:
        [record] = added("expertise", f"Автор;Название;В банке\nИванов И.И.;Разработка;{cell}")

        assert (record.get("in_bank"), record.get("notes")) == (flag, notes)

    def test_words_in_place_of_a_link(self) -> None:
        settled = take("webinar", "Ссылка;Тема\nбудет направлена;Название")

        assert "url" not in settled.verdicts[0].record
        assert warnings(settled) == [
            "строка 2, столбец «Ссылка», значение «будет направлена»: это не адрес ссылки; "
            "сохранено в примечаниях"
        ]

    @pytest.mark.parametrize(
        "cell", ["https://vks.example.ru/1", "vks.example.ru/1", "Код 123, https://vks.example.ru"]
    )
    def test_links(self, cell: str) -> None:
        assert one("webinar", "Ссылка", cell)["url"] == cell

    @pytest.mark.parametrize(
        ("cell", "form", "notes"),
        [
            ("Круглый стол", "round_table", None),
            ("вебинар-практикум", "webinar", "Форма: вебинар-практикум"),
            ("дистанционно", "webinar", "Форма: дистанционно"),
        ],
    )
    def test_a_word_that_is_none_of_the_set(self, cell: str, form: str, notes: str | None) -> None:
        record = one("webinar", "Форма", cell)

        assert (record["form"], record.get("notes")) == (form, notes)

    def test_a_word_that_is_none_of_the_set_where_a_record_cannot_be_without_it(self) -> None:
        settled = take("publication", "Вид;Название\nпесня;Гимн")

        assert errors(settled) == [
            "строка 2, столбец «Вид», значение «песня»: ожидается одно из: методические "
            "рекомендации, материалы, новость, график, информационное письмо"
        ]

    def test_words_that_stand_for_what_is_not_listed(self) -> None:
        settled = take("contribution", "Вид;Название\nжюри олимпиады;Этап")

        assert settled.verdicts[0].record["type"] == "other"
        assert warnings(settled) == [
            "строка 2, столбец «Вид», значение «жюри олимпиады»: понято как «иное»; слова "
            "сохранены в примечаниях"
        ]

    def test_an_empty_cell_of_what_is_required(self) -> None:
        settled = take("webinar", "Дата;Тема;ОМО\n15.10.2024;;ОМО учителей химии\n16.10.2024;Тема;")

        assert errors(settled) == [
            "строка 2, столбец «Тема»: пустая ячейка, а без этого значения записи быть не может"
        ]

    def test_several_columns_of_one_field_are_joined(self) -> None:
        [record] = added(
            "expertise", "Автор 1;Автор 2;Название\nИванов И.И.;Петров П.П.;Разработка"
        )

        assert record["authors"] == ["Иванов И.И.", "Петров П.П."]

    @pytest.mark.parametrize(
        ("cell", "persons"),
        [
            ("Иванов И.И., Петров П.П.", ["Иванов И.И.", "Петров П.П."]),
            ("Иванов И.И.\nПетров П.П.", ["Иванов И.И.", "Петров П.П."]),
            ("Иванов И.И.; П.П. Петров", ["Иванов И.И.", "П.П. Петров"]),
            ("Иванов И.И., методист", ["Иванов И.И., методист"]),
            ("Полозкова Л.С.,\nЯсенева Г.О.", ["Полозкова Л.С.", "Ясенева Г.О."]),
        ],
    )
    def test_persons(self, cell: str, persons: list[str]) -> None:
        assert one("webinar", "Ответственный", cell)["responsible"] == persons

    def test_notes_of_several_cells_stand_one_a_line(self) -> None:
        [record] = added(
            "webinar", "Время;Тема;Участников;Примечание\nуточняется;Тема;-;лектор из Москвы"
        )

        assert record["notes"] == "Время: уточняется\nУчастников: -\nлектор из Москвы"

    def test_remarks_of_a_task_are_its_comment(self) -> None:
        [record] = added("task", "ИОМ;Мероприятие;С наставником\n1;Урок;возможно")

        assert record["comment"] == "С наставником: возможно"


class TestAssociations:
    @pytest.mark.parametrize(
        ("cell", "codes"),
        [
            ("ОМО учителей математики", ["ОМО-04"]),
            ("учителей  МАТЕМАТИКИ", ["ОМО-04"]),
            ("математики", ["ОМО-04"]),
            ("ОМО-04", ["ОМО-04"]),
            ("OMO-04", ["ОМО-04"]),
            ("4", ["ОМО-04"]),
            ("ОМО № 4", ["ОМО-04"]),
            ("Областное методическое объединение учителей математики", ["ОМО-04"]),
            ("ОМО-04, ОМО-06", ["ОМО-04", "ОМО-06"]),
            ("04, 06", ["ОМО-04", "ОМО-06"]),
            ("ОМО учителей математики, ОМО учителей физики", ["ОМО-04", "ОМО-06"]),
            ("ОМО учителей математики, физики и химии", ["ОМО-04", "ОМО-06", "ОМО-07"]),
            ("ОМО учителей математики\nОМО учителей физики", ["ОМО-04", "ОМО-06"]),
            ("ОМО учителей истории и обществознания", ["ОМО-10"]),
        ],
    )
    def test_names(self, cell: str, codes: list[str]) -> None:
        assert one("webinar", "ОМО", cell)["omo"] == codes

    def test_a_name_that_the_directory_lacks_is_said_once(self) -> None:
        settled = take("webinar", "ОМО;Тема\nОМО логопедов;А\nОМО логопедов;Б\nОМО поваров;В")

        assert [each.record["omo"] for each in settled.verdicts] == [
            ["ОМО логопедов"], ["ОМО логопедов"], ["ОМО поваров"],
        ]  # fmt: skip
        assert warnings(settled) == [
            "строка 2, столбец «ОМО», значение «ОМО логопедов»: ОМО «ОМО логопедов» нет в "
            "справочнике; оставлено как текст",
            "строка 4, столбец «ОМО», значение «ОМО поваров»: ОМО «ОМО поваров» нет в "
            "справочнике; оставлено как текст",
        ]

    @pytest.mark.parametrize(
        ("cell", "names"),
        [
            ("ОМО учителей математики", ["ОМО учителей математики"]),
            (
                "ОМО учителей химии, ОМО учителей физики",
                ["ОМО учителей химии", "ОМО учителей физики"],
            ),
            ("ОМО учителей химии, биологии", ["ОМО учителей химии, биологии"]),
        ],
    )
    def test_without_a_directory_names_stay_and_nothing_is_said(
        self, cell: str, names: list[str]
    ) -> None:
        settled = take("webinar", f"ОМО;Тема\n{cell};А", Said(directory=NO_DIRECTORY))

        assert settled.verdicts[0].record["omo"] == names
        assert warnings(settled) == []

    @pytest.mark.parametrize(
        ("title", "owner"),
        [
            ("План работы ОМО учителей математики на 2024-2025 учебный год", "ОМО-04"),
            ("ПЛАН ОМО УЧИТЕЛЕЙ МАТЕМАТИКИ, 2024-2025", "ОМО-04"),
            ("План областного методического объединения учителей физики", "ОМО-06"),
            ("План ОМО-07 на 2024-2025 учебный год", "ОМО-07"),
            ("Утверждено на заседании РУМО. План ОМО учителей химии", "ОМО-07"),
            ("Утверждено на заседании ОМО учителей химии. План РУМО", "rumo"),
            ("План работы РУМО на 2024-2025 учебный год", "rumo"),
            ("План РУМО по работе с ОМО учителей химии", "rumo"),
            ("План работы", "rumo"),
            ("План работы ОМО логопедов", "ОМО логопедов"),
        ],
    )
    def test_the_title_tells_whose_plan_it_is(self, title: str, owner: str) -> None:
        records = added("plan", f"{title};\nМероприятие;Срок\nФорум;август")

        assert column(records, "owner") == [owner]

    def test_a_section_tells_whose_its_rows_are(self) -> None:
        records = added(
            "webinar",
            """
            ОМО учителей математики;
            Дата;Тема
            15.10.2024;А
            ОМО учителей физики;
            16.10.2024;Б
            ОМО учителей химии;
            17.10.2024;В
            """,
        )

        assert column(records, "omo") == [["ОМО-04"], ["ОМО-06"], ["ОМО-07"]]

    @pytest.mark.parametrize(
        ("section", "owner"),
        [
            ("План работы ОМО учителей физики", "ОМО-06"),
            ("2. ОМО учителей физики", "ОМО-06"),
            ("Взаимодействие с ОМО учителей физики", "rumo"),
        ],
    )
    def test_a_section_that_only_mentions_an_association_is_not_its_own(
        self, section: str, owner: str
    ) -> None:
        records = added("plan", f"№;Мероприятие;Срок\n{section};;\n1;Форум;август")

        assert column(records, "owner") == [owner]

    def test_a_column_and_a_given_value_go_before_title_and_section(self) -> None:
        in_column = (
            "План ОМО учителей математики;;\n№;Мероприятие;ОМО\n1;Форум;учителей физики\n2;Конкурс;"
        )
        given = "План ОМО учителей математики;\nМероприятие;Срок\nФорум;август"

        assert column(added("plan", in_column), "owner") == ["ОМО-06", "ОМО-04"]
        records = added("plan", given, Said(given={"owner": "ОМО-07"}))
        assert column(records, "owner") == ["ОМО-07"]


class TestGivenValues:
    def test_every_row_gets_them(self) -> None:
        records = added(
            "plan", "№;Мероприятие;Раздел\n1;Форум;А\n2;Конкурс;", Said(given={"section": "Б"})
        )

        assert column(records, "section") == ["Б", "Б"]

    def test_they_stand_for_what_is_required(self) -> None:
        [record] = added("publication", "Название\nНовость", Said(given={"type": "news"}))

        assert record["type"] == "news"


class TestRumosOwnTables:
    def test_nothing_is_read_into_the_words_of_a_table_that_rumo_wrote(self) -> None:
        settled = take("webinar", "title;notes;date\nТема (отменён);отменён;\n-;*;")

        assert [each.record.get("title") for each in settled.verdicts] == ["Тема (отменён)", "-"]
        assert {each.record["status"] for each in settled.verdicts} == {"planned"}
        assert warnings(settled) == []

    def test_words_that_are_no_value_are_errors_there(self) -> None:
        settled = take("webinar", "title;status;start_time\nТема;перенесён на 15.11;25:00")

        assert [each.column for each in settled.errors] == ["start_time", "status"]

    def test_guards_against_formulas_are_taken_off_where_rumo_put_them(self) -> None:
        own = added("webinar", "ID rumo;Тема\n1;'=2+2 в начальной школе")
        foreign = added("webinar", "№;Тема\n1;'=2+2 в начальной школе")

        assert own[0]["title"] == "=2+2 в начальной школе"
        assert foreign[0]["title"] == "'=2+2 в начальной школе"


@pytest.mark.parametrize(
    "text",
    [
        "№;Мероприятие;I квартал;II квартал;Отметка\n1;А;+;+;частично (2 из 3)",
        "№;Мероприятие;Отметка\nОКТЯБРЬ;;\n1;А;частично (2 из 3)",
    ],
)
def test_a_mark_tells_how_often_where_no_column_tells_the_deadline(text: str) -> None:
    [record] = added("plan", text)

    assert (record["occurrences_done"], record["occurrences_planned"]) == (2, 3)


def test_a_webinar_that_was_moved_is_no_other_state() -> None:
    settled = take("webinar", "Дата;Тема;Статус\n29.10.2024;А;перенос с 17 октября")

    record = settled.verdicts[0].record
    assert (record["status"], record["moved_from"]) == ("planned", "2024-10-17")
    assert warnings(settled) == []


def test_a_meeting_of_august_opens_the_year_of_the_others() -> None:
    text = "Дата заседания;Повестка;Протокол\n29.08.2024;План;1\n14.11.2024;Итоги;2"

    assert column(added("meeting", text), "academic_year") == ["2024-2025", "2024-2025"]
