"""From an older schema to this one's."""

from copy import deepcopy
from functools import partial

import pytest

from store import storage
from store.documents import META, ONLY, SCHEMA, Documents, new_documents
from store.json_store import JsonStore
from store.migrations import STEPS, NewerSchemaError, migrate
from tests.store.helpers import adding, documents_of, file_of

OF_SCHEMA_1 = """\
{
"_meta": {
"1": {"schema":1,"revision":1,"counters":{"plan":1,"year":2024}}
},
"_journal": {},
"plan": {
"1": {"title":"Форум","academic_year":"2024-2025"}
},
"year": {
"2024": {}
}
}
"""


def titled(documents: Documents) -> None:
    for record in documents["plan"].values():
        record["title"] = record.pop("name")


def trimmed(documents: Documents) -> None:
    for record in documents["plan"].values():
        record["title"] = record["title"].strip()


def old_documents() -> Documents:
    return new_documents() | {"plan": {"1": {"name": " Мел "}}}


def test_every_older_schema_has_its_step() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))


def test_steps_follow_one_another() -> None:
    documents = old_documents()

    migrate(documents, steps={SCHEMA: titled, SCHEMA + 1: trimmed}, schema=SCHEMA + 2)

    assert documents["plan"] == {"1": {"title": "Мел"}}
    assert documents[META][ONLY]["schema"] == SCHEMA + 2


def test_a_store_of_schema_1_has_no_closed_years_and_an_id_that_stays(
    store: JsonStore,
) -> None:
    file = file_of(store)
    file.parent.mkdir(exist_ok=True)
    file.write_text(OF_SCHEMA_1, encoding="utf-8")

    assert store.read().get("plan", 1) == {"title": "Форум", "academic_year": "2024-2025"}
    assert store.read().years() == {"2024-2025": {}}
    identity = store.read().identity()

    store.run(adding("plan", {"title": "Совет"}), command="rumo plan add")

    assert documents_of(store)["_meta"]["1"] == {
        "schema": 4,
        "id": identity,
        "revision": 2,
        "counters": {"plan": 2, "year": 2024},
        "closed": {},
        "history": [],
    }


def test_a_present_schema_is_left_as_it_is() -> None:
    documents = new_documents()
    before = deepcopy(documents)

    migrate(documents)

    assert documents == before


def test_a_schema_beyond_this_one_is_not_touched() -> None:
    documents = new_documents()
    documents[META][ONLY]["schema"] = 5

    with pytest.raises(NewerSchemaError) as caught:
        migrate(documents, schema=3)

    assert (caught.value.found, caught.value.known) == (5, 3)


def test_a_reader_migrates_in_memory_and_a_writer_in_the_file(
    store: JsonStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.run(adding("plan", {"name": "Мел"}), command="rumo plan add")
    old = file_of(store).read_bytes()
    monkeypatch.setattr(
        storage, "migrate", partial(migrate, steps={SCHEMA: titled}, schema=SCHEMA + 1)
    )

    assert store.read().get("plan", 1) == {"title": "Мел"}
    assert file_of(store).read_bytes() == old

    store.run(adding("plan", {"title": "Лес"}), command="rumo plan add")

    assert documents_of(store)["_meta"]["1"]["schema"] == SCHEMA + 1
    assert documents_of(store)["plan"] == {"1": {"title": "Мел"}, "2": {"title": "Лес"}}
    assert file_of(store).with_name("store.json.bak").read_bytes() == old
