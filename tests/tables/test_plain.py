"""`plain`: aligned columns for pipes, every cell in full."""

from textwrap import dedent

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import render_plain
from rumo_cli.tables.screenful import SCREENFUL
from rumo_cli.tables.table import Column, Row, Table
from tests.tables.examples import EMPTY, HOSTILE, PLAN, WEBINARS, one_column


def plain(table: Table) -> str:
    return "\n" + render_plain(table, RenderOptions(width=10, color=True))


def test_records_with_a_total_and_a_note() -> None:
    assert plain(WEBINARS) == dedent("""
        Вебинары, 2024-2025 учебный год

            №  Дата        Тема                      Ответственные              Участников  В сети
        -----  ----------  ------------------------  -----------------------  ------------  --------
            9  2024-09-05  Читательская грамотность  Зимина А.А.; Орлов П.П.  не менее 120  да
           10  2024-11-28  «Ёлка»; ЕГЭ                                                      нет
        -----  ----------  ------------------------  -----------------------  ------------  --------
        Итого                                                                          120

        Без числа участников: 1 вебинар.
        """)


def test_a_summary_has_no_bars() -> None:
    assert plain(PLAN) == dedent("""
        Выполнение планов, 2024-2025 учебный год

        План                       Всего    Выполнено      %
        -----------------------  -------  -----------  -----
        РУМО                           8            7   87,5
        ОМО учителей математики        3            3  100,0
        ОМО учителей музыки            0            0
        -----------------------  -------  -----------  -----
        Итого                         11           10   90,9
        """)


def test_no_rows_are_said_aloud() -> None:
    assert plain(EMPTY) == dedent("""
        Вебинары, 2024-2025 учебный год

        Записей нет.
        """)


def test_hostile_cells_are_lines_of_text() -> None:
    assert (
        plain(HOSTILE)
        == dedent(r"""
        Опасные [b]ячейки[/b], 2024-2025 учебный год

        №    Текст|<b>
        ---  -----------------------------------
        1    [bold]не разметка[/bold] :smile:
        2    а|б
        3    <script>alert(1)</script> &amp;
        4    первая вторая
        5    красный окно
        6    =HYPERLINK("http://example.org")
        7    задом наперёд
        8    👩🏫 и e%s
        9    _курсив_ *жирный* ~~нет~~ `код` \ #
        """)
        % "\u0301"
    )


def test_beyond_a_screenful_the_fast_path_draws_the_same_columns() -> None:
    rows: list[Row] = [{"number": number, "text": "Тема"} for number in range(SCREENFUL + 1)]
    columns = (Column("number", "№", align="right"), Column("text", "Название вебинара"))
    table = Table("Вебинары", columns, rows, total={"text": "Всего"})
    lines = plain(table).splitlines()
    assert lines[3:6] == ["  №  Название вебинара", "---  -----------------", "  0  Тема"]
    assert lines[-3:] == ["200  Тема", "---  -----------------", "     Всего"]


def test_a_column_of_nothing_takes_one_column() -> None:
    table = Table("Пусто, 2024-2025 учебный год", (Column("text", ""),), [{}])
    assert plain(table) == "\nПусто, 2024-2025 учебный год\n\n\n--\n"


def test_a_long_cell_is_never_cut() -> None:
    title = "Функциональная грамотность " * 100
    assert title.strip() in plain(one_column(title))
