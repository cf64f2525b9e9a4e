"""Native charts, as another library, openpyxl, reads them."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from rumo_cli.tables.chart import MOST_BARS
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Row, Table
from rumo_cli.tables.workbook import render_workbook
from tests.tables.examples import EMPTY, MONTHS, PLAN, WEBINARS

SHEET = "'Вебинары по месяцам, 2024-2025'"


def book(table: Table) -> bytes:
    return render_workbook(table, RenderOptions())


def sheet(table: Table) -> Any:
    return openpyxl.load_workbook(BytesIO(book(table))).worksheets[0]


def drawn(table: Table) -> list[Any]:
    charts: list[Any] = sheet(table)._charts
    return charts


def title_of(chart: Any) -> str:
    return "".join(run.t for part in chart.title.tx.rich.p for run in part.r or ())


def test_bars_are_the_cells_of_the_table_and_named_by_their_years() -> None:
    held, people = drawn(MONTHS)

    assert [title_of(held), title_of(people)] == ["Проведено", "Участники"]
    assert [(each.tx.v, each.cat.strRef.f, each.val.numRef.f) for each in held.series] == [
        ("2024-2025", f"{SHEET}!$A$4:$A$6", f"{SHEET}!$B$4:$B$6"),
        ("2023-2024", f"{SHEET}!$A$4:$A$6", f"{SHEET}!$C$4:$C$6"),
    ]
    assert [each.val.numRef.f for each in people.series] == [
        f"{SHEET}!$D$4:$D$6", f"{SHEET}!$E$4:$E$6",
    ]  # fmt: skip


def test_those_cells_hold_numbers() -> None:
    found = sheet(MONTHS)

    assert [[each.value for each in row] for row in found["B4:E6"]] == [
        [12, 6, 240, 300], [6, 9, 3, 0], [0, 3, None, None],
    ]  # fmt: skip
    assert found["D4"].number_format == '"не менее "0'


def test_the_figures_are_in_the_chart_too_for_programs_that_do_not_count() -> None:
    (figures, _) = drawn(MONTHS)[1].series

    assert [(point.idx, float(point.v)) for point in figures.val.numRef.numCache.pt] == [
        (0, 240), (1, 3),
    ]  # fmt: skip


def test_the_first_row_is_at_the_top_and_every_bar_says_its_figure() -> None:
    held, _ = drawn(MONTHS)

    assert (held.barDir, held.x_axis.scaling.orientation) == ("bar", "maxMin")
    assert all(each.dLbls.showVal for each in held.series)
    assert held.legend.position == "t"


def test_a_share_is_of_a_hundred_and_says_so() -> None:
    (chart,) = drawn(PLAN)

    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (0, 100)
    assert chart.series[0].dLbls.numFmt == '0.0" %"'
    assert chart.legend is None


def test_where_there_is_no_figure_none_is_said() -> None:
    with zipfile.ZipFile(BytesIO(book(PLAN))) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()

    assert re.findall(r"<c:dLbl>.*?</c:dLbl>", chart) == [
        '<c:dLbl><c:idx val="2"/><c:delete val="1"/></c:dLbl>'
    ]


def test_charts_stand_side_by_side_below_the_notes() -> None:
    noted = replace(MONTHS, notes=("Без числа участников: 1 вебинар.",))
    starts = [chart.anchor._from for chart in drawn(noted)]

    assert [start.row for start in starts] == [10, 10]
    assert starts[0].col == 0 < starts[1].col
    assert sheet(noted)["A9"].value == noted.notes[0]


def test_a_year_without_records_has_no_bars() -> None:
    rows = [{**row, "previous_held": 0} for row in MONTHS.rows]
    held, _ = drawn(replace(MONTHS, rows=rows))

    assert [each.tx.v for each in held.series] == ["2024-2025"]


@pytest.mark.parametrize(
    "table",
    [WEBINARS, EMPTY, replace(PLAN, rows=()), replace(PLAN, rows=[PLAN.rows[0]] * (MOST_BARS + 1))],
)
def test_what_has_nothing_to_draw_has_no_chart(table: Table) -> None:
    assert drawn(table) == []


@pytest.mark.parametrize(
    ("rows", "orientation", "pages_high"),
    [(3, "landscape", 1), (40, "portrait", 1), (41, "landscape", 0)],
)
def test_a_table_and_its_charts_are_printed_on_one_page_while_that_can_be_read(
    rows: int, orientation: str, pages_high: int
) -> None:
    page = sheet(replace(MONTHS, rows=[MONTHS.rows[0]] * rows)).page_setup

    assert (page.orientation, 1 if page.fitToHeight is None else 0) == (orientation, pages_high)


def test_names_in_a_chart_are_never_formulas() -> None:
    rows: list[Row] = [{"label": "=1+1", "held": 1}, {"label": '=HYPERLINK("http://x")', "held": 2}]
    data = book(replace(MONTHS, rows=rows))
    (chart,) = drawn(replace(MONTHS, rows=rows))

    assert [point.v for point in chart.series[0].cat.strRef.strCache.pt] == [
        row["label"] for row in rows
    ]
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_same_table_makes_the_same_bytes() -> None:
    assert book(MONTHS) == book(MONTHS)
