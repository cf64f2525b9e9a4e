"""What the records say of plan items: `--counts`, `--target`, `--links`, `plan show`, summaries."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR: Record = {"academic_year": "2024-2025"}


@pytest.fixture(autouse=True)
def events(given: Given) -> None:
    """Four webinars, three of them held, and a meeting that was held."""
    given(
        "webinar",
        YEAR | {"title": "ГИА: русский язык", "date": "2024-09-10", "status": "held"},
        YEAR | {"title": "Разбор заданий", "theme": "гиа", "date": "2024-10-08", "status": "held"},
        YEAR | {"title": "Подготовка к ГИА", "date": "2024-11-12", "status": "planned"},
        YEAR | {"title": "Наставничество", "date": "2024-10-01", "status": "held"},
    )
    given("meeting", YEAR | {"owner": "rumo", "number": "1", "date": "2024-08-28",
                             "status": "held"})  # fmt: skip


class TestWhatFulfilsAnItemIsTyped:
    """`add` and `edit` take the kind, the number and the records themselves."""

    def test_the_kind_and_the_number(self, rumo: Rumo, stored: Stored) -> None:
        rumo("plan add --title 'Вебинары по ГИА' --counts вебинары --theme ГИА --target 10")

        assert {key: stored("plan")[1][key] for key in ("counts", "theme", "target")} == {
            "counts": "webinar",
            "theme": "ГИА",
            "target": 10,
        }

    def test_the_records(self, rumo: Rumo, stored: Stored) -> None:
        rumo("plan add --title Заседания --links 'заседание 1' --links 'webinar 4, webinar 1'")
        assert stored("plan")[1]["links"] == ["meeting 1", "webinar 4", "webinar 1"]

        rumo("plan edit 1 --links 'webinar 4'")
        assert stored("plan")[1]["links"] == ["webinar 4"]

    @pytest.mark.parametrize("words", ["add --title А", "edit 1"])
    def test_a_record_that_is_not_there_is_no_link(
        self, rumo: Rumo, stored: Stored, words: str
    ) -> None:
        rumo("plan add --title Заседания")
        before = stored("plan")

        assert rumo(f"plan {words} --links 'webinar 1' --links 'webinar 9'") == Result(
            3,
            "",
            "Ошибка: --links: webinar 9: такой записи нет. "
            "Номера записей показывает rumo webinar list.\n",
        )
        assert stored("plan") == before

    def test_words_that_name_no_record_are_refused(self, rumo: Rumo) -> None:
        assert rumo("plan add --title А --links 'протокол от 5.10'") == Result(
            1,
            "",
            "Ошибка: --links «протокол от 5.10»: ожидаются вид и номер записи: «webinar 12», "
            "«meeting 12», «expertise 12», «publication 12», «contribution 12», «iom 12», "
            "«pair 12», «programme 12»\n",
        )

    def test_a_linked_record_is_not_removed(self, rumo: Rumo) -> None:
        rumo("plan add --title 'Вебинары по ГИА' --links 'webinar 2'")

        assert rumo("webinar remove 2 --yes") == Result(
            1,
            "",
            "Ошибка: webinar 2 «Разбор заданий» удалить нельзя: на эту запись ссылаются\n"
            "  plan 1 «Вебинары по ГИА»\nСначала измените или удалите их.\n",
        )
        assert rumo("webinar remove 1 --yes").code == 0


@pytest.fixture
def plan(rumo: Rumo) -> None:
    """An item that counts webinars on a theme, one that links, one that no record fulfils."""
    rumo(
        "plan add --title 'Вебинары по ГИА' --deadline 'в течение года' "
        "--counts webinar --theme гиа --target 4"
    )
    rumo("plan add --title Заседание --links 'meeting 1' --links 'webinar 3' --deadline август")
    rumo("plan add --title Отчёт --deadline 'до 1 октября'")


def shown(result: Result) -> dict[str, str]:
    """Return the values of a card of one record by the labels of its rows."""
    rows = (line.split("  ", 1) for line in result.out.splitlines() if "  " in line)
    return {label: value.strip() for label, value in rows}


@pytest.mark.usefixtures("plan")
class TestShow:
    """`plan show` says how far the records fulfil an item, and which of them."""

    def test_people_read_the_evidence(self, rumo: Rumo) -> None:
        card = shown(rumo("plan show 1"))

        assert list(card)[-2:] == ["Факт", "Засчитано"]
        assert card["Какие записи засчитываются"] == "вебинары"
        assert card["Факт"] == "2 из 4, в работе"
        assert card["Засчитано"] == (
            "webinar 1 «ГИА: русский язык», 10.09.2024 (вт), проведён; "
            "webinar 2 «Разбор заданий», 08.10.2024 (вт), проведён"
        )

    def test_what_is_named_and_does_not_count_yet_is_said(self, rumo: Rumo) -> None:
        card = shown(rumo("plan show 2"))

        assert card["Факт"] == "1 из 2, выполнено частично"
        assert card["Засчитано"] == "meeting 1 «заседание РУМО № 1», 28.08.2024 (ср), проведено"
        assert card["Не засчитано"] == (
            "webinar 3 «Подготовка к ГИА», 12.11.2024 (вт), запланирован"
        )

    def test_a_mark_wins_and_says_so(self, rumo: Rumo) -> None:
        rumo("plan done 1 --on 14.10")
        card = shown(rumo("plan show 1"))

        assert card["Факт"] == "отметка вручную; по записям 2 из 4"
        assert card["Состояние"] == "выполнено"

    def test_a_mark_that_is_taken_back_leaves_the_item_to_its_records(self, rumo: Rumo) -> None:
        rumo("plan done 1")
        rumo("plan done 1 --count 0")

        assert shown(rumo("plan show 1"))["Факт"] == "2 из 4, в работе"

    def test_a_mark_without_a_day_counts_from_the_end_of_the_deadline(self, rumo: Rumo) -> None:
        rumo("plan edit 1 --status выполнено")

        assert shown(rumo("plan show 1"))["Факт"] == (
            "2 из 4, в работе; отметка вручную считается со своего дня, без дня – с конца срока"
        )
        assert shown(rumo("plan show 1 --today 2025-08-31"))["Факт"] == (
            "отметка вручную; по записям 2 из 4"
        )

    def test_without_records_nothing_is_said(self, rumo: Rumo) -> None:
        assert "Факт" not in shown(rumo("plan show 3"))

    def test_a_number_of_unknown_records_is_asked_about(self, rumo: Rumo) -> None:
        rumo("plan edit 3 --target 2")

        assert shown(rumo("plan show 3"))["Факт"] == (
            "не сказано, какие записи засчитывать: --counts или --links"
        )

    def test_items_stand_side_by_side(self, rumo: Rumo) -> None:
        (line,) = (line for line in rumo("plan show 1 3").out.splitlines() if "Факт" in line)

        assert line.split() == ["Факт", "2", "из", "4,", "в", "работе"]

    def test_a_link_to_nothing_is_said(self, rumo: Rumo, given: Given) -> None:
        given("plan", YEAR | {"title": "Загружен", "links": ["webinar 99"]})
        card = shown(rumo("plan show 4"))

        assert card["Факт"] == "0 из 1, запланировано"
        assert card["Не засчитано"] == "webinar 99: такой записи нет"

    def test_of_many_records_the_first_are_named(self, rumo: Rumo, given: Given) -> None:
        given("webinar", *(YEAR | {"title": "Ещё", "status": "held"} for _ in range(20)))
        rumo("plan edit 1 --theme ещё")

        assert rumo("plan show 1").out.endswith("; … и ещё 10\n")

    def test_as_json(self, rumo: Rumo) -> None:
        counting, plain = rumo("plan show 1 3 -f json").json

        keys = ["fact", "fact_target", "fact_percent", "fact_status", "fact_evidence"]
        evidence = ["webinar 1", "webinar 2"]
        assert list(counting)[-5:] == list(plain)[-5:] == keys
        assert [counting[key] for key in keys] == [2, 4, 50.0, "in_progress", evidence]
        assert [plain[key] for key in keys] == [None, None, None, None, []]

    def test_as_csv(self, rumo: Rumo) -> None:
        out = rumo("plan show 1 -f csv").out

        assert out.splitlines()[0].endswith(
            ",fact,fact_target,fact_percent,fact_status,fact_evidence"
        )
        assert out.splitlines()[1].endswith(',2,4,50.0,in_progress,"webinar 1')

    def test_what_a_spreadsheet_gives_back_has_the_fields_alone(self, rumo: Rumo) -> None:
        rumo("plan show 1 2 3 -o пункты.csv")
        result = rumo("plan import пункты.csv")

        assert "Столбцы не взяты" not in result.err
        assert "Факт" not in Path("пункты.csv").read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("plan")
class TestSummaries:
    """What the records say decides where no mark does, in every summary alike."""

    def test_people_see_facts_and_what_is_beyond_the_plan(self, rumo: Rumo) -> None:
        rumo("plan done 3")

        assert rumo("plan summary") == Result(
            0,
            """\
Выполнение планов на 15.10.2024 (вт), 2024-2025 учебный год

Чей план      Выполнено       %    Факт    Факт, %    Просрочено  Остальное
----------  -----------  ------  ------  ---------  ------------  ----------------------
РУМО             1 из 3  33,3 %  3 из 6     50,0 %             1  частично 1, в работе 1
----------  -----------  ------  ------  ---------  ------------  ----------------------
Всего            1 из 3  33,3 %  3 из 6     50,0 %             1  частично 1, в работе 1

Вне плана: 1 вебинар.
""",
        )

    def test_as_json(self, rumo: Rumo) -> None:
        summary = rumo("plan summary -f json").json

        assert summary["beyond_plan"] == {"webinar": 1, "meeting": 0, "evidence": ["webinar 4"]}
        wanted = {"target": 6, "fact": 3, "fact_percent": 50.0, "by_hand": 0, "partial": 1}
        assert {key: summary["total"][key] for key in wanted} == wanted
        assert {key: summary["rows"][0][key] for key in wanted} == wanted

    def test_a_mark_that_says_otherwise_is_said(self, rumo: Rumo) -> None:
        rumo("plan done 1 2")

        assert rumo("plan summary").out.endswith(
            "\nВне плана: 1 вебинар.\nОтмечено вручную, а по записям иначе: 2 пункта плана.\n"
        )

    @pytest.mark.parametrize(
        ("day", "done", "fact"),
        [("2024-08-27", 0, 0), ("2024-08-28", 0, 1), ("2024-09-10", 0, 2), ("2024-10-08", 0, 3)],
    )
    def test_a_past_day_knows_what_was_held_by_then(
        self, rumo: Rumo, day: str, done: int, fact: int
    ) -> None:
        total = rumo(f"plan summary --on {day} -f json").json["total"]

        assert (total["done"], total["fact"]) == (done, fact)

    def test_holding_the_last_webinar_makes_an_item_done(self, rumo: Rumo) -> None:
        rumo("plan edit 1 --target 3")
        rumo("webinar done 3 --on 12.11.2024")

        def done(day: str) -> tuple[int, list[int]]:
            late = rumo(f"plan overdue --on {day} -f json").json
            total = rumo(f"plan summary --on {day} -f json").json["total"]
            assert total["overdue"] == len(late)
            return total["done"], [each["id"] for each in late]

        assert done("2024-11-11") == (0, [2, 3])
        assert done("2024-11-12") == (2, [3])
        assert done("2025-09-01") == (2, [3])

    def test_the_indicators_of_associations_agree(self, rumo: Rumo) -> None:
        rumo("plan edit 1 --target 2")
        (row, *_) = rumo("omo summary -f json").json["rows"]

        assert (row["plan_done"], row["plan_overdue"], row["plan_percent"]) == (1, 2, 33.3)

    def test_overdue_says_how_far_an_item_is(self, rumo: Rumo) -> None:
        late = rumo("plan overdue").out

        assert late.splitlines()[2].split() == [
            "ID", "Чей", "план", "Мероприятие", "Срок", "Ответственные", "Состояние", "Факт",
            "Просрочено,", "дней",
        ]  # fmt: skip
        assert "1 из 2" in late
        assert "fact" not in rumo("plan overdue -f json").json[0]

    def test_without_plans_all_events_are_beyond_them(self, rumo: Rumo) -> None:
        rumo("plan remove 1 2 3 --yes")

        assert rumo("plan summary").out.endswith(
            "\n\nПунктов плана нет. Загрузите план: rumo plan import ФАЙЛ\n\n"
            "Вне плана: 3 вебинара, 1 заседание.\n"
        )

    def test_a_plan_that_counts_nothing_is_told_how_to(self, rumo: Rumo) -> None:
        rumo("plan remove 1 2 --yes")

        assert rumo("plan summary").out.endswith(
            "\nВне плана: 3 вебинара, 1 заседание.\nНи один пункт записей не засчитывает. "
            "Что засчитывать, говорит пункт: rumo plan edit ID --counts webinar\n"
        )


@pytest.mark.usefixtures("plan")
class TestList:
    """People see in a list how far the records fulfil items; what is read back stays as it is."""

    def test_a_column_of_facts(self, rumo: Rumo) -> None:
        lines = rumo("plan list").out.splitlines()

        assert lines[2].endswith("    Факт")
        assert lines[4].endswith("  2 из 4")
        assert lines[5].endswith("  1 из 2")

    @pytest.mark.parametrize("more", ["-f json", "-f csv", "--columns id,status", "--owner ОМО-1"])
    def test_where_there_is_none(self, rumo: Rumo, more: str) -> None:
        out = rumo(f"plan list {more}").out

        assert "Факт" not in out
        assert '"fact"' not in out

    def test_a_workbook_comes_back_unchanged(self, rumo: Rumo) -> None:
        rumo("plan list -o план.xlsx")

        assert rumo("plan import план.xlsx -f json").json["unchanged"] == 3


def test_what_counts_is_a_time_that_the_item_was_done(rumo: Rumo) -> None:
    counting = "--counts webinar --theme Клуб"
    added = rumo(f"plan add -q --title Клуб --deadline '1 раз в четверть' {counting}").out.strip()
    rumo("webinar add --title 'Клуб наставников' --date 10.10.2024 --participants 5")

    shown = rumo(f"plan show {added}").out.splitlines()
    (line,) = [each for each in shown if each.startswith("Ход")]
    assert line.split(maxsplit=2)[2] == "выполнено 1 из 4, следующее — до 28.12.2024 (сб)"
