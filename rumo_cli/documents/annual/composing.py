"""The whole analysis of a year: its sections in their order, what a template shows, who signs."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from rumo_cli.calendar.period_words import spoken_date
from rumo_cli.documents.analysis import Analysis, Section
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.appendices import appendices
from rumo_cli.documents.annual.foundation import (
    adoption,
    composition,
    directions,
    meetings,
    of_association,
    priorities,
)
from rumo_cli.documents.annual.hotline import hotline, publicity
from rumo_cli.documents.annual.own_texts import with_own_texts
from rumo_cli.documents.annual.results import conclusions, plan, recommendations
from rumo_cli.documents.annual.sentences import bare, person
from rumo_cli.documents.annual.support import low_results, mentoring, routes
from rumo_cli.documents.annual.themes import themes
from rumo_cli.documents.annual.works import commissions, expertise, publications
from rumo_cli.records.sections import SECTION
from rumo_cli.tables.document import Block, Paragraph, Signature

Write = Callable[[Account], Iterator[Block]]

WRITERS: Mapping[str, Write] = {
    "composition": composition,
    "adoption": adoption,
    "directions": directions,
    "priorities": priorities,
    "meetings": meetings,
    "hotline": hotline,
    "publicity": publicity,
    "themes": themes,
    "low_results": low_results,
    "publications": publications,
    "expertise": expertise,
    "commissions": commissions,
    "routes": routes,
    "mentoring": mentoring,
    "plan": plan,
    "conclusions": conclusions,
    "recommendations": recommendations,
}
"""What writes each section; directions of development are the methodist's own text alone."""

_INTRODUCTIONS = {
    "directions": "Основными направлениями деятельности РУМО были:",
    "priorities": "Приоритетными в деятельности РУМО были:",
    "development": "На {next} учебный год определены направления развития РУМО:",
    "recommendations": "Рекомендации по планированию деятельности на {next} учебный год:",
}
"""What stands before an own text that begins with a list."""
_DEPUTY = "Заместитель председателя РУМО"


class Wishes(NamedTuple):
    """What is wanted of an analysis: all of `sections` if none is named, and how empty ones go."""

    sections: Collection[str] = ()
    with_appendices: bool = True
    say_empty: bool = False


USUAL = Wishes()


class Composed(NamedTuple):
    """An analysis, and the keys of the sections that neither a record nor an own text bears."""

    analysis: Analysis
    empty: tuple[str, ...]


def compose(account: Account, wishes: Wishes = USUAL) -> Composed:
    """Return the analysis of a year."""
    wanted = [
        each for each in SECTION.options if not wishes.sections or each.key in wishes.sections
    ]
    written = {each.key: _blocks(account, each.key) for each in wanted}
    empty = tuple(key for key, blocks in written.items() if not blocks)
    if wishes.say_empty:
        written |= dict.fromkeys(empty, (Paragraph(_nothing(account)),))
    told = (Section(key, SECTION.show(key), blocks) for key, blocks in written.items() if blocks)
    association = of_association(account.settings.get("association"))
    return Composed(
        Analysis(
            f"Анализ деятельности {association} в {account.name} учебном году{_as_of(account)}",
            account.name,
            tuple(told),
            signature(account),
            tuple(appendices(account)) if wishes.with_appendices else (),
            _texts(account),
        ),
        empty,
    )


def _as_of(account: Account) -> str:
    """Return the day that a year in progress is told of."""
    return f" (по состоянию на {spoken_date(account.year.today)})" if account.in_progress else ""


def _nothing(account: Account) -> str:
    return f"Сведений за {account.name} учебный год нет."


def _blocks(account: Account, key: str) -> tuple[Block, ...]:
    write = WRITERS.get(key)
    introduction = _INTRODUCTIONS.get(key, "").format(next=account.year.year.next)
    written = write(account) if write else ()
    return with_own_texts(written, account.year.of("text"), key, introduction)


def signature(account: Account) -> Signature:
    """Return who signs: whom the settings name for it, else the deputy chair."""
    settings = account.settings
    name = settings.get("signatory") or settings.get("deputy_chair")
    return Signature(bare(settings.get("signatory_position")) or _DEPUTY, person(name))


def _texts(account: Account) -> dict[str, str]:
    settings, signed = account.settings, signature(account)
    named = {name: bare(settings.get(key)) for name, key in _SETTINGS.items()}
    return named | {
        "год": account.name,
        "прошлый_год": account.name_before,
        "следующий_год": str(account.year.year.next),
        "должность": signed.position,
        "подпись": signed.name,
        "председатель": person(settings.get("chair")),
        "дата": spoken_date(account.year.today),
    }


_SETTINGS = {"объединение": "association", "институт": "institute", "регион": "region"}
