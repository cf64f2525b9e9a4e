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
        self._by_key: dict[Key, list[int]] = {}
        self._remainders: _Remainders | None = None
        for number, record in records.items():
            self.enter(number, record)

    def enter(self, number: int, record: Record, keys: tuple[Key, ...] | None = None) -> None:
        """Take in a record under its id; `keys` are its natural keys where they are known."""
        self._records[number] = record
        for key in keys or self.keys(record):
            numbers = self._by_key.setdefault(key, [])
            if number not in numbers:
                numbers.append(number)
        if self._remainders is not None:
            self._remainders.enter(number, record)

    def keys(self, record: Record) -> tuple[Key, ...]:
        """Return the natural keys of a record, the surest first."""
        return tuple(self._kind.keys(record))

    def find(
        self, record: Record, keys: tuple[Key, ...] | None = None, *, whole: bool = False
    ) -> int | None:
        """Return the id of the record that has the same natural key.

        Unless the key must be `whole`, the only record will do that has all of it but the part
        which one of the two lacks: an attendance register without associations means the webinar
        of its title and day.

        Of several that of which the key is the surest is meant: a webinar on its day before one
        that was moved from that day. Where the key is the surest of none, it tells of none.
        """
        for key in keys or self.keys(record):
            alike = self._by_key.get(key)
            if alike is None:
                continue
            same = [each for each in alike if self._kind.same(self._records[each], record)]
            if len(same) > 1:
                same = [each for each in same if self.keys(self._records[each])[0] == key]
            if same:
                return same[0]
        return None if whole else self._find_by_rest_of_key(record)

    def _find_by_rest_of_key(self, record: Record) -> int | None:
        if self._remainders is None:
            self._remainders = _Remainders(self._kind, self._records)
        return self._remainders.find(record)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._records)

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
        kinship = self._kind.kin(record) if self._kin else None
        return [] if kinship is None else self._kin.get(kinship, [])


class _Remainders:
    """The records of a kind by their natural key but for the part that many files leave out."""

    def __init__(self, kind: Kind, records: Mapping[int, Record]) -> None:
        self._kind = kind
        self._by_key: defaultdict[Key, dict[int, Record]] = defaultdict(dict)
        for number, record in records.items():
            self.enter(number, record)

    def enter(self, number: int, record: Record) -> None:
        """Take in a record under its id."""
        rest = self._kind.rest_of_key(record)
        if rest is not None:
            self._by_key[rest.key][number] = record

    def find(self, record: Record) -> int | None:
        """Return the only record that can be meant where one of the two lacks the part."""
        rest = self._kind.rest_of_key(record)
        alike = self._by_key.get(rest.key, {}) if rest else {}
        found = [number for number, each in alike.items() if self._kind.same(each, record)]
        if rest is None or len(found) != 1:
            return None
        other = self._kind.rest_of_key(alike[found[0]])
        lacking = rest.part is None or other is None or other.part is None
        return found[0] if lacking else None
