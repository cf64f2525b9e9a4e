"""The settings of an academic year."""

import pytest

from rumo_cli.records import MODULES, described_kinds, kind_of
from rumo_cli.records.closed_years import is_closed
from rumo_cli.records.values import Record
from rumo_cli.records.year import DECLARED, YEAR, passed_on
from tests.records.fields.contexts import TYPED, refusal_of, value_of

KEYS = (
    "id academic_year region institute institute_address association chair chair_position "
    "deputy_chair signatory signatory_position site hotline_page contacts executor founding_order "
    "plan_adopted_date plan_adopted_where plan_order terms holidays working_days timezone "
    "thousands empty_sections webinars_declared participants_declared meetings_declared "
    "omo_declared iom_declared expertise_submitted_declared expertise_recommended_declared "
    "mentor_programmes_declared plan_percent_declared closed_date"
)
TERMS = [
    "02.09.2024-25.10.2024",
    "05.11.2024-28.12.2024",
    "09.01.2025-21.03.2025",
    "31.03.2025-26.05.2025",
]


def test_its_keys_are_those_of_the_promise() -> None:
    assert [field.key for field in YEAR.fields] == KEYS.split()


def test_it_is_described_like_a_record_and_has_no_verbs_of_one() -> None:
    assert described_kinds()["year"] is kind_of("year") is YEAR
    assert "year" not in MODULES


@pytest.mark.parametrize(
    "text",
    [
        "02.09-25.10; 5.11-28.12; 9.01-21.03; 31.03-26.05",
        "с 2 сентября по 25 октября, 5 ноября - 28 декабря, 9 января - 21 марта, 31 марта - 26 мая",
        "\n".join(reversed(TERMS)),
    ],
)
def test_four_terms_are_kept_in_order_with_their_years(text: str) -> None:
    assert value_of(YEAR.by_key["terms"].type, text, TYPED) == TERMS


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("02.09-25.10; 5.11-28.12", "нужно периодов: 4, названо: 2"),
        (
            "02.09-25.10; 20.10-28.12; 9.01-21.03; 31.03-26.05",
            "02.09.2024-25.10.2024 и 20.10.2024-28.12.2024 пересекаются",
        ),
        ("весна", "ожидается дата, например 15.10.2024"),
    ],
)
def test_what_are_no_terms_is_refused(text: str, refusal: str) -> None:
    assert refusal_of(YEAR.by_key["terms"].type, text, TYPED) == refusal


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4 ноября", ["04.11.2024"]),
        (
            "1-8 января; 04.11, 23.02",
            ["04.11.2024", "01.01.2025-08.01.2025", "23.02.2025"],
        ),
    ],
)
def test_holidays_are_days_and_ranges(text: str, days: list[str]) -> None:
    assert value_of(YEAR.by_key["holidays"].type, text, TYPED) == days


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("32.01", "нет такого дня: 32.01"),
        ("04.11.2023", "04.11.2023 вне 2024-2025 учебного года"),
        (
            "10 и 12 декабря",
            "«10 и 12 декабря»: ожидается день или период, например 01.09-25.10",
        ),
    ],
)
def test_what_is_no_holiday_is_refused(text: str, refusal: str) -> None:
    assert refusal_of(YEAR.by_key["holidays"].type, text, TYPED) == refusal


def test_periods_are_shown_so_that_they_are_read_again() -> None:
    terms = YEAR.by_key["terms"].type

    assert value_of(terms, terms.show(list(TERMS))) == TERMS
    assert value_of(terms, terms.write(list(TERMS))) == TERMS


def test_declared_figures_are_numbers() -> None:
    values = [value_of(YEAR.by_key[key].type, "12") for key in DECLARED]

    assert values == [12] * len(DECLARED)


@pytest.mark.parametrize(("text", "percent"), [("95,4 %", 95.4), ("0", 0.0), ("100", 100.0)])
def test_a_percentage_is_read(text: str, percent: float) -> None:
    assert value_of(YEAR.by_key["plan_percent_declared"].type, text) == percent


@pytest.mark.parametrize("text", ["101", "-1"])
def test_a_percentage_out_of_bounds_is_refused(text: str) -> None:
    refusal = refusal_of(YEAR.by_key["plan_percent_declared"].type, text)

    assert refusal == "ожидается процент от 0 до 100, например 95,4"


@pytest.mark.parametrize(
    ("settings", "closed"), [({}, False), ({"closed_date": "2025-08-30"}, True)]
)
def test_a_year_with_a_day_of_closing_is_closed(settings: Record, closed: bool) -> None:
    assert is_closed(settings) is closed


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("thousands", "точно", "exact"),
        ("thousands", "rounded", "rounded"),
        ("empty_sections", "пропускать", "omit"),
        ("empty_sections", "Говорить", "say"),
        ("hotline_page", "https://example.ru/rumo/", "https://example.ru/rumo/"),
        ("site", "www.example.ru", "www.example.ru"),
        ("chair_position", "проректор  по качеству", "проректор по качеству"),
    ],
)
def test_settings_of_the_analysis(key: str, text: str, value: str) -> None:
    assert value_of(YEAR.by_key[key].type, text, TYPED) == value


@pytest.mark.parametrize(
    ("key", "refusal"),
    [
        ("thousands", "ожидается одно из: округлённо, точно"),
        ("empty_sections", "ожидается одно из: пропускать, говорить"),
    ],
)
def test_what_is_no_such_setting_is_refused(key: str, refusal: str) -> None:
    assert refusal_of(YEAR.by_key[key].type, "иногда", TYPED) == refusal


def test_a_new_year_takes_over_who_we_are_and_nothing_that_was_decided() -> None:
    settings: Record = {
        "chair": "Иванова А.А.",
        "thousands": "exact",
        "region": "Смоленская область",
        "plan_adopted_date": "2024-08-27",
        "meetings_declared": 4,
        "terms": list(TERMS),
        "closed_date": "2025-08-30",
    }

    assert passed_on(settings) == {
        "region": "Смоленская область", "chair": "Иванова А.А.", "thousands": "exact",
    }  # fmt: skip
