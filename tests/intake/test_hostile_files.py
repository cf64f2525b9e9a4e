"""Files that were made to be a burden: each is refused or read, soon and within bounds."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake.grid import MOST_COLUMNS
from rumo_cli.intake.sources import read_tables
from rumo_cli.intake.workbooks.ods_facts import MOST_REPEATED
from tests.commands.conftest import Rumo, isolated, rumo
from tests.intake.books import ods, ods_row, ods_text

__all__ = ["isolated", "rumo"]

MEGABYTE = 1_000_000
ROOT = Path(__file__).parents[2]


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as error:
        read_tables(name, data)
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "Тема\n" + "я" * (MEGABYTE + 1), "в ячейке 1 000 001 символов"),
        ("a.csv", "Тема\n" + "я;" * 300_000, "в таблице больше 16 384 столбцов."),
        ("a.csv", "Тема\n" + '"' * (MEGABYTE + 1), "кавычка открыта и до конца файла не закрыта."),
        ("a.csv", 'Тема\n"' + "я\n" * 500_000, "кавычка открыта и до конца файла не закрыта."),
        ("a.csv", " " * MEGABYTE, "файл пуст"),
        ("a.json", "[" * 100_000 + "]" * 100_000, "слишком глубокая вложенность."),
        ("a.json", '{"a":' * 100_000, "слишком глубокая вложенность."),
        ("a.json", '[{"n":' + "9" * MEGABYTE + "}]", "числа больше 9007199254740992"),
        (
            "a.json",
            "[{" + ",".join(f'"{n}":1' for n in range(MOST_COLUMNS + 1)) + "}]",
            "в таблице больше 16 384 столбцов.",
        ),
        (
            "a.json",
            "[" + ",".join(f'{{"{n}":1}}' for n in range(MOST_COLUMNS + 1)) + "]",
            "в таблице больше 16 384 столбцов.",
        ),
    ],
)
def test_what_is_no_register_is_refused(name: str, text: str, message: str) -> None:
    assert message in refusal(name, text.encode()).replace("\N{NO-BREAK SPACE}", " ")


def test_as_many_columns_as_a_sheet_has_are_read() -> None:
    (grid,) = read_tables("a.csv", (";" * (MOST_COLUMNS - 1)).encode())

    assert len(grid.rows[0].cells) == MOST_COLUMNS


HEADING = "Тема;Дата;Время;ОМО;Ведущий;Кол-во участников"


@pytest.mark.parametrize(
    "row",
    [
        f"т;{'15.10.2024, ' * 80_000};;;;",
        f"т;{'1.' * 400_000};;;;",
        f"т;{'(' * 900_000};;;;",
        f"т;{'перенос ' * 60_000};;;;",
        f"т;15.10.2024;{'15:00-' * 150_000};;;",
        f"т;15.10.2024;;{'ОМО-02, ' * 70_000};;",
        f"т;15.10.2024;;;{'Иванов И.И., ' * 40_000};",
        f"т;15.10.2024;;;;{'1' * 900_000}",
        f"т{' ' * 900_000}(;15.10.2024;;;;",
        f"{'(' * 900_000};15.10.2024;;;;",
        f"т;15.10.2024;;;;;{';'.join(['я'] * 16_000)}",
    ],
    ids=range(11),
)
def test_a_cell_of_a_megabyte_is_no_more_than_a_bad_cell(rumo: Rumo, row: str) -> None:
    Path("а.csv").write_text(f"{HEADING}\n{row}\n", encoding="utf-8")

    result = rumo("webinar import а.csv --dry-run")

    assert result.code in {0, 1}
    assert "Непредвиденная ошибка" not in result.err
    assert len(result.err.splitlines()) < 40


@pytest.mark.parametrize("heading", ["кол-во участников " * 30_000, "(" * 900_000, "я" * 900_000])
def test_a_heading_of_a_megabyte_names_nothing(rumo: Rumo, heading: str) -> None:
    Path("а.csv").write_text(f"Тема;Дата;{heading}\nт;15.10.2024;1\n", encoding="utf-8")

    assert rumo("webinar import а.csv --dry-run -f json").json["files"][0]["added"] == 1


def test_columns_without_a_heading_are_told_and_then_counted(rumo: Rumo) -> None:
    Path("а.csv").write_text(f"Тема;Дата\nт;15.10.2024{';я' * 30}\n", encoding="utf-8")

    told = rumo("webinar import а.csv --dry-run").err.splitlines()

    assert [line for line in told if "толб" in line][-2:] == [
        "  У столбца 22 нет заголовка; не взято ячеек: 1.",
        "  Столбцов без заголовка ещё 10; из них ничего не взято.",
    ]


def repeated(rows: int, columns: int) -> bytes:
    return ods(
        ods_row(
            ods_text("я", f' table:number-columns-repeated="{columns}"'),
            attributes=f' table:number-rows-repeated="{rows}"',
        )
    )


def test_a_cell_that_is_repeated_a_million_times() -> None:
    assert refusal("а.ods", repeated(MOST_REPEATED // 4 + 1, 4)) == (
        "а.ods: книга испорчена: лист «График» непомерно велик. Откройте её в Excel или "
        "LibreOffice, сохраните заново и повторите."
    )
    assert len(read_tables("а.ods", repeated(50, 4))[0].rows) == 50


READING = r"""
import re, sys
from rumo_cli.errors import Refused
from rumo_cli.intake.sources import load, read_tables
try:
    read_tables(*load(sys.argv[1], sys.stdin.buffer))
except Refused as error:
    print(error)
print(int(re.search(r"VmHWM:\s*(\d+) kB", open("/proc/self/status").read())[1]) // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is of Linux")
@pytest.mark.parametrize(
    ("name", "part"),
    [("а.xlsx", "xl/worksheets/sheet1.xml"), ("а.docx", "word/document.xml")],
)
def test_a_bomb_of_ten_gigabytes_is_refused_under_200_megabytes(
    tmp_path: Path, name: str, part: str
) -> None:
    bomb = tmp_path / name
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open(part, "w", force_zip64=True) as stream,
    ):
        for piece in pieces_of(400 * MEGABYTE):
            stream.write(piece)

    *told, peak = subprocess.run(
        [sys.executable, "-c", READING, str(bomb)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    ).stdout.splitlines()

    assert "так выглядит «архивная бомба»" in told[0]
    assert int(peak) < 200


def pieces_of(size: int) -> Iterator[bytes]:
    """Yield blanks; what is there beyond the limit is never unpacked, so 400 MB do for 10 GB."""
    for _ in range(size // MEGABYTE):
        yield b" " * MEGABYTE
