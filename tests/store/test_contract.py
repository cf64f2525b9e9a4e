"""What a store promises to commands, as examples."""

import pytest

from rumo_cli.errors import NotFound, Refused
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Change, Store, Transaction
from store.json_store import JsonStore
from tests.store.helpers import adding, commands_of, file_of

LESSON: Record = {"title": "Функциональная грамотность", "participants": 57, "dates": []}


def test_a_json_store_keeps_the_contract(store: JsonStore) -> None:
    kept: Store = store

    assert kept.run(adding("webinar", LESSON), command="rumo webinar add") == [1]
    assert kept.read().all("webinar") == {1: LESSON}


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"text": "Ёлка «во дворе»\n—\t🎄"},
        {"whole": 2**53, "negative": -(2**53), "fraction": 0.1},
        {"yes": True, "no": False, "nothing": None},
        {"list": ["б", "а"], "empty": []},
    ],
)
def test_a_record_is_given_back_as_it_was(store: JsonStore, record: Record) -> None:
    store.run(adding("plan", record), command="rumo plan add")

    assert store.read().get("plan", 1) == record


def test_text_is_kept_composed(store: JsonStore) -> None:
    store.run(adding("plan", {"title": "Йод", "tags": ["ёж"]}), command="rumo plan add")

    assert store.read().get("plan", 1) == {"title": "Йод", "tags": ["ёж"]}


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": "а\0б"}, "В тексте есть нулевой символ (NUL): его нельзя записать."),
        ({"tags": ["\ud800"]}, "В тексте есть оборванный символ Юникода: его нельзя записать."),
        ({"count": float("nan")}, "Значение не является числом: его нельзя записать."),
        ({"count": 2**53 + 1}, "Слишком большое число: 9007199254740993."),
    ],
)
def test_a_value_that_no_engine_could_keep_is_refused(
    store: JsonStore, record: Record, message: str
) -> None:
    with pytest.raises(Refused) as caught:
        store.run(adding("plan", record), command="rumo plan add")

    assert str(caught.value) == message
    assert not store.exists()


def test_a_kind_with_nothing_is_empty(store: JsonStore) -> None:
    store.run(adding("plan", {}), command="rumo plan add")
    state = store.read()

    assert state.all("webinar") == {}
    assert state.get("webinar", 1) is None
    assert state.next_id("webinar") == 1


def test_ids_are_given_once(store: JsonStore) -> None:
    store.run(adding("plan", {}, {}, {}), command="rumo plan import")
    store.run(lambda transaction: transaction.remove("plan", 3), command="rumo plan remove 3")

    assert store.run(adding("plan", {}), command="rumo plan add") == [4]
    assert store.run(adding("webinar", {}), command="rumo webinar add") == [1]
    assert list(store.read().all("plan")) == [1, 2, 4]


def test_a_given_id_is_taken_if_it_was_never_used(store: JsonStore) -> None:
    def change(transaction: Transaction) -> list[int]:
        return [transaction.add("plan", {}, 7), transaction.add("plan", {})]

    assert store.run(change, command="rumo plan import") == [7, 8]


@pytest.mark.parametrize("used", [3, 5])
def test_a_given_id_that_was_used_is_not_taken(store: JsonStore, used: int) -> None:
    store.run(lambda transaction: transaction.add("plan", {}, 5), command="rumo plan import")

    with pytest.raises(ValueError, match=rf"^plan {used} has been used: the next is 6$"):
        store.run(lambda transaction: transaction.add("plan", {}, used), command="rumo import")


def test_a_transaction_reads_its_own_changes(store: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        assert transaction.next_id("plan") == 1
        first, second = transaction.add("plan", {"n": 1}), transaction.add("plan", {"n": 2})
        transaction.replace("plan", first, {"n": 10})
        transaction.remove("plan", second)
        transaction.restore("plan", second, {"n": 20})
        transaction.remove("plan", first)
        transaction.open_year("2024-2025")

        assert transaction.all("plan") == {2: {"n": 20}}
        assert transaction.get("plan", 1) is None
        assert transaction.next_id("plan") == 3
        assert transaction.years() == {"2024-2025": {}}

    store.run(change, command="rumo plan import")

    assert store.read().all("plan") == {2: {"n": 20}}


def opening(year: str) -> Change[None]:
    return lambda transaction: transaction.open_year(year)


def test_years_are_opened_in_any_order_and_stand_in_their_own(store: JsonStore) -> None:
    for year in ("2024-2025", "2025-2026", "2023-2024"):
        store.run(opening(year), command=f"rumo year open {year}")

    assert list(store.read().years()) == ["2023-2024", "2024-2025", "2025-2026"]


def test_a_known_year_keeps_its_settings(store: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        transaction.open_year("2024-2025")
        transaction.replace(YEAR_KIND, 2024, {"chair": "Иванова А.А."})
        transaction.open_year("2024-2025")

    store.run(change, command="rumo year open 2024-2025")

    assert store.read().years() == {"2024-2025": {"chair": "Иванова А.А."}}


@pytest.mark.parametrize("year", ["2024", "2024-2026", "прошлый"])
def test_what_is_no_year_is_not_opened(store: JsonStore, year: str) -> None:
    with pytest.raises(ValueError, match="год"):
        store.run(opening(year), command="rumo year open")


def test_records_stand_in_the_order_of_ids(store: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        for _ in range(11):
            transaction.add("plan", {})
        transaction.remove("plan", 2)
        transaction.restore("plan", 2, {"back": True})

        assert list(transaction.all("plan")) == list(range(1, 12))

    store.run(change, command="rumo plan import")

    assert list(store.read().all("plan")) == list(range(1, 12))


def lengthen(record: Record | None) -> Record:
    """Change a record in place, down to its list."""
    assert record is not None
    assert isinstance(record["dates"], list)
    record["dates"].append("2024-10-08")
    return record


def test_what_is_taken_in_is_the_stores_own(store: JsonStore) -> None:
    def change(transaction: Transaction) -> None:
        record: Record = {"dates": ["2024-10-01"]}
        transaction.add("webinar", record)
        lengthen(record)

    store.run(change, command="rumo webinar add")

    assert store.read().get("webinar", 1) == {"dates": ["2024-10-01"]}


def test_what_is_handed_out_is_the_callers_own(store: JsonStore) -> None:
    store.run(adding("webinar", {"dates": ["2024-10-01"]}), command="rumo webinar add")

    def change(transaction: Transaction) -> None:
        for record in (transaction.get("webinar", 1), transaction.all("webinar")[1]):
            lengthen(record)
        assert transaction.get("webinar", 1) == {"dates": ["2024-10-01"]}
        transaction.replace("webinar", 1, lengthen(transaction.get("webinar", 1)))

    store.run(change, command="rumo webinar edit 1")

    assert store.read().get("webinar", 1) == {"dates": ["2024-10-01", "2024-10-08"]}
    assert commands_of(store)[-1].changes["webinar"].changed == {1: {"dates": ["2024-10-01"]}}


@pytest.mark.parametrize(
    "change",
    [
        lambda transaction: transaction.replace("plan", 2, {}),
        lambda transaction: transaction.remove("plan", 2),
    ],
)
def test_a_record_that_is_not_there_cannot_be_changed(
    store: JsonStore, change: Change[None]
) -> None:
    store.run(adding("plan", {}), command="rumo plan add")

    with pytest.raises(KeyError, match="plan 2"):
        store.run(change, command="rumo plan edit 2")


@pytest.mark.parametrize("record_id", [1, 2])
def test_only_a_removed_record_is_restored(store: JsonStore, record_id: int) -> None:
    store.run(adding("plan", {}), command="rumo plan add")

    with pytest.raises(ValueError, match=rf"^plan {record_id} was never given or is taken$"):
        store.run(lambda tx: tx.restore("plan", record_id, {}), command="rumo undo")


def test_an_error_in_a_change_writes_nothing(store: JsonStore, text: str) -> None:
    def change(transaction: Transaction) -> None:
        transaction.add("plan", {})
        raise NotFound("Нет вебинара 99.")

    with pytest.raises(NotFound, match="Нет вебинара 99"):
        store.run(change, command="rumo webinar edit 99")

    assert file_of(store).read_text() == text


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        lambda transaction: transaction.replace("plan", 1, {"n": 1}),
        lambda transaction: transaction.remove("plan", transaction.add("plan", {})),
        lambda transaction: transaction.open_year("2024-2025"),
        lambda transaction: (
            transaction.remove("plan", 1),
            transaction.restore("plan", 1, {"n": 1}),
        ),
    ],
)
def test_a_change_that_changes_nothing_writes_nothing(
    store: JsonStore, text: str, change: Change[None]
) -> None:
    store.run(change, command="rumo plan edit 1")

    assert file_of(store).read_text() == text


@pytest.fixture
def text(store: JsonStore) -> str:
    def change(transaction: Transaction) -> None:
        transaction.add("plan", {"n": 1})
        transaction.open_year("2024-2025")

    store.run(change, command="rumo plan add")
    return file_of(store).read_text()
