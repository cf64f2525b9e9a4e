"""What a check of a store finds, where, and what a repair makes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rumo_cli.errors import Refused, StoreUnusable
from rumo_cli.records import described_kinds
from rumo_cli.records.values import Record
from store.backups import Reason, backups_of
from store.checking.check import check_store, repair_store
from store.checking.values import KEYWORDS, unfit
from store.contract import YEAR_KIND, Transaction
from store.documents import encode
from store.json_store import JsonStore
from tests.store.clock import Clock
from tests.store.helpers import documents_of, file_of

YEAR = "2024-2025"
EVENT: Record = {"title": "Итоги", "form": "webinar", "status": "planned", "academic_year": YEAR}
OLD = "2023-2024"
ITEM: Record = {"title": "Форум", "status": "done", "owner": "rumo", "academic_year": OLD}

Documents = dict[str, dict[str, Any]]


def fill(transaction: Transaction) -> None:
    transaction.open_year(OLD)
    transaction.open_year(YEAR)
    transaction.add("omo", {"code": "ОМО-04", "title": "ОМО учителей математики"})
    transaction.add("webinar", EVENT | {"omo": ["ОМО-04"], "date": "2024-10-16"})
    transaction.add("webinar", EVENT)
    transaction.add("plan", ITEM)


@pytest.fixture
def sound(directory: Path) -> JsonStore:
    """A store of two years, the first of them closed, in which nothing is wrong."""
    store = JsonStore(directory, clock=Clock(), user="ivanova", wait=5)
    store.run(fill, command="rumo import")
    store.run(
        lambda tx: tx.replace(YEAR_KIND, 2023, {"closed_date": "2024-08-30"}),
        command="rumo year close 2023-2024",
    )
    return store


def edit(store: JsonStore, change: Callable[[Documents], object]) -> None:
    """Change the file as a person with an editor does."""
    documents = documents_of(store)
    change(documents)
    whole = all(isinstance(table, dict) for table in documents.values())
    content = encode(documents) if whole else json.dumps(documents).encode()
    file_of(store).write_bytes(content)


def found_in(store: JsonStore) -> list[tuple[str, str, str]]:
    return [(each.severity, each.place, each.message) for each in check_store(store)]


def of_webinar(**values: object) -> Callable[[Documents], object]:
    return lambda documents: documents["webinar"]["1"].update(values)


def meta(**values: object) -> Callable[[Documents], object]:
    return lambda documents: documents["_meta"]["1"].update(values)


def counter(kind: str, value: int) -> Callable[[Documents], object]:
    return lambda documents: documents["_meta"]["1"]["counters"].update({kind: value})


def test_a_sound_store_has_no_problems(sound: JsonStore) -> None:
    assert found_in(sound) == []
    assert repair_store(sound, "rumo store check --repair") == ([], [])
    assert len(list(sound.read().journal())) == 2


HAND = ("warning", "команда 1", "записи команды с тех пор изменены помимо rumo; отменить её нельзя")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"form": "танец"}, "Форма: «танец», ожидается одно из: "),
        ({"status": "new"}, "Статус: «new», ожидается одно из: "),
        ({"title": 5}, "Тема: 5, ожидается текст"),
        ({"title": ["а"]}, "Тема: ['а'], ожидается текст"),
        ({"date": "16.10.2024"}, "Дата: «16.10.2024», ожидается дата вида 2024-10-15"),
        ({"participants": -1}, "Участников: -1, ожидается не меньше 0"),
        ({"participants": "много"}, "Участников: «много», ожидается целое число"),
        ({"participants": True}, "Участников: True, ожидается целое число"),
        ({"omo": "ОМО-04"}, "ОМО: «ОМО-04», ожидается список"),
        ({"omo": [4]}, "ОМО: [4], ожидается текст"),
        ({"title": "а\u001bб"}, "Тема: В тексте есть недопустимый символ (U+001B)"),
        ({"plan_item": 9}, "записи plan 9 нет"),
        ({"academic_year": "2024"}, "Учебный год: «2024», ожидается вид"),
        ({"academic_year": "2023-2024"}, "запись закрытого года лежит среди открытых"),
    ],
)
def test_a_record_that_is_not_what_its_kind_says(
    sound: JsonStore, values: Record, message: str
) -> None:
    edit(sound, of_webinar(**values))

    errors = [each for each in found_in(sound) if each[0] == "error"]

    assert [place for _, place, _ in errors] == ["webinar 1"]
    assert message in errors[0][2]


def test_what_is_wrong_is_told_with_its_line(sound: JsonStore) -> None:
    edit(sound, of_webinar(status="new"))
    (found,) = [each for each in check_store(sound) if each.severity == "error"]

    assert (found.file, found.mendable) == ("store.json", False)
    assert found.line is not None
    line = file_of(sound).read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line.startswith('"1": {"title":"Итоги"')


def remove(kind: str, number: str) -> Callable[[Documents], object]:
    return lambda documents: documents[kind].pop(number)


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (lambda each: each["webinar"]["1"].pop("title"), "webinar 1", "нет обязательного: Тема"),
        (lambda each: each["webinar"]["1"].pop("academic_year"), "webinar 1", "нет учебного года"),
        (
            lambda each: each.update(_webinar_revisions={"1": {"number": 0, "at": ""}}),
            "webinar 1",
            "счёт изменений не читается",
        ),
        (
            lambda each: each[YEAR_KIND].update({"5": {}}),
            "year 5",
            "такого учебного года не бывает",
        ),
        (
            lambda each: each[YEAR_KIND].update({"2023": {}}),
            "_meta",
            "записи 2023-2024 лежат в файле закрытого года, а настройки говорят, что он открыт",
        ),
        (
            lambda each: each["_journal"]["1"].pop("at"),
            "команда 1",
            "запись журнала не читается: отмена прежних команд невозможна",
        ),
        (
            lambda each: each["_meta"]["1"].update(history=[{"begun": 1, "bytes": 5, "crc32": 0}]),
            "журнал",
            "файла прежних команд нет, или он изменён помимо rumo",
        ),
        (lambda each: each.update(plan=[]), "plan", "таблица испорчена: это не объект JSON"),
        (
            lambda each: each["webinar"].update({"2": []}),
            "webinar 2",
            "запись испорчена: это не объект",
        ),
    ],
)
def test_what_only_a_person_can_set_right(
    sound: JsonStore, change: Callable[[Documents], object], place: str, message: str
) -> None:
    edit(sound, change)
    before = file_of(sound).read_bytes()

    found = check_store(sound)

    assert [(place, message)] == [
        (each.place, each.message)
        for each in found
        if each.severity == "error" and not each.mendable
    ]
    assert repair_store(sound, "rumo store check --repair").left
    assert file_of(sound).read_bytes() == before


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (
            counter("webinar", 1),
            "_meta",
            "счётчик номеров webinar (1) меньше номера 2: номер достался бы дважды",
        ),
        (
            counter("plan", 0),
            "_meta",
            "счётчик номеров plan (0) меньше номера 1: номер достался бы дважды",
        ),
        (meta(revision=1), "_meta", "ревизия 1 меньше номера последней команды 2"),
        (
            lambda each: each.update(_webinar_revisions={"9": {"number": 1, "at": "2024"}}),
            "webinar 9",
            "изменения сосчитаны у записи, которой не было",
        ),
        (
            lambda each: each["webinar"]["2"].update(academic_year="2019-2020"),
            "webinar 2",
            "учебный год 2019-2020 хранилищу неизвестен",
        ),
        (
            lambda each: each["webinar"]["2"].update(notes="", theme="\u0438\u0306"),
            "webinar 2",
            "пустые значения или текст не в NFC: rumo так не записывает",
        ),
        (
            lambda each: each[YEAR_KIND]["2024"].update(closed_date="2025-08-30"),
            "year 2024",
            "год закрыт, а записи ещё не в своём файле",
        ),
    ],
)
def test_what_a_repair_sets_right(
    sound: JsonStore, change: Callable[[Documents], object], place: str, message: str
) -> None:
    edit(sound, change)
    broken = file_of(sound).read_bytes()

    repaired = repair_store(sound, "rumo store check --repair")

    assert [(each.place, each.message) for each in repaired.mended] == [(place, message)]
    assert [each for each in repaired.left if each.severity == "error"] == []
    (kept,) = [each for each in backups_of(file_of(sound)) if each.reason == Reason.REPAIR]
    assert kept.path.read_bytes() == broken
    assert next(iter(sound.read().journal())).command == "rumo store check --repair"
    assert sound.read().years()


def test_the_counter_goes_on_from_the_highest_id(sound: JsonStore) -> None:
    edit(sound, counter("webinar", 0))

    repair_store(sound, "rumo store check --repair")

    assert sound.run(lambda tx: tx.add("webinar", EVENT), command="rumo webinar add") == 3


def test_changes_by_hand_are_told_and_no_error(sound: JsonStore) -> None:
    edit(sound, of_webinar(title="Другая"))

    assert found_in(sound) == [HAND]


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (of_webinar(omo=["ОМО-99"]), "omo", "ОМО «ОМО-99» нет в справочнике; названо: 1"),
        (of_webinar(hall="актовый"), "webinar 1", "поля hall эта версия rumo не знает"),
        (
            lambda each: each.update(dance={"1": {}}),
            "dance",
            "такого вида записей эта версия rumo не знает",
        ),
    ],
)
def test_what_a_sound_store_may_have(
    sound: JsonStore, change: Callable[[Documents], object], place: str, message: str
) -> None:
    edit(sound, change)
    edit(sound, counter("dance", 1))

    assert ("warning", place, message) in found_in(sound)
    assert {severity for severity, _, _ in found_in(sound)} == {"warning"}


def twice(store: JsonStore, line: str) -> None:
    text = file_of(store).read_text(encoding="utf-8")
    file_of(store).write_text(
        text.replace('"webinar": {\n', f'"webinar": {{\n{line},\n'), encoding="utf-8"
    )


def line_of(store: JsonStore, number: str) -> str:
    record = documents_of(store)["webinar"][number]
    return f'"{number}": {json.dumps(record, ensure_ascii=False)}'


def test_a_record_that_stands_twice_alike_is_written_once(sound: JsonStore) -> None:
    twice(sound, line_of(sound, "2"))

    assert found_in(sound) == [("error", "webinar 2", "записано дважды, одинаково")]
    assert len(repair_store(sound, "rumo store check --repair").mended) == 1
    assert found_in(sound) == []


def test_a_record_that_stands_twice_in_different_words_is_not_written_over(
    sound: JsonStore,
) -> None:
    twice(sound, line_of(sound, "2").replace("Итоги", "Другие"))
    edit_counter = file_of(sound).read_text(encoding="utf-8").replace('"webinar":2', '"webinar":1')
    file_of(sound).write_text(edit_counter, encoding="utf-8")
    before = file_of(sound).read_bytes()

    with pytest.raises(Refused) as caught:
        repair_store(sound, "rumo store check --repair")

    assert str(caught.value) == (
        "Записано дважды и по-разному: webinar 2. Исправление потеряло бы одно из двух: оставьте "
        "в store.json верное и повторите. Ничего не изменено."
    )
    assert file_of(sound).read_bytes() == before


def test_a_closed_year_is_checked_in_its_own_file(sound: JsonStore, directory: Path) -> None:
    file = directory / f"{OLD}.json"
    content = file.read_bytes()
    file.write_bytes(content.replace("Форум".encode(), "Съезд".encode()))
    (found,) = check_store(sound)

    assert (found.file, found.place, found.severity) == (f"{OLD}.json", OLD, "error")
    assert "повреждён или изменён помимо rumo" in found.message

    file.unlink()
    folder = directory / "backups"
    folder.mkdir()
    sha256 = documents_of(sound)["_meta"]["1"]["closed"][OLD]["sha256"]
    (folder / f"{OLD}-{sha256}.json").write_bytes(content)
    assert [each.message for each in check_store(sound)] == [
        "файл закрытого года лежит не на месте, а среди резервных копий"
    ]

    assert repair_store(sound, "rumo store check --repair").left == []
    assert file.read_bytes() == content


def test_other_ids_in_a_closed_year_than_the_store_names(sound: JsonStore) -> None:
    edit(
        sound,
        lambda each: each["_meta"]["1"]["closed"][OLD].update(ids={"plan": [[1, 2]]}),
    )
    edit(sound, counter("plan", 2))

    assert found_in(sound) == [("error", OLD, "в файле не те номера, что названы в store.json")]


def test_a_store_that_says_nothing_of_itself_is_not_checked_but_restored(sound: JsonStore) -> None:
    file_of(sound).write_bytes(b'{"_meta": {"1": {"schema": 4}}}')

    with pytest.raises(StoreUnusable, match="store restore"):
        check_store(sound)
    with pytest.raises(StoreUnusable, match="store restore"):
        repair_store(sound, "rumo store check --repair")


def test_every_word_of_the_schemas_is_understood() -> None:
    schemas = [each.type.schema() for kind in described_kinds().values() for each in kind.fields]
    items: list[Any] = [each["items"] for each in schemas if "items" in each]

    assert {key for each in [*schemas, *items] for key in each} <= KEYWORDS


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        ("а", {"type": "string"}, None),
        (4.5, {"type": "number", "maximum": 100}, None),
        (4, {"type": "number"}, None),
        (101, {"type": "number", "maximum": 100}, "не больше 100"),
        (["2024-10-15"], {"type": "array", "items": {"type": "string", "format": "date"}}, None),
        ("09:00", {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}, None),
        (1, {"type": "boolean"}, "true или false"),
        (True, {"type": "boolean"}, None),
    ],
)
def test_values_against_schemas(value: object, schema: Any, expected: str | None) -> None:
    assert unfit(value, schema) == expected
