"""Many commands at once: every one of them counts."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

from store.journal import undo_last
from store.json_store import JsonStore
from tests.store.conftest import NOON
from tests.store.helpers import adding, commands_of

PROCESSES = 20
ROUNDS = 5


def add_one(directory: Path, start: Barrier, number: int) -> None:
    store = JsonStore(directory, clock=lambda: NOON, user="ivanova", wait=60)
    start.wait()
    store.run(adding("webinar", {"number": number}), command=f"rumo webinar add {number}")


def read_often(directory: Path, start: Barrier) -> None:
    store = JsonStore(directory, clock=lambda: NOON, user="cron", wait=0)
    start.wait()
    for _ in range(50):
        numbers = store.read().all("webinar")
        assert list(numbers) == list(range(1, len(numbers) + 1))


def test_twenty_commands_at_once_lose_nothing(store: JsonStore, directory: Path) -> None:
    for round_number in range(ROUNDS):
        start = multiprocessing.Barrier(PROCESSES)
        numbers = range(round_number * PROCESSES, (round_number + 1) * PROCESSES)
        run_together([(add_one, (directory, start, number)) for number in numbers])

    state = store.read()
    added = {record["number"] for record in state.all("webinar").values()}
    assert added == set(range(PROCESSES * ROUNDS))
    assert list(state.all("webinar")) == list(range(1, PROCESSES * ROUNDS + 1))
    assert len(commands_of(store)) == PROCESSES * ROUNDS


def test_readers_beside_writers_see_whole_states(store: JsonStore, directory: Path) -> None:
    store.run(adding("webinar", {"number": 0}), command="rumo webinar add")
    start = multiprocessing.Barrier(12)

    run_together(
        [(read_often, (directory, start)) for _ in range(4)]
        + [(add_one, (directory, start, number)) for number in range(1, 9)]
    )

    assert len(store.read().all("webinar")) == 9


def undo_one(directory: Path, start: Barrier) -> None:
    store = JsonStore(directory, clock=lambda: NOON, user="ivanova", wait=60)
    start.wait()
    store.run(undo_last, command="rumo undo")


def test_commands_undone_at_once_are_each_undone_once(store: JsonStore, directory: Path) -> None:
    for number in range(PROCESSES):
        store.run(adding("webinar", {"number": number}), command="rumo webinar add")
    start = multiprocessing.Barrier(PROCESSES)

    run_together([(undo_one, (directory, start)) for _ in range(PROCESSES)])

    undone = [entry.undoes for entry in commands_of(store) if entry.undoes is not None]
    assert store.read().all("webinar") == {}
    assert sorted(undone) == list(range(1, PROCESSES + 1))


Task = tuple[Callable[..., None], tuple[object, ...]]


def run_together(tasks: list[Task]) -> None:
    """Run each task in a process of its own; every one must end well."""
    processes = [multiprocessing.Process(target=target, args=given) for target, given in tasks]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * len(tasks)
