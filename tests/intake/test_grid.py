import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake import grid
from rumo_cli.intake.grid import GridRow, Place, line_breaks, place, within_limits


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, Place(1, 1)),
        ("Дата;Тема", 5, Place(1, 6)),
        ("Дата\nТема", 4, Place(1, 5)),
        ("Дата\nТема", 5, Place(2, 1)),
        ("Дата\r\nТема", 8, Place(2, 3)),
        ("Дата\rТема\rОМО", 11, Place(3, 2)),
        ("Дата\u2028Тема", 5, Place(1, 6)),
    ],
)
def test_a_place_counts_lines_and_characters_as_a_text_editor_does(
    text: str, offset: int, expected: Place
) -> None:
    assert place(text, offset) == expected


def test_a_place_reads_as_words() -> None:
    assert str(Place(3, 15)) == "строка 3, символ 15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("a\nb", 1), ("a\r\nb", 1), ("a\rb", 1), ("a\n\r\n\rb", 3)],
)
def test_line_breaks_of_every_system_are_counted_once(text: str, expected: int) -> None:
    assert line_breaks(text, 0, len(text)) == expected


def test_rows_within_the_limits_pass_unchanged() -> None:
    rows = [GridRow(1, 1, ("Дата", "Тема")), GridRow(2, 2, ()), GridRow(3, 3, ("x" * 1_000_000,))]

    assert list(within_limits(rows)) == rows


@pytest.mark.parametrize(
    ("row", "line", "expected"),
    [
        (7, 7, "строка 7, столбец 2: "),
        (7, 9, "строка 7 (строка файла 9), столбец 2: "),
        (7, None, "строка 7, столбец 2: "),
    ],
)
def test_a_cell_too_large_is_refused_with_its_place_and_size(
    row: int, line: int | None, expected: str
) -> None:
    rows = [GridRow(row, line, ("1", "x" * 1_000_001))]

    with pytest.raises(Refused) as caught:
        list(within_limits(rows))

    assert str(caught.value) == (
        f"{expected}в ячейке 1\xa0000\xa0001 символов, а бывает не больше 1\xa0000\xa0000. "
        "Проверьте, не потеряна ли закрывающая кавычка."
    )


def test_a_table_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_CELLS", 4)
    rows = [GridRow(1, 1, ("1", "2")), GridRow(2, 2, ()), GridRow(3, 3, ("1", "2"))]

    assert list(within_limits(rows)) == rows
    with pytest.raises(Refused) as caught:
        list(within_limits([*rows, GridRow(4, 4, ("1",))]))
    assert str(caught.value) == (
        "в таблице больше 4 ячеек. Проверьте, тот ли это файл, или разделите его на части."
    )


def test_a_table_of_too_many_rows_is_refused() -> None:
    last = GridRow(1_048_576, 1_048_576, ())

    assert list(within_limits([last])) == [last]
    with pytest.raises(Refused) as caught:
        list(within_limits([last, GridRow(1_048_577, 1_048_577, ())]))
    assert str(caught.value) == (
        "в таблице больше 1\xa0048\xa0576 строк. Проверьте, тот ли это файл, или разделите его на "
        "части."
    )
