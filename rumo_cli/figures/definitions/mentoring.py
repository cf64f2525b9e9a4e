"""Figures of mentoring."""

from collections.abc import Sequence

from rumo_cli.figures.definitions.counting import count_of, people_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.mentoring import by_title, for_young, with_young
from rumo_cli.figures.mixed import Member
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.nouns import Noun
from rumo_cli.records.values import Record

HEADING = "Наставничество"

_PROGRAMME = Noun("программа", "программы", "программ")
_KINDS = ("programme", "pair")


def _programmes(year: YearRecords) -> Counted:
    evidence = tuple(map(_first, by_title(*_records(year)).values()))
    return Counted(len(evidence), evidence)


def _young(year: YearRecords) -> Counted:
    programmes, telling = by_title(*_records(year)), for_young(*_records(year))
    evidence = tuple(_first(programmes[title]) for title in telling)
    alone = (_first(members) for members in telling.values() if len(members) == 1)
    grounds = tuple(name for name in alone if name not in evidence)
    return Counted(len(evidence), evidence, grounds=grounds)


def _records(year: YearRecords) -> tuple[Sequence[Record], Sequence[Record]]:
    return year.of("programme"), year.of("pair")


def _first(members: Sequence[Member]) -> RecordName:
    """Return the record that stands for a programme: its own, else the first of its pairs."""
    (name,) = names(members[0].kind, [members[0].record])
    return name


DEFINITIONS = (
    Definition(
        "mentor_programmes",
        "Программ наставничества",
        "Разные программы наставничества; программа, которую называют только пары, тоже считается.",
        _programmes,
        _PROGRAMME,
        kinds=_KINDS,
    ),
    Definition(
        "mentor_programmes_young",
        "Программ для молодых педагогов",
        "Программы, название или целевая группа которых говорит о молодых, и программы, где есть "
        "молодой наставляемый.",
        _young,
        _PROGRAMME,
        kinds=_KINDS,
    ),
    Definition(
        "mentor_pairs",
        "Наставнических пар",
        "Все записанные пары, в любом состоянии.",
        count_of("pair"),
        Noun("пара", "пары", "пар"),
        kinds=_KINDS,
    ),
    Definition(
        "mentors",
        "Наставников",
        "Разные люди, названные наставниками пар, как бы ни было записано имя.",
        people_of("pair", "mentor"),
        Noun("наставник", "наставника", "наставников"),
        kinds=_KINDS,
    ),
    Definition(
        "mentees",
        "Наставляемых",
        "Разные люди, названные наставляемыми пар, как бы ни было записано имя.",
        people_of("pair", "mentee"),
        Noun("наставляемый", "наставляемых", "наставляемых", "наставляемого"),
        kinds=_KINDS,
    ),
    Definition(
        "mentees_young",
        "Молодых наставляемых",
        "Разные наставляемые, отмеченные как молодые педагоги.",
        people_of("pair", "mentee", with_young),
        Noun("молодой педагог", "молодых педагога", "молодых педагогов", "молодого педагога"),
        kinds=_KINDS,
    ),
)
