"""Records of several kinds in one summary."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rumo_cli.records.values import Record


class Member(NamedTuple):
    """A record among those of other kinds."""

    kind: str
    record: Record


def of_kind(members: Iterable[Member], kind: str) -> Sequence[Record]:
    """Return the records of one kind."""
    return [member.record for member in members if member.kind == kind]
