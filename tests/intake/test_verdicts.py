"""What an import does with each row once it meets the records of the store."""

from textwrap import dedent

import pytest

from rumo_cli.intake.verdicts import Action, Settled, Settler
from rumo_cli.records.merging import STATUS_BY_COMMAND
from rumo_cli.records.values import Record
from tests.intake.foreign import (
    actions,
    column,
    errors,
    read,
    settle,
    stored_after,
    take,
    warnings,
)

STORED: Record = {
    "academic_year": "2024-2025",
    "date": "2024-10-15",
    "title": "Формирующее оценивание",
    "omo": ["ОМО-07"],
    "start_time": "15:00",
    "form": "webinar",
    "status": "planned",
}
ROW = "Дата;Время;Тема;ОМО;Участников;Статус\n{};ОМО учителей химии;{};{}"


def again(text: str, *records: Record, kind: str = "webinar") -> Settled:
    """Settle a table against stored records."""
    return settle(read(kind, dedent(text)), dict(enumerate(records, 1)))


class TestMatching:
    @pytest.mark.parametrize(
        ("cells", "action"),
        [
            ("15.10.2024;15.00;Формирующее оценивание", "unchanged"),
            ("15.10.24;;  Формирующее   оценивание", "unchanged"),
            ("15.10.24;;ФОРМИРУЮЩЕЕ ОЦЕНИВАНИЕ", "updated"),
            ("15 октября;15.00-16.30;Формирующее оценивание", "updated"),
            ("15.10.2024;10.00;Формирующее оценивание", "added"),
            ("16.10.2024;15.00;Формирующее оценивание", "added"),
            ("15.10.2023;15.00;Формирующее оценивание", "added"),
            ("15.10.2024;15.00;Формирующее оценивание, часть 2", "added"),
            ("22.10.2024, перенос с 15.10.2024;15.00;Формирующее оценивание", "updated"),
        ],
    )
    def test_a_webinar_is_known_by_title_association_and_day_and_by_the_hour_of_both(
        self, cells: str, action: str
    ) -> None:
        assert actions(again(ROW.format(cells, "", ""), STORED)) == [action]

    def test_a_row_that_tells_of_a_move_moves_the_record(self) -> None:
        text = ROW.format("22.10.2024, перенос с 15.10.2024;15.00;Формирующее оценивание", "", "")

        settled = again(text, STORED)
        [verdict] = settled.verdicts

        assert (verdict.number, verdict.changed) == (1, ("date", "moved_from"))
        assert (verdict.record["date"], verdict.record["moved_from"]) == (
            "2024-10-22",
            "2024-10-15",
        )
        assert actions(again(text, verdict.record)) == ["unchanged"]

    def test_rows_of_one_register_are_told_apart_where_one_names_no_association(self) -> None:
        text = "Дата;Тема;ОМО\n15.10.2024;А;учителей химии\n15.10.2024;А;"
        stored = stored_after(take("webinar", text))

        assert column(list(stored.values()), "omo") == [["ОМО-07"], None]
        assert actions(settle(read("webinar", text), stored)) == ["unchanged", "unchanged"]

    def test_a_register_without_associations_means_the_webinar_of_its_title_and_day(self) -> None:
        text = "Дата;Тема;Участников\n15.10.2024;Формирующее оценивание;44"

        settled = again(text, STORED)
        [verdict] = settled.verdicts

        assert (verdict.action, verdict.number) == (Action.UPDATED, 1)
        assert verdict.record["omo"] == ["ОМО-07"]
        assert actions(again(text, verdict.record)) == ["unchanged"]

    @pytest.mark.parametrize(
        ("text", "action"),
        [
            ("ID rumo;Дата;Тема\n1;16.12.2024;Другая тема", "updated"),
            ("id;date;title\n1;2024-12-16;Другая тема", "updated"),
            ("ID rumo;Дата;Тема\n7;16.12.2024;Другая тема", "added"),
            ("№;Дата;Тема\n1;16.12.2024;Другая тема", "added"),
            ("ID;Дата;Тема\n1;16.12.2024;Другая тема", "added"),
        ],
    )
    def test_only_the_id_that_rumo_wrote_is_an_id(self, text: str, action: str) -> None:
        settled = again(text, STORED)

        assert actions(settled) == [action]
        assert "id" not in settled.verdicts[0].record

    def test_an_id_of_another_store_leaves_it_to_the_natural_key(self) -> None:
        text = "id;date;start_time;title;omo\n9;2024-10-15;15:00;Формирующее оценивание;ОМО-07"

        assert [(each.action, each.number) for each in again(text, STORED).verdicts] == [
            (Action.UNCHANGED, 1)
        ]

    def test_an_id_of_another_store_is_not_that_of_a_record_unlike_it(self) -> None:
        other: Record = {"title": "Другая тема", "date": "2024-10-16", "academic_year": "2024-2025"}
        row = "ID rumo;Учебный год;Дата;Тема\n1;2024-2025;16.10.2024;Другая тема"

        [verdict] = settle(read("webinar", row), {1: STORED, 2: other}).verdicts

        assert (verdict.number, verdict.action) == (2, Action.UNCHANGED)

    def test_an_id_holds_where_an_edited_row_comes_to_look_like_another_record(self) -> None:
        item: Record = {"title": "Заседание", "academic_year": "2024-2025", "owner": "rumo"}
        stored = {1: item | {"deadline_text": "октябрь"}, 2: item | {"deadline_text": "ноябрь"}}
        row = "ID rumo;Учебный год;Мероприятие;Срок\n1;2024-2025;Заседание;ноябрь"

        [verdict] = settle(read("plan", row), stored).verdicts

        assert verdict.number == 1

    def test_a_second_import_changes_nothing(self) -> None:
        text = """
            Дата;Время;Тема;ОМО;Участников;Статус;Примечание
            15.10.2024;15.00;А;учителей химии, учителей физики;50, из них 1 – из ДНР;проведён;
            22.10.2024, перенос с 17.10.2024;;Б;;-;;отменён
            по графику;уточняется;В;ОМО логопедов;;;лектор из Москвы
        """
        first = take("webinar", text)
        stored = stored_after(first)

        second = settle(read("webinar", text), stored)

        assert actions(first) == ["added"] * 3
        assert actions(second) == ["unchanged"] * 3
        assert stored_after(second, stored) == stored


class TestUpdates:
    def test_filled_cells_update(self) -> None:
        text = ROW.format("15.10.2024;15.00;Формирующее оценивание", "44", "")

        settled = again(text, STORED)
        [verdict] = settled.verdicts

        assert verdict.action is Action.UPDATED
        assert verdict.before == STORED
        assert set(verdict.changed) == {"participants", "participants_qualifier", "status"}
        assert verdict.record["status"] == "held"

    def test_empty_cells_and_absent_columns_change_nothing(self) -> None:
        full: Record = {**STORED, "participants": 44, "participants_qualifier": "exact",
                        "status": "held", "notes": "записан"}  # fmt: skip
        text = ROW.format("15.10.2024;;Формирующее оценивание", "", "")

        assert actions(again(text, full)) == ["unchanged"]

    def test_a_default_never_overwrites(self) -> None:
        held: Record = {**STORED, "status": "held", "form": "round_table"}

        assert actions(again("Дата;Тема;ОМО\n15.10.2024;Формирующее оценивание;4", held)) == [
            "added"
        ]
        assert actions(again("Дата;Тема;ОМО\n15.10.2024;Формирующее оценивание;7", held)) == [
            "unchanged"
        ]

    def test_a_status_set_by_a_command_stays(self) -> None:
        cancelled: Record = {**STORED, "status": "cancelled", STATUS_BY_COMMAND: True}
        text = ROW.format("15.10.2024;15.00;Формирующее оценивание", "", "проведён")

        settled = again(text, cancelled)

        assert actions(settled) == ["unchanged"]
        assert warnings(settled) == [
            "строка 2: в файле «проведён», а командой поставлено «отменён»; "
            "оставлено поставленное командой"
        ]

    def test_a_day_moved_by_a_command_stays(self) -> None:
        moved: Record = {**STORED, "date": "2024-11-05", "moved_from": "2024-10-15"}
        text = ROW.format("15.10.2024;15.00;Формирующее оценивание", "", "")

        settled = again(text, moved)

        assert actions(settled) == ["unchanged"]
        assert warnings(settled) == [
            "строка 2: в файле прежняя дата 15.10.2024; оставлена новая 05.11.2024"
        ]

    @pytest.mark.parametrize("number", ["1.1", ""])
    def test_a_deadline_moved_by_a_command_stays(self, number: str) -> None:
        text = f"№;Мероприятие;Срок\n{number};Форум;сентябрь\n1.2;Конкурс;май"
        stored = stored_after(take("plan", text))
        stored[1] |= {
            "deadline_text": "декабрь",
            "deadline_kind": "month",
            "deadline_start": "2024-12-01",
            "deadline_end": "2024-12-31",
            "moves": ["2024-10-01 сентябрь"],
        }

        settled = settle(read("plan", text), stored)

        assert actions(settled) == ["unchanged", "unchanged"]
        assert warnings(settled) == [
            "строка 2: в файле прежний срок «сентябрь»; оставлен новый «декабрь»"
        ]

    def test_another_deadline_in_the_file_is_taken(self) -> None:
        stored = stored_after(take("plan", "№;Мероприятие;Срок\n1.1;Форум;сентябрь"))
        stored[1]["moves"] = ["2024-10-01 август"]

        settled = settle(read("plan", "№;Мероприятие;Срок\n1.1;Форум;ноябрь"), stored)

        assert actions(settled) == ["updated"]
        assert settled.verdicts[0].record["deadline_end"] == "2024-11-30"

    def test_an_end_that_belongs_to_the_old_day_goes_with_it(self) -> None:
        stored: Record = {**STORED, "end_date": "2024-10-16"}

        settled = again("id;date;title\n1;2024-10-22;Формирующее оценивание", stored)

        assert settled.verdicts[0].changed == ("date", "end_date")
        assert "end_date" not in settled.verdicts[0].record


class TestKinship:
    def test_one_title_on_another_day_may_be_a_move(self) -> None:
        text = ROW.format("22.10.2024;15.00;Формирующее оценивание", "", "")

        settled = again(text, STORED)

        assert actions(settled) == ["added"]
        assert warnings(settled) == ["строка 2: похоже на вебинар 1: перенос?"]

    def test_several_may_be_meant(self) -> None:
        stored = [{**STORED, "date": f"2024-{month}-15"} for month in ("09", "10", "11", "12")]
        text = ROW.format("22.10.2024;15.00;Формирующее оценивание", "", "")

        assert warnings(again(text, *stored[:2])) == ["строка 2: похоже на записи 1, 2: перенос?"]
        assert warnings(again(text, *stored)) == [
            "строка 2: похоже на записи 1, 2, 3 и ещё 1: перенос?"
        ]

    @pytest.mark.parametrize(
        "cells",
        [
            "22.10.2024;15.00;Другая тема",
            "23.10.2023;15.00;Формирующее оценивание",
            "15.10.2024;10.00;Формирующее оценивание",
        ],
    )
    def test_what_is_no_kin(self, cells: str) -> None:
        assert warnings(again(ROW.format(cells, "", ""), STORED)) == []

    def test_the_days_of_a_series_in_one_file_are_no_moves(self) -> None:
        settled = take("webinar", "Дата;Тема\n15.10.2024;Консультация\n15.11.2024;Консультация")

        assert warnings(settled) == []


class TestClashes:
    TABLE = "Дата;Время;Тема;Ссылка;Статус\n"
    URL = "https://vks.example.ru/1"

    @pytest.mark.parametrize(
        ("first", "second", "clash"),
        [
            ("15.00-16.30", "15.00-16.30", True),
            ("15.00-16.30", "16.00", True),
            ("15.00", "15.00", True),
            ("15.00-16.30", "16.30-18.00", False),
            ("15.00", "16.00", False),
            ("", "15.00", True),
        ],
    )
    def test_one_link_at_one_time(self, first: str, second: str, clash: bool) -> None:
        settled = take(
            "webinar",
            f"{self.TABLE}15.10.2024;{first};А;{self.URL};\n15.10.2024;{second};Б;{self.URL};",
        )

        expected = ["строка 3: та же ссылка в то же время, что у вебинара «А»"]
        assert warnings(settled) == (expected if clash else [])

    @pytest.mark.parametrize(
        "row",
        [
            f"16.10.2024;15.00;Б;{URL};",
            "15.10.2024;15.00;Б;https://vks.example.ru/2;",
            "15.10.2024;15.00;Б;;",
            f"15.10.2024;15.00;Б;{URL};отменён",
        ],
    )
    def test_what_clashes_with_nothing(self, row: str) -> None:
        settled = take("webinar", f"{self.TABLE}15.10.2024;15.00;А;{self.URL};\n{row}")

        assert warnings(settled) == []

    def test_a_clash_with_a_stored_record(self) -> None:
        stored: Record = {**STORED, "url": self.URL}
        settled = again(
            f"{self.TABLE}15.10.2024;15.30;Б;{self.URL};", {**stored, "end_time": "16:00"}
        )

        assert warnings(settled) == [
            "строка 2: та же ссылка в то же время, что у вебинара «Формирующее оценивание»"
        ]

    def test_the_same_clash_is_said_again_by_a_second_import(self) -> None:
        text = f"{self.TABLE}15.10.2024;15.00;А;{self.URL};\n15.10.2024;15.00;Б;{self.URL};"
        first = take("webinar", text)

        second = settle(read("webinar", text), stored_after(first))

        assert warnings(second) == warnings(first)


class TestSeveralFiles:
    SCHEDULE = "Дата;Тема;ОМО\n15.10.2024;А;учителей химии\n16.10.2024;Б;учителей химии"
    REGISTER = "Дата;Тема;ОМО;Участников\n15.10.2024;А;учителей химии;44"

    def test_a_later_file_meets_what_an_earlier_one_adds(self) -> None:
        settler = Settler(lambda kind: {})

        first = settler.settle(read("webinar", self.SCHEDULE))
        second = settler.settle(read("webinar", self.REGISTER))

        assert actions(second) == ["updated"]
        written = [each.record for each in first.verdicts]
        assert [(each["title"], each["status"]) for each in written] == [
            ("А", "held"), ("Б", "planned"),
        ]  # fmt: skip
        assert written[0]["participants"] == 44

    def test_one_file_given_twice(self) -> None:
        settler = Settler(lambda kind: {})

        settler.settle(read("webinar", self.SCHEDULE))

        assert actions(settler.settle(read("webinar", self.SCHEDULE))) == ["unchanged"] * 2

    def test_a_register_of_pairs_brings_its_programmes_once(self) -> None:
        pairs = "Программа;Наставник;Наставляемый\n{};Ли Н.А.;Ким О.Т.\n{};Ли Н.А.;Пак О.Т."
        stored: Record = {"title": "Шаг", "academic_year": "2024-2025"}
        settler = Settler(lambda kind: {1: stored} if kind == "programme" else {})

        first = settler.settle(read("pair", pairs.format("Молодой педагог", "ШАГ")))
        second = settler.settle(read("pair", pairs.format("молодой педагог", "Новая")))

        assert first.also == {"programme": 1}
        assert first.brought == [
            ("programme", {"title": "Молодой педагог", "academic_year": "2024-2025",
                           "status": "active"})
        ]  # fmt: skip
        assert [record["title"] for _, record in second.brought] == ["Новая"]


class TestWhatIsSaid:
    TABLE = """
        Дата;Тема;Участников
        15.10.2024;А;12
        31.02.2025;Б;12
        15.10.2024;А;13
        17.10.2024;В;-
        18.10.2024;Г;много
        скоро;Д;
        Итого: 9;;
    """

    def test_each_row_has_its_verdict(self) -> None:
        settled = take("webinar", self.TABLE)

        assert actions(settled) == [
            "added", "refused", "repeated", "added", "refused", "refused",
        ]  # fmt: skip
        assert settled.count(Action.ADDED) == 2
        assert settled.count(Action.REFUSED) == 3

    def test_all_that_is_wrong_is_said_in_one_run(self) -> None:
        assert [text.split(":")[0] for text in errors(take("webinar", self.TABLE))] == [
            "строка 3, столбец «Дата», значение «31.02.2025»",
            "строка 6, столбец «Участников», значение «много»",
            "строка 7, столбец «Дата», значение «скоро»",
        ]

    def test_what_is_doubtful_is_said_in_the_order_of_the_rows(self) -> None:
        settled = take("webinar", self.TABLE)

        assert [problem.row for problem in settled.warnings] == [5]

    def test_a_refused_row_is_no_record_of_later_ones(self) -> None:
        settled = take("webinar", "Дата;Тема\n31.02.2025;А\n15.10.2024;А")

        assert actions(settled) == ["refused", "added"]

    def test_a_problem_as_json_shows_it(self) -> None:
        settled = take("webinar", '"Дата";Тема\n15.10.2024;"А\nБ"\n31.02.2025;В')

        assert [problem.document() for problem in settled.errors] == [
            {
                "row": 3,
                "line": 4,
                "column": "Дата",
                "value": "31.02.2025",
                "message": "нет такого дня: 31.02.2025",
            }
        ]
        assert str(settled.errors[0]).startswith("строка 3 (строка файла 4), столбец «Дата»")

    def test_a_long_value_is_cut(self) -> None:
        settled = take("webinar", f"Участников;Тема\n{'очень ' * 30}много;А")

        assert "значение «очень очень " in errors(settled)[0]
        assert "…»: ожидается количество" in errors(settled)[0]
