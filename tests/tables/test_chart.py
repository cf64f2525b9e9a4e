"""A chart is a value: which figures of the rows are bars, and how long they are."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rumo_cli.tables.chart import MOST_BARS, Chart, Series, length
from tests.tables.examples import EMPTY, MONTHS, PLAN

if TYPE_CHECKING:
    from rumo_cli.records.values import Value

NOW, BEFORE = Series("2024-2025", "now"), Series("2023-2024", "before")
CHART = Chart("Проведено", (NOW, BEFORE))


def rows(*figures: tuple["Value", "Value"]) -> list[dict[str, "Value"]]:
    return [{"now": now, "before": before} for now, before in figures]


@pytest.mark.parametrize(
    ("figures", "series"),
    [
        ([(1, 2)], (NOW, BEFORE)),
        ([(0, 0), (0, 2)], (NOW, BEFORE)),
        ([(1, 0), (2, None)], (NOW,)),
        ([(0, 0), (None, None)], ()),
        ([(-1, -2)], ()),
        ([], ()),
    ],
)
def test_a_year_that_no_record_is_of_has_no_bars(
    figures: list[tuple["Value", "Value"]], series: tuple[Series, ...]
) -> None:
    assert CHART.of(rows(*figures)).series == series


@pytest.mark.parametrize(
    ("figures", "full", "scale"),
    [
        ([(3, 4), (7, 5)], None, 7),
        ([(3, 40), (7, 5)], None, 40),
        ([(0.25, None)], None, 0.25),
        ([(50, None)], 100, 100),
        ([(0, 0)], None, 1),
        ([], None, 1),
    ],
)
def test_the_longest_bar_is_that_of_the_largest_figure_or_of_what_is_full(
    figures: list[tuple["Value", "Value"]], full: float | None, scale: float
) -> None:
    assert replace(CHART, full=full).scale(rows(*figures)) == scale


@pytest.mark.parametrize(
    ("figure", "share"),
    [(0, 0), (5, 0.5), (10, 1), (None, None), ("десять", None), (-1, None), (11, 1)],
)
def test_a_figure_is_a_share_of_the_longest(figure: "Value", share: float | None) -> None:
    assert length(NOW, {"now": figure}, 10) == share


def test_a_table_knows_which_of_its_charts_have_anything_to_show() -> None:
    assert [chart.title for chart in MONTHS.drawn_charts] == ["Проведено", "Участники"]
    assert replace(MONTHS, rows=MONTHS.rows[2:]).drawn_charts == MONTHS.charts[:1]
    assert replace(MONTHS, rows=()).drawn_charts == ()
    assert EMPTY.drawn_charts == ()


def test_beyond_what_the_eye_takes_in_there_are_no_pictures() -> None:
    assert replace(PLAN, rows=[PLAN.rows[0]] * MOST_BARS).pictures == PLAN.charts
    assert replace(PLAN, rows=[PLAN.rows[0]] * (MOST_BARS + 1)).pictures == ()


def test_figures_are_shown_as_their_column_shows_them() -> None:
    assert MONTHS.charted(MONTHS.charts[1].series[0]).cell(MONTHS.rows[0]) == "не менее 240"
