"""A closed year refuses every write in one line, and is read as before."""

from pathlib import Path

import pytest

from tests.commands.conftest import Result, Rumo
from tests.commands.kinds import EXAMPLES, Example

REFUSED = Result(
    1,
    "",
    "Ошибка: 2024-2025 учебный год закрыт, записи не меняются. Открыть снова: "
    "rumo year reopen 2024-2025\n",
)
YEARLY = [example for example in EXAMPLES if example.kind != "omo"]
PLAN = "Мероприятие;Срок;ОМО\nФорум;март;РУМО\n"
MARKS = (
    "webinar done 1 --participants 12",
    "webinar cancel 1 --reason болезнь",
    "webinar move 1 --date 20.10",
    "plan done 1",
    "plan done 1 --count 0",
    "plan cancel 1",
    "plan move 1 --deadline апрель",
    "meeting done 1 --protocol 2",
    "iom done 1",
    "iom suspend 1",
    "iom task done 1",
    "webinar edit 1 --title Другой --year 2024-2025",
    "webinar edit 2 --date 15.10.2024",
    "plan add --title Форум --deadline 'до 15.11.2024'",
    "iom task add --iom 1 --title Стажировка --year 2024-2025",
    "import план.csv",
    "plan import план.csv --year 2024-2025",
    "plan import план.csv --year 2024-2025 --dry-run",
    "plan import план.csv --year 2024-2025 --skip-bad",
    "year set chair=Иванова --year 2024-2025",
    "year open 2024-2025",
    "year open 2024-2025 --from 2023-2024",
    "plan copy --from 2023-2024 --year 2024-2025",
)
SETTLED = (
    "webinar add --title Итоги --date 22.10.2024",
    "webinar add --title Начало --date 15.09.2025",
    "plan add --title Форум --deadline март",
    "meeting add --date 22.10.2024 --number 1",
    "iom add --teacher 'Белова А.С.'",
    "iom task add --iom 1 --title Курс",
    "year close 2024-2025 --anyway",
)


@pytest.fixture
def closed(rumo: Rumo) -> None:
    """A closed year with a record of most kinds, and one webinar of the next year."""
    Path("план.csv").write_text(PLAN, encoding="utf-8")
    for line in SETTLED:
        assert rumo(line).code == 0, line


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("line", MARKS)
def test_every_write_is_refused(rumo: Rumo, place: Path, line: str) -> None:
    before = (place / "store.json").read_bytes()

    assert rumo(line) == REFUSED
    assert (place / "store.json").read_bytes() == before


@pytest.mark.parametrize("verb", ["add", "edit", "remove", "import"])
@pytest.mark.parametrize("example", YEARLY, ids=lambda example: example.kind)
def test_the_verbs_of_every_kind_are_refused(rumo: Rumo, example: Example, verb: str) -> None:
    for line in (*example.needs, f"{example.group} add {example.options}"):
        assert rumo(line).code == 0
    rumo(f"{example.group} export -o записи.csv")
    rumo("year close 2024-2025 --anyway")
    words = {
        "add": f"add {example.options}",
        "edit": f"edit 1 {example.edit}",
        "remove": "remove 1",
        "import": "import записи.csv",
    }

    assert rumo(f"{example.group} {words[verb]}") == REFUSED


@pytest.mark.usefixtures("closed")
def test_a_change_of_many_is_refused_before_it_is_asked_for(rumo: Rumo) -> None:
    assert rumo("webinar edit 1 2 3 --title Другой") == REFUSED


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("webinar show 1", True),
        ("webinar list --year 2024-2025", True),
        ("webinar list --year all", True),
        ("webinar list --week 22.10.2024", True),
        ("webinar list --from 01.10.2024 --to 31.10.2024", True),
        ("webinar list", True),  # today is in the closed year
        ("webinar list --year 2025-2026", False),
        ("webinar list --week 15.09.2025", False),
        ("webinar export --year 2024-2025", True),
    ],
)
def test_a_closed_year_is_read_as_before(rumo: Rumo, line: str, seen: bool) -> None:
    result = rumo(line)

    assert result.code == 0
    assert ("Итоги" in result.out) is seen


@pytest.mark.usefixtures("closed")
def test_an_august_window_reads_the_coming_year_too(rumo: Rumo) -> None:
    rumo("webinar add --title Август --date 28.08.2025 --year 2025-2026")
    rumo("year close 2025-2026 --anyway")

    assert "Август" in rumo("webinar list --week 28.08.2025").out


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    "line",
    [
        "webinar summary --year 2024-2025 -f json",
        "plan summary --year 2024-2025 -f json",
        "iom summary --year 2024-2025 -f json",
    ],
)
def test_summaries_are_those_of_before(rumo: Rumo, line: str) -> None:
    closed = rumo(line)
    rumo("year reopen 2024-2025")

    assert closed.code == 0
    assert closed == rumo(line)


@pytest.mark.usefixtures("closed")
def test_last_years_figures_stand_beside_this_years(rumo: Rumo) -> None:
    rumo("year reopen 2024-2025")
    rumo("webinar done 1 --participants 12")
    rumo("year close 2024-2025 --anyway")

    found = rumo("webinar summary --year 2025-2026 -f json").json

    assert found["total"]["previous_held"] == 1


def test_pairs_of_a_closed_year_are_counted(rumo: Rumo) -> None:
    rumo("mentor programme add --title Молодой")
    rumo("mentor pair add --programme Молодой --mentor 'Белова А.С.' --mentee 'Котов И.И.'")
    rumo("year close 2024-2025")

    assert rumo("mentor list --year 2024-2025 -f json").json[0]["pairs"] == 1


@pytest.mark.usefixtures("closed")
def test_a_reference_into_a_closed_year_holds(rumo: Rumo) -> None:
    assert rumo("webinar add --title Продолжение --date 16.09.2025 --plan-item 1").code == 0
    assert rumo("webinar add --title Продолжение --date 17.09.2025 --plan-item 9").code == 3


@pytest.mark.usefixtures("associations")
def test_an_association_that_a_closed_year_names_stays(rumo: Rumo) -> None:
    rumo("webinar add --title Итоги --omo ОМО-04")
    rumo("year close 2024-2025")

    result = rumo("omo remove 2 --yes")

    assert result.code == 1
    assert "  webinar 1 «Итоги»\n" in result.err


@pytest.mark.usefixtures("associations")
def test_an_association_that_a_closed_year_names_keeps_its_code(rumo: Rumo) -> None:
    rumo("webinar add --title Итоги --omo ОМО-04")
    rumo("year close 2024-2025")

    assert rumo("omo edit 2 --code ОМО-91") == REFUSED
    assert rumo("omo edit 2 --head 'Белова А.С.'").code == 0
    assert rumo("webinar list --omo ОМО-04 -f json").json[0]["title"] == "Итоги"


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("webinar list --year 2024-2025", 4),
        ("webinar show 1", 4),
        ("year reopen 2024-2025", 4),
        ("webinar list --year 2025-2026", 0),
        ("webinar add --title Ещё --date 20.09.2025", 0),
        ("year list", 0),
        ("year show 2024-2025", 0),
        ("log", 0),
    ],
)
def test_a_lost_file_stops_only_what_needs_it(
    rumo: Rumo, place: Path, line: str, code: int
) -> None:
    (place / "2024-2025.json").unlink()

    result = rumo(line)

    assert result.code == code
    assert ("Записи закрытого 2024-2025 учебного года не читаются" in result.err) is (code == 4)


def test_the_life_of_a_year(rumo: Rumo) -> None:
    """From August to August: adopted, worked, closed, carried on, opened for a correction."""
    for line in (
        "year open 2024-2025 --today 2024-08-20",
        "year set chair=Иванова plan_adopted_date=27.08 meetings_declared=1 --today 2024-08-27",
        "plan add --title Письма --deadline ежеквартально --today 2024-09-02",
        "plan add --title Форум --deadline 15.10.2024 --today 2024-09-02",
        "plan add --title Сборник --deadline март --today 2024-09-02",
        "webinar add --title Начало --date 10.09.2024 --today 2024-09-02",
        "webinar done 1 --participants 40 --today 2024-09-10",
        "plan done 2 --on 15.10.2024 --today 2024-10-16",
        "plan done 1 --on 20.12.2024 --today 2024-12-20",
    ):
        assert rumo(line).code == 0, line
    refused = rumo("year close 2024-2025 --today 2025-06-20")
    assert refused.code == 1
    assert "Пункты планов без итога: 2\n" in refused.err

    for line in (
        "plan edit 3 --status not_done",
        "plan edit 1 --status partial",
        "plan cancel 1 --reason 'письма не нужны'",
        "year close 2024-2025 --today 2025-06-20",
        "year open 2025-2026 --from 2024-2025 --today 2025-06-20",
    ):
        assert rumo(line).code == 0, line
    carried = rumo("plan list --year 2025-2026 -f json").json
    assert [(each["title"], each["deadline_end"]) for each in carried] == [
        ("Сборник", "2026-03-31")
    ]
    assert rumo("year show 2025-2026 -f json").json["chair"] == "Иванова"
    summary = rumo("plan summary --year 2024-2025 -f json --today 2025-09-01").json["total"]
    assert (summary["counted"], summary["done"], summary["not_done"]) == (2, 1, 1)

    assert rumo("webinar done 1 --participants 44") == REFUSED
    assert rumo("year reopen 2024-2025").code == 0
    assert rumo("webinar done 1 --participants 44").code == 0
    assert rumo("year close 2024-2025").code == 0
    assert rumo("webinar show 1 -f json").json["participants"] == 44
