"""What a date cell or a deadline can say: its clauses.

`grammar` reads them; `days` and `deadlines` tell what they mean for a register and for a plan.
"""

from dataclasses import dataclass
from typing import Literal, TypeVar

from rumo_cli.calendar.clock import Times
from rumo_cli.calendar.moments import Moment
from rumo_cli.calendar.recurrence import Recurrence
from rumo_cli.calendar.spots import Spot
from rumo_cli.calendar.words import Unit


@dataclass(frozen=True)
class Dated:
    """A moment, or the stretch from `first` to `last`, or `until` that begins."""

    first: Moment
    last: Moment | None = None
    until: bool = False

    def heads(self, following: "Dated | None") -> bool:
        """Tell the month that stands before its own days: «сентябрь с 8 по 12 сентября»."""
        match self:
            case Dated(Spot(day=None, month=int(month)), None) if following:
                days = (following.first, following.last)
                return any(isinstance(day, Spot) and day.day and day.month == month for day in days)
        return False


@dataclass(frozen=True)
class Since:
    """From a moment on: «с октября»; `after` it: «после 20 мая»."""

    moment: Moment
    after: bool = False


@dataclass(frozen=True)
class By:
    """At the latest: «до 1 декабря», «за две недели до 4 декабря» with `before` (2, week).

    «До мая» ends before May; «по май», «не позднее мая» are `inclusive`.
    """

    moment: Moment
    text: str
    before: tuple[int, Unit] | None = None
    inclusive: bool = False


@dataclass(frozen=True)
class Open:
    """All the year: «в течение года», «постоянно»."""


@dataclass(frozen=True)
class Undated:
    """No date on purpose: by a schedule of its own, or whenever there is need."""

    kind: Literal["schedule", "on_demand"]


@dataclass(frozen=True)
class Moved:
    """Put off from one day, to another, or both."""

    source: Spot | None
    target: Spot | None


@dataclass(frozen=True)
class Length:
    """How long it takes, as the text says: «(4 дня)»."""

    number: int
    unit: Unit
    text: str


@dataclass(frozen=True)
class Clock:
    """The time of day."""

    times: Times


@dataclass(frozen=True)
class Remark:
    """Other words in brackets; they may tell of time all the same: «(15.10, 22.10)»."""

    text: str
    tells: bool


Clause = Dated | Since | By | Open | Undated | Recurrence | Moved | Length | Clock | Remark
C = TypeVar("C", bound=Clause)


@dataclass(frozen=True)
class Reading:
    """The clauses of a text, the words after them that no rule reads, and what was mended."""

    clauses: tuple[Clause, ...]
    rest: str
    mended: tuple[str, ...] = ()

    def of(self, sort: type[C]) -> list[C]:
        """Return the clauses of one sort, in order."""
        return [clause for clause in self.clauses if isinstance(clause, sort)]

    def put_off(self) -> tuple[list[Dated], Spot | None]:
        """Return the days that hold, and the one that they were put off from."""
        dated = self.of(Dated)
        for moved in self.of(Moved):
            if moved.target is None:
                return dated, moved.source
            first = dated[0].first if dated else None
            source = moved.source or (first if isinstance(first, Spot) else None)
            return [Dated(moved.target)], source
        return dated, None

    @property
    def doubts(self) -> list[str]:
        """A note for each word that was mended and text that was not understood.

        Mere words in brackets need none.
        """
        remarks = [remark.text for remark in self.of(Remark) if remark.tells]
        unread = [f"не разобрано: «{text}»" for text in (*remarks, self.rest) if text]
        return [*self.mended, *unread]
