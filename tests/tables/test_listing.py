"""Listed tables: an entry a line without headings, and a command that stays whole."""

from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.plain import render_plain
from rumo_cli.tables.printable import text_width
from rumo_cli.tables.table import Table
from rumo_cli.tables.terminal import render_terminal
from tests.tables.examples import OVERDUE


def drawn(table: Table, width: int, *, color: bool = False, unicode: bool = True) -> str:
    return "\n" + render_terminal(table, RenderOptions(width, color=color, unicode=unicode))


def test_a_text_has_every_entry_in_full() -> None:
    assert "\n" + render_plain(OVERDUE, RenderOptions(20)) == dedent("""
        Просрочено: 3
          с 21.09.2024  Утверждение плана работы на учебный год  РУМО    rumo plan done 2
                        Сбор планов                              ОМО-04  rumo plan done 14
          и ещё 1: rumo plan overdue
        """)


def test_a_screen_cuts_what_is_wide_and_never_the_command() -> None:
    assert drawn(OVERDUE, 71) == dedent("""
        Просрочено: 3
          с 21.09.2024  Утверждение плана работы на…  РУМО    rumo plan done 2
                        Сбор планов                   ОМО-04  rumo plan done 14
          и ещё 1: rumo plan overdue
        """)


def test_a_spare_column_gives_way() -> None:
    assert drawn(OVERDUE, 60, unicode=False) == dedent("""
        Просрочено: 3
          с 21.09.2024  Утверждение плана рабо...  rumo plan done 2
                        Сбор планов                rumo plan done 14
          и ещё 1: rumo plan overdue
        """)


def test_on_a_narrow_screen_the_command_stands_under_its_entry() -> None:
    assert drawn(OVERDUE, 40) == dedent("""
        Просрочено: 3
          с 21.09.2024  Утверждение плана работ…
            rumo plan done 2
                        Сбор планов
            rumo plan done 14
          и ещё 1: rumo plan overdue
        """)


def test_a_screen_that_takes_colour_has_the_title_in_bold() -> None:
    assert drawn(OVERDUE, 80, color=True).startswith("\n\x1b[1mПросрочено: 3\x1b[0m\n  с 21")


@pytest.mark.parametrize("width", [10, 80])
def test_a_column_that_says_nothing_takes_no_room(width: int) -> None:
    commands = replace(OVERDUE, rows=[{"command": "rumo plan overdue"}], notes=())

    assert drawn(commands, width) == "\nПросрочено: 3\n  rumo plan overdue\n"


def test_without_entries_it_says_so() -> None:
    empty = replace(OVERDUE, rows=(), empty="rumo plan overdue", notes=())

    assert drawn(empty, 80) == "\nПросрочено: 3\n  rumo plan overdue\n"
    assert render_plain(empty, RenderOptions()) == "Просрочено: 3\n  rumo plan overdue\n"


@given(st.lists(st.text(max_size=99), min_size=1, max_size=4), st.integers(40, 120))
def test_whatever_the_texts_no_entry_is_wider_than_the_screen(texts: list[str], width: int) -> None:
    rows = [{"when": "с 21.09.2024", "what": text, "command": "rumo plan done 2"} for text in texts]

    lines = drawn(replace(OVERDUE, rows=rows), width).splitlines()

    assert sum("rumo plan done 2" in line for line in lines) == len(texts)
    assert max(map(text_width, lines)) <= width
