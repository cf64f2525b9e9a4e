"""Many processes at once, in small; and that the check would see what should not be."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from benchmarks.concurrency import Typed, check, outcomes, trial
from store.contract import Transaction
from store.json_store import JsonStore
from tests.store.conftest import NOON
from tests.store.faults import needs_fork

ADD, EDIT = Typed("0-1", "add", 0, 0, ""), Typed("0-2", "edit", 1, 0, "")


@needs_fork
def test_commands_of_four_processes_all_count(tmp_path: Path) -> None:
    counts = trial(tmp_path / "store", processes=4, commands=5, readers=1)

    assert counts["states read, each whole"] > 0
    assert sum(number for name, number in counts.items() if ":" in name) == 20


def test_outcomes_are_counted_by_verb() -> None:
    assert outcomes([ADD, ADD, EDIT._replace(code=3)]) == {("add", True): 2, ("edit", False): 1}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one webinar that was added and edited."""
    run_as(tmp_path / "store", "0-1", lambda tx: tx.add("webinar", {"title": "0-1"}))
    run_as(tmp_path / "store", "0-2", lambda tx: tx.replace("webinar", 1, {"title": "0-2"}))
    return tmp_path / "store"


def run_as(store: Path, user: str, change: Callable[[Transaction], object]) -> None:
    JsonStore(store, clock=lambda: NOON, user=user, wait=5).run(change, command="rumo")


def test_what_the_commands_lead_to_is_in_order(store: Path) -> None:
    check([ADD, EDIT], JsonStore(store, clock=lambda: NOON, user="a", wait=5).read())


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ([ADD], "commands in the journal"),
        ([ADD, EDIT, EDIT._replace(user="0-3")], "commands in the journal"),
        ([ADD, EDIT._replace(code=1)], "commands in the journal"),
        ([ADD, EDIT._replace(verb="remove")], "titles of the records"),
        ([ADD, EDIT._replace(verb="add")], "titles of the records"),
    ],
)
def test_what_they_do_not_lead_to_is_noticed(store: Path, typed: list[Typed], wrong: str) -> None:
    snapshot = JsonStore(store, clock=lambda: NOON, user="a", wait=5).read()

    with pytest.raises(click.ClickException, match=f"^not as the commands lead to: {wrong}$"):
        check(typed, snapshot)
