"""A text held against the records: its claims, each with its verdict, and its contradictions."""

from collections.abc import Sequence
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.contradictions import Contradiction, contradictions
from rumo_cli.claims.finding import claims_in_numbers
from rumo_cli.claims.passages import Passage
from rumo_cli.claims.phrases import claims_in_words
from rumo_cli.claims.verdicts import FiguresOf, Held, held


class Checked(NamedTuple):
    """What was found in a text: its claims and its contradictions, both in its order."""

    claims: list[Held]
    contradictions: list[Contradiction]

    @property
    def differing(self) -> list[Held]:
        """Return the claims that the records do not bear out."""
        return [each for each in self.claims if each.verdict == "differs"]


def check_text(passages: Sequence[Passage], year: AcademicYear, figures_of: FiguresOf) -> Checked:
    """Hold a text of a year against the figures of that year and of others that it names."""
    found = [*claims_in_numbers(passages, year), *claims_in_words(passages, year)]
    found.sort(key=lambda each: (each.passage.number, each.span.start))
    return Checked(held(found, figures_of), contradictions(passages, found))
