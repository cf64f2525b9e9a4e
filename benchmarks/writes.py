"""Commands of every sort, the same ones for the same number and state of the store."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from rumo_cli.errors import NotFound, Refused
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Transaction
from store.journal import redo_last, undo_command, undo_last
from store.json_store import JsonStore

KINDS = ("omo", "plan", "webinar")
YEARS = ("2023-2024", "2024-2025")
_BEGINNING = datetime(2024, 9, 1, tzinfo=UTC)

Write = Callable[[Transaction, Random], object]


def carry_out(directory: Path, number: int) -> None:
    """Carry out the command of a number; each comes a quarter of an hour after the one before.

    What may not be done as the store stands is done by none who tries, and counts as carried out.
    """
    chance = Random(number)
    write = chance.choices(_WRITES, _SHARES)[0]
    store = JsonStore(
        directory, clock=lambda: _BEGINNING + number * timedelta(minutes=15), user="a", wait=60
    )
    try:
        store.run(lambda transaction: write(transaction, chance), command=f"rumo {number}")
    except (NotFound, Refused) as error:
        if str(error).startswith("Не записано"):
            raise


def begin(directory: Path, size: int) -> None:
    """Make a store with so many webinars in each of two years."""
    store = JsonStore(directory, clock=lambda: _BEGINNING, user="a", wait=60)

    def change(transaction: Transaction) -> None:
        for year in YEARS:
            transaction.open_year(year)
            for number in range(size):
                transaction.add("webinar", _record(number, year))

    store.run(change, command="rumo webinar import")


def _record(number: int, year: str) -> Record:
    return {"title": f"Практика и опыт, занятие № {number}", "academic_year": year}


def _add(transaction: Transaction, chance: Random) -> None:
    kind = chance.choice(KINDS)
    transaction.add(kind, _record(chance.randrange(1000), chance.choice(YEARS)))


def _import(transaction: Transaction, chance: Random) -> None:
    for _ in range(chance.randrange(2, 60)):
        _add(transaction, chance)


def _edit(transaction: Transaction, chance: Random) -> None:
    for kind, number in _some(transaction, chance):
        record = transaction.get(kind, number) or {}
        transaction.replace(kind, number, record | {"title": f"Тема {chance.randrange(1000)}"})


def _remove(transaction: Transaction, chance: Random) -> None:
    for kind, number in _some(transaction, chance):
        transaction.remove(kind, number)


def _some(transaction: Transaction, chance: Random) -> list[tuple[str, int]]:
    standing = [(kind, number) for kind in KINDS for number in transaction.all(kind)]
    return chance.sample(standing, min(len(standing), chance.randrange(1, 20)))


def _undo_earlier(transaction: Transaction, chance: Random) -> None:
    newest = next(transaction.journal()).id
    undo_command(max(1, newest - chance.randrange(300)))(transaction)


def _close_or_reopen(transaction: Transaction, chance: Random) -> None:
    year = chance.choice(YEARS)
    transaction.open_year(year)
    settings = dict(transaction.years()[year])
    if settings.pop("closed_date", None) is None:
        settings["closed_date"] = "2025-08-29"
    transaction.replace(YEAR_KIND, int(year[:4]), settings)


_WRITES: tuple[Write, ...] = (
    _add,
    _import,
    _edit,
    _remove,
    _close_or_reopen,
    _undo_earlier,
    lambda transaction, _: undo_last(transaction),
    lambda transaction, _: redo_last(transaction),
)
_SHARES = (20, 10, 20, 20, 10, 5, 10, 5)
