"""Figures of the associations (ОМО) themselves."""

from collections import Counter
from collections.abc import Iterator

from rumo_cli.figures import webinars
from rumo_cli.figures.associations import without_webinars
from rumo_cli.figures.definitions.counting import counted, sum_of
from rumo_cli.figures.figure import Counted, Definition
from rumo_cli.figures.places import municipalities_named, naming_municipalities
from rumo_cli.figures.summary import texts_of
from rumo_cli.figures.year_records import RecordName, YearRecords, names
from rumo_cli.nouns import Noun

HEADING = "Состав"

_ASSOCIATION = Noun(
    "областное методическое объединение",
    "областных методических объединения",
    "областных методических объединений",
    "областного методического объединения",
)
_MEMBER = Noun("член ОМО", "члена ОМО", "членов ОМО")


def _total(year: YearRecords) -> Counted:
    return counted("omo", year.associations)


def _without_webinars(year: YearRecords) -> Counted:
    held = webinars.held(year.of("webinar"))
    return counted("omo", without_webinars(year.associations, held), _only_webinars(year))


def _only_webinars(year: YearRecords) -> Iterator[RecordName]:
    """Yield the webinars that alone keep an association from having none."""
    held = webinars.held(year.of("webinar"))
    named = Counter(code for each in held for code in set(texts_of(each.get("omo"))))
    once = {each["code"] for each in year.associations if named[str(each["code"])] == 1}
    alone = (each for each in held if once.intersection(texts_of(each.get("omo"))))
    yield from names("webinar", alone)


def _municipalities(year: YearRecords) -> Counted:
    naming = {kind: naming_municipalities(kind, year.of(kind)) for kind in _WITH_MUNICIPALITIES}
    named = {
        place
        for kind, records in naming.items()
        for record in records
        for place in municipalities_named(kind, record)
    }
    evidence = (name for kind, records in naming.items() for name in names(kind, records))
    return Counted(len(named) or None, tuple(evidence))


_WITH_MUNICIPALITIES = ("webinar", "iom", "expertise")

DEFINITIONS = (
    Definition(
        "omo_total",
        "ОМО",
        "Областные методические объединения справочника, которые действуют в этом учебном году.",
        _total,
        _ASSOCIATION,
    ),
    Definition(
        "omo_without_webinars",
        "ОМО без вебинаров",
        "Действующие ОМО, которых не называет ни один проведённый вебинар.",
        _without_webinars,
        _ASSOCIATION,
        kinds=("webinar",),
    ),
    Definition(
        "members_total",
        "Членов ОМО",
        "Сумма чисел членов действующих ОМО по справочнику; прежних чисел справочник не хранит.",
        lambda year: sum_of("omo", "members", year.associations),
        _MEMBER,
        history=False,
        summed="members",
    ),
    Definition(
        "members_young",
        "Молодых педагогов в ОМО",
        "Сумма чисел молодых педагогов в действующих ОМО по справочнику; прежних чисел справочник "
        "не хранит.",
        lambda year: sum_of("omo", "members_young", year.associations),
        Noun("молодой педагог", "молодых педагога", "молодых педагогов", "молодого педагога"),
        history=False,
        summed="members_young",
    ),
    Definition(
        "municipalities_total",
        "Муниципалитетов",
        "Разные муниципалитеты, которые названы в проведённых вебинарах, в ИОМ и в работах, "
        "поданных на экспертизу; разные написания одного считаются один раз. Где записи ни одного "
        "не называют, числа нет.",
        _municipalities,
        Noun("муниципалитет", "муниципалитета", "муниципалитетов"),
        kinds=_WITH_MUNICIPALITIES,
    ),
)
