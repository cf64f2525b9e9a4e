"""Words beside numbers: every noun that the analysis counts, and the verbs that agree with it.

Numbers are grouped by a no-break blank («5 264»). Where a number of people may be rounded, it is
rounded down to whole thousands, «более 5 тысяч», but only from two thousand on: «более 1 тысячи»
would hide too much.
"""

from typing import Literal, NamedTuple

from rumo_cli.documents.form_nouns import FORM_NOUNS
from rumo_cli.nouns import Noun
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.text import plural

Gender = Literal["masculine", "feminine", "neuter"]

_THOUSAND = Noun("тысяча", "тысячи", "тысяч")
_ROUNDED_FROM = 2000


class Thing(NamedTuple):
    """What is counted: its noun and its gender."""

    noun: Noun
    gender: Gender = "masculine"

    def counted(self, number: int) -> str:
        """Return the number with the noun: «122 вебинара»."""
        return f"{grouped(number)} {self.noun.agreeing(number)}"

    def counted_of(self, number: int) -> str:
        """Return the number with the noun in the genitive: «из 122 вебинаров»."""
        return f"{grouped(number)} {self.noun.agreeing_of(number)}"


class Predicate(NamedTuple):
    """A verb or a short participle beside 1 of each gender, and beside other numbers."""

    masculine: str
    feminine: str
    neuter: str
    others: str

    def of(self, number: int, thing: Thing) -> str:
        """Return the predicate with what is counted: «проведён 21 вебинар»."""
        return f"{self.beside(number, thing)} {thing.counted(number)}"

    def beside(self, number: int, thing: Thing) -> str:
        """Return the predicate alone, as it agrees with so many of what is counted."""
        one: str = getattr(self, thing.gender)
        return plural(number, one, self.others, self.others)

    def of_people(self, number: int, qualifier: str, thing: Thing, *, rounded: bool) -> str:
        """Return the predicate with people: «приняли участие более 5 тысяч слушателей»."""
        said = headcount(number, qualifier, thing, rounded=rounded)
        exactly = said == thing.counted(number)
        return self.of(number, thing) if exactly else f"{self.others} {said}"


def grouped(number: int) -> str:
    """Return a number in groups of three digits that no end of a line parts."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def percent(share: float) -> str:
    """Return a percentage: «61,8 %», «100 %»."""
    return f"{share:.1f}".removesuffix(".0").replace(".", ",") + " %"


def amount(number: int, qualifier: str, *, rounded: bool) -> str:
    """Return how many, without the noun: «более 5 тысяч», «около 5 264», «120»."""
    if not _in_thousands(number, rounded):
        return f"{QUALIFIERS[qualifier]} {grouped(number)}".strip()
    thousands, rest = divmod(number, 1000)
    if qualifier == "exact" and not rest:
        return _THOUSAND.counted(thousands)
    if qualifier == "about":
        return f"{QUALIFIERS[qualifier]} {_THOUSAND.counted_of(round(number / 1000))}"
    word = "более" if rest else QUALIFIERS[qualifier]
    return f"{word} {_THOUSAND.counted_of(thousands)}"


def headcount(number: int, qualifier: str, thing: Thing, *, rounded: bool) -> str:
    """Return how many people: «более 5 тысяч слушателей», «около 21 слушателя»."""
    noun = thing.noun
    if _in_thousands(number, rounded):
        form = noun.many
    else:
        form = noun.agreeing(number) if qualifier == "exact" else noun.agreeing_of(number)
    return f"{amount(number, qualifier, rounded=rounded)} {form}"


def _in_thousands(number: int, rounded: bool) -> bool:
    return rounded and number >= _ROUNDED_FROM


def _with_yo(stem: str) -> Predicate:
    return Predicate(f"{stem}ён", f"{stem}ена", f"{stem}ено", f"{stem}ено")


def _with_e(stem: str) -> Predicate:
    return Predicate(stem, f"{stem}а", f"{stem}о", f"{stem}о")


HELD = _with_yo("провед")
PUT = _with_yo("размещ")
TAKEN_IN = _with_yo("привлеч")
COMPLETED = _with_yo("заверш")
PLANNED = _with_e("запланирован")
PUBLISHED = _with_e("опубликован")
SENT = _with_e("направлен")
RECOMMENDED = _with_e("рекомендован")
WITHDRAWN = _with_e("отозван")
WORKED_OUT = _with_e("разработан")
CARRIED_OUT = _with_e("реализован")
FORMED = _with_e("сформирован")
STAYED = Predicate("остался", "осталась", "осталось", "осталось")
CAME = Predicate("поступил", "поступила", "поступило", "поступило")
SPOKE = Predicate("выступил", "выступила", "выступило", "выступили")
WORKED = Predicate("работал", "работала", "работало", "работали")
TOOK_PART = Predicate("принял участие", "приняла участие", "приняло участие", "приняли участие")

WEBINAR, CONSULTATION, ROUND_TABLE, MASTER_CLASS, SEMINAR = (
    Thing(FORM_NOUNS["webinar"]),
    Thing(FORM_NOUNS["consultation"], "feminine"),
    Thing(FORM_NOUNS["round_table"]),
    Thing(FORM_NOUNS["master_class"]),
    Thing(FORM_NOUNS["seminar"]),
)
ASSOCIATION = Thing(
    Noun(
        "областное методическое объединение",
        "областных методических объединения",
        "областных методических объединений",
        "областного методического объединения",
    ),
    "neuter",
)
SHORT_ASSOCIATION = Thing(Noun("ОМО", "ОМО", "ОМО"), "neuter")
TEACHER = Thing(
    Noun(
        "педагогический работник",
        "педагогических работника",
        "педагогических работников",
        "педагогического работника",
    )
)
YOUNG_TEACHER = Thing(
    Noun("молодой педагог", "молодых педагога", "молодых педагогов", "молодого педагога")
)
MEETING = Thing(Noun("заседание", "заседания", "заседаний"), "neuter")
SPECIALIST = Thing(Noun("специалист", "специалиста", "специалистов"))
ORGANISATION = Thing(Noun("организация", "организации", "организаций"), "feminine")
SCHEDULE = Thing(Noun("график", "графика", "графиков"))
NEWS = Thing(Noun("новость", "новости", "новостей"), "feminine")
LETTER = Thing(
    Noun(
        "информационное письмо",
        "информационных письма",
        "информационных писем",
        "информационного письма",
    ),
    "neuter",
)
EVENT = Thing(Noun("мероприятие", "мероприятия", "мероприятий"), "neuter")
PLANNED_EVENT = Thing(
    Noun(
        "запланированное мероприятие",
        "запланированных мероприятия",
        "запланированных мероприятий",
        "запланированного мероприятия",
    ),
    "neuter",
)
EDITION = Thing(Noun("наименование", "наименования", "наименований"), "neuter")
MATERIAL = Thing(
    Noun(
        "методический материал",
        "методических материала",
        "методических материалов",
        "методического материала",
    )
)
WORK = Thing(
    Noun(
        "педагогическая разработка",
        "педагогические разработки",
        "педагогических разработок",
        "педагогической разработки",
    ),
    "feminine",
)
SHORT_WORK = Thing(Noun("разработка", "разработки", "разработок"), "feminine")
EXPERT = Thing(Noun("эксперт", "эксперта", "экспертов"))
COURSE = Thing(
    Noun(
        "дополнительная профессиональная программа",
        "дополнительные профессиональные программы",
        "дополнительных профессиональных программ",
        "дополнительной профессиональной программы",
    ),
    "feminine",
)
ACT = Thing(
    Noun(
        "проект нормативного правового акта",
        "проекта нормативных правовых актов",
        "проектов нормативных правовых актов",
        "проекта нормативного правового акта",
    )
)
MEMBER = Thing(Noun("представитель", "представителя", "представителей"))
ROUTE = Thing(
    Noun(
        "индивидуальный образовательный маршрут",
        "индивидуальных образовательных маршрута",
        "индивидуальных образовательных маршрутов",
        "индивидуального образовательного маршрута",
    )
)
SHORT_ROUTE = Thing(Noun("маршрут", "маршрута", "маршрутов"))
METHODIST = Thing(
    Noun(
        "региональный методист",
        "региональных методиста",
        "региональных методистов",
        "регионального методиста",
    )
)
TUTOR = Thing(Noun("тьютор", "тьютора", "тьюторов"))
PROGRAMME = Thing(
    Noun("программа наставничества", "программы наставничества", "программ наставничества"),
    "feminine",
)
PAIR = Thing(
    Noun("наставническая пара", "наставнические пары", "наставнических пар",
         "наставнической пары"),
    "feminine",
)  # fmt: skip
MENTOR = Thing(Noun("наставник", "наставника", "наставников"))
MENTEE = Thing(Noun("наставляемый", "наставляемых", "наставляемых", "наставляемого"))
MUNICIPALITY = Thing(
    Noun(
        "муниципальное образование",
        "муниципальных образования",
        "муниципальных образований",
        "муниципального образования",
    ),
    "neuter",
)
