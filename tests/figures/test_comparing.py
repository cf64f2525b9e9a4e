"""Figures of several years side by side."""

import pytest

from rumo_cli.figures.comparing import TRENDS, Compared, compared
from rumo_cli.figures.figure import Counted, Number
from rumo_cli.figures.registry import BY_KEY, DEFINITIONS
from tests.figures.years import WEBINAR, year


def over(*numbers: Number, key: str = "webinars_held") -> Compared:
    """Return a figure in years from 2020-2021 on; a year of None does not tell it."""
    years = {
        f"{first}-{first + 1}": None if number is None else Counted(number)
        for first, number in enumerate(numbers, start=2020)
    }
    return Compared(BY_KEY[key], years)


@pytest.mark.parametrize(
    ("numbers", "trend"),
    [
        ((119, 122), "growing"),
        ((119, 119, 122), "growing"),
        ((122, 119), "falling"),
        ((122, 122), "steady"),
        ((119, 122, 120), "varied"),
        ((119, None, 122), "growing"),
        ((0, 0), "steady"),
        ((122,), None),
        ((None, 122), None),
        ((), None),
    ],
)
def test_a_trend_is_of_the_years_that_tell_the_figure(
    numbers: tuple[Number, ...], trend: str | None
) -> None:
    assert over(*numbers).trend == trend
    assert trend is None or trend in TRENDS


@pytest.mark.parametrize(
    ("numbers", "change", "share"),
    [
        ((119, 130, 122), 3, 2.5),
        ((None, 119, 122, None), 3, 2.5),
        ((0, 5), 5, None),
    ],
)
def test_the_change_is_that_from_the_first_year_to_the_last(
    numbers: tuple[Number, ...], change: int, share: float | None
) -> None:
    found = over(*numbers).change

    assert found
    assert (found.change, found.change_percent) == (change, share)


def test_a_share_changes_by_points() -> None:
    found = over(96.6, 93.1, key="plan_percent").change

    assert found
    assert (found.change, found.change_percent) == (-3.5, None)


def test_what_one_year_tells_has_no_change() -> None:
    assert over(None, 122).change is None


def test_only_figures_that_have_a_past_are_compared() -> None:
    of = year(webinar=[WEBINAR])
    found = list(compared([of]))

    assert [each.about for each in found] == [each for each in DEFINITIONS if each.history]
    told = {each.about.key: each.years["2024-2025"] for each in found}
    assert (told["webinars_held"], told["iom_total"]) == (BY_KEY["webinars_held"].count(of), None)
