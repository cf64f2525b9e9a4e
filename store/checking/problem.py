"""What a check finds."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from store.contract import Transaction
from store.documents import Documents

Severity = Literal["error", "warning"]


class Problem(NamedTuple):
    """What is wrong, in which file and line of it, and what sets it right without guessing.

    `place` is a record («webinar 12»), or what else is meant. `mend` changes the documents before
    a transaction works on them, `settle` is a change of records; where neither is there, only a
    person can tell what is right. A `lossy` problem forbids to write: the file would lose it.
    """

    severity: Severity
    place: str
    message: str
    line: int | None = None
    file: str = "store.json"
    mend: Callable[[Documents], object] | None = None
    settle: Callable[[Transaction], object] | None = None
    lossy: bool = False

    @property
    def mendable(self) -> bool:
        """Tell whether it can be set right."""
        return self.mend is not None or self.settle is not None


def as_rewritten(documents: Documents) -> None:
    """Mend what is right in the documents already, so that to write them is enough."""
    del documents
