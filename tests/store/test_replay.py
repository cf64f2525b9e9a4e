"""Commands in any order, taken back and brought back by number: journal and records agree."""

import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rumo_cli.errors import Refused
from rumo_cli.records.values import Record
from store import entries, history
from store.contract import Snapshot, Transaction
from store.journal import redo_command, undo_command
from store.json_store import JsonStore
from store.replay import contradictions
from store.steps import steps
from tests.lives import lives
from tests.store.conftest import NOON
from tests.store.helpers import adding, commands_of, documents_of, rewrite

KINDS = ("omo", "webinar")

State = dict[tuple[str, int], Record]


@pytest.fixture(scope="module", autouse=True)
def short_files() -> Iterator[None]:
    """Let commands go to the history soon, in many files; a power cut is not asked about here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries.parted, "__defaults__", (4, 600))
        patch.setattr(history, "FILE_BYTES", 500)
        patch.setattr("os.fsync", lambda _: None)
        yield


def state_of(snapshot: Snapshot) -> State:
    return {
        (kind, number): dict(record)
        for kind in KINDS
        for number, record in snapshot.all(kind).items()
    }


def replayed(snapshot: Snapshot) -> State:
    """Return what the commands of the journal lead to, carried out from an empty store on."""
    state: State = {}
    for step in reversed(list(steps(snapshot, snapshot.journal()))):
        assert state.pop(step.key, None) == step.before
        if step.after is not None:
            state[step.key] = step.after
    return state


class Done(NamedTuple):
    """A command of the model: what stood of its records before it, and after it."""

    before: dict[tuple[str, int], Record | None]
    after: dict[tuple[str, int], Record | None]


class ByNumber(RuleBasedStateMachine):
    """A store beside a dictionary, and a plain list of what each command did to it.

    The model carries each command out on the dictionary whenever its records stand exactly as the
    command left them (undo) or found them (redo), and nothing else touched them in between.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = JsonStore(Path(self.folder.name), clock=lambda: NOON, user="anna", wait=5)
        self.state: State = {}
        self.done: dict[int, Done] = {}
        self.log: list[tuple[int, set[tuple[str, int]]]] = []
        self.undone: set[int] = set()

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(data=st.data())
    def command(self, data: st.DataObject) -> None:
        before = deepcopy(self.state)

        def change(transaction: Transaction) -> None:
            for _ in range(data.draw(st.integers(1, 3))):
                self.act(transaction, data)

        self.store.run(change, command="rumo")
        keys = [key for key in before | self.state if before.get(key) != self.state.get(key)]
        if keys:
            self.log.append((len(self.log) + 1, set(keys)))
            self.done[len(self.log)] = Done(
                {key: before.get(key) for key in keys}, {key: self.state.get(key) for key in keys}
            )

    def act(self, transaction: Transaction, data: st.DataObject) -> None:
        standing = sorted(self.state)
        what = data.draw(st.sampled_from(["add", "replace", "remove"] if standing else ["add"]))
        record: Record = {"code": data.draw(st.sampled_from("абв"))}
        if what == "add":
            kind = data.draw(st.sampled_from(KINDS))
            self.state[kind, transaction.add(kind, record)] = record
            return
        key = data.draw(st.sampled_from(standing))
        if what == "replace":
            transaction.replace(*key, record)
            self.state[key] = record
        else:
            transaction.remove(*key)
            del self.state[key]

    def untouched_since(self, number: int) -> bool:
        """Tell whether all that touched the records of a command since then cancels out."""
        keys = self.done[number].before.keys()
        last = max(place for place, (which, _) in enumerate(self.log) if which == number)
        since = [which for which, touched in self.log[last + 1 :] if touched & keys]
        return all(since.count(which) % 2 == 0 for which in since)

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def take_back_or_bring_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.done)))
        back = data.draw(st.booleans())
        allowed = (number in self.undone) != back and self.untouched_since(number)
        change = undo_command(number) if back else redo_command(number)
        if not allowed:
            with pytest.raises(Refused):
                self.store.run(change, command="rumo undo")
            return
        assert self.store.run(change, command="rumo undo").id == number
        self.undone ^= {number}
        self.log.append((number, set(self.done[number].before)))
        for key, record in (self.done[number].before if back else self.done[number].after).items():
            self.state.pop(key, None)
            if record is not None:
                self.state[key] = record

    @invariant()
    def the_store_is_the_model_and_the_journal_leads_to_it(self) -> None:
        if self.log:
            snapshot = self.store.read()
            assert state_of(snapshot) == self.state
            assert replayed(snapshot) == self.state
            assert list(contradictions(snapshot, KINDS)) == []
            ids = [entry.id for entry in commands_of(self.store)]
            assert ids == list(range(1, len(self.log) + 1))


TestByNumber = ByNumber.TestCase
TestByNumber.settings = lives(60, 25)


@pytest.fixture
def kept(store: JsonStore) -> JsonStore:
    store.run(adding("omo", {"code": "а"}, {"code": "б"}), command="rumo omo import")
    store.run(lambda tx: tx.replace("omo", 1, {"code": "в"}), command="rumo omo edit 1")
    store.run(lambda tx: tx.remove("omo", 2), command="rumo omo remove 2")
    return store


def told(store: JsonStore) -> list[tuple[int | None, object]]:
    return [
        (each.entry and each.entry.id, each.key and tuple(each.key))
        for each in contradictions(store.read(), KINDS)
    ]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ({"1": {"code": "в"}}, []),
        ({"1": {"code": "г"}}, [(2, None)]),
        ({"1": {"code": "в"}, "2": {"code": "б"}}, [(3, ("omo", 2)), (3, None)]),
        ({}, [(2, ("omo", 1)), (2, None)]),
        ({"1": {"code": "в"}, "9": {"code": "а"}}, [(None, ("omo", 9))]),
    ],
)
def test_what_the_journal_does_not_account_for_is_found(
    kept: JsonStore, table: Any, found: list[object]
) -> None:
    documents = documents_of(kept) | {"omo": table}
    documents["_meta"]["1"]["counters"]["omo"] = 9
    rewrite(kept, documents)

    assert told(kept) == found


def test_a_journal_that_lost_its_beginning_accounts_for_less(kept: JsonStore) -> None:
    documents = documents_of(kept)
    del documents["_journal"]["1"]
    documents["_meta"]["1"]["counters"]["omo"] = 9
    documents["omo"]["9"] = {"code": "а"}
    rewrite(kept, documents)

    assert told(kept) == []
