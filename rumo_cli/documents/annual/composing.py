"""The whole analysis of a year: its sections in their order, what a template shows, who signs."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
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

_DEPUTY = "Заместитель председателя РУМО"


class Wishes(NamedTuple):
    """What is wanted of an analysis: all of `sections` if none is named, and how empty ones go."""

    sections: Collection[str] = ()
    with_appendices: bool = True
    say_empty: bool = False


def annual_analysis(account: Account, wishes: Wishes = Wishes()) -> Analysis:
    """Return the analysis of a year."""
    settings = account.settings
    return Analysis(
        f"Анализ деятельности {of_association(settings.get('association'))} "
        f"в {account.name} учебном году",
        account.name,
        tuple(_sections(account, wishes)),
        signature(account),
        tuple(appendices(account)) if wishes.with_appendices else (),
        _texts(account),
    )


def empty_sections(account: Account, wishes: Wishes = Wishes()) -> list[str]:
    """Return the keys of the sections that neither a record nor an own text bears."""
    wanted = _wanted(wishes)
    return [key for key in wanted if not _blocks(account, key)]


def _sections(account: Account, wishes: Wishes) -> Iterator[Section]:
    for key in _wanted(wishes):
        blocks = _blocks(account, key)
        if not blocks and wishes.say_empty:
            blocks = (Paragraph(f"Сведений за {account.name} учебный год нет."),)
        if blocks:
            yield Section(key, SECTION.show(key), blocks)


def _wanted(wishes: Wishes) -> list[str]:
    keys = [option.key for option in SECTION.options]
    return [key for key in keys if not wishes.sections or key in wishes.sections]


def _blocks(account: Account, key: str) -> tuple[Block, ...]:
    write = WRITERS.get(key)
    return with_own_texts(write(account) if write else (), account.year.of("text"), key)


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
