"""Figures of the public and professional examination."""

from rumo_cli.figures.definitions.counting import count_of, people_of
from rumo_cli.figures.expertise import in_bank, programmes, recommended, submitted
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.summary import percent
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.nouns import Noun

HEADING = "Экспертиза"

_WORK = Noun("работа", "работы", "работ")


def _percent(year: YearRecords) -> Counted:
    work = submitted(year.of("expertise"))
    return Counted(percent(len(recommended(work)), len(work)), names("expertise", work))


DEFINITIONS = (
    Definition(
        "expertise_submitted",
        "Подано работ на экспертизу",
        "Разработки педагогов, поданные на экспертизу, отозванные тоже; программы (ДПП) считаются "
        "отдельно.",
        count_of("expertise", submitted),
        _WORK,
        kinds=("expertise",),
    ),
    Definition(
        "expertise_recommended",
        "Рекомендовано работ",
        "Поданные разработки педагогов с итогом «рекомендована».",
        count_of("expertise", lambda records: recommended(submitted(records))),
        _WORK,
        kinds=("expertise",),
    ),
    Definition(
        "expertise_percent",
        "Доля рекомендованных работ",
        "Доля рекомендованных среди поданных разработок педагогов.",
        _percent,
        unit="%",
        kinds=("expertise",),
    ),
    Definition(
        "expertise_in_bank",
        "Размещено в банке",
        "Поданные разработки педагогов, размещённые в Региональном банке педагогического опыта.",
        count_of("expertise", lambda records: in_bank(submitted(records))),
        _WORK,
        kinds=("expertise",),
    ),
    Definition(
        "expertise_programmes",
        "Программ (ДПП) на экспертизе",
        "Дополнительные профессиональные программы, поданные на экспертизу.",
        count_of("expertise", programmes),
        Noun("программа", "программы", "программ"),
        kinds=("expertise",),
    ),
    Definition(
        "experts_total",
        "Экспертов",
        "Разные люди, названные экспертами работ и программ, как бы ни было записано имя.",
        people_of("expertise", "experts"),
        Noun("эксперт", "эксперта", "экспертов"),
        kinds=("expertise",),
    ),
)
