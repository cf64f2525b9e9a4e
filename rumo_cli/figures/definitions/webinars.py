"""Figures of the webinars and other events of the «Горячая линия РУМО»."""

from collections.abc import Iterable

from rumo_cli.figures.definitions.counting import count_of, people_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.grouping import fold_name
from rumo_cli.figures.people import naming
from rumo_cli.figures.summary import of_status, texts_of
from rumo_cli.figures.webinars import Headcount, headcount, held, of_form
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.nouns import Noun
from rumo_cli.records.event_state import is_uncounted
from rumo_cli.records.values import Record

HEADING = "Горячая линия РУМО"

_WEBINAR = Noun("вебинар", "вебинара", "вебинаров")
_HELD_SHORT = "со статусом «проведён»"


def _people(key: str, year: YearRecords) -> Counted:
    """Return how many people there were, None where nobody was counted at what was held."""
    found = headcount(held(year.of("webinar")), key)
    total = None if found.uncounted and not found.counted else found.total
    alone = found.uncounted if _makes_inexact(found, key) else []
    return Counted(total, names("webinar", found.counted), found.qualifier, names("webinar", alone))


def _makes_inexact(found: Headcount, key: str) -> bool:
    """Tell whether the only webinar without a headcount is what makes the sum a lower bound."""
    if len(found.uncounted) != 1:
        return False
    exactly = headcount(found.counted, key).qualifier
    return exactly != found.qualifier or not found.counted


def _organisations(year: YearRecords) -> Counted:
    saying = naming("speakers_org", held(year.of("webinar")))
    named = {fold_name(text) for each in saying for text in texts_of(each["speakers_org"])}
    return Counted(len(named), names("webinar", saying))


def _uncounted(webinars: Iterable[Record]) -> list[Record]:
    return list(filter(is_uncounted, webinars))


def _form(key: str, label: str, form: str, noun: Noun, named: str) -> Definition:
    return Definition(
        key,
        label,
        f"Встречи «Горячей линии РУМО» в форме «{named}» {_HELD_SHORT}.",
        count_of("webinar", lambda webinars: of_form(held(webinars), form)),
        noun,
        kinds=("webinar",),
    )


DEFINITIONS = (
    Definition(
        "webinars_held",
        "Проведено вебинаров",
        f"Вебинары и другие встречи «Горячей линии РУМО» в любой форме {_HELD_SHORT}.",
        count_of("webinar", held),
        _WEBINAR,
        kinds=("webinar",),
    ),
    _form("webinars_only", "Вебинаров в форме вебинара", "webinar", _WEBINAR, "вебинар"),
    _form("consultations", "Консультаций", "consultation",
          Noun("консультация", "консультации", "консультаций"), "консультация"),
    _form("round_tables", "Круглых столов", "round_table",
          Noun("круглый стол", "круглых стола", "круглых столов", "круглого стола"),
          "круглый стол"),
    _form("master_classes", "Мастер-классов", "master_class",
          Noun("мастер-класс", "мастер-класса", "мастер-классов"), "мастер-класс"),
    _form("seminars", "Семинаров", "seminar", Noun("семинар", "семинара", "семинаров"), "семинар"),
    Definition(
        "webinars_cancelled",
        "Отменено вебинаров",
        "Встречи «Горячей линии РУМО» со статусом «отменён».",
        count_of("webinar", lambda webinars: of_status(webinars, "cancelled")),
        _WEBINAR,
        kinds=("webinar",),
    ),
    Definition(
        "webinars_postponed",
        "Перенесено вебинаров",
        "Встречи «Горячей линии РУМО» со статусом «перенесён»: отложены, новой даты нет.",
        count_of("webinar", lambda webinars: of_status(webinars, "postponed")),
        _WEBINAR,
        kinds=("webinar",),
    ),
    Definition(
        "participants_total",
        "Участников вебинаров",
        "Сумма участников проведённых вебинаров: кто был на нескольких, считается на каждом. Сумма "
        "не точнее самого неточного числа; «не менее», если у части проведённых числа нет.",
        lambda year: _people("participants", year),
        Noun("участник", "участника", "участников"),
        kinds=("webinar",),
        summed="participants",
    ),
    Definition(
        "connections_total",
        "Подключений",
        "Сумма подключений к проведённым вебинарам; «не менее», если у части проведённых числа "
        "нет.",
        lambda year: _people("connections", year),
        Noun("подключение", "подключения", "подключений"),
        kinds=("webinar",),
        summed="connections",
    ),
    Definition(
        "webinars_without_headcount",
        "Вебинаров без числа участников",
        "Проведённые вебинары, у которых не записано ни участников, ни подключений.",
        count_of("webinar", _uncounted),
        _WEBINAR,
        kinds=("webinar",),
    ),
    Definition(
        "speakers_total",
        "Спикеров",
        "Разные люди, названные спикерами проведённых вебинаров, как бы ни было записано имя.",
        people_of("webinar", "speakers", held),
        Noun("спикер", "спикера", "спикеров"),
        kinds=("webinar",),
    ),
    Definition(
        "speaker_organisations",
        "Организаций спикеров",
        "Разные организации спикеров проведённых вебинаров, как в сводке по организациям.",
        _organisations,
        Noun("организация", "организации", "организаций"),
        kinds=("webinar",),
    ),
    Definition(
        "webinars_with_news",
        "Вебинаров с новостью",
        "Проведённые вебинары, у которых записан адрес новости.",
        count_of("webinar", lambda webinars: naming("news_url", held(webinars))),
        _WEBINAR,
        kinds=("webinar",),
    ),
    Definition(
        "webinars_with_materials",
        "Вебинаров с материалами",
        "Проведённые вебинары, у которых записан адрес материалов.",
        count_of("webinar", lambda webinars: naming("materials_url", held(webinars))),
        _WEBINAR,
        kinds=("webinar",),
    ),
)  # fmt: skip
