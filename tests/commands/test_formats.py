"""The formats of lists, cards and exports, on stdout and in files."""

import csv
import errno
import io
import json
import os
import stat
from pathlib import Path

import pytest

from tests.commands.conftest import Given, Result, Rumo

COLUMNS = "--columns id,date,title,omo,participants"


@pytest.fixture(autouse=True)
def two_webinars(given: Given) -> None:
    year = {"academic_year": "2024-2025", "form": "webinar"}
    given(
        "webinar",
        {
            "title": "Чтение; письмо",
            "date": "2024-10-22",
            "omo": ["ОМО-02", "ОМО-04"],
            "status": "held",
            "participants": 120,
            "participants_qualifier": "at_least",
            **year,
        },
        {"title": "=СУММА(A1)", "date": "2024-11-05", "status": "planned", **year},
    )


PLAIN = """\
Вебинары, 2024-2025 учебный год

  ID  Дата        Тема            ОМО               Участников
----  ----------  --------------  --------------  ------------
   1  22.10.2024  Чтение; письмо  ОМО-02; ОМО-04  не менее 120
   2  05.11.2024  =СУММА(A1)
"""
TABLE = """\
Вебинары, 2024-2025 учебный год

ID  Дата        Тема            ОМО               Участников
────────────────────────────────────────────────────────────
 1  22.10.2024  Чтение; письмо  ОМО-02; ОМО-04  не менее 120
 2  05.11.2024  =СУММА(A1)
"""
MARKDOWN = """\
# Вебинары, 2024-2025 учебный год

| ID | Дата | Тема | ОМО | Участников |
| ---: | --- | --- | --- | ---: |
| 1 | 22.10.2024 | Чтение; письмо | ОМО-02; ОМО-04 | не менее 120 |
| 2 | 05.11.2024 | =СУММА(A1) |  |  |
"""
CSV = (
    "id,date,title,omo,participants\r\n"
    '1,2024-10-22,Чтение; письмо,"ОМО-02\nОМО-04",120\r\n'
    "2,2024-11-05,=СУММА(A1),,\r\n"
)
EXCEL_CSV = (
    "ID rumo;Дата;Тема;ОМО;Участников\r\n"
    '1;22.10.2024;"Чтение; письмо";"ОМО-02\nОМО-04";не менее 120\r\n'
    "2;05.11.2024;'=СУММА(A1);;\r\n"
)
TSV = (
    "id\tdate\ttitle\tomo\tparticipants\n"
    '1\t2024-10-22\tЧтение; письмо\t"ОМО-02\nОМО-04"\t120\n'
    "2\t2024-11-05\t=СУММА(A1)\t\t\n"
)
ROWS = [
    {
        "id": 1,
        "date": "2024-10-22",
        "title": "Чтение; письмо",
        "omo": ["ОМО-02", "ОМО-04"],
        "participants": 120,
    },
    {"id": 2, "date": "2024-11-05", "title": "=СУММА(A1)", "omo": [], "participants": None},
]
NDJSON = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
TEXTS = {
    "plain": PLAIN,
    "md": MARKDOWN,
    "csv": CSV,
    "excel-csv": "\ufeff" + EXCEL_CSV,
    "tsv": TSV,
    "ndjson": NDJSON,
}


@pytest.mark.parametrize("format_name", TEXTS)
def test_a_list_in_a_format(rumo: Rumo, format_name: str) -> None:
    assert rumo(f"webinar list {COLUMNS} -f {format_name}") == Result(0, TEXTS[format_name])


def test_a_list_as_a_terminal_shows_it(rumo: Rumo) -> None:
    result = rumo(f"webinar list {COLUMNS} -f table")

    assert [line.rstrip() for line in result.out.splitlines()] == TABLE.splitlines()


def test_a_list_as_json(rumo: Rumo) -> None:
    assert rumo(f"webinar list {COLUMNS} -f json").json == ROWS


def test_a_list_as_a_page(rumo: Rumo) -> None:
    page = rumo(f"webinar list {COLUMNS} -f html").out

    assert page.startswith("<!doctype html>\n")
    assert '<caption><h1 id="table-1">Вебинары, 2024-2025 учебный год</h1></caption>' in page
    assert "<td>Чтение; письмо</td>" in page


def test_a_pipe_gets_plain(rumo: Rumo) -> None:
    assert rumo(f"webinar list {COLUMNS}") == Result(0, PLAIN)


def test_export_alone_writes_csv_with_every_key(rumo: Rumo) -> None:
    result = rumo("webinar export")

    rows = list(csv.DictReader(io.StringIO(result.out)))
    keys = list(rumo("webinar show 1 -f json").json)
    assert list(rows[0]) == keys
    assert [row["title"] for row in rows] == ["Чтение; письмо", "=СУММА(A1)"]


def test_export_takes_filters_and_columns(rumo: Rumo) -> None:
    assert rumo("webinar export --status held --columns title") == Result(
        0, "title\r\nЧтение; письмо\r\n"
    )


def test_a_card_shows_what_is_filled(rumo: Rumo) -> None:
    rumo("webinar", "edit", "1", "--notes", "первая строка\nвторая строка")

    assert rumo("webinar show 1") == Result(
        0,
        """\
Вебинар 1

Поле         Значение
-----------  ----------------------------
Учебный год  2024-2025
Дата         22.10.2024
Тема         Чтение; письмо
Форма        вебинар
ОМО          ОМО-02; ОМО-04
Статус       проведён
Участников   не менее 120
Примечание   первая строка; вторая строка
""",
    )


def test_cards_of_several_records_stand_side_by_side(rumo: Rumo) -> None:
    assert rumo("webinar show 2 1 2") == Result(
        0,
        """\
Вебинары 2, 1

Поле         2             1
-----------  ------------  --------------
Учебный год  2024-2025     2024-2025
Дата         05.11.2024    22.10.2024
Тема         =СУММА(A1)    Чтение; письмо
Форма        вебинар       вебинар
ОМО                        ОМО-02; ОМО-04
Статус       запланирован  проведён
Участников                 не менее 120
""",
    )


def test_several_records_as_json_are_an_array(rumo: Rumo) -> None:
    assert [each["id"] for each in rumo("webinar show 2 1 -f json").json] == [2, 1]


def test_a_record_as_csv_has_every_key(rumo: Rumo) -> None:
    assert rumo("webinar show 2 -f csv").out.count("\r\n") == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.txt", PLAIN),
        ("list.md", MARKDOWN),
        ("list.csv", "\ufeff" + EXCEL_CSV),
        ("LIST.CSV", "\ufeff" + EXCEL_CSV),
        ("list.tsv", TSV),
        ("list.ndjson", NDJSON),
        ("list.jsonl", NDJSON),
    ],
)
def test_the_extension_of_a_file_decides(rumo: Rumo, name: str, text: str) -> None:
    assert rumo(f"webinar list {COLUMNS} -o {name}") == Result(0, "", f"Записано: {name}\n")
    assert Path(name).read_bytes().decode() == text


def test_the_format_named_goes_before_the_extension(rumo: Rumo) -> None:
    rumo(f"webinar list {COLUMNS} -f csv -o list.txt")

    assert Path("list.txt").read_bytes().decode() == CSV


def test_a_dash_is_stdout(rumo: Rumo) -> None:
    assert rumo(f"webinar list {COLUMNS} -o -") == Result(0, PLAIN)


def test_an_unknown_extension_names_the_known_ones(rumo: Rumo) -> None:
    assert rumo("webinar list -o list.xls") == Result(
        2,
        "",
        "Ошибка: По имени файла «list.xls» не понять, в каком виде его записать. Известны "
        "расширения .txt .md .html .htm .csv .tsv .json .ndjson .jsonl .xlsx; либо назовите вид "
        "сами: -f table | plain | md | html | csv | excel-csv | tsv | json | ndjson | xlsx.\n",
    )


def test_an_unknown_format_names_the_known_ones(rumo: Rumo) -> None:
    assert rumo("webinar list -f xls") == Result(
        2,
        "",
        "Использование: rumo webinar list [ПАРАМЕТРЫ]\nСправка: rumo webinar list --help\n\n"
        "Ошибка: Неверное значение для '-f' / '--format': 'xls' не входит в список: 'table', "
        "'plain', 'md', 'html', 'csv', 'excel-csv', 'tsv', 'json', 'ndjson', 'xlsx'.\n",
    )


def test_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_rights(rumo: Rumo) -> None:
    Path("shared.csv").touch()
    Path("shared.csv").chmod(0o644)

    for name, mode in (("new.csv", 0o600), ("shared.csv", 0o644)):
        rumo(f"webinar list -o {name}")

        assert stat.S_IMODE(Path(name).stat().st_mode) == mode


def test_a_link_leads_to_the_file_that_is_replaced(rumo: Rumo) -> None:
    Path("real.csv").touch()
    Path("link.csv").symlink_to("real.csv")

    rumo(f"webinar list {COLUMNS} -o link.csv")

    assert Path("link.csv").is_symlink()
    assert Path("real.csv").read_bytes().decode() == "\ufeff" + EXCEL_CSV


def test_a_pipe_of_the_system_is_written_to_and_stays(rumo: Rumo) -> None:
    os.mkfifo("pipe.tsv")
    reader = os.open("pipe.tsv", os.O_RDONLY | os.O_NONBLOCK)

    result = rumo(f"webinar list {COLUMNS} -o pipe.tsv")

    assert result.code == 0
    assert os.read(reader, 4096).decode() == TSV
    assert stat.S_ISFIFO(Path("pipe.tsv").stat().st_mode)
    os.close(reader)


def test_a_folder_that_is_not_there_is_told_before_anything_is_done(
    rumo: Rumo,
) -> None:
    assert rumo("webinar list -o nowhere/list.csv") == Result(
        1,
        "",
        "Ошибка: Файл не записан: nowhere/list.csv: такой папки нет. Укажите другое место.\n",
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "на диске нет места"),
        (errno.EACCES, "нет права писать в эту папку"),
        (errno.EROFS, "диск доступен только для чтения"),
        (errno.EDQUOT, "исчерпана квота на диске"),
    ],
)
@pytest.mark.parametrize("step", ["tempfile.mkstemp", "os.fsync", "pathlib.Path.replace"])
def test_a_file_is_written_whole_or_not_at_all(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int, reason: str, step: str
) -> None:
    Path("list.csv").write_text("прежнее", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as disk:
        disk.setattr(step, refuse)
        result = rumo("webinar list -o list.csv")

    assert result == Result(
        1,
        "",
        f"Ошибка: Файл не записан: {tmp_path / 'list.csv'}: {reason}. Укажите другое место.\n",
    )
    assert Path("list.csv").read_text(encoding="utf-8") == "прежнее"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_folder_is_no_file(rumo: Rumo) -> None:
    Path("folder.csv").mkdir()

    result = rumo("webinar list -o folder.csv")

    assert result.code == 2
    assert result.err.splitlines()[-1].startswith("Ошибка: Неверное значение для '-o' / '--output'")
