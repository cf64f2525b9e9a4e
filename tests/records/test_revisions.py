"""Which place each sitting has among the events of its webinar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records.revisions import placed

DAYS = st.lists(st.dates().map(str), unique=True, max_size=6)


@pytest.mark.parametrize(
    ("sittings", "days", "places"),
    [
        ("", "ab", "ab"),
        ("ab", "ab", "ab"),
        ("a", "b", "b"),
        ("abc", "ac", "abc"),
        ("abc", "acd", "adc"),
        ("abc", "d", "dbc"),
        ("abc", "", "abc"),
        ("bc", "abc", "bca"),
    ],
)
def test_days_take_the_places_of_those_that_are_no_more(
    sittings: str, days: str, places: str
) -> None:
    assert "".join(placed(sittings, days)) == places


@given(DAYS, DAYS)
def test_no_day_is_lost_and_no_place(sittings: list[str], days: list[str]) -> None:
    places = placed(sittings, days)

    assert set(days) <= set(places)
    assert len(places) == len(set(places)) >= len(sittings)
    assert placed(places, days) == places
