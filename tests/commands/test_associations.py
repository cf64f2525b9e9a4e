"""ОМО: how they are named, and what happens with those that the directory lacks or renames."""

from pathlib import Path

import pytest

from tests.commands.conftest import Given, Result, Rumo, Stored

YEAR = {"academic_year": "2024-2025"}


@pytest.mark.usefixtures("associations")
@pytest.mark.parametrize(
    "name",
    [
        "ОМО-04",
        "омо-04",
        "OMO-04",
        "omo4",
        "ОМО 4",
        "ОМО № 4",
        "4",
        "04",
        "матем",
        "МАТЕМАТИКИ",
        "учителей математики",
        "ОМО учителей математики",
    ],
)
def test_an_association_is_named_by_code_number_or_part_of_its_name(
    rumo: Rumo, stored: Stored, name: str
) -> None:
    rumo("webinar", "add", "--title", "Тема", "--omo", name)
    rumo("plan", "add", "--title", "Пункт", "--owner", name)

    assert stored("webinar")[1]["omo"] == ["ОМО-04"]
    assert stored("plan")[1]["owner"] == "ОМО-04"


@pytest.mark.usefixtures("associations")
@pytest.mark.parametrize("words", ["webinar add --title Тема --omo", "plan add --title П --owner"])
@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        (
            "учителей",
            2,
            "«учителей» — это несколько ОМО (2); назовите код или уточните название:\n"
            "  ОМО-02 ОМО учителей русского языка и литературы\n"
            "  ОМО-04 ОМО учителей математики",
        ),
        ("физики", 3, "ОМО «физики» нет в справочнике. Посмотрите список: rumo omo list"),
        ("99", 3, "ОМО «99» нет в справочнике. Посмотрите список: rumo omo list"),
    ],
)
def test_a_name_of_several_or_of_none_is_refused(
    rumo: Rumo, stored: Stored, words: str, name: str, code: int, message: str
) -> None:
    assert rumo(f"{words} {name}") == Result(code, "", f"Ошибка: {message}\n")
    assert stored("webinar") == stored("plan") == {}


def test_without_a_directory_a_name_stays_as_text_and_resolves_once_it_is_there(
    rumo: Rumo, stored: Stored
) -> None:
    rumo("webinar add --title Тема --omo 'учителей математики' --omo Физики")
    assert stored("webinar")[1]["omo"] == ["учителей математики", "Физики"]

    rumo("omo add --code ОМО-04 --title 'ОМО учителей математики'")

    assert stored("webinar")[1]["omo"] == ["ОМО-04", "Физики"]


def test_an_imported_directory_resolves_names_too(rumo: Rumo, stored: Stored) -> None:
    rumo("plan add --title Пункт --owner 'ОМО учителей математики'")
    Path("omo.csv").write_text("Код;Наименование ОМО\nОМО-04;ОМО учителей математики\n", "utf-8")

    rumo("omo import omo.csv")

    assert stored("plan")[1]["owner"] == "ОМО-04"


@pytest.fixture
def named_everywhere(given: Given) -> None:
    """Records of several kinds that name associations."""
    given(
        "omo",
        {"code": "ОМО-04", "title": "ОМО учителей математики"},
        {"code": "ОМО-05", "title": "ОМО учителей информатики"},
    )
    given("webinar", {"title": "Т", "omo": ["ОМО-05", "ОМО-04"], **YEAR})
    given("plan", {"title": "П", "owner": "ОМО-04", **YEAR})
    given("meeting", {"number": "1", "owner": "ОМО-05", **YEAR})


@pytest.mark.usefixtures("named_everywhere")
def test_a_new_code_stands_in_every_record_that_named_the_old_one(
    rumo: Rumo, stored: Stored
) -> None:
    assert rumo("omo edit 1 --code ОМО-24") == Result(
        0, "Изменено: omo 1\n  Код: ОМО-04 → ОМО-24\n"
    )

    assert stored("webinar")[1]["omo"] == ["ОМО-05", "ОМО-24"]
    assert stored("plan")[1]["owner"] == "ОМО-24"
    assert stored("meeting")[1]["owner"] == "ОМО-05"
    rumo("undo")
    assert stored("webinar")[1]["omo"] == ["ОМО-05", "ОМО-04"]
    assert stored("plan")[1]["owner"] == "ОМО-04"


@pytest.mark.usefixtures("named_everywhere")
def test_a_code_that_was_changed_in_a_spreadsheet_does_so_too(rumo: Rumo, stored: Stored) -> None:
    rumo("omo export -o omo.csv")
    file = Path("omo.csv")
    file.write_text(file.read_text("utf-8").replace("ОМО-04", "ОМО-24"), "utf-8")

    result = rumo("omo import omo.csv -f json")

    assert (result.json["updated"], result.json["unchanged"]) == (1, 1)
    assert stored("webinar")[1]["omo"] == ["ОМО-05", "ОМО-24"]
    assert stored("plan")[1]["owner"] == "ОМО-24"


@pytest.mark.usefixtures("named_everywhere")
def test_an_association_that_is_named_is_not_removed(rumo: Rumo) -> None:
    assert rumo("omo remove 2 --yes") == Result(
        1,
        "",
        "Ошибка: omo 2 «ОМО учителей информатики» удалить нельзя: на эту запись ссылаются\n"
        "  webinar 1 «Т»\n  meeting 1 «заседание ОМО-05 № 1»\nСначала измените или удалите их.\n",
    )
