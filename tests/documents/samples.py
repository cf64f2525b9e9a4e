"""Schedules to draw: a week with all that may stand in one, and a register of two thousand."""

from datetime import date, timedelta

from rumo_cli.calendar.periods import Period
from rumo_cli.documents.schedule import Schedule, schedule_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.values import Record, Value

WEEK = Period(date(2024, 10, 21), date(2024, 10, 27))
DIRECTORY = Directory(
    [
        {"code": "ОМО-04", "title": "ОМО учителей математики"},
        {"code": "ОМО-17", "title": "ОМО педагогов-психологов"},
    ]
)
SETTINGS: Record = {"association": "РУМО в системе общего образования", "institute": "ГАУ ДПО ОИРО"}
HOSTILE = (
    "</h3><script>alert(1)</script>",
    '=HYPERLINK("https://example.org";"щёлкни")',
    "a;b,c\td",
    "первая строка\nвторая строка",
    "«ёлочки», \"лапки\" и 'запятые' & &amp; &lt;",
    "👩‍🏫 эмодзи и \u202eоборот\u202c \u200fсправа",
    "{{ 7 * 7 }} {% raw %} ${x}",
    "--><!-- ]]> \\u003c",
    "x" * 300,
)
"""Titles that try to be a program, a formula, a cell or the end of something."""


def webinar(number: int, title: str, **values: Value) -> Record:
    return {
        "id": number,
        "academic_year": "2024-2025",
        "title": title,
        "form": "webinar",
        "status": "planned",
        **values,
    }


WEBINARS: list[Record] = [
    webinar(
        1,
        "Подготовка к ЕГЭ",
        date="2024-10-22",
        start_time="15:00",
        end_time="16:30",
        omo=["ОМО-04"],
        audience=["учителя математики"],
        theme="ГИА",
        speakers=["Белова А.С."],
        speakers_position=["доцент"],
        speakers_org=["ОИРО"],
        url="https://vks.example.ru/rumo?id=1&code=2",
    ),
    webinar(
        2,
        "Тревожность: первая помощь",
        form="consultation",
        date="2024-10-22",
        start_time="10:00",
        omo=["ОМО-17", "ОМО-04"],
        audience=["педагоги-психологи", "учителя математики"],
        theme="профилактика",
        responsible=["Ёлкина Е.Е."],
        status="cancelled",
        url="https://vks.example.ru/rumo/2",
    ),
    webinar(
        3,
        "Разбор ВПР",
        date="2024-10-24",
        dates=["2024-10-24", "2024-10-26"],
        moved_from="2024-10-10",
        platform="Сферум",
        url="ссылка будет направлена",
    ),
    webinar(
        4,
        "Итоги недели",
        date="2024-10-21",
        status="held",
        materials_url="https://example.ru/m",
        recording_url="https://example.ru/r",
        news_url="https://example.ru/n",
        notes="не для всех",
    ),
    webinar(5, "Консультации по запросам", theme="ГИА", audience=["педагоги ШНОР"]),
]


def week(*more: Record, calendar_url: str | None = None) -> Schedule:
    """Return the week, and whatever more stands in it."""
    return schedule_of([*WEBINARS, *more], WEEK, DIRECTORY, SETTINGS, calendar_url=calendar_url)


def hostile() -> Schedule:
    """Return a week of webinars that are called, given and placed as badly as can be."""
    return schedule_of(
        [
            webinar(
                number,
                title,
                date="2024-10-22",
                audience=[title],
                theme=title,
                speakers=[title],
                omo=[title],
                platform=title,
                url=f"https://example.ru/?{title}",
            )
            for number, title in enumerate(HOSTILE, 1)
        ],
        WEEK,
        DIRECTORY,
    )


def empty() -> Schedule:
    return schedule_of([], WEEK, DIRECTORY)


def year_of(count: int) -> Schedule:
    """Return a schedule of so many webinars, as full as those of a region are."""
    first = date(2024, 9, 2)
    webinars = [
        webinar(
            number,
            f"Читательская грамотность на уроках математики: практика и опыт, занятие № {number}",
            date=(first + timedelta(days=number % 270)).isoformat(),
            start_time="15:00",
            end_time="16:30",
            omo=["ОМО-04"],
            audience=[f"учителя математики {5 + number % 7} классов"],
            theme=("ГИА", "воспитание", "функциональная грамотность")[number % 3],
            speakers=["Родниковская О.Е."],
            speakers_org=["ГАУ ДПО ОИРО"] if number % 3 == 0 else [],
            url=f"https://vks.example.ru/rumo/{number}" if number % 2 else None,
        )
        for number in range(1, count + 1)
    ]
    return schedule_of(webinars, Period(first, date(2025, 8, 31)), DIRECTORY)
