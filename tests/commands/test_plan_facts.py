"""What the records say of plan items: `--counts`, `--target`, `--links`, `plan show`, summaries."""

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
