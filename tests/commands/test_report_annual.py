"""`rumo report annual`: the analysis that a deputy chair signs."""

from pathlib import Path
from typing import Protocol

import pytest

from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import Record, Value
from store.contract import YEAR_KIND, Transaction
from store.location import open_store
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025"}
BEFORE: Record = {"academic_year": "2023-2024"}
NBSP = "\N{NO-BREAK SPACE}"


class SetYear(Protocol):
    """Set keys of the year's settings, past the command line."""

    def __call__(self, **settings: Value) -> None: ...


@pytest.fixture
def set_year(place: Path) -> SetYear:
    def put(**settings: Value) -> None:
        def change(transaction: Transaction) -> None:
            transaction.open_year("2024-2025")
            known = transaction.years().get("2024-2025", {})
            transaction.replace(YEAR_KIND, 2024, {**known, **settings})

        open_store(str(place)).run(change, command="given")

    return put


@pytest.fixture
def source(given: Given, set_year: SetYear) -> None:
    """Webinars of two years, and four meetings declared of which three are recorded."""
    held: Record = {"status": "held", "form": "webinar", "omo": ["ОМО-01"]}
    given("omo", {"code": "ОМО-01", "title": "ОМО учителей химии"})
    given("webinar", BEFORE | held | {"title": "Итоги", "date": "2023-10-03", "participants": 30})
    given(
        "webinar",
        NOW | held | {"title": "ОГЭ", "theme": "ГИА", "date": "2024-10-01", "participants": 2400},
        NOW | held | {"title": "Опыты", "date": "2024-10-08"},
    )
    given(
        "meeting",
        *(NOW | {"owner": "rumo", "status": "held", "number": each} for each in "123"),
    )
    set_year(meetings_declared=4, signatory="Инеева П.О.")


def sections(result: Result) -> dict[str, list[str]]:
    return {each["key"]: each["paragraphs"] for each in result.json["sections"]}


@pytest.mark.usefixtures("source")
def test_the_analysis_is_a_document_for_scripts(rumo: Rumo) -> None:
    result = rumo(
        "--today 2025-06-20 report annual --year 2024-2025 -f json --sections meetings,hotline"
    )

    assert result.code == 0
    assert result.json | {"appendices": []} == {
        "year": "2024-2025",
        "title": "Анализ деятельности Регионального учебно-методического объединения "
        "в 2024-2025 учебном году",
        "sections": [
            {
                "key": "meetings",
                "heading": "Координация деятельности и заседания",
                "paragraphs": [
                    "В течение 2024-2025 учебного года проведено 3 заседания РУМО:",
                    "Заседание № 1.",
                    "Заседание № 2.",
                    "Заседание № 3.",
                ],
            },
            {
                "key": "hotline",
                "heading": "Горячая линия РУМО",
                "paragraphs": [
                    "С целью научно-методического сопровождения педагогических работников на "
                    "«Горячей линии РУМО» проведено 2 вебинара (в 2023-2024 учебном году – 1 "
                    "вебинар; прирост – 1, или 100 %). В них приняли участие более 2 тысяч "
                    "педагогических работников (в 2023-2024 учебном году – 30)."
                ],
            },
        ],
        "signature": {"position": "Заместитель председателя РУМО", "name": "П.О. Инеева"},
        "appendices": [],
    }


@pytest.mark.usefixtures("source")
def test_sections_are_named_in_russian_too(rumo: Rumo) -> None:
    words = ("report", "annual", "--year", "2024-2025", "-f", "json", "--sections")

    assert [*sections(rumo(*words, "горячая, координация"))] == ["meetings", "hotline"]


@pytest.mark.usefixtures("source")
def test_before_it_is_signed_what_disagrees_is_said(rumo: Rumo) -> None:
    result = rumo("report annual --year 2024-2025 -f json --sections hotline,expertise")

    assert result.err.splitlines() == [
        "Внимание: объявлено 4 заседания, записано 3; rumo meeting add --owner rumo --date ДАТА "
        "--year 2024-2025",
        "Внимание: проведено без числа участников: 1 вебинар; rumo webinar list --status held "
        "--without headcount --year 2024-2025",
        "Внимание: в разделе «Общественно-профессиональная экспертиза» сказать нечего: записей "
        "нет; rumo expertise import ФАЙЛ --year 2024-2025",
    ]


def test_who_signs_must_be_set(rumo: Rumo, set_year: SetYear) -> None:
    set_year(region="Энская область")

    result = rumo("report annual --year 2024-2025 -f json --sections hotline")

    assert result.json["signature"]["name"] == ""
    assert "не задано, кто подписывает; rumo year set signatory=ФИО --year 2024-2025" in result.err


def test_a_year_without_records_names_what_fills_each_section(
    rumo: Rumo, set_year: SetYear
) -> None:
    set_year(signatory="Инеева П.О.")

    said = rumo("report annual --year 2024-2025 -f json").err.splitlines()

    assert [line.partition("«")[2].partition("»")[0] for line in said] == [
        option.label for option in SECTION.options
    ]


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("thousands", "option", "people"),
    [
        (None, "", "более 2 тысяч"),
        ("exact", "", f"не менее 2{NBSP}400"),
        ("exact", "--rounded", "более 2 тысяч"),
        ("rounded", "--exact", f"не менее 2{NBSP}400"),
    ],
)
def test_thousands_are_told_as_set_or_asked(
    rumo: Rumo, set_year: SetYear, thousands: str | None, option: str, people: str
) -> None:
    set_year(**({"thousands": thousands} if thousands else {}))

    result = rumo(f"report annual --year 2024-2025 -f json --sections hotline {option}")

    assert f"приняли участие {people} педагогических" in sections(result)["hotline"][0]


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("empty", "option", "expertise"),
    [
        (None, "", None),
        (None, "--empty say", ["Сведений за 2024-2025 учебный год нет."]),
        ("say", "", ["Сведений за 2024-2025 учебный год нет."]),
        ("say", "--empty omit", None),
    ],
)
def test_empty_sections_are_left_out_or_say_so(
    rumo: Rumo, set_year: SetYear, empty: str | None, option: str, expertise: list[str] | None
) -> None:
    set_year(**({"empty_sections": empty} if empty else {}))

    result = rumo(f"report annual --year 2024-2025 -f json --sections expertise {option}")

    assert sections(result).get("expertise") == expertise


@pytest.mark.usefixtures("source")
def test_appendices_are_left_out_when_asked(rumo: Rumo) -> None:
    shown = rumo("report annual --year 2024-2025 -f json").json["appendices"]
    hidden = rumo("report annual --year 2024-2025 -f json --no-appendices").json["appendices"]

    assert [each["key"] for each in shown] == ["months", "associations", "figures"]
    assert shown[0]["tables"] == [
        {
            "title": "Проведённые вебинары и их участники по месяцам, 2024-2025 учебный год",
            "columns": [
                "Месяц",
                "Вебинары 2024-2025",
                "Вебинары 2023-2024",
                "Участники 2024-2025",
                "Участники 2023-2024",
            ],
            "rows": [["октябрь 2024", "2", "1", f"не менее 2{NBSP}400", "30"]],
        }
    ]
    assert hidden == []


@pytest.mark.usefixtures("source")
def test_the_file_is_left_alone_when_nothing_has_changed(rumo: Rumo, tmp_path: Path) -> None:
    command = "report annual --year 2024-2025 -o анализ.json --if-changed"

    assert rumo(command).err.startswith("Записано: анализ.json\n")
    assert rumo(command).err.startswith("Без изменений: анализ.json\n")
    assert (tmp_path / "анализ.json").is_file()


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("--year 2020-2021", 3, "Учебного года 2020-2021 в хранилище нет"),
        ("--sections мебель", 2, "раздела «мебель» в анализе нет. Все разделы: composition, "),
        ("-o a.docx --template a.docx", 1, "файл не найден: a.docx"),
        ("-o анализ.xlsx", 2, "По имени файла «анализ.xlsx» не понять"),
        ("--year all", 2, "Здесь нужен один учебный год"),
    ],
)
def test_what_is_refused(rumo: Rumo, words: str, code: int, error: str) -> None:
    result = rumo(f"report annual {words}")

    assert (result.code, error in result.err) == (code, True), result.err


def test_a_template_is_for_word(rumo: Rumo, tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "a.docx"))

    result = rumo("report annual -f md --template a.docx")

    assert result == Result(
        2, "", "Ошибка: --template нужен документу Word: -o ФАЙЛ.docx или -f docx.\n"
    )


def test_a_store_must_be_there(rumo: Rumo) -> None:
    assert rumo("report annual --year 2024-2025 -f json").code == 4
