"""`webinar letter`: a letter that goes out whole, and what the store keeps of it."""

import stat
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Pt

from commands import letter_numbers
from rumo_cli.errors import StoreBusy
from rumo_cli.records.values import Record
from store.contract import Transaction
from store.location import open_store
from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR: Record = {"academic_year": "2024-2025", "form": "webinar", "status": "planned"}
WEBINARS: list[Record] = [
    YEAR | {"title": "Дроби", "date": "2024-10-16", "omo": ["ОМО-04"]},
    YEAR | {"title": "Тревожность", "date": "2024-10-17", "omo": ["ОМО-17"]},
    YEAR | {"title": "Отменённый", "date": "2024-10-17", "status": "cancelled"},
    YEAR | {"title": "По запросам"},
    YEAR | {"title": "Через неделю", "date": "2024-10-23"},
]  # fmt: skip
SETTINGS: Record = {
    "institute": "ГАУ ДПО «Озёрный ИРО»",
    "signatory": "О.С. Кольцова",
    "signatory_position": "Ректор",
    "executor": "Лаптева А.В.",
}
WEEK = "webinar letter --week 2024-10-14"
NUMBERED = f"{WEEK} --number 7 --date 11.10.2024"
NOTED = "Письмо № 7 от 11.10.2024 (пт)"


@pytest.fixture(autouse=True)
def webinars(given: Given, associations: None, place: Path) -> None:
    del associations
    given("webinar", *WEBINARS)
    keep(place, "2024-2025", SETTINGS)


def keep(place: Path, year: str, settings: Record) -> None:
    def change(transaction: Transaction) -> None:
        transaction.open_year(year)
        transaction.replace("year", int(year[:4]), settings)

    open_store(str(place)).run(change, command="settings")


def numbers(stored: Stored) -> dict[str, tuple[object, object]]:
    """Return the letter of each webinar that has one."""
    return {
        str(each["title"]): (each["letter_no"], each.get("letter_date"))
        for each in stored("webinar").values()
        if each.get("letter_no")
    }


def text_of(name: str) -> str:
    document = docx.Document(name)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_without_a_file_it_is_text_for_an_e_mail(rumo: Rumo) -> None:
    result = rumo(WEEK)

    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("ГАУ ДПО «Озёрный ИРО»\n\nРуководителям органов местного ")
    assert "\n\nО проведении вебинаров с 14 по 19 октября 2024 года\n\n" in result.out
    assert result.out.endswith("\n\nРектор\nО.С. Кольцова\n\nЛаптева А.В.\n")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("письмо.txt", b"\xd0\x93"), ("письмо.md", b"\xd0\x93"), ("письмо.docx", b"PK\x03\x04")],
)
def test_a_file_has_the_format_of_its_name(rumo: Rumo, name: str, beginning: bytes) -> None:
    assert rumo(f"{WEEK} -o {name}") == Result(0, "", f"Записано: {name}\n")
    assert Path(name).read_bytes().startswith(beginning)
    assert stat.S_IMODE(Path(name).stat().st_mode) == 0o644


def test_a_letter_is_written_from_the_usual_week_or_any_other_days(rumo: Rumo) -> None:
    assert (
        rumo("webinar letter").err == "Эта неделя: 14–19 октября 2024 года (другая: --week ДАТА).\n"
    )
    assert (
        "О проведении вебинаров в октябре 2024 года" in rumo("webinar letter --month октябрь").out
    )
    assert "состоится 1 вебинар" in rumo(f"{WEEK} --omo матем").out


def test_number_and_date_stand_in_the_letter_and_with_what_it_announced(
    rumo: Rumo, stored: Stored
) -> None:
    result = rumo(f"{NUMBERED} -o письмо.docx")

    assert result.err == f"Записано: письмо.docx\n{NOTED}: отмечено у 3 вебинаров.\n"
    assert "11.10.2024 № 7" in text_of("письмо.docx")
    assert numbers(stored) == {
        "Дроби": ("7", "2024-10-11"),
        "Тревожность": ("7", "2024-10-11"),
        "По запросам": ("7", "2024-10-11"),
    }
    assert list(stored("publication").values()) == [
        {
            "academic_year": "2024-2025",
            "type": "letter",
            "title": "О проведении вебинаров с 14 по 19 октября 2024 года, № 7",
            "date": "2024-10-11",
        }
    ]


def test_a_second_time_changes_nothing_and_undo_takes_all_of_it_back(
    rumo: Rumo, stored: Stored, place: Path
) -> None:
    rumo(f"{NUMBERED} -o письмо.docx")
    letter, store = Path("письмо.docx").read_bytes(), (place / "store.json").read_bytes()
    again = rumo(f"{NUMBERED} -o письмо.docx")

    assert again.err == f"Записано: письмо.docx\n{NOTED}: без изменений.\n"
    assert Path("письмо.docx").read_bytes() == letter
    assert (place / "store.json").read_bytes() == store
    rumo("undo")
    assert (numbers(stored), dict(stored("publication"))) == ({}, {})


def test_without_a_number_nothing_is_kept(rumo: Rumo, place: Path) -> None:
    before = (place / "store.json").read_bytes()
    result = rumo(f"{WEEK} --date 11.10.2024")

    assert "\n\n11.10.2024 № ____________\n\n" in result.out
    assert (place / "store.json").read_bytes() == before


def test_a_number_without_a_date_is_of_today(rumo: Rumo, stored: Stored) -> None:
    result = rumo(f"{WEEK} --number №7")

    assert "\n\n15.10.2024 № 7\n\n" in result.out
    assert numbers(stored)["Дроби"] == ("7", "2024-10-15")


def test_another_letter_of_a_webinar_is_said(rumo: Rumo, stored: Stored) -> None:
    rumo(f"{NUMBERED} --omo матем")
    result = rumo(f"{WEEK} --number 8 --date 14.10.2024 --omo матем")

    assert result.err == (
        "Письмо № 8 от 14.10.2024 (пн): отмечено у 1 вебинара.\n"
        "Внимание: у webinar 1 было другое письмо, № 7 от 11.10.2024 (пт)\n"
    )
    assert numbers(stored) == {"Дроби": ("8", "2024-10-14")}
    assert len(stored("publication")) == 2


def test_many_of_them_are_counted(rumo: Rumo, given: Given) -> None:
    earlier = YEAR | {"date": "2024-10-18", "letter_no": "3"}
    given("webinar", *(earlier | {"title": f"Тема {number}"} for number in range(12)))
    lines = rumo(NUMBERED).err.splitlines()

    assert lines[1] == "Внимание: у webinar 6 было другое письмо, № 3"
    assert (len(lines), lines[-1]) == (12, "Внимание: другое письмо было ещё у 2")


@pytest.mark.parametrize("missing", ["institute", "signatory", "signatory_position"])
def test_a_letter_with_a_hole_does_not_go_out(rumo: Rumo, place: Path, missing: str) -> None:
    keep(place, "2024-2025", {key: value for key, value in SETTINGS.items() if key != missing})
    label = {
        "institute": "Институт",
        "signatory": "Подписывает",
        "signatory_position": "Должность подписывающего",
    }[missing]

    assert rumo(f"{WEEK} -o письмо.docx") == Result(
        1,
        "",
        "Ошибка: В настройках 2024-2025 учебного года нет того, без чего письмо не отправить: "
        f'«{label}». Задайте: rumo year set --year 2024-2025 {missing}="…"\n',
    )
    assert not Path("письмо.docx").exists()


def test_what_was_put_off_is_in_no_letter_with_a_day_or_without(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("webinar", YEAR | {"title": "Отложенный", "status": "postponed"})

    assert "Отложенный" not in rumo(f"{NUMBERED} -f plain").out
    assert "Отложенный" not in numbers(stored)


def test_a_letter_that_invites_to_a_day_that_is_over_says_so(rumo: Rumo) -> None:
    said = "Внимание: 17.10.2024 (чт) уже прошло, а письмо приглашает\n"

    assert rumo(f"{WEEK} --today 2024-10-18").err == said
    assert rumo(f"{WEEK} --today 2024-10-16").err == ""


def test_nothing_to_announce_is_no_letter(rumo: Rumo, stored: Stored) -> None:
    assert rumo("webinar letter --week 2024-11-12 --number 7 -o письмо.docx") == Result(
        1,
        "",
        "Ошибка: Вебинаров в эти дни нет, и письму не о чем сообщить. Назовите другие дни.\n",
    )
    assert not Path("письмо.docx").exists()
    assert numbers(stored) == {}


def test_a_missing_store_is_said(rumo: Rumo) -> None:
    assert rumo("--store нигде webinar letter").code == 4


def test_an_empty_number_is_refused(rumo: Rumo) -> None:
    assert rumo(f"{WEEK} --number '№ '").err == (
        "Ошибка: --number пуст: назовите номер письма, например --number 01-15/123.\n"
    )


def test_a_closed_year_keeps_no_number_and_no_letter_is_written(rumo: Rumo, place: Path) -> None:
    keep(place, "2024-2025", {**SETTINGS, "closed_date": "2025-06-30"})
    result = rumo(f"{NUMBERED} -o письмо.docx")

    assert result.code == 1
    assert result.err.startswith("Ошибка: ")
    assert "2024-2025" in result.err
    assert not Path("письмо.docx").exists()
    assert rumo(f"{WEEK} -o письмо.docx").code == 0


def test_a_file_that_cannot_be_written_keeps_no_number(rumo: Rumo, stored: Stored) -> None:
    result = rumo(f"{NUMBERED} -o нет/письмо.docx")

    assert (result.code, numbers(stored)) == (1, {})


def test_a_store_that_fails_afterwards_is_said(rumo: Rumo, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any) -> None:
        raise StoreBusy("Хранилище занято.")

    monkeypatch.setattr(letter_numbers, "_note", busy)

    assert rumo(f"{NUMBERED} -o письмо.docx") == Result(
        5,
        "",
        "Записано: письмо.docx\n"
        "Письмо записано, но его номер не сохранён: повторите команду.\n"
        "Ошибка: Хранилище занято.\n",
    )


def test_whom_to_and_by_whom_may_be_said(rumo: Rumo) -> None:
    out = rumo(
        *WEEK.split(), "--addressee", "Директорам школ", "--addressee", "Методистам",
        "--contacts", "00-00-02", "--executor", "Зимина А.А.",
    ).out  # fmt: skip

    assert "\n\nДиректорам школ\nМетодистам\n\n" in out
    assert "\n\nКонтакты для справок: 00-00-02\n\n" in out
    assert out.endswith("\n\nЗимина А.А.\n")


def test_the_template_of_rumo_restyled_keeps_its_style(rumo: Rumo) -> None:
    assert rumo("webinar letter --template-out образец.docx").err == (
        "Записан образец: образец.docx. Измените его в Word и дайте в --template.\n"
    )
    document = docx.Document("образец.docx")
    for name in ("Normal", "Текст письма", "Текст таблицы"):
        document.styles[name].font.name = "PT Astra Serif"
        document.styles[name].font.size = Pt(13)
    document.add_paragraph("С уважением, {{ объединение }}")
    document.save("свой.docx")

    assert rumo(f"{WEEK} --template свой.docx -o письмо.docx").code == 0
    letter = docx.Document("письмо.docx")
    assert {letter.styles[name].font.name for name in ("Normal", "Текст таблицы")} == {
        "PT Astra Serif"
    }
    assert letter.paragraphs[-1].text == "С уважением, "


def save(name: str, *paragraphs: str) -> None:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(name)


def test_an_unknown_placeholder_is_named_with_its_place(rumo: Rumo) -> None:
    save("свой.docx", "О вебинарах", "Исх. № {{ номерр }}")
    result = rumo(f"{NUMBERED} --template свой.docx -o письмо.docx")

    assert result.code == 1
    assert result.err == (
        "Ошибка: Образец свой.docx: поле «номерр» здесь неизвестно, похоже на «номер». Есть поля: "
        "адрес_института, адресат, дата, должность, заголовок, институт, исполнитель, количество, "
        "контакты, номер, объединение, период, подпись, регион, состоятся, часовой_пояс; "
        "в вебинары: время, дата, день_недели, другие_дни, изменение, категория, направление, омо, "
        "спикеры, ссылка, тема, форма; в без_даты: время, дата, день_недели, другие_дни, "
        "изменение, категория, направление, омо, спикеры, ссылка, тема, форма; "
        "абзац: «Исх. № {{ номерр }}».\n"
    )
    assert not Path("письмо.docx").exists()


def with_macros(name: str) -> None:
    save("без.docx", "текст")
    with ZipFile(name, "w") as target, ZipFile("без.docx") as source:
        for part in source.namelist():
            target.writestr(part, source.read(part))
        target.writestr("word/vbaProject.bin", b"macro")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("нет.docx", "файл не найден: нет.docx. Проверьте имя и папку."),
        (
            "текст.docx",
            "Образец текст.docx: это не документ Word, Excel или OpenDocument. Проверьте файл.",
        ),
        (
            "макрос.docx",
            "Образец макрос.docx: документ с макросами не читается: "
            "сохраните его без макросов (.docx).",
        ),
    ],
)
def test_what_is_no_template_is_refused(rumo: Rumo, name: str, what: str) -> None:
    Path("текст.docx").write_text("привет", encoding="utf-8")
    with_macros("макрос.docx")

    assert rumo(f"{WEEK} --template {name} -o письмо.docx") == Result(1, "", f"Ошибка: {what}\n")


def test_a_template_is_for_documents_alone(rumo: Rumo) -> None:
    save("свой.docx", "текст")

    assert rumo(f"{WEEK} --template свой.docx") == Result(
        2, "", "Ошибка: --template нужен документу Word: -o ФАЙЛ.docx или -f docx.\n"
    )
