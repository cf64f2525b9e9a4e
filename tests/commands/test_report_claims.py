"""`rumo report check TEXT`: what an analysis says, held against the records."""

from pathlib import Path

import docx
import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

NOW: Record = {"academic_year": "2024-2025"}
BEFORE: Record = {"academic_year": "2023-2024"}
HELD: Record = {"title": "ГИА", "status": "held"}
TEXT = """\
Анализ за 2024-2025 учебный год.

Проведены 4 заседания РУМО:
Заседание № 1. План работы;
Заседание 2. Курсы;
Заседание 3. Форум.

Проведено 2 вебинара (в 2023-2024 учебном году – 2 вебинара).
В 2019-2020 учебном году проведено 12 вебинаров.
"""


@pytest.fixture
def year(given: Given) -> None:
    """Three meetings; two webinars, and one the year before."""
    given("meeting", *(NOW | {"owner": "rumo", "status": "held", "number": str(n)} for n in "123"))
    given("webinar", NOW | HELD, NOW | HELD | {"title": "ФГОС"}, BEFORE | HELD)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "анализ.txt"
    file.write_text(TEXT, encoding="cp1251")
    return file


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file, document = tmp_path / "анализ.docx", docx.Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(str(file))
    return file


@pytest.mark.usefixtures("year", "text")
def test_people_read_what_the_text_says_and_what_the_records_say(rumo: Rumo) -> None:
    assert rumo("report check анализ.txt -f table") == Result(
        7,
        """\
Текст против записей, 2024-2025 учебный год

Где       В тексте      В записях                     Итог              По чему видно
────────────────────────────────────────────────────────────────────────────────────────────────────
строка 3  4 заседания   Заседаний РУМО записано: 3    расходится        meeting 1, 2, 3
строка 3  4 заседания   объявлено 4 заседания,        противоречие      сам текст
                        перечислены 3
строка 8  2 вебинара    Проведено вебинаров: 2        сходится          webinar 1, 2
строка 8  2 вебинара    Проведено вебинаров: 1        расходится        webinar 3
строка 9  12 вебинаров                                не с чем сверить  2019-2020 учебного года нет
                                                                        в хранилище
""",
        "Проверено 4 утверждения: сходится 1, расходится 2, не с чем сверить 1. "
        "Противоречий в тексте: 1.\n",
    )


@pytest.mark.usefixtures("year", "text")
def test_json_has_every_claim_with_its_evidence(rumo: Rumo) -> None:
    document = rumo("report check анализ.txt -f json").json

    assert {key: document[key] for key in ("year", "file", "differs")} == {
        "year": "2024-2025",
        "file": "анализ.txt",
        "differs": 2,
    }
    assert document["claims"][0] == {
        "text": "4 заседания",
        "sentence": "Проведены 4 заседания РУМО:",
        "place": {"paragraph": 2, "line": 3},
        "figure": "meetings_recorded",
        "measure": "value",
        "said": 4,
        "qualifier": "exact",
        "year": "2024-2025",
        "recorded": 3,
        "verdict": "differs",
        "difference": -1,
        "evidence": ["meeting 1", "meeting 2", "meeting 3"],
    }
    assert [each["year"] for each in document["claims"]][1:3] == ["2024-2025", "2023-2024"]
    assert document["contradictions"] == [
        {
            "key": "listed",
            "text": "4 заседания",
            "message": "объявлено 4 заседания, перечислены 3",
            "place": {"paragraph": 2, "line": 3},
        }
    ]


@pytest.mark.usefixtures("year", "word")
def test_a_word_document_comes_back_with_comments(rumo: Rumo, tmp_path: Path) -> None:
    result = rumo("report check анализ.docx -o checked.docx")

    assert result.code == 7
    marked = docx.Document(str(tmp_path / "checked.docx"))
    assert [each.text for each in marked.comments] == [
        "В записях 3, не 4: meeting 1, 2, 3.",
        "Текст противоречит себе: объявлено 4 заседания, перечислены 3.",
        "В записях 1, не 2: webinar 3.",
    ]
    assert [each.text for each in marked.paragraphs] == TEXT.splitlines()


@pytest.mark.usefixtures("year", "word")
def test_a_word_document_may_come_from_standard_input(rumo: Rumo, word: Path) -> None:
    result = rumo("report", "check", "-", "-o", "checked.docx", stdin=word.read_bytes())

    assert result.code == 7
    assert result.err.startswith("Записано: checked.docx\n")


@pytest.mark.usefixtures("year")
def test_what_holds_ends_well(rumo: Rumo) -> None:
    result = rumo("report", "check", "-", stdin="За год проведено два вебинара.")

    assert result.code == 0
    assert result.err == (
        "Проверено 1 утверждение: сходится 1, расходится 0, не с чем сверить 0. "
        "Противоречий в тексте: 0.\n"
    )


@pytest.mark.usefixtures("year")
def test_a_text_without_claims_is_said_to_have_none(rumo: Rumo) -> None:
    result = rumo("report", "check", "-", "-f", "plain", stdin="Работа велась хорошо.")

    assert result.code == 0
    assert "В тексте не нашлось ни чисел, ни обещаний" in result.out


@pytest.mark.usefixtures("year")
def test_the_year_is_that_of_the_text_unless_it_is_named(rumo: Rumo) -> None:
    text = "В 2023-2024 учебном году работа велась. Проведён 1 вебинар."

    found = rumo("report", "check", "-", "-f", "json", stdin=text)
    named = rumo("report", "check", "-", "-f", "json", "--year", "2024-2025", stdin=text)

    assert (found.code, found.json["year"]) == (0, "2023-2024")
    assert "Учебный год взят из текста: 2023-2024." in found.err
    assert (named.code, named.json["year"]) == (7, "2024-2025")


@pytest.mark.usefixtures("year", "text", "word")
@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        ("check нет.txt", 1, "файл не найден: нет.txt"),
        ("check анализ.txt -o checked.docx", 2, "пометки ставятся в документе Word"),
        ("check анализ.txt --rule omo_unknown", 2, "--rule — о записях года"),
        ("check анализ.txt --year 2019-2020", 3, "Учебного года 2019-2020 в хранилище нет"),
        ("check -f docx", 2, "назовите его, ФАЙЛ.docx"),
        ("check анализ.txt -o checked.odt", 2, "Известны расширения"),
    ],
)
def test_what_cannot_be_checked_is_refused(
    rumo: Rumo, command: str, code: int, message: str
) -> None:
    result = rumo(f"report {command}")

    assert result.code == code
    assert message in result.err


@pytest.mark.parametrize("ending", ["docx", "txt", "md"])
def test_what_rumo_writes_of_a_year_holds_against_it(
    ending: str, rumo: Rumo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_YEAR", "2024-2025")
    rumo(f"demo {tmp_path / 'demo'}")
    monkeypatch.setenv("RUMO_STORE", str(tmp_path / "demo"))
    rumo(f"report annual -o анализ.{ending}")

    checked = rumo(f"report check анализ.{ending} -f json")

    assert (checked.code, checked.json["contradictions"]) == (0, [])
    assert {each["verdict"] for each in checked.json["claims"]} == {"holds"}
    assert len(checked.json["claims"]) > 100


def test_tables_are_held_by_the_names_of_their_rows(rumo: Rumo, given: Given) -> None:
    given("webinar", NOW | HELD, NOW | HELD | {"title": "ФГОС"}, BEFORE | HELD)
    table = """\
Показатели за 2024-2025 учебный год

Показатель            2024-2025    2023-2024    Изменение
------------------  -----------  -----------  -----------
Проведено вебинаров           3            1           +1

Месяц        Вебинары
---------  ----------
май 2025           12
"""

    checked = rumo("report check - -f json", stdin=table)

    assert checked.code == 7
    assert [
        (each["text"], each["figure"], each["measure"], each["verdict"])
        for each in checked.json["claims"]
    ] == [
        ("3", "webinars_held", "value", "differs"),
        ("1", "webinars_held", "value", "holds"),
        ("1", "webinars_held", "change", "holds"),
    ]
