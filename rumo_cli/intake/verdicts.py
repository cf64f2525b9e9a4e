"""What an import does with each row once it meets the records of the store."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import count

from rumo_cli.calendar.days_off import OwnDays
from rumo_cli.intake.clashes import Clashes
from rumo_cli.intake.copied_ids import part_copies, title_of
from rumo_cli.intake.problems import Problem
from rumo_cli.intake.registers import Register
from rumo_cli.intake.rows import Incoming
from rumo_cli.records import kind_of
from rumo_cli.records.doubts import on_days_off
from rumo_cli.records.kind import Key, Kind, compact
from rumo_cli.records.matching import Index, Kinship
from rumo_cli.records.merging import merge
from rumo_cli.records.references import AllOf
from rumo_cli.records.values import Record

MOST_KIN = 3
"""How many records a warning names before it only counts the rest."""


class Action(Enum):
    """What happens with a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    REPEATED = "repeated"


_WRITTEN = (Action.ADDED, Action.UPDATED)


@dataclass(slots=True)
class Verdict:
    """What happens with one row: the record as it will stand, and what changes in it."""

    action: Action
    incoming: Incoming
    record: Record = field(default_factory=dict)
    number: int | None = None
    """The id of the record; negative for one that the same import adds."""
    before: Record | None = None
    changed: tuple[str, ...] = ()
    warnings: list[Problem] = field(default_factory=list)


@dataclass
class Settled:
    """The verdicts on one register, and the records of other kinds that it brings along."""

    register: Register
    verdicts: list[Verdict]
    brought: list[tuple[str, Record]] = field(default_factory=list)

    def count(self, action: Action) -> int:
        """Return how many rows have this verdict."""
        return sum(1 for verdict in self.verdicts if verdict.action is action)

    @property
    def also(self) -> dict[str, int]:
        """Return how many records of other kinds are added."""
        return dict(Counter(kind for kind, _ in self.brought))

    @property
    def warnings(self) -> list[Problem]:
        """Return everything doubtful, in the order of the rows."""
        found = [*self.register.warnings]
        for verdict in self.verdicts:
            found += verdict.incoming.warnings + verdict.warnings
        return sorted(found, key=lambda problem: problem.row)

    @property
    def errors(self) -> list[Problem]:
        """Return everything wrong, in the order of the rows."""
        return [problem for verdict in self.verdicts for problem in verdict.incoming.errors]


class Settler:
    """Holds the records of the store, and those that earlier rows of the import add, at hand."""

    def __init__(self, all_of: AllOf, own_days: OwnDays | None = None) -> None:
        self._all_of = all_of
        self._own_days = own_days
        self._tables: dict[str, _Table] = {}
        self._added: dict[int, Verdict] = {}
        self._new_numbers = count(-1, -1)

    def settle(self, register: Register) -> Settled:
        """Return the verdict on each row of a register."""
        kind = register.kind
        table = self._table(kind)
        table.fresh.clear()
        part_copies(kind, register.incoming, table.records)
        settled = Settled(register, [])
        for incoming in register.incoming:
            verdict = self._judge(table, incoming)
            settled.verdicts.append(verdict)
            if verdict.action in _WRITTEN:
                for key, brought in kind.brings(verdict.record):
                    self._bring(settled, key, brought)
        return settled

    def _judge(self, table: "_Table", incoming: Incoming) -> Verdict:
        if incoming.errors:
            return Verdict(Action.REFUSED, incoming)
        if incoming.repeats:
            return Verdict(Action.REPEATED, incoming)
        keys = incoming.keys or table.index.keys(incoming.record)
        found = table.find(incoming.record, keys)
        verdict = (
            self._add(table, incoming, keys)
            if found is None
            else self._update(table, incoming, found)
        )
        clashes = table.clashes.said(verdict.number or 0, verdict.record)
        for message in clashes + on_days_off(table.kind, verdict.record, self._own_days):
            verdict.warnings.append(Problem.at(incoming.laid.source, message))
        return verdict

    def _add(self, table: "_Table", incoming: Incoming, keys: tuple[Key, ...]) -> Verdict:
        record = compact(table.kind.defaults | incoming.record)
        record.pop("id", None)
        number = next(self._new_numbers)
        verdict = Verdict(Action.ADDED, incoming, record, number)
        kin = table.kin(record)
        if kin:
            verdict.warnings.append(Problem.at(incoming.laid.source, _looks_moved(table.kind, kin)))
        table.index.enter(number, record, keys)
        table.fresh.add(number)
        self._added[number] = verdict
        return verdict

    def _update(self, table: "_Table", incoming: Incoming, number: int) -> Verdict:
        before = table.index.record(number)
        merged = merge(table.kind, before, incoming.record)
        warnings = [Problem.at(incoming.laid.source, note) for note in merged.notes]
        action = Action.UPDATED if merged.changed else Action.UNCHANGED
        if merged.changed:
            table.index.enter(number, merged.record)
        if number in self._added:
            # An earlier file of the same call adds the record: it is written as it stands now.
            self._added[number].record = merged.record
        return Verdict(action, incoming, merged.record, number, before, merged.changed, warnings)

    def _bring(self, settled: Settled, key: str, brought: Record) -> None:
        table = self._table(kind_of(key))
        if table.index.find(brought) is None:
            table.index.enter(next(self._new_numbers), brought)
            settled.brought.append((key, compact(table.kind.defaults | brought)))

    def _table(self, kind: Kind) -> "_Table":
        if kind.key not in self._tables:
            self._tables[kind.key] = _Table(kind, self._all_of(kind.key))
        return self._tables[kind.key]


class _Table:
    """The records of one kind, found by key, by kinship and by what they may clash over."""

    def __init__(self, kind: Kind, records: Mapping[int, Record]) -> None:
        self.kind = kind
        self.records = records
        self.index = Index(kind, records)
        self.clashes = Clashes(kind, records)
        self._kinship = Kinship(kind, records)
        self.fresh: set[int] = set()
        """The records that this register adds: its rows are told apart before they come here."""

    def find(self, record: Record, keys: tuple[Key, ...]) -> int | None:
        """Return the record that is meant: by rumo's own id, else by natural key.

        An id of another store leads to a record of another title, and the key to the one meant.
        """
        number = record.get("id")
        known = number if isinstance(number, int) and number in self.records else None
        if known is not None and title_of(self.kind, record) == title_of(
            self.kind, self.records[known]
        ):
            return known
        if len(self.fresh) == len(self.index):
            return known
        found = self.index.find(record, keys)
        return known if found is None or found in self.fresh else found

    def kin(self, record: Record) -> list[int]:
        """Return the stored records that are alike on other days."""
        day = record.get(self.kind.date or "")
        kin = self._kinship.of(record)
        if not kin:
            return []
        return [each for each in kin if self.records[each].get(self.kind.date or "") != day]


def _looks_moved(kind: Kind, kin: Sequence[int]) -> str:
    if len(kin) == 1:
        return f"похоже на {kind.names.one} {kin[0]}: перенос?"
    named = ", ".join(map(str, kin[:MOST_KIN]))
    more = f" и ещё {len(kin) - MOST_KIN}" if len(kin) > MOST_KIN else ""
    return f"похоже на записи {named}{more}: перенос?"
