import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.delimited import DELIMITERS, find_delimiter, read_delimited
from rumo_cli.intake.grid import Grid, GridRow

ADVICE = 'Закройте или уберите её; кавычку внутри ячейки удваивают: "".'


def cells(grid: Grid) -> list[list[str]]:
    return [list(row.cells) for row in grid.rows]


def lines(*rows: str) -> str:
    return "".join(f"{row}\r\n" for row in rows)


def test_a_table_becomes_rows_that_know_their_place() -> None:
    text = lines("Дата;Тема", '1;"О плане\r\nна год"', "", ";;", "2;Итоги")

    assert read_delimited(text) == Grid(
        rows=(
            GridRow(1, 1, ("Дата", "Тема")),
            GridRow(2, 2, ("1", "О плане\r\nна год")),
            GridRow(3, 4, ()),
            GridRow(4, 5, ("", "", "")),
            GridRow(5, 6, ("2", "Итоги")),
        ),
        delimiter=";",
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_the_line_ends_of_every_system_part_the_rows(line_end: str, last: bool) -> None:
    text = line_end.join(["Дата;Тема", '1;"а\nб"', "2;в"]) + line_end * last

    grid = read_delimited(text)

    assert cells(grid) == [["Дата", "Тема"], ["1", "а\nб"], ["2", "в"]]
    assert [row.line for row in grid.rows] == [1, 2, 4]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('1;"Тема; с разделителем";5', ["1", "Тема; с разделителем", "5"]),
        ('1;"Фестиваль ""Веер"" идей";5', ["1", 'Фестиваль "Веер" идей', "5"]),
        ('1;ООО "Ромашка";5', ["1", 'ООО "Ромашка"', "5"]),
        ("1;  с пробелами  ;5", ["1", "  с пробелами  ", "5"]),
        ('1;"";', ["1", "", ""]),
        ("1;одна\u2028строка\x0bи\x85ещё;5", ["1", "одна\u2028строка\x0bи\x85ещё", "5"]),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(line: str, expected: list[str]) -> None:
    assert cells(read_delimited(lines("№;Тема;Число", line)))[1] == expected


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        (lines("№;Тема;ОМО", "1;Алгебра;ОМО-01"), ";"),
        (lines("№\tТема\tОМО", "1\tАлгебра\tОМО-01"), "\t"),
        (lines("№,Тема,ОМО", "1,Алгебра,ОМО-01"), ","),
        (lines("№|Тема|ОМО", "1|Алгебра|ОМО-01"), "|"),
        (lines("Отчёт", "за 2024 год", "№,Тема", "1,Алгебра"), ","),
        (lines("РЕЕСТР, 2024 год, область", "", "№;Тема", "1;Алгебра"), ";"),
        (lines("№;Тема", "1;Задачи: 5, 6, 7, 8", "2;Числа, дроби, доли, части"), ";"),
        (lines("ФИО;Должность,предмет", "Ким А.;учитель, химия, СШ 1"), ";"),
        (lines("План;Факт", "12,5;85,3", "1,5;2,5", "0,5-0,7;0,1-0,3"), ";"),
        (lines("№,Тема", '1,"а; б; в"', '2,"г; д; е"'), ","),
        (lines('"№","Тема;с;точками"', '"1","а;б;в"'), ","),
        (lines("№;Тема;ОМО;Число", "1;Алгебра", "2;Физика;ОМО-02", "3;Химия"), ";"),
        (lines("Раздел 1", "№;Тема", "1;а", "Раздел 2", "2;б", "Раздел 3", "3;в"), ";"),
        (lines("Дата, Тема, ОМО", "1, Алгебра, ОМО-01"), ","),
        (lines("1,2,3", "4,5,6"), ","),
        (lines("Название ОМО", "учителей химии, физики", "логопедов"), ";"),
        (lines("Название"), ";"),
        (lines("№;Тема", '1;"не закрыта', "2;Физика"), ";"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_a_table(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_a_delimiter_shows_in_the_first_two_hundred_records() -> None:
    notes = lines("Дата;Тема", *["1;Алгебра"] * 199, *["а,б,в,г,д,е,ж"] * 1_000)

    assert read_delimited(notes).delimiter == ";"


@pytest.mark.parametrize(
    ("given_as", "meant"),
    [
        (";", ";"),
        ("semicolon", ";"),
        (",", ","),
        ("Comma", ","),
        ("\t", "\t"),
        ("tab", "\t"),
        ("\\t", "\t"),
        ("|", "|"),
        ("pipe", "|"),
        ("^", "^"),
        (" ", " "),
    ],
)
def test_a_given_delimiter_is_obeyed(given_as: str, meant: str) -> None:
    text = lines(f"а;б,в\tг|д{meant}е")

    grid = read_delimited(text, delimiter=given_as)

    assert grid.delimiter == meant
    assert cells(grid) == [text.rstrip().split(meant)]


@pytest.mark.parametrize("delimiter", ["", ";;", "точка", '"', "\n", "\r", "\0"])
def test_what_cannot_part_cells_is_a_misuse(delimiter: str) -> None:
    with pytest.raises(Misused) as caught:
        read_delimited("а;б", delimiter=delimiter)

    assert str(caught.value) == (
        f"Разделитель «{delimiter}» не годится: нужен один знак (кроме кавычки) или слово "
        "tab, semicolon, comma, pipe."
    )


@pytest.mark.parametrize(
    ("first", "delimiter"),
    [("sep=,", ","), ("SEP=;", ";"), ('"sep=;"', ";"), ("sep=\t", "\t"), ("sep=^", "^")],
)
def test_the_hint_for_excel_names_the_delimiter_and_is_no_row(first: str, delimiter: str) -> None:
    text = lines(first, f"Дата{delimiter}Тема", f"1{delimiter}а;б,в")

    grid = read_delimited(text)

    assert grid.delimiter == delimiter
    assert grid.rows[0] == GridRow(1, 2, ("Дата", "Тема"))


def test_a_given_delimiter_outweighs_the_hint_for_excel() -> None:
    grid = read_delimited(lines("sep=,", "а;б"), delimiter=";")

    assert grid.rows == (GridRow(1, 2, ("а", "б")),)


@pytest.mark.parametrize("text", ["", "\r\n\n", "sep=;", "sep=;\r\n\r\n"])
def test_a_text_without_rows_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        read_delimited(text)

    assert str(caught.value) == "файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново."


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["№;Тема", '1;"не закрыта', "2;Физика"], "строка файла 2, столбец 2"),
        (['"№;Тема', "1;Физика"], "строка файла 1, столбец 1"),
        (["№;Тема", '1;"две\nстроки";"не закрыта', "2;Физика"], "строка файла 3, столбец 3"),
        (["№;Тема", '"1;1";"а ""б""', "2;в"], "строка файла 2, столбец 2"),
        (["sep=;", "№;Тема", '1;"не закрыта'], "строка файла 3, столбец 2"),
    ],
)
def test_an_unclosed_quote_is_refused_where_it_opens(rows: list[str], place: str) -> None:
    with pytest.raises(Refused) as caught:
        read_delimited(lines(*rows))

    assert str(caught.value) == (f"{place}: кавычка открыта и до конца файла не закрыта. {ADVICE}")


@pytest.mark.parametrize(
    ("rows", "place", "closed", "after"),
    [
        (["№;Тема", '1;"Веер" идей;5'], "строка файла 2, столбец 2", 2, " идей;5"),
        (
            ["№;Тема", '1;"не закрыта', '2;"Механика и оптика в школе"'],
            "строка файла 2, столбец 2",
            3,
            "Механика и оптика в ",
        ),
        (["№;Тема", '"1";"а" '], "строка файла 2, столбец 2", 2, " "),
    ],
)
def test_text_behind_a_closing_quote_is_refused(
    rows: list[str], place: str, closed: int, after: str
) -> None:
    with pytest.raises(Refused) as caught:
        read_delimited(lines(*rows))

    assert str(caught.value) == (
        f"{place}: ячейка начата кавычкой, кавычка закрыта в строке {closed}, а за ней стоит "
        f"«{after}» вместо разделителя. {ADVICE}"
    )


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_of_ten_megabytes_is_refused(quote: str) -> None:
    with pytest.raises(Refused) as caught:
        read_delimited(lines("№;Тема", '1;"две\nстроки"', f"2;{quote}{'я' * 10_000_000}{quote}"))

    assert str(caught.value) == (
        "строка 3 (строка файла 4), столбец 2: в ячейке 10\xa0000\xa0000 символов, а бывает не "
        "больше 1\xa0000\xa0000. Проверьте, не потеряна ли закрывающая кавычка."
    )


def test_a_cell_beyond_the_limit_of_the_csv_module_is_read() -> None:
    text = "я" * (csv.field_size_limit() + 1)

    assert cells(read_delimited(f"1;{text}")) == [["1", text]]


@pytest.mark.parametrize("text", ["а;б", '"а;б', f"а;{'б' * 1_000_001}"])
def test_the_limit_of_the_csv_module_stays_as_it_was(text: str) -> None:
    usual = csv.field_size_limit(77)
    try:
        read_delimited(text)
    except Refused:
        pass
    finally:
        assert csv.field_size_limit(usual) == 77


HEADINGS = ["Дата проведения", "Наименование мероприятия", "ОМО", "Ответственный", "Количество"]
CELLS = st.lists(
    st.sampled_from([
        "вебинар", "Сычёва Е.И.", "СШ № 19", "0,48", "25.09", "15.00-16.30", "2024 год,", "тема;",
        "«Веер»", '"в кавычках"', "строка\nстрока", "с 5 по 8 мая", "12", "—", "https://sferum.ru",
    ]),
    max_size=4,
).map(" ".join)  # fmt: skip
TABLES = st.integers(2, len(HEADINGS)).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8).map(
        lambda rows: [HEADINGS[:width], *rows]
    )
)


def written(table: list[list[str]], delimiter: str, *, quote_all: bool, line_end: str) -> str:
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=delimiter,
        lineterminator=line_end,
        quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL,
    )
    writer.writerows(table)
    return text.getvalue()


@settings(deadline=None)
@given(TABLES, st.sampled_from(DELIMITERS), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_the_csv_module_writes_is_read_back(
    table: list[list[str]], delimiter: str, quote_all: bool, line_end: str
) -> None:
    text = written(table, delimiter, quote_all=quote_all, line_end=line_end)

    grid = read_delimited(text)

    assert (grid.delimiter, cells(grid)) == (delimiter, table)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=2), min_size=1
    ),
    st.sampled_from(DELIMITERS),
)
def test_any_cells_are_read_back_with_the_delimiter_they_were_written_with(
    table: list[list[str]], delimiter: str
) -> None:
    text = written(table, delimiter, quote_all=False, line_end="\r\n")

    assert cells(read_delimited(text, delimiter=delimiter)) == table
