import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Refused
from rumo_cli.intake import grid, json_rows
from rumo_cli.intake.grid import Grid, GridRow
from rumo_cli.intake.json_rows import read_json, read_ndjson

FLAT = "Нужен список плоских объектов: значение — текст, число, true, false, null или их список."
MEND = "Исправьте это место или выгрузите файл заново."


def test_objects_become_rows_below_their_keys() -> None:
    text = """[
  {"title": "Алгебра", "date": "2024-10-08"},
  {"title": "Физика",
   "participants": 44},

  {}
]
"""

    assert read_json(text) == Grid(
        rows=(
            GridRow(1, None, ("title", "date", "participants")),
            GridRow(2, 2, ("Алгебра", "2024-10-08", "")),
            GridRow(3, 3, ("Физика", "", "44")),
            GridRow(4, 6, ("", "", "")),
        ),
        keyed=True,
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_ndjson_has_an_object_a_line(line_end: str) -> None:
    text = line_end.join(['{"id": 1, "title": "Алгебра"}', "", '{"title": "Физика", "id": 2}', ""])

    assert read_ndjson(text) == Grid(
        rows=(
            GridRow(1, None, ("id", "title")),
            GridRow(2, 1, ("1", "Алгебра")),
            GridRow(3, 3, ("2", "Физика")),
        ),
        keyed=True,
    )


def test_one_object_is_one_row() -> None:
    assert read_json('\n{"id": 7}\n').rows == (GridRow(1, None, ("id",)), GridRow(2, 2, ("7",)))


def test_json_takes_objects_that_follow_each_other() -> None:
    text = '{"id": 1}\n{"id": 2}\n'

    assert read_json(text) == read_ndjson(text)


def test_an_empty_list_has_no_keys_and_no_rows() -> None:
    assert read_json(" [ ] ") == Grid(rows=(GridRow(1, None, ()),), keyed=True)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("null", ""),
        ("true", "true"),
        ("false", "false"),
        ("0", "0"),
        ("-7", "-7"),
        ("9007199254740992", "9007199254740992"),
        ("-9007199254740992", "-9007199254740992"),
        ("87.5", "87.5"),
        ("1e3", "1000.0"),
        ("1e-7", "0.0000001"),
        ("1.5E+15", "1500000000000000.0"),
        ('""', ""),
        ('"  с пробелами  "', "  с пробелами  "),
        (r'"две\nстроки\t\u2116"', "две\nстроки\t№"),
        (r'"\ud83d\ude00"', "😀"),
        ('"\u2028"', "\u2028"),
        ("[]", ""),
        ('["Ким А.", 5, true, null]', "Ким А.\n5\ntrue\n"),
    ],
)
def test_every_value_becomes_text(value: str, cell: str) -> None:
    assert read_json(f'[{{"x": {value}}}]').rows[1].cells == (cell,)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("[", "строка 1, символ 2", "ожидалось значение"),
        ('[{"a": 1},\n]', "строка 2, символ 1", "ожидалось значение"),
        ('[{"a": 1}\n {"a": 2}]', "строка 2, символ 2", "ожидалась запятая или «]»"),
        ('[{"a": 1}', "строка 1, символ 10", "ожидалась запятая или «]»"),
        ("[}", "строка 1, символ 2", "ожидалось значение"),
        ('[{"a": 1}]\n[]', "строка 2, символ 1", "после конца списка стоит лишний текст"),
        ('{"a": 1},\n{"a": 2}', "строка 1, символ 9", "ожидалось значение"),
        ('[\n{"a" 1}]', "строка 2, символ 6", "ожидалось двоеточие"),
        ('[{"a": 1 "b": 2}]', "строка 1, символ 10", "ожидалась запятая"),
        ("[{a: 1}]", "строка 1, символ 3", "ожидалось имя поля в двойных кавычках"),
        ('[{"a": Да}]', "строка 1, символ 8", "ожидалось значение"),
        ('[\r\n{"a": "Да}]', "строка 2, символ 7", "кавычка открыта и не закрыта"),
        (
            '[{"a": "две\nстроки"}]',
            "строка 1, символ 12",
            r"перенос строки или табуляция внутри текста (пишите \n, \t)",
        ),
        (r'[{"a": "C:\docs"}]', "строка 1, символ 11", "нарушена запись"),
    ],
)
def test_broken_json_is_refused_with_its_place(text: str, place: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_json(text)

    assert str(caught.value) == f"{place}: это не JSON: {reason}. {MEND}"


@pytest.mark.parametrize("item", ["1", '"text"', "null", "[]", '[{"a": 1}]'])
def test_what_is_no_object_is_refused(item: str) -> None:
    with pytest.raises(Refused) as caught:
        read_json(f'[{{"a": 1}},\n  {item}]')

    assert str(caught.value) == f"строка 2, символ 3: ожидался объект {{…}}. {FLAT}"


@pytest.mark.parametrize("text", ["5", '"text"', "true"])
def test_a_lone_scalar_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"^строка 1, символ 1: ожидался объект"):
        read_json(text)


def test_an_array_among_lines_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_ndjson('{"a": 1}\n[{"a": 2}]\n')

    assert str(caught.value) == f"строка 2, символ 1: ожидался объект {{…}}. {FLAT}"


NESTED = f"вложенный объект или список. {FLAT}"
NO_NUMBER = (
    "NaN, Infinity и числа больше 9007199254740992 (2⁵³) не хранятся. Запишите как текст в "
    "кавычках или уберите."
)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("{}", NESTED),
        ('{"b": 1}', NESTED),
        ("[[]]", NESTED),
        ('["b", {}]', NESTED),
        ("NaN", NO_NUMBER),
        ("Infinity", NO_NUMBER),
        ("[-Infinity]", NO_NUMBER),
        ("1e999", NO_NUMBER),
        ("-1e16", NO_NUMBER),
        ("9007199254740993", NO_NUMBER),
        ("-9007199254740993", NO_NUMBER),
        ("9" * 5_000, NO_NUMBER),
        (r'"\u0000"', "нулевой символ (NUL). Уберите его."),
        (r'"\u001b[2J"', "управляющий символ (U+001B). Уберите его."),
        (r'["\ud800"]', "недопустимый символ (U+D800). Уберите его."),
        (r'"\udc00\ud800"', "недопустимый символ (U+DC00). Уберите его."),
        (
            r'"\ufffd"',
            "знак потерянной буквы (U+FFFD), текст испорчен ещё до выгрузки. Уберите его.",
        ),
    ],
)
def test_a_value_that_no_record_could_keep_is_refused(value: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_json(f'[{{"a": 1}},\n {{"title": {value}}}]')

    assert str(caught.value) == f"строка 2, символ 2: поле «title»: {reason}"


def test_a_doubled_key_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_json('[{"title": "Алгебра", "title": "Физика"}]')

    assert str(caught.value) == "строка 1, символ 2: поле «title» названо дважды. Оставьте одно."


def test_a_key_that_no_record_could_have_is_refused_and_not_printed() -> None:
    with pytest.raises(Refused) as caught:
        read_json(r'[{"\u001b[2J": 1}]')

    assert str(caught.value) == "строка 1, символ 2: управляющий символ (U+001B). Уберите его."


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("[" * 100_000, 2),
        ('{"a":' * 100_000, 1),
        ('[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]", 2),
    ],
    ids=["lists", "objects", "value"],
)
def test_bottomless_nesting_is_refused(text: str, character: int) -> None:
    with pytest.raises(Refused) as caught:
        read_json(text)

    assert str(caught.value) == (
        f"строка 1, символ {character}: слишком глубокая вложенность. {FLAT}"
    )


def test_a_cell_too_large_is_refused() -> None:
    with pytest.raises(Refused, match=r"^строка 2 \(строка файла 1\), столбец 1: в ячейке 1\s000"):
        read_json(json.dumps([{"a": "x" * 1_000_001}]))


TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffd\ufffe\uffff")
)
RECORDS = st.lists(st.dictionaries(TEXTS, TEXTS, max_size=5), max_size=5)


@settings(deadline=None)
@given(RECORDS, st.sampled_from([None, 2]), st.booleans())
def test_what_the_json_module_writes_is_read_back(
    records: list[dict[str, str]], indent: int | None, ascii_only: bool
) -> None:
    read = read_json(json.dumps(records, indent=indent, ensure_ascii=ascii_only))

    keys, *rows = (row.cells for row in read.rows)
    assert list(keys) == list(dict.fromkeys(key for record in records for key in record))
    assert [dict(zip(keys, cells, strict=True)) for cells in rows] == [
        dict.fromkeys(keys, "") | record for record in records
    ]


def test_more_records_than_a_grid_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_ROWS", 3)
    monkeypatch.setattr(json_rows, "MOST_ROWS", 3)

    assert len(read_ndjson("{}\n" * 2).rows) == 3
    with pytest.raises(Refused, match=r"^в таблице больше 3 строк"):
        read_ndjson("{}\n" * 3 + "{broken")
