"""A summary: records of a year in groups, each group counted, and all of them counted once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from rumo_cli.records.values import Record, Value

Item = TypeVar("Item")


class Group(NamedTuple):
    """A group of a summary: its key in JSON, its name for people, its place among the others."""

    key: str
    label: str
    order: tuple[object, ...]


@dataclass(frozen=True)
class Summary:
    """The counted groups of a year's records; where groups overlap, the total counts each once.

    `more` is what the document has beside the groups.
    """

    year: str
    as_of: date
    by: str
    rows: tuple[Record, ...]
    total: Record
    more: Mapping[str, Record] = field(default_factory=dict)

    def document(self) -> dict[str, object]:
        """Return the summary as JSON shows it."""
        return {
            "year": self.year,
            "as_of": self.as_of.isoformat(),
            "by": self.by,
            "rows": list(self.rows),
            "total": self.total,
            **self.more,
        }


NOT_NAMED = Group("", "не указано", (1,))
"""The group of records that the grouping has no value for."""


def summarize(
    year: str,
    as_of: date,
    by: str,
    items: Sequence[Item],
    groups_of: Callable[[Item], Iterable[Group]],
    count: Callable[[Sequence[Item]], Record],
) -> Summary:
    """Group what is counted, records or what holds one; count each group, and all together."""
    groups: defaultdict[Group, list[Item]] = defaultdict(list)
    for item in items:
        for group in dict.fromkeys(groups_of(item)):
            groups[group].append(item)
    rows = tuple(
        {"key": group.key, "label": group.label, **count(members)}
        for group, members in sorted(groups.items(), key=lambda each: each[0].order)
    )
    return Summary(year, as_of, by, rows, count(items))


def of_status(records: Iterable[Record], status: str) -> list[Record]:
    """Return the records of a status."""
    return [record for record in records if record.get("status") == status]


def percent(part: int, whole: int) -> float | None:
    """Return `part` as a percentage of `whole` to one decimal; None where `whole` is 0."""
    return round(100 * part / whole, 1) if whole else None


def texts_of(value: Value) -> list[str]:
    """Return the texts of a value: its items, itself, or nothing."""
    if isinstance(value, list):
        return value
    return [str(value)] if value else []


def number(value: Value) -> int:
    """Return a number that a record may lack: 0 where it does."""
    return value if isinstance(value, int) else 0
