"""Figures that were declared for a year against those that its records add up to."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from math import floor
from typing import NamedTuple

from rumo_cli.checks.remedies import in_year
from rumo_cli.checks.rule import Problem, Rule
from rumo_cli.figures import meetings
from rumo_cli.figures.mentoring import mentor_summary
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.fields.base import QUALIFIERS
from rumo_cli.records.plan import COUNTED
from rumo_cli.records.values import Value
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
    recorded: Callable[[YearRecords], Value]
    look: str
    """The command that adds to what is recorded, or shows it, after its kind."""


def indicator(key: str) -> Callable[[YearRecords], Value]:
    """Return what reads a figure off the summary of the year."""
    return lambda year: year.indicators.total[key]


def meetings_recorded(year: YearRecords) -> Value:
    """Count the meetings of the association itself (РУМО)."""
    own = [each for each in year.of("meeting") if each.get("owner", OWN_PLAN) == OWN_PLAN]
    return meetings.count(own)["recorded"]


def programmes_recorded(year: YearRecords) -> Value:
    """Count the programmes of mentoring, those that only pairs name among them."""
    found = mentor_summary(
        str(year.year),
        year.of("programme"),
        year.of("pair"),
        "programme",
        year.today,
        year.directory,
    )
    return found.total["programmes"]


FIGURES = (
    Declared("meetings_declared", "заседания РУМО",
             Forms("объявлено", "заседание", "заседания", "заседаний"),
             ("meeting",), meetings_recorded, f"meeting add --owner {OWN_PLAN} --date ДАТА"),
    Declared("webinars_declared", "проведённые вебинары",
             Forms("объявлен", "проведённый вебинар", "проведённых вебинара",
                   "проведённых вебинаров"),
             ("webinar",), indicator("webinars_held"), "webinar add --title ТЕМА --date ДАТА"),
    Declared("omo_declared", "ОМО", Forms("объявлено", "ОМО", "ОМО", "ОМО"),
             ("omo",), indicator("omo_total"), "omo add --title НАЗВАНИЕ"),
    Declared("iom_declared", "ИОМ", Forms("объявлен", "ИОМ", "ИОМ", "ИОМ"),
             ("iom",), indicator("iom_total"), "iom add --teacher ФИО"),
    Declared("expertise_submitted_declared", "работы, поданные на экспертизу",
             Forms("объявлена", "поданная работа", "поданные работы", "поданных работ"),
             ("expertise",), indicator("expertise_submitted"),
             "expertise add --authors ФИО --title НАЗВАНИЕ"),
    Declared("expertise_recommended_declared", "работы, рекомендованные экспертизой",
             Forms("объявлена", "рекомендованная работа", "рекомендованные работы",
                   "рекомендованных работ"),
             ("expertise",), indicator("expertise_recommended"),
             "expertise list --without verdict"),
    Declared("mentor_programmes_declared", "программы наставничества",
             Forms("объявлена", "программа", "программы", "программ"),
             ("programme", "pair"), programmes_recorded, "programme add --title НАЗВАНИЕ"),
)  # fmt: skip
PARTICIPANTS = Declared(
    "participants_declared", "участники вебинаров",
    Forms("объявлен", "участник", "участника", "участников"), ("webinar",),
    indicator("participants"), "webinar list --status held --without headcount",
)  # fmt: skip
PERCENT = Declared(
    "plan_percent_declared", "процент выполнения плана",
    Forms("объявлен", "%", "%", "%"), ("plan", *(option.key for option in COUNTED.options)),
    indicator("plan_percent"), "plan summary",
)  # fmt: skip


def against_recorded(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find a figure that the records do not add up to exactly."""
    declared, recorded = year.settings.get(figure.key), figure.recorded(year)
    if declared is not None and declared != recorded:
        yield problem(figure, year, f"записано {recorded}")


def participants_declared(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find people declared who are not recorded; 5000 may stand for 5236, «более 5 тысяч»."""
    declared, recorded = year.settings.get(figure.key), figure.recorded(year)
    if isinstance(declared, int) and isinstance(recorded, int):
        zeros = len(str(declared)) - len(str(declared).rstrip("0"))
        if recorded - recorded % 10**zeros != declared:
            inexact = QUALIFIERS[str(year.indicators.total["participants_qualifier"])]
            yield problem(figure, year, f"записано {inexact} {recorded}".replace("  ", " "))


def percent_declared(figure: Declared, year: YearRecords) -> Iterator[Problem]:
    """Find a percentage that is not the counted one, as it is or rounded, but never up to 100."""
    declared, counted = year.settings.get(figure.key), figure.recorded(year)
    if declared is None:
        return
    if not isinstance(counted, int | float):
        yield problem(figure, year, "а пунктов плана не записано")
    elif declared not in {counted, floor(counted), min(floor(counted + 0.5), 99)}:
        total = year.indicators.total
        of_items = f"{total['plan_done']} из {total['plan_counted']}"
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
