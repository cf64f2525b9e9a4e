"""What stands in the way of taking a command back: work that would be lost, records left alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records import MODULES, all_kinds, kind_of
from rumo_cli.records.references import references, referrers
from rumo_cli.records.values import Record
from rumo_cli.text import quoted
from store.contract import YEAR_KIND, Entry, Transaction
from store.touching import RecordKey, checksum, described, keys_of, own_keys

_MOST_NAMED = 10

_NAMED_BY_WORDS = ("omo", "programme")
"""Kinds that other records name by code or title."""


def refuse_overwriting(
    transaction: Transaction, entry: Entry, later: Sequence[Entry], refusal: str
) -> None:
    """Raise `Refused` where later commands changed the records of an entry.

    `refusal` begins the messages here: «Команду 7 отменить нельзя».
    """
    own = own_keys(entry)
    touched = {each.id: own.intersection(keys_of(each)) for each in later}
    in_the_way = [each for each in later if touched[each.id]]
    if in_the_way:
        newest = {key: each for each in reversed(in_the_way) for key in touched[each.id]}
        lines = [_changed_later(transaction, key, newest[key]) for key in sorted(newest)]
        ways = ", ".join(_shortened([_way_back(each) for each in in_the_way]))
        head = f"{refusal}: её записи с тех пор изменены."
        raise Refused(_with_lines(head, lines, f"Сначала: {ways}"))


def _changed_later(transaction: Transaction, key: RecordKey, entry: Entry) -> str:
    removed = entry.changes[key.kind].removed
    record = transaction.get(*key) or removed.get(key.number, {})
    by = f"команда {entry.id} {quoted(entry.command)}, {entry.user}, {entry.at:%d.%m.%Y %H:%M}"
    return f"{described(key, record)}: {by}"


def _way_back(entry: Entry) -> str:
    return f"rumo redo {entry.id}" if entry.undoes else f"rumo undo {entry.id}"


def refuse_foreign(transaction: Transaction, entry: Entry, refusal: str) -> None:
    """Raise `Refused` where records of an entry came, went or were changed past rumo."""
    if moved := list(_out_of_place(transaction, entry)):
        raise _past_rumo(f"{refusal}: её записи с тех пор появились или пропали", moved)
    if entry.after not in (None, checksum(entry, lambda key: transaction.get(*key))):
        raise _past_rumo(f"{refusal}: её записи с тех пор изменены", sorted(own_keys(entry)))


def _past_rumo(head: str, keys: Iterable[RecordKey]) -> Refused:
    names = [" ".join(map(str, key)) for key in keys]
    return Refused(f"{head} помимо rumo: {', '.join(_shortened(names))}.")


def _out_of_place(transaction: Transaction, entry: Entry) -> Iterator[RecordKey]:
    own = own_keys(entry)
    for key in filter(own.__contains__, keys_of(entry)):
        was_removed = key.number in entry.changes[key.kind].removed
        if was_removed == (transaction.get(*key) is not None):
            yield key


def refuse_dangling(
    transaction: Transaction, entry: Entry, gone: Mapping[RecordKey, Record], refusal: str
) -> None:
    """Raise `Refused` where records name those `gone`, or where those of an entry name nothing.

    To be asked once the entry is reversed: the transaction is given up then.
    """
    lines = [
        *_in_years_gone(transaction, gone),
        *_naming_by_id(transaction, gone),
        *_naming_by_words(transaction, gone),
        *_naming_nothing(transaction, entry),
    ]
    if lines:
        head = f"{refusal}: не хватило бы записей, на которые ссылаются."
        foot = "Сначала измените или удалите их либо верните недостающее."
        raise Refused(_with_lines(head, list(dict.fromkeys(lines)), foot))


def _in_years_gone(transaction: Transaction, gone: Iterable[RecordKey]) -> Iterator[str]:
    for key in gone:
        if key.kind == YEAR_KIND and transaction.get(*key) is None:
            year = str(AcademicYear(key.number))
            number = sum(transaction.counts(kind).get(year, 0) for kind in MODULES)
            if number:
                yield f"записи {year} учебного года: {number}"


def _naming_by_id(transaction: Transaction, gone: Collection[RecordKey]) -> Iterator[str]:
    for kind in all_kinds().values():
        if kind.id_fields or kind.link_fields:
            for number, record in transaction.all(kind.key).items():
                if any((other, named) in gone for _, other, named in references(kind, record)):
                    yield described(RecordKey(kind.key, number), record)


def _naming_by_words(transaction: Transaction, gone: Mapping[RecordKey, Record]) -> Iterator[str]:
    years = tuple(transaction.years())
    for key, record in gone.items():
        if key.kind in _NAMED_BY_WORDS:
            for each in referrers(
                kind_of(key.kind), key.number, record, lambda kind: transaction.all(kind, years)
            ):
                yield described(RecordKey(each.kind.key, each.number), each.record)


def _naming_nothing(transaction: Transaction, entry: Entry) -> Iterator[str]:
    for key in keys_of(entry):
        record = transaction.get(*key) or {}
        for _, other, number in references(kind_of(key.kind), record):
            if transaction.get(other, number) is None:
                yield f"{described(key, record)}: нет {other} {number}"


def _with_lines(head: str, lines: Sequence[str], foot: str) -> str:
    return "\n  ".join([head, *_shortened(lines)]) + f"\nНичего не изменено. {foot}"


def _shortened(names: Sequence[str]) -> list[str]:
    """Return the names that a message has room for."""
    more = len(names) - _MOST_NAMED
    return [*names[:_MOST_NAMED], *([f"… и ещё {more}"] if more > 0 else [])]
