"""Which record an incoming one is: found by natural key among those that are there."""

from collections import defaultdict
from collections.abc import Mapping

from rumo_cli.records.kind import Key, Kind
from rumo_cli.records.values import Record


class Index:
    """The records of a kind by natural key."""

    def __init__(self, kind: Kind, records: Mapping[int, Record]) -> None:
        self._kind = kind
        self._records: dict[int, Record] = {}
        self._by_key: defaultdict[Key, list[int]] = defaultdict(list)
        for number, record in records.items():
            self.enter(number, record)

    def enter(self, number: int, record: Record, keys: tuple[Key, ...] | None = None) -> None:
        """Take in a record under its id; `keys` are its natural keys where they are known."""
        self._records[number] = record
        for key in keys or self.keys(record):
            numbers = self._by_key[key]
            if number not in numbers:
                numbers.append(number)

    def keys(self, record: Record) -> tuple[Key, ...]:
        """Return the natural keys of a record, the surest first."""
        return tuple(self._kind.keys(record))

    def find(self, record: Record, keys: tuple[Key, ...] | None = None) -> int | None:
        """Return the id of the record that has the same natural key.

        Of several that of which the key is the surest goes first: a webinar on its day before
        one that was moved from that day.
        """
        for key in keys or self.keys(record):
            alike = self._by_key.get(key)
            same = [each for each in alike or () if self._kind.same(self._records[each], record)]
            if len(same) > 1:
                return min(same, key=lambda each: key != self.keys(self._records[each])[0])
            if same:
                return same[0]
        return None

    def record(self, number: int) -> Record:
        """Return a record by id."""
        return self._records[number]


class Kinship:
    """The records of a kind that are alike without being the same: one title on other days."""

    def __init__(self, kind: Kind, records: Mapping[int, Record]) -> None:
        self._kind = kind
        self._kin: defaultdict[Key, list[int]] = defaultdict(list)
        for number, record in records.items():
            kinship = kind.kin(record)
            if kinship is not None:
                self._kin[kinship].append(number)

    def of(self, record: Record) -> list[int]:
        """Return the ids of the kin of a record."""
        kinship = self._kind.kin(record)
        return [] if kinship is None else self._kin.get(kinship, [])
