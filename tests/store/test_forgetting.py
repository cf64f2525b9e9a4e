"""Forgetting a person: in every file, whatever interrupts it, and nothing else changes."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rumo_cli.errors import Refused, RumoError, StoreUnusable
from rumo_cli.records import all_kinds
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Transaction
from store.documents import digest
from store.files import backup_of, marker_of
from store.forget_plan import Plan
from store.forgetting import Outcome, forget, survey
from store.journal import undo_command, undo_last
from store.json_store import JsonStore
from store.replay import contradictions
from store.touching import RecordKey
from tests.store.conftest import NOON, OpenStore
from tests.store.faults import Trap, in_child, needs_fork, raising
from tests.store.helpers import adding, commands_of

NAME, PSEUDONYM = "Семёнова Анна Петровна", "Участник-ктбр"
NOTATIONS = (
    *("Семёнова Анна Петровна", "Семёнова А.П.", "А. П. Семёнова", "СЕМЕНОВА А.П."),
    *("Анна Петровна Семёнова", "семёнова анна петровна", "Анна Семёнова"),
)
_STRIDE = 7
"""Of the calls to the system every seventh: forgetting is many, and all alike."""
TRACES = ("семёнов", "семенов")
OLD, NEW = "2023-2024", "2024-2025"


def change_at(store: JsonStore, record: Record, kind: str, number: int) -> None:
    """Change a record, by a command that names it whole."""

    def change(transaction: Transaction) -> None:
        before = transaction.get(kind, number)
        assert before is not None
        transaction.replace(kind, number, before | record)

    store.run(change, command=f"rumo {kind} edit {number} {record}")


def close(store: JsonStore, year: str) -> None:
    store.run(lambda t: t.open_year(year), command="rumo year open")
    first = int(year[:4])
    store.run(
        lambda t: t.replace(YEAR_KIND, first, {"chair": NOTATIONS[1], "closed_date": "2024-09-01"}),
        command=f"rumo year close {year}",
    )


def fill(store: JsonStore, extra: tuple[tuple[str, str], ...] = ()) -> None:
    """Name the person in records of an open and a closed year, and in all that was before."""
    teacher: Record = {"academic_year": NEW, "teacher": NAME, "status": "active"}
    store.run(
        adding("iom", teacher, teacher | {"teacher": "Белова А.С."}),
        command=f"rumo iom add --teacher '{NAME}'",
    )
    store.run(adding("task", {"academic_year": NEW, "iom": 1, "title": "Курсы"}), command="x")
    store.run(
        adding("plan", {"academic_year": NEW, "title": "План", "links": ["iom 1", "iom 2"]}),
        command="x",
    )
    store.run(
        adding(
            "webinar",
            {"academic_year": OLD, "title": "Старый", "speakers": [NOTATIONS[2], "Белова А.С."]},
            {"academic_year": NEW, "title": "Новый", "attendees": [f"{NOTATIONS[5]} | СШ № 1"]},
        ),
        command="x",
    )
    change_at(store, {"notes": f"Провела {NOTATIONS[3]}, отчёт сдан"}, "webinar", 1)
    change_at(store, {"teacher": NOTATIONS[1]}, "iom", 1)
    change_at(store, {"teacher": "Белова А.С."}, "iom", 2)
    for field, text in extra:
        change_at(store, {field: text}, "webinar", 2)
    close(store, OLD)
    long_ago(store)
    change_at(store, {"notes": f"{NOTATIONS[4]}"}, "webinar", 2)
    change_at(store, {"notes": "Ничего"}, "webinar", 2)


def long_ago(store: JsonStore) -> None:
    """Let what was done so far go to the history: by commands that the journal has no room for."""
    for number in range(3):
        text = f"{number} {NOTATIONS[1]} " + "ы" * 70_000
        change_at(store, {"notes": text}, "webinar", 2)


def keep_backups(store: JsonStore) -> None:
    """Keep copies as the rotation does: of the present state, and of a closed year aside."""
    folder = store.path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "20241015T090000Z-000009.json").write_bytes(store.path.read_bytes())
    (folder / "20241015T080000Z-000008.json").write_bytes(backup_of(store.path).read_bytes())
    content = (store.path.parent / f"{OLD}.json").read_bytes()
    (folder / f"{OLD}-{digest(content)}.json").write_bytes(content)


def plan_of(**settings: object) -> Plan:
    return Plan(NAME, (), PSEUDONYM, **settings).signed(NOON, "ivanova")  # type: ignore[arg-type]


def forget_in(store: JsonStore, plan: Plan | None = None) -> Outcome:
    with store.locked("rumo store forget"):
        return forget(store.path, survey(store.path, plan or plan_of()).plan)


def traces_in(store: JsonStore) -> list[str]:
    """Return the files of a store in which the name stands in any way."""
    files = [path for path in store.path.parent.rglob("*") if path.is_file()]
    return [
        path.name
        for path in files
        if any(trace in path.read_text(encoding="utf-8").casefold() for trace in TRACES)
    ]


def doubts(store: JsonStore) -> list[object]:
    return list(contradictions(store.read(), [*all_kinds(), YEAR_KIND]))


@pytest.fixture
def filled(store: JsonStore) -> JsonStore:
    fill(store)
    keep_backups(store)
    return store


def test_the_name_is_in_no_file_and_the_journal_still_leads_to_the_store(
    filled: JsonStore,
) -> None:
    assert len(traces_in(filled)) >= 7
    before = len(commands_of(filled))

    forget_in(filled)

    assert traces_in(filled) == []
    assert doubts(filled) == []
    assert len(commands_of(filled)) == before + 1
    assert not marker_of(filled.path).exists()
    assert not list(filled.path.parent.rglob("*.forget"))


def test_the_pseudonym_stands_in_its_place_and_all_else_stays(filled: JsonStore) -> None:
    forget_in(filled)

    snapshot = filled.read()
    webinars = snapshot.all("webinar", (OLD,))
    assert {number: each["teacher"] for number, each in snapshot.all("iom").items()} == {
        1: PSEUDONYM,
        2: "Белова А.С.",
    }
    assert webinars[1]["speakers"] == [PSEUDONYM, "Белова А.С."]
    assert webinars[1]["notes"] == f"Провела {PSEUDONYM}, отчёт сдан"
    assert webinars[2]["attendees"] == [f"{PSEUDONYM} | СШ № 1"]
    assert snapshot.years()[OLD]["chair"] == PSEUDONYM
    assert commands_of(filled)[0].command == f"rumo iom add --teacher '{PSEUDONYM}'"


def test_the_entry_says_how_much_and_nothing_of_whom(filled: JsonStore) -> None:
    forget_in(filled)

    entry = commands_of(filled)[-1]
    assert (entry.command, entry.changes) == ("rumo store forget: записей 4", {})


def test_no_undo_brings_the_name_back(filled: JsonStore) -> None:
    forget_in(filled)
    filled.run(undo_last, command="rumo undo")
    filled.run(undo_command(8), command="rumo undo 8")

    assert filled.read().get("iom", 2) is not None
    assert traces_in(filled) == []
    assert doubts(filled) == []


def test_each_copy_is_a_whole_state_with_its_closed_year_and_its_history(
    filled: JsonStore, open_at: OpenStore, directory: Path
) -> None:
    outcome = forget_in(filled)

    assert len(outcome.copies) >= 3
    for copy in outcome.copies:
        filled.path.write_bytes(copy.read_bytes())
        restored = open_at(directory)
        assert restored.read().all("webinar", (OLD,))[1]["speakers"] == [PSEUDONYM, "Белова А.С."]
        assert doubts(restored) == []


def test_records_about_the_person_may_go_with_all_that_belongs_to_them(filled: JsonStore) -> None:
    forget_in(filled, plan_of(removing=True))

    snapshot = filled.read()
    assert list(snapshot.all("iom")) == [2]
    assert list(snapshot.all("task")) == []
    assert snapshot.all("plan")[1]["links"] == ["iom 2"]
    assert snapshot.all("webinar", (OLD,))[1]["speakers"] == [PSEUDONYM, "Белова А.С."]
    assert snapshot.next_id("iom") == 3
    assert traces_in(filled) == []
    assert doubts(filled) == []


def test_one_of_two_namesakes_is_told_apart_by_the_record(filled: JsonStore) -> None:
    filled.run(adding("iom", {"academic_year": NEW, "teacher": NAME}), command="x")

    forget_in(filled, plan_of(only=frozenset({RecordKey("iom", 1)})))

    teachers = {number: each["teacher"] for number, each in filled.read().all("iom").items()}
    assert teachers == {1: PSEUDONYM, 2: "Белова А.С.", 3: NAME}
    assert filled.read().all("webinar", (OLD,))[1]["speakers"] == ["А. П. Семёнова", "Белова А.С."]
    assert doubts(filled) == []


def test_a_survey_tells_where_the_name_stands_and_what_may_be_it(store: JsonStore) -> None:
    store.run(
        adding("webinar", {"academic_year": NEW, "title": "Тема", "speakers": ["Семёнова А.П."]}),
        command="x",
    )
    change_at(store, {"notes": "Поручить Семёновой"}, "webinar", 1)
    before = store.path.read_bytes()

    found = survey(store.path, plan_of())

    assert [(each.field, each.text, each.certain) for each in found.mentions] == [
        ("Спикеры", "Семёнова А.П.", True),
        ("Примечание", "Семёновой", False),
    ]
    assert (found.commands, found.copies) == (1, [backup_of(store.path)])
    assert store.path.read_bytes() == before


def test_the_lock_and_the_plan_are_the_owners_alone(
    filled: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    unlink = Path.unlink

    def looked_at(path: Path, missing_ok: bool = False) -> None:
        if path == marker_of(filled.path):
            modes.append(stat.S_IMODE(path.stat().st_mode))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", looked_at)
    forget_in(filled)

    assert modes == [0o600]


def test_a_broken_copy_is_named_and_left(filled: JsonStore) -> None:
    broken = filled.path.parent / "backups" / "20241015T070000Z-000007.json"
    broken.write_text("{Семёнова А.П.", encoding="utf-8")

    outcome = forget_in(filled)

    assert outcome.broken == [broken]
    assert traces_in(filled) == [broken.name]


def test_a_broken_copy_without_the_name_is_no_matter(filled: JsonStore) -> None:
    (filled.path.parent / "backups" / "20241015T070000Z-000007.json").write_text("{")

    assert forget_in(filled).broken == []


def test_what_a_crash_left_half_written_goes(filled: JsonStore) -> None:
    left = [filled.path.parent / name for name in ("store.json.new", "backups/1.json.new")]
    for path in left:
        path.write_text(NAME, encoding="utf-8")

    forget_in(filled)

    assert not any(path.exists() for path in left)


def test_a_plan_that_is_no_plan_is_told(filled: JsonStore) -> None:
    marker_of(filled.path).write_text("{}")

    with pytest.raises(StoreUnusable) as told:
        filled.run(adding("omo", {"title": "ОМО"}), command="x")

    assert str(told.value) == (
        "Забыть человека начали и не закончили, а план испорчен: "
        f"{marker_of(filled.path)}. Удалите его и повторите: rumo store forget."
    )


def test_a_broken_closed_year_stands_in_the_way(filled: JsonStore) -> None:
    for path in filled.path.parent.rglob(f"{OLD}*.json"):
        path.write_bytes(path.read_bytes() + b" ")

    with pytest.raises(StoreUnusable, match="повреждён или изменён помимо rumo"):
        forget_in(filled)

    assert not marker_of(filled.path).exists()


@needs_fork
def test_whatever_call_it_dies_at_the_next_write_ends_it(
    filled: JsonStore, trap: Trap, tmp_path: Path, open_at: OpenStore
) -> None:
    from shutil import copytree

    found = survey(filled.path, plan_of()).plan
    nth, alive = 0, True
    while alive:
        nth += _STRIDE
        there = open_at(copytree(filled.path.parent, tmp_path / f"copy-{nth}"))

        def die(store: JsonStore = there, number: int = nth) -> None:
            with trap.set(number, lambda: os._exit(9)):
                forget(store.path, found)

        alive = in_child(die) == 9
        in_time = marker_of(there.path).exists()
        assert there.read().all("webinar", (OLD,))[1]["title"] == "Старый"
        assert len(commands_of(there)) >= 13
        there.run(adding("omo", {"title": "ОМО"}), command="x")
        assert doubts(there) == []
        assert (traces_in(there) == []) or (not in_time and nth <= _STRIDE)


def test_a_full_disk_at_any_call_leaves_the_old_state_or_is_made_good(
    filled: JsonStore, trap: Trap, tmp_path: Path, open_at: OpenStore
) -> None:
    from shutil import copytree

    found = survey(filled.path, plan_of()).plan
    nth, said = 0, list[RumoError]()
    while trap.sprung or not nth:
        nth += _STRIDE
        there = open_at(copytree(filled.path.parent, tmp_path / f"copy-{nth}"))
        with trap.set(nth, raising(OSError(errno.ENOSPC, "full"))):
            try:
                forget(there.path, found)
            except RumoError as error:
                said.append(error)
        assert there.read().all("webinar", (OLD,))[1]["title"] == "Старый"
        interrupted = marker_of(there.path).exists()
        there.run(adding("omo", {"title": "ОМО"}), command="x")
        assert doubts(there) == []
        if interrupted:
            assert traces_in(there) == []
    assert {type(error) for error in said} == {Refused, StoreUnusable}
    assert all("на диске нет места" in str(error) for error in said)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(
        st.tuples(
            st.sampled_from(["notes", "title", "platform", "theme"]),
            st.tuples(
                st.sampled_from(["", "Ведёт ", "(", "«"]),
                st.sampled_from(NOTATIONS[:5]),
                st.sampled_from(["", ", методист", ")", "; Белова А.С."]),
            ).map("".join),
        ),
        max_size=4,
    ).map(tuple)
)
def test_no_file_has_any_notation_wherever_it_stood(
    texts: tuple[tuple[str, str], ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    directory = tmp_path_factory.mktemp("store")
    store = JsonStore(directory, clock=lambda: NOON, user="ivanova", wait=1)
    fill(store, texts)

    forget_in(store)

    assert traces_in(store) == []
    assert doubts(store) == []
