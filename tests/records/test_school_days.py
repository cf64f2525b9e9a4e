from datetime import date

import pytest

from rumo_cli.calendar.days_off import why_off
from rumo_cli.calendar.terms import USUAL
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records.school_days import calendars_of, own_days_of, reread
from rumo_cli.records.values import Record
from tests.figures.plans import item

YEAR = AcademicYear(2024)
TERMS = [
    "02.09.2024-27.10.2024",
    "06.11.2024-30.12.2024",
    "13.01.2025-28.03.2025",
    "07.04.2025-26.05.2025",
]


def settings_of(**settings: list[str]) -> dict[str, Record]:
    return {"2023-2024": {}, "2024-2025": dict(settings)}


def test_a_store_that_says_nothing_of_terms_has_the_usual_ones() -> None:
    assert calendars_of(settings_of()) is USUAL
    assert own_days_of(settings_of()) is None


def test_a_year_has_the_terms_of_its_settings() -> None:
    calendars = calendars_of(settings_of(terms=TERMS))

    assert calendars(YEAR).terms[1] == (date(2024, 11, 6), date(2024, 12, 30))
    assert calendars(YEAR).holidays[2] == (date(2025, 3, 29), date(2025, 4, 6))
    assert calendars.are_own(YEAR)
    assert calendars(YEAR.next) == USUAL(YEAR.next)
    assert not calendars.are_own(YEAR.next)


@pytest.mark.parametrize(
    ("terms", "what"),
    [
        (TERMS[:3], "нужны четыре четверти, а названо 3"),
        ([TERMS[0], "20.10.2024-30.12.2024", *TERMS[2:]],
         "II четверть начинается 20.10.2024, а предыдущая кончается 27.10.2024"),
        ([*TERMS[:3], "07.04.2025-26.09.2025"],
         "IV четверть: 07.04.2025-26.09.2025 — вне 2024-2025 учебного года"),
        ([*TERMS[:3], "весной"], "«весной»: ожидается дата, например 15.10.2024"),
    ],
)  # fmt: skip
def test_terms_that_are_none_are_refused(terms: list[str], what: str) -> None:
    with pytest.raises(Refused) as error:
        calendars_of(settings_of(terms=terms))
    assert str(error.value) == (
        f"Настройки 2024-2025 учебного года, terms: {what}. "
        "Исправьте: rumo year set terms=… --year 2024-2025"
    )


def test_days_off_and_days_worked_are_those_of_all_years() -> None:
    own = own_days_of(
        {
            "2023-2024": {"holidays": ["12.02.2024"]},
            "2024-2025": {"holidays": ["10.02.2025-14.02.2025"], "working_days": ["2024-11-03"]},
        }
    )

    off = [why_off(day, own) for day in (date(2024, 2, 12), date(2025, 2, 12))]
    assert off == ["нерабочий день по настройкам учебного года"] * 2
    assert why_off(date(2024, 11, 3), own) is None


def test_a_deadline_reads_anew_where_the_terms_changed_what_it_means() -> None:
    calendars = calendars_of(settings_of(terms=TERMS))

    by_term = reread(item("II четверть"), USUAL, calendars)
    assert (by_term["deadline_start"], by_term["deadline_end"]) == ("2024-11-06", "2024-12-30")
    assert by_term.get("deadline_note") is None
    assert by_term["title"] == "Заседание"
    holidays = reread(item("осенние каникулы"), USUAL, calendars)
    assert (holidays["deadline_start"], holidays["deadline_end"]) == ("2024-10-28", "2024-11-05")


@pytest.mark.parametrize("deadline", ["октябрь", "ежемесячно", "1 раз в четверть", ""])
def test_a_deadline_without_terms_stays_as_it_is(deadline: str) -> None:
    kept = item(deadline, occurrences_planned=3)

    assert reread(kept, USUAL, calendars_of(settings_of(terms=TERMS))) is kept
