"""`table`: fitted to a terminal's width, with rules, bars and, if it may, in bold."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.printable import text_width
from rumo_cli.tables.table import Column, Row, Table
from rumo_cli.tables.terminal import render_terminal
from tests.tables.examples import EMPTY, HOSTILE, MONTHS, PLAN, TITLE, WEBINARS, one_column

ROOT = Path(__file__).parents[2]


def drawn(table: Table, width: int, *, color: bool = False, unicode: bool = True) -> str:
    return "\n" + render_terminal(table, RenderOptions(width, color=color, unicode=unicode))


def test_wide_columns_wrap_and_dates_do_not() -> None:
    assert drawn(WEBINARS, 80) == dedent("""
        Вебинары, 2024-2025 учебный год

            №  Дата        Тема                 Ответственные         Участников  В сети
        ────────────────────────────────────────────────────────────────────────────────
            9  2024-09-05  Читательская         Зимина А.А.; Орлов  не менее 120  да
                           грамотность          П.П.
           10  2024-11-28  «Ёлка»; ЕГЭ                                            нет
        ────────────────────────────────────────────────────────────────────────────────
        Итого                                                                120

        Без числа участников: 1 вебинар.
        """)


def test_a_summary_has_bars() -> None:
    assert drawn(PLAN, 80) == dedent("""
        Выполнение планов, 2024-2025 учебный год

        План                     Всего  Выполнено      %  Доля
        ──────────────────────────────────────────────────────────────
        РУМО                         8          7   87,5  ██████████▌
        ОМО учителей математики      3          3  100,0  ████████████
        ОМО учителей музыки          0          0
        ──────────────────────────────────────────────────────────────
        Итого                       11         10   90,9  ██████████▉
        """)


def test_a_code_page_without_blocks_gets_ascii() -> None:
    text = drawn(PLAN, 80, unicode=False)
    assert text == dedent("""
        Выполнение планов, 2024-2025 учебный год

        План                     Всего  Выполнено      %  Доля
        --------------------------------------------------------------
        РУМО                         8          7   87,5  ##########
        ОМО учителей математики      3          3  100,0  ############
        ОМО учителей музыки          0          0
        --------------------------------------------------------------
        Итого                       11         10   90,9  ##########
        """)
    assert text.encode("cp866").decode("cp866") == text


def test_only_what_is_complete_has_a_full_bar() -> None:
    nearly = replace(PLAN, rows=[{"label": "РУМО", "percent": 99.9}], total=None)
    assert drawn(nearly, 80).splitlines()[-1].endswith("  99,9  ███████████▉")


def test_bars_give_way_before_a_column_does_and_stand_below() -> None:
    assert drawn(PLAN, 50) == dedent("""
        Выполнение планов, 2024-2025 учебный год

        План                     Всего  Выполнено      %
        ────────────────────────────────────────────────
        РУМО                         8          7   87,5
        ОМО учителей математики      3          3  100,0
        ОМО учителей музыки          0          0
        ────────────────────────────────────────────────
        Итого                       11         10   90,9

        Доля

        План                         %
        ─────────────────────────────────────────────────
        РУМО                      87,5  ██████████████▉
        ОМО учителей математики  100,0  █████████████████
        ОМО учителей музыки
        ─────────────────────────────────────────────────
        Итого                     90,9  ███████████████▍
        """)


def test_the_year_before_is_a_mark_on_each_bar() -> None:
    assert (
        drawn(MONTHS, 100)
        == """
Вебинары по месяцам, 2024-2025 учебный год

Месяц          Проведено  Год назад    Участников  Год назад, чел.  Проведено     Участники
───────────────────────────────────────────────────────────────────────────────────────────────
сентябрь 2024         12          6  не менее 240              300  ██████│█████  █████████▌  │
октябрь 2024           6          9             3                0  ██████   │    ▏
ноябрь 2024            0          3                                    │
───────────────────────────────────────────────────────────────────────────────────────────────
Итого                 18         18

█ 2024-2025, │ 2023-2024
"""
    )


def test_charts_that_there_is_no_room_for_stand_below_with_their_figures() -> None:
    text = drawn(MONTHS, 60, unicode=False)
    assert text == dedent("""
        Вебинары по месяцам, 2024-2025 учебный год

                                                                 Год
                                                              назад,
        Месяц          Проведено  Год назад    Участников       чел.
        ------------------------------------------------------------
        сентябрь 2024         12          6  не менее 240        300
        октябрь 2024           6          9             3          0
        ноябрь 2024            0          3
        ------------------------------------------------------------
        Итого                 18         18

        Проведено: # 2024-2025, | 2023-2024

        Месяц          Проведено  Год назад
        -----------------------------------------------------------
        сентябрь 2024         12          6  ###########|##########
        октябрь 2024           6          9  ###########     |
        ноябрь 2024            0          3       |
        -----------------------------------------------------------
        Итого                 18         18

        Участники: # 2024-2025, | 2023-2024

        Месяц            Участников  Год назад, чел.
        ------------------------------------------------------------
        сентябрь 2024  не менее 240              300  ##########   |
        октябрь 2024              3                0  #
        ноябрь 2024
        ------------------------------------------------------------
        Итого
        """)
    assert text.encode("cp866").decode("cp866") == text


def test_on_a_narrow_screen_a_chart_is_names_and_bars() -> None:
    text = drawn(replace(MONTHS, total=None), 32)
    assert text[text.index("\nПроведено: █") :] == dedent("""
        Проведено: █ 2024-2025, │
        2023-2024

        Месяц
        ───────────────────────────
        сентябрь 2024  ██████│█████
        октябрь 2024   ██████   │
        ноябрь 2024       │

        Участники: █ 2024-2025, │
        2023-2024

        Месяц
        ────────────────────────────
        сентябрь 2024  █████████▌  │
        октябрь 2024   ▏
        ноябрь 2024
        """)


def test_where_not_even_these_fit_there_is_no_chart() -> None:
    assert "█" not in drawn(MONTHS, 24)


def test_a_share_of_all_has_a_bar_and_a_sum_has_none() -> None:
    total: Row = {"label": "Итого", "held": 3, "previous_held": 2}
    assert drawn(replace(MONTHS, total=total), 80).splitlines()[9].endswith("  2")
    assert drawn(PLAN, 80).splitlines()[-1].endswith("  ██████████▉")


def test_equal_years_end_at_the_mark() -> None:
    rows: list[Row] = [{"label": "май", "held": 7, "previous_held": 7}]
    assert (
        drawn(replace(MONTHS, rows=rows, total=None), 80)
        .splitlines()[5]
        .endswith("  ████████████│")
    )


def test_without_the_year_before_bars_are_bars() -> None:
    rows: list[Row] = [{"label": "май", "held": 7, "previous_held": 0}]
    text = drawn(replace(MONTHS, rows=rows, total=None), 80)
    assert "│" not in text
    assert "2023-2024" not in text
    assert text.splitlines()[5].endswith("  ████████████")


@pytest.mark.parametrize(("held", "bar"), [(0, ""), (1, "▏"), (99_999, "███████████▉")])
def test_only_what_is_nothing_has_no_bar(held: int, bar: str) -> None:
    rows: list[Row] = [{"label": "май", "held": held}, {"label": "июнь", "held": 100_000}]
    line = drawn(replace(MONTHS, rows=rows, total=None), 80).splitlines()[5]
    assert line.split(str(held))[1].strip() == bar


HEADED = Table(
    TITLE,
    (Column("count", "Всего кол-во участников", align="right"), Column("title", "Тема", wide=True)),
    [{"count": 5, "title": "Функциональная грамотность: опыт"}],
)


def test_a_heading_wraps_between_words_and_never_in_one() -> None:
    assert drawn(HEADED, 40) == dedent("""
        Вебинары, 2024-2025 учебный год

             Всего
            кол-во
        участников  Тема
        ────────────────────────────────────────
                 5  Функциональная грамотность:
                    опыт
        """)


def test_a_heading_wraps_beyond_a_screenful_as_well() -> None:
    many = replace(HEADED, rows=[*HEADED.rows] * 201)
    assert "\n".join(["", *drawn(many, 40).splitlines()[3:8], ""]) == dedent("""
             Всего
            кол-во
        участников  Тема
        ----------  ----------------------------
                 5  Функциональная грамотность:…
        """)


def test_a_word_longer_than_its_column_is_broken_and_kept() -> None:
    table = one_column("общеобразовательнаяорганизация")
    assert drawn(table, 20).splitlines()[-2:] == ["общеобразовательнаяо", "рганизация"]


def test_where_columns_do_not_fit_long_texts_go_under_their_row() -> None:
    assert drawn(WEBINARS, 60) == dedent("""
        Вебинары, 2024-2025 учебный год

            №  Дата          Участников  В сети
        -----  ----------  ------------  ------
            9  2024-09-05  не менее 120  да
               Тема: Читательская грамотность
               Ответственные: Зимина А.А.; Орлов П.П.
           10  2024-11-28                нет
               Тема: «Ёлка»; ЕГЭ
        -----  ----------  ------------  ------
        Итого                       120

        Без числа участников: 1 вебинар.
        """)


def test_a_total_of_long_texts_goes_under_its_row_too() -> None:
    table = replace(WEBINARS, total={"id": 2, "title": "Всего вебинаров"}, notes=())
    assert drawn(table, 60).splitlines()[-2:] == [" 2", "    Тема: Всего вебинаров"]


def test_where_nothing_fits_each_row_is_a_card() -> None:
    assert drawn(WEBINARS, 30) == dedent("""
        Вебинары, 2024-2025 учебный
        год

        №: 9
        Дата: 2024-09-05
        Тема: Читательская грамотность
        Ответственные: Зимина А.А.;
          Орлов П.П.
        Участников: не менее 120
        В сети: да

        №: 10
        Дата: 2024-11-28
        Тема: «Ёлка»; ЕГЭ
        В сети: нет

        №: Итого
        Участников: 120

        Без числа участников: 1
        вебинар.
        """)


def test_no_terminal_is_too_narrow() -> None:
    assert drawn(WEBINARS, 0) == drawn(WEBINARS, 20)


def test_a_long_name_of_a_row_begins_its_card() -> None:
    assert drawn(PLAN, 30).splitlines()[4:8] == [
        "План: РУМО",
        "Всего: 8",
        "Выполнено: 7",
        "%: 87,5",
    ]


def test_no_rows_are_said_aloud() -> None:
    assert drawn(EMPTY, 80) == dedent("""
        Вебинары, 2024-2025 учебный год

        Записей нет.
        """)


def test_hostile_cells_are_text_and_not_markup() -> None:
    lines = drawn(HOSTILE, 80).splitlines()
    assert lines[1:4] == ["Опасные [b]ячейки[/b], 2024-2025 учебный год", "", "№  Текст|<b>"]
    assert [line[3:] for line in lines[5:]] == [
        "[bold]не разметка[/bold] :smile:",
        "а|б",
        "<script>alert(1)</script> &amp;",
        "первая вторая",
        "красный окно",
        '=HYPERLINK("http://example.org")',
        "задом наперёд",
        "👩🏫 и e\u0301",
        r"_курсив_ *жирный* ~~нет~~ `код` \ #",
    ]


def test_colour_is_bold_for_title_headings_and_total_and_nothing_else() -> None:
    text = drawn(PLAN, 80, color=True)
    assert set(re.findall(r"\x1b\[[\d;]*m", text)) == {"\x1b[1m", "\x1b[0m"}
    bold = [line for line in text.splitlines() if "\x1b" in line]
    assert [re.sub(r"\x1b\[\d*m", "", line).split()[0] for line in bold] == [
        "Выполнение",
        "План",
        "Итого",
    ]


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "dumb", "FORCE_COLOR": "1"},
        {"COLUMNS": "20", "LINES": "5"},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": "1", "COLORTERM": "truecolor"},
    ],
)
@pytest.mark.parametrize("color", [True, False])
def test_the_environment_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], color: bool
) -> None:
    calm = drawn(WEBINARS, 120, color=color)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert drawn(WEBINARS, 120, color=color) == calm


def test_beyond_a_screenful_long_cells_are_cut_and_marked() -> None:
    rows = [row for row in WEBINARS.rows for _ in range(101)]
    text = drawn(replace(WEBINARS, rows=rows), 80)
    lines = text.splitlines()
    assert len(lines) == 4 + 1 + 202 + 2 + 2
    assert lines[3:6] == [
        "    №  Дата        Тема                 Ответственные         Участников  В сети",
        "-----  ----------  -------------------  ------------------  ------------  ------",
        "    9  2024-09-05  Читательская грамо…  Зимина А.А.; Орло…  не менее 120  да",
    ]


def test_beyond_a_screenful_ascii_is_kept_too() -> None:
    rows = [row for row in WEBINARS.rows for _ in range(101)]
    assert "Читательская гра...  Зимина" in drawn(replace(WEBINARS, rows=rows), 80, unicode=False)


@given(st.integers(30, 160), st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_nothing_is_wider_than_the_terminal(width: int, texts: list[str]) -> None:
    columns = (Column("date", "Дата"), Column("text", "Текст", wide=True))
    rows = [{"date": "2024-09-05", "text": text} for text in texts]
    lines = drawn(Table(TITLE, columns, rows), width).splitlines()
    assert max(map(text_width, lines)) <= width
    assert sum("2024-09-05" in line for line in lines) == len(texts)


def test_the_last_screenful_wraps_and_the_next_row_does_not() -> None:
    cells = ["Функциональная грамотность: опыт и проблемы"] * 200
    assert "…" not in drawn(one_column(*cells), 30)
    assert "…" in drawn(one_column(*cells, "ещё одна"), 30)


def test_ten_thousand_rows_are_drawn_without_rich() -> None:
    program = dedent("""
        import sys
        from dataclasses import replace
        from rumo_cli.tables.formats import FORMATS
        from rumo_cli.tables.options import RenderOptions
        from tests.tables.examples import PLAN, WEBINARS
        for table in (PLAN, WEBINARS):
            many = replace(table, rows=[row for row in table.rows for _ in range(5000)])
            for known in (known for known in FORMATS.values() if not known.document):
                assert known.render(many, RenderOptions(width=100)).count("\\n") >= 10_000
        print(sorted({"rich", "tabulate"} & set(sys.modules)))
    """)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
