"""`webinar announce`: the status, and the news for the site."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

WEBINAR: Record = {
    "title": "Подготовка к ЕГЭ",
    "date": "2024-10-22",
    "start_time": "15:00",
    "form": "webinar",
    "omo": ["ОМО-04"],
    "status": "planned",
    "academic_year": "2024-2025",
}
NEWS = (
    "Вебинар «Подготовка к ЕГЭ»\n"
    "\n"
    "22 октября 2024 года (вторник) в 15:00 (время московское) состоится вебинар "
    "«Подготовка к ЕГЭ».\n"
    "Проводит: ОМО учителей математики\n"
)
LINE = "webinar 1 — «Подготовка к ЕГЭ», 22.10.2024 (вт), 2024-2025 учебный год"


@pytest.fixture
def planned(given: Given, associations: None) -> None:
    del associations
    given("webinar", WEBINAR)


@pytest.mark.usefixtures("planned")
class TestAnnounced:
    def test_the_news_is_data_and_the_mark_is_talk(self, rumo: Rumo, stored: Stored) -> None:
        assert rumo("webinar announce 1") == Result(
            0, NEWS, f"Анонсирован: {LINE}; отметка от 15.10.2024 (вт)\n"
        )
        assert stored("webinar")[1] == {
            **WEBINAR,
            "status": "announced",
            "announced_date": "2024-10-15",
            "_status_by_command": True,
        }

    def test_a_second_time_prints_the_news_and_changes_nothing(
        self, rumo: Rumo, stored: Stored
    ) -> None:
        rumo("webinar announce 1 --on 1.10")
        before = stored("webinar")

        assert rumo("webinar announce 1") == Result(
            0, NEWS, f"Без изменений: {LINE}; отметка от 01.10.2024 (вт)\n"
        )
        assert stored("webinar") == before

    def test_quiet_prints_the_news_alone(self, rumo: Rumo) -> None:
        assert rumo("webinar announce 1 -q") == Result(0, NEWS)

    def test_the_address_of_the_news_is_kept(self, rumo: Rumo, stored: Stored) -> None:
        rumo("webinar announce 1 --news-url https://example.org/news/1")

        assert stored("webinar")[1]["news_url"] == "https://example.org/news/1"
        assert rumo("webinar list --without news -f json").json == []

    @pytest.mark.parametrize(
        ("options", "begins"),
        [
            ("-f md", "## Вебинар"),
            ("-f html", "<article>"),
            ("-f json", "[\n"),
            ("-f plain", "Вебинар"),
        ],
    )
    def test_formats(self, rumo: Rumo, options: str, begins: str) -> None:
        assert rumo(f"webinar announce 1 {options}").out.startswith(begins)

    def test_the_format_of_a_file_is_that_of_its_name(self, rumo: Rumo) -> None:
        result = rumo("webinar announce 1 -o news.html")

        assert (result.code, result.out) == (0, "")
        assert Path("news.html").read_text(encoding="utf-8").startswith("<article>\n")

    def test_a_format_that_news_lack(self, rumo: Rumo, stored: Stored) -> None:
        result = rumo("webinar announce 1 -o news.xlsx")

        assert result == Result(
            2,
            "",
            "Ошибка: По имени файла «news.xlsx» не понять, в каком виде его записать. Известны "
            "расширения .txt .md .html .htm .json; либо назовите вид сами: "
            "-f plain | md | html | json.\n",
        )
        assert stored("webinar")[1] == WEBINAR

    def test_the_time_zone_of_the_settings_is_said(self, rumo: Rumo) -> None:
        rumo("webinar edit 1 --timezone Europe/Samara")

        assert "(МСК+1)" in rumo("webinar announce 1").out

    def test_undo_takes_the_announcement_back(self, rumo: Rumo, stored: Stored) -> None:
        rumo("webinar announce 1")
        rumo("undo")

        assert stored("webinar")[1] == WEBINAR

    def test_it_stays_announced_when_it_is_moved_and_its_day_when_it_is_held(
        self, rumo: Rumo, stored: Stored
    ) -> None:
        rumo("webinar announce 1")
        rumo("webinar move 1 --date 24.10.2024")
        assert stored("webinar")[1]["status"] == "announced"

        rumo("webinar done 1")
        assert stored("webinar")[1]["announced_date"] == "2024-10-15"


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (
            "held",
            "webinar 2 уже проведён; снять ошибочную отметку: rumo webinar edit 2 --status planned",
        ),
        (
            "cancelled",
            "webinar 2 отменён; вернуть его в план: rumo webinar edit 2 --status planned",
        ),
        (
            "postponed",
            "webinar 2 перенесён без новой даты; назначьте её: rumo webinar move 2 --date ДАТА",
        ),
    ],
)
def test_what_cannot_be_announced(
    rumo: Rumo, given: Given, stored: Stored, status: str, message: str
) -> None:
    given("webinar", WEBINAR, WEBINAR | {"status": status})
    before = stored("webinar")

    assert rumo("webinar announce 1 2") == Result(1, "", f"Ошибка: {message}\n")
    assert stored("webinar") == before


def test_a_day_that_is_past_is_warned_of(rumo: Rumo, given: Given) -> None:
    given("webinar", WEBINAR | {"date": "2024-10-14"})

    assert rumo("webinar announce 1").err.endswith(
        "Внимание: webinar 1: 14.10.2024 (пн) уже прошло\n"
    )
