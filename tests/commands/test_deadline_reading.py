"""`plan deadline`: how a deadline is understood, and that an import understands it alike."""

from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo, Stored


def test_a_deadline_is_shown_as_it_is_understood(rumo: Rumo, place: Path) -> None:
    assert rumo("plan", "deadline", "до 1 мая", "ежемесячно", "") == Result(
        0,
        """\
Как поняты сроки, 2024-2025 учебный год

Срок        Вид              Начало           Окончание          Раз  Понято как     Замечание
----------  ---------------  ---------------  ---------------  -----  -------------  -----------
до 1 мая    не позднее даты                   01.05.2025 (чт)         до 01.05.2025
ежемесячно  повторяется      01.09.2024 (вс)  31.08.2025 (вс)      9  ежемесячно
            не указан
""",
    )
    assert not place.exists()


def test_scripts_get_the_keys_of_a_plan_item(rumo: Rumo) -> None:
    assert rumo("plan", "deadline", "два раза в год", "--year", "2025-2026", "-f", "json").json == [
        {
            "academic_year": "2025-2026",
            "deadline_text": "два раза в год",
            "deadline_kind": "recurring",
            "deadline_start": "2025-09-01",
            "deadline_end": "2026-08-31",
            "deadline_frequency": "2_per_year",
            "occurrences_planned": 2,
            "deadline_understood": "2 раза в год",
            "deadline_note": None,
        }
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_deadlines_are_read_from_standard_input_one_a_line(rumo: Rumo, encoding: str) -> None:
    lines = "сентябрь\r\n\r\nдо 1 декабря\r\n".encode(encoding)

    found = rumo("plan", "deadline", "октябрь", "-", "-f", "json", stdin=lines).json

    assert [each["deadline_understood"] for each in found] == [
        "октябрь 2024",
        "сентябрь 2024",
        "до 01.12.2024",
    ]


def test_an_empty_standard_input_has_no_deadline(rumo: Rumo) -> None:
    assert "На входе нет ни одного срока." in rumo("plan deadline -", stdin="\n").out
    assert rumo("plan deadline - -f json", stdin="\n").json == []


def test_whole_dates_tell_the_year_unless_it_is_named(rumo: Rumo) -> None:
    def year(*words: str) -> str:
        return str(
            rumo("plan", "deadline", "15.10.2023", *words, "-f", "json").json[0]["academic_year"]
        )

    assert year() == "2023-2024"
    assert year("--year", "2024-2025") == "2024-2025"


@pytest.mark.parametrize(
    "text", ["октябрь-ноябрь", "ежемесячно", "как получится", "август", "до 1 декабря", "31.02"]
)
def test_an_import_stores_what_is_shown(
    rumo: Rumo, stored: Stored, tmp_path: Path, text: str
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(f"Мероприятие;Срок\nЗаседание;{text}\n", encoding="utf-8")
    assert rumo("plan", "import", str(plan), "--year", "2024-2025").code == 0

    [shown] = rumo("plan", "deadline", text, "-f", "json").json
    del shown["deadline_understood"]

    item = stored("plan")[1]
    assert {key: item.get(key) for key in shown} == shown


def test_without_a_text_there_is_nothing_to_read(rumo: Rumo) -> None:
    assert rumo("plan deadline").code == 2
