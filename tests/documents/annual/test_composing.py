"""The whole analysis: what it says of a small year, and that it is clean whatever is missing."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.documents.annual.composing import WRITERS, Wishes, compose
from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.document import Heading, Listing, Paragraph, Signature
from rumo_cli.tables.table import Table
from tests.documents.annual.samples import (
    OF_BEFORE,
    RECORDS,
    SETTINGS,
    account_of,
    analysis_of,
    lines_of,
    told,
)

KEYS = [option.key for option in SECTION.options]
REQUIRED = {"status", "type", "title", "teacher", "programme", "mentor", "mentee", "owner"}
"""What a record cannot be without, or is of no kind without."""
UNCLEAN = re.compile(
    r"None|nan|  | [,.;:)»]|\( |«\s|\(\)|«»|,,|\.\.|;;|::|[,–-]$|[,;] ?[.]"
    r"|\b(?:в|на|с|по|для|из|и|от|к|о)[.;,]"
)
ENDS = (".", "!", "?", "…", ";", ":")


def test_the_analysis_of_a_small_year() -> None:
    found = analysis_of(account_of(before=OF_BEFORE))

    assert found.title == (
        "Анализ деятельности Регионального учебно-методического объединения по общему "
        "образованию Энской области в 2024-2025 учебном году"
    )
    assert [section.key for section in found.sections] == [
        key for key in KEYS if key != "development"
    ]
    assert [section.heading for section in found.appendices] == [
        "Приложение 1. Вебинары по месяцам",
        "Приложение 2. Показатели областных методических объединений",
        "Приложение 3. Выполнение планов",
        "Приложение 4. Показатели года",
    ]
    assert found.signature == Signature("Заместитель председателя РУМО", "П.О. Инеева")


def said(**lines: list[str]) -> list[Any]:
    return [pytest.param(section, text, id=section) for section, text in lines.items()]


@pytest.mark.parametrize(
    ("section", "lines"),
    said(
        composition=[
            "Региональное учебно-методическое объединение по общему образованию Энской области "
            "(далее – РУМО) в 2024-2025 учебном году "
            "осуществляло деятельность в составе 2 областных методических объединений "
            "(далее – ОМО). Всего в ОМО 31 педагогический работник, в том числе 1 "
            "молодой педагог.",
        ],
        adoption=[
            "План деятельности РУМО на 2024-2025 учебный год принят 28 августа 2024 года "
            "на Форуме руководителей методических объединений и утверждён распоряжением от "
            "30.08.2024 № 5. РУМО осуществляет деятельность в соответствии с приказом "
            "министерства образования от 16.01.2023 № 11-ОД.",
        ],
        directions=[
            "Деятельность РУМО осуществлялась по направлениям, предусмотренным планами: "
            "федеральные программы; ГИА.",
        ],
        priorities=[
            "Приоритетное внимание уделялось направлению «ГИА» (2 вебинара).",
        ],
        meetings=[
            "Координацию деятельности РУМО осуществляют председатель РУМО Д.К. Снежинцев и "
            "заместитель председателя РУМО П.О. Инеева.",
            "В течение 2024-2025 учебного года проведено 2 заседания РУМО:",
            "• Заседание № 1 (28 августа 2024 года): утверждение плана; ГИА 2024 года.",
            "• Заседание № 2 (19 декабря 2024 года).",
            "Также запланировано 1 заседание РУМО.",
            "Деятельность ОМО координировали их руководители; проведено 1 заседание ОМО.",
        ],
        hotline=[
            "С целью научно-методического сопровождения педагогических работников на "
            "«Горячей линии РУМО» проведено 3 вебинара (в 2023-2024 учебном году – 2 "
            "вебинара; прирост – 1, или 50 %), в том числе 1 мастер-класс и 1 "
            "консультация. В них приняли участие более 2 тысяч педагогических работников.",
            "В качестве спикеров выступили 2 специалиста из 2 организаций.",
        ],
        publicity=[
            "На странице «Горячая линия РУМО» размещён 1 график вебинаров. На сайтах "
            "института и РУМО опубликована 1 новость. По итогам 1 вебинара размещена "
            "отдельная новость.",
            "Органам местного самоуправления, осуществляющим управление в сфере "
            "образования, направлено 1 информационное письмо (от 03.09.2024 № 12).",
        ],
        themes=[
            "По направлению «воспитание» обсуждалась тема: «„Разговоры о важном“: первый опыт».",
            "По направлению «ГИА» рассмотрена тема: «Задачи ЕГЭ по физике».",
        ],
        low_results=[
            "Для педагогов школ с низкими результатами обучения (далее – ШНОР) проведено 2 "
            "мероприятия, в том числе: вебинаров – 1; «Марафон мастер-классов». Обеспечено "
            "сопровождение 1 индивидуального образовательного маршрута педагога ШНОР.",
        ],
        publications=[
            "Членами РУМО и ОМО подготовлены методические рекомендации (1 наименование):",
            "• «Как читать график» (О.С. Берестянская, Н.П. Шалфеева).",
            "На сайте и страницах ОМО размещён 1 методический материал: «Таблицы».",
            "Материалы 1 вебинара размещены на официальном сайте и страницах ОМО.",
        ],
        expertise=[
            "На общественно-профессиональную экспертизу РУМО поступило 2 педагогические "
            "разработки. Разработки представлены по линии 1 ОМО. По итогам экспертизы "
            "рекомендована 1 разработка (50 %), в Региональном банке педагогического опыта "
            "размещена 1, на доработку направлена 1.",
            "К проведению экспертизы привлечён 1 эксперт. Проведена "
            "общественно-профессиональная экспертиза 1 дополнительной профессиональной "
            "программы.",
        ],
        commissions=[
            "В составе экспертных комиссий по проверке работ ОГЭ и ЕГЭ работал 1 "
            "представитель РУМО.",
            "При участии членов РУМО разработана 1 дополнительная профессиональная программа:",
            "• программа «Физика», 36 ч.",
            "Члены РУМО участвовали в обсуждении 1 проекта нормативного правового акта: "
            "«Проект Стратегии».",
            "Члены РУМО участвовали и в иной деятельности: «Жюри конкурса».",
        ],
        routes=[
            "В 2024-2025 учебном году члены РУМО обеспечивали сопровождение 2 "
            "индивидуальных образовательных маршрутов (далее – ИОМ), в том числе для "
            "педагогов ШНОР – 1, для молодых педагогов – 1. На основе диагностики "
            "профессиональных дефицитов разработан 1 маршрут. К сопровождению привлечены 1 "
            "региональный методист и 1 тьютор.",
            "В рамках маршрутов выполнено 5 из 10 запланированных мероприятий (50 %). "
            "Завершён 1 маршрут.",
        ],
        mentoring=[
            "Реализована 1 программа наставничества для молодых педагогов. Наименование "
            "программы: «Молодой педагог». Сформирована 1 наставническая пара (1 наставник "
            "и 1 наставляемый, в том числе 1 молодой педагог).",
        ],
        plan=[
            "План работы РУМО выполнен на 50 % (1 мероприятие из 2). Планы работы ОМО "
            "выполнены на 50 % (1 мероприятие из 2), полностью выполнен план 1 ОМО из 2. "
            "Отменённые мероприятия (1) в расчёт не принимаются.",
            "Не завершены следующие мероприятия:",
            "• РУМО: перенесено – «Сборник „Опыт“».",
            "• ОМО учителей химии: не выполнено – «Смотр кабинетов».",
        ],
        conclusions=[
            "Итоги деятельности РУМО в 2024-2025 учебном году:",
            "• план работы РУМО выполнен на 50 %, планы работы ОМО – на 50 %;",
            "• вебинарами охвачены все предметные области: их проводило каждое из 2 ОМО;",
            "• по сравнению с 2023-2024 учебным годом число проведённых вебинаров "
            "увеличилось на 1 (50 %), число их участников – примерно на 3 %;",
            "• доля разработок, рекомендованных по итогам экспертизы, составила 50 %;",
            "• обеспечено участие в обсуждении 1 проекта нормативного правового акта и "
            "разработке 1 дополнительной профессиональной программы;",
            "• завершена работа по 1 из 2 индивидуальных образовательных маршрутов.",
        ],
        recommendations=[
            "Предусмотреть в планах на 2025-2026 учебный год завершение работы по "
            "мероприятиям, которые не закончены в 2024-2025 учебном году (2).",
        ],
    ),
)
def test_what_a_section_says(section: str, lines: list[str]) -> None:
    assert told(account_of(before=OF_BEFORE), section) == lines


def test_a_year_without_records_says_nothing_or_says_so() -> None:
    account = account_of({}, {})

    assert compose(account).empty == tuple(KEYS)
    assert analysis_of(account).sections == ()
    assert analysis_of(account).appendices == ()
    assert analysis_of(account).title == (
        "Анализ деятельности Регионального учебно-методического объединения "
        "в 2024-2025 учебном году"
    )
    assert {
        line
        for section in analysis_of(account, Wishes(say_empty=True)).sections
        for line in lines_of(section.blocks)
    } == {"Сведений за 2024-2025 учебный год нет."}


def test_only_some_sections_in_their_own_order() -> None:
    found = analysis_of(account_of(), Wishes(("plan", "meetings"), with_appendices=False))

    assert [section.key for section in found.sections] == ["meetings", "plan"]
    assert found.appendices == ()


def test_every_section_but_the_methodists_own_has_a_writer() -> None:
    assert [*WRITERS, "development"] == [
        *(key for key in KEYS if key != "development"),
        "development",
    ]


@pytest.mark.parametrize(
    ("given_settings", "signature"),
    [
        ({}, Signature("Заместитель председателя РУМО", "")),
        (
            {"deputy_chair": "Инеева П.О."},
            Signature("Заместитель председателя РУМО", "П.О. Инеева"),
        ),
        (
            {"signatory": "Снежинцев Д.К.", "signatory_position": "Председатель РУМО"},
            Signature("Председатель РУМО", "Д.К. Снежинцев"),
        ),
    ],
)
def test_who_signs(given_settings: dict[str, Value], signature: Signature) -> None:
    assert analysis_of(account_of({}, given_settings)).signature == signature


Own = tuple[tuple[str, str], ...]
OWN = ("before", "Сначала."), ("after", "- потом;\n- и ещё.")


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        (OWN, ["Сначала.", "{written}", "• потом;", "• и ещё."]),
        ((*OWN, ("instead", "Вместо.")), ["Сначала.", "Вместо.", "• потом;", "• и ещё."]),
    ],
)
def test_own_texts_stand_around_or_instead(own: Own, lines: list[str]) -> None:
    texts: list[Record] = [
        {"section": "mentoring", "place": place, "text": text} for place, text in own
    ]
    programmes: list[Record] = [{"title": "Опыт"}]
    (written,) = told(account_of({"programme": programmes}), "mentoring")

    found = told(account_of({"programme": programmes, "text": texts}), "mentoring")

    assert found == [line.format(written=written) for line in lines]


def test_an_own_text_alone_makes_a_section() -> None:
    own: list[Record] = [{"section": "development", "place": "after", "text": "1. Учиться."}]

    assert told(account_of({"text": own}), "development") == [
        "На 2025-2026 учебный год определены направления развития РУМО:",
        "1) Учиться.",
    ]


@st.composite
def part_of_a_year(draw: st.DrawFn) -> dict[str, list[Record]]:
    """Return some kinds of records, some records of each, each without some of its fields."""
    kinds = draw(st.sets(st.sampled_from(sorted(RECORDS))))
    return {
        kind: [
            {key: value for key, value in record.items() if key in REQUIRED or draw(st.booleans())}
            for record in RECORDS[kind]
            if draw(st.booleans())
        ]
        for kind in kinds
    }


@given(
    part_of_a_year(),
    st.sets(st.sampled_from(sorted(SETTINGS))),
    st.sampled_from([None, {}, OF_BEFORE]),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_whatever_is_missing_every_sentence_is_whole(
    records: dict[str, list[Record]], known: set[str], before: Any, rounded: bool
) -> None:
    chosen = {key: SETTINGS[key] for key in known}
    found = analysis_of(account_of(records, chosen, before, rounded=rounded))

    for section in found.sections:
        assert section.blocks
        check_blocks(section.blocks)
    for appendix in found.appendices:
        check_blocks(appendix.blocks)


ONE_EACH: dict[str, list[Record]] = {
    "omo": [{"code": "ОМО-01", "title": "ОМО учителей физики", "head": "Иволгина А.А."}],
    "webinar": [
        {"title": "Опыты", "date": "2024-10-01", "omo": ["ОМО-01"], "theme": "ГИА",
         "form": "master_class", "status": "held", "participants": 1,
         "participants_qualifier": "exact"},
    ],
    "iom": [{"teacher": "Репина К.А.", "basis": ["young"], "tasks_planned": 1, "tasks_done": 1,
             "status": "completed"}],
    "plan": [{"owner": "ОМО-01", "title": "Смотр", "status": "done"}],
}  # fmt: skip
OF_TWO: list[Record] = [
    {"code": "ОМО-01", "title": "ОМО учителей физики"},
    {"code": "ОМО-02", "title": "ОМО учителей химии"},
]


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("priorities", []),
        ("meetings", ["Деятельность ОМО координировал его руководитель."]),
        (
            "hotline",
            [
                "С целью научно-методического сопровождения педагогических работников на «Горячей "
                "линии РУМО» проведён 1 вебинар в форме мастер-класса. В нём принял участие 1 "
                "педагогический работник."
            ],
        ),
        (
            "routes",
            [
                "В 2024-2025 учебном году члены РУМО обеспечивали сопровождение 1 индивидуального "
                "образовательного маршрута (далее – ИОМ) для молодых педагогов.",
                "В рамках маршрутов выполнены все запланированные мероприятия (1). Завершён 1 "
                "маршрут.",
            ],
        ),
        ("plan", ["План работы ОМО выполнен в полном объёме (1 мероприятие)."]),
        (
            "conclusions",
            [
                "Итоги деятельности РУМО в 2024-2025 учебном году:",
                "• план работы ОМО выполнен в полном объёме.",
            ],
        ),
    ],
)
def test_of_one_no_sentence_is_said_as_of_many(section: str, said: list[str]) -> None:
    assert told(account_of(ONE_EACH, {}), section) == said


@pytest.mark.parametrize(
    ("items", "plan", "conclusion"),
    [
        (
            [("rumo", "done"), ("ОМО-01", "done"), ("ОМО-02", "done")],
            "План работы РУМО выполнен в полном объёме (1 мероприятие). Планы работы ОМО выполнены "
            "в полном объёме (2 мероприятия).",
            "планы работы РУМО и ОМО выполнены в полном объёме",
        ),
        (
            [("rumo", "done")],
            "План работы РУМО выполнен в полном объёме (1 мероприятие).",
            "план работы РУМО выполнен в полном объёме",
        ),
        (
            [("rumo", "done"), ("ОМО-01", "done")],
            "План работы РУМО выполнен в полном объёме (1 мероприятие). План работы представило 1 "
            "ОМО из 2. План работы ОМО выполнен в полном объёме (1 мероприятие).",
            "план работы РУМО выполнен в полном объёме, план работы ОМО, которое его представило, "
            "выполнен в полном объёме",
        ),
        (
            [("rumo", "not_done")],
            "План работы РУМО не выполнен (ни одного мероприятия из 1).",
            "план работы РУМО не выполнен",
        ),
    ],
)
def test_wholly_done_is_said_only_of_whose_plans_are(
    items: list[tuple[str, str]], plan: str, conclusion: str
) -> None:
    of_plans: list[Record] = [
        {"owner": owner, "title": "Смотр", "status": status} for owner, status in items
    ]
    account = account_of({"omo": OF_TWO, "plan": of_plans})

    assert told(account, "plan")[0] == plan
    assert told(account, "conclusions")[1] == f"• {conclusion}."


def test_a_share_is_never_rounded_up_to_the_whole() -> None:
    items: list[Record] = [{"owner": "rumo", "title": "Смотр", "status": "done"}] * 2999
    account = account_of({"plan": [*items, {"owner": "rumo", "title": "Сбор"}]})

    assert told(account, "plan")[0].startswith("План работы РУМО выполнен на 99,9 % (2")


def test_what_is_not_due_yet_is_not_left_undone() -> None:
    ahead: Record = {"owner": "rumo", "title": "Отчёт", "deadline_end": "2025-08-25"}
    late: Record = {"owner": "rumo", "title": "Сбор", "deadline_end": "2025-04-01"}
    account = account_of({"plan": [ahead, late, {"owner": "rumo", "title": "Смотр"}]})

    assert told(account, "plan") == [
        "План работы РУМО не выполнен (ни одного мероприятия из 3). Срок исполнения 1 мероприятия "
        "ещё не наступил.",
        "Не завершены следующие мероприятия:",
        "• РУМО: не начато – «Сбор», «Смотр».",
    ]
    assert told(account, "recommendations")[0].endswith("в 2024-2025 учебном году (2).")


def test_all_cancelled_is_said() -> None:
    account = account_of({"plan": [{"owner": "rumo", "title": "Смотр", "status": "cancelled"}]})

    assert told(account, "plan") == ["Все мероприятия планов отменены (1)."]


def test_webinars_of_nobody_do_not_tell_who_held_none() -> None:
    webinar: Record = {"title": "Опыты", "date": "2024-10-01", "status": "held"}

    assert told(account_of({"omo": OF_TWO, "webinar": [webinar]}), "conclusions") == []


def check_blocks(blocks: Any) -> None:
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        match block:
            case Paragraph(text):
                check_text(text)
                assert text.endswith(":") == isinstance(after, Listing), text
            case Listing(items):
                assert items
                for item in items:
                    check_text(item)
            case Table():
                assert block.rows
                shown = [column.cell(row) for row in block.rows for column in block.shown]
                assert not any("None" in str(cell) for cell in shown)
            case Heading():
                raise AssertionError(block)


def check_text(text: str) -> None:
    assert text.endswith(ENDS), text
    assert not UNCLEAN.search(text), text
    assert text.count("(") == text.count(")"), text
    assert text.count("«") == text.count("»"), text
