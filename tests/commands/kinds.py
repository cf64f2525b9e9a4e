"""One record of every kind: what is typed to add it, what it needs, and what the store then has."""

from typing import NamedTuple

from rumo_cli.records.values import Record


class Example(NamedTuple):
    """A record of a kind: the group of its verbs, the options typed, the record, its line.

    `needs` are commands that must run before it; `edit` is an option that `edit` may take, and
    `edited` what it changes.
    """

    kind: str
    group: str
    options: str
    record: Record
    line: str
    edit: str
    edited: Record
    change: str
    needs: tuple[str, ...] = ()


YEAR: Record = {"academic_year": "2024-2025"}
ROUTE = 'iom add --teacher "Белова А.С."'
PROGRAMME = 'mentor programme add --title "Молодой педагог"'
TILL_15_NOVEMBER: Record = {
    "deadline_text": "до 15 ноября",
    "deadline_kind": "by",
    "deadline_end": "2024-11-15",
}

EXAMPLES = (
    Example(
        "omo",
        "omo",
        '--code ОМО-04 --title "ОМО учителей математики" --members 41',
        {"code": "ОМО-04", "title": "ОМО учителей математики", "members": 41},
        "«ОМО учителей математики»",
        '--head "Белова А.С."',
        {"head": "Белова А.С."},
        "Руководитель: — → Белова А.С.",
    ),
    Example(
        "webinar",
        "webinar",
        '--title "Подготовка к ЕГЭ" --date 22.10.2024 --time 15:00-16:30 --participants "свыше 40"',
        YEAR
        | {
            "date": "2024-10-22",
            "start_time": "15:00",
            "end_time": "16:30",
            "title": "Подготовка к ЕГЭ",
            "form": "webinar",
            "status": "held",
            "participants": 40,
            "participants_qualifier": "at_least",
        },
        "«Подготовка к ЕГЭ», 22.10.2024 (вт), 2024-2025 учебный год",
        "--form консультация",
        {"form": "consultation"},
        "Форма: вебинар → консультация",
    ),
    Example(
        "plan",
        "plan",
        '--number 1.2. --title "Заседание РУМО" --deadline "до 15 ноября"',
        YEAR
        | TILL_15_NOVEMBER
        | {"number": "1.2", "owner": "rumo", "title": "Заседание РУМО", "status": "planned"},
        "«Заседание РУМО», срок: до 15 ноября [15.11.2024 (пт)], 2024-2025 учебный год",
        '--responsible "Белова А.С." --responsible "методисты"',
        {"responsible": ["Белова А.С.", "методисты"]},
        "Ответственные: — → Белова А.С.; методисты",
    ),
    Example(
        "meeting",
        "meeting",
        '--number 2 --date 19.12.2024 --agenda "Итоги полугодия"',
        YEAR
        | {
            "owner": "rumo",
            "number": "2",
            "date": "2024-12-19",
            "agenda": ["Итоги полугодия"],
            "status": "planned",
        },
        "«заседание РУМО № 2», 19.12.2024 (чт), 2024-2025 учебный год",
        "--time 15.00",
        {"time": "15:00"},
        "Время: — → 15:00",
    ),
    Example(
        "iom",
        "iom",
        '--teacher "Белова А.С." --basis young --basis запрос --diagnostics-result-text "8 из 10"',
        YEAR
        | {
            "teacher": "Белова А.С.",
            "basis": ["young", "request"],
            "diagnostics_result_text": "8 из 10",
            "diagnostics_result_percent": 80.0,
            "deadline_kind": "missing",
            "status": "draft",
        },
        "«Белова А.С.», 2024-2025 учебный год",
        '--status "реализуется"',
        {"status": "active", "_status_by_command": True},
        "Статус: формируется → реализуется",
    ),
    Example(
        "task",
        "iom task",
        '--iom 1 --title "Курсы" --mentor-flag да',
        YEAR
        | {
            "iom": 1,
            "title": "Курсы",
            "mentor_flag": True,
            "deadline_kind": "missing",
            "status": "planned",
        },
        "«Курсы», 2024-2025 учебный год",
        "--number 3",
        {"number": "3"},
        "№: — → 3",
        needs=(ROUTE,),
    ),
    Example(
        "programme",
        "mentor programme",
        '--title "Молодой педагог" --form "Педагог-педагог"',
        YEAR | {"title": "Молодой педагог", "form": "педагог – педагог", "status": "active"},
        "«Молодой педагог», 2024-2025 учебный год",
        "--order-date 02.09.2024",
        {"order_date": "2024-09-02"},
        "Дата приказа: — → 02.09.2024",
    ),
    Example(
        "pair",
        "mentor pair",
        '--programme молод --mentor "Белова А.С." --mentee "Ильин П.О."',
        YEAR
        | {
            "programme": "Молодой педагог",
            "mentor": "Белова А.С.",
            "mentee": "Ильин П.О.",
            "deadline_kind": "missing",
            "status": "active",
        },
        "«Ильин П.О.», 2024-2025 учебный год",
        "--consent да",
        {"consent": True},
        "Согласие: — → да",
        needs=(PROGRAMME,),
    ),
    Example(
        "expertise",
        "expertise",
        '--authors "Белова А.С." --title "Модуль" --submitted 26.09.2024',
        YEAR | {"authors": ["Белова А.С."], "title": "Модуль", "submitted": "2024-09-26"},
        "«Модуль», 26.09.2024 (чт), 2024-2025 учебный год",
        "--in-bank да",
        {"in_bank": True},
        "Размещено в Региональном банке: — → да",
    ),
    Example(
        "publication",
        "publication",
        '--type news --title "Итоги форума" --url https://example.org/1',
        YEAR | {"type": "news", "title": "Итоги форума", "url": "https://example.org/1"},
        "«Итоги форума», 2024-2025 учебный год",
        "--date 01.10.2024",
        {"date": "2024-10-01"},
        "Дата: — → 01.10.2024",
    ),
    Example(
        "contribution",
        "contribution",
        '--type exam_expert --title "ОГЭ по физике" --persons "Белова А.С."',
        YEAR | {"type": "exam_expert", "title": "ОГЭ по физике", "persons": ["Белова А.С."]},
        "«ОГЭ по физике», 2024-2025 учебный год",
        '--role "председатель"',
        {"role": "председатель"},
        "Роль: — → председатель",
    ),
)
