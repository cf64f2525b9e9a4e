"""Which figure a number counts, told by the noun beside it and the words around.

A text is compared in small letters, with е for ё. A new wording is a word in one of these rows.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

Told = tuple[str, str]
"""Words, and the figures that they tell a number to be, «» for none that is known."""

_OFF: tuple[Told, ...] = (
    (r"отмен", "webinars_cancelled"),
    (r"перенес|отложен", "webinars_postponed"),
    (r"заплан|планир|предусм|намеч|предстоит", ""),
)
_LOW = r"низк\w+ (?:образовательн\w+ |учебн\w+ )?результат|шнор"
_YOUNG = r"молод"
_TAKING_PART = r"участ|охва[тч]|представител|педагог|учител"
_MENTORING = r"наставн"
_PLANNED_FOR = r"заплан|планир|намеч|предусм"


@dataclass(frozen=True, eq=False)
class Topic:
    """What is counted under a noun: a figure, or several of which any may be meant.

    `told` are words beside the number that make it another figure, the first that is found.
    `near` has to stand beside the number, `wide` in its sentence or the one before, and with
    `never` beside it the number is none of ours. `people` are counted in «человек» too. `kind` is
    of the records that the figures are counted from.
    """

    nouns: str
    figures: str
    kind: str
    told: tuple[Told, ...] = ()
    near: str = ""
    wide: str = ""
    never: str = ""
    people: bool = False

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """Return the pattern of the noun as a whole word."""
        return re.compile(rf"(?:{self.nouns})\Z")


class Near(NamedTuple):
    """The words around a number: the closest, further ones, its sentence and the one before."""

    close: str
    after: str
    wide: str
    part: bool = False
    """The number is a part of another one: «из них 15»."""
    ahead: str = ""
    """All words of the sentence before the number."""
    owner: str = ""
    """The words nearest to the number, in its sentence, that say whose plan is spoken of."""


TOPICS = (
    Topic(
        r"вебинар\w*", "webinars_held webinars_only", "webinar",
        (
            *_OFF,
            (r"итогам \d+ вебинар\w* (?:\w+ ){1,2}новост", "webinars_with_news"),
            (r"материалы \d+ вебинар\w* (?:размещ|опублик|выложен)", "webinars_with_materials"),
        ),
    ),
    Topic(r"подключени\w*", "connections_total", "webinar"),
    Topic(r"консультаци\w*", "consultations", "webinar", _OFF),
    Topic(r"стол(?:а|ы|ов|ам|ах)?", "round_tables", "webinar", _OFF, near=r"кругл"),
    Topic(r"мастер-?класс\w*", "master_classes", "webinar", _OFF),
    Topic(r"семинар\w*", "seminars", "webinar", _OFF, wide=r"горяч\w+ лини|вебинар"),
    Topic(r"письм\w*|писем", "letters_sent", "publication", wide=r"информацион|направл|разосл"),
    Topic(
        r"заседани\w*", "meetings_recorded", "meeting",
        (
            (_PLANNED_FOR, "meetings_planned"),
            (r"румо|региональн\w+ учебно", "meetings_recorded"),
            (r"\bомо\b|областн\w+ (?:предметн\w+ |методическ\w+ )*объединени", "meetings_omo"),
        ),
        never=r"совет|комисси|муниципальн|районн|\bг?м?р?мо\b|школьн|рабоч\w+ групп|жюри|коллег"
              r"|кафедр|городск|оргкомитет|экспертн",
    ),
    Topic(
        r"омо|объединени\w*", "", "omo",
        (
            (r"не пров[ео]|без вебинар|ни одного вебинар", "omo_without_webinars"),
            (r"план\w*.*(?:выполн|реализ)|(?:выполн|реализ).*\bплан", "omo_plan_complete"),
            (r"в состав|состоит|входят|входит|вошл|объединя|насчитыва|работ\w+ вел[аи]с|действ"
             r"|функционир|работа(?:ли|ло|ют)|осуществля|создан|\bвсе[хм]?\b|количеств|числ[оа]"
             r"|\bиз \d", "omo_total"),
        ),
        near=r"методическ|областн|предметн|\bомо\b",
        never=r"муниципальн|районн|городск|школьн|окружн|\b[мршг]мо\b|первичн",
    ),
    Topic(r"методист\w*", "iom_methodists", "iom",
          wide=r"\bиом\b|иом-|маршрут|сопровожд", people=True),
    Topic(r"тьют[ое]р\w*", "iom_tutors", "iom", people=True),
    Topic(
        r"мероприяти\w*|задач\w*|пункт\w*", "iom_tasks_planned", "iom",
        ((r"выполн|заверш", "iom_tasks_done"),), near=r"\bиом|маршрут",
    ),
    Topic(
        r"иом(?:-?\w{1,3})?|маршрут\w*", "iom_total", "iom",
        (
            (rf"(?:{_LOW}).*{_YOUNG}|{_YOUNG}.*(?:{_LOW})", "iom_total"),
            (_LOW, "iom_low_results"),
            (_YOUNG, "iom_young"),
            (r"диагностик", "iom_diagnostics iom_total"),
            (r"заверш|пройден|выполнен[аоы]?\b", "iom_completed"),
            (r"реализован[аоы]?\b", "iom_completed iom_total"),
            (r"в работе|продолж", "iom_in_work"),
            (_PLANNED_FOR, ""),
        ),
    ),
    Topic(
        r"программ\w*|дпп", "", "expertise",
        ((r"эксперт", "expertise_programmes"),
         (r"разработ|подготовлен|созда", "programmes_developed")),
        near=r"повышени\w+ квалификации|дополнительн\w+ профессиональн|переподготовк|\bдпп\b",
    ),
    Topic(
        r"программ\w*", "mentor_programmes", "programme",
        ((_YOUNG, "mentor_programmes_young"), (_PLANNED_FOR, "")), wide=_MENTORING,
        never=r"повышени\w+ квалификации|образовательн\w+ программ|рабоч\w+ программ",
    ),
    Topic(r"пар(?:а|ы|у|е|ой|ам|ами|ах)?", "mentor_pairs", "pair", wide=_MENTORING),
    Topic(r"наставляем\w*", "mentees", "pair", ((_YOUNG, "mentees_young"),), people=True),
    Topic(r"наставник\w*", "mentors", "pair", people=True),
    Topic(
        r"разработ(?:ок|к\w*)|работ[аыу]?|материал\w*|практик\w?", "", "expertise",
        (
            (r"не рекоменд|отклон|доработк|отозван", ""),
            (r"рекоменд|успешно прош|положительн", "expertise_recommended"),
            (r"(?:размещен|включен|вошл|внесен|пополн).*банк|банк.*(?:размещен|включен|вошл|внесен"
             r"|пополн)", "expertise_in_bank"),
            (r"подан|поступ|представл|направл|принят|рассмотр|заявлен", "expertise_submitted"),
        ),
        wide=r"эксперт",
    ),
    Topic(
        r"член\w*|представител\w*|педагог\w*|учител\w*|эксперт(?!из)\w*|человек\w*|специалист\w*",
        "exam_experts", "contribution", near=r"комисси|огэ|егэ|гиа", people=True,
        wide=r"эксперт\w+ комисси|комисси\w+ по проверке|предметн\w+ комисси"
             r"|эксперт\w+ (?:огэ|егэ|гиа)",
    ),
    Topic(r"эксперт(?:а|ы|у|е|ов|ом|ам|ах|ами)?", "experts_total", "expertise", people=True),
    Topic(r"рекомендаци\w*", "recommendations_published", "publication", near=r"методическ"),
    Topic(r"публикаци\w*|стат(?:ей|ь[яиею])", "publications_total", "publication"),
    Topic(r"новост\w*", "news_published", "publication"),
    Topic(r"график\w*", "schedules_published", "publication"),
    Topic(r"материал\w*", "materials_published", "publication", near=r"размещ|опублик"),
    Topic(r"проект\w*|акт\w*", "normative_acts", "contribution",
          near=r"нормативн|законо|правов"),
    Topic(
        r"мероприяти\w*|пункт\w*|позици\w*", "", "plan",
        (
            (r"не (?:законч|заверш)|не наступил", ""),
            (r"ни одного \w+ из \d", "plan_counted"),
            (r"не выполн|просроч", "plan_overdue"),
            (r"отмен", "plan_cancelled"),
            (r"\bиз \d", "plan_counted"),
            (r"выполн|реализ|провед|исполн", "plan_done"),
            (r"предусм|заплан|включ|содерж|всего|вошл", "plan_counted"),
        ),
        wide=r"\bплан(?:а|ом|у|е|ы|ов|ах|ам|ами)?\b",
        never=rf"{_LOW}|{_YOUNG}",
    ),
    Topic(r"мероприяти\w*|событи\w*", "low_results_events", "contribution", near=_LOW),
    Topic(r"мероприяти\w*|событи\w*", "young_events", "contribution",
          near=r"молод\w+ (?:педаг|учит|спец)"),
    Topic(r"мероприяти\w*|встреч\w*|эфир\w*", "webinars_held", "webinar", _OFF,
          near=r"горяч\w+ лини"),
    Topic(
        r"член\w*|человек\w*|педагог\w*|учител\w*", "members_total", "omo",
        ((_YOUNG, "members_young"),), people=True,
        wide=r"член\w* омо|в состав\w* (?:(?:вс|областн|предметн)\w+ )*(?:омо|методическ)|омо вход",
        never=r"комисси|вебинар",
    ),
    Topic(
        r"участник\w*|человек\w*|чел|педагог\w*|учител\w*|работник\w*|слушател\w*|специалист\w*"
        r"|зрител\w*|руководител\w*",
        "participants_total", "webinar", people=True,
        near=r"участ|охва[тч]|аудитори|посетил|присутств|слушател|подключил|обучен",
        wide=r"вебинар|горяч\w+ лини|трансляци",
        never=r"конкурс|олимпиад|курс|форум|конференц|наставн|\bиом|маршрут|\bвебинар(?:е|у|ом)?\b"
              r"|перв\w+ вебинар|в среднем|обучающ|школьник|\bсайт|подписал|рубл|стоимост",
    ),
    Topic(r"спикер\w*|докладчик\w*|выступающ\w*|лектор\w*", "speakers_total", "webinar",
          people=True),
    Topic(r"муниципалитет\w*", "municipalities_total", "webinar", near=_TAKING_PART),
    Topic(r"образовани\w*|район\w*|округ\w*", "municipalities_total", "webinar",
          near=_TAKING_PART, wide=r"муниципальн"),
)  # fmt: skip

SHARES = (
    Topic("", "plan_percent", "plan", near=r"выполн|реализ|исполн",
          wide=r"\bплан(?:а|ом|у|е|ы|ов|ах|ам|ами)?\b",
          never=r"\bиом|маршрут|не выполн|обучающ|успеваем|качеств"),
    Topic("", "iom_tasks_percent", "iom", near=r"выполн|заверш|исполн", wide=r"\bиом|маршрут"),
    Topic("", "expertise_percent", "expertise", near=r"рекоменд", wide=r"эксперт"),
)  # fmt: skip
"""What a percentage is of, told by the words around."""

_OWN_PLAN = re.compile(r"\bрумо\b|региональн\w+ учебно-методическ")
_PLANS_OF_OTHERS = re.compile(r"\bомо\b|(?:областн|предметн)\w+ (?:методическ\w+ )?объединени")
_BY_OWNER = {
    "plan_percent": ("plan_rumo_percent", "plan_omo_percent"),
    "plan_done": ("plan_rumo_done", "plan_omo_done"),
    "plan_counted": ("plan_rumo_counted", "plan_omo_counted"),
}

_SUBSET = re.compile(
    r"\b(?:в|за|со?|по|до|к) (?:январ|феврал|март|апрел|ма[йяюе]|июн|июл|август|сентябр|октябр"
    r"|ноябр|декабр)|квартал|полугод|\d четверт|\w+ой четверти"
    r"|(?:\bомо|объединени\w+) (?:учител(?!\w*-предмет)|педагог|преподав|воспитат|руковод)"
    r"|\bкажд|в среднем|ежемесячно|одного? месяц|за месяц|за недел|средн\w+"
    r"|\A (?:года?|лет|месяц\w*|недел\w*)\b|(?<!лини[яию])(?<!лини[яию] румо)»\s*\(\s*\d"
)
"""What makes a number one of a part: of a year, of the associations, a theme; or of years."""
_EACH = re.compile(r"\bкажд")
_NOT_YET = re.compile(
    r"(?<!удалось )(?<!смогли )\b(?:провести|организовать|подготовить|направить|разработать"
    r"|обеспечить|принять участие)\b|\bпланируе?[тю]|предстоит|необходимо|следует|\bбуд[еу]т"
    r"|\bнадо\b|должн"
)


def figures_at(topic: Topic, near: Near) -> tuple[str, ...]:
    """Return the figures that a number of a topic may be, none where it is something else.

    A part of another number is a figure only where words say which.
    """
    around = f"{near.close} {near.after}"
    fits = (
        _found(topic.near, around) and _found(topic.wide, near.wide)
        and not (topic.never and re.search(topic.never, around))
        and not _SUBSET.search(around) and not _EACH.search(near.ahead)
        and not _NOT_YET.search(near.close)
    )  # fmt: skip
    if not fits:
        return ()
    told = _told_near(topic, near)
    keys = told[1] if told else "" if near.part else topic.figures
    return tuple(_of_owner(key, near.owner or near.wide) for key in keys.split())


def is_told(topic: Topic, near: Near) -> bool:
    """Tell whether the words around a number make it another figure than the topic has else."""
    return _told_near(topic, near) is not None


def _told_near(topic: Topic, near: Near) -> Told | None:
    return _told(topic, near.close) or _told(topic, near.after)


def _told(topic: Topic, words: str) -> Told | None:
    return next((told for told in topic.told if re.search(told[0], words)), None)


def _found(pattern: str, words: str) -> bool:
    return not pattern or re.search(pattern, words) is not None


def _of_owner(key: str, words: str) -> str:
    """Return the figure of the plan that is spoken of: the association's own, those of others."""
    if key not in _BY_OWNER:
        return key
    own, others = _OWN_PLAN.search(words), _PLANS_OF_OTHERS.search(words)
    if bool(own) == bool(others):
        return key
    return _BY_OWNER[key][0 if own else 1]


def names_owner(words: str) -> bool:
    """Tell whether words say whose plan is spoken of."""
    return bool(_OWN_PLAN.search(words) or _PLANS_OF_OTHERS.search(words))


def plan_percent(words: str) -> str:
    """Return the share of the plans that words speak of: the association's own, or all others."""
    return _of_owner("plan_percent", words)


@lru_cache(maxsize=1 << 14)
def topics_of(noun: str) -> tuple[Topic, ...]:
    """Return the topics that a noun can be counted under."""
    return tuple(topic for topic in TOPICS if topic.noun.match(noun))
