"""What is to be forgotten of a person: all that it takes to go on after an interruption."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

import orjson

from store.touching import RecordKey

Keys = frozenset[RecordKey]

_KEYS = ("only", "touched", "removed")


@dataclass(frozen=True)
class Plan:
    """How a person is forgotten in every file of a store.

    The name becomes `pseudonym`, in the records of `only` if any are named. With `removing` the
    records that are about the person go, in which case they are in `removed`. `touched` are the
    records that stand otherwise in any state; `revision` is the state that this was found in.
    """

    person: str
    also: tuple[str, ...]
    pseudonym: str
    removing: bool = False
    only: Keys = frozenset()
    touched: Keys = frozenset()
    removed: Keys = frozenset()
    revision: int = 0
    at: str = ""
    user: str = ""

    def signed(self, at: datetime, user: str) -> "Plan":
        """Return the plan with who carries it out, and when."""
        return replace(self, at=at.isoformat(timespec="seconds"), user=user)

    @property
    def command(self) -> str:
        """Return what the journal says of it: how much, and nothing of whom."""
        return f"rumo store forget: записей {len(self.touched | self.removed)}"


def to_bytes(plan: Plan) -> bytes:
    """Return a plan as it is kept."""
    kept = asdict(plan)
    return orjson.dumps(kept | {name: [*map(list, sorted(kept[name]))] for name in _KEYS})


def from_bytes(content: bytes) -> Plan:
    """Return the plan that was kept; raise `ValueError` for what is none."""
    match orjson.loads(content):
        case {"only": list(), "touched": list(), "removed": list(), "also": list()} as found:
            return Plan(**found | {"also": tuple(found["also"])} | _keys(found))
    raise ValueError("not a plan")


def _keys(found: dict[str, Any]) -> dict[str, Keys]:
    return {
        name: frozenset(RecordKey(kind, number) for kind, number in found[name]) for name in _KEYS
    }
