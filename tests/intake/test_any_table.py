"""What holds for every table, however it is made."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Refused
from rumo_cli.intake.layout import RowKind
from rumo_cli.intake.registers import Register
from rumo_cli.intake.rejects import rejected_rows
from rumo_cli.intake.verdicts import Action
from rumo_cli.records import MODULES, kind_of
from tests.intake.foreign import read, settle, stored_after

CELLS = st.sampled_from([
    "", "", "", "-", "1", "2.", "1.1", "II", "15", "15.10.2024", "31.02.2025", "10 и 12 декабря",
    "октябрь", "ОКТЯБРЬ 2024", "по графику", "вторник, 15 октября", "15.00-16.30", "25:00",
    "44 чел.", "свыше 120", "8 из 10", "много", "+", "да", "нет", "отменён", "перенесён на 15.11",
    "выполнено 01.10.2024", "протокол № 2", "новость", "рекомендована", "ШНОР", "Тема (отменён)",
    "ОМО учителей химии", "ОМО-04, ОМО-06", "Иванов И.И.", "Иванов И.И., методист", "Итого: 3",
    "Всего", "Раздел 1", "* примечание", "Председатель РУМО", "https://example.ru/1", "текст; ещё",
    "две\nстроки", "\"кавычки\"", "2024-2025", "2019-2020", "9" * 25, "Дата", "Тема", "id",
])  # fmt: skip


def tables(kind: str) -> st.SearchStrategy[str]:
    fields = [field for field in kind_of(kind).fields if not field.derived]
    names = st.sampled_from([name for each in fields for name in (each.label, *each.headings)])
    required = [each.label for each in fields if each.required]
    headings = st.lists(names | CELLS, max_size=6).map(lambda found: [*required, *found])
    return st.builds(_written, headings, st.lists(st.lists(CELLS, max_size=8), max_size=8))


def _written(heading: list[str], rows: list[list[str]]) -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\n").writerows([heading, *rows])
    return stream.getvalue()


def read_or_refuse(kind: str, text: str) -> Register | None:
    try:
        return read(kind, text)
    except Refused:
        return None


@pytest.mark.parametrize("kind", MODULES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_row_is_accounted_for_and_a_second_import_changes_nothing(
    kind: str, data: st.DataObject
) -> None:
    text = data.draw(tables(kind))
    register = read_or_refuse(kind, text)
    if register is None:
        return
    first = settle(register)
    stored = stored_after(first)
    again = read_or_refuse(kind, text)
    assert again is not None
    second = settle(again, stored)

    data_rows = [laid for laid in register.layout.rows if laid.kind is RowKind.DATA]
    assert len(register.layout.rows) == len(register.grid.rows)
    assert len(first.verdicts) == len(data_rows)
    assert (first.count(Action.REFUSED) > 0) == bool(first.errors)
    assert all(each.record.get("title", each.record) for each in first.verdicts if each.number)
    assert second.count(Action.ADDED) == second.count(Action.UPDATED) == 0
    assert rejected_rows([register]).count(b"\r\n") > first.count(Action.REFUSED)
