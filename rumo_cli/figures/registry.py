"""All figures of a year: what the annual analysis, its tables and its check ask for."""

from collections.abc import Mapping, Sequence

from rumo_cli.figures.definitions import (
    associations,
    contributions,
    declared,
    expertise,
    meetings,
    mentoring,
    plan,
    publications,
    routes,
    webinars,
)
from rumo_cli.figures.figure import Counted, Definition, Figure, Figures, Number
from rumo_cli.figures.year_records import YearRecords

GROUPS: Mapping[str, Sequence[Definition]] = {
    module.HEADING: module.DEFINITIONS
    for module in (
        associations,
        meetings,
        webinars,
        publications,
        expertise,
        contributions,
        routes,
        mentoring,
        plan,
        declared,
    )
}
"""The definitions under their headings, in the order in which figures are told."""
DEFINITIONS: Sequence[Definition] = tuple(each for group in GROUPS.values() for each in group)
BY_KEY: Mapping[str, Definition] = {about.key: about for about in DEFINITIONS}


def figures_of(year: YearRecords, before: YearRecords | None = None) -> Figures:
    """Return all figures of a year, each beside that of the year before.

    `before` is None where the store does not know that year.
    """
    return {
        about.key: Figure(about, about.count(year), _of_past(about, before) if before else None)
        for about in DEFINITIONS
    }


def _of_past(about: Definition, year: YearRecords) -> Counted | None:
    return about.told_by(year) if about.history else None


def value_of(key: str, year: YearRecords) -> Number:
    """Return what one figure came to in a year."""
    return BY_KEY[key].count(year).value
