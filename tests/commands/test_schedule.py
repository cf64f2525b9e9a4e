"""`webinar schedule`: what the public is told of, in every format."""

import csv
import io
import json
import stat
from datetime import datetime, time
from pathlib import Path

import docx
import openpyxl
import pytest

from rumo_cli.records.values import Record
from store.contract import Transaction
from store.location import open_store
from tests.commands.conftest import Given, Result, Rumo

YEAR: Record = {"academic_year": "2024-2025", "form": "webinar", "status": "planned"}
WEBINARS: list[Record] = [
    YEAR | {"title": "Подготовка; к ЕГЭ", "date": "2024-10-16", "start_time": "15:00",
            "end_time": "16:30", "omo": ["ОМО-04"], "audience": ["учителя математики"],
            "theme": "ГИА", "speakers": ["Белова А.С.", "Громов Б.В."],
            "speakers_org": ["ОИРО", "СШ 2"], "url": "https://vks.example.ru/1",
            "notes": "не для всех", "participants": 40},
    YEAR | {"title": "=СУММА(A1)", "date": "2024-10-15", "status": "cancelled",
            "omo": ["ОМО-17", "ОМО-04"], "theme": "воспитание", "reason": "болезнь"},
    YEAR | {"title": "Школа", "date": "2024-10-17", "dates": ["2024-10-17", "2024-10-19"],
            "start_time": "14:00", "audience": ["методисты"]},
    YEAR | {"title": "По запросам", "responsible": ["Зимина А.А."], "form": "consultation"},
    YEAR | {"title": "Через неделю", "date": "2024-10-22"},
    YEAR | {"title": "Весной", "date": "2025-04-15"},
    {"academic_year": "2023-2024", "title": "Прошлый год", "date": "2024-08-20",
     "status": "held", "form": "webinar"},
]  # fmt: skip
MARKDOWN = """\
# График вебинаров, 14–19 октября 2024 года

| Дата | День недели | Время | Важно | Тема | Категория участников | Спикеры | Ответственные | \
ОМО | Ссылка |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 15.10.2024 | вт |  | отменён | =СУММА(A1) |  |  |  | ОМО педагогов-психологов<br>\
ОМО учителей математики |  |
| 16.10.2024 | ср | 15:00–16:30 |  | Подготовка; к ЕГЭ | учителя математики | \
Белова А.С., ОИРО<br>Громов Б.В., СШ 2 |  | ОМО учителей математики | https://vks.example.ru/1 |
| 17.10.2024 | чт | 14:00 | также 19.10.2024 | Школа | методисты |  |  |  |  |
| 19.10.2024 | сб | 14:00 | также 17.10.2024 | Школа | методисты |  |  |  |  |
| без даты |  |  |  | По запросам |  |  | Зимина А.А. |  |  |
"""
EXCEL_CSV = (
    "\ufeffДата;День недели;Время;Время окончания;Важно;Тема;Категория участников;Спикеры;"
    "Ответственные;ОМО;Ссылка\r\n"
    "15.10.2024;вт;;;отменён;'=СУММА(A1);;;;"
    '"ОМО педагогов-психологов\nОМО учителей математики";\r\n'
    '16.10.2024;ср;15:00;16:30;;"Подготовка; к ЕГЭ";учителя математики;'
    '"Белова А.С., ОИРО\nГромов Б.В., СШ 2";;ОМО учителей математики;https://vks.example.ru/1\r\n'
    "17.10.2024;чт;14:00;;также 19.10.2024;Школа;методисты;;;;\r\n"
    "19.10.2024;сб;14:00;;также 17.10.2024;Школа;методисты;;;;\r\n"
    "без даты;;;;;По запросам;;;Зимина А.А.;;\r\n"
)
PRIVATE = ("не для всех", "болезнь", "participants", "Участников")
FORMATS = ("table", "plain", "md", "html", "csv", "excel-csv", "tsv", "json", "ndjson")


pytestmark = pytest.mark.usefixtures("associations", "webinars")


@pytest.fixture
def webinars(given: Given) -> None:
    given("webinar", *WEBINARS)


def titles(rumo: Rumo, line: str) -> list[str]:
    """Return what a schedule holds, the days' first and once each, then what has no date."""
    document = rumo(f"webinar schedule {line} -f json").json
    dated = [each["title"] for day in document["days"] for each in day["webinars"]]
    return [*dict.fromkeys(dated), *(each["title"] for each in document["undated"])]


@pytest.mark.parametrize(("name", "text"), [("md", MARKDOWN), ("excel-csv", EXCEL_CSV)])
def test_a_week_in_a_format_for_people(rumo: Rumo, name: str, text: str) -> None:
    assert rumo(f"webinar schedule -q -f {name}") == Result(0, text)


def test_a_pipe_gets_plain(rumo: Rumo) -> None:
    lines = rumo("webinar schedule").out.splitlines()

    assert lines[0] == "График вебинаров, 14–19 октября 2024 года"
    assert lines[4].split() == [
        "15.10.2024", "вт", "отменён", "=СУММА(A1)", "ОМО", "педагогов-психологов;", "ОМО",
        "учителей", "математики",
    ]  # fmt: skip
    assert lines[-1].split() == ["без", "даты", "По", "запросам", "Зимина", "А.А."]


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_for_the_public_is_in_no_format(rumo: Rumo, name: str) -> None:
    out = rumo(f"webinar schedule -q -f {name}").out
    told = out[out.find("<main>") :] if name == "html" else out

    assert "Подготовка; к ЕГЭ" in told
    assert [text for text in PRIVATE if text in told] == []


def test_json_is_a_document_of_days(rumo: Rumo) -> None:
    document = rumo("webinar schedule -f json").json

    assert {key: document[key] for key in ("title", "from", "to", "timezone")} == {
        "title": "График вебинаров, 14–19 октября 2024 года",
        "from": "2024-10-14",
        "to": "2024-10-20",
        "timezone": "Europe/Moscow",
    }
    assert [(day["date"], day["weekday"]) for day in document["days"]] == [
        ("2024-10-15", "вторник"),
        ("2024-10-16", "среда"),
        ("2024-10-17", "четверг"),
        ("2024-10-19", "суббота"),
    ]
    assert document["days"][1]["webinars"] == [
        {
            "id": 1,
            "academic_year": "2024-2025",
            "date": "2024-10-16",
            "end_date": None,
            "dates": [],
            "start_time": "15:00",
            "end_time": "16:30",
            "duration_min": None,
            "timezone": None,
            "title": "Подготовка; к ЕГЭ",
            "form": "webinar",
            "theme": "ГИА",
            "omo": ["ОМО-04"],
            "audience": ["учителя математики"],
            "speakers": ["Белова А.С.", "Громов Б.В."],
            "speakers_position": [],
            "speakers_org": ["ОИРО", "СШ 2"],
            "responsible": [],
            "platform": None,
            "url": "https://vks.example.ru/1",
            "status": "planned",
            "moved_from": None,
            "materials_url": None,
            "recording_url": None,
            "news_url": None,
        }
    ]
    assert [each["title"] for each in document["undated"]] == ["По запросам"]


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_has_a_row_for_each_day_of_a_webinar(rumo: Rumo, name: str, delimiter: str) -> None:
    text = rumo(f"webinar schedule -f {name}").out
    rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))

    assert [(row["day"], row["id"], row["title"]) for row in rows] == [
        ("2024-10-15", "2", "=СУММА(A1)"),
        ("2024-10-16", "1", "Подготовка; к ЕГЭ"),
        ("2024-10-17", "3", "Школа"),
        ("2024-10-19", "3", "Школа"),
        ("", "4", "По запросам"),
    ]
    assert rows[2]["dates"] == "2024-10-17\n2024-10-19"


HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("https://example.org";"щёлкни")',
    "a;b,c «d» \"e\" 'f'",
    "👩‍🏫 \u202eнаоборот\u202c \u200fсправа",
    "+7 (4812) 00-00-00",
)


def read_back(rumo: Rumo, name: str) -> list[object]:
    """Return the titles of a schedule as programs read them."""
    if name == "xlsx":
        rumo("webinar schedule -q --omo 2 -o график.xlsx")
        sheet = openpyxl.load_workbook("график.xlsx").active
        assert sheet
        heading, *rows = sheet.iter_rows(min_row=3, max_row=8, values_only=True)
        return [row[heading.index("Тема")] for row in rows]
    if name == "docx":
        rumo("webinar schedule -q --omo 2 -o график.docx")
        (table,) = docx.Document("график.docx").tables
        heading_, *rows_ = ([cell.text for cell in row.cells] for row in table.rows)
        return [row[heading_.index("Тема")] for row in rows_][: len(HOSTILE)]
    text = rumo(f"webinar schedule -q --omo 2 -f {name}").out
    if name == "ndjson":
        return [json.loads(line)["title"] for line in text.splitlines()]
    if name == "json":
        return [each["title"] for day in json.loads(text)["days"] for each in day["webinars"]]
    delimiter = "\t" if name == "tsv" else ","
    return [row["title"] for row in csv.DictReader(io.StringIO(text), delimiter=delimiter)]


@pytest.fixture
def hostile(given: Given) -> None:
    """Webinars that are called as badly as can be."""
    given(
        "webinar",
        *(YEAR | {"title": title, "date": "2024-10-18", "omo": ["ОМО-02"]} for title in HOSTILE),
    )


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("name", ["csv", "tsv", "json", "ndjson", "xlsx", "docx"])
def test_hostile_titles_are_read_back_as_they_are(rumo: Rumo, name: str) -> None:
    assert sorted(map(str, read_back(rumo, name))) == sorted(HOSTILE)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("md", "👩\u200d🏫 \u202eнаоборот\u202c \u200fсправа"),
        ("html", "👩\u200d🏫 \u202eнаоборот\u202c \u200fсправа"),
        ("plain", "👩\u200d🏫 наоборот \u200fсправа"),
        ("table", "👩\u200d🏫 наоборот \u200fсправа"),
    ],
)
def test_what_turns_the_direction_of_a_title_stays_out_of_terminals(
    rumo: Rumo, name: str, title: str
) -> None:
    assert title in rumo(f"webinar schedule -q --omo 2 -f {name}").out


def test_a_workbook_has_real_days_hours_and_links(rumo: Rumo) -> None:
    assert rumo("webinar schedule -q -o график.xlsx").code == 0
    sheet = openpyxl.load_workbook("график.xlsx").active
    assert sheet
    heading, *rows = sheet.iter_rows(min_row=3, values_only=True)
    row = rows[1]

    assert sheet["A1"].value == "График вебинаров, 14–19 октября 2024 года"
    assert heading[:6] == (
        "Дата", "День недели", "Время", "Время окончания", "Важно", "Тема",
    )  # fmt: skip
    assert row[:6] == (datetime.fromisoformat("2024-10-16"), "ср", time(15), time(16, 30), None,
                       "Подготовка; к ЕГЭ")  # fmt: skip
    assert sheet["K5"].hyperlink.target == "https://vks.example.ru/1"
    assert (sheet["F4"].value, sheet["F4"].data_type) == ("=СУММА(A1)", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A4", "A3:K8")


def test_a_document_names_the_weekday_under_the_day(rumo: Rumo) -> None:
    assert rumo("webinar schedule -o график.docx").err.endswith("Записано: график.docx\n")
    document = docx.Document("график.docx")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert document.paragraphs[0].text == "График вебинаров, 14–19 октября 2024 года"
    assert rows[0] == [
        "Дата", "Время", "Важно", "Тема", "Категория участников", "Спикеры", "Ответственные",
        "ОМО", "Ссылка",
    ]  # fmt: skip
    assert rows[2] == [
        "16.10.2024\nсреда", "15:00–16:30", "", "Подготовка; к ЕГЭ", "учителя математики",
        "Белова А.С., ОИРО\nГромов Б.В., СШ 2", "", "ОМО учителей математики",
        "https://vks.example.ru/1",
    ]  # fmt: skip
    assert rows[-1][0] == "без даты"


@pytest.mark.parametrize(
    ("today", "which", "days"),
    [
        ("2024-10-14", "Эта", "14–19 октября 2024 года"),
        ("2024-10-17", "Эта", "14–19 октября 2024 года"),
        ("2024-10-18", "Следующая", "21–26 октября 2024 года"),
        ("2024-10-20", "Следующая", "21–26 октября 2024 года"),
        ("2024-12-28", "Следующая", "30 декабря 2024 года – 4 января 2025 года"),
    ],
)
def test_from_friday_on_it_is_the_coming_week(
    rumo: Rumo, today: str, which: str, days: str
) -> None:
    result = rumo(f"webinar schedule --today {today}")

    assert result.err == f"{which} неделя: {days} (другая: --week ДАТА).\n"
    assert result.out.startswith(f"График вебинаров, {days}\n")


FIRST_WEEK = ["=СУММА(A1)", "Подготовка; к ЕГЭ", "Школа", "По запросам"]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("--week 2024-10-15", FIRST_WEEK),
        ("--week next", ["Через неделю", "По запросам"]),
        ("--from 16.10.2024 --to 17.10.2024", ["Подготовка; к ЕГЭ", "Школа", "По запросам"]),
        ("--from 20.10.2024", ["Через неделю", "Весной", "По запросам"]),
        ("--to 31.08.2024", ["Прошлый год", "По запросам"]),
        ("--month 2024-10", [*FIRST_WEEK[:3], "Через неделю", "По запросам"]),
        ("--month октябрь", [*FIRST_WEEK[:3], "Через неделю", "По запросам"]),
        ("--month апрель", ["Весной", "По запросам"]),
        ("--month апрель --year 2023-2024", []),
        ("--half 1", [*FIRST_WEEK[:3], "Через неделю", "По запросам"]),
        ("--half 2", ["Весной", "По запросам"]),
        ("--half all", [*FIRST_WEEK[:3], "Через неделю", "Весной", "По запросам"]),
        ("--half all --year 2023-2024", ["Прошлый год"]),
        ("--from 01.08.2024 --to 20.10.2024", ["Прошлый год", *FIRST_WEEK]),
        ("--from 01.08.2024 --to 20.10.2024 --year 2023-2024", ["Прошлый год"]),
    ],
)
def test_the_days_of_a_schedule(rumo: Rumo, days: str, found: list[str]) -> None:
    assert titles(rumo, days) == found


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ("--month август", "август 2025 года"),
        ("--month сентябрь", "сентябрь 2025 года"),
        ("--half 1", "1 сентября – 31 декабря 2025 года"),
        ("--half all", "1 августа 2025 года – 31 августа 2026 года"),
        ("--half all --year 2024-2025", "1 сентября 2024 года – 31 августа 2025 года"),
        ("--half 1 --year 2024-2025", "1 сентября – 31 декабря 2024 года"),
        ("--month сентябрь --year 2024-2025", "сентябрь 2024 года"),
    ],
)
def test_in_august_a_schedule_looks_ahead(rumo: Rumo, days: str, period: str) -> None:
    result = rumo(f"webinar schedule --today 2025-08-20 {days} -f plain")

    assert result.out.startswith(f"График вебинаров, {period}\n")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("--omo матем", ["=СУММА(A1)", "Подготовка; к ЕГЭ"]),
        ("--omo 17", ["=СУММА(A1)"]),
        ("--omo 17 --omo 4", ["=СУММА(A1)", "Подготовка; к ЕГЭ"]),
        ("--audience методист", ["Школа"]),
        ("--theme гиа", ["Подготовка; к ЕГЭ"]),
        ("--form консультация", ["По запросам"]),
        ("--status planned", ["Подготовка; к ЕГЭ", "Школа", "По запросам"]),
        ("--omo матем --theme гиа", ["Подготовка; к ЕГЭ"]),
    ],
)
def test_a_part_of_it(rumo: Rumo, filters: str, found: list[str]) -> None:
    assert titles(rumo, filters) == found


def test_a_part_of_it_says_which_part_it_is(rumo: Rumo) -> None:
    result = rumo("webinar schedule --omo матем --theme ГИА -f md")

    assert result.out.endswith("\n\nОМО учителей математики\n\nГИА\n")


def test_an_unknown_association_is_said(rumo: Rumo) -> None:
    result = rumo("webinar schedule -q --omo астрономии")

    assert (result.code, result.out) == (3, "")
    assert "ОМО «астрономии» нет в справочнике." in result.err


@pytest.mark.parametrize(
    "days",
    [
        "--week this --month 2024-10",
        "--week this --from 01.10.2024",
        "--month 2024-10 --half 1",
        "--to 01.10.2024 --half 1",
    ],
)
def test_days_are_named_in_one_way(rumo: Rumo, days: str) -> None:
    assert rumo(f"webinar schedule {days}") == Result(
        2,
        "",
        "Ошибка: Назовите дни одним способом: --week, --from и --to, --month или --half.\n",
    )


def test_days_that_end_before_they_begin_are_refused(rumo: Rumo) -> None:
    assert rumo("webinar schedule --from 17.10.2024 --to 16.10.2024") == Result(
        2, "", "Ошибка: Первый день позже последнего: поменяйте местами --from и --to.\n"
    )


def test_an_empty_week_is_a_schedule_too(rumo: Rumo) -> None:
    line = "webinar schedule --week 2024-11-12 --status announced"

    assert rumo(line) == Result(
        0, "График вебинаров, 11–16 ноября 2024 года\n\nВебинаров в эти дни нет.\n"
    )
    assert rumo(f"{line} -o график.html").err == (
        "Записано: график.html\nВебинаров в эти дни нет.\n"
    )
    assert "Вебинаров в эти дни нет." in Path("график.html").read_text(encoding="utf-8")
    assert rumo(f"{line} -f json").json["days"] == []


def test_a_missing_store_is_no_empty_week(rumo: Rumo) -> None:
    result = rumo("--store нигде webinar schedule -o график.html")

    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("Ошибка: Хранилища нет: ")
    assert not Path("график.html").exists()


def test_a_format_that_a_schedule_lacks_is_refused_with_those_it_has(rumo: Rumo) -> None:
    result = rumo("webinar schedule -f bmp")

    assert result.code == 2
    assert "'bmp' не входит в список: 'table', 'plain', 'md', 'html', 'csv', " in result.err
    assert rumo("webinar schedule -o график.bmp").err.startswith(
        "Ошибка: По имени файла «график.bmp» не понять, в каком виде его записать. "
        "Известны расширения .txt .md .html .htm .csv "
    )


def test_a_schedule_is_for_anybody_to_read(rumo: Rumo) -> None:
    rumo("webinar schedule -o график.html")
    rumo("webinar list -o список.html")
    modes = [stat.S_IMODE(Path(name).stat().st_mode) for name in ("график.html", "список.html")]

    assert modes == [0o644, 0o600]


def test_a_page_leads_to_the_calendar_beside_it(rumo: Rumo) -> None:
    link = "Добавить в календарь"
    rumo("webinar schedule -o график.html")
    without = Path("график.html").read_text(encoding="utf-8")
    Path("график.ics").touch()
    rumo("webinar schedule -o график.html")
    beside = Path("график.html").read_text(encoding="utf-8")
    named = rumo("webinar schedule -f html --ics-url https://example.ru/c.ics?a=1&b=2").out

    assert link not in without
    assert f'<a href="%D0%B3%D1%80%D0%B0%D1%84%D0%B8%D0%BA.ics">{link} (.ics)</a>' in beside
    assert f'<a href="https://example.ru/c.ics?a=1&amp;b=2">{link} (.ics)</a>' in named


def test_the_settings_of_the_year_say_who_publishes_it(rumo: Rumo, place: Path) -> None:
    def change(transaction: Transaction) -> None:
        transaction.replace("year", 2024, {"association": "РУМО", "institute": "ОИРО"})

    open_store(str(place)).run(change, command="given")

    assert "<p>РУМО · ОИРО</p>" in rumo("webinar schedule -f html").out


def test_the_settings_of_the_year_say_in_which_time_zone_it_is(rumo: Rumo) -> None:
    assert rumo("year set timezone=Asia/Omsk").code == 0

    assert rumo("webinar schedule -f json").json["timezone"] == "Asia/Omsk"
    assert "DTSTART;TZID=Asia/Omsk:20241016T150000\r\n" in rumo("webinar schedule -f ics").out
