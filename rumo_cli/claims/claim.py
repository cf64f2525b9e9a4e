"""A claim of a text: which figure of which year it says to be what."""

from typing import Literal, NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.passages import Passage, Span

Measure = Literal["value", "change", "change_percent"]


class Claim(NamedTuple):
    """What a text says of a figure, and where.

    `figures` are those that may be meant, the likeliest first. `said` is None where a text says
    only that something grew (`qualifier` more) or shrank (less).
    """

    passage: Passage
    sentence: Span
    span: Span
    figures: tuple[str, ...]
    kind: str
    year: AcademicYear
    said: int | float | None
    qualifier: str = "exact"
    precision: float = 1
    measure: Measure = "value"
    percent: bool = False

    @property
    def figure(self) -> str:
        """Return the figure that is likeliest meant."""
        return self.figures[0]

    @property
    def text(self) -> str:
        """Return the words of the claim."""
        return " ".join(self.passage.text[self.span.start : self.span.end].split())

    @property
    def sentence_text(self) -> str:
        """Return the sentence that the claim stands in."""
        return " ".join(self.passage.text[self.sentence.start : self.sentence.end].split())
