"""The claims of a table of figures, whose rows are named as rumo names its figures."""

import re
from collections.abc import Iterator
from functools import cache

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim, Measure
from rumo_cli.claims.mentions import mentions
from rumo_cli.claims.passages import CELL, Passage, Span, level
from rumo_cli.claims.quantities import quantities
from rumo_cli.figures.registry import DEFINITIONS

_SIGN = re.compile(r"[+-](?=\d)")
_CHANGE = re.compile(r"изменени|прирост|динамик|разниц|±|\+/-")
_BREAKDOWN = re.compile(
    r"месяц|дата|объединени|\bомо\b|\bплан\b|чей|муниципал|организаци|направлени|тема\b|форма\b"
)
_ANY_KIND = ""


def is_breakdown(passage: Passage) -> bool:
    """Tell a row of a table that parts its numbers among months, associations or themes."""
    return bool(passage.row) and _BREAKDOWN.search(level(passage.row[0])) is not None


def is_figure(passage: Passage) -> bool:
    """Tell a row that is named as a figure is: «Проведено вебинаров | 122 | 119»."""
    return bool(passage.row) and _label(passage) in _figures()


def claims_of_figure(passage: Passage, year: AcademicYear) -> Iterator[Claim]:
    """Yield what a row claims of its figure: of each year a column, and how it has changed."""
    figure, start = _figures()[_label(passage)], 0
    for column, cell in enumerate(passage.text.split(CELL)):
        heading = level(passage.row[column]) if column < len(passage.row) else ""
        found = next(quantities(_SIGN.sub(" ", level(cell))), None) if column else None
        named = next(mentions(heading, year), None)
        said_of = named.year if named else year
        if found and said_of:
            change = _CHANGE.search(heading) is not None
            measure: Measure = "change" if change else "value"
            fell = change and level(cell).lstrip().startswith("-")
            place = Span(start + found.start, start + found.end)
            yield Claim(
                passage, Span(0, len(passage.text)), place, (figure,), _ANY_KIND, said_of,
                -found.value if fell else found.value, found.qualifier, found.precision, measure,
                found.percent,
            )  # fmt: skip
        start += len(cell) + len(CELL)


def _label(passage: Passage) -> str:
    return level(passage.text.split(CELL)[0]).strip()


@cache
def _figures() -> dict[str, str]:
    return {level(each.label): each.key for each in DEFINITIONS}
