"""Whether the records bear a claim out, and by how much they do not."""

from collections.abc import Callable, Collection, Iterable, Iterator
from math import floor, isclose
from typing import Literal, NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim
from rumo_cli.figures.figure import Figure, Figures, Number
from rumo_cli.figures.year_records import RecordName

Verdict = Literal["holds", "differs", "unknown"]
Missing = Literal["year", "figure", "records"]


_DONE_OF = {
    "plan_percent": "plan_done",
    "plan_rumo_percent": "plan_rumo_done",
    "plan_omo_percent": "plan_omo_done",
}
"""The figures whose records are those of a share that are done."""


class YearFigures(NamedTuple):
    """The figures of a year, and the kinds that it has records of."""

    figures: Figures
    kinds: Collection[str]


FiguresOf = Callable[[AcademicYear], YearFigures | None]
"""The figures of any year, None where the store does not know it."""


class Held(NamedTuple):
    """A claim as it was held against the records; `figure` is the one it was held against."""

    claim: Claim
    verdict: Verdict
    figure: str
    label: str = ""
    recorded: Number = None
    recorded_qualifier: str = "exact"
    evidence: tuple[RecordName, ...] = ()
    missing: Missing | None = None
    """What there would have to be to know: the year, the figure or its records."""

    @property
    def difference(self) -> Number:
        """Return by how much the records have more than the text says."""
        if self.verdict == "unknown" or self.recorded is None or self.claim.said is None:
            return None
        difference = self.recorded - self.claim.said
        return round(difference, 1) if isinstance(difference, float) else difference


def held(claims: Iterable[Claim], figures_of: FiguresOf) -> list[Held]:
    """Return claims as the records of their years bear them out."""
    return [_held(claim, figures_of(claim.year)) for claim in claims]


def _held(claim: Claim, year: YearFigures | None) -> Held:
    if year is None:
        return Held(claim, "unknown", claim.figure, missing="year")
    found = list(_against(claim, year)) or [Held(claim, "unknown", claim.figure, missing="figure")]
    return next((each for each in found if each.verdict == "holds"), found[0])


def _against(claim: Claim, year: YearFigures) -> Iterator[Held]:
    """Yield the claim held against each figure that it may mean, of those there are."""
    for key in claim.figures:
        figure = year.figures.get(key)
        if figure is not None:
            found = _compared(claim, figure, known=_is_known(claim, figure, year.kinds))
            yield found._replace(evidence=_lacking(claim, key, year.figures) or found.evidence)


def _lacking(claim: Claim, key: str, figures: Figures) -> tuple[RecordName, ...]:
    """Return what keeps a share from the 100 % that it is said to be."""
    done = figures.get(_DONE_OF.get(key, ""))
    if done is None or claim.said != 100:
        return ()
    fulfilled = set(done.now.evidence)
    return tuple(each for each in figures[key].now.evidence if each not in fulfilled)


def _is_known(claim: Claim, figure: Figure, kinds: Collection[str]) -> bool:
    """Tell whether there is anything to count from: the records of a figure, or of its kind."""
    return bool(figure.now.evidence or figure.now.grounds) or claim.kind in kinds


def _compared(claim: Claim, figure: Figure, *, known: bool) -> Held:
    recorded = {
        "value": figure.value,
        "change": figure.change,
        "change_percent": figure.change_percent,
    }[claim.measure]
    label, key = figure.about.label, figure.about.key
    if recorded is None or not known:
        return Held(claim, "unknown", key, label, missing="records")
    qualifier = figure.now.qualifier
    bears = bears_out(claim, recorded, qualifier)
    verdict: Verdict = "holds" if bears else "differs"
    return Held(claim, verdict, key, label, recorded, qualifier, figure.now.evidence)


def bears_out(claim: Claim, recorded: int | float, qualifier: str = "exact") -> bool:
    """Tell whether what is recorded is what a claim says, as exactly as either is told.

    «Более 5 тысяч» is said in good faith of what 5 thousand is rounded down from, or of a fifth
    more; «около» and «почти» are within a tenth. What is recorded as «не менее» may be less by a
    fifth than what is said. A percentage may be rounded, but never up to 100.
    """
    said = claim.said
    if said is None:
        return recorded > 0 if claim.qualifier == "more" else recorded < 0
    if _says(claim, said, recorded):
        return True
    if qualifier == "at_least":
        return recorded <= said <= recorded * 1.2
    return qualifier == "about" and abs(recorded - said) <= 0.1 * abs(said)


def _says(claim: Claim, said: int | float, recorded: int | float) -> bool:
    match claim.qualifier:
        case "more":
            return said < recorded and _in_good_faith(claim, said, recorded)
        case "at_least":
            return said <= recorded and _in_good_faith(claim, said, recorded)
        case "about":
            return abs(recorded - said) <= 0.1 * abs(said)
        case "almost":
            return 0.9 * said <= recorded <= said
        case "at_most":
            return recorded <= said
        case _:
            return _is_the_same(claim, said, recorded)


def _in_good_faith(claim: Claim, said: int | float, recorded: int | float) -> bool:
    step = claim.precision
    return recorded <= said * 1.2 or floor(recorded / step) * step == said


def _is_the_same(claim: Claim, said: int | float, recorded: int | float) -> bool:
    if claim.percent:
        rounded = floor(recorded * 10 ** _decimals(said) + 0.5) / 10 ** _decimals(said)
        near = min(rounded, 99) if recorded < 100 else rounded
        return said in {recorded, floor(recorded), near}
    if claim.precision >= 1000 or (said >= 1000 and claim.precision >= 100):
        return abs(recorded - said) < claim.precision
    return isclose(recorded, said)


def _decimals(said: int | float) -> int:
    return 0 if float(said).is_integer() else 1
