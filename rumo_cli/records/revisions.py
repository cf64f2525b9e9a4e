"""How often a record was changed: what a calendar tells its subscribers of."""

from datetime import datetime
from typing import NamedTuple


class Revision(NamedTuple):
    """How often a record was changed since it was added, and when last.

    It only grows: taking a change back is one more change.
    """

    number: int
    at: datetime
