"""What speaks against a record beside those that came before it."""

from collections import defaultdict
from collections.abc import Mapping

from rumo_cli.records.kind import Key, Kind
from rumo_cli.records.values import Record


class Clashes:
    """The records of a kind by what only one of them can have at a time."""

    def __init__(self, kind: Kind, records: Mapping[int, Record]) -> None:
        self._kind = kind
        self._held: defaultdict[Key, dict[int, Record]] = defaultdict(dict)
        self._keys: dict[int, Key] = {}
        for number, record in records.items():
            self._enter(number, record)

    def said(self, number: int, record: Record) -> list[str]:
        """Return what the earlier records say against one, and take it in."""
        self._enter(number, record)
        key = self._keys.get(number)
        if key is None or len(self._held[key]) == 1:
            return []
        place = _order(number)
        earlier = [each for other, each in self._held[key].items() if _order(other) < place]
        return self._kind.clashes(record, earlier)

    def _enter(self, number: int, record: Record) -> None:
        before, now = self._keys.pop(number, None), self._kind.clashes_over(record)
        if before is None and now is None:
            return
        if before is not None:
            del self._held[before][number]
        if now is not None:
            self._keys[number] = now
            self._held[now][number] = record


def _order(number: int) -> tuple[bool, int]:
    """Return the order in which records came: ids first, then what this import adds."""
    return number < 0, abs(number)
