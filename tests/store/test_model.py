"""Any run of commands, undos and redos leaves what a dictionary would hold."""

import copy
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rumo_cli.errors import Refused
from rumo_cli.records.values import FORBIDDEN, LARGEST_INTEGER, Record, Value
from store.contract import Transaction
from store.documents import check, decode, encode, new_documents
from store.journal import redo_last, undo_last
from store.json_store import JsonStore
from tests.lives import lives
from tests.store.conftest import NOON

pytestmark = pytest.mark.usefixtures("unsynced")

KINDS = ("plan", "webinar")


@pytest.fixture(scope="module")
def unsynced() -> Iterator[None]:
    """What the disk holds after a power cut is not asked here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


texts = st.text(max_size=8).filter(lambda text: not FORBIDDEN.search(text))
values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-LARGEST_INTEGER, LARGEST_INTEGER),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
    st.lists(texts, max_size=3),
)
records = st.dictionaries(st.sampled_from(["a", "b", "c"]), values, max_size=3)
operations = st.tuples(
    st.sampled_from(["add", "replace", "remove"]), st.sampled_from(KINDS), st.integers(0), records
)
programs = st.lists(operations, max_size=6)

State = dict[str, dict[int, Record]]


def composed(record: Record) -> Record:
    def kept(value: Value) -> Value:
        if isinstance(value, list):
            return [normalize("NFC", text) for text in value]
        return normalize("NFC", value) if isinstance(value, str) else value

    return {key: kept(value) for key, value in record.items()}


def carry_out(
    transaction: Transaction, program: list[tuple[str, str, int, Record]]
) -> tuple[State, dict[str, int]]:
    """Carry out a program and, beside it, on dictionaries; return what those hold."""
    state = {kind: dict(transaction.all(kind)) for kind in KINDS}
    following = {kind: transaction.next_id(kind) for kind in KINDS}
    for operation, kind, choice, record in program:
        ids = sorted(state[kind])
        if operation == "add":
            assert transaction.add(kind, record) == following[kind]
            state[kind][following[kind]] = composed(record)
            following[kind] += 1
        elif ids and operation == "replace":
            transaction.replace(kind, ids[choice % len(ids)], record)
            state[kind][ids[choice % len(ids)]] = composed(record)
        elif ids:
            transaction.remove(kind, ids[choice % len(ids)])
            del state[kind][ids[choice % len(ids)]]
        assert transaction.all(kind) == state[kind]
    return state, following


class Commands(RuleBasedStateMachine):
    """Two handles on one store, as two people have; a model beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.handles = [
            JsonStore(Path(self.folder.name), clock=lambda: NOON, user=user, wait=5)
            for user in ("ivanova", "cron")
        ]
        self.state: State = {kind: {} for kind in KINDS}
        self.highest = dict.fromkeys(KINDS, 1)
        self.undoable: list[tuple[State, State]] = []
        self.redoable: list[tuple[State, State]] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(program=programs, handle=st.integers(0, 1))
    def command(self, program: list[tuple[str, str, int, Record]], handle: int) -> None:
        before = copy.deepcopy(self.state)
        state, following = self.handles[handle].run(
            lambda transaction: carry_out(transaction, program), command="rumo import"
        )
        if state != before:
            self.state, self.highest = state, following
            self.undoable.append((before, state))
            self.redoable = []

    @rule(program=programs, handle=st.integers(0, 1))
    def failed_command(self, program: list[tuple[str, str, int, Record]], handle: int) -> None:
        def change(transaction: Transaction) -> None:
            carry_out(transaction, program)
            raise Refused("Плохие строки.")

        with pytest.raises(Refused, match="Плохие строки"):
            self.handles[handle].run(change, command="rumo import")

    @precondition(lambda self: self.undoable)
    @rule(handle=st.integers(0, 1))
    def undo(self, handle: int) -> None:
        self.handles[handle].run(undo_last, command="rumo undo")
        self.redoable.append(self.undoable.pop())
        self.state = self.redoable[-1][0]

    @precondition(lambda self: self.redoable)
    @rule(handle=st.integers(0, 1))
    def redo(self, handle: int) -> None:
        self.handles[handle].run(redo_last, command="rumo redo")
        self.undoable.append(self.redoable.pop())
        self.state = self.undoable[-1][1]

    @precondition(lambda self: not self.undoable)
    @rule()
    def undo_nothing(self) -> None:
        with pytest.raises(Refused, match="Отменять нечего"):
            self.handles[0].run(undo_last, command="rumo undo")

    @precondition(lambda self: not self.redoable)
    @rule()
    def redo_nothing(self) -> None:
        with pytest.raises(Refused, match="Возвращать нечего"):
            self.handles[0].run(redo_last, command="rumo redo")

    @invariant()
    def every_handle_reads_the_model(self) -> None:
        for handle in filter(JsonStore.exists, self.handles):
            snapshot = handle.read()
            assert {kind: snapshot.all(kind) for kind in KINDS} == self.state
            assert {kind: snapshot.next_id(kind) for kind in KINDS} == self.highest


TestCommands = Commands.TestCase
TestCommands.settings = lives(40, 20)


@given(st.dictionaries(st.integers(1, 50).map(str), records))
def test_documents_are_given_back_as_they_were(table: dict[str, Any]) -> None:
    documents = new_documents() | {"plan": table}
    documents["_meta"]["1"]["counters"]["plan"] = 50

    decoded = decode(encode(documents))

    check(decoded)
    assert decoded == documents
    assert list(decoded["plan"]) == sorted(table, key=int)
