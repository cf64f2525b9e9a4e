"""What records say of a plan item: how many of them it takes, and which count."""

from typing import NamedTuple


class Fact(NamedTuple):
    """The number of records that an item takes, and those that count: «webinar 12»."""

    target: int
    evidence: tuple[str, ...]

    @property
    def number(self) -> int:
        """Return how many records count."""
        return len(self.evidence)

    def status(self, *, over: bool) -> str:
        """Return the status that the records give an item, its deadline being over or not."""
        if not self.evidence:
            return "planned"
        if self.number >= self.target:
            return "done"
        return "partial" if over else "in_progress"
