"""Figures of what the association publishes: schedules, news, letters, materials."""

from rumo_cli.figures.definitions.counting import Choose, count_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.letters import unpublished
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.nouns import Noun

HEADING = "Публикации"


def _of(wanted: str) -> Choose:
    return lambda records: [each for each in records if each.get("type") == wanted]


def _letters(year: YearRecords) -> Counted:
    published = list(_of("letter")(year.of("publication")))
    named = unpublished(year.year, year.of("webinar"), published).values()
    evidence = (*names("publication", published), *names("webinar", named))
    return Counted(len(evidence), evidence)


def _type(key: str, label: str, named: str, wanted: str, noun: Noun) -> Definition:
    definition = f"Публикации вида «{named}»."
    kinds = ("publication",)
    return Definition(key, label, definition, count_of("publication", _of(wanted)), noun, "", kinds)


DEFINITIONS = (
    Definition(
        "publications_total",
        "Публикаций",
        "Все записанные публикации: рекомендации, материалы, новости, графики, письма.",
        count_of("publication"),
        Noun("публикация", "публикации", "публикаций"),
        kinds=("publication",),
    ),
    _type("schedules_published", "Графиков вебинаров", "график", "schedule",
          Noun("график", "графика", "графиков")),
    _type("news_published", "Новостей", "новость", "news", Noun("новость", "новости", "новостей")),
    _type("materials_published", "Материалов", "материалы", "materials",
          Noun("материал", "материала", "материалов")),
    _type("recommendations_published", "Методических рекомендаций", "методические рекомендации",
          "recommendations",
          Noun("методическая рекомендация", "методические рекомендации",
               "методических рекомендаций", "методической рекомендации")),
    Definition(
        "letters_sent",
        "Информационных писем",
        "Публикации вида «информационное письмо» и письма, номер или дату которых называют только "
        "вебинары, каждое один раз; письмо считается в учебном году своей даты.",
        _letters,
        Noun("информационное письмо", "информационных письма", "информационных писем",
             "информационного письма"),
        kinds=("publication", "webinar"),
    ),
)  # fmt: skip
