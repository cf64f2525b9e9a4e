"""What stands behind cells: the text of merges and the addresses of links."""

from rumo_cli.intake.behind_cells import fill_merged, put_links
from rumo_cli.intake.grid import GridRow, Merge


def rows(*cells: tuple[str, ...], first: int = 5) -> list[GridRow]:
    return [GridRow(number, None, each) for number, each in enumerate(cells, first)]


def test_a_merge_stands_in_each_of_its_rows() -> None:
    table = rows(("Программа", "Иванов"), ("", "Петров"), ("", "Сидоров"), ("", "Орлов"))

    assert fill_merged(table, [Merge(5, 7, 0)]) == rows(
        ("Программа", "Иванов"), ("Программа", "Петров"), ("Программа", "Сидоров"), ("", "Орлов")
    )


def test_a_row_of_nothing_but_a_merge_stays_blank() -> None:
    table = rows(("", "Программа"), ("",), ("А",))

    assert fill_merged(table, [Merge(5, 7, 1)]) == rows(
        ("", "Программа"), ("",), ("А", "Программа")
    )


def test_a_merge_of_the_heading_fills_nothing() -> None:
    table = rows(("", "А"), ("", "Б"))

    assert fill_merged(table, [Merge(4, 6, 0)]) == table


def test_a_cell_that_has_a_text_of_its_own_keeps_it() -> None:
    table = rows(("А", "1"), ("Б", "2"))

    assert fill_merged(table, [Merge(5, 6, 0)]) == table


def test_paragraphs_between_tables_which_have_no_number_keep_their_texts() -> None:
    table = [GridRow(0, None, ("Раздел 1",)), *rows(("А", "1"), ("", "2"))]
    table += [GridRow(0, None, ("Раздел 2",)), *rows(("Б", "3"), first=7)]

    filled = fill_merged(table, [Merge(5, 6, 0)])

    assert [row.cells[0] for row in filled] == ["Раздел 1", "А", "А", "Раздел 2", "Б"]


def test_the_address_behind_a_word_takes_its_place_in_a_column_of_links() -> None:
    table = rows(("Тема", "ссылка"), ("Тема", "https://vks.example.ru/2"), ("Тема", ""))
    links = {
        (5, 0): "https://example.ru/topic",
        (5, 1): "https://vks.example.ru/1",
        (6, 1): "https://tracker.example.ru/?to=vks",
    }

    assert list(put_links(table, links, {1})) == rows(
        ("Тема", "https://vks.example.ru/1"),
        ("Тема", "https://vks.example.ru/2"),
        ("Тема", ""),
    )
