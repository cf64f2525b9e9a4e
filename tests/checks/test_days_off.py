import pytest

from rumo_cli.checks.checking import check
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, said, year

MEETING: Record = {"owner": "rumo", "number": "1", "date": "2024-10-13"}


def test_events_on_sundays_and_holidays() -> None:
    of = year(webinar=[WEBINAR, WEBINAR | {"date": "2024-11-04"}], meeting=[MEETING])
    found = check(of, ["on_day_off"])

    assert [each.problem.message for each in found] == [
        "«Итоги»: 04.11.2024 — праздник: День народного единства",
        "«заседание РУМО № 1»: 13.10.2024 — воскресенье",
    ]
    assert found[1].problem.remedy == ("meeting", ("edit", "1", "--date", "ДАТА"))


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_is_called_off_may_stand_on_any_day(status: str) -> None:
    assert said("on_day_off", year(meeting=[MEETING | {"status": status}])) == []


def test_the_settings_of_the_year_say_what_else_is_off_and_what_is_worked() -> None:
    planned = WEBINAR | {"status": "planned"}
    settings = {"holidays": ["15.10.2024"], "working_days": ["2024-10-13"]}

    assert said("on_day_off", year(settings, webinar=[planned], meeting=[MEETING])) == [
        "«Итоги»: 15.10.2024 — нерабочий день по настройкам учебного года"
    ]
