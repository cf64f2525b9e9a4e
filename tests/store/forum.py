"""A year with one plan item, and what is done to both in the tests of older states."""

from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Transaction

OLD = "2023-2024"
FORUM: Record = {"title": "Форум", "academic_year": OLD}


def close(transaction: Transaction) -> None:
    transaction.replace(YEAR_KIND, 2023, {"closed_date": "2024-08-30"})


def reopen(transaction: Transaction) -> None:
    transaction.replace(YEAR_KIND, 2023, {})


def rename(transaction: Transaction) -> None:
    transaction.replace("plan", 1, FORUM | {"title": "Съезд"})
