"""Random records as people make them: every value is typed text that its field has read."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from hypothesis import strategies as st

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import (
    AssociationCodes,
    Choice,
    Choices,
    Clock,
    Day,
    Days,
    FieldType,
    Flag,
    Number,
    Owner,
    ReadingContext,
    RecordId,
    RecordLinks,
    RecordName,
    Texts,
    Whole,
    Year,
)
from rumo_cli.records.fields.deadlines import DeadlineText
from rumo_cli.records.fields.numbers import Headcount
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.values import LARGEST_INTEGER, Record

YEARS = (AcademicYear(2023), AcademicYear(2024))
ASSOCIATIONS: tuple[Record, ...] = (
    {"code": "ОМО-01", "title": "ОМО учителей математики"},
    {"code": "ОМО-02", "title": "ОМО учителей физики, астрономии"},
    {"title": "ОМО педагогов-библиотекарей; ШИБЦ"},
)

_TROUBLE = "=+-@'\"«»()[],.;:|\\/*№ \t\n\v\u00a0\u2028\u200d0123456789ёЁеЕйИ\u0306\u0308ЯZz😀🎄–—"
_CHARACTERS = st.sampled_from(_TROUBLE) | st.characters(
    exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffd"
)
_WORDS = st.sampled_from(
    [
        '=HYPERLINK("http://example.org";"Отчёт")',
        "'=1+1",
        "Итого",
        "Всего: 12",
        "id",
        "сентябрь",
        "нет",
        "-5",
        "1.10",
        "Иванова А.П., методист; Ёлкин Б.В. (тьютор)",
    ]
)
TEXTS = st.text(_CHARACTERS, min_size=1, max_size=20).filter(str.strip) | _WORDS
_DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(date.isoformat)
_DEADLINES = st.sampled_from(
    [
        "до 1 декабря",
        "сентябрь, в течение года",
        "ежемесячно",
        "по мере необходимости",
        "15.10.2024\n17.10.2024",
        "с 05.11.2024 по 28.12.2027",
        "I квартал",
        "август",
        "—",
    ]
)
_BY_TYPE: dict[type[FieldType], st.SearchStrategy[str]] = {
    FieldType: TEXTS,
    DeadlineText: _DEADLINES | TEXTS,
    Whole: st.integers(0, LARGEST_INTEGER).map(str),
    Headcount: st.builds(
        "{} {}".format, st.sampled_from(["", "свыше", "около"]), st.integers(0, 10_000)
    ),
    Number: st.decimals(-1000, 1000, places=2).map(str),
    Flag: st.sampled_from(["да", "нет"]),
    Day: _DAYS,
    Days: _DAYS,
    Clock: st.times().map("{:%H:%M}".format),
    Year: st.sampled_from(YEARS).map(str),
    AssociationCodes: st.sampled_from(["ОМО-01", "физик", "библиотек"]),
    Owner: st.sampled_from(["РУМО", "1", "физик"]),
    RecordName: st.sampled_from(["Молодой педагог", "«Учитель – учителю»; ШНОР, 2024"]),
    RecordId: st.just("1"),
    RecordLinks: st.sampled_from(["webinar 1", "заседание № 1, ИОМ 1"]),
}
"""What may be typed into a field by its type, or by the nearest type that it derives from."""


def records(kind: Kind) -> st.SearchStrategy[Record]:
    """Return records of a kind such as `add` makes of what is typed."""
    own = [each for each in kind.own_fields if not each.derived]
    typed = st.fixed_dictionaries(
        {each.key: _typed(each.type) for each in own if each.required},
        optional={each.key: _typed(each.type) for each in own if not each.required},
    )
    made = st.builds(partial(_made, kind), typed, st.sampled_from(YEARS))
    return made.filter(lambda record: all(record.get(each.key) for each in kind.required))


def _typed(field_type: FieldType) -> st.SearchStrategy[list[str]]:
    most = 3 if field_type.several else 1
    return st.lists(_text(field_type), min_size=1, max_size=most)


def _text(field_type: FieldType) -> st.SearchStrategy[str]:
    if isinstance(field_type, Choice | Choices):
        return st.sampled_from(field_type.hints())
    return next(_BY_TYPE[each] for each in type(field_type).__mro__ if each in _BY_TYPE)


def _made(kind: Kind, typed: Mapping[str, list[str]], year: AcademicYear) -> Record:
    context = ReadingContext(
        today=year.start, year=year, directory=Directory(ASSOCIATIONS), typed=True
    )
    record: Record = {"academic_year": str(year)} if kind.yearly else {}
    for each in kind.own_fields:
        for text in typed.get(each.key, ()):
            before, values = record.get(each.key), each.type.read(each.key, text, context).values
            record |= values
            now = record.get(each.key)
            if isinstance(each.type, Texts) and isinstance(before, list) and isinstance(now, list):
                record[each.key] = each.type.gathered([*before, *now])
    kind.infer(record)
    kind.settle(record, dict(record))
    return compact(kind.defaults | compact(record))
