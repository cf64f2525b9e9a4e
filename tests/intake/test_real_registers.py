"""The registers that people really have: what a correct import of each contains."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.choosing import Chooser
from rumo_cli.intake.layout import RowKind
from rumo_cli.intake.registers import ReadingOptions, Register, read_register
from rumo_cli.intake.sources import read_tables
from rumo_cli.intake.verdicts import Action, Settled
from rumo_cli.records import kind_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold
from tests.intake.foreign import (
    TODAY,
    actions,
    column,
    errors,
    settle,
    stored_after,
    warnings,
)

FOLDER = Path(__file__).parents[1] / "data" / "registers"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))

WEBINARS = "01_webinar_schedule_cp1251.csv"
PLAN = "04_plan_rumo_deadlines.csv"
ROUTES = "06_iom_register_cp1251.csv"
EXPERTISE = "08_expertise_register_utf8_comma.csv"
DIRECTORY = "09_omo_directory_utf8bom.csv"
TWO_YEARS = "10_webinars_two_years_utf8bom.csv"
BOOK_OF_WEBINARS = "03_webinar_schedule.xlsx"
BOOK_OF_PAIRS = "07_mentoring_register.xlsx"
KINDS = {
    WEBINARS: "webinar",
    PLAN: "plan",
    ROUTES: "iom",
    EXPERTISE: "expertise",
    DIRECTORY: "omo",
    TWO_YEARS: "webinar",
    BOOK_OF_WEBINARS: "webinar",
    BOOK_OF_PAIRS: "pair",
}


def load(name: str, *, directory: Directory | None = None, today_is: int = 2024) -> Register:
    grids = read_tables(name, (FOLDER / name).read_bytes())
    (source,) = Chooser(kind_of(KINDS[name])).choose(name, grids).sources
    context = ReadingContext(today=TODAY, directory=directory or Directory())
    options = ReadingOptions(default_year=AcademicYear(today_is))
    return read_register(name, source.grid, source.kind, options, context)


@cache
def imported(name: str) -> Settled:
    """What an import of the file into an empty store does."""
    return settle(load(name))


@cache
def associations() -> Directory:
    return Directory(records_of(imported(DIRECTORY)))


def records_of(settled: Settled) -> list[Record]:
    assert errors(settled) == []
    return [each.record for each in settled.verdicts if each.action is Action.ADDED]


def rows_named(register: Register, kind: RowKind) -> list[int]:
    return [laid.source.row for laid in register.layout.rows if laid.kind is kind]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("known", [True, False], ids=["directory", "no directory"])
def test_a_second_import_adds_and_updates_nothing(name: str, known: bool) -> None:
    register = load(name, directory=associations() if known else None)
    first = settle(register)
    stored = stored_after(first)

    second = settle(load(name, directory=associations() if known else None), stored)

    assert first.count(Action.ADDED) == len(stored)
    assert second.count(Action.ADDED) == second.count(Action.UPDATED) == 0
    assert second.count(Action.UNCHANGED) == len(stored)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("first_year", [2019, 2027])
def test_the_year_of_a_file_does_not_depend_on_the_year_of_its_import(
    name: str, first_year: int
) -> None:
    now, then = settle(load(name)), settle(load(name, today_is=first_year))

    assert records_of(then) == records_of(now)


@pytest.mark.parametrize("name", [name for name in KINDS if name != DIRECTORY])
def test_every_association_of_a_file_is_in_the_directory(name: str) -> None:
    settled = settle(load(name, directory=associations()))

    assert [text for text in warnings(settled) if "справочник" in text] == []


class TestMonthOfWebinars:
    expected = EXPECTED[WEBINARS]

    def test_rows(self) -> None:
        register = load(WEBINARS)

        assert rows_named(register, RowKind.TITLE) + rows_named(register, RowKind.BLANK) == [
            1,
            2,
            3,
        ]
        assert rows_named(register, RowKind.HEADING) == [4]
        assert rows_named(register, RowKind.TOTAL) == [17]
        assert rows_named(register, RowKind.FOOTNOTE) == [18]
        assert len(rows_named(register, RowKind.DATA)) == self.expected["data_records"]
        assert register.notes == []

    def test_days_and_hours(self) -> None:
        records = records_of(imported(WEBINARS))

        assert column(records, "date") == self.expected["dates"]
        assert column(records, "start_time") == self.expected["starts"]
        assert column(records, "end_time") == self.expected["ends"]
        ends = {str(n): each["end_date"] for n, each in enumerate(records, 1) if "end_date" in each}
        assert ends == self.expected["end_dates"]
        moved = {
            str(n): each["moved_from"] for n, each in enumerate(records, 1) if "moved_from" in each
        }
        assert moved == self.expected["postponed_rows"]
        assert {each["status"] for each in records} == {"planned"}
        assert {each["academic_year"] for each in records} == {"2024-2025"}

    def test_texts_come_whole_from_the_code_page(self) -> None:
        records = records_of(settle(load(WEBINARS, directory=associations())))

        assert records[0]["title"] == (
            "Преподавание математики в 5 классе в условиях обновлённого ФГОС: "
            "проблемы, консультации, опыт работы"
        )
        assert str(records[1]["title"]).endswith("обучающихся на ГИА; практикум")
        assert records[0]["omo"] == ["ОМО-04"]
        assert records[3]["audience"] == ["классные руководители", "советники"]
        assert records[0]["responsible"] == ["Полозкова Л.С."]

    def test_what_is_no_link_or_hour_is_kept_in_words(self) -> None:
        records = records_of(imported(WEBINARS))

        without_link = [n for n, each in enumerate(records, 1) if "url" not in each]
        assert without_link == self.expected["rows_without_link"]
        assert records[8]["notes"] == (
            "Время проведения: по согласованию\n"
            "Ссылка для подключения: ссылка будет направлена дополнительно"
        )

    def test_warnings(self) -> None:
        settled = imported(WEBINARS)

        assert len(settled.warnings) == self.expected["warnings_expected"]
        assert warnings(settled) == [
            "строка 10: та же ссылка в то же время, что у вебинара «Организация образования детей "
            "дошкольного возраста с особыми образовательными потребностями»",
            "строка 11, столбец «Дата проведения (день недели)», значение «16 (четверг)»: "
            "16.10.2024 — среда, а не четверг",
            "строка 13, столбец «Время проведения», значение «по согласованию»: время не "
            "прочитано: ожидается время, например 15:00 или 15:00-16:30",
            "строка 13, столбец «Ссылка для подключения», значение «ссылка будет направлена "
            "дополнительно»: это не адрес ссылки; сохранено в примечаниях",
        ]


class TestPlan:
    expected = EXPECTED[PLAN]
    deadlines: list[dict[str, str | None]] = expected["deadlines"]

    def test_rows(self) -> None:
        register = load(PLAN)

        assert rows_named(register, RowKind.HEADING) == [1]
        assert rows_named(register, RowKind.NUMBERS) == [self.expected["column_number_record"]]
        assert len(rows_named(register, RowKind.SECTION)) == self.expected["sections"]
        assert len(rows_named(register, RowKind.DATA)) == self.expected["items"]
        assert register.notes == ["учебный год 2024-2025 взят из дат файла"]

    def test_sections_and_numbers(self) -> None:
        records = records_of(imported(PLAN))

        sections = Counter(str(each["section"]) for each in records)
        assert list(sections.values()) == self.expected["items_per_section"]
        assert (
            next(iter(sections)) == "1. Организационно-методическое обеспечение деятельности РУМО"
        )
        assert column(records, "number") == [each["no"] for each in self.deadlines]
        assert {each["owner"] for each in records} == {"rumo"}

    @pytest.mark.parametrize("place", range(71), ids=[str(each["no"]) for each in deadlines])
    def test_deadlines(self, place: int) -> None:
        record, wanted = records_of(imported(PLAN))[place], self.deadlines[place]

        assert record.get("deadline_text", "") == wanted["literal"]
        assert record["deadline_kind"] == wanted["kind"]
        assert record.get("deadline_start") == wanted["start"]
        assert record.get("deadline_end") == wanted["end"]

    def test_kinds_of_deadlines(self) -> None:
        records = records_of(imported(PLAN))

        assert Counter(column(records, "deadline_kind")) == self.expected["by_kind"]

    def test_responsible(self) -> None:
        records = records_of(imported(PLAN))

        assert records[11]["responsible"] == ["Руководители ОМО", "методисты"]
        assert records[5]["responsible"] == ["ГАУ ДПО СОИРО (по согласованию)"]

    def test_warnings(self) -> None:
        settled = imported(PLAN)

        assert [(each.row, each.message) for each in settled.warnings] == [
            (6, "срок: август без года: принят август 2024 года"),
            (13, "срок: август без года: принят август 2024 года"),
            (17, "срок: не прочитано"),
            (29, "срок: август без года: принят август 2024 года"),
            (70, "срок: заканчивается после учебного года 2024-2025"),
            (73, "срок: 28.12.2027 — далеко от учебного года 2024-2025"),
            (74, "срок: конец раньше начала: 27.05.2025-31.08.2024"),
            (76, "срок не указан"),
        ]


class TestRoutes:
    expected = EXPECTED[ROUTES]

    def test_rows(self) -> None:
        register = load(ROUTES)

        assert rows_named(register, RowKind.TITLE) == [1]
        assert rows_named(register, RowKind.HEADING) == [self.expected["header_record"]]
        assert rows_named(register, RowKind.BLANK) == [41]
        assert rows_named(register, RowKind.TOTAL) == [82]
        assert len(rows_named(register, RowKind.DATA)) == self.expected["data_records"]
        assert register.notes == []

    def test_the_repeated_route_is_skipped_and_namesakes_stay(self) -> None:
        settled = imported(ROUTES)
        records = records_of(settled)

        assert len(records) == self.expected["unique_ioms"]
        repeated = [each for each in settled.verdicts if each.action is Action.REPEATED]
        assert [(each.incoming.laid.source.row, each.incoming.repeats) for each in repeated] == [
            (
                81,
                "повторяет строку 22; отличается ФИО педагога: «ДРОЗДЕЦКАЯ О.Р.» "
                "вместо «Дроздецкая О.Р.»",
            )
        ]
        assert records[11]["teacher"] == records[40]["teacher"] == "Цветаш С.Р."
        assert len({fold_person(str(each["teacher"])) for each in records}) == 76

    def test_counts(self) -> None:
        records = records_of(imported(ROUTES))

        labels = {"low_results": "ШНОР", "young": "молодой педагог"}
        bases = Counter(labels[key] for each in records for key in each["basis"] or ())  # type: ignore[union-attr]
        assert bases == self.expected["by_basis"]
        status = kind_of("iom").by_key["status"]
        by_status = Counter(fold(status.show(each)) for each in records)
        assert by_status == self.expected["by_status"]
        planned = sum(int(str(each["tasks_planned"])) for each in records)
        done = sum(int(str(each["tasks_done"])) for each in records)
        assert (planned, done) == (self.expected["tasks_total"], self.expected["tasks_done"])
        methodists = {fold_person(str(each["methodist"])) for each in records}
        assert len(methodists) == self.expected["regional_methodists"]

    def test_diagnostics_keep_their_notation(self) -> None:
        records = records_of(imported(ROUTES))

        notations = sorted({str(each["diagnostics_result_text"]) for each in records})
        assert notations == self.expected["result_notations"]
        understood = {
            str(each["diagnostics_result_text"]): (
                each.get("diagnostics_result_percent"),
                each.get("diagnostics_level"),
            )
            for each in records
        }
        assert understood["0,48"] == (48.0, None)
        assert understood["39 баллов из 60"] == (65.0, None)
        assert understood["62%"] == (62.0, None)
        assert understood["низкий"] == (None, "low")
        assert records[0]["diagnostics_date"] == "2024-09-02"
        assert records[9]["deficits"] == [
            "методические: целеполагание урока",
            "предметные: задания ГИА",
        ]

    def test_terms(self) -> None:
        records = records_of(imported(ROUTES))

        terms = {fold(str(each["deadline_text"])): each["deadline_kind"] for each in records}
        assert terms == {
            "01.10.24-30.05.25": "range",
            "октябрь 2024 г. - май 2025 г.": "range",
            "с 01.10.2024 г. по 30.05.2025 г.": "range",
            "сентябрь 2024 - май 2025": "range",
            "01.10.2024 - 30.05.2025": "range",
            "до 01.06.2025": "by",
        }

    def test_the_total_row_agrees(self) -> None:
        assert warnings(imported(ROUTES)) == []


class TestExpertise:
    expected = EXPECTED[EXPERTISE]

    def test_counts(self) -> None:
        register = load(EXPERTISE)
        records = records_of(settle(register))

        assert register.grid.delimiter == ","
        assert len(records) == self.expected["submitted"]
        verdict = kind_of("expertise").by_key["verdict"]
        by_verdict = Counter(verdict.show(each) for each in records)
        wanted = dict(self.expected["by_verdict"])
        wanted["отозвана"] = wanted.pop("отозвана автором")
        assert by_verdict == wanted
        assert sum(each.get("in_bank") is True for each in records) == self.expected["in_bank"]
        several = [each for each in records if len(each["authors"] or ()) > 1]  # type: ignore[arg-type]
        assert len(several) == self.expected["authors_multiple"]

    def test_cells(self) -> None:
        records = records_of(settle(load(EXPERTISE, directory=associations())))

        assert records[0]["title"] == "Разработка № 1: функциональная грамотность, 7 класс"
        assert records[5]["authors"] == ["Каменцов Е.О.", "Калинчук Р.Л."]
        assert records[0]["experts"] == ["Зимовец О.С.", "Черноризова Д.Г."]
        assert records[2]["experts_verdict"] == ["доработать", "рекомендовать"]
        assert "experts_verdict" not in records[13]
        assert records[13]["verdict"] == "withdrawn"
        assert records[0]["submitted"] == "2025-02-11"

    def test_nothing_is_doubtful(self) -> None:
        settled = imported(EXPERTISE)

        assert warnings(settled) == []
        assert settled.register.notes == []


class TestDirectory:
    expected = EXPECTED[DIRECTORY]

    def test_counts(self) -> None:
        settled = imported(DIRECTORY)
        records = records_of(settled)

        assert len(records) == self.expected["omo"]
        assert sum(int(str(each["members"])) for each in records) == self.expected["members_sum"]
        assert records[3] == {
            "code": "ОМО-04",
            "title": "ОМО учителей математики",
            "head": "Радушина М.Г.",
            "organisation": "ГАУ ДПО СОИРО",
            "members": 16,
        }
        assert not any("email" in each or "page_url" in each for each in records)
        assert warnings(settled) == []


class TestTwoYears:
    expected = EXPECTED[TWO_YEARS]

    def test_years(self) -> None:
        settled = imported(TWO_YEARS)
        records = records_of(settled)

        assert len(records) == self.expected["data_records"]
        assert warnings(settled) == [
            "строка 112: 01.05.2024 — праздник: Праздник Весны и Труда",
            "строка 116: 09.05.2024 — праздник: День Победы",
            "строка 239: 01.05.2025 — праздник: Праздник Весны и Труда",
        ]
        assert settled.register.notes == []

    @pytest.mark.parametrize("year", ["2023-2024", "2024-2025"])
    def test_figures_of_a_year(self, year: str) -> None:
        records = [
            each for each in records_of(imported(TWO_YEARS)) if each["academic_year"] == year
        ]
        held = [each for each in records if each["status"] == "held"]

        statuses = Counter(column(records, "status"))
        people = sum(int(str(each["participants"])) for each in held)
        assert {**statuses, "participants": people} == self.expected["years"][year]
        assert len({str(each["omo"]) for each in held}) == self.expected["omo_covered_2024_2025"]

    def test_what_was_not_held_has_no_count(self) -> None:
        records = records_of(imported(TWO_YEARS))

        assert not any("participants" in each for each in records if each["status"] != "held")


class TestBookOfWebinars:
    expected = EXPECTED[BOOK_OF_WEBINARS]

    def test_rows(self) -> None:
        register = load(BOOK_OF_WEBINARS)

        assert register.name == "03_webinar_schedule.xlsx, лист «График»"
        assert rows_named(register, RowKind.TITLE) == self.expected["title_rows"]
        assert rows_named(register, RowKind.HEADING) == self.expected["header_rows"]
        assert rows_named(register, RowKind.BAND) == self.expected["band_rows"]
        assert rows_named(register, RowKind.TOTAL) == [self.expected["total_row"]]
        assert rows_named(register, RowKind.FOOTNOTE) == [self.expected["footer_row"]]
        assert register.notes == [
            "у формулы в ячейке I23 нет сохранённого значения: откройте книгу в Excel и сохраните",
            "в итоге (строка 23) указано 13: это 12 и ещё 1 отменено или перенесено",
        ]

    def test_records(self) -> None:
        read = [
            {
                "row": row.laid.source.row,
                "n": number,
                "date": row.record["date"],
                "end": row.record.get("end_date"),
                "time": row.record["start_time"],
                "omo": "; ".join(row.record["omo"]),  # type: ignore[arg-type]
                "connections": row.record.get("connections"),
                **({"dates": row.record["dates"]} if "dates" in row.record else {}),
            }
            for number, row in enumerate(load(BOOK_OF_WEBINARS).incoming, 1)
        ]

        assert read == self.expected["records"]

    def test_headcounts(self) -> None:
        records = records_of(imported(BOOK_OF_WEBINARS))

        counted = [each for each in records if each.get("connections") is not None]
        exact = [each for each in counted if each["connections_qualifier"] == "exact"]
        assert len(counted) == self.expected["held_with_count"]
        assert sum(column(exact, "connections")) == self.expected["connections_sum_exact"]  # type: ignore[arg-type]
        assert (
            sum(column(counted, "connections"))  # type: ignore[arg-type]
            == self.expected["connections_sum_with_lower_bound"]
        )

    def test_statuses_and_links(self) -> None:
        records = records_of(imported(BOOK_OF_WEBINARS))

        statuses = {status: [] for status in ("held", "cancelled", "planned")}  # type: ignore[var-annotated]
        for number, record in enumerate(records, 1):
            statuses[str(record["status"])].append(number)
        assert statuses["cancelled"] == self.expected["cancelled"]
        assert statuses["planned"] == self.expected["without_count"]
        assert len(statuses["held"]) == self.expected["held_with_count"]
        assert records[0]["url"] == "https://vks.example.ru/rumo/2001"
        assert [number for number, record in enumerate(records, 1) if "url" not in record] == [10]

    def test_nothing_is_doubtful_but_the_cancelled_one(self) -> None:
        assert warnings(imported(BOOK_OF_WEBINARS)) == [
            "строка 18, столбец «Количество подключений», значение «отменён»: понято как "
            "состояние «отменён»"
        ]


class TestBookOfPairs:
    expected = EXPECTED[BOOK_OF_PAIRS]

    def test_records(self) -> None:
        register = load(BOOK_OF_PAIRS)
        keys = {
            "programme": "programme",
            "kind": "kind",
            "mentor": "mentor",
            "mentee": "mentee",
            "joined": "joined",
            "planned": "personal_programme_planned",
            "done": "personal_programme_done",
            "status": "status",
        }

        read = [
            {name: row.record.get(key) for name, key in keys.items()} | {"status": status}
            for row, status in zip(
                register.incoming,
                column(records_of(imported(BOOK_OF_PAIRS)), "status"),
                strict=True,
            )
        ]

        assert read == [{name: each[name] for name in keys} for each in self.expected["records"]]
        assert rows_named(register, RowKind.TOTAL) == [self.expected["total_row"]]

    def test_sums(self) -> None:
        records = records_of(imported(BOOK_OF_PAIRS))

        assert Counter(column(records, "programme")) == self.expected["by_programme"]
        assert Counter(column(records, "status")) == self.expected["by_status"]
        assert Counter(column(records, "form")) == self.expected["forms_normalised"]
        assert len(set(column(records, "mentor"))) == self.expected["mentors"]
        assert sum(column(records, "personal_programme_planned")) == self.expected["planned"]  # type: ignore[arg-type]
        assert sum(column(records, "personal_programme_done")) == self.expected["done"]  # type: ignore[arg-type]


def test_nothing_is_dropped_in_silence() -> None:
    for name in KINDS:
        register = load(name)
        settled = settle(register)
        passed_over = [laid for laid in register.passed_over if laid.kind is not RowKind.BLANK]

        assert len(settled.verdicts) + len(list(register.passed_over)) == len(register.grid.rows)
        assert all(laid.kind.value for laid in passed_over)
        assert set(actions(settled)) <= {"added", "repeated"}
