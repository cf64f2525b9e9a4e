"""`report text`: the methodist's own texts in the sections of the annual analysis."""

import sys
from pathlib import Path

import pytest
from docx import Document
from jsonschema import Draft202012Validator

from rumo_cli.records.own_text import TEXT
from rumo_cli.records.schema import json_schema
from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR = "2024-2025"
KEYS = ", ".join(option.key for option in SECTION.options)


def own(section: str, text: str, place: str = "after", year: str = YEAR) -> Record:
    return {"academic_year": year, "section": section, "place": place, "text": text}


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, someone_at_the_terminal: None) -> Path:
    """The script of an editor: what it says is done to the text of the file in argv[1]."""
    del someone_at_the_terminal
    script = tmp_path / "editor.py"
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    return script


def saves(script: Path, expression: str) -> None:
    """Let the editor save what an expression makes of `text`."""
    script.write_text(
        "import os, sys, pathlib\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "text = file.read_text('utf-8')\n"
        f"file.write_text({expression}, 'utf-8')\n"
        "os.utime(file, (2e9, 2e9))\n",
        "utf-8",
    )


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (["conclusions", "--text", "Итоги хорошие."], None),
        (["Выводы", "-"], "Итоги хорошие.\n"),
        (["выв", "-"], "  Итоги   хорошие. \r\n\r\n".encode("cp1251")),
        (["conclusions", "итоги.md"], None),
        (["conclusions", "итоги.docx"], None),
    ],
)
def test_a_text_is_written_from_anywhere(
    rumo: Rumo, stored: Stored, place: Path, words: list[str], stdin: str | bytes | None
) -> None:
    Path("итоги.md").write_text("Итоги хорошие.\n", "utf-8")
    document = Document()
    document.add_paragraph("Итоги хорошие.")
    document.save("итоги.docx")

    assert rumo("report", "text", *words, stdin=stdin) == Result(
        0,
        "Записано: «Выводы», 2024-2025 учебный год, после написанного rumo\n",
        f"Создано хранилище: {place}\n",
    )
    assert stored("text") == {1: own("conclusions", "Итоги хорошие.")}
    assert list(stored("year")) == [2024]


def test_what_is_shown_is_what_can_be_written_again(rumo: Rumo, stored: Stored) -> None:
    text = "Итоги.\n\n- первое;\n- второе.\n\nИ на двух\nстроках.\n"
    rumo("report text conclusions -", stdin=text)

    assert rumo("report text conclusions") == Result(0, text)
    assert rumo("report text conclusions -", stdin=text) == Result(
        0, "Без изменений: «Выводы», 2024-2025 учебный год, после написанного rumo\n"
    )
    assert len(rumo("log -f json").json) == 1
    assert list(stored("text")) == [1]


def test_a_new_text_takes_the_place_of_the_old_and_one_undo_brings_it_back(rumo: Rumo) -> None:
    rumo("report text plan --text Раз --place instead")

    assert rumo("report text plan --text Два").out == (
        "Изменено: «Выполнение планов», 2024-2025 учебный год, вместо написанного rumo\n"
    )
    assert rumo("report text plan").out == "Два\n"
    assert rumo("undo").out == "Отменено: rumo report text plan --text Два (1 запись)\n"
    assert rumo("report text plan").out == "Раз\n"


def test_a_section_has_a_text_in_each_place(rumo: Rumo, stored: Stored) -> None:
    for place in ("после", "instead", "до"):
        rumo(f"report text plan --text Текст-{place} --place {place}")

    assert [each["place"] for each in stored("text").values()] == ["after", "instead", "before"]
    assert rumo("report text plan").out == (
        "[до]\nТекст-до\n\n[после]\nТекст-после\n\n[вместо]\nТекст-instead\n"
    )
    assert rumo("report text plan --place instead").out == "Текст-instead\n"
    assert rumo("report text plan --text Новый") == Result(
        2,
        "",
        "Ошибка: В разделе «Выполнение планов» своих текстов несколько; укажите --place: "
        "before, after, instead.\n",
    )


def test_without_a_section_all_of_them_are_listed(rumo: Rumo, given: Given) -> None:
    given("text", own("hotline", "А\n\n" + "слово " * 30), own("hotline", "Б", "before"))

    lines = rumo("report text").out.splitlines()

    assert lines[0] == "Свои тексты анализа, 2024-2025 учебный год"
    assert [line.split()[0] for line in lines[4:-2]] == [
        option.key for option in SECTION.options for _ in range(2 if option.key == "hotline" else 1)
    ]
    assert [line.split()[-3:] for line in lines if line.startswith("hotline")] == [
        ["РУМО", "до", "Б"],
        ["слово", "слово", "…"],
    ]
    assert lines[-1] == "Записать: rumo report text КЛЮЧ ФАЙЛ --year 2024-2025"


def test_machines_read_whole_texts(rumo: Rumo, given: Given) -> None:
    given(
        "text", own("plan", "Да.\n\nНет."), own("hotline", "Б"), own("plan", "В", year="2023-2024")
    )

    texts = rumo("report text -f json").json

    assert texts == [{"id": 2, **own("hotline", "Б")}, {"id": 1, **own("plan", "Да.\n\nНет.")}]
    assert rumo("report text планов -f json").json == texts[1:]
    assert rumo("report text mentoring -f json").json == []
    for each in texts:
        Draft202012Validator(json_schema(TEXT)).validate(each)
    assert rumo("report text plan -f csv").out == (
        'section,heading,place,text\r\nplan,Выполнение планов,after,"Да.\n\nНет."\r\n'
    )


def test_of_a_section_without_a_text_it_is_said_how_to_write_one(rumo: Rumo) -> None:
    rumo("report text plan --text Текст")

    assert rumo("report text mentoring") == Result(
        0,
        "",
        "Своего текста нет: «Программы наставничества», 2024-2025 учебный год.\n"
        "Записать: rumo report text mentoring ФАЙЛ --year 2024-2025\n",
    )
    assert rumo("report text plan --place до").err.startswith(
        "Своего текста нет: «Выполнение планов», 2024-2025 учебный год, до написанного rumo.\n"
    )


def test_remove_takes_the_texts_of_a_section_away(rumo: Rumo, stored: Stored, given: Given) -> None:
    given("text", own("plan", "А"), own("plan", "Б", "before"), own("hotline", "В"))

    assert rumo("report text plan --remove --place до") == Result(
        0,
        "Удалено: «Выполнение планов», 2024-2025 учебный год, до написанного rumo\n",
        "Вернуть: rumo undo\n",
    )
    rumo("undo")
    rumo("report text plan --remove")
    assert list(stored("text")) == [3]
    assert rumo("report text plan --remove") == Result(
        3, "", "Ошибка: Своего текста нет: «Выполнение планов», 2024-2025 учебный год.\n"
    )


def test_another_years_texts_are_taken_over(rumo: Rumo, stored: Stored, given: Given) -> None:
    given(
        "text",
        own("plan", "А", year="2023-2024"),
        own("plan", "Б", "before", year="2023-2024"),
        own("plan", "В", "before"),
        own("hotline", "Г", year="2023-2024"),
    )

    assert rumo("report text plan --from 2023-2024").out == (
        "Изменено: «Выполнение планов», 2024-2025 учебный год, до написанного rumo\n"
        "Записано: «Выполнение планов», 2024-2025 учебный год, после написанного rumo\n"
    )
    assert [each["text"] for each in stored("text").values()] == ["А", "Б", "Б", "Г", "А"]
    assert rumo("report text hotline --from 2023-2024 --place до").code == 3


@pytest.mark.usefixtures("editor")
def test_the_editor_begins_with_what_stands_there(rumo: Rumo, editor: Path, stored: Stored) -> None:
    saves(editor, "text + 'Первое.\\n'")
    rumo("report text plan --edit")
    saves(editor, "text + '\\n* Второе.\\n'")

    assert rumo("report text plan --edit").out.startswith("Изменено: ")
    assert stored("text")[1]["text"] == "Первое.\n\n- Второе."


def test_an_editor_that_saves_nothing_changes_nothing(rumo: Rumo, editor: Path) -> None:
    editor.write_text("", "utf-8")

    assert rumo("report text plan --edit") == Result(
        1, "", "Ошибка: Редактор закрыт без сохранения, ничего не записано.\n"
    )
    rumo("report text plan --text Да")
    assert rumo("report text plan --edit").out.startswith("Без изменений: ")
    saves(editor, "''")
    assert rumo("report text plan --edit") == Result(
        1,
        "",
        "Ошибка: Текст пуст, ничего не записано. Убрать свой: rumo report text plan --remove\n",
    )


def test_an_editor_that_fails_is_told(rumo: Rumo, editor: Path) -> None:
    editor.write_text("raise SystemExit(1)", "utf-8")

    result = rumo("report text plan --edit")

    assert result.code == 1
    assert result.err.endswith("редактирование не удалось\n")


def test_without_a_terminal_there_is_no_editor(rumo: Rumo, place: Path) -> None:
    assert rumo("report text plan --edit") == Result(
        2, "", "Ошибка: --edit: редактор открывается только в терминале. Укажите ФАЙЛ или «-».\n"
    )
    assert not place.exists()


CLOSED = (
    "2024-2025 учебный год закрыт, записи не меняются. Открыть снова: rumo year reopen 2024-2025"
)


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize(
    "how", ["--text Новый", "--text А", "--remove", "--edit", "--from 2023-2024"]
)
def test_the_texts_of_a_closed_year_are_read_and_stay(rumo: Rumo, given: Given, how: str) -> None:
    given("text", own("plan", "А"), own("plan", "Б", year="2023-2024"))
    rumo("year close 2024-2025")

    assert rumo(f"report text plan {how}") == Result(1, "", f"Ошибка: {CLOSED}\n")
    assert rumo("report text plan").out == "А\n"
    assert rumo("report text plan --from 2024-2025 --year 2023-2024").code == 0
    assert rumo("report text plan --year 2023-2024").out == "А\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("report text plna",
         f"раздела «plna» в анализе нет. Похоже на: plan. Все разделы: {KEYS}."),
        ("report text ''", f"раздела «» в анализе нет. Все разделы: {KEYS}."),
        ("report text план",
         "«план» подходит к нескольким разделам: adoption «План работы и его принятие», "
         "plan «Выполнение планов»."),
        ("report text plan --place сбоку", "«сбоку»: ожидается одно из: до, после, вместо"),
        ("report text --text А", "Назовите раздел: rumo report text РАЗДЕЛ."),
        ("report text --place до", "Назовите раздел: rumo report text РАЗДЕЛ."),
        ("report text plan f.txt --text А",
         "Укажите что-то одно: ФАЙЛ, --text, --edit, --from или --remove."),
        ("report text plan --text А -o f.txt",
         "-f и -o — для показа; вместе с записью текста их не бывает."),
        ("report text plan --encoding utf-8", "--encoding — о файле: укажите и его."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_misuse(rumo: Rumo, line: str, message: str) -> None:
    result = rumo(line)

    assert result.code == 2
    assert message in result.err


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("report text hotline --text ' '", 1,
         "Текст пуст, ничего не записано. Убрать свой: rumo report text hotline --remove"),
        ("report text hotline -", 1, "стандартный ввод: текста в файле нет."),
        ("report text hotline нет.txt", 1, "файл не найден: нет.txt. Проверьте имя и папку."),
        ("report text hotline --from 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2024-2025."),
        ("report text hotline --from 2024-2025", 2,
         "--from 2024-2025: это тот же учебный год, назовите другой."),
        ("report text hotline --year 2020-2021", 3,
         "Учебного года 2020-2021 в хранилище нет; есть: 2024-2025."),
        ("report text --year all", 2, None),
    ],
)  # fmt: skip
def test_what_cannot_be_done_writes_nothing(
    rumo: Rumo, stored: Stored, given: Given, line: str, code: int, message: str | None
) -> None:
    given("text", own("plan", "А"))

    result = rumo(line, stdin="")

    assert result.code == code
    assert message is None or result == Result(code, "", f"Ошибка: {message}\n")
    assert stored("text") == {1: own("plan", "А")}


def test_a_new_year_takes_over_what_holds_from_year_to_year(
    rumo: Rumo, stored: Stored, given: Given
) -> None:
    given(
        "text",
        own("directions", "А"),
        own("directions", "Б", "before"),
        own("priorities", "В"),
        own("conclusions", "Г"),
        own("priorities", "Д", year="2025-2026"),
    )

    result = rumo("year open 2025-2026 --from 2024-2025")

    assert "В анализ взяты тексты 2024-2025: «Основные направления деятельности».\n" in result.err
    assert list(stored("text").values())[5:] == [
        own("directions", "Б", "before", year="2025-2026"),
        own("directions", "А", year="2025-2026"),
    ]
    assert "взяты тексты" not in rumo("year open 2025-2026 --from 2024-2025").err


def test_the_year_shows_how_many_texts_it_has(rumo: Rumo, given: Given) -> None:
    given("text", own("plan", "А"), own("plan", "Б", "before"))

    assert "Тексты анализа  2\n" in rumo("year show").out


def test_quiet_says_nothing(rumo: Rumo) -> None:
    assert rumo("-q report text plan --text А") == Result(0)
    assert rumo("-q report text plan --remove") == Result(0)
    assert rumo("-q report text plan") == Result(0)
