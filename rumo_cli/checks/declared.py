"""Figures that were declared for a year against those that its records add up to."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import floor
from typing import NamedTuple

from rumo_cli.checks.remedies import in_year
from rumo_cli.checks.rule import Problem, Rule
from rumo_cli.figures.figure import Number
from rumo_cli.figures.registry import BY_KEY, value_of
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.records.plan import COUNTED
from rumo_cli.text import plural


class Forms(NamedTuple):
    """«Объявлено» and a noun as they agree with 1, and the noun with 2 and 5."""

    declared: str
    one: str
    few: str
    many: str


class Declared(NamedTuple):
    """A figure of a year's settings: what is counted, of which kinds, and where to look."""

    key: str
    label: str
    forms: Forms
    kinds: tuple[str, ...]
    figure: str
    """The figure of the records that it is held against."""
    look: str
    """The command that adds to what is recorded, or shows it, after its kind."""

    def recorded(self, year: YearRecords) -> Number:
        """Return what the records add up to."""
        return value_of(self.figure, year)


FIGURES = (
    Declared("meetings_declared", "заседания РУМО",
             Forms("объявлено", "заседание", "заседания", "заседаний"),
             ("meeting",), "meetings_recorded", f"meeting add --owner {OWN_PLAN} --date ДАТА"),
    Declared("webinars_declared", "проведённые вебинары",
             Forms("объявлен", "проведённый вебинар", "проведённых вебинара",
                   "проведённых вебинаров"),
             ("webinar",), "webinars_held", "webinar add --title ТЕМА --date ДАТА"),
    Declared("omo_declared", "ОМО", Forms("объявлено", "ОМО", "ОМО", "ОМО"),
             ("omo",), "omo_total", "omo add --title НАЗВАНИЕ"),
    Declared("iom_declared", "ИОМ", Forms("объявлен", "ИОМ", "ИОМ", "ИОМ"),
             ("iom",), "iom_total", "iom add --teacher ФИО"),
    Declared("expertise_submitted_declared", "работы, поданные на экспертизу",
             Forms("объявлена", "поданная работа", "поданные работы", "поданных работ"),
             ("expertise",), "expertise_submitted",
             "expertise add --authors ФИО --title НАЗВАНИЕ"),
    Declared("expertise_recommended_declared", "работы, рекомендованные экспертизой",
             Forms("объявлена", "рекомендованная работа", "рекомендованные работы",
                   "рекомендованных работ"),
             ("expertise",), "expertise_recommended",
             "expertise list --without verdict"),
    Declared("mentor_programmes_declared", "программы наставничества",
             Forms("объявлена", "программа", "программы", "программ"),
             ("programme", "pair"), "mentor_programmes", "programme add --title НАЗВАНИЕ"),
)  # fmt: skip
PARTICIPANTS = Declared(
    "participants_declared", "участники вебинаров",
    Forms("объявлен", "участник", "участника", "участников"), ("webinar",),
    "participants_total", "webinar list --status held --without headcount",
)  # fmt: skip
PERCENT = Declared(
    "plan_percent_declared", "процент выполнения плана",
    Forms("объявлен", "%", "%", "%"), ("plan", *(option.key for option in COUNTED.options)),
    "plan_percent", "plan summary",
)  # fmt: skip


def against_recorded(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find a figure that the records do not add up to exactly."""
    declared, recorded = year.settings.get(figure.key), figure.recorded(year)
    if declared is not None and declared != recorded:
        yield problem(figure, year, f"записано {recorded}")


def participants_declared(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find people declared who are not recorded; 5000 may stand for 5236, «более 5 тысяч»."""
    declared, people = year.settings.get(figure.key), BY_KEY[figure.figure].count(year)
    if declared is not None and people.value is None:
        yield problem(figure, year, "а число участников не записано")
    elif isinstance(declared, int) and isinstance(people.value, int):
        zeros = len(str(declared)) - len(str(declared).rstrip("0"))
        if people.value - people.value % 10**zeros != declared:
            inexact = QUALIFIERS[people.qualifier]
            yield problem(figure, year, f"записано {inexact} {people.value}".replace("  ", " "))


def percent_declared(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find a percentage that is not the counted one, as it is or rounded, but never up to 100."""
    declared, counted = year.settings.get(figure.key), figure.recorded(year)
    if declared is None:
        return
    if not isinstance(counted, int | float):
        yield problem(figure, year, "а пунктов плана не записано")
    elif declared not in {counted, floor(counted), min(floor(counted + 0.5), 99)}:
        of_items = f"{value_of('plan_done', year)} из {value_of('plan_counted', year)}"
        yield problem(figure, year, f"по записям {_shown(counted)} % ({of_items})")


def problem(figure: Declared, year: YearRecords, said: str) -> Problem:
    """Return a disagreement: something is not recorded, or too little was declared."""
    declared, recorded = float(str(year.settings[figure.key])), figure.recorded(year)
    look = figure.look.split()
    if isinstance(recorded, int) and recorded > declared:
        look = ["year", "set", f"{figure.key}={recorded}"]
    message = f"{_in_words(declared, figure.forms)}, {said}"
    return Problem(message, (), in_year(year, *look), year.settings[figure.key], recorded)


def _in_words(declared: float, forms: Forms) -> str:
    """Return a declared figure with its noun; a fraction takes the noun of 2."""
    agreeing = int(declared) if declared.is_integer() else 2
    word = plural(agreeing, forms.declared, "объявлено", "объявлено")
    noun = plural(agreeing, forms.one, forms.few, forms.many)
    return f"{word} {_shown(declared)} {noun}"


def _shown(number: float) -> str:
    return f"{number:.15g}".replace(".", ",")


def _rule(figure: Declared, find: Callable[[Declared, YearRecords], Iterable[Problem]]) -> Rule:
    label = f"Объявлено и записано: {figure.label}"
    return Rule(figure.key, label, "error", frozenset(figure.kinds), partial(find, figure))


RULES = (
    *(_rule(figure, against_recorded) for figure in FIGURES),
    _rule(PARTICIPANTS, participants_declared),
    _rule(PERCENT, percent_declared),
)
