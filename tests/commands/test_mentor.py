"""`mentor`: programmes and pairs, and how a pair names its programme."""

from pathlib import Path

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo, Stored

NOW: Record = {"academic_year": "2024-2025", "status": "active"}
PAIR: Record = {"mentor": "Белова А.С.", "mentee": "Ильин П.О.", **NOW}


@pytest.fixture(autouse=True)
def programmes(given: Given) -> None:
    given(
        "programme",
        {"title": "Молодой педагог: первые шаги", **NOW},
        {"title": "Молодой педагог: второй год", **NOW},
        {"title": "Учитель – учителю", **NOW},
        {"title": "Прошлогодняя", "academic_year": "2023-2024", "status": "completed"},
    )


def test_list_counts_the_pairs_of_each_programme(rumo: Rumo, given: Given) -> None:
    given(
        "pair",
        {"programme": "Учитель – учителю", **PAIR},
        {"programme": "УЧИТЕЛЬ - УЧИТЕЛЮ", **PAIR},
        {"programme": "Прошлогодняя", **PAIR, "academic_year": "2023-2024"},
    )

    assert rumo("mentor list") == Result(
        0,
        """\
Программы наставничества, 2024-2025 учебный год

  ID  Программа наставничества      Форма    Вид    Статус         Пар
----  ----------------------------  -------  -----  -----------  -----
   1  Молодой педагог: первые шаги                  реализуется      0
   2  Молодой педагог: второй год                   реализуется      0
   3  Учитель – учителю                             реализуется      2
""",
    )
    by_title = rumo("mentor list --year all -f json --sort -title --limit 2").json
    assert [(each["title"], each["pairs"]) for each in by_title] == [
        ("Учитель – учителю", 2),
        ("Прошлогодняя", 1),
    ]


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("учителю", "Учитель – учителю"),
        ("УЧИТЕЛЬ - УЧИТЕЛЮ", "Учитель – учителю"),
        ("первые", "Молодой педагог: первые шаги"),
        ("2", "Молодой педагог: второй год"),
    ],
)
def test_a_programme_is_named_by_a_part_of_its_title_or_its_id(
    rumo: Rumo, stored: Stored, named: str, title: str
) -> None:
    rumo("mentor", "pair", "add", "--programme", named, "--mentor", "А", "--mentee", "Б")

    assert stored("pair")[1]["programme"] == title


@pytest.mark.parametrize(
    ("named", "code", "message"),
    [
        (
            "молодой",
            2,
            "«молодой» подходит к нескольким записям; уточните название:\n"
            "  Молодой педагог: первые шаги\n  Молодой педагог: второй год",
        ),
        (
            "Прошлогодняя",
            3,
            "Программы наставничества: «Прошлогодняя» в 2024-2025 учебном году нет. Посмотрите, "
            "что есть: rumo mentor programme list --year 2024-2025",
        ),
    ],
)
@pytest.mark.parametrize("words", ["mentor pair add --mentor А --mentee Б", "mentor pair edit 1"])
def test_a_name_of_several_programmes_or_of_none_is_refused(
    rumo: Rumo, given: Given, words: str, named: str, code: int, message: str
) -> None:
    given("pair", {"programme": "Учитель – учителю", **PAIR})

    assert rumo(f"{words} --programme {named}") == Result(code, "", f"Ошибка: {message}\n")


def test_a_new_title_stands_in_every_pair_of_the_year(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("programme", {"title": "Учитель – учителю", "academic_year": "2023-2024"})
    given(
        "pair",
        {"programme": "Учитель – учителю", **PAIR},
        {"programme": "Учитель – учителю", **PAIR, "academic_year": "2023-2024"},
    )

    rumo("mentor programme edit 3 --title 'Равный – равному'")

    titles = [each["programme"] for each in stored("pair").values()]
    assert titles == ["Равный – равному", "Учитель – учителю"]


REGISTER = """\
Программа наставничества;Ф.И.О. наставника;Ф.И.О. наставляемого;Срок
Равный – равному;Белова А.С.;Ильин П.О.;в течение года
Равный – равному;Белова А.С.;Орлова Т.Т.;в течение года
Учитель - учителю;Ильин П.О.;Орлова Т.Т.;октябрь
"""


@pytest.mark.parametrize("group", ["mentor", "mentor pair"])
def test_a_register_of_pairs_makes_the_programmes(rumo: Rumo, stored: Stored, group: str) -> None:
    Path("pairs.csv").write_text(REGISTER, encoding="utf-8")

    result = rumo(f"{group} import pairs.csv -f json").json

    assert (result["added"], result["files"][0]["also"]) == (3, {"programme": 1})
    assert stored("programme")[5]["title"] == "Равный – равному"
    assert rumo(f"{group} import pairs.csv -f json").json["unchanged"] == 3
    rumo("undo")
    assert stored("pair") == {}
    assert set(stored("programme")) == {1, 2, 3, 4}


def test_a_length_is_counted_anew_when_the_pair_begins(rumo: Rumo, stored: Stored) -> None:
    def term() -> tuple[object, ...]:
        pair = stored("pair")[1]
        return pair["deadline_kind"], pair["deadline_start"], pair["deadline_end"]

    rumo(
        "mentor pair add --programme 'Учитель – учителю' --mentor 'Белова А.С.' "
        "--mentee 'Ильин П.О.' --deadline '6 мес.'"
    )
    assert term() == ("open", "2024-09-01", "2025-08-31")

    rumo("mentor pair edit 1 --joined 01.10.2024")
    assert term() == ("range", "2024-10-01", "2025-03-31")

    rumo("mentor pair edit 1 --joined ''")
    assert term() == ("open", "2024-09-01", "2025-08-31")


def test_a_register_without_the_beginning_leaves_the_term_as_it_was(
    rumo: Rumo, stored: Stored, tmp_path: Path
) -> None:
    rumo(
        "mentor pair add --programme 'Учитель – учителю' --mentor 'Белова А.С.' "
        "--mentee 'Ильин П.О.' --deadline '6 мес.' --joined 01.10.2024"
    )
    register = tmp_path / "pairs.csv"
    register.write_text(
        "Программа;ФИО наставника;ФИО наставляемого;Срок\n"
        "Учитель – учителю;Белова А.С.;Ильин П.О.;6 мес.\n",
        encoding="utf-8",
    )
    before = stored("pair")[1]

    assert rumo("mentor", "pair", "import", str(register)).code == 0
    assert stored("pair") == {1: before}
