"""`rumo report figures`: every figure of a year, and the records behind it."""

import csv
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import pytest
from docx import Document

from commands.figure_names import FigureName
from commands.figure_words import change_in_words, number_in_words
from rumo_cli.figures.figure import Number
from rumo_cli.figures.registry import BY_KEY, DEFINITIONS
from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

REGISTERS = Path(__file__).parents[1] / "data" / "registers"
NOW: Record = {"academic_year": "2024-2025"}
BEFORE: Record = {"academic_year": "2023-2024"}
WEBINAR: Record = {"title": "Итоги", "status": "held", "form": "webinar"}
ITEM = NOW | {"title": "Заседание", "owner": "rumo"}


@pytest.fixture
def source(given: Given) -> None:
    """Two years of webinars, a plan that one of them fulfils, and nothing else."""
    given(
        "webinar",
        NOW | WEBINAR | {"date": "2024-10-08", "participants": 40},
        NOW | WEBINAR | {"title": "Анализ", "date": "2024-10-15"},
        NOW | WEBINAR | {"form": "seminar", "date": "2024-10-22", "status": "cancelled"},
        BEFORE | WEBINAR | {"date": "2023-10-10", "participants": 30},
    )
    given("plan", ITEM | {"counts": "webinar", "theme": "анализ"}, ITEM | {"status": "planned"})


def of(document: Any, key: str) -> Any:
    (found,) = (each for each in document["figures"] if each["key"] == key)
    return found


@pytest.mark.usefixtures("source")
def test_json_has_every_figure_with_its_evidence(rumo: Rumo) -> None:
    document = rumo("report figures -f json").json

    assert (document["year"], document["previous_year"]) == ("2024-2025", "2023-2024")
    assert [each["key"] for each in document["figures"]] == list(BY_KEY)
    assert of(document, "webinars_held") == {
        "key": "webinars_held",
        "label": "Проведено вебинаров",
        "definition": "Вебинары и другие встречи «Горячей линии РУМО» в любой форме "
        "со статусом «проведён».",
        "unit": "",
        "value": 2,
        "qualifier": "exact",
        "previous": 1,
        "previous_qualifier": "exact",
        "change": 1,
        "change_percent": 100.0,
        "evidence": ["webinar 1", "webinar 2"],
    }
    participants = of(document, "participants_total")
    assert (participants["value"], participants["qualifier"]) == (40, "at_least")
    assert (of(document, "plan_percent")["value"], of(document, "plan_percent")["unit"]) == (
        50.0, "%",
    )  # fmt: skip


@pytest.mark.usefixtures("source")
def test_people_read_groups_and_no_figure_that_nobody_knows(rumo: Rumo) -> None:
    shown = rumo("report figures -f table").out

    assert shown.startswith("Показатели, 2024-2025 учебный год\n\nПоказатель ")
    assert "ГОРЯЧАЯ ЛИНИЯ РУМО\n" in shown
    for line in (
        "Проведено вебинаров 2 1 +1 (+100,0 %)",
        "Участников вебинаров не менее 40 30 +10 (+33,3 %)",
        "Выполнение планов 50,0 % — —",
    ):
        assert line.split() in [each.split() for each in shown.splitlines()]
    assert "Подключений" not in shown
    assert "ЗАЯВЛЕНО" not in shown
    assert shown.endswith(
        '\nИз чего сложилось число: rumo report figures --explain "Проведено вебинаров"\n'
    )


@pytest.mark.usefixtures("source")
def test_machines_read_a_row_a_figure(rumo: Rumo) -> None:
    rows = list(csv.DictReader(rumo("report figures -f csv").out.splitlines(keepends=True)))

    assert list(rows[0]) == [
        "key", "group", "label", "value", "qualifier", "previous", "previous_qualifier", "change",
        "change_percent", "unit", "definition", "evidence",
    ]  # fmt: skip
    assert [row["key"] for row in rows] == list(BY_KEY)
    assert {row["key"]: row["evidence"] for row in rows}["webinars_held"] == "webinar 1\nwebinar 2"


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("extension", ["html", "md", "xlsx", "csv", "docx"])
def test_figures_are_written_to_files(rumo: Rumo, extension: str) -> None:
    result = rumo(f"report figures -o показатели.{extension}")

    assert (result.code, result.err) == (0, f"Записано: показатели.{extension}\n")
    assert Path(f"показатели.{extension}").stat().st_size


@pytest.mark.usefixtures("source")
def test_a_word_document_is_for_people(rumo: Rumo) -> None:
    rumo("report figures -o показатели.docx")
    (table,) = Document(BytesIO(Path("показатели.docx").read_bytes())).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[0] == ["Показатель", "2024\u20112025", "2023\u20112024", "±"]
    assert ["Проведено вебинаров", "2", "1", "+1 (+100,0\u00a0%)"] in rows


@pytest.mark.usefixtures("source")
def test_a_figure_is_explained_by_its_records(rumo: Rumo) -> None:
    assert rumo("report figures --explain plan_done --explain webinars_cancelled -f plain") == (
        Result(
            0,
            """\
Из чего сложились показатели, 2024-2025 учебный год

Пунктов планов выполнено: 1

Запись     День        Что        Почему
---------  ----------  ---------  -------------
plan 1     —           Заседание  посчитана
webinar 2  15.10.2024  Анализ     без неё иначе

Выполненные пункты всех планов: по отметкам, а без них — по записям, которые пункт засчитывает.

Отменено вебинаров: 1

Запись     День        Что
---------  ----------  -----
webinar 3  22.10.2024  Итоги

Встречи «Горячей линии РУМО» со статусом «отменён».
2023-2024: 0; изменение: +1
""",
        )
    )


@pytest.mark.usefixtures("source")
def test_machines_read_the_records_of_a_figure(rumo: Rumo) -> None:
    (figure,) = rumo("report figures --explain plan_done -f json").json["figures"]

    assert (figure["value"], figure["evidence"], figure["grounds"]) == (
        1, ["plan 1"], ["webinar 2"],
    )  # fmt: skip
    assert figure["records"] == [
        {"record": "plan 1", "role": "evidence", "date": None, "title": "Заседание"},
        {"record": "webinar 2", "role": "grounds", "date": "2024-10-15", "title": "Анализ"},
    ]
    assert rumo("report figures --explain plan_done -f csv").out.splitlines() == [
        "figure,record,date,title,role",
        "plan_done,plan 1,,Заседание,evidence",
        "plan_done,webinar 2,2024-10-15,Анализ,grounds",
    ]


@pytest.mark.usefixtures("source")
def test_a_figure_without_records_says_so(rumo: Rumo) -> None:
    assert "Записей за этим числом нет." in rumo("report figures --explain iom_total").out


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("named", "key"),
    [
        ("webinars_held", "webinars_held"),
        ("проведено вебинаров", "webinars_held"),
        ("спикеров", "speakers_total"),
        ("тьютор", "iom_tutors"),
    ],
)
def test_a_figure_is_named_by_its_key_or_its_label(rumo: Rumo, named: str, key: str) -> None:
    result = rumo("report", "figures", "--explain", named, "-f", "json")

    assert [each["key"] for each in result.json["figures"]] == [key]


def test_every_label_names_its_figure(rumo: Rumo, given: Given) -> None:
    given("meeting", NOW | {"owner": "rumo"})
    words = [word for each in DEFINITIONS for word in ("--explain", each.label)]
    document = rumo("report", "figures", *words, "-f", "json").json

    assert [each["key"] for each in document["figures"]] == list(BY_KEY)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            "webinar_held",
            "показателя «webinar_held» нет. Похоже на: webinars_held, webinars_cancelled, "
            "webinars_only, webinars_with_news, webinars_postponed. Все показатели: "
            "rumo report figures.",
        ),
        ("щщщ", "показателя «щщщ» нет. Все показатели: rumo report figures."),
        (
            "молодых",
            "«молодых» подходит к нескольким показателям: members_young (Молодых педагогов в "
            "ОМО), young_events (Мероприятий для молодых педагогов), iom_young (ИОМ молодых "
            "педагогов), mentor_programmes_young (Программ для молодых педагогов), mentees_young "
            "(Молодых наставляемых).",
        ),
    ],
)
def test_what_names_no_figure_or_several_is_refused(
    rumo: Rumo, given: Given, named: str, message: str
) -> None:
    given("meeting", NOW | {"owner": "rumo"})
    result = rumo("report", "figures", "--explain", named)

    assert result.code == 2
    assert result.err.endswith(f"Ошибка: Неверное значение для '--explain': {message}\n")


def test_completion_offers_the_keys() -> None:
    context = click.Context(click.Command("figures"))
    offered = FigureName().shell_complete(context, click.Option(["--explain"]), "webinars_c")

    assert [(each.value, each.help) for each in offered] == [
        ("webinars_cancelled", "Отменено вебинаров")
    ]


def test_a_year_that_the_store_does_not_know_is_not_there(rumo: Rumo, given: Given) -> None:
    given("meeting", NOW | {"owner": "rumo"})

    assert rumo("report figures --year 2019-2020").code == 3


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "words"),
    [
        (122, "exact", "", "122"),
        (5236, "at_least", "", "не менее 5236"),
        (61.8, "exact", "%", "61,8 %"),
        (100.0, "exact", "%", "100,0 %"),
        (0, "exact", "", "0"),
        (None, "exact", "%", "—"),
    ],
)
def test_a_figure_in_words(value: Number, qualifier: str, unit: str, words: str) -> None:
    assert number_in_words(value, qualifier, unit) == words


@pytest.mark.parametrize(
    ("change", "share", "unit", "words"),
    [
        (3, 2.5, "", "+3 (+2,5 %)"),
        (-1, -1.4, "", "−1 (−1,4 %)"),
        (13, None, "", "+13"),
        (0, 0.0, "", "0"),
        (-3.5, None, "%", "−3,5 п. п."),
        (0.0, None, "%", "0 п. п."),
        (None, None, "", "—"),
    ],
)
def test_a_change_in_words(change: Number, share: float | None, unit: str, words: str) -> None:
    assert change_in_words(change, share, unit) == words


@pytest.fixture
def year(rumo: Rumo) -> None:
    """The year of a real analysis: its registers, three meetings, and four that were declared."""
    for command in (
        f"omo import {REGISTERS}/09_omo_directory_utf8bom.csv",
        f"webinar import {REGISTERS}/10_webinars_two_years_utf8bom.csv",
        f"iom import {REGISTERS}/06_iom_register_cp1251.csv",
        f"mentor import {REGISTERS}/07_mentoring_register.xlsx",
        f"expertise import {REGISTERS}/08_expertise_register_utf8_comma.csv",
        "meeting add --number 1 --date 28.08.2024 --year 2024-2025",
        "meeting add --number 2 --date 19.12.2024",
        "meeting add --number 3 --date 22.05.2025",
        "year set meetings_declared=4",
    ):
        assert rumo(command).code == 0


def figures(rumo: Rumo) -> dict[str, dict[str, Any]]:
    document = rumo("report figures -f json").json
    return {each["key"]: each for each in document["figures"]}


GROUPS = {"pair": "mentor pair", "programme": "mentor programme", "task": "iom task"}


@pytest.mark.usefixtures("year")
def test_the_figures_are_those_of_the_analysis(rumo: Rumo) -> None:
    found = figures(rumo)

    assert {key: (each["value"], each["previous"]) for key, each in found.items()}.items() >= {
        "omo_total": (24, 24),
        "omo_without_webinars": (0, 0),
        "webinars_held": (122, 119),
        "webinars_cancelled": (4, 3),
        "webinars_postponed": (3, 2),
        "participants_total": (5236, 4712),
        "expertise_submitted": (34, None),
        "expertise_recommended": (21, None),
        "expertise_percent": (61.8, None),
        "iom_total": (77, None),
        "iom_low_results": (49, None),
        "iom_young": (28, None),
        "iom_tasks_percent": (85.2, None),
        "mentor_programmes": (3, None),
        "mentor_pairs": (17, None),
        "meetings_declared": (4, None),
        "meetings_recorded": (3, None),
    }.items()
    assert found["webinars_held"]["change_percent"] == 2.5
    counts = ["omo_total", "webinars_held", "expertise_submitted", "expertise_recommended",
              "iom_total", "mentor_programmes", "mentor_pairs", "meetings_recorded"]  # fmt: skip
    assert [len(found[key]["evidence"]) for key in counts] == [24, 122, 34, 21, 77, 3, 17, 3]


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("name", ["webinar 130", "meeting 2", "expertise 5", "iom 40", "pair 9"])
def test_without_one_record_exactly_the_figures_change_that_stand_on_it(
    rumo: Rumo, name: str
) -> None:
    kind, number = name.split()
    before = figures(rumo)
    assert rumo(f"{GROUPS.get(kind, kind)} remove {number} --yes").code == 0
    after = figures(rumo)

    told = ("value", "qualifier", "evidence")
    changed = {key for key in before if any(before[key][part] != after[key][part] for part in told)}
    assert changed == {key for key, each in before.items() if name in each["evidence"]}
    assert changed


def test_a_sum_is_explained_by_what_each_record_adds(rumo: Rumo, given: Given) -> None:
    held = NOW | WEBINAR | {"date": "2024-10-15"}
    given("webinar", held | {"participants": 40}, held | {"title": "Анализ", "participants": 5})
    explained = "report figures --year 2024-2025 --explain participants_total"

    assert rumo(f"{explained} -f plain").out.splitlines()[2:8] == [
        "Участников вебинаров: 45",
        "",
        "Запись     День        Что       Участников",
        "---------  ----------  ------  ------------",
        "webinar 1  15.10.2024  Итоги             40",
        "webinar 2  15.10.2024  Анализ             5",
    ]
    assert rumo(f"{explained} -f csv").out.splitlines() == [
        "figure,record,date,title,adds,role",
        "participants_total,webinar 1,2024-10-15,Итоги,40,evidence",
        "participants_total,webinar 2,2024-10-15,Анализ,5,evidence",
    ]
    (figure,) = rumo(f"{explained} -f json").json["figures"]
    assert [each["adds"] for each in figure["records"]] == [40, 5]
