"""Figures of what members contribute elsewhere: exams, programmes, regulations, events."""

from collections.abc import Iterable

from rumo_cli.figures.contributions import (
    events_for_young,
    of_type,
    webinars_for_low_results,
    webinars_for_young,
)
from rumo_cli.figures.definitions.counting import count_of, people_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.nouns import Noun
from rumo_cli.records.values import Record

HEADING = "Иная деятельность"

_EVENT = Noun("мероприятие", "мероприятия", "мероприятий")


def _for_low_results(year: YearRecords) -> Counted:
    events = of_type(year.of("contribution"), "low_results_event")
    return _events(events, webinars_for_low_results(year.of("webinar")))


def _for_young(year: YearRecords) -> Counted:
    events = events_for_young(year.of("contribution"))
    return _events(events, webinars_for_young(year.of("webinar")))


def _events(contributions: Iterable[Record], webinars: Iterable[Record]) -> Counted:
    evidence = (*names("contribution", contributions), *names("webinar", webinars))
    return Counted(len(evidence), evidence)


DEFINITIONS = (
    Definition(
        "contributions_total",
        "Записей об участии в иной деятельности",
        "Все записи об участии в иной деятельности: комиссии, программы, нормативные акты, "
        "мероприятия.",
        count_of("contribution"),
        Noun("запись", "записи", "записей"),
        kinds=("contribution",),
    ),
    Definition(
        "exam_experts",
        "Экспертов ОГЭ и ЕГЭ",
        "Разные люди, названные в записях вида «эксперт ОГЭ/ЕГЭ».",
        people_of("contribution", "persons", lambda records: of_type(records, "exam_expert")),
        Noun("эксперт", "эксперта", "экспертов"),
        kinds=("contribution",),
    ),
    Definition(
        "programmes_developed",
        "Разработано программ (ДПП)",
        "Записи вида «разработка ДПП».",
        count_of("contribution", lambda records: of_type(records, "programme")),
        Noun("программа", "программы", "программ"),
        kinds=("contribution",),
    ),
    Definition(
        "normative_acts",
        "Обсуждений нормативных актов",
        "Записи вида «обсуждение нормативных актов».",
        count_of("contribution", lambda records: of_type(records, "normative_act")),
        Noun("нормативный акт", "нормативных акта", "нормативных актов", "нормативного акта"),
        kinds=("contribution",),
    ),
    Definition(
        "low_results_events",
        "Мероприятий для ШНОР",
        "Записи вида «мероприятие для ШНОР» и проведённые вебинары, в категории участников которых "
        "названы школы с низкими результатами.",
        _for_low_results,
        _EVENT,
        kinds=("contribution", "webinar"),
    ),
    Definition(
        "young_events",
        "Мероприятий для молодых педагогов",
        "Мероприятия из записей об иной деятельности и проведённые вебинары, в названии или "
        "категории участников которых — молодые педагоги или специалисты.",
        _for_young,
        _EVENT,
        kinds=("contribution", "webinar"),
    ),
)
