"""One writer at a time; readers wait for nobody."""

import multiprocessing
import os
import platform
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from rumo_cli.errors import StoreBusy
from store.contract import Transaction
from store.json_store import JsonStore
from tests.store.conftest import NOON, OpenStore
from tests.store.helpers import adding, names_in


def hold(directory: Path, report: Connection) -> None:
    """Hold the lock of a store until the process is killed."""

    def change(transaction: Transaction) -> None:
        transaction.add("webinar", {"title": "недописанный"})
        report.send(os.getpid())
        time.sleep(600)

    store = JsonStore(directory, clock=lambda: NOON, user="cron", wait=30)
    store.run(change, command="rumo import реестр.csv")


@pytest.fixture
def holder(store: JsonStore, directory: Path) -> Iterator[BaseProcess]:
    """Another process in the middle of a command, on a store with one record."""
    store.run(adding("webinar", {"title": "первый"}), command="rumo webinar add")
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=hold, args=(directory, sender))
    process.start()
    sender.close()
    assert receiver.recv() == process.pid
    yield process
    process.kill()
    process.join()
    process.close()


def test_a_writer_that_waits_too_long_is_told_who_writes(
    holder: BaseProcess, open_at: OpenStore, directory: Path
) -> None:
    with pytest.raises(StoreBusy) as caught:
        open_at(wait=0.05).run(adding("webinar", {}), command="rumo webinar add")

    assert str(caught.value) == (
        f"Хранилище занято: {directory}. Его держит команда «rumo import реестр.csv» "
        f"(пользователь cron, компьютер {platform.node()}, процесс {holder.pid}, "
        "с 15.10.2024 12:00:00). Ожидание: 0.05 с. Повторите позже; если та команда зависла, "
        "завершите её процесс."
    )


@pytest.mark.usefixtures("holder")
@pytest.mark.parametrize("card", [None, "", "[]", '{"user": "x"}'])
def test_a_writer_whose_name_is_lost_is_another_command(
    open_at: OpenStore, directory: Path, card: str | None
) -> None:
    path = directory / "store.json.holder"
    path.unlink()
    if card is not None:
        path.write_text(card, encoding="utf-8")

    with pytest.raises(StoreBusy) as caught:
        open_at(wait=0.05).run(adding("webinar", {}), command="rumo webinar add")

    assert f"{directory}. Его держит другая команда. Ожидание: 0.05 с." in str(caught.value)


@pytest.mark.usefixtures("holder")
def test_a_reader_sees_the_state_before_and_waits_for_nobody(store: JsonStore) -> None:
    assert store.read().all("webinar") == {1: {"title": "первый"}}


def test_a_killed_writer_frees_the_store_and_leaves_the_old_state(
    holder: BaseProcess, store: JsonStore
) -> None:
    holder.kill()

    assert store.run(adding("webinar", {"title": "второй"}), command="rumo webinar add") == [2]
    assert store.read().all("webinar") == {1: {"title": "первый"}, 2: {"title": "второй"}}
    assert names_in(store) == {"store.json", "store.json.bak", "store.json.lock"}


def test_a_holder_that_cannot_be_named_does_not_stop_the_command(
    store: JsonStore, directory: Path
) -> None:
    (directory / "store.json.holder").mkdir(parents=True)

    assert store.run(adding("webinar", {}), command="rumo webinar add") == [1]
