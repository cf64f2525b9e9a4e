"""One entry a command, and whole commands taken back and brought back."""

from datetime import datetime, timedelta, timezone

import pytest

from rumo_cli.errors import Refused
from store.contract import Change, Entry, KindChanges, Transaction
from store.documents import Document, encoded_size
from store.entries import from_document, parted, to_document
from store.journal import redo_last, undo_last
from store.json_store import JsonStore
from tests.store.conftest import NOON
from tests.store.helpers import adding, commands_of, documents_of, rewrite

NOTHING_TO_UNDO = "Отменять нечего: в журнале нет действующих команд."
NOTHING_TO_REDO = "Возвращать нечего: последняя команда не была отменой."


def undo(store: JsonStore) -> Entry:
    return store.run(undo_last, command="rumo undo")


def redo(store: JsonStore) -> Entry:
    return store.run(redo_last, command="rumo redo")


def titles(store: JsonStore) -> dict[int, object]:
    return {number: record["title"] for number, record in store.read().all("plan").items()}


def retitling(title: str) -> Change[None]:
    return lambda transaction: transaction.replace("plan", 1, {"title": title})


def mixed_change(transaction: Transaction) -> None:
    """Add, change and remove in one command, on top of plan items 1 and 2."""
    transaction.add("plan", {"title": "новый"})
    transaction.replace("plan", 1, {"title": "другой", "done": True})
    transaction.remove("plan", 2)
    transaction.add("webinar", {"title": "вебинар"})
    transaction.open_year("2024-2025")


@pytest.fixture
def planned(store: JsonStore) -> JsonStore:
    """A store with plan items 1 and 2, added by one command."""
    store.run(adding("plan", {"title": "мел"}, {"title": "лес"}), command="rumo plan import")
    return store


def test_an_entry_keeps_what_stood_before(planned: JsonStore) -> None:
    planned.run(mixed_change, command="rumo import reg.csv")

    assert commands_of(planned)[-1] == Entry(
        id=2,
        at=NOON,
        user="ivanova",
        command="rumo import reg.csv",
        changes={
            "plan": KindChanges(
                added=(3,), changed={1: {"title": "мел"}}, removed={2: {"title": "лес"}}
            ),
            "webinar": KindChanges(added=(1,)),
            "year": KindChanges(added=(2024,)),
        },
        after=2424424392,
    )


def test_an_entry_has_the_net_of_its_command(planned: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        transaction.replace("plan", 1, {"title": "раз"})
        transaction.replace("plan", 1, {"title": "два"})
        transaction.remove("plan", transaction.add("plan", {}))
        transaction.replace("plan", 2, {"title": "три"})
        transaction.replace("plan", 2, {"title": "лес"})

    planned.run(change, command="rumo plan edit 1")

    assert commands_of(planned)[-1].changes == {"plan": KindChanges(changed={1: {"title": "мел"}})}


def test_the_oldest_entry_stands_first(planned: JsonStore) -> None:
    for number in range(2, 12):
        planned.run(adding("plan", {}), command=f"rumo plan add {number}")

    assert [entry.id for entry in commands_of(planned)] == list(range(1, 12))


def test_the_oldest_entry_stands_first_whatever_the_order_in_the_file(planned: JsonStore) -> None:
    planned.run(adding("plan", {}), command="rumo plan add")
    documents = documents_of(planned)
    rewrite(planned, documents | {"_journal": dict(reversed(documents["_journal"].items()))})

    assert [entry.id for entry in commands_of(planned)] == [1, 2]


def test_a_command_is_undone_whole(planned: JsonStore) -> None:
    planned.run(mixed_change, command="rumo import reg.csv")

    entry = undo(planned)
    state = planned.read()

    assert entry.command == "rumo import reg.csv"
    assert state.all("plan") == {1: {"title": "мел"}, 2: {"title": "лес"}}
    assert state.all("webinar") == {}
    assert state.years() == {}
    assert [(entry.undoes, entry.undone_by) for entry in commands_of(planned)] == [
        (None, None),
        (None, 3),
        (2, None),
    ]


def test_an_undone_command_is_brought_back_whole(planned: JsonStore) -> None:
    planned.run(mixed_change, command="rumo import reg.csv")
    after = [planned.read().all(kind) for kind in ("plan", "webinar", "year")]
    undo(planned)

    entry = redo(planned)
    state = planned.read()

    assert (entry.id, entry.command) == (2, "rumo import reg.csv")
    assert [state.all(kind) for kind in ("plan", "webinar", "year")] == after
    assert [(entry.undone_by, entry.redoes) for entry in commands_of(planned)] == [
        (None, None),
        (3, None),
        (4, None),
        (None, 3),
    ]


def test_undo_does_not_give_ids_back(planned: JsonStore) -> None:
    undo(planned)

    assert planned.run(adding("plan", {}), command="rumo plan add") == [3]


def test_commands_are_undone_from_the_newest_on_and_redone_in_turn(planned: JsonStore) -> None:
    for title in ("б", "в"):
        planned.run(retitling(title), command=f"rumo plan edit 1 --title {title}")
    seen = []
    for step in (undo, undo, redo, redo, undo, redo):
        step(planned)
        seen.append(titles(planned)[1])

    assert seen == ["б", "мел", "б", "в", "б", "в"]


def test_nothing_is_left_to_undo(planned: JsonStore) -> None:
    undo(planned)

    with pytest.raises(Refused) as caught:
        undo(planned)

    assert str(caught.value) == NOTHING_TO_UNDO


def test_a_store_that_is_not_there_has_nothing_to_undo(store: JsonStore) -> None:
    with pytest.raises(Refused) as caught:
        undo(store)

    assert str(caught.value) == NOTHING_TO_UNDO
    assert not store.exists()


def test_only_an_undo_is_redone(planned: JsonStore) -> None:
    with pytest.raises(Refused) as caught:
        redo(planned)

    assert str(caught.value) == NOTHING_TO_REDO


def test_another_command_ends_what_can_be_redone(planned: JsonStore) -> None:
    undo(planned)
    planned.run(adding("plan", {"title": "новый"}), command="rumo plan add")

    with pytest.raises(Refused) as caught:
        redo(planned)

    assert str(caught.value) == NOTHING_TO_REDO


def test_a_redo_is_not_redone_twice(planned: JsonStore) -> None:
    undo(planned)
    redo(planned)

    with pytest.raises(Refused) as caught:
        redo(planned)

    assert str(caught.value) == NOTHING_TO_REDO


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        ({"1": {}, "2": {}}, "plan 3, plan 2"),
        ({"3": {}}, "plan 1"),
        ({}, "plan 3, plan 1"),
    ],
)
def test_records_that_came_or_went_past_rumo_stand_in_the_way(
    planned: JsonStore, plan: dict[str, object], named: str
) -> None:
    planned.run(mixed_change, command="rumo import reg.csv")
    documents = documents_of(planned)
    rewrite(planned, documents | {"plan": plan})

    with pytest.raises(Refused) as caught:
        undo(planned)

    assert str(caught.value) == (
        "Команду 2 «rumo import reg.csv» отменить нельзя: её записи с тех пор появились "
        f"или пропали помимо rumo: {named}."
    )
    assert documents_of(planned)["plan"] == plan


def test_records_that_were_changed_past_rumo_stand_in_the_way(planned: JsonStore) -> None:
    documents = documents_of(planned)
    documents["plan"]["2"]["title"] = "другой лес"
    rewrite(planned, documents)

    with pytest.raises(Refused) as caught:
        undo(planned)

    assert str(caught.value) == (
        "Команду 1 «rumo plan import» отменить нельзя: её записи с тех пор изменены "
        "помимо rumo: plan 1, plan 2."
    )
    assert documents_of(planned) == documents


def test_an_entry_of_before_checksums_is_undone_as_it_was_then(planned: JsonStore) -> None:
    documents = documents_of(planned)
    del documents["_journal"]["1"]["after"]
    documents["plan"]["2"]["title"] = "другой лес"
    rewrite(planned, documents)

    undo(planned)

    assert titles(planned) == {}


def test_many_records_in_the_way_are_named_in_part(store: JsonStore) -> None:
    store.run(adding("plan", *[{}] * 30), command="rumo plan import")
    rewrite(store, documents_of(store) | {"plan": {}})

    with pytest.raises(Refused, match=r": plan 1, plan 2, .*, plan 10, … и ещё 20\.$"):
        undo(store)


def test_a_long_import_is_a_short_entry(store: JsonStore) -> None:
    store.run(adding("plan", *[{}] * 10_000), command="rumo plan import")

    assert documents_of(store)["_journal"]["1"]["changes"] == {"plan": {"added": [[1, 10_000]]}}
    assert len(commands_of(store)[0].changes["plan"].added) == 10_000


@pytest.mark.parametrize(
    "changes",
    [
        KindChanges(added=(1,)),
        KindChanges(added=(1, 2, 3, 5, 8, 9)),
        KindChanges(changed={10: {"a": None}, 9: {"b": ["в"]}}),
        KindChanges(added=(4,), changed={1: {}}, removed={2: {}, 3: {"n": 1}}),
    ],
)
def test_an_entry_is_given_back_as_it_was(changes: KindChanges) -> None:
    at = datetime(2024, 9, 1, 8, 30, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    entry = Entry(7, at, "петров", "rumo undo", {"plan": changes}, undoes=5, after=1 << 31)

    assert from_document(7, to_document(entry)) == entry


def journal(*sizes: int) -> dict[str, Document]:
    """Return a journal whose entries take so many bytes each in the file."""
    empty = encoded_size({"command": ""})
    return {
        str(number): {"command": "a" * (size - empty)} for number, size in enumerate(sizes, start=8)
    }


@pytest.mark.parametrize(
    ("sizes", "left", "kept"),
    [
        ([100, 100, 100, 100], [], ["8", "9", "10", "11"]),
        ([100, 100, 100, 100, 100], ["8", "9", "10"], ["11", "12"]),
        ([500, 500], [], ["8", "9"]),
        ([501, 500], ["8"], ["9"]),
        ([100, 900, 100], ["8", "9"], ["10"]),
        ([100, 501, 500], ["8", "9"], ["10"]),
        ([100, 1001], ["8", "9"], []),
        ([1001], ["8"], []),
    ],
)
def test_the_recent_journal_keeps_the_newest_entries_within_bounds(
    sizes: list[int], left: list[str], kept: list[str]
) -> None:
    assert [*map(list, parted(journal(*sizes), most=4, most_bytes=1000))] == [left, kept]


def test_an_entry_that_has_no_room_in_the_recent_journal_can_be_undone(
    store: JsonStore,
) -> None:
    store.run(adding("plan", {"title": "а" * (1 << 20)}), command="rumo plan add")
    store.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")

    undo(store)

    assert len(titles(store)) == 1
