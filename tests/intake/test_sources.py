import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake import sources
from rumo_cli.intake.delimited import DELIMITERS
from rumo_cli.intake.sources import load, read_source

REGISTERS = Path(__file__).parents[1] / "data" / "registers"
NOTHING = io.BytesIO()

SAVED = [
    ("01_webinar_schedule_cp1251.csv", "cp1251", ";", 18, 8),
    ("04_plan_rumo_deadlines.csv", "utf-8-sig", ";", 76, 5),
    ("06_iom_register_cp1251.csv", "cp1251", ";", 82, 16),
    ("08_expertise_register_utf8_comma.csv", "utf-8", ",", 35, 14),
    ("09_omo_directory_utf8bom.csv", "utf-8-sig", ";", 25, 7),
    ("10_webinars_two_years_utf8bom.csv", "utf-8-sig", ";", 254, 6),
]


# Signs that the pages of DOS and Unix lack.
ASCII_SIGNS = str.maketrans({"«": "'", "»": "'", "—": "-", "–": "-", "№": "N"})


@pytest.mark.parametrize(("name", "encoding", "delimiter", "records", "columns"), SAVED)
def test_a_register_is_read_as_its_maker_saved_it(
    name: str, encoding: str, delimiter: str, records: int, columns: int
) -> None:
    grid = read_source(*load(str(REGISTERS / name), NOTHING))

    assert (grid.encoding, grid.delimiter, grid.keyed) == (encoding, delimiter, False)
    assert [row.row for row in grid.rows] == list(range(1, records + 1))
    assert {len(row.cells) for row in grid.rows} == {columns}


def test_rows_of_a_register_know_their_line_where_cells_have_several() -> None:
    grid = read_source(*load(str(REGISTERS / "04_plan_rumo_deadlines.csv"), NOTHING))

    several_lines = grid.rows[4]
    assert (several_lines.row, several_lines.line) == (5, 5)
    assert several_lines.cells[2] == "Август 2024\nгода"
    assert grid.rows[5][:2] == (6, 7)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"],
)
@pytest.mark.parametrize("name", [name for name, *_ in SAVED])
def test_a_register_is_the_same_in_every_encoding(name: str, encoding: str) -> None:
    original = read_source(name, (REGISTERS / name).read_bytes())
    text = (REGISTERS / name).read_bytes().decode(original.encoding or "").translate(ASCII_SIGNS)

    grid = read_source(name, text.encode(encoding))

    assert grid.encoding == encoding
    assert grid.rows == read_source(name, text.encode()).rows


HEADINGS = ["Дата проведения", "Наименование мероприятия", "ОМО", "Ответственный", "Количество"]
CELLS = st.sampled_from([
    "", "вебинар", "Сычёва Е.И.", "5, 6; 7", 'школа "Веер"', "строка\nстрока", "0,48", "25.09.2024",
])  # fmt: skip
TABLES = st.integers(2, len(HEADINGS)).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8).map(
        lambda rows: [HEADINGS[:width], *rows]
    )
)


@settings(deadline=None)
@given(
    TABLES,
    st.sampled_from(DELIMITERS),
    st.sampled_from([
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r",
    ]),
)  # fmt: skip
def test_what_the_csv_module_writes_is_read_back_from_every_encoding(
    table: list[list[str]], delimiter: str, encoding: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)

    grid = read_source("отчёт.csv", text.getvalue().encode(encoding))

    assert (grid.encoding, grid.delimiter) == (encoding, delimiter)
    assert [list(row.cells) for row in grid.rows] == table


OBJECTS = '{"id": 1, "title": "а;б"}\n{"id": 2, "title": "в"}\n'
ARRAY = '[{"id": 1, "title": "а;б"}]'


@pytest.mark.parametrize(
    ("name", "text", "file_format", "keyed", "first"),
    [
        ("plan.json", ARRAY, None, True, ("id", "title")),
        ("plan.JSON", OBJECTS, None, True, ("id", "title")),
        ("plan.ndjson", OBJECTS, None, True, ("id", "title")),
        ("plan.jsonl", OBJECTS, None, True, ("id", "title")),
        ("стандартный ввод", ARRAY, None, True, ("id", "title")),
        ("стандартный ввод", " \n" + OBJECTS, None, True, ("id", "title")),
        ("стандартный ввод", "Дата;Тема\n1;а", None, False, ("Дата", "Тема")),
        ("plan.csv", "Дата;Тема\n1;а", None, False, ("Дата", "Тема")),
        ("plan.TSV", "Дата\tТема\n1\tа", None, False, ("Дата", "Тема")),
        ("plan.txt", "[Дата];Тема\n1;а", None, False, ("[Дата]", "Тема")),
        ("plan.csv", OBJECTS, "ndjson", True, ("id", "title")),
        ("plan.csv", ARRAY, "json", True, ("id", "title")),
        ("plan.json", "[Дата];Тема\n1;а", "csv", False, ("[Дата]", "Тема")),
        ("plan.json", "[Дата]\tТема\n1\tа", "tsv", False, ("[Дата]", "Тема")),
    ],
)
def test_the_reader_is_chosen_by_the_wish_then_the_name_then_the_content(
    name: str, text: str, file_format: str | None, keyed: bool, first: tuple[str, ...]
) -> None:
    grid = read_source(name, text.encode(), file_format=file_format)

    assert (grid.keyed, grid.rows[0].cells, grid.encoding) == (keyed, first, "utf-8")


def test_json_is_read_in_any_encoding() -> None:
    data = json.dumps([{"title": "Вебинар"}], ensure_ascii=False).encode("utf-16")

    grid = read_source("plan.json", data)

    assert (grid.encoding, grid.rows[1].cells) == ("utf-16", ("Вебинар",))


def test_options_reach_the_readers() -> None:
    grid = read_source("plan.csv", "Дата;а|Тема".encode("cp866"), encoding="866", delimiter="|")

    assert (grid.encoding, grid.delimiter) == ("cp866", "|")
    assert grid.rows[0].cells == ("Дата;а", "Тема")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "webinars.csv",
            b"",
            "webinars.csv: файл пуст: в нём нет ни одной строки. Выгрузите таблицу заново.",
        ),
        (
            "webinars.csv",
            b"%PDF-1.7",
            "webinars.csv: это документ PDF, а не таблица: откройте файл и сохраните таблицу "
            "как CSV (в Excel: «Сохранить как» → «CSV UTF-8»).",
        ),
        (
            "webinars.csv",
            'Дата;Тема\n1;"не закрыта'.encode(),
            "webinars.csv: строка файла 2, столбец 2: кавычка открыта и до конца файла не закрыта. "
            'Закройте или уберите её; кавычку внутри ячейки удваивают: "".',
        ),
        (
            "plan.json",
            b'[{"id": 1},',
            "plan.json: строка 1, символ 12: это не JSON: ожидалось значение. Исправьте это место "
            "или выгрузите файл заново.",
        ),
    ],
)
def test_a_refusal_begins_with_the_name_of_the_file(name: str, data: bytes, message: str) -> None:
    with pytest.raises(Refused) as caught:
        read_source(name, data)

    assert str(caught.value) == message


def test_an_option_that_fits_no_file_is_a_misuse_of_the_option() -> None:
    with pytest.raises(Misused, match=r"^Неизвестная кодировка: «утф»"):
        read_source("plan.csv", b"a;b", encoding="утф")
    with pytest.raises(Misused, match=r"^Разделитель «точка» не годится"):
        read_source("plan.csv", b"a;b", delimiter="точка")
    with pytest.raises(Misused) as caught:
        read_source("plan.csv", b"a;b", file_format="xlsx")
    assert str(caught.value) == "Неизвестный формат: «xlsx». Есть: csv, tsv, json, ndjson."


def test_a_file_is_loaded_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "вебинары.csv"
    path.write_bytes(b"a;b\r\n")

    assert load(str(path), NOTHING) == (str(path), b"a;b\r\n")


def test_standard_input_is_loaded_where_the_path_is_a_dash() -> None:
    assert load("-", io.BytesIO(b"a;b\r\n")) == ("стандартный ввод", b"a;b\r\n")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "нет.csv")

    with pytest.raises(Refused) as caught:
        load(path, NOTHING)

    assert str(caught.value) == f"файл не найден: {path}. Проверьте имя и папку."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        load(str(tmp_path), NOTHING)

    assert str(caught.value) == f"{tmp_path}: это папка, а не файл. Укажите файл в ней."


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            PermissionError(13, "Permission denied"),
            "нет права читать файл. Закройте его в других программах, проверьте права.",
        ),
        (
            OSError(5, "Input/output error"),
            "файл не читается (Input/output error). Скопируйте его на диск и повторите.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    error: OSError, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(Refused) as caught:
        load("plan.csv", NOTHING)

    assert str(caught.value) == f"plan.csv: {message}"


def test_a_folder_is_named_where_the_system_only_denies_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(Refused, match="это папка, а не файл"):
        load(str(tmp_path), NOTHING)


@pytest.mark.parametrize("path", ["-", "big.csv"])
def test_a_file_too_large_is_refused(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sources, "LARGEST_FILE", 1024**2)
    data = bytes(1024**2 + 1)
    Path("big.csv").write_bytes(data)

    with pytest.raises(Refused) as caught:
        load(path, io.BytesIO(data))

    name = "стандартный ввод" if path == "-" else path
    assert str(caught.value) == (
        f"{name}: файл больше 1 МБ. Проверьте, тот ли это файл, или разделите его на части."
    )


def test_a_file_of_just_the_limit_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST_FILE", 5)

    assert load("-", io.BytesIO(b"a;b;c"))[1] == b"a;b;c"
