"""A closed year: its records lie in a file of their own, are read, and never change."""

import errno
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rumo_cli.errors import Refused, StoreUnusable
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Change, Transaction
from store.documents import SCHEMA
from store.journal import redo_last, undo_last
from store.json_store import JsonStore
from tests.lives import lives
from tests.store.conftest import NOON, OpenStore
from tests.store.faults import Trap, raising
from tests.store.helpers import adding, documents_of, file_of, names_in, rewrite

OLD, NEW = "2023-2024", "2024-2025"
FORUM: Record = {"title": "Форум", "academic_year": OLD}
COUNCIL: Record = {"title": "Совет", "academic_year": OLD, "links": ["webinar 1"]}
PLANNED: Record = {"title": "Итоги", "academic_year": NEW}
LESSON: Record = {"title": "Урок", "academic_year": OLD, "plan_item": 1}

CLOSED_LINE = (
    "2023-2024 учебный год закрыт, записи не меняются. Открыть снова: rumo year reopen 2023-2024"
)


def fill(transaction: Transaction) -> None:
    for year in (OLD, NEW):
        transaction.open_year(year)
    for item in (FORUM, PLANNED, COUNCIL):
        transaction.add("plan", item)
    transaction.add("webinar", LESSON)
    transaction.add("omo", {"code": "ОМО-04"})


def close(transaction: Transaction) -> None:
    settings = dict(transaction.years()[OLD])
    transaction.replace(YEAR_KIND, 2023, settings | {"closed_date": "2024-08-30"})


def reopen(transaction: Transaction) -> None:
    settings = dict(transaction.years()[OLD])
    del settings["closed_date"]
    transaction.replace(YEAR_KIND, 2023, settings)


@pytest.fixture
def closed(store: JsonStore) -> JsonStore:
    """A store of two years, the first of them closed."""
    store.run(fill, command="rumo import")
    store.run(close, command="rumo year close 2023-2024")
    return store


@pytest.fixture
def file(directory: Path) -> Path:
    return directory / "2023-2024.json"


def test_the_records_lie_in_a_file_of_their_own(closed: JsonStore, file: Path) -> None:
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "_meta": {"1": {"schema": SCHEMA, "year": OLD}},
        "plan": {"1": FORUM, "3": COUNCIL},
        "webinar": {"1": LESSON},
    }
    assert documents_of(closed)["plan"] == {"2": PLANNED}
    assert documents_of(closed)["omo"] == {"1": {"code": "ОМО-04"}}


def test_the_store_names_the_file(closed: JsonStore) -> None:
    entry = documents_of(closed)["_meta"]["1"]["closed"][OLD]

    assert entry["ids"] == {"plan": [[1, 1], [3, 3]], "webinar": [[1, 1]]}
    assert len(entry["sha256"]) == 64


def test_they_are_read_when_their_year_is_asked_for(closed: JsonStore) -> None:
    state = closed.read()

    assert state.all("plan") == {2: PLANNED}
    assert state.all("plan", [NEW]) == {2: PLANNED}
    assert state.all("plan", [OLD]) == {1: FORUM, 2: PLANNED, 3: COUNCIL}
    assert list(state.all("plan", state.years())) == [1, 2, 3]
    assert state.all("meeting", [OLD]) == {}


def test_an_id_finds_its_record(closed: JsonStore) -> None:
    state = closed.read()

    assert [state.get("plan", number) for number in (1, 2, 3, 4)] == [FORUM, PLANNED, COUNCIL, None]


def test_records_are_counted_without_their_file(closed: JsonStore, file: Path) -> None:
    file.unlink()
    state = closed.read()

    assert state.counts("plan") == {OLD: 2, NEW: 1}
    assert state.counts("webinar") == {OLD: 1}
    assert state.counts("meeting") == {}


def test_what_is_handed_out_is_the_callers_own(closed: JsonStore) -> None:
    state = closed.read()
    record = state.get("plan", 1)
    assert record
    record["title"] = "Другое"

    assert state.get("plan", 1) == FORUM


def test_an_id_of_a_closed_year_is_not_given_again(closed: JsonStore) -> None:
    def change(transaction: Transaction) -> int:
        assert transaction.next_id("webinar") == 2
        with pytest.raises(ValueError, match=r"^webinar 1 has been used: the next is 2$"):
            transaction.add("webinar", {"academic_year": NEW}, 1)
        with pytest.raises(ValueError, match=r"^webinar 1 was never given or is taken$"):
            transaction.restore("webinar", 1, {"academic_year": NEW})
        return transaction.add("webinar", {"academic_year": NEW})

    assert closed.run(change, command="rumo webinar add") == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda tx: tx.add("plan", FORUM),
        lambda tx: tx.replace("plan", 1, FORUM | {"title": "Съезд"}),
        lambda tx: tx.replace("plan", 1, FORUM),
        lambda tx: tx.replace("plan", 2, PLANNED | {"academic_year": OLD}),
        lambda tx: tx.remove("plan", 1),
        lambda tx: tx.replace(YEAR_KIND, 2023, {"closed_date": "2024-08-30", "chair": "Инна"}),
        lambda tx: tx.remove(YEAR_KIND, 2023),
    ],
)
def test_every_change_is_refused(closed: JsonStore, file: Path, change: Change[None]) -> None:
    before = file_of(closed).read_bytes(), file.read_bytes()

    with pytest.raises(Refused) as caught:
        closed.run(change, command="rumo plan edit")

    assert str(caught.value) == CLOSED_LINE
    assert (file_of(closed).read_bytes(), file.read_bytes()) == before


def test_a_removed_record_does_not_come_back_into_a_closed_year(store: JsonStore) -> None:
    store.run(fill, command="rumo import")
    store.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")
    store.run(close, command="rumo year close 2023-2024")

    with pytest.raises(Refused) as caught:
        store.run(lambda tx: tx.restore("plan", 1, FORUM), command="rumo undo")

    assert str(caught.value) == CLOSED_LINE


def test_other_years_are_worked_on_as_before(closed: JsonStore, file: Path) -> None:
    before = file.read_bytes()

    closed.run(lambda tx: tx.replace("plan", 2, PLANNED | {"status": "done"}), command="rumo")
    closed.run(adding("plan", PLANNED), command="rumo plan add")

    assert list(closed.read().all("plan")) == [2, 4]
    assert file.read_bytes() == before


def test_the_file_is_opened_only_for_its_year(closed: JsonStore, file: Path) -> None:
    file.unlink()

    closed.run(adding("plan", PLANNED), command="rumo plan add")

    assert list(closed.read().all("plan", [NEW])) == [2, 4]
    assert closed.read().get("plan", 2) == PLANNED


def test_opened_again_a_year_is_as_it_was(closed: JsonStore) -> None:
    closed.run(reopen, command="rumo year reopen 2023-2024")

    state = closed.read()
    assert state.all("plan") == {1: FORUM, 2: PLANNED, 3: COUNCIL}
    assert documents_of(closed)["_meta"]["1"]["closed"] == {}
    closed.run(lambda tx: tx.replace("plan", 1, FORUM | {"status": "done"}), command="rumo")
    assert closed.read().get("plan", 1) == FORUM | {"status": "done"}


def test_a_transaction_that_opens_a_year_works_on_it_at_once(closed: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        reopen(transaction)
        assert list(transaction.all("plan")) == [1, 2, 3]
        transaction.remove("plan", 1)

    closed.run(change, command="rumo")

    assert list(closed.read().all("plan")) == [2, 3]


def test_the_file_stays_while_the_backup_names_it(closed: JsonStore, file: Path) -> None:
    closed.run(reopen, command="rumo year reopen 2023-2024")
    assert file.exists()

    file_of(closed).with_name("store.json.bak").replace(file_of(closed))
    assert closed.read().get("plan", 1) == FORUM

    closed.run(reopen, command="rumo year reopen 2023-2024")
    closed.run(adding("plan", PLANNED), command="rumo plan add")
    assert names_in(closed) == {"store.json", "store.json.bak", "store.json.lock"}


def test_a_year_is_closed_again_with_what_has_changed(closed: JsonStore) -> None:
    closed.run(reopen, command="rumo year reopen 2023-2024")
    closed.run(close, command="rumo year close 2023-2024")
    assert closed.read().get("plan", 1) == FORUM

    closed.run(reopen, command="rumo year reopen 2023-2024")
    closed.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")
    closed.run(close, command="rumo year close 2023-2024")

    assert closed.read().get("plan", 1) is None
    assert list(closed.read().all("plan", [OLD])) == [2, 3]


def test_closing_is_taken_back_and_brought_back(closed: JsonStore) -> None:
    assert closed.run(undo_last, command="rumo undo").command == "rumo year close 2023-2024"
    assert closed.read().years()[OLD] == {}
    assert list(closed.read().all("plan")) == [1, 2, 3]

    closed.run(redo_last, command="rumo redo")
    assert closed.read().years()[OLD] == {"closed_date": "2024-08-30"}
    assert list(closed.read().all("plan")) == [2]


def test_opening_again_is_taken_back(closed: JsonStore) -> None:
    closed.run(reopen, command="rumo year reopen 2023-2024")

    closed.run(undo_last, command="rumo undo")

    assert list(closed.read().all("plan")) == [2]
    assert closed.read().get("plan", 3) == COUNCIL


def test_a_command_whose_records_were_closed_since_is_not_taken_back(closed: JsonStore) -> None:
    documents = documents_of(closed)
    del documents["_journal"]["2"]
    rewrite(closed, documents)

    with pytest.raises(Refused) as caught:
        closed.run(undo_last, command="rumo undo")

    assert str(caught.value) == CLOSED_LINE


def error_of(action: Callable[[], object]) -> str:
    with pytest.raises(StoreUnusable) as caught:
        action()
    return str(caught.value)


def lost(file: Path, reason: str) -> str:
    return (
        f"Записи закрытого 2023-2024 учебного года не читаются: файл {file} {reason}. Верните его "
        "из резервной копии: с закрытия года он не менялся. Остальные годы целы."
    )


@pytest.mark.parametrize(
    "action",
    [
        lambda store: store.read().all("plan", [OLD]),
        lambda store: store.read().get("plan", 1),
        lambda store: store.run(reopen, command="rumo year reopen 2023-2024"),
    ],
)
def test_a_file_that_is_gone_or_changed_is_not_trusted(
    closed: JsonStore, file: Path, action: Callable[[JsonStore], object]
) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Форум", "Съезд"), encoding="utf-8")
    assert error_of(lambda: action(closed)) == lost(file, "повреждён или изменён помимо rumo")

    file.unlink()
    assert error_of(lambda: action(closed)) == lost(file, "нет")

    file.write_text(text, encoding="utf-8")
    action(closed)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({OLD: {}}, "сведения о закрытом 2023-2024 учебном годе неполны"),
        ({OLD: {"sha256": "", "ids": {"plan": []}}},
         "сведения о закрытом 2023-2024 учебном годе неполны"),
        ({"../store": {"sha256": "", "ids": {}}},
         "сведения о закрытом ../store учебном годе неполны"),
        ({OLD: {"sha256": "", "ids": {"plan": [[1, 9]]}}},
         "счётчик номеров plan меньше номера 9"),
    ],
)  # fmt: skip
def test_what_the_store_says_of_closed_years_is_checked(
    closed: JsonStore, entry: Any, reason: str
) -> None:
    documents = documents_of(closed)
    documents["_meta"]["1"]["closed"] = entry
    rewrite(closed, documents)

    assert f"{file_of(closed)}: {reason}. Ничего не изменено." in error_of(closed.read)


def test_a_write_that_does_not_arrive_is_refused(
    store: JsonStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.run(fill, command="rumo import")
    monkeypatch.setattr(
        "store.storage.replace_file", lambda path, content: path.write_bytes(content[:-1])
    )

    with pytest.raises(Refused) as caught:
        store.run(close, command="rumo year close 2023-2024")

    assert str(caught.value) == (
        f"Не записано: {file}: на диск попало не то, что записывалось. Прежние данные целы. "
        "Проверьте диск и повторите команду."
    )
    assert list(store.read().all("plan")) == [1, 2, 3]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("change", [close, reopen])
def test_a_refusal_at_any_call_leaves_a_whole_state(
    open_at: OpenStore, tmp_path: Path, trap: Trap, code: int, change: Change[None]
) -> None:
    for nth in count(1):
        store = open_at(tmp_path / f"store-{nth}")
        store.run(fill, command="rumo import")
        if change is reopen:
            store.run(close, command="rumo year close 2023-2024")
        before = store.read().years()
        with trap.set(nth, raising(OSError(code, "fault"))), suppress(Refused, StoreUnusable):
            store.run(change, command="rumo year close 2023-2024")
        assert list(store.read().all("plan", [OLD])) == [1, 2, 3]
        if store.read().years() == before:
            store.run(change, command="rumo year close 2023-2024")
        assert list(store.read().all("plan", [OLD])) == [1, 2, 3]
        if not trap.sprung:
            return


years = st.sampled_from([OLD, NEW, None])
plans = st.lists(st.tuples(st.sampled_from(["plan", "webinar", "omo"]), years))


@settings(max_examples=40)
@given(plans)
def test_closed_and_opened_again_the_store_is_as_before(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, str | None]]
) -> None:
    store = new_store(tmp_path_factory.mktemp("closed"))
    store.run(lambda tx: tx.open_year(OLD), command="rumo year open 2023-2024")
    store.run(lambda tx: put(tx, records), command="rumo import")
    before = documents_of(store)

    store.run(close, command="rumo year close 2023-2024")
    assert all(each["academic_year"] != OLD for each in records_in(store))
    store.run(reopen, command="rumo year reopen 2023-2024")
    store.run(lambda tx: tx.open_year(NEW), command="rumo year open 2024-2025")

    after = documents_of(store)
    assert tables(after) == tables(before)
    assert after["_meta"]["1"].keys() == before["_meta"]["1"].keys()


def new_store(directory: Path) -> JsonStore:
    return JsonStore(directory, clock=lambda: NOON, user="ivanova", wait=5)


def put(transaction: Transaction, records: list[tuple[str, str | None]]) -> None:
    for number, (kind, year) in enumerate(records):
        transaction.add(kind, {"title": str(number), **({"academic_year": year} if year else {})})


def records_in(store: JsonStore) -> Iterator[dict[str, Any]]:
    for kind, table in documents_of(store).items():
        if not kind.startswith("_") and kind != YEAR_KIND:
            yield from (each for each in table.values() if "academic_year" in each)


def tables(documents: Any) -> Any:
    """Return the records that documents hold."""
    of_years = {"2023": documents[YEAR_KIND]["2023"]}
    held = {kind: each for kind, each in documents.items() if each and not kind.startswith("_")}
    return held | {YEAR_KIND: of_years}


class State(NamedTuple):
    """What a store should hold: the year of each item, and whether the old year is closed."""

    items: Mapping[int, str]
    closed: bool


class Life(RuleBasedStateMachine):
    """A year that is worked on, closed, opened again, each command taken back or not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = new_store(Path(self.folder.name))
        self.store.run(fill, command="rumo import")
        self.now = State({1: OLD, 2: NEW, 3: OLD}, closed=False)
        self.highest = 3
        self.past: list[State] = []
        self.future: list[State] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    def carry_out(self, change: Change[object], wanted: State, *, refused: bool = False) -> None:
        if refused:
            with pytest.raises(Refused, match="учебный год закрыт"):
                self.store.run(change, command="rumo plan")
            return
        self.store.run(change, command="rumo plan")
        self.past.append(self.now)
        self.now, self.future = wanted, []

    @rule(year=st.sampled_from([OLD, NEW]))
    def add(self, year: str) -> None:
        item: Record = {"title": "Форум", "academic_year": year}
        refused = year == OLD and self.now.closed
        self.highest += not refused
        wanted = self.now._replace(items={**self.now.items, self.highest: year})
        self.carry_out(lambda tx: tx.add("plan", item), wanted, refused=refused)

    @precondition(lambda self: self.now.items)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.now.items)))
        left = {each: year for each, year in self.now.items.items() if each != number}
        refused = self.now.items[number] == OLD and self.now.closed
        wanted = self.now._replace(items=left)
        self.carry_out(lambda tx: tx.remove("plan", number), wanted, refused=refused)

    @rule()
    def close_or_reopen(self) -> None:
        wanted = self.now._replace(closed=not self.now.closed)
        self.carry_out(reopen if self.now.closed else close, wanted)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.store.run(undo_last, command="rumo undo")
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.store.run(redo_last, command="rumo redo")
        self.past.append(self.now)
        self.now = self.future.pop()

    @invariant()
    def every_record_is_where_it_should_be(self) -> None:
        state = self.store.read()
        items = state.all("plan", [OLD])
        years = {number: str(item["academic_year"]) for number, item in items.items()}
        assert State(years, "closed_date" in state.years()[OLD]) == self.now
        at_hand = [each for each, year in years.items() if not self.now.closed or year == NEW]
        assert list(state.all("plan")) == at_hand
        assert state.counts("plan") == Counter(years.values())
        assert all(state.get("plan", number) for number in years)


TestLife = Life.TestCase
TestLife.settings = lives(25, 15)
