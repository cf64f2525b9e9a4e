"""`demo`: a store of two school years from the registers that come with rumo."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.commands.conftest import Result, Rumo

HINTS = """\

Попробуйте дальше:
  rumo --store {folder} webinar list --year 2024-2025 --omo матем
  rumo --store {folder} plan overdue --year 2024-2025 --on 2025-06-23
  rumo --store {folder} plan summary --year 2024-2025 --by month -o план.html
  rumo --store {folder} webinar schedule --month 2025-03 -o график.html
  rumo --store {folder} webinar letter --month 2025-03 -o письмо.docx
  rumo --store {folder} today --today 2025-03-11
  rumo --store {folder} log
"""
COUNTS = {
    "omo": 24,
    "iom": 77,
    "mentor programme": 3,
    "mentor pair": 18,
    "expertise": 34 + 6,
    "meeting": 34,
    "publication": 25,
    "contribution": 23,
}


class Demo(NamedTuple):
    """A demo store, made once for all tests, and how its command ended."""

    folder: Path
    result: Result


@pytest.fixture(scope="module")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "store"


@pytest.fixture
def demo(rumo: Rumo, demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the demo store; variables of the year after point at it."""
    monkeypatch.setenv("RUMO_TODAY", "2025-09-01")
    monkeypatch.setenv("RUMO_YEAR", "2024-2025")
    if not demo_store.exists():
        assert rumo(f"demo {demo_store}").code == 0
    monkeypatch.setenv("RUMO_STORE", str(demo_store))
    return demo_store


def test_it_shows_what_went_in_what_came_out_and_what_to_try(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_TODAY", "2025-09-01")

    result = rumo("demo")

    assert (result.code, result.err) == (0, HINTS.format(folder="rumo-demo"))
    tables = result.out.split("\n\n")
    assert [table for table in tables if "учебный год" in table or table == "Загрузка"] == [
        "Загрузка",
        "Вебинары, 2024-2025 учебный год",
        "Выполнение планов на 01.09.2025 (пн), 2024-2025 учебный год",
    ]
    lines = result.out.splitlines()
    totals = [line.split() for line in lines if line.startswith("Всего")]
    assert totals[0][:5] == ["Всего", "122", "119", "+3", "около"]
    assert totals[1][:6] == ["Всего", "256", "из", "275", "93,1", "%"]
    assert (Path("rumo-demo") / "store.json").is_file()


def test_hints_can_be_typed_whatever_the_folder_is_called(rumo: Rumo) -> None:
    assert rumo("demo", "Мои данные").err == HINTS.format(folder="'Мои данные'")


def test_it_is_never_made_over_a_store(rumo: Rumo, place: Path) -> None:
    rumo("webinar add --title Тема")
    before = (place / "store.json").read_bytes()

    assert rumo(f"demo {place}") == Result(
        1, "", f"Ошибка: в папке {place} уже есть хранилище; назовите другую: rumo demo "
        "ДРУГАЯ_ПАПКА\n"
    )  # fmt: skip
    assert (place / "store.json").read_bytes() == before


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("group", COUNTS)
def test_there_is_something_of_every_kind(rumo: Rumo, group: str) -> None:
    assert len(rumo(f"{group} list -f json").json) == COUNTS[group]


@pytest.mark.usefixtures("demo")
def test_webinars_of_two_years(rumo: Rumo) -> None:
    total = rumo("webinar summary -f json").json["total"]

    assert (total["held"], total["previous_held"]) == (122, 119)
    assert total["participants"] > 5000


@pytest.mark.usefixtures("demo")
def test_plans_of_the_year(rumo: Rumo) -> None:
    summary = rumo("plan summary -f json").json

    assert (summary["total"]["done"], summary["total"]["counted"]) == (256, 275)
    assert len(summary["rows"]) == 25


@pytest.mark.usefixtures("demo")
def test_expertise_of_the_year(rumo: Rumo) -> None:
    submitted = rumo("expertise list -f json").json
    work = [each for each in submitted if not each["type"].startswith("ДПП ")]

    assert len(work) == 34
    assert [each["verdict"] for each in work].count("recommended") == 21


@pytest.mark.usefixtures("demo")
def test_of_four_meetings_that_were_declared_three_are_recorded(rumo: Rumo) -> None:
    meetings = rumo("meeting list --owner rumo -f json").json

    assert [(each["number"], each["date"], len(each["agenda"])) for each in meetings] == [
        ("1", "2024-08-28", 3), ("2", "2024-12-19", 2), ("3", "2025-03-20", 2),
    ]  # fmt: skip
    assert rumo("year show -f json").json["meetings_declared"] == 4
    problems = rumo("report check -f json").json["problems"]
    assert [each["message"] for each in problems] == [
        "объявлено 4 заседания, записано 3",
        "нет заседаний у 2 ОМО из 24: ОМО-19, ОМО-20",
    ]


@pytest.mark.usefixtures("demo")
def test_what_the_methodist_says_herself_is_there(rumo: Rumo) -> None:
    texts = rumo("report text -f json").json

    assert [(each["section"], each["place"]) for each in texts] == [
        (section, "after")
        for section in (
            "directions", "priorities", "conclusions", "development", "recommendations",
        )
    ]  # fmt: skip
    assert rumo("report text development").out.startswith("- Теснее работать с муниципальными")


@pytest.mark.usefixtures("demo")
def test_there_is_what_an_analysis_tells_of(rumo: Rumo) -> None:
    held = rumo("webinar list --status held -f json").json
    routes = rumo("iom list -f json").json

    assert len({each["title"] for each in held}) == len(held)
    assert {each["form"] for each in held} == {
        "webinar", "consultation", "round_table", "master_class",
    }  # fmt: skip
    assert "Министерство образования и науки области" in {
        organisation for each in held for organisation in each["speakers_org"]
    }
    assert sum(bool(each["news_url"]) for each in held) == 22
    assert sum(bool(each["tutor"]) for each in routes) == 19
    assert all(each["omo"] for each in routes)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("group", "name", "unchanged"),
    [
        ("omo", "01_omo.csv", 24),
        ("webinar", "03_webinars_2024-2025_1.csv", 62),
        ("plan", "06_plans_omo_2024-2025.csv", 240),
        ("iom", "08_iom_2024-2025.csv", 77),
        ("mentor", "09_mentoring_2024-2025.csv", 18),
        ("meeting", "11_meetings_2024-2025.csv", 34),
        ("expertise", "14_expertise_dpp_2024-2025.csv", 6),
        ("publication", "12_publications_2024-2025.ndjson", 25),
    ],
)
def test_its_registers_are_files_like_any_other_and_change_nothing_a_second_time(
    rumo: Rumo, group: str, name: str, unchanged: int
) -> None:
    file = Path(__file__).parents[2] / "examples" / "registers" / name

    result = rumo("-q", group, "import", str(file), "-f", "json").json

    assert (result["added"], result["updated"], result["refused"]) == (0, 0, 0)
    assert result["unchanged"] == unchanged


@pytest.mark.usefixtures("demo")
def test_the_journal_has_what_a_person_would_have_typed(rumo: Rumo) -> None:
    commands = [each["command"] for each in rumo("log -f json").json]

    assert [" ".join(each.split()[1:4]) for each in commands] == [
        "report text recommendations",
        "report text priorities",
        "report text directions",
        "report text development",
        "report text conclusions",
        "year set 'region=Энская",
        "import registers",
    ]
