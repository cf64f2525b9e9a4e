"""Commands taken back and brought back by number, and what stands in the way of that."""

from collections.abc import Callable
from typing import Any

import pytest

from rumo_cli.errors import NotFound, Refused, RumoError
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Transaction
from store.journal import redo_command, redo_last, undo_command, undo_last
from store.json_store import JsonStore
from tests.store.helpers import adding, commands_of, documents_of

YEAR = "2024-2025"
CHALK: Record = {"title": "мел"}


def undo(store: JsonStore, number: int) -> str:
    return store.run(undo_command(number), command=f"rumo undo {number}").command


def redo(store: JsonStore, number: int) -> str:
    return store.run(redo_command(number), command=f"rumo redo {number}").command


def edit(store: JsonStore, number: int, title: str) -> None:
    store.run(
        lambda tx: tx.replace("plan", number, {"title": title}),
        command=f"rumo plan edit {number} --title {title}",
    )


def titles(store: JsonStore) -> dict[int, object]:
    return {number: record["title"] for number, record in store.read().all("plan").items()}


def refusal(action: Callable[..., object], *arguments: Any) -> str:
    with pytest.raises(RumoError) as caught:
        action(*arguments)
    return str(caught.value)


@pytest.fixture
def planned(store: JsonStore) -> JsonStore:
    """Command 1 adds plan items 1 and 2, command 2 changes the first, command 3 the second."""
    store.run(adding("plan", {"title": "мел"}, {"title": "лес"}), command="rumo plan import")
    edit(store, 1, "МЕЛ")
    edit(store, 2, "ЛЕС")
    return store


def test_a_command_in_the_middle_is_taken_back_and_brought_back(planned: JsonStore) -> None:
    assert undo(planned, 2) == "rumo plan edit 1 --title МЕЛ"
    assert titles(planned) == {1: "мел", 2: "ЛЕС"}

    assert redo(planned, 2) == "rumo plan edit 1 --title МЕЛ"
    assert titles(planned) == {1: "МЕЛ", 2: "ЛЕС"}
    assert [(each.undoes, each.redoes) for each in commands_of(planned)[3:]] == [
        (2, None),
        (None, 4),
    ]


def test_an_undo_is_brought_back_by_its_own_number_too(planned: JsonStore) -> None:
    undo(planned, 2)

    assert redo(planned, 4) == "rumo plan edit 1 --title МЕЛ"
    assert titles(planned)[1] == "МЕЛ"


def test_a_command_goes_to_and_fro(planned: JsonStore) -> None:
    for _ in range(3):
        undo(planned, 2)
        assert titles(planned)[1] == "мел"
        redo(planned, 2)
        assert titles(planned)[1] == "МЕЛ"


def test_the_redo_of_a_command_is_taken_back_like_the_command(planned: JsonStore) -> None:
    undo(planned, 2)
    redo(planned, 2)

    assert undo(planned, 5) == "rumo plan edit 1 --title МЕЛ"
    assert titles(planned)[1] == "мел"


def test_what_is_brought_back_by_number_is_the_newest_that_stands(planned: JsonStore) -> None:
    undo(planned, 2)
    redo(planned, 2)

    assert planned.run(undo_last, command="rumo undo").id == 2
    assert planned.run(undo_last, command="rumo undo").id == 3
    assert planned.run(redo_last, command="rumo redo").id == 3
    assert titles(planned) == {1: "мел", 2: "ЛЕС"}


def test_later_work_on_its_records_stands_in_the_way(planned: JsonStore) -> None:
    before = documents_of(planned)

    assert refusal(undo, planned, 1) == (
        "Команду 1 «rumo plan import» отменить нельзя: её записи с тех пор изменены.\n"
        "  plan 1 «МЕЛ»: команда 2 «rumo plan edit 1 --title МЕЛ», ivanova, 15.10.2024 12:00\n"
        "  plan 2 «ЛЕС»: команда 3 «rumo plan edit 2 --title ЛЕС», ivanova, 15.10.2024 12:00\n"
        "Ничего не изменено. Сначала: rumo undo 3, rumo undo 2"
    )
    assert documents_of(planned) == before


def test_the_ways_that_a_refusal_names_clear_the_way(planned: JsonStore) -> None:
    undo(planned, 3)
    undo(planned, 2)

    assert undo(planned, 1) == "rumo plan import"
    assert titles(planned) == {}


def test_a_record_removed_since_is_named_as_it_was(planned: JsonStore) -> None:
    planned.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")

    assert refusal(undo, planned, 2) == (
        "Команду 2 «rumo plan edit 1 --title МЕЛ» отменить нельзя: её записи с тех пор изменены.\n"
        "  plan 1 «МЕЛ»: команда 4 «rumo plan remove 1», ivanova, 15.10.2024 12:00\n"
        "Ничего не изменено. Сначала: rumo undo 4"
    )


def test_all_that_stands_in_the_way_is_named_in_the_order_to_take_it_back(
    planned: JsonStore,
) -> None:
    edit(planned, 1, "мелок")
    edit(planned, 1, "мелки")
    planned.run(lambda tx: tx.remove("plan", 1), command="rumo plan remove 1")

    assert refusal(undo, planned, 2).splitlines()[1:] == [
        "  plan 1 «мелки»: команда 6 «rumo plan remove 1», ivanova, 15.10.2024 12:00",
        "Ничего не изменено. Сначала: rumo undo 6, rumo undo 5, rumo undo 4",
    ]
    for number in (6, 5, 4, 2):
        undo(planned, number)
    assert titles(planned) == {1: "мел", 2: "ЛЕС"}


def test_what_was_taken_back_since_stands_in_nobodys_way(planned: JsonStore) -> None:
    edit(planned, 1, "мелок")
    for _ in range(2):
        undo(planned, 4)
        redo(planned, 4)
    assert refusal(undo, planned, 2).endswith("Сначала: rumo undo 4")
    undo(planned, 4)

    assert undo(planned, 2) == "rumo plan edit 1 --title МЕЛ"


def test_an_undo_stands_in_the_way_until_it_is_brought_back(planned: JsonStore) -> None:
    for number in (3, 2, 1):
        undo(planned, number)

    assert refusal(redo, planned, 3) == (
        "Команду 3 «rumo plan edit 2 --title ЛЕС» вернуть нельзя: её записи с тех пор изменены.\n"
        "  plan 2 «лес»: команда 6 «rumo undo 1», ivanova, 15.10.2024 12:00\n"
        "Ничего не изменено. Сначала: rumo redo 6"
    )
    redo(planned, 6)
    redo(planned, 3)
    assert titles(planned) == {1: "мел", 2: "ЛЕС"}


def test_many_records_that_stand_in_the_way_are_named_in_part(store: JsonStore) -> None:
    store.run(adding("plan", *[CHALK] * 12), command="rumo plan import")
    for number in range(1, 13):
        edit(store, number, "лес")

    said = refusal(undo, store, 1).splitlines()

    assert len(said) == 13
    assert said[-2] == "  … и ещё 2"
    assert said[-1].endswith("rumo undo 5, rumo undo 4, … и ещё 2")


@pytest.mark.parametrize(
    ("prepare", "action", "message"),
    [
        ((undo, 2), (undo, 2), "Команда 2 уже отменена командой 4. Вернуть: rumo redo 2"),
        (
            (undo, 2),
            (undo, 4),
            "Команда 4 — сама отмена команды 2. Вернуть отменённое: rumo redo 4",
        ),
        ((undo, 2), (redo, 3), "Команда 3 не отменена: возвращать нечего."),
    ],
)
def test_what_does_not_stand_is_not_taken_back(
    planned: JsonStore, prepare: Any, action: Any, message: str
) -> None:
    prepare[0](planned, prepare[1])

    assert refusal(action[0], planned, action[1]) == message


@pytest.mark.parametrize("number", [2, 4])
def test_what_was_brought_back_is_not_brought_twice(planned: JsonStore, number: int) -> None:
    undo(planned, 2)
    redo(planned, 2)

    assert refusal(redo, planned, number) == f"Команда {number} уже возвращена командой 5."


@pytest.mark.parametrize("action", [undo, redo])
@pytest.mark.parametrize("number", [0, 4, 999])
def test_a_number_that_no_command_has(
    planned: JsonStore, action: Callable[..., object], number: int
) -> None:
    with pytest.raises(NotFound) as caught:
        action(planned, number)

    assert str(caught.value) == (
        f"Команды {number} в журнале нет. Номера команд показывает rumo log."
    )


def test_a_year_that_came_with_a_command_stays_while_it_is_in_use(store: JsonStore) -> None:
    def add(transaction: Transaction) -> None:
        transaction.add("plan", {"title": "мел", "academic_year": YEAR})
        transaction.open_year(YEAR)

    store.run(add, command="rumo plan add")
    store.run(add, command="rumo plan add")

    undo(store, 1)
    assert (titles(store), dict(store.read().years())) == ({2: "мел"}, {YEAR: {}})
    redo(store, 1)
    undo(store, 2)
    undo(store, 1)
    assert (titles(store), dict(store.read().years())) == ({}, {YEAR: {}})


def test_a_year_that_was_set_up_since_stays(store: JsonStore) -> None:
    def add(transaction: Transaction) -> None:
        transaction.add("plan", {"title": "мел", "academic_year": YEAR})
        transaction.open_year(YEAR)

    store.run(add, command="rumo plan add")
    store.run(lambda tx: tx.replace(YEAR_KIND, 2024, {"chair": "Инна"}), command="rumo year set")

    undo(store, 1)

    assert dict(store.read().years()) == {YEAR: {"chair": "Инна"}}


def test_a_year_goes_and_comes_with_the_command_that_brought_it(store: JsonStore) -> None:
    def add(transaction: Transaction) -> None:
        transaction.add("plan", {"title": "мел", "academic_year": YEAR})
        transaction.open_year(YEAR)

    store.run(add, command="rumo plan add")
    store.run(adding("webinar", {"title": "о другом"}), command="rumo webinar add")

    undo(store, 1)
    assert dict(store.read().years()) == {}
    redo(store, 1)
    assert dict(store.read().years()) == {YEAR: {}}


def test_a_year_with_records_is_not_taken_away(store: JsonStore) -> None:
    store.run(lambda tx: tx.open_year(YEAR), command="rumo year open 2024-2025")
    store.run(adding("plan", {"title": "мел", "academic_year": YEAR}), command="rumo plan add")

    assert refusal(undo, store, 1) == (
        "Команду 1 «rumo year open 2024-2025» отменить нельзя: не хватило бы записей, на которые "
        "ссылаются.\n"
        "  записи 2024-2025 учебного года: 1\n"
        "Ничего не изменено. Сначала измените или удалите их либо верните недостающее."
    )


@pytest.mark.parametrize(
    ("kind", "record", "naming_kind", "naming"),
    [
        ("iom", {"teacher": "Инна"}, "task", {"title": "Курсы", "iom": 1}),
        ("omo", {"code": "ОМО-04"}, "webinar", {"title": "ЕГЭ", "omo": ["ОМО-04"]}),
        ("webinar", {"title": "ЕГЭ"}, "plan", {"title": "Форум", "links": ["webinar 1"]}),
    ],
)  # fmt: skip
def test_a_record_that_others_name_is_not_taken_away(
    store: JsonStore, kind: str, record: Any, naming_kind: str, naming: Any
) -> None:
    store.run(adding(kind, record), command=f"rumo {kind} add")
    store.run(adding(naming_kind, naming), command=f"rumo {naming_kind} add")

    assert refusal(undo, store, 1) == (
        f"Команду 1 «rumo {kind} add» отменить нельзя: не хватило бы записей, на которые "
        "ссылаются.\n"
        f"  {naming_kind} 1 «{naming['title']}»\n"
        "Ничего не изменено. Сначала измените или удалите их либо верните недостающее."
    )
    undo(store, 2)
    assert undo(store, 1) == f"rumo {kind} add"


def test_a_record_does_not_come_back_without_the_one_that_it_names(store: JsonStore) -> None:
    store.run(adding("iom", {"teacher": "Инна"}), command="rumo iom add")
    store.run(adding("task", {"title": "Курсы", "iom": 1}), command="rumo iom task add")
    store.run(lambda tx: tx.remove("task", 1), command="rumo iom task remove 1")
    store.run(lambda tx: tx.remove("iom", 1), command="rumo iom remove 1")

    assert refusal(undo, store, 3) == (
        "Команду 3 «rumo iom task remove 1» отменить нельзя: не хватило бы записей, на которые "
        "ссылаются.\n"
        "  task 1 «Курсы»: нет iom 1\n"
        "Ничего не изменено. Сначала измените или удалите их либо верните недостающее."
    )


def test_a_refused_undo_leaves_no_entry(planned: JsonStore) -> None:
    with pytest.raises(Refused):
        undo(planned, 1)

    assert len(commands_of(planned)) == 3
